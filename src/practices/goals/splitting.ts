// A manager splits a goal among their people, and the turn of a period.
import { ask, correct, show, stored, toast, type Answer } from "#src/bot/answer";
import { Refusal } from "#src/bot/errors";
import { readFields } from "#src/bot/fields";
import type { Upkeep } from "#src/bot/practice";
import { addDays, compareDates, type LocalDate } from "#src/calendar/local-date";
import { nextPeriod } from "#src/calendar/periods";
import { addWorkdays, workdaysBetween } from "#src/calendar/workdays";
import { localDateAt } from "#src/calendar/zones";
import { decimal, zero, type Decimal } from "#src/language/decimal";
import { readAmount } from "#src/language/amount";
import { button, card, table, text, type Card } from "#src/view/card";
import type { FormValues } from "#src/view/form";
import { manages } from "#src/people/person";
import { saveSplit } from "./actions.ts";
import { decidableGoal, paced, visibleGoal, type GoalContext, type GoalStores } from "./context.ts";
import { nextPeriodForm } from "./goal-forms.ts";
import { addGoal } from "./drafting.ts";
import type { GoalId, GoalStanding } from "./model.ts";
import type { GoalMessages } from "./messages/en.ts";
import { closingState, overAssignment, split } from "./rules.ts";
import { closedCard, proposalCard, turnCard } from "./views.ts";

/** How many workdays before a period's end its goals are offered for the next one. */
const turnWorkdays = 5;

async function partsFor(goal: GoalStanding, over: Decimal, context: GoalContext) {
  const people = (await context.stores.people.directory()).filter((each) => manages(context.person, each)).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  if (people.length === 0) throw new Refusal(context.t.splitNobody());
  const amounts = split(
    goal.target.times(over.plus("1")),
    people.map(() => decimal("1")),
  );
  return people.map((person, i) => ({ person, amount: amounts[i]! }));
}

export async function showSplit({ goal: number, over }: { goal: number; over: string }, context: GoalContext): Promise<Answer> {
  const { goal } = await visibleGoal(await context.stores.goals.numbered(number), number, context);
  await decidableGoal(goal.id, context);
  const read = over === "" ? null : readAmount(over);
  if (over !== "" && !read?.percent) throw new Refusal(context.house.fieldNotAmount());
  const share = read ? read.value.div("100") : zero;
  const parts = await partsFor(goal, share, context);
  const { t } = context;
  return show(
    card({
      title: t.splitTitle(goal.number),
      context: t.titled(goal.number, goal.title),
      body: [
        table(
          [t.splitPerson(), t.splitPart()],
          parts.map(({ person, amount }) => [t.ownedBy(person.name), t.draftTargetIs(amount, goal.unit)]),
        ),
        text(
          t.splitOver(
            overAssignment(
              goal.target,
              parts.map((each) => each.amount),
            ),
          ),
        ),
      ],
      buttons: [button(t.splitPropose(), saveSplit({ goal: goal.id, over: share.toFixed() }), "primary")],
    }),
  );
}

export async function proposeSplit({ goal: id, over }: { goal: GoalId; over: Decimal }, context: GoalContext): Promise<Answer> {
  const { goal } = await decidableGoal(id, context);
  if (goal.state !== "active" && goal.state !== "draft") throw new Refusal(context.t.goalClosed(goal.number));
  if ((await context.stores.goals.partsOf(id)).length > 0) throw new Refusal(context.t.alreadyConfirmed());
  const parts = await partsFor(goal, over, context);
  await context.stores.people.lock(parts.map((each) => each.person.id));
  // From now on it is the team's: it stands where its parts stand together.
  const teamId = context.person.teamId ?? (await context.stores.people.teams()).find((each) => each.managerId === context.person.id)?.id ?? null;
  await context.stores.goals.change(id, { teamId });
  const metric = (await context.stores.setup.metrics()).find((each) => each.id === goal.metricId) ?? null;
  const told = [];
  for (const { person, amount } of parts) {
    const part = await addGoal(
      {
        title: goal.title,
        metric,
        unit: goal.unit,
        direction: goal.direction,
        baseline: goal.direction === "down" ? goal.actual : zero,
        target: amount,
        reason: goal.reason,
        owner: person,
        period: goal.period,
        milestones: [],
        state: "proposed",
        parentId: id,
      },
      context,
    );
    told.push(context.tell(person, "proposed", (t) => proposalCard(part, context.person.name, t)));
  }
  return stored(toast(context.t.splitDone(parts.length)), ...told);
}

/** Five workdays before a period ends, its goals stand on the home to be taken on. */
export async function periodTurn(context: GoalContext): Promise<readonly Card[]> {
  const ending = await endingGoals(context);
  const due = ending[0]?.period.end;
  return due === undefined ? [] : [turnCard(due, ending, context.t)];
}

/** Workdays after a period's end in which what belongs to it may still be logged. */
export const graceWorkdays = 3;

/** A period that is over, and its grace with it, closes its goals; the owner is asked for one lesson. */
export const closeEnded: Upkeep<GoalMessages, GoalStores> = {
  whom: (stores, now) => stores.goals.ownersOfEnded(localDateAt(now, "UTC")),
  async tend(context) {
    const calendar = await context.workCalendar(context.person);
    const open = await context.stores.goals.openOf(context.person.id);
    const over = open.filter((goal) => goal.state === "active" && compareDates(context.today, addWorkdays(calendar, goal.period.end, graceWorkdays)) > 0);
    const told = [];
    for (const goal of over) {
      const whole = (await paced(goal, context.person, context)).goal;
      const state = closingState(whole);
      await context.stores.goals.change(goal.id, { state });
      told.push(context.tell(context.person, `closed-${goal.id}`, (t) => closedCard({ ...whole, state }, t)));
    }
    return told;
  },
};

async function endingGoals(context: GoalContext, on?: LocalDate): Promise<readonly GoalStanding[]> {
  const goals = (await context.stores.goals.openOf(context.person.id)).filter((goal) => goal.state === "active" && goal.period.kind !== "custom" && goal.direction !== "milestones");
  const calendar = await context.workCalendar(context.person);
  const near = goals.filter((goal) => compareDates(goal.period.end, context.today) >= 0 && workdaysBetween(calendar, addDays(context.today, 1), goal.period.end) <= turnWorkdays);
  const due = on ?? near[0]?.period.end;
  const same = near.filter((goal) => goal.period.end === due);
  const taken = goals.filter((goal) => due !== undefined && compareDates(goal.period.start, due) > 0);
  return same.filter((goal) => !taken.some((each) => each.title === goal.title));
}

export async function askForNextPeriod({ due }: { due: LocalDate }, context: GoalContext): Promise<Answer> {
  const goals = await endingGoals(context, due);
  if (goals.length === 0) throw new Refusal(context.house.oldCard());
  return ask(nextPeriodForm(goals, context.t));
}

export async function saveNextPeriodForm({ payload, values }: { payload: { goals: GoalId[] }; values: FormValues }, context: GoalContext): Promise<Answer> {
  const fields = readFields(values, context);
  const metrics = await context.stores.setup.metrics();
  const planned: { goal: GoalStanding; target: Decimal }[] = [];
  for (const id of payload.goals) {
    const { goal, owner } = await decidableGoal(id, context);
    if (owner.id !== context.person.id) throw new Refusal(context.t.notYourGoal(goal.number));
    const name = `target-${goal.number}`;
    if (String(values[name] ?? "").trim() === "") continue;
    const amount = fields.amount(name);
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
        baseline: goal.direction === "down" ? goal.actual : zero,
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
  return stored(toast(context.t.turnSaved(planned.length)));
}
