// Wins, the wall, and what comes by itself: the Friday digest in the team's place, and the manager's Monday.
import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { playgroundOrganisation } from "#db/seed";
import { nasty, tooLong } from "#test/support/lines/nasty";
import { storyInHall } from "#test/support/story/story";

const { system, hall } = storyInHall((system, hall) => hall.open(system, "east"));
const rep = system.who("linxiao");
const manager = system.who("zhoulan");

const read = () => hall.read(system, "east");
const go = (iso: string) => system.clock.moveTo(new Date(iso));

describe("a win", () => {
  it("is offered where a log passes a milestone, and posted only when its owner wants it", async () => {
    await rep.says("报12万 G1");
    await rep.doesNotSee("分享给团队");
    await rep.says("报10万 G1 仁济医院");
    await rep.sees("分享给团队");
    expect(await read()).toEqual([]);
    await rep.presses("分享给团队");
    await rep.sees("完成阶段目标 · 回款 · 80%");
    await rep.fills({ 想说的话: "多亏王磊牵线" });
    const [posted] = await read();
    expect(posted).toBe("林晓报喜啦\n完成阶段目标 · 回款 · 80%\n“多亏王磊牵线”\n(恭喜)");
  });

  it("shows amount and customer only where they were ticked", async () => {
    await rep.says("报20万 G1 仁济医院");
    await rep.presses("分享给团队");
    await rep.fills({ "显示金额（80万）": "yes", "显示“仁济医院”": "yes" });
    const [posted] = await read();
    expect(posted).toContain("80万");
    expect(posted).toContain("仁济医院");
  });

  it("is offered for the target as well, once", async () => {
    await rep.says("报35万 G1");
    await rep.presses("分享给团队");
    await rep.sees("达成目标 · 回款");
    await rep.fills({});
    expect((await read())[0]).toContain("达成目标 · 回款");
    await rep.says("报1万 G1");
    await rep.doesNotSee("分享给团队");
  });

  it("gets Congrats from others, and the manager a praise that is already written", async () => {
    await rep.says("报20万 G1 仁济医院");
    await rep.presses("分享给团队");
    await rep.fills({});
    expect(await hall.presses(system, "east", "linxiao", /^恭喜/)).toMatchObject({
      outcome: "toast",
      tone: "bad",
    });
    await hall.presses(system, "east", "chenjing", /^恭喜/);
    await hall.marks(system, "east", "wanglei", true);
    expect((await read())[0]).toContain("(恭喜 · 2)");
    await manager.sees("林晓报喜了");
    await manager.presses("表扬");
    await manager.sees("回款完成阶段目标");
    await manager.doesNotSee("仁济医院");
    await manager.presses("表扬");
    expect((await read())[1]).toContain("周岚表扬了林晓");
    await rep.sees("周岚表扬了你");
  });

  it("is told in one's own words with the verb alone, in both languages", async () => {
    await rep.says("报喜 终于签下仁济医院");
    expect((await read())[0]).toContain("“终于签下仁济医院”");
    const berlin = system.who("renke");
    await berlin.says("win signed the clinic group at last");
    expect((await read())[1]).toContain("signed the clinic group at last");
    await berlin.says("win");
    await berlin.presses("Write it");
    await berlin.fills({ "In your words": "yes" });
    await berlin.sees("at least three words");
  });

  it("is not announced when the log that reached it was taken back", async () => {
    await rep.says("报20万 G1 仁济医院");
    await rep.presses("分享给团队");
    await rep.says("撤销");
    await rep.presses("分享给团队");
    await rep.sees("按现在的数还没有达成");
    await rep.says("报20万 G1 仁济医院");
    await rep.presses("分享给团队");
    await rep.fills({});
    expect(await read()).toHaveLength(1);
  });

  it("is shared once, until it is taken back", async () => {
    await rep.says("报20万 G1 仁济医院");
    await rep.presses("分享给团队");
    await rep.fills({});
    await rep.presses("分享给团队");
    await rep.sees("已经分享过了");
    await rep.says("撤回表扬");
    await rep.presses("分享给团队");
    await rep.fills({});
    expect(await read()).toEqual(["┄ 这条已由发布人收回。", expect.stringContaining("林晓报喜啦")]);
  });

  it("is offered for a step that was done as well", async () => {
    const berlin = system.who("renke");
    await berlin.says("goal new two clinics by 12-31");
    await berlin.presses("Edit");
    await berlin.fills({
      Goal: "Open the Hamburg clinics",
      Target: "",
      Milestones: "contracts signed by 12-01",
    });
    await berlin.presses("Start goal");
    await berlin.says("goals");
    await berlin.says("G13");
    await berlin.presses("Done");
    await berlin.presses("Share with my team");
    await berlin.sees("Reached a milestone · Open the Hamburg clinics · contracts signed");
  });

  it("of somebody else's goal is not mine to share", async () => {
    const goal = await system.stores.inOrganisation(
      "00000000-0000-7000-8000-00000000c0de" as never,
      (stores) => stores.goals.numbered(1),
    );
    const from = system.account("wanglei");
    const outcome = await system.house.bot.receive({
      kind: "pressed",
      dedupeKey: "x",
      from,
      name: "recognition.ask-win",
      version: 1,
      payload: { goal: goal!.id, milestone: null, entry: null },
    });
    expect(outcome).toMatchObject({ outcome: "toast", tone: "bad" });
  });
});

