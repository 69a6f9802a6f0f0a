// Reporting progress: from a line of text to entries, in one go or not at all.
import { stored, show, type Answer, type Telling } from "#src/bot/answer";
import { Incomplete, Refusal } from "#src/bot/errors";
import { compareDates, type LocalDate } from "#src/calendar/local-date";
import { inPeriod } from "#src/calendar/periods";
import { findAmounts, type Amount } from "#src/language/amount";
import { fitsStore } from "#src/language/decimal";
import { mayLogFor, type Person } from "#src/people/person";
import type { Button, Card } from "#src/view/card";
import type { Waiting } from "./actions.ts";
import { reached } from "./api.ts";
import { paced, visibleGoal, type GoalContext } from "./context.ts";
import { percentOf, type Entry, type EntryId, type GoalStanding } from "./model.ts";
import { fitting, readLine, type LoggedAmount } from "./reading.ts";
import { isPastGrace, passed } from "./rules.ts";
import { loggedCard, loggedForYouCard, noGoalCard, whichGoalCard, type LoggedView } from "./views.ts";

export interface LogInput {
  readonly goal: number | null;
  readonly who: Person | null;
  readonly line: string;
}

export const logProgress = (input: LogInput, context: GoalContext) => logLine(input, false, context);
export const logTotal = (input: LogInput, context: GoalContext) => logLine(input, true, context);

async function logLine(input: LogInput, total: boolean, context: GoalContext): Promise<Answer> {
  const owner = input.who ?? context.person;
  if (!mayLogFor(context.person, owner)) throw new Refusal(context.t.mayNotLogFor(owner.name));
  const explicit = input.goal === null ? null : await visibleGoal(await context.stores.goals.numbered(input.goal), input.goal, context);
  const target = explicit?.owner ?? owner;
  if (!mayLogFor(context.person, target)) throw new Refusal(context.t.notYourGoal(input.goal ?? 0));
  const metrics = hasWords(input.line) ? await context.stores.setup.metrics() : [];
  const read = readLine(input.line, { metrics, today: context.today, ofRatio: explicit?.goal.unit.kind === "percent" });
  if ("noSuchDate" in read) throw new Refusal(context.house.noSuchDate(read.noSuchDate));
  if (read.amounts.length === 0) throw new Incomplete("amount", input.line === "" ? null : context.t.noAmount());
  const open = explicit ? [explicit.goal] : await context.stores.goals.openOf(target.id);
  const on = read.on ?? context.today;
  const planned: Planned[] = [];
  for (const amount of read.amounts) {
    const waiting = waitingFor(amount, { total, on, note: read.note, for: target.id === context.person.id ? null : target.id });
    const goals = explicit ? open : fitting(amount, open, on);
    if (goals.length === 0) return show(noGoalCard(waiting, amount.metric ? nameOf(amount.metric, context) : "", context.t));
    if (goals.length > 1) return show(whichGoalCard(waiting, goals, context.t));
    planned.push({ goal: goals[0]!, owner: target, waiting, amount });
  }
  return logged(await writeEntries(planned, context), context);
}

export function waitingFor({ amount, of, total }: LoggedAmount, said: Pick<Waiting, "total" | "on" | "note" | "for">): Waiting {
  return { ...said, value: amount.value, of: of ?? null, total: said.total || total, note: said.note.slice(0, 500) };
}

/** Whether anything but amounts stands there: only then can it name a metric. */
function hasWords(line: string): boolean {
  const bare = findAmounts(line)
    .toReversed()
    .reduce((text, each) => `${text.slice(0, each.start)} ${text.slice(each.end)}`, line);
  return /\p{L}/u.test(bare);
}

export interface Planned {
  readonly goal: GoalStanding;
  readonly owner: Person;
  readonly waiting: Waiting;
  /** Absent when the amount was chosen by a tap or filled into a form: its unit is the goal's. */
  readonly amount?: LoggedAmount;
}

/** What was written: how each goal stands after its entry, and what the owners for whom somebody else logged are told. */
export interface Written {
  /** `after`: how the goal itself stands, without its parts. */
  readonly views: readonly (LoggedView & { readonly owner: Person; readonly before: GoalStanding; readonly after: GoalStanding })[];
  readonly told: readonly Telling[];
}

/** Stores all or nothing, under one undo. */
export async function writeEntries(planned: readonly Planned[], context: GoalContext, source: Entry["source"] = "chat"): Promise<Written> {
  const batchId = context.newId();
  for (const { goal, waiting, owner } of planned) await refuseUnlessLoggable(goal, waiting.on, owner, context);
  const entries = planned.map((each) => entryFor(each, batchId, source, context));
  await context.stores.goals.append(entries);
  const views: Written["views"][number][] = [];
  for (const [i, { goal, owner }] of planned.entries()) {
    const entry = entries[i]!;
    const earlierHere = views.findLast((each) => each.paced.goal.id === goal.id)?.after ?? goal;
    const moved: GoalStanding = { ...earlierHere, ...after(earlierHere, entry), lastOn: laterOf(earlierHere.lastOn, entry.on), lastAt: context.now };
    views.push({ paced: await paced(moved, owner, context), before: earlierHere, after: moved, owner, entry, today: context.today, forName: owner.id === context.person.id ? null : owner.name });
  }
  const told = views.flatMap((view, i) => (view.forName === null ? [] : [context.tell(view.owner, `logged-${i}`, (t): Card => loggedForYouCard(view, context.person.name, t))]));
  return { views, told };
}

