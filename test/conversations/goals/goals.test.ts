// Goals from the first word on: set, proposed, agreed, split; settings, help, and what looks like a goal and is none.
import { describe, expect, it } from "vitest";
import { playgroundOrganisation } from "#db/seed";
import { typesDays } from "#test/support/story/front";
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
    await rep.sees("目标已开始");
  });

  it("lets a manager propose and the rep confirm, and tells both", async () => {
    const manager = system.who("zhoulan");
    await manager.says("goal new demos 20 by 12-31 for @renke");
    await manager.presses("提给 Renke Petersen 确认");
    const rep = system.who("renke");
    // It is three in the morning in Berlin: her proposal waits for her working hours.
    await rep.doesNotSee("周岚 proposed a goal for you");
    await system.clock.moveTo(new Date("2026-11-11T08:00:00Z"));
    await rep.sees("周岚 proposed a goal for you");
    await rep.presses("Reply");
    await rep.fills({ "What would you change?": "15 is what the calendar allows" });
    await manager.sees("15 is what the calendar allows");
    await rep.presses("Confirm");
    await rep.sees("just started");
    await manager.sees("Renke Petersen 确认了目标");
  });

  it("splits a goal by largest remainder and proposes the parts", async () => {
    const manager = system.who("zhoulan");
    await manager.says("定目标 回款 100万 12月31日前");
    await manager.presses("就这么定");
    await manager.says("拆目标 G13 10%");
    await manager.sees("18.3334万");
    await manager.sees("110.0%");
    await manager.presses("提给大家确认");
    await manager.sees("已提给 6 位同事确认");
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
    await manager.presses("提给大家确认");
    await manager.sees("已提给 3 位同事确认");
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
    await manager.presses("提给大家确认");
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

  it("shows the team's goals to the manager only", async () => {
    const manager = system.who("zhoulan");
    await manager.says("团队目标");
    await manager.sees("Renke Petersen");
    // A metric's name is said in the reader's language, whoever wrote the goal down.
    await manager.sees("G7 回款");
    const rep = system.who("renke");
    await rep.says("team goals");
    await rep.sees("can do this");
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
    await rep.fills({
      Goal: "Renewals",
      Target: "twelve or so",
      Due: typesDays ? "2026-02-30" : "2026-12-31",
    });
    await rep.sees("can't read this as an amount");
    if (typesDays) await rep.sees("There is no such date");
    await rep.sees("Renewals");
    await rep.fills({ Target: "12", Due: "2026-12-18", Milestones: "6 by 2026-11-30" });
    await rep.sees("G13 Renewals");
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
    const rep = system.who("renke");
    await rep.says("help");
    await rep.sees(/Goals and numbers[\s\S]+log <amount>[\s\S]+Your week[\s\S]+Just for you/);
    await rep.doesNotSee("Your team");
    await rep.presses("More: Just for you");
    await rep.sees("pause until <date>");
    await rep.doesNotSee("setup");
    await rep.presses("All of help");
    await rep.presses("log");
    await rep.sees("Example: log 12k");
    await rep.says("help");
    await rep.presses("goals");
    await rep.sees("Your goals");
    const manager = system.who("zhoulan");
    await manager.says("帮助");
    await manager.sees(/你的团队[\s\S]+团队目标[\s\S]+目标和报数[\s\S]+每周[\s\S]+自己的/);
    await manager.presses("更多：你的团队");
    await manager.sees("初始设置");
  });

  it("lets the admin add a metric that people can log by name at once", async () => {
    const manager = system.who("zhoulan");
    await manager.says("初始设置");
    await manager.presses("加指标");
    await manager.fills({ 怎么衡量: "money" });
    await manager.fills({ 英文名: "signed", 中文名: "电话" });
    await manager.sees("已经是别的指标的叫法了");
    await manager.fills({ 中文名: "签约额" });
    await manager.sees("签约额");
    await system.who("linxiao").says("签约额 5万");
    await system.who("linxiao").sees("还没有能记的目标");
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
    await rep.sees("fewer than two past periods");
    await rep.says("goal new calls 100 by 11-30");
    await rep.doesNotSee("fewer than two past periods");
    await system.who("linxiao").says("目标体检 G1");
    await system.who("linxiao").sees("往期数据不足两期");
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
