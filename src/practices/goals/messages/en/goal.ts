// A goal as its card and the lists show it: its name, where it stands, what is still to go.
import { monthOf, quarterOf, yearOf, type LocalDate, type Month } from "#src/calendar/local-date";
import type { Period } from "#src/calendar/periods";
import type { Decimal } from "#src/language/decimal";
import type { Formatter } from "#src/language/format";
import type { Unit } from "#src/language/units";
import { line, said, typed, type Line } from "#src/view/line";
import type { Need } from "../../status/need.ts";
import { sourceName } from "../../naming/source-name.ts";
import {
  titleFor,
  type Figure,
  type Forecast,
  type OwnPart,
  type RatioStanding,
  type Titled,
} from "../../model.ts";
import type { Status } from "../../rules.ts";

export const statuses: Record<Status, string> = {
  "too-early": "just started",
  "on-track": "on track",
  "at-risk": "at risk",
  "off-track": "off track",
  reached: "reached",
};

const forecastParts: Record<OwnPart, string> = {
  since: "at the pace since it began",
  lately: "at the pace of the last ten workdays",
  season: "if it goes on as in earlier periods",
};

export const figureText = (f: Formatter, { value, of, unit }: Figure): string =>
  of ? `${f.number(value)} of ${f.number(of)}` : f.amount(value, unit);

const months: Readonly<Record<Month, string>> = {
  1: "January",
  2: "February",
  3: "March",
  4: "April",
  5: "May",
  6: "June",
  7: "July",
  8: "August",
  9: "September",
  10: "October",
  11: "November",
  12: "December",
};

export function periodText(f: Formatter, { kind, start, end }: Period): string {
  if (kind === "year") return String(yearOf(start));
  if (kind === "quarter") return `Q${String(quarterOf(start))} ${String(yearOf(start))}`;
  return kind === "month"
    ? `${months[monthOf(start)]} ${String(yearOf(start))}`
    : `until ${f.date(end)}`;
}