describe("the wall", () => {
  it("shows what was said, newest first, with what it was for and no ranking", async () => {
    await rep.says("荣誉墙");
    await rep.sees("还没有内容");
    await rep.says("表扬@王磊 一个电话签下大单 #客户第一");
    await manager.says("表扬@林晓 带新人很用心 #客户第一");
    const other = system.who("anna");
    await other.says("wall");
    await other.sees("customer first 2");
    await other.sees("2 shout-outs between 2 pairs of colleagues");
    await other.sees(/周岚 → 林晓[\s\S]*林晓 → 王磊/);
  });

  it("leaves out what the receiver took off it, and what was private", async () => {
    await rep.says("表扬@王磊 一个电话签下大单");
    const receiver = system.who("wanglei");
    await receiver.presses("不上荣誉墙");
    await receiver.sees("不会出现在荣誉墙上");
    await manager.says("荣誉墙");
    await manager.sees("还没有内容");
  });
});

describe("Friday at four", () => {
  beforeEach(async () => {
    await system.house.bot.lookOver(0, 1);
  });

  it("the team's place reads the week's praise and wins once", async () => {
    await rep.says("表扬@王磊 一个电话签下大单 #客户第一");
    await rep.says("报喜 终于签下仁济医院");
    await go("2026-11-13T07:59:00Z");
    expect(await read()).toHaveLength(2);
    await go("2026-11-13T08:00:00Z");
    const digest = (await read())[2];
    expect(digest).toContain("本周喜报");
    expect(digest).toMatch(/林晓 → 王磊[\s\S]*林晓报喜/);
    await go("2026-11-27T09:00:00Z");
    expect(await read()).toHaveLength(3);
  });

  it("frames it in both languages where both are read, and says people's own words and names once", async () => {
    const channel = system.inChannel("renke");
    await system.stores.inOrganisation(playgroundOrganisation, async ({ people }) => {
      const [team] = await people.teams();
      for (const place of await people.places())
        await people.savePlace({ ...place, teamId: place.reads === "both" ? team!.id : null });
    });
    await rep.says("表扬@王磊 一个电话签下大单 #客户第一");
    await system.who("renke").says("win signed St Mary at last");
    await rep.says("报22万 G1");
    await rep.presses("分享给团队");
    await rep.fills({ 想说的话: "多亏王磊牵线" });
    await go("2026-11-13T08:00:00Z");
    const posts = (await channel.screen()).messages
      .filter((each) => each.by === "bot")
      .map((each) => each.text);
    const digest = posts.at(-1)!;
    const times = (what: string) => digest.split(what).length - 1;
    for (const words of [
      "一个电话签下大单",
      "signed St Mary at last",
      "多亏王磊牵线",
      "林晓 → 王磊",
      "回款 · collected revenue · 80%",
    ])
      expect([words, times(words)]).toEqual([words, 1]);
    for (const frame of [
      /本周喜报[\s\S]*This week's good news/,
      /客户第一 · customer first/,
      "11月11日（周三） · Wed 11 Nov",
      "Renke Petersen 报喜 · a win",
      "完成阶段目标 · Reached a milestone",
    ])
      expect(digest.replaceAll("\u00A0", " ")).toMatch(frame);
    // The win's own post as well, which mentions them in the language of the place.
    expect(
      posts
        .find((each) => each.includes("林晓 has a win"))!
        .split("回款 · collected revenue · 80%"),
    ).toHaveLength(2);
  });

  it("nothing is posted when there was nothing", async () => {
    await go("2026-11-13T09:00:00Z");
    expect(await read()).toEqual([]);
  });
});

