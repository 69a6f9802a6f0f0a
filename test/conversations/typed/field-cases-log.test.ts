// The lines of design/field-cases.md that report progress, praise, leave and go quiet, in both languages. To add a case, add a line: its
// id, who, what is typed, what the answer says, and what it must not say. The lines of one table are said one after the other.
import { describe, expect, it } from "vitest";
import { inWorkingHours, story } from "#test/support/story/story";
import type { System } from "#test/support/story/system";

type Case = readonly [id: string, who: string, typed: string, says: RegExp, never?: RegExp];

/** What the bot answers to one line, its buttons behind it. */
async function answer(system: System, who: string, typed: string): Promise<string> {
  const person = system.who(who);
  const before = (await person.screen()).messages.length;
  await person.says(typed.replaceAll("⏎", "\n").replaceAll("⇥", "\t"));
  const { messages } = await person.screen();
  return messages
    .slice(before)
    .filter(({ by }) => by === "bot")
    .map(({ text, buttons }) => `${text} [${buttons.join("] [")}]`)
    .join("\n");
}

function table(name: string, cases: readonly Case[]): void {
  describe(name, () => {
    const system = story(inWorkingHours, "all");
    for (const [id, who, typed, says, never] of cases)
      it(`${id}: ${who} types ${typed}`, async () => {
        const read = await answer(system, who, typed);
        expect(read).toMatch(says);
        if (never) expect(read).not.toMatch(never);
      });
  });
}

