// Two people who decide about the same thing at the same moment, each in a process of their own on one PostgreSQL: one of them does it,
// the other hears in one sentence what was done, and nobody is told what did not happen.
import { sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, it } from "vitest";
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
import { solveBlocker, takeBlocker } from "#src/practices/checkins/actions";
import type { BlockerId } from "#src/practices/checkins/model";
import { saveValue } from "#src/practices/recognition/actions";
import { saveMetric, savePerson, saveTeam } from "#src/practices/setup/actions";
import { nobody } from "#src/practices/setup/setup-forms";
import { plainCard } from "#src/view/plain";
import { plainLine } from "#src/view/line";
import { onPostgresOnly, secondConnection, seededDatabase } from "#test/support/database/database";

const account = (user: string) => ({ platform: "web", workspace: "playground", user });
const chance = createChance();
type Sent = Pick<Incoming & { readonly kind: "pressed" | "submitted" | "said" }, "kind"> &
  Record<string, unknown>;

onPostgresOnly("two who decide at once", () => {
  let database: Database;
  let second: Database;
  let houses: readonly [House, House];
  let errors: unknown[];

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

  const inside = <T>(work: (stores: AllStores) => Promise<T>): Promise<T> =>
    createStores(database).inOrganisation(playgroundOrganisation, work);
  const query = <T extends object>(what: ReturnType<typeof sql>) =>
    inOrganisation(database, playgroundOrganisation, (tx) => execute<T>(tx, what));
  const idOf = async (user: string): Promise<PersonId> =>
    (await createStores(database).routing.whoIs(account(user)))!.person;
  const state = async (id: GoalId) => (await inside(({ goals }) => goals.byId(id)))!.state;
  const entriesOf = (id: GoalId) =>
    query<{ id: string; kind: string; seq: string }>(
      sql`select id, kind, seq::text as seq from goal_entry where goal_id = ${id}::uuid order by seq`,
    );
  const told = async (user: string, since: string) =>
    (
      await query<{ cards: string }>(
        sql`select cards::text as cards from outbox where kind = 'notice' and person_id = ${await idOf(user)}::uuid and seq > ${since}::bigint order by seq`,
      )
    ).map((each) => each.cards);
  const lastTold = async (): Promise<string> =>
    (await query<{ seq: string }>(sql`select coalesce(max(seq), 0)::text as seq from outbox`))[0]!
      .seq;

  const pressed = (name: string, payload: object): Sent => ({
    kind: "pressed",
    name,
    version: 1,
    payload,
  });
  const submitted = (name: string, payload: object, values: object): Sent => ({
    kind: "submitted",
    name,
    version: 1,
    payload,
    values,
  });
  const said = (text: string): Sent => ({ kind: "said", text, direct: true });
  /** The first in one process, the second in the other, in turns of who is asked first. */
  async function both(
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
  function words(outcome: Outcome): string {
    if (outcome.outcome === "show" || outcome.outcome === "replace")
      return outcome.cards.map(plainCard).join("\n");
    if (outcome.outcome === "toast") return plainLine(outcome.line);
    return JSON.stringify(outcome);
  }

  async function goalOf(
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
  const numberOf = async (id: GoalId): Promise<number> =>
    (await inside(({ goals }) => goals.byId(id)))!.number;
  const proposed = async () =>
    goalOf("linxiao", {
      state: "proposed",
      proposedById: await idOf("zhoulan"),
      proposedOn: localDate("2026-11-10"),
    });
  const steps = (): Milestone[] =>
    [1, 2, 3, 4].map((n) => ({
      id: chance.id(),
      title: `第${n}步`,
      due: localDate("2026-12-01"),
      target: null,
      doneOn: null,
    }));

  it("confirm and withdraw: one is done and told, the other hears it, 24 of 24", async () => {
    const wins = { confirmed: 0, withdrawn: 0 };
    for (let round = 0; round < 24; round++) {
      const goal = await proposed();
      const since = await lastTold();
      const [rep, manager] = await both(
        round,
        ["linxiao", pressed("goals.confirm", { goal })],
        ["zhoulan", pressed("goals.drop", { goal })],
      );
      const now = await state(goal);
      if (now === "active") {
        wins.confirmed++;
        expect(manager).toContain("林晓刚刚确认了");
        expect([await told("zhoulan", since), await told("linxiao", since)]).toEqual([
          [expect.stringContaining("确认了")],
          [],
        ]);
      } else {
        wins.withdrawn++;
        expect(now).toBe("dropped");
        expect(rep).toContain("已经撤回");
        expect([await told("zhoulan", since), await told("linxiao", since)]).toEqual([
          [],
          [expect.stringContaining("撤回")],
        ]);
      }
    }
    expect(wins.confirmed + wins.withdrawn).toBe(24);
  }, 60_000);

  it("two milestones at once are both kept; the same one is marked once", async () => {
    for (let round = 0; round < 8; round++) {
      const milestones = steps();
      const goal = await goalOf("linxiao", { direction: "milestones", milestones });
      await both(
        round,
        ["linxiao", pressed("goals.milestone-done", { goal, milestone: milestones[0]!.id })],
        ["zhoulan", pressed("goals.milestone-done", { goal, milestone: milestones[1]!.id })],
      );
      const done = (await inside(({ goals }) => goals.byId(goal)))!.milestones
        .filter((each) => each.doneOn !== null)
        .map((each) => each.title);
      expect(done.toSorted()).toEqual(["第1步", "第2步"]);
      const answers = await both(
        round,
        ["linxiao", pressed("goals.milestone-done", { goal, milestone: milestones[2]!.id })],
        ["zhoulan", pressed("goals.milestone-done", { goal, milestone: milestones[2]!.id })],
      );
      expect(answers.filter((each) => each.includes("已经标过完成"))).toHaveLength(1);
    }
  }, 60_000);

  it("two who close: how it ended is said by one, and the other's word is not put in its place", async () => {
    for (let round = 0; round < 8; round++) {
      const goal = await goalOf("linxiao");
      const close = (lesson: string) =>
        submitted("goals.close", { goal }, { ends: "dropped", lesson });
      const answers = await both(round, ["linxiao", close("rep")], ["zhoulan", close("manager")]);
      const loser = answers.findIndex((each) => each.includes("这次没有改动"));
      expect(answers[1 - loser]).not.toContain("这次没有改动");
      expect((await inside(({ goals }) => goals.byId(goal)))!.lesson).toBe(
        loser === 0 ? "manager" : "rep",
      );
    }
  }, 60_000);

  it("an amount and the end of its goal: what was logged counts in how it ended, or is refused", async () => {
    for (let round = 0; round < 24; round++) {
      const goal = await goalOf("linxiao");
      const number = await numberOf(goal);
      await both(
        round,
        ["linxiao", said(`log 15 G${number}`)],
        ["zhoulan", submitted("goals.close", { goal }, { ends: "figures", lesson: "" })],
      );
      expect([await state(goal), (await entriesOf(goal)).length]).toEqual(
        (await state(goal)) === "achieved" ? ["achieved", 1] : ["missed", 0],
      );
    }
  }, 60_000);

  it("an amount and the withdrawal of its proposal: never is something logged to what was withdrawn before", async () => {
    for (let round = 0; round < 12; round++) {
      const goal = await proposed();
      const number = await numberOf(goal);
      const [rep] = await both(
        round,
        ["linxiao", said(`log 5 G${number}`)],
        ["zhoulan", pressed("goals.drop", { goal })],
      );
      expect(await state(goal)).toBe("dropped");
      expect(rep.includes("已经结束") ? 0 : 1).toBe((await entriesOf(goal)).length);
    }
  }, 60_000);

  it("an entry corrected by one and taken back by another: one replaces it, the other hears that it is gone", async () => {
    for (let round = 0; round < 12; round++) {
      const goal = await goalOf("linxiao");
      await houses[0].bot.receive({
        kind: "said",
        dedupeKey: chance.id(),
        from: account("linxiao"),
        text: `log 5 G${await numberOf(goal)}`,
      });
      const entry = (await entriesOf(goal))[0]!.id;
      const batch = (
        await query<{ batch: string }>(
          sql`select batch_id as batch from goal_entry where id = ${entry}::uuid`,
        )
      )[0]!.batch;
      const others = [
        submitted(
          "goals.correct",
          { entry, list: false },
          { amount: "6", on: "2026-11-11", note: "" },
        ),
        pressed("goals.drop-entry", { entry }),
        pressed("goals.undo", { batch }),
      ];
      const answers = await both(
        round,
        ["linxiao", pressed("goals.undo", { batch })],
        ["zhoulan", others[round % 3]!],
      );
      expect(answers.filter((each) => each.includes("已经更正或撤销过了"))).toHaveLength(1);
      expect(await entriesOf(goal)).toHaveLength(2);
    }
  }, 60_000);

  it("a dispute decided by two who may: one decides, one is told of it", async () => {
    const [rep, manager] = ["linxiao", "zhoulan"];
    await query(sql`update person set assistant = true where id = ${await idOf("chenjing")}::uuid`);
    for (let round = 0; round < 8; round++) {
      const goal = await goalOf(rep);
      await houses[0].bot.receive({
        kind: "said",
        dedupeKey: chance.id(),
        from: account(manager),
        text: `替@林晓报5 G${await numberOf(goal)}`,
      });
      const entry = (await entriesOf(goal))[0]!.id;
      await houses[0].bot.receive({
        kind: "submitted",
        dedupeKey: chance.id(),
        from: account(rep),
        name: "goals.dispute",
        version: 1,
        payload: { entry },
        values: { said: "不对" },
      });
      const since = await lastTold();
      const stands = (reason: string) => submitted("goals.stands", { entry }, { reason });
      const answers = await both(
        round,
        [manager, stands("经理说的")],
        ["chenjing", stands("内勤说的")],
      );
      expect(answers.filter((each) => each.includes("已经有结论了"))).toHaveLength(1);
      expect(await told(rep, since)).toHaveLength(1);
    }
  }, 60_000);

  it("two who say a status: both are on record, and one of them counts", async () => {
    for (let round = 0; round < 8; round++) {
      const goal = await goalOf("linxiao");
      const judge = (status: string) =>
        submitted("goals.status", { goal }, { status, reason: "合同", until: "2026-11-12" });
      await both(round, ["linxiao", judge("on-track")], ["zhoulan", judge("at-risk")]);
      const rows = await query<{ ended: boolean }>(
        sql`select ended_at is not null as ended from goal_override where goal_id = ${goal}::uuid order by seq`,
      );
      expect(rows.map((each) => each.ended)).toEqual([true, false]);
    }
  }, 60_000);

  it("a total and an addition by two people count in the order in which they were written", async () => {
    for (let round = 0; round < 12; round++) {
      const goal = await goalOf("linxiao");
      const number = await numberOf(goal);
      await both(
        round,
        ["linxiao", said(`log 3 G${number}`)],
        ["zhoulan", said(`total 20 for @林晓 G${number}`)],
      );
      const kinds = (await entriesOf(goal)).map((each) => each.kind);
      expect((await inside(({ goals }) => goals.byId(goal)))!.actual.toString()).toBe(
        kinds[0] === "set" ? "23" : "20",
      );
    }
  }, 60_000);

  it("several goals of several people at once, named in any order, wait for one another and never for ever", async () => {
    const goals = [await goalOf("linxiao"), await goalOf("wanglei"), await goalOf("renke")];
    const numbers = await Promise.all(goals.map(numberOf));
    const listed = (order: readonly number[]) =>
      pressed("goals.store-list", { on: "2026-11-11", list: order.map((n) => [n, "1", 0, 0, ""]) });
    await query(sql`update person set assistant = true where id = ${await idOf("chenjing")}::uuid`);
    for (let round = 0; round < 12; round++)
      await both(round, ["zhoulan", listed(numbers)], ["chenjing", listed(numbers.toReversed())]);
    const actual = await Promise.all(
      goals.map(async (each) =>
        (await inside((stores) => stores.goals.byId(each)))!.actual.toString(),
      ),
    );
    expect(actual).toEqual(["24", "24", "24"]);
  }, 60_000);

  it("a blocker ended by the manager and by whoever said it: once", async () => {
    for (let round = 0; round < 8; round++) {
      await houses[0].bot.receive({
        kind: "said",
        dedupeKey: chance.id(),
        from: account("linxiao"),
        text: `卡住了 合同${round}`,
      });
      const blocker = (
        await query<{ id: BlockerId }>(sql`select id from blocker where state = 'open'`)
      )[0]!.id;
      const since = await lastTold();
      const answers = await both(
        round,
        ["linxiao", { kind: "pressed", ...solveBlocker({ blocker }) }],
        ["zhoulan", { kind: "pressed", ...takeBlocker({ blocker, at: "card" }) }],
      );
      const [row] = await query<{ state: string; by: string }>(
        sql`select b.state, p.name as by from blocker b join person p on p.id = b.by_id where b.id = ${blocker}::uuid`,
      );
      const loser = row!.by === "林晓" ? answers[1] : answers[0];
      expect(loser).toContain(row!.by);
      expect((await told("linxiao", since)).length).toBe(row!.state === "taken" ? 1 : 0);
    }
  }, 60_000);

  it("two admins who save the same name: one has it, the other is told that it is taken", async () => {
    await query(sql`update person set admin = true where id = ${await idOf("chenjing")}::uuid`);
    const metric = (nameEn: string, nameZh: string): Sent => ({
      kind: "submitted",
      ...saveMetric({ metric: null }),
      values: {
        nameEn,
        nameZh,
        aliases: "",
        num: "",
        den: "",
        unit: "count",
        currency: "",
        adds: "yes",
      },
    });
    for (let round = 0; round < 6; round++) {
      const team = {
        kind: "submitted",
        ...saveTeam({ team: null }),
        values: { name: `华南 ${round}`, manager: nobody },
      } as const;
      const teams = await both(round, ["zhoulan", team], ["chenjing", team]);
      expect(
        teams.filter((each) => each.includes("correct")),
        teams.join("\n"),
      ).toHaveLength(1);
      const metrics = await both(
        round,
        ["zhoulan", metric(`tastings ${round}`, `品鉴${round}`)],
        ["chenjing", metric(`tastings ${round}`, `试饮${round}`)],
      );
      expect(
        metrics.filter((each) => each.includes("correct")),
        metrics.join("\n"),
      ).toHaveLength(1);
      const value = {
        kind: "submitted",
        ...saveValue({ value: null }),
        values: { nameEn: `care ${round}`, nameZh: `用心${round}`, active: "yes" },
      } as const;
      const values = await both(round, ["zhoulan", value], ["chenjing", value]);
      expect(
        values.filter((each) => each.includes("correct")),
        values.join("\n"),
      ).toHaveLength(1);
    }
  }, 60_000);

  it("two admins who take each other's rights at once: one of them is left", async () => {
    for (let round = 0; round < 4; round++) {
      await query(
        sql`update person set admin = (id = ${await idOf("chenjing")}::uuid or id = ${await idOf("zhoulan")}::uuid)`,
      );
      const [one, other] = [await idOf("zhoulan"), await idOf("chenjing")];
      const without = (person: PersonId) =>
        ({
          kind: "submitted",
          ...savePerson({ person }),
          values: { team: nobody, manager: nobody, assistant: "no", admin: "no" },
        }) as const;
      await both(round, ["zhoulan", without(other)], ["chenjing", without(one)]);
      expect(await query(sql`select id from person where admin`)).toHaveLength(1);
    }
  }, 60_000);
});
