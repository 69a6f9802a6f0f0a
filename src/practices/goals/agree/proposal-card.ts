// A proposal as whoever is to answer it and whoever made it see it.
import { button, card, fact, facts, quote, softText, text, type Card } from "#src/view/card";
import { said, type Line } from "#src/view/line";
import { askAnswer, confirmGoal } from "../actions.ts";
import type { Proposal } from "../context.ts";
import { aim, beginsAhead, goalButtons } from "../goal-card.ts";
import type { GoalMessages } from "../messages/en/index.ts";
import type { GoalProgress } from "../model.ts";

/** A proposal that waits, for whoever made it: with what the rep answered, if anything. */
export function waitingProposalCard(
  goal: GoalProgress,
  title: Line,
  answer: string | null,
  t: GoalMessages,
): Card {
  return card({
    title,
    tone: "info",
    context: answer === null ? undefined : t.titled(goal.number, goal),
    body: [answer === null ? text(t.proposedTo(goal.ownerName)) : quote([said(answer)])],
    buttons: goalButtons(goal, null, false, t),
    sees: t.seenByOwner(goal.ownerName),
  });
}

export function proposalCard(goal: Proposal, by: string, t: GoalMessages): Card {
  return card({
    title: t.proposalTitle(by),
    tone: "info",
    context: t.titled(goal.number, goal),
    body: [
      facts(
        fact(t.draftTarget(), aim(goal, t)),
        beginsAhead(goal, t),
        fact(t.due(), t.dueIs(goal.period.end)),
        goal.reason === null ? undefined : fact(t.reason(), said(goal.reason)),
      ),
      ...(goal.openYears ?? []).map((year) => softText(t.openYear(year))),
    ],
    buttons: [
      button(t.confirm(), confirmGoal({ goal: goal.id }), "primary"),
      button(t.answer(), askAnswer({ goal: goal.id })),
    ],
    sees: t.seenByOwner(by),
  });
}
