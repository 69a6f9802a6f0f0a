import { describe, expect, it } from "vitest";
import { story } from "#test/support/story/story";

const system = story();

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
    await renke.sees(/of €500k/);
  });

  it("asks which goal when two fit, and remembers the amount", async () => {
    const rep = system.who("maya");
    await rep.says("log 12");
    await rep.sees("Which goal is 12 for?");
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
    await rep.sees(/20通 · G2 电话[^]{0,4}已撤销/);
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
    await rep.sees(/达成率 52.0%[^]*52万 \/ 100万/);
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
    await rep.sees("€300k → €320k");
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
    await rep.sees("No open goal fits visits 3 yet");
    await rep.presses("New goal");
    await rep.fills({ Target: "40", Due: "2026-12-31" });
    await rep.sees("3 added for today");
    await rep.sees("3 of 40");
  });
});

describe("the list of entries", () => {
  it("has a day's sums, shows what was taken back, and counts it no more", async () => {
    const rep = system.who("renke");
    await rep.says("log 1000 G7 Acme\nlog 2000 G7 Nordstadt");
    await rep.says("history");
    await rep.sees(/Wed 11 Nov[ ·]+Collected revenue €3k/);
    await rep.sees(/€2k · G7 Collected revenue[^]*“Nordstadt”/);
    await rep.presses("Undo");
    await rep.sees(/€2k · G7 Collected revenue[^]{0,4}undone/);
    await rep.doesNotSee("Collected revenue €3k");
    await rep.doesNotSee("undone by");
  });

  it("shows fifteen and the earlier ones when asked, and stays on the page that was changed", async () => {
    const rep = system.who("linxiao");
    await rep.says("明细");
    await rep.sees("10月29日");
    await rep.presses("更早的明细");
    await rep.sees(/及更早/);
    await rep.doesNotSee("11月10日");
    await rep.presses("撤销");
    await rep.sees(/已撤销[^]*及更早|及更早[^]*已撤销/);
    await rep.doesNotSee("11月10日");
  });

  it("is narrowed to one goal by a press or in words, and stays so when an entry is taken back", async () => {
    const rep = system.who("linxiao");
    await rep.says("明细");
    await rep.presses("只看 G2 电话");
    await rep.doesNotSee("G1 回款");
    await rep.presses("撤销");
    await rep.sees("已撤销");
    await rep.doesNotSee("G1 回款");
    await rep.presses("看全部");
    await rep.sees("G1 回款");
    await rep.says("history revenue");
    await rep.doesNotSee("G2 电话");
    await rep.says("明细 汽车");
    await rep.sees("没有往叫“汽车”的目标记过数");
  });

  it("is read by a manager, page after page", async () => {
    const manager = system.who("zhoulan");
    await manager.says("明细 @林晓");
    await manager.sees("林晓的明细");
    await manager.presses("更早的明细");
    await manager.sees("及更早");
  });
});

describe("several amounts in one line", () => {
  it("wait together when one has no goal, and are stored and taken back together", async () => {
    const rep = system.who("linxiao");
    await rep.says("今天 电话20 拜访3 回款12万 仁济");
    await rep.sees("拜访 3次 还没有能记的目标");
    await rep.sees("另外 2 笔会一起记");
    await rep.presses("定目标");
    await rep.fills({ 要达到多少: "40", 截止日期: "2026-12-31" });
    await rep.sees("+3");
    await rep.sees("+20");
    await rep.sees("+12万");
    await rep.says("撤销");
    await rep.sees("已撤销 3 笔");
    await rep.says("今天 电话20 演示3 拜访2");
    await rep.says("calls 7 visits 2 revenue 1万");
    await rep.sees("+7");
    const renke = system.who("renke");
    await renke.says("calls 20 visits 3");
    await renke.presses("Log the other");
    await renke.sees("20 added for today");
    await renke.says("history");
    await renke.sees("20 · G8");
  });
});

