// From plans to one message: muted kinds and pauses.
import { describe, expect, it } from "vitest";
import { drill, composing, rule, start, texts, monday } from "./composing.ts";

composing();

describe("muting and pausing", () => {
  it("mutes one kind from its message and brings it back from the list", async () => {
    await start([
      rule("drill.a", [monday.nine, "2026-11-17T08:00:00Z", "2026-11-18T08:00:00Z"]),
      rule("drill.b", ["2026-11-17T08:00:00Z"]),
    ]);
    await drill.goTo(monday.ten);
    await drill.presses("renke", "Mute");
    await drill.goTo("2026-11-17T09:00:00Z");
    expect(texts()[1]).toMatch(/^drill\.b\n/);
    expect(texts()[1]).not.toContain("drill.a");
    expect(await drill.came("renke")).toContain("drill.a let pass muted");
    await drill.says("renke", "reminders");
    await drill.presses("renke", "Unmute");
    await drill.goTo("2026-11-18T09:00:00Z");
    expect(texts().at(-1)).toMatch(/^drill\.a\n/);
  });

  for (const [user, pause, resume, zone] of [
    ["renke", "pause reminders", "resume", "08:00"],
    ["linxiao", "暂停提醒", "恢复提醒", "01:00"],
  ] as const) {
    it(`pauses until told otherwise, records what that kept back, and goes on afterwards: ${pause}`, async () => {
      await start([
        rule("drill.a", [`2026-11-16T${zone}:00Z`, `2026-11-18T${zone}:00Z`], { whom: [user] }),
      ]);
      await drill.says(user, pause);
      drill.place.posted.length = 0;
      await drill.goTo("2026-11-16T20:00:00Z");
      expect(drill.place.textsTo(user)).toEqual([]);
      expect(await drill.came(user)).toEqual(["drill.a let pass paused"]);
      await drill.says(user, resume);
      drill.place.posted.length = 0;
      await drill.goTo("2026-11-18T20:00:00Z");
      expect(drill.place.textsTo(user)).toHaveLength(1);
    });
  }

  it("pauses until a day, and what was put off comes on it", async () => {
    await start([rule("drill.a", [monday.nine], { hours: 24 * 14 })]);
    await drill.says("renke", "pause until friday");
    drill.place.posted.length = 0;
    await drill.goTo("2026-11-19T20:00:00Z");
    await drill.plan();
    expect(texts()).toEqual([]);
    await drill.goTo("2026-11-20T08:00:00Z");
    expect(texts()).toHaveLength(1);
    expect(await drill.came("renke")).toEqual(["drill.a moved paused", "drill.a said"]);
  });

  it("brings forward at once what waited for the end of a pause", async () => {
    await start([rule("drill.a", [monday.nine], { hours: 24 * 14 })]);
    await drill.says("renke", "pause until friday");
    await drill.goTo(monday.ten);
    expect(await drill.planned("renke")).toEqual(["drill.a 2026-11-20T08:00:00.000Z"]);
    await drill.says("renke", "resume");
    expect(await drill.planned("renke")).toEqual(["drill.a 2026-11-16T09:00:00.000Z"]);
  });

  it("takes the named day with it in Chinese", async () => {
    await start([rule("drill.a", ["2026-11-16T01:00:00Z"], { whom: ["linxiao"], hours: 24 * 14 })]);
    await drill.says("linxiao", "暂停提醒到周五");
    await drill.goTo("2026-11-16T20:00:00Z");
    expect(await drill.planned("linxiao")).toEqual(["drill.a 2026-11-23T01:00:00.000Z"]);
  });
});
