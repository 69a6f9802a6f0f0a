// Field cases about days and spans (../shared/design/field-cases.md). To add one, add a line: who, what is typed, what is seen, what is not.
import { describe, it } from "vitest";
import { story } from "#test/support/story/story";

const system = story();

type Seen = string | RegExp;

describe("a goal's time in its line", () => {
  it.each<[id: string, who: string, typed: string, sees: Seen, never?: Seen]>([
    ["FC-58", "renke", "goal new calls 300 in H1", /300[^]*30 Jun 2027/, "in H1"],
    ["FC-58", "linxiao", "定目标 电话 300 上半年", /300[^]*2027年6月30日/, "上半年"],
    ["FC-58", "renke", "goal new calls 300 H2", /300[^]*31 Dec 2026/, "H2"],
    ["FC-59", "renke", "goal new calls 300 Q1 2027", /300[^]*31 Mar 2027/, "Q1"],
    ["FC-59", "renke", "goal new calls 300 next quarter", /300[^]*31 Mar 2027/, "quarter"],
    ["FC-59", "linxiao", "定目标 电话 300 明年Q1", /300[^]*2027年3月31日/, "明年"],
    ["FC-59", "linxiao", "定目标 电话 300 下季度", /300[^]*2027年3月31日/, "下季度"],
    ["FC-59", "linxiao", "定目标 电话 300 下个月", /300[^]*2026年12月31日/, "下个月"],
    ["FC-59", "linxiao", "定目标 电话 300 12月", /300[^]*2026年12月31日/],
    ["FC-59", "renke", "goal new calls 300 in December", /300[^]*31 Dec 2026/, "in Dec"],
    ["FC-59", "renke", "goal new calls 300 next month", /300[^]*31 Dec 2026/, "month"],
    ["FC-61", "renke", "goal new calls 300 in 2027", /300[^]*31 Dec 2027/, "2,027"],
    ["FC-61", "renke", "goal new calls 300 2027", /300[^]*31 Dec 2027/, "2,027"],
    ["FC-61", "renke", "goal new 2027 calls 300", /300[^]*31 Dec 2027/, "2,027"],
    ["FC-61", "renke", "goal new calls 2027", "Is 2027 the year or the target?"],
    ["FC-61", "linxiao", "定目标 电话 2027", "2027 是年份还是目标数"],
    ["FC-61", "linxiao", "定目标 回款 100万 2026财年", "不记财年", "2,026"],
    [
      "FC-62",
      "renke",
      "goal new revenue 100k 2026-12-28..2027-03-28",
      /€100k[^]*28 Dec 2026[^]*28 Mar 2027/,
      "..",
    ],
    [
      "FC-62",
      "renke",
      "goal new revenue 100k from 1 Jan to 31 Mar",
      /€100k[^]*31 Mar 2027/,
      "from",
    ],
    ["FC-62", "linxiao", "定目标 回款 100万 从1月1日到3月31日", /100万[^]*2027年3月31日/, "从"],
    ["FC-62", "renke", "goal new revenue 100k 1.1.2027 - 31.3.2027", /€100k[^]*31 Mar 2027/],
    ["FC-64", "renke", "goal new revenue 100k Q1 FY27", "I don't know your fiscal year", "31 Dec"],
    ["FC-64", "renke", "goal new revenue 100k fiscal 2027", "I don't know your fiscal year"],
    ["FC-64", "linxiao", "定目标 回款 100万 明年财年Q1", "不记财年"],
    ["13.8", "linxiao", "定目标 电话 300 元旦前", /300[^]*2026年12月31日/, "元旦"],
    ["13.8", "linxiao", "定目标 电话 300 春节前", /300[^]*2027年2月5日/, "春节"],
    ["13.8", "linxiao", "定目标 电话 300 清明前", "“清明”是从哪天到哪天，我看不准"],
    ["13.8", "renke", "goal new calls 300 before Christmas", /300[^]*24 Dec 2026/, "Christmas"],
    ["13.8", "renke", "goal new calls 300 before Easter", "I can't tell which days “Easter”"],
    ["13.5", "renke", "goal new calls 300 by 10/11/2026", "I can't tell which days “10/11/2026”"],
    ["13.5", "renke", "goal new calls 300 by 31.12.", /300[^]*31 Dec 2026/],
    ["13.5", "renke", "goal new calls 300 by 31.11.2026", "There is no such date"],
    ["13.5", "renke", "goal new calls 300 Q1 2020", "That date has passed"],
    ["13.5", "renke", "goal new calls 300 Q1 2027 Q2 2027", "I can't tell which days"],
    ["13.5", "renke", "goal new calls 300 mid December", "I can't tell which days “mid December”"],
  ])("%s %s: %s", async (_id, who, typed, sees, never) => {
    const person = system.who(who);
    await person.says(typed);
    await person.sees(sees);
    if (never !== undefined) await person.doesNotSee(never);
  });

  it("a year alone can be the target all the same, on a tap", async () => {
    const rep = system.who("renke");
    await rep.says("goal new calls 2027");
    await rep.presses("2,027 is the target");
    await rep.sees(/2,027[^]*31 Dec 2026/);
  });

  it("so much a day is multiplied, shown and asked about", async () => {
    const rep = system.who("renke");
    await rep.says("goal new calls 20 a day by 2026-11-30");
    await rep.sees("20 a day for 14 workdays until Mon 30 Nov makes 280. Which is the target?");
    await rep.presses("280 in total");
    await rep.sees(/280[^]*30 Nov 2026/);
    const chinese = system.who("linxiao");
    await chinese.says("定目标 每周拜访5家 11月30日前");
    await chinese.sees("每周 5次，到 11月30日（周一）还有 3 周，合计 15次。按哪个定？");
    await chinese.presses("总共 5次");
    await chinese.sees(/5次[^]*2026年11月30日/);
  });

  it("says that there is a goal on this metric already, and offers to change that one", async () => {
    const rep = system.who("linxiao");
    await rep.says("定目标 回款 120万 12月31日前");
    await rep.sees("已经有 G1 回款 了，到 12月31日（周四）为止");
    await rep.presses("修改 G1");
    await rep.fills({ 要达到多少: "120万", 为什么调整: "客户加单" });
    await rep.sees("120万");
    const german = system.who("renke");
    await german.says("goal new revenue 120k Q1 2027");
    await german.doesNotSee("There is already");
    await german.says("goal new revenue 120k by 12-31");
    await german.sees("There is already G7");
  });
});

