// A goal in hand: logged to, changed, marked, closed; and a way from one value to another.
import { describe, it } from "vitest";
import { story } from "#test/support/story/story";

const system = story();

describe("a goal in hand", () => {
  it("asks what is missing, refuses what leads nowhere, and counts in its owner's own money", async () => {
    const renke = system.who("renke");
    for (const [line, answer] of [
      ["goal new revenue -5 by 12-31", "has to go beyond where this starts"],
      ["goal new demos 20 by 11-10", "If you mean next year, please write the year"],
      ["goal new demos 20 by 2027-11-10", "Wed 10 Nov 2027"],
      ["goal new 100k by 12-31", "What's the goal about?"],
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
    await manager.presses("提给林晓确认");
    await manager.sees("撤回");
    await system.who("linxiao").sees("周岚给你提了一个目标");
    await system.who("linxiao").says("我的目标");
    await system.who("linxiao").sees("待确认");
    await manager.says("分解目标 G1");
    await manager.sees("只有你自己的目标和团队目标可以分解");
  });

  it("takes a draft's new words as a whole, keeps what is done, and its unit once it runs", async () => {
    const rep = system.who("renke");
    await rep.says("goal new improve sales");
    await rep.presses("Edit");
    await rep.fills({
      Goal: "revenue",
      Target: "100k",
      Due: "2026-12-31",
      Milestones: "call the ten largest by 2026-11-20\n50k by 2026-11-30",
    });
    await rep.sees("€100k");
    await rep.presses("Start goal");
    await rep.sees("€0 of €100k");
    await rep.presses("Edit");
    await rep.fills({ Target: "30%" });
    await rep.sees("This is counted in EUR");
    await rep.fills({ Target: "$300k" });
    await rep.sees("This is counted in EUR");
    await rep.fills({ Target: "90k" });
    await rep.sees("please say why");
    await rep.fills({ "Reason for the change": "the fair was cancelled" });
    await rep.sees("€0 of €90k");
    await rep.sees("€100k by Thu 31 Dec (reason: the fair was cancelled)");
    await rep.says("goal new renewals by 12-31");
    await rep.presses("Edit");
    await rep.fills({ Milestones: "first call by 2026-11-20\nsigned by 2026-12-20" });
    await rep.presses("Start goal");
    await rep.presses("Done");
    await rep.sees("1 of 2 milestones");
    await rep.presses("Edit");
    await rep.fills({ Milestones: "first call by 2026-11-20\nsigned by 2026-12-18" });
    await rep.sees("1 of 2 milestones");
  });

  it("that two sides agreed on changes only with both, and keeps its old line", async () => {
    await system.clock.moveTo(new Date("2026-11-11T08:00:00Z"));
    const [manager, rep] = [system.who("zhoulan"), system.who("linxiao")];
    await manager.says("定目标 拜访 40 12月31日前 给@林晓");
    await manager.presses("提给林晓确认");
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
    await rep.sees("35次（原因：两个客户推迟了）");
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
    await rep.presses("Close goal");
    await rep.fills({ "How does it end?": "dropped" });
    await rep.sees("why it's dropped");
    await rep.fills({ "What you learned": "the segment was closed down" });
    await rep.sees("Dropped. More room for what matters now. What you learned is noted.");
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

describe("a way from one value to another", () => {
  it("reads the start and the way down, in either language, for oneself or somebody else", async () => {
    const rep = system.who("renke");
    await rep.says("goal new complaints from 20 to 5 by 12-31");
    await rep.sees("from 20 to 5");
    await rep.presses("Start goal");
    await rep.sees("20, from 20 to 5");
    await rep.says("log 12 G13");
    await rep.sees("12, from 20 to 5");
    await rep.sees("53 % done");
    const manager = system.who("zhoulan");
    await manager.says("定目标 投诉从20降到5 12月31日前 给@林晓");
    await manager.sees("从 20 到 5");
    await manager.presses("提给林晓确认");
    await system.who("linxiao").sees("从 20 到 5");
    await manager.says("goal new complaints from 20 to 5 by 12-31 for @renke");
    await manager.sees("提给 Renke Petersen 确认");
  });

  it.each([
    ["renke", "goal new revenue XYZ 100k by 12-31", "I don't know the currency XYZ"],
    ["linxiao", "定目标 回款 100万 XYZ 12月31日前", "不认识币种 XYZ"],
    ["renke", "goal new complaints from 5 to 5 by 12-31", "Start and end are the same"],
    ["linxiao", "定目标 投诉从5降到5 12月31日前", "起点和终点一样"],
  ])("%s says %s and reads %s", async (user, text, answer) => {
    const rep = system.who(user);
    await rep.says(text);
    await rep.sees(answer);
  });
});
