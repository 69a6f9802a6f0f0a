// A disputed figure with what whoever decides wants to see beside it: what was reported and what was imported for the goal it counts to.
import { inPeriod } from "#src/calendar/periods";
import type { Decimal } from "#src/language/decimal";
import type { Unit } from "#src/language/units";
import type { Person } from "#src/people/person";
import { reportedOf, type GoalProgress } from "#src/practices/goals/api";
import type { NumberContext } from "../context.ts";
import type { FactDispute } from "../model.ts";

export interface DisputeShown {
  readonly dispute: FactDispute;
  readonly ownerName: string;
  readonly unit: Unit;
  /** Null where no goal of theirs has this metric in those days. */
  readonly goal: {
    readonly is: Pick<GoalProgress, "number" | "title" | "names">;
    readonly reported: Decimal;
    readonly imported: Decimal;
  } | null;
}

export async function bothNumbers(
  dispute: FactDispute,
  owner: Person,
  context: NumberContext,
): Promise<DisputeShown> {
  const { fact } = dispute;
  const { goals, numbers, setup } = context.stores;
  const metric = (await setup.metrics()).find((each) => each.id === fact.metric);
  const unit: Unit =
    fact.currency === null
      ? (metric?.unit ?? { kind: "count" })
      : { kind: "money", currency: fact.currency };
  const goal = (await goals.openOf(owner.id)).find(
    (each) =>
      each.metricId === fact.metric &&
      each.state !== "draft" &&
      inPeriod(each.period, fact.on) &&
      (each.unit.kind === "money" ? each.unit.currency : null) === fact.currency,
  );
  const sum = goal
    ? (await numbers.sums([goal.id])).find((each) => each.source === fact.source)
    : undefined;
  return {
    dispute,
    ownerName: owner.name,
    unit,
    goal: goal && sum ? { is: goal, reported: reportedOf(goal), imported: sum.value } : null,
  };
}
