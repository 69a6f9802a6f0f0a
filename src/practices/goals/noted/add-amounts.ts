// Several figures of one day for one goal, as one. Pure.
import { sum } from "#src/language/decimal";
import { markOf } from "../log/parse/unit-marks.ts";
import type { ReadEntry } from "../log/reading/reading.ts";
import type { GoalProgress } from "../model.ts";

/** Null where they cannot be added: totals, parts of a ratio, what says where a goal stands, or different marks. */
export function addAmounts(
  entries: readonly ReadEntry[],
  goal: Pick<GoalProgress, "adds" | "direction" | "unit">,
): Pick<ReadEntry, "amount" | "of" | "total"> | null {
  const [first, ...others] = entries;
  if (first === undefined) return null;
  const { amount, of, total } = first;
  const whole = { amount, ...(of && { of }), total };
  if (others.length === 0) return whole;
  const adds = goal.adds && goal.direction === "up" && goal.unit.kind !== "percent";
  const alike = entries.every(
    (each) => !each.total && !each.of && markOf(each.amount) === markOf(amount),
  );
  return adds && alike
    ? { ...whole, amount: { ...amount, value: sum(entries.map((each) => each.amount.value)) } }
    : null;
}
