// What somebody still has to give, and what they got.
import type { LocalDate } from "#src/calendar/local-date";
import { button, card, fact, facts, softText, type Card } from "#src/view/card";
import { askPraise } from "../actions.ts";
import type { RecognitionMessages } from "../messages/en/index.ts";
import type { PointsStanding } from "../model.ts";

export function pointsCard(
  { budget, left, mostToOne, have }: PointsStanding,
  next: LocalDate,
  t: RecognitionMessages,
): Card {
  return card({
    title: t.pointsTitle(),
    body: [
      facts(
        fact(t.pointsLeft(), t.pointsLeftIs(left, budget)),
        fact(t.pointsCap(), t.pointsHaveIs(mostToOne)),
        fact(t.pointsHave(), t.pointsHaveIs(have)),
      ),
      softText(t.pointsReset(next)),
    ],
    buttons: [button(t.formTitle(), askPraise({ to: null, win: null }), "primary")],
  });
}

export function budgetCard(
  { left }: PointsStanding,
  next: LocalDate,
  t: RecognitionMessages,
): Card {
  return card({
    title: t.budgetTitle(left),
    tone: "info",
    body: [softText(t.pointsReset(next))],
    buttons: [button(t.formTitle(), askPraise({ to: null, win: null }), "primary")],
  });
}
