// What open deals say of a goal of money, on its own card: a range with its parts, coverage, and the win rate they are weighed by.
import { practiceOf } from "#src/bot/declare/practice";
import { manages, type PersonId } from "#src/people/person";
import { foreseeing, type GoalProgress } from "#src/practices/goals/api";
import { fact, facts, softText, type Element } from "#src/view/card";
import type { DealContext, DealStores } from "../context.ts";
import type { DealMessages } from "../messages/en.ts";
import {
  coverageOf,
  pipelineOf,
  rangeOf,
  trailingYear,
  winRateOf,
  type Coverage,
  type DealRange,
  type Pipeline,
  type WinRate,
} from "./formulas.ts";

const { contributes } = practiceOf<DealMessages, DealStores>();

export interface Foreseen {
  readonly goal: Pick<GoalProgress, "actual" | "unit">;
  readonly pipeline: Pipeline;
  readonly range: DealRange;
  readonly coverage: Coverage;
  readonly rate: WinRate;
}

export function foreseenElements(
  { goal: { actual, unit }, pipeline, range, coverage, rate }: Foreseen,
  t: DealMessages,
): readonly Element[] {
  const leftOut = t.leftOut(pipeline);
  return [
    facts(
      fact(t.range(), t.rangeIs(range.low, range.likely, range.high, unit)),
      ...(coverage.reached
        ? []
        : [
            fact(t.coverage(), t.coverageIs(coverage.times, coverage.gap, unit)),
            fact(t.needed(), t.neededIs(coverage.pipelineNeeded, coverage.dealsNeeded, unit)),
          ]),
    ),
    softText(t.parts(actual, pipeline, unit)),
    ...(leftOut.length === 0 ? [] : [softText(t.notCounted(leftOut))]),
    softText(t.rate(rate)),
  ];
}

export const onGoal = contributes(foreseeing, async ({ goal, owner }, context) => {
  const { metricId, unit } = goal;
  if (metricId === null || unit.kind !== "money" || !goal.adds || goal.direction !== "up")
    return [];
  const mayKnow =
    goal.teamId !== null || owner.id === context.person.id || manages(context.person, owner);
  if (!mayKnow) return [];
  const people = await workingOn(goal, owner.id, context);
  const { deals } = context.stores;
  const open = (await deals.openOf(people, context.today)).filter(
    (each) => each.metric === metricId,
  );
  if (open.length === 0) return [];
  const { from, to } = trailingYear(context.today);
  const rate = winRateOf(await deals.closedOf(people, metricId, from, to), unit.currency);
  const pipeline = pipelineOf(open, unit.currency, goal.period, context.today, rate);
  return foreseenElements(
    {
      goal,
      pipeline,
      range: rangeOf(goal.actual, pipeline),
      coverage: coverageOf(goal, pipeline, rate),
      rate,
    },
    context.t,
  );
});

const workingOn = async (
  goal: GoalProgress,
  owner: PersonId,
  { stores }: DealContext,
): Promise<readonly PersonId[]> =>
  goal.teamId === null
    ? [owner]
    : (await stores.people.directory())
        .filter((each) => each.leftOn === null && each.teamId === goal.teamId)
        .map(({ id }) => id);
