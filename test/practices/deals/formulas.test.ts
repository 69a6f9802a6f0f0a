// What deals say of a goal, by the formulas and edges of domain.md 2.4.
import { describe, expect, it } from "vitest";
import { localDate } from "#src/calendar/local-date";
import { decimal } from "#src/language/decimal";
import {
  coverageOf,
  pipelineOf,
  rangeOf,
  trailingYear,
  winRateOf,
} from "#src/practices/deals/forecast/formulas";
import type { ClosedDeal, Deal } from "#src/practices/deals/model";
import { standing } from "#test/support/numbers/deals";

const today = localDate("2026-11-11");
const quarter = { start: localDate("2026-10-01"), end: localDate("2026-12-31") };
const closed = (outcome: "won" | "lost", amount: string | null, currency = "CNY"): ClosedDeal => ({
  outcome,
  amount: amount === null ? null : decimal(amount),
  currency,
});
const times = <T>(count: number, each: T): readonly T[] =>
  Array.from({ length: count }, () => each);
const text = (value: { toString(): string } | null): string | null => value?.toString() ?? null;
const noRate = { byCount: decimal("0.25") };

describe("a win rate", () => {
  it("is won of won and lost, by number and by amount", () => {
    const rate = winRateOf(
      [...times(4, closed("won", "100")), ...times(6, closed("lost", "50"))],
      "CNY",
    );
    expect([rate.assumed, rate.closed, text(rate.byCount)]).toEqual([false, 10, "0.4"]);
    expect(rate.byValue?.toFixed(4)).toBe("0.5714");
    expect(text(rate.averageWon)).toBe("100");
  });
  it("is assumed while fewer than ten are closed, and never by amount", () => {
    const rate = winRateOf(times(9, closed("won", "100")), "CNY");
    expect([rate.assumed, rate.byCount.toFixed(2), rate.byValue]).toEqual([true, "0.33", null]);
  });
  it("takes no other currency and no missing amount for nothing", () => {
    const rate = winRateOf(
      [
        ...times(2, closed("won", "100")),
        ...times(4, closed("won", null)),
        ...times(4, closed("lost", "900", "USD")),
      ],
      "CNY",
    );
    expect([text(rate.byCount), text(rate.byValue), text(rate.averageWon)]).toEqual([
      "0.6",
      "1",
      "100",
    ]);
  });
  it("looks at four quarters that are over and what there is of this one", () => {
    expect(trailingYear(today)).toEqual({ from: "2025-10-01", to: "2026-11-11" });
  });
});

describe("what is to come in", () => {
  const deal = (more: Partial<Deal>): Deal =>
    standing({ probability: null, amount: decimal("100000"), ...more });
  const of = (...open: readonly Deal[]) => pipelineOf(open, "CNY", quarter, today, noRate);

  it("weighs each by its own probability, else its stage's, else the win rate", () => {
    const pipeline = of(
      deal({ probability: decimal("60") }),
      deal({}),
      deal({ stage: "初步接触" }),
    );
    expect([text(pipeline.value), text(pipeline.weighted), pipeline.byRate]).toEqual([
      "300000",
      "145000",
      true,
    ]);
  });
  it("counts only what closes in the period and is not overdue, and says what it leaves out", () => {
    const pipeline = of(
      deal({ closeOn: localDate("2026-12-31") }),
      deal({ closeOn: today }),
      deal({ closeOn: localDate("2026-11-10") }),
      deal({ closeOn: localDate("2027-01-01") }),
      deal({ closeOn: null }),
      deal({ currency: "USD" }),
      deal({ amount: null }),
    );
    expect(pipeline).toMatchObject({ noAmount: 1, overdue: 1, otherCurrency: 1, noDay: 1 });
    expect([pipeline.deals.length, text(pipeline.value)]).toEqual([2, "200000"]);
  });
  it("is a range from what is there to all of it", () => {
    const range = rangeOf(decimal("675000"), {
      value: decimal("325000"),
      weighted: decimal("81250"),
    });
    expect([text(range.low), text(range.likely), text(range.high)]).toEqual([
      "675000",
      "756250",
      "1000000",
    ]);
  });
});

describe("coverage", () => {
  const goal = { actual: decimal("520000"), target: decimal("1000000") };
  const rate = { byCount: decimal("0.25"), averageWon: decimal("70000") };
  const pipeline = { value: decimal("960000") };

  it("is open pipeline by what is missing; the pipeline and the deals it needs stand beside", () => {
    const coverage = coverageOf(goal, pipeline, rate);
    expect(coverage).toMatchObject({ reached: false });
    if (coverage.reached) return;
    expect([text(coverage.times), text(coverage.gap)]).toEqual(["2", "480000"]);
    expect([text(coverage.pipelineNeeded), text(coverage.dealsNeeded)]).toEqual(["1920000", "7"]);
  });
  it.each(["1000000", "1200000"])(
    "of a goal that stands at %s is none: it is reached",
    (actual) => {
      expect(coverageOf({ ...goal, actual: decimal(actual) }, pipeline, rate)).toEqual({
        reached: true,
      });
    },
  );
  it("needs no pipeline that could be told where nothing was ever won, rather than an endless one", () => {
    const coverage = coverageOf(goal, pipeline, { byCount: decimal("0"), averageWon: null });
    expect(coverage).toMatchObject({ pipelineNeeded: null, dealsNeeded: null });
  });
});
