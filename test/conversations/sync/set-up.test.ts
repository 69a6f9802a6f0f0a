// An admin sets a CRM up in the chat: a test, what counts, a dry run, switched on; and everybody sees how current it is.
import { afterEach, beforeEach, expect, it } from "vitest";
import { createWorld, type World } from "#test/support/crm/world";
import { startSystem, type System } from "#test/support/story/system";

let system: System;
let world: World;
beforeEach(async () => {
  world = createWorld();
  system = await startSystem({ crms: world.crms });
});
afterEach(async () => {
  await system.stop();
  expect(system.errors).toEqual([]);
});

it("from nothing to numbers beside those that were reported, in Chinese", async () => {
  const [admin, rep] = [system.who("zhoulan"), system.who("linxiao")];
  world.put("1", { amount: "350000" });
  world.put("2", { amount: null });
  await admin.says("同步状态");
  await admin.sees("还没有选统计什么");
  await admin.presses("设置");
  await admin.sees("测试 CRM");
  await admin.presses("测试");
  await admin.sees("我们公司");
  await admin.sees("CNY");
  await admin.presses("选统计什么");
  await admin.fills({ 统计对象: "商机", 计入指标: "回款", 金额单位: "元", 多久拉一次: "15 分钟" });
  await admin.sees("O'Hara 赢单");
  await admin.presses("试跑");
  await admin.sees("试跑结果，什么都没存");
  await admin.sees(/Lin Xiao：35万/u);
  await admin.sees("1 行赢单没有金额，不计入");
  await rep.says("业绩");
  await rep.doesNotSee("测试 CRM");
  await admin.presses("开启");
  await admin.sees(/测试 CRM[^]{0,6}正常/u);
  await rep.says("业绩");
  await rep.sees(/测试 CRM ?导入[^]*35万/u);
});

it("a rep sees how current it is and sets nothing up", async () => {
  const maya = system.who("maya");
  await maya.says("sync status");
  await maya.sees("nobody chose yet what counts");
  await maya.doesNotSee("Set up");
});
