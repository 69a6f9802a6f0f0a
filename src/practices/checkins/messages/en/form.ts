// The form in which a check-in is written.
import type { LocalDate } from "#src/calendar/local-date";
import type { Decimal } from "#src/language/decimal";
import type { Formatter, Unit } from "#src/language/format";
import { titleFor, type Titled } from "#src/practices/goals/api";
import { line, said, typed, type Line } from "#src/view/line";
import type { Visibility } from "../../model.ts";
import type { Choice } from "../../rules.ts";

export const form = (f: Formatter) => ({
  /** Short enough for the bar of a window. */
  formTitle: (week: LocalDate) => line`Check-in, week of ${f.dayOfMonth(week)}`,
  betweenSentences: (): string => " ",
  openYear: (year: number) =>
    line`Holidays of ${String(year)} not confirmed yet: the deadline may move.`,
  formIntro: (due: Date, day: LocalDate) =>
    line`Takes three minutes. Due ${f.date(day)}, ${f.time(due)}; you can change it until the next one opens.`,
  noSkipping: (): Line =>
    line`A week can't be skipped, but one line is enough. Day off? ${typed("away today")} excuses you.`,
  formIntroPlain: () => line`Takes three minutes. You can change it until the next one opens.`,
  goalStands: (number: number, goal: Titled, done: Decimal, timeGone: Decimal) =>
    line`G${String(number)} ${said(titleFor(goal, "en"))} · ${f.percent(done)} · time ${f.percent(timeGone)}`,
  was: (text: string) => line`Last time: ${said(text)}`,
  choice: (choice: Choice) => line`${{ done: "Done", carry: "Carry over", drop: "Drop" }[choice]}`,
  newPriority: (nth: number, ahead: boolean) =>
    line`Priority ${String(nth)} ${ahead ? "for next week" : "this week"}`,
  newHint: () => line`What matters most; anything carried over counts too`,
  commit: (number: number, goal: Titled, ahead: boolean) =>
    line`Commit ${ahead ? "for next week" : "this week"}: G${String(number)} ${said(titleFor(goal, "en"))}`,
  commitHint: (actual: Decimal, target: Decimal, unit: Unit) =>
    line`So far ${f.amount(actual, unit)} of ${f.amount(target, unit)}; how much will you add?`,
  blockers: () => line`Blockers`,
  blockersHint: (standsIn: string | null): Line =>
    line`One per line. ${standsIn === null ? "Your manager" : said(standsIn)} can reply, take it on, or pick a day to talk`,
  wentWell: () => line`What went well`,
  sees: (visible: Visibility, manager: string | null): Line => {
    if (manager === null && visible !== "team") return line`Visible only to you`;
    const names = manager === null ? line`you` : line`you and your manager ${said(manager)}`;
    return visible === "team"
      ? line`Visible to ${names}, and everyone in your team`
      : line`Visible to ${names}`;
  },
  send: () => line`Send`,
  onePriority: () => line`Name at least one priority, or carry one over.`,
  threeAtMost: (carried: number) => line`Three at most: ${String(carried)} already carried over.`,
  commitNegative: () => line`A commit can't be negative.`,
  commitCurrency: (currency: string) => line`This goal is in ${currency}.`,
  tooManyBlockers: (most: number) => line`At most ${String(most)} at a time, one per line.`,
  nextHasBegun: () => line`The next check-in is already open; this form was for the last one.`,
});

export type CheckinFormMessages = ReturnType<typeof form>;
