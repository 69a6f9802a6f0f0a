// Where a goal would end, as a range with its parts (2.4): never one figure that nobody could check. What others know of it (open deals) they add.
import { addWorkdays, workdaysBetween, type WorkCalendar } from "#src/calendar/workdays";
import { addDays, type LocalDate } from "#src/calendar/local-date";
import { decimal, sum, zero, type Decimal } from "#src/language/decimal";
import type { Person } from "#src/people/person";
import type { GoalContext, PacedGoal } from "../context.ts";
import type { Forecast, ForecastPart, GoalProgress } from "../model.ts";
import { enoughHistory, thresholds } from "../rules.ts";

type Summed = Pick<GoalProgress, "direction" | "adds" | "unit" | "ratio" | "actual" | "baseline">;

/**
 * In the goal's unit, at the end of its period. F1 = baseline + gain / share of the workdays gone; lately = actual + run a workday x workdays
 * left; season = baseline + gain / the share that earlier like periods had by then. Null where it is no sum, reached, over, or too early to say.
 */
export function forecastOf(
  { goal, pace, run }: Pick<PacedGoal, "pace" | "run"> & { readonly goal: Summed },
  season: Decimal | null,
): Forecast | null {
  const gain = goal.actual.minus(goal.baseline);
  if (
    goal.direction !== "up" ||
    !goal.adds ||
    goal.unit.kind === "percent" ||
    goal.ratio !== null ||
    pace.status === "reached" ||
    pace.workdaysLeft === 0 ||
    pace.timeGone.lt(thresholds.early) ||
    gain.lte(zero)
  )
    return null;
  const parts: ForecastPart[] = [
    { part: "since", value: goal.baseline.plus(gain.div(pace.timeGone)) },
  ];
  if (run)
    parts.push({
      part: "lately",
      value: goal.actual.plus(run.perDay.times(String(pace.workdaysLeft))),
    });
  if (season?.gt(zero)) parts.push({ part: "season", value: goal.baseline.plus(gain.div(season)) });
  const values = parts.map(({ value }) => value).toSorted((a, b) => a.cmp(b));
  const [low, high] = [values[0], values.at(-1)];
  return low && high ? { low, high, parts } : null;
}

/** The day in an earlier period on which as large a share of its workdays was gone, so that its standing before the next day compares. */
export function sameDayIn(
  { start, end }: GoalProgress["period"],
  timeGone: Decimal,
  calendar: WorkCalendar,
): LocalDate {
  const all = workdaysBetween(calendar, start, end);
  const gone = Number(timeGone.times(String(all)).round(0).toString());
  return gone === 0 ? start : addWorkdays(calendar, addDays(start, -1), gone);
}

/** The mean of what share of their final gain earlier periods had by then (2.3); null where fewer than two say anything. */
export function seasonShare(
  earlier: readonly {
    readonly stood: Decimal;
    readonly goal: Pick<GoalProgress, "actual" | "baseline">;
  }[],
): Decimal | null {
  const shares = earlier.flatMap(({ stood, goal }) => {
    const whole = goal.actual.minus(goal.baseline);
    return whole.gt(zero) ? [stood.minus(goal.baseline).div(whole)] : [];
  });
  return shares.length < enoughHistory ? null : sum(shares).div(decimal(String(shares.length)));
}

/** Of a goal as it stands, with what its owner's earlier like periods say. */
export async function forecastFor(
  standing: Pick<PacedGoal, "goal" | "pace" | "run">,
  owner: Person,
  context: GoalContext,
): Promise<Forecast | null> {
  if (forecastOf(standing, null) === null) return null;
  const { goal, pace } = standing;
  const { goals } = context.stores;
  const earlier = await goals.closedLike(goal);
  if (earlier.length < enoughHistory) return forecastOf(standing, null);
  const calendar = await context.workCalendar(owner);
  const days = earlier.map(({ period }) => addDays(sameDayIn(period, pace.timeGone, calendar), 1));
  const stood = await goals.stoodBefore(
    earlier.map(({ id }) => id),
    days,
  );
  const then = earlier.flatMap((each, i) => {
    const value = stood.get(each.id)?.[i];
    return value ? [{ stood: value, goal: each }] : [];
  });
  return forecastOf(standing, seasonShare(then));
}