export const goal = (f: Formatter) => ({
  status: (status: Status): Line => line`${statuses[status]}`,
  state: (state: "draft" | "proposed" | "active" | "achieved" | "missed" | "dropped"): Line =>
    line`${{ draft: "draft", proposed: "proposed", active: "active", achieved: "achieved", missed: "missed", dropped: "dropped" }[state]}`,
  titled: (number: number, goal: Titled): Line =>
    line`G${String(number)} ${said(titleFor(goal, "en"))}`,
  titledIn: (number: number, goal: Titled, period: Period): Line =>
    line`G${String(number)} ${said(titleFor(goal, "en"))} (${periodText(f, period)})`,
  titledOf: (number: number, goal: Titled, name: string): Line =>
    line`G${String(number)} ${said(titleFor(goal, "en"))} · ${said(name)}`,
  ownedBy: (name: string): Line => line`${said(name)}`,
  figure: (figure: Figure): Line => line`${figureText(f, figure)}`,
  note: (note: string): Line => line`“${said(note)}”`,
  asOf: (day: LocalDate): Line => line`as of ${f.date(day)}`,
  countsFrom: (source: string): Line =>
    line`Pace counts the figures from ${sourceName(source, "en")}.`,
  countsFromBeside: (source: string, reported: Decimal, unit: Unit): Line =>
    line`Pace counts the figures from ${sourceName(source, "en")}. Reported here: ${f.amount(reported, unit)}.`,
  forecast: (end: LocalDate): Line => line`By ${f.date(end)} at this pace`,
  forecastIs: ({ low, high }: Pick<Forecast, "low" | "high">, unit: Unit): Line =>
    f.about(low, unit) === f.about(high, unit)
      ? line`about ${f.about(low, unit)}`
      : line`${f.about(low, unit)} to ${f.about(high, unit)}`,
  forecastFrom: ({ parts }: Pick<Forecast, "parts">, unit: Unit): Line =>
    line`That is ${f.list(parts.map(({ part, value }) => `${f.about(value, unit)} ${forecastParts[part]}`))}.`,
  now: (): Line => line`Now`,
  soFar: (): Line => line`So far`,
  /** Without the share where a bar beside it has it. */
  soFarIs: (actual: Decimal, target: Decimal, unit: Unit, share: Decimal | null): Line =>
    line`${f.amount(actual, unit)} of ${f.amount(target, unit)}${share === null ? "" : ` · ${f.percent(share)}`}`,
  soFarRatio: ({ num, den }: RatioStanding, percent: Decimal, target: Decimal): Line =>
    line`${f.number(num)} of ${f.number(den)} · ${f.amount(percent, { kind: "percent" })}, target ${f.amount(target, { kind: "percent" })}`,
  way: (actual: Decimal, baseline: Decimal, target: Decimal, unit: Unit): Line =>
    line`${f.amount(actual, unit)}, from ${f.amount(baseline, unit)} to ${f.amount(target, unit)}`,
  steps: (done: number, all: number): Line =>
    all === 0 ? line`no milestones yet` : line`${String(done)} of ${String(all)} milestones`,
  timeGone: (): Line => line`Time elapsed`,
  timeLeft: (): Line => line`Time left`,
  timeLeftIs: (workdays: number): Line =>
    line`${String(workdays)} ${workdays === 1 ? "workday" : "workdays"}`,
  toGo: ({ each }: Need): Line =>
    line`${{ workday: "Needed per workday", week: "Needed per week", whole: "Still needed" }[each]}`,
  toGoIs: ({ amount }: Need, unit: Unit): Line => line`${f.about(amount, unit)}`,
  limitLabel: (): Line => line`Limit`,
  limit: (target: Decimal, unit: Unit): Line => line`stay at or under ${f.amount(target, unit)}`,
  floor: (target: Decimal, unit: Unit): Line => line`stay at or above ${f.amount(target, unit)}`,
  limitUnknown: (): Line => line`nothing logged yet`,
  limitStands: (actual: Decimal, unit: Unit, share: Decimal): Line =>
    line`${f.amount(actual, unit)} · kept on ${f.percent(share)} of the workdays so far`,
  nextMilestone: (): Line => line`Next milestone`,
  milestoneIs: (title: string, target: Decimal | null, unit: Unit, due: LocalDate): Line =>
    target
      ? line`${f.amount(target, unit)} by ${f.date(due)}`
      : line`${said(title)} by ${f.date(due)}`,
  barSays: (done: Decimal, timeGone: Decimal): Line =>
    line`${f.percent(done)} done, ${f.percent(timeGone)} of time elapsed`,
  quietFor: (days: number): Line => line`no update for ${String(days)} days`,
  openYear: (year: number): Line =>
    line`Holidays of ${String(year)} not confirmed yet: workdays and pace may change.`,
  due: (): Line => line`Due`,
  dueIs: (due: LocalDate): Line => line`${f.dateLong(due)}`,
  dueBy: (due: LocalDate): Line => line`due ${f.date(due)}`,
  for: (): Line => line`For`,
  reason: (): Line => line`Why`,
  reasonIs: (reason: string): Line => line`Why: ${said(reason)}`,
  log: (): Line => line`Log`,
  edit: (): Line => line`Edit`,
  save: (): Line => line`Save`,
  send: (): Line => line`Send`,
  done: (): Line => line`Done`,
  /** Their own, and whoever leads them. */
  seenByManager: (manager: string | null): Line =>
    manager === null ? line`Visible only to you` : line`Visible to you and ${said(manager)}`,
  seenByOwner: (name: string): Line => line`Visible to you and ${said(name)}`,
  noSuchGoal: (number: number): Line =>
    line`There is no G${String(number)} you can see. ${typed("goals")} lists yours.`,
  notYourGoal: (number: number): Line =>
    line`G${String(number)} belongs to someone else; only they, their manager or assistant can change it.`,
});

export type GoalCardMessages = ReturnType<typeof goal>;
