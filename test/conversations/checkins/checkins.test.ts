// The coaching week as people live it: Monday's invitation, one reminder, the summary, and the daily note.
import { describe, expect, it } from "vitest";
import { playgroundOrganisation } from "#db/seed";
import { type System } from "#test/support/story/system";
import { lookedOver, story } from "#test/support/story/story";

const system = story(lookedOver);

const go = (iso: string) => system.leapTo(new Date(iso));
const friday = "2026-11-13T09:00:00Z";
const monday = (time: string) => `2026-11-16T${time}:00Z`;

// Every beat of several days is played: long on a busy machine.
describe("from Friday to Monday", { timeout: 240_000 }, () => {
  it("asks once for numbers and top three, reminds once who is missing, and tells the manager in one message", async () => {
    const [done, missing, berlin, manager] = [
      system.who("linxiao"),
      system.who("wanglei"),
      system.who("renke"),
      system.who("zhoulan"),
    ];
    await go(friday);
    await manager.says("设置");
    await go(monday("01:00"));
    await done.sees("新的一周，最要紧的三件事是什么？");
    await done.sees("达成率");
    await done.sees("你和主管周岚可见");
    await done.doesNotSee("新的一周，数字更新了吗？");
    await done.presses("写周报");
    await done.sees("本周预计：G1 回款");
    await done.sees("你和主管周岚可见");
    await done.fills({
      "本周要事 1": "把仁济医院签下来",
      "本周要事 2": "三场演示",
      "本周预计：G1 回款": "18万",
      卡住的事: "法务的合同还没回来",
      做得好的: "老客户介绍了两家",
    });
    await done.sees("周报已发出");
    await done.sees("18万（G1）");
    await done.sees("连续 1 期 · 按时 1/1 · 仅你可见");
    await manager.doesNotSee("法务的合同");
    await go(monday("03:00"));
    await missing.sees("周报 12:00 截止");
    await done.doesNotSee("周报 12:00 截止");
    // The invitation had asked for the numbers: whoever answered it is not asked once more.
    await done.doesNotSee("新的一周，数字更新了吗？");
    await go(monday("05:59"));
    await manager.doesNotSee("团队周报");
    await manager.says("设置");
    await go(monday("06:00"));
    const news = await manager.news();
    expect(news).toContain("团队周报 · 11月16日（周一）那周");
    expect(news).toContain("周一团队概况");
    expect(news.match(/为什么会收到这条/g)).toHaveLength(1);
    expect(news).toMatch(/已交[\s\S]*1 \/ 3/);
    expect(news).toContain("还没交（2）：王磊、陈静");
    expect(news).toContain("当地未到截止时间：Anna Weber、Maya Collins、Renke Petersen");
    expect(news).toContain("林晓：法务的合同还没回来");
    expect(news).toContain("18万");
    await go(monday("08:00"));
    await berlin.sees("New week: what are your top three?");
    await berlin.sees("Visible to you and your manager 周岚");
    await manager.says("设置");
    await berlin.presses("Check in");
    await berlin.fills({ "Priority 1 this week": "close the clinic", Blockers: "no demo licence" });
    await berlin.sees("Check-in sent");
    await berlin.doesNotSee("sent after the deadline");
    // The summary is out: this would wait for a week.
    await manager.sees("Renke Petersen 卡住了");
    await manager.says("团队周报");
    await manager.sees(/已交[\s\S]*2 \/ 4/);
    await manager.presses("查看周报");
    await manager.sees("林晓的周报");
    await manager.sees("老客户介绍了两家");
    await manager.doesNotSee("仅你可见");
  });

  it("asks for the numbers alone where the invitation is muted", async () => {
    const rep = system.who("linxiao");
    await rep.says("不再提醒 每周周报");
    await go(monday("01:00"));
    await rep.sees("新的一周，数字更新了吗？");
    await rep.doesNotSee("最要紧的三件事");
  });

  it("carries on what was not done, and lets it be changed until the next one opens", async () => {
    const rep = system.who("renke");
    await rep.says("checkin");
    await rep.sees("Check-in, week of 9 Nov");
    await rep.fills({
      "Priority 1 this week": "close the clinic",
      "Priority 2 this week": "two demos",
    });
    await rep.sees("Check-in sent");
    await rep.presses("Done");
    await rep.sees("My top three, week of Mon 9 Nov");
    await rep.says("check in");
    await rep.fills({ "Priority 3 this week": "call back Acme" });
    await rep.sees("Check-in updated");
    await rep.says("priorities");
    await rep.sees("call back Acme");
    await go(monday("08:00"));
    await rep.sees("From last time: two demos and call back Acme");
    await rep.presses("Check in");
    await rep.sees("Last time: two demos");
    await rep.fills({
      "Last time: call back Acme": "Drop",
      "Priority 1 this week": "one",
      "Priority 2 this week": "two",
      "Priority 3 this week": "three",
    });
    await rep.sees("Three at most: 1 already carried over.");
    await rep.fills({ "Priority 3 this week": "" });
    await rep.sees("Check-in sent");
    await rep.sees("from last time");
    await rep.doesNotSee("call back Acme");
  });
});

