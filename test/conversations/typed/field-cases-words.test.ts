// Words no argument took, lines without a verb, and questions: what is typed is understood, or said to be not.
import { describe, expect, it } from "vitest";
import { storyInHall } from "#test/support/story/story";

const { system, hall } = storyInHall();

async function asks(user: string, ...lines: readonly string[]): Promise<void> {
  for (const line of lines) await system.who(user).says(line);
}

describe("words that no argument took", () => {
  // Who types what, and what is answered; nothing is done.
  it.each([
    ["renke", "home sweet home", "“sweet home”"],
    ["renke", "values of Acme", "“of Acme”"],
    ["renke", "wall street", "“street”"],
    ["linxiao", "我的积分 多少钱", "“多少钱”"],
    ["renke", "resume the Acme deal", "“the Acme deal”"],
    ["renke", "back pain", "“pain”"],
    ["renke", "pause the Acme deal", "“the Acme deal”"],
    ["renke", "goal confirm G1 Acme", "“Acme”"],
  ])("%s: %s", async (user, typed, answer) => {
    await asks(user, typed);
    await system.who(user).sees(answer);
    await system.who(user).doesNotSee("paused");
  });

  it.each(["goals please", "goals, thanks!", "home 🙂", "resume now"])(
    "a courtesy is none: %s",
    async (typed) => {
      await asks("renke", typed);
      await system.who("renke").doesNotSee("I don't know what to do with");
    },
  );
});

describe("undo", () => {
  it("takes back what is named", async () => {
    const rep = system.who("renke");
    await asks("renke", "log €1k Acme", "log €2k Beta", "undo Acme");
    await rep.sees(/Undone: .*€1k/);
    await asks("renke", "undo the €2k");
    await rep.sees(/Undone: .*€2k/);
    await asks("renke", "undo Gamma");
    await rep.sees("an entry of yours from the last 24 hours with “Gamma”");
  });

  it("asks where several fit", async () => {
    const rep = system.who("linxiao");
    await asks("linxiao", "报1万 仁济", "报2万 仁济", "撤销 仁济");
    await rep.sees("要撤销哪一个");
    await rep.presses("1万 · 回款");
    await rep.sees(/已撤销.*1万/);
  });

  it("FC-81: asks where a win was shared since", async () => {
    await hall.open(system, "east");
    const rep = system.who("linxiao");
    await asks("linxiao", "报1万 仁济", "报喜 签下了仁济医院的大单", "撤销");
    await rep.sees("要撤销哪一个");
    await rep.presses("刚发的喜报");
    await rep.sees("收回");
    await asks("linxiao", "撤销");
    await rep.sees(/已撤销.*1万/);
  });
});

describe("pausing, coming back", () => {
  it.each([
    ["renke", "pause for 2 weeks", "through Tue 24 Nov"],
    ["linxiao", "暂停提醒两周", "到 11月24日"],
    ["renke", "pause for 3 days", "through Fri 13 Nov"],
    ["renke", "pause until Friday", "through Thu 12 Nov"],
    ["linxiao", "暂停提醒到周五", "到 11月13日"],
  ])("%s: %s ends on a day", async (user, typed, day) => {
    await asks(user, typed);
    await system.who(user).sees(day);
  });

  it("resumes on the day named", async () => {
    await asks("renke", "pause reminders", "resume on Monday");
    await system.who("renke").sees("through Sun 15 Nov");
    await asks("linxiao", "暂停提醒", "周一恢复提醒");
    await system.who("linxiao").sees("到 11月15日");
  });

  it("is back on the day named, and not before", async () => {
    const rep = system.who("renke");
    await asks("renke", "away until Friday", "back tomorrow");
    await rep.sees("Back on Thu 12 Nov");
    await asks("linxiao", "休假到周五", "明天回来");
    await system.who("linxiao").sees("11月12日");
  });

  it.each([
    ["renke", "sick today", /Away on .*11 Nov/],
    ["renke", "sick until Friday", /Away .*11 Nov/],
    ["linxiao", "今天病了", /休假：.*11月11日/],
    ["linxiao", "生病请假", /休假：.*11月11日/],
    ["renke", "away this afternoon", "whole days"],
    ["linxiao", "下午请假", "整天"],
    ["renke", "away Monday and Thursday", "separate days"],
  ])("%s: %s", async (user, typed, answer) => {
    await asks(user, typed);
    await system.who(user).sees(answer);
  });

  it.each([
    ["renke", "stop", "Pause for a week"],
    ["renke", "unsubscribe", "Pause for a week"],
    ["linxiao", "别再提醒我", "暂停一周"],
  ])("%s: %s shows what helps", async (user, typed, button) => {
    await asks(user, typed);
    await system.who(user).sees(button);
  });
});

