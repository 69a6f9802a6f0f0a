// What somebody who leads a team sees of it: at a glance, as a list, and one person's page.
import { describe, expect, it } from "vitest";
import { story } from "#test/support/story/story";

const system = story();

const home = async (user: string): Promise<string> => (await system.who(user).atHome()).text;

describe("a manager's home", () => {
  it("adds up each metric and currency by itself, with this week and the pace", async () => {
    const before = await home("zhoulan");
    expect(before).toMatch(/回款 CNY · 2026年四季度 · 3 人/);
    expect(before).toMatch(/回款 EUR · 2026年四季度 · 2 人/);
    expect(before).toMatch(/回款 USD · 2026年四季度 · 1 人/);
    expect(before).not.toContain("GBP");
    await system.who("renke").says("log €50k");
    const after = await home("zhoulan");
    expect(after).toMatch(/本周 \+€10\.15万/);
  });

  it("names first who cannot go on alone, then who is behind, and has a button for each", async () => {
    await system.who("anna").says("blocked The customer wants another contract");
    const text = await home("zhoulan");
    expect(text.indexOf("Anna Weber")).toBeGreaterThan(0);
    expect(text.indexOf("Anna Weber")).toBeLessThan(text.indexOf("Maya Collins"));
    expect(text).toContain("The customer wants another contract");
    expect((await system.who("zhoulan").atHome()).buttons).toEqual(
      expect.arrayContaining(["看全部目标", "回复"]),
    );
  });

  it("shows everybody in one table, how far each is, and each sum against its plan", async () => {
    await system.who("renke").says("blocked No price list yet");
    const text = await home("zhoulan");
    expect(text).toMatch(/团队明细[\s\S]*Renke Petersen[\s\S]*G7 回款/);
    expect(text).toMatch(/1 件未解决 · 今天提的/);
    expect(text).toMatch(/各人完成情况[\s\S]*6 (?:人里有 \d 人|个人都)跟得上进度/);
    expect(text).toMatch(/和计划比[\s\S]*比计划多 59\.2万，领先连续 3 周在扩大。/);
    expect(text).toMatch(/今天计划 121万/);
  });

  it("is no part of a rep's", async () => {
    expect(await home("linxiao")).not.toContain("我的团队");
    expect(await home("linxiao")).not.toContain("先看谁");
  });
});

describe("team goals", () => {
  it("stand under whose they are, and are filtered by status, news and metric", async () => {
    const manager = system.who("zhoulan");
    await manager.says("团队目标");
    await manager.sees(/林晓[\s\S]*G1 回款[\s\S]*王磊[\s\S]*G3 回款/);
    await manager.says("团队目标 有风险");
    await manager.sees("只看：有风险");
    await manager.sees("G12");
    await manager.doesNotSee("G1 回款");
    await manager.says("team goals calls");
    await manager.sees("G2 电话");
    await manager.doesNotSee("G1 回款");
    await manager.says("团队目标 落后");
    await manager.sees("团队里没有这样的目标：落后。");
    await manager.says("团队目标 汽车");
    await manager.sees("团队里没有叫“汽车”的目标");
  });
});

describe("one person's page", () => {
  it.each(["目标 @林晓", "林晓", "@林晓", "林晓怎么样", "how is linxiao"])(
    "is opened by %s",
    async (line) => {
      const manager = system.who("zhoulan");
      await manager.says(line);
      await manager.sees("林晓的目标");
      await manager.sees("G1 回款");
      await manager.sees("最近周报");
      await manager.sees("最近一次表扬");
      await manager.sees("表扬一下");
    },
  );

  it("shows what they are stuck on, with its answer", async () => {
    await system.who("linxiao").says("卡住了 等法务三天了");
    const manager = system.who("zhoulan");
    await manager.says("林晓");
    await manager.sees("等法务三天了");
    await manager.presses("回复");
  });

  it("says when they are away, in both languages", async () => {
    const manager = system.who("zhoulan");
    await system.who("linxiao").says("休假 12月14日到12月18日");
    await manager.says("林晓");
    await manager.sees(/林晓休假：12月14日（周一）到 ?12月18日/);
    await manager.says("settings");
    await manager.presses("修改");
    await manager.fills({ 语言: "English" });
    await manager.says("how is linxiao");
    await manager.sees("林晓 is away Mon 14 Dec to Fri 18 Dec");
    await system.who("wanglei").says("林晓");
    await system.who("wanglei").doesNotSee("休假");
  });

  it("is nobody else's: a colleague sees no more than before", async () => {
    const colleague = system.who("wanglei");
    await colleague.says("林晓");
    await colleague.doesNotSee("最近周报");
    await colleague.sees("林晓的目标只有本人和主管能看");
  });

  it("leaves out a practice that is off", async () => {
    const admin = system.who("zhoulan");
    await admin.says("功能开关 表扬 关");
    await admin.says("林晓");
    await admin.doesNotSee("最近一次表扬");
  });
});

describe("a goal for the whole team", () => {
  it("is set by whoever leads it, in words; the team sees it once it runs, and it can be split", async () => {
    const [manager, rep] = [system.who("zhoulan"), system.who("linxiao")];
    await manager.says("定目标 回款 500万 12月31日前 给团队");
    await manager.sees("整个团队的");
    await rep.says("G13");
    await rep.sees(/没有.*G13|G13.*看不到/);
    await manager.presses("就这么定");
    await manager.sees("团队里的人可见");
    await rep.says("G13");
    await rep.sees("500万");
    await manager.says("团队目标");
    await manager.sees(/团队共同目标[\s\S]*G13 回款/);
    await manager.presses("拆给大家");
    await manager.sees("林晓");
    await rep.says("goal new revenue 5m by 12-31 for the team");
    await rep.sees("团队目标由带团队的人来定");
  });

  it("or anybody's goal is set in a form that asks whose it is, of managers only", async () => {
    const [manager, rep] = [system.who("zhoulan"), system.who("linxiao")];
    await rep.says("定目标");
    await rep.doesNotSee("谁的目标");
    await manager.says("定目标");
    await manager.sees("谁的目标");
    await manager.fills({ whose: "team", title: "电话", target: "2000", due: "2026-12-31" });
    await manager.sees("整个团队的");
  });
});
