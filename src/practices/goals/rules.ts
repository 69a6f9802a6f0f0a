// Progress, pace, status, split and the SMART check: pure formulas on exact decimals. Sources: design/domain.md 2.1-2.6.
import { addWorkdays, workdaysBetween, type WorkCalendar } from "#src/calendar/workdays";
import {
  addDays,
  compareDates,
  daysBetween,
  earlier,
  later,
  type LocalDate,
} from "#src/calendar/local-date";
import { decimal, roundTo, sum, zero, type Decimal } from "#src/language/decimal";
import { missedMilestone, nextMilestone } from "./status/milestones.ts";
import {
  isLimit,
  type Direction,
  type Goal,
  type GoalState,
  type Milestone,
  type Stand,
  type Judgement,
} from "./model.ts";

type Measured = Pick<
  Goal,
  "direction" | "baseline" | "target" | "period" | "milestones" | "createdOn"
> & {
  readonly actual: Decimal;
  readonly lastOn: LocalDate | null;
  /** Of a limit: its values by day. */
  readonly course?: readonly Stand[];
};

export type Status = "too-early" | "on-track" | "at-risk" | "off-track" | "reached";

export interface Pace {
  /** (actual - baseline) / (target - baseline), unclamped (2.2); for milestones done / all. */
  readonly done: Decimal;
  /** Workdays elapsed / workdays in all; today counts once its work hours are over (2.3). */
  readonly timeGone: Decimal;
  readonly workdaysLeft: number;
  /** What a workday still has to bring; null when reached, over, or not measured upwards. */
  readonly needPerDay: Decimal | null;
  readonly status: Status;
  /** Days since the last news, once they are 14 or more; null before. Said beside the status, which it does not change. */
  readonly quietDays: number | null;
  /** The nearest that lies ahead. */
  readonly nextMilestone: Milestone | null;
  /** The last whose day is over without it. */
  readonly missedMilestone?: Milestone | null;
}

export const thresholds = {
  onTrack: decimal("0.95"),
  atRisk: decimal("0.75"),
  early: decimal("0.1"),
  staleDays: 14,
};

/** Where on track and at risk begin, as shares of the expected value: the organisation's to set. */
export type PaceLimits = Pick<typeof thresholds, "onTrack" | "atRisk">;

/** `dayIsOver`: whether today's work hours have ended, so that today counts as elapsed. */
export function paceOf(
  goal: Measured,
  today: LocalDate,
  calendar: WorkCalendar,
  dayIsOver: boolean,
  limits: PaceLimits = thresholds,
): Pace {
  const { end } = goal.period;
  const start = clockStart(goal);
  const through = dayIsOver ? today : addDays(today, -1);
  const all = workdaysBetween(calendar, start, end);
  const elapsed =
    compareDates(through, start) < 0 ? 0 : workdaysBetween(calendar, start, earlier(through, end));
  const left =
    compareDates(through, end) >= 0
      ? 0
      : workdaysBetween(calendar, later(addDays(through, 1), start), end);
  const timeGone = all === 0 ? decimal("1") : ratio(elapsed, all);
  const done = isLimit(goal)
    ? keptShare(goal, calendar, earlier(dayIsOver ? today : addDays(today, -1), end))
    : doneOf(goal, timeGone);
  const reached = isReached(goal.direction, done);
  const news = [goal.lastOn, ...goal.milestones.map((each) => each.doneOn)].filter(
    (each) => each !== null,
  );
  const lastNews = news.length === 0 ? null : news.reduce(later);
  const quietSince = lastNews ?? later(start, goal.createdOn);
  const quiet = daysBetween(quietSince, today);
  const stale =
    !isLimit(goal) && !reached && quiet >= thresholds.staleDays && compareDates(start, today) <= 0;
  const gap = goal.target.minus(goal.actual);
  return {
    done,
    timeGone,
    workdaysLeft: left,
    needPerDay: goal.direction !== "up" || reached || left === 0 ? null : gap.div(String(left)),
    // A goal written down in the middle of its period is not behind on its first day.
    status:
      lastNews === null && !stale && !reached
        ? "too-early"
        : statusOf(goal.direction, done, timeGone, reached, limits),
    quietDays: stale ? quiet : null,
    nextMilestone: nextMilestone(goal, today),
    missedMilestone: missedMilestone(goal, today),
  };
}

/** Share of the workdays gone before that day (2.3), for a plan drawn beside what was reached. */
export function planBefore(goal: Measured, day: LocalDate, calendar: WorkCalendar): Decimal {
  const start = clockStart(goal);
  const all = workdaysBetween(calendar, start, goal.period.end);
  const through = earlier(addDays(day, -1), goal.period.end);
  if (all === 0 || compareDates(through, start) < 0) return zero;
  return ratio(workdaysBetween(calendar, start, through), all);
}

/**
 * From where time is counted (2.3): the period's start, or the day on which a goal was written down later. What is logged to it for an
 * earlier day counts for its value and leaves its clock alone.
 */
