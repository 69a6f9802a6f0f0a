// Praise as people live it: who gives it, who gets it, who reads along.
import { beforeEach, describe, expect, it } from "vitest";
import { forgetPlaces } from "#test/support/story/hall";
import { sendsEmptyFields } from "#test/support/story/front";
import { storyInHall } from "#test/support/story/story";

const { system, hall } = storyInHall();

const read = (channel = "east") => hall.read(system, channel);

describe("a shout-out", () => {
  it("stands in the team's place with the value's badge and the giver's own words, and the receiver hears it", async () => {
    await hall.open(system, "east");
    const [giver, receiver] = [system.who("linxiao"), system.who("wanglei")];
    await giver.says("表扬@王磊 一个电话签下“大单”，了不起——真的！ #客户第一");
    await giver.sees("已发到 east");
    await giver.sees("客户第一");
    expect(await read()).toEqual([
      "林晓表扬了王磊 [客户第一]\n“一个电话签下“大单”，了不起——真的！”\n(赞一个)",
    ]);
    await receiver.sees("林晓表扬了你");
    await receiver.sees("发在 east");
  });

  it("is framed in the reader's language: both where they differ", async () => {
    await hall.open(system, "east", { reads: "both" });
    await system.who("linxiao").says("praise @chenjing stayed late to close the books #teamwork");
    const [posted] = await read();
    expect(posted).toBe(
      "林晓表扬了陈静 [团队协作 · teamwork]\n林晓 praises 陈静\n“stayed late to close the books”\n(赞一个 · +1)",
    );
    await hall.presses(system, "east", "zhoulan", /^赞一个/);
    expect((await read())[0]).toContain("(赞一个 · +1 · 1)");
    await system.who("chenjing").sees("林晓表扬了你");
  });

  it("thanks several at once, named in the order of their names", async () => {
    await hall.open(system, "east", { reads: "en" });
    await system.who("linxiao").says("praise @wanglei and chenjing, saved the renewal together");
    expect((await read())[0]).toMatch(
      /林晓 praises (王磊 and 陈静|陈静 and 王磊)\n“saved the renewal together”/,
    );
    await system.who("wanglei").sees("saved the renewal together");
    await system.who("chenjing").sees("saved the renewal together");
  });

  it("goes to the place it was typed in, before the team's", async () => {
    await hall.open(system, "east");
    await hall.open(system, "all", { ofTeam: false });
    await hall.says(system, "all", "linxiao", "表扬@王磊 带新人很用心");
    expect(await read("all")).toHaveLength(1);
    expect(await read("east")).toEqual([]);
    await system.who("linxiao").sees("已发到 all");
  });

  it("asks where, when the team has no place: one there is, or a private thank-you", async () => {
    await forgetPlaces(system);
    await hall.open(system, "all", { ofTeam: false });
    const [giver, receiver] = [system.who("linxiao"), system.who("wanglei")];
    await giver.says("表扬@王磊 带新人很用心");
    await giver.sees("发到哪里？");
    await giver.presses("私下感谢");
    await giver.sees("已私下发给");
    await receiver.sees("林晓表扬了你");
    await receiver.sees("只发给你");
    await giver.says("表扬@王磊 方案写得特别清楚");
    await giver.presses("all");
    await giver.sees("已发到 all");
    expect(await read("all")).toHaveLength(1);
  });

  it("can be given privately where there is no place at all", async () => {
    await forgetPlaces(system);
    const giver = system.who("wanglei");
    await giver.says("praise @linxiao helped with the tender all night");
    await giver.sees("我还没进你们团队的群");
    await giver.presses("私下感谢");
    await system.who("linxiao").sees("helped with the tender all night");
  });

  it.each([
    ["表扬@林晓 签下大单啦", "表扬是给别人的"],
    ["表扬@王磊 好", "至少四个字"],
    ["表扬@王磊", "至少四个字"],
    ["表扬@没有这人 签下大单啦", "没找到叫"],
    ["表扬 签下大单啦", "这样写"],
    ["表扬大家", "这样写：表扬@姓名"],
    ["赞一个 干得好", "赞一个后面不用写字"],
    [`表扬@王磊 ${"好".repeat(501)}`, "500 字以内"],
  ])("is refused with what to do: %s", async (line, says) => {
    await hall.open(system, "east");
    const giver = system.who("linxiao");
    await giver.says(line);
    await giver.sees(says);
    expect(await read()).toEqual([]);
  });

  it("gets its value by a tap afterwards, on what was posted too", async () => {
    await hall.open(system, "east");
    const giver = system.who("linxiao");
    await giver.says("感谢@王磊 带我跑了三家医院");
    await giver.sees("体现了哪条价值观？");
    await giver.presses("团队协作");
    await giver.doesNotSee("体现了哪条价值观？");
    expect(await read()).toEqual([expect.stringContaining("[团队协作]")]);
  });

  it("waits for its value where an admin says so", async () => {
    await hall.open(system, "east");
    const [admin, giver] = [system.who("zhoulan"), system.who("linxiao")];
    await admin.says("表扬设置");
    await admin.presses("积分和规则");
    await admin.fills({ 必须选价值观: "yes" });
    await admin.sees("必选");
    await giver.says("感谢@王磊 带我跑了三家医院");
    await giver.sees("还差一步");
    expect(await read()).toEqual([]);
    await giver.presses("团队协作");
    expect(await read()).toEqual([expect.stringContaining("[团队协作]")]);
  });

  it("is taken back within a day: what was posted is emptied, and no later", async () => {
    await hall.open(system, "east");
    const giver = system.who("linxiao");
    await giver.says("表扬@王磊 一个电话签下大单");
    await giver.presses("收回");
    expect(await read()).toEqual(["┄ 这条已由发布人收回。"]);
    await system.who("wanglei").doesNotSee("一个电话签下大单");
    await giver.says("表扬@王磊 又签下一家医院");
    await system.clock.moveTo(new Date("2026-11-12T02:00:01Z"));
    await giver.says("撤回表扬");
    await giver.sees("没有可以收回的表扬");
    await giver.presses("收回");
    await giver.sees("已经超过了");
    await giver.says("表扬@王磊！带新人跑了三家医院");
    await giver.doesNotSee("！带新人");
    await giver.says("撤回表扬");
    await giver.sees("已收回给王磊的表扬");
    await giver.sees("带新人跑了三家医院");
  });

  it("is written in a form as well, which says what is wrong beside each field", async () => {
    await hall.open(system, "east", { reads: "en" });
    const giver = system.who("zhoulan");
    await giver.says("表扬");
    await giver.presses("表扬同事");
    if (sendsEmptyFields) {
      await giver.fills({ "做了什么？": "好" });
      await giver.sees("这一项要填");
    }
    await giver.fills({ 表扬谁: ["林晓", "王磊"], "做了什么？": "好" });
    await giver.sees("至少四个字");
    await giver.fills({ 表扬谁: ["林晓", "王磊"], "做了什么？": "把季度材料提前做完了" });
    await giver.sees("已发到 east");
    expect(await read()).toEqual([expect.stringContaining("周岚 praises")]);
  });
});

