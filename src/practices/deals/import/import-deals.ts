// A file of deals stored, or only looked at: each compared with what is known, and all of them made visible at once, or none.
import { sum, zero, type Decimal } from "#src/language/decimal";
import type { LocalDate } from "#src/calendar/local-date";
import type { PersonId } from "#src/people/person";
import {
  createTallies,
  isSurvey,
  nameOf,
  surveyTableOf,
  type ImportHints,
  type ImportQuestion,
  type NewBatch,
  type StagedAs,
  type Survey,
} from "#src/practices/numbers/api";
import type { Table } from "#src/ports/tables";
import type { StagedDeal } from "../model.ts";
import type { DealImportStore } from "../store.ts";
import { dealTable, type DealRole } from "./columns.ts";
import { readDeals, type DealProblem } from "./read-deals.ts";

export type RejectedDeal =
  | DealProblem
  | {
      readonly why: "twice";
      readonly column: number;
      readonly said: string;
      readonly before: number;
    };

export interface DealRow {
  readonly line: number;
  readonly as: StagedAs | "rejected";
  readonly deal: StagedDeal | null;
  readonly person: PersonId | null;
  readonly rejected: RejectedDeal | null;
}

/** What is open, by owner and currency; deals without an amount are counted and add nothing. */
export interface OpenSum {
  readonly said: string;
  readonly person: PersonId | null;
  readonly currency: string;
  readonly deals: number;
  readonly noAmount: number;
  readonly value: Decimal;
}

type Ending = Exclude<StagedDeal["outcome"], "open">;

export type DealImportEnd =
  | {
      readonly end: "asks";
      readonly asks: readonly ImportQuestion<DealRole>[];
      readonly survey: Survey<DealRole> | null;
    }
  | { readonly end: "busy" }
  | {
      readonly end: "read";
      readonly survey: Survey<DealRole>;
      readonly counts: Readonly<Record<DealRow["as"], number>>;
      readonly sums: readonly OpenSum[];
      /** Which stages were taken for what, of deals that are over. */
      readonly endings: ReadonlyMap<Ending, ReadonlySet<string>>;
      readonly stored: boolean;
    };

export interface DealImportRequest {
  readonly batch: NewBatch;
  /** Where a row names none. */
  readonly currency: string;
  /** The organisation's day. */
  readonly today: LocalDate;
  readonly hints: ImportHints<DealRole>;
  /** Only looked at where false. */
  readonly apply: boolean;
  readonly skipRejected: boolean;
  /** Twelve bytes for a text, the same for the same text. */
  readonly digest: (text: string) => Uint8Array;
  /** Work on the store, each time in a transaction of its own. */
  inStore<T>(work: (store: DealImportStore) => Promise<T>): Promise<T>;
  readonly onRow: (row: DealRow) => void;
}

/** So few that a log beside it waits for none of them long. */
const atOnce = 500;

export async function importDeals(
  table: Table,
  request: DealImportRequest,
): Promise<DealImportEnd> {
  const survey = await surveyTableOf(table, request.hints, dealTable);
  if (!isSurvey(survey)) return { end: "asks", asks: [survey], survey: null };
  if (survey.asks.length > 0) return { end: "asks", asks: survey.asks, survey };
  const { batch } = request;
  if (!(await request.inStore((store) => store.begin(batch)))) return { end: "busy" };
  const stored = { done: false };
  try {
    const { counts, sums, endings } = await stageAll(table, survey, request);
    if (request.apply && (counts.rejected === 0 || request.skipRejected))
      stored.done = await request.inStore((store) => store.publish(batch.id));
    return { end: "read", survey, counts, sums: [...sums.values()], endings, stored: stored.done };
  } finally {
    if (!stored.done) await request.inStore((store) => store.abandon(batch.id));
  }
}

async function stageAll(table: Table, survey: Survey<DealRole>, request: DealImportRequest) {
  const counts: Record<DealRow["as"], number> = { new: 0, changed: 0, same: 0, rejected: 0 };
  const sums = new Map<string, OpenSum>();
  const endings = new Map<Ending, ReadonlySet<string>>();
  const keys = createKeys(request, survey);
  const tell = (row: DealRow): void => {
    counts[row.as]++;
    request.onRow(row);
  };
  let waiting: StagedDeal[] = [];
  const flush = async (): Promise<void> => {
    if (waiting.length === 0) return;
    const rows = waiting;
    waiting = [];
    const staged = await request.inStore((store) =>
      store.stageDeals(request.batch.id, rows, request.today),
    );
    const byLine = new Map(staged.map((each) => [each.line, each]));
    for (const deal of rows) {
      const as = byLine.get(deal.line);
      if (as === undefined) throw new Error("a staged deal did not come back");
      tell({ line: deal.line, as: as.as, deal, person: as.person, rejected: null });
      if (deal.outcome === "open") add(sums, deal, as.person);
      else endings.set(deal.outcome, new Set([...(endings.get(deal.outcome) ?? []), deal.stage]));
    }
  };
  for await (const row of readDeals(table, survey, request.hints)) {
    const { line } = row;
    const key = "problem" in row ? row.problem : keys(line, row.deal);
    if (typeof key !== "string")
      tell({ line, as: "rejected", deal: null, person: null, rejected: key });
    if ("problem" in row || typeof key !== "string") continue;
    const currency = row.deal.currency ?? request.currency;
    waiting.push({ ...row.deal, line, externalId: key, currency });
    if (waiting.length >= atOnce) await flush();
  }
  await flush();
  return { counts, sums, endings };
}

/**
 * A deal's own id, which is in a file once. Without one it is known by its name and its owner, and how often they came before: its stage
 * and amount change, and it is the same deal.
 */
function createKeys({ digest }: DealImportRequest, { columns }: Survey<DealRole>) {
  const seen = createTallies();
  return (
    line: number,
    {
      externalId,
      name,
      owner,
    }: Pick<StagedDeal, "name" | "owner"> & { readonly externalId: string | null },
  ): string | RejectedDeal => {
    const short = digest(externalId ?? JSON.stringify([name, owner.key]));
    const before = seen.get(short);
    if (externalId === null) {
      seen.set(short, (before ?? 0) + 1);
      return `name:${nameOf(short)}:${before ?? 0}`;
    }
    if (before !== null) return { why: "twice", column: columns.id ?? 0, said: externalId, before };
    seen.set(short, line);
    return externalId;
  };
}

function add(sums: Map<string, OpenSum>, deal: StagedDeal, person: PersonId | null): void {
  const key = `${deal.owner.key} ${deal.currency}`;
  const before = sums.get(key);
  sums.set(key, {
    said: deal.owner.said,
    person,
    currency: deal.currency,
    deals: (before?.deals ?? 0) + 1,
    noAmount: (before?.noAmount ?? 0) + (deal.amount === null ? 1 : 0),
    value: sum([before?.value ?? zero, deal.amount ?? zero]),
  });
}
