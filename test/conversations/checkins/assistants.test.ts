// A team's assistant keeps the figures of others: nothing is asked of them, they get no share, and nobody misses them.
import { beforeEach, describe, expect, it } from "vitest";
import { lookedOver, story } from "#test/support/story/story";

const system = story(lookedOver);
const go = (iso: string) => system.leapTo(new Date(iso));
const told = async (user: string): Promise<string> =>
  (await system.who(user).screen()).messages
    .filter((each) => each.by === "bot")
    .map((each) => [each.text, ...each.buttons].join("\n"))
    .join("\n");

beforeEach(async () => {
  const admin = system.who("zhoulan");
  await admin.says("初始设置");
  await admin.presses("调整人员");
  await admin.fills({ 人员: "陈静" });
  await admin.fills({ 团队内勤: "yes" });
});

describe("an assistant", () => {
  it("is not asked to check in, and not missed in the summary", async () => {
    await go("2026-11-16T01:30:00Z");
    expect(await told("linxiao")).toMatch(/写周报/);
    expect(await told("chenjing")).not.toMatch(/写周报/);
    await system.who("linxiao").says("周报");
    await system.who("linxiao").fills({ "本周要事 1": "签下华山" });
    await go("2026-11-16T06:00:00Z");
    const summary = (await system.who("zhoulan").screen()).messages.find((each) =>
      each.text.includes("还没交"),
    )!;
    expect(summary.text).toMatch(/还没交（1）：王磊/);
    expect(summary.text).not.toMatch(/还没交[^\n]*陈静|休假[^\n]*陈静/);
    expect((await system.who("chenjing").atHome()).text).not.toContain("本周要事");
  });

  it("may write one all the same, which the manager reads", async () => {
    await go("2026-11-16T01:30:00Z");
    await system.who("chenjing").says("周报");
    await system.who("chenjing").fills({ "本周要事 1": "对账" });
    await go("2026-11-16T06:00:00Z");
    expect(await told("zhoulan")).toMatch(/团队周报[^]*陈静/);
  });

  it("gets no share where a goal is split among everybody, and may be given one by name", async () => {
    const manager = system.who("zhoulan");
    await manager.says("定目标 拜访 100 12月31日前");
    await manager.presses("就这么定");
    await manager.says("拆目标 G13");
    await manager.sees(/林晓[^]*20/);
    await manager.doesNotSee("陈静");
    await manager.says("拆目标 G13 陈静1 林晓1");
    await manager.sees(/陈静[^]*50|50[^]*陈静/);
  });

  it("stands nowhere among those who have no goal", async () => {
    const admin = system.who("zhoulan");
    const text = (await admin.atHome()).text;
    expect(text).not.toMatch(/陈静[^\n]*\n?[^\n]*还没有目标/);
  });
});
