// Writing progress down: entries in one go or not at all, and where each goal stands after them.
import { zip } from "#src/language/lists";
import { committed, show, type Answer, type Notice } from "#src/bot/declare/answer";
import { Refusal } from "#src/bot/declare/errors";
import { compareDates, earlier, type LocalDate } from "#src/calendar/local-date";
import { inPeriod } from "#src/calendar/periods";
import { fitsStore } from "#src/language/decimal";
import type { Person } from "#src/people/person";
import type { Button, Card } from "#src/view/card";
import type { PendingAmount } from "../actions.ts";
import { reached } from "../api.ts";
import { paced, type GoalContext } from "../context.ts";
import { fitsIn, marked } from "./parse/unit-marks.ts";
import {
  isCounted,
  isLimit,
  isUnderWay,
  percentOf,
  reportedOf,
  type Entry,
  type EntryId,
  type GoalId,
  type GoalProgress,
  type NotLoggable,
} from "../model.ts";
import { isPastGrace, passed, standsReached } from "../rules.ts";
import { tellOpenAgain, tellReached } from "../turnover/tell-manager.ts";
import { loggedCard, loggedForYouCard, type LoggedView } from "../history/entry-card.ts";

export interface Planned {
  readonly goal: GoalProgress;
  readonly owner: Person;
  readonly waiting: Omit<PendingAmount, "for" | "rest">;
}

/** What was written: how each goal stands after its entry, and what the owners for whom somebody else logged are told. */
export interface Written {
  /** What one undo takes back. */
  readonly batchId: string;
  /** `after`: how the goal itself stands, without its parts. */
  readonly views: readonly (LoggedView & {
    readonly owner: Person;
    readonly before: GoalProgress;
    readonly after: GoalProgress;
  })[];
  readonly told: readonly Notice[];
}

/** Stores all or nothing, under one undo. */
export async function writeEntries(
  asked: readonly Planned[],
  context: GoalContext,
  source: Entry["source"] = "chat",
): Promise<Written> {
  const planned = await asTheyStand(asked, context);
  const batchId = context.newId();
  for (const { goal, waiting, owner } of planned)
    await refuseUnlessLoggable(goal, waiting.on, owner, context);
  const entries = planned.map((each) => entryFor(each, batchId, source, context));
  await context.stores.goals.append(entries);
  const settled = await settledGoals(planned, context);
  const views: Written["views"][number][] = [];
  for (const [{ goal, owner }, entry] of zip(planned, entries)) {
    const before = views.findLast((each) => each.paced.goal.id === goal.id)?.after ?? goal;
    const now = settled.get(goal.id) ?? movedBy(before, entry);
    const covered =
      settled.has(goal.id) &&
      reportedOf(now).eq(reportedOf(goal)) &&
      !entry.value.eq(entry.kind === "set" ? reportedOf(goal) : "0");
    views.push({
      paced: await paced(now, owner, context),
      before,
      after: now,
      owner,
      entry,
      covered,
      today: context.today,
      forName: owner.id === context.person.id ? null : owner.name,
      hasJustReached: owner.id === context.person.id && passed(before, now) === "target",
    });
  }
  const told = views.flatMap((view, i) =>
    view.forName === null
      ? []
      : [
          context.notify(view.owner, `logged-${i}`, (t): Card =>
            loggedForYouCard(view, context.person.name, t),
          ),
        ],
  );
  told.push(...(await tellManagers(views, context)));
  return { batchId, views, told };
}

/** Of a target that is reached, and of one that stood reached and does not with what was taken off. */
async function tellManagers(
  views: Written["views"],
  context: GoalContext,
): Promise<readonly Notice[]> {
  const told: (Notice | null)[] = [];
  for (const { before, after, owner, paced: standing } of views) {
    if (passed(before, after) === "target")
      told.push(await tellReached(standing.goal, owner, context));
    else if (standsReached(before, null) && !standsReached(after, null))
      told.push(...(await tellOpenAgain([before], context)));
  }
  return told.filter((each) => each !== null);
}

/** One's own lines come one after the other, and `append` locks; whoever logs for somebody else may do so while they do it themselves. */
async function asTheyStand(
  planned: readonly Planned[],
  { person, stores, t }: GoalContext,
): Promise<readonly Planned[]> {
  if (planned.every(({ owner }) => owner.id === person.id)) return planned;
  const locked = await stores.goals.lock([...new Set(planned.map(({ goal }) => goal.id))]);
  return planned.map((each) => {
    const goal = locked.find(({ id }) => id === each.goal.id);
    if (goal?.ownerId !== each.owner.id) throw new Refusal(t.notYourGoal(each.goal.number));
    return { ...each, goal };
  });
}