describe("questions", () => {
  it.each([
    ["renke", "how am I doing?", "Your goals"],
    ["renke", "what's my target", "Your goals"],
    ["linxiao", "我还差多少？", "我的目标"],
    ["zhoulan", "谁落后了", "团队目标"],
    ["zhoulan", "林晓怎么样", "林晓的目标"],
    ["zhoulan", "目标 @林晓", "林晓的目标"],
    ["zhoulan", "how is anna", "Anna Weber 的目标"],
    ["renke", "goals this quarter", "Your goals · Q4 2026"],
    ["renke", "goals Q3", "no goals in that time"],
    ["linxiao", "上季度的目标", "这段时间没有目标"],
    ["zhoulan", "目标 @林晓 Q4", "林晓的目标 · 2026年四季度"],
    ["zhoulan", "团队目标 本季度", "团队目标 · 2026年四季度"],
    ["renke", "goals anna last quarter", "Only Anna Weber and their manager"],
    ["zhoulan", "谁还没交周报", "团队周报"],
    ["zhoulan", "who hasn't checked in?", "团队周报"],
    ["renke", "goals @anna", "Only Anna Weber and their manager"],
  ])("%s: %s", async (user, typed, answer) => {
    await asks(user, typed);
    await system.who(user).sees(answer);
  });

  it.each([
    ["renke", "thanks!", "You're welcome"],
    ["renke", "hi Pacer", "Hi!"],
    ["linxiao", "谢谢", "不客气"],
    ["linxiao", "早上好", "你好"],
    ["linxiao", "收到", "👍"],
  ])("%s: %s is answered with a short word", async (user, typed, answer) => {
    await asks(user, typed);
    await system.who(user).sees(answer);
  });
});

describe("check-ins", () => {
  it.each([
    ["renke", "checkin skip", "can't be skipped"],
    ["linxiao", "周报 没有", "不能跳过"],
  ])("%s: %s", async (user, typed, answer) => {
    await asks(user, typed);
    await system.who(user).sees(answer);
  });

  it.each(["三件事 签下仁济 跟进华山 整理报价", "三件事 签下仁济、跟进华山、整理报价"])(
    "%s are three",
    async (typed) => {
      await asks("linxiao", typed);
      const { form } = await system.who("linxiao").screen();
      const values = form?.fields.map((each) => each.value) ?? [];
      expect(values).toEqual(expect.arrayContaining(["签下仁济", "跟进华山", "整理报价"]));
    },
  );
});

describe("a line without a verb", () => {
  it.each([
    ["linxiao", "3万", /记 .*3万.* 到 G1 回款/],
    ["linxiao", "签了一单35万 某某公司", /记 .*35万.* 到 G1 回款/],
    ["linxiao", "3万回款", /记 .*3万.* 到 G1 回款/],
    ["linxiao", "打了20个电话", /记 .*20.* 到 G2 电话/],
    ["renke", "12k", /Log .*12k.*\?/],
    ["renke", "closed Acme for 12k", /Log .*12k.*\?/],
    ["renke", "20 calls", /Log .*20.*\?/],
    ["renke", "1. 20 calls\n2. €3k revenue", /Log/],
    ["linxiao", "1、回款3万\n2、电话20", /记 .*3万.*20/],
  ])("%s: %s is asked about, and stores nothing", async (user, typed, question) => {
    const rep = system.who(user);
    await asks(user, typed);
    await rep.sees(question);
    await rep.presses(user === "renke" ? "No" : "不是");
    await rep.sees(user === "renke" ? "nothing was saved" : "什么都没记");
    await asks(user, user === "renke" ? "undo" : "撤销");
    // The last entry is still yesterday's.
    await rep.sees(
      user === "renke" ? "G8 Calls, 12 (Tue 10 Nov)" : "G2 电话 12通 · 11月10日（周二）",
    );
  });

  it("is asked about for somebody else too", async () => {
    const manager = system.who("zhoulan");
    await asks("zhoulan", "林晓今天回款3万");
    await manager.sees("还没有记录");
    await manager.sees("林晓");
  });

  it("is stored by the press", async () => {
    const rep = system.who("linxiao");
    await asks("linxiao", "签了一单3万 仁济医院");
    await rep.presses("记上");
    await rep.sees(/今天 \+3万/);
    await rep.sees("仁济医院");
  });

  it.each([
    ["renke", "see you at 10"],
    ["renke", "is 12k a lot?"],
    ["linxiao", "下午3点开会"],
    ["renke", "lunch for 4"],
  ])("%s: %s is none", async (user, typed) => {
    await asks(user, typed);
    await system.who(user).doesNotSee(/Log|到 G1/);
  });
});