/** Each goal's card follows; the owner is told when somebody else logged. */
export async function logged({ views, told }: Written, context: GoalContext): Promise<Answer> {
  const cards = await Promise.all(views.map(async (view) => loggedCard(view, context.t, await buttonsBeside(view, context))));
  return stored(show(...cards), ...told);
}

/** What others offer when one's own log reached something. */
async function buttonsBeside({ owner, before, after: goal, entry }: Written["views"][number], context: GoalContext): Promise<readonly Button[]> {
  const what = owner.id === context.person.id ? passed(before, goal) : null;
  return what === null ? [] : context.beside(reached({ goal, milestone: what === "target" ? null : what, entry }));
}

function entryFor({ goal, waiting, amount }: Planned, batchId: string, source: Entry["source"], context: GoalContext): Entry {
  const { t } = context;
  if (!fitsStore(waiting.value)) throw new Refusal(t.tooManyDigits());
  if (amount && !unitFits(amount.amount, goal)) throw new Refusal(t.otherUnit(goal.number));
  if (waiting.of && goal.unit.kind !== "percent") throw new Refusal(t.otherUnit(goal.number));
  if (waiting.of?.lte("0")) throw new Refusal(t.ratioOfNothing());
  return {
    id: context.newId() as EntryId,
    goalId: goal.id,
    kind: sets(goal, waiting) ? "set" : "add",
    value: waiting.value,
    of: waiting.of,
    on: waiting.on,
    note: waiting.note,
    source,
    byId: context.person.id,
    at: context.now,
    batchId,
    replacesId: null,
  };
}

/** A summed metric going up adds, and so do the parts of a ratio; down, keep and percent say where it stands, and so does a total. */
function sets(goal: GoalStanding, waiting: Pick<Waiting, "total" | "of">): boolean {
  if (waiting.total || waiting.of) return waiting.total;
  return !goal.adds || goal.direction !== "up" || goal.unit.kind === "percent";
}

export type NotLoggable = "closed" | "not-measured" | "in-future" | "outside-period";

/** Why nothing can be logged to the goal for that day; null when it can. */
export async function whyNotLoggable(goal: GoalStanding, on: LocalDate, owner: Person, context: GoalContext): Promise<NotLoggable | null> {
  if (goal.state !== "active" && goal.state !== "proposed") return "closed";
  if (goal.direction === "milestones") return "not-measured";
  if (compareDates(on, context.today) > 0) return "in-future";
  if (!inPeriod(goal.period, on)) return "outside-period";
  return isPastGrace(goal.period, context.today, await context.workCalendar(owner), context.organisation.graceWorkdays) ? "closed" : null;
}

export async function refuseUnlessLoggable(goal: GoalStanding, on: LocalDate, owner: Person, context: GoalContext): Promise<void> {
  const { t } = context;
  switch (await whyNotLoggable(goal, on, owner, context)) {
    case "closed":
      throw new Refusal(t.goalClosed(goal.number));
    case "not-measured":
      throw new Refusal(t.notMeasured());
    case "in-future":
      throw new Refusal(t.inFuture());
    case "outside-period":
      throw new Refusal(t.outsidePeriod(goal.period.start, goal.period.end));
    case null:
  }
}

function unitFits(amount: Amount, goal: GoalStanding): boolean {
  if (amount.percent || amount.points) return goal.unit.kind === "percent";
  if (amount.currency) return goal.unit.kind === "money" && goal.unit.currency === amount.currency;
  return !amount.yen || goal.unit.kind === "money";
}

/** Where the goal stands after the entry. An entry dated before the last one does not overrule what was set later. */
function after(goal: GoalStanding, entry: Entry): Pick<GoalStanding, "actual" | "ratio"> {
  const late = goal.lastOn !== null && compareDates(entry.on, goal.lastOn) < 0;
  if (entry.kind === "set" && late) return goal;
  if (!entry.of) return entry.kind === "add" ? { actual: goal.actual.plus(entry.value), ratio: goal.ratio } : { actual: entry.value, ratio: null };
  const ratio = { num: entry.value.plus(entry.kind === "add" ? (goal.ratio?.num ?? "0") : "0"), den: entry.of.plus(entry.kind === "add" ? (goal.ratio?.den ?? "0") : "0") };
  return { actual: percentOf(ratio), ratio };
}

const laterOf = (a: LocalDate | null, b: LocalDate): LocalDate => (a !== null && compareDates(a, b) > 0 ? a : b);
const nameOf = (metric: { nameEn: string; nameZh: string }, context: GoalContext): string => (context.person.locale === "zh" ? metric.nameZh : metric.nameEn);
