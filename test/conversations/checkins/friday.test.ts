// A weekly report on Friday afternoon: it looks back on the week and plans the next one, in both languages.
import { beforeEach, describe, it } from "vitest";
import { lookedOver, story } from "#test/support/story/story";

const system = story(lookedOver);
const go = (iso: string) => system.leapTo(new Date(iso));

beforeEach(async () => {
  const manager = system.who("zhoulan");
  await manager.says("周报设置");
  await manager.presses("修改");
  await manager.fills({ 星期几: "周五", 几点开始: "13:30" });
  await manager.sees("周五 13:30");
});

describe("on Friday afternoon", { timeout: 240_000 }, () => {
  it("asks how the week went and what the next one brings", async () => {
    const [rep, berlin, manager] = [
      system.who("linxiao"),
      system.who("renke"),
      system.who("zhoulan"),
    ];
    await go("2026-11-13T05:30:00Z");
    await rep.sees("这周快收尾了");
    await rep.doesNotSee("新的一周");
    await rep.presses("写周报");
    await rep.doesNotSee("本周要事");
    await rep.fills({ "下周要事 1": "华山签约", "下周预计：G1 回款": "18万" });
    await rep.sees(/周报已发出[^]*周报 · 11月9日（周一）那周[^]*下周预计/);
    await manager.says("周报 @林晓");
    await manager.sees(/下周预计[^]*18万/);
    await go("2026-11-13T12:30:00Z");
    await berlin.sees("The week is nearly done");
    await berlin.doesNotSee("New week");
    await berlin.says("checkin");
    await berlin.fills({ "Priority 1 for next week": "close the clinic" });
    await berlin.sees("Check-in sent");
    // On Monday the list is the one of this week.
    await go("2026-11-16T02:00:00Z");
    await rep.says("三件事");
    await rep.sees(/三件事 · 11月16日（周一）那周[^]*华山签约/);
    await rep.doesNotSee("最要紧的三件事是什么");
    // What was written stays what it was, whatever the team's day is later.
    await manager.says("周报设置");
    await manager.presses("修改");
    await manager.fills({ 星期几: "周一", 几点开始: "09:00" });
    await manager.says("周报 @林晓");
    await manager.sees(/下周预计[^]*18万/);
  });

  it("asks an hour before the day ends where it opens as late as that, and reminds of what opened at four", async () => {
    const [rep, manager] = [system.who("linxiao"), system.who("zhoulan")];
    await manager.says("周报设置");
    await manager.presses("修改");
    await manager.fills({ 星期几: "周五", 几点开始: "18:30" });
    await manager.sees("周五 18:30");
    await go("2026-11-13T08:59:00Z");
    await rep.doesNotSee("这周快收尾了");
    await go("2026-11-13T09:00:00Z");
    await rep.sees("这周快收尾了");
    await manager.says("周报设置");
    await manager.presses("修改");
    await manager.fills({ 几点开始: "16:00" });
    await go("2026-11-20T08:00:00Z");
    await rep.sees("这周快收尾了");
    await go("2026-11-20T09:30:00Z");
    await rep.sees("周报 19:00 截止");
  });
});
