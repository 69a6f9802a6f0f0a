import { describe, expect, it } from "vitest";
import { localDate } from "#src/calendar/local-date";
import { decimal, toText, zero } from "#src/language/decimal";
import type { PersonId } from "#src/people/person";
import type { MetricId } from "#src/practices/setup/api";
import { thresholds } from "#src/practices/goals/rules";
import type { Urgency } from "#src/practices/goals/model";
import { byNeed, byPerson, type Need } from "#src/practices/goals/team/needs";
import type { TrackedGoal } from "#src/practices/goals/team/tracked";
import { sumsOf } from "#src/practices/goals/team/sums";
import { ticksTo, weeksOfOneWay } from "#src/practices/goals/team/team-charts";
import { goal, pace } from "#src/practices/goals/samples/sample-goals";

const metric = "00000000-0000-7000-8000-000000000040" as MetricId;

function of(
  owner: string,
  actual: string,
  over: Partial<TrackedGoal["goal"]> = {},
  timeGone = "0.5",
): TrackedGoal {
  const whole = {
    ...goal,
    metricId: metric,
    ownerId: owner as PersonId,
    actual: decimal(actual),
    ...over,
  };
  const done = whole.target.eq(zero) ? zero : whole.actual.div(whole.target);
  return {
    goal: whole,
    pace: { ...pace, done, timeGone: decimal(timeGone) },
    trend: { points: [0, 1], plan: [0, 1] },
    marks: [],
    thisWeek: decimal("1000"),
  };
}

describe("sums of a team", () => {
  it("never cross currencies, metrics or periods, and leave out what is no sum", () => {
    const eur = { unit: { kind: "money", currency: "EUR" } } as const;
    const month = {
      period: { kind: "month", start: localDate("2026-11-01"), end: localDate("2026-11-30") },
    } as const;
    const sums = sumsOf(
      [
        of("a", "300000"),
        of("b", "100000"),
        of("a", "50000", eur),
        of("a", "70000", month),
        of("a", "9", { unit: { kind: "percent" } }),
        of("a", "9", { metricId: null }),
        of("a", "9", { direction: "keep" }),
        of("a", "400000", { teamId: "t" as never }),
      ],
      thresholds,
    );
    expect(sums.map((each) => `${toText(each.actual)} of ${toText(each.target)}`)).toEqual([
      "400000 of 2000000",
      "50000 of 1000000",
      "70000 of 1000000",
    ]);
    expect(toText(sums[0]!.thisWeek)).toBe("2000");
  });

  it("are held against what was to be there by each one's own time", () => {
    const [sum] = sumsOf([of("a", "300000", {}, "0.2"), of("b", "100000", {}, "0.4")], thresholds);
    // To be there by now: 200,000 and 400,000.
    expect(toText(sum!.timeGone)).toBe("0.3");
    expect(toText(sum!.done)).toBe("0.2");
    expect(toText(sum!.ahead)).toBe("-200000");
    expect(sum!.status).toBe("off-track");
    expect(sum!.people).toBe(2);
  });

  it("come along one way, each goal by how much it weighs, and none where one of them has none", () => {
    const large = {
      ...of("a", "300000", { target: decimal("3000000") }),
      trend: { points: [0, 0.1, 0.2], plan: [0, 0.2, 0.4] },
    };
    const later = { ...of("b", "100000"), trend: { points: [0, 0.6], plan: [0.2, 0.4] } };
    const [sum] = sumsOf([large, later], thresholds);
    expect(sum!.trend!.points.map((each) => each.toFixed(3))).toEqual(["0.075", "0.300"]);
    expect(sum!.trend!.plan.map((each) => each.toFixed(3))).toEqual(["0.200", "0.400"]);
    expect(sumsOf([large, { ...later, trend: null }], thresholds)[0]!.trend).toBeNull();
  });

  it("have an exact mark for each week, and none where one of them has no way", () => {
    const mark = (gained: string, due: string) => ({
      on: localDate("2026-11-02"),
      gained: decimal(gained),
      due: decimal(due),
    });
    const [one, other] = [of("a", "300000"), of("b", "100000")];
    const marked = { ...one, marks: [mark("0.10", "0.3")] };
    const both = [marked, { ...other, marks: [mark("0.20", "0.6")] }];
    expect(
      sumsOf(both, thresholds)[0]!.marks.map((each) => [toText(each.gained), toText(each.due)]),
    ).toEqual([["0.3", "0.9"]]);
    expect(sumsOf([marked, { ...other, trend: null }], thresholds)[0]!.marks).toEqual([]);
  });

  it("have just started where all of their goals have", () => {
    const begun = (each: TrackedGoal): TrackedGoal => ({
      ...each,
      pace: { ...each.pace, status: "too-early" },
    });
    const [one, other] = [of("a", "0"), of("b", "0")];
    expect(sumsOf([begun(one), begun(other)], thresholds)[0]!.status).toBe("too-early");
    expect(sumsOf([begun(one), other], thresholds)[0]!.status).toBe("off-track");
  });

  it("of targets that ask for nothing are no division by nothing", () => {
    const [sum] = sumsOf(
      [of("a", "0", { target: zero, baseline: zero, actual: zero })].map((each) => ({
        ...each,
        pace: { ...each.pace, done: zero },
      })),
      thresholds,
    );
    expect(toText(sum!.done)).toBe("0");
  });
});

