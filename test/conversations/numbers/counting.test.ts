// A goal's pace is made of what people report or of what a source says; whoever leads its owner says which, and both hear of it.
import { afterEach, beforeEach, expect, it } from "vitest";
import { bring } from "#test/support/numbers/imported";
import { startSystem, type System } from "#test/support/story/system";

let system: System;
/** As every minute does. */
async function keep(): Promise<void> {
  await system.house.bot.keepHouse();
  await system.house.deliveries.drain();
}

beforeEach(async () => {
  system = await startSystem();
});
afterEach(async () => {
  await system.stop();
  expect(system.errors).toEqual([]);
});

const head = "单位：万元\n订单号,日期,负责人,回款金额";

/** Imports for 林晓, whom an admin names. */
async function imported(rows: readonly string[]): Promise<void> {
  await bring(system, [head, ...rows]);
  const admin = system.who("zhoulan");
  await admin.says("未匹配");
  await admin.presses("这是谁？");
  await admin.fills({ person: "林晓" });
}

it("is switched by the manager: pace counts the file, what was reported stands beside, the owner is told, and back", async () => {
  await imported(["A1,2026/11/3,林晓,40", "A2,2026/11/5,林晓,20"]);
  const [manager, rep] = [system.who("zhoulan"), system.who("linxiao")];
  await manager.says("业绩 @林晓");
  await manager.sees("进度按自己报的数算");
  await manager.presses("改按文件导入的数算");
  await manager.sees(/进度按文件导入的数算[^]*67\.5万[^]*60万/u);
  await rep.sees("周岚改了口径");
  await rep.says("G1");
  await rep.sees(/60万[^]*进度按文件导入的数字算；自己报的是 .?67\.5万/u);
  await rep.says("报 3万 G1");
  await rep.sees(/已记下[^]*按文件导入的数字算/u);
  await rep.says("业绩");
  await rep.sees(/70\.5万[^]*60万[^]*相差[^]*10\.5万/u);
  await manager.says("source G1 reported");
  await manager.sees("进度按自己报的数算");
  await rep.says("G1");
  await rep.sees(/70\.5万/u);
});

it("is asked for by an owner who is led, and the manager's answer reaches them", async () => {
  await imported(["A1,2026/11/3,林晓,40"]);
  const [manager, rep] = [system.who("zhoulan"), system.who("linxiao")];
  await rep.says("业绩");
  await rep.presses("请周岚改按文件导入的数算");
  await rep.sees("已经问周岚了");
  await manager.sees(/林晓想改按文件导入的数算进度[^]*67\.5万[^]*40万/u);
  await manager.presses("先不改");
  await rep.sees("周岚说先不改");
  await rep.says("口径 G1 文件");
  await manager.presses("改按文件导入的数算");
  await rep.sees("周岚改了口径");
});

it("that an import brings to its target is told to its owner and their manager, once", async () => {
  await imported(["A1,2026/11/3,林晓,40"]);
  const [manager, rep] = [system.who("zhoulan"), system.who("linxiao")];
  await manager.says("口径 G1 文件");
  await bring(system, [head, "A1,2026/11/3,林晓,40", "A9,2026/11/9,林晓,900"]);
  await keep();
  await rep.sees(/达成了[^]*进度按文件导入的数字算/u);
  await manager.sees("林晓达成了一个目标");
  const count = (await rep.screen()).messages.length;
  await keep();
  expect((await rep.screen()).messages.length).toBe(count);
});

it("of a whole team's goal is everybody's in the team; a name taken back takes its figures along", async () => {
  await imported(["A1,2026/11/3,林晓,40", "A2,2026/11/5,林晓,20"]);
  const manager = system.who("zhoulan");
  await manager.says("定目标 回款 300万 12月31日前 给团队");
  await manager.presses("就这么定");
  await manager.sees(/G\d+ 回款/u);
  const number = /G(\d+) 回款/u.exec((await manager.screen()).messages.at(-1)!.text)![1]!;
  await manager.says(`口径 G${number} 文件`);
  await manager.sees(/进度按文件导入的数算[^]*60万/u);
  await manager.says(`G${number}`);
  await manager.sees(/60万[^]*300万/u);
  await manager.presses("撤回");
  await manager.says(`G${number}`);
  await manager.sees(/0[^]{0,3}\/ ?300万/u);
});

it("shows what is in both and what is only in one", async () => {
  const rep = system.who("linxiao");
  await rep.says("报 40000 G1 11-03 仁济医院");
  await imported(["A1,2026/11/4,林晓,4", "A2,2026/11/5,林晓,20"]);
  await rep.says("业绩");
  await rep.presses("逐笔核对");
  await rep.sees(/只在导入的里[^]*20万[^]*两边都有[^]*4万/u);
});

it.each([
  ["口径 G1 文件", "文件里没有能算进 G1 的数字"],
  ["口径 G1 微信", "按哪个数算？"],
  ["口径 G999 文件", "没有你能看到的 G999"],
])("%s without anything to count says so", async (typed, says) => {
  const manager = system.who("zhoulan");
  await manager.says(typed);
  await manager.sees(says);
});

it("is nobody's to switch who does not lead the owner", async () => {
  await system.who("wanglei").says("口径 G1 文件");
  await system.who("wanglei").sees("没有你能看到的 G1");
});
