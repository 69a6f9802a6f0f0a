// A change of the line, as the other side is asked about it.
import { button, card, fact, facts, type Card } from "#src/view/card";
import { said } from "#src/view/line";
import { agreeChange, declineChange } from "../actions.ts";
import type { GoalMessages } from "../messages/en/index.ts";
import type { GoalProgress, LineChange } from "../model.ts";

/** What the other side is asked. */
export function changeCard(
  goal: GoalProgress,
  change: LineChange,
  by: string,
  t: GoalMessages,
): Card {
  const payload = { goal: goal.id, change: change.id };
  return card({
    title: t.changeTitle(by),
    tone: "info",
    context: t.titled(goal.number, goal),
    body: [
      facts(
        fact(t.changeFrom(), t.aimIs(change.old.target, goal.unit, change.old.due)),
        fact(t.changeTo(), t.aimIs(change.wanted.target, goal.unit, change.wanted.due)),
        fact(t.reason(), said(change.reason)),
      ),
    ],
    buttons: [
      button(t.changeAgree(), agreeChange(payload), "primary"),
      button(t.changeDecline(), declineChange(payload)),
    ],
    sees: t.seenByOwner(by),
  });
}
