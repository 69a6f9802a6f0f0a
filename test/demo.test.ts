// The demo's week: the same words every time, readable, and nothing in them that only a machine would say.
import { beforeAll, describe, expect, it } from "vitest";
import { playDemo } from "#src/cli/demo/run";
import { at, press } from "#src/cli/demo/script";
import { week } from "#src/cli/demo/week";
import type { Beat } from "#src/cli/demo/script";
import { emptyTables, testDatabase } from "#test/support/database";

async function played(script: readonly Beat[]): Promise<string> {
  const database = await testDatabase();
  await emptyTables(database);
  const written: string[] = [];
  await playDemo(database, script, (text) => void written.push(text));
  return written.join("");
}

let first: string;
beforeAll(async () => {
  first = await played(week);
});

describe("the demo", () => {
  it("says the same in every run", async () => {
    expect(await played(week)).toBe(first);
  });

  it("shows no id, no code and no name of a part of the program", () => {
    for (const leak of [/[0-9a-f]{8}-[0-9a-f]{4}/i, /\b[0-9A-F]{6}\b(?<!\d{6})/, /\b(?:undefined|null|NaN|Infinity)\b|\[object/, /\b(?:goals|house|reminders|setup|settings)\.[a-z]/, /[{}<>]|\$\{/])
      expect(first).not.toMatch(leak);
  });

  it("speaks to each in their own language, at their own hour", () => {
    expect(first).toContain("2026年11月16日 周一 09:00 上海   领跑 → 林晓\n    新的一周，最要紧的三件事是什么？");
    expect(first).toContain("Mon 16 Nov 2026, 09:00 Berlin   Pacer → Renke Petersen\n    A new week: what are your top three?");
    expect(first).toContain("Mon 16 Nov 2026, 09:00 New York   Pacer → Maya Collins");
    expect(first).toContain("2026年11月16日 周一 14:00 上海   领跑 → 周岚");
    expect(first).not.toContain("Mon 16 Nov 2026, 09:00 Berlin   Pacer → Anna Weber");
  });

  it("brings what was snoozed again, an hour later", () => {
    expect(first).toContain("2026年11月16日 周一 10:10 上海   领跑 → 王磊");
  });

  it.each([
    ["a button that is not there", [at("Wed 10:05", "linxiao", press("飞"))], /linxiao has no button "飞"/],
    ["a moment that is past", [at("Wed 10:05", "linxiao", "目标"), at("Wed 09:00", "linxiao", "目标")], /Wed 09:00 in Asia\/Shanghai is past/],
    ["somebody who is not there", [at("Wed 10:05", "nobody", "目标")], /nobody is called nobody/],
  ])("stops at a script with %s", async (_, script, why) => {
    await expect(played(script)).rejects.toThrow(why);
  });
});