/** Goals to which something was written that is older than their last entry are read again: a total said later may cover it. So are those that count from elsewhere. */
async function settledGoals(
  planned: readonly Planned[],
  context: GoalContext,
): Promise<ReadonlyMap<GoalId, GoalProgress>> {
  const late = planned.filter(
    ({ goal, waiting }) =>
      isLimit(goal) ||
      isCounted(goal) ||
      (goal.lastOn !== null && compareDates(waiting.on, goal.lastOn) < 0),
  );
  const read = await Promise.all(
    [...new Set(late.map(({ goal }) => goal.id))].map((id) => context.stores.goals.byId(id)),
  );
  return new Map(read.flatMap((goal) => (goal ? [[goal.id, goal]] : [])));
}

/** Each goal's card follows; the owner is told when somebody else logged. */
export async function logged({ views, told }: Written, context: GoalContext): Promise<Answer> {
  const cards = await Promise.all(
    views.map(async (view) => loggedCard(view, context.t, await buttonsBeside(view, context))),
  );
  return committed(show(...cards), ...told);
}

/** What others offer when one's own log reached something. */
async function buttonsBeside(
  { owner, before, after: goal, entry }: Written["views"][number],
  context: GoalContext,
): Promise<readonly Button[]> {
  const what = owner.id === context.person.id ? passed(before, goal) : null;
  return what === null
    ? []
    : context.offered(reached({ goal, milestone: what === "target" ? null : what, entry }));
}

function entryFor(
  { goal, waiting }: Planned,
  batchId: string,
  source: Entry["source"],
  context: GoalContext,
): Entry {
  const { t } = context;
  if (!fitsStore(waiting.value)) throw new Refusal(t.tooManyDigits());
  if (!fitsIn(marked(waiting.value, waiting.as), goal.unit))
    throw new Refusal(t.otherUnit(goal.number));
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
function sets(goal: GoalProgress, waiting: Pick<PendingAmount, "total" | "of">): boolean {
  if (waiting.total || waiting.of) return waiting.total;
  return !goal.adds || goal.direction !== "up" || goal.unit.kind === "percent";
}

/** Why nothing can be logged to the goal for that day; null when it can. */
export async function whyNotLoggable(
  goal: GoalProgress,
  on: LocalDate,
  owner: Person,
  context: GoalContext,
): Promise<NotLoggable | null> {
  if (!isUnderWay(goal)) return "closed";
  if (goal.direction === "milestones") return "not-measured";
  if (compareDates(on, context.today) > 0) return "in-future";
  if (!inPeriod(goal.period, on)) return "outside-period";
  return isPastGrace(
    goal.period,
    context.today,
    await context.workCalendar(owner),
    context.organisation.graceWorkdays,
  )
    ? "closed"
    : null;
}

export async function refuseUnlessLoggable(
  goal: GoalProgress,
  on: LocalDate,
  owner: Person,
  context: GoalContext,
): Promise<void> {
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

/** Where the goal stands after an entry that is not older than its last. */
function movedBy(goal: GoalProgress, entry: Entry): GoalProgress {
  const firstOn =
    entry.kind === "set" ? goal.period.start : earlier(goal.firstOn ?? entry.on, entry.on);
  return { ...goal, ...after(goal, entry), firstOn, lastOn: laterOf(goal.lastOn, entry.on) };
}

function after(goal: GoalProgress, entry: Entry): Pick<GoalProgress, "actual" | "ratio"> {
  if (!entry.of)
    return entry.kind === "add"
      ? { actual: goal.actual.plus(entry.value), ratio: goal.ratio }
      : { actual: entry.value, ratio: null };
  const ratio = {
    num: entry.value.plus(entry.kind === "add" ? (goal.ratio?.num ?? "0") : "0"),
    den: entry.of.plus(entry.kind === "add" ? (goal.ratio?.den ?? "0") : "0"),
  };
  return { actual: percentOf(ratio), ratio };
}

const laterOf = (a: LocalDate | null, b: LocalDate): LocalDate =>
  a !== null && compareDates(a, b) > 0 ? a : b;
