import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { localDate } from "#src/calendar/local-date";
import { decimal, toText, zero } from "#src/language/decimal";
import { normalise } from "#src/language/text";
import type { Unit } from "#src/language/units";
import type { PersonId } from "#src/people/person";
import type { GoalId, GoalProgress, GoalState } from "#src/practices/goals/model";
import { startsWithMetric } from "#src/practices/goals/log/claims-log";
import { fitting } from "#src/practices/goals/log/parse/fitting-goals";
import { readLine } from "#src/practices/goals/log/reading/read-line";
import type { LineReader, ReadEntry } from "#src/practices/goals/log/reading/reading";
import { habitsIn } from "#src/language/amount/amount";
import type { Metric, MetricId } from "#src/practices/setup/api";

const metric = (
  nameEn: string,
  nameZh: string,
  aliases: readonly string[],
  unit: Unit,
): Metric => ({ id: nameEn as MetricId, nameEn, nameZh, aliases, unit, adds: true });
const revenue = metric("collected revenue", "回款", ["revenue", "回款额", "到账"], {
  kind: "money",
  currency: "CNY",
});
const calls = metric("calls", "电话", ["call", "通话", "电话量"], { kind: "count", counter: "通" });
const visits = metric("visits", "拜访", ["visit", "demo"], { kind: "count", counter: "次" });
const metrics = [revenue, calls, visits];

const reader: LineReader = {
  metrics,
  today: localDate("2026-11-11"),
  ofRatio: false,
  habits: habitsIn("CN"),
  directory: [],
  colleagues: [],
};
function readLog(text: string): { amounts: readonly ReadEntry[]; note: string } {
  const reading = readLine(text, reader);
  const entries = reading.is === "clear" ? reading.way.entries : [];
  return { amounts: entries, note: entries.flatMap((each) => each.note).join(" ") };
}

/** "calls 20", "=52万" as `calls: 20`, `?: =520000`, and the note behind a bar. */
function read(text: string): string {
  const { amounts, note } = readLog(normalise(text));
  return [
    ...amounts.map(
      (each) =>
        `${each.metric?.nameEn ?? "?"}: ${each.total ? "=" : ""}${toText(each.amount.value)}`,
    ),
    ...(note === "" ? [] : [`| ${note}`]),
  ].join(" ");
}

