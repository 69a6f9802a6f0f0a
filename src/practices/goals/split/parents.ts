// The goals above that one's own may belong to: the manager's and the team's that run now (the letter R, 2.1).
import { compareDates } from "#src/calendar/local-date";
import type { Person } from "#src/people/person";
import type { GoalContext } from "../context.ts";
import type { GoalProgress } from "../model.ts";

const most = 20;

/** Of the same metric where it has one; its present one in any case. */
export async function parentsFor(
  goal: GoalProgress | null,
  owner: Person,
  context: GoalContext,
): Promise<readonly GoalProgress[]> {
  if (owner.managerId === null) return [];
  const above = await context.stores.goals.openOf(owner.managerId);
  return above
    .filter(
      (each) =>
        each.id === goal?.parentId ||
        (each.state === "active" &&
          compareDates(each.period.end, context.today) >= 0 &&
          (goal === null || goal.metricId === null || each.metricId === goal.metricId)),
    )
    .slice(0, most);
}
