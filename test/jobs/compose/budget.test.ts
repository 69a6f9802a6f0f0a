// From plans to one message: the budget of a day and a week, and what shares a message.
import { describe, expect, it } from "vitest";
import { drill, composing, rule, start, texts, counted, monday } from "./composing.ts";

composing();

describe("the budget", () => {
  const six = Array.from({ length: 3 }, (_, i) =>
    rule(`drill.r${i}`, [`2026-11-16T${String(8 + i * 2).padStart(2, "0")}:00:00Z`]),
  );

  it("is two a day: the third waits for tomorrow and is counted with its reason", async () => {
    // 9, 11 and (after lunch) 14:00 in Berlin.
    await start([
      rule("drill.r0", [monday.nine]),
      rule("drill.r1", [monday.eleven]),
      rule("drill.r2", ["2026-11-16T13:00:00Z"]),
    ]);
    await drill.goTo("2026-11-16T20:00:00Z");
    expect(texts()).toHaveLength(2);
    expect(await drill.came("renke")).toEqual([
      "drill.r0 said",
      "drill.r1 said",
      "drill.r2 moved budget",
    ]);
    expect(counted("suppressed budget")).toBe(1);
    expect(await drill.planned("renke")).toEqual(["drill.r2 2026-11-17T08:00:00.000Z"]);
    // Whatever is planned again meanwhile, it does not come back today.
    await drill.plan();
    expect(await drill.planned("renke")).toEqual(["drill.r2 2026-11-17T08:00:00.000Z"]);
    await drill.goTo("2026-11-17T08:00:00Z");
    expect(texts()).toHaveLength(3);
  });

  it("lets what is over by then expire", async () => {
    await start([...six.slice(0, 2), rule("drill.r2", ["2026-11-16T13:00:00Z"], { hours: 4 })]);
    await drill.goTo("2026-11-17T10:00:00Z");
    expect((await drill.came("renke")).at(-1)).toBe("drill.r2 let pass budget");
    expect(await drill.planned("renke")).toEqual([]);
  });

  it("is six a week, which begins on the person's own Monday", async () => {
    const day = (n: number, utc: string) => `2026-11-${16 + n}T${utc}:00Z`;
    const rules = [0, 1, 2, 3].flatMap((n) => [
      rule(`drill.a${n}`, [day(n, "08:00")], { hours: 200 }),
      rule(`drill.b${n}`, [day(n, "13:00")], { hours: 200 }),
    ]);
    await start(rules);
    await drill.goTo("2026-11-22T20:00:00Z");
    expect(texts()).toHaveLength(6);
    expect(counted("suppressed budget")).toBe(2);
    await drill.goTo("2026-11-23T08:00:00Z");
    expect(texts()).toHaveLength(7);
    expect(texts()[6]).toContain("drill.a3");
    expect(texts()[6]).toContain("drill.b3");
  });
});

describe("bundling", () => {
  it("says in one message what falls due within the hour, the most important first", async () => {
    await start([
      rule("drill.habit", [monday.nine]),
      rule("drill.digest", ["2026-11-16T08:30:00Z"], { priority: "digest" }),
      rule("drill.asked", ["2026-11-16T08:59:00Z"], { priority: "asked" }),
      rule("drill.today", ["2026-11-16T09:00:00Z"], { priority: "due today" }),
      rule("drill.later", ["2026-11-16T09:01:00Z"]),
    ]);
    await drill.goTo(monday.nine);
    expect(texts()).toHaveLength(1);
    const [only = ""] = texts();
    expect(
      ["drill.today", "drill.asked", "drill.digest", "drill.habit"].map((name) =>
        only.indexOf(`${name}\n`),
      ),
    ).toEqual([0, 12, 24, 37]);
    expect(only).toContain("because of drill.today · because of drill.asked");
    expect(only).not.toContain("drill.later");
    await drill.goTo("2026-11-16T12:00:00Z");
    expect(texts()).toHaveLength(2);
  });

  it("puts at most four things in a message; the least important waits for tomorrow", async () => {
    const names = ["a", "b", "c", "d", "e"];
    await start(
      names.map((name) =>
        rule(`drill.${name}`, [monday.nine], { priority: name === "e" ? "due today" : "habit" }),
      ),
    );
    await drill.goTo("2026-11-16T20:00:00Z");
    expect(texts()).toHaveLength(1);
    expect(texts()[0]).toMatch(/^drill\.e\n/);
    expect(
      (await drill.came("renke")).filter((each) => each.endsWith("too many at once")),
    ).toHaveLength(1);
    await drill.goTo("2026-11-17T08:00:00Z");
    expect(texts()).toHaveLength(2);
  });

  it("leaves what is not due yet and has nothing to say at its own time", async () => {
    let ready = false;
    await start([
      rule("drill.a", [monday.nine]),
      rule("drill.b", ["2026-11-16T08:45:00Z"], { says: () => (ready ? "ready" : null) }),
    ]);
    await drill.goTo(monday.nine);
    expect(texts()).toHaveLength(1);
    ready = true;
    await drill.goTo("2026-11-16T08:45:00Z");
    expect(texts()[1]).toMatch(/^ready/);
  });
});
