// Notes of a talk are the two's alone: no store, table, page, digest, message, log or error shows one to anybody else, an admin neither;
// a new manager gets the steps and never the notes; they end with their time.
import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { execute } from "#db/client";
import { playgroundOrganisation } from "#db/seed";
import { createHousekeeping } from "#db/stores/housekeeping";
import type { AllStores } from "#db/stores/index";
import { localDate } from "#src/calendar/local-date";
import type { PersonId } from "#src/people/person";
import { growParts, type PairId } from "#src/practices/oneonones/model";
import { writtenLog } from "#test/support/log";
import { story } from "#test/support/story/story";
import { byOperator, startSystem, type System } from "#test/support/story/system";

const secret = "秘密笔记";
const own = `${secret}甲：我有点累`;
const answer = `${secret}乙：年底前签下两家`;
const leads = `${secret}丙：再给一个月`;

/** 林晓 and 周岚 talk; all three kinds of notes are written. */
async function written(system: System): Promise<void> {
  const [manager, rep] = [system.who("zhoulan"), system.who("linxiao")];
  await manager.says("一对一 @林晓");
  await manager.fills({ 周几: "2", 从哪一周开始: "2026-11-16" });
  await rep.says("一对一");
  await rep.presses("谈话提纲");
  await rep.fills({ "想达到什么？": answer });
  await rep.sees("已保存");
  await rep.says("一对一");
  await rep.presses("我的笔记");
  await rep.fills({ 写给自己: own });
  await manager.says("一对一 @林晓");
  await manager.presses("我的笔记");
  await manager.fills({ 写给自己: leads });
}

const within = <T>(system: System, work: (stores: AllStores) => Promise<T>): Promise<T> =>
  system.stores.inOrganisation(playgroundOrganisation, work);

const idOf = (system: System, name: string): Promise<PersonId> =>
  within(
    system,
    async ({ people }) => (await people.directory()).find((each) => each.name.includes(name))!.id,
  );

/** Tables in which the secret stands, whatever they are called. */
async function tablesWithIt({ database }: System): Promise<readonly string[]> {
  const tables = await execute<{ name: string }>(
    database.db,
    sql`select table_name::text as name from information_schema.tables where table_schema = current_schema() and table_type = 'BASE TABLE' order by 1`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = await execute<{ text: string }>(
      database.db,
      sql`select t::text as text from ${sql.identifier(name)} t`,
    );
    // A file or a payload that is kept as bytes shows as hexadecimal.
    const hex = Buffer.from(secret).toString("hex");
    if (rows.some(({ text }) => text.includes(secret) || text.includes(hex))) found.push(name);
  }
  return found;
}

const system = story();

