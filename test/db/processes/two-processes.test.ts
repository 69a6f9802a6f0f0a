// Two processes on one PostgreSQL: each a house of its own with its own connections. The database is the queue, the lock
// and the truth, so the same event is carried out once and one person's acts come one after the other.
import { sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, it } from "vitest";
import { execute, type Database } from "#db/client";
import { inOrganisation } from "#db/organisation";
import { playgroundOrganisation, playgroundStart, seedPlayground } from "#db/seed";
import { createStores } from "#db/stores/index";
import { composeHouse, noMeter, type House } from "#src/app/compose";
import { createChance } from "#src/app/system";
import { createLanguage } from "#src/language/catalogue";
import { withoutDirectory, type Chat } from "#src/ports/chat/chat";
import type { Incoming } from "#src/bot/declare/incoming";
import {
  emptyTables,
  onPostgresOnly,
  secondConnection,
  testDatabase,
} from "#test/support/database/database";

const from = (user: string) => ({ platform: "web", workspace: "playground", user });
const said = (text: string, dedupeKey: string, user = "linxiao"): Incoming => ({
  kind: "said",
  dedupeKey,
  from: from(user),
  text,
});

onPostgresOnly("two processes", () => {
  let database: Database;
  let second: Database;
  let houses: readonly [House, House];
  let posted: string[];
  let errors: unknown[];
  /** How often somebody was asked to try again, since on a slow machine a turn comes late: here they do. */
  let busy: number;

  beforeEach(async () => {
    database = await testDatabase();
    await emptyTables(database);
    await seedPlayground(database);
    second = await secondConnection(database);
    posted = [];
    errors = [];
    busy = 0;
    houses = [compose(database), compose(second)];
  });
  afterEach(async () => {
    await Promise.all(houses.map((house) => house.deliveries.stop()));
    await second.close();
    expect(errors).toEqual([]);
  });

  function compose(on: Database): House {
    const chat: Chat = {
      platform: "web",
      async post(_to, message) {
        posted.push(message.deliveryId);
        return { result: "sent", messageId: message.deliveryId };
      },
      pace: { destination: null, installation: null },
      edit: async (_to, messageId) => ({ result: "sent", messageId }),
      ...withoutDirectory,
      find: async (_to, deliveryId) =>
        posted.includes(deliveryId)
          ? { found: "there", messageId: deliveryId }
          : { found: "absent" },
    };
    const warn = (fields: object, event: string) =>
      void (event === "act not carried out" ? busy++ : errors.push([fields, event]));
    const logger = { info: () => {}, warn, error: (...said: unknown[]) => void errors.push(said) };
    return composeHouse({
      database: on,
      clock: { now: () => playgroundStart },
      chance: createChance(),
      logger,
      language: createLanguage(),
      chats: [chat],
      meter: noMeter,
    });
  }

  async function untilNobodyIsBusy<T>(act: () => Promise<T>): Promise<T> {
    for (;;) {
      const before = busy;
      const answers = await act();
      if (busy === before) return answers;
    }
  }
  /** Each of them at once, the houses taking turns. */
  const inTurns = (incoming: readonly Incoming[]) =>
    untilNobodyIsBusy(() =>
      Promise.all(incoming.map((each, i) => houses[i % 2]!.bot.receive(each))),
    );
  const inBoth = (incoming: readonly Incoming[]) =>
    untilNobodyIsBusy(() =>
      Promise.all(incoming.flatMap((each) => houses.map((house) => house.bot.receive(each)))),
    );
  const waiting = async () =>
    (
      await execute<{ n: number }>(
        database.db,
        sql`select count(*)::int as n from outbox_head where state = 'waiting'`,
      )
    )[0]!.n;
  /** One house may find nothing to take while the other has the person's message in hand: again, until nothing waits. */
  async function drained(): Promise<void> {
    do await Promise.all(houses.map((house) => house.deliveries.drain()));
    while ((await waiting()) > 0);
  }
  const query = <T extends object>(what: ReturnType<typeof sql>) =>
    inOrganisation(database, playgroundOrganisation, (tx) => execute<T>(tx, what));
  const goal = async (number: number) =>
    (await createStores(database).inOrganisation(playgroundOrganisation, (stores) =>
      stores.goals.numbered(number),
    ))!;
  const entries = async () =>
    (await query<{ n: number }>(sql`select count(*)::int as n from goal_entry`))[0]!.n;
  const keys = async () =>
    (await query<{ key: string }>(sql`select key from act order by key`)).map((each) => each.key);

  it("carry out the same event once, answer it twice and say it once", async () => {
    const [before, from_] = [await goal(2), await entries()];
    expect(await inBoth([said("log 5 G2", "same")])).toEqual([
      { outcome: "delivered" },
      { outcome: "delivered" },
    ]);
    await drained();
    expect((await goal(2)).actual.minus(before.actual).toString()).toBe("5");
    expect(await entries()).toBe(from_ + 1);
    expect(await keys()).toEqual([expect.stringMatching(/^[0-9a-f-]{36}:same$/)]);
    expect(posted).toHaveLength(1);
  });

  it("keep totals exact while twenty different lines, each sent to both, come at once", async () => {
    const before = await goal(2);
    await inBoth(
      Array.from({ length: 20 }, (_, i) =>
        // Not so much that the goal is reached: its manager would be told as well.
        said(`log ${(i % 5) + 1} G2`, `line ${String(i).padStart(2, "0")}`),
      ),
    );
    await drained();
    expect((await goal(2)).actual.minus(before.actual).toString()).toBe("60");
    expect(await keys()).toHaveLength(20);
    expect(new Set(posted).size).toBe(20);
    expect(posted).toHaveLength(20);
  });

  it("let one person's acts come one after the other: each answer shows the total of all before it", async () => {
    const before = await goal(2);
    const payload = {
      value: "5",
      total: false,
      on: "2026-11-11",
      note: "",
      for: null,
      goal: before.id,
    };
    const outcomes = await inTurns(
      Array.from({ length: 20 }, (_, i): Incoming => ({
        kind: "pressed",
        dedupeKey: `press ${i}`,
        from: from("linxiao"),
        name: "goals.log-to",
        version: 1,
        payload,
      })),
    );
    expect(outcomes.map((each) => each.outcome)).toEqual(outcomes.map(() => "show"));
    const shown = outcomes.map((outcome) =>
      Number(
        /"(\d+)通? \/ 200/.exec(
          JSON.stringify(outcome).replaceAll(/"\},?\{"[a-z]+":"|","/g, ""),
        )?.[1] ?? JSON.stringify(outcome),
      ),
    );
    expect(shown.toSorted((a, b) => a - b)).toEqual(
      shown.map((_, i) => Number(before.actual.toString()) + 5 * (i + 1)),
    );
  });

  it("undo a line once, though both are asked to with different keys", async () => {
    await houses[0].bot.receive(said("log 5 G2", "line"));
    const before = await entries();
    const [{ batch }] = (await query<{ batch: string }>(
      sql`select batch_id as batch from goal_entry where batch_id not in (select id from goal) order by id desc limit 1`,
    )) as [{ batch: string }];
    const outcomes = await inTurns(
      [1, 2].map((i): Incoming => ({
        kind: "pressed",
        dedupeKey: `undo ${i}`,
        from: from("linxiao"),
        name: "goals.undo",
        version: 1,
        payload: { batch },
      })),
    );
    expect(
      outcomes.map((each) => (each.outcome === "toast" ? each.tone : each.outcome)).toSorted(),
    ).toEqual(["bad", "replace"]);
    expect(await entries()).toBe(before + 1);
  });

  it("number the goals of different people without a gap or a double", async () => {
    const users = ["linxiao", "wanglei", "chenjing", "renke", "anna", "maya"];
    await inTurns(
      users.flatMap((user) =>
        [1, 2].map((i) => said(`goal new visits ${i}0 by 12-31`, `${user} ${i}`, user)),
      ),
    );
    const numbers = (
      await query<{ number: number }>(sql`select number from goal order by number`)
    ).map((each) => each.number);
    expect(numbers).toEqual(Array.from({ length: 24 }, (_, i) => i + 1));
  });

  it("never spend the same point twice, and praise each other crosswise without standing in each other's way", async () => {
    const stores = createStores(database);
    await stores.inOrganisation(playgroundOrganisation, ({ recognition }) =>
      recognition.saveRules({ points: true, base: 100, perReport: 0, valueRequired: false }),
    );
    const pairs = [
      ["linxiao", "wanglei"],
      ["wanglei", "linxiao"],
      ["linxiao", "chenjing"],
      ["wanglei", "zhoulan"],
      ["linxiao", "zhoulan"],
      ["linxiao", "maya"],
    ] as const;
    const lines = pairs.flatMap(([user, to]) =>
      [1, 2, 3, 4].map((i) =>
        said(`praise @${to} helped me out again +10`, `${user} ${to} ${i}`, user),
      ),
    );
    await inBoth(lines);
    const rows = await query<{ text: string; state: string }>(
      sql`select id::text as text, state from recognition_shout where state = 'draft'`,
    );
    // No team has a place here, so each waits for one tap; pressed in both houses at once, each is paid once at most.
    const givers = new Map(
      (
        await query<{ id: string; name: string }>(
          sql`select s.id, p.name from recognition_shout s join person p on p.id = s.by_id`,
        )
      ).map((each) => [each.id, each.name === "林晓" ? "linxiao" : "wanglei"]),
    );
    await inTurns(
      rows.flatMap(({ text: id }) =>
        houses.map((_, i): Incoming => ({
          kind: "pressed",
          dedupeKey: `place ${id} ${i}`,
          from: from(givers.get(id)!),
          name: "recognition.choose-place",
          version: 1,
          payload: { shout: id, place: null },
        })),
      ),
    );
    const given = await query<{ name: string; other: string; given: number }>(
      sql`select p.name, o.name as other, -sum(l.delta)::int as given from recognition_points l join person p on p.id = l.person_id join person o on o.id = l.other_id where l.pool = 'give' group by 1, 2`,
    );
    expect(given.every((each) => each.given <= 30)).toBe(true);
    const spent = (name: string) =>
      given.filter((each) => each.name === name).reduce((sum, each) => sum + each.given, 0);
    expect([spent("林晓"), spent("王磊")]).toEqual([100, 60]);
    const [sums] = await query<{ pools: number; granted: number }>(
      sql`select sum(delta)::int as pools, sum(delta) filter (where cause in ('grant', 'lapse'))::int as granted from recognition_points`,
    );
    expect(sums).toEqual({ pools: 200, granted: 200 });
  });

  it("count each +1 once while everybody presses at once in both", async () => {
    const id = await shoutInPlace();
    const users = ["zhoulan", "chenjing", "renke", "anna", "maya"];
    await Promise.all(
      users.flatMap((user) =>
        houses.map((house) =>
          house.bot.receive({
            kind: "pressed",
            dedupeKey: `cheer ${user}`,
            from: from(user),
            name: "recognition.cheer",
            version: 1,
            payload: { shout: id },
          }),
        ),
      ),
    );
    const shout = await createStores(database).inOrganisation(
      playgroundOrganisation,
      ({ recognition }) => recognition.shout(id as never),
    );
    expect(shout!.cheers).toBe(5);
    const cards = await query<{ cards: string }>(
      sql`select cards::text as cards from outbox where place_id is not null order by id desc limit 1`,
    );
    expect(cards[0]!.cards).toContain("赞一个 · 5");
  });

  async function shoutInPlace(): Promise<string> {
    const place = "00000000-0000-7000-8000-00000000bbbb";
    await createStores(database).inOrganisation(playgroundOrganisation, async ({ people }) => {
      for (const other of await people.places()) await people.savePlace({ ...other, teamId: null });
      await people.savePlace({
        id: place as never,
        name: "east",
        reads: "zh",
        teamId: (await people.teams())[0]!.id,
      });
    });
    await database.db.execute(
      sql`insert into chat_place (platform, workspace, channel, organisation_id, place_id) values ('web', 'playground', '#east', ${playgroundOrganisation}::uuid, ${place}::uuid)`,
    );
    await houses[0].bot.receive(said("表扬@王磊 一个电话签下大单", "praise"));
    const [row] = await query<{ id: string }>(sql`select id from recognition_shout`);
    return row!.id;
  }

  it("do not lock each other out when managers and reps write about one another at once", async () => {
    const before = await goal(2);
    await inTurns(
      Array.from({ length: 20 }, (_, i) =>
        said("log 5 G2", `mixed ${i}`, i % 4 < 2 ? "linxiao" : "zhoulan"),
      ),
    );
    expect((await goal(2)).actual.minus(before.actual).toString()).toBe("100");
  });

  it("spend no point twice: one giver, two processes at once", async () => {
    await createStores(database).inOrganisation(playgroundOrganisation, ({ recognition }) =>
      recognition.saveRules({ points: true, base: 100, perReport: 0, valueRequired: false }),
    );
    const names = ["王磊", "陈静", "周岚", "renke", "anna", "maya"];
    await inTurns(names.map((name, i) => said(`表扬@${name} 一起拿下了续约 +30`, `gift ${i}`)));
    const [sum] = await query<{ given: number; got: number; granted: number }>(
      sql`select (-sum(delta) filter (where pool = 'give' and cause = 'praise'))::int as given, (sum(delta) filter (where pool = 'have'))::int as got, (sum(delta) filter (where cause = 'grant'))::int as granted from recognition_points`,
    );
    expect(sum).toEqual({ given: 90, got: 90, granted: 100 });
    // The same event in both at once is paid once, and taken back once.
    await inBoth([said("表扬@王磊 又帮了我一把 +10", "same", "chenjing")]);
    await inBoth([said("撤回表扬", "undo", "chenjing")]);
    const [after] = await query<{ lines: number; moved: number }>(
      sql`select count(*)::int as lines, sum(p.delta)::int as moved from recognition_points p join recognition_shout s on s.id = p.shout_id where s.reason = '又帮了我一把'`,
    );
    expect(after).toEqual({ lines: 4, moved: 0 });
  });
});
