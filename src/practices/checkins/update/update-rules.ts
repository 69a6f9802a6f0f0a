// What may be told of a team's day where everybody reads: sums by metric and currency, of at least three people, in no order of persons. Pure.
import { sum, type Decimal } from "#src/language/decimal";
import type { Unit } from "#src/language/units";
import type { Gain, Titled } from "#src/practices/goals/api";

/** Of fewer, a colleague could tell whose figure is whose. */
export const fewestPeople = 3;

export interface DaySum {
  readonly titled: Titled;
  readonly unit: Unit;
  readonly value: Decimal;
  readonly people: number;
}

/** One sum for each metric, and each currency of it. What stands for no metric is only its owner's. */
export function daySums(gains: readonly Gain[]): {
  readonly told: readonly DaySum[];
  /** Reported by too few to be told. */
  readonly kept: number;
} {
  const byKind = new Map<string, Gain[]>();
  for (const gain of gains) {
    const { metricId, unit } = gain.goal;
    if (metricId === null) continue;
    const key = `${metricId} ${unit.kind === "money" ? unit.currency : unit.kind}`;
    byKind.set(key, [...(byKind.get(key) ?? []), gain]);
  }
  const sums = [...byKind.values()].flatMap((each): DaySum[] => {
    const [first] = each;
    const names = first?.goal.names;
    return first === undefined || !names
      ? []
      : [
          {
            // The metric's name: what somebody called their own goal is not the channel's to read.
            titled: { title: names.zh, names },
            unit: first.goal.unit,
            value: sum(each.map(({ value }) => value)),
            people: new Set(each.map(({ goal }) => goal.ownerId)).size,
          },
        ];
  });
  const told = sums.filter((each) => each.people >= fewestPeople);
  return { told, kept: sums.length - told.length };
}
