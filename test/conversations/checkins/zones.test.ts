// A manager's Monday with a team in three zones: who was due stands in the summary, the others follow once, after the last deadline.
import { expect, it } from "vitest";
import { lookedOver, story } from "#test/support/story/story";

const system = story(lookedOver);
const go = (iso: string) => system.leapTo(new Date(iso));
const summaries = async (): Promise<readonly string[]> =>
  (await system.who("zhoulan").screen()).messages
    .map((each) => each.text)
    .filter((each) => each.includes("团队周报"));

it("the summary covers who was due and says when the rest comes; the rest comes once", async () => {
  const [here, berlin, manager] = [
    system.who("linxiao"),
    system.who("renke"),
    system.who("zhoulan"),
  ];
  await manager.says("设置");
  await go("2026-11-16T01:30:00Z");
  await here.says("周报");
  await here.fills({ "本周要事 1": "签下华山" });
  await go("2026-11-16T06:00:00Z");
  const [first, ...others] = await summaries();
  expect(others).toEqual([]);
  expect(first).toMatch(/林晓[^]*还没交（2）：王磊、陈静/);
  expect(first).toContain("11月17日（周二）09:00 再告诉你");
  await berlin.says("checkin");
  await berlin.fills({ "Priority 1 this week": "Close Hamburg" });
  await go("2026-11-17T01:00:00Z");
  const told = await summaries();
  expect(told).toHaveLength(2);
  expect(told[1]).toMatch(/补充[^]*Renke Petersen[^]*还没交（2）：Anna Weber、Maya Collins/);
  expect(told[1]).not.toMatch(/林晓|王磊|陈静/);
  await go("2026-11-20T09:00:00Z");
  expect(await summaries()).toHaveLength(2);
});

it("where nobody was due yet, the first to come is the whole summary, after the last deadline", async () => {
  await system.who("zhoulan").says("设置");
  await go("2026-11-16T00:30:00Z");
  for (const each of ["linxiao", "wanglei", "chenjing"]) await system.who(each).says("休假到周三");
  await go("2026-11-16T09:30:00Z");
  expect(await summaries()).toEqual([]);
  await go("2026-11-17T01:00:00Z");
  const [only, ...others] = await summaries();
  expect(others).toEqual([]);
  expect(only).toMatch(/还没交（3）：Anna Weber、Maya Collins、Renke Petersen/);
  expect(only).toContain("休假：林晓、王磊、陈静");
});
