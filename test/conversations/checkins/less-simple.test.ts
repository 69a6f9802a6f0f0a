// The coaching week where it is less simple: the first days, words typed behind the verb, blockers on their many ways, odd input.
import { describe, expect, it } from "vitest";
import { playgroundOrganisation } from "#db/seed";
import { nasty, tooLong } from "#test/support/lines/nasty";
import { byOperator, type System } from "#test/support/story/system";
import { lookedOver, story } from "#test/support/story/story";

const system = story(lookedOver);

const go = (iso: string) => system.leapTo(new Date(iso));
const monday = (time: string) => `2026-11-16T${time}:00Z`;

describe("the first days after the switch-on", () => {
  it("name no due time that is over, and count no slot that nobody was asked in as late", async () => {
    const rep = system.who("linxiao");
    await rep.says("周报");
    await rep.sees("三分钟就好");
    await rep.doesNotSee("前交");
    await rep.fills({ "本周要事 1": "签合同" });
    await rep.sees("连续 1 期 · 按时 1/1");
    await system.who("zhoulan").says("周报 @林晓");
    await system.who("zhoulan").doesNotSee("截止后补交");
    await go(monday("01:30"));
    await rep.says("周报");
    await rep.sees("11月16日（周一）12:00 前交");
    await go(monday("04:30"));
    await rep.says("周报");
    await rep.doesNotSee("前交");
    await rep.fills({});
    await rep.sees("连续 2 期 · 按时 1/2");
  });
});

describe("who will see it", () => {
  it("stays as the form said, whatever the manager chooses while it is open", async () => {
    const [author, mate, manager] = [
      system.who("renke"),
      system.who("anna"),
      system.who("zhoulan"),
    ];
    await author.says("checkin");
    await author.sees("Visible to you and your manager 周岚");
    await manager.says("周报设置");
    await manager.presses("修改");
    await manager.fills({ 谁能看到: "全团队" });
    await author.fills({ "Priority 1 this week": "close the clinic" });
    await author.sees("Visible to you and your manager 周岚");
    await mate.says("checkin @renke");
    await mate.sees("and their manager can see");
    await author.says("daily");
    await author.sees("and everyone in your team");
    await manager.says("周报设置");
    await manager.presses("修改");
    await manager.fills({ 谁能看到: "直属主管" });
    await author.fills({ "Done today": "three calls" });
    await mate.says("daily @renke");
    await mate.sees("and their manager can see");
  });

  it("is nobody but the author without a manager, who is asked for no blockers either", async () => {
    const alone = system.who("zhoulan");
    await alone.says("周报");
    await alone.doesNotSee("卡住的事");
    await alone.fills({ "本周要事 1": "招两个人" });
    await alone.sees("仅你可见");
  });
});

describe("words behind the verb", () => {
  it("stand in the form, in both languages", async () => {
    const [rep, berlin] = [system.who("linxiao"), system.who("renke")];
    await rep.says("周报 本周要签“仁济”");
    await rep.sees("本周要签“仁济”");
    await rep.fills({});
    await rep.sees("周报已发出");
    await rep.says("本周三件事 拜访华山；给@王磊准备材料");
    await rep.sees("拜访华山");
    await rep.fills({});
    await rep.sees("周报已更新");
    await rep.says("本周三件事");
    await rep.sees("给@王磊准备材料");
    await rep.says(`周报 ${"长".repeat(201)}`);
    await rep.sees("200 字以内");
    await rep.says("日报 今天拜访了三家医院");
    await rep.sees("今天拜访了三家医院");
    await rep.fills({ 接下来: "报价" });
    await rep.says("日报 又打了五个电话");
    await rep.sees(/今天拜访了三家医院\n又打了五个电话/);
    await berlin.says("daily called all of Hamburg");
    await berlin.sees("called all of Hamburg");
    await berlin.says("checkin for @anna");
    await berlin.sees("Only Anna Weber and their manager can see this check-in.");
    await berlin.says("checkin @nobody");
    await berlin.sees("I can't find anyone called");
  });
});