describe("a line of progress", () => {
  it.each([
    ["12万", "?: 120000"],
    ["12k", "?: 12000"],
    ["回款12万", "collected revenue: 120000"],
    ["回款 12万", "collected revenue: 120000"],
    ["回款：12万", "collected revenue: 120000"],
    ["回款额12万", "collected revenue: 120000"],
    ["collected revenue 12k", "collected revenue: 12000"],
    ["Revenue: 12k", "collected revenue: 12000"],
    ["calls 20", "calls: 20"],
    ["CALLS 20", "calls: 20"],
    ["20 calls", "calls: 20"],
    ["ｃａｌｌｓ　２０", "calls: 20"],
    ["20 calls today", "calls: 20"],
    ["20通电话", "calls: 20"],
    ["3次拜访", "visits: 3"],
    ["打了20个电话", "calls: 20"],
    ["电话20通", "calls: 20"],
    ["¥5万", "?: 50000"],
  ])("%s is %s", (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    ["今天 电话20 拜访3 回款12万", "calls: 20 visits: 3 collected revenue: 120000"],
    ["电话20，拜访3，回款12万", "calls: 20 visits: 3 collected revenue: 120000 | ， ，"],
    ["calls 20 visits 3", "calls: 20 visits: 3"],
    ["20 calls 3 visits", "calls: 20 visits: 3"],
    ["20 calls, 3 visits, 12k revenue", "calls: 20 visits: 3 collected revenue: 12000 | , ,"],
    ["calls 20 revenue 12k Nordstadt", "calls: 20 collected revenue: 12000 | Nordstadt"],
  ])("%s is several entries: %s", (text, expected) => {
    expect(read(text).replace(/ \|[ ,，]*$/u, "")).toBe(expected.replace(/ \|[ ,，]*$/u, ""));
  });

  it.each([
    ["total 520k", "?: =520000"],
    ["total of 520k", "?: =520000"],
    ["累计52万", "?: =520000"],
    ["累计到52万", "?: =520000"],
    ["总共52万", "?: =520000"],
    ["=52万", "?: =520000"],
    ["回款累计52万", "collected revenue: =520000"],
    ["revenue total 520k", "collected revenue: =520000"],
    ["回款=52万", "collected revenue: =520000"],
    ["subtotal 5", "?: 5 | subtotal"],
  ])("%s sets where it stands: %s", (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    ["-3万 退货", "?: -30000 | 退货"],
    ["回款 -3万 退货", "collected revenue: -30000 | 退货"],
    ["回款12万 仁济医院", "collected revenue: 120000 | 仁济医院"],
    ["12万 客户B2B第2期", "?: 120000 | 客户B2B第2期"],
    ["回款12万 客户B2B第2期", "collected revenue: 120000 | 客户B2B第2期"],
    ["12万 定金2万", "?: 120000 | 定金2万"],
    ["回款12万 含税3000", "collected revenue: 120000 | 含税3000"],
    ["42k Nordstadt phase two", "?: 42000 | Nordstadt phase two"],
    ["5 recalls 3", "?: 5 | recalls 3"],
  ])("%s keeps the rest as its note: %s", (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each(["", "calls", "回款很好", "1,23", "约12万", "12-13万", "G7", "B2B"])(
    "%j holds no amount",
    (text) => {
      expect(readLog(normalise(text)).amounts).toEqual([]);
    },
  );

  it("never fails, and its note has only what was typed", () => {
    const words = fc.constantFrom(
      "回款",
      "电话",
      "calls",
      "visits",
      "total",
      "累计",
      "=",
      "12万",
      "3",
      "-5k",
      " ",
      "，",
      ":",
      "通",
      "B2B",
      "第2期",
    );
    const lines = fc.oneof(
      fc.string({ unit: "binary", maxLength: 60 }),
      fc.array(words, { maxLength: 12 }).map((parts) => parts.join("")),
    );
    fc.assert(
      fc.property(lines, (line) => {
        const text = normalise(line);
        const { note } = readLog(text);
        expect(note.length).toBeLessThanOrEqual(text.length);
        for (const piece of note.split(/\s+/)) expect(text).toContain(piece);
        startsWithMetric(text, reader);
      }),
    );
  });
});

describe("a line without a verb", () => {
  it.each([
    "calls 20",
    "回款12万 仁济医院",
    "Revenue 12k",
    "电话20 拜访3",
    " calls 20",
    "到账 3万",
  ])("%j is a log", (text) => {
    expect(startsWithMetric(text, reader)).toBe(true);
  });

  it.each([
    "calls",
    "we had 20 calls",
    "callback 20 calls",
    "12万",
    "昨天 回款",
    "回款很好",
    "good morning 20",
    "",
  ])("%j is none", (text) => {
    expect(startsWithMetric(text, reader)).toBe(false);
  });
});

describe("the goals an amount may be meant for", () => {
  const goal = (
    number: number,
    unit: Unit,
    of: Metric | null,
    parts: Partial<GoalProgress> = {},
  ): GoalProgress => ({
    id: `g${number}` as GoalId,
    number,
    title: "",
    ownerId: "p" as PersonId,
    managerName: null,
    ownerName: "",
    teamId: null,
    metricId: of?.id ?? null,
    unit,
    direction: "up",
    adds: true,
    baseline: zero,
    target: decimal("100"),
    period: { kind: "quarter", start: localDate("2026-10-01"), end: localDate("2026-12-31") },
    parentId: null,
    reason: null,
    state: "active",
    proposedById: null,
    proposedOn: null,
    confidence: null,
    lesson: null,
    createdOn: localDate("2026-10-01"),
    milestones: [],
    actual: zero,
    ratio: null,
    lastOn: null,
    lastSeq: null,
    ...parts,
  });
  const yuan = goal(1, { kind: "money", currency: "CNY" }, revenue);
  const euro = goal(2, { kind: "money", currency: "EUR" }, null);
  const called = goal(3, { kind: "count", counter: "通" }, calls);
  const share = goal(4, { kind: "percent" }, null);
  const all = [yuan, euro, called, share];
  const numbers = (
    text: string,
    goals: readonly GoalProgress[] = all,
    on = "2026-11-11",
  ): number[] =>
    fitting(readLog(normalise(text)).amounts[0]!, goals, localDate(on)).map((each) => each.number);

  it.each([
    ["回款12万", [1]],
    ["20 calls", [3]],
    ["visits 3", []],
    ["30%", [4]],
    ["€5k", [2]],
    ["$5k", []],
    ["¥5万", [1]],
    ["20通", [3]],
    ["12", [1, 2, 3, 4]],
    ["revenue €5k", []],
  ])("of %s are %j: by metric, then by unit", (text, expected) => {
    expect(numbers(text)).toEqual(expected);
  });

  it("have the last used first, then the oldest", () => {
    const used = (each: GoalProgress, lastSeq: number): GoalProgress => ({ ...each, lastSeq });
    expect(numbers("12", [yuan, used(euro, 11), used(called, 12), share])).toEqual([3, 2, 1, 4]);
  });

  it("are those whose period the day lies in, so that late entries go to the old one", () => {
    const next = goal(5, { kind: "money", currency: "CNY" }, revenue, {
      period: { kind: "quarter", start: localDate("2027-01-01"), end: localDate("2027-03-31") },
    });
    expect(numbers("回款5万", [yuan, next], "2026-12-31")).toEqual([1]);
    expect(numbers("回款5万", [yuan, next], "2027-01-04")).toEqual([5]);
    expect(numbers("回款5万", [yuan], "2027-01-04")).toEqual([]);
    expect(numbers("回款5万", [yuan], "2026-09-30")).toEqual([1]);
  });

  it.each(["achieved", "missed", "dropped"] as const satisfies readonly GoalState[])(
    "leave out what is %s",
    (state) => {
      expect(numbers("12", [{ ...yuan, state }])).toEqual([]);
    },
  );

  it("leave out goals that go by steps", () => {
    expect(numbers("12", [{ ...yuan, direction: "milestones" }, called])).toEqual([3]);
  });
});
