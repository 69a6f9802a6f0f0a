// What comes by itself about goals, and why.
import type { LocalDate } from "#src/calendar/local-date";
import type { Decimal } from "#src/language/decimal";
import type { Formatter } from "#src/language/format";
import type { Unit } from "#src/language/units";
import { statuses } from "./goal.ts";
import type { Status } from "../../rules.ts";
import { line, said, typed, type Line } from "#src/view/line";

export const nudges = (f: Formatter) => ({
  nudgeUnconfirmed: (): Line => line`Goals to confirm`,
  whyUnconfirmed: (): Line => line`This goal was proposed to you two workdays ago.`,
  nudgeNoGoal: (): Line => line`No goal for the new quarter`,
  whyNoGoal: (): Line => line`Asked once around the start of a quarter.`,
  noGoalYet: (start: LocalDate): Line => line`No goal yet for the period from ${f.date(start)}`,
  noGoalYetBody: (): Line => line`One line is enough to start.`,
  nudgeMilestone: (): Line => line`Upcoming milestones`,
  whyMilestone: (): Line => line`A milestone is two workdays away.`,
  milestoneComes: (title: string, target: Decimal | null, unit: Unit, due: LocalDate): Line =>
    target
      ? line`Next milestone: ${f.amount(target, unit)} by ${f.date(due)}`
      : line`Next milestone: ${said(title)} by ${f.date(due)}`,
  nudgeStale: (): Line => line`Goals without updates`,
  whyStale: (): Line => line`Nothing was logged to this goal for two weeks.`,
  nudgeWeekly: (): Line => line`Weekly numbers`,
  whyWeekly: (): Line => line`Every Monday: a look at your numbers.`,
  weeklyTitle: (): Line => line`New week: where do your numbers stand?`,
  weeklyBody: (): Line => line`Log last week's results; ${typed("log 12k")} works too.`,
  nudgeOffPace: (): Line => line`Your team on Monday`,
  whyOffPace: (): Line => line`Every Monday at 14:00: how your team stands, and who needs you.`,
  digestTitle: (): Line => line`Your team this Monday`,
  digestNow: (): Line => line`How your team stands`,
  nothingOfTeam: (): Line => line`There is nothing to say of your team yet: nobody has a goal.`,
  lastWeekHead: (): Line => line`Last week`,
  cameIn: (gain: Decimal, unit: Unit): Line =>
    gain.eq("0") ? line`nothing came in` : line`${gain.lt("0") ? "" : "+"}${f.amount(gain, unit)}`,
  changedHead: (): Line => line`Changed since last Monday`,
  fromTo: (before: Status, now: Status): Line => line`${statuses[before]} → ${statuses[now]}`,
  look: (): Line => line`View`,
  withoutGoal: (names: readonly string[]): Line => line`No goal yet: ${said(f.list(names))}`,
});

export type NudgesMessages = ReturnType<typeof nudges>;
