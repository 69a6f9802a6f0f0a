// A table stored as facts, or only looked at: each row compared with what is known, and all of it made visible at once, or nothing.
import { decimal, sum, toText, zero, type Decimal } from "#src/language/decimal";
import type { PersonId } from "#src/people/person";
import type { Metric } from "#src/practices/setup/api";
import type { Table } from "#src/ports/tables";
import type { NewBatch, StagedAs, StagedFact } from "../model.ts";
import type { ImportStore } from "../store.ts";
import { readRows, type ReadFact, type RowProblem } from "./read-rows.ts";
import {
  isSurvey,
  surveyTable,
  type ImportHints,
  type ImportQuestion,
  type Survey,
} from "./survey-table.ts";
import { createTallies } from "./tallies.ts";

export type Rejected =
  | RowProblem
  | {
      readonly why: "twice";
      readonly column: number;
      readonly said: string;
      readonly before: number;
    }
  /** Whoever imports may do so for others than whom the row names. */
  | { readonly why: "not yours"; readonly column: number | null; readonly said: string }
  | { readonly why: "no money"; readonly column: number | null; readonly said: string };

export interface ImportRow {
  readonly line: number;
  readonly as: StagedAs | "rejected";
  readonly fact: StagedFact | null;
  readonly person: PersonId | null;
  readonly rejected: Rejected | null;
}

export interface OwnerSum {
  readonly said: string;
  readonly person: PersonId | null;
  readonly currency: string | null;
  readonly rows: number;
  readonly value: Decimal;
}

export interface ImportReport {
  readonly survey: Survey;
  readonly counts: Readonly<Record<ImportRow["as"], number>>;
  /** Of what is won, by owner and currency, in the order in which they come. */
  readonly sums: readonly OwnerSum[];
  readonly stored: boolean;
}

export type ImportEnd =
  | {
      readonly end: "asks";
      readonly asks: readonly ImportQuestion[];
      readonly survey: Survey | null;
    }
  | { readonly end: "busy" }
  | ({ readonly end: "read" } & ImportReport);

export interface ImportRequest {
  readonly batch: Omit<NewBatch, "metric">;
  readonly metric: Metric;
  readonly hints: ImportHints;
  /** What the table is, where that was found out before with these hints. */
  readonly survey?: Survey;
  /** Whose rows are taken; null: everybody's, also of those whom nobody knows. */
  readonly mayOwn: readonly PersonId[] | null;
  /** Only looked at where false. */
  readonly apply: boolean;
  /** The good rows are stored though others are rejected. */
  readonly skipRejected: boolean;
  /** Twelve bytes for a text, the same for the same text. */
  readonly digest: (text: string) => Uint8Array;
  /** Work on the store, each time in a transaction of its own. */
  inStore<T>(work: (store: ImportStore) => Promise<T>): Promise<T>;
  readonly onRow: (row: ImportRow) => void;
}

/** So few that a log beside it waits for none of them long. */
const atOnce = 500;

export async function importTable(table: Table, request: ImportRequest): Promise<ImportEnd> {
  const survey = request.survey ?? (await surveyTable(table, request.hints));
  if (!isSurvey(survey)) return { end: "asks", asks: [survey], survey: null };
  if (survey.asks.length > 0) return { end: "asks", asks: survey.asks, survey };
  const batch: NewBatch = { ...request.batch, metric: request.metric.id };
  if (!(await request.inStore((store) => store.begin(batch)))) return { end: "busy" };
  const stored = { done: false };
  try {
    const tally = await stageAll(table, survey, batch, request);
    const mayStore = request.apply && (tally.counts.rejected === 0 || request.skipRejected);
    if (mayStore) stored.done = await request.inStore((store) => store.publish(batch.id));
    return {
      end: "read",
      survey,
      counts: tally.counts,
      sums: [...tally.sums.values()],
      stored: stored.done,
    };
  } finally {
    if (!stored.done) await request.inStore((store) => store.abandon(batch.id));
  }
}

interface Tally {
  readonly counts: Record<ImportRow["as"], number>;
  readonly sums: Map<string, OwnerSum>;
}

