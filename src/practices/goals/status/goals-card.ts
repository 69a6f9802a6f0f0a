// Several goals as one card, a row a goal.
import {
  button,
  card,
  chip,
  rows,
  softText,
  text,
  type Button,
  type Card,
  type Element,
} from "#src/view/card";
import type { Period } from "#src/calendar/periods";
import { joinLines, type Line } from "#src/view/line";
import { askGoal, askProgress, confirmGoal, startGoal } from "../actions.ts";
import { trendOf } from "../team/team-card.ts";
import type { TrackedGoal } from "../team/tracked.ts";
import type { PacedGoal } from "../context.ts";
import { aim, overrideSays, quietChip, rowSays, share, statusChip, tones } from "../goal-card.ts";
import type { GoalMessages } from "../messages/en/index.ts";
import { isWaiting, type GoalProgress } from "../model.ts";

export function goalsCard(
  title: Line,
  goals: readonly (PacedGoal & Partial<TrackedGoal>)[],
  withOwner: boolean,
  empty: Line,
  t: GoalMessages,
): Card {
  if (goals.length === 0)
    return card({
      title,
      body: [text(empty)],
      buttons: [button(t.newGoal(), askGoal({ goal: null, title: "", waiting: null }), "primary")],
    });
  return card({
    title,
    body: [
      goalRows(goals, (goal) => named(goal, goals, t), withOwner, t),
      ...notKnownYet(goals, t),
    ],
  });
}

/** Those of another time, each with its own. */
export function goalsInCard(
  title: Line,
  goals: Parameters<typeof goalRows>[0],
  { withOwner, period }: { readonly withOwner: boolean; readonly period: Period },
  t: GoalMessages,
): Card {
  const name = (goal: GoalProgress): Line => t.titledIn(goal.number, goal, goal.period);
  return card({
    title: t.goalsIn(title, period),
    body: [
      goals.length === 0 ? text(t.noGoalsIn()) : goalRows(goals, name, withOwner, t),
      ...notKnownYet(goals, t),
    ],
  });
}

/** Said once for all of them. */
const notKnownYet = (goals: readonly PacedGoal[], t: GoalMessages): Element[] =>
  [...new Set(goals.flatMap((each) => each.openYears ?? []))]
    .toSorted((a, b) => a - b)
    .map((year) => softText(t.openYear(year)));

const goalRows = (
  goals: readonly (PacedGoal & Partial<TrackedGoal>)[],
  name: (goal: GoalProgress) => Line,
  withOwner: boolean,
  t: GoalMessages,
): Element =>
  rows(
    goals.map(({ goal, pace, override, trend, thisWeek }) => ({
      line: joinLines([name(goal), withOwner ? t.ownedBy(goal.ownerName) : []], " · "),
      ...(isWaiting(goal)
        ? {
            chip: chip(t.state(goal.state), "info"),
            soft: joinLines([aim(goal, t), t.dueBy(goal.period.end)], " · "),
          }
        : {
            chip:
              goal.state === "active"
                ? statusChip(pace.status, t)
                : chip(t.state(goal.state), "info"),
            aside: goal.state === "active" ? quietChip(pace, t) : undefined,
            ...(override ? { soft: overrideSays(override, t) } : {}),
            bar: {
              done: share(pace.done),
              mark: share(pace.timeGone),
              ...(goal.state === "active" ? { tone: tones[pace.status] } : {}),
              says: rowSays({ goal, pace }, t),
            },
            ...trendOf(goal, trend, thisWeek, t),
          }),
      buttons: withOwner ? [] : rowButtons(goal, t),
    })),
  );

/** Two goals of one owner that read alike are told apart by their period. */
function named(goal: GoalProgress, goals: readonly PacedGoal[], t: GoalMessages): Line {
  const alike = goals.some(
    ({ goal: each }) =>
      each.id !== goal.id && each.ownerId === goal.ownerId && each.title === goal.title,
  );
  return alike ? t.titledIn(goal.number, goal, goal.period) : t.titled(goal.number, goal);
}

function rowButtons(goal: GoalProgress, t: GoalMessages): Button[] {
  if (goal.state === "proposed") return [button(t.confirm(), confirmGoal({ goal: goal.id }))];
  if (goal.state === "draft") return [button(t.start(), startGoal({ goal: goal.id }))];
  return goal.state !== "active" || goal.direction === "milestones"
    ? []
    : [button(t.log(), askProgress({ goal: goal.id }))];
}
