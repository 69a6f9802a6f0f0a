// What is in both and what is only in one.
import { describe, expect, it } from "vitest";
import { localDate } from "#src/calendar/local-date";
import { decimal } from "#src/language/decimal";
import { matched, type Dated } from "#src/practices/numbers/rows/match";

const at = (day: string, value: string): Dated => ({
  on: localDate(`2026-11-${day}`),
  value: decimal(value),
});
const says = (all: readonly Dated[]) =>
  all.map((each) => `${each.on.slice(8)} ${each.value.toString()}`);

describe("an entry and a figure are one", () => {
  it("where amounts are the same, whatever zeros stand behind them, and the days are near", () => {
    const found = matched(
      [at("03", "40000"), at("10", "5")],
      [at("05", "40000.00"), at("30", "5")],
    );
    expect(found.both.map(([a, b]) => `${a.on} ${b.on}`)).toEqual(["2026-11-03 2026-11-05"]);
    expect(says(found.onlyFirst)).toEqual(["10 5"]);
    expect(says(found.onlySecond)).toEqual(["30 5"]);
  });
  it("once: two that read the same want two", () => {
    const found = matched([at("03", "1"), at("03", "1")], [at("03", "1")]);
    expect([found.both.length, found.onlyFirst.length, found.onlySecond.length]).toEqual([1, 1, 0]);
  });
  it("with the nearest day of several", () => {
    const found = matched([at("10", "7")], [at("04", "7"), at("11", "7")]);
    expect(says(found.onlySecond)).toEqual(["04 7"]);
  });
});
