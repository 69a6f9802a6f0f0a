// A split whose weights are edited in a form, where the result is shown before anybody is asked; and in a line, with what is wrong in it.
import { describe, expect, it } from "vitest";
import { playgroundOrganisation } from "#db/seed";
import type { PersonId } from "#src/people/person";
import { byOperator } from "#test/support/story/system";
import { story } from "#test/support/story/story";

const system = story();

describe("editing the shares of a split", () => {
  it("takes a weight a person, shows what comes of it, and proposes that", async () => {
    const manager = system.who("zhoulan");
    await manager.says("定目标 电话 100 12月31日前");
    await manager.presses("就这么定");
    await manager.says("拆目标 G13 林晓5 王磊3");
    await manager.presses("改比重");
    await manager.sees("林晓");
    await manager.fills({
      林晓: "2",
      王磊: "2",
      陈静: "2",
      over: "10",
    });
    // 110 among three: whole calls, and nobody's crumb is lost.
    await manager.sees(/王磊[^]*37[^]*|林晓[^]*37/);
    await manager.sees("110.0%");
    await manager.doesNotSee(".33");
    await manager.presses("提给大家确认");
    await manager.sees("已提给 3 位同事确认");
    const parts = await system.stores.inOrganisation(playgroundOrganisation, async ({ goals }) =>
      goals.partsOf((await goals.numbered(13))!.id),
    );
    expect(parts.map(({ target }) => target.toFixed()).toSorted()).toEqual(["36", "37", "37"]);
  });

  it("serves a team of sixty, page by page", async () => {
    await system.stores.inOrganisation(playgroundOrganisation, async ({ people }) => {
      const model = (await people.directory()).find((each) => each.name === "林晓")!;
      for (let i = 0; i < 54; i += 1)
        await people.add(
          { ...model, id: crypto.randomUUID() as PersonId, name: `销售${100 + i}`, email: null },
          byOperator,
        );
    });
    const manager = system.who("zhoulan");
    await manager.says("定目标 电话 600 12月31日前");
    await manager.presses("就这么定");
    await manager.says("拆目标 G13");
    await manager.presses("改比重");
    await manager.sees("第 1 到 20 位，共 60 位");
    await manager.fills({});
    await manager.sees("第 21 到 40 位，共 60 位");
    await manager.fills({});
    await manager.sees("第 41 到 60 位，共 60 位");
    await manager.fills({ over: "" });
    await manager.presses("提给大家确认");
    await manager.sees("已提给 60 位同事确认");
  });

  it("says beside the field what it cannot read, and keeps the rest", async () => {
    const manager = system.who("zhoulan");
    await manager.says("定目标 回款 100万 12月31日前");
    await manager.presses("就这么定");
    await manager.says("拆目标 G13");
    await manager.presses("改比重");
    await manager.fills({ 林晓: "$5", 王磊: "很多", over: "很多" });
    await manager.sees("不换算汇率，请不要写别的币种");
    await manager.sees("请填比重或百分比");
    await manager.sees("请填百分比");
    await manager.fills({ 林晓: "60%", 王磊: "40%", over: "" });
    await manager.sees("有的写了百分比，有的没写");
    const everybody = ["林晓", "王磊", "陈静", "Renke Petersen", "Anna Weber", "Maya Collins"];
    const nobody = Object.fromEntries(everybody.map((each) => [each, ""]));
    await manager.fills(nobody);
    await manager.sees("请至少给一个人填上比重");
    await manager.fills({ ...nobody, 林晓: "60%", 王磊: "40%" });
    await manager.sees(/林晓[^]*60万[^]*王磊[^]*40万|王磊[^]*40万[^]*林晓[^]*60万/);
  });

  it("speaks English, and says whose goals are in another currency", async () => {
    const manager = system.who("zhoulan");
    await manager.says("settings");
    await manager.presses("修改");
    await manager.fills({ 语言: "English" });
    await manager.says("goal new revenue ¥300,000 by 12-31");
    await manager.presses("Start goal");
    await manager.says("goal split G13 Maya 1 林晓 1");
    await manager.sees("Maya Collins's goals are in USD so far. This share is in CNY");
    await manager.doesNotSee("林晓's goals are in");
    await manager.presses("Edit shares");
    await manager.sees("You'll see the result before anyone is asked");
    await manager.fills({ "Maya Collins": "-1" });
    await manager.sees("Please write a weight or a percentage");
    await manager.fills({ "Maya Collins": "2" });
    await manager.sees(/Maya Collins[^]*200k/);
  });

  it("takes three times 33.3% for the whole, and shares out whole visits", async () => {
    const manager = system.who("zhoulan");
    await manager.says("定目标 拜访 100 12月31日前");
    await manager.presses("就这么定");
    await manager.says("拆目标 G13 林晓33.3% 王磊33.3% 陈静33.3%");
    await manager.sees("100.0%");
    await manager.sees("34");
    await manager.doesNotSee("没分完");
    await manager.says("拆目标 G13 林晓1 王磊1 陈静1 12.5%");
    await manager.sees("38");
    await manager.doesNotSee("37.5");
  });
});

describe("a split in one line", () => {
  it.each([
    ["拆目标 G13 -10%", "没分完"],
    ["拆目标 G13 林晓 50% 王磊 30%", "目标还有一部分没落到人"],
    ["拆目标 G13 30%", "多分了两成以上"],
    ["拆目标 G13 60%", "分得太多"],
    ["拆目标 G13 500%", "超过目标的四倍"],
    ["拆目标 G13 小明 5", "没找到叫“小明”的同事"],
    ["拆目标 G13 林晓", "占多少"],
    ["拆目标 G13 林晓 5 王磊 3 7", "没看懂"],
    ["goal split G13 周岚 5", "周岚不向你汇报"],
  ])("%s answers %s", async (text, answer) => {
    const manager = system.who("zhoulan");
    await manager.says("定目标 回款 100万 12月31日前");
    await manager.presses("就这么定");
    await manager.says(text);
    await manager.sees(answer);
  });

  it("warns in English too", async () => {
    const manager = system.who("zhoulan");
    await manager.says("settings");
    await manager.presses("修改");
    await manager.fills({ 语言: "English" });
    await manager.says("goal new revenue 100k by 12-31");
    await manager.presses("Start goal");
    await manager.says("goal split G13 Maya 5 Renke 3 30%");
    await manager.sees("more than a fifth on top");
    await manager.sees(/Renke Petersen[^]*Maya Collins/);
    await manager.says("goal split G13 -20%");
    await manager.sees("not fully assigned");
  });
});