describe("notes of a talk", () => {
  it("stand in one table alone, and in nothing that the bot says, shows or keeps elsewhere", async () => {
    await written(system);
    const other = await idOf(system, "陈静");
    await within(system, ({ people }) => people.entitle(other, { admin: true }, byOperator));
    await system.clock.moveTo(new Date("2026-11-18T02:00:00Z"));
    await system.house.deliveries.drain();
    // Sealed where words of care are sealed, and then in none at all.
    expect((await tablesWithIt(system)).filter((each) => each !== "talk_note")).toEqual([]);
    const manager = system.who("zhoulan");
    for (const line of ["团队简报", "林晓", "一对一", "待办", "我的团队", "导出数据"])
      await manager.says(line);
    for (const user of ["zhoulan", "linxiao", "chenjing", "wanglei", "maya"]) {
      const [{ messages }, home] = [
        await system.who(user).screen(),
        await system.who(user).atHome(),
      ];
      expect(JSON.stringify({ messages, home })).not.toContain(secret);
    }
    expect(JSON.stringify(system.errors)).not.toContain(secret);
  });

  it("are read and written through no method of the store by anybody else, an admin neither", async () => {
    await written(system);
    const [rep, boss, other] = [
      await idOf(system, "林晓"),
      await idOf(system, "周岚"),
      await idOf(system, "陈静"),
    ];
    await within(system, ({ people }) => people.entitle(other, { admin: true }, byOperator));
    await within(system, async ({ talks, talkNotes }) => {
      const [pair] = await talks.pairsOf(rep);
      const [id, week] = [pair!.id, localDate("2026-11-16")];
      expect(await talkNotes.read(id, week, other)).toEqual({});
      expect(await talkNotes.read(id, week, rep)).toEqual({ private: own, goal: answer });
      expect(await talkNotes.read(id, week, boss)).toEqual({ private: leads, goal: answer });
      for (const part of [...growParts, "private"] as const)
        for (const said of ["", "x"])
          expect(
            await talkNotes.write({ pair: id, week, part, said, at: system.clock.now() }, other),
          ).toBe(false);
      expect(await talkNotes.read(id, week, rep)).toEqual({ private: own, goal: answer });
      expect(await talks.pairsOf(other)).toEqual([]);
    });
  });

  it("are opened by no button of somebody else's card", async () => {
    await written(system);
    const rep = await idOf(system, "林晓");
    const [pair] = await within(system, ({ talks }) => talks.pairsOf(rep));
    for (const user of ["chenjing", "wanglei", "maya"])
      for (const name of [
        "open",
        "ask-grow",
        "ask-notes",
        "held",
        "ask-outcome",
        "end",
        "ask-step",
        "ask-topic",
      ]) {
        const outcome = await system.house.bot.receive({
          kind: "pressed",
          dedupeKey: `${user} ${name}`,
          from: system.account(user),
          name: `oneonones.${name}`,
          version: 1,
          payload: { pair: pair!.id as PairId, week: "2026-11-16" },
        });
        expect(outcome).toMatchObject({ outcome: "toast", tone: "bad" });
        expect(JSON.stringify(outcome)).not.toContain(secret);
      }
  });

  it("stay behind when somebody else leads: the new manager gets the steps, the old one no more of it", async () => {
    await written(system);
    const [rep, boss, next] = [
      await idOf(system, "林晓"),
      await idOf(system, "周岚"),
      await idOf(system, "王磊"),
    ];
    const [manager, newManager] = [system.who("zhoulan"), system.who("wanglei")];
    await manager.says("一对一 @林晓");
    await manager.presses("加待办");
    await manager.fills({ 做什么: "给三家回电话", 哪天前: "2026-11-20" });
    await manager.says("一对一 @林晓");
    await manager.presses("加待办");
    await manager.fills({ 做什么: "去问法务", 谁来做: boss, 哪天前: "2026-11-20" });
    const [pair] = await within(system, ({ talks }) => talks.pairsOf(rep));
    await within(system, ({ people }) => people.entitle(rep, { managerId: next }, byOperator));
    await system.house.bot.keepHouse();
    await system.house.deliveries.drain();
    await newManager.sees(/林晓还没做完的待办[^]*A1 给三家回电话[^]*A2 去问法务/u);
    await system.who("linxiao").sees("周岚不再带你了");
    const week = localDate("2026-11-16");
    await within(system, async ({ talkNotes, talks }) => {
      expect(await talks.pairsOf(boss)).toEqual([]);
      expect(await talkNotes.read(pair!.id, week, next)).toEqual({});
      expect(await talkNotes.read(pair!.id, week, boss)).toEqual({ private: leads });
      expect(await talkNotes.read(pair!.id, week, rep)).toEqual({ private: own, goal: answer });
    });
    await newManager.says("一对一 @林晓");
    await newManager.fills({ 周几: "2", 从哪一周开始: "2026-11-16" });
    await newManager.says("一对一 @林晓");
    await newManager.sees(/A1 给三家回电话[^]*A2 去问法务/u);
    await newManager.presses("谈话提纲");
    expect(JSON.stringify(await newManager.screen())).not.toContain(secret);
  });

  it("end a year after they were written", async () => {
    await written(system);
    const rep = await idOf(system, "林晓");
    const left = async (at: string): Promise<boolean> => {
      await createHousekeeping(system.database).prune(new Date(at));
      return within(system, async ({ talks, talkNotes }) => {
        const [pair] = await talks.pairsOf(rep);
        const notes = await talkNotes.read(pair!.id, localDate("2026-11-16"), rep);
        return Object.keys(notes).length > 0;
      });
    };
    expect(await left("2027-11-01T02:00:00Z")).toBe(true);
    expect(await left("2027-11-20T02:00:00Z")).toBe(false);
  });
});

it("is written to no log", async () => {
  const { logger, written: log } = writtenLog();
  const logged = await startSystem({ logger });
  await written(logged);
  await logged.stop();
  expect(log()).not.toContain(secret);
});
