// Reporting progress: in a line, in the form, or as a pasted list.
import type { LocalDate } from "#src/calendar/local-date";
import type { Decimal } from "#src/language/decimal";
import type { Formatter } from "#src/language/format";
import type { Unit } from "#src/language/units";
import { joinLines, line, said, typed, type Line } from "#src/view/line";
import type { LeftOut, WhyAsked, WhyLeftOut } from "../../log/reading/reading.ts";
import {
  titleFor,
  type Figure,
  type Goal,
  type Surprise,
  type Titled,
  type WhyNotListed,
} from "../../model.ts";
import { figureText } from "./goal.ts";

const listWhy: Record<WhyNotListed, string> = {
  unknown: "nobody has this name",
  ambiguous: "several people have this name",
  "not-yours": "not one of yours",
  "no-amount": "no amount",
  unclear: "can be read in several ways: send it in a line of its own",
  "no-goal": "no goal that fits",
  "not-confirmed": "the goal is not confirmed yet",
  "several-goals": "several goals fit: add the metric or G7",
  "no-such-date": "no such date",
  "outside-period": "outside the goal's period",
  "in-future": "still to come",
  closed: "the goal is closed",
  "not-measured": "goes by milestones",
  "no-room": "no room left: paste it again",
};

function countedIn(unit: Unit): string {
  switch (unit.kind) {
    case "money":
      return `This is counted in ${unit.currency}: please leave other signs out.`;
    case "percent":
      return "This is measured in per cent: please write 30 or 30%.";
    case "count":
      return "This is a plain count: please leave currency and per cent out.";
  }
}

export const log = (f: Formatter) => ({
  logged: (): Line => line`Logged`,
  added: (figure: Figure, on: LocalDate, today: LocalDate): Line =>
    line`${figureText(f, figure)} added for ${f.day(on, today)}`,
  returned: (figure: Figure, on: LocalDate, today: LocalDate): Line =>
    line`${figureText(f, figure)} taken off for ${f.day(on, today)}`,
  set: (figure: Figure, on: LocalDate, today: LocalDate): Line =>
    line`set to ${figureText(f, figure)} for ${f.day(on, today)}`,
  coveredByTotal: (): Line =>
    line`A total logged for a later day already covers this, so the standing stays.`,
  loggedForYou: (by: string): Line =>
    line`${said(by)} logged this for you. If it is wrong, press Correct; if you are not sure, Not right.`,
  noAmount: (): Line =>
    line`I found no amount I can read exactly. Write it like ${typed("log 12k")}, ${typed("log 3.5万")} or ${typed("calls 20")}.`,
  tooManyFigures: (most: number): Line =>
    line`That is more than ${String(most)} figures at once. Please send them in several messages.`,
  tooManyDigits: (): Line => line`That figure is longer than I can keep exactly. Please check it.`,
  tooManyAmounts: (most: number): Line =>
    line`Not every amount finds its goal, and more than ${String(most)} cannot wait together. Please send them in two lines.`,
  whichDay: (text: string): Line =>
    line`I can't tell which day “${said(text)}” is. Write it like ${typed("5 Nov")} or ${typed("2026-11-05")}.`,
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
  goalClosed: (number: number): Line =>
    line`G${String(number)} is closed, so nothing can be logged to it. ${typed("goals")} lists the open ones.`,
  outsidePeriod: (start: LocalDate, end: LocalDate): Line =>
    line`This goal runs from ${f.date(start)} to ${f.date(end)}. Please give a date in between.`,
  inFuture: (): Line => line`That day is still to come. Please log it when it has happened.`,
  notMeasured: (): Line => line`This goal goes by its milestones: open it and press Done.`,
  otherUnit: (number: number): Line =>
    line`G${String(number)} is measured in something else. Please check the amount and its unit.`,
  otherUnitField: (unit: Unit): Line => line`${countedIn(unit)}`,
  mayNotLogFor: (name: string): Line =>
    line`Only ${said(name)}'s manager or team assistant may log for them.`,
  ratioOfNothing: (): Line => line`A part of nothing is no ratio. Write it like ${typed("3/10")}.`,
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
});

export type LogMessages = ReturnType<typeof log>;

