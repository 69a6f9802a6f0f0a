// What whoever tries it finds: two teams at work, led in either language, or a centre that nobody has set up yet.
import { afterEach, describe, expect, it } from "vitest";
import { startSystem, type System } from "#test/support/story/system";

let system: System;
afterEach(async () => {
  await system.stop();
  expect(system.errors).toEqual([]);
});

describe("the playground", () => {
  it("has a manager of either language, each with a team of their own", async () => {
    system = await startSystem({ front: "web", centre: "whole" });
    await system.who("claire").says("team goals");
    await system.who("claire").sees(/Tom Baker[^]*£/);
    await system.who("claire").doesNotSee("林晓");
    await system.who("zhoulan").says("团队目标");
    await system.who("zhoulan").sees("林晓");
    await system.who("zhoulan").doesNotSee("Tom Baker");
  });

  it.each([
    ["tom", "log 12k", /£12k added for today/],
    ["aisha", "calls 20", /20 added for today/],
    ["maya", "log 12k yesterday Acme", /\$12k added for yesterday · “Acme”/],
    ["renke", "total 520k", /520k/],
    ["linxiao", "报12万", /今天 \+12万/],
    ["wanglei", "今天 电话20 拜访3 回款12万", /\+3次/],
    ["chenjing", "累计52万", /52万/],
  ])("takes README's own lines as they stand there: %s types %s", async (user, line, answer) => {
    system = await startSystem({ front: "web", centre: "whole" });
    await system.who(user).says(line);
    await system.who(user).sees(answer);
  });
});

describe("an empty playground", () => {
  it("offers to be set up to whoever may, in their language, and shows nothing that nobody made", async () => {
    system = await startSystem({ front: "web", centre: "empty" });
    await system.who("claire").says("hi");
    await system.who("claire").sees("You can set me up");
    await system.who("zhoulan").says("首页");
    await system.who("zhoulan").sees("开始设置");
    await system.who("zhoulan").doesNotSee("林晓");
    await system.who("tom").says("hi");
    await system.who("tom").doesNotSee("You can set me up");
  });

  it("leads a rep from the first amount to the first goal, and that is only theirs until they start it", async () => {
    system = await startSystem({ front: "web", centre: "empty" });
    const rep = system.who("linxiao");
    await rep.says("报 12万");
    await rep.sees("还没有");
    await rep.says("定目标 回款 100万 12月31日前");
    await rep.sees("仅你可见");
    await rep.says("我的目标");
    await rep.sees(/草稿[^]*100万/);
    await rep.doesNotSee("时间进度");
    await rep.presses("就这么定");
    await rep.says("报 12万");
    await rep.sees("今天 +12万");
    await rep.sees("仅你可见");
  });
});
