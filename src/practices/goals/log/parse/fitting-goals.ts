// The goals an amount may be meant for: by metric, by unit, by period.
import { compareDates, type LocalDate } from "#src/calendar/local-date";
import { inPeriod } from "#src/calendar/periods";
import { isOpen, isWaiting, type GoalProgress } from "../../model.ts";
import type { LoggedAmount } from "../reading/reading.ts";
import { fitsIn } from "./unit-marks.ts";

/**
 * The goals an amount of that day may be for: by metric, then by unit, then by the period the day lies in (what came in before
 * the turn belongs to the old one); those last used first. None when every period was over by then. A sum without a metric (12万, 12,000,
 * €300) is for the only goal in money, where there is one.
 */
export const fitting = (
  logged: LoggedAmount,
  goals: readonly GoalProgress[],
  on: LocalDate,
): readonly GoalProgress[] =>
  fittingAmong(
    logged,
    goals.filter((goal) => !isWaiting(goal)),
    on,
  );

/** Drafts, and proposals nobody confirmed yet, that would fit where nothing that runs does. */
export const fittingWaiting = (
  logged: LoggedAmount,
  goals: readonly GoalProgress[],
  on: LocalDate,
): readonly GoalProgress[] => fittingAmong(logged, goals.filter(isWaiting), on);

/** From so much on a bare figure is a sum of money rather than a count. */
const largeFrom = "1000";

function fittingAmong(
  logged: LoggedAmount,
  goals: readonly GoalProgress[],
  on: LocalDate,
): readonly GoalProgress[] {
  const { metric, amount } = logged;
  const open = goals.filter((goal) => isOpen(goal) && goal.direction !== "milestones");
  const byMetric = metric ? open.filter((goal) => goal.metricId === metric.id) : open;
  const byUnit = byMetric.filter((goal) => fitsUnit(logged, goal));
  const running = byUnit.filter((goal) => compareDates(on, goal.period.end) <= 0);
  const begun = running.filter((goal) => inPeriod(goal.period, on));
  const fit = begun.length > 0 ? begun : running;
  const inMoney = fit.filter((goal) => goal.unit.kind === "money");
  const large = amount.value.abs().gte(largeFrom) || amount.currency || amount.yen;
  const isSum = metric === null && large && amount.counter === undefined;
  return (isSum && inMoney.length === 1 ? inMoney : fit).toSorted(
    (a, b) => (b.lastSeq ?? 0) - (a.lastSeq ?? 0) || a.number - b.number,
  );
}

export const fitsUnit = (
  { amount, of }: Pick<LoggedAmount, "amount" | "of">,
  goal: GoalProgress,
): boolean => (of ? goal.unit.kind === "percent" : fitsIn(amount, goal.unit));