function clockStart({ period, createdOn }: Measured): LocalDate {
  const start = later(period.start, createdOn);
  return compareDates(start, period.end) > 0 ? period.start : start;
}

const within = (
  { direction, target }: Pick<Measured, "direction" | "target">,
  value: Decimal,
): boolean => (direction === "floor" ? value.gte(target) : value.lte(target));

/**
 * A limit's progress (2.2): the share of workdays inside it, of those that passed since the first value was known, each with the
 * value that held on it. Before a workday has passed, whether the value is inside.
 */
function keptShare(goal: Measured, calendar: WorkCalendar, through: LocalDate): Decimal {
  const course = goal.course ?? [];
  const now = goal.lastOn !== null && within(goal, goal.actual) ? decimal("1") : zero;
  const [first] = course;
  if (!first) return now;
  const begin = later(first.on, goal.period.start);
  let [kept, all] = [0, 0];
  for (const [i, { on, value }] of course.entries()) {
    const next = course[i + 1];
    const [from, to] = [later(on, begin), earlier(next ? addDays(next.on, -1) : through, through)];
    if (compareDates(to, from) < 0) continue;
    const days = workdaysBetween(calendar, from, to);
    all += days;
    if (within(goal, value)) kept += days;
  }
  return all === 0 ? now : ratio(kept, all);
}

/** Progress by direction (2.2). A target equal to its baseline counts as reached only when the value is there. */
export function doneOf(
  goal: Omit<Measured, "lastOn" | "createdOn"> & { readonly lastOn?: LocalDate | null },
  timeGone: Decimal,
): Decimal {
  if (goal.direction === "milestones") {
    const all = goal.milestones.length;
    return all === 0
      ? zero
      : ratio(goal.milestones.filter((each) => each.doneOn !== null).length, all);
  }
  if (isLimit(goal)) return within(goal, goal.actual) ? timeGone : zero;
  // A way down whose start nobody named: there, or not there yet.
  if (goal.direction === "down" && goal.baseline.lte(goal.target))
    return goal.lastOn !== null && goal.actual.lte(goal.target) ? decimal("1") : zero;
  const span = goal.target.minus(goal.baseline);
  if (span.eq(zero)) return goal.actual.gte(goal.target) ? decimal("1") : zero;
  return goal.actual.minus(goal.baseline).div(span);
}

function isReached(direction: Direction, done: Decimal): boolean {
  return !isLimit({ direction }) && done.gte("1");
}

/** What one log reached that was not reached before: the target, else the last milestone on the way; null when neither. */
export function passed(
  before: Omit<Measured, "lastOn" | "createdOn">,
  after: Omit<Measured, "lastOn" | "createdOn">,
): "target" | Milestone | null {
  const at = (goal: typeof before): boolean => isReached(goal.direction, doneOf(goal, zero));
  if (!at(before) && at(after)) return "target";
  const there = (actual: Decimal, target: Decimal): boolean =>
    after.direction === "down" ? actual.lte(target) : actual.gte(target);
  const steps = isLimit(after) ? [] : after.milestones;
  return (
    steps.findLast(
      ({ target }) =>
        target !== null && !there(before.actual, target) && there(after.actual, target),
    ) ?? null
  );
}

/** Whether the target (null), or this milestone, is reached as things stand now. */
export function standsReached(goal: Omit<Measured, "createdOn">, step: Milestone | null): boolean {
  if (step === null) return isReached(goal.direction, doneOf(goal, zero));
  if (step.doneOn !== null || step.target === null) return step.doneOn !== null;
  return goal.direction === "down" ? goal.actual.lte(step.target) : goal.actual.gte(step.target);
}

/** Pace class (2.5): on track from 0.95 of the expected value, at risk from 0.75, unless set otherwise; the first tenth is too early to say. */
function statusOf(
  direction: Direction,
  done: Decimal,
  timeGone: Decimal,
  reached: boolean,
  limits: PaceLimits,
): Status {
  if (reached) return "reached";
  if (timeGone.lt(thresholds.early) && !isLimit({ direction })) return "too-early";
  if (isLimit({ direction })) return classOf(done, limits);
  // Both shares are quotients cut off after twenty digits; without the rounding a value on the border would fall below it.
  const pace = timeGone.eq(zero) ? decimal("1") : roundTo(done.div(timeGone), 12);
  return classOf(pace, limits);
}

/** Which side of the limits a share of the expected value is on. */
export function classOf(share: Decimal, limits: PaceLimits): Judgement {
  if (share.gte(limits.onTrack)) return "on-track";
  return share.gte(limits.atRisk) ? "at-risk" : "off-track";
}

/** The owner's 1-10 as a class (2.5), to be shown beside the computed one. */
export function confidenceClass(confidence: number): Judgement {
  if (confidence >= 8) return "on-track";
  return confidence >= 4 ? "at-risk" : "off-track";
}

/** Whether earlier periods say anything about how far a target reaches: only what adds up can be held against them (2.1). */
export const isAdditive = (goal: Pick<Goal, "adds" | "direction" | "unit" | "metricId">): boolean =>
  goal.metricId !== null && goal.adds && goal.direction === "up" && goal.unit.kind !== "percent";

