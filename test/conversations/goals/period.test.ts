// The turn of a period, and the workdays after it.
import { describe, it } from "vitest";
import { story } from "#test/support/story/story";

const system = story();

describe("the period's turn", () => {
  it("puts away what never began, and tells two goals that read alike apart", async () => {
    const rep = system.who("linxiao");
    await rep.says("定目标 拜访 40 12月31日前");
    await system.leapTo(new Date("2026-12-30T02:00:00Z"));
    await rep.says("首页");
    await rep.presses("下一期沿用");
    await rep.fills({ "target-1": "30%" });
    await rep.sees("这里按 CNY 计");
    await rep.fills({ "target-1": "110万" });
    await rep.says("我的目标");
    await rep.sees("G1 回款（2026年四季度）");
    await rep.sees("G14 回款（2027年一季度）");
    await system.leapTo(new Date("2027-01-08T02:00:00Z"));
    await rep.sees("这个草稿一直没开始");
  });

  it("offers the same goals five workdays before the end, with targets to edit", async () => {
    await system.leapTo(new Date("2026-12-28T02:00:00Z"));
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
    await system.leapTo(new Date("2027-01-05T02:00:00Z"));
    await rep.says("报 33万 12月31日 G1");
    await rep.sees("100.5万 / 100万");
    await system.leapTo(new Date("2027-01-08T02:00:00Z"));
    await rep.sees("已达成");
    await rep.presses("一点心得");
    await rep.fills({ 一点心得: "早约复购" });
    await rep.sees("记下了");
    await rep.says("报 1万 12月31日 G1");
    await rep.sees("已经结束");
  });
});

describe("the workdays after a period", () => {
  const january = new Date("2027-01-05T02:00:00Z");

  it("take what came in before its end for the old goal, and today's for the new one", async () => {
    await system.leapTo(new Date("2026-12-30T02:00:00Z"));
    const rep = system.who("linxiao");
    await rep.says("首页");
    await rep.presses("下一期沿用");
    await rep.fills({ "target-1": "110万" });
    await rep.says("回款1万");
    await rep.sees("G1 回款");
    await system.leapTo(january);
    await rep.says("回款5万 12月31日");
    await rep.sees("G1 回款");
    await rep.says("回款2万");
    await rep.sees("G13 回款");
    await rep.sees("2万 / 110万");
    await rep.says("回款3万 昨天");
    await rep.sees("5万 / 110万");
    await rep.says("G1");
    await rep.presses("报数");
    await rep.sees("2026-12-31");
  });

  it("offer a new goal when there is none for today", async () => {
    await system.leapTo(january);
    const rep = system.who("renke");
    await rep.says("revenue 5k");
    await rep.sees("No open goal fits collected revenue 5k yet");
    await rep.says("revenue 5k 12-31");
    await rep.sees("G7 Collected revenue");
  });

  it("are as many as the admin says", async () => {
    const admin = system.who("zhoulan");
    await admin.says("初始设置");
    await admin.sees("周期结束后 3 个工作日内可以补报");
    await admin.presses("补报天数");
    await admin.fills({ 工作日: "11" });
    await admin.sees("请填 0 到 10 的整数");
    await admin.fills({ 工作日: "1" });
    await admin.sees("周期结束后 1 个工作日内可以补报");
    const rep = system.who("renke");
    await system.leapTo(new Date("2027-01-04T09:00:00Z"));
    await rep.says("log 5k 12-31 G7");
    await rep.sees("5k added");
    // In renke's working hours: before, a notice waits.
    await system.leapTo(new Date("2027-01-05T09:00:00Z"));
    await rep.sees("Its period ended");
    await rep.says("log 5k 12-31 G7");
    await rep.sees("G7 is closed");
  });
});
