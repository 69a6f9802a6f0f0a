// Monday morning brings several things in one message: what is done with one of them changes that one, and the rest stays.
import { beforeEach, expect, it } from "vitest";
import { story } from "#test/support/story/story";

const system = story();
beforeEach(async () => {
  // Eleven at night in Shanghai: what is proposed now is told in the morning, in one message.
  await system.clock.moveTo(new Date("2026-11-11T15:00:00Z"));
  const manager = system.who("zhoulan");
  for (const what of ["拜访 20", "电话 300"]) {
    await manager.says(`定目标 ${what} 12月31日前 给@林晓`);
    await manager.presses("提给林晓确认");
  }
  await system.clock.moveTo(new Date("2026-11-12T02:00:00Z"));
});

const latest = async () => (await system.who("linxiao").screen()).messages.at(-1)!;

it("each is answered where it stands, and both answers stay", async () => {
  const rep = system.who("linxiao");
  const before = await latest();
  expect(before.buttons).toEqual(["确认", "回复", "确认", "回复"]);
  await rep.presses("确认", 1);
  const between = await latest();
  expect(between.id).toBe(before.id);
  expect(between.text).toMatch(/给你提了一个目标[^]*G13 拜访[^]*G14 电话/);
  expect(between.text.match(/给你提了一个目标/g)).toHaveLength(1);
  expect(between.buttons.slice(0, 2)).toEqual(["确认", "回复"]);
  await rep.presses("确认");
  const after = await latest();
  expect(after.id).toBe(before.id);
  expect(after.text).toMatch(/G13 拜访[^]*G14 电话/);
  expect(after.text).not.toContain("给你提了一个目标");
  expect(after.buttons).not.toContain("确认");
});

it("what a form does to one of them leaves the other as it is", async () => {
  const rep = system.who("linxiao");
  const before = await latest();
  await rep.presses("确认", 1);
  await rep.presses("结束目标");
  await rep.fills({ "怎么结束？": "放弃：已经不合适了", 一点心得: "先把老客户走完" });
  const after = (await rep.screen()).messages.find((each) => each.id === before.id)!;
  expect(after.text).toMatch(/给你提了一个目标[^]*G13 拜访[^]*G14 电话[^]*先放下/);
  expect(after.buttons.slice(0, 2)).toEqual(["确认", "回复"]);
});
