// Where goals stand in a list, how sure their owner is, and a status said against the computed one.
import type { LocalDate } from "#src/calendar/local-date";
import type { Decimal } from "#src/language/decimal";
import type { Formatter } from "#src/language/format";
import type { Unit } from "#src/language/units";
import { line, said, typed, type Line } from "#src/view/line";
import type { Period } from "#src/calendar/periods";
import { titleFor, type Judgement, type Titled } from "../../model.ts";
import type { Urgency } from "../../team/needs.ts";
import { periodText } from "./goal.ts";

const urgencies: Record<Urgency, string> = {
  waits: "waits for you",
  "off-track": "off track",
  "at-risk": "at risk",
  quiet: "no news",
  "no-goal": "no goal",
};

const judgements: Record<Judgement, string> = {
  "on-track": "on track",
  "at-risk": "at risk",
  "off-track": "off track",
};

export const status = (f: Formatter) => ({
  goalsTitle: (): Line => line`Your goals`,
  goalsOf: (name: string): Line => line`Goals of ${said(name)}`,
  noGoalsOf: (name: string): Line => line`${said(name)} has no open goal.`,
  mayNotSeeGoals: (name: string): Line =>
    line`Only ${said(name)} and their manager see these goals.`,
  teamTitle: (): Line => line`Your team's goals`,
  noGoals: (): Line => line`No open goal yet. Try ${typed("goal new revenue 100k by 12-31")}.`,
  noTeamGoals: (): Line =>
    line`Nobody in your team has an open goal yet. ${typed("goal new revenue 100k by 12-31 for @name")} proposes one.`,
  rowSays: (actual: Decimal, target: Decimal, unit: Unit, done: Decimal, timeGone: Decimal): Line =>
    line`${f.amount(actual, unit)} of ${f.amount(target, unit)} · ${f.percent(done)} done, ${f.percent(timeGone)} of the time gone`,
  teamGlance: (): Line => line`Your team`,
  teamGlanceSays: (needing: number, people: number): Line =>
    needing === 0
      ? line`Nobody of ${String(people)} needs you right now.`
      : line`${String(needing)} of ${String(people)} ${needing === 1 ? "needs" : "need"} you.`,
  teamGoalsTyped: (): string => "team goals",
  allTeamGoals: (): Line => line`All team goals`,
  sumTitle: (titled: Titled, unit: Unit, period: Period, people: number): Line =>
    line`${said(titleFor(titled, "en"))}${unit.kind === "money" ? ` ${unit.currency}` : ""} · ${periodText(f, period)} · ${String(people)} ${people === 1 ? "person" : "people"}`,
  moreSums: (count: number): Line => line`and ${String(count)} more kinds of numbers in the list`,
  thisWeek: (gain: Decimal, unit: Unit): Line =>
    gain.eq("0")
      ? line`nothing yet this week`
      : line`${gain.lt("0") ? "" : "+"}${f.amount(gain, unit)} this week`,
  againstPace: (ahead: Decimal, unit: Unit): Line =>
    ahead.lt("0")
      ? line`${f.about(ahead.abs(), unit)} behind pace`
      : line`${f.about(ahead, unit)} ahead of pace`,
  whoNeedsYou: (): Line => line`Who needs you`,
  whoNeedsYouSays: (needing: number, people: number): Line =>
    line`${String(needing)} of ${String(people)}, the most urgent first`,
  nobodyNeedsYou: (): Line => line`Nobody is waiting for you`,
  moreNeeds: (count: number): Line =>
    line`and ${String(count)} more: ${typed("team goals")} shows everybody`,
  urgency: (urgency: Urgency): Line => line`${urgencies[urgency]}`,
  quiet: (): Line => line`no news`,
  quietFor: (days: number): Line => line`no news for ${String(days)} days`,
  hasNoGoal: (): Line => line`has no goal yet`,
  proposeOne: (): Line => line`Propose a goal`,
  proposeTyped: (name: string): string => `goal new for @${name}`,
  personTyped: (name: string): string => `goals @${name}`,
  asksToChange: (number: number): Line => line`asks to change G${String(number)}`,
  decide: (): Line => line`Decide`,
  sharedGoals: (): Line => line`The whole team`,
  filteredBy: (what: Line): Line => line`Only: ${what}`,
  noneLikeThat: (what: Line): Line => line`No goal of your team is like that: ${what}.`,
  filterUnknown: (words: string): Line =>
    line`No goal of your team is called “${said(words)}”. ${typed("team goals at risk")}, ${typed("team goals off track")} and ${typed("team goals no news")} work, and so does a metric: ${typed("team goals calls")}.`,
  milestoneDone: (title: string): Line => line`“${said(title)}” is done.`,
  stepDoneAlready: (title: string): Line => line`“${said(title)}” is marked as done already.`,
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
  run: (workdays: number): Line => line`In the last ${String(workdays)}`,
  statusAsk: (): Line => line`Do you see it otherwise?`,
  statusButton: (): Line => line`Say why`,
  statusClear: (): Line => line`Back to the figures`,
  statusTitle: (number: number): Line => line`Status of G${String(number)}`,
  statusIntro: (): Line => line`Shown beside what the figures say, never in its place.`,
  statusField: (): Line => line`How it stands`,
  statusReason: (): Line => line`Why`,
  statusReasonHint: (): Line => line`What the figures do not show yet`,
  statusUntil: (): Line => line`Until`,
  statusUntilHint: (last: LocalDate): Line =>
    line`${f.date(last)} at the latest: then the next check-in asks anew`,
  statusPast: (): Line => line`That day is over. Name one from today on.`,
  statusTooFar: (last: LocalDate): Line =>
    line`It holds until the next check-in: ${f.date(last)} at the latest.`,
  statusUnreadable: (): Line =>
    line`Say it like ${typed("status G7 on track because the contract is signed")}: on track, at risk or off track, or figures to take it back.`,
  statusNone: (number: number): Line =>
    line`The figures already speak alone for G${String(number)}.`,
  statusNotYet: (number: number): Line => line`G${String(number)} has not started yet.`,
  statusTold: (by: string, judgement: Judgement): Line =>
    line`${said(by)} sees a goal of yours as ${judgements[judgement]}`,
  statusCleared: (by: string): Line => line`${said(by)} lets the figures speak again`,
  helpMine: () => ({ does: line`Your goals`, usage: "goals", example: "goals" }),
  helpTeam: () => ({
    does: line`Your team's goals`,
    usage: "team goals [at risk | off track | no news | metric]",
    example: "team goals",
  }),
  helpOne: () => ({ does: line`One goal`, usage: "goal G7", example: "G1" }),
  helpConfidence: () => ({
    does: line`Say how sure you are, 1 to 10`,
    usage: "confidence G7 <1-10>",
    example: "confidence G1 7",
  }),
  helpStatus: () => ({
    does: line`say how a goal really stands, and why`,
    usage: "status <G7> <on track | at risk | off track | figures> [because ...]",
    example: "status G1 on track because the contract is signed",
  }),
});

export type StatusMessages = ReturnType<typeof status>;
