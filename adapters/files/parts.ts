// A workbook's zip as a stream in the order in which it can be read: the shared texts first, the sheets behind, each only as fast as its rows
// are taken. As Excel writes it the texts come last, and whatever reads ahead of a slow database holds the whole sheet.
import { TableRefused } from "#src/ports/tables";
import { mostSharedTexts, mostUnpacked } from "./limits.ts";

const endOfDirectory = 0x06054b50;
const entryOfDirectory = 0x02014b50;
const entryOfFile = 0x04034b50;
const farAway = 0xffffffff;
/** So much of a packed sheet is let through at once: thousands of rows where it is packed well. */
const pieceBytes = 16 * 1024;

interface Part {
  readonly name: string;
  readonly method: number;
  readonly flags: number;
  readonly packed: number;
  readonly unpacked: number;
  /** Where its own header begins. */
  readonly at: number;
}

/** Null where the bytes are no zip, or one so big that its sizes stand elsewhere. */
function partsOf(bytes: Uint8Array): readonly Part[] | null {
  const view = viewOf(bytes);
  let end = bytes.length - 22;
  const first = Math.max(0, end - 0xffff);
  while (end >= first && view.getUint32(end, true) !== endOfDirectory) end--;
  if (end < first || end < 0) return null;
  const parts: Part[] = [];
  let at = view.getUint32(end + 16, true);
  for (let n = view.getUint16(end + 10, true); n > 0; n--) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== entryOfDirectory) return null;
    const nameLength = view.getUint16(at + 28, true);
    const part = {
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    };
    if (part.unpacked === farAway || part.packed === farAway) return null;
    parts.push(part);
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return parts;
}

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** What its parts say they unpack to, before anything is unpacked; the reader holds each to what it said. */
export function guardSizes(bytes: Uint8Array): void {
  const parts = partsOf(bytes);
  if (parts === null) throw new TableRefused({ problem: "broken", line: null });
  const total = (of: readonly Part[]) => of.reduce((sum, { unpacked }) => sum + unpacked, 0);
  if (total(parts) > mostUnpacked)
    throw new TableRefused({ problem: "unpacks to too much", most: mostUnpacked });
  if (total(parts.filter(isSharedTexts)) > mostSharedTexts)
    throw new TableRefused({ problem: "unpacks to too much", most: mostSharedTexts });
}

const isSharedTexts = ({ name }: Part): boolean => /sharedstrings\.xml$/iu.test(name);
const isSheet = ({ name }: Part): boolean => /^xl\/worksheets\/sheet\d+\.xml$/iu.test(name);
const isAbout = ({ name }: Part): boolean =>
  name === "[Content_Types].xml" ||
  name.endsWith(".rels") ||
  /^xl\/(?:workbook|sharedStrings|styles)\.xml$/iu.test(name);

/** Null where its parts are called otherwise than Excel calls them: such a one is read as it is. */
export function inReadingOrder(
  bytes: Uint8Array,
  gate: () => Promise<void>,
): ReadableStream<Uint8Array> | null {
  const parts = partsOf(bytes) ?? [];
  const about = parts.filter(isAbout);
  const sheets = parts.filter(isSheet);
  const inSheets = parts.filter(({ name }) => /^xl\/worksheets\/[^/]+\.xml$/iu.test(name));
  const isUsual =
    about.some(({ name }) => name === "xl/workbook.xml") &&
    sheets.length > 0 &&
    sheets.length === inSheets.length &&
    parts.every(({ method, flags }) => (method === 0 || method === 8) && (flags & 1) === 0);
  return isUsual ? ReadableStream.from(streamed(bytes, about, sheets, gate)) : null;
}

async function* streamed(
  bytes: Uint8Array,
  about: readonly Part[],
  sheets: readonly Part[],
  gate: () => Promise<void>,
): AsyncGenerator<Uint8Array> {
  for (const part of about) {
    yield headerOf(part);
    yield bodyOf(bytes, part);
  }
  for (const part of sheets) {
    yield headerOf(part);
    const body = bodyOf(bytes, part);
    for (let at = 0; at < body.length; at += pieceBytes) {
      await gate();
      yield body.subarray(at, at + pieceBytes);
    }
  }
}

/** With its sizes in front, wherever its own has them. */
function headerOf({ name, method, packed, unpacked }: Part): Uint8Array {
  const called = new TextEncoder().encode(name);
  const header = new Uint8Array(30 + called.length);
  const view = viewOf(header);
  view.setUint32(0, entryOfFile, true);
  view.setUint16(4, 20, true);
  view.setUint16(8, method, true);
  view.setUint32(18, packed, true);
  view.setUint32(22, unpacked, true);
  view.setUint16(26, called.length, true);
  header.set(called, 30);
  return header;
}

function bodyOf(bytes: Uint8Array, { at, packed }: Part): Uint8Array {
  const view = viewOf(bytes);
  if (at + 30 > bytes.length || view.getUint32(at, true) !== entryOfFile)
    throw new TableRefused({ problem: "broken", line: null });
  const from = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  if (from + packed > bytes.length) throw new TableRefused({ problem: "broken", line: null });
  return bytes.subarray(from, from + packed);
}
