// What deals says on a goal's own card, in English.
import type { Decimal } from "#src/language/decimal";
import type { Formatter, Unit } from "#src/language/format";
import { joinLines, line, type Line } from "#src/view/line";
import type { Pipeline, WinRate } from "../forecast/formulas.ts";

const deals = (count: number): string => `${String(count)} ${count === 1 ? "deal" : "deals"}`;

export const forecast = (f: Formatter) => ({
  range: (): Line => line`With open deals`,
  rangeIs: (low: Decimal, likely: Decimal, high: Decimal, unit: Unit): Line =>
    line`${f.about(low, unit)} to ${f.about(high, unit)}, likely ${f.about(likely, unit)}`,
  parts: (actual: Decimal, { deals: own, value, weighted }: Pipeline, unit: Unit): Line =>
    line`${f.amount(actual, unit)} is there; ${deals(own.length)} of ${f.amount(value, unit)} are to close in time, ${f.about(weighted, unit)} by how likely they are`,
  leftOut: ({ noAmount, overdue, otherCurrency, noDay }: Pipeline): Line =>
    joinLines(
      [
        noAmount === 0 ? [] : line`${String(noAmount)} without an amount`,
        overdue === 0 ? [] : line`${String(overdue)} past their close day`,
        otherCurrency === 0 ? [] : line`${String(otherCurrency)} in another currency`,
        noDay === 0 ? [] : line`${String(noDay)} without a close day`,
      ],
      ", ",
    ),
  notCounted: (what: Line): Line => line`Not counted: ${what}`,
  coverage: (): Line => line`Coverage`,
  coverageIs: (times: Decimal, gap: Decimal, unit: Unit): Line =>
    line`open deals are ${times.toFixed(1)} times the ${f.amount(gap, unit)} to go`,
  needed: (): Line => line`Needed`,
  neededIs: (pipeline: Decimal | null, count: Decimal | null, unit: Unit): Line =>
    joinLines(
      [
        pipeline === null
          ? line`n/a, since no deal was won yet`
          : line`deals of ${f.about(pipeline, unit)}`,
        count === null ? [] : line`${count.toFixed(0)} won at the usual size`,
      ],
      " · ",
    ),
  rate: ({ byCount, byValue, closed, assumed }: WinRate): Line =>
    assumed
      ? line`Win rate ${f.percent(byCount)} assumed: ${closed === 0 ? "no deal" : `only ${deals(closed)}`} closed in four quarters, ten are needed`
      : joinLines(
          [
            line`Win rate ${f.percent(byCount)} by number`,
            byValue === null ? [] : line`${f.percent(byValue)} by amount`,
            line`won / (won + lost), ${deals(closed)} in four quarters`,
          ],
          " · ",
        ),
});
