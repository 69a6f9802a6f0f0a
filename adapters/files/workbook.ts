// Excel's workbooks, row by row, by hucre's streaming reader. What they would unpack to is read from the zip's own directory first.
import { ParseError, readXlsx, streamXlsxRows, type CellValue } from "hucre";
import { isLocalDate } from "#src/calendar/local-date";
import {
  TableRefused,
  type Cell,
  type GivenFile,
  type Table,
  type TableLimits,
  type TableRow,
} from "#src/ports/tables";
import { mostColumns, mostSharedTexts, mostUnpacked } from "./limits.ts";

async function wholeOf(file: GivenFile): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const chunk of file.open()) parts.push(chunk);
  return Buffer.concat(parts);
}

const endOfDirectory = 0x06054b50;
const entryOfDirectory = 0x02014b50;
const farAway = 0xffffffff;

/** What each part says it unpacks to. Null where the bytes are no zip, or one so big that its sizes stand elsewhere. */
function unpackedSizes(bytes: Uint8Array): ReadonlyMap<string, number> | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  const first = Math.max(0, end - 0xffff);
  while (end >= first && view.getUint32(end, true) !== endOfDirectory) end--;
  if (end < first || end < 0) return null;
  const sizes = new Map<string, number>();
  let at = view.getUint32(end + 16, true);
  for (let n = view.getUint16(end + 10, true); n > 0; n--) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== entryOfDirectory) return null;
    const size = view.getUint32(at + 24, true);
    if (size === farAway) return null;
    const nameLength = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    sizes.set(name, size);
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return sizes;
}

function guardSizes(bytes: Uint8Array): void {
  const sizes = unpackedSizes(bytes);
  if (sizes === null) throw new TableRefused({ problem: "broken", line: null });
  const all = [...sizes.values()].reduce((total, each) => total + each, 0);
  const shared = [...sizes]
    .filter(([name]) => name.toLowerCase().endsWith("sharedstrings.xml"))
    .reduce((total, [, each]) => total + each, 0);
  if (all > mostUnpacked)
    throw new TableRefused({ problem: "unpacks to too much", most: mostUnpacked });
  if (shared > mostSharedTexts)
    throw new TableRefused({ problem: "unpacks to too much", most: mostSharedTexts });
}

const refusing = (error: unknown): never => {
  if (error instanceof TableRefused) throw error;
  // The library's own errors and what a damaged part makes of it: the file is at fault.
  if (error instanceof ParseError || error instanceof RangeError || error instanceof TypeError)
    throw new TableRefused({ problem: "broken", line: null }, { cause: error });
  throw error;
};

interface Sheet {
  readonly name: string;
  readonly index: number;
}

async function visibleSheets(bytes: Uint8Array): Promise<readonly Sheet[]> {
  const seen: Sheet[] = [];
  await readXlsx(bytes, {
    sheets: ({ name, index, hidden, veryHidden }) => {
      if (hidden !== true && veryHidden !== true) seen.push({ name, index });
      return false;
    },
  }).catch(refusing);
  return seen;
}

/** A day of the sheet has no zone: the library gives it as midnight of UTC, with its hour where it has one. */
function cellOf(value: CellValue | undefined): Cell {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) {
    if (Number.isNaN(value.getTime())) return null;
    const day = value.toISOString().slice(0, 10);
    return isLocalDate(day) ? { day } : null;
  }
  if (typeof value === "number") return value;
  return String(value);
}

export async function openWorkbook(
  file: GivenFile,
  limits: TableLimits,
  wanted: string | undefined,
): Promise<Table> {
  const bytes = await wholeOf(file);
  guardSizes(bytes);
  const sheets = await visibleSheets(bytes);
  const names = sheets.map((each) => each.name);
  const sheet =
    wanted === undefined
      ? await firstWithRows(bytes, sheets)
      : sheets.find((each) => each.name.trim() === wanted.trim());
  if (sheet === undefined)
    throw new TableRefused(
      wanted === undefined ? { problem: "empty" } : { problem: "no such sheet", sheets: names },
    );
  return {
    kind: "workbook",
    encoding: null,
    sheet: sheet.name,
    sheets: names,
    rows: () => rowsOf(bytes, sheet, limits),
  };
}

/** A cover sheet or an empty first one is passed over. */
async function firstWithRows(
  bytes: Uint8Array,
  sheets: readonly Sheet[],
): Promise<Sheet | undefined> {
  for (const sheet of sheets) {
    let wide = 0;
    for await (const { cells } of rowsOf(bytes, sheet, { bytes: 0, rows: 50 }, 50))
      if (cells.filter((each) => each !== null).length > 1) wide++;
    if (wide > 1) return sheet;
  }
  return sheets[0];
}

async function* rowsOf(
  bytes: Uint8Array,
  { index: sheet }: Sheet,
  limits: TableLimits,
  maxRows?: number,
): AsyncGenerator<TableRow> {
  let rows = 0;
  try {
    for await (const { index, values } of streamXlsxRows(bytes, {
      sheet,
      ...(maxRows === undefined ? {} : { maxRows }),
    })) {
      if (
        values.length > mostColumns &&
        values.slice(mostColumns).some((each) => each !== null && each !== undefined)
      )
        throw new TableRefused({ problem: "too many columns", most: mostColumns, line: index + 1 });
      if (++rows > limits.rows)
        throw new TableRefused({ problem: "too many rows", most: limits.rows });
      yield { line: index + 1, cells: Array.from(values.slice(0, mostColumns), cellOf) };
    }
  } catch (error) {
    refusing(error);
  }
}
