// One pull: pages of rows are staged where nobody reads them, and all of it is visible at once. Whatever ends it before leaves nothing.
import type { LocalDate } from "#src/calendar/local-date";
import { sum, toText, zero, type Decimal } from "#src/language/decimal";
import type { Unit } from "#src/language/units";
import type { Crm, CrmPage, CrmRecord, CrmUser } from "#src/ports/crm";
import type { DealImportStore, StagedDeal } from "#src/practices/deals/api";
import type { ImportStore, NewBatch, StagedFact } from "#src/practices/numbers/api";
import type { Choice, Known, PullReport, ReadObject, WonSum } from "../model.ts";
import { dealOf } from "../rules/deal.ts";
import { factOf, ownerKeyOf, type FactStep, type ReadAs } from "../rules/fact.ts";
import type { CrmRow } from "../rules/outcome.ts";
import { whoIs } from "../rules/who.ts";
import type { PullStore } from "../store.ts";

export interface PullStores {
  readonly numbers: ImportStore;
  readonly deals: DealImportStore;
  readonly sync: PullStore;
}

export interface PullRequest {
  readonly crm: Crm;
  readonly choice: Choice;
  readonly batch: NewBatch;
  readonly unit: Unit;
  /** The home currency over there, where it has one; the organisation's here else. */
  readonly currency: string;
  readonly zone: string;
  /** The organisation's day. */
  readonly today: LocalDate;
  /** Null: all of it. */
  readonly since: Date | null;
  /** What is not there any more leaves. */
  readonly isFull: boolean;
  /** More than half may leave at once: somebody asked for it knowing that. */
  readonly mayShrink: boolean;
  /** Work on the store, each time in a transaction of its own; it throws where another pulls by now. */
  readonly inStore: <T>(work: (stores: PullStores) => Promise<T>) => Promise<T>;
}

/** All of it but the last step, which makes it visible. */
export interface Pulled {
  readonly report: PullReport;
  /** The CRM's clock when reading began. */
  readonly readThrough: Date;
}

/** So few that an act beside it waits for none of them long. */
const atOnce = 500;
const fewestToShrink = 20;

/** Far fewer rows are there than were before: nobody is believed to have lost half of what they sold overnight. */
export class Shrunk extends Error {
  readonly gone: number;
  readonly of: number;
  constructor(gone: number, of: number) {
    super("much of it is not there any more");
    this.gone = gone;
    this.of = of;
  }
}

/** Stages everything in the batch, which was begun. */
export async function stagePull(request: PullRequest): Promise<Pulled> {
  const { crm, choice } = request;
  const users = await everybody(crm);
  const state = createState(request, users);
  const objects = [choice.counts, ...(choice.deals === null ? [] : [choice.deals])];
  let readThrough: Date | null = null;
  for (const object of objects) {
    for await (const page of pages((next) => crm.changed(object, request.since, next))) {
      readThrough ??= page.at;
      for (let at = 0; at < page.rows.length; at += atOnce)
        await state.take(object, page.rows.slice(at, at + atOnce));
    }
    if (request.since !== null)
      for await (const page of pages((next) =>
        crm.gone(object, request.since ?? new Date(0), next),
      ))
        await state.take(object, page.rows);
  }
  if (request.isFull) await state.leaveUnseen();
  return { report: state.report(), readThrough: readThrough ?? new Date(0) };
}

async function everybody(crm: Crm): Promise<ReadonlyMap<string, CrmUser>> {
  const users = new Map<string, CrmUser>();
  for await (const page of pages((next) => crm.users(next)))
    for (const user of page.rows) users.set(user.id, user);
  return users;
}

async function* pages<T>(
  ask: (page: string | null) => Promise<CrmPage<T>>,
): AsyncGenerator<CrmPage<T>> {
  let next: string | null = null;
  do {
    const page: CrmPage<T> = await ask(next);
    yield page;
    next = page.next;
  } while (next !== null);
}

type Page = readonly CrmRecord[];

interface Sum extends Omit<WonSum, "value"> {
  readonly value: Decimal;
}

const counted = [
  "rows",
  "added",
  "changed",
  "same",
  "left",
  "deals",
  "unknownOwners",
  "no amount",
  "no day",
  "unread",
] as const;