describe("a blocker", () => {
  it("is one, whether it was typed or written in the form, and is taken out of the form when it is solved", async () => {
    const [rep, manager] = [system.who("linxiao"), system.who("zhoulan")];
    await rep.says("卡住了 法务的合同没回来");
    await rep.says("卡住了 法务的合同没回来。");
    await rep.sees("我还没解决的");
    await rep.says("周报");
    await rep.sees("法务的合同没回来");
    const open = async () =>
      system.stores.inOrganisation(playgroundOrganisation, async ({ checkins, people }) =>
        checkins.openBlockers((await people.directory()).map((each) => each.id)),
      );
    await rep.fills({ "本周要事 1": "签合同" });
    expect(await open()).toHaveLength(1);
    await manager.says("团队周报");
    await manager.presses("查看周报");
    await manager.sees("法务的合同没回来");
    // Typed after the form was opened: it stays.
    await rep.says("周报");
    await system.house.bot.receive({
      kind: "said",
      dedupeKey: "meanwhile",
      from: system.account("linxiao"),
      text: "卡住了 没有样机",
    });
    await rep.fills({ 卡住的事: "" });
    expect((await open()).map((each) => each.text)).toEqual(["没有样机"]);
  });

  it("is told at once where no summary will say it", async () => {
    const [rep, manager] = [system.who("linxiao"), system.who("zhoulan")];
    await go(monday("01:00"));
    await manager.says("提醒");
    const lines = (await manager.news()).split("\n");
    const labels = lines.filter((_, i) => /^(?:下一次)/.test(lines[i + 1] ?? ""));
    await manager.presses("不再提醒", labels.indexOf("团队周报汇总"));
    await manager.says("设置");
    await rep.says("周报");
    await rep.fills({ "本周要事 1": "签合同", 卡住的事: "没有样机" });
    await manager.sees("林晓卡住了");
    await manager.sees("你和林晓可见");
    await manager.doesNotSee("主管周岚");
  });

  it("waits for a manager who is away, and says so", async () => {
    const [rep, manager] = [system.who("linxiao"), system.who("zhoulan")];
    await manager.says("休假到11月17日");
    await rep.says("卡住了 没有样机");
    await rep.sees("周岚在休假，11月18日（周三）回来后会看到");
    await go(monday("01:30"));
    await rep.says("周报");
    await rep.fills({ "本周要事 1": "签合同", 卡住的事: "没有样机\n没有预算" });
    await go("2026-11-18T01:00:00Z");
    await manager.sees("没有样机");
    await manager.sees("没有预算");
  });

  it("leaves the list when it has its answer: on its card, in the team's page, in Monday's message", async () => {
    const [rep, other, manager] = [
      system.who("linxiao"),
      system.who("wanglei"),
      system.who("zhoulan"),
    ];
    await rep.says("卡住了 法务的合同没回来");
    await other.says("卡住了 没有样机");
    await manager.says("团队周报");
    await manager.presses("我来处理");
    await manager.sees(/卡住的事：1 件\s*王磊：没有样机/);
    await manager.doesNotSee("林晓：法务的合同没回来");
    await rep.sees("周岚来处理你卡住的事");
    await rep.says("卡住了 价格批不下来");
    await go(monday("06:00"));
    await manager.presses("约时间聊");
    await manager.fills({ 哪一天: "周三" });
    await manager.sees(/王磊：没有样机[^\p{L}]*约在 11月18日（周三）/u);
    await manager.presses("我来处理");
    await manager.sees("已经告诉林晓。");
    await manager.doesNotSee("我来处理");
    await manager.presses("团队周报");
    await manager.doesNotSee("没有样机");
  });

  it.each(nasty)("and an answer show what was typed as it was: %s", async (text) => {
    const [rep, manager] = [system.who("linxiao"), system.who("zhoulan")];
    const heart = text.split(" ").at(-1)!;
    await rep.says(`卡住了 ${text}`);
    await rep.sees("已经告诉周岚");
    await manager.sees(heart);
    await manager.presses("回复");
    await manager.fills({ 你的回复: tooLong });
    await manager.sees("请控制在 1000 字以内。");
    await manager.fills({ 你的回复: text });
    await rep.sees("周岚回复了你卡住的事");
    await rep.sees(heart);
    await rep.says("日报");
    await rep.fills({ 今天完成了: tooLong });
    await rep.sees("请控制在 1000 字以内。");
    await rep.fills({ 今天完成了: text, 接下来: text });
    await rep.sees("记下了");
    await rep.sees(heart);
  });
});

