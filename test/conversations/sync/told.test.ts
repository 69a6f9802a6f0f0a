// What is told of a CRM by itself: trouble to one admin, once; a changed figure to its owner; a deal that was won to whoever leads them; and what is old says so.
import { afterEach, beforeEach, expect, it } from "vitest";
import { playgroundOrganisation } from "#db/seed";
import { proposalOf } from "#src/practices/sync/api";
import { createWorld, type World } from "#test/support/crm/world";
import { startSystem, type System } from "#test/support/story/system";

let system: System;
let world: World;
beforeEach(async () => {
  world = createWorld();
  system = await startSystem({ crms: world.crms });
  world.at = system.clock.now();
  world.put("1", { amount: "120000", day: { at: system.clock.now() } });
  const objects = await world.crm.describe();
  await system.stores.inOrganisation(playgroundOrganisation, async ({ sync, setup }) => {
    const choice = proposalOf(objects, await setup.metrics(), "CNY");
    await sync.choose(world.source, choice!, null);
    await sync.switchTo(world.source, true, null, system.clock.now());
  });
  await pull();
});
afterEach(async () => {
  await system.stop();
  expect(system.errors).toEqual([]);
});

async function pull(): Promise<void> {
  await system.house.sync.all();
  await system.house.deliveries.drain();
}
async function later(hours: number): Promise<void> {
  world.at = new Date(system.clock.now().getTime() + hours * 3_600_000);
  await system.clock.moveTo(world.at);
  await pull();
}

it("a figure that was changed there is told to its owner once, with both amounts", async () => {
  const rep = system.who("linxiao");
  world.at = new Date(system.clock.now().getTime() + 60_000);
  world.put("1", { amount: "90000" });
  await later(1);
  await rep.sees(/F\d+ 原来是 12万，今天起测试 CRM ?里是 9万/u);
  await later(1);
  await rep.says("同步状态");
  await rep.doesNotSee("原来是 12万");
});

it("a deal that was won gives whoever leads them a draft of praise, and posts nothing", async () => {
  const manager = system.who("zhoulan");
  world.at = new Date(system.clock.now().getTime() + 60_000);
  world.put("2", { amount: "80000", day: { at: world.at } });
  await later(1);
  await manager.sees("林晓赢了一单");
  await manager.sees(/8万/u);
  await manager.presses("表扬林晓");
  await manager.sees("签下一单");
  await system.inChannel("linxiao").doesNotSee("签下一单");
});

it("trouble is told to an admin once, in plain words with what to do, and numbers say of which day they are", async () => {
  const [admin, rep] = [system.who("zhoulan"), system.who("linxiao")];
  const revoked = () =>
    void world.faults.push(...Array.from({ length: 60 }, () => ({ kind: "revoked" as const })));
  revoked();
  await later(1);
  await admin.sees("测试 CRM 要处理一下");
  await admin.sees("授权已失效或被收回，需要重新授权。");
  await admin.sees("到那边重新授权。");
  await later(2);
  await admin.says("同步状态");
  await admin.doesNotSee("测试 CRM 要处理一下");
  await rep.says("业绩");
  await rep.doesNotSee("超过一天没有更新");
  await later(25);
  await rep.says("业绩");
  await rep.sees(/测试 CRM 超过一天没有更新，数字截至 11月11日/u);
});

it("what mends itself within the day is nobody's worry", async () => {
  const admin = system.who("zhoulan");
  world.faults.push({ kind: "down" });
  await later(1);
  await admin.says("同步状态");
  await admin.doesNotSee("要处理一下");
  await later(1);
  await admin.says("同步状态");
  await admin.sees("正常");
});
