import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { localDate, type LocalDate } from "#src/calendar/local-date";
import { createWorkCalendar } from "#src/calendar/workdays";
import { decimal, sum, toText, zero, type Decimal } from "#src/language/decimal";
import type { MetricId } from "#src/practices/setup/api";
import type { GoalId, Milestone } from "#src/practices/goals/model";
import {
  assignmentOf,
  closingState,
  confidenceClass,
  doneOf,
  isAdditive,
  isPastGrace,
  mayGiveOut,
  nextMilestone,
  overAssignment,
  paceOf,
  smartCheck,
  split,
  workdayAdjusted,
} from "#src/practices/goals/rules";

const china = createWorkCalendar({ country: "CN" });
/** No holidays fall into the weeks used with it: Monday 7 September to Friday 18 September 2026. */
const plain = createWorkCalendar({ country: "DE" });
const on = (text: string): LocalDate => localDate(text);
const quarter = { kind: "quarter", start: on("2026-10-01"), end: on("2026-12-31") } as const;

const step = (
  due: string,
  done: string | null = null,
  target: string | null = null,
): Milestone => ({
  id: due,
  title: `step ${due}`,
  due: on(due),
  target: target === null ? null : decimal(target),
  doneOn: done === null ? null : on(done),
});

function goal(parts: Partial<Parameters<typeof paceOf>[0]> = {}): Parameters<typeof paceOf>[0] {
  return {
    direction: "up",
    baseline: zero,
    target: decimal("1000000"),
    actual: zero,
    period: quarter,
    milestones: [],
    createdOn: quarter.start,
    lastOn: quarter.start,
    ...parts,
  };
}

const amounts = fc.integer({ min: -1_000_000, max: 1_000_000 }).map((n) => decimal(BigInt(n)));
const positive = fc.integer({ min: 1, max: 10_000_000 }).map((n) => decimal(BigInt(n)));
const dates = fc
  .integer({ min: 0, max: 200 })
  .map((n) => on(new Date(Date.UTC(2026, 8, 1 + n)).toISOString().slice(0, 10)));

describe("progress", () => {
  it.each([
    ["up", "0", "100", "52", "0.52"],
    ["up", "20", "120", "70", "0.5"],
    ["up", "0", "100", "130", "1.3"],
    ["up", "0", "100", "-10", "-0.1"],
    ["down", "20", "5", "20", "0"],
    ["down", "20", "5", "8", "0.8"],
    ["down", "20", "5", "2", "1.2"],
    ["down", "20", "5", "23", "-0.2"],
  ] as const)(
    "going %s from %s to %s stands at %s as %s, never clamped",
    (direction, baseline, target, actual, done) => {
      expect(
        toText(
          doneOf(
            goal({
              direction,
              baseline: decimal(baseline),
              target: decimal(target),
              actual: decimal(actual),
            }),
            zero,
          ),
        ),
      ).toBe(done);
    },
  );

  it.each([
    ["5", "0.4", "0.4"],
    ["4.9", "0.4", "0.4"],
    ["5.1", "0.4", "0"],
  ])("a limit of 5 with %s used and %s of the time gone counts as %s", (actual, gone, done) => {
    expect(
      toText(
        doneOf(
          goal({ direction: "keep", target: decimal("5"), actual: decimal(actual) }),
          decimal(gone),
        ),
      ),
    ).toBe(done);
  });

  it("of a goal of steps is the share of steps done, and nothing without steps", () => {
    const milestones = [
      step("2026-10-20", "2026-10-19"),
      step("2026-11-20"),
      step("2026-12-01"),
      step("2026-12-20"),
    ];
    expect(toText(doneOf(goal({ direction: "milestones", milestones }), zero))).toBe("0.25");
    expect(toText(doneOf(goal({ direction: "milestones" }), zero))).toBe("0");
  });

  it("is all or nothing where the target equals the baseline", () => {
    const flat = { baseline: decimal("5"), target: decimal("5") };
    expect(toText(doneOf(goal({ ...flat, actual: decimal("4") }), zero))).toBe("0");
    expect(toText(doneOf(goal({ ...flat, actual: decimal("5") }), zero))).toBe("1");
  });

  it("is nothing at the baseline and whole at the target, whichever way it runs", () => {
    fc.assert(
      fc.property(amounts, amounts, (baseline, target) => {
        fc.pre(!baseline.eq(target));
        const direction = target.gt(baseline) ? "up" : "down";
        expect(toText(doneOf(goal({ direction, baseline, target, actual: baseline }), zero))).toBe(
          "0",
        );
        expect(toText(doneOf(goal({ direction, baseline, target, actual: target }), zero))).toBe(
          "1",
        );
      }),
    );
  });

  it("grows with every step towards the target", () => {
    fc.assert(
      fc.property(amounts, amounts, amounts, positive, (baseline, target, actual, more) => {
        fc.pre(!baseline.eq(target));
        const up = target.gt(baseline);
        const direction = up ? "up" : "down";
        const before = doneOf(goal({ direction, baseline, target, actual }), zero);
        const after = doneOf(
          goal({
            direction,
            baseline,
            target,
            actual: up ? actual.plus(more) : actual.minus(more),
          }),
          zero,
        );
        expect(after.gt(before)).toBe(true);
      }),
    );
  });
});

