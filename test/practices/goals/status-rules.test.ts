// What a goal is said to be: on track, at risk, behind, and what it would still take.
import { describe, expect, it } from "vitest";
import { decimal, toText } from "#src/language/decimal";
import { closingState, confidenceClass, paceOf } from "#src/practices/goals/rules";
import { china, plain, on, quarter, step, goal } from "#test/support/goal-samples";

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
    ).toMatchObject({ status: "off-track", quietDays: 50 });
  });

  it.each([
    ["2026-11-07", null],
    ["2026-11-06", 14],
    ["2026-11-04", 16],
  ])(
    "last logged on %s it is quiet for %s days, which changes nothing of its status",
    (lastOn, quietDays) => {
      expect(
        paceOf(
          goal({ actual: decimal("600000"), lastOn: on(lastOn) }),
          on("2026-11-20"),
          china,
          true,
        ),
      ).toMatchObject({ quietDays, status: "on-track" });
    },
  );

  it("does not lift a quiet goal that is off track, nor call a reached one quiet", () => {
    const lastOn = on("2026-10-09");
    expect(
      paceOf(goal({ actual: decimal("1000"), lastOn }), on("2026-11-20"), china, true).status,
    ).toBe("off-track");
    expect(
      paceOf(goal({ actual: decimal("1000000"), lastOn }), on("2026-11-20"), china, true),
    ).toMatchObject({ quietDays: null, status: "reached" });
  });

  it("of a limit is on track inside it and off track beyond it, from the first day, and never quiet", () => {
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
    expect(limit("5", "2026-11-20")).toMatchObject({ status: "on-track", quietDays: null });
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

  it("of a goal written down late counts from that day, also where something older was logged to it", () => {
    const late = goal({
      createdOn: on("2026-11-18"),
      lastOn: on("2026-11-18"),
      actual: decimal("10000"),
    });
    expect(paceOf(late, on("2026-11-18"), china, true).status).toBe("too-early");
    expect(paceOf(late, on("2026-11-27"), china, true)).toMatchObject({ status: "off-track" });
    expect(
      paceOf({ ...late, actual: decimal("300000") }, on("2026-11-27"), china, true),
    ).toMatchObject({ status: "on-track" });
    expect(
      paceOf({ ...late, lastOn: on("2026-10-20") }, on("2026-11-18"), china, true),
    ).toMatchObject({ status: "too-early", quietDays: 29 });
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
    ).toMatchObject({ quietDays: null, status: "at-risk" });
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