/** What one piece of work came to: a transaction that the database ended is done again, so nothing is added before it is over. */
interface Part {
  readonly counts: Record<(typeof counted)[number], number>;
  readonly met: Set<string>;
  readonly won: { readonly fact: StagedFact; readonly isKnown: boolean }[];
}

const newPart = (): Part => ({
  counts: {
    rows: 0,
    added: 0,
    changed: 0,
    same: 0,
    left: 0,
    deals: 0,
    unknownOwners: 0,
    "no amount": 0,
    "no day": 0,
    unread: 0,
  },
  met: new Set(),
  won: [],
});

/** Everything a page needs besides its rows. */
interface Reading {
  readonly request: PullRequest;
  readonly users: ReadonlyMap<string, CrmUser>;
  readonly as: ReadAs;
  /** Owners who came before in this pull. */
  readonly met: ReadonlySet<string>;
  nextLine(): number;
}

const nameOf = (owner: string | null, { users }: Reading): string => {
  const known = owner === null ? undefined : users.get(owner);
  return known?.name || (owner ?? "—");
};

/** Owners who come for the first time in this pull. */
async function meet(
  rows: readonly CrmRow[],
  reading: Reading,
  { sync }: PullStores,
  part: Part,
): Promise<void> {
  const { batch } = reading.request;
  const fresh = [...new Set(rows.map(({ owner }) => owner))].filter(
    (owner) => !reading.met.has(ownerKeyOf(owner)),
  );
  if (fresh.length === 0) return;
  const keys = await sync.knownKeys();
  const owners = fresh.map((owner) => {
    const user = owner === null ? undefined : reading.users.get(owner);
    return user
      ? whoIs(user, keys)
      : { key: ownerKeyOf(owner), said: nameOf(owner, reading), also: [], person: null, how: null };
  });
  part.counts.unknownOwners += await sync.meet(batch.source, owners, batch.at);
  for (const { key } of owners) part.met.add(key);
}

type KnownRows = ReadonlyMap<string, Known>;

async function stageFacts(
  rows: Page,
  known: KnownRows,
  reading: Reading,
  { numbers, sync }: PullStores,
  part: Part,
): Promise<void> {
  const { batch } = reading.request;
  const facts: StagedFact[] = [];
  const turns: { id: string; outcome: "open" | "lost" | "void" }[] = [];
  for (const row of rows) {
    const before = known.get(row.id)?.fact ?? null;
    const step =
      row.kind === "gone"
        ? goneOf(before)
        : factOf(row, nameOf(row.owner, reading), before, reading.as);
    if (step.step === "stage") facts.push({ ...step.fact, line: reading.nextLine() });
    else {
      if (step.why !== null) part.counts[step.why]++;
      if (step.step === "turn") turns.push({ id: row.id, outcome: step.outcome });
    }
  }
  if (turns.length > 0) part.counts.left += await sync.turnFacts(batch.id, turns);
  if (facts.length === 0) return;
  const staged = await numbers.stage(batch.id, facts, null);
  const byLine = new Map(staged.map((each) => [each.line, each]));
  for (const fact of facts) {
    const stored = byLine.get(fact.line);
    if (!stored || stored.as === "others") throw new Error("a staged row did not come back");
    part.counts[stored.as === "new" ? "added" : stored.as]++;
    part.won.push({ fact, isKnown: stored.person !== null });
  }
}

async function stageDeals(
  object: ReadObject,
  rows: Page,
  known: KnownRows,
  reading: Reading,
  { deals, sync }: PullStores,
  part: Part,
): Promise<void> {
  const { batch, today } = reading.request;
  const staged: StagedDeal[] = [];
  const gone: string[] = [];
  for (const row of rows) {
    const before = known.get(row.id)?.deal ?? null;
    if (row.kind === "gone" && before !== null && before !== "void") gone.push(row.id);
    if (row.kind !== "deal") continue;
    const step = dealOf(row, nameOf(row.owner, reading), before, object, reading.as);
    if (step.step === "stage") staged.push({ ...step.deal, line: reading.nextLine() });
    if (step.step === "void") gone.push(row.id);
  }
  if (gone.length > 0) await sync.voidDeals(batch.id, gone, today);
  if (staged.length > 0) await deals.stageDeals(batch.id, staged, today);
  part.counts.deals += staged.length;
}