describe("an altered form", () => {
  const submit = (name: string, version: number, payload: object, values: Record<string, string>) =>
    system.house.bot.receive({
      kind: "submitted",
      from: system.account("linxiao"),
      dedupeKey: `${name}${JSON.stringify(payload)}`,
      name,
      version,
      payload,
      values,
    } as Parameters<System["house"]["bot"]["receive"]>[0]);
  const said = async (outcome: ReturnType<typeof submit>) => JSON.stringify(await outcome);

  it("of a week to come, another day or another's blocker changes nothing", async () => {
    await system.who("wanglei").says("卡住了 没有样机");
    const blocker = await system.stores.inOrganisation(
      playgroundOrganisation,
      async ({ checkins, people }) =>
        (await checkins.openBlockers((await people.directory()).map((each) => each.id)))[0]!.id,
    );
    const checkin = { before: null, visible: "team", open: [blocker] };
    expect(
      await said(submit("checkins.save", 2, { ...checkin, week: "2026-11-16" }, { new0: "x" })),
    ).toContain("旧版本");
    expect(
      await said(
        submit(
          "checkins.save",
          2,
          { ...checkin, week: "2026-11-09", visible: "all" },
          { new0: "x" },
        ),
      ),
    ).toContain("旧版本");
    expect(
      await said(
        submit(
          "checkins.save",
          2,
          { ...checkin, week: "2026-11-09" },
          { new0: "签合同", blockers: "" },
        ),
      ),
    ).toContain("周报已发出");
    expect(
      await said(submit("checkins.daily", 2, { on: "2026-11-20", visible: "team" }, { done: "x" })),
    ).toContain("旧版本");
    expect(
      await said(submit("checkins.answer", 2, { blocker, at: "card" }, { answer: "x" })),
    ).toContain("这一项要由");
    await system.who("wanglei").says("周报 @林晓");
    await system.who("wanglei").sees("只有本人和主管能看");
    await system.who("wanglei").says("卡住了");
    await system.who("wanglei").sees("没有样机");
  });
});

describe("a team lead who owes a check-in", { timeout: 120_000 }, () => {
  it("is reminded like everybody, and gets the team's summary all the same", async () => {
    await system.stores.inOrganisation(playgroundOrganisation, async ({ people }) => {
      const [lead, rep] = ["王磊", "陈静"].map((name) => name);
      const all = await people.directory();
      await people.entitle(
        all.find((each) => each.name === rep)!.id,
        { managerId: all.find((each) => each.name === lead)!.id },
        byOperator,
      );
    });
    await system.house.bot.lookOver(0, 1);
    const lead = system.who("wanglei");
    await go(monday("03:00"));
    await lead.sees("周报 12:00 截止");
    await go(monday("06:00"));
    await lead.sees("团队周报 · 11月16日（周一）那周");
    await lead.sees("还没交（1）：陈静");
  });
});

describe("another week than usual", { timeout: 240_000 }, () => {
  it("does not take a form of last week when a new one has opened", async () => {
    const rep = system.who("linxiao");
    await rep.says("周报");
    await go(monday("01:00"));
    await rep.fills({ "本周要事 1": "签合同" });
    await rep.sees("新一周的周报已经开始了");
    await rep.presses("写周报");
    await rep.sees("周报 · 11月16日（周一）那周");
  });

  it("asks nobody on leave, counts them as excused, and moves with a holiday", async () => {
    const [away, manager, maya] = [
      system.who("linxiao"),
      system.who("zhoulan"),
      system.who("maya"),
    ];
    await away.says("休假到11月16日");
    await go(monday("06:00"));
    await away.doesNotSee("新的一周");
    await manager.sees("休假：林晓");
    await manager.sees(/已交[\s\S]*0 \/ 2/);
    // 26 November is a holiday in the United States: a team that checks in on Thursdays does so on Friday there.
    await manager.says("周报设置");
    await manager.presses("修改");
    await manager.fills({ 星期几: "周四" });
    await manager.sees("周四 09:00");
    await go("2026-11-25T20:00:00Z");
    await maya.says("settings");
    await go("2026-11-26T22:00:00Z");
    await maya.doesNotSee("what are your top three");
    await go("2026-11-27T14:00:00Z");
    await maya.sees("Your weekly check-in: what are your top three?");
  });
});