describe("the drawing of a sum", () => {
  const marks = (...pairs: readonly (readonly [string, string])[]) =>
    pairs.map(([gained, due]) => ({
      on: localDate("2026-11-02"),
      gained: decimal(gained),
      due: decimal(due),
    }));

  it("knows for how many weeks its lead or its gap went one way", () => {
    expect(weeksOfOneWay(marks(["0", "0"], ["5", "4"], ["8", "6"], ["12", "9"]))).toBe(3);
    expect(weeksOfOneWay(marks(["0", "0"], ["9", "4"], ["9", "6"], ["10", "9"]))).toBe(-2);
    // From behind to ahead: the lead is a week old.
    expect(weeksOfOneWay(marks(["0", "1"], ["1", "3"], ["9", "5"], ["19", "9"]))).toBe(2);
    expect(weeksOfOneWay(marks(["4", "4"], ["4", "4"]))).toBe(0);
    expect(weeksOfOneWay([])).toBe(0);
  });

  it("has at most five round heights, the highest not below what is drawn", () => {
    for (const top of ["0", "0.004", "3", "7.5", "20", "1200", "1801500", "99999999"]) {
      const ticks = ticksTo(decimal(top));
      expect(ticks.length).toBeLessThanOrEqual(5);
      expect(ticks.at(-1)!.gte(top)).toBe(true);
    }
    expect(ticksTo(decimal("3000000")).map(toText)).toEqual(["0", "1000000", "2000000", "3000000"]);
  });
});

const need = (person: string, urgency: Urgency, weight = 0): Need => ({
  person: person as PersonId,
  urgency,
  weight,
  line: [],
  button: null,
});

describe("who needs their manager", () => {
  it("is sorted by need, each person once with their own worst first", () => {
    const people = byPerson([
      need("no goal", "no-goal"),
      need("behind", "off-track", 0.1),
      need("far behind", "off-track", 0.4),
      need("stuck", "at-risk", 0.9),
      need("stuck", "waits", 2),
      need("stuck longer", "waits", 9),
    ]);
    expect(people.map(([worst]) => worst.person)).toEqual([
      "stuck longer",
      "stuck",
      "far behind",
      "behind",
      "no goal",
    ]);
    expect(people[1]!.map((each) => each.urgency)).toEqual(["waits", "at-risk"]);
  });

  it("has off track before at risk before silence before the rest", () => {
    const goals = [
      { ...of("a", "900000"), pace: { ...pace, status: "on-track" as const } },
      { ...of("a", "800000"), pace: { ...pace, status: "on-track" as const, quietDays: 16 } },
      { ...of("a", "700000"), pace: { ...pace, status: "at-risk" as const } },
      { ...of("a", "600000"), pace: { ...pace, status: "off-track" as const } },
    ];
    expect(goals.toSorted(byNeed).map((each) => toText(each.goal.actual))).toEqual([
      "600000",
      "700000",
      "800000",
      "900000",
    ]);
  });
});