describe("+1", () => {
  beforeEach(async () => {
    await hall.open(system, "east");
    await system.who("linxiao").says("表扬@王磊 一个电话签下大单");
  });

  it("counts once for each person on the card itself, and is taken back by pressing again", async () => {
    await hall.presses(system, "east", "chenjing", /^赞一个/);
    await hall.presses(system, "east", "zhoulan", /^赞一个/);
    expect(await read()).toEqual([expect.stringContaining("(赞一个 · 2)")]);
    await hall.presses(system, "east", "chenjing", /^赞一个/);
    expect(await read()).toEqual([expect.stringContaining("(赞一个 · 1)")]);
  });

  it("is not for the giver or the receiver", async () => {
    for (const user of ["linxiao", "wanglei"])
      expect(await hall.presses(system, "east", user, /^赞一个/)).toMatchObject({
        outcome: "toast",
        tone: "bad",
      });
    expect(await read()).toEqual([expect.stringContaining("(赞一个)")]);
  });

  it("is a mark under the message as well; both together are one", async () => {
    await hall.marks(system, "east", "chenjing", true);
    await hall.marks(system, "east", "chenjing", true);
    expect(await read()).toEqual([expect.stringContaining("(赞一个 · 1)")]);
    await hall.marks(system, "east", "wanglei", true);
    await hall.marks(system, "east", "chenjing", false);
    expect(await read()).toEqual([expect.stringContaining("(赞一个)")]);
  });

  it("is a word as well, for the last shout-out of the place", async () => {
    await hall.says(system, "east", "chenjing", "+1");
    await hall.says(system, "east", "zhoulan", "赞一个");
    await hall.says(system, "east", "zhoulan", "赞一个");
    expect(await read()).toEqual([expect.stringContaining("(赞一个 · 2)")]);
    await system.who("zhoulan").sees("你已经赞过了");
    const other = system.who("chenjing");
    await other.says("+100k");
    await other.sees(/记 \+?10万/);
    await other.doesNotSee("赞");
  });
});

