// What a team brought in together: one sum a metric, currency and period, never across them. Shares are of what was to be there by now.
import type { Period } from "#src/calendar/periods";
import { sum, zero, type Decimal } from "#src/language/decimal";
import type { MetricId } from "#src/practices/setup/api";
import type { Unit } from "#src/language/units";
import type { GoalProgress, Titled } from "../model.ts";
import type { PaceLimits, Status } from "../rules.ts";
import { classOf, thresholds } from "../rules.ts";
import type { TrackedGoal, WayMark } from "./tracked.ts";

export interface TeamSum {
  readonly metricId: MetricId;
  readonly titled: Titled;
  readonly unit: Unit;
  readonly period: Period;
  readonly actual: Decimal;
  readonly target: Decimal;
  /** From where they began to what is to be reached. */
  readonly span: Decimal;
  /** Of the target; unclamped. */
  readonly done: Decimal;
  /** Of the target, what was to be there by now by everybody's own calendar. */
  readonly timeGone: Decimal;
  /** Actual less what was to be there by now, in the unit. */
  readonly ahead: Decimal;
  readonly thisWeek: Decimal;
  /** How the goals came here together, each by how much it weighs in the sum; null where one of them has no way. */
  readonly trend: TrackedGoal["trend"];
  /** The same in its unit and exact; empty where one of them has no way. */
  readonly marks: readonly WayMark[];
  readonly status: Status;
  readonly people: number;
}

/** Whether its value is a sum of what came in, so that it can be added to others' and drawn as a way. */
export const isAddedUp = (goal: GoalProgress): boolean =>
  goal.direction === "up" && goal.adds && goal.unit.kind !== "percent" && goal.ratio === null;

/** The largest groups first; goals of whole teams are no part of them, since their parts are. */
export function sumsOf(goals: readonly TrackedGoal[], limits: PaceLimits): TeamSum[] {
  const groups = new Map<string, TrackedGoal[]>();
  for (const each of goals) {
    const { goal } = each;
    if (goal.metricId === null || goal.teamId !== null || !isAddedUp(goal)) continue;
    const unit = goal.unit.kind === "money" ? goal.unit.currency : goal.unit.kind;
    const key = [goal.metricId, unit, goal.period.start, goal.period.end].join(" ");
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return [...groups.values()]
    .flatMap((group) => sumOf(group, limits))
    .toSorted((a, b) => b.people - a.people || (a.titled.title < b.titled.title ? -1 : 1));
}

function sumOf(group: readonly TrackedGoal[], limits: PaceLimits): TeamSum[] {
  const [first] = group;
  const metricId = first?.goal.metricId ?? null;
  if (first === undefined || metricId === null) return [];
  const total = (of: (each: TrackedGoal) => Decimal): Decimal => sum(group.map(of));
  const way = total(({ goal }) => goal.target.minus(goal.baseline));
  const gained = total(({ goal }) => goal.actual.minus(goal.baseline));
  const expected = total(({ goal, pace }) => goal.target.minus(goal.baseline).times(pace.timeGone));
  const share = (part: Decimal): Decimal => (way.eq(zero) ? zero : part.div(way));
  return [
    {
      metricId,
      span: way,
      titled: { title: first.goal.title, names: first.goal.names ?? null },
      unit: first.goal.unit,
      period: first.goal.period,
      actual: total(({ goal }) => goal.actual),
      target: total(({ goal }) => goal.target),
      done: share(gained),
      timeGone: share(expected),
      ahead: gained.minus(expected),
      trend: wayOf(group, way),
      marks: marksOf(group),
      thisWeek: total(({ thisWeek }) => thisWeek ?? zero),
      // What none of them can say yet they cannot say together.
      status: group.every(({ pace }) => pace.status === "too-early")
        ? "too-early"
        : statusOfSum(share(gained), share(expected), limits),
      people: new Set(group.map(({ goal }) => goal.ownerId)).size,
    },
  ];
}

/** One period: its goals have a point for the same weeks. */
function wayOf(group: readonly TrackedGoal[], span: Decimal): TrackedGoal["trend"] {
  const ways = group.flatMap(({ goal, trend }) =>
    trend === null || span.eq(zero)
      ? []
      : [{ trend, weight: Number(goal.target.minus(goal.baseline).div(span).toFixed(6)) }],
  );
  if (ways.length < group.length) return null;
  const weeks = Math.min(...ways.map(({ trend }) => trend.points.length));
  const together = (line: "points" | "plan"): number[] =>
    Array.from({ length: weeks }, (_, i) =>
      ways.reduce((all, { trend, weight }) => all + (trend[line].at(i - weeks) ?? 0) * weight, 0),
    );
  return { points: together("points"), plan: together("plan") };
}

function marksOf(group: readonly TrackedGoal[]): WayMark[] {
  const [first] = group;
  if (first === undefined || group.some(({ trend }) => trend === null)) return [];
  return first.marks.map(({ on }, i) => ({
    on,
    gained: sum(group.map(({ marks }) => marks[i]?.gained ?? zero)),
    due: sum(group.map(({ marks }) => marks[i]?.due ?? zero)),
  }));
}

function statusOfSum(done: Decimal, timeGone: Decimal, limits: PaceLimits): Status {
  if (done.gte("1")) return "reached";
  if (timeGone.lt(thresholds.early)) return "too-early";
  return classOf(done.div(timeGone), limits);
}
