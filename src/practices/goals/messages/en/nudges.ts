// What comes by itself about goals, and why.
import type { LocalDate } from "#src/calendar/local-date";
import type { Decimal } from "#src/language/decimal";
import type { Formatter } from "#src/language/format";
import type { Unit } from "#src/language/units";
import { line, said, typed, type Line } from "#src/view/line";

export const nudges = (f: Formatter) => ({
  nudgeUnconfirmed: (): Line => line`Goals that wait for your answer`,
  whyUnconfirmed: (): Line => line`This goal was proposed to you two workdays ago.`,
  nudgeNoGoal: (): Line => line`A new quarter without a goal`,
  whyNoGoal: (): Line => line`A new quarter begins in five workdays.`,
  noGoalYet: (start: LocalDate): Line => line`From ${f.date(start)} on you have no goal yet`,
  noGoalYetBody: (): Line => line`A line is enough to begin with.`,
  nudgeMilestone: (): Line => line`Milestones that come`,
  whyMilestone: (): Line => line`A milestone is two workdays away.`,
  milestoneComes: (title: string, target: Decimal | null, unit: Unit, due: LocalDate): Line =>
    target
      ? line`Next milestone: ${f.amount(target, unit)} by ${f.date(due)}`
      : line`Next milestone: ${said(title)} by ${f.date(due)}`,
  nudgeStale: (): Line => line`Goals without news`,
  whyStale: (): Line => line`Nothing was logged to this goal for two weeks.`,
  nudgeWeekly: (): Line => line`Your numbers, on Mondays`,
  whyWeekly: (): Line => line`It is Monday: a look at your numbers.`,
  weeklyTitle: (): Line => line`A new week: where do your numbers stand?`,
  weeklyBody: (): Line => line`Log what last week brought; ${typed("log 12k")} does it too.`,
  nudgeOffPace: (): Line => line`Who needs a look, on Mondays`,
  whyOffPace: (): Line => line`It is Monday, 14:00: a look at your team.`,
  offPaceTitle: (count: number): Line => {
    if (count === 0) return line`Your team is on pace`;
    return count === 1 ? line`One goal needs a look` : line`${String(count)} goals need a look`;
  },
  look: (): Line => line`Look`,
  andMore: (count: number): Line => line`and ${String(count)} more: ${typed("team goals")}`,
  withoutGoal: (names: readonly string[]): Line => line`Without a goal: ${said(f.list(names))}`,
});

export type NudgesMessages = ReturnType<typeof nudges>;
