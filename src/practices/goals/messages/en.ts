// What goals say in English. zh.ts is typed by this file.
import { monthOf, yearOf, type LocalDate } from "#src/calendar/local-date";
import type { Period } from "#src/calendar/periods";
import type { Decimal } from "#src/language/decimal";
import type { Formatter } from "#src/language/format";
import type { Unit } from "#src/language/units";
import { line, said, typed, type Line } from "#src/view/line";
import { status } from "./en-status.ts";
import { leaving } from "./en-leaving.ts";
import { meanwhile } from "./en-meanwhile.ts";
import { define } from "./en-define.ts";
import { unasked } from "./en-unasked.ts";
import {
  titleFor,
  type Figure,
  type RatioStanding,
  type Titled,
  type WhyNotListed,
} from "../model.ts";
import type { SmartAdvice, Status } from "../rules.ts";

const smart: Record<SmartAdvice, string> = {
  vague:
    "S: name the figure or the result. “Improve sales” cannot be checked off; “collected revenue 100k” can.",
  "no-target": "M: add a number to reach.",
  stretched: "A: this is more than half as much again as your last periods. Is it meant?",
  easy: "A: this is less than your last periods. Is it meant?",
  "no-reason": "R: add a line why it matters, or the team goal it belongs to.",
  past: "T: the due date is over. Choose one ahead.",
  "too-soon": "T: leave at least one workday.",
  "too-far": "T: more than 18 months away. Choose a nearer step.",
  "needs-milestone": "T: longer than a month: add a milestone on the way.",
};
const listWhy: Record<WhyNotListed, string> = {
  unknown: "nobody has this name",
  ambiguous: "several people have this name",
  "not-yours": "not one of yours",
  "no-amount": "no amount",
  "no-goal": "no goal that fits",
  "several-goals": "several goals fit: add the metric or G7",
  "no-such-date": "no such date",
  "outside-period": "outside the goal's period",
  "in-future": "still to come",
  closed: "the goal is closed",
  "not-measured": "goes by milestones",
  "no-room": "no room left: paste it again",
};
const statuses: Record<Status, string> = {
  "too-early": "just started",
  "on-track": "on track",
  "at-risk": "at risk",
  "off-track": "off track",
  reached: "reached",
};

const figureText = (f: Formatter, { value, of, unit }: Figure): string =>
  of ? `${f.number(value)} of ${f.number(of)}` : f.amount(value, unit);

/** What is named of an entry that is gone. */
export interface TakenBack extends Figure {
  readonly goalNumber: number;
  readonly goalTitle: string;
}

const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

function periodText(f: Formatter, { kind, start, end }: Period): string {
  if (kind === "year") return String(yearOf(start));
  if (kind === "quarter")
    return `Q${String(Math.ceil(monthOf(start) / 3))} ${String(yearOf(start))}`;
  return kind === "month"
    ? `${months[monthOf(start) - 1]!} ${String(yearOf(start))}`
    : `until ${f.date(end)}`;
}

