// What comes to one manager within an hour is one message: the first is there at once, the next are added below it.
import { expect, it } from "vitest";
import { inWorkingHours, story } from "#test/support/story/story";

const system = story(inWorkingHours);

const later = (minutes: number) =>
  system.clock.moveTo(new Date(system.clock.now().getTime() + minutes * 60_000));

const about = async (user: string, what: RegExp) =>
  (await system.who(user).screen()).messages.filter(
    (each) => each.by === "bot" && what.test(each.text),
  );

it("two blockers within the hour are one message, each answered where it stands", async () => {
  const manager = system.who("zhoulan");
  await system.who("linxiao").says("卡住了 等法务三天了");
  await manager.sees("林晓卡住了");
  await manager.doesNotSee("最新一条");
  await later(20);
  await system.who("wanglei").says("卡住了 报价单没人批");
  await manager.sees(/最新一条 \d\d:\d\d，一共 2 条[^]*等法务三天了[^]*报价单没人批/);
  expect(await about("zhoulan", /卡住了/)).toHaveLength(1);
  await manager.presses("我来处理", 1);
  await system.who("wanglei").sees("周岚");
  const [message] = await about("zhoulan", /卡住了/);
  expect(message?.text).toMatch(/等法务三天了/);
  expect(message?.buttons.filter((each) => each === "我来处理")).toHaveLength(1);
  // After the hour it is another message.
  await later(50);
  await system.who("chenjing").says("卡住了 合同模板过期了");
  expect(await about("zhoulan", /卡住了/)).toHaveLength(2);
});

it("two blockers of one person are one message too, in English as well", async () => {
  const [manager, rep] = [system.who("zhoulan"), system.who("renke")];
  await manager.says("settings");
  await manager.presses("修改");
  await manager.fills({ 语言: "English" });
  await rep.says("stuck waiting for legal");
  await later(1);
  await rep.says("stuck no price list");
  await manager.sees(
    /The newest came at \d\d:\d\d, 2 in all[^]*waiting for legal[^]*no price list/,
  );
  expect(await about("zhoulan", /is stuck/)).toHaveLength(1);
});

it("six who confirm within the hour are one message", async () => {
  const manager = system.who("zhoulan");
  await manager.says("定目标 拜访 60 12月31日前 给团队");
  await manager.presses("就这么定");
  await manager.says("拆目标 G13");
  await manager.presses("提给大家确认");
  for (const rep of ["linxiao", "wanglei", "chenjing"]) {
    await later(5);
    await system.who(rep).presses("确认");
  }
  await manager.sees(/一共 3 条[^]*林晓确认了[^]*王磊确认了[^]*陈静确认了/);
  expect(await about("zhoulan", /确认了目标/)).toHaveLength(1);
});

it("outside work hours they wait, and come as one message that shows the hour it arrived", async () => {
  await system.clock.moveTo(new Date("2026-11-11T14:00:00Z"));
  await system.who("linxiao").says("卡住了 等法务三天了");
  await system.clock.moveTo(new Date("2026-11-11T14:10:00Z"));
  await system.who("wanglei").says("卡住了 报价单没人批");
  expect(await about("zhoulan", /卡住了/)).toHaveLength(0);
  await system.clock.moveTo(new Date("2026-11-12T01:00:00Z"));
  const [message, ...others] = await about("zhoulan", /卡住了/);
  expect(others).toHaveLength(0);
  expect(message?.text).toMatch(/等法务三天了[^]*报价单没人批/);
});

it("two goals proposed to one person are one message; each is answered and changed where it stands", async () => {
  const [manager, rep] = [system.who("zhoulan"), system.who("linxiao")];
  await manager.says("定目标 拜访 60 12月31日前 给 @林晓");
  await manager.presses("提给林晓确认");
  await rep.sees("拜访");
  await later(10);
  await manager.says("定目标 电话 300 12月31日前 给 @林晓");
  await manager.presses("提给林晓确认");
  await rep.sees(/一共 2 条[^]*拜访[^]*电话/);
  const proposals = () => about("linxiao", /周岚给你提了一个目标/);
  expect(await proposals()).toHaveLength(1);
  await manager.says("改目标 G13 目标 80");
  const [changed] = await proposals();
  expect(changed?.text).toMatch(/80[^]*300/);
  expect(changed?.text).not.toMatch(/60 次/);
  await rep.presses("确认", 0);
  const [confirmed] = await about("linxiao", /300/);
  expect(confirmed?.buttons.filter((each) => each === "确认")).toHaveLength(1);
});

it("goals reached within the hour are one message, and one that is open again says so in it", async () => {
  const manager = system.who("zhoulan");
  await system.who("linxiao").says("报32.5万 G1");
  await manager.sees("林晓");
  await later(10);
  await system.who("wanglei").says("报140 电话");
  await manager.sees(/一共 2 条/);
  expect(await about("zhoulan", /达成/)).toHaveLength(1);
  await system.who("linxiao").says("撤销");
  const [message] = await about("zhoulan", /王磊/);
  expect(message?.text).toMatch(/王磊/);
});

it("answers to proposals, and decisions on changes, are one message each", async () => {
  const manager = system.who("zhoulan");
  await manager.says("定目标 拜访 60 12月31日前 给团队");
  await manager.presses("就这么定");
  await manager.says("拆目标 G13");
  await manager.presses("提给大家确认");
  for (const rep of ["linxiao", "wanglei"]) {
    await later(5);
    await system.who(rep).presses("回复");
    await system.who(rep).fills({ "你想怎么调整？": `${rep} 想再谈谈` });
  }
  await manager.sees(/一共 2 条[^]*linxiao 想再谈谈[^]*wanglei 想再谈谈/);
});
