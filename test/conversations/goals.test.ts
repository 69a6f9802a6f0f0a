import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startSystem, type System } from "#test/support/system";

let system: System;
beforeEach(async () => {
  system = await startSystem();
});
afterEach(async () => {
  await system.stop();
  expect(system.errors).toEqual([]);
});

describe("setting goals", () => {
  it("answers a new goal with what SMART would add, and starts it on a tap", async () => {
    const rep = system.who("linxiao");
    await rep.says("定目标 回款 100万 12月31日前");
    await rep.sees("100万");
    await rep.sees("R：补一句为什么重要");
    await rep.sees("T：跨度超过一个月");
    await rep.presses("就这么定");
    await rep.sees("目标开跑");
  });

  it("lets a manager propose and the rep confirm, and tells both", async () => {
    const manager = system.who("zhoulan");
    await manager.says("goal new demos 20 by 12-31 for @renke");
    await manager.presses("发给Renke Petersen确认");
    const rep = system.who("renke");
    await rep.sees("周岚 proposes a goal to you");
    await rep.presses("Answer");
    await rep.fills({ "What would you change?": "15 is what the calendar allows" });
    await manager.sees("15 is what the calendar allows");
    await rep.presses("Confirm");
    await rep.sees("just started");
    await manager.sees("Renke Petersen确认了目标");
  });

  it("splits a goal by largest remainder and proposes the parts", async () => {
    const manager = system.who("zhoulan");
    await manager.says("定目标 回款 100万 12月31日前");
    await manager.presses("就这么定");
    await manager.says("拆目标 G13 10%");
    await manager.sees("18.3334万");
    await manager.sees("110.0%");
    await manager.presses("发给大家确认");
    await manager.sees("已发给 6 位同事确认");
    const rep = system.who("linxiao");
    await rep.sees("周岚给你提了一个目标");
    await rep.presses("确认");
    await rep.says("报 5万 G14");
    await manager.says("G13");
    await manager.sees("5万 / 100万");
  });

  it("shows the team's goals to the manager only", async () => {
    const manager = system.who("zhoulan");
    await manager.says("团队目标");
    await manager.sees("Renke Petersen");
    const rep = system.who("renke");
    await rep.says("team goals");
    await rep.sees("not yours to use");
  });

  it("keeps confidence beside the computed status", async () => {
    const rep = system.who("renke");
    await rep.says("confidence G7 3");
    await rep.sees("3 of 10 for G7");
    await rep.says("G7");
    await rep.sees("3 of 10");
    await rep.says("confidence G7 11");
    await rep.sees("a number from 1 to 10");
  });

  it("shows field errors beside the field and keeps what was typed", async () => {
    const rep = system.who("renke");
    await rep.says("goal new");
    await rep.fills({ What: "Renewals", Target: "twelve or so", Due: "2026-02-30" });
    await rep.sees("cannot read this as an exact amount");
    await rep.sees("is not a date in the calendar");
    await rep.sees("Renewals");
    await rep.fills({ Target: "12", Due: "2026-12-18", Milestones: "6 by 2026-11-30" });
    await rep.sees("G13 Renewals");
  });
});

describe("the period's turn", () => {
  it("offers the same goals five workdays before the end, with targets to edit", async () => {
    await system.clock.moveTo(new Date("2026-12-28T02:00:00Z"));
    const rep = system.who("linxiao");
    await rep.says("首页");
    await rep.sees("下一期沿用");
    await rep.presses("下一期沿用");
    await rep.fills({ "target-1": "110万" });
    await rep.sees("定好了");
    await rep.says("我的目标");
    await rep.sees("110万");
  });
});

describe("a period that is over", () => {
  it("takes late entries for three workdays, then closes the goal and asks for one lesson", async () => {
    const rep = system.who("linxiao");
    await system.clock.moveTo(new Date("2027-01-05T02:00:00Z"));
    await rep.says("报 33万 12月31日 G1");
    await rep.sees("100.5万 / 100万");
    await system.clock.moveTo(new Date("2027-01-08T02:00:00Z"));
    await rep.sees("已达成");
    await rep.presses("一点心得");
    await rep.fills({ 一点心得: "早约复购" });
    await rep.sees("记下了");
    await rep.says("报 1万 12月31日 G1");
    await rep.sees("已经结束");
  });
});

describe("settings and help", () => {
  it("changes the language at once", async () => {
    const rep = system.who("renke");
    await rep.says("settings");
    await rep.presses("Change");
    await rep.fills({ Language: "中文", "Time zone": "上海", "Working hours": "9点到18点" });
    await rep.sees("我的设置");
    await rep.says("help");
    await rep.sees("你可以发这些");
  });

  it("lists only what this person may do", async () => {
    await system.who("renke").says("help");
    await system.who("renke").doesNotSee("setup");
    const manager = system.who("zhoulan");
    await manager.says("帮助");
    await manager.sees("初始设置");
  });

  it("lets the admin add a metric that people can log by name at once", async () => {
    const manager = system.who("zhoulan");
    await manager.says("初始设置");
    await manager.presses("加指标");
    await manager.fills({ 英文名: "signed", 中文名: "电话" });
    await manager.sees("已经是别的指标的叫法了");
    await manager.fills({ 中文名: "签约额" });
    await manager.sees("签约额");
    await system.who("linxiao").says("签约额 5万");
    await system.who("linxiao").sees("还没有适合");
  });
});
