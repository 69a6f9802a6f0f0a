// What changed in a team since the Monday before: what came in, and whose pace is another than it was.
import { zero, type Decimal } from "#src/language/decimal";
import { classOf, thresholds, type PaceLimits, type Status } from "../rules.ts";
import type { TrackedGoal, WayMark } from "./tracked.ts";

export interface Changed {
  readonly goal: TrackedGoal;
  readonly before: Status;
  readonly isBetter: boolean;
}

const order: readonly Status[] = ["off-track", "at-risk", "on-track", "reached"];

/** Where it stood when that day began; null where nothing could be said yet. */
function statusAt({ goal }: TrackedGoal, mark: WayMark, limits: PaceLimits): Status | null {
  const span = goal.target.minus(goal.baseline);
  if (span.lte(zero)) return null;
  const [done, timeGone] = [mark.gained.div(span), mark.due.div(span)];
  if (done.gte("1")) return "reached";
  return timeGone.lt(thresholds.early) ? null : classOf(done.div(timeGone), limits);
}

/** Those that got worse first; only what was judged then and is judged now. `marks`: the Monday before this one is the last but one. */
export function changedSince(goals: readonly TrackedGoal[], limits: PaceLimits): Changed[] {
  return goals
    .flatMap((each): Changed[] => {
      const mark = each.marks.at(-2);
      const before = mark ? statusAt(each, mark, limits) : null;
      const [was, is] = [order.indexOf(before ?? "too-early"), order.indexOf(each.pace.status)];
      return before === null || is < 0 || was === is
        ? []
        : [{ goal: each, before, isBetter: is > was }];
    })
    .toSorted(
      (a, b) => Number(a.isBetter) - Number(b.isBetter) || a.goal.goal.number - b.goal.goal.number,
    );
}

/** What came in from the Monday before this one until this one; null where its way is no sum. */
export function lastWeekOf({ marks }: Pick<TrackedGoal, "marks">): Decimal | null {
  const last = marks.at(-1);
  return last ? last.gained.minus(marks.at(-2)?.gained ?? zero) : null;
}
