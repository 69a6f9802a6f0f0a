// Where goals stand in a list, how sure their owner is, and a status said against the computed one.
import type { Period } from "#src/calendar/periods";
import type { LocalDate } from "#src/calendar/local-date";
import type { Decimal } from "#src/language/decimal";
import type { Formatter } from "#src/language/format";
import type { Unit } from "#src/language/units";
import { periodText } from "./goal.ts";
import { line, said, typed, type Line } from "#src/view/line";
import type { Judgement } from "../../model.ts";

const judgements: Record<Judgement, string> = {
  "on-track": "on track",
  "at-risk": "at risk",
  "off-track": "off track",
};

export const status = (f: Formatter) => ({
  goalsTitle: (): Line => line`Your goals`,
  goalsOf: (name: string): Line => line`${said(name)}'s goals`,
  goalsIn: (title: Line, period: Period): Line =>
    line`${title} · ${period.kind === "custom" ? `${f.dateLong(period.start)} to ${f.dateLong(period.end)}` : periodText(f, period)}`,
  noGoalsIn: (): Line => line`There were no goals in that time.`,
  noGoalsOf: (name: string): Line => line`${said(name)} has no open goal.`,
  mayNotSeeGoals: (name: string): Line =>
    line`Only ${said(name)} and their manager can see these goals.`,
  teamTitle: (): Line => line`Your team's goals`,
  noGoals: (): Line => line`No open goal yet. Try ${typed("goal new revenue 100k by 12-31")}.`,
  noTeamGoals: (): Line =>
    line`Nobody in your team has an open goal yet. ${typed("goal new revenue 100k by 12-31 for @name")} proposes one.`,
  rowSays: (actual: Decimal, target: Decimal, unit: Unit, done: Decimal, timeGone: Decimal): Line =>
    line`${f.amount(actual, unit)} of ${f.amount(target, unit)} · ${f.percent(done)} done, ${f.percent(timeGone)} of time elapsed`,
  milestoneDone: (title: string): Line => line`“${said(title)}” is done.`,
  stepDoneAlready: (title: string): Line => line`“${said(title)}” is already marked as done.`,
  confidence: (mine: boolean): Line => line`${mine ? "Your confidence" : "Their confidence"}`,
  confidenceIs: (level: number): Line => line`${String(level)} of 10`,
  confidenceDiffers: (): Line =>
    line`Your outlook and the figures tell different stories. What do you see that the numbers don't?`,
  confidenceRange: (): Line => line`Confidence is a number from 1 to 10.`,
  confidenceSaved: (number: number, level: number): Line =>
    line`Noted: ${String(level)} of 10 for G${String(number)}.`,
  judgement: (judgement: Judgement): Line => line`${judgements[judgement]}`,
  overrideIs: (by: string, judgement: Judgement): Line =>
    line`${said(by)} says: ${judgements[judgement]}`,
  overrideWhy: (reason: string, until: LocalDate): Line =>
    line`“${said(reason)}” · until ${f.date(until)}`,
  run: (workdays: number): Line => line`Last ${String(workdays)} workdays`,
  statusAsk: (): Line => line`Do you see it differently?`,
  statusButton: (): Line => line`Say why`,
  statusClear: (): Line => line`Back to the figures`,
  statusTitle: (number: number): Line => line`Status of G${String(number)}`,
  statusIntro: (): Line => line`Shown next to what the figures say; it doesn't replace it.`,
  statusField: (): Line => line`Your view`,
  statusReason: (): Line => line`Why`,
  statusReasonHint: (): Line => line`What the figures don't show yet`,
  statusUntil: (): Line => line`Until`,
  statusUntilHint: (last: LocalDate): Line =>
    line`${f.date(last)} at the latest; the next check-in asks again`,
  statusPast: (): Line => line`That day has passed. Choose today or later.`,
  statusTooFar: (last: LocalDate): Line =>
    line`It holds until the next check-in: ${f.date(last)} at the latest.`,
  statusUnreadable: (): Line =>
    line`Say it like ${typed("status G7 on track because the contract is signed")}: on track, at risk or off track, or figures to take it back.`,
  statusNone: (number: number): Line => line`G${String(number)} already goes by the figures alone.`,
  statusNotYet: (number: number): Line => line`G${String(number)} has not started yet.`,
  statusTold: (by: string, judgement: Judgement): Line =>
    line`${said(by)} sees a goal of yours as ${judgements[judgement]}`,
  statusCleared: (by: string): Line => line`${said(by)} went back to the figures`,
  helpMine: () => ({ does: line`Your goals`, usage: "goals", example: "goals" }),
  helpTeam: () => ({
    does: line`Your team's goals`,
    usage: "team goals [at risk | off track | no news | metric]",
    example: "team goals",
  }),
  helpDigest: () => ({
    does: line`How your team stands, and who needs you`,
    usage: "digest",
    example: "digest",
  }),
  helpOne: () => ({ does: line`One goal`, usage: "goal G7", example: "G1" }),
  helpConfidence: () => ({
    does: line`Say how sure you are, 1 to 10`,
    usage: "confidence G7 <1-10>",
    example: "confidence G1 7",
  }),
  helpStatus: () => ({
    does: line`Say how a goal really stands, and why`,
    usage: "status <G7> <on track | at risk | off track | figures> [because ...]",
    example: "status G1 on track because the contract is signed",
  }),
});

export type StatusMessages = ReturnType<typeof status>;