describe("a goal changed in words", () => {
  it.each<[who: string, typed: string, sees: Seen, never?: Seen]>([
    ["linxiao", "把目标改成120万", "请写一句为什么。这样写就行：G1 目标 120万 因为…"],
    ["linxiao", "把目标改成120万，因为客户加单", "67.5万 / 120万"],
    ["linxiao", "回款目标调整到120万 因为客户加单", "67.5万 / 120万"],
    ["linxiao", "把G2的目标改成300 因为人手多了", "69通 / 300通"],
    ["linxiao", "G2 目标 300 因为人手多了", "69通 / 300通"],
    ["linxiao", "G1 截止 明年Q1 因为客户推迟", "3月31日（周三）截止"],
    ["linxiao", "G1 改名 华东回款", "G1 华东回款"],
    ["linxiao", "改目标 G1 120万 因为客户加单", "67.5万 / 120万"],
    ["linxiao", "改目标", "要改什么"],
    ["linxiao", "把目标改成5成", "改哪个目标"],
    ["renke", "G7 target 600k", "please say why"],
    ["renke", "G7 target 600k because two customers came on top", /€385.5k of €600k/],
    ["renke", "change the target of G7 to 600k because of a win", /€385.5k of €600k/],
    ["renke", "change my revenue target to €600k because of a win", /€385.5k of €600k/],
    ["renke", "G7 target $600k because of a win", "This is counted in EUR"],
    ["renke", "G7 due 31 Mar because the fair moved", "31 Mar"],
    ["renke", "G7 due yesterday because it is over", "That date has passed"],
    ["renke", "G7 due 31 Nov because it is over", "There is no such date"],
    ["renke", "G7 title key accounts", "G7 key accounts"],
    ["renke", "rename G7 to key accounts", "G7 key accounts"],
    ["renke", "goal edit G7 banana", "What should change?"],
    ["renke", "G1 target 130k because I like it", "There is no G1 you can see", "130"],
    ["renke", "G999 target 130k", "There is no G999"],
    ["renke", "drop G7", "How does it end?"],
    ["renke", "drop G7 because the segment was closed", "Dropped. More room for what matters now."],
    ["linxiao", "取消目标 G1 因为客户没了", "取消"],
    ["renke", "drop G1", "There is no G1 you can see"],
  ])("%s: %s", async (who, typed, sees, never) => {
    const person = system.who(who);
    await person.says(typed);
    await person.sees(sees);
    if (never !== undefined) await person.doesNotSee(never);
  });

  it("keeps the old line and the reason, as the form does", async () => {
    const rep = system.who("renke");
    await rep.says("G7 target 600k because two customers came on top");
    await rep.sees("before that €500k by Thu 31 Dec (reason: two customers came on top)");
  });

  it("asks the other side where two had agreed, and tells them", async () => {
    await system.clock.moveTo(new Date("2026-11-11T08:00:00Z"));
    const [manager, rep] = [system.who("zhoulan"), system.who("linxiao")];
    await manager.says("定目标 拜访 40 12月31日前 给@林晓");
    await manager.presses("提给林晓确认");
    await rep.says("G13 目标 20");
    await rep.sees("这个目标是提给你的");
    await rep.presses("确认");
    await rep.says("把拜访目标改成20，因为两个客户推迟了");
    await rep.sees("等对方确认");
    await manager.sees("林晓想调整一个目标");
    await manager.presses("同意");
    await rep.sees("周岚同意了这次调整");
  });

  it("drops a draft at once", async () => {
    const rep = system.who("renke");
    await rep.says("goal new visits 20 by 12-31");
    await rep.says("drop G13");
    await rep.sees("Dropped. Its history stays.");
  });
});

