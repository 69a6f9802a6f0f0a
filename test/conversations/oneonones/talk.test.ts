// One-on-ones: two people who talk in a rhythm, from the rep's and the manager's chair.
import { describe, expect, it } from "vitest";
import { story } from "#test/support/story/story";

const system = story();

/** 周岚 sets it up: every two weeks, Tuesdays at 14:00. */
async function setUp(): Promise<void> {
  const manager = system.who("zhoulan");
  await manager.says("一对一 @林晓");
  await manager.sees("你们周四 14:00 都在上班");
  await manager.fills({
    多久一次: "2",
    周几: "2",
    "几点（按周岚的时间）": "14:00",
    从哪一周开始: "2026-11-16",
  });
  await manager.sees(/和林晓的一对一约好了[^]*每两周，周二 · 下次 11月17日（周二）14:00/u);
}

describe("a one-on-one", () => {
  it("speaks English with whoever reads English, on their own clock", async () => {
    const rep = system.who("renke");
    await rep.says("1on1");
    await rep.sees("You have no one-on-one with 周岚 yet");
    await rep.says("topic the discount for large orders");
    await rep.presses("Set up");
    await rep.fills({
      "How often": "1",
      On: "3",
      "At (周岚's clock)": "16:00",
      "First in the week of": "2026-11-16",
    });
    await rep.sees(/Your one-on-one with 周岚 is set[^]*next Wed 18 Nov, 09:00/u);
    await rep.says("1on1");
    await rep.sees(/the discount for large orders[^]*Renke Petersen/u);
    await rep.presses("Move or skip");
    await rep.fills({
      "What happens with it": "moved",
      "New day, if you move it": "2026-11-10",
      "New time (your clock)": "10:00",
    });
    await rep.sees("That is over. Choose a day ahead.");
  });

  it("keeps notes that nobody but those two can reach, and shows them again only in their forms", async () => {
    await setUp();
    const [manager, rep, admin] = [
      system.who("zhoulan"),
      system.who("linxiao"),
      system.who("chenjing"),
    ];
    await rep.says("一对一");
    await rep.presses("谈话提纲");
    await rep.fills({ "想达到什么？": "年底前签下两家" });
    await rep.says("一对一");
    await rep.presses("我的笔记");
    await rep.fills({ 写给自己: "我有点累" });
    await manager.says("一对一 @林晓");
    await manager.presses("谈话提纲");
    expect(JSON.stringify(await manager.screen())).toContain("年底前签下两家");
    await manager.says("一对一 @林晓");
    await manager.presses("我的笔记");
    expect(JSON.stringify(await manager.screen())).not.toContain("我有点累");
    await admin.says("一对一 @林晓");
    await admin.sees("林晓的主管是周岚");
  });

  it("answers bad input in one sentence and keeps nothing of it", async () => {
    const [manager, rep] = [system.who("zhoulan"), system.who("linxiao")];
    await manager.says("一对一 @周岚");
    await manager.sees("一对一要两个人");
    await rep.says("一对一 @王磊");
    await rep.sees("王磊的主管是周岚");
    await rep.says("加议题");
    await rep.sees("写上想聊什么");
    await rep.says(`加议题 ${"长".repeat(600)}`);
    await rep.sees("一个议题请控制在 500 个字以内");
    await setUp();
    await rep.says("加议题 @王磊 他的客户");
    await rep.sees("你和王磊没有一对一，所以没有记下");
    await rep.says("完成 A9");
    await rep.sees("你的待办里没有 A9");
  });

  it("comes as a calendar file in which a moved talk stands where it was moved to", async () => {
    await setUp();
    const manager = system.who("zhoulan");
    await manager.says("一对一 @林晓");
    await manager.presses("改期或跳过");
    await manager.fills({
      这次怎么安排: "moved",
      "改到哪天（改期才填）": "2026-11-18",
      "改到几点（按你的时间）": "10:00",
    });
    await manager.sees("和林晓的一对一改到 11月18日（周三）10:00");
    await manager.says("一对一 @林晓");
    await manager.presses("放进日历");
    await manager.sees(/和林晓的一对一，可以放进日历[^]*打开文件/u);
    const file = (await manager.reads()) ?? "";
    expect(file).toContain("RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TU\r\n");
    expect(file).toContain("SUMMARY:一对一：林晓\r\n");
    expect(file).toContain("RECURRENCE-ID;TZID=Asia/Shanghai:20261117T140000\r\n");
    expect(file).toContain("DTSTART;TZID=Asia/Shanghai:20261118T100000\r\n");
  });
});
