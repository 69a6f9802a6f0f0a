// What everybody has at hand on their home: to log, a goal more, the check-in, leave and settings, and an admin the way to set-up.
import { describe, expect, it } from "vitest";
import { story } from "#test/support/story/story";

const system = story();

describe("the first line of a home", () => {
  it("logs to whichever goal is chosen in one form, and the home shows it", async () => {
    const rep = system.who("linxiao");
    expect((await rep.atHome()).buttons.slice(0, 5)).toEqual([
      "报数",
      "定目标",
      "写周报",
      "休假",
      "我的设置",
    ]);
    const before = (await rep.atHome()).text;
    await rep.presses("报数");
    await rep.fills({ 目标: "G2 电话", 数字: "7" });
    await rep.sees("今天 +7通");
    const after = (await rep.atHome()).text;
    expect(after).not.toEqual(before);
    expect(after).toContain("76通 / 200通");
  });

  it("takes leave in a form by its first and last day, and says when they are the wrong way round", async () => {
    const rep = system.who("renke");
    await rep.atHome();
    await rep.presses("Away");
    await rep.fills({ "First day": "Friday", "Last day": "tomorrow" });
    await rep.sees("The last day is before the first one.");
    await rep.fills({ "First day": "Friday", "Last day": "next Tuesday" });
    await rep.sees(/Away/);
    await rep.sees("17 Nov");
  });

  it("leads an admin to set-up, and nobody else", async () => {
    expect((await system.who("zhoulan").atHome()).buttons).toContain("初始设置");
    expect((await system.who("linxiao").atHome()).buttons).not.toContain("初始设置");
  });
});
