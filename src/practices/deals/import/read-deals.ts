// Rows of a table as deals, each with the reason where it is none. What a column holds is read as in a file of figures.
import type { LocalDate } from "#src/calendar/local-date";
import { currencyOf } from "#src/language/amount/currency-words";
import { decimal, type Decimal } from "#src/language/decimal";
import {
  isEmpty,
  outcomeOf,
  ownerIn,
  readDay,
  readFigure,
  readMoney,
  rowsBelow,
  shareOf,
  textOf,
  type ImportHints,
  type RowProblem,
  type Survey,
} from "#src/practices/numbers/api";
import type { Cell, Table } from "#src/ports/tables";
import type { StagedDeal } from "../model.ts";
import { dealTable, type DealRole } from "./columns.ts";

export type DealProblem =
  | RowProblem
  | { readonly why: "no name"; readonly column: number | null }
  | { readonly why: "no stage"; readonly column: number | null }
  | { readonly why: "count"; readonly column: number; readonly said: string }
  | { readonly why: "probability"; readonly column: number; readonly said: string };

type ReadDeal = Omit<StagedDeal, "line" | "externalId" | "owner" | "currency"> & {
  readonly externalId: string | null;
  readonly owner: StagedDeal["owner"];
  /** Named in the row; otherwise the metric's own. */
  readonly currency: string | null;
};

export type ReadDealRow = { readonly line: number } & (
  | { readonly deal: ReadDeal }
  | { readonly problem: DealProblem }
);

const longest = 300;

export async function* readDeals(
  table: Table,
  survey: Survey<DealRole>,
  hints: ImportHints<DealRole>,
): AsyncGenerator<ReadDealRow> {
  for await (const { line, cells } of rowsBelow(table, survey, dealTable.words))
    try {
      yield { line, deal: readDeal(cells, survey, hints) };
    } catch (error) {
      if (!(error instanceof NoDeal)) throw error;
      yield { line, problem: error.problem };
    }
}

/** A row that is none: thrown, since each of eighteen cells may be why. */
class NoDeal extends Error {
  readonly problem: DealProblem;
  constructor(problem: DealProblem) {
    super(problem.why);
    this.problem = problem;
  }
}

/** What one row has in each column. */
class Row {
  readonly cells: readonly Cell[];
  readonly survey: Survey<DealRole>;
  constructor(cells: readonly Cell[], survey: Survey<DealRole>) {
    this.cells = cells;
    this.survey = survey;
  }
  column(role: DealRole): number | null {
    return this.survey.columns[role] ?? null;
  }
  at(role: DealRole): Cell {
    const column = this.column(role);
    return column === null ? null : (this.cells[column] ?? null);
  }
  text(role: DealRole): string {
    return textOf(this.at(role)).slice(0, longest);
  }
  said(role: DealRole): { readonly column: number; readonly said: string } {
    return { column: this.column(role) ?? 0, said: this.text(role).slice(0, 40) };
  }
  day(role: DealRole): LocalDate | null {
    if (isEmpty(this.at(role))) return null;
    const day = readDay(this.at(role), this.survey.dates);
    if (day === null) throw new NoDeal({ why: "day", ...this.said(role) });
    return day;
  }
  count(role: DealRole): number | null {
    if (isEmpty(this.at(role))) return null;
    const figure = readFigure(this.at(role), this.survey.decimal);
    const count = Number(figure?.value.toFixed(0));
    if (!figure?.value.eq(String(count)) || count < 0 || count > 1000)
      throw new NoDeal({ why: "count", ...this.said(role) });
    return count;
  }
  /** In per cent. */
  share(role: DealRole): Decimal | null {
    if (isEmpty(this.at(role))) return null;
    const figure = readFigure(this.at(role), this.survey.decimal);
    const share = figure && shareOf(figure.value, figure.isPercent);
    if (!share || share.lt("0") || share.gt("100"))
      throw new NoDeal({ why: "probability", ...this.said(role) });
    return decimal(share.toFixed(6));
  }
}

function readDeal(
  cells: readonly Cell[],
  survey: Survey<DealRole>,
  hints: ImportHints<DealRole>,
): ReadDeal {
  const row = new Row(cells, survey);
  const externalId = isEmpty(row.at("id")) ? null : textOf(row.at("id")).slice(0, 200);
  const name = row.text("name") || externalId;
  if (name === null) throw new NoDeal({ why: "no name", column: row.column("name") });
  const stage = row.text("stage");
  if (stage === "") throw new NoDeal({ why: "no stage", column: row.column("stage") });
  const owner = ownerIn((role) => row.at(role));
  if (owner === null) throw new NoDeal({ why: "no owner", column: row.column("owner") });
  return {
    externalId,
    name,
    stage,
    stageSince: row.day("stageSince"),
    owner: {
      key: owner.key,
      said: owner.said,
      email: owner.by === "email" ? owner.key.slice("email:".length) : null,
    },
    ...moneyOf(row),
    outcome: outcomeOf(isEmpty(row.at("outcome")) ? stage : row.text("outcome"), hints),
    openedOn: row.day("opened"),
    closeOn: row.day("close"),
    lastActivityOn: row.day("activity"),
    nextStep: row.column("nextStep") === null ? null : row.text("nextStep"),
    nextStepOn: row.day("nextStepOn"),
    pushed: row.count("pushed"),
    probability: row.share("probability"),
  };
}

/** An amount may be missing: then it is none, and not nothing. */
function moneyOf(row: Row): Pick<ReadDeal, "amount" | "currency"> {
  if (isEmpty(row.at("amount"))) {
    const currency = isEmpty(row.at("currency")) ? null : currencyOf(row.text("currency"));
    if (currency === undefined) throw new NoDeal({ why: "currency", ...row.said("currency") });
    return { amount: null, currency };
  }
  const money = readMoney(
    (role) => row.at(role),
    row.survey,
    (why, role) => ({ why, ...row.said(role) }),
  );
  if ("why" in money) throw new NoDeal(money);
  return { amount: money.value, currency: money.currency };
}
