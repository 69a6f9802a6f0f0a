// What a table is, before its rows are read: where its headings are, what each column holds and how it is written; and what it does not tell.
import { decimal, type Decimal } from "#src/language/decimal";
import type { Cell, Table, TableRow } from "#src/ports/tables";
import {
  headingOf,
  ownerRoles,
  proposeColumns,
  rolesNamed,
  unitIn,
  type ColumnRole,
  type Columns,
} from "./columns.ts";
import { dateOrderIn, decimalMarkIn, type DateOrder, type DecimalMark } from "./figures.ts";
import { isBlank, isTotal } from "./rows.ts";
import { outcomeOf } from "./outcomes.ts";

/** What somebody says about a file beside what it tells itself. */
export interface ImportHints {
  readonly columns?: Columns;
  /** Those columns are all: nothing is proposed beside them. */
  readonly onlyThose?: boolean;
  readonly headerLine?: number;
  readonly dates?: DateOrder;
  readonly decimal?: DecimalMark;
  /** Every figure is so many times what it says. */
  readonly unit?: Decimal;
  readonly won?: readonly string[];
  readonly lost?: readonly string[];
}

/** What a file does not tell, and whoever gives it is asked. */
export type ImportQuestion =
  | { readonly asks: "header" }
  | {
      readonly asks: "column";
      readonly role: "amount" | "day" | "owner";
      readonly among: readonly number[];
    }
  | { readonly asks: "dates" }
  | { readonly asks: "decimal" }
  | { readonly asks: "won"; readonly words: readonly string[] };

export interface Survey {
  readonly headerLine: number;
  readonly heading: readonly Cell[];
  readonly columns: Columns;
  readonly unit: Decimal;
  readonly dates: DateOrder;
  readonly decimal: DecimalMark;
  /** The first rows below the headings, to be looked at. */
  readonly first: readonly TableRow[];
  readonly asks: readonly ImportQuestion[];
  /** The headings, by which a mapping is known again. */
  readonly fingerprint: string;
}

const titleRows = 30;
const shownRows = 5;
const mostOutcomes = 40;

interface Header {
  readonly line: number;
  readonly cells: readonly Cell[];
  readonly unit: string | null;
}

/** The first row that names most; titles and a unit may stand above it. */
async function headerOf(table: Table, wanted: number | undefined): Promise<Header | null> {
  let best: Header | null = null;
  let named = 0;
  let unit: string | null = null;
  let seen = 0;
  for await (const { line, cells } of table.rows()) {
    if (wanted === undefined ? seen++ >= titleRows : line > wanted) break;
    const roles = rolesNamed(cells);
    if (line === wanted || (wanted === undefined && roles > named && roles > 1)) {
      best = { line, cells, unit };
      named = roles;
    }
    unit ??=
      cells
        .map((cell) => (typeof cell === "string" ? unitIn(cell) : null))
        .find((each) => each !== null) ?? null;
  }
  return best;
}

interface Evidence {
  readonly amounts: Cell[];
  readonly days: Cell[];
  readonly outcomes: Set<string>;
  readonly first: TableRow[];
}

/** Of the columns that matter, what tells how they are written: each kind of writing once. */
async function evidenceOf(table: Table, header: Header, columns: Columns): Promise<Evidence> {
  const kinds = { amounts: new Map<string, Cell>(), days: new Map<string, Cell>() };
  const outcomes = new Set<string>();
  const first: TableRow[] = [];
  const keep = (
    into: Map<string, Cell>,
    cell: Cell | undefined,
    shape: (text: string) => string,
  ) => {
    if (typeof cell === "string" && into.size < 2_000) into.set(shape(cell), cell);
  };
  for await (const row of table.rows()) {
    if (row.line <= header.line || isBlank(row) || isTotal(row)) continue;
    if (first.length < shownRows) first.push(row);
    const at = (role: ColumnRole) =>
      columns[role] === undefined ? undefined : row.cells[columns[role]];
    keep(kinds.amounts, at("amount"), (text) => text.replace(/\d/gu, "0"));
    keep(kinds.days, at("day"), (text) => text.replace(/\d{4}/gu, "0"));
    const outcome = at("outcome");
    if (typeof outcome === "string" && outcomes.size < mostOutcomes) outcomes.add(outcome.trim());
  }
  return { amounts: [...kinds.amounts.values()], days: [...kinds.days.values()], outcomes, first };
}

export async function surveyTable(
  table: Table,
  hints: ImportHints,
): Promise<Survey | ImportQuestion> {
  const header = await headerOf(table, hints.headerLine);
  if (header === null) return { asks: "header" };
  const proposed = proposeColumns(header.cells);
  const columns =
    hints.onlyThose === true ? { ...hints.columns } : { ...proposed.columns, ...hints.columns };
  const evidence = await evidenceOf(table, header, columns);
  const asks: ImportQuestion[] = [];
  const missing = (role: "amount" | "day" | "owner", has: boolean) => {
    if (!has) asks.push({ asks: "column", role, among: proposed.unclear.get(role) ?? [] });
  };
  missing("amount", columns.amount !== undefined);
  missing("day", columns.day !== undefined);
  missing(
    "owner",
    ownerRoles.some((role) => columns[role] !== undefined),
  );
  const dates = hints.dates ?? dateOrderIn(evidence.days);
  if (dates === "unclear") asks.push({ asks: "dates" });
  const mark = hints.decimal ?? decimalMarkIn(evidence.amounts);
  if (mark === "unclear") asks.push({ asks: "decimal" });
  const words = [...evidence.outcomes].filter((each) => each !== "");
  if (words.length > 0 && !words.some((each) => outcomeOf(each, hints) === "won"))
    asks.push({ asks: "won", words });
  const amountHeading = columns.amount === undefined ? null : header.cells[columns.amount];
  const said = typeof amountHeading === "string" ? unitIn(amountHeading) : null;
  return {
    headerLine: header.line,
    heading: header.cells,
    columns,
    unit: hints.unit ?? decimal(said ?? header.unit ?? "1"),
    dates: dates === null || dates === "unclear" ? "ymd" : dates,
    decimal: mark === null || mark === "unclear" ? "." : mark,
    first: evidence.first,
    asks,
    fingerprint: header.cells.map(headingOf).join("\u001f"),
  };
}

export const isSurvey = (found: Survey | ImportQuestion): found is Survey =>
  !("asks" in found && typeof found.asks === "string");
