// The form that takes a first or next amount, offered beside goals.
import { onlyOne } from "#src/language/lists";
import { type Answer } from "#src/bot/declare/answer";
import { type GoalContext } from "../context.ts";
import { inPeriod } from "#src/calendar/periods";
import { askForProgress } from "../history/history.ts";
import { goalsSaid } from "../status/show-goals.ts";

/** The form of the only goal one can log to now; otherwise the goals, each with its own button. */
export async function askForLog(_input: unknown, context: GoalContext): Promise<Answer> {
  const open = await context.stores.goals.openOf(context.person.id);
  const loggable = open.filter(
    (goal) =>
      goal.state === "active" &&
      goal.direction !== "milestones" &&
      inPeriod(goal.period, context.today),
  );
  const only = onlyOne(loggable);
  return only
    ? askForProgress({ goal: only.id }, context)
    : goalsSaid({ who: null, period: null }, context);
}
