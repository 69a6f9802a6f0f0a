// The form in which a check-in is written.
import type { LocalDate } from "#src/calendar/local-date";
import type { Decimal } from "#src/language/decimal";
import type { Formatter, Unit } from "#src/language/format";
import { line, said, typed, type Line } from "#src/view/line";
import type { Visibility } from "../../model.ts";
import type { Choice } from "../../rules.ts";

export const form = (f: Formatter) => ({
  formIntro: (due: Date, day: LocalDate) =>
    line`Three minutes. Due ${f.date(day)}, ${f.time(due)}; you can change it until the next one opens.`,
  noSkipping: (): Line =>
    line`A week cannot be skipped, but one line is enough. Off work? ${typed("away today")} excuses you.`,
  formIntroPlain: () => line`Three minutes. You can change it until the next one opens.`,
  goalStands: (number: number, title: string, done: Decimal, timeGone: Decimal) =>
    line`G${String(number)} ${said(title)} ${f.percent(done)} (time ${f.percent(timeGone)})`,
  was: (text: string) => line`From last time: ${said(text)}`,
  choice: (choice: Choice) => line`${{ done: "Done", carry: "Carry on", drop: "Drop" }[choice]}`,
  newPriority: (nth: number) => line`Priority ${String(nth)} this week`,
  newHint: () => line`What matters most; those you carry on count as well`,
  commit: (number: number, title: string) =>
    line`Commit this week: G${String(number)} ${said(title)}`,
  commitHint: (actual: Decimal, target: Decimal, unit: Unit) =>
    line`So far ${f.amount(actual, unit)} of ${f.amount(target, unit)}; what do you expect to add?`,
  blockers: () => line`Blockers`,
  blockersHint: (standsIn: string | null): Line =>
    line`One a line. ${standsIn === null ? "Your manager" : said(standsIn)} can answer, take it, or name a day to talk`,
  wentWell: () => line`What went well`,
  sees: (visible: Visibility, manager: string | null): Line => {
    const names = manager === null ? line`you` : line`you and your manager ${said(manager)}`;
    return visible === "team"
      ? line`Who can see this: ${names}, and everybody in your team`
      : line`Who can see this: ${names}`;
  },
  send: () => line`Send`,
  onePriority: () => line`Name at least one priority, or carry one on.`,
  threeAtMost: (carried: number) => line`Three at most: ${String(carried)} carried on already.`,
  commitNegative: () => line`A commit is zero or more.`,
  commitCurrency: (currency: string) => line`This goal is in ${currency}.`,
  tooManyBlockers: (most: number) => line`At most ${String(most)} at a time, one a line.`,
  nextHasBegun: () => line`A new week's check-in is open; this form was for the last one.`,
});

export type CheckinFormMessages = ReturnType<typeof form>;
