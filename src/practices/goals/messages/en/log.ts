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
import { sourceName } from "../../naming/source-name.ts";
import { figureText } from "./goal.ts";

const listWhy: Record<WhyNotListed, string> = {
  unknown: "no one has this name",
  ambiguous: "several people have this name",
  "not-yours": "only their manager or assistant can log it",
  "no-amount": "no amount",
  unclear: "can be read in several ways: please send it on its own",
  "no-goal": "no goal that fits",
  "not-confirmed": "the goal is not confirmed yet",
  "several-goals": "several goals fit: add the metric or G7",
  "no-such-date": "no such date",
  "outside-period": "outside the goal's period",
  "in-future": "still to come",
  closed: "the goal is closed",
  "not-measured": "tracked by milestones",
  "no-room": "no room left: paste it again",
};

function countedIn(unit: Unit): string {
  switch (unit.kind) {
    case "money":
      return `This is counted in ${unit.currency}: please leave out other currencies and units.`;
    case "percent":
      return "This is a percentage: please write 30 or 30%.";
    case "count":
      return "This is a plain count: please leave out currency and %.";
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
  countsElsewhere: (source: string): Line =>
    line`Kept. This goal's pace counts the figures from ${sourceName(source, "en")}; yours stands beside them.`,
  coveredByTotal: (): Line =>
    line`A later total already includes this, so the total stays the same.`,
  loggedForYou: (by: string): Line =>
    line`${said(by)} logged this for you. Wrong? Press Correct. Want them to check? Press Not right.`,
  noAmount: (): Line =>
    line`I can't find an amount I can read exactly. Write it like ${typed("log 12k")}, ${typed("log 3.5万")} or ${typed("calls 20")}.`,
  tooManyFigures: (most: number): Line =>
    line`That's more than ${String(most)} figures at once. Please send them in several messages.`,
  tooManyDigits: (): Line => line`That figure is longer than I can store exactly. Please check it.`,
  tooManyAmounts: (most: number): Line =>
    line`Some amounts don't match a goal yet, and at most ${String(most)} can wait at once. Please send them in two messages.`,
  whichDay: (text: string): Line =>
    line`I can't tell which day “${said(text)}” is. Write it like ${typed("5 Nov")} or ${typed("2026-11-05")}.`,
  whichGoal: (figure: Figure): Line => line`Which goal is ${figureText(f, figure)} for?`,
  othersWait: (count: number): Line =>
    line`Nothing is saved yet: ${count === 1 ? "the other amount waits" : `the other ${String(count)} amounts wait`} with it.`,
  onlyOthers: (count: number): Line =>
    line`${count === 1 ? "Log the other" : `Log the other ${String(count)}`}`,
  metricName: (metric: { readonly nameEn: string; readonly nameZh: string }): string =>
    metric.nameEn,
  noGoalFits: (
    figure: Figure,
    metric: { readonly nameEn: string; readonly nameZh: string } | null,
  ): Line =>
    line`No open goal fits ${metric ? [said(metric.nameEn), " "] : []}${figureText(f, figure)} yet. Set one, and I'll log this along with it.`,
  goalClosed: (number: number): Line =>
    line`G${String(number)} is closed, so nothing more can be logged to it. ${typed("goals")} lists the open ones.`,
  outsidePeriod: (start: LocalDate, end: LocalDate): Line =>
    line`This goal runs from ${f.date(start)} to ${f.date(end)}. Please give a date in between.`,
  inFuture: (): Line => line`That day is still ahead. Please log it once it has happened.`,
  notMeasured: (): Line => line`This goal is tracked by milestones: open it and press Done.`,
  otherUnit: (number: number): Line =>
    line`G${String(number)} uses a different unit. Please check the amount and its unit.`,
  otherUnitField: (unit: Unit): Line => line`${countedIn(unit)}`,
  mayNotLogFor: (name: string): Line =>
    line`Only ${said(name)}'s manager or team assistant can log for them.`,
  ratioOfNothing: (): Line => line`The second number can't be 0. Write it like ${typed("3/10")}.`,
  listTitle: (good: number, all: number): Line =>
    good === all
      ? line`${String(all)} ${all === 1 ? "entry" : "entries"} to save`
      : line`${String(good)} of ${String(all)} can be saved`,
  listGoal: (): Line => line`Goal`,
  listRemark: (): Line => line`Note`,
  listDay: (on: LocalDate, today: LocalDate): Line => line`${f.day(on, today)}`,
  listTotal: (figure: Figure): Line => line`= ${figureText(f, figure)}`,
  listLeftOut: (count: number): Line =>
    line`${String(count)} more ${count === 1 ? "line doesn't" : "lines don't"} fit in one list. Please paste ${count === 1 ? "it" : "them"} afterwards.`,
  listNothing: (): Line =>
    line`Nothing here can be saved. Please fix the lines and paste the list again.`,
  listNotYet: (): Line => line`Nothing is saved yet.`,
  listStore: (count: number): Line =>
    line`Save ${String(count)} ${count === 1 ? "entry" : "entries"}`,
  listStored: (count: number): Line =>
    line`${String(count)} ${count === 1 ? "entry" : "entries"} saved`,
  listTold: (): Line => line`Everyone you logged for has been told.`,
  listDone: (done: Decimal): Line => line`${f.percent(done)}`,
  listWhy: (why: WhyNotListed): Line => line`${listWhy[why]}`,
  helpLog: () => ({
    does: line`Report progress`,
    usage: "log <amount> [date] [G7] [note]",
    example: "log 12k",
  }),
  helpTotal: () => ({
    does: line`Set a goal's total so far`,
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
  /** Said even where it is today, one's own, or plus: that is what is asked. */
  readonly says: { readonly day: boolean; readonly who: boolean; readonly sign: boolean };
}

/** €5k − €250: what is taken off behind another amount says its sign by what joins them. */
export const joinedParts = (parts: readonly WayPart[], say: (part: WayPart) => Line): Line =>
  parts.flatMap((part, i) => {
    const { figure, says } = part;
    if (i === 0) return say(part);
    if (figure.value.gte("0")) return [" + ", ...say({ ...part, says: { ...says, sign: false } })];
    return [" − ", ...say({ ...part, figure: { ...figure, value: figure.value.abs() } })];
  });

/** A draft or a proposal. */
type Starting = Titled & Pick<Goal, "number" | "state">;

const askedAs: Record<WhyAsked, string> = {
  figure: "Which figure is meant?",
  sign: "Is this taken off, or added?",
  several: "There are several amounts in this line. Which shall I log?",
  people: "Whose is it?",
  days: "Which figure belongs to which day?",
  sum: "Is that the total so far, or on top of it?",
  plan: "That sounds like a plan. Log it once it has happened, or log it now anyway?",
  about: "That sounds like a rough figure. Shall I log it as it stands?",
  part: "That sounds like only a part of something. Shall I log it?",
  mixed: "I can read this in several ways. Which one do you mean?",
};
const leftOutAs: Record<WhyLeftOut, string> = {
  plan: "still to come",
  sum: "a sum so far",
  unknown: "not a metric I know",
  aside: "how it came about",
  unread: "a figure I can't read exactly",
  table: "the sum of the list",
};

const wayPart =
  (f: Formatter) =>
  ({ figure, total, metric, on, today, name, says }: WayPart): Line => {
    const whose = name === null && says.who ? "me" : name;
    const plus = says.sign && figure.value.gt("0") ? "+" : "";
    return line`${total ? "total " : ""}${plus}${figureText(f, figure)}${metric ? [" ", said(metric.nameEn)] : []}${on === today && !says.day ? "" : ` ${f.day(on, today)}`}${whose === null ? [] : [" for ", said(whose)]}`;
  };

export const asking = (f: Formatter) => ({
  asked: (about: WhyAsked): Line => line`${askedAs[about]}`,
  saidWays: (parts: readonly WayPart[]): Line => joinedParts(parts, wayPart(f)),
  leftOut: (list: readonly Pick<LeftOut, "why" | "text">[]): Line =>
    line`Left out: ${joinLines(
      list.map((each) => line`“${said(each.text)}” (${leftOutAs[each.why]})`),
      ", ",
    )}`,
  addLeftOut: (label: Line): Line => line`Log ${label} too`,
  offerMend: (): Line =>
    line`To change an entry, write ${typed("history")}: each one has Correct and Undo. ${typed("undo")} takes back your last one.`,
  likeGoal: (): Line => line`That sounds like a goal. Set it?`,
  logAsToday: (): Line => line`Log it as today’s`,
  sure: (): Line => line`Is that right?`,
  surprise: ({ goal, is, before, after }: Surprise): Line =>
    is === "beyond"
      ? line`G${String(goal.number)} ${said(titleFor(goal, "en"))} would go from ${f.amount(before, goal.unit)} to ${f.amount(after, goal.unit)}, more than three times its target of ${f.amount(goal.target, goal.unit)}.`
      : line`G${String(goal.number)} ${said(titleFor(goal, "en"))} stands at ${f.amount(before, goal.unit)}; the total would become ${f.amount(after, goal.unit)}.`,
  sureLog: (): Line => line`Log it`,
  sureSet: (): Line => line`Set the total`,
  sureAdd: (): Line => line`Add it instead`,
  startsWith: (goal: Starting, figure: Figure): Line =>
    goal.state === "draft"
      ? line`G${String(goal.number)} ${said(titleFor(goal, "en"))} is still a draft. Start it and log ${figureText(f, figure)}?`
      : line`G${String(goal.number)} ${said(titleFor(goal, "en"))} waits for your confirmation. Confirm it and log ${figureText(f, figure)}?`,
  startAndLog: (): Line => line`Start and log`,
  confirmAndLog: (): Line => line`Confirm and log`,
  notConfirmed: (goal: Starting, name: string): Line =>
    goal.state === "draft"
      ? line`${said(name)}'s G${String(goal.number)} ${said(titleFor(goal, "en"))} is still a draft. Start it first, then log.`
      : line`${said(name)} hasn't confirmed G${String(goal.number)} ${said(titleFor(goal, "en"))} yet. Log it after that, or name the goal: ${typed(`G${String(goal.number)}`)}.`,
  closedSince: (number: number, end: LocalDate): Line =>
    line`G${String(number)} ended on ${f.date(end)}, and late entries are closed.`,
  wrongSum: (text: string, sum: Figure): Line =>
    line`“${said(text)}” does not add up: it comes to ${figureText(f, sum)}. Please check the figures.`,
  tangled: (figures: readonly string[]): Line =>
    line`I read ${joinLines(
      figures.map((each) => line`“${said(each)}”`),
      ", ",
    )}, but not what belongs together. Write one per line, e.g. ${typed("log 12k yesterday")}; nothing was saved.`,
});

export type AskMessages = ReturnType<typeof asking>;

/** Added, taken off, or where it stands. */
export function signOf({ value }: Figure, sets: boolean): string {
  if (sets) return "= ";
  return value.gt("0") ? "+" : "";
}

/** The figures of a daily note, and of what was logged in a phone's one line. */
export const noted = (f: Formatter) => ({
  more: (): Line => line`Details`,
  loggedNotice: (
    goal: Titled & { readonly number: number },
    figure: Figure,
    sets: boolean,
    done: Decimal,
  ): Line =>
    line`G${String(goal.number)} ${said(titleFor(goal, "en"))} ${signOf(figure, sets)}${figureText(f, figure)}, ${f.percent(done)}`,
  notedFigures: (): Line => line`Figures in this note`,
  notedFigure: (goal: Titled & { readonly number: number }, figure: Figure, total: boolean): Line =>
    line`G${String(goal.number)} ${said(titleFor(goal, "en"))}: ${total ? "= " : ""}${figureText(f, figure)}`,
  notedState: (state: "open" | "counted" | "gone", counted: Figure | null): Line => {
    if (state === "counted") return line`counted`;
    if (state === "gone") return line`counted, and no longer in the note`;
    return counted === null
      ? line`not counted yet`
      : line`counted as ${figureText(f, counted)} so far`;
  },
  notedHomeless: (parts: readonly WayPart[]): Line =>
    line`Not counted, because no single goal of yours fits: ${joinLines(parts.map(wayPart(f)), ", ")}`,
  countNoted: (): Line => line`Count them`,
  recountNoted: (): Line => line`Update what counts`,
  notedSince: (): Line =>
    line`What counts has changed since. Please use the note's latest card: ${typed("daily")}.`,
  notedAlready: (): Line => line`These figures are counted already.`,
});

export type NotedMessages = ReturnType<typeof noted>;
