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

const invitations = async (user: string): Promise<number> =>
  (await system.who(user).screen()).messages.filter(({ text }) =>
    text.includes("what are your top three?"),
  ).length;

async function moves(user: string, zone: string): Promise<void> {
  await system.who(user).says("settings");
  await system.who(user).presses("Change");
  await system.who(user).fills({ "Time zone": zone });
}

it("FC-75: whoever flies east over Monday 09:00 is asked once, on Tuesday, and is in time then", async () => {
  const maya = system.who("maya");
  await system.who("zhoulan").says("设置");
  // Half past eight in New York; half past ten in the evening in Tokyo, whose Monday is over.
  await go("2026-11-16T13:30:00Z");
  await moves("maya", "Tokyo");
  await go("2026-11-16T23:50:00Z");
  expect(await invitations("maya")).toBe(0);
  await go("2026-11-17T00:10:00Z");
  expect(await invitations("maya")).toBe(1);
  expect((await summaries()).join("\n")).not.toMatch(/还没交[^\n]*Maya/);
  await maya.says("checkin");
  await maya.fills({ "Priority 1 this week": "Close Acme" });
  await go("2026-11-17T06:00:00Z");
  const [told] = (await summaries()).slice(1);
  expect(told).toMatch(/补充[^]*Maya Collins/);
  expect(told).not.toMatch(/截止后补交/);
  await go("2026-11-20T12:00:00Z");
  expect(await invitations("maya")).toBe(1);
});

it("FC-75: whoever was asked before they flew is not asked again", async () => {
  await go("2026-11-16T14:30:00Z");
  expect(await invitations("maya")).toBe(1);
  await moves("maya", "Tokyo");
  await go("2026-11-18T12:00:00Z");
  expect(await invitations("maya")).toBe(1);
});
