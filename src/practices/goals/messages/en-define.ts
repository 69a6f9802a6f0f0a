// What goals say in English while one is being set or changed in words.
import type { LocalDate } from "#src/calendar/local-date";
import type { Decimal } from "#src/language/decimal";
import type { Formatter } from "#src/language/format";
import type { Unit } from "#src/language/units";
import { line, said, typed, type Line } from "#src/view/line";
import type { RateUnit } from "../define/rate.ts";
import { titleFor, type Titled } from "../model.ts";

const stretches: Record<RateUnit, readonly [one: string, many: string]> = {
  day: ["workday", "workdays"],
  week: ["week", "weeks"],
  month: ["month", "months"],
};

export const define = (f: Formatter) => ({
  timeUnclear: (text: string): Line =>
    line`I can't tell which days “${said(text)}” means. Write the last day, ${typed("by 2027-03-31")}, or both: ${typed("2027-01-01..2027-03-31")}.`,
  noFiscalYears: (text: string): Line =>
    line`I don't keep fiscal years, so “${said(text)}” tells me no dates. Write them instead: ${typed("2026-10-01..2027-03-31")}.`,
  yearOrTarget: (year: string): Line =>
    line`Is ${year} the year or the target? Write both, e.g. ${typed(`calls 300 in ${year}`)}.`,
  yearIsTarget: (target: Decimal, unit: Unit): Line =>
    line`${f.amount(target, unit)} is the target`,
  rateAsk: (
    rate: Decimal,
    unit: Unit,
    each: RateUnit,
    count: number,
    sum: Decimal,
    end: LocalDate,
  ): Line =>
    line`A goal is one sum over its time. ${f.amount(rate, unit)} a ${each}, times ${String(count)} ${stretches[each][count === 1 ? 0 : 1]} until ${f.date(end)}, is ${f.amount(sum, unit)}. Which is the target?`,
  rateTakes: (target: Decimal, unit: Unit): Line => line`${f.amount(target, unit)} in all`,
  alsoRuns: (number: number, goal: Titled, end: LocalDate): Line =>
    line`There is already G${String(number)} ${said(titleFor(goal, "en"))}, until ${f.date(end)}. If that is the one you mean, change it and drop this draft.`,
  editThat: (number: number): Line => line`Edit G${String(number)}`,
  begins: (): Line => line`Begins`,
});
