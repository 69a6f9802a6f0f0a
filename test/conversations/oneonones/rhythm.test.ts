// One-on-ones over the weeks: the workday before, the talk, the workday after, its step, and what becomes of one that does not take place.
import { describe, it } from "vitest";
import { story } from "#test/support/story/story";

const system = story();
const go = (iso: string) => system.clock.moveTo(new Date(iso));

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

describe("the rhythm of a one-on-one", { timeout: 180_000 }, () => {
  it("is set up by the manager; its list fills itself, each with where it was found; it ends in a step that is done", async () => {
    await setUp();
    const [manager, rep] = [system.who("zhoulan"), system.who("linxiao")];
    await rep.sees("周岚和你约了一对一");
    await rep.says("卡住了 法务还没给合同");
    await rep.presses("一对一时聊");
    await rep.fills({});
    await rep.sees("已加到和周岚的一对一里");
    await rep.says("加议题 大单的折扣怎么定");
    await manager.says("加议题 @林晓 下半月的节奏");
    await go("2026-11-16T02:00:00Z");
    await rep.sees(
      /11月17日（周二）14:00 \s*和周岚一对一，想聊什么？[^]*法务还没给合同[^]*林晓 · 来自卡点[^]*大单的折扣怎么定[^]*下半月的节奏/u,
    );
    await manager.sees(/和林晓一对一，想聊什么？/u);
    await manager.presses("打开");
    await manager.presses("加待办");
    await manager.fills({ 做什么: "给三家回电话", 哪天前: "2026-11-20" });
    await manager.sees(/待办 A1 记下了/u);
    await rep.sees("周岚给你记了一个待办：A1");
    await go("2026-11-18T02:00:00Z");
    await manager.sees("和林晓谈过了吗？");
    await manager.presses("已经谈过");
    await manager.sees("记下了：你和林晓谈过了");
    await go("2026-11-20T01:00:00Z");
    await rep.sees("A1 今天到期");
    await rep.says("完成 A1");
    await rep.sees("A1 完成了");
    await manager.sees("林晓关闭了 A1");
    await rep.says("完成 A1");
    await rep.sees("A1 已经关闭了");
  });

  it("that did not take place twice in a row is told to whoever leads it alone", async () => {
    await setUp();
    await go("2026-12-02T05:30:00Z");
    await system.who("zhoulan").doesNotSee("有一阵子没谈了");
    await go("2026-12-02T06:00:00Z");
    await system.who("zhoulan").sees(/你和林晓有一阵子没谈了[^]*连续 2 次一对一没有谈成/u);
    await system.who("linxiao").doesNotSee("有一阵子没谈了");
  });
});
