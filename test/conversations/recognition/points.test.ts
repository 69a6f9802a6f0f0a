// Points, once an admin turned them on: from the giver's, the receiver's and the manager's chairs; and who may set things up.
import { beforeEach, describe, expect, it } from "vitest";
import { playgroundOrganisation } from "#db/seed";
import { localDate } from "#src/calendar/local-date";
import type { PersonId } from "#src/people/person";
import { storyInHall } from "#test/support/story/story";

const { system, hall } = storyInHall((system, hall) => hall.open(system, "east"));
const giver = system.who("linxiao");
const admin = system.who("zhoulan");

const read = () => hall.read(system, "east");
const idOf = (name: string) =>
  system.stores.inOrganisation(
    playgroundOrganisation,
    async ({ people }) =>
      (await people.directory()).find((each) => each.name === name)!.id as PersonId,
  );
const have = async (name: string) => {
  const id = await idOf(name);
  return system.stores.inOrganisation(playgroundOrganisation, ({ recognition }) =>
    recognition.have(id),
  );
};

async function turnOn(): Promise<void> {
  await admin.says("表扬设置");
  await admin.presses("积分和规则");
  await admin.fills({ 开启积分: "yes" });
  await admin.sees("每人每月 100 分");
}

describe("before an admin turned them on", () => {
  it("there are no points, and +10 is part of the words", async () => {
    await giver.says("我的积分");
    await giver.sees("这里没有积分");
    await giver.says("表扬@王磊 回款提前完成 +10");
    expect((await read())[0]).toContain("回款提前完成 +10");
    await giver.sees("这里没有积分，“+10”留在了话里。");
    expect(await have("王磊")).toBe(0);
  });

  it("only an admin sees the switch", async () => {
    await giver.says("表扬设置");
    await giver.sees("这一项要由");
    await admin.says("praise setup");
    await admin.presses("积分和规则");
    await admin.fills({ 开启积分: "yes", 每人每月几分: "0.5", "主管：每位组员几分": "9999" });
    await admin.sees("请填 1 到 10000 的整数");
    await admin.sees("请填 0 到 1000 的整数");
    await giver.says("我的积分");
    await giver.sees("这里没有积分");
  });
});

