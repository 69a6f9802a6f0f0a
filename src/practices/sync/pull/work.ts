// What is to be done with a source now, outside of any act: a test, a dry run, or a pull. One process does it at a time, whatever asked.
import type { Logger } from "#src/ports/process/logger";
import { localDateAt } from "#src/calendar/zones";
import { CrmTrouble, type Crm, type CrmHealth } from "#src/ports/crm";
import type { Organisation } from "#src/people/person";
import type { PeopleStore } from "#src/people/store";
import type { BatchId, NewBatch } from "#src/practices/numbers/api";
import type { MetricReader } from "#src/practices/setup/api";
import type { Found, PullReport, SourceState, Trouble } from "../model.ts";
import { isFullDue, nextAfter, sinceOf } from "../rules/when.ts";
import type { SyncStore } from "../store.ts";
import { Shrunk, stagePull, type Pulled, type PullStores } from "./pull.ts";

export interface WorkStores extends PullStores {
  readonly sync: SyncStore;
  readonly people: Pick<PeopleStore, "organisation">;
  readonly setup: MetricReader;
}

export interface WorkParts {
  /** As facts name it. */
  readonly source: string;
  readonly crm: Crm;
  readonly inStore: <T>(work: (stores: WorkStores) => Promise<T>) => Promise<T>;
  readonly now: () => Date;
  readonly newId: () => string;
  readonly logger: Logger;
}

/** What somebody at a terminal asks for; in the chat it stands in the row. */
export interface Wish {
  readonly what: "pull" | "full" | "try" | "test";
  readonly since?: Date;
}

/** Null: nothing was to be done, or another does it. */
export interface Worked {
  readonly report: PullReport | null;
  readonly found: Found | null;
  readonly trouble: Trouble | null;
  readonly stored: boolean;
}

/** Somebody else pulls by now: what is staged is swept away by them. */
class LeaseLost extends Error {}

export async function workOnSource(parts: WorkParts, wish: Wish | null): Promise<Worked | null> {
  const holder = parts.newId();
  const { source } = parts;
  const state = await parts.inStore(({ sync }) =>
    sync.claim(source, holder, parts.now(), wish !== null),
  );
  if (state === null) return null;
  const what = wish?.what ?? state.asked ?? "pull";
  try {
    return await (what === "test"
      ? testSource(parts, holder, state)
      : pullSource(parts, holder, state, { what, ...(wish?.since ? { since: wish.since } : {}) }));
  } catch (error) {
    if (error instanceof LeaseLost) return null;
    const trouble = troubleOf(error);
    if (trouble.kind === "failed") parts.logger.error({ source, error }, "sync.failed");
    else parts.logger.warn({ source, trouble: trouble.kind }, "sync.refused");
    const found = {
      health: null,
      objects: [],
      tried: null,
      trouble,
      ...(state.found && { objects: state.found.objects }),
    };
    const at = parts.now();
    await parts.inStore(({ sync }) =>
      sync.end(source, holder, {
        trouble,
        at,
        nextAt: state.isOn ? nextAfter(trouble, state.everyMinutes, at) : null,
        ...(state.asked === null ? {} : { found }),
      }),
    );
    return { report: null, found, trouble, stored: false };
  }
}

export function troubleOf(error: unknown): Trouble {
  if (error instanceof Shrunk)
    return { kind: "shrunk", which: `${error.gone}/${error.of}`, until: null };
  if (error instanceof OtherOrganisation)
    return { kind: "other-organisation", which: error.which, until: null };
  if (!(error instanceof CrmTrouble)) return { kind: "failed", which: null, until: null };
  const { says } = error;
  return {
    kind: says.kind,
    which: "which" in says ? says.which : null,
    until: "until" in says ? says.until.toISOString() : null,
  };
}

class OtherOrganisation extends Error {
  readonly which: string;
  constructor(which: string) {
    super("another organisation");
    this.which = which;
  }
}

async function testSource(
  { crm, source, inStore, now }: WorkParts,
  holder: string,
  state: SourceState,
): Promise<Worked> {
  const health = await crm.health();
  const objects = await crm.describe();
  const found: Found = { health, objects, tried: null, trouble: null };
  await inStore(({ sync }) =>
    sync.end(source, holder, {
      trouble: null,
      at: now(),
      nextAt: state.isOn ? now() : null,
      found,
    }),
  );
  return { report: null, found, trouble: null, stored: false };
}

