// The demo's week: readable, and nothing in it that only a machine would say.
import { beforeAll, describe, expect, it } from "vitest";
import { playDemo } from "#src/cli/demo/run";
import { at, press } from "#src/cli/demo/script";
import { week } from "#src/cli/demo/week";
import type { Beat } from "#src/cli/demo/script";
import { emptyTables, testDatabase } from "#test/support/database/database";

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
}, 240_000);

describe("the demo", () => {
  it("shows no id, no code and no name of a part of the program", () => {
    for (const leak of [
      /[0-9a-f]{8}-[0-9a-f]{4}/i,
      /\b[0-9A-F]{6}\b(?<!\d{6})/,
      /\b(?:undefined|null|NaN|Infinity)\b|\[object/,
      /\b(?:goals|house|reminders|setup|settings)\.[a-z]/,
      /[{}<>]|\$\{/,
    ])
      expect(first).not.toMatch(leak);
  });

  it("speaks to each in their own language, at their own hour", () => {
    expect(first).toContain(
      "2026年11月16日（周一）09:00 上海   领跑 → 林晓\n    新的一周，最要紧的三件事是什么？",
    );
    expect(first).toContain(
      "Mon 16 Nov 2026, 09:00 Berlin   Pacer → Renke Petersen\n    New week: what are your top three?",
    );
    expect(first).toContain("Mon 16 Nov 2026, 09:00 New York   Pacer → Maya Collins");
    expect(first).toContain("2026年11月16日（周一）14:00 上海   领跑 → 周岚");
    expect(first).not.toContain("Mon 16 Nov 2026, 09:00 Berlin   Pacer → Anna Weber");
  });

  it("shows the coaching week: a win and praise with its count, Friday's digest, feedback between two, a check-in, a blocker and its answer", () => {
    const inOrder = [
      "多亏王磊牵线",
      "林晓 has a win",
      "周岚表扬了王磊 [团队协作 · teamwork]",
      "(赞一个 · +1 · 2)",
      "Goes out Thu 12 Nov at 15:00",
      "Renke Petersen praised you",
      "林晓想请你提点建议",
      "王磊给你的反馈 [可以调整]",
      "2026年11月13日（周五）16:00 上海   领跑 → #华东 · Europe · US\n    华东 · Europe · US：本周喜报",
      "远帆销售的初始设置",
      "Away Fri 13 Nov 2026 to Mon 16 Nov 2026",
      "周报已发出",
      "已交: 3 / 3",
      "休假：Anna Weber",
      "周岚回复了你卡住的事",
      "Check-in sent",
      "已交: 5 / 5",
    ];
    let from = 0;
    for (const words of inOrder) {
      const found = first.indexOf(words, from);
      expect(found, words).toBeGreaterThanOrEqual(from);
      from = found;
    }
    expect(first).not.toContain("还没交");
    const inTeamPlace = first.split("\n\n").filter((each) => each.includes("→ #"));
    expect(
      inTeamPlace.filter((each) => each.includes("反馈") || each.includes("马上开始报价")),
    ).toEqual([]);
    expect(first.split("\n").length).toBeLessThan(1_250);
  });

  it("shows a month that turns: what came of it, and the next one with one form", () => {
    const inOrder = [
      "林晓达成了一个目标",
      "11月30日（周一）到期的目标，结果出来了\n    6 个目标，达成 2 个",
      "(提下一期目标)",
      "G2 电话 · 林晓 = 220",
      "周岚给你提了一个目标",
      "林晓确认了目标",
    ].map((words) => first.indexOf(words));
    expect(inOrder.every((each) => each >= 0)).toBe(true);
    expect(inOrder.toSorted((a, b) => a - b)).toEqual(inOrder);
  });

  it("brings what was snoozed again, an hour later", () => {
    expect(first).toContain("2026年11月16日（周一）10:10 上海   领跑 → 王磊");
  });

  it.each([
    [
      "a button that is not there",
      [at("Wed 10:05", "linxiao", press("飞"))],
      /linxiao has no button "飞"/,
    ],
    [
      "a moment that is past",
      [at("Wed 10:05", "linxiao", "目标"), at("Wed 09:00", "linxiao", "目标")],
      /Wed 09:00 in Asia\/Shanghai is past/,
    ],
    ["somebody who is not there", [at("Wed 10:05", "nobody", "目标")], /nobody is called nobody/],
  ])("stops at a script with %s", async (_, script, why) => {
    await expect(played(script)).rejects.toThrow(why);
  });
});
