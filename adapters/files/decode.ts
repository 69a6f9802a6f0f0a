// What a text file is written in: its mark, else UTF-8 if all of it is, else GB18030 if all of it is and it has a Chinese word, else the
// western one. Nothing is guessed from how often letters come: short Chinese files were taken for others that way.
import type { Encoding, GivenFile } from "#src/ports/tables";
import { TableRefused } from "#src/ports/tables";

const marks: readonly (readonly [Encoding, readonly number[]])[] = [
  ["utf-8", [0xef, 0xbb, 0xbf]],
  ["utf-16le", [0xff, 0xfe]],
  ["utf-16be", [0xfe, 0xff]],
];

/** Node 20 gives these bytes of windows-1252 as control characters, and a western Excel's € is one of them. Null: no character. */
const western = [..."€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ"];
const controls = /[\u0080-\u009f]/gu;

export function decoderOf(encoding: Encoding): (bytes: Uint8Array | null) => string {
  const decoder = new TextDecoder(encoding, { fatal: true });
  return (bytes) => {
    const text = bytes === null ? decoder.decode() : decoder.decode(bytes, { stream: true });
    return encoding === "windows-1252"
      ? text.replace(controls, (each) => western[each.charCodeAt(0) - 0x80] ?? each)
      : text;
  };
}

/** Two characters beside each other: the ö of Jörg and the letter behind it make one, between letters. */
const chineseWord = /\p{Script=Han}{2}/u;

/** All of it is written in this, and where something is asked for, it has that. */
async function reads(file: GivenFile, encoding: Encoding, has = /^/u): Promise<boolean> {
  const decode = decoderOf(encoding);
  let found = false;
  try {
    for await (const chunk of file.open()) {
      const text = decode(chunk);
      found ||= has.test(text);
    }
    return has.test(decode(null)) || found;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

/** The first bytes of a file, as many as were asked for or as there are. */
export async function headOf(file: GivenFile, count: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of file.open()) {
    parts.push(chunk);
    length += chunk.length;
    if (length >= count) break;
  }
  return Buffer.concat(parts).subarray(0, count);
}

export async function encodingOf(file: GivenFile): Promise<Encoding> {
  const head = await headOf(file, 4096);
  for (const [encoding, mark] of marks)
    if (mark.every((byte, i) => head[i] === byte)) return encoding;
  // UTF-16 without its mark: every other byte of digits and separators is empty.
  const empty = (odd: number) => head.filter((byte, i) => i % 2 === odd && byte === 0).length;
  if (empty(1) > head.length / 8 && empty(0) === 0) return "utf-16le";
  if (empty(0) > head.length / 8 && empty(1) === 0) return "utf-16be";
  if (head.includes(0)) throw new TableRefused({ problem: "no table" });
  if (await reads(file, "utf-8")) return "utf-8";
  return (await reads(file, "gb18030", chineseWord)) ? "gb18030" : "windows-1252";
}

/** The text of a file, piece by piece, without its mark. */
export async function* textOf(file: GivenFile, encoding: Encoding): AsyncGenerator<string> {
  const decode = decoderOf(encoding);
  try {
    for await (const chunk of file.open()) {
      const text = decode(chunk);
      if (text !== "") yield text;
    }
    const rest = decode(null);
    if (rest !== "") yield rest;
  } catch (error) {
    if (error instanceof TypeError)
      throw new TableRefused({ problem: "broken", line: null }, { cause: error });
    throw error;
  }
}