/**
 * What earlier periods would have brought in as many workdays as `period` has (2.1: workday-adjusted). A period without
 * workdays says nothing.
 */
export function workdayAdjusted(
  earlierGoals: readonly (Pick<Goal, "period" | "baseline"> & { readonly actual: Decimal })[],
  period: Goal["period"],
  calendar: WorkCalendar,
): Decimal[] {
  const days = String(workdaysBetween(calendar, period.start, period.end));
  return earlierGoals.flatMap((each) => {
    const then = workdaysBetween(calendar, each.period.start, each.period.end);
    return then === 0 ? [] : [each.actual.minus(each.baseline).times(days).div(String(then))];
  });
}

/** Fewer periods than this say nothing about reach (2.1). */
export const enoughHistory = 2;

export type SmartLetter = "S" | "M" | "A" | "R" | "T";
export type SmartAdvice =
  | "vague"
  | "no-target"
  | "stretched"
  | "easy"
  | "no-reason"
  | "past"
  | "too-soon"
  | "too-far"
  | "needs-milestone";

export interface SmartFinding {
  readonly letter: SmartLetter;
  readonly advice: SmartAdvice;
}

const vague = /^(提高|加强|优化|改善|提升|(?:improve|better|increase|more|enhance)\b)/i;

/** What the check looks at. */
type Checked = Pick<
  Goal,
  | "title"
  | "metricId"
  | "baseline"
  | "target"
  | "direction"
  | "parentId"
  | "reason"
  | "period"
  | "milestones"
>;

/** The letters that do not pass, each with what to add (2.1). It advises; it never stops a draft. */
export function smartCheck(
  goal: Checked,
  today: LocalDate,
  calendar: WorkCalendar,
  history: readonly Decimal[],
): SmartFinding[] {
  const findings: readonly (readonly [SmartLetter, SmartAdvice | null])[] = [
    ["S", isVague(goal) ? "vague" : null],
    ["M", lacksTarget(goal) ? "no-target" : null],
    ["A", reachOf(goal, history)],
    ["R", lacksReason(goal) ? "no-reason" : null],
    ["T", timingOf(goal, today, calendar)],
  ];
  return findings.flatMap(([letter, advice]) => (advice === null ? [] : [{ letter, advice }]));
}

const isVague = (goal: Checked): boolean =>
  goal.metricId === null && goal.target.eq(zero) && vague.test(goal.title.trim());

/** A way down and a limit may aim at nothing at all; steps need at least one. */
function lacksTarget(goal: Checked): boolean {
  if (goal.direction === "milestones") return goal.milestones.length === 0;
  return goal.target.eq(zero) && goal.direction !== "down" && !isLimit(goal);
}

/** How far the target reaches beside what earlier periods brought; null where it is in their range or they say nothing. */
function reachOf(goal: Checked, history: readonly Decimal[]): "stretched" | "easy" | null {
  if (history.length < enoughHistory) return null;
  const mean = sum(history).div(String(history.length));
  if (!mean.gt(zero)) return null;
  const stretch = goal.target.minus(goal.baseline).div(mean);
  if (stretch.gt("1.5")) return "stretched";
  return stretch.lt("0.8") ? "easy" : null;
}

/** The goal it belongs to is a reason; in words, ten characters are the least that say something. */
const lacksReason = (goal: Checked): boolean =>
  goal.parentId === null && (goal.reason ?? "").trim().length < 10;

function timingOf(
  { period, milestones }: Checked,
  today: LocalDate,
  calendar: WorkCalendar,
): SmartAdvice | null {
  const due = period.end;
  if (compareDates(due, today) < 0) return "past";
  if (compareDates(due, addWorkdays(calendar, today, 1)) < 0) return "too-soon";
  if (daysBetween(today, due) > 548) return "too-far";
  const isLong = daysBetween(later(today, period.start), due) > 31;
  return isLong && milestones.length === 0 ? "needs-milestone" : null;
}

/** Whether `today` lies behind the workdays in which a period's late entries are taken. */
export const isPastGrace = (
  period: Pick<Goal["period"], "end">,
  today: LocalDate,
  calendar: WorkCalendar,
  graceWorkdays: number,
): boolean =>
  compareDates(today, period.end) > 0 &&
  compareDates(today, addWorkdays(calendar, period.end, graceWorkdays)) > 0;

/** How a goal ends when its period is over. A limit was kept when it was on enough of its workdays (`kept`), and never when nothing is known of it. */
export function closingState(
  goal: Measured,
  kept: Decimal | null = null,
): Extract<GoalState, "achieved" | "missed"> {
  if (isLimit(goal) && (goal.lastOn === null || kept?.lt(thresholds.onTrack))) return "missed";
  return doneOf(goal, decimal("1")).gte("1") ? "achieved" : "missed";
}

function ratio(part: number, whole: number): Decimal {
  return decimal(BigInt(part)).div(decimal(BigInt(whole)));
}
