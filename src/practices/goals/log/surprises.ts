// What is asked once before it is written: an amount that takes a goal far beyond its target, and a total below where it stands.
import { decimal, type Decimal } from "#src/language/decimal";
import { reportedOf, type GoalProgress, type Surprise } from "../model.ts";
import type { Planned } from "./record-entries.ts";

/** So many times the target is hardly meant. */
const farBeyond = decimal("3");

/** Each goal at most once, as it would stand after all of them. `named`: whose goal the line itself names, so that its total is meant. */
export function surprises(
  planned: readonly Planned[],
  named: ReadonlySet<GoalProgress["id"]>,
): readonly Surprise[] {
  const standing = new Map<
    GoalProgress["id"],
    { goal: GoalProgress; after: Decimal; set: boolean }
  >();
  for (const { goal, waiting } of planned) {
    if (goal.direction !== "up" || goal.unit.kind === "percent" || waiting.of) continue;
    const before = standing.get(goal.id)?.after ?? reportedOf(goal);
    const sets = waiting.total || !goal.adds;
    standing.set(goal.id, {
      goal,
      after: sets ? waiting.value : before.plus(waiting.value),
      set: waiting.total && !named.has(goal.id),
    });
  }
  return [...standing.values()].flatMap(({ goal, after, set }): Surprise[] => {
    const before = reportedOf(goal);
    const limit = goal.target.times(farBeyond);
    if (goal.target.gt("0") && after.gt(limit) && before.lte(limit))
      return [{ goal, is: "beyond", before, after }];
    return set && after.lt(before) ? [{ goal, is: "lower", before, after }] : [];
  });
}
