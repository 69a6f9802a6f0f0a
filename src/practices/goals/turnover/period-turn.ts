// The turn of a period: its goals are offered for the next one, and closed once late entries are in.
import {
  ask,
  correct,
  replan,
  committed,
  toast,
  type Answer,
  type Notice,
} from "#src/bot/declare/answer";
import { Refusal } from "#src/bot/declare/errors";
import { readFields } from "#src/bot/declare/fields";
import type { Upkeep } from "#src/bot/declare/practice";
import { addDays, compareDates, type LocalDate } from "#src/calendar/local-date";
import { nextPeriod, wholeMonths } from "#src/calendar/periods";
import { workdaysBetween } from "#src/calendar/workdays";
import { localDateAt } from "#src/calendar/zones";
import { zero, type Decimal } from "#src/language/decimal";
import type { Person, PersonId } from "#src/people/person";
import type { Card } from "#src/view/card";
import type { FormValues } from "#src/view/form";
import { decidableGoal, paced, type GoalContext, type GoalStores } from "../context.ts";
import { addGoal, reaches } from "../define/create-goal.ts";
import { nextPeriodForm } from "../define/goal-form.ts";
import { amountFor } from "../log/parse/unit-marks.ts";
import type { GoalMessages } from "../messages/en/index.ts";
import { isOpen, type GoalId, type GoalProgress } from "../model.ts";
import { closingState, isPastGrace } from "../rules.ts";
import { tellProposal } from "../agree/propose.ts";
import { closedCard, lapsedCard, turnCard } from "./turn-card.ts";

/** How many workdays before a period's end its goals are offered for the next one. */
const turnWorkdays = 5;

/** Five workdays before a period ends, its goals stand on the home to be taken on. */
export async function periodTurn(context: GoalContext): Promise<readonly Card[]> {
  const ending = await endingGoals(context);
  const due = ending[0]?.period.end;
  return due === undefined ? [] : [turnCard(due, ending, context.t)];
}

/** A period that is over, and its grace with it, closes its goals; the owner is asked for one lesson. */
export const closeEnded: Upkeep<GoalMessages, GoalStores> = {
  whom: (stores, now) => stores.goals.ownersOfEnded(localDateAt(now, "UTC")),
  async tend(context) {
    const calendar = await context.workCalendar(context.person);
    const open = await context.stores.goals.openOf(context.person.id);
    const over = open.filter((goal) =>
      isPastGrace(goal.period, context.today, calendar, context.organisation.graceWorkdays),
    );
    if (over.length === 0) return [];
    const told = [];
    for (const goal of await context.stores.goals.lock(over.map((each) => each.id))) {
      // Somebody closed it or moved its due date in this very moment.
      if (
        !isOpen(goal) ||
        !isPastGrace(goal.period, context.today, calendar, context.organisation.graceWorkdays)
      )
        continue;
      if (goal.state !== "active") {
        await context.stores.goals.change(goal.id, { state: "dropped" });
        told.push(context.notify(context.person, `lapsed-${goal.id}`, (t) => lapsedCard(goal, t)));
        continue;
      }
      const { goal: whole, pace } = await paced(goal, context.person, context);
      const state = closingState(whole, pace.done);
      await context.stores.goals.change(goal.id, { state });
      told.push(
        context.notify(context.person, `closed-${goal.id}`, (t) =>
          closedCard({ ...whole, state }, t),
        ),
      );
    }
    return told;
  },
};

/** Whether a goal of this kind has one that comes after it. */
const turns = ({ period, direction }: GoalProgress): boolean =>
  direction !== "milestones" && (period.kind !== "custom" || wholeMonths(period) !== null);

const isTaken = (goal: GoalProgress, open: readonly GoalProgress[]): boolean =>
  open.some(
    (each) =>
      each.title === goal.title &&
      each.ownerId === goal.ownerId &&
      compareDates(each.period.start, goal.period.end) > 0,
  );

/** What runs out one day and was not taken on yet. */
export async function endingNext(context: GoalContext): Promise<readonly GoalProgress[]> {
  const open = await context.stores.goals.openOf(context.person.id);
  return open.filter(
    (goal) =>
      goal.state === "active" &&
      turns(goal) &&
      compareDates(goal.period.end, context.today) >= 0 &&
      !isTaken(goal, open),
  );
}

