// The figures of a team's day as its place reads them, and as its manager sees them before.
import type { LocalDate } from "#src/calendar/local-date";
import type { Team } from "#src/people/person";
import { button, card, fact, facts, softText, text, type Card } from "#src/view/card";
import { askRhythm, postUpdate } from "../actions.ts";
import type { CheckinMessages } from "../messages/en/index.ts";
import type { DaySum } from "./update-rules.ts";

export interface UpdateView {
  readonly team: Pick<Team, "id" | "name">;
  readonly on: LocalDate;
  readonly told: readonly DaySum[];
  readonly kept: number;
}

/** No person is named, and nothing is compared. */
export const updateCard = (
  { team, on, told }: Pick<UpdateView, "team" | "on" | "told">,
  t: CheckinMessages,
): Card =>
  card({
    title: t.updateTitle(team.name, on),
    tone: "info",
    body: [facts(...told.map((each) => fact(t.updateMetric(each.titled), t.updateSum(each))))],
  });

/** To its manager alone, with the button that posts it. */
export function previewCard(view: UpdateView, places: readonly string[], t: CheckinMessages): Card {
  const { team, on, told, kept } = view;
  if (told.length === 0) return card({ title: t.updateTooFew(team.name), tone: "info" });
  const shown = updateCard(view, t);
  return {
    ...shown,
    body: [...shown.body, ...(kept > 0 ? [softText(t.updateKept(kept))] : [])],
    buttons: [button(t.updatePost(places), postUpdate({ team: team.id, on }), "primary")],
    sees: t.onlyYouYet(),
  };
}

export const switchedOffCard = (team: Pick<Team, "id" | "name">, t: CheckinMessages): Card =>
  card({
    title: t.updateOff(team.name),
    body: [text(t.updateOffSays())],
    buttons: [button(t.updateSwitch(), askRhythm({ team: team.id }), "primary")],
  });
