// A manager's Monday: one message that says how far everybody is, what came in, who needs help and why, and what changed since the last.
import { beforeEach, expect, it } from "vitest";
import { story } from "#test/support/story/story";

const system = story();
beforeEach(async () => {
  await system.house.bot.lookOver(0, 1);
});
const monday = (iso: string) => system.clock.moveTo(new Date(iso));

it("says what came in, who needs them and why, how many were praised, and what changed, each with its button", async () => {
  const [manager, rep] = [system.who("zhoulan"), system.who("linxiao")];
  await rep.says("卡住了 法务的合同还没回来");
  await manager.says("表扬@王磊 一个电话签下大单");
  await monday("2026-11-16T06:00:00Z");
  await manager.sees(/周一团队概况[^]*上周[^]*电话[^]*先看谁/u);
  await manager.sees(/卡住的事还有 1 件/u);
  await manager.sees(/上周有 1 人被表扬（团队 6 人）/u);
  await rep.says("报 300通 G2");
  await monday("2026-11-23T06:00:00Z");
  await manager.sees(/和上周一相比[^]*林晓 · G2 电话[^]*落后 → 已达成/u);
});

it("comes once a Monday, and not to whoever leads nobody", async () => {
  const [manager, rep] = [system.who("zhoulan"), system.who("linxiao")];
  await monday("2026-11-16T06:00:00Z");
  await monday("2026-11-17T08:00:00Z");
  const times = async (who: typeof manager) =>
    (await who.screen()).messages.filter((each) => each.text.includes("周一团队概况")).length;
  expect([await times(manager), await times(rep)]).toEqual([1, 0]);
});

it("is shown whenever its manager asks, by either word", async () => {
  const manager = system.who("zhoulan");
  await manager.says("团队简报");
  await manager.sees(/团队简报[^]*上周[^]*电话/u);
  await manager.says("digest");
  await manager.sees(/团队简报/u);
  await system.who("linxiao").says("digest");
  await system.who("linxiao").sees("主管");
});