table("figures", [
  ["FC-01", "renke", "log €12.000 Nordstadt", /Which figure[^]*\[€12k\] \[€12\]/],
  ["FC-02", "renke", "log 1.234,56 €", /€1,234.56 added/],
  ["FC-04", "renke", "log 1 234,56 €", /€1,234.56 added/],
  ["FC-04", "renke", "log 1 234 567", /can't find an amount I can read exactly/],
  ["FC-06", "renke", "log €0,075", /can't find an amount I can read exactly/],
  ["FC-07", "renke", "log ₹2.5 lakh", /No open goal fits ₹250k/],
  ["FC-07", "renke", "log ₹1 crore", /No open goal fits ₹10M/],
  ["FC-08", "renke", "log ₹2,50,000", /No open goal fits ₹250k/],
  ["FC-09", "linxiao", "回款12萬", /今天 \+12万/],
  ["FC-09", "linxiao", "回款1.2億", /会从 .* 到 [\d,.]+万，超过目标/],
  ["FC-10", "linxiao", "报一千八百万", /超过目标[^]*\[记上\]/],
  ["FC-13", "renke", "log (€500) refund", /taken off, or added[^]*\[-€500\] \[\+€500\]/],
  ["FC-15", "renke", "log −€500 refund", /€500 taken off/],
  ["FC-16", "renke", "log minus €500 refund", /€500 taken off/],
  ["FC-16", "linxiao", "回款 负5000", /退回 5,000/],
  ["FC-17", "renke", "log 5k dollars Acme", /No open goal fits \$5k/],
  ["FC-19", "linxiao", "报5万刀", / \$5万 还没有能记的目标/],
  ["FC-19", "linxiao", "报5万欧", / €5万 还没有能记的目标/],
  ["FC-20", "renke", "log $5k Acme", /No open goal fits \$5k/],
  ["first day", "anna", "log 12.500", /Which figure[^]*\[€12.5k\]/],
  ["first day", "renke", "log 12,000", /€12k added/],
  ["first day", "renke", "log 12k", /€12k added/],
  ["first day", "maya", "log 1000000000", /more than three times its target[^]*\[Log it\]/],
]);

table("fresh lines, as people of this trade type them", [
  ["fresh", "linxiao", "报5000刀给仁济", /\$5,000 还没有能记的目标/],
  ["fresh", "linxiao", "回款5万⏎备注：仁济⏎日期：昨天", /昨天 \+5万 · “备注：仁济”/],
  ["fresh", "linxiao", "回款5万⏎昨天", /昨天 \+5万/],
  ["fresh", "linxiao", "把刚才的5万改成6万", /\[回款 5万 → 6万\]/],
  ["fresh", "linxiao", "刚才多报了1万", /要改已经记的，发 明细/],
  ["fresh", "renke", "logged 5k twice, please remove one", /To change an entry, write history/],
  ["fresh", "renke", "log €5k, should have been Acme", /€5k added/],
  [
    "fresh",
    "renke",
    "12 calls, 3 connects, 1 demo booked for Friday",
    /No open goal fits visits 1 yet[^]*\[Log the other\]/,
  ],
  [
    "fresh",
    "zhoulan",
    "林晓：2万，王磊：3万，陈静：0",
    /是这个意思吗[^]*\[林晓 2万 \+ 王磊 3万 \+ 陈静 0\]/,
  ],
  [
    "fresh",
    "zhoulan",
    "anna 12 calls, renke 15",
    /\[Anna Weber 电话 12通 \+ Renke Petersen 电话 15通\]/,
  ],
  ["fresh", "linxiao", "今天收了仁济8万尾款，华山的3万明天到", /记 8万 到 G1[^]*没有记：“3万明天”/],
]);

table("marks around a command", [
  ["FC-98", "renke", "*log 1k*", /€1k added/, /\*/],
  ["FC-98", "renke", "_log 2k Acme_", /€2k added for today · “Acme”/],
  ["FC-98", "renke", "`log 3k`", /€3k added/],
  ["FC-98", "renke", "**log** 4k", /€4k added/],
  ["FC-98", "renke", "> log 5k", /€5k added/],
  ["FC-98", "renke", "```⏎log 7k⏎```", /€7k added/],
  ["FC-98", "renke", "*log 1k*⏎*calls 3*", /€1k added[^]*3 added/],
  ["FC-98", "linxiao", "**报1万**", /今天 \+1万/],
  ["FC-98", "linxiao", "“报2万 仁济”", /今天 \+2万 · “仁济”/],
]);

table("several figures", [
  ["FC-21", "renke", "log €5k Acme after 2 calls", /€5k added[^]*Left out: “after 2 calls”/],
  ["FC-23", "renke", "log €5k and 20 calls", /€5k added[^]*20 added/],
  ["FC-24", "linxiao", "报5万 仁济 打了3个电话", /今天 \+5万[^]*今天 \+3通/],
  [
    "FC-25",
    "renke",
    "log €5k Acme⏎log €3k Beta",
    /€5k added for today · “Acme”[^]*€3k added for today · “Beta”/,
  ],
  ["FC-26", "linxiao", "报5万 仁济⏎报3万 瑞金", /\+5万 · “仁济”[^]*\+3万 · “瑞金”/],
  ["FC-27", "renke", "log €12k + €3k Acme", /€15k added for today · “€12k \+ €3k Acme”/],
  ["FC-30", "renke", "calls 20 yesterday 15 today 10", /Which figure belongs to which day/],
  ["FC-31", "renke", "log 3M €5k", /€5k added for today · “3M”/],
  ["FC-33", "linxiao", "报 58同城 5万", /\+5万 · “58同城”/],
  ["FC-34", "renke", "log €5k PO 4500012345", /€5k added for today · “PO 4500012345”/],
  ["FC-34", "linxiao", "报5万 三一重工 合同号20261111", /\+5万 · “三一重工 合同号20261111”/],
  ["FC-57", "renke", "log €5k 24/7 support", /€5k added for today · “24\/7 support”/],
  ["FC-111", "renke", "calls 20/30", /20 added for today · “20\/30”/],
  ["FC-111", "linxiao", "电话20/30", /\+20通 · “20\/30”/],
  [
    "FC-113",
    "renke",
    "log calls 20 revenue €3,200 (target €5,000, 64%)",
    /20 added[^]*€3.2k added/,
  ],
  [
    "FC-113",
    "linxiao",
    "今日回款 8.53万元，达成日目标(8万元)的 106.6%",
    /今天 \+8.53万 · “达成日目标\(8万元\)的 106.6%”/,
  ],
  ["first day", "maya", "log 1k⏎calls 3", /\$1k added[^]*3 added/],
  ["first day", "linxiao", "报3万⏎电话12", /今天 \+3万[^]*今天 \+12通/],
  ["first day", "maya", "log 5k G9 yesterday⏎calls 12", /There is no G9 you can see/, /12 added/],
  [
    "first day",
    "renke",
    "calls 20 meetings 3 revenue 12k",
    /20 added[^]*€12k added[^]*Left out: “meetings 3”/,
  ],
  ["equal", "renke", "log €3k+€2k=€6k", /comes to 5k|comes to 5,000/],
  ["refund", "linxiao", "报 退款5000", /退回，还是新增[^]*\[-5,000\] \[\+5,000\]/],
]);

table("days, sums so far and plans", [
  [
    "FC-105",
    "linxiao",
    "今日回款3万，本周累计回款20万，本月累计回款52万",
    /今天 \+3万[^]*没有记：“本周累计回款20万”/,
    /\+20万|\+52万/,
  ],
  [
    "FC-107",
    "linxiao",
    "今天回款3万，明天回款5万",
    /今天 \+3万[^]*没有记：“明天回款5万”/,
    /今天 \+5万/,
  ],
  [
    "FC-107",
    "linxiao",
    "今日回款3万 明日预计回款5万",
    /今天 \+3万[^]*没有记：“明日预计回款5万”/,
    /今天 \+5万/,
  ],
  [
    "FC-108",
    "renke",
    "log €3k today, expecting €5k revenue tomorrow",
    /€3k added for today[^]*Left out: “expecting €5k revenue tomorrow”/,
    /€5k added/,
  ],
  [
    "FC-110",
    "renke",
    "yesterday calls 15, today calls 20",
    /15 added for yesterday[^]*20 added for today/,
  ],
  ["FC-110", "linxiao", "昨天电话15 今天电话20", /昨天 \+15通[^]*今天 \+20通/],
  [
    "first day",
    "linxiao",
    "累计12万",
    /现在是 .*，累计会变成 12万[^]*\[改为这个累计数\] \[不，是新增\]/,
  ],
  ["sum", "linxiao", "累计12万 G1", /今天累计为 12万/],
]);

table("people and lists", [
  [
    "FC-35",
    "zhoulan",
    "log €10k for @anna and @renke",
    /这笔记给谁[^]*\[Anna Weber €5,000 \+ Renke Petersen €5,000\]/,
  ],
  ["FC-37", "zhoulan", "报 林晓 2万", /这笔记给谁[^]*\[林晓 2万\] \[我自己 2万\]/],
  [
    "FC-89",
    "zhoulan",
    "报⏎姓名⇥回款⏎林晓⇥20,000⏎王磊⇥30,000⏎合计⇥50,000",
    /2 笔待记录[^]*没有记：“合计 50,000”/,
  ],
  ["FC-92", "zhoulan", "报⏎Anna Weber €12.000⏎Renke Petersen €9.500", /2 笔里有 0 笔可以记/],
  ["two", "zhoulan", "替林晓报2万，替王磊报3万", /林晓[^]*\+2万[^]*王磊[^]*\+3万/],
]);

describe("what was asked about", () => {
  const system = story(inWorkingHours, "all");

  it("is stored by the button that was pressed, and by nothing else", async () => {
    const renke = system.who("renke");
    await renke.says("log €12.000 Nordstadt");
    await renke.presses("€12k");
    await renke.sees("€12k added for today · “Nordstadt”");
    await renke.says("log (€500) refund");
    await renke.presses("-€500");
    await renke.sees("€500 taken off for today · “refund”");
    await renke.says("calls 20 yesterday 15 today 10");
    await renke.presses("20 calls yesterday + 15 calls today + 10 calls today");
    await renke.sees("20 added for yesterday");
    await renke.says("log €5k Acme after 2 calls");
    await renke.presses("Log 2 calls too");
    await renke.sees("2 added for today");
    const zhoulan = system.who("zhoulan");
    await zhoulan.says("log €10k for @anna and @renke");
    await zhoulan.presses("Anna Weber €5,000 + Renke Petersen €5,000");
    await renke.sees("周岚 logged this for you");
    const maya = system.who("maya");
    await maya.says("log 1000000000");
    await maya.presses("Log it");
    await maya.sees("added for today");
  });

  it("offers a draft that fits, and sets it with what waits for it", async () => {
    const rep = system.who("linxiao");
    await rep.says("定目标 拜访 40 12月31日前");
    await rep.says("拜访3");
    await rep.sees("还是草稿，就这么定并记上 3次？");
    await rep.presses("就这么定并记上");
    await rep.sees("+3次");
    const renke = system.who("renke");
    await renke.says("goal new visits 40 by 12-31");
    await renke.says("visits 3");
    await renke.sees("is still a draft. Start it and log 3?");
  });

  it("offers a proposal that fits, and confirms it with what waits for it", async () => {
    const manager = system.who("zhoulan");
    await manager.says("goal new visits 40 by 12-31 for @anna");
    await manager.presses("提给 Anna Weber 确认");
    await manager.says("报 拜访2 @anna");
    await manager.sees("Anna Weber 还没确认");
    const anna = system.who("anna");
    await anna.says("visits 3");
    await anna.sees("waits for your confirmation. Confirm it and log 3?");
    await anna.presses("Confirm and log");
    await anna.sees("3 added for today");
    await manager.sees("Anna Weber 确认了目标");
  });

  it("is one question where a line has several doubts, each button a whole reading", async () => {
    const renke = system.who("renke");
    await renke.says("log €12.000 Nord €500 refund");
    await renke.sees("I can read this in several ways");
    await renke.presses("€12k − €500");
    await renke.sees("€500 taken off for today");
    await renke.says("log €12.000 Acme⏎€9.500 Beta".replaceAll("⏎", "\n"));
    await renke.presses("€12k + €9.5k");
    await renke.sees("€9.5k added for today · “Beta”");
  });

  it("FC-83: is refused for a goal that is closed, with the day it ended", async () => {
    await system.leapTo(new Date("2027-01-08T10:00:00Z"));
    const renke = system.who("renke");
    await renke.says("log €15k Dec 30");
    await renke.sees("G7 ended on Thu 31 Dec, and late entries are closed");
  });
});

table("figures that are to be worked out, are rough, or stand beside another", [
  ["share", "renke", "log €15k deal, we got 30%", /Which figure[^]*\[€15k\] \[€4.5k\]/],
  ["share", "linxiao", "签了50万合同，首付30%", /是哪个数字[^]*\[50万\] \[15万\]/],
  ["share", "linxiao", "报首付30%", /报数发 报12万/],
  ["sign", "linxiao", "退税3000", /退回，还是新增[^]*\[-3,000\] \[\+3,000\]/],
  [
    "sign",
    "linxiao",
    "回款5万，退款3000",
    /\[回款 5万 − 3,000\] \[回款 5万 \+ 3,000\] \[回款 5万\]/,
  ],
  ["sign", "renke", "log €5k less €250 refund", /\[€5k − €250\] \[€5k \+ €250\] \[€5k\]/],
  ["part", "linxiao", "报定金2万", /只是其中一部分[^]*\[2万\]/],
  ["a day ahead", "linxiao", "回款5万，明天到账", /还是计划[^]*\[回款 5万\]/],
  ["a day ahead", "renke", "log €5k tomorrow Acme", /still ahead/],
  ["share", "renke", "log 40% of €10k", /Which figure[^]*\[€4k\] \[€10k\]/],
  ["share", "renke", "log half of €9k", /Which figure[^]*\[€4.5k\] \[€9k\]/],
  ["share", "linxiao", "报两单各3万", /是哪个数[^]*\[6万\] \[3万\]/],
  ["share", "linxiao", "报5万 打八折", /是哪个数[^]*\[4万\] \[5万\]/],
  ["rate", "renke", "log 5 calls per hour for 4 hours", /\[20 calls\] \[5 calls\]/],
  ["rough", "renke", "log around 6k", /rough figure[^]*\[€6k\]/],
  ["rough", "linxiao", "报五千左右", /大概的数[^]*\[5,000\]/],
  [
    "plan",
    "renke",
    "log €6k closed, will close €12k on Friday",
    /€6k added for today[^]*Left out: “will close €12k on Friday”/,
  ],
  ["beside", "renke", "12 calls done, 3 meetings booked", /Left out: “3 meetings”/],
  ["beside", "linxiao", "打了15个电话约了3家", /没有记：“约了3家”/],
  ["day", "linxiao", "上周五回款6万 瑞金", /11月6日（周五）\+6万 · “瑞金”/],
  ["day", "linxiao", "11.9 回款6万", /“11.9”看不准是哪一天/],
  ["note", "linxiao", "王磊和我一起签了8万", /“王磊和我一起签了”/],
  ["sum", "linxiao", "报 本周电话60", /累计数，还是新增/],
]);

table("praise, leave and reminders", [
  ["FC-39", "renke", "praise @anna, @maya and @linxiao great joint demo", /Anna[^]*Maya[^]*林晓/],
  ["FC-40", "renke", "praise the best demo ever!! @anna @maya", /Anna[^]*Maya/],
  ["FC-42", "renke", "praise @anna @renke great demo today", /Praise is for others/],
  ["FC-42", "renke", "praise @anna @anna great demo today", /For Anna Weber\n/],
  ["FC-76", "renke", "pause for 2 weeks", /paused through Tue 24 Nov/],
  ["FC-76", "linxiao", "暂停提醒两周", /暂停到 11月24日（周二）/],
  ["FC-76", "maya", "pause until next week", /paused through Sun 15 Nov/],
  ["FC-78", "renke", "sick today", /Away on Wed 11 Nov/, /stuck/],
  ["FC-79", "renke", "stop", /Your reminders/],
  ["FC-79", "linxiao", "别再提醒我", /会主动发给你的提醒/],
  ["FC-80", "renke", "checkin skip", /A week can't be skipped/],
  ["FC-88", "renke", "feedback @anna anonymously you talk too fast", /always carries your name/],
  ["FC-101", "anna", "log 1k Acme", /added for today · “Acme”/],
  ["FC-101", "anna", "log 2k Beta", /added for today · “Beta”/],
  ["FC-101", "anna", "undo Acme", /Undone: [^]*€1k/],
  ["FC-102", "anna", "away until Friday", /Wed 11 Nov 2026 to Thu 12 Nov 2026/],
  ["FC-102", "anna", "back tomorrow", /Back on Thu 12 Nov/],
  ["FC-103", "anna", "pause reminders", /resume turns them back on/],
  ["FC-103", "anna", "resume on Monday", /paused through Sun 15 Nov/],
  ["leave", "maya", "ooo Mon-Wed", /Mon 16 Nov 2026 to Wed 18 Nov 2026/],
  ["leave", "maya", "away the week of 7 Dec", /Mon 7 Dec 2026 to Sun 13 Dec 2026/],
  ["leave", "maya", "away from Monday for 3 days", /Mon 16 Nov 2026 to Wed 18 Nov 2026/],
  ["question", "zhoulan", "周报 谁没交", /团队周报/],
  ["question", "zhoulan", "林晓 上季度 目标", /林晓的目标/],
]);
