// A period that ends, and somebody who left with goals open.
import type { LocalDate } from "#src/calendar/local-date";
import type { Period } from "#src/calendar/periods";
import type { Decimal } from "#src/language/decimal";
import type { Formatter } from "#src/language/format";
import type { Unit } from "#src/language/units";
import { line, said, type Line } from "#src/view/line";
import { titleFor, type Titled } from "../../model.ts";
import { periodText } from "./goal.ts";

export const turnover = (f: Formatter) => ({
  turnTitle: (end: LocalDate): Line => line`Your goals end on ${f.date(end)}`,
  turnBody: (): Line => line`Carry them over with new targets, or start fresh.`,
  turnButton: (): Line => line`Carry over to the next period`,
  turnForm: (): Line => line`Goals for next period`,
  turnSaved: (count: number): Line =>
    line`${String(count)} ${count === 1 ? "goal" : "goals"} set for the next period.`,
  turnTakenAlready: (): Line => line`Every goal of that time has its next one already.`,
  nudgePeriodEnds: (): Line => line`Goals that end soon`,
  whyPeriodEnds: (): Line => line`Goals of yours end in five workdays.`,
  nudgeCloseOut: (): Line => line`How a period ended`,
  whyCloseOut: (): Line => line`A period is over and its late entries are in.`,
  nudgeChangeWaits: (): Line => line`Changes that wait for your answer`,
  whyChangeWaits: (): Line =>
    line`This was asked of you two workdays ago. Until you answer, the old target counts.`,
  closeOutTitle: (end: LocalDate): Line => line`What ended on ${f.date(end)}`,
  closeOutSays: (reached: number, all: number): Line =>
    line`${String(reached)} of ${String(all)} ${all === 1 ? "goal" : "goals"} reached`,
  endedSum: (titled: Titled, unit: Unit, period: Period, actual: Decimal, target: Decimal): Line =>
    line`${said(titleFor(titled, "en"))}${unit.kind === "money" ? ` ${unit.currency}` : ""} · ${periodText(f, period)}: ${f.amount(actual, unit)} of ${f.amount(target, unit)}`,
  besideBefore: (actual: Decimal, before: Decimal, unit: Unit): Line =>
    line`${actual.gte(before) ? "+" : ""}${f.amount(actual.minus(before), unit)} beside the period before (${f.amount(before, unit)})`,
  whoReachedWhat: (): Line => line`Who reached what`,
  nothingNext: (): Line => line`Nothing set for the time after`,
  proposeNext: (): Line => line`Propose the next period`,
  nextForTeam: (): Line => line`Next period for the team`,
  nextForTeamSays: (): Line =>
    line`Change what should change; what you leave empty is not proposed. Each of them is asked to confirm.`,
  nextProposed: (count: number): Line =>
    line`${String(count)} ${count === 1 ? "goal" : "goals"} proposed. You hear when they are confirmed.`,
  seenByEachOwner: (): Line => line`Each of them sees their own`,
  nobodyHasGoal: (): Line => line`Nobody in your team has a goal yet`,
  reachedTold: (name: string): Line => line`${said(name)} reached a goal`,
  reachedWarm: (): Line => line`You made it. That took some running: enjoy it for a moment.`,
  endedTold: (name: string, dropped: boolean): Line =>
    dropped ? line`${said(name)} dropped a goal` : line`${said(name)} closed a goal early`,
  movedTold: (name: string, lowered: boolean): Line =>
    lowered ? line`${said(name)} lowered a target` : line`${said(name)} gave a goal more time`,
  reachedNoMore: (name: string): Line => line`${said(name)}'s goal is open again`,
  movedFromTo: (target: Decimal, due: LocalDate, to: Decimal, until: LocalDate, unit: Unit): Line =>
    line`${f.amount(target, unit)} by ${f.date(due)} → ${f.amount(to, unit)} by ${f.date(until)}`,
  seenByYou: (): Line => line`Visible only to you`,
  missedMilestone: (): Line => line`Missed milestone`,
  leaverTitle: (name: string, goals: number): Line =>
    line`${said(name)} has left. ${goals === 1 ? "One goal is" : `${String(goals)} goals are`} still open`,
  leaverHistory: (name: string): Line => line`What ${said(name)} logged stays under their name.`,
  leaverDone: (name: string): Line => line`All of ${said(name)}'s goals are taken care of.`,
  passOn: (): Line => line`Hand over`,
  passOnTitle: (number: number): Line => line`Hand over G${String(number)}`,
  passOnTo: (): Line => line`To`,
  passOnHint: (): Line => line`They'll be asked to confirm. Progress so far goes with it.`,
  passedOn: (number: number, name: string): Line =>
    line`G${String(number)} was offered to ${said(name)}.`,
  passedOnAlready: (): Line => line`This goal has already been taken care of.`,
  passedOnTitle: (by: string, from: string): Line =>
    line`${said(by)} is handing over a goal of ${said(from)}'s to you`,
  passedOnStands: (stands: Line, from: string): Line =>
    line`So far: ${stands}. What ${said(from)} logged stays under their name.`,
  tookOver: (number: number, name: string): Line =>
    line`G${String(number)} is yours now; it was ${said(name)}'s.`,
  ownedUntil: (name: string, until: Date): Line => line`${said(name)}'s until ${f.dateTime(until)}`,
  seenByOwnerOnly: (): Line => line`Visible to you and whoever you choose`,
});

export type TurnoverMessages = ReturnType<typeof turnover>;
