// The ledger of points in the database, by the practice's own paying and paying back: whatever the order of praise, undo, month ends
// and rules, money in equals money out. And how long praise is kept.
import { sql } from "drizzle-orm";
import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { execute, type Database } from "#db/client";
import { inOrganisation } from "#db/organisation";
import { playgroundOrganisation, seedPlayground } from "#db/seed";
import { createHousekeeping } from "#db/stores/housekeeping";
import { createStores, type AllStores } from "#db/stores/index";
import { Refusal } from "#src/bot/declare/errors";
import { addMonths, localDate, type LocalDate } from "#src/calendar/local-date";
import { createLanguage } from "#src/language/catalogue";
import type { Person } from "#src/people/person";
import type { RecognitionContext } from "#src/practices/recognition/context";
import { en } from "#src/practices/recognition/messages/en/index";
import { zh } from "#src/practices/recognition/messages/zh/index";
import type { NewShout, Shout, ShoutId } from "#src/practices/recognition/model";
import { pay, payBack, standingOf } from "#src/practices/recognition/points/points";
import { emptyTables, testDatabase } from "#test/support/database/database";

let database: Database;
let people: readonly Person[];
const inStores = <T>(work: (stores: AllStores) => Promise<T>): Promise<T> =>
  createStores(database).inOrganisation(playgroundOrganisation, work);
beforeEach(async () => {
  database = await testDatabase();
  await emptyTables(database);
  await seedPlayground(database);
  people = (await inStores((stores) => stores.people.directory())).slice(0, 4);
});

const t = createLanguage().speak(
  { en, zh },
  { locale: "en", zone: "Asia/Shanghai", currency: "CNY" },
);
const newId = () => crypto.randomUUID();

/** One act of this person on that day, as a handler has it. */
const acting = <T>(
  person: Person,
  today: LocalDate,
  work: (context: RecognitionContext) => Promise<T>,
): Promise<T> =>
  inStores((stores) =>
    work({
      person,
      today,
      now: new Date(`${today}T02:00:00Z`),
      stores,
      t,
      newId,
    } as unknown as RecognitionContext),
  );

type Step =
  | {
      readonly does: "praise";
      readonly giver: number;
      readonly receivers: readonly number[];
      readonly points: number;
    }
  | { readonly does: "undo"; readonly which: number }
  | { readonly does: "month ends" }
  | { readonly does: "rules"; readonly points: boolean; readonly base: number };

const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({
        does: fc.constant("praise" as const),
        giver: fc.nat(3),
        receivers: fc.uniqueArray(fc.nat(3), { minLength: 1, maxLength: 3 }),
        points: fc.integer({ min: 0, max: 40 }),
      }),
    },
    { weight: 3, arbitrary: fc.record({ does: fc.constant("undo" as const), which: fc.nat(8) }) },
    { weight: 1, arbitrary: fc.record({ does: fc.constant("month ends" as const) }) },
    {
      weight: 1,
      arbitrary: fc.record({
        does: fc.constant("rules" as const),
        points: fc.boolean(),
        base: fc.constantFrom(20, 50, 100),
      }),
    },
  ),
  { minLength: 6, maxLength: 14 },
);

interface Sums {
  readonly pools: number;
  readonly granted: number;
  readonly lapsed: number;
  readonly moved: number;
  readonly least: number;
}

async function sums(): Promise<Sums> {
  const [row] = await inOrganisation(database, playgroundOrganisation, (tx) =>
    execute<Sums & Record<string, unknown>>(
      tx,
      sql`select coalesce(sum(delta), 0)::int as pools, coalesce(sum(delta) filter (where cause = 'grant'), 0)::int as granted, coalesce(sum(delta) filter (where cause = 'lapse'), 0)::int as lapsed,
        coalesce(sum(delta) filter (where cause in ('praise', 'undo')), 0)::int as moved, (select coalesce(min(s), 0)::int from (select sum(delta) as s from recognition_points group by person_id, pool, case when pool = 'give' then month end) as each) as least
        from recognition_points`,
    ),
  );
  return row!;
}

const clear = () =>
  inOrganisation(database, playgroundOrganisation, (tx) =>
    tx.execute(sql`truncate recognition_points, recognition_rules`),
  ).catch(() =>
    inOrganisation(database, playgroundOrganisation, (tx) =>
      tx.execute(sql`delete from recognition_points`),
    ),
  );

