// What is looked at when a goal is agreed: its split, its parts, SMART, earlier periods.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decimal, sum, toText, zero, type Decimal } from "#src/language/decimal";
import type { MetricId } from "#src/practices/setup/api";
import type { GoalId } from "#src/practices/goals/model";
import { isAdditive, smartCheck, workdayAdjusted } from "#src/practices/goals/rules";
import {
  assignmentOf,
  mayGiveOut,
  overAssignment,
  split,
} from "#src/practices/goals/split/split-rules";
import { china, plain, on, quarter, step } from "#test/support/goal-samples";

describe("splitting", () => {
  const parts = (total: string, weights: readonly string[], unit?: string): string[] =>
    split(
      decimal(total),
      weights.map((each) => decimal(each)),
      unit === undefined ? undefined : decimal(unit),
    ).map(toText);

  it.each([
    ["1150000", ["1", "1", "1"], ["383334", "383333", "383333"]],
    ["100", ["5", "3", "3"], ["46", "27", "27"]],
    ["100", ["3", "3", "5"], ["27", "27", "46"]],
    ["10", ["1", "2", "4"], ["1", "3", "6"]],
    ["2", ["1", "1", "1"], ["1", "1", "0"]],
    ["0", ["1", "1"], ["0", "0"]],
    ["7", ["1"], ["7"]],
    ["10", ["0", "1"], ["0", "10"]],
  ])("%s by %j gives %j", (total, weights, expected) => {
    expect(parts(total, weights)).toEqual(expected);
  });

  it("splits in steps, and gives what is no whole step to the first", () => {
    expect(parts("100000", ["1", "1", "1"], "1000")).toEqual(["34000", "33000", "33000"]);
    expect(parts("10.5", ["1", "1"])).toEqual(["5.5", "5"]);
  });

  it("gives nothing to whoever has no weight", () => {
    expect(parts("10.5", ["0", "1"])).toEqual(["0", "10.5"]);
  });

  it("refuses weights that add up to nothing", () => {
    expect(() => split(decimal("100"), [])).toThrow(RangeError);
    expect(() => split(decimal("100"), [zero, zero])).toThrow(RangeError);
  });

  const weights = fc
    .array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 12 })
    .filter((list) => list.some((each) => each > 0));
  const totals = fc
    .tuple(fc.integer({ min: 0, max: 1_000_000_000 }), fc.integer({ min: 0, max: 999_999 }))
    .map(([whole, cents]) => decimal(`${whole}.${String(cents).padStart(6, "0")}`));

  it("always adds up to the total", () => {
    fc.assert(
      fc.property(
        totals,
        weights,
        fc.constantFrom("1", "0.01", "100", "1000"),
        (total, list, unit) => {
          const made = split(
            total,
            list.map((each) => decimal(BigInt(each))),
            decimal(unit),
          );
          expect(toText(sum(made))).toBe(toText(total));
          expect(made.every((each) => each.gte("0"))).toBe(true);
        },
      ),
    );
  });

  it("never strays a whole unit from the exact share of a whole total", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000_000 }), weights, (total, list) => {
        const all = list.reduce((a, b) => a + b, 0);
        const made = split(
          decimal(BigInt(total)),
          list.map((each) => decimal(BigInt(each))),
        );
        for (const [i, part] of made.entries())
          expect(
            part
              .minus(decimal(BigInt(total)).times(String(list[i])).div(String(all)))
              .abs()
              .lt("1"),
          ).toBe(true);
      }),
    );
  });
});

describe("a goal and its parts", () => {
  it.each([
    ["100", ["50", "40"], "-0.1"],
    ["100", ["50", "50"], "0"],
    ["100", ["60", "60"], "0.2"],
    ["100", [], "-1"],
  ])("%s given out as %j is over-assigned by %s", (whole, list, over) => {
    expect(
      toText(
        overAssignment(
          decimal(whole),
          list.map((each) => decimal(each)),
        ),
      ),
    ).toBe(over);
  });

  it.each([
    ["-0.1", "short"],
    ["0", "whole"],
    ["0.2", "whole"],
    ["0.21", "high"],
    ["0.5", "high"],
    ["0.51", "extreme"],
  ])("given out by %s more is %s", (over, assignment) => {
    expect(assignmentOf(decimal(over))).toBe(assignment);
  });

  it.each([
    ["-1", false],
    ["-0.99", true],
    ["3", true],
    ["3.01", false],
  ])("may be given out by %s more: %s", (over, may) => {
    expect(mayGiveOut(decimal(over))).toBe(may);
  });
});

