// Somebody else holds a table: an administrator, a migration, a backup. Whoever acts meanwhile is told kindly, within a breath or two, that
// nothing was stored, in their language; what nobody waits for is done later.
import { sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { execute, type Database } from "#db/client";
import { inOrganisation } from "#db/organisation";
import { playgroundOrganisation, playgroundStart, seedPlayground } from "#db/seed";
import { createStores } from "#db/stores/index";
import { speak } from "#src/bot/declare/actions";
import type { Incoming } from "#src/bot/declare/incoming";
import { composeHouse, noMeter, type House } from "#src/app/compose";
import { createChance } from "#src/app/system";
import { createLanguage } from "#src/language/catalogue";
import {
  emptyTables,
  onPostgresOnly,
  secondConnection,
  testDatabase,
} from "#test/support/database/database";

const mostMs = 6_000;
const from = (user: string) => ({ platform: "web", workspace: "playground", user });
const presses = (user: string, locale: "zh" | "en"): Incoming => ({
  kind: "pressed",
  dedupeKey: `press ${user}`,
  from: from(user),
  name: speak.action,
  version: speak.version,
  payload: { locale },
});
const busy = {
  en: "I'm a bit busy right now, and nothing was saved. Please try again in a moment.",
  zh: "现在有点忙，这次没有保存，请稍等一下再试。",
};

onPostgresOnly("while somebody else holds", () => {
  let database: Database;
  let other: Database;
  let house: House;
  let errors: unknown[];
  beforeEach(async () => {
    database = await testDatabase();
    await emptyTables(database);
    await seedPlayground(database);
    other = await secondConnection(database);
    errors = [];
    const logger = {
      info: () => {},
      warn: () => {},
      error: (...said: unknown[]) => void errors.push(said),
    };
    house = composeHouse({
      database,
      clock: { now: () => playgroundStart },
      chance: createChance(),
      logger,
      language: createLanguage(),
      chats: [],
      meter: noMeter,
    });
  });
  afterEach(async () => {
    await house.deliveries.stop();
    await other.close();
    expect(errors).toEqual([]);
  });

  /** What is answered while that table is another's, and after how long. */
  async function whileHeld<T>(table: string, work: () => Promise<T>): Promise<T> {
    const began = performance.now();
    const answer = await other.transaction(async (tx) => {
      await tx.execute(sql`lock table ${sql.identifier(table)} in access exclusive mode`);
      return work();
    });
    expect(performance.now() - began).toBeLessThan(mostMs);
    return answer;
  }
  const query = <T extends object>(what: ReturnType<typeof sql>) =>
    inOrganisation(database, playgroundOrganisation, (tx) => execute<T>(tx, what));

  it.each([
    ["anna", "en"],
    ["wanglei", "zh"],
  ] as const)(
    "what an act writes, %s is told in their language, and nothing of it is stored",
    async (user, locale) => {
      const outcome = await whileHeld("act", () =>
        house.bot.receive(presses(user, locale === "en" ? "zh" : "en")),
      );
      expect(outcome).toEqual({ outcome: "toast", line: [busy[locale]], locale, tone: "bad" });
      expect(await query(sql`select key from act`)).toEqual([]);
      expect(await house.bot.receive(presses(user, locale))).toMatchObject({ outcome: "replace" });
    },
  );

  it.each(["person", "chat_identity"])(
    "%s, the same is said in both languages, since nobody knows which they read",
    async (table) => {
      const outcome = await whileHeld(table, () => house.bot.receive(presses("anna", "zh")));
      expect(outcome).toEqual({
        outcome: "toast",
        line: [busy.zh, " ", busy.en],
        locale: "zh",
        tone: "bad",
      });
    },
  );

  it("a goal, a line that was said is answered by a message of that kind", async () => {
    const outcome = await whileHeld("goal_entry", () =>
      house.bot.receive({ kind: "said", dedupeKey: "line", from: from("anna"), text: "log 1 G2" }),
    );
    expect(outcome).toEqual({ outcome: "delivered", refused: true });
    const [message, ...more] = await query<{ cards: unknown }>(sql`select cards from outbox`);
    expect(more).toEqual([]);
    expect(JSON.stringify(message)).toContain(busy.en);
  });

  it("a person, what is composed unasked waits for its end", async () => {
    const stores = createStores(database);
    const renke = (await query<{ id: string }>(sql`select id from person order by id limit 1`))[0]!
      .id;
    let locked = () => {};
    const until = new Promise<void>((resolve) => (locked = resolve));
    let holding: Promise<void> | undefined;
    await new Promise<void>((taken, failed) => {
      holding = other.transaction(async (tx) => {
        await tx.execute(sql`select from person where id = ${renke}::uuid for update`);
        taken();
        await until;
      });
      holding.catch(failed);
    });
    const patient = stores.inOrganisation(
      playgroundOrganisation,
      ({ people }) => people.lockActor(renke as never),
      "patient",
    );
    await expect(
      stores.inOrganisation(playgroundOrganisation, ({ people }) =>
        people.lockActor(renke as never),
      ),
    ).rejects.toThrow("others hold what is needed");
    locked();
    await holding;
    expect((await patient)?.person.id).toBe(renke);
  });
});

describe("work that the database ended for another's sake", () => {
  it("is done again whole: what it stored and told is there once", async () => {
    const database = await testDatabase();
    await emptyTables(database);
    await seedPlayground(database);
    let tries = 0;
    // The first time it ends as after a deadlock, with all its work done.
    const ended: Database = {
      ...database,
      transaction: (work) =>
        database.transaction(async (tx) => {
          const result = await work(tx);
          tries++;
          if (tries === 1)
            await tx.execute(sql`do $$ begin raise exception using errcode = '40P01'; end $$`);
          return result;
        }),
    };
    let told = 0;
    const person = (
      await inOrganisation(database, playgroundOrganisation, (tx) =>
        execute<{ id: string }>(tx, sql`select id from person order by id limit 1`),
      )
    )[0]!.id;
    const delivery = {
      id: createChance().id(),
      key: "k",
      to: { person: person as never },
      kind: "notice",
      notBefore: null,
      standing: null,
      cards: { en: [] },
      at: playgroundStart,
    } as const;
    await createStores(ended, () => void told++).inOrganisation(
      playgroundOrganisation,
      ({ acts }) => acts.record(null, [delivery]),
    );
    const kept = await inOrganisation(database, playgroundOrganisation, (tx) =>
      execute<{ key: string }>(tx, sql`select key from outbox`),
    );
    expect({ tries, told, kept }).toEqual({ tries: 2, told: 1, kept: [{ key: "k" }] });
  });
});
