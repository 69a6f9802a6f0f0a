import { describe, expect, it } from "vitest";
import { playgroundOrganisation } from "#db/seed";
import { story } from "#test/support/story/story";

const system = story();

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
    // It is three in the morning in Berlin: her proposal waits for her working hours.
    await rep.doesNotSee("周岚 proposes a goal to you");
    await system.clock.moveTo(new Date("2026-11-11T08:00:00Z"));
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

  it("splits by weights; whoever is not named gets none", async () => {
    const manager = system.who("zhoulan");
    await manager.says("定目标 回款 100万 12月31日前");
    await manager.presses("就这么定");
    await manager.says("拆目标 G13 林晓5 王磊3 陈静2");
    await manager.sees(/林晓[^]*50万[^]*王磊[^]*30万[^]*陈静[^]*20万/);
    await manager.doesNotSee("Renke");
    await manager.presses("发给大家确认");
    await manager.sees("已发给 3 位同事确认");
    await system.who("linxiao").sees("50万");
    await system.who("renke").doesNotSee("回款");
  });

  it("splits by shares behind mentions, to the last unit, in the goal's own currency whatever the owner's is", async () => {
    const [manager, chinese, german] = [
      system.who("zhoulan"),
      system.who("linxiao"),
      system.who("renke"),
    ];
    await manager.says("goal new revenue €100,001 by 12-31");
    await manager.presses("就这么定");
    await manager.says("goal split G13 @林晓 40% @Renke Petersen 60%");
    await manager.sees(/Renke Petersen[^]*€6万|林晓[^]*€4万/);
    await manager.sees("100.0%");
    await manager.presses("发给大家确认");
    await chinese.presses("确认");
    await system.leapTo(new Date("2026-11-11T08:30:00Z"));
    await german.presses("Confirm");
    const parts = await system.stores.inOrganisation(playgroundOrganisation, async ({ goals }) =>
      goals.partsOf((await goals.numbered(13))!.id),
    );
    expect(parts.map(({ unit, target }) => [unit, target.toFixed()])).toEqual([
      [{ kind: "money", currency: "EUR" }, "40000"],
      [{ kind: "money", currency: "EUR" }, "60001"],
    ]);
    await chinese.says("报 €1万 G14");
    await chinese.sees("€1万 / €4万");
    await german.says("log 6k G15");
    await german.sees("€6k of €60.001k");
    await manager.says("G13");
    await manager.sees("€1.6万 / ");
  });

  it("splits by weights in the command to the largest remainder", async () => {
    const manager = system.who("zhoulan");
    await manager.says("定目标 电话 100 12月31日前");
    await manager.presses("就这么定");
    await manager.says("拆目标 G13 林晓 5 王磊 3 陈静 3");
    await manager.sees(/林晓[^]*46[^]*王磊[^]*27[^]*陈静[^]*27/);
  });

  it.each([
    ["拆目标 G13 -10%", "没分完"],
    ["拆目标 G13 林晓 50% 王磊 30%", "目标还有一部分没落到人"],
    ["拆目标 G13 30%", "多分了两成以上"],
    ["拆目标 G13 60%", "分得太多"],
    ["拆目标 G13 500%", "超过目标的四倍"],
    ["拆目标 G13 小明 5", "没有叫“小明”的同事"],
    ["拆目标 G13 林晓", "占多少"],
    ["拆目标 G13 林晓 5 王磊 3 7", "读不懂"],
    ["goal split G13 周岚 5", "周岚不向你汇报"],
  ])("%s answers %s", async (text, answer) => {
    const manager = system.who("zhoulan");
    await manager.says("定目标 回款 100万 12月31日前");
    await manager.presses("就这么定");
    await manager.says(text);
    await manager.sees(answer);
  });

  it("warns in English too", async () => {
    const manager = system.who("zhoulan");
    await manager.says("settings");
    await manager.presses("修改");
    await manager.fills({ 语言: "English" });
    await manager.says("goal new revenue 100k by 12-31");
    await manager.presses("Start it");
    await manager.says("goal split G13 Maya 5 Renke 3 30%");
    await manager.sees("more than a fifth on top");
    await manager.sees(/Renke Petersen[^]*Maya Collins/);
    await manager.says("goal split G13 -20%");
    await manager.sees("not fully assigned");
  });

  it("shows the team's goals to the manager only", async () => {
    const manager = system.who("zhoulan");
    await manager.says("团队目标");
    await manager.sees("Renke Petersen");
    // A metric's name is said in the reader's language, whoever wrote the goal down.
    await manager.sees("G7 回款");
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

describe("a goal in hand", () => {
  it("asks what is missing, refuses what leads nowhere, and counts in its owner's own money", async () => {
    const renke = system.who("renke");
    for (const [line, answer] of [
      ["goal new revenue -5 by 12-31", "lies behind where this starts"],
      ["goal new demos 20 by 11-10", "If you mean next year, please write the year"],
      ["goal new demos 20 by 2027-11-10", "Wed 10 Nov 2027"],
      ["goal new 100k by 12-31", "What is the goal about?"],
      ["goal new improve sales", "M: add a number to reach"],
      ["goal new revenue 100k by 12-31", "€100k"],
      ["goal new keep renewals at least 90% by 12-31", "stay at or above 90 %"],
    ] as const) {
      await renke.says(line);
      await renke.sees(answer);
    }
    const manager = system.who("zhoulan");
    await manager.says("goal new revenue 100k by 12-31 for @maya");
    await manager.sees("$");
    await manager.says("定目标 给@林晓");
    await manager.sees("提给林晓，由 TA 确认");
    await manager.fills({ 目标: "拜访", 要达到多少: "30", 截止日期: "2026-12-31" });
    await manager.presses("发给林晓确认");
    await manager.sees("撤回");
    await system.who("linxiao").sees("周岚给你提了一个目标");
    await system.who("linxiao").says("我的目标");
    await system.who("linxiao").sees("待确认");
    await manager.says("拆目标 G1");
    await manager.sees("只有你自己的目标和团队目标可以分解");
  });

  it("takes a draft's new words as a whole, keeps what is done, and its unit once it runs", async () => {
    const rep = system.who("renke");
    await rep.says("goal new improve sales");
    await rep.presses("Edit");
    await rep.fills({
      What: "revenue",
      Target: "100k",
      Due: "2026-12-31",
      Milestones: "call the ten largest by 2026-11-20\n50k by 2026-11-30",
    });
    await rep.sees("€100k");
    await rep.presses("Start it");
    await rep.sees("€0 of €100k");
    await rep.presses("Edit");
    await rep.fills({ Target: "30%" });
    await rep.sees("This is counted in EUR");
    await rep.fills({ Target: "$300k" });
    await rep.sees("This is counted in EUR");
    await rep.fills({ Target: "90k" });
    await rep.sees("please say why");
    await rep.fills({ "Why the change": "the fair was cancelled" });
    await rep.sees("€0 of €90k");
    await rep.sees("€100k by Thu 31 Dec. “the fair was cancelled”");
    await rep.says("goal new renewals by 12-31");
    await rep.presses("Edit");
    await rep.fills({ Milestones: "first call by 2026-11-20\nsigned by 2026-12-20" });
    await rep.presses("Start it");
    await rep.presses("Done");
    await rep.sees("1 of 2 steps");
    await rep.presses("Edit");
    await rep.fills({ Milestones: "first call by 2026-11-20\nsigned by 2026-12-18" });
    await rep.sees("1 of 2 steps");
  });

  it("that two sides agreed on changes only with both, and keeps its old line", async () => {
    await system.clock.moveTo(new Date("2026-11-11T08:00:00Z"));
    const [manager, rep] = [system.who("zhoulan"), system.who("linxiao")];
    await manager.says("定目标 拜访 40 12月31日前 给@林晓");
    await manager.presses("发给林晓确认");
    await rep.presses("回复");
    await rep.fills({ "你想怎么调整？": "30 更实际" });
    await manager.sees("30 更实际");
    await manager.presses("修改");
    await manager.fills({ 要达到多少: "35" });
    await rep.sees("35");
    await rep.presses("确认");
    await rep.presses("修改");
    await rep.fills({ 要达到多少: "20", 为什么调整: "两个客户推迟了" });
    await rep.sees("等对方确认");
    await rep.sees("0次 / 35次");
    await manager.sees("林晓想调整一个目标");
    await manager.sees("两个客户推迟了");
    await manager.presses("同意");
    await manager.sees("0次 / 20次");
    await rep.sees("周岚同意了这次调整");
    await rep.says("G13");
    await rep.sees("35次，调整原因“两个客户推迟了”");
    await manager.says("G13");
    await manager.presses("修改");
    await manager.fills({ 要达到多少: "50", 为什么调整: "还有时间" });
    await rep.sees("周岚想调整一个目标");
    await rep.presses("维持原样");
    await rep.sees("0次 / 20次");
    await manager.sees("希望目标维持原样");
  });

  it("can be dropped with a reason, and a closed one asks for nothing more", async () => {
    const rep = system.who("renke");
    await rep.says("G7");
    await rep.presses("Close it");
    await rep.fills({ "How does it end?": "dropped" });
    await rep.sees("why it is dropped");
    await rep.fills({ "One thing learned": "the segment was closed down" });
    await rep.sees("Dropped. Room for what matters now. What you learned is noted.");
    await rep.doesNotSee("a workday");
    await rep.says("G7");
    await rep.sees("dropped");
    await rep.doesNotSee("a workday");
    await rep.says("log 5k G7");
    await rep.sees("G7 is closed");
  });

  it("made today has only begun at its first log, and may belong to a goal above", async () => {
    const [manager, rep] = [system.who("zhoulan"), system.who("linxiao")];
    await manager.says("定目标 回款 500万 12月31日前");
    await manager.presses("就这么定");
    await rep.says("定目标 拜访 100 12月31日前");
    await rep.presses("就这么定");
    await rep.says("拜访3");
    await rep.sees("刚开始");
    await rep.says("G1");
    await rep.presses("修改");
    await rep.sees("属于哪个目标");
    await rep.fills({ 属于哪个目标: "G13 回款 · 周岚" });
    await rep.says("目标体检 G1");
    await rep.doesNotSee("R：");
  });
});

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
    await rep.sees("这个草稿一直没开跑");
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
    await rep.sees("No open goal fits collected revenue: 5k yet");
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
    // Slack's messages have room for so many rows: the others stand behind a button.
    const more = (await manager.screen()).messages
      .at(-1)!
      .buttons.find((each) => /^还有 \d+ 条$/.test(each));
    if (more !== undefined) await manager.presses(more);
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

describe("a way from one value to another", () => {
  it("reads the start and the way down, in either language, for oneself or somebody else", async () => {
    const rep = system.who("renke");
    await rep.says("goal new complaints from 20 to 5 by 12-31");
    await rep.sees("from 20 to 5");
    await rep.presses("Start it");
    await rep.sees("20, from 20 to 5");
    await rep.says("log 12 G13");
    await rep.sees("12, from 20 to 5");
    await rep.sees("53 % done");
    const manager = system.who("zhoulan");
    await manager.says("定目标 投诉从20降到5 12月31日前 给@林晓");
    await manager.sees("从 20 到 5");
    await manager.presses("发给林晓确认");
    await system.who("linxiao").sees("从 20 到 5");
    await manager.says("goal new complaints from 20 to 5 by 12-31 for @renke");
    await manager.sees("发给Renke Petersen确认");
  });

  it.each([
    ["renke", "goal new revenue XYZ 100k by 12-31", "I don't know the currency XYZ"],
    ["linxiao", "定目标 回款 100万 XYZ 12月31日前", "不认识币种 XYZ"],
    ["renke", "goal new complaints from 5 to 5 by 12-31", "From and to are the same"],
    ["linxiao", "定目标 投诉从5降到5 12月31日前", "起点和终点一样"],
  ])("%s says %s and reads %s", async (user, text, answer) => {
    const rep = system.who(user);
    await rep.says(text);
    await rep.sees(answer);
  });
});

describe("the letter A", () => {
  const history = async (
    user: string,
    closed: readonly (readonly [month: string, amount: string])[],
  ) => {
    const rep = system.who(user);
    for (const [month, amount] of closed) {
      await system.leapTo(new Date(`${month}-05T02:00:00Z`));
      await rep.says(
        `定目标 拜访 40 ${Number(month.slice(5))}月${new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).getUTCDate()}日前`,
      );
      await rep.presses("就这么定");
      await rep.says(`拜访${amount}`);
      await rep.sees("G1");
    }
  };

  it("says in a check, not in a draft, that there is nothing to compare with", async () => {
    const rep = system.who("renke");
    await rep.says("goal check G8");
    await rep.sees("fewer than two closed periods");
    await rep.says("goal new calls 100 by 11-30");
    await rep.doesNotSee("fewer than two closed periods");
    await system.who("linxiao").says("目标体检 G1");
    await system.who("linxiao").sees("可比的往期还不到两个");
  });

  it("compares with the last closed periods of the same kind, metric and unit", async () => {
    await history("linxiao", [
      ["2027-01", "30"],
      ["2027-02", "30"],
    ]);
    await system.leapTo(new Date("2027-04-08T02:00:00Z"));
    const rep = system.who("linxiao");
    await rep.says("定目标 拜访 90 4月30日前");
    await rep.sees("A：比前几期高出一半以上");
    await rep.says("定目标 拜访 40 4月30日前");
    await rep.doesNotSee("A：");
    await rep.says("定目标 拜访 5 4月30日前");
    await rep.sees("A：比前几期还低");
    await system.who("renke").says("goal new visits 90 by 04-30");
    await system.who("renke").doesNotSee("A:");
  });
});
