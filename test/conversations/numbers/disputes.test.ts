// An imported figure is not right: asked about, decided with a reason, taken out for good, and told when it changes where it comes from.
import { afterEach, beforeEach, expect, it } from "vitest";
import { bring } from "#test/support/numbers/imported";
import { startSystem, type System } from "#test/support/story/system";

let system: System;
const head = "单位：万元\n订单号,日期,负责人,回款金额";
/** As every minute does. */
async function keep(): Promise<void> {
  await system.house.bot.keepHouse();
  await system.house.deliveries.drain();
}

beforeEach(async () => {
  await begin("team");
});

async function begin(centre: "team" | "whole"): Promise<void> {
  system = await startSystem({ centre });
  await bring(system, [head, "A1,2026/11/3,林晓,40", "A2,2026/11/5,林晓,20"]);
  const admin = system.who("zhoulan");
  await admin.says("未匹配");
  await admin.presses("这是谁？");
  await admin.fills({ person: "林晓" });
}

afterEach(async () => {
  await system.stop();
  expect(system.errors).toEqual([]);
});

/** The number behind F of that amount, as its owner reads it. */
async function numberOf(amount: string): Promise<string> {
  const rep = system.who("linxiao");
  await rep.says("业绩");
  await rep.presses("逐笔核对");
  const [last] = (await rep.screen()).messages.slice(-1);
  return new RegExp(`F(\\d+) · .?${amount}`, "u").exec(last!.text)![1]!;
}

it("is taken out by the manager with a reason, stays out of later imports, which say when it changes, and counts again", async () => {
  const [manager, rep] = [system.who("zhoulan"), system.who("linxiao")];
  const number = await numberOf("20万");
  await rep.says(`数据不对 F${number} 客户退了，应该是 0`);
  await rep.sees("已请周岚核实");
  await manager.sees(new RegExp(`林晓说 F${number} 不对[^]*客户退了，应该是 0[^]*60万`, "u"));
  await rep.says(`数据不对 F${number} 再说一次`);
  await rep.sees("已经有人提过");
  await manager.presses("在这里剔除");
  await manager.fills({ 理由: "客户退单" });
  await rep.sees(/已剔除[^]*客户退单/u);
  await rep.says("业绩");
  await rep.sees(/文件导入[^]*40万/u);
  await bring(system, [head, "A2,2026/11/5,林晓,20"]);
  await rep.says("业绩");
  await rep.sees(/文件导入[^]*40万/u);
  await bring(system, [head, "A2,2026/11/5,林晓,15"]);
  await keep();
  await manager.sees(/已剔除的 F\d+ 在原系统里变了[^]*20万[^]*15万/u);
  await manager.presses("重新计入");
  await rep.sees(/重新计入/u);
  await rep.says("业绩");
  await rep.sees(/文件导入[^]*55万/u);
});

it("is right as it is, or corrected where it comes from: the asker hears the reason, and of the correction", async () => {
  const [manager, rep] = [system.who("zhoulan"), system.who("linxiao")];
  await rep.says("业绩");
  await rep.presses("逐笔核对");
  await rep.presses("数据不对");
  await rep.fills({ "应该是多少？怎么知道的？": "应该多一些" });
  await manager.sees("林晓说 F");
  await manager.presses("到原系统里改");
  await manager.fills({ 理由: "已让财务改" });
  await rep.sees(/要到原来的系统里改[^]*已让财务改/u);
  await bring(system, [head, "A1,2026/11/3,林晓,44", "A2,2026/11/5,林晓,22"]);
  await keep();
  await rep.sees(/在原系统里改了/u);
});

it("of a manager's own doubt is theirs to decide, and its owner hears it", async () => {
  const [manager, rep] = [system.who("zhoulan"), system.who("linxiao")];
  const number = await numberOf("40万");
  await manager.says(`wrong F${number} counted twice`);
  await manager.sees(new RegExp(`周岚说 F${number} 不对`, "u"));
  await manager.presses("没有错");
  await manager.fills({ 理由: "查过了" });
  await rep.sees(/没有错，照旧[^]*查过了/u);
});

it("is refused for figures of others, and asked for where no number is said", async () => {
  const number = await numberOf("40万");
  const stranger = system.who("wanglei");
  await stranger.says(`数据不对 F${number} 不是这样`);
  await stranger.sees(`你能看到的数字里没有 F${number}`);
  await stranger.says("数据不对");
  await stranger.sees("哪一笔不对？");
});

it("goes to whoever decides when the manager leaves, and its asker is told", async () => {
  await system.stop();
  await begin("whole");
  const rep = system.who("linxiao");
  const number = await numberOf("40万");
  await rep.says(`数据不对 F${number} 不是这样`);
  await system.house.bot.receive({
    kind: "personChanged",
    dedupeKey: "left",
    from: system.account("zhoulan"),
    profile: { name: "周岚", email: null, locale: null, zone: null, active: false, guest: false },
  });
  await system.house.deliveries.drain();
  await keep();
  await rep.sees(/你提的数字问题，现在由 ?Claire Hughes ?核实/u);
  await system.clock.moveTo(new Date("2026-11-11T10:00:00Z"));
  await system.who("claire").sees(new RegExp(`林晓 says F${number} is not right`, "u"));
});
