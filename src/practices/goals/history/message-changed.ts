// A message that was edited or deleted after it was logged: what it wrote stays, and whoever wrote it is asked once.
import { nothing, show, type Answer } from "#src/bot/declare/answer";
import type { ChangedMessage } from "#src/bot/declare/incoming";
import { button, card, rows, text, type Card } from "#src/view/card";
import { askCorrection, undoBatch } from "../actions.ts";
import type { GoalContext } from "../context.ts";
import type { GoalMessages } from "../messages/en/index.ts";
import { goalOf, isUnderWay, type KnownEntry } from "../model.ts";

export async function sayMessageChanged(
  { change, answered }: ChangedMessage,
  { stores, person, t }: GoalContext,
): Promise<Answer> {
  const batches = new Set(
    answered.flatMap(({ name, payload }) => {
      const wrote = name === undoBatch.action ? undoBatch.schema.safeParse(payload) : null;
      return wrote?.success ? [wrote.data.batch] : [];
    }),
  );
  const cards: Card[] = [];
  for (const batch of batches) {
    const entries = (await stores.goals.batch(batch)).filter(
      (each) => each.byId === person.id && isUnderWay(each),
    );
    if (entries.length > 0) cards.push(messageChangedCard(change, batch, entries, t));
  }
  return cards.length === 0 ? nothing() : show(...cards);
}

export function messageChangedCard(
  change: ChangedMessage["change"],
  batch: string,
  entries: readonly KnownEntry[],
  t: GoalMessages,
): Card {
  const correcting = (entry: KnownEntry) => button(t.correct(), askCorrection({ entry: entry.id }));
  const [only, ...others] = entries;
  const several =
    others.length === 0
      ? undefined
      : rows(
          entries.map((each) => ({
            line: t.entryIs(each.goalNumber, each, each.kind === "set"),
            soft: t.entryOn(each.on, goalOf(each), each.note),
            buttons: [correcting(each)],
          })),
        );
  return card({
    title: t.messageChanged(change, entries),
    tone: "info",
    body: [text(t.storedStays()), several],
    buttons: [
      only && others.length === 0 ? correcting(only) : undefined,
      button(t.undo(), undoBatch({ batch })),
    ],
  });
}
