// What comes by itself about goals, and what each command does, in English. zh-unasked.ts is typed by this file.
import type { LocalDate } from "#src/calendar/local-date";
import type { Decimal } from "#src/language/decimal";
import type { Formatter } from "#src/language/format";
import type { Unit } from "#src/language/units";
import { line, said, typed, type Line } from "#src/view/line";

export const unasked = (f: Formatter) => ({
  nudgeUnconfirmed: (): Line => line`Goals that wait for your answer`,
  whyUnconfirmed: (): Line => line`This goal was proposed to you two workdays ago.`,
  nudgeNoGoal: (): Line => line`A new quarter without a goal`,
  whyNoGoal: (): Line => line`A new quarter begins in five workdays.`,
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
  noGoalYet: (start: LocalDate): Line => line`From ${f.date(start)} on you have no goal yet`,
  noGoalYetBody: (): Line => line`A line is enough to begin with.`,
  nudgeOffPace: (): Line => line`Who needs a look, on Mondays`,
  whyOffPace: (): Line => line`It is Monday, 14:00: a look at your team.`,
  offPaceTitle: (count: number): Line =>
    count === 0
      ? line`Your team is on pace`
      : count === 1
        ? line`One goal needs a look`
        : line`${String(count)} goals need a look`,
  look: (): Line => line`Look`,
  andMore: (count: number): Line => line`and ${String(count)} more: ${typed("team goals")}`,
  withoutGoal: (names: readonly string[]): Line => line`Without a goal: ${said(f.list(names))}`,
  helpLog: () => ({
    does: line`Report progress`,
    usage: "log <amount> [date] [G7] [note]",
    example: "log 12k",
  }),
  helpTotal: () => ({
    does: line`Say where a goal stands in all`,
    usage: "total <amount> [G7]",
    example: "total 520k",
  }),
  helpHistory: () => ({
    does: line`Your entries, to correct or undo`,
    usage: "history",
    example: "history",
  }),
  helpUndo: () => ({ does: line`Take back your last entry`, usage: "undo", example: "undo" }),
  helpNew: () => ({
    does: line`Set a goal, or propose one`,
    usage: "goal new <what> <amount> by <date> [for @name]",
    example: "goal new revenue 100k by 12-31",
  }),
  helpMine: () => ({ does: line`Your goals`, usage: "goals", example: "goals" }),
  helpTeam: () => ({ does: line`Your team's goals`, usage: "team goals", example: "team goals" }),
  helpOne: () => ({ does: line`One goal`, usage: "goal G7", example: "G1" }),
  helpConfirm: () => ({
    does: line`Confirm a proposed goal`,
    usage: "goal confirm G7",
    example: "goal confirm G1",
  }),
  helpCheck: () => ({
    does: line`Check a goal by SMART`,
    usage: "goal check G7",
    example: "goal check G1",
  }),
  helpConfidence: () => ({
    does: line`Say how sure you are, 1 to 10`,
    usage: "confidence G7 <1-10>",
    example: "confidence G1 7",
  }),
  helpSplit: () => ({
    does: line`Split a goal among your people`,
    usage: "goal split G7 [<name> <weight> ...] [10%]",
    example: "goal split G1",
  }),
});
