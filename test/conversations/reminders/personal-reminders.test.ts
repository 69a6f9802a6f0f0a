// What somebody asks to be reminded of, once: set, told at its time, done, put off, cancelled, listed; in both languages.
import { describe, expect, it } from "vitest";
import { inWorkingHours, lookedOver, story } from "#test/support/story/story";

const system = story(async (each) => {
  await inWorkingHours(each);
  await lookedOver(each);
});

const go = (iso: string) => system.clock.moveTo(new Date(iso));
const heard = async (user: string, what: RegExp): Promise<number> =>
  (await system.who(user).screen()).messages.filter(
    (each) => each.by === "bot" && what.test(each.text),
  ).length;

describe("a personal reminder", { timeout: 120_000 }, () => {
  it("comes at its time, in the person's zone, after work hours too, and is done", async () => {
    const rep = system.who("renke");
    await rep.says("remind me tomorrow at 9:30pm to call Acme, “the big one”");
    await rep.sees("I'll remind you: Thu 12 Nov 2026, 21:30");
    await rep.sees("call Acme, “the big one”");
    await go("2026-11-12T20:29:00Z");
    expect(await heard("renke", /You asked me to remind you/)).toBe(0);
    await go("2026-11-12T20:30:00Z");
    await rep.sees("You asked me to remind you");
    await rep.presses("Done");
    await rep.sees("Done: call Acme, “the big one”");
    await rep.says("remind me");
    await rep.sees("You have no reminders yet");
    await go("2026-11-13T20:31:00Z");
    expect(await heard("renke", /You asked me to remind you/)).toBe(0);
  });

  it("is set in Chinese with the time before or behind the verb, put to tomorrow, listed and cancelled", async () => {
    const rep = system.who("linxiao");
    await rep.says("明天下午3点提醒我跟进华山");
    await rep.sees("到时提醒你：2026年11月12日（周四）15:00");
    await rep.says("提醒我周五给仁济打电话");
    await rep.sees("到时提醒你：2026年11月13日（周五）09:00");
    await rep.sees("没写几点，就在你上班的时候提醒。");
    await go("2026-11-12T07:00:00Z");
    await rep.sees("你让我提醒你");
    await rep.presses("明天再提醒");
    await rep.sees("到时提醒你：2026年11月13日（周五）15:00");
    await rep.says("提醒我");
    await rep.sees("你有 2 条个人提醒");
    await rep.sees("给仁济打电话");
    await rep.presses("取消");
    await rep.sees("你有 1 条个人提醒");
    await go("2026-11-13T07:00:00Z");
    expect(await heard("linxiao", /你让我提醒你[\s\S]*跟进华山/)).toBe(1);
    expect(await heard("linxiao", /你让我提醒你[\s\S]*给仁济打电话/)).toBe(0);
  });

  it("is taken back where it was set, and comes while reminders are paused and on leave", async () => {
    const [rep, other] = [system.who("renke"), system.who("linxiao")];
    await rep.says("remind me in 2 hours to send the quote");
    await rep.presses("Cancel");
    await rep.sees("Cancelled: send the quote");
    await other.says("暂停提醒");
    await other.says("休假到11月20日");
    await other.says("半小时后提醒我取合同");
    await other.sees("2026年11月11日（周三）17:00");
    await go("2026-11-11T09:00:00Z");
    await other.sees("你让我提醒你");
    await go("2026-11-11T11:00:00Z");
    expect(await heard("renke", /You asked me to remind you/)).toBe(0);
    await other.says("别再提醒我");
    await other.sees("恢复");
  });

  it("for an hour that is over comes tomorrow and says so; a day that is over, two days or none is one sentence and nothing is kept", async () => {
    const [rep, chinese] = [system.who("renke"), system.who("linxiao")];
    await rep.says("remind me at 8am to call Acme");
    await rep.sees("I'll remind you: Thu 12 Nov 2026, 08:00");
    await rep.sees("That time has passed today, so it comes tomorrow.");
    await rep.says("remind me on 2026-11-02 to call Acme");
    await rep.sees("That time has passed.");
    await rep.says("remind me on 3/5 to call Acme");
    await rep.sees("“3/5” could be more than one day");
    await rep.says("remind me on 2028-01-05 to call Acme");
    await rep.sees("more than a year ahead");
    await rep.says("remind me every Friday to call Acme");
    await rep.sees("once, not repeatedly");
    await rep.says("remind me next week to call Acme");
    await rep.sees("That's more than one day");
    await rep.says("remind me today to call Acme");
    await rep.sees("At what time today?");
    await rep.says("remind me tomorrow");
    await rep.sees("About what?");
    await rep.says(`remind me tomorrow to ${"x".repeat(201)}`);
    await rep.sees("keep it under 200 characters");
    await rep.says("remind me");
    await rep.sees("You have 1 reminder");
    await chinese.says("提醒我2月30日交表");
    await chinese.sees("没有“2月30日”这一天");
    await chinese.says("每周五提醒我交周报");
    await chinese.sees("只提醒一次");
    await chinese.says("提醒我");
    await chinese.sees("还没有个人提醒");
  });

  it("without a time is asked about, and a button sets it", async () => {
    const [rep, chinese] = [system.who("renke"), system.who("linxiao")];
    await rep.says("remind me to call Acme");
    await rep.sees("When?");
    await rep.presses("Tomorrow");
    await rep.sees("I'll remind you: Thu 12 Nov 2026, 09:00");
    await chinese.says("提醒我跟进华山");
    await chinese.presses("一小时后");
    await chinese.sees("到时提醒你：2026年11月11日（周三）17:30");
    await chinese.sees("跟进华山");
  });

  it("is kept fifty times and no more, and nobody else sees it", async () => {
    const rep = system.who("renke");
    for (let n = 1; n <= 50; n += 1) await rep.says(`remind me tomorrow to call customer ${n}`);
    await rep.says("remind me tomorrow to call customer 51");
    await rep.sees("50 open reminders, the most I keep");
    await rep.says("remind me");
    await rep.sees("And 40 more, later than these.");
    const manager = system.who("zhoulan");
    await manager.says("提醒我");
    await manager.sees("还没有个人提醒");
  });

  it("is set no more while an admin has it switched off, and is there again afterwards", async () => {
    const [rep, admin] = [system.who("renke"), system.who("zhoulan")];
    await rep.says("remind me tomorrow to call Acme");
    await admin.says("功能开关 个人提醒 关");
    await rep.says("remind me");
    await rep.sees("Personal reminders are switched off in this workspace.");
    await go("2026-11-12T08:00:00Z");
    expect(await heard("renke", /You asked me to remind you/)).toBe(0);
    await admin.says("功能开关 个人提醒 开");
    await rep.says("remind me");
    await rep.sees("call Acme");
  });

  it("leaves the words of the house's own reminders alone", async () => {
    const rep = system.who("renke");
    await rep.says("remind me later");
    await rep.sees("no recent reminder to snooze");
    const chinese = system.who("linxiao");
    await chinese.says("我的提醒");
    await chinese.sees("提醒");
    await chinese.doesNotSee("个人提醒");
  });
});
