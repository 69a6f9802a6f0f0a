// What a manager sees of somebody who left, and the new owner of a goal that was passed on.
import { nameApart } from "#src/people/name-apart";
import type { Person } from "#src/people/person";
import { button, card, rows, softText, text, type Card } from "#src/view/card";
import { choiceField, form, option, type Form } from "#src/view/form";
import { said, type Line } from "#src/view/line";
import { askClose, askPassOn, dropGoal, savePassOn } from "../actions.ts";
import type { PacedGoal } from "../context.ts";
import type { GoalMessages } from "../messages/en/index.ts";
import type { GoalProgress } from "../model.ts";
import { proposalCard } from "../agree/proposal-card.ts";
import { rowSays, standsNow } from "../goal-card.ts";

/** `says`: what was done with the last one. */
export function leaverCard(
  name: string,
  goals: readonly PacedGoal[],
  t: GoalMessages,
  says?: Line,
): Card {
  return card({
    title: t.leaverTitle(name, goals.length),
    tone: "info",
    body: [
      says === undefined ? undefined : text(says),
      rows(
        goals.map(({ goal, pace }) => ({
          line: t.titled(goal.number, goal),
          soft: goal.state === "proposed" ? t.state("proposed") : rowSays({ goal, pace }, t),
          buttons: [
            button(t.passOn(), askPassOn({ goal: goal.id }), "primary"),
            goal.state === "proposed"
              ? button(t.drop(), dropGoal({ goal: goal.id }), "quiet", t.dropSure())
              : button(t.close(), askClose({ goal: goal.id }), "quiet"),
          ],
        })),
      ),
      softText(t.leaverHistory(name)),
    ],
  });
}

export const allPassedOnCard = (name: string, says: Line, t: GoalMessages): Card =>
  card({ title: says, tone: "good", body: [softText(t.leaverDone(name))] });

export function passOnForm(goal: GoalProgress, people: readonly Person[], t: GoalMessages): Form {
  return form({
    title: t.passOnTitle(goal.number),
    intro: t.titledOf(goal.number, goal, goal.ownerName),
    fields: [
      choiceField(
        "person",
        "who",
        t.passOnTo(),
        nameApart(people).map(({ person, label }) => option(person.id, [said(label)])),
        { required: true, hint: t.passOnHint() },
      ),
    ],
    submit: t.passOn(),
    act: savePassOn({ goal: goal.id }),
    sees: t.seenByOwnerOnly(),
  });
}

/** For the new owner: the proposal, with where it stands already. */
export function passedOnCard(goal: GoalProgress, from: string, by: string, t: GoalMessages): Card {
  const asked = proposalCard(goal, by, t);
  return {
    ...asked,
    title: t.passedOnTitle(by, from),
    body: [...asked.body, softText(t.passedOnStands(standsNow(goal, t), from))],
  };
}
