// A zip written piece by piece: deflated, sizes behind each file, names in UTF-8. No file in it may reach four gigabytes.
// pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, 4.3 to 4.4
import { createDeflateRaw, crc32 } from "node:zlib";
import type { ZipEntry } from "#src/ports/archive";

const most = 0xffff_ffff;
/** 4.4.4: sizes stand behind the file (bit 3), names are UTF-8 (bit 11). */
const flags = 0x0808;
const deflated = 8;
const version = 20;
/** 4.4.6, in MS-DOS's format: the first day it knows. */
const noTime = 0;
const noDay = 0x0021;

interface Written {
  readonly name: Buffer;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly at: number;
}

export async function* zipOf(
  entries: AsyncIterable<ZipEntry> | Iterable<ZipEntry>,
): AsyncGenerator<Uint8Array> {
  const written: Written[] = [];
  let at = 0;
  for await (const entry of entries) {
    const name = Buffer.from(entry.name, "utf8");
    const begins = at;
    const head = localHead(name);
    at += head.length;
    yield head;
    const sizes = { crc: 0, packed: 0, size: 0 };
    for await (const piece of deflate(entry.bytes, sizes)) {
      at += piece.length;
      yield piece;
    }
    if (sizes.size > most || at > most) throw new Error("a zip of four gigabytes is not written");
    const tail = descriptor(sizes);
    at += tail.length;
    yield tail;
    written.push({ name, ...sizes, at: begins });
  }
  const directory = written.map(centralHead);
  const length = directory.reduce((sum, each) => sum + each.length, 0);
  yield* directory;
  yield end(written.length, length, at);
}

async function* deflate(
  bytes: ZipEntry["bytes"],
  sizes: { crc: number; packed: number; size: number },
): AsyncGenerator<Uint8Array> {
  const packing = createDeflateRaw();
  const feeding = (async () => {
    for await (const piece of bytes) {
      sizes.crc = crc32(piece, sizes.crc);
      sizes.size += piece.length;
      if (!packing.write(piece)) await new Promise((resolve) => packing.once("drain", resolve));
    }
    packing.end();
  })();
  feeding.catch((error: Error) => packing.destroy(error));
  for await (const piece of packing as AsyncIterable<Uint8Array>) {
    sizes.packed += piece.length;
    yield piece;
  }
  await feeding;
}

function localHead(name: Buffer): Buffer {
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x0403_4b50, 0);
  head.writeUInt16LE(version, 4);
  head.writeUInt16LE(flags, 6);
  head.writeUInt16LE(deflated, 8);
  head.writeUInt16LE(noTime, 10);
  head.writeUInt16LE(noDay, 12);
  head.writeUInt16LE(name.length, 26);
  return Buffer.concat([head, name]);
}

function descriptor({ crc, packed, size }: Pick<Written, "crc" | "packed" | "size">): Buffer {
  const tail = Buffer.alloc(16);
  tail.writeUInt32LE(0x0807_4b50, 0);
  tail.writeUInt32LE(crc, 4);
  tail.writeUInt32LE(packed, 8);
  tail.writeUInt32LE(size, 12);
  return tail;
}

function centralHead({ name, crc, packed, size, at }: Written): Buffer {
  const head = Buffer.alloc(46);
  head.writeUInt32LE(0x0201_4b50, 0);
  head.writeUInt16LE(version, 4);
  head.writeUInt16LE(version, 6);
  head.writeUInt16LE(flags, 8);
  head.writeUInt16LE(deflated, 10);
  head.writeUInt16LE(noTime, 12);
  head.writeUInt16LE(noDay, 14);
  head.writeUInt32LE(crc, 16);
  head.writeUInt32LE(packed, 20);
  head.writeUInt32LE(size, 24);
  head.writeUInt16LE(name.length, 28);
  head.writeUInt32LE(at, 42);
  return Buffer.concat([head, name]);
}

function end(count: number, length: number, at: number): Buffer {
  const tail = Buffer.alloc(22);
  tail.writeUInt32LE(0x0605_4b50, 0);
  tail.writeUInt16LE(count, 8);
  tail.writeUInt16LE(count, 10);
  tail.writeUInt32LE(length, 12);
  tail.writeUInt32LE(at, 16);
  return tail;
}
