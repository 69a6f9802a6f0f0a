// From plans to one message: what was done in between, what says the same as another, and what the house says by itself.
import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { playgroundOrganisation } from "#db/seed";
import { idOf } from "#test/support/jobs/drill";
import { drill, composing, startWith, rule, start, texts, counted, monday } from "./composing.ts";

composing();

describe("what was done in between", () => {
  it("is not said, and recorded", async () => {
    await start([rule("drill.a", [monday.nine], { says: () => null })]);
    await drill.goTo(monday.ten);
    expect(texts()).toEqual([]);
    expect(await drill.came("renke")).toEqual(["drill.a let pass nothing to say"]);
    expect(counted("suppressed nothing to say")).toBe(1);
    expect((await drill.heads()).map((each) => each.state)).toEqual(["dropped"]);
  });

  it("one rule that fails keeps back nothing else", async () => {
    await start([
      rule("drill.bad", [monday.nine], {
        says: () => {
          throw new Error("broken");
        },
      }),
      rule("drill.good", [monday.nine]),
    ]);
    await drill.says("anna", "whisper renke Praise");
    await drill.goTo(monday.nine);
    expect(texts()).toHaveLength(1);
    expect(texts()[0]).toMatch(/^Praise\ndrill\.good/);
    expect((await drill.came("renke")).toSorted()).toEqual([
      "drill.bad let pass failed",
      "drill.good said",
    ]);
    expect(drill.errors.splice(0)).toMatchObject([
      { event: "nudge failed", fields: { rule: "drill.bad" } },
    ]);
  });
});

describe("two that say the same", () => {
  it("stand once when they come together, and each by itself otherwise", async () => {
    await start([
      rule("drill.invite", [monday.nine, "2026-11-18T08:00:00Z"], { outdoes: ["drill.remind"] }),
      rule("drill.remind", ["2026-11-16T08:30:00Z", "2026-11-17T08:00:00Z"], {
        priority: "due today",
      }),
    ]);
    await drill.goTo("2026-11-18T09:00:00Z");
    expect((await drill.came("renke")).toSorted()).toEqual([
      "drill.invite said",
      "drill.invite said",
      "drill.remind let pass said together",
      "drill.remind said",
    ]);
    expect(texts()[0]).not.toContain("drill.remind");
  });
});

describe("one that says another as well", () => {
  it("takes its place on the same day of theirs, and on no other", async () => {
    await start([
      rule("drill.numbers", [monday.nine, "2026-11-17T08:00:00Z", "2026-11-18T08:00:00Z"]),
      rule("drill.week", [monday.ten, "2026-11-18T15:00:00Z"], { covers: ["drill.numbers"] }),
    ]);
    expect(await drill.planned("renke")).toEqual([
      "drill.week 2026-11-16T09:00:00.000Z",
      "drill.numbers 2026-11-17T08:00:00.000Z",
    ]);
    await drill.goTo("2026-11-18T16:00:00Z");
    expect(await drill.came("renke")).toEqual([
      "drill.week said",
      "drill.numbers said",
      "drill.week said",
    ]);
  });

  it("does not take the place of what others are asked", async () => {
    await start([
      rule("drill.numbers", [monday.nine], { whom: ["renke", "anna"] }),
      rule("drill.week", [monday.nine], { covers: ["drill.numbers"] }),
    ]);
    expect([await drill.planned("renke"), await drill.planned("anna")]).toEqual([
      ["drill.week 2026-11-16T08:00:00.000Z"],
      ["drill.numbers 2026-11-16T08:00:00.000Z"],
    ]);
  });
});

describe("what the house says by itself when it keeps house", () => {
  it("reaches whose team is switched on, and nobody else", async () => {
    await startWith([], monday.nine, undefined, {
      whom: ["renke", "anna"],
      says: "your goal was closed",
    });
    await drill.query(
      sql`insert into team (organisation_id, id, name) values (${playgroundOrganisation}::uuid, ${idOf("anna")}::uuid, 'not yet')`,
    );
    await drill.query(
      sql`update person set team_id = ${idOf("anna")}::uuid where id = ${idOf("anna")}::uuid`,
    );
    await drill.bot.keepHouse();
    await drill.beat();
    expect(
      [texts(), drill.place.textsTo("anna")].map(
        (all) => all.filter((each) => each.includes("your goal was closed")).length,
      ),
    ).toEqual([1, 0]);
  });
});
