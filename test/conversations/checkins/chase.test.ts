// 催周报: a manager reminds those whose check-in is missing, within the hours and the budget of each.
import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { execute } from "#db/client";
import { inOrganisation } from "#db/organisation";
import { playgroundOrganisation } from "#db/seed";
import type { PersonaInStory } from "#test/support/story/persona";
import { startSystem } from "#test/support/story/system";

/** The button says how many. */
async function remindsThem(manager: PersonaInStory): Promise<void> {
  const labels = (await manager.screen()).messages.flatMap(({ buttons }) => buttons);
  await manager.presses(labels.findLast((each) => each.startsWith("提醒这")) ?? "");
}

it("a manager sees who is missing and reminds them once, in their work hours, as one of their two a day", async () => {
  const system = await startSystem();
  const [manager, rep, other] = ["zhoulan", "linxiao", "wanglei"].map((each) => system.who(each));
  if (!manager || !rep || !other) throw new Error("somebody is missing");
  // Half past ten on Monday in Shanghai: invited at nine, due at noon. In Berlin it is night.
  await system.clock.moveTo(new Date("2026-11-16T02:30:00Z"));
  await rep.says("三件事 仁济签约");
  await rep.fills({});
  await manager.says("催周报");
  await manager.sees(/还没交[^]*王磊[^]*提醒这/);
  await manager.doesNotSee("Renke");
  await manager.doesNotSee("林晓");
  await other.doesNotSee("提醒你");
  await remindsThem(manager);
  await manager.sees(/已提醒[^]*已发给[^]*王磊/);
  await other.says("提醒");
  expect((await other.screen()).messages.map(({ text }) => text).join("\n")).toContain(
    "周岚提醒你：周报还没交",
  );
  // Their second of the day is spent: the reminder of eleven waits, and nobody is reminded twice.
  await manager.says("提醒没交的人交周报");
  await remindsThem(manager);
  await manager.sees(/没有发出提醒[^]*今天已经催过[^]*王磊/);
  await system.stop();
  expect(system.errors).toEqual([]);
});

it("whoever has sent theirs is not reminded, and a rep may not chase", async () => {
  const system = await startSystem();
  await system.who("linxiao").says("催周报");
  await system.who("linxiao").sees("要由主管来操作");
  await system.who("zhoulan").says("chase check-ins");
  await system.who("zhoulan").sees("没有人需要催");
  await system.stop();
  expect(system.errors).toEqual([]);
});

it("a reminder that waits for somebody's hours is theirs of that day: the second press sends nothing and takes nothing", async () => {
  const system = await startSystem();
  const [manager, rep] = ["zhoulan", "wanglei"].map((each) => system.who(each));
  if (!manager || !rep) throw new Error("somebody is missing");
  // Monday, half past six in the evening in Shanghai: at work nobody is any more.
  await system.clock.moveTo(new Date("2026-11-16T10:30:00Z"));
  await manager.says("催周报");
  await remindsThem(manager);
  await manager.sees(/已提醒[^]*王磊现在不在上班时间，11月17日（周二）09:00 收到/);
  await manager.says("催周报");
  await remindsThem(manager);
  await manager.sees(/没有发出提醒[^]*今天已经催过[^]*王磊/);
  const slots = (): Promise<number> =>
    inOrganisation(system.database, playgroundOrganisation, async (tx) => {
      const [found] = await execute<{ n: number }>(
        tx,
        sql`select count(*)::int as n from nudge_slot s join person p on p.id = s.person_id where p.name = '王磊' and s.date = '2026-11-17'`,
      );
      return found?.n ?? 0;
    });
  expect(await slots()).toBe(1);
  // On Tuesday morning it is there once, and the same day is not asked twice either.
  await system.clock.moveTo(new Date("2026-11-17T01:30:00Z"));
  const told = (await rep.screen()).messages.filter(({ text }) => text.includes("周岚提醒你"));
  expect(told).toHaveLength(1);
  await manager.says("催周报");
  await remindsThem(manager);
  await manager.sees(/今天已经催过[^\n]*王磊/);
  expect(await slots()).toBe(1);
  await system.stop();
  expect(system.errors).toEqual([]);
});

it("before anybody's is due the manager reads so, and no count of nothing", async () => {
  const system = await startSystem();
  const manager = system.who("zhoulan");
  await manager.says("谁没交周报");
  await manager.sees("这一周没有人要交周报");
  await manager.doesNotSee(/0\s?\/\s?0/);
  await system.stop();
});
