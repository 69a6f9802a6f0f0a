// Which figures a goal counts, and the rows behind them.
import type { LocalDate } from "#src/calendar/local-date";
import type { Decimal } from "#src/language/decimal";
import type { Formatter } from "#src/language/format";
import type { Unit } from "#src/language/units";
import { sourceName, titleFor, type Titled } from "#src/practices/goals/api";
import { line, said, typed, type Line } from "#src/view/line";

const figures = (source: string | null): Line =>
  source === null
    ? line`what is reported here`
    : line`the figures from ${sourceName(source, "en")}`;

export const counting = (f: Formatter) => ({
  goalOf: (goal: Titled & { readonly number: number }, owner: string | null): Line =>
    owner === null
      ? line`G${String(goal.number)} ${said(titleFor(goal, "en"))}`
      : line`G${String(goal.number)} ${said(titleFor(goal, "en"))} · ${said(owner)}`,
  paceCounts: (source: string | null): Line => line`Pace counts ${figures(source)}`,
  countsSince: (since: LocalDate, by: string): Line => line`since ${f.date(since)}, ${said(by)}`,
  countIt: (source: string | null): Line => line`Count ${figures(source)}`,
  askToCount: (manager: string, source: string | null): Line =>
    source === null
      ? line`Ask ${said(manager)} to count what is reported`
      : line`Ask ${said(manager)} to count ${sourceName(source, "en")}`,
  countsNow: (source: string | null): Line => line`Pace counts ${figures(source)} from now on`,
  countsNowBy: (by: string, source: string | null): Line =>
    line`${said(by)} switched: pace counts ${figures(source)} from now on`,
  countsAlready: (source: string | null): Line => line`It counts ${figures(source)} already.`,
  notCountable: (number: number): Line =>
    line`G${String(number)} is not measured by a sum or a figure of its own, so it counts what is reported.`,
  nothingFrom: (source: string, number: number): Line =>
    line`Nothing from ${sourceName(source, "en")} fits G${String(number)}: its metric, its currency and its days.`,
  whichSource: (number: number): Line =>
    line`Which figure should count? Write ${typed(`source G${number} files`)} or ${typed(`source G${number} reported`)}.`,
  noSuchGoal: (number: number): Line =>
    line`There is no G${String(number)} that you can see. ${typed("goals")} lists yours.`,
  otherBeside: (): Line => line`The other figure stays beside it under ${typed("numbers")}.`,
  alsoOthers: (count: number, goal: Titled): Line =>
    line`Also for ${String(count)} more ${count === 1 ? "goal" : "goals"} of ${said(titleFor(goal, "en"))}`,
  noOthers: (): Line => line`There is no other goal of this metric left to switch.`,
  countedForAll: (source: string | null, names: readonly string[]): Line =>
    line`${said(f.list(names))}: pace counts ${figures(source)} from now on. They have been told.`,
  goBack: (): Line => line`Switch back`,
  asksToCount: (name: string, source: string | null): Line =>
    line`${said(name)} asks to count ${figures(source)}`,
  countingAsked: (manager: string): Line =>
    line`${said(manager)} is asked and you hear what they say.`,
  notNow: (): Line => line`Not now`,
  countingDeclined: (name: string): Line => line`It stays as it is. ${said(name)} is told.`,
  notCountedNow: (by: string, number: number, source: string | null): Line =>
    line`${said(by)}: not for now. G${String(number)} does not count ${figures(source)} yet.`,
  rowsButton: (): Line => line`What is in which`,
  rowsTitle: (): Line => line`Reported and imported`,
  rowsSum: (rows: number, value: Decimal, unit: Unit): Line =>
    line`${String(rows)} ${rows === 1 ? "row" : "rows"}, ${f.amount(value, unit)}`,
  onlyReported: (): Line => line`Only reported`,
  onlyImported: (): Line => line`Only imported`,
  inBoth: (): Line => line`In both`,
  saidAsTotal: (): Line => line`Said as a total or a ratio`,
  noRows: (): Line => line`Nothing is reported or imported for it yet.`,
  entryRow: (value: Decimal, unit: Unit, on: LocalDate): Line =>
    line`${f.amount(value, unit)} · ${f.date(on)}`,
  factRow: (number: number, value: Decimal, unit: Unit, on: LocalDate): Line =>
    line`F${String(number)} · ${f.amount(value, unit)} · ${f.date(on)}`,
  fromSource: (source: string): Line => line`from ${sourceName(source, "en")}`,
  newestShown: (most: number): Line => line`The newest ${String(most)} of each are shown.`,
  helpSource: () => ({
    does: line`Choose the figure a goal's pace counts`,
    usage: "source G7 [files|reported]",
    example: "source G7",
  }),
  differenceTo: (source: string): Line => line`Difference to ${sourceName(source, "en")}`,
  oldNumber: (source: string, on: LocalDate): Line =>
    line`${sourceName(source, "en")} was not read for more than a day: its number is as of ${f.date(on)}.`,
});

export type CountingMessages = ReturnType<typeof counting>;
