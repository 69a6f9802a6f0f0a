// What a dispute looks like to the one who opens it and to the one who decides.
import { button, card, fact, facts, quote, type Card } from "#src/view/card";
import { form, longTextField, type Form } from "#src/view/form";
import { said as typedBy } from "#src/view/line";
import { askCorrection, askStands, dropEntry, sendDispute, sendStands } from "../actions.ts";
import type { GoalMessages } from "../messages/en/index.ts";
import { goalOf, type KnownEntry } from "../model.ts";

const entryFacts = (entry: KnownEntry, t: GoalMessages) =>
  facts(
    fact(t.fieldAmount(), t.figure(entry)),
    fact(t.fieldDate(), t.dueIs(entry.on)),
    entry.note === "" ? undefined : fact(t.fieldNote(), typedBy(entry.note)),
  );

export function disputeForm(entry: KnownEntry, decider: string, t: GoalMessages): Form {
  return form({
    title: t.disputeForm(),
    intro: t.titled(entry.goalNumber, goalOf(entry)),
    fields: [
      longTextField("said", t.disputeField(), { required: true, max: 500, hint: t.disputeHint() }),
    ],
    submit: t.send(),
    act: sendDispute({ entry: entry.id }),
    sees: t.seenByOwner(decider),
  });
}

/** For whoever decides. `mayLog`: who only stands in for the manager takes it back or lets it stand. */
export function disputedCard(
  entry: KnownEntry,
  said: string,
  mayLog: boolean,
  t: GoalMessages,
): Card {
  return card({
    title: t.disputedTitle(entry.ownerName),
    tone: "warning",
    context: t.titled(entry.goalNumber, goalOf(entry)),
    body: [quote(typedBy(said)), entryFacts(entry, t)],
    buttons: [
      mayLog ? button(t.correct(), askCorrection({ entry: entry.id }), "primary") : undefined,
      button(t.takeBack(), dropEntry({ entry: entry.id })),
      button(t.stands(), askStands({ entry: entry.id }), "quiet"),
    ],
    sees: t.seenByOwner(entry.ownerName),
  });
}

export function standsForm(entry: KnownEntry, t: GoalMessages): Form {
  return form({
    title: t.stands(),
    intro: t.titled(entry.goalNumber, goalOf(entry)),
    fields: [longTextField("reason", t.standsReason(), { required: true, max: 500 })],
    submit: t.send(),
    act: sendStands({ entry: entry.id }),
    sees: t.seenByOwner(entry.ownerName),
  });
}

/** For the owner. */
export function standsCard(entry: KnownEntry, by: string, reason: string, t: GoalMessages): Card {
  return card({
    title: t.standsTitle(by),
    tone: "info",
    context: t.titled(entry.goalNumber, goalOf(entry)),
    body: [quote(typedBy(reason)), entryFacts(entry, t)],
    sees: t.seenByOwner(by),
  });
}

/** For the owner and for whoever logged it, when another took it back. */
export function takenBackCard(entry: KnownEntry, by: string, t: GoalMessages): Card {
  return card({
    title: t.takenBackBy(by),
    tone: "info",
    context: t.titled(entry.goalNumber, goalOf(entry)),
    body: [entryFacts(entry, t)],
  });
}