describe("pace", () => {
  it("agrees with the worked example of the fourth quarter of 2026 in China", () => {
    const pace = paceOf(
      goal({ actual: decimal("520000"), lastOn: on("2026-11-20") }),
      on("2026-11-20"),
      china,
      true,
    );
    expect(pace.workdaysLeft).toBe(29);
    expect(pace.timeGone.toFixed(10)).toBe("0.5322580645");
    expect(pace.done.div(pace.timeGone).toFixed(3)).toBe("0.977");
    expect(pace.needPerDay?.toFixed(2)).toBe("16551.72");
    expect(pace).toMatchObject({ status: "on-track", stale: false });
    expect(toText(pace.done)).toBe("0.52");
  });

  it("counts today only once its work hours are over", () => {
    const morning = paceOf(goal(), on("2026-11-20"), china, false);
    const evening = paceOf(goal(), on("2026-11-20"), china, true);
    expect([morning.workdaysLeft, evening.workdaysLeft]).toEqual([30, 29]);
    expect(evening.timeGone.gt(morning.timeGone)).toBe(true);
  });

  it("asks nothing more a day once it is reached, over, or measured otherwise", () => {
    const today = on("2026-11-20");
    expect(paceOf(goal({ actual: decimal("1000000") }), today, china, true)).toMatchObject({
      needPerDay: null,
      status: "reached",
    });
    expect(paceOf(goal({ actual: decimal("1") }), on("2026-12-31"), china, true)).toMatchObject({
      needPerDay: null,
      workdaysLeft: 0,
    });
    expect(
      paceOf(
        goal({
          direction: "down",
          baseline: decimal("20"),
          target: decimal("5"),
          actual: decimal("12"),
        }),
        today,
        china,
        true,
      ).needPerDay,
    ).toBeNull();
    expect(
      paceOf(goal({ direction: "keep", target: decimal("5") }), today, china, true).needPerDay,
    ).toBeNull();
  });

  it("has all its time gone in a period without workdays", () => {
    const weekend = { kind: "custom", start: on("2026-09-12"), end: on("2026-09-13") } as const;
    expect(toText(paceOf(goal({ period: weekend }), on("2026-09-12"), plain, true).timeGone)).toBe(
      "1",
    );
  });

  it("takes leave out of the elapsed days and of all days", () => {
    const away = createWorkCalendar({
      country: "CN",
      leave: [{ from: on("2026-11-16"), to: on("2026-11-20") }],
    });
    const pace = paceOf(goal(), on("2026-11-20"), away, true);
    expect(pace.timeGone.toFixed(6)).toBe("0.491228"); // 28 of 57
    expect(pace.workdaysLeft).toBe(29);
  });

  it("never has less than none or more than all of its time gone, and never loses a workday", () => {
    fc.assert(
      fc.property(dates, fc.boolean(), amounts, (today, over, actual) => {
        const pace = paceOf(goal({ actual }), today, china, over);
        expect(pace.timeGone.gte("0") && pace.timeGone.lte("1")).toBe(true);
        expect(Math.round(Number(pace.timeGone.toFixed(10)) * 62) + pace.workdaysLeft).toBe(62);
      }),
    );
  });

  it("brings the goal home when every workday left brings what is needed", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999 }), dates, (actual, today) => {
        const pace = paceOf(goal({ actual: decimal(BigInt(actual)) }), today, china, true);
        if (pace.needPerDay)
          expect(
            pace.needPerDay.times(String(pace.workdaysLeft)).plus(String(actual)).toFixed(6),
          ).toBe("1000000.000000");
        else expect(pace.workdaysLeft).toBe(0);
      }),
    );
  });
});

