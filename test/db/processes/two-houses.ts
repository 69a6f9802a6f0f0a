// Two processes on one PostgreSQL, asked at the same moment, and what then stands in their database.
import { sql } from "drizzle-orm";
import { afterEach, beforeEach, expect } from "vitest";
import { execute, type Database } from "#db/client";
import { inOrganisation } from "#db/organisation";
import { playgroundOrganisation, playgroundStart } from "#db/seed";
import { createStores, type AllStores } from "#db/stores/index";
import type { Incoming, Outcome } from "#src/bot/declare/incoming";
import { localDate } from "#src/calendar/local-date";
import { composeHouse, noMeter, type House } from "#src/app/compose";
import { createChance } from "#src/app/system";
import { createLanguage } from "#src/language/catalogue";
import { decimal, zero } from "#src/language/decimal";
import type { PersonId } from "#src/people/person";
import type { Goal, GoalId, Milestone } from "#src/practices/goals/model";
import { plainCard } from "#src/view/plain";
import { plainLine } from "#src/view/line";
import { secondConnection, seededDatabase } from "#test/support/database/database";

export const account = (user: string) => ({ platform: "web", workspace: "playground", user });
export const chance = createChance();
export type Sent = Pick<Incoming & { readonly kind: "pressed" | "submitted" | "said" }, "kind"> &
  Record<string, unknown>;

export let database: Database;
export let second: Database;
export let houses: readonly [House, House];
export let errors: unknown[];

/** A house in each of two processes, on one seeded database, before each test of a suite. */
export function twoHouses(): void {
  beforeEach(async () => {
    database = await seededDatabase();
    second = await secondConnection(database);
    errors = [];
    const logger = {
      info: () => {},
      warn: () => {},
      error: (...said: unknown[]) => void errors.push(said),
    };
    const compose = (on: Database): House =>
      composeHouse({
        database: on,
        clock: { now: () => playgroundStart },
        chance,
        logger,
        language: createLanguage(),
        chats: [],
        meter: noMeter,
      });
    houses = [compose(database), compose(second)];
  });
  afterEach(async () => {
    await second.close();
    expect(errors).toEqual([]);
  });
}

export const inside = <T>(work: (stores: AllStores) => Promise<T>): Promise<T> =>
  createStores(database).inOrganisation(playgroundOrganisation, work);
export const query = <T extends object>(what: ReturnType<typeof sql>) =>
  inOrganisation(database, playgroundOrganisation, (tx) => execute<T>(tx, what));
export const idOf = async (user: string): Promise<PersonId> =>
  (await createStores(database).routing.whoIs(account(user)))!.person;
export const state = async (id: GoalId) => (await inside(({ goals }) => goals.byId(id)))!.state;
export const entriesOf = (id: GoalId) =>
  query<{ id: string; kind: string; seq: string }>(
    sql`select id, kind, seq::text as seq from goal_entry where goal_id = ${id}::uuid order by seq`,
  );
export const told = async (user: string, since: string) =>
  (
    await query<{ cards: string }>(
      sql`select cards::text as cards from outbox where kind = 'notice' and person_id = ${await idOf(user)}::uuid and seq > ${since}::bigint order by seq`,
    )
  ).map((each) => each.cards);
export const lastTold = async (): Promise<string> =>
  (await query<{ seq: string }>(sql`select coalesce(max(seq), 0)::text as seq from outbox`))[0]!
    .seq;

export const pressed = (name: string, payload: object): Sent => ({
  kind: "pressed",
  name,
  version: 1,
  payload,
});
export const submitted = (name: string, payload: object, values: object): Sent => ({
  kind: "submitted",
  name,
  version: 1,
  payload,
  values,
});
export const said = (text: string): Sent => ({ kind: "said", text, direct: true });
/** The first in one process, the second in the other, in turns of who is asked first. */
export async function both(
  round: number,
  first: readonly [string, Sent],
  other: readonly [string, Sent],
): Promise<readonly [string, string]> {
  const start = ([user, sent]: readonly [string, Sent], house: House) =>
    house.bot.receive({ ...sent, dedupeKey: chance.id(), from: account(user) } as Incoming);
  const [a, b] = houses;
  const answers =
    round % 2 === 0
      ? await Promise.all([start(first, a), start(other, b)])
      : (await Promise.all([start(other, b), start(first, a)])).toReversed();
  return [words(answers[0]!), words(answers[1]!)];
}
export function words(outcome: Outcome): string {
  if (outcome.outcome === "show" || outcome.outcome === "replace")
    return outcome.cards.map(plainCard).join("\n");
  if (outcome.outcome === "toast") return plainLine(outcome.line);
  return JSON.stringify(outcome);
}

export async function goalOf(
  user: string,
  more: Partial<Omit<Goal, "number" | "id">> = {},
): Promise<GoalId> {
  const id = chance.id() as GoalId;
  const goal: Omit<Goal, "number"> = {
    id,
    title: "拜访",
    ownerId: await idOf(user),
    teamId: null,
    metricId: null,
    unit: { kind: "count" },
    direction: "up",
    adds: true,
    baseline: zero,
    target: decimal("10"),
    period: { kind: "quarter", start: localDate("2026-10-01"), end: localDate("2026-12-31") },
    parentId: null,
    reason: null,
    state: "active",
    proposedById: null,
    proposedOn: null,
    confidence: null,
    lesson: null,
    createdOn: localDate("2026-11-01"),
    milestones: [],
    ...more,
  };
  await inside(({ goals }) => goals.add(goal, playgroundStart));
  return id;
}
export const numberOf = async (id: GoalId): Promise<number> =>
  (await inside(({ goals }) => goals.byId(id)))!.number;
export const proposed = async () =>
  goalOf("linxiao", {
    state: "proposed",
    proposedById: await idOf("zhoulan"),
    proposedOn: localDate("2026-11-10"),
  });
export const steps = (): Milestone[] =>
  [1, 2, 3, 4].map((n) => ({
    id: chance.id(),
    title: `第${n}步`,
    due: localDate("2026-12-01"),
    target: null,
    doneOn: null,
  }));
