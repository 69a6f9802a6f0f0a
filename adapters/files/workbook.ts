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
import { mostColumns, mostWorkbookBytes } from "./limits.ts";
import { guardSizes, inReadingOrder } from "./parts.ts";

async function wholeOf(file: GivenFile): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const chunk of file.open()) parts.push(chunk);
  return Buffer.concat(parts);
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
  // Packed it is held whole, since the list of what is in it stands at its end.
  if (file.bytes > mostWorkbookBytes)
    throw new TableRefused({ problem: "too big", most: mostWorkbookBytes });
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
  const gate = createGate();
  const read = streamXlsxRows(inReadingOrder(bytes, gate.passed) ?? bytes, {
    sheet,
    ...(maxRows === undefined ? {} : { maxRows }),
  });
  try {
    for (;;) {
      const { done, value } = await gate.letThrough(read.next());
      if (done === true) return;
      const { index, values } = value;
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
  } finally {
    gate.open();
    await read.return().catch(() => {});
  }
}

/** The library reads on while its rows wait: what feeds it is let through only while somebody waits for a row that is not there. */
function createGate() {
  let isOpen = false;
  let waiting: (() => void) | null = null;
  const letOne = (): void => {
    waiting?.();
    waiting = null;
  };
  return {
    open: (): void => {
      isOpen = true;
      letOne();
    },
    passed: async (): Promise<void> => {
      if (!isOpen) await new Promise<void>((resolve) => (waiting = resolve));
    },
    /** A row that is there already comes before the next turn of the loop; else a piece at a time, until one comes. */
    async letThrough<T>(next: Promise<T>): Promise<T> {
      let again: NodeJS.Timeout | undefined;
      const turn = setImmediate(() => {
        letOne();
        again = setInterval(letOne, 1);
      });
      try {
        return await next;
      } finally {
        clearImmediate(turn);
        clearInterval(again);
      }
    },
  };
}
