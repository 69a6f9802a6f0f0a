// Reporting progress: from a line of text to entries, in one go or not at all.
import { stored, show, type Answer } from "#src/bot/answer";
import { Incomplete, Refusal } from "#src/bot/errors";
import { compareDates, type LocalDate } from "#src/calendar/local-date";
import { findAmounts, type Amount } from "#src/language/amount";
import { fitsStore, type Decimal } from "#src/language/decimal";
import { mayLogFor, type Person } from "#src/people/person";
import type { Card } from "#src/view/card";
import type { Waiting } from "./actions.ts";
import { paced, visibleGoal, type GoalContext } from "./context.ts";
import type { Entry, EntryId, GoalStanding } from "./model.ts";
import { fitting, readLog, type LoggedAmount } from "./reading.ts";
import { loggedCard, loggedForYouCard, noGoalCard, whichGoalCard, type LoggedView } from "./views.ts";

export interface LogInput {
  readonly goal: number | null;
  readonly who: Person | null;
  readonly on: LocalDate | null;
  readonly line: string;
}

export const logProgress = (input: LogInput, context: GoalContext) => logLine(input, false, context);
export const logTotal = (input: LogInput, context: GoalContext) => logLine(input, true, context);

async function logLine(input: LogInput, total: boolean, context: GoalContext): Promise<Answer> {
  const owner = input.who ?? context.person;
  if (!mayLogFor(context.person, owner)) throw new Refusal(context.t.mayNotLogFor(owner.name));
  const metrics = hasWords(input.line) ? await context.stores.setup.metrics() : [];
  const { amounts, note } = readLog(input.line, metrics);
  if (amounts.length === 0) throw new Incomplete("amount", input.line === "" ? null : context.t.noAmount());
  const explicit = input.goal === null ? null : await visibleGoal(await context.stores.goals.numbered(input.goal), input.goal, context);
  const target = explicit?.owner ?? owner;
  if (!mayLogFor(context.person, target)) throw new Refusal(context.t.notYourGoal(input.goal ?? 0));
  const open = explicit ? [explicit.goal] : await context.stores.goals.openOf(target.id);
  const on = input.on ?? context.today;
  const planned: Planned[] = [];
  for (const amount of amounts) {
    const waiting: Waiting = { value: amount.amount.value, total: total || amount.total, on, note: note.slice(0, 500), for: target.id === context.person.id ? null : target.id };
    const goals = explicit ? open : fitting(amount, open);
    if (goals.length === 0) return show(noGoalCard(waiting, amount.metric ? nameOf(amount.metric, context) : "", context.t));
    if (goals.length > 1) return show(whichGoalCard(waiting, goals, context.t));
    planned.push({ goal: goals[0]!, waiting, amount });
  }
  return writeEntries(planned, target, context);
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
  readonly waiting: Waiting;
  /** Absent when the amount was chosen by a tap or filled into a form: its unit is the goal's. */
  readonly amount?: LoggedAmount;
}

/** Stores all or nothing; each goal's card follows, and the owner is told when somebody else logged. */
export async function writeEntries(planned: readonly Planned[], owner: Person, context: GoalContext, source: Entry["source"] = "chat"): Promise<Answer> {
  const batchId = context.newId();
  const entries = planned.map((each) => entryFor(each, batchId, source, context));
  await context.stores.goals.append(entries);
  const forName = owner.id === context.person.id ? null : owner.name;
  const views: LoggedView[] = [];
  for (const [i, { goal }] of planned.entries()) {
    const entry = entries[i]!;
    const earlierHere = views.findLast((each) => each.paced.goal.id === goal.id)?.paced.goal ?? goal;
    const moved: GoalStanding = { ...earlierHere, actual: after(earlierHere, entry), lastOn: laterOf(goal.lastOn, entry.on), lastAt: context.now };
    views.push({ paced: await paced(moved, owner, context), entry, today: context.today, forName });
  }
  const told = forName === null ? [] : views.map((view, i) => context.tell(owner, `logged-${i}`, (t): Card => loggedForYouCard(view, context.person.name, t)));
  return stored(show(...views.map((view) => loggedCard(view, context.t))), ...told);
}

function entryFor({ goal, waiting, amount }: Planned, batchId: string, source: Entry["source"], context: GoalContext): Entry {
  const { t } = context;
  refuseUnlessLoggable(goal, waiting.on, context);
  if (!fitsStore(waiting.value)) throw new Refusal(t.tooManyDigits());
  if (amount && !unitFits(amount.amount, goal)) throw new Refusal(t.otherUnit(goal.number));
  // A summed metric going up adds; down, keep, ratio and percent say where it stands, and so does a total.
  const sets = waiting.total || !goal.adds || goal.direction !== "up" || goal.unit.kind === "percent";
  return {
    id: context.newId() as EntryId,
    goalId: goal.id,
    kind: sets ? "set" : "add",
    value: waiting.value,
    on: waiting.on,
    note: waiting.note,
    source,
    byId: context.person.id,
    at: context.now,
    batchId,
    replacesId: null,
  };
}

export function refuseUnlessLoggable(goal: GoalStanding, on: LocalDate, context: GoalContext): void {
  const { t } = context;
  if (goal.state !== "active" && goal.state !== "proposed") throw new Refusal(t.goalClosed(goal.number));
  if (goal.direction === "milestones") throw new Refusal(t.notMeasured());
  if (compareDates(on, context.today) > 0) throw new Refusal(t.inFuture());
  if (compareDates(on, goal.period.start) < 0 || compareDates(on, goal.period.end) > 0) throw new Refusal(t.outsidePeriod(goal.period.start, goal.period.end));
}

function unitFits(amount: Amount, goal: GoalStanding): boolean {
  if (amount.percent || amount.points) return goal.unit.kind === "percent";
  if (amount.currency) return goal.unit.kind === "money" && goal.unit.currency === amount.currency;
  return !amount.yen || goal.unit.kind === "money";
}

/** Where the goal stands after the entry. An entry dated before the last one does not overrule what was set later. */
function after(goal: GoalStanding, entry: Entry): Decimal {
  if (entry.kind === "add") return goal.actual.plus(entry.value);
  return goal.lastOn !== null && compareDates(entry.on, goal.lastOn) < 0 ? goal.actual : entry.value;
}

const laterOf = (a: LocalDate | null, b: LocalDate): LocalDate => (a !== null && compareDates(a, b) > 0 ? a : b);
const nameOf = (metric: { nameEn: string; nameZh: string }, context: GoalContext): string => (context.person.locale === "zh" ? metric.nameZh : metric.nameEn);
