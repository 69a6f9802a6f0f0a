// A period ends: the owner hears of it beforehand, the manager once it is over, and the next one is proposed with one form. And what a
// manager is told of a goal between: reached, lowered, closed early.
import { describe, it } from "vitest";
import { inWorkingHours, story } from "#test/support/story/story";

const system = story(inWorkingHours);

const go = (iso: string) => system.leapTo(new Date(iso));

describe("a manager is told", () => {
  it("of a target that is reached, its owner reads a warm line, and an undo says that it is open again", async () => {
    const [rep, manager] = [system.who("linxiao"), system.who("zhoulan")];
    await rep.says("报 33万 G1");
    await rep.sees("达成了！");
    await manager.sees("林晓达成了一个目标");
    await rep.presses("撤销");
    await manager.sees("林晓的目标又差一点了");
    await manager.doesNotSee("林晓达成了一个目标");
  });

  it("of a target that its owner lowered, with the reason, and not of one that was raised", async () => {
    const [rep, manager] = [system.who("linxiao"), system.who("zhoulan")];
    await rep.says("G1 目标 120万 因为客户加单");
    await manager.doesNotSee("调低");
    await rep.says("G1 目标 90万 因为客户推迟付款");
    await manager.sees("林晓调低了一个目标");
    await manager.sees("客户推迟付款");
  });

  it("in English of a goal that was closed before its time; and the owner where the manager closes it", async () => {
    const [rep, manager] = [system.who("renke"), system.who("zhoulan")];
    await rep.says("G7");
    await rep.presses("Close goal");
    await rep.fills({ "How does it end?": "dropped", "What you learned": "The customer left" });
    await manager.sees("Renke Petersen 放弃了一个目标");
    await manager.sees("The customer left");
    await manager.says("G9");
    await manager.presses("结束目标");
    await manager.fills({ "怎么结束？": "figures" });
    await system.who("anna").sees("周岚 closed a goal early");
  });
});

describe("a period that ends", () => {
  it("is announced to its owner five workdays before, and the form works in January as in December", async () => {
    await go("2026-12-25T02:00:00Z");
    const rep = system.who("linxiao");
    await rep.sees("你的目标将于 12月31日");
    await go("2027-01-11T02:00:00Z");
    await rep.says("帮助");
    await system.who("linxiao").presses("下一期沿用");
    await rep.fills({ "target-1": "110万" });
    await rep.sees("下一期的 1 个目标定好了");
  });

  it("is said once, not twice in one message; whoever took nothing on is asked once more when the next has begun", async () => {
    await go("2026-12-25T02:00:00Z");
    const rep = system.who("linxiao");
    await rep.sees("你的目标将于 12月31日");
    await rep.doesNotSee("还没定目标");
    const other = system.who("wanglei");
    await other.presses("下一期沿用");
    await other.fills({});
    await go("2027-01-05T02:00:00Z");
    await rep.sees("1月1日（周五）开始的这一期还没定目标");
    await rep.presses("下一期沿用");
    await rep.fills({ "target-1": "110万" });
    await rep.sees("下一期的 1 个目标定好了");
    await other.doesNotSee("还没定目标");
  });

  it("is summed up for the manager when late entries are in, beside the period before, and the next one is proposed to all at once", async () => {
    const manager = system.who("zhoulan");
    await system.who("wanglei").says("休假 12月14日到12月18日");
    await go("2026-12-04T02:00:00Z");
    await manager.sees("11月30日（周一）到期的目标，结果出来了");
    await manager.sees("6 个目标，达成 0 个");
    await manager.sees("电话 · 2026年11月");
    await manager.presses("提下一期目标");
    // Leave is seen where the next period is planned.
    await manager.sees(/王磊休假：12月14日（周一）到 ?12月18日/);
    await manager.fills({ "target-2": "220", "target-4": "" });
    await manager.sees("提了 5 个目标，确认后告诉你。");
    const rep = system.who("linxiao");
    await rep.sees("周岚给你提了一个目标");
    await rep.sees("220");
    await system.who("wanglei").doesNotSee("周岚给你提了一个目标");
    await rep.presses("确认");
    await manager.sees("林晓确认了目标");
  });
});
