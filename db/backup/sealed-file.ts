// A backup's outer shape: a line that says what it is, which key sealed it, and then frames of AES-256-GCM. Each frame is bound to its
// place and to whether it is the last one, so that nothing can be cut, moved or put together anew unseen.
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { BackupRefused } from "../errors.ts";
import { keyIdOf } from "../seal.ts";

const magic = "PACER BACKUP 1\n";
const keyIdBytes = 8;
const saltBytes = 16;
const headBytes = magic.length + keyIdBytes + saltBytes;
const tagBytes = 16;
const frameBytes = 65_536;
const lastFrame = 2 ** 31;

/** `key`: base64 of 32 bytes. */
export async function* sealed(parts: AsyncIterable<Buffer>, key: string): AsyncGenerator<Buffer> {
  const head = Buffer.concat([Buffer.from(magic + keyIdOf(key)), randomBytes(saltBytes)]);
  yield head;
  const seal = frameSealer(key, head);
  let rest: Buffer = Buffer.alloc(0);
  for await (const part of parts) {
    rest = rest.length === 0 ? part : Buffer.concat([rest, part]);
    while (rest.length > frameBytes) {
      yield seal(rest.subarray(0, frameBytes), false);
      rest = rest.subarray(frameBytes);
    }
  }
  yield seal(rest, true);
}

/** Throws BackupRefused where it is no backup, was sealed with another key, altered, or cut. */
export async function* unsealed(parts: AsyncIterable<Buffer>, key: string): AsyncGenerator<Buffer> {
  const take = taking(parts);
  const head = await take(headBytes);
  if (head === null || head.subarray(0, magic.length).toString() !== magic)
    throw new BackupRefused("This file is no backup of Pacer's.");
  const id = head.subarray(magic.length, magic.length + keyIdBytes).toString();
  if (id !== keyIdOf(key))
    throw new BackupRefused(
      `This backup was sealed with another BACKUP_KEY (its id is ${id}, that of yours ${keyIdOf(key)}): set the one it was made with.`,
    );
  const open = frameOpener(key, head);
  for (;;) {
    const said = await take(4);
    const frame = said && (await take((said.readUInt32BE() % lastFrame) + tagBytes));
    if (!frame) throw cut();
    const isLast = said.readUInt32BE() >= lastFrame;
    yield open(frame, said);
    if (!isLast) continue;
    if ((await take(1)) !== null)
      throw new BackupRefused("Something stands behind the end of this backup: it was altered.");
    return;
  }
}

const cut = (): BackupRefused =>
  new BackupRefused(
    "This backup ends in the middle: it was not written or not copied whole. Take another one.",
  );

const fileKey = (key: string, head: Buffer): Buffer =>
  Buffer.from(hkdfSync("sha256", Buffer.from(key, "base64"), head, "pacer backup", 32));

function counting(): () => Buffer {
  let count = 0n;
  return () => {
    const nonce = Buffer.alloc(12);
    nonce.writeBigUInt64BE(count++, 4);
    return nonce;
  };
}

function frameSealer(key: string, head: Buffer): (text: Buffer, isLast: boolean) => Buffer {
  const [own, nonce] = [fileKey(key, head), counting()];
  return (text, isLast) => {
    const said = Buffer.alloc(4);
    said.writeUInt32BE(text.length + (isLast ? lastFrame : 0));
    const cipher = createCipheriv("aes-256-gcm", own, nonce());
    cipher.setAAD(said);
    return Buffer.concat([said, cipher.update(text), cipher.final(), cipher.getAuthTag()]);
  };
}

function frameOpener(key: string, head: Buffer): (frame: Buffer, said: Buffer) => Buffer {
  const [own, nonce] = [fileKey(key, head), counting()];
  return (frame, said) => {
    try {
      const decipher = createDecipheriv("aes-256-gcm", own, nonce(), { authTagLength: tagBytes });
      decipher.setAAD(said);
      decipher.setAuthTag(frame.subarray(-tagBytes));
      return Buffer.concat([decipher.update(frame.subarray(0, -tagBytes)), decipher.final()]);
    } catch (cause) {
      throw new BackupRefused("This backup was altered or damaged: take another one.", { cause });
    }
  };
}

/** So many bytes, whole; null where there are not so many any more. */
function taking(parts: AsyncIterable<Buffer>): (count: number) => Promise<Buffer | null> {
  const coming = parts[Symbol.asyncIterator]();
  let there: Buffer = Buffer.alloc(0);
  return async (count) => {
    const pieces = [there];
    let size = there.length;
    while (size < count) {
      const next = await coming.next();
      if (next.done === true) return null;
      pieces.push(next.value);
      size += next.value.length;
    }
    const all = pieces.length === 1 ? there : Buffer.concat(pieces);
    there = all.subarray(count);
    return all.subarray(0, count);
  };
}