async function pullSource(
  parts: WorkParts,
  holder: string,
  state: SourceState,
  { what, since }: Wish,
): Promise<Worked> {
  const { source, inStore, crm } = parts;
  const { choice } = state;
  if (choice === null) {
    await inStore(({ sync }) => sync.letGo(source, holder));
    return { report: null, found: state.found, trouble: null, stored: false };
  }
  const health = await crm.health();
  if (state.there !== null && state.there !== health.organisation.id)
    throw new OtherOrganisation(health.organisation.name);
  const [organisation, metrics] = await inStore(
    async ({ people, setup }) => [await people.organisation(), await setup.metrics()] as const,
  );
  const metric = metrics.find((each) => each.id === choice.metric);
  if (!metric) throw new Error("the metric of a source is not there");
  const at = parts.now();
  const batch: NewBatch = {
    id: parts.newId() as BatchId,
    source,
    metric: choice.metric,
    file: source,
    by: null,
    at,
  };
  const isFull =
    what !== "pull" || (since === undefined && isFullDue(state, at, organisation.zone));
  const held = <T>(work: (stores: WorkStores) => Promise<T>): Promise<T> =>
    inStore(async (stores) => {
      if (!(await stores.sync.hold(source, holder))) throw new LeaseLost();
      return work(stores);
    });
  if (!(await held(({ numbers }) => numbers.begin(batch)))) throw new LeaseLost();
  const stored = { done: false };
  try {
    const pulled = await stagePull({
      crm,
      choice,
      batch,
      unit: metric.unit,
      currency: health.currency ?? organisation.currency,
      zone: organisation.zone,
      today: localDateAt(at, organisation.zone),
      since: since ?? (isFull || state.readThrough === null ? null : sinceOf(state.readThrough)),
      isFull: isFull && since === undefined,
      // Somebody asked for it, or just chose what counts.
      mayShrink: what !== "pull" || state.fullOn === null,
      inStore: held,
    });
    if (what === "try") return await sayTried(parts, holder, state, health, pulled);
    await held(async (stores) => {
      if (state.okAt !== null) await stores.sync.note(batch.id, newsSince(at, organisation), at);
      // A pull that found nothing new leaves no trace among the figures.
      if (await stores.sync.isEmpty(batch.id)) await stores.numbers.abandon(batch.id);
      else if (!(await stores.numbers.publish(batch.id))) throw new LeaseLost();
      await stores.sync.end(source, holder, {
        ...endOf(pulled, state, health, isFull && since === undefined, at, organisation),
        ...(state.asked === null ? {} : { found: { ...foundBefore(state), health } }),
      });
    });
    stored.done = true;
    return { report: pulled.report, found: null, trouble: null, stored: true };
  } finally {
    if (!stored.done) await inStore(({ numbers }) => numbers.abandon(batch.id));
  }
}

const foundBefore = ({ found }: SourceState): Found => ({
  health: null,
  objects: [],
  ...found,
  tried: null,
  trouble: null,
});

/** A win that comes in days later is no news any more. */
const newsDays = 7;
const newsSince = (at: Date, { zone }: Organisation) =>
  localDateAt(new Date(at.getTime() - newsDays * 24 * 3_600_000), zone);

const endOf = (
  { report, readThrough }: Pulled,
  state: SourceState,
  health: CrmHealth,
  isFull: boolean,
  at: Date,
  { zone }: Organisation,
) => ({
  readThrough,
  ...(isFull ? { fullOn: localDateAt(at, zone) } : {}),
  there: health.organisation.id,
  okAt: at,
  at,
  nextAt: state.isOn ? nextAfter(null, state.everyMinutes, at) : null,
  last: report,
  trouble: null,
});

async function sayTried(
  { source, inStore, now }: WorkParts,
  holder: string,
  state: SourceState,
  health: CrmHealth,
  { report }: Pulled,
): Promise<Worked> {
  const found: Found = { ...foundBefore(state), health, tried: report };
  await inStore(({ sync }) =>
    sync.end(source, holder, { trouble: null, at: now(), nextAt: state.nextAt, found }),
  );
  return { report, found, trouble: null, stored: false };
}
