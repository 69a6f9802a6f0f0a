// The playground's whole centre has a few deals from the first day, two of them to be looked at.
import { afterEach, beforeEach, expect, it } from "vitest";
import { startSystem, type System } from "#test/support/story/system";

let system: System;
beforeEach(async () => {
  system = await startSystem({ centre: "whole" });
});
afterEach(async () => {
  await system.stop();
  expect(system.errors).toEqual([]);
});

it("shows a rep their own, and whoever leads them the counts", async () => {
  const [rep, manager] = [system.who("linxiao"), system.who("zhoulan")];
  await rep.says("商机体检");
  await rep.sees(
    /有 1 单商机该看看了[^]*华东医疗 · 二期[^]*预计成交日过了 8 天 · 22 天没跟进 · 没写下一步/u,
  );
  await manager.says("商机体检");
  await manager.sees(/林晓 · 3 单 · 33\.5万[^]*Maya Collins · 2 单 · \$7\.2万[^]*多次改期 1/u);
});

it("says on a goal's card where it may end with them, in English too", async () => {
  const maya = system.who("maya");
  await maya.says("G11");
  await maya.sees(/With open deals[^]*\$394\.5k|With open deals[^]*\$39[45]k/u);
  await maya.sees(/Not counted: 1 without an amount/u);
  await maya.sees("Win rate 33");
});
