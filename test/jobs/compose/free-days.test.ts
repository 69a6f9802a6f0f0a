// From plans to one message: days on which nobody is reminded.
import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { playgroundOrganisation } from "#db/seed";
import { idOf } from "#test/support/jobs/drill";
import { drill, composing, rule, start, leave, texts, counted, monday } from "./composing.ts";

composing();

describe("days on which nobody is reminded", () => {
  it("are recorded with their reason where they swallow a slot, and such a slot is not announced", async () => {
    await start(
      [rule("drill.a", [monday.nine, "2026-11-23T08:00:00Z"], { hours: 12 })],
      "2026-11-13T09:00:00Z",
    );
    await leave("2026-11-16", "2026-11-20");
    await drill.plan();
    await drill.says("renke", "reminders");
    expect(texts()[0]).toContain("Nothing scheduled: ");
    await drill.goTo("2026-11-20T09:00:00Z");
    expect(texts()).toHaveLength(1);
    expect(await drill.came("renke")).toEqual(["drill.a let pass away"]);
    expect(counted("suppressed away")).toBe(1);
    await drill.goTo("2026-11-23T09:00:00Z");
    expect(await drill.came("renke")).toEqual(["drill.a let pass away", "drill.a said"]);
  });

  it("are leave: what is still in time comes on the first day back, with its reason recorded", async () => {
    await start([rule("drill.a", [monday.nine], { hours: 24 * 14 })]);
    await drill.query(
      sql`insert into person_leave (organisation_id, id, person_id, "from", "to") values (${playgroundOrganisation}::uuid, gen_random_uuid(), ${idOf("renke")}::uuid, '2026-11-16', '2026-11-18')`,
    );
    await drill.goTo("2026-11-18T20:00:00Z");
    expect(texts()).toEqual([]);
    expect(await drill.came("renke")).toEqual(["drill.a moved away"]);
    await drill.goTo("2026-11-19T08:00:00Z");
    expect(texts()).toHaveLength(1);
  });

  it("are holidays and weekends", async () => {
    await start(
      [
        rule("drill.a", ["2026-10-01T01:00:00Z"], { whom: ["linxiao"], hours: 24 * 14 }),
        rule("drill.b", ["2026-10-03T08:00:00Z"]),
      ],
      "2026-09-28T00:00:00Z",
    );
    // The National Day holidays of 2026 end on the 7th; 3 October is a holiday and a Saturday in Germany.
    expect(await drill.planned("linxiao")).toEqual(["drill.a 2026-10-08T01:00:00.000Z"]);
    expect(await drill.planned("renke")).toEqual(["drill.b 2026-10-05T07:00:00.000Z"]);
  });

  it("are all days where the team is not switched on", async () => {
    await start([rule("drill.a", [monday.nine])]);
    await drill.query(sql`update team set switched_on_at = null`);
    await drill.goTo(monday.ten);
    expect(texts()).toEqual([]);
    expect(await drill.came("renke")).toEqual(["drill.a let pass switched off"]);
    await drill.plan();
    expect(await drill.planned("renke")).toEqual([]);
  });

  it("are all days after somebody left", async () => {
    await start([rule("drill.a", [monday.nine, "2026-11-18T08:00:00Z"])]);
    await drill.change("renke", { leftOn: "2026-11-15" as never });
    await drill.goTo("2026-11-20T08:00:00Z");
    expect(texts()).toEqual([]);
    expect(await drill.planned("renke")).toEqual([]);
  });
});