export const en = (f: Formatter) => ({
  status: (status: Status): Line => line`${statuses[status]}`,
  state: (state: "draft" | "proposed" | "active" | "achieved" | "missed" | "dropped"): Line =>
    line`${{ draft: "draft", proposed: "proposed", active: "active", achieved: "achieved", missed: "missed", dropped: "dropped" }[state]}`,
  titled: (number: number, goal: Titled): Line =>
    line`G${String(number)} ${said(titleFor(goal, "en"))}`,
  ownedBy: (name: string): Line => line`${said(name)}`,
  figure: (figure: Figure): Line => line`${figureText(f, figure)}`,
  added: (figure: Figure, on: LocalDate, today: LocalDate): Line =>
    line`${figureText(f, figure)} added for ${f.day(on, today)}`,
  returned: (figure: Figure, on: LocalDate, today: LocalDate): Line =>
    line`${figureText(f, figure)} taken off for ${f.day(on, today)}`,
  set: (figure: Figure, on: LocalDate, today: LocalDate): Line =>
    line`set to ${figureText(f, figure)} for ${f.day(on, today)}`,
  soFarRatio: ({ num, den }: RatioStanding, percent: Decimal, target: Decimal): Line =>
    line`${f.number(num)} of ${f.number(den)} · ${f.amount(percent, { kind: "percent" })}, target ${f.amount(target, { kind: "percent" })}`,
  ratioHint: (): Line => line`Counted, e.g. 3/10; or the percentage, 30%`,
  ratioSides: (num: string, den: string): Line =>
    line`${said(num)} / ${said(den)}, e.g. 3/10; or the percentage, 30%`,
  ratioOfNothing: (): Line => line`A part of nothing is no ratio. Write it like ${typed("3/10")}.`,
  note: (note: string): Line => line`“${said(note)}”`,
  soFar: (): Line => line`So far`,
  /** Without the share where a bar beside it has it. */
  soFarIs: (actual: Decimal, target: Decimal, unit: Unit, share: Decimal | null): Line =>
    line`${f.amount(actual, unit)} of ${f.amount(target, unit)}${share === null ? "" : ` · ${f.percent(share)}`}`,
  steps: (done: number, all: number): Line => line`${String(done)} of ${String(all)} steps`,
  timeGone: (): Line => line`Time gone`,
  timeLeft: (): Line => line`Time left`,
  timeLeftIs: (workdays: number): Line =>
    line`${String(workdays)} ${workdays === 1 ? "workday" : "workdays"}`,
  toGo: (): Line => line`To go`,
  toGoIs: (need: Decimal, unit: Unit): Line => line`${f.about(need, unit)} a workday`,
  now: (): Line => line`Now`,
  limitLabel: (): Line => line`Limit`,
  limit: (target: Decimal, unit: Unit): Line => line`stay at or under ${f.amount(target, unit)}`,
  floor: (target: Decimal, unit: Unit): Line => line`stay at or above ${f.amount(target, unit)}`,
  limitUnknown: (): Line => line`nothing logged yet`,
  limitStands: (actual: Decimal, unit: Unit, share: Decimal): Line =>
    line`${f.amount(actual, unit)} · kept on ${f.percent(share)} of the workdays so far`,
  withdraw: (): Line => line`Withdraw`,
  withdrawSure: (): Line => line`Withdraw this proposal? The other side is told.`,
  nextMilestone: (): Line => line`Next milestone`,
  milestoneIs: (title: string, target: Decimal | null, unit: Unit, due: LocalDate): Line =>
    target
      ? line`${f.amount(target, unit)} by ${f.date(due)}`
      : line`${said(title)} by ${f.date(due)}`,
  barSays: (done: Decimal, timeGone: Decimal): Line =>
    line`${f.percent(done)} done, ${f.percent(timeGone)} of the time gone`,
  confidence: (mine: boolean): Line => line`${mine ? "Your confidence" : "Their confidence"}`,
  confidenceIs: (level: number): Line => line`${String(level)} of 10`,
  stale: (): Line => line`Nothing logged for two weeks.`,
  dueBy: (due: LocalDate): Line => line`due ${f.date(due)}`,
  logged: (): Line => line`Logged`,
  undo: (): Line => line`Undo`,
  correct: (): Line => line`Correct`,
  log: (): Line => line`Log`,
  save: (): Line => line`Save`,
  start: (): Line => line`Start it`,
  propose: (name: string): Line => line`Propose to ${said(name)}`,
  edit: (): Line => line`Edit`,
  confirm: (): Line => line`Confirm`,
  answer: (): Line => line`Answer`,
  drop: (): Line => line`Drop it`,
  dropSure: (): Line => line`Drop this goal? Its history stays.`,
  done: (): Line => line`Done`,
  newGoal: (): Line => line`New goal`,
  undone: (count: number): Line => line`Taken back: ${String(count)} entries`,
  undoneOne: ({ goalNumber, goalTitle, ...figure }: TakenBack, on: LocalDate): Line =>
    line`Taken back: G${String(goalNumber)} ${said(goalTitle)}, ${figureText(f, figure)} (${f.date(on)})`,
  undoneStays: (): Line => line`What was taken back is kept as taken back; nothing is lost.`,
  nothingToUndo: (): Line =>
    line`There is nothing of yours to take back from the last 24 hours. ${typed("history")} shows every entry.`,
  undoTooLate: (): Line =>
    line`That is more than 24 hours ago. ${typed("history")} lets you correct it.`,
  corrected: (from: Figure, to: Figure): Line =>
    line`Corrected: ${figureText(f, from)} became ${figureText(f, to)}.`,
  entryGone: (): Line =>
    line`This entry was already corrected or taken back. ${typed("history")} shows what counts now.`,
  historyTitle: (): Line => line`Your entries`,
  historyOf: (name: string): Line => line`Entries of ${said(name)}`,
  historyEmpty: (): Line => line`Nothing logged yet. Try ${typed("log 12k")}.`,
  entryIs: (number: number, figure: Figure, sets: boolean): Line =>
    line`${sets ? "= " : ""}${figureText(f, figure)} · G${String(number)}`,
  entryOn: (on: LocalDate, title: string, note: string): Line =>
    note === ""
      ? line`${f.date(on)} · ${said(title)}`
      : line`${f.date(on)} · ${said(title)} · “${said(note)}”`,
  noAmount: (): Line =>
    line`I found no amount I can read exactly. Write it like ${typed("log 12k")}, ${typed("log 3.5万")} or ${typed("calls 20")}.`,
  tooManyFigures: (most: number): Line =>
    line`That is more than ${String(most)} figures at once. Please send them in several messages.`,
  tooManyDigits: (): Line => line`That figure is longer than I can keep exactly. Please check it.`,
  whichGoal: (figure: Figure): Line => line`${figureText(f, figure)}: for which goal?`,
  othersWait: (count: number): Line =>
    line`Nothing is stored yet: ${count === 1 ? "the other amount waits" : `the other ${String(count)} amounts wait`} with it.`,
  onlyOthers: (count: number): Line =>
    line`${count === 1 ? "Log the other" : `Log the other ${String(count)}`}`,
  metricName: (metric: { readonly nameEn: string; readonly nameZh: string }): string =>
    metric.nameEn,
  noGoalFits: (
    figure: Figure,
    metric: { readonly nameEn: string; readonly nameZh: string } | null,
  ): Line =>
    line`No open goal fits ${metric ? [said(metric.nameEn), ": "] : []}${figureText(f, figure)} yet. Set one, and I log the amount with it.`,
  targetPositive: (): Line =>
    line`The target lies behind where this starts. Please give a figure ahead, e.g. ${typed("120k")}.`,
  titleMissing: (): Line => line`What is the goal about? A metric or a result is missing.`,
  formFor: (name: string): Line => line`For ${said(name)}, who confirms it`,
  fieldParent: (): Line => line`Part of`,
  noParent: (): Line => line`no goal above`,
  titledOf: (number: number, goal: Titled, name: string): Line =>
    line`G${String(number)} ${said(titleFor(goal, "en"))} · ${said(name)}`,
  fieldWhyChanged: (): Line => line`Why the change`,
  fieldWhyChangedHint: (): Line =>
    line`Needed when the target or the due date moves; the old line stays in the history`,
  whyNeeded: (): Line => line`The target or the due date moves: please say why.`,
  changeTitle: (by: string): Line => line`${said(by)} would like to change a goal`,
  changeFrom: (): Line => line`So far`,
  changeTo: (): Line => line`Asked for`,
  aimIs: (target: Decimal, unit: Unit, due: LocalDate): Line =>
    line`${f.amount(target, unit)} by ${f.date(due)}`,
  changeAgree: (): Line => line`Agree`,
  changeDecline: (): Line => line`Keep it as it is`,
  changeOpen: (target: Decimal, unit: Unit, due: LocalDate): Line =>
    line`Waiting for the other side: ${f.amount(target, unit)} by ${f.date(due)}`,
  changeWas: (target: Decimal, unit: Unit, due: LocalDate, on: Date, reason: string): Line =>
    line`Until ${f.dateTime(on)}: ${f.amount(target, unit)} by ${f.date(due)}. “${said(reason)}”`,
  changeOwn: (): Line => line`You asked for this change yourself; the other side decides.`,
  changeAnswered: (by: string, state: "agreed" | "declined"): Line =>
    state === "agreed"
      ? line`${said(by)} agreed to the change`
      : line`${said(by)} would rather keep the goal as it is`,
  answerInstead: (): Line =>
    line`This goal is proposed to you: confirm it, or answer what you would change.`,
  tooManyAmounts: (most: number): Line =>
    line`Not every amount finds its goal, and more than ${String(most)} cannot wait together. Please send them in two lines.`,
  whichDay: (text: string): Line =>
    line`I can't tell which day “${said(text)}” is. Write it like ${typed("5 Nov")} or ${typed("2026-11-05")}.`,
  coveredByTotal: (): Line =>
    line`A total logged for a later day already covers this, so the standing stays.`,
  otherUnitField: (unit: Unit): Line =>
    line`${unit.kind === "money" ? `This is counted in ${unit.currency}: please leave other signs out.` : unit.kind === "percent" ? "This is measured in per cent: please write 30 or 30%." : "This is a plain count: please leave currency and per cent out."}`,
  titledIn: (number: number, goal: Titled, period: Period): Line =>
    line`G${String(number)} ${said(titleFor(goal, "en"))} (${periodText(f, period)})`,
  noSuchGoal: (number: number): Line =>
    line`There is no G${String(number)} you can see. ${typed("goals")} lists yours.`,
  goalClosed: (number: number): Line =>
    line`G${String(number)} is closed, so nothing can be logged to it. ${typed("goals")} lists the open ones.`,
  notYourGoal: (number: number): Line =>
    line`G${String(number)} belongs to somebody else; only they, their manager or assistant may change it.`,
  outsidePeriod: (start: LocalDate, end: LocalDate): Line =>
    line`This goal runs from ${f.date(start)} to ${f.date(end)}. Please give a date in between.`,
  inFuture: (): Line => line`That day is still to come. Please log it when it has happened.`,
  notMeasured: (): Line => line`This goal goes by its milestones: open it and press Done.`,
  otherUnit: (number: number): Line =>
    line`G${String(number)} is measured in something else. Please check the amount and its unit.`,
  mayNotSeeEntries: (name: string): Line =>
    line`Only ${said(name)}'s manager or team assistant can see their entries.`,
  mayNotSetFor: (name: string): Line =>
    line`Only ${said(name)}'s manager can propose a goal to them.`,
  notYourReport: (name: string): Line =>
    line`${said(name)} does not report to you, so they cannot get a part.`,
  mayNotLogFor: (name: string): Line =>
    line`Only ${said(name)}'s manager or team assistant may log for them.`,
  loggedForYou: (by: string): Line =>
    line`${said(by)} logged this for you. If it is wrong, press Correct; if you are not sure, Not right.`,
  notRight: (): Line => line`Not right`,
  takeBack: (): Line => line`Take back`,
  disputeForm: (): Line => line`Not right`,
  disputeField: (): Line => line`What is wrong?`,
  disputeHint: (): Line => line`It counts until it is decided`,
  disputeSent: (name: string): Line =>
    line`${said(name)} has been told. It counts until it is decided.`,
  disputeOpen: (): Line => line`You have already said so; the answer is still to come.`,
  disputeDecided: (): Line =>
    line`This has been decided. ${typed("history")} shows what counts now.`,
  disputeOwn: (): Line =>
    line`You logged this one yourself. ${typed("history")} lets you correct it.`,
  disputed: (): Line => line`disputed`,
  disputedTitle: (name: string): Line => line`${said(name)} says an entry is not right`,
  stands: (): Line => line`It stands`,
  standsReason: (): Line => line`Why does it stand?`,
  standsTitle: (by: string): Line => line`${said(by)} looked at it: the entry stands`,
  standsSent: (name: string): Line => line`${said(name)} has been told.`,
  takenBackBy: (by: string): Line => line`${said(by)} took an entry back`,
  seenByManager: (): Line => line`Seen by you and your manager`,
  seenByOwner: (name: string): Line => line`Seen by you and ${said(name)}`,
  goalsTitle: (): Line => line`Your goals`,
  teamTitle: (): Line => line`Your team's goals`,
  noGoals: (): Line => line`No open goal yet. Try ${typed("goal new revenue 100k by 12-31")}.`,
  noTeamGoals: (): Line =>
    line`Nobody in your team has an open goal yet. ${typed("goal new revenue 100k by 12-31 for @name")} proposes one.`,
  rowSays: (actual: Decimal, target: Decimal, unit: Unit, done: Decimal, timeGone: Decimal): Line =>
    line`${f.amount(actual, unit)} of ${f.amount(target, unit)} · ${f.percent(done)} done, ${f.percent(timeGone)} of the time gone`,
  draftTarget: (): Line => line`Target`,
  draftTargetIs: (target: Decimal, unit: Unit): Line => line`${f.amount(target, unit)}`,
  due: (): Line => line`Due`,
  dueIs: (due: LocalDate): Line => line`${f.dateLong(due)}`,
  for: (): Line => line`For`,
  reason: (): Line => line`Why`,
  reasonIs: (reason: string): Line => line`Why: ${said(reason)}`,
  smartGood: (): Line => line`Clear, measurable and dated: good to go.`,
  smartIntro: (): Line => line`What would make it clearer:`,
  smart: (advice: SmartAdvice): Line => line`${smart[advice]}`,
  noHistory: (): Line =>
    line`A: fewer than two closed periods to compare with, so I can't say whether it is a stretch.`,
  started: (): Line => line`It runs. Report with ${typed("log")} and the amount.`,
  proposedTo: (name: string): Line =>
    line`Proposed to ${said(name)}. You hear when it is confirmed.`,
  proposalTitle: (by: string): Line => line`${said(by)} proposes a goal to you`,
  confirmedTitle: (name: string): Line => line`${said(name)} confirmed the goal`,
  answeredTitle: (name: string): Line => line`${said(name)} answered your proposal`,
  answerSent: (): Line => line`Sent.`,
  answerForm: (): Line => line`Answer the proposal`,
  answerField: (): Line => line`What would you change?`,
  send: (): Line => line`Send`,
  dropped: (): Line => line`Dropped. Its history stays.`,
  formNew: (): Line => line`New goal`,
  formEdit: (number: number): Line => line`Edit G${String(number)}`,
  fieldTitle: (): Line => line`What`,
  fieldTitleHint: (): Line => line`A metric or a result: collected revenue, 20 demos`,
  fieldTarget: (): Line => line`Target`,
  fieldTargetHint: (): Line => line`120k, 12万 or 30%`,
  fieldDue: (): Line => line`Due`,
  fieldDueHint: (): Line => line`2026-12-31, EOQ or end of month`,
  fieldReason: (): Line => line`Why it matters`,
  fieldMilestones: (): Line => line`Milestones`,
  fieldMilestonesHint: (): Line => line`One a line: 60k by 11-30`,
  badMilestone: (text: string): Line =>
    line`I cannot read “${said(text)}”. Write an amount or a step and a date: 60k by 11-30.`,
  unknownCurrency: (code: string): Line =>
    line`I don't know the currency ${said(code)}. Please write its code, e.g. EUR, or leave it out for your own.`,
  sameBothEnds: (): Line =>
    line`From and to are the same. Where does it start, and where should it end?`,
  way: (actual: Decimal, baseline: Decimal, target: Decimal, unit: Unit): Line =>
    line`${f.amount(actual, unit)}, from ${f.amount(baseline, unit)} to ${f.amount(target, unit)}`,
  draftWay: (baseline: Decimal, target: Decimal, unit: Unit): Line =>
    line`from ${f.amount(baseline, unit)} to ${f.amount(target, unit)}`,
  dueInPast: (): Line => line`This date is over. Choose one ahead.`,
  fieldAmount: (): Line => line`Amount`,
  fieldDate: (): Line => line`Date`,
  fieldNote: (): Line => line`Note`,
  correctTitle: (): Line => line`Correct the entry`,
  progressTitle: (number: number): Line => line`Log to G${String(number)}`,
  listTitle: (good: number, all: number): Line =>
    good === all
      ? line`${String(all)} ${all === 1 ? "entry" : "entries"} to store`
      : line`${String(good)} of ${String(all)} can be stored`,
  listGoal: (): Line => line`Goal`,
  listRemark: (): Line => line`Remark`,
  listDay: (on: LocalDate, today: LocalDate): Line => line`${f.day(on, today)}`,
  listTotal: (figure: Figure): Line => line`= ${figureText(f, figure)}`,
  listLeftOut: (count: number): Line =>
    line`${String(count)} more ${count === 1 ? "line is" : "lines are"} too many for one list. Please paste ${count === 1 ? "it" : "them"} afterwards.`,
  listNothing: (): Line =>
    line`Nothing here can be stored. Please mend the lines and paste the list again.`,
  listNotYet: (): Line => line`Nothing is stored yet.`,
  listStore: (count: number): Line =>
    line`Store ${String(count)} ${count === 1 ? "entry" : "entries"}`,
  listStored: (count: number): Line =>
    line`${String(count)} ${count === 1 ? "entry" : "entries"} stored`,
  listTold: (): Line => line`Everybody you logged for has been told.`,
  listDone: (done: Decimal): Line => line`${f.percent(done)}`,
  listWhy: (why: WhyNotListed): Line => line`${listWhy[why]}`,
  splitTitle: (number: number): Line => line`Split G${String(number)}`,
  splitPerson: (): Line => line`Person`,
  splitPart: (): Line => line`Part`,
  splitOver: (share: Decimal): Line =>
    line`Parts add up to ${f.percent(share.plus("1"))} of the goal.`,
  splitOwn: (): Line => line`Only your own goals and your team's can be split among your people.`,
  splitBefore: (): Line =>
    line`This goal is already split. ${typed("team goals")} shows the parts.`,
  splitNobody: (): Line => line`Nobody reports to you yet, so there is nobody to split it among.`,
  splitPropose: (): Line => line`Propose to all`,
  splitWhom: (name: string, people: readonly string[]): Line =>
    line`Several people match “${said(name)}”: ${said(f.list(people))}. Please write the full name.`,
  splitNoWeight: (name: string): Line =>
    line`How much for ${said(name)}? Write a weight behind each name: ${typed("goal split G7 Maya 5 Renke 3")}.`,
  splitTwice: (name: string): Line => line`${said(name)} is named twice. Once is enough.`,
  splitMixed: (): Line =>
    line`Some weights are percentages, some are not. Please use one kind for all.`,
  splitUnreadable: (rest: string): Line =>
    line`I can't read “${said(rest)}”. Write names with weights, then what you give out beyond the goal: ${typed("goal split G7 Maya 5 Renke 3 10%")}.`,
  splitTooMuch: (): Line =>
    line`Together that is nothing at all, or more than four times the goal. Please check the percentage.`,
  splitSteps: (): Line => line`This goal has no figure that could be split.`,
  splitTooMany: (most: number): Line =>
    line`That is more than ${String(most)} names for one message. Please split it in two steps, or equally.`,
  splitAlike: (): Line => line`A percentage is not divided: everybody gets the same target.`,
  splitIs: (assignment: "short" | "high" | "extreme"): Line =>
    line`${{ short: "not fully assigned", high: "a lot on top", extreme: "far too much" }[assignment]}`,
  splitAdvice: (assignment: "short" | "high" | "extreme"): Line =>
    line`${{ short: "Part of the goal belongs to nobody yet.", high: "That is more than a fifth on top. Is it meant?", extreme: "More than half on top: if everybody reaches their part, the goal was never the goal. Better take some off." }[assignment]}`,
  splitDone: (count: number): Line => line`Proposed to ${String(count)} people.`,
  milestoneDone: (title: string): Line => line`“${said(title)}” is done.`,
  turnTitle: (end: LocalDate): Line => line`Your goals end on ${f.date(end)}`,
  turnBody: (): Line => line`Take them into the next period with new targets, or start afresh.`,
  turnButton: (): Line => line`Same goals next period`,
  turnForm: (): Line => line`Goals of the next period`,
  turnSaved: (count: number): Line =>
    line`${String(count)} ${count === 1 ? "goal" : "goals"} set for the next period.`,
  close: (): Line => line`Close it`,
  closeTitle: (number: number): Line => line`Close G${String(number)}`,
  closeLesson: (): Line => line`One thing learned`,
  closeHow: (): Line => line`How does it end?`,
  closeByFigures: (): Line => line`by its figures`,
  closeDropped: (): Line => line`dropped: it no longer makes sense`,
  closeLessonHint: (): Line => line`For a dropped goal: why`,
  lessonNeeded: (): Line => line`Please say in a line why it is dropped.`,
  withdrawn: (): Line => line`This proposal was withdrawn.`,
  closedAs: (state: "achieved" | "missed" | "dropped", lesson: boolean): Line =>
    line`${{ achieved: "Achieved. Well run.", missed: "Not this time. Thank you for the effort.", dropped: "Dropped. Room for what matters now." }[state]}${lesson ? " What you learned is noted." : ""}`,
  lapsed: (wasDraft: boolean): Line =>
    wasDraft
      ? line`This draft was never started and its period is over, so I put it away. Nothing is lost.`
      : line`This goal was never confirmed and its period is over, so I put it away. Nothing is lost.`,
  periodOver: (end: LocalDate): Line =>
    line`Its period ended on ${f.date(end)}, and the days for late entries with it.`,
  lessonKept: (): Line => line`Kept. Thank you.`,
  ...define(f),
  ...unasked(f),
  ...status(f),
  ...leaving(f),
  ...meanwhile(),
});

export type GoalMessages = ReturnType<typeof en>;
