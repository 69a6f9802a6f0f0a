// The turn of a period: its goals are offered for the next one, and closed once late entries are in.
import { ask, correct, replan, committed, toast, type Answer } from "#src/bot/declare/answer";
import { Refusal } from "#src/bot/declare/errors";
import { readFields } from "#src/bot/declare/fields";
import type { Upkeep } from "#src/bot/declare/practice";
import { addDays, compareDates, type LocalDate } from "#src/calendar/local-date";
import { nextPeriod } from "#src/calendar/periods";
import { workdaysBetween } from "#src/calendar/workdays";
import { localDateAt } from "#src/calendar/zones";
import { zero, type Decimal } from "#src/language/decimal";
import type { Card } from "#src/view/card";
import type { FormValues } from "#src/view/form";
import { decidableGoal, paced, type GoalContext, type GoalStores } from "../context.ts";
import { addGoal, reaches } from "../define/create-goal.ts";
import { nextPeriodForm } from "../define/goal-form.ts";
import { amountFor } from "../log/parse/unit-marks.ts";
import type { GoalMessages } from "../messages/en/index.ts";
import { isOpen, type GoalId, type GoalProgress } from "../model.ts";
import { closingState, isPastGrace } from "../rules.ts";
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

async function endingGoals(context: GoalContext, on?: LocalDate): Promise<readonly GoalProgress[]> {
  const goals = (await context.stores.goals.openOf(context.person.id)).filter(
    (goal) =>
      goal.state === "active" && goal.period.kind !== "custom" && goal.direction !== "milestones",
  );
  const calendar = await context.workCalendar(context.person);
  const near = goals.filter(
    (goal) =>
      compareDates(goal.period.end, context.today) >= 0 &&
      workdaysBetween(calendar, addDays(context.today, 1), goal.period.end) <= turnWorkdays,
  );
  const due = on ?? near[0]?.period.end;
  const same = near.filter((goal) => goal.period.end === due);
  const taken = goals.filter(
    (goal) => due !== undefined && compareDates(goal.period.start, due) > 0,
  );
  return same.filter((goal) => !taken.some((each) => each.title === goal.title));
}

/** Where its copy starts: a way goes on from where it stands, a sum begins anew. */
const startOf = (goal: GoalProgress): Decimal =>
  goal.direction === "down" || !goal.baseline.eq(zero) ? goal.actual : zero;

export async function askForNextPeriod(
  { due }: { due: LocalDate },
  context: GoalContext,
): Promise<Answer> {
  const goals = await endingGoals(context, due);
  if (goals.length === 0) throw new Refusal(context.house.oldCard());
  return ask(nextPeriodForm(goals, context.t));
}

export async function saveNextPeriodForm(
  { payload, values }: { payload: { goals: GoalId[] }; values: FormValues },
  context: GoalContext,
): Promise<Answer> {
  const fields = readFields(values, context);
  const metrics = await context.stores.setup.metrics();
  const planned: { goal: GoalProgress; target: Decimal }[] = [];
  for (const id of payload.goals) {
    const { goal, owner } = await decidableGoal(id, context);
    if (owner.id !== context.person.id) throw new Refusal(context.t.notYourGoal(goal.number));
    const name = `target-${goal.number}`;
    if (String(values[name] ?? "").trim() === "") continue;
    const amount = amountFor(name, goal.unit, fields, context.t);
    if (amount && !reaches(goal.direction, { target: amount.value, baseline: startOf(goal) }))
      fields.refuse(name, context.t.targetPositive());
    if (amount) planned.push({ goal, target: amount.value });
  }
  if (fields.wrong) return correct(fields.errors);
  for (const { goal, target } of planned) {
    const metric = metrics.find((each) => each.id === goal.metricId) ?? null;
    await addGoal(
      {
        title: goal.title,
        metric,
        unit: goal.unit,
        direction: goal.direction,
        baseline: startOf(goal),
        target,
        reason: goal.reason,
        owner: context.person,
        period: nextPeriod(goal.period),
        milestones: [],
        state: "active",
      },
      context,
    );
  }
  return replan(committed(toast(context.t.turnSaved(planned.length))), context.person.id);
}
