// Which goal each amount of a line is for. One that does not say is asked for, and the others wait with it: all are stored, or none.
import { onlyOne } from "#src/language/lists";
import { committed, replan, show, type Answer } from "#src/bot/declare/answer";
import { Refusal } from "#src/bot/declare/errors";
import type { LocalDate } from "#src/calendar/local-date";
import type { Person } from "#src/people/person";
import type { PendingAmount, TakenReading } from "../actions.ts";
import { makeActive } from "../agree/confirm.ts";
import { lockOwnGoal, ownGoal, personNamed, type GoalContext } from "../context.ts";
import { mayLogFor } from "#src/people/person";
import { inPeriod } from "#src/calendar/periods";
import { isClosed, isWaiting, type GoalId, type GoalProgress } from "../model.ts";
import { noGoalCard, whichGoalCard } from "../history/entry-card.ts";
import { startCard, sureCard, withLeftOut, type LeftOutShown } from "./ask-card.ts";
import { fitting, fittingWaiting } from "./parse/fitting-goals.ts";
import { logged, writeEntries, type Planned } from "./record-entries.ts";
import { surprises } from "./surprises.ts";
import { besideOf, besideWanted, waitingFor, wantedOf, type Wanted } from "./waiting-amounts.ts";

/** As many as a button carries. */
export const mostBeside = 8;

interface Placing {
  readonly source?: "chat" | "form";
  /** It was asked about once, or is a form's: what is far beyond its target is meant so. */
  readonly sure?: boolean;
  readonly leftOut?: readonly LeftOutShown[];
}

export async function place(
  wanted: readonly Wanted[],
  context: GoalContext,
  { source = "chat", sure = source === "form", leftOut = [] }: Placing = {},
): Promise<Answer> {
  const openOf = new Map<Person["id"], readonly GoalProgress[]>();
  for (const { owner, goal } of wanted)
    if (!goal && !openOf.has(owner.id))
      openOf.set(owner.id, await context.stores.goals.openOf(owner.id));
  const choices = wanted.map((each): Choice => {
    const { amount, goal, owner, on } = each;
    const goals = goal ? [goal] : fitting(amount, openOf.get(owner.id) ?? [], on);
    return { ...each, goals, goal: onlyOne(goals) };
  });
  const starts = startsFor(choices, openOf, context);
  if (starts) {
    tooMany(wanted, context);
    return show(startCard(waitingFor(starts.wanted, choices, context), starts.goal, context.t));
  }
  const planned: Planned[] = [];
  for (const choice of choices) {
    const { goal, owner } = choice;
    if (goal === null) return askedFor(choice, choices, context);
    planned.push({ goal, owner, waiting: waitingFor(choice, [], context) });
  }
  const named = new Set(wanted.flatMap(({ goal }) => (goal ? [goal.id] : [])));
  const asked = sure ? [] : surprises(planned, named);
  if (asked.length > 0 && wanted.length <= mostBeside)
    return show(sureCard(asked, taking(choices, true, context), context.t));
  const answer = await logged(await writeEntries(planned, context, source), context);
  return withLeftOut(answer, leftOut, context.t);
}

/** An amount with the goals it may be for. */
interface Choice extends Wanted {
  readonly goals: readonly GoalProgress[];
}

/** What a button of these amounts carries. */
export const taking = (
  wanted: readonly Wanted[],
  sure: boolean,
  context: GoalContext,
): TakenReading => ({
  on: context.today,
  sure,
  list: wanted.map((each) => besideOf(each, context.today, context)),
});

/** One's own draft or proposal that was named, or that fits where nothing that runs does. */
function startsFor(
  choices: readonly Choice[],
  openOf: ReadonlyMap<Person["id"], readonly GoalProgress[]>,
  { person, t }: GoalContext,
): { readonly wanted: Wanted; readonly goal: GoalProgress } | null {
  for (const choice of choices) {
    const { amount, goals, goal: only, owner, on } = choice;
    const [goal] =
      goals.length > 0 ? [only] : fittingWaiting(amount, openOf.get(owner.id) ?? [], on);
    if (!goal || !isWaiting(goal)) continue;
    if (owner.id === person.id) return { wanted: choice, goal };
    if (goals.length === 0 || goal.state === "draft")
      throw new Refusal(t.notConfirmed(goal, owner.name));
  }
  return null;
}

function tooMany(wanted: readonly unknown[], { t }: GoalContext): void {
  if (wanted.length > mostBeside) throw new Refusal(t.tooManyAmounts(mostBeside));
}

/** How many of somebody's last entries are looked through for a goal that is over. */
const lastEntries = 50;

/** The goal it was for, where that is closed by now: of a day gone by, in its period. */
async function closedFor(
  { amount, owner, on }: Wanted,
  { stores, today }: GoalContext,
): Promise<GoalProgress | null> {
  if (on >= today) return null;
  const entries = await stores.goals.entriesOf(owner.id, lastEntries);
  const numbers = new Set(entries.filter(isClosed).map(({ goalNumber }) => goalNumber));
  for (const number of numbers) {
    const goal = await stores.goals.numbered(number);
    if (
      goal &&
      inPeriod(goal.period, on) &&
      fitting(amount, [{ ...goal, state: "active" }], on).length > 0
    )
      return goal;
  }
  return null;
}

async function askedFor(
  choice: Choice,
  choices: readonly Choice[],
  context: GoalContext,
): Promise<Answer> {
  tooMany(choices, context);
  const { amount, goals } = choice;
  const waiting = waitingFor(choice, choices, context);
  const over = goals.length === 0 ? await closedFor(choice, context) : null;
  if (over) throw new Refusal(context.t.closedSince(over.number, over.period.end));
  return show(
    goals.length === 0
      ? noGoalCard(waiting, amount.metric, context.t)
      : whichGoalCard(waiting, amount.metric, goals, context.t),
  );
}

export async function logToChosen(
  payload: PendingAmount & { goal: GoalId },
  context: GoalContext,
): Promise<Answer> {
  const { goal, owner } = await ownGoal(payload.goal, context);
  return place(await wantedOf(payload, goal, owner, context), context);
}

/** What has no goal is left out; the others of its line are stored. */
export async function logOthersToo(payload: PendingAmount, context: GoalContext): Promise<Answer> {
  if (payload.rest.length === 0) throw new Refusal(context.house.oldCard());
  const owner = payload.for === null ? context.person : await personNamed(payload.for, context);
  if (!mayLogFor(context.person, owner)) throw new Refusal(context.house.notForYou("logger"));
  return place(await besideWanted(payload.rest, { ...payload, owner }, context), context);
}

/** One way of those that were asked about. */
export async function logReading(
  { on, sure, list }: TakenReading,
  context: GoalContext,
): Promise<Answer> {
  const line: { on: LocalDate; note: string; owner: Person } = {
    on,
    note: "",
    owner: context.person,
  };
  return place(await besideWanted(list, line, context), context, { sure });
}

/** The draft starts to count, or the proposal is confirmed, and what waited for it is logged to it. */
export async function startGoalAndLog(
  payload: PendingAmount & { goal: GoalId },
  context: GoalContext,
): Promise<Answer> {
  const { goal, owner } = await lockOwnGoal(payload.goal, context);
  if (owner.id !== context.person.id) throw new Refusal(context.t.notYourGoal(goal.number));
  if (!isWaiting(goal)) return place(await wantedOf(payload, goal, owner, context), context);
  const told = await makeActive(goal, context);
  const started: GoalProgress = { ...goal, state: "active" };
  const answer = await place(await wantedOf(payload, started, owner, context), context);
  return replan(committed(answer, told), owner.id);
}
