// Where a goal would end: a range with its parts, by the vectors of design/domain.md 2.3 and 2.4.
import { describe, expect, it } from "vitest";
import { localDate } from "#src/calendar/local-date";
import { decimal } from "#src/language/decimal";
import { paceOf } from "#src/practices/goals/rules";
import { forecastOf, sameDayIn, seasonShare } from "#src/practices/goals/forecast/forecast";
import { china, goal as measured } from "#test/support/goal-samples";

const on = localDate;
const goal = (parts: Parameters<typeof measured>[0]) => ({
  ...measured(parts),
  adds: true,
  unit: { kind: "money", currency: "CNY" } as const,
  ratio: null,
});

describe("a forecast", () => {
  const running = goal({ actual: decimal("520000"), lastOn: on("2026-11-20") });
  const pace = paceOf(running, on("2026-11-20"), china, true);

  it("at the pace since it began ends where the worked example does", () => {
    const found = forecastOf({ goal: running, pace }, null);
    expect(found?.parts.map(({ part, value }) => [part, value.toFixed(2)])).toEqual([
      ["since", "976969.70"],
    ]);
  });

  it("is the range of its parts: the last workdays and earlier like periods beside the whole", () => {
    const run = { perDay: decimal("10000"), workdays: 10 };
    const found = forecastOf({ goal: running, pace, run }, decimal("0.4"));
    expect(found?.parts.map(({ part, value }) => [part, value.toFixed(0)])).toEqual([
      ["since", "976970"],
      ["lately", "810000"],
      ["season", "1300000"],
    ]);
    expect([found?.low.toFixed(0), found?.high.toFixed(0)]).toEqual(["810000", "1300000"]);
  });

  it.each([
    ["reached", goal({ actual: decimal("1000000"), lastOn: on("2026-11-20") }), "2026-11-20"],
    ["over", running, "2026-12-31"],
    ["too early to say", goal({ actual: decimal("1000"), lastOn: on("2026-10-09") }), "2026-10-09"],
    ["without any gain", goal({ actual: decimal("0"), lastOn: on("2026-11-20") }), "2026-11-20"],
    ["no sum", { ...running, adds: false }, "2026-11-20"],
  ])("of what is %s is none", (_name, of, day) => {
    expect(forecastOf({ goal: of, pace: paceOf(of, on(day), china, true) }, null)).toBeNull();
  });
});

describe("earlier like periods", () => {
  it("compare on the day on which as large a share of their workdays was gone", () => {
    const quarter = { kind: "quarter" as const, start: on("2026-10-01"), end: on("2026-12-31") };
    expect(sameDayIn(quarter, decimal("33").div("62"), china)).toBe("2026-11-20");
    expect(sameDayIn(quarter, decimal("0"), china)).toBe("2026-10-01");
  });

  it("say the mean of what they had by then, from two on; one that came to nothing says nothing", () => {
    const had = (stood: string, actual: string) => ({
      stood: decimal(stood),
      goal: { actual: decimal(actual), baseline: decimal("0") },
    });
    expect(seasonShare([had("30", "100"), had("50", "100")])?.toFixed(2)).toBe("0.40");
    expect(seasonShare([had("30", "100"), had("0", "0")])).toBeNull();
  });
});
