// Progress and pace of a goal, its milestones, and when it closes.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createWorkCalendar } from "#src/calendar/workdays";
import { decimal, toText, zero } from "#src/language/decimal";
import { closingState, doneOf, isPastGrace, paceOf } from "#src/practices/goals/rules";
import {
  milestonesFor,
  missedMilestone,
  nextMilestone,
} from "#src/practices/goals/status/milestones";
import { china, plain, on, step, goal, amounts, positive, dates } from "#test/support/goal-samples";

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
  ])("a limit of 5 with %s used and %s of time elapsed counts as %s", (actual, gone, done) => {
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
    expect(pace).toMatchObject({ status: "on-track", quietDays: null });
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

describe("milestones", () => {
  const milestones = [
    step("2026-12-20", null, "900000"),
    step("2026-11-20", null, "600000"),
    step("2026-10-20", "2026-10-19"),
    step("2026-10-31", null, "300000"),
  ];
  const at = (actual: string) =>
    ({ milestones, direction: "up", actual: decimal(actual) }) as const;

  it("names the earliest ahead that is neither done nor passed", () => {
    expect(nextMilestone(at("520000"), on("2026-11-11"))?.due).toBe("2026-11-20");
    expect(nextMilestone(at("600000"), on("2026-11-11"))?.due).toBe("2026-12-20");
    expect(nextMilestone(at("900000"), on("2026-11-11"))).toBeNull();
  });

  it("never calls one next whose day is over: that one was missed", () => {
    expect(nextMilestone(at("100000"), on("2026-11-11"))?.due).toBe("2026-11-20");
    expect(missedMilestone(at("100000"), on("2026-11-11"))?.due).toBe("2026-10-31");
    expect(missedMilestone(at("520000"), on("2026-11-11"))).toBeNull();
    expect(nextMilestone(at("100000"), on("2026-12-21"))).toBeNull();
  });

  it("keep their share of a lowered target, whole where they were whole; what was done stays", () => {
    const goal = { milestones, baseline: zero, target: decimal("1000000") };
    const moved = milestonesFor(goal, decimal("800000"));
    expect(moved.map((each) => each.target && toText(each.target))).toEqual([
      "720000",
      "480000",
      null,
      "240000",
    ]);
    expect(milestonesFor(goal, decimal("1200000"))).toBe(milestones);
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