/** Carries the steps out one after the other; returns what each gift should have come to. */
async function play(all: readonly Step[]): Promise<void> {
  await clear();
  let today = localDate("2026-11-11");
  let on = true;
  await inStores(({ recognition }) =>
    recognition.saveRules({ points: true, base: 100, perReport: 40, valueRequired: false }),
  );
  const gifts: {
    readonly shout: Shout;
    readonly giver: Person;
    readonly at: LocalDate;
    undone: boolean;
  }[] = [];
  for (const step of all) {
    if (step.does === "month ends") today = addMonths(today, 1);
    if (step.does === "rules") {
      on = step.points;
      await inStores(({ recognition }) =>
        recognition.saveRules({
          points: step.points,
          base: step.base,
          perReport: 40,
          valueRequired: false,
        }),
      );
    }
    if (step.does === "praise") {
      const giver = people[step.giver]!;
      const receivers = step.receivers
        .filter((each) => each !== step.giver)
        .map((each) => ({
          person: people[each]!.id,
          name: "",
          consent: "public" as const,
          hidden: false,
        }));
      const shout = {
        id: newId() as ShoutId,
        byId: giver.id,
        points: on ? step.points : 0,
        receivers,
      } as unknown as Shout;
      const before = await sums();
      const paid = await acting(giver, today, (context) => pay(shout, context)).then(
        () => true,
        (error: unknown) => (error instanceof Refusal ? false : Promise.reject(error)),
      );
      if (paid && receivers.length > 0) gifts.push({ shout, giver, at: today, undone: false });
      // What is refused leaves no trace, not even a month that turned.
      if (!paid) expect(await sums()).toEqual(before);
    }
    const gift = step.does === "undo" ? gifts[step.which] : undefined;
    if (gift && !gift.undone) {
      gift.undone = true;
      await acting(gift.giver, today, (context) => payBack(gift.shout, context));
    }
    const now = await sums();
    expect(now).toMatchObject({ moved: 0, pools: now.granted + now.lapsed });
    expect(now.least).toBeGreaterThanOrEqual(0);
  }
  for (const { shout, undone } of gifts) {
    const lines = await inStores(({ recognition }) => recognition.linesOf(shout.id));
    for (const { person } of shout.receivers)
      expect(
        lines
          .filter((each) => each.person === person && each.pool === "have")
          .reduce((sum, each) => sum + each.delta, 0),
      ).toBe(undone ? 0 : shout.points);
  }
}

describe("the ledger in the database", () => {
  it(
    "holds what was granted, whatever the order of praise, undo, month ends and rules",
    { timeout: 240_000 },
    async () => {
      await fc.assert(fc.asyncProperty(steps, play), { numRuns: 12 });
    },
  );

  it("never takes the same line twice, and paying back twice is an error, not a second payment", async () => {
    const [giver, receiver] = [people[0]!, people[1]!];
    const shout = {
      id: newId() as ShoutId,
      byId: giver.id,
      points: 10,
      receivers: [{ person: receiver.id, name: "", consent: "public", hidden: false }],
    } as unknown as Shout;
    const today = localDate("2026-11-11");
    await acting(giver, today, (context) => pay(shout, context));
    await expect(acting(giver, today, (context) => pay(shout, context))).rejects.toThrow();
    await acting(giver, today, (context) => payBack(shout, context));
    await expect(acting(giver, today, (context) => payBack(shout, context))).rejects.toThrow();
    expect(await inStores(({ recognition }) => recognition.have(receiver.id))).toBe(0);
  });

  it("keeps what was given while points are off, and goes on with the same month when they are on again", async () => {
    const [giver, receiver] = [people[0]!, people[1]!];
    const rules = (points: boolean) =>
      inStores(({ recognition }) =>
        recognition.saveRules({ points, base: 100, perReport: 0, valueRequired: false }),
      );
    const today = localDate("2026-11-11");
    const shout = {
      id: newId() as ShoutId,
      byId: giver.id,
      points: 30,
      receivers: [{ person: receiver.id, name: "", consent: "public", hidden: false }],
    } as unknown as Shout;
    await rules(true);
    await acting(giver, today, (context) => pay(shout, context));
    await rules(false);
    expect(await acting(giver, today, standingOf)).toBeNull();
    await rules(true);
    expect(await acting(giver, today, standingOf)).toMatchObject({ left: 70, budget: 100 });
    expect(await inStores(({ recognition }) => recognition.have(receiver.id))).toBe(30);
  });
});

describe("praise", () => {
  it("is kept for 36 months, with who it was for and who cheered; points stay", async () => {
    const at = new Date("2026-11-11T02:00:00Z");
    const [giver, receiver, other] = [people[0]!, people[1]!, people[2]!];
    const id = newId() as ShoutId;
    const shout: NewShout = {
      id,
      kind: "praise",
      byId: giver.id,
      reason: "x",
      valueId: null,
      points: 0,
      placeId: null,
      isPrivate: false,
      state: "given",
      postAt: null,
      madeAt: at,
      givenAt: at,
      facts: null,
      receivers: [{ person: receiver.id, consent: "public", hidden: false }],
    };
    await inStores(async ({ recognition }) => {
      await recognition.add(shout);
      await recognition.cheer(id, other.id, true, at);
    });
    await acting(giver, localDate("2026-11-11"), (context) =>
      pay({ ...shout, points: 10 }, context),
    );
    const left = () =>
      inOrganisation(database, playgroundOrganisation, async (tx) => {
        const count = async (table: string) =>
          (
            await execute<{ n: number }>(
              tx,
              sql`select count(*)::int as n from ${sql.identifier(table)}`,
            )
          )[0]!.n;
        return [
          await count("recognition_shout"),
          await count("recognition_receiver"),
          await count("recognition_cheer"),
        ];
      });
    const housekeeping = createHousekeeping(database);
    await housekeeping.prune(new Date("2029-11-01T00:00:00Z"));
    expect(await left()).toEqual([1, 1, 1]);
    await housekeeping.prune(new Date("2029-12-01T00:00:00Z"));
    expect(await left()).toEqual([0, 0, 0]);
    expect(await inStores(({ recognition }) => recognition.have(receiver.id))).toBe(10);
  });
});
