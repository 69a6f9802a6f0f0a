// Being away: nothing comes, nothing is expected, and it is no approval of leave.
import { describe, expect, it } from "vitest";
import { lookedOver, story } from "#test/support/story/story";

const system = story(lookedOver);

const go = (iso: string) => system.clock.moveTo(new Date(iso));

describe("away", () => {
  it("keeps quiet until the first day back, and says in Chinese that it approves nothing", async () => {
    const rep = system.who("linxiao");
    await rep.says("休假到11月17日");
    await rep.sees("休假：2026年11月11日（周三）到 2026年11月17日（周二）");
    await rep.sees("11月18日（周三）回来");
    await rep.sees("仅暂停提醒，不等于请假审批。");
    await go("2026-11-17T10:00:00Z");
    expect(
      (await rep.screen()).messages.filter((each) => each.text.includes("为什么会收到这条")),
    ).toEqual([]);
  });

  it("moves the pace: the days away are no workdays", async () => {
    const rep = system.who("renke");
    await rep.says("goals");
    const before = await rep.news();
    await rep.says("away 2026-11-16 to 2026-12-04");
    await rep.sees("Back on Mon 7 Dec");
    await rep.says("goals");
    expect(await rep.news()).not.toBe(before);
    await rep.says("back");
    await rep.sees("Cancelled: Mon 16 Nov to Fri 4 Dec");
    await rep.says("goals");
    expect(await rep.news()).toBe(before);
  });

  it("ends when the person is back, from the card or by a word", async () => {
    const rep = system.who("renke");
    await rep.says("away until Friday");
    await rep.sees("Away Wed 11 Nov 2026 to Thu 12 Nov 2026");
    await rep.sees("Back on Fri 13 Nov");
    await rep.presses("I'm back");
    await rep.sees("Welcome back");
    await rep.says("back");
    await rep.sees("You're not away");
    const other = system.who("wanglei");
    await other.says("ooo 明天");
    await other.says("我回来了");
    await other.sees("已取消休假");
  });

  it("is taken in a form by its first and last day", async () => {
    const rep = system.who("linxiao");
    await rep.atHome();
    await rep.presses("休假");
    await rep.sees("只休一天就不用填");
    await rep.fills({ 第一天: "2026-11-19", 最后一天: "2026-11-17" });
    await rep.sees("最后一天早于第一天");
    await rep.fills({ 第一天: "2026-11-09", 最后一天: "2026-11-10" });
    await rep.sees("这一天已经过了");
    await rep.fills({ 第一天: "明天", 最后一天: "下周二" });
    await rep.sees("休假：2026年11月12日（周四）到 2026年11月17日（周二）");
    const other = system.who("renke");
    await other.atHome();
    await other.presses("Away");
    await other.fills({ "First day": "Friday" });
    await other.sees("Away on Fri 13 Nov 2026");
  });

  it("says in one sentence what it could not read", async () => {
    const rep = system.who("linxiao");
    await rep.says("休假");
    await rep.sees("休哪几天");
    await rep.says("休假到2月30日");
    await rep.sees("没有“2月30日”这一天");
    await rep.says("休假到2020-01-01");
    await rep.sees("这一天已经过了");
    const english = system.who("renke");
    await english.says("away until 2030-01-01");
    await english.sees("more than a year");
  });

  it("takes a length, a day before the verb, and a word to call it off, and tells of whoever hears", async () => {
    const [rep, berlin, lead] = [system.who("linxiao"), system.who("renke"), system.who("zhoulan")];
    await rep.says("休假3天");
    await rep.sees("休假：2026年11月11日（周三）到 2026年11月13日（周五）");
    await rep.sees("主管周岚能看到这几天");
    await rep.says("取消休假");
    await rep.sees("欢迎回来");
    await rep.says("明天休假");
    await rep.sees("休假：2026年11月12日（周四）");
    await rep.says("休假看看再说");
    await rep.sees("这样写：休假到<日期>");
    await berlin.says("away 3 days");
    await berlin.sees("Away Wed 11 Nov 2026 to Fri 13 Nov 2026");
    await berlin.says("ooo tomorrow");
    await berlin.sees("Away on Thu 12 Nov 2026");
    await lead.says("请假三天");
    await lead.sees("不会通知别人；组员说卡住时，会知道你哪天回来");
  });
});

describe("leave of colleagues", () => {
  it("is seen where their manager plans, and by no one else", async () => {
    const [rep, manager, other] = [
      system.who("linxiao"),
      system.who("zhoulan"),
      system.who("wanglei"),
    ];
    await manager.says("团队休假");
    await manager.sees("目前没有组员登记休假。");
    await rep.says("休假 11月20日到11月24日");
    await rep.sees("主管周岚能看到这几天");
    await manager.says("谁休假");
    await manager.sees("林晓 · 11月20日（周五）到 11月24日（周二）");
    await manager.says("定目标 拜访 20 11月30日前 给@林晓");
    await manager.sees("林晓休假：11月20日（周五）到 11月24日（周二）。");
    await manager.says("定目标 拜访 20 11月18日前 给@林晓");
    await manager.doesNotSee("林晓休假");
    expect(JSON.stringify(await manager.atHome())).toContain("林晓 · 11月20日（周五）");
    await other.says("团队休假");
    await other.doesNotSee("11月20日");
  });
});