describe("points", () => {
  beforeEach(turnOn);

  it("leave the giver and reach each receiver, and everybody sees how many", async () => {
    await giver.says("表扬@王磊 @陈静 一起拿下续约 +10");
    await giver.sees("+10 分");
    expect((await read())[0]).toContain("+10 分");
    expect([await have("王磊"), await have("陈静")]).toEqual([10, 10]);
    await giver.says("我的积分");
    await giver.sees("80 / 100");
    const receiver = system.who("wanglei");
    await receiver.says("points");
    await receiver.sees("累计收到");
    await receiver.sees("100 / 100");
  });

  it.each([
    ["表扬@王磊 又一个电话签下大单+5", "+5 分"],
    ["praise @wanglei closed it in one call +5pts", "+5 分"],
    ["表扬@王磊 一个电话签下大单 10分", "没看懂“10分”是几分"],
    ["表扬@王磊 一个电话签下大单 -5", "没看懂“-5”是几分"],
    ["表扬@王磊 一个电话签下大单 +9999999", "没看懂“+9999999”是几分"],
    ["表扬@王磊 一个电话签下大单 +5 +6", "没看懂“+5 +6”是几分"],
    ["表扬@王磊 一个电话签下大单 +999999", "这个月还能给王磊 30 分"],
  ])("are read exactly or not at all: %s", async (typed, says) => {
    await giver.says(typed);
    await giver.sees(says);
    expect(await have("王磊")).toBe(says === "+5 分" ? 5 : 0);
    expect(await read()).toHaveLength(says === "+5 分" ? 1 : 0);
  });

  it("are not paid twice where the same person is named twice", async () => {
    await giver.says("表扬@王磊 @王磊 一起拿下续约 +10");
    const form = {
      kind: "submitted",
      dedupeKey: "twice",
      from: system.account("linxiao"),
      name: "recognition.praise",
      version: 1,
      payload: {},
    } as const;
    const id = await idOf("王磊");
    await system.house.bot.receive({
      ...form,
      values: {
        who: [id, id],
        what: "把季度材料提前做完了",
        value: "none",
        where: "team",
        points: "10",
      },
    });
    expect(await have("王磊")).toBe(20);
  });

  it("of a shout-out that was kept return when its giver leaves before it goes out; what was given stays", async () => {
    await giver.says("表扬@王磊 一个电话签下大单 +10");
    await giver.says("表扬@renke 凌晨还在回客户邮件 +10");
    expect(await have("Renke Petersen")).toBe(10);
    const id = await idOf("林晓");
    await system.stores.inOrganisation(playgroundOrganisation, ({ people }) =>
      people.change(id, { leftOn: localDate("2026-11-11") }),
    );
    await system.clock.moveTo(new Date("2026-11-11T09:00:00Z"));
    await system.house.bot.keepHouse();
    expect([await have("王磊"), await have("Renke Petersen")]).toEqual([10, 0]);
    expect(await read()).toHaveLength(1);
    await system.who("renke").doesNotSee("praised you");
  });

  it("are more for a manager of many", async () => {
    await admin.says("我的积分");
    await admin.sees("240 / 240");
  });

  it("go at most three tenths to one person, and never beyond the budget", async () => {
    await giver.says("表扬@王磊 一个电话签下大单 +31");
    await giver.sees("这个月还能给王磊 30 分");
    await giver.says("表扬@王磊 一个电话签下大单 +30");
    await giver.says("表扬@王磊 又签下一家医院 +1");
    await giver.sees("已经到上限了");
    await giver.says("表扬@陈静 @周岚 一起拿下续约 +30");
    await giver.says("表扬@renke @anna 远程支持了一整夜 +10");
    await giver.sees("这次要 20 分，这个月还剩 10 分");
    expect([
      await have("王磊"),
      await have("陈静"),
      await have("周岚"),
      await have("Renke Petersen"),
    ]).toEqual([30, 30, 30, 0]);
    expect(await read()).toHaveLength(2);
  });

  it("return when the shout-out is taken back, once", async () => {
    await giver.says("表扬@王磊 一个电话签下大单 +30");
    await giver.presses("收回");
    await giver.says("撤回表扬");
    await giver.sees("没有可以收回的表扬");
    await giver.says("我的积分");
    await giver.sees("100 / 100");
    expect(await have("王磊")).toBe(0);
  });

  it("start anew at the giver's own midnight, and nothing carries over", async () => {
    await giver.says("表扬@王磊 一个电话签下大单 +30");
    await system.leapTo(new Date("2026-11-30T15:59:00Z"));
    await giver.says("我的积分");
    await giver.sees("70 / 100");
    await system.leapTo(new Date("2026-11-30T16:00:00Z"));
    await giver.says("我的积分");
    await giver.sees("100 / 100");
    const berlin = system.who("renke");
    await berlin.says("points");
    await berlin.sees("new ones come");
    await berlin.sees("Tue 1 Dec");
  });

  it("taken back in the new month do not come into its budget", async () => {
    await system.leapTo(new Date("2026-11-30T06:00:00Z"));
    await giver.says("表扬@王磊 月底冲刺太拼了 +30");
    await system.leapTo(new Date("2026-12-01T02:00:00Z"));
    await giver.presses("收回");
    await giver.says("我的积分");
    await giver.sees("100 / 100");
    expect(await have("王磊")).toBe(0);
  });

  it("are paid once for an event that is delivered twice", async () => {
    const incoming = {
      kind: "said",
      dedupeKey: "same",
      from: system.account("linxiao"),
      text: "表扬@王磊 一个电话签下大单 +10",
    } as const;
    await Promise.all([system.house.bot.receive(incoming), system.house.bot.receive(incoming)]);
    expect(await have("王磊")).toBe(10);
    expect(await read()).toHaveLength(1);
  });

  it("are given in the form too, which says what is wrong", async () => {
    await giver.says("表扬");
    await giver.presses("表扬同事");
    await giver.fills({
      表扬谁: ["王磊"],
      "做了什么？": "把季度材料提前做完了",
      每人几分: "多一点",
    });
    await giver.sees("请填整数");
    await giver.fills({ 每人几分: "99" });
    await giver.sees("这个月还能给王磊 30 分");
    await giver.fills({ 每人几分: "20分" });
    await giver.sees("已发到 east");
    expect(await have("王磊")).toBe(20);
  });

  it("remind once, five workdays before they lapse, of whoever still has some", async () => {
    await system.house.bot.lookOver(0, 1);
    await giver.says("提醒");
    await giver.sees("下一次 11月24日（周二）09:00");
    await giver.doesNotSee("谁需要一句鼓励");
    await giver.doesNotSee("团队周报汇总");
    await system.leapTo(new Date("2026-11-24T02:00:00Z"));
    await giver.sees("这个月还有 100 分没给出去");
  });
});

describe("values", () => {
  it("are shown to everybody and changed by an admin", async () => {
    await giver.says("价值观");
    await giver.sees("客户第一 · customer first");
    await admin.says("values");
    await admin.presses("加一条价值观");
    await admin.fills({ 英文名: "Customer-First", 中文名: "说到做到" });
    await admin.sees("已经有了");
    await admin.fills({ 英文名: "keep promises" });
    await admin.sees("说到做到 · keep promises");
    await giver.says("表扬@王磊 答应客户的都办到了 #说到做到");
    expect((await read())[0]).toContain("[说到做到]");
    await admin.says("表扬设置");
    await admin.presses("修改", 0);
    await admin.fills({ 启用: "no" });
    await giver.says("价值观");
    await giver.doesNotSee("客户第一");
  });
});
