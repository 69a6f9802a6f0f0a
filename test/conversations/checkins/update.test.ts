// 战报: a team's figures of the day in its own place, only where its manager wants them, sums of at least three people, once a day.
import { describe, expect, it } from "vitest";
import { playgroundOrganisation } from "#db/seed";
import { storyInHall } from "#test/support/story/story";

const { system, hall } = storyInHall(async (each, places) => {
  await places.open(each, "east");
  await each.clock.moveTo(new Date("2026-11-12T06:00:00Z"));
});
const manager = system.who("zhoulan");
const read = () => hall.read(system, "east");

async function switchOn(at = "不自动发，由我来发"): Promise<void> {
  await manager.says("周报设置");
  await manager.presses("修改");
  await manager.fills({ 在团队群里发战报: "yes", 几点自动发: at });
}

async function reported(people: readonly string[]): Promise<void> {
  for (const each of people)
    await system.who(each).says(/^(?:renke|anna|maya)$/.test(each) ? "log calls 7" : "报 电话7");
}

describe("a team's update", () => {
  it("is off until its manager switches it on, and then waits for their press", async () => {
    await reported(["linxiao", "wanglei", "chenjing"]);
    await manager.says("战报");
    await manager.sees(/还没开战报[^]*周报设置/);
    await switchOn();
    await manager.sees("战报由主管发");
    await manager.says("战报");
    await manager.sees(/战报 · 11月12日（周四）[^]*电话[^]*\+21通[^]*发到 ?east/);
    expect(await read()).toEqual([]);
    await manager.presses("发到 east");
    await manager.sees("战报已发到");
    const [posted, ...others] = await read();
    expect(others).toEqual([]);
    expect(posted).toMatch(/战报 · 11月12日（周四）\n电话[：:] ?\+21通/);
    expect(posted).not.toMatch(/林晓|王磊|陈静|达成率|\(/);
    // Once a day: from two sums a third would be one person's own.
    await reported(["renke"]);
    await manager.says("战报");
    await manager.presses("发到 east");
    await manager.sees("今天的战报已经发过了");
    expect(await read()).toHaveLength(1);
  });

  it("tells nothing that fewer than three reported, and mixes no currencies", async () => {
    await switchOn();
    await reported(["linxiao", "wanglei"]);
    await manager.says("战报");
    await manager.sees("至少三人报了数才发");
    for (const each of ["linxiao", "wanglei", "chenjing"]) await system.who(each).says("报1万");
    await system.who("renke").says("log €5k");
    await manager.says("战报");
    await manager.sees(/回款[^]*\+3万/);
    await manager.doesNotSee("€");
    await manager.sees(/另有 2 项报数不足三人/);
    await manager.presses("发到 east");
    expect((await read()).join()).not.toContain("€");
    expect((await read()).join()).not.toContain("电话");
  });

  it("calls a figure by its metric, not as somebody called their goal", async () => {
    await switchOn();
    await system.who("linxiao").says("修改 G2");
    await system.who("linxiao").fills({ 目标: "仁济攻坚电话" });
    await reported(["linxiao", "wanglei", "chenjing"]);
    await manager.says("战报");
    await manager.presses("发到 east");
    expect((await read()).join()).toContain("电话");
    expect((await read()).join()).not.toContain("仁济");
  });

  it("is never a rep's to post: they hear who can", async () => {
    await switchOn();
    await reported(["linxiao", "wanglei", "chenjing"]);
    await system.who("linxiao").says("战报");
    await system.who("linxiao").sees("战报由你们团队的主管周岚来发");
    // Nor by their word in the group, which is answered in their own chat.
    await hall.says(system, "east", "chenjing", "战报");
    await system.who("chenjing").sees("战报由你们团队的主管周岚来发");
    await system.who("renke").says("team update");
    await system.who("renke").sees("周岚, who leads your team, posts the team update.");
    const late = await system.house.bot.receive({
      kind: "pressed",
      dedupeKey: "late",
      from: system.account("linxiao"),
      name: "checkins.post-update",
      version: 1,
      payload: {
        team: await system.stores.inOrganisation(
          playgroundOrganisation,
          async ({ people }) => (await people.teams()).find((each) => each.managerId !== null)!.id,
        ),
        on: "2026-11-12",
      },
    });
    expect(JSON.stringify(late)).toContain("战报由");
    expect(await read()).toEqual([]);
  });

  it("goes out by itself at the hour they chose, on workdays, with what was reported by then", async () => {
    await switchOn("18:00");
    await manager.sees("战报 18:00 自动发");
    await reported(["linxiao", "wanglei", "chenjing"]);
    await system.clock.moveTo(new Date("2026-11-12T09:59:00Z"));
    expect(await read()).toEqual([]);
    await system.clock.moveTo(new Date("2026-11-12T10:01:00Z"));
    expect((await read()).join()).toContain("+21通");
    // Nobody reported on Friday, and Saturday is none of theirs.
    await system.clock.moveTo(new Date("2026-11-14T11:00:00Z"));
    expect(await read()).toHaveLength(1);
    await manager.says("周报设置");
    await manager.presses("修改");
    await manager.fills({ 在团队群里发战报: "no" });
    await system.clock.moveTo(new Date("2026-11-16T06:00:00Z"));
    await reported(["linxiao", "wanglei", "chenjing"]);
    await system.clock.moveTo(new Date("2026-11-16T11:00:00Z"));
    expect(await read()).toHaveLength(1);
  });
});
