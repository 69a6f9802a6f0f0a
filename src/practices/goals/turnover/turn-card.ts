// What the owner sees when a period is over, or ends soon.
import type { LocalDate } from "#src/calendar/local-date";
import { button, card, chip, fact, facts, rows, text, type Card } from "#src/view/card";
import { askClose, askNextPeriod } from "../actions.ts";
import { standsNow } from "../goal-card.ts";
import type { GoalMessages } from "../messages/en/index.ts";
import type { GoalProgress } from "../model.ts";

/** For the owner, when a period closed the goal by itself. */
export function closedCard(goal: GoalProgress, t: GoalMessages): Card {
  return card({
    title: t.titled(goal.number, goal),
    tone: goal.state === "achieved" ? "good" : "plain",
    chip: chip(t.state(goal.state), goal.state === "achieved" ? "good" : "plain"),
    body: [
      text(t.periodOver(goal.period.end)),
      goal.direction === "milestones" ? undefined : facts(fact(t.soFar(), standsNow(goal, t))),
    ],
    buttons: [button(t.closeLesson(), askClose({ goal: goal.id }))],
  });
}

/** For the owner: what never began does not outlive its period. */
export const lapsedCard = (goal: GoalProgress, t: GoalMessages): Card =>
  card({
    title: t.titled(goal.number, goal),
    tone: "plain",
    chip: chip(t.state("dropped"), "plain"),
    body: [text(t.lapsed(goal.state === "draft"))],
  });

export function turnCard(due: LocalDate, goals: readonly GoalProgress[], t: GoalMessages): Card {
  return card({
    title: t.turnTitle(due),
    tone: "info",
    body: [
      text(t.turnBody()),
      rows(
        goals.map((goal) => ({
          line: t.titled(goal.number, goal),
          soft: standsNow(goal, t),
        })),
      ),
    ],
    buttons: [button(t.turnButton(), askNextPeriod({ due }), "primary")],
  });
}
