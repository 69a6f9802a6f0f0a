// Setting a goal in words, and whether it is a good one.
import type { LocalDate } from "#src/calendar/local-date";
import type { Leave } from "#src/calendar/workdays";
import type { Decimal } from "#src/language/decimal";
import type { Formatter } from "#src/language/format";
import type { Unit } from "#src/language/units";
import { line, said, typed, type Line } from "#src/view/line";
import type { ChangedField } from "../../define/parse-change.ts";
import type { RateUnit } from "../../define/rate.ts";
import type { Metric } from "#src/practices/setup/api";
import { titleFor, type Titled } from "../../model.ts";
import type { SmartAdvice } from "../../rules.ts";

const stretches: Record<RateUnit, readonly [one: string, many: string]> = {
  day: ["workday", "workdays"],
  week: ["week", "weeks"],
  month: ["month", "months"],
};

const smart: Record<SmartAdvice, string> = {
  vague:
    "S: name the metric or the result. “Improve sales” cannot be checked off; “collected revenue 100k” can.",
  "no-target": "M: add a number to reach.",
  stretched: "A: more than half above your last periods. Is that intended?",
  easy: "A: below your last periods. Is that intended?",
  "no-reason": "R: add a line on why it matters, or the team goal it belongs to.",
  past: "T: the due date has passed. Choose a later one.",
  "too-soon": "T: leave at least one workday.",
  "too-far": "T: more than 18 months away. Choose a nearer step.",
  "needs-milestone": "T: longer than a month: add a milestone on the way.",
};

export const define = (f: Formatter) => ({
  awayThen: (name: string, away: readonly Leave[]): Line =>
    line`${said(name)} is away ${f.list(away.map(({ from, to }) => (from === to ? `on ${f.date(from)}` : `${f.date(from)} to ${f.date(to)}`)))}.`,
  whichCurrency: (): Line =>
    line`In which currency? Write it with the amount, e.g. ${typed("100k EUR")}; an admin can set one for everybody in ${typed("setup")}.`,
  newGoal: (): Line => line`New goal`,
  draftTarget: (): Line => line`Target`,
  draftTargetIs: (target: Decimal, unit: Unit): Line => line`${f.amount(target, unit)}`,
  draftWay: (baseline: Decimal, target: Decimal, unit: Unit): Line =>
    line`from ${f.amount(baseline, unit)} to ${f.amount(target, unit)}`,
  start: (): Line => line`Start goal`,
  started: (): Line => line`Your goal is on. Log progress with e.g. ${typed("log 12k")}.`,
  begins: (): Line => line`Begins`,
  targetPositive: (): Line =>
    line`The target has to go beyond where this starts, e.g. ${typed("120k")}.`,
  titleMissing: (): Line => line`What's the goal about? Name a metric or a result.`,
  titleTakes: (metric: Pick<Metric, "nameEn" | "nameZh">, target: Decimal, unit: Unit): Line =>
    line`${said(metric.nameEn)} ${f.amount(target, unit)}`,
  sameBothEnds: (): Line =>
    line`Start and end are the same. Where does it start, and where should it end?`,
  unknownCurrency: (code: string): Line =>
    line`I don't know the currency ${said(code)}. Please write its code, e.g. EUR, or leave it out for your own.`,
  dueInPast: (): Line => line`That date has passed. Choose a later one.`,
  mayNotSetFor: (name: string): Line =>
    line`Only ${said(name)}'s manager can propose a goal to them.`,
  timeUnclear: (text: string): Line =>
    line`I can't tell which days “${said(text)}” means. Write the last day, ${typed("by 2027-03-31")}, or both: ${typed("2027-01-01..2027-03-31")}.`,
  noFiscalYears: (text: string): Line =>
    line`I don't know your fiscal year, so I can't tell which days “${said(text)}” means. Write the dates: ${typed("2026-10-01..2027-03-31")}.`,
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
    line`A goal is one total for its whole period. ${f.amount(rate, unit)} a ${each} for ${String(count)} ${stretches[each][count === 1 ? 0 : 1]} until ${f.date(end)} makes ${f.amount(sum, unit)}. Which is the target?`,
  rateTakes: (target: Decimal, unit: Unit): Line => line`${f.amount(target, unit)} in total`,
  alsoRuns: (number: number, goal: Titled, end: LocalDate): Line =>
    line`There is already G${String(number)} ${said(titleFor(goal, "en"))}, until ${f.date(end)}. If that's the one you mean, change it and drop this draft.`,
  editThat: (number: number): Line => line`Edit G${String(number)}`,
  changeUnclear: (): Line =>
    line`What should change? Write ${typed("G3 target 130k")}, ${typed("G3 due 31 Mar")} or ${typed("G3 title key accounts")}.`,
  changeWhich: (): Line => line`Which goal do you mean?`,
  /** Stands behind another sentence. */
  whyInWords: (number: number, field: ChangedField, value: string): Line =>
    line` In words: ${typed(`G${String(number)} ${field} ${value} because …`)}`,
  smartGood: (): Line => line`Specific, measurable and dated: good to go.`,
  smartIntro: (): Line => line`To make it clearer:`,
  smart: (advice: SmartAdvice): Line => line`${smart[advice]}`,
  noHistory: (): Line =>
    line`A: fewer than two past periods to compare with, so I can't say how ambitious it is.`,
  helpNew: () => ({
    does: line`Set a goal, or propose one`,
    usage: "goal new <what> <amount> by <date> [for @name]",
    example: "goal new revenue 100k by 12-31",
  }),
  helpChange: () => ({
    does: line`Change a goal's target, due date or title`,
    usage: "G7 target <amount> | G7 due <date> | G7 title <words>",
    example: "G1 target 130k because two customers came on top",
  }),
  helpDrop: () => ({
    does: line`Drop a goal`,
    usage: "goal drop G7 [because ...]",
    example: "goal drop G1",
  }),
  helpClose: () => ({ does: line`Close a goal`, usage: "goal close G7", example: "goal close G1" }),
  helpCheck: () => ({
    does: line`Check a goal by SMART`,
    usage: "goal check G7",
    example: "goal check G1",
  }),
});

export type DefineMessages = ReturnType<typeof define>;