describe("status", () => {
  // Ten workdays; after Friday 11 September five of them are gone.
  const fortnight = { kind: "custom", start: on("2026-09-07"), end: on("2026-09-18") } as const;
  const at = (actual: string, today: string, over = true) =>
    paceOf(
      goal({
        period: fortnight,
        target: decimal("1000"),
        actual: decimal(actual),
        createdOn: fortnight.start,
        lastOn: fortnight.start,
      }),
      on(today),
      plain,
      over,
    ).status;

  it.each([
    ["475", "on-track"],
    ["474.999999", "at-risk"],
    ["375", "at-risk"],
    ["374.999999", "off-track"],
    ["0", "off-track"],
    ["-100", "off-track"],
    ["999.999999", "on-track"],
    ["1000", "reached"],
    ["1200", "reached"],
  ])("with half the time gone, %s of 1,000 is %s", (actual, status) => {
    expect(at(actual, "2026-09-11")).toBe(status);
  });

  it("is on track exactly at the border where neither share is a finite decimal", () => {
    // 2 of 3 workdays gone, 190 of 300: 0.6333… / 0.6666… is exactly 0.95.
    const three = { kind: "custom", start: on("2026-09-07"), end: on("2026-09-09") } as const;
    const pace = (actual: string) =>
      paceOf(
        goal({
          period: three,
          target: decimal("300"),
          actual: decimal(actual),
          createdOn: three.start,
          lastOn: three.start,
        }),
        on("2026-09-08"),
        plain,
        true,
      ).status;
    expect(pace("190")).toBe("on-track");
    expect(pace("150")).toBe("at-risk");
  });

  it("begins where the organisation says", () => {
    // Half the time gone: half of 1,000 is expected.
    const of = (actual: string, onTrack: string, atRisk: string) =>
      paceOf(
        goal({
          period: fortnight,
          target: decimal("1000"),
          actual: decimal(actual),
          createdOn: fortnight.start,
          lastOn: fortnight.start,
        }),
        on("2026-09-11"),
        plain,
        true,
        {
          onTrack: decimal(onTrack),
          atRisk: decimal(atRisk),
        },
      ).status;
    expect([
      of("450", "0.9", "0.5"),
      of("449", "0.9", "0.5"),
      of("250", "0.9", "0.5"),
      of("249", "0.9", "0.5"),
    ]).toEqual(["on-track", "at-risk", "at-risk", "off-track"]);
  });

  it("is too early to say in the first tenth of the period, unless the goal is reached", () => {
    expect(at("0", "2026-09-07", false)).toBe("too-early");
    expect(at("0", "2026-09-07", true)).toBe("off-track");
    expect(at("1000", "2026-09-07", false)).toBe("reached");
    expect(at("0", "2026-09-01")).toBe("too-early");
  });

  it("does not call a goal behind before its first entry", () => {
    const fresh = goal({ createdOn: on("2026-11-18"), lastOn: null });
    expect(paceOf(fresh, on("2026-11-20"), china, true).status).toBe("too-early");
    expect(
      paceOf({ ...fresh, createdOn: quarter.start }, on("2026-11-20"), china, true),
    ).toMatchObject({ status: "off-track", stale: true });
  });

  it.each([
    ["2026-11-07", false, "on-track"],
    ["2026-11-06", true, "at-risk"],
  ])("last logged on %s it is stale: %s, and %s at best", (lastOn, stale, status) => {
    expect(
      paceOf(
        goal({ actual: decimal("600000"), lastOn: on(lastOn) }),
        on("2026-11-20"),
        china,
        true,
      ),
    ).toMatchObject({ stale, status });
  });

  it("does not lift a stale goal that is off track, nor call a reached one stale", () => {
    const lastOn = on("2026-10-09");
    expect(
      paceOf(goal({ actual: decimal("1000"), lastOn }), on("2026-11-20"), china, true).status,
    ).toBe("off-track");
    expect(
      paceOf(goal({ actual: decimal("1000000"), lastOn }), on("2026-11-20"), china, true),
    ).toMatchObject({ stale: false, status: "reached" });
  });

  it("of a limit is on track inside it and off track beyond it, from the first day, and never stale", () => {
    const limit = (actual: string, today: string) =>
      paceOf(
        goal({
          direction: "keep",
          target: decimal("5"),
          actual: decimal(actual),
          lastOn: on("2026-10-01"),
        }),
        on(today),
        china,
        true,
      );
    expect(limit("5", "2026-11-20")).toMatchObject({ status: "on-track", stale: false });
    expect(limit("6", "2026-11-20").status).toBe("off-track");
    expect(limit("6", "2026-10-08").status).toBe("off-track");
  });

  it.each([
    ["keep", "5", ["2026-11-09", "4"], ["2026-11-11", "6"], "2026-11-13", "0.4", "off-track"],
    ["keep", "5", ["2026-11-09", "6"], ["2026-11-10", "4"], "2026-11-13", "0.8", "at-risk"],
    ["floor", "90", ["2026-11-09", "95"], ["2026-11-20", "80"], "2026-11-13", "1", "on-track"],
    ["floor", "90", ["2026-11-09", "80"], ["2026-11-10", "80"], "2026-11-13", "0", "off-track"],
  ] as const)(
    "of a limit (%s %s) with %j and %j is by %s the share of workdays inside it: %s, %s",
    (direction, target, [from, before], [then, after], today, done, status) => {
      const course = [
        { on: on(from), value: decimal(before) },
        { on: on(then), value: decimal(after) },
      ];
      const pace = paceOf(
        goal({
          direction,
          target: decimal(target),
          actual: decimal(after),
          lastOn: on(then),
          course,
        }),
        on(today),
        plain,
        true,
      );
      expect([toText(pace.done), pace.status]).toEqual([done, status]);
    },
  );

  it("says nothing of a limit before it is known, and does not close it as kept", () => {
    const unknown = goal({ direction: "keep", target: decimal("5"), lastOn: null });
    expect(paceOf(unknown, on("2026-10-20"), china, true).status).toBe("too-early");
    expect(closingState(unknown)).toBe("missed");
    expect(
      closingState(
        goal({ direction: "keep", target: decimal("5"), lastOn: on("2026-12-31") }),
        decimal("0.5"),
      ),
    ).toBe("missed");
  });

  it("of a goal written down late counts from that day, unless something older was logged to it", () => {
    const late = goal({
      createdOn: on("2026-11-18"),
      firstOn: on("2026-11-18"),
      lastOn: on("2026-11-18"),
      actual: decimal("10000"),
    });
    expect(paceOf(late, on("2026-11-18"), china, true).status).toBe("too-early");
    expect(paceOf(late, on("2026-11-27"), china, true)).toMatchObject({ status: "off-track" });
    expect(
      paceOf({ ...late, actual: decimal("300000") }, on("2026-11-27"), china, true),
    ).toMatchObject({ status: "on-track" });
    expect(
      paceOf({ ...late, firstOn: on("2026-10-20") }, on("2026-11-18"), china, true).status,
    ).toBe("off-track");
  });

  it("counts a finished step as news of a goal of steps", () => {
    const milestones = [step("2026-11-18", "2026-11-18"), step("2026-12-20")];
    expect(
      paceOf(
        goal({ direction: "milestones", milestones, lastOn: null }),
        on("2026-11-20"),
        china,
        true,
      ),
    ).toMatchObject({ stale: false, status: "at-risk" });
  });

  it.each([
    [1, "off-track"],
    [3, "off-track"],
    [4, "at-risk"],
    [7, "at-risk"],
    [8, "on-track"],
    [10, "on-track"],
  ])("an outlook of %i reads as %s", (confidence, status) => {
    expect(confidenceClass(confidence)).toBe(status);
  });
});

