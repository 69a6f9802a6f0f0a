// Rows as facts, each with the reason where it is none.
import type { LocalDate } from "#src/calendar/local-date";
import { currencyOf } from "#src/language/amount/currency-words";
import { decimal, fitsStore, zero, type Decimal } from "#src/language/decimal";
import { normalise } from "#src/language/text";
import type { Cell, Table, TableRow } from "#src/ports/tables";
import {
  factWords,
  headingOf,
  ownerRoles,
  rolesNamed,
  type ColumnRole,
  type Vocabulary,
} from "./columns.ts";
import { readDay, readFigure } from "./figures.ts";
import { outcomeOf, type Outcome } from "./outcomes.ts";
import { isBlank, isEmpty, isTotal, textOf } from "./rows.ts";
import type { ImportHints, Survey } from "./survey-table.ts";

/** Why a row is no fact: what is wrong in which column, counted from 0. */
export type RowProblem =
  | {
      readonly why: "no day" | "no amount" | "no owner" | "not stored so exactly";
      readonly column: number | null;
    }
  | {
      readonly why: "day" | "amount" | "currency" | "credit";
      readonly column: number;
      readonly said: string;
    };

/** An owner as a row names them; the surest of what it says. */
export interface SaidOwner {
  readonly by: (typeof ownerRoles)[number];
  /** As it is compared. */
  readonly key: string;
  readonly said: string;
}

export interface ReadFact {
  readonly externalId: string | null;
  readonly owner: SaidOwner;
  readonly day: LocalDate;
  readonly value: Decimal;
  /** Named in the row; otherwise the metric's own. */
  readonly currency: string | null;
  readonly outcome: Outcome;
  /** In per cent; null where the table has no shares. */
  readonly credit: Decimal | null;
}

export type ReadRow = { readonly line: number; readonly cells: readonly Cell[] } & (
  | { readonly fact: ReadFact }
  | { readonly problem: RowProblem }
);

/** Every row below the headings; blank ones and totals are none. */
export async function* rowsBelow(
  table: Table,
  { headerLine, fingerprint }: Pick<Survey, "headerLine" | "fingerprint">,
  words: Vocabulary<string>,
): AsyncGenerator<TableRow> {
  for await (const row of table.rows()) {
    if (row.line <= headerLine || isBlank(row) || isTotal(row)) continue;
    // Several exports pasted below each other bring their headings along.
    if (rolesNamed(row.cells, words) > 1 && row.cells.map(headingOf).join("\u001f") === fingerprint)
      continue;
    yield row;
  }
}

export async function* readRows(
  table: Table,
  survey: Survey,
  hints: ImportHints,
): AsyncGenerator<ReadRow> {
  for await (const row of rowsBelow(table, survey, factWords)) {
    const read = readFact(row.cells, survey, hints);
    yield {
      line: row.line,
      cells: row.cells,
      ...("why" in read ? { problem: read } : { fact: read }),
    };
  }
}

type At = (role: ColumnRole) => Cell;
type Wrong<Role extends string> = (
  why: Extract<RowProblem, { readonly said: string }>["why"],
  role: Role,
) => RowProblem;

function readFact(
  cells: readonly Cell[],
  survey: Survey,
  hints: ImportHints,
): ReadFact | RowProblem {
  const { columns } = survey;
  const at: At = (role) => (columns[role] === undefined ? null : (cells[columns[role]] ?? null));
  const wrong: Wrong<ColumnRole> = (why, role) => ({
    why,
    column: columns[role] ?? 0,
    said: textOf(at(role)).slice(0, 40),
  });
  if (isEmpty(at("day"))) return { why: "no day", column: columns.day ?? null };
  const day = readDay(at("day"), survey.dates);
  if (day === null) return wrong("day", "day");
  const money = readMoney(at, survey, wrong);
  if ("why" in money) return money;
  const owner = ownerIn(at);
  if (owner === null) return { why: "no owner", column: columns.owner ?? null };
  const credit = readCredit(at, survey, wrong);
  if (credit !== null && "why" in credit) return credit;
  return {
    externalId: isEmpty(at("id")) ? null : textOf(at("id")).slice(0, 200),
    owner,
    day,
    ...money,
    outcome: columns.outcome === undefined ? "won" : outcomeOf(textOf(at("outcome")), hints),
    credit,
  };
}

/** What a row is about in money, in whatever kind of table. */
export function readMoney(
  at: (role: "amount" | "currency") => Cell,
  { columns, decimal: mark, unit }: Pick<Survey<"amount">, "columns" | "decimal" | "unit">,
  wrong: Wrong<"amount" | "currency">,
): Pick<ReadFact, "value" | "currency"> | RowProblem {
  if (isEmpty(at("amount"))) return { why: "no amount", column: columns.amount ?? null };
  const figure = readFigure(at("amount"), mark);
  if (figure === null) return wrong("amount", "amount");
  const value = figure.value.times(unit);
  if (!fitsStore(value)) return { why: "not stored so exactly", column: columns.amount ?? null };
  const named = isEmpty(at("currency")) ? null : currencyOf(textOf(at("currency")));
  if (named === undefined) return wrong("currency", "currency");
  return { value, currency: named ?? figure.currency };
}

/** In per cent; null where the table has no shares. */
function readCredit(
  at: At,
  { columns, decimal: mark }: Survey,
  wrong: Wrong<ColumnRole>,
): Decimal | RowProblem | null {
  if (columns.credit === undefined) return null;
  if (isEmpty(at("credit"))) return decimal("100");
  const figure = readFigure(at("credit"), mark);
  if (figure === null || figure.value.lt("0")) return wrong("credit", "credit");
  const share = shareOf(figure.value, figure.isPercent);
  return share.gt("100") ? wrong("credit", "credit") : share;
}

/** 0.5 and 50 % and 50 are half. */
export const shareOf = (value: Decimal, isPercent: boolean): Decimal =>
  !isPercent && value.lte("1") && value.gt(zero) ? value.times("100") : value;

export function ownerIn(at: (role: (typeof ownerRoles)[number]) => Cell): SaidOwner | null {
  for (const by of ownerRoles) {
    const said = textOf(at(by));
    const key = said === "" ? "" : ownerKey(by, said);
    if (key !== "") return { by, key: `${by}:${key}`, said: said.slice(0, 200) };
  }
  return null;
}

/** As it is compared: an address without its case, a Chinese mobile with its country, a number as it is written. */
export function ownerKey(by: SaidOwner["by"], said: string): string {
  const text = normalise(said).trim().toLowerCase();
  if (by === "email") return text.includes("@") ? text : "";
  if (by === "mobile") {
    const digits = text.replace(/[^\d+]/gu, "").replace(/^00/u, "+");
    if (/^1\d{10}$/u.test(digits)) return `+86${digits}`;
    return digits.length < 7 ? "" : digits;
  }
  return text.replace(/\s+/gu, " ");
}