describe("how somebody wants to be praised", () => {
  it("is asked first when they say so, and posted only when they agree", async () => {
    await hall.open(system, "east");
    const [giver, receiver] = [system.who("linxiao"), system.who("wanglei")];
    await receiver.says("表扬方式 先问我");
    await receiver.sees("记下了：先问我");
    await giver.says("表扬@王磊 一个电话签下大单");
    await giver.sees("希望先问一声");
    await giver.sees("对方同意后发到 east");
    expect(await read()).toEqual([]);
    await receiver.sees("林晓想表扬你，可以公开吗？");
    await receiver.presses("可以，发到 east");
    await receiver.sees("已经发出");
    expect(await read()).toEqual([expect.stringContaining("林晓表扬了王磊")]);
  });

  it("may be private, while others are named", async () => {
    await hall.open(system, "east");
    const receiver = system.who("wanglei");
    await receiver.says("praise me privately");
    await system.who("linxiao").says("表扬@王磊 @陈静 一起搞定了续约");
    await system.who("linxiao").sees("希望私下收到");
    expect(await read()).toEqual([expect.stringMatching(/^林晓表扬了陈静\n/)]);
    await receiver.sees("只发给你");
  });

  it("stays between two when they say so", async () => {
    await hall.open(system, "east");
    const receiver = system.who("renke");
    await receiver.says("praise me ask first");
    await system.clock.moveTo(new Date("2026-11-11T09:00:00Z"));
    await system.who("linxiao").says("表扬@renke 客户夸你回得快");
    await receiver.sees("wants to praise you. Make it public?");
    await receiver.presses("Only to me");
    await receiver.sees("It stays between the two of you");
    expect(await read()).toEqual([]);
  });

  it("counts as it is in the morning, for what was kept in the evening", async () => {
    await hall.open(system, "east");
    const [giver, asks, alone] = [system.who("linxiao"), system.who("renke"), system.who("anna")];
    await giver.says("表扬@renke 凌晨还在回客户邮件");
    await giver.says("表扬@anna 周末还在帮客户调试");
    await asks.says("praise me ask first");
    await alone.says("praise me privately");
    await system.clock.moveTo(new Date("2026-11-11T08:00:00Z"));
    expect(await read()).toEqual([]);
    await asks.sees("Make it public?");
    await alone.sees("Sent only to you");
  });

  it("is said in words that are understood, or told which are", async () => {
    const reader = system.who("linxiao");
    for (const [words, noted] of [
      ["公开表扬我", "公开表扬"],
      ["表扬我之前先问我", "先问我"],
      ["私下表扬我", "只告诉我"],
    ] as const) {
      await reader.says(words);
      await reader.sees(`记下了：${noted}`);
    }
    await reader.says("表扬我");
    await reader.sees("现在：只告诉我");
    const person = system.who("renke");
    await person.says("praise me");
    await person.sees("Now: in public");
    await person.presses("Ask me first");
    await person.sees("Noted: ask me first");
    await person.says("praise me loudly");
    await person.sees("praise me publicly");
  });
});

describe("outside the receiver's hours", () => {
  it("is kept for their morning, and goes out by itself then", async () => {
    await hall.open(system, "east");
    // 10:00 in Shanghai is 03:00 in Berlin.
    await system.who("linxiao").says("表扬@renke 凌晨还在回客户邮件");
    await system.who("linxiao").sees("Renke Petersen 现在不在工作时间");
    await system.clock.moveTo(new Date("2026-11-11T07:59:00Z"));
    expect(await read()).toEqual([]);
    await system.clock.moveTo(new Date("2026-11-11T08:00:00Z"));
    expect(await read()).toEqual([expect.stringContaining("林晓表扬了 Renke Petersen")]);
    await system.who("renke").sees("林晓 praised you");
    await system.clock.moveTo(new Date("2026-11-13T08:00:00Z"));
    expect(await read()).toHaveLength(1);
  });

  it("goes out now when the giver wants it to, once", async () => {
    await hall.open(system, "east");
    const giver = system.who("linxiao");
    await giver.says("表扬@renke 凌晨还在回客户邮件");
    await giver.presses("现在就发");
    expect(await read()).toHaveLength(1);
    await system.clock.moveTo(new Date("2026-11-12T02:00:00Z"));
    expect(await read()).toHaveLength(1);
  });

  it("never goes out when it was taken back before", async () => {
    await hall.open(system, "east");
    const giver = system.who("linxiao");
    await giver.says("表扬@renke 凌晨还在回客户邮件");
    await giver.presses("收回");
    await system.clock.moveTo(new Date("2026-11-12T02:00:00Z"));
    expect(await read()).toEqual([]);
    await system.who("renke").doesNotSee("praised you");
  });
});
