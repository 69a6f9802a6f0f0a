// What comes by itself about goals.
import { say } from "#src/bot/declare/actions";
import type { LocalDate } from "#src/calendar/local-date";
import { button, card, rows, softText, text, type Card } from "#src/view/card";
import { joinLines } from "#src/view/line";
import { askGoal, askNextPeriod } from "./actions.ts";
import type { PacedGoal } from "./context.ts";
import type { GoalMessages } from "./messages/en/index.ts";
import { overrideSays, quietChip, statusChip } from "./goal-card.ts";
import { goalsCard } from "./status/goals-card.ts";

/** Monday: the goals that run, each with its Log button. */
export function numbersCard(goals: readonly PacedGoal[], t: GoalMessages): Card {
  return { ...goalsCard(t.weeklyTitle(), goals, false, t.noGoals(), t), context: t.weeklyBody() };
}

/** Before a period begins without a goal; with the goals that end offered once more, where there are some. */
export function noGoalYetCard(start: LocalDate, ending: LocalDate | null, t: GoalMessages): Card {
  return card({
    title: t.noGoalYet(start),
    tone: "info",
    body: [text(t.noGoalYetBody())],
    buttons: [
      ending === null
        ? undefined
        : button(t.turnButton(), askNextPeriod({ due: ending }), "primary"),
      button(t.newGoal(), askGoal({ goal: null, title: "", waiting: null })),
    ],
  });
}

const mostOffPace = 12;

/** For a manager: one line for each goal that needs a look, the furthest behind first, and who has no goal. */
export function offPaceCard(
  off: readonly PacedGoal[],
  without: readonly { readonly name: string }[],
  running: number,
  t: GoalMessages,
): Card {
  const shown = off.slice(0, mostOffPace);
  return card({
    title: running === 0 ? t.nobodyHasGoal() : t.offPaceTitle(off.length),
    tone: off.length === 0 ? "info" : "warning",
    body: [
      rows(
        shown.map(({ goal, pace, override }) => ({
          line: joinLines([t.ownedBy(goal.ownerName), t.titled(goal.number, goal)], " · "),
          chip: statusChip(pace.status, t),
          aside: quietChip(pace, t),
          soft: joinLines(
            [
              override ? overrideSays(override, t) : [],
              goal.direction === "milestones"
                ? t.barSays(pace.done, pace.timeGone)
                : t.rowSays(goal.actual, goal.target, goal.unit, pace.done, pace.timeGone),
            ],
            " ",
          ),
          buttons: [button(t.look(), say({ text: `G${goal.number}` }))],
        })),
      ),
      off.length > mostOffPace ? softText(t.andMore(off.length - mostOffPace)) : undefined,
      without.length > 0 ? text(t.withoutGoal(without.map((each) => each.name))) : undefined,
    ],
  });
}