describe("the day of a log", () => {
  it.each<[id: string, who: string, typed: string, sees: Seen, never?: Seen]>([
    ["FC-51", "renke", "log €12k 5.11.2026", /€12k added for (?:Thu )?5 Nov/],
    [
      "FC-51",
      "renke",
      "log €12k 05.11.26 Nordstadt",
      /€12k added for (?:Thu )?5 Nov[^]*“Nordstadt”/,
    ],
    ["FC-51", "renke", "log €12k 10.11.", /€12k added for yesterday/],
    ["FC-51", "renke", "log €12k 10.11", "I can't tell which day", "added"],
    ["FC-51", "renke", "log €12k 5. Nov", /€12k added for (?:Thu )?5 Nov/],
    ["FC-51", "renke", "log €12k 31.11.2026", "There is no such date", "added"],
    ["FC-52", "renke", "log €12k 10/11/2026 Acme", /“10\/11\/2026”/, "added"],
    ["FC-52", "renke", "log €12k 10/11", "I can't tell which day", "added"],
    ["FC-52", "renke", "log €12k 30/10/2026 Acme", /€12k added for (?:Fri )?30 Oct/],
    ["FC-54", "renke", "log €12k in October", /October/, "added"],
    ["FC-54", "renke", "log €12k Oct", /Oct/, "added"],
    ["FC-54", "linxiao", "回款12万 十月份", "十月份", "+12万"],
    ["FC-54", "linxiao", "回款12万 上个月", "上个月", "+12万"],
    ["FC-54", "renke", "log €12k mid October", /October/, "added"],
    ["FC-55", "renke", "log €12k last Friday", /€12k added for (?:Fri )?6 Nov/],
    ["FC-55", "linxiao", "回款12万 前天", /11月9日[^]*\+12万/],
    ["FC-55", "linxiao", "回款12万 昨晚", /昨天 \+12万/],
  ])("%s %s: %s", async (_id, who, typed, sees, never) => {
    const person = system.who(who);
    await person.says(typed);
    await person.sees(sees);
    if (never !== undefined) await person.doesNotSee(never);
  });
});

it("a pause until a day that may be two is asked about", async () => {
  const rep = system.who("renke");
  await rep.says("pause until 10/12/2026");
  await rep.sees("“10/12/2026” could be more than one day");
  await rep.says("pause until 13/12/2026");
  await rep.sees("through Sat 12 Dec");
});
