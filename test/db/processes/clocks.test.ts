// Two processes on one database whose clocks are ten minutes apart: what comes later is later, whichever of them wrote it.
import { sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { execute, type Database } from "#db/client";
import { inOrganisation } from "#db/organisation";
import { playgroundOrganisation, playgroundStart } from "#db/seed";
import { createStores, type AllStores } from "#db/stores/index";
import { composeHouse, noMeter, type House } from "#src/app/compose";
import { createChance } from "#src/app/system";
import { createLanguage } from "#src/language/catalogue";
import { decimal } from "#src/language/decimal";
import { localDate } from "#src/calendar/local-date";
import type { Person, PersonId } from "#src/people/person";
import { drawing } from "#test/support/chance";
import { seededDatabase } from "#test/support/database/database";
import { byOperator } from "#test/support/story/system";

const account = (user: string) => ({ platform: "web", workspace: "playground", user });
const clockOf = (minutes: number) => ({
  now: () => new Date(playgroundStart.getTime() + minutes * 60_000),
});

let database: Database;
let ahead: House;
let behind: House;
let errors: unknown[];
let keys = 0;
beforeEach(async () => {
  database = await seededDatabase();
  errors = [];
  [ahead, behind] = [10, 0].map((minutes) => {
    const logger = {
      info: () => {},
      warn: () => {},
      error: (...said: unknown[]) => void errors.push(said),
    };
    return composeHouse({
      database,
      clock: clockOf(minutes),
      chance: createChance(clockOf(minutes)),
      logger,
      language: createLanguage(),
      chats: [],
      meter: noMeter,
    });
  }) as [House, House];
});
afterEach(() => expect(errors).toEqual([]));

const inside = <T>(work: (stores: AllStores) => Promise<T>): Promise<T> =>
  createStores(database).inOrganisation(playgroundOrganisation, work);
const query = <T extends object>(what: ReturnType<typeof sql>) =>
  inOrganisation(database, playgroundOrganisation, (tx) => execute<T>(tx, what));
const idOf = async (user: string): Promise<PersonId> =>
  (await createStores(database).routing.whoIs(account(user)))!.person;
const goal = async (number: number) => (await inside(({ goals }) => goals.numbered(number)))!;
const actual = async (number: number): Promise<string> => (await goal(number)).actual.toString();
const press = (house: House, user: string, name: string, payload: object) =>
  house.bot.receive({
    kind: "pressed",
    dedupeKey: `press ${keys++}`,
    from: account(user),
    name,
    version: 1,
    payload,
  });
const submit = (
  house: House,
  user: string,
  name: string,
  payload: object,
  values: Record<string, string>,
) =>
  house.bot.receive({
    kind: "submitted",
    dedupeKey: `form ${keys++}`,
    from: account(user),
    name,
    version: 1,
    payload,
    values,
  });

async function says(house: House, user: string, text: string): Promise<void> {
  expect(
    await house.bot.receive({
      kind: "said",
      dedupeKey: `line ${keys++}`,
      from: account(user),
      text,
    }),
  ).toEqual({ outcome: "delivered" });
}

async function lastOf(user: string) {
  const id = await idOf(user);
  return (await inside(({ goals }) => goals.lastBatchBy(id)))[0]!;
}

describe("after a line that a clock ten minutes ahead wrote", () => {
  it("undo takes back the line that came after it", async () => {
    const before = (await goal(2)).actual;
    await says(ahead, "linxiao", "log 5 G2");
    await says(behind, "linxiao", "log 7 G2");
    await says(behind, "linxiao", "undo");
    expect(await actual(2)).toBe(before.plus("5").toString());
    await says(behind, "linxiao", "undo");
    expect(await actual(2)).toBe(before.toString());
  });

  it("a total sets, what is added later counts on, and history has the newest first", async () => {
    await says(ahead, "linxiao", "log 5 G2");
    await says(behind, "linxiao", "total 50 G2");
    expect(await actual(2)).toBe("50");
    await says(ahead, "linxiao", "log 3 G2");
    await says(behind, "linxiao", "log 4 G2");
    expect(await actual(2)).toBe("57");
    const id = await idOf("linxiao");
    const newest = await inside(({ goals }) => goals.entriesOf(id, 4));
    expect(newest.map((each) => each.value.toString())).toEqual(["4", "3", "50", "5"]);
  });

  it("a correction keeps the place of what it corrects, also the correction of a correction", async () => {
    await says(ahead, "linxiao", "log 5 G2");
    const first = await lastOf("linxiao");
    await says(behind, "linxiao", "total 50 G2");
    const correct = async (house: House, entry: string, amount: string) =>
      expect(
        await submit(
          house,
          "linxiao",
          "goals.correct",
          { entry, list: false },
          { amount, on: "2026-11-11", note: "" },
        ),
      ).toMatchObject({ outcome: "replace" });
    await correct(ahead, first.id, "6");
    expect(await actual(2)).toBe("50");
    await correct(behind, (await lastOf("linxiao")).id, "8");
    expect(await actual(2)).toBe("50");
    const total = (
      await query<{ id: string }>(sql`select id from goal_entry where kind = 'set'`)
    )[0]!;
    await correct(behind, total.id, "60");
    await says(ahead, "linxiao", "log 1 G2");
    expect(await actual(2)).toBe("61");
  });

  it("praise is taken back from the last one who was praised", async () => {
    for (const [house, line] of [
      [ahead, "praise @王磊 privately, a fine call this morning"],
      [behind, "praise @陈静 privately, a fine visit this morning"],
    ] as const)
      await says(house, "linxiao", line);
    for (const { id } of await query<{ id: string }>(
      sql`select id from recognition_shout where state = 'draft' order by made_at desc`,
    ))
      await press(ahead, "linxiao", "recognition.choose-place", { shout: id, place: null });
    await says(behind, "linxiao", "撤回表扬");
    const undone = await query<{ reason: string }>(
      sql`select reason from recognition_shout where state = 'undone'`,
    );
    expect(undone.map((each) => each.reason)).toEqual([expect.stringContaining("visit")]);
  });

  it("+1 means the shout-out that was posted last", async () => {
    const [place] = await inside(({ people }) => people.places());
    const give = async (house: House, line: string) => {
      await says(house, "linxiao", line);
      for (const { id } of await query<{ id: string }>(
        sql`select id from recognition_shout where state = 'draft'`,
      ))
        await press(house, "linxiao", "recognition.choose-place", { shout: id, place: place!.id });
    };
    await give(ahead, "praise @王磊 for the call");
    await give(behind, "praise @陈静 for the visit");
    const last = await inside(({ recognition }) => recognition.lastIn(place!.id));
    expect(last?.reason).toContain("visit");
  });

  it("what was asked for last, said last and passed on last stands first", async () => {
    const { id, ownerId } = await goal(2);
    const aim = (target: string) => ({ target: decimal(target), due: localDate("2026-11-30") });
    for (const [clock, target] of [
      [clockOf(10), "300"],
      [clockOf(0), "400"],
    ] as const) {
      const ids = createChance(clock);
      const common = { goalId: id, byId: ownerId, at: clock.now() };
      await inside(async ({ goals }) => {
        await goals.keepChange(
          {
            ...common,
            id: ids.id(),
            old: aim("200"),
            wanted: aim(target),
            reason: target,
            askedId: null,
            state: "declined",
          },
          { by: ownerId, at: clock.now() },
        );
        await goals.override({
          ...common,
          id: ids.id(),
          status: "at-risk",
          reason: target,
          until: localDate("2026-11-15"),
        });
        await goals.passOn({
          id: ids.id(),
          goalId: id,
          fromId: ownerId,
          toId: ownerId,
          byId: ownerId,
          at: clock.now(),
        });
      });
    }
    const kept = await inside(async (stores) => ({
      changes: await stores.goals.changesOf(id),
      said: await stores.goals.overridesOf([id], localDate("2026-11-11")),
      owners: await stores.goals.earlierOwners(id),
    }));
    expect(kept.changes.map((each) => each.reason)).toEqual(["400", "300"]);
    expect(kept.said.map((each) => each.reason)).toEqual(["400"]);
    expect(kept.owners.map((each) => each.until)).toEqual([clockOf(0).now(), clockOf(10).now()]);
  });

  it("snooze means the message that was said last", async () => {
    const id = await idOf("renke");
    const say = (at: Date, delivery: string) =>
      inside(({ nudges }) =>
        nudges.record(id, at, delivery, [
          { rule: "a", subject: id, slotAt: at, outcome: "said", reason: null },
        ]),
      );
    const [one, other] = [createChance(clockOf(10)).id(), createChance(clockOf(0)).id()];
    await say(clockOf(10).now(), one);
    await say(clockOf(0).now(), other);
    expect(await inside(({ nudges }) => nudges.lastSaid(id))).toBe(other);
  });

  it("what came in first is carried out first once nobody is at it any more", async () => {
    const { inbox } = ahead;
    const kept: string[] = [];
    for (const [house, key] of [
      [ahead, "first"],
      [behind, "second"],
    ] as const)
      kept.push(
        (await house.inbox.keep(playgroundOrganisation as never, {
          key,
          incoming: { key },
          at: playgroundStart,
        }))!,
      );
    await database.db.execute(sql`update inbox_head set lease_until = 'epoch'`);
    expect((await inbox.claim({ leaseMs: 1000, mostAttempts: 3 })).next).toMatchObject({
      id: kept[0],
    });
  });

  it("who came first was here first", async () => {
    const [first, second] = [createChance(clockOf(10)).id(), createChance(clockOf(0)).id()] as [
      PersonId,
      PersonId,
    ];
    const [{ seq: _, ...someone }] = (await inside(({ people }) => people.directory())) as [Person];
    for (const id of [first, second])
      await inside(({ people }) =>
        people.arrive(
          { platform: "web", workspace: "playground", user: id },
          { ...someone, id },
          byOperator,
        ),
      );
    const [one, other] = await inside(({ people }) =>
      Promise.all([people.person(first), people.person(second)]),
    );
    expect(one!.seq).toBeLessThan(other!.seq!);
  });
});

it("lines of both, in whatever turns, count as they came", async () => {
  const drawn = drawing(8);
  const live: { readonly total: boolean; readonly value: number }[] = [];
  const base = Number(await actual(4));
  for (let n = 0; n < 40; n++) {
    const house = drawn.pick([ahead, behind]);
    const what = drawn.below(4);
    const value = 1 + drawn.below(90);
    if (what === 0 && live.length > 0) {
      await says(house, "wanglei", "undo");
      live.pop();
    } else {
      await says(house, "wanglei", `${what === 1 ? "total" : "log"} ${value} G4`);
      live.push({ total: what === 1, value });
    }
    const expected = live.reduce((sum, each) => (each.total ? each.value : sum + each.value), base);
    expect(Number(await actual(4)), `after ${n + 1} lines`).toBe(expected);
  }
});
