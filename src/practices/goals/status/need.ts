// What a goal still asks for, said so that it can be done: money a workday; what is counted in whole pieces, a workday or a week.
import { decimal, roundTo, type Decimal } from "#src/language/decimal";
import { isLimit, type GoalProgress } from "../model.ts";
import type { Pace } from "../rules.ts";

export interface Need {
  readonly amount: Decimal;
  readonly each: "workday" | "week" | "whole";
}

/** Null where nothing is left to do, or no sum to be reached. Pieces are rounded up, since half a call is none. */
export function needOf(goal: GoalProgress, pace: Pace): Need | null {
  const perDay = pace.needPerDay;
  if (perDay === null || isLimit(goal) || goal.unit.kind === "percent") return null;
  if (goal.unit.kind === "money") return { amount: perDay, each: "workday" };
  if (perDay.gte("1")) return { amount: whole(perDay), each: "workday" };
  const gap = whole(goal.target.minus(goal.actual));
  const perWeek = whole(perDay.times(decimal("5")));
  // One a week would be more than all there is to do.
  const weeks = Math.ceil(pace.workdaysLeft / 5);
  return perWeek.times(decimal(String(weeks))).gte(gap.times("2")) || weeks < 2
    ? { amount: gap, each: "whole" }
    : { amount: perWeek, each: "week" };
}

const whole = (value: Decimal): Decimal => roundTo(value, 0, "up");