describe("bad input in the form", () => {
  it("gets one sentence beside its field, and nothing is stored", async () => {
    const rep = system.who("linxiao");
    await rep.says("周报");
    await rep.fills({});
    await rep.sees("至少写一件，或选一件接着做。");
    await rep.fills({ "本周要事 1": "签合同", "本周预计：G1 回款": "很多" });
    await rep.sees("没看懂这个数字");
    await rep.fills({ "本周预计：G1 回款": "-3万" });
    await rep.sees("预计的数字不能是负数。");
    await rep.fills({ "本周预计：G1 回款": "US$3k" });
    await rep.sees("这个目标的币种是 CNY。");
    await rep.fills({ "本周预计：G1 回款": "0", 卡住的事: "1\n2\n3\n4\n5\n6" });
    await rep.sees("一次最多 5 件");
    await rep.fills({ 卡住的事: "", "本周要事 1": "长".repeat(201) });
    await rep.sees("请控制在 200 字以内。");
    await system.who("zhoulan").says("周报 @林晓");
    await system.who("zhoulan").sees("林晓还没有交过周报。");
    await rep.fills({ "本周要事 1": "签合同 <!channel>" });
    await rep.sees("周报已发出");
  });
});

describe("who sees what", () => {
  it("keeps a check-in between its author and the direct manager, unless the form said the team", async () => {
    const [author, mate, manager] = [
      system.who("renke"),
      system.who("anna"),
      system.who("zhoulan"),
    ];
    await author.says("checkin");
    await author.fills({ "Priority 1 this week": "close the clinic" });
    await mate.says("checkin @renke");
    await mate.sees("Only Renke Petersen and their manager can see this check-in.");
    await mate.says("team checkins");
    await mate.doesNotSee("close the clinic");
    await manager.says("周报 @renke");
    await manager.sees("close the clinic");
    await manager.says("周报设置");
    await manager.presses("修改");
    await manager.fills({ 谁能看到: "全团队" });
    await mate.says("checkin @renke");
    await mate.doesNotSee("close the clinic");
    await author.says("checkin");
    await author.sees("and everyone in your team");
    await author.fills({});
    await mate.says("checkin @renke");
    await mate.sees("close the clinic");
    await mate.says("checkin settings");
    await mate.doesNotSee("Open");
  });
});

describe("a forged press", () => {
  const press = (user: string, name: string, payload: object) =>
    system.house.bot.receive({
      kind: "pressed",
      from: system.account(user),
      dedupeKey: `${name}:${user}`,
      name,
      version: /read|solved|rhythm/.test(name) ? 1 : 2,
      payload,
    } as Parameters<System["house"]["bot"]["receive"]>[0]);
  const said = async (outcome: ReturnType<typeof press>) => JSON.stringify(await outcome);

  it("reads, answers and sets nothing that is not the presser's", async () => {
    await system.who("linxiao").says("卡住了 合同");
    const { blocker, author, team } = await system.stores.inOrganisation(
      playgroundOrganisation,
      async ({ checkins, people }) => {
        const rep = (await people.directory()).find((each) => each.name === "林晓")!;
        return {
          blocker: (await checkins.openBlockers([rep.id]))[0]!.id,
          author: rep.id,
          team: rep.teamId!,
        };
      },
    );
    expect(await said(press("wanglei", "checkins.read", { person: author }))).toContain(
      "只有本人和主管能看",
    );
    for (const name of ["checkins.ask-answer", "checkins.take", "checkins.ask-talk"])
      expect(await said(press("wanglei", name, { blocker, at: "card" }))).toContain("这一项要由");
    expect(await said(press("linxiao", "checkins.take", { blocker, at: "card" }))).toContain(
      "这一项要由",
    );
    expect(await said(press("wanglei", "checkins.solved", { blocker }))).toContain("旧版本");
    expect(await said(press("wanglei", "checkins.ask-rhythm", { team }))).toContain("这一项要由");
    expect(await said(press("zhoulan", "checkins.take", { blocker, at: "card" }))).toContain(
      "已经告诉",
    );
    expect(await said(press("linxiao", "checkins.solved", { blocker }))).toContain("已经接手了");
  });
});

describe("the daily note", () => {
  it("is asked only of who chose it, and spends nothing of the budget", async () => {
    const rep = system.who("linxiao");
    await rep.says("日报 开");
    await rep.sees("以后每个工作日傍晚提醒你写日报。");
    await go(monday("08:59"));
    const before = (await rep.screen()).messages.filter(
      (each) => each.text.includes("为什么会收到这条") && each.text.includes("周报"),
    ).length;
    expect(before).toBe(2);
    await go(monday("09:00"));
    await rep.sees("今天怎么样？");
    await system.who("wanglei").doesNotSee("今天怎么样？");
    await rep.presses("写日报");
    await rep.fills({});
    await rep.sees("两项里至少写一项。");
    await rep.fills({ 今天完成了: "三通电话" });
    await rep.sees("记下了");
    await system.who("zhoulan").says("日报 @林晓");
    await system.who("zhoulan").sees("三通电话");
    await system.who("wanglei").says("日报 @林晓");
    await system.who("wanglei").sees("只有本人和主管能看");
    await rep.says("日报 关");
    await rep.sees("以后不再提醒你写日报。");
    await system.who("zhoulan").says("周报设置");
    await system.who("zhoulan").presses("修改");
    await system.who("zhoulan").fills({ 另收日报: "yes" });
    await go("2026-11-17T10:00:00Z");
    await rep.doesNotSee("今天怎么样？");
    await system.who("wanglei").sees("今天怎么样？");
  });

  it("leaves a line with numbers to goals", async () => {
    const rep = system.who("renke");
    await rep.says("today calls 3");
    await rep.sees("3 added for today");
    await rep.says("today");
    await rep.sees("Daily note");
  });
});
