// Blockers that get an answer, on the day of the check-in and on any other.
import { describe, expect, it } from "vitest";
import { sendsEmptyFields } from "#test/support/story/front";
import { lookedOver, story } from "#test/support/story/story";

const system = story(lookedOver);
const go = (iso: string) => system.leapTo(new Date(iso));
const monday = (time: string) => `2026-11-16T${time}:00Z`;

describe("blockers", () => {
  it("reach the manager on any day, and the rep is told at once what becomes of them", async () => {
    const [rep, manager] = [system.who("linxiao"), system.who("zhoulan")];
    await rep.says("卡住了 法务的合同还没回来");
    await rep.sees("已经告诉周岚");
    await manager.sees("林晓卡住了");
    await manager.presses("回复");
    if (sendsEmptyFields) {
      await manager.fills({});
      await manager.sees("这一项要填。");
    }
    await manager.fills({ 你的回复: "我今天找法务" });
    await manager.sees("已经告诉林晓。");
    await rep.sees("周岚回复了你卡住的事");
    await rep.sees("我今天找法务");
    expect((await manager.screen()).messages.flatMap((each) => each.buttons)).not.toContain(
      "我来处理",
    );
    const english = system.who("anna");
    await manager.says("设置");
    await english.says("blocked no demo licence");
    await english.sees("Sent to 周岚");
    await manager.presses("我来处理");
    await manager.sees("已经告诉 Anna Weber。");
    await go("2026-11-11T08:30:00Z");
    await english.sees("周岚 is taking care of your blocker");
    await english.says("blocked");
    await english.doesNotSee("no demo licence");
  });

  it("come back in the next summary with their age, and may be talked about on a day", async () => {
    const [rep, manager] = [system.who("wanglei"), system.who("zhoulan")];
    await manager.says("设置");
    await manager.presses("修改");
    await manager.fills({ 语言: "English" });
    await rep.says("卡住了：价格批不下来");
    await manager.sees("王磊 is stuck");
    await go(monday("06:00"));
    await manager.sees("Your team's check-ins, week of Mon 16 Nov");
    await manager.sees("Not yet (3): ");
    await manager.sees("王磊: 价格批不下来");
    await manager.sees("raised 5 days ago");
    await manager.presses("Pick a day to talk");
    await manager.fills({ Day: "2026-11-01" });
    await manager.sees("That day has passed");
    await manager.fills({ Day: "Wednesday" });
    await manager.sees("王磊 has been told");
    await rep.sees("周岚约你 11月18日（周三）聊聊卡住的事");
    await manager.says("settings");
    await go("2026-11-23T06:00:00Z");
    await manager.sees("Your team's check-ins, week of Mon 23 Nov");
    await manager.doesNotSee("价格批不下来");
  });

  it("lose their buttons in Monday's message and say who answered, whichever way they end", async () => {
    const [first, second, third, fourth, manager] = [
      system.who("linxiao"),
      system.who("wanglei"),
      system.who("chenjing"),
      system.who("renke"),
      system.who("zhoulan"),
    ];
    await first.says("卡住了 法务的合同还没回来");
    await second.says("卡住了 价格批不下来");
    await third.says("卡住了 样机还没到");
    await fourth.says("blocked no demo licence");
    // On Lark forms are messages of their own below it.
    const latest = async () =>
      (await manager.screen()).messages.findLast(
        (each) => each.by === "bot" && each.text.includes("周一团队概况"),
      )!;
    const mine = async () =>
      (await latest()).buttons.filter((each) =>
        ["回复", "我来处理", "约时间聊", "Reply", "I'll take it", "Pick a day to talk"].includes(
          each,
        ),
      );
    await go(monday("06:00"));
    const before = await latest();
    expect(await mine()).toHaveLength(12);
    await manager.presses("回复", 0);
    await manager.fills({ 你的回复: "我今天找法务 <at id=all>" });
    await manager.sees("已经告诉林晓。");
    const answered = await latest();
    expect(answered.id).toBe(before.id);
    expect(answered.text).toMatch(
      /林晓：法务的合同还没回来[^\p{L}]*已回复\s*周岚：我今天找法务 <at id=all>/u,
    );
    expect(answered.text).toContain("为什么会收到这条");
    expect(await mine()).toHaveLength(9);
    await manager.presses("我来处理", 0);
    await manager.sees(/王磊：价格批不下来[^\p{L}]*已接手\s*周岚 · /u);
    expect(await mine()).toHaveLength(6);
    await manager.presses("约时间聊", 0);
    await manager.fills({ 哪一天: "周三" });
    await manager.sees(/陈静：样机还没到[^\p{L}]*约在 11月18日（周三）\s*周岚 · /u);
    expect(await mine()).toHaveLength(3);
    await fourth.says("blocked");
    await fourth.presses("Solved");
    expect(await mine()).toEqual([]);
    const last = await latest();
    expect(last.id).toBe(before.id);
    for (const said of [
      /法务的合同还没回来[^\p{L}]*已回复/u,
      /价格批不下来[^\p{L}]*已接手/u,
      /样机还没到[^\p{L}]*约在/u,
      /no demo licence[^\p{L}]*已解决/u,
    ])
      expect(last.text).toMatch(said);
    // The card that told of it on the day itself is over as well.
    expect((await manager.screen()).messages.flatMap((each) => each.buttons)).not.toContain("回复");
  });

  it("lose them in an English bundle too, where the card had waited for the manager's hours", async () => {
    const [rep, manager] = [system.who("maya"), system.who("zhoulan")];
    await manager.says("settings");
    await manager.presses("修改");
    await manager.fills({ 语言: "English" });
    // Evening in Shanghai: both wait for the morning, in one message.
    await go("2026-11-11T15:00:00Z");
    await rep.says("blocked legal is slow");
    await system.who("renke").says("blocked no demo licence");
    await system.who("renke").presses("Solved");
    await go("2026-11-12T01:00:00Z");
    await manager.sees("Maya Collins is stuck");
    await manager.sees(/Renke Petersen is stuck[^\p{L}]*solved/u);
    await manager.presses("I'll take it");
    await manager.sees(/Maya Collins is stuck[^\p{L}]*taken/u);
    await manager.sees("Renke Petersen is stuck");
    await manager.doesNotSee("Reply");
  });

  it("are taken off the list by whoever raised them", async () => {
    const rep = system.who("renke");
    await rep.says("blocked");
    await rep.sees("blocked <what>");
    await rep.says("stuck waiting for legal");
    await rep.presses("Solved");
    await rep.sees("It's off the list");
    await rep.says(`blocked ${"x".repeat(501)}`);
    await rep.sees("under 500 characters");
    const manager = system.who("zhoulan");
    await manager.says("卡住了 没人可问");
    await manager.sees("你还没有设置主管");
  });
});