describe("what is meant", () => {
  it("is read from how people write", async () => {
    const rep = system.who("linxiao");
    for (const [line, answer] of [
      ["报12万", /G1 回款[^]*\+12万/],
      ["log 12k", /G1 回款[^]*\+1.2万/],
      ["报12万G1", /G1 回款[^]*\+12万/],
      ["报12万#G1", /G1 回款[^]*\+12万/],
      ["11月5日 回款5万", /11月5日[^]*\+5万/],
      ["前天回款5万", /11月9日[^]*\+5万/],
      ["上周五 回款5万", /11月6日[^]*\+5万/],
      ["报1万 30.10. G1", /10月30日[^]*\+1万/],
      ["报12,34万", "没找到能读准的数"],
      ["报12万12 G1", "没找到能读准的数"],
      ["累计12,34", "没找到能读准的数"],
      ["回款12,34", "没找到能读准的数"],
      ["回款12万 10.15", "看不准是哪一天"],
      ["回款12万 上个月", "看不准是哪一天"],
      ["报1万 31.2. G1", "日历上没有"],
      ["报1万 约￥2万 “二期”款", "“约￥2万 “二期”款”"],
    ] as const) {
      await rep.says(line);
      await rep.sees(answer);
    }
    const renke = system.who("renke");
    for (const [line, answer] of [
      ["log 12k", "€12k added"],
      ["log 12k 11/5", "which day “11/5” is"],
      ["log 12k last month", "which day “last month” is"],
      ["log 3 笔 G7", "uses a different unit"],
      ["log ¥5k G7", "uses a different unit"],
      ["undo", "Undone: G7 Collected revenue, €12k"],
      ["撤消", "Undone"],
      ["goal nwe revenue", "Did you mean this?"],
      ["help xyz", "I know no command “xyz”"],
      ["help hstory", "Did you mean this?"],
    ] as const) {
      await renke.says(line);
      await renke.sees(answer);
    }
    await renke.says("help log");
    await renke.sees("log 12k");
    expect((await renke.screen()).messages.at(-1)?.buttons).toEqual([]);
  });

  it("is read for a colleague too, however the line begins", async () => {
    const manager = system.who("zhoulan");
    for (const line of [
      "替林晓报电话20",
      "替@linxiao报电话20",
      "替@林晓 电话20",
      "帮林晓报电话20通",
    ]) {
      await manager.says(line);
      await manager.sees(/林晓[^]*\+20/);
    }
    await manager.says("帮我报销3000");
    await manager.sees("没太看懂这句");
    for (const [line, answer] of [
      ["history @renke", "Only Renke Petersen's manager or team assistant can see their entries"],
      ["goal new calls 5 by 12-31 for @renke", "Only Renke Petersen's manager can propose a goal"],
      ["log 5k for @renke", "can log for them"],
    ] as const) {
      await system.who("maya").says(line);
      await system.who("maya").sees(answer);
    }
  });
});

describe("a goal's total", () => {
  it("holds a total that was said later, whatever is corrected or added before it", async () => {
    const rep = system.who("linxiao");
    await rep.says("报1万 G1");
    await rep.says("累计50万 G1");
    await rep.says("明细");
    await rep.presses("更正", 1);
    await rep.fills({ 数字: "2万" });
    await rep.sees("1万 → 2万");
    await rep.says("G1");
    await rep.sees("50万 / 100万");
    await rep.says("报5万 昨天 G1");
    await rep.sees("已包含这一笔");
    await rep.sees("50万 / 100万");
  });

  it("is shown on the card that was corrected or undone", async () => {
    const rep = system.who("renke");
    await rep.says("total 300k G7");
    const cards = async () =>
      (await rep.screen()).messages.filter((each) => each.by === "bot" && each.text.includes("G7"))
        .length;
    const before = await cards();
    await rep.presses("Correct");
    await rep.fills({ Amount: "30%" });
    await rep.sees("This is counted in EUR");
    await rep.fills({ Amount: "$320k" });
    await rep.sees("This is counted in EUR");
    await rep.fills({ Amount: "320k" });
    await rep.sees("€300k → €320k");
    await rep.sees("€320k of €500k");
    await rep.presses("Undo");
    await rep.sees("Undone: G7 Collected revenue, €320k");
    expect(await cards()).toBe(before);
  });

  it("keeps the currency of an amount that waits for its goal", async () => {
    const rep = system.who("renke");
    await rep.says("revenue $12k");
    await rep.sees("No open goal fits collected revenue $12k yet");
    await rep.presses("New goal");
    await rep.fills({ Target: "€100k", Due: "2026-12-31" });
    await rep.sees("This is counted in USD");
    await rep.fills({ Target: "100k" });
    await rep.sees("$12k added for today");
    await rep.sees("$12k of $100k");
    await rep.says(`log $1k G13 a${"\u{1F600}".repeat(600)}`);
    await rep.sees("\u{1F600}…");
  });
});

describe("bad input", () => {
  it.each([
    ["renke", "lgo 12k", "Did you mean this?"],
    ["renke", "good morning everybody", "I didn't get that"],
    ["linxiao", "报告写好了", "没太看懂这句"],
    ["renke", "log", "The amount is missing"],
    ["renke", "log 1,23", "I can't find an amount I can read exactly"],
    ["renke", "log 5k 2026-02-30", "There is no such date"],
    ["renke", "log 5k 2026-09-01 G7", "This goal runs from"],
    ["renke", "log 5k tomorrow G7", "still ahead"],
    ["renke", "log 5k G1", "There is no G1 you can see"],
    ["renke", "log 5k G999", "There is no G999 you can see"],
    ["renke", "log 5% G7", "uses a different unit"],
    ["renke", "setup", "can do this"],
    ["zhoulan", "报5万 for @nobodyhere", "没找到叫"],
  ])("%s says %s and reads %s", async (user, text, answer) => {
    const rep = system.who(user);
    await rep.says(text);
    await rep.sees(answer);
  });

  it("refuses 5,001 characters and keeps hostile text as typed", async () => {
    const rep = system.who("renke");
    await rep.says("x".repeat(5001));
    await rep.sees("too long for one message");
    const hostile =
      '<!channel> <at user_id="all"> **b** [a](b) <script>alert(1)</script> \u{1F600}';
    await rep.says(`log 1k G7 ${hostile}`);
    await rep.sees(
      '<!channel> <at user_id="all"> **b** [a](b) <script>alert(1)</script> \u{1F600}',
    );
  });
});
