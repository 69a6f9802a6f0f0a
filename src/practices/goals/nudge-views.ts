// What comes by itself about goals.
import type { LocalDate } from "#src/calendar/local-date";
import { button, card, text, type Card } from "#src/view/card";
import { askGoal, askNextPeriod } from "./actions.ts";
import type { PacedGoal } from "./context.ts";
import type { GoalMessages } from "./messages/en/index.ts";
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
