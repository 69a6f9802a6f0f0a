// A period is over: one message for whoever leads a team, with who reached what, the sums beside the period before, and the next one to propose.
import { ask, type Answer } from "#src/bot/declare/answer";
import { Refusal } from "#src/bot/declare/errors";
import type { Nudge } from "#src/bot/declare/practice";
import {
  addDays,
  addMonths,
  compareDates,
  endOfMonth,
  later,
  type LocalDate,
} from "#src/calendar/local-date";
import { nextPeriod } from "#src/calendar/periods";
import { addWorkdays } from "#src/calendar/workdays";
import { sum, zero } from "#src/language/decimal";
import { isManager, type Person } from "#src/people/person";
import { leaveWithin, paced, type GoalContext, type GoalStores } from "../context.ts";
import { nextForTeamForm } from "../define/goal-form.ts";
import type { GoalMessages } from "../messages/en/index.ts";
import type { GoalProgress } from "../model.ts";
import { ahead, onDay } from "../nudge-times.ts";
import { closingState } from "../rules.ts";
import { isAddedUp } from "../team/sums.ts";
import type { CloseOut, Ended, EndedSum } from "./ended.ts";
import { closeOutCard } from "./turn-card.ts";
import { toTakeOn } from "./period-turn.ts";

/** Goals of all kinds end with a month; late entries are in a workday after the days for them. */
const spokenOn = async (end: LocalDate, context: GoalContext): Promise<LocalDate> =>
  addWorkdays(
    await context.workCalendar(context.person),
    end,
    context.organisation.graceWorkdays + 1,
  );

export const closeOut: Nudge<GoalMessages, GoalStores> = {
  name: "goals.close-out",
  who: "manager",
  priority: "digest",
  label: (t) => t.nudgeCloseOut(),
  why: (t) => t.whyCloseOut(),
  async plan(context) {
    if (!isManager(context.person)) return [];
    const ends = [endOfMonth(addMonths(context.today, -1)), endOfMonth(context.today)];
    return ahead(
      await Promise.all(
        ends.map(async (end) => onDay(context.person.id, await spokenOn(end, context), context)),
      ),
      context,
    );
  },
  async say(_subject, context) {
    const end = endOfMonth(addMonths(context.today, -1));
    if (compareDates(await spokenOn(end, context), context.today) > 0) return null;
    const what = await closeOutOf(end, context);
    return what.ended.length === 0 ? null : closeOutCard(what, context.t);
  },
};

async function reports({ stores, person }: GoalContext): Promise<readonly Person[]> {
  return (await stores.people.directory()).filter(
    (each) => each.managerId === person.id && each.leftOn === null,
  );
}

async function closeOutOf(end: LocalDate, context: GoalContext): Promise<CloseOut> {
  const team = await reports(context);
  const ids = team.map((each) => each.id);
  const goals = (await context.stores.goals.endedOn(ids, end)).filter(
    (goal) => goal.teamId === null,
  );
  const ended = await Promise.all(
    goals.map(async (goal): Promise<Ended> => {
      const owner = team.find((each) => each.id === goal.ownerId) ?? context.person;
      const each = await paced(goal, owner, context);
      // Somebody whose day ends later has it still open.
      const state =
        goal.state === "achieved" || goal.state === "missed"
          ? goal.state
          : closingState(each.goal, each.pace.done);
      return { paced: { ...each, goal: { ...each.goal, state } }, state };
    }),
  );
  const open = (await Promise.all(ids.map((id) => context.stores.goals.openOf(id)))).flat();
  const goesOn = (person: Person): boolean =>
    open.some((goal) => goal.ownerId === person.id && compareDates(goal.period.end, end) > 0);
  return {
    end,
    ended,
    sums: await endedSums(goals, context),
    without: team.filter((person) => !person.assistant && !goesOn(person)),
    mayPropose: (await toTakeOn(ids, end, context)).length > 0,
  };
}

async function endedSums(
  goals: readonly GoalProgress[],
  context: GoalContext,
): Promise<readonly EndedSum[]> {
  const groups = new Map<string, GoalProgress[]>();
  for (const goal of goals.filter((each) => each.metricId !== null && isAddedUp(each))) {
    const unit = goal.unit.kind === "money" ? goal.unit.currency : goal.unit.kind;
    const key = [goal.metricId, unit, goal.period.start].join(" ");
    groups.set(key, [...(groups.get(key) ?? []), goal]);
  }
  return Promise.all(
    [...groups.values()].flatMap((group) => {
      const [first] = group;
      return first === undefined ? [] : [endedSum(first, group, context)];
    }),
  );
}

async function endedSum(
  first: GoalProgress,
  group: readonly GoalProgress[],
  context: GoalContext,
): Promise<EndedSum> {
  const before = await Promise.all(
    group.map(async (goal) => (await context.stores.goals.closedLike(goal))[0]?.actual ?? null),
  );
  const known = before.filter((each) => each !== null);
  return {
    titled: { title: first.title, names: first.names ?? null },
    unit: first.unit,
    kind: first.period,
    actual: sum(group.map((goal) => goal.actual)),
    target: sum(group.map((goal) => goal.target)),
    before: known.length === 0 ? null : known.reduce((a, b) => a.plus(b), zero),
  };
}

/** One form for the whole team: each with their own target of before, to be changed or left out. */
export async function askNextForTeam(
  { due }: { due: LocalDate },
  context: GoalContext,
): Promise<Answer> {
  const team = await reports(context);
  const goals = await toTakeOn(
    team.map((each) => each.id),
    due,
    context,
  );
  if (goals.length === 0) throw new Refusal(context.t.turnTakenAlready());
  const ends = goals.map((goal) => nextPeriod(goal.period).end);
  const away = await leaveWithin(
    { start: addDays(due, 1), end: ends.reduce(later, due) },
    team,
    context,
  );
  return ask(nextForTeamForm(goals.slice(0, mostProposed), context.t, away));
}

/** As many fields as the strictest form of a chat has room for. */
const mostProposed = 30;