describe("the SMART check", () => {
  const today = on("2026-11-11");
  type Checked = Parameters<typeof smartCheck>[0];
  const good: Checked = {
    title: "回款",
    metricId: "m" as MetricId,
    baseline: zero,
    target: decimal("100"),
    direction: "up",
    parentId: null,
    reason: "华东大客户续约要看这个数",
    period: quarter,
    milestones: [step("2026-11-30")],
  };
  const due = (end: string): Partial<Checked> => ({
    period: { kind: "custom", start: today, end: on(end) },
  });
  const advice = (parts: Partial<Checked>, history: readonly Decimal[] = []): string[] =>
    smartCheck({ ...good, ...parts }, today, china, history).map(
      (each) => `${each.letter} ${each.advice}`,
    );

  it("has nothing to add to a clear goal", () => {
    expect(advice({})).toEqual([]);
  });

  it.each([
    [
      "a verb without a figure",
      { title: "提高销售额", metricId: null, target: zero, direction: "down" },
      ["S vague"],
    ],
    [
      "the same in English",
      { title: "Improve sales", metricId: null, target: zero, direction: "down" },
      ["S vague"],
    ],
    ["no number to reach", { target: zero }, ["M no-target"]],
    ["no reason and no parent", { reason: null }, ["R no-reason"]],
    ["a reason of nine characters", { reason: "123456789" }, ["R no-reason"]],
    ["a date gone by", due("2026-11-10"), ["T past"]],
    ["today", due("2026-11-11"), ["T too-soon"]],
    ["the day before the next workday", due("2026-11-11"), ["T too-soon"]],
    ["more than 18 months ahead", due("2028-06-01"), ["T too-far"]],
    ["more than 31 days without a step", { milestones: [] }, ["T needs-milestone"]],
    [
      "neither a number nor a step",
      { ...due("2026-12-12"), direction: "milestones", target: zero, milestones: [] },
      ["M no-target"],
    ],
  ] as const)("has one thing to add to %s", (_what, parts, expected) => {
    expect(advice(parts)).toEqual(expected);
  });

  it.each([
    ["a vague verb beside a known metric", { title: "提高回款" }],
    [
      "a word that only begins like a vague verb",
      { title: "Morelia account signed", metricId: null },
    ],
    ["a parent in place of a reason", { reason: null, parentId: "g" as GoalId }],
    ["a reason of ten characters", { reason: "1234567890" }],
    ["a limit of zero", { direction: "keep", target: zero }],
    ["steps without a number", { direction: "milestones", target: zero }],
    ["a lower limit", { direction: "floor", target: decimal("90") }],
    ["one workday ahead", due("2026-11-12")],
    ["31 days without a step", { ...due("2026-12-12"), milestones: [] }],
  ] as const)("accepts %s", (_what, parts) => {
    expect(advice(parts)).toEqual([]);
  });

  it.each([
    ["151", ["A stretched"]],
    ["150", []],
    ["80", []],
    ["79", ["A easy"]],
  ])("%s after two periods of 100 is %j", (target, expected) => {
    expect(advice({ target: decimal(target) }, [decimal("100"), decimal("100")])).toEqual(expected);
  });

  it("holds a target that starts from something against what is to be gained", () => {
    expect(
      advice({ baseline: decimal("100"), target: decimal("250") }, [
        decimal("100"),
        decimal("100"),
      ]),
    ).toEqual([]);
    expect(
      advice({ baseline: decimal("100"), target: decimal("251") }, [
        decimal("100"),
        decimal("100"),
      ]),
    ).toEqual(["A stretched"]);
  });

  it("says nothing about reach with fewer than two periods, or with periods of nothing", () => {
    expect(advice({ target: decimal("900") }, [decimal("100")])).toEqual([]);
    expect(advice({ target: decimal("900") }, [zero, zero])).toEqual([]);
  });
});

describe("earlier periods", () => {
  const period = (start: string, end: string) =>
    ({ kind: "custom", start: on(start), end: on(end) }) as const;
  const weeks = period("2026-09-07", "2026-09-18");
  const past = (start: string, end: string, actual: string, baseline = "0") => ({
    period: period(start, end),
    actual: decimal(actual),
    baseline: decimal(baseline),
  });

  it("count by their workdays: half as many days, twice the figure", () => {
    expect(
      workdayAdjusted(
        [past("2026-08-31", "2026-09-04", "100"), past("2026-08-17", "2026-08-28", "100")],
        weeks,
        plain,
      ).map(toText),
    ).toEqual(["200", "100"]);
  });

  it("count by what was gained", () => {
    expect(
      workdayAdjusted([past("2026-08-17", "2026-08-28", "150", "50")], weeks, plain).map(toText),
    ).toEqual(["100"]);
  });

  it("say nothing without a workday", () => {
    expect(workdayAdjusted([past("2026-09-05", "2026-09-06", "100")], weeks, plain)).toEqual([]);
  });

  it.each([
    [{}, true],
    [{ adds: false }, false],
    [{ direction: "down" }, false],
    [{ unit: { kind: "percent" } }, false],
    [{ metricId: null }, false],
  ] as const)("are held against %j: %s", (parts, expected) => {
    expect(
      isAdditive({
        metricId: "m" as MetricId,
        adds: true,
        direction: "up",
        unit: { kind: "count" },
        ...parts,
      }),
    ).toBe(expected);
  });
});
