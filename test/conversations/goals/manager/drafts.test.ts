// A goal that a manager drafts for somebody is the manager's alone until it is proposed.
import { afterAll, beforeAll, expect, it } from "vitest";
import { startSystem, type System } from "#test/support/story/system";

let system: System;
beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.stop());

it("is not among its owner's goals, at home or in the form for a log, until it is proposed", async () => {
  const [manager, rep] = [system.who("zhoulan"), system.who("linxiao")];
  await manager.says("定目标 拜访 20 下个月 给林晓");
  await manager.sees("仅你可见");
  for (const words of ["我的目标", "首页"]) {
    await rep.says(words);
    await rep.doesNotSee("拜访");
  }
  await manager.presses("提给林晓确认");
  await rep.says("我的目标");
  await rep.sees(/拜访/);
  expect(system.errors).toEqual([]);
});

it("drafted by oneself it is there at once", async () => {
  const rep = system.who("wanglei");
  await rep.says("定目标 拜访 20 下个月");
  await rep.says("我的目标");
  await rep.sees(/拜访[^]+就这么定/);
});
