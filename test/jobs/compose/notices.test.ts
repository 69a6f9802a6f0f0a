// From plans to one message: notices from others, held until their reader works.
import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { idOf } from "#test/support/jobs/drill";
import { drill, composing, rule, start, leave, texts, counted, monday } from "./composing.ts";

composing();

describe("a notice from somebody else", () => {
  it("waits for its reader's work hour and goes out as it is when it is alone", async () => {
    await start([]);
    await drill.says("anna", "whisper renke Well done");
    await drill.goTo("2026-11-16T07:59:00Z");
    expect(texts()).toEqual([]);
    await drill.goTo(monday.nine);
    expect(texts()).toEqual(["Well done"]);
    expect(counted("merged")).toBe(0);
  });

  it("comes at once in work hours", async () => {
    await start([], monday.ten);
    await drill.says("anna", "whisper renke Now");
    expect(texts()).toEqual(["Now"]);
  });

  it("shares one message with others that wait", async () => {
    await start([]);
    await drill.says("anna", "whisper renke One");
    await drill.says("maya", "whisper renke Two");
    await drill.goTo(monday.nine);
    expect(texts()).toEqual(["One\nTwo"]);
    expect(counted("merged")).toBe(2);
    expect(drill.place.posted.filter((each) => each.to === "renke")).toHaveLength(1);
  });

  it("stands above a reminder that is due with it, and costs no budget", async () => {
    await start([rule("drill.a", [monday.nine])]);
    await drill.says("anna", "whisper renke Praise");
    await drill.goTo(monday.nine);
    expect(texts()).toHaveLength(1);
    expect(texts()[0]).toMatch(/^Praise\ndrill\.a\n┄ Why you got this · because of drill\.a/);
  });

  it("is not held back by a pause or a muted kind", async () => {
    await start([rule("drill.a", [monday.nine])]);
    await drill.says("renke", "pause until friday");
    await drill.says("anna", "whisper renke Praise");
    drill.place.posted.length = 0;
    await drill.goTo(monday.nine);
    expect(texts()).toEqual(["Praise"]);
    expect(await drill.came("renke")).toEqual(["drill.a let pass paused"]);
  });

  it("keeps its alarm when something else is composed before its time", async () => {
    await start([rule("drill.a", ["2026-11-16T10:59:30Z"])], monday.nine);
    // At noon the lunch break has begun: the reminder of 11:59:30 waits for its end, and so does the notice of 12:00.
    drill.jumpTo("2026-11-16T11:00:30Z");
    await drill.says("anna", "whisper renke At lunch");
    await drill.beat();
    expect(texts()).toEqual([]);
    await drill.goTo("2026-11-16T12:30:00Z");
    expect(texts()).toHaveLength(1);
    expect(texts()[0]).toMatch(/^At lunch\ndrill\.a/);
  });

  it("comes forward when its reader's hours do, together with what is due", async () => {
    await start([rule("drill.a", ["2026-11-16T18:00:00Z"])], "2026-11-16T17:30:00Z");
    await drill.says("anna", "whisper renke Tomorrow");
    expect(await drill.planned("renke")).toEqual([
      "drill.a 2026-11-17T08:00:00.000Z",
      "house.held 2026-11-17T08:00:00.000Z",
    ]);
    await drill.change("renke", { hours: { start: "09:00", end: "21:00", breaks: [] } });
    await drill.plan();
    await drill.goTo("2026-11-16T18:00:00Z");
    expect(texts()).toHaveLength(1);
    expect(texts()[0]).toMatch(/^Tomorrow\ndrill\.a/);
  });

  it("comes when its reader is back early", async () => {
    await start([], monday.nine);
    await leave("2026-11-16", "2026-12-18");
    await drill.says("anna", "whisper renke Praise");
    await drill.goTo("2026-11-18T09:00:00Z");
    expect(texts()).toEqual([]);
    await drill.query(sql`delete from person_leave where person_id = ${idOf("renke")}::uuid`);
    await drill.plan();
    await drill.goTo("2026-11-18T09:01:00Z");
    expect(texts()).toEqual(["Praise"]);
    expect(await drill.planned("renke")).toEqual([]);
  });

  it("is not written for someone who has left, and one that waited for them goes nowhere", async () => {
    await start([]);
    await drill.says("anna", "whisper renke Late");
    await drill.change("renke", { leftOn: "2026-11-15" as never });
    await drill.says("anna", "whisper renke Later");
    await drill.goTo("2026-11-17T08:00:00Z");
    expect(texts()).toEqual([]);
    const states = (await drill.heads())
      .filter((each) => each.kind === "notice")
      .map((each) => each.state);
    expect(states).toEqual(["dropped"]);
  });
});
