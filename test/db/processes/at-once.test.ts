// Two people who decide about the same thing at the same moment, each in a process of their own on one PostgreSQL: one of them does it,
// the other hears in one sentence what was done, and nobody is told what did not happen.
import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { onPostgresOnly } from "#test/support/database/database";
import {
  account,
  chance,
  houses,
  twoHouses,
  inside,
  query,
  idOf,
  state,
  entriesOf,
  told,
  lastTold,
  pressed,
  submitted,
  said,
  both,
  goalOf,
  numberOf,
  proposed,
  steps,
} from "./two-houses.ts";

onPostgresOnly("two who decide at once", () => {
  twoHouses();

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

  it("an amount that confirms its proposal and the withdrawal of it: never is something logged to what was withdrawn before", async () => {
    for (let round = 0; round < 12; round++) {
      const goal = await proposed();
      const waiting = { value: "5", total: false, on: "2026-11-11", note: "", for: null };
      await both(
        round,
        ["linxiao", pressed("goals.start-and-log", { ...waiting, goal })],
        ["zhoulan", pressed("goals.drop", { goal })],
      );
      // Whoever came first: withdrawn with nothing logged, or confirmed and running with the amount, which is not dropped any more.
      expect([await state(goal), (await entriesOf(goal)).length]).toEqual(
        (await state(goal)) === "dropped" ? ["dropped", 0] : ["active", 1],
      );
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
      expect(answers.filter((each) => each.includes("已经核对过了"))).toHaveLength(1);
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
});
