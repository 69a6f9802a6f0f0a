// A decision with its reason, the number as it stood, and the day on which then and now are looked at together.
import { describe, expect, it } from "vitest";
import { story } from "#test/support/story/story";

const system = story();
const go = (iso: string) => system.clock.moveTo(new Date(iso));

describe("a decision", () => {
  it("keeps what, why and the number then; on its day then and now stand beside each other, and whose goal it is hears of both", async () => {
    const [manager, rep] = [system.who("zhoulan"), system.who("linxiao")];
    await manager.says("决策 年底前先做续约，因为一半的回款12月续约 G1 12月1日再看");
    await manager.sees(
      /决策 D1 记下了[^]*年底前先做续约[^]*一半的回款12月续约[^]*12月1日[^]*67\.5万/u,
    );
    await rep.sees(/周岚做了一个和你的目标有关的决策[^]*年底前先做续约/u);
    await rep.says("报 10万 G1");
    await go("2026-12-01T01:00:00Z");
    await manager.sees(/D1：当时和现在[^]*67\.5万[^]*77\.5万（\+10万）/u);
    await manager.presses("写下看到的变化");
    await manager.fills({ "数字有什么变化？接下来怎么做？": "两家提前续约" });
    await rep.sees(/周岚复盘了[^]*两家提前续约/u);
    await rep.says("报 5万 G1");
    await manager.says("决策记录 D1");
    await manager.sees(/复盘时[^]*77\.5万[^]*两家提前续约/u);
  });

  it("is put off by a press and comes again; a list shows what is open", async () => {
    const rep = system.who("maya");
    await rep.says(
      "decide call before nine because people answer then G11 look again on 1 December",
    );
    await rep.sees(/D1 is kept/u);
    await go("2026-12-01T15:00:00Z");
    await rep.sees(/D1: then and now/u);
    await rep.presses("Look again in two weeks");
    await rep.sees(/D1 comes again on/u);
    await rep.says("decisions");
    await rep.sees(/call before nine/u);
    await go("2026-12-15T15:00:00Z");
    await rep.sees(/D1: then and now/u);
  });

  it("asks in a form for what is missing, and refuses a day that is over", async () => {
    const manager = system.who("zhoulan");
    await manager.says("决策 先做续约");
    await manager.fills({
      理由: "一半的回款12月续约",
      希望带动的数字: "none",
      哪天再看: "2026-12-10",
    });
    await manager.sees(/决策 D1 记下了/u);
    await manager.says("决策 再做一次 因为好用 今天再看");
    await manager.sees("请选今天之后的日子");
  });

  it("is nobody's who neither took it, leads whoever did, nor has the goal", async () => {
    await system.who("zhoulan").says("决策 年底前先做续约，因为一半的回款12月续约 G1");
    const other = system.who("wanglei");
    await other.says("决策记录 D1");
    await other.sees("没有你能看到的 D1");
    await other.says("决策 我来定 因为可以 G1");
    await other.sees("G1 不是你或你组员正在进行的目标");
    expect((await other.screen()).messages.at(-1)?.text).not.toContain("记下了");
  });
});
