// What comes by itself, as people live it: at their own hour, in their own language, few, and only where it was switched on.
import { beforeEach, describe, it } from "vitest";
import { lookedOver, story } from "#test/support/story/story";

const system = story(lookedOver);

const go = (iso: string) => system.clock.moveTo(new Date(iso));

describe("the week begins", { timeout: 240_000 }, () => {
  // Where a team checks in, the invitation holds the numbers (checkins.test.ts).
  beforeEach(async () => {
    const manager = system.who("zhoulan");
    await manager.says("周报设置");
    await manager.presses("修改");
    await manager.fills({ 每周写周报: "no" });
    await manager.sees("未开启");
  });

  it("asks each person for their numbers at nine of their own clock, in their language", async () => {
    const [shanghai, berlin] = [system.who("linxiao"), system.who("renke")];
    await go("2026-11-16T00:59:00Z");
    await shanghai.doesNotSee("新的一周");
    await go("2026-11-16T01:00:00Z");
    await shanghai.sees("新的一周，数字更新了吗？");
    await berlin.doesNotSee("New week");
    await go("2026-11-16T08:00:00Z");
    await berlin.sees("New week: where do your numbers stand?");
    await berlin.sees("Why you got this");
  });

  it("tells the manager at two who needs a look, and why", async () => {
    const manager = system.who("zhoulan");
    await go("2026-11-16T06:00:00Z");
    await manager.sees("周一团队概况");
    await manager.presses("查看");
    await manager.sees(/的目标[^]*时间进度[^]*最近一次表扬/u);
  });
});