/** What people see and the CRM does not have any more. */
async function unseen(
  { batch, inStore, mayShrink }: PullRequest,
  seen: ReadonlySet<string>,
): Promise<readonly string[]> {
  const gone: string[] = [];
  let standing = 0;
  let after = "";
  for (;;) {
    const from = after;
    const page = await inStore(({ sync }) =>
      sync.standing(batch.source, batch.metric, from, atOnce),
    );
    standing += page.length;
    gone.push(...page.filter((id) => !seen.has(id)));
    after = page.at(-1) ?? "";
    if (page.length < atOnce) break;
  }
  if (!mayShrink && standing >= fewestToShrink && gone.length * 2 > standing)
    throw new Shrunk(gone.length, standing);
  return gone;
}

function createState(request: PullRequest, users: ReadonlyMap<string, CrmUser>) {
  const { batch, choice, isFull, unit, currency, zone } = request;
  const seen = new Set<string>();
  const all = newPart();
  const sums = new Map<string, Sum>();
  let lines = 0;
  const reading: Reading = {
    request,
    users,
    as: { choice, unit, currency, zone },
    met: all.met,
    nextLine: () => ++lines,
  };
  return {
    async take(object: ReadObject, rows: Page): Promise<void> {
      if (rows.length === 0) return;
      const ids = rows.map(({ id }) => id);
      const again = ids.filter((id) => seen.has(id));
      const part = await request.inStore(async (stores) => {
        const done = newPart();
        if (again.length > 0) await stores.sync.unstage(batch.id, again);
        const alive = rows.filter((row): row is CrmRow => row.kind !== "gone");
        done.counts.rows = alive.length;
        await meet(alive, reading, stores, done);
        const known = await stores.sync.known(batch.source, batch.metric, ids);
        if (object === choice.counts) await stageFacts(rows, known, reading, stores, done);
        if (object.kind === "deal") await stageDeals(object, rows, known, reading, stores, done);
        return done;
      });
      for (const name of counted) all.counts[name] += part.counts[name];
      for (const key of part.met) all.met.add(key);
      for (const { fact, isKnown } of part.won) addTo(sums, fact, isKnown);
      for (const id of ids) seen.add(id);
    },

    async leaveUnseen(): Promise<void> {
      const gone = await unseen(request, seen);
      all.counts.left += await request.inStore(({ sync }) => sync.leaveOtherMetrics(batch.id));
      for (let at = 0; at < gone.length; at += atOnce) {
        const ids = gone.slice(at, at + atOnce);
        const left = await request.inStore(async ({ sync }) => {
          await sync.voidDeals(batch.id, ids, request.today);
          return sync.turnFacts(
            batch.id,
            ids.map((id) => ({ id, outcome: "void" as const })),
          );
        });
        all.counts.left += left;
      }
    },

    report: (): PullReport => ({
      isFull,
      rows: all.counts.rows,
      added: all.counts.added,
      changed: all.counts.changed,
      same: all.counts.same,
      left: all.counts.left,
      deals: all.counts.deals,
      noAmount: all.counts["no amount"],
      noDay: all.counts["no day"],
      unread: all.counts.unread,
      owners: all.met.size,
      unknownOwners: all.counts.unknownOwners,
      sums: [...sums.values()].map((each) => ({ ...each, value: toText(each.value) })),
    }),
  };
}

const goneOf = (known: Known["fact"]): FactStep =>
  known === null || known.outcome === "void"
    ? { step: "none", why: null }
    : { step: "turn", outcome: "void", why: null };

function addTo(sums: Map<string, Sum>, fact: StagedFact, isKnown: boolean): void {
  const key = `${fact.owner.key} ${fact.currency ?? ""}`;
  const before = sums.get(key);
  sums.set(key, {
    owner: fact.owner.said,
    isKnown,
    currency: fact.currency,
    rows: (before?.rows ?? 0) + 1,
    value: sum([before?.value ?? zero, fact.value]),
  });
}
