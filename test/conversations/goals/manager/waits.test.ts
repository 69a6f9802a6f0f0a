// What waits for a manager stands on their home until it is decided; and they hear when a goal they were told is reached is open again.
import { describe, expect, it } from "vitest";
import { inWorkingHours, story } from "#test/support/story/story";

const system = story(inWorkingHours);

const home = async (): Promise<string> => (await system.who("zhoulan").atHome()).text;

describe("on a manager's home", () => {
  it("stands an entry that its owner says is not right, until it is decided", async () => {
    const [manager, rep] = [system.who("zhoulan"), system.who("linxiao")];
    await manager.says("替@林晓报12万 G1");
    await rep.presses("不对");
    await rep.fills({ said: "这笔是王磊的" });
    expect(await home()).toMatch(/林晓 · [^]*说 G1 里的 12万 不对/);
    await manager.presses("去处理");
    await manager.sees("这笔是王磊的");
    await manager.presses("没问题");
    await manager.fills({ reason: "合同号对得上" });
    expect(await home()).not.toContain("不对");
  });

  it("stands a change that somebody asks for, in English too", async () => {
    const [manager, rep] = [system.who("zhoulan"), system.who("renke")];
    await manager.says("settings");
    await manager.presses("修改");
    await manager.fills({ 语言: "English" });
    await manager.says("goal new demos 20 by 12-31 for @renke");
    await manager.presses("Propose to Renke Petersen");
    await system.leapTo(new Date("2026-11-11T09:00:00Z"));
    await rep.says("confirm G13");
    await rep.says("G13 target 15 because two weeks are holidays");
    expect(await home()).toContain("asks to change G13");
    await manager.says("log 12.3k for @renke G7");
    await rep.presses("Not right");
    await rep.fills({ said: "that was Anna's" });
    expect(await home()).toContain("says €12.3k on G7 isn't right");
  });

  it("is nothing of that for anybody else", async () => {
    const [manager, rep] = [system.who("zhoulan"), system.who("linxiao")];
    await manager.says("替@林晓报12万 G1");
    await rep.presses("不对");
    await rep.fills({ said: "这笔是王磊的" });
    for (const user of ["linxiao", "wanglei"])
      expect((await system.who(user).atHome()).text).not.toContain("里的 12万 不对");
  });
});

describe("a goal that was reached and is open again", () => {
  it("is told to the manager when its entry is corrected, by whoever it is", async () => {
    const [manager, rep] = [system.who("zhoulan"), system.who("linxiao")];
    await rep.says("报 33万 G1");
    await manager.sees("林晓达成了一个目标");
    await rep.presses("更正");
    await rep.fills({ 数字: "3万" });
    await manager.sees("林晓的目标又差一点了");
    await manager.doesNotSee("林晓达成了一个目标");
    await rep.presses("更正");
    await rep.fills({ 数字: "34万" });
    await manager.sees("林晓达成了一个目标");
  });

  it("is told when a refund takes it below its target", async () => {
    const [manager, rep] = [system.who("zhoulan"), system.who("linxiao")];
    await rep.says("报 33万 G1");
    await manager.sees("林晓达成了一个目标");
    await rep.says("报 -30万 G1 退款");
    await manager.sees("林晓的目标又差一点了");
  });

  it("is told when an assistant's entry is disputed and corrected", async () => {
    const [manager, rep] = [system.who("zhoulan"), system.who("linxiao")];
    await manager.says("初始设置");
    await manager.presses("调整人员");
    await manager.fills({ 人员: "陈静" });
    await manager.fills({ 团队内勤: "yes" });
    const assistant = system.who("chenjing");
    await assistant.says("替@林晓报33万 G1");
    await manager.sees("林晓达成了一个目标");
    await rep.presses("不对");
    await rep.fills({ said: "少一个零" });
    await assistant.presses("更正");
    await assistant.fills({ 数字: "3.3万" });
    await manager.sees("林晓的目标又差一点了");
  });
});