async function endingGoals(context: GoalContext): Promise<readonly GoalProgress[]> {
  const calendar = await context.workCalendar(context.person);
  const near = (await endingNext(context)).filter(
    (goal) => workdaysBetween(calendar, addDays(context.today, 1), goal.period.end) <= turnWorkdays,
  );
  return near.filter((goal) => goal.period.end === near[0]?.period.end);
}

/** Goals that end on that day, or ended, closed meanwhile or not: pressed in January it is the form it was in December. */
export async function toTakeOn(
  owners: readonly PersonId[],
  due: LocalDate,
  context: GoalContext,
): Promise<readonly GoalProgress[]> {
  const open = (
    await Promise.all(owners.map((owner) => context.stores.goals.openOf(owner)))
  ).flat();
  return (await context.stores.goals.endedOn(owners, due)).filter(
    (goal) => turns(goal) && goal.teamId === null && !isTaken(goal, open),
  );
}

/** Where its copy starts: a way goes on from where it stands, a sum begins anew. */
const startOf = (goal: GoalProgress): Decimal =>
  goal.direction === "down" || !goal.baseline.eq(zero) ? goal.actual : zero;

export async function askForNextPeriod(
  { due }: { due: LocalDate },
  context: GoalContext,
): Promise<Answer> {
  const goals = await toTakeOn([context.person.id], due, context);
  if (goals.length === 0) throw new Refusal(context.t.turnTakenAlready());
  return ask(nextPeriodForm(goals, context.t));
}

export async function saveNextPeriodForm(
  { payload, values }: { payload: { goals: GoalId[] }; values: FormValues },
  context: GoalContext,
): Promise<Answer> {
  const read = await readTargets(payload.goals, values, context);
  if ("errors" in read) return read.errors;
  const others = read.planned.find(({ owner }) => owner.id !== context.person.id);
  if (others) throw new Refusal(context.t.notYourGoal(others.goal.number));
  for (const each of read.planned) await takeOn(each, "active", context);
  return replan(committed(toast(context.t.turnSaved(read.planned.length))), context.person.id);
}

/** A manager proposes the next period to everybody at once: each is told, and each answers for themselves. */
export async function proposeNextPeriod(
  { payload, values }: { payload: { goals: GoalId[] }; values: FormValues },
  context: GoalContext,
): Promise<Answer> {
  const read = await readTargets(payload.goals, values, context);
  if ("errors" in read) return read.errors;
  const told: Notice[] = [];
  for (const each of read.planned) {
    const goal = await takeOn(each, "proposed", context);
    told.push(await tellProposal(goal, each.owner, context));
  }
  return replan(
    committed(toast(context.t.nextProposed(read.planned.length)), ...told),
    ...new Set(read.planned.map(({ owner }) => owner.id)),
  );
}

interface TakenOn {
  readonly goal: GoalProgress;
  readonly owner: Person;
  readonly target: Decimal;
}

/** The targets of the form, goal by goal; what was left empty, and what has its next one already, is left out. */
async function readTargets(
  ids: readonly GoalId[],
  values: FormValues,
  context: GoalContext,
): Promise<{ readonly planned: readonly TakenOn[] } | { readonly errors: Answer }> {
  const fields = readFields(values, context);
  const planned: TakenOn[] = [];
  for (const id of ids) {
    const { goal, owner } = await decidableGoal(id, context);
    const name = `target-${goal.number}`;
    if (String(values[name] ?? "").trim() === "") continue;
    if (isTaken(goal, await context.stores.goals.openOf(owner.id))) continue;
    const amount = amountFor(name, goal.unit, fields, context.t);
    if (amount && !reaches(goal.direction, { target: amount.value, baseline: startOf(goal) }))
      fields.refuse(name, context.t.targetPositive());
    if (amount) planned.push({ goal, owner, target: amount.value });
  }
  return fields.wrong ? { errors: correct(fields.errors) } : { planned };
}

async function takeOn(
  { goal, owner, target }: TakenOn,
  state: "active" | "proposed",
  context: GoalContext,
): Promise<GoalProgress> {
  const metrics = await context.stores.setup.metrics();
  return addGoal(
    {
      title: goal.title,
      metric: metrics.find((each) => each.id === goal.metricId) ?? null,
      unit: goal.unit,
      direction: goal.direction,
      baseline: startOf(goal),
      target,
      reason: goal.reason,
      owner,
      period: nextPeriod(goal.period),
      milestones: [],
      state,
    },
    context,
  );
}
