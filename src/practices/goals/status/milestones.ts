// Steps on the way to a target (2.6): which comes next, which was missed, and where they go when the target comes nearer.
import { compareDates, type LocalDate } from "#src/calendar/local-date";
import { roundTo, zero, type Decimal } from "#src/language/decimal";
import type { Goal, Milestone } from "../model.ts";

type Stepped = Pick<Goal, "milestones" | "direction"> & { readonly actual: Decimal };

const openMilestones = ({ milestones, direction, actual }: Stepped): Milestone[] =>
  milestones
    .filter(
      ({ doneOn, target }) =>
        doneOn === null &&
        (target === null || (direction === "down" ? actual.gt(target) : actual.lt(target))),
    )
    .toSorted((a, b) => compareDates(a.due, b.due));

/** A milestone whose day is over was reached or missed: it is never the next one. */
export const nextMilestone = (goal: Stepped, today: LocalDate): Milestone | null =>
  openMilestones(goal).find((each) => compareDates(each.due, today) >= 0) ?? null;

export const missedMilestone = (goal: Stepped, today: LocalDate): Milestone | null =>
  openMilestones(goal).findLast((each) => compareDates(each.due, today) < 0) ?? null;

/** Steps on the way keep their share of it when the target comes nearer; whole figures stay whole. What was reached stays as it was. */
export function milestonesFor(
  goal: Pick<Goal, "milestones" | "target" | "baseline">,
  target: Decimal,
): readonly Milestone[] {
  const span = goal.target.minus(goal.baseline);
  const wanted = target.minus(goal.baseline);
  if (span.eq(zero) || wanted.abs().gte(span.abs())) return goal.milestones;
  return goal.milestones.map((each) =>
    each.target === null || each.doneOn !== null
      ? each
      : {
          ...each,
          target: goal.baseline.plus(
            roundTo(
              each.target.minus(goal.baseline).times(wanted).div(span),
              isWhole(each.target) ? 0 : 2,
            ),
          ),
        },
  );
}

const isWhole = (value: Decimal): boolean => value.eq(roundTo(value, 0));
