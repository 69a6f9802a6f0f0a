// From plans to one message: put off and brought back, by buttons and by words.
import { describe, expect, it } from "vitest";
import { drill, composing, hour, rule, start, texts, counted, monday } from "./composing.ts";

composing();

describe("later", () => {
  it("comes again in an hour, tomorrow or next week, always in work hours, and planning leaves it", async () => {
    for (const [label, again, pressedAt] of [
      ["Remind me in an hour", "2026-11-16T12:30:00.000Z", "2026-11-16T10:30:00Z"],
      ["Tomorrow", "2026-11-17T08:00:00.000Z", monday.ten],
      ["Next week", "2026-11-23T08:00:00.000Z", monday.ten],
    ] as const) {
      await start([rule("drill.a", [monday.nine])]);
      await drill.goTo(pressedAt);
      expect(texts()).toHaveLength(1);
      await drill.presses("renke", label);
      expect(await drill.planned("renke")).toEqual([`drill.a ${again}`]);
      drill.jumpTo(new Date(Date.parse(again) - hour).toISOString());
      await drill.plan();
      expect(await drill.planned("renke")).toEqual([`drill.a ${again}`]);
      await drill.goTo(again);
      expect(texts()).toHaveLength(2);
      expect(await drill.came("renke")).toEqual([
        "drill.a said",
        "drill.a moved snoozed",
        "drill.a said",
      ]);
      await drill.stop();
    }
  });

  it("stands also for the regular one of that morning", async () => {
    await start([
      rule("drill.a", [monday.nine, "2026-11-23T08:00:00Z", "2026-11-30T08:00:00Z"], { hours: 12 }),
    ]);
    await drill.goTo(monday.ten);
    await drill.presses("renke", "Next week");
    await drill.goTo("2026-11-23T15:00:00Z");
    expect(texts()).toHaveLength(2);
    expect(await drill.planned("renke")).toEqual(["drill.a 2026-11-30T08:00:00.000Z"]);
  });

  it("of an older message does not bring the newer one again", async () => {
    await start([
      rule("drill.a", [monday.nine, "2026-11-23T08:00:00Z", "2026-11-30T08:00:00Z"], { hours: 12 }),
    ]);
    await drill.goTo("2026-11-23T09:00:00Z");
    expect(texts()).toHaveLength(2);
    await drill.pressesOn(
      drill.place.posted.find((each) => each.to === "renke")!,
      "renke",
      "Remind me in an hour",
    );
    await drill.goTo("2026-11-23T16:00:00Z");
    expect(texts()).toHaveLength(3);
    expect(await drill.planned("renke")).toEqual(["drill.a 2026-11-30T08:00:00.000Z"]);
  });

  it("comes when it was promised, though the day's two are spent, and costs none of tomorrow's", async () => {
    await start([
      rule("drill.a", [monday.nine]),
      rule("drill.b", [monday.eleven]),
      rule("drill.c", ["2026-11-16T14:00:00Z"]),
    ]);
    await drill.goTo("2026-11-16T10:10:00Z");
    await drill.presses("renke", "Remind me in an hour");
    await drill.goTo("2026-11-16T16:00:00Z");
    expect(await drill.came("renke")).toEqual([
      "drill.a said",
      "drill.b said",
      "drill.b moved snoozed",
      "drill.b said",
      "drill.c moved budget",
    ]);
    expect(counted("suppressed snoozed")).toBe(1);
  });

  it("is not said when it is not needed any more", async () => {
    let done = false;
    await start([rule("drill.a", [monday.nine], { says: () => (done ? null : "do it") })]);
    await drill.goTo(monday.ten);
    await drill.presses("renke", "Tomorrow");
    done = true;
    await drill.goTo("2026-11-18T08:00:00Z");
    expect(texts()).toHaveLength(1);
    expect(await drill.planned("renke")).toEqual([]);
  });

  it("stays when its goal is no longer in the plan, since the person asked for it", async () => {
    let listed = true;
    await start([
      {
        name: "drill.a",
        whom: ["renke"],
        at: () =>
          listed ? [{ at: new Date(monday.nine), until: new Date("2026-11-17T00:00:00Z") }] : [],
      },
    ]);
    await drill.goTo(monday.ten);
    await drill.presses("renke", "Next week");
    listed = false;
    await drill.plan();
    expect(await drill.planned("renke")).toEqual(["drill.a 2026-11-23T08:00:00.000Z"]);
  });
});

describe("words for what the buttons do", () => {
  it("put the last message off, whatever came before it", async () => {
    await start([rule("drill.a", [monday.nine]), rule("drill.b", [monday.eleven])]);
    await drill.says("renke", "snooze");
    expect(texts().at(-1)).toContain("no recent reminder to snooze");
    await drill.goTo("2026-11-16T10:10:00Z");
    await drill.says("renke", "snooze next week");
    expect(await drill.planned("renke")).toEqual(["drill.b 2026-11-23T08:00:00.000Z"]);
    await drill.says("renke", "snooze some day");
    expect(texts().at(-1)).toContain("snooze tomorrow");
  });

  it("in Chinese put it off until tomorrow", async () => {
    await start([rule("drill.a", ["2026-11-16T01:00:00Z"], { whom: ["linxiao"] })]);
    await drill.goTo("2026-11-16T02:00:00Z");
    await drill.says("linxiao", "稍后提醒明天");
    expect(await drill.planned("linxiao")).toEqual(["drill.a 2026-11-17T01:00:00.000Z"]);
  });

  it("mute a kind by its name, and say where the names stand", async () => {
    await start([rule("drill.a", [monday.nine])]);
    await drill.says("renke", "mute something else");
    expect(texts().at(-1)).toContain("You have no reminder called");
    await drill.says("renke", "mute Drill.A");
    expect(texts().at(-1)).toContain("Muted: drill.a");
    await drill.goTo(monday.ten);
    expect(await drill.came("renke")).toEqual(["drill.a let pass muted"]);
  });

  it("stand beside buttons that pause for a week, or until told otherwise", async () => {
    await start([rule("drill.a", [monday.nine], { hours: 24 * 14 })], monday.nine);
    for (const [label, says] of [
      ["Pause for a week", "paused through"],
      ["Pause until I resume", "resume turns them back on"],
    ] as const) {
      await drill.says("renke", "reminders");
      await drill.presses("renke", label);
      await drill.says("renke", "reminders");
      expect(texts().at(-1)).toContain(says);
      await drill.says("renke", "resume");
    }
  });
});
