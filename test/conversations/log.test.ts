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

describe("reporting progress", () => {
  it("moves the goal and says where it stands, in the reader's language", async () => {
    const rep = system.who("linxiao");
    await rep.says("回款12万 仁济医院");
    await rep.sees("今天 +12万");
    await rep.sees("“仁济医院”");
    await rep.sees(/达成率 \d+\.\d%/);
    await rep.sees("每个工作日还需");
    const renke = system.who("renke");
    await renke.says("log €42k yesterday Nordstadt phase two");
    await renke.sees("€42k added for yesterday");
    await renke.sees(/of €500k · \d+ %/);
  });

  it("asks which goal when two fit, and remembers the amount", async () => {
    const rep = system.who("maya");
    await rep.says("log 12");
    await rep.sees("12: for which goal?");
    await rep.presses("G12 Calls");
    await rep.sees("12 added for today");
  });

  it("takes several metrics in one line and undoes them in one go", async () => {
    const rep = system.who("linxiao");
    await rep.says("今天 电话20 回款3万");
    await rep.sees("+20");
    await rep.sees("+3万");
    await rep.says("撤销");
    await rep.sees("已撤销 2 笔");
    await rep.says("明细");
    await rep.doesNotSee("今天");
    await rep.doesNotSee("20通 · G2");
  });

  it("does not undo what is older than a day", async () => {
    await system.clock.moveTo(new Date("2026-11-13T02:00:00Z"));
    const rep = system.who("linxiao");
    await rep.says("撤销");
    await rep.sees("已经超过 24 小时了");
  });

  it("sets the total when a total is said", async () => {
    const rep = system.who("linxiao");
    await rep.says("累计52万 G1");
    await rep.sees("今天累计为 52万");
    await rep.sees("52万 / 100万 · 达成率 52.0%");
    await rep.says("log =53万 G1");
    await rep.sees("53万 / 100万");
  });

  it("takes a return as a negative amount", async () => {
    const rep = system.who("linxiao");
    await rep.says("累计52万 G1");
    await rep.says("回款 -3万 退货");
    await rep.sees("退回 3万");
    await rep.sees("49万 / 100万");
  });

  it("corrects an entry from the history and keeps both", async () => {
    const rep = system.who("renke");
    await rep.says("total 300k G7");
    await rep.presses("Correct");
    await rep.fills({ Amount: "320k" });
    await rep.sees("€300k became €320k");
    await rep.says("G7");
    await rep.sees("€320k of €500k");
    await rep.says("history");
    await rep.sees("= €320k · G7");
    await rep.doesNotSee("€300k");
  });

  it("lets the manager log for a rep, who is told", async () => {
    const manager = system.who("zhoulan");
    await manager.says("替@林晓报12万 G1");
    await manager.sees("+12万");
    await system.who("linxiao").sees("周岚替你报了这一笔");
    await system.who("maya").says("log 5k for @Renke");
    await system.who("maya").sees(/Only Renke Petersen's manager/);
  });

  it("keeps the amount while a goal is made for it", async () => {
    const rep = system.who("renke");
    await rep.says("visits 3");
    await rep.sees("No open goal fits visits: 3 yet");
    await rep.presses("New goal");
    await rep.fills({ Target: "40", Due: "2026-12-31" });
    await rep.sees("3 added for today");
    await rep.sees("3 of 40");
  });
});

describe("bad input", () => {
  it.each([
    ["renke", "lgo 12k", "Did you mean this?"],
    ["renke", "good morning everybody", "I did not get that"],
    ["linxiao", "报告写好了", "这句我没看懂"],
    ["renke", "log", "The amount is missing"],
    ["renke", "log 1,23", "I found no amount I can read exactly"],
    ["renke", "log 5k 2026-02-30", "is not a date"],
    ["renke", "log 5k 2026-09-01 G7", "This goal runs from"],
    ["renke", "log 5k tomorrow G7", "still to come"],
    ["renke", "log 5k G1", "There is no G1 you can see"],
    ["renke", "log 5k G999", "There is no G999 you can see"],
    ["renke", "log 5% G7", "measured in something else"],
    ["renke", "setup", "not yours to use"],
    ["zhoulan", "报5万 for @nobodyhere", "这里没有叫"],
  ])("%s says %s and reads %s", async (user, text, answer) => {
    const rep = system.who(user);
    await rep.says(text);
    await rep.sees(answer);
  });

  it("refuses 5,001 characters and keeps hostile text as typed", async () => {
    const rep = system.who("renke");
    await rep.says("x".repeat(5001));
    await rep.sees("too long for one message");
    const hostile = '<!channel> <at user_id="all"> **b** [a](b) <script>alert(1)</script> \u{1F600}';
    await rep.says(`log 1k G7 ${hostile}`);
    await rep.sees('<!channel> <at user_id="all"> **b** [a](b) <script>alert(1)</script> \u{1F600}');
  });
});