/** One amount of a way to understand a line. */
export interface WayPart {
  readonly figure: Figure;
  readonly total: boolean;
  readonly metric: { readonly nameEn: string; readonly nameZh: string } | null;
  readonly on: LocalDate;
  readonly today: LocalDate;
  /** Null for whoever reads. */
  readonly name: string | null;
  /** Said even where it is today, or one's own: that is what is asked. */
  readonly says: { readonly day: boolean; readonly who: boolean };
}

/** A draft or a proposal. */
type Starting = Titled & Pick<Goal, "number" | "state">;

const askedAs: Record<WhyAsked, string> = {
  figure: "Which figure is meant?",
  several: "There are several amounts in this line. Which shall I log?",
  people: "Whose is it?",
  days: "Which figure belongs to which day?",
  sum: "Is that the total so far, or does it come on top?",
  plan: "That sounds like a plan. I log it once it has happened; log it now all the same?",
  about: "That sounds like a rough figure. Shall I log it as it stands?",
  mixed: "I can read this in several ways. Which one is meant?",
};
const leftOutAs: Record<WhyLeftOut, string> = {
  plan: "still to come",
  sum: "a sum so far",
  unknown: "no metric I know",
  aside: "how it came about",
  unread: "a figure I can't read exactly",
  table: "the sum of the list",
};

export const asking = (f: Formatter) => ({
  asked: (about: WhyAsked): Line => line`${askedAs[about]}`,
  saidWay: ({ figure, total, metric, on, today, name, says }: WayPart): Line => {
    const whose = name === null && says.who ? "me" : name;
    return line`${total ? "total " : ""}${figureText(f, figure)}${metric ? [" ", said(metric.nameEn)] : []}${on === today && !says.day ? "" : ` ${f.day(on, today)}`}${whose === null ? [] : [" for ", said(whose)]}`;
  },
  saidWays: (parts: readonly Line[]): Line => joinLines(parts, " + "),
  leftOut: (list: readonly Pick<LeftOut, "why" | "text">[]): Line =>
    line`Left out: ${joinLines(
      list.map((each) => line`“${said(each.text)}” (${leftOutAs[each.why]})`),
      ", ",
    )}`,
  addLeftOut: (label: Line): Line => line`Log ${label} too`,
  sure: (): Line => line`Is that meant?`,
  surprise: ({ goal, is, before, after }: Surprise): Line =>
    is === "beyond"
      ? line`G${String(goal.number)} ${said(titleFor(goal, "en"))} would go from ${f.amount(before, goal.unit)} to ${f.amount(after, goal.unit)}, more than three times its target of ${f.amount(goal.target, goal.unit)}.`
      : line`G${String(goal.number)} ${said(titleFor(goal, "en"))} stands at ${f.amount(before, goal.unit)}; the total would become ${f.amount(after, goal.unit)}.`,
  sureLog: (): Line => line`Log it`,
  sureSet: (): Line => line`Set the total`,
  sureAdd: (): Line => line`Add it instead`,
  startsWith: (goal: Starting, figure: Figure): Line =>
    goal.state === "draft"
      ? line`G${String(goal.number)} ${said(titleFor(goal, "en"))} is still a draft: set it and log ${figureText(f, figure)}?`
      : line`G${String(goal.number)} ${said(titleFor(goal, "en"))} waits for your yes: confirm it and log ${figureText(f, figure)}?`,
  startAndLog: (): Line => line`Set it and log`,
  confirmAndLog: (): Line => line`Confirm and log`,
  notConfirmed: (goal: Starting, name: string): Line =>
    goal.state === "draft"
      ? line`G${String(goal.number)} ${said(titleFor(goal, "en"))} of ${said(name)} is still a draft. Set it first, then log.`
      : line`${said(name)} has not confirmed G${String(goal.number)} ${said(titleFor(goal, "en"))} yet. Log it after that, or name the goal: ${typed(`G${String(goal.number)}`)}.`,
  closedSince: (number: number, end: LocalDate): Line =>
    line`G${String(number)} ended on ${f.date(end)} and the days for late entries are over, so nothing can be logged to it any more.`,
  wrongSum: (text: string, sum: Figure): Line =>
    line`“${said(text)}” does not add up: it comes to ${figureText(f, sum)}. Please check the figures.`,
  tangled: (figures: readonly string[]): Line =>
    line`I read ${joinLines(
      figures.map((each) => line`“${said(each)}”`),
      ", ",
    )}, but not what belongs together. Write a line for each, e.g. ${typed("log 12k yesterday")}; nothing was stored.`,
});

export type AskMessages = ReturnType<typeof asking>;
