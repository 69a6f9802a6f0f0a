// A manager splits a goal among their people: equally, or by the weights they give.
import { zip } from "#src/language/lists";
import { replan, show, committed, toast, type Answer } from "#src/bot/declare/answer";
import { Refusal } from "#src/bot/declare/errors";
import { roundTo, zero, type Decimal } from "#src/language/decimal";
import { manages, type Person, type PersonId } from "#src/people/person";
import type { Card } from "#src/view/card";
import { mostWeights } from "../actions.ts";
import {
  decidableGoal,
  leaveWithin,
  lockDecidableGoal,
  visibleGoal,
  type GoalContext,
} from "../context.ts";
import { addGoal } from "../define/create-goal.ts";
import { tellProposal } from "../agree/propose.ts";
import type { GoalId, GoalProgress } from "../model.ts";
import { givenOut, mayGiveOut, split } from "./split-rules.ts";
import { splitCard, type Part } from "./split-card.ts";
import { readWeights, type ReadWeights } from "./parse-weights.ts";

/** Whom by which weight; nobody named means everybody alike. */
export type Weights = readonly (readonly [PersonId, Decimal])[];

export async function showSplit(
  { goal: number, rest }: { goal: number; rest: string },
  context: GoalContext,
): Promise<Answer> {
  const { goal } = await visibleGoal(await context.stores.goals.numbered(number), number, context);
  await decidableGoal(goal.id, context);
  refuseUnlessSplittable(goal, context);
  const directory = await context.stores.people.directory();
  const read = readWeights(rest, directory);
  if ("problem" in read) throw whyNot(read, context);
  const weights: Weights = read.weights.map(({ person, weight }) => [person.id, weight]);
  if (weights.length > mostWeights) throw new Refusal(context.t.splitTooMany(mostWeights));
  return show(await previewOf(goal, read.over, weights, directory, context));
}

/** Who would get how much, before anybody is asked. */
export async function previewOf(
  goal: GoalProgress,
  beyond: Decimal,
  weights: Weights,
  directory: readonly Person[],
  context: GoalContext,
): Promise<Card> {
  // As it travels on the button.
  const over = roundTo(beyond, 6);
  const parts = partsFor(goal, over, weights, directory, context);
  const people = parts.map((each) => each.person);
  return splitCard(
    goal,
    parts,
    {
      goal: goal.id,
      over: over.toFixed(),
      weights: weights.map(([id, weight]) => [id, weight.toFixed()]),
    },
    context.t,
    {
      away: await leaveWithin(goal.period, people, context),
      elsewhere: await countingElsewhere(goal, people, context),
    },
  );
}

/** Nothing is converted: a share is in the goal's own currency, and whose goals are in another is said. */
async function countingElsewhere(
  { id, unit }: GoalProgress,
  people: readonly Person[],
  context: GoalContext,
): Promise<ReadonlyMap<PersonId, string>> {
  const found = new Map<PersonId, string>();
  if (unit.kind !== "money") return found;
  for (const person of people) {
    const own = (await context.stores.goals.openOf(person.id)).flatMap((each) =>
      each.unit.kind === "money" && each.id !== id ? [each.unit.currency] : [],
    );
    const [other] = own;
    if (other !== undefined && !own.includes(unit.currency)) found.set(person.id, other);
  }
  return found;
}

/** A rep's own goal is theirs; only one's own or the team's is split. */
export function refuseUnlessSplittable(goal: GoalProgress, context: GoalContext): void {
  if (goal.ownerId !== context.person.id && goal.teamId === null)
    throw new Refusal(context.t.splitOwn());
  if (goal.direction === "milestones" || goal.target.lte(zero))
    throw new Refusal(context.t.splitSteps());
}

function whyNot(
  read: Extract<ReadWeights, { problem: string }>,
  { t, house }: GoalContext,
): Refusal {
  switch (read.problem) {
    case "unknown":
      return new Refusal(house.nobodyCalled(read.name));
    case "ambiguous":
      return new Refusal(
        t.splitWhom(
          read.name,
          read.people.map((each) => each.name),
        ),
      );
    case "no-weight":
      return new Refusal(t.splitNoWeight(read.name));
    case "twice":
      return new Refusal(t.splitTwice(read.name));
    case "mixed":
      return new Refusal(t.splitMixed());
    case "unreadable":
      return new Refusal(t.splitUnreadable(read.name));
  }
}

/** Whom the acting person may give a share, always in the same order. */
export function reportsIn(directory: readonly Person[], context: GoalContext): readonly Person[] {
  const people = directory
    .filter((each) => manages(context.person, each))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
  if (people.length === 0) throw new Refusal(context.t.splitNobody());
  return people;
}

/** Everybody's share where nobody is named: a team's assistant has no quota. */
export const alike = ({ assistant }: Pick<Person, "assistant">): string => (assistant ? "0" : "1");

/** Checked again when the card is pressed: people move, and payloads can be altered. */
function partsFor(
  goal: GoalProgress,
  over: Decimal,
  weights: Weights,
  directory: readonly Person[],
  context: GoalContext,
): readonly Part[] {
  const people = reportsIn(directory, context);
  if (!mayGiveOut(over)) throw new Refusal(context.t.splitTooMuch());
  const given = new Map(weights);
  const stranger = directory.find((each) => given.has(each.id) && !people.includes(each));
  if (stranger) throw new Refusal(context.t.notYourReport(stranger.name));
  const chosen = people.flatMap((person) => {
    const weight = given.size === 0 ? alike(person) : (given.get(person.id) ?? zero).toFixed();
    return weight === "0" ? [] : [{ person, weight }];
  });
  if (chosen.length === 0 || given.size > people.length) throw new Refusal(context.house.oldCard());
  const amounts = split(
    givenOut(goal.target, over),
    chosen.map(({ weight }) => zero.plus(weight)),
  );
  return zip(chosen, amounts)
    .map(([{ person }, amount]) => ({
      person,
      amount: goal.unit.kind === "percent" ? goal.target : amount,
    }))
    .filter(({ amount }) => amount.gt(zero));
}

export async function proposeSplit(
  { goal: id, over, weights }: { goal: GoalId; over: Decimal; weights: Weights },
  context: GoalContext,
): Promise<Answer> {
  const directory = await context.stores.people.directory();
  // People before goals, in every act.
  await context.stores.people.lock(
    directory.filter((each) => manages(context.person, each)).map((each) => each.id),
  );
  const { goal } = await lockDecidableGoal(id, context);
  refuseUnlessSplittable(goal, context);
  if (goal.state !== "active" && goal.state !== "draft")
    throw new Refusal(context.t.goalClosed(goal.number));
  if ((await context.stores.goals.partsOf(id)).length > 0)
    throw new Refusal(context.t.splitBefore());
  const parts = partsFor(goal, over, weights, directory, context);
  // From now on it is the team's: it stands where its parts stand together.
  const teamId =
    context.person.teamId ??
    (await context.stores.people.teams()).find((each) => each.managerId === context.person.id)
      ?.id ??
    null;
  await context.stores.goals.change(id, { teamId });
  const metric =
    (await context.stores.setup.metrics()).find((each) => each.id === goal.metricId) ?? null;
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
    told.push(await tellProposal(part, person, context));
  }
  return replan(
    committed(toast(context.t.splitDone(parts.length)), ...told),
    ...parts.map((each) => each.person.id),
  );
}