describe("milestones", () => {
  it("names the earliest one that is neither done nor passed", () => {
    const milestones = [
      step("2026-12-20", null, "900000"),
      step("2026-11-20", null, "600000"),
      step("2026-10-20", "2026-10-19"),
      step("2026-10-31", null, "300000"),
    ];
    expect(nextMilestone({ milestones, actual: decimal("520000") })?.due).toBe("2026-11-20");
    expect(nextMilestone({ milestones, actual: decimal("600000") })?.due).toBe("2026-12-20");
    expect(nextMilestone({ milestones, actual: decimal("900000") })).toBeNull();
  });
});

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

describe("late entries", () => {
  const year = { end: on("2026-12-31") };
  it.each([
    ["2026-12-31", 3, false],
    ["2027-01-01", 3, false],
    ["2027-01-04", 0, true],
    ["2027-01-06", 3, false],
    ["2027-01-07", 3, true],
    ["2027-01-05", 2, false],
    ["2027-01-06", 2, true],
  ])("of 2026 on %s with %d workdays of grace are over: %s", (today, grace, over) => {
    expect(isPastGrace(year, on(today), plain, grace)).toBe(over);
  });
});

describe("closing", () => {
  it.each([
    ["up", "0", "100", "100", "achieved"],
    ["up", "0", "100", "99.999999", "missed"],
    ["down", "20", "5", "5", "achieved"],
    ["down", "20", "5", "6", "missed"],
    ["keep", "0", "5", "5", "achieved"],
    ["keep", "0", "5", "6", "missed"],
  ] as const)(
    "a goal %s from %s to %s that stands at %s is %s",
    (direction, baseline, target, actual, state) => {
      expect(
        closingState(
          goal({
            direction,
            baseline: decimal(baseline),
            target: decimal(target),
            actual: decimal(actual),
          }),
        ),
      ).toBe(state);
    },
  );

  it("a goal of steps is achieved when all are done", () => {
    expect(
      closingState(
        goal({ direction: "milestones", milestones: [step("2026-10-20", "2026-10-20")] }),
      ),
    ).toBe("achieved");
    expect(
      closingState(
        goal({
          direction: "milestones",
          milestones: [step("2026-10-20", "2026-10-20"), step("2026-11-20")],
        }),
      ),
    ).toBe("missed");
  });
});