async function stageAll(
  table: Table,
  survey: Survey,
  batch: NewBatch,
  request: ImportRequest,
): Promise<Tally> {
  const tally: Tally = { counts: { new: 0, changed: 0, same: 0, rejected: 0 }, sums: new Map() };
  const keys = createKeys(request, survey);
  const tell = (row: ImportRow): void => {
    tally.counts[row.as]++;
    request.onRow(row);
  };
  const reject = (line: number, rejected: Rejected): void =>
    tell({ line, as: "rejected", fact: null, person: null, rejected });
  let waiting: StagedFact[] = [];
  const flush = async (): Promise<void> => {
    if (waiting.length === 0) return;
    const rows = waiting;
    waiting = [];
    const staged = await request.inStore((store) => store.stage(batch.id, rows, request.mayOwn));
    const byLine = new Map(staged.map((each) => [each.line, each]));
    for (const fact of rows) {
      const as = byLine.get(fact.line);
      if (as === undefined) throw new Error("a staged row did not come back");
      if (as.as === "others") {
        reject(fact.line, notYours(fact, survey));
        continue;
      }
      tell({ line: fact.line, as: as.as, fact, person: as.person, rejected: null });
      if (fact.outcome === "won") add(tally.sums, fact, as.person);
    }
  };
  for await (const row of readRows(table, survey, request.hints)) {
    if ("problem" in row) {
      reject(row.line, row.problem);
      continue;
    }
    const refused = whyNot(row.fact, survey, request);
    if (refused !== null) {
      reject(row.line, refused);
      continue;
    }
    const key = keys(row.line, row.fact, row.cells);
    if (typeof key !== "string") {
      reject(row.line, key);
      continue;
    }
    waiting.push(stagedFact(row.line, row.fact, key, request.metric));
    if (waiting.length >= atOnce) await flush();
  }
  await flush();
  return tally;
}

const notYours = ({ owner }: StagedFact, { columns }: Survey): Rejected => ({
  why: "not yours",
  column: columns[owner.by] ?? null,
  said: owner.said.slice(0, 40),
});

const whyNot = (fact: ReadFact, { columns }: Survey, { metric }: ImportRequest): Rejected | null =>
  fact.currency !== null && metric.unit.kind !== "money"
    ? {
        why: "no money",
        column: columns.currency ?? columns.amount ?? null,
        said: fact.currency,
      }
    : null;

/**
 * A row's own id, or what it says and how often that came before. The same id twice in one file is one too many, unless they are
 * shares of different people that are the whole together at most.
 */
function createKeys({ digest }: ImportRequest, { columns }: Survey) {
  const seen = createTallies();
  const shared = createTallies();
  return (line: number, fact: ReadFact, cells: readonly unknown[]): string | Rejected => {
    const short = digest(
      fact.externalId === null
        ? JSON.stringify(cells)
        : `${fact.externalId} ${fact.credit === null ? "" : fact.owner.key}`,
    );
    const before = seen.get(short);
    if (fact.externalId === null) {
      seen.set(short, (before ?? 0) + 1);
      return `row:${nameOf(short)}:${before ?? 0}`;
    }
    if (before !== null)
      return { why: "twice", column: columns.id ?? 0, said: fact.externalId, before };
    if (fact.credit !== null) {
      const whole = digest(fact.externalId);
      const total = decimal(String(shared.get(whole) ?? 0)).plus(fact.credit.times(millionth));
      const per100 = total.div(millionth);
      if (per100.gt("100"))
        return { why: "credit", column: columns.credit ?? 0, said: `${toText(per100)}%` };
      shared.set(whole, Number(total.toFixed(0)));
    }
    seen.set(short, line);
    return fact.externalId;
  };
}

/** Shares are kept to six decimals: added up they are whole numbers of this part of a per cent. */
const millionth = "1000000";

/** A digest as text. */
export const nameOf = (short: Uint8Array): string =>
  btoa(String.fromCodePoint(...short))
    .replaceAll("+", "-")
    .replaceAll("/", "_");

const stagedFact = (
  line: number,
  fact: ReadFact,
  externalId: string,
  metric: Metric,
): StagedFact => ({
  line,
  externalId,
  share: fact.credit === null ? "" : fact.owner.key,
  owner: fact.owner,
  on: fact.day,
  value: fact.value,
  currency: metric.unit.kind === "money" ? (fact.currency ?? metric.unit.currency) : null,
  outcome: fact.outcome,
  credit: fact.credit,
});

function add(sums: Tally["sums"], fact: StagedFact, person: PersonId | null): void {
  const key = `${fact.owner.key} ${fact.currency}`;
  const before = sums.get(key);
  const value = fact.credit === null ? fact.value : fact.value.times(fact.credit).div("100");
  sums.set(key, {
    said: fact.owner.said,
    person,
    currency: fact.currency,
    rows: (before?.rows ?? 0) + 1,
    value: sum([before?.value ?? zero, value]),
  });
}
