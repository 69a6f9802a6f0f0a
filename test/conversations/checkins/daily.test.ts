// The daily note 日报: its figures are counted after one press, each for the goal it fits, and never twice.
import { describe, expect, it } from "vitest";
import { playgroundOrganisation } from "#db/seed";
import { inWorkingHours, story } from "#test/support/story/story";

const system = story(inWorkingHours);

describe("figures in a daily note", () => {
  it("are counted by one press; the same note again counts nothing, a changed one what changed", async () => {
    const rep = system.who("linxiao");
    await rep.says("日报 电话20 拜访3");
    await rep.sees(/记下了[^]*电话：20通[^]*还没计入进度/);
    await rep.sees("你和主管周岚可见");
    await rep.presses("计入进度");
    await rep.sees(/电话[^]*\+20通/);
    await rep.sees("89通 / 200通");
    await rep.sees(/电话：20通[^]*已计入进度/);
    const { messages } = await rep.screen();
    expect(messages.flatMap((each) => each.buttons)).not.toContain("计入进度");
    await rep.says("日报 电话20 拜访3");
    await rep.sees(/电话：20通[^]*已计入进度/);
    await rep.says("日报");
    await rep.fills({ 今天完成了: "电话25，明天继续" });
    await rep.sees(/电话：25通[^]*已计入 20通[^]*更新进度/);
    await rep.presses("更新进度");
    await rep.sees(/20通 → 25通[^]*94通 \/ 200通/);
    // Out of the note it is taken back; what was taken back is offered anew.
    await rep.says("日报");
    await rep.fills({ 今天完成了: "在家整理资料" });
    await rep.sees(/25通[^]*日报里已经没有了/);
    await rep.presses("更新进度");
    await rep.sees("69通 / 200通");
    await rep.says("日报");
    await rep.fills({ 今天完成了: "电话25" });
    await rep.sees(/电话：25通[^]*还没计入进度/);
  });

  it("are read in English, out of whole sentences too, and go nowhere without a goal of one's own", async () => {
    const rep = system.who("renke");
    await rep.says("daily calls 5");
    await rep.sees(/Calls: 5[^]*not counted yet/);
    await rep.says("daily");
    await rep.fills({
      "Done today": "calls 7. Lunch with the clinic for 2 hours. Tomorrow G1 9.",
    });
    await rep.sees(/Calls: 7[^]*not counted yet/);
    await rep.doesNotSee("2 hours:");
    await rep.presses("Count them");
    await rep.sees("7 added for today");
    // The first card is not carried out behind the newer one.
    const { id } = await system.stores.inOrganisation(
      playgroundOrganisation,
      async ({ goals }) => (await goals.numbered(8))!,
    );
    const figure = { goal: id, value: "5", of: null, total: false, as: "", was: null };
    const late = await system.house.bot.receive({
      kind: "pressed",
      dedupeKey: "late",
      from: system.account("renke"),
      name: "goals.count-noted",
      version: 1,
      payload: { on: "2026-11-11", list: [figure], gone: [] },
    });
    expect(JSON.stringify(late)).toContain("What counts has changed since");
    await rep.says("history");
    await rep.doesNotSee("+5");
  });

  it("are taken back by undo like any other, and offered again by the note", async () => {
    const rep = system.who("linxiao");
    await rep.says("日报 电话20");
    await rep.presses("计入进度");
    await rep.presses("撤销");
    await rep.sees("69通 / 200通");
    await rep.says("日报 电话20");
    await rep.sees(/还没计入进度/);
    await rep.presses("计入进度");
    await rep.sees("89通 / 200通");
  });
});

describe("the day's notes of a team", () => {
  it("are one table for its manager: who wrote, their figures, where they are stuck, who is still to write", async () => {
    const manager = system.who("zhoulan");
    await manager.says("周报设置");
    await manager.presses("修改");
    await manager.fills({ 另收日报: "yes" });
    await system.who("linxiao").says("日报 电话20");
    await system.who("linxiao").presses("计入进度");
    await system.who("linxiao").says("卡住了 样机没到");
    await system.who("renke").says("daily off");
    await system.who("maya").says("log calls 4");
    await manager.says("团队日报");
    await manager.sees(/团队日报 · 11月11日[^]*林晓[^]*电话20[^]*电话 \+20通[^]*样机没到/);
    await manager.sees(/Maya Collins[^]*\+4/);
    await manager.sees(/还没写：[^\n]*王磊/);
    await manager.doesNotSee(/还没写：[^\n]*(?:林晓|Renke)/);
    await manager.says("谁没写日报");
    await manager.sees("还没写");
    await manager.says("团队日报 昨天");
    await manager.sees(/团队日报 · 11月10日[^]*已写 0 份/);
    await system.who("linxiao").says("团队日报");
    await system.who("linxiao").sees("要由主管来操作");
  });
});
