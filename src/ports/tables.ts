// Tables in files, as people give them: rows of cells, nothing read into them yet.
import type { LocalDate } from "#src/calendar/local-date";

/** A file that can be read more than once. */
export interface GivenFile {
  readonly name: string;
  readonly bytes: number;
  open(): AsyncIterable<Uint8Array>;
}

/** By its name alone: what ends otherwise is no table of anybody's. */
export const isTableName = (name: string): boolean =>
  /\.(?:csv|tsv|txt|xlsx|xls|xlsm|htm|html)$/iu.test(name.trim());

/** Text as it stands there; a number or a day where the file itself knows it as one; null where there is nothing. */
export type Cell = string | number | { readonly day: LocalDate } | null;

export interface TableRow {
  /** The line, or the row of the sheet, counted from 1; of a quoted line break the first. */
  readonly line: number;
  readonly cells: readonly Cell[];
}

/** What a text file is written in. */
export const encodings = [
  "utf-8",
  "utf-16le",
  "utf-16be",
  "gb18030",
  "big5",
  "windows-1252",
] as const;
export type Encoding = (typeof encodings)[number];

export interface Table {
  readonly kind: "text" | "workbook" | "page";
  /** Of a text file. */
  readonly encoding: Encoding | null;
  /** Of a workbook: the sheet that is read, and those that are seen; what is hidden is not named. */
  readonly sheet: string | null;
  readonly sheets: readonly string[];
  /** From the first row on, each time anew. Throws TableRefused where a row cannot be had. */
  rows(): AsyncIterable<TableRow>;
}

export interface TableHints {
  readonly encoding?: Encoding;
  readonly sheet?: string;
}

export type TableProblem =
  | { readonly problem: "empty" }
  | { readonly problem: "too big"; readonly most: number }
  | { readonly problem: "unpacks to too much"; readonly most: number }
  | { readonly problem: "too many columns"; readonly most: number; readonly line: number }
  | { readonly problem: "too many rows"; readonly most: number }
  | { readonly problem: "locked" }
  | { readonly problem: "old workbook" }
  | { readonly problem: "no table" }
  | { readonly problem: "broken"; readonly line: number | null }
  | { readonly problem: "no such sheet"; readonly sheets: readonly string[] };

/** A file, or a row of it, that is not taken. */
export class TableRefused extends Error {
  readonly why: TableProblem;
  constructor(why: TableProblem, options?: ErrorOptions) {
    super(why.problem, options);
    this.name = "TableRefused";
    this.why = why;
  }
}

export interface TableLimits {
  readonly bytes: number;
  readonly rows: number;
}

export interface Tables {
  open(file: GivenFile, limits: TableLimits, hints?: TableHints): Promise<Table>;
}
