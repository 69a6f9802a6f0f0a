// A status said against the computed one: beside it, with its reason, until the next check-in; and what a workday brought lately.
import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { execute } from "#db/client";
import { playgroundOrganisation } from "#db/seed";
import { nasty } from "#test/support/lines/nasty";
import { sendsEmptyFields } from "#test/support/story/front";
import { story } from "#test/support/story/story";

const system = story();

const go = (iso: string) => system.leapTo(new Date(iso));

describe("a status against the figures", () => {
  it("is said by the owner with a reason, stands beside the computed one everywhere, and is over with the week", async () => {
    const [rep, manager] = [system.who("linxiao"), system.who("zhoulan")];
    await rep.says("状态 G1 有风险 因为仁济医院的合同还在法务");
    await rep.sees(/G1 回款\s*(?:🟢\s*)?正常/);
    await rep.sees("林晓判断：有风险");
    await rep.sees("“仁济医院的合同还在法务” · 到 11月15日（周日）");
    await manager.says("团队目标");
    await manager.sees("林晓判断：有风险");
    await manager.sees(/林晓[\s\S]*G1 回款（2026年四季度）\s*(?:🟢\s*)?正常/);
    await rep.says("我的目标");
    await rep.sees("林晓判断：有风险");
    await go("2026-11-15T10:00:00Z");
    await rep.says("G1");
    await rep.sees("林晓判断：有风险");
    await go("2026-11-16T01:00:00Z");
    await rep.says("G1");
    await rep.doesNotSee("判断：");
    await rep.says("我的目标");
    await rep.doesNotSee("判断：");
  });

  it("is said by the manager in a form, told to the owner, and taken back by either", async () => {
    const [rep, manager] = [system.who("wanglei"), system.who("zhoulan")];
    await manager.says("团队目标");
    await manager.says("settings");
    await manager.presses("修改");
    await manager.fills({ 语言: "English" });
    const { number } = await system.stores.inOrganisation(
      playgroundOrganisation,
      async ({ goals, people }) => {
        const owner = (await people.directory()).find((each) => each.name === "王磊")!;
        return (await goals.openOf(owner.id))[0]!;
      },
    );
    await manager.says(`status G${number}`);
    await manager.fills({
      "Your view": "on track",
      Why: sendsEmptyFields ? "" : "signed",
      Until: "next week Friday",
    });
    await manager.sees("It holds until the next check-in: Sun 15 Nov");
    await manager.fills({ Why: "The contract is signed", Until: "2026-11-10" });
    await manager.sees("That day has passed");
    await manager.fills({ Until: "Friday" });
    await manager.sees("周岚 says: on track");
    await manager.sees("“The contract is signed” · until Fri 13 Nov");
    await rep.sees("周岚认为你的一个目标正常");
    await rep.sees("The contract is signed");
    await rep.says(`G${number}`);
    await rep.sees("周岚判断：正常");
    await rep.presses("以数据为准");
    await rep.doesNotSee("周岚判断");
    await rep.says(`状态 G${number} 以数据为准`);
    await rep.sees("现在就是以数据为准");
    await manager.says(`status G${number} off track because the buyer left`);
    await manager.sees("周岚 says: off track");
    await manager.says(`status G${number} figures`);
    await manager.doesNotSee("says:");
    await rep.sees("周岚改回以数据为准");
  });

  it("keeps who said what and when, though it was taken back or replaced", async () => {
    const rep = system.who("linxiao");
    await rep.says("状态 G1 落后 因为客户换人");
    await rep.says("状态 G1 正常 因为新客户签了");
    await rep.doesNotSee("落后");
    await rep.presses("以数据为准");
    expect(
      await execute(
        system.database.db,
        sql`select status, reason, ended_at is not null as ended, ended_by_id = by_id as own from goal_override order by at, id`,
      ),
    ).toEqual([
      { status: "off-track", reason: "客户换人", ended: true, own: true },
      { status: "on-track", reason: "新客户签了", ended: true, own: true },
    ]);
  });

  it("is nobody else's, asks for what is missing, and takes only a goal that runs", async () => {
    const [rep, other] = [system.who("linxiao"), system.who("renke")];
    await other.says("status G1 on track because I say so");
    await other.sees(/no G1 you can see|belongs to someone else/);
    await rep.says("状态 G1 很好");
    await rep.sees("状态有正常、有风险、落后");
    await rep.says("状态 G1 正常");
    await rep.sees("最晚到 11月15日（周日）");
    if (sendsEmptyFields) {
      await rep.fills({ 原因: "" });
      await rep.sees("这一项要填");
    }
    await rep.says(`状态 G1 正常 因为${"长".repeat(301)}`);
    await rep.sees("请控制在 300 字以内");
    await rep.says("定目标 拜访 20 12月31日前");
    await rep.says("状态 G13 正常 因为开头不错");
    await rep.sees("G13 还没开始");
  });

  it.each(nasty)("shows a reason as it was typed: %s", async (text) => {
    const rep = system.who("linxiao");
    await rep.says("状态 G1 正常");
    await rep.fills({ 原因: text });
    await rep.sees(text.split(" ").at(-1)!);
  });

  it("is offered where the figures look worse than on track", async () => {
    const manager = system.who("zhoulan");
    await manager.says("团队目标");
    const off = /G(\d+) [^\n]*(?:有风险|落后)/.exec(await manager.news());
    expect(off).not.toBeNull();
    await manager.says(`G${off![1]!}`);
    await manager.presses("说明一下");
    await manager.fills({ 你的判断: "正常", 原因: "月底集中到账" });
    await manager.sees("周岚判断：正常");
  });
});

describe("need and run", () => {
  it("stand side by side: what a workday still has to bring, and what the last ten brought", async () => {
    const rep = system.who("linxiao");
    await rep.says("G1");
    await rep.sees(/每个工作日还需\s*[\d.,]+万?\s+近 10 日日均\s*[\d.]+万/);
    const before = Number(/日均\s*([\d.]+)万/.exec(await rep.news())![1]);
    await rep.says("报10万 G1");
    await rep.says("G1");
    const after = Number(/日均\s*([\d.]+)万/.exec(await rep.news())![1]);
    expect(after - before).toBeCloseTo(1, 1);
  });
});

it("a total on the first day is news and no gain in a day: the goal is neither behind nor never logged", async () => {
  const rep = system.who("linxiao");
  await rep.says("定目标 新签 100万 12月31日前");
  await rep.presses("就这么定");
  await rep.says("累计12万 G13");
  await rep.sees("12万 / 100万");
  await rep.doesNotSee("落后");
  for (const day of ["12", "17"]) {
    await system.leapTo(new Date(`2026-11-${day}T03:00:00Z`));
    await rep.says("G13");
    await rep.sees("12万 / 100万");
    await rep.doesNotSee("落后");
    await rep.doesNotSee("没有新进展");
  }
});