describe("Monday at two", () => {
  it("says nothing of a month without praise to whoever leads a team that is here for days", async () => {
    await system.house.bot.lookOver(0, 1);
    await go("2026-11-16T06:00:00Z");
    await manager.sees("周一团队概况");
    await manager.doesNotSee("没收到表扬");
  });

  it("nor where the team was switched on today and its people have long been known", async () => {
    await system.database.db.execute(sql`update greeting set at = '2026-09-01T01:00:00Z'`);
    await system.database.db.execute(sql`update team set switched_on_at = '2026-11-16T01:00:00Z'`);
    await system.house.bot.lookOver(0, 1);
    await go("2026-11-16T06:00:00Z");
    await manager.doesNotSee("没收到表扬");
  });

  it("the manager hears in their one message who had no praise for a month", async () => {
    // They have been here for long: of a team that was switched on lately nothing is said.
    await system.database.db.execute(sql`update team set switched_on_at = '2026-09-01T00:00:00Z'`);
    await system.database.db.execute(sql`update greeting set at = '2026-09-01T01:00:00Z'`);
    await system.house.bot.lookOver(0, 1);
    await rep.says("表扬@王磊 一个电话签下大单");
    await go("2026-11-16T06:00:00Z");
    await manager.sees("有 5 位组员 30 天没收到表扬");
    await manager.sees("周一团队概况");
    await rep.doesNotSee("没收到表扬");
    expect(
      (await system.surface.screen("zhoulan")).messages.filter((each) =>
        each.text.includes("没收到表扬"),
      ),
    ).toHaveLength(1);
  });
});

describe("odd input", () => {
  it.each(nasty)(
    "is shown as it was typed, in the place and on the wall, and notifies nobody: %s",
    async (text) => {
      const heart = text.split(" ").at(-1)!;
      await rep.says(`表扬@王磊 ${text}一个电话签下大单`);
      await rep.sees("已发到 east");
      await rep.says(`报喜 ${text}终于签下仁济医院`);
      const [praise, win] = await read();
      expect(praise).toContain(heart);
      expect(win).toContain(heart);
      expect((await hall.read(system, "east")).join()).not.toContain("@{");
      await rep.says("荣誉墙");
      await rep.sees(heart);
    },
  );

  it("that is too long, altered or sent twice changes nothing more", async () => {
    await rep.says("表扬");
    await rep.presses("表扬同事");
    await rep.fills({ 表扬谁: ["王磊"], "做了什么？": tooLong });
    await rep.sees("500 字以内");
    await rep.says("报喜");
    await rep.presses("写一句");
    await rep.fills({ 想说的话: tooLong });
    await rep.sees("500 字以内");
    await manager.says("价值观");
    await manager.presses("加一条价值观");
    await manager.fills({ 英文名: tooLong, 中文名: "🎉" });
    await manager.sees("40 字以内");
    await manager.sees("请用文字命名");
    await manager.fills({ 英文名: nasty[3].slice(0, 30), 中文名: nasty[2].slice(0, 30) });
    await manager.sees("*bold*");
    await manager.says("表扬设置");
    await manager.presses("积分和规则");
    await manager.fills({ 每人每月几分: "1e3", "主管：每位组员几分": "👍" });
    await manager.sees("请填 1 到 10000 的整数");
    await manager.sees("请填 0 到 1000 的整数");
    const submit = (dedupeKey: string, values: Record<string, string | readonly string[]>) =>
      system.house.bot.receive({
        kind: "submitted",
        dedupeKey,
        from: system.account("linxiao"),
        name: "recognition.praise",
        version: 1,
        payload: {},
        values,
      });
    const id = (
      await system.stores.inOrganisation(playgroundOrganisation, ({ people }) => people.directory())
    ).find((each) => each.name === "王磊")!.id;
    const good = { who: [id], what: "把季度材料提前做完了", value: "none", where: "team" };
    for (const wrong of [
      { who: ["nobody"] },
      { who: [] },
      { value: "00000000-0000-7000-8000-00000000dead" },
      { where: "everywhere" },
      { what: "" },
    ])
      expect(await submit(JSON.stringify(wrong), { ...good, ...wrong })).toMatchObject({
        outcome: "correct",
      });
    expect(await read()).toEqual([]);
    await submit("once", good);
    await submit("once", good);
    expect(await read()).toHaveLength(1);
  });
});
