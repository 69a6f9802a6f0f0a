// From plans to one message: planned again, when a date, a zone or other hours changed.
import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { type Rule } from "#test/support/jobs/drill";
import { drill, composing, rule, start, texts, monday } from "./composing.ts";

composing();

describe("planning again", () => {
  it("does not repeat what was said, not even for somebody who flew west since", async () => {
    const nine: Rule = {
      name: "drill.a",
      whom: ["renke"],
      at: ({ person }) => [
        {
          at: new Date(person.zone === "Europe/Berlin" ? monday.nine : "2026-11-16T14:00:00Z"),
          until: new Date("2026-11-17T00:00:00Z"),
        },
      ],
    };
    await start([nine]);
    await drill.goTo(monday.nine);
    await drill.plan();
    expect(await drill.planned("renke")).toEqual([]);
    await drill.change("renke", { zone: "America/New_York" });
    await drill.plan();
    expect(await drill.planned("renke")).toEqual([]);
  });

  it("brings forward what a changed zone, other hours or an earlier date bring forward", async () => {
    let date = "2026-11-20";
    const own: Rule = {
      name: "drill.a",
      whom: ["renke"],
      at: ({ person }) => [
        {
          at: new Date(`${date}T${person.zone === "Europe/Berlin" ? "07" : "00"}:00:00Z`),
          until: new Date("2026-11-30T00:00:00Z"),
        },
      ],
    };
    await start([own]);
    expect(await drill.planned("renke")).toEqual(["drill.a 2026-11-20T08:00:00.000Z"]);
    await drill.change("renke", { hours: { start: "08:00", end: "18:00", breaks: [] } });
    await drill.plan();
    expect(await drill.planned("renke")).toEqual(["drill.a 2026-11-20T07:00:00.000Z"]);
    await drill.change("renke", { zone: "Asia/Shanghai" });
    await drill.plan();
    expect(await drill.planned("renke")).toEqual(["drill.a 2026-11-20T00:00:00.000Z"]);
    date = "2026-11-18";
    await drill.plan();
    expect(await drill.planned("renke")).toEqual(["drill.a 2026-11-18T00:00:00.000Z"]);
    expect((await drill.alarms.next(new Date("2026-12-31T00:00:00Z")))?.toISOString()).toBe(
      "2026-11-18T00:00:00.000Z",
    );
  });

  it("drops what was put off when its date has changed", async () => {
    let date = "2026-11-16";
    await start([
      rule("drill.x", [monday.nine]),
      rule("drill.y", [monday.eleven]),
      {
        name: "drill.a",
        whom: ["renke"],
        at: () => [{ at: new Date(`${date}T13:00:00Z`), until: new Date("2026-11-30T00:00:00Z") }],
      },
    ]);
    await drill.goTo("2026-11-16T14:00:00Z");
    expect(await drill.planned("renke")).toEqual(["drill.a 2026-11-17T08:00:00.000Z"]);
    date = "2026-11-25";
    await drill.plan();
    expect(await drill.planned("renke")).toEqual(["drill.a 2026-11-25T13:00:00.000Z"]);
  });

  it("rings again for what rang and was never composed", async () => {
    await start([rule("drill.a", [monday.nine])]);
    drill.jumpTo(monday.nine);
    await drill.alarms.ring(drill.now());
    await drill.database.db.execute(sql`update outbox_head set state = 'dropped'`);
    await drill.goTo(monday.ten);
    expect(texts()).toEqual([]);
    drill.jumpTo("2026-11-16T09:30:00Z");
    await drill.plan();
    await drill.beat();
    expect(texts()).toHaveLength(1);
  });
});
