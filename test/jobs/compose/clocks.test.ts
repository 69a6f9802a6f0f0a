// From plans to one message: two clocks that differ, nights in which clocks change, and beats that were missed.
import { describe, expect, it } from "vitest";
import { localDate } from "#src/calendar/local-date";
import { instantAt } from "#src/calendar/zones";
import {
  drill,
  composing,
  startWith,
  hour,
  rule,
  start,
  texts,
  counted,
  monday,
} from "./composing.ts";

composing();

describe("two clocks", () => {
  for (const [where, slot] of [
    ["at the first hour of the day", monday.nine],
    ["within work hours", monday.ten],
  ] as const) {
    it(`that differ lose nothing: rung by one that is ahead, composed by one that is behind, ${where}`, async () => {
      await start([rule("drill.a", [slot])]);
      drill.jumpTo(new Date(Date.parse(slot) + 1_000).toISOString());
      await drill.alarms.ring(drill.now());
      drill.jumpTo(new Date(Date.parse(slot) - 1_000).toISOString());
      await drill.loop.drain();
      expect(texts()).toEqual([]);
      await drill.goTo(slot);
      expect(texts()).toHaveLength(1);
      await drill.goTo("2026-11-16T20:00:00Z");
      expect(texts()).toHaveLength(1);
    });
  }

  it("one that steps back says nothing twice", async () => {
    await start([rule("drill.a", [monday.nine, "2026-11-17T08:00:00Z"])]);
    await drill.goTo(monday.nine);
    drill.jumpTo("2026-11-16T07:30:00Z");
    await drill.plan();
    await drill.goTo("2026-11-16T20:00:00Z");
    expect(texts()).toHaveLength(1);
    await drill.goTo("2026-11-17T08:00:00Z");
    expect(texts()).toHaveLength(2);
  });
});

describe("a night in which the clocks change", () => {
  for (const [what, date, comes] of [
    ["an hour that exists twice is said once", "2026-10-25", "2026-10-25T00:30:00.000Z"],
    ["an hour that does not exist is said an hour later", "2027-03-28", "2027-03-28T01:30:00.000Z"],
  ] as const) {
    it(`through plan, alarm and message: ${what}`, async () => {
      const before = new Date(Date.parse(comes) - 12 * hour).toISOString();
      await startWith(
        [
          {
            name: "drill.night",
            whom: ["renke"],
            at: ({ person }) => [
              {
                at: instantAt(localDate(date), "02:30", person.zone),
                until: new Date(Date.parse(comes) + 6 * hour),
              },
            ],
          },
        ],
        before,
      );
      await drill.change("renke", {
        hours: { start: "00:00", end: "23:00", breaks: [] },
        workweek: [1, 2, 3, 4, 5, 6, 7],
      });
      await drill.plan();
      expect(await drill.planned("renke")).toEqual([`drill.night ${comes}`]);
      await drill.goTo(comes);
      expect(texts()).toHaveLength(1);
      await drill.plan();
      await drill.goTo(new Date(Date.parse(comes) + 5 * hour).toISOString());
      expect(texts()).toHaveLength(1);
      expect(await drill.came("renke")).toEqual(["drill.night said"]);
    });
  }
});

describe("an alarm that rings while a message to its person waits for its words", () => {
  it("rings again: what it stands for comes at its time", async () => {
    await start([rule("drill.a", [monday.nine]), rule("drill.late", ["2026-11-16T09:30:00Z"])]);
    drill.jumpTo(monday.nine);
    await drill.alarms.ring(drill.now());
    await drill.alarms.ring(new Date("2026-11-16T09:31:00Z"));
    await drill.loop.drain();
    expect(texts()).toHaveLength(1);
    await drill.goTo("2026-11-16T09:30:00Z");
    expect(texts()[1]).toMatch(/^drill\.late/);
  });
});

describe("a beat that was missed", () => {
  it("by long stays missed, though an act or the daily look plans before the first beat", async () => {
    await start([rule("drill.a", [monday.nine, "2026-11-17T08:00:00Z"], { hours: 30 })]);
    drill.jumpTo("2026-11-16T15:00:00Z");
    await drill.plan();
    await drill.beat();
    expect(texts()).toEqual([]);
    expect(await drill.came("renke")).toEqual(["drill.a let pass missed"]);
    expect(await drill.planned("renke")).toEqual(["drill.a 2026-11-17T08:00:00.000Z"]);
  });

  for (const [late, said] of [
    ["2026-11-16T09:59:00Z", true],
    ["2026-11-17T09:00:00Z", false],
  ] as const) {
    it(`is ${said ? "caught up within" : "skipped after"} four hours, at ${late}`, async () => {
      await start([rule("drill.a", [monday.nine, "2026-11-18T08:00:00Z"])]);
      drill.jumpTo(late);
      await drill.beat();
      expect(texts()).toHaveLength(said ? 1 : 0);
      expect(await drill.came("renke")).toEqual([
        said ? "drill.a said" : "drill.a let pass missed",
      ]);
      expect(counted("suppressed missed")).toBe(said ? 0 : 1);
      expect(await drill.planned("renke")).toEqual(["drill.a 2026-11-18T08:00:00.000Z"]);
    });
  }

  it("of days is one message at most, and held notices still come", async () => {
    await start([
      rule("drill.a", [monday.nine]),
      rule("drill.b", ["2026-11-17T08:00:00Z"]),
      rule("drill.c", ["2026-11-19T08:30:00Z"], { hours: 24 }),
    ]);
    await drill.says("anna", "whisper renke Praise");
    drill.jumpTo("2026-11-19T09:00:00Z");
    await drill.beat();
    await drill.beat();
    expect(texts()).toHaveLength(1);
    expect(texts()[0]).toMatch(/^Praise\ndrill\.c\n/);
    expect(counted("suppressed missed")).toBe(2);
  });
});
