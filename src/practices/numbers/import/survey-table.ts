// What a table is, before its rows are read: where its headings are, what each column holds and how it is written; and what it does not tell.
import { decimal, type Decimal } from "#src/language/decimal";
import type { Cell, Table, TableRow } from "#src/ports/tables";
import {
  columnsIn,
  factWords,
  headingOf,
  ownerRoles,
  rolesNamed,
  unitIn,
  type ColumnRole,
  type Columns,
  type Proposed,
  type Vocabulary,
} from "./columns.ts";
import { dateOrderIn, decimalMarkIn, type DateOrder, type DecimalMark } from "./figures.ts";
import { isBlank, isTotal } from "./rows.ts";
import { outcomeOf } from "./outcomes.ts";

/** What somebody says about a file beside what it tells itself. */
export interface ImportHints<Role extends string = ColumnRole> {
  readonly columns?: Columns<Role>;
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
export type ImportQuestion<Role extends string = ColumnRole> =
  | { readonly asks: "header" }
  | {
      readonly asks: "column";
      readonly role: Role;
      readonly among: readonly number[];
    }
  | { readonly asks: "dates" }
  | { readonly asks: "decimal" }
  | { readonly asks: "won"; readonly words: readonly string[] };

/** What kind of rows a table is to have. */
export interface TableKind<Role extends string> {
  readonly words: Vocabulary<Role>;
  /** Of each of these one is to be there; the first is what is asked for. */
  readonly needed: readonly (readonly [Role, ...Role[]])[];
  readonly amount: Role;
  readonly days: readonly Role[];
  readonly outcome: readonly Role[];
  /** Whether rows of which none is won are asked about. */
  readonly asksWon: boolean;
}

const factTable: TableKind<ColumnRole> = {
  words: factWords,
  needed: [["amount"], ["day"], ["owner", ...ownerRoles]],
  amount: "amount",
  days: ["day"],
  outcome: ["outcome"],
  asksWon: true,
};

export interface Survey<Role extends string = ColumnRole> {
  readonly headerLine: number;
  readonly heading: readonly Cell[];
  readonly columns: Columns<Role>;
  readonly unit: Decimal;
  readonly dates: DateOrder;
  readonly decimal: DecimalMark;
  /** The first rows below the headings, to be looked at. */
  readonly first: readonly TableRow[];
  readonly asks: readonly ImportQuestion<Role>[];
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
export async function headerOf(
  table: Table,
  wanted: number | undefined,
  words: Vocabulary<string>,
): Promise<Header | null> {
  let best: Header | null = null;
  let named = 0;
  let unit: string | null = null;
  let seen = 0;
  for await (const { line, cells } of table.rows()) {
    if (wanted === undefined ? seen++ >= titleRows : line > wanted) break;
    const roles = rolesNamed(cells, words);
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
async function evidenceOf<Role extends string>(
  table: Table,
  header: Header,
  columns: Columns<Role>,
  kind: TableKind<Role>,
): Promise<Evidence> {
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
    const at = (role: Role) => {
      const column: number | undefined = columns[role];
      return column === undefined ? undefined : row.cells[column];
    };
    keep(kinds.amounts, at(kind.amount), (text) => text.replace(/\d/gu, "0"));
    for (const role of kind.days)
      keep(kinds.days, at(role), (text) => text.replace(/\d{4}/gu, "0"));
    const outcome = kind.outcome.map(at).find((each) => each !== undefined);
    if (typeof outcome === "string" && outcomes.size < mostOutcomes) outcomes.add(outcome.trim());
  }
  return { amounts: [...kinds.amounts.values()], days: [...kinds.days.values()], outcomes, first };
}

export const surveyTable = (table: Table, hints: ImportHints): Promise<Survey | ImportQuestion> =>
  surveyTableOf(table, hints, factTable);

export async function surveyTableOf<Role extends string>(
  table: Table,
  hints: ImportHints<Role>,
  kind: TableKind<Role>,
): Promise<Survey<Role> | ImportQuestion<Role>> {
  const header = await headerOf(table, hints.headerLine, kind.words);
  if (header === null) return { asks: "header" };
  const proposed = columnsIn(header.cells, kind.words);
  const columns: Columns<Role> =
    hints.onlyThose === true ? { ...hints.columns } : { ...proposed.columns, ...hints.columns };
  const evidence = await evidenceOf(table, header, columns, kind);
  const dates = hints.dates ?? dateOrderIn(evidence.days);
  const mark = hints.decimal ?? decimalMarkIn(evidence.amounts);
  const amountColumn: number | undefined = columns[kind.amount];
  const amountHeading = amountColumn === undefined ? null : header.cells[amountColumn];
  const said = typeof amountHeading === "string" ? unitIn(amountHeading) : null;
  return {
    headerLine: header.line,
    heading: header.cells,
    columns,
    unit: hints.unit ?? decimal(said ?? header.unit ?? "1"),
    dates: dates === null || dates === "unclear" ? "ymd" : dates,
    decimal: mark === null || mark === "unclear" ? "." : mark,
    first: evidence.first,
    asks: [
      ...neededColumns(columns, proposed, kind),
      ...(dates === "unclear" ? [{ asks: "dates" } as const] : []),
      ...(mark === "unclear" ? [{ asks: "decimal" } as const] : []),
      ...(kind.asksWon ? wordsForWon(evidence, hints) : []),
    ],
    fingerprint: header.cells.map(headingOf).join("\u001f"),
  };
}

function neededColumns<Role extends string>(
  columns: Columns<Role>,
  { unclear }: Proposed<Role>,
  { needed }: TableKind<Role>,
): readonly ImportQuestion<Role>[] {
  return needed
    .filter((roles) => roles.every((role) => columns[role] === undefined))
    .map(([role]) => ({ asks: "column", role, among: unclear.get(role) ?? [] }));
}

/** Where none of the words for what became of a row is known to mean won. */
function wordsForWon(
  { outcomes }: Evidence,
  hints: Pick<ImportHints, "won" | "lost">,
): readonly (ImportQuestion<never> & { readonly asks: "won" })[] {
  const words = [...outcomes].filter((each) => each !== "");
  return words.length === 0 || words.some((each) => outcomeOf(each, hints) === "won")
    ? []
    : [{ asks: "won", words }];
}

export const isSurvey = <Role extends string>(
  found: Survey<Role> | ImportQuestion<Role>,
): found is Survey<Role> => !("asks" in found && typeof found.asks === "string");
