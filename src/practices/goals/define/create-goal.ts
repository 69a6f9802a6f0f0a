// From a line to a goal: reading it, checking it by SMART, keeping it as a draft.
import { ask, show, committed, type Answer } from "#src/bot/declare/answer";
import { Incomplete, Refusal } from "#src/bot/declare/errors";
import { compareDates, type LocalDate } from "#src/calendar/local-date";
import { periodOf, type Period } from "#src/calendar/periods";
import { manages, type Person } from "#src/people/person";
import type { PendingAmount } from "../actions.ts";
import { checked } from "./smart-check.ts";
import { decidableGoal, personNamed, type GoalContext } from "../context.ts";
import { periodEnding } from "./due-date.ts";
import { goalForm } from "./goal-form.ts";
import { moneyOf } from "../money.ts";
import type { Aim, Direction, GoalId, GoalProgress, Milestone } from "../model.ts";
import { parentsFor } from "../split/parents.ts";
import { readGoal, type ReadGoal } from "./parse-goal.ts";
import { draftCard } from "../goal-card.ts";

export interface NewGoalInput {
  readonly who: Person | null;
  readonly due: LocalDate | null;
  readonly line: string;
}

export async function newGoal(
  { who, due, line }: NewGoalInput,
  context: GoalContext,
): Promise<Answer> {
  const owner = who ?? context.person;
  if (owner.id !== context.person.id && !manages(context.person, owner))
    throw new Refusal(context.t.mayNotSetFor(owner.name));
  if (line === "")
    return ask(
      goalForm(
        {
          goal: null,
          title: "",
          due,
          waiting: null,
          owner: owner.id === context.person.id ? null : owner,
          parents: await parentsFor(null, owner, context),
        },
        context.t,
      ),
    );
  const metrics = await context.stores.setup.metrics();
  const read = readGoal(line, metrics, await moneyOf(owner, context));
  if (read.title === "") throw new Incomplete("title", context.t.titleMissing());
  if (read.unknownCurrency !== null)
    throw new Refusal(context.t.unknownCurrency(read.unknownCurrency));
  if (goesNowhere(read)) throw new Refusal(context.t.sameBothEnds());
  if (!reaches(read.direction, read)) throw new Refusal(context.t.targetPositive());
  if (due !== null && compareDates(due, context.today) < 0)
    throw new Refusal(context.t.dueInPast());
  const end = due ?? periodOf("quarter", context.today).end;
  const goal = await addGoal(
    {
      ...read,
      owner,
      period: periodEnding(end, context.today),
      milestones: [],
      reason: read.reason,
      state: "draft",
    },
    context,
  );
  return draftAnswer(goal, owner, context);
}

/** A target that equals where it starts is none (2.2). */
const goesNowhere = ({ direction, baseline, target }: ReadGoal): boolean =>
  (direction === "up" || direction === "down") && !baseline.eq("0") && target.eq(baseline);

/** Whether the target lies ahead: upwards beyond where it starts; elsewhere nothing below zero. */
export const reaches = (
  direction: Direction,
  { target, baseline }: Pick<Aim, "target"> & Pick<GoalProgress, "baseline">,
): boolean =>
  direction === "milestones" || (direction === "up" ? target.gt(baseline) : target.gte("0"));

export async function draftAnswer(
  goal: GoalProgress,
  owner: Person,
  context: GoalContext,
): Promise<Answer> {
  const { findings } = await checked(goal, owner, context);
  return committed(
    show(draftCard(goal, findings, owner.id === context.person.id ? null : owner.name, context.t)),
  );
}

interface NewGoal extends Omit<ReadGoal, "unknownCurrency"> {
  readonly owner: Person;
  readonly period: Period;
  readonly milestones: readonly Milestone[];
  readonly state: "draft" | "proposed" | "active";
  readonly parentId?: GoalId | null;
}

/** Whether a log adds to it: a summed metric going up, never a percentage. */
export const addsUp = ({
  direction,
  unit,
  metric,
}: Pick<ReadGoal, "direction" | "unit" | "metric">): boolean =>
  direction === "up" && unit.kind !== "percent" && (metric?.adds ?? true);

export async function addGoal(wanted: NewGoal, context: GoalContext): Promise<GoalProgress> {
  const id = context.newId() as GoalId;
  const proposedById = wanted.owner.id === context.person.id ? null : context.person.id;
  const { title, unit, direction, target, period, reason, state, milestones } = wanted;
  const goal = {
    id,
    title,
    ownerId: wanted.owner.id,
    teamId: null,
    metricId: wanted.metric?.id ?? null,
    unit,
    direction,
    adds: addsUp(wanted),
    baseline: wanted.baseline,
    target,
    period,
    parentId: wanted.parentId ?? null,
    reason,
    state,
    proposedById,
    proposedOn: state === "proposed" ? context.today : null,
    confidence: null,
    lesson: null,
    createdOn: context.today,
    milestones,
  };
  const number = await context.stores.goals.add(goal, context.now);
  return {
    ...goal,
    number,
    ownerName: wanted.owner.name,
    actual: wanted.baseline,
    ratio: null,
    lastOn: null,
    firstOn: null,
    lastSeq: null,
  };
}

export async function askForGoal(
  { goal, title, waiting }: { goal: GoalId | null; title: string; waiting: PendingAmount | null },
  context: GoalContext,
): Promise<Answer> {
  const known = goal === null ? null : await decidableGoal(goal, context);
  const owner =
    known?.owner ?? (waiting?.for ? await personNamed(waiting.for, context) : context.person);
  return ask(
    goalForm(
      {
        goal: known?.goal ?? null,
        title,
        due: null,
        waiting,
        owner: null,
        parents: await parentsFor(known?.goal ?? null, owner, context),
      },
      context.t,
    ),
  );
}
