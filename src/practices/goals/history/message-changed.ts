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
  const undoes = answered.find(({ name }) => name === undoBatch.action);
  const wrote = undoBatch.schema.safeParse(undoes?.payload);
  if (!wrote.success) return nothing();
  const { batch } = wrote.data;
  const entries = (await stores.goals.batch(batch)).filter(
    (each) => each.byId === person.id && isUnderWay(each),
  );
  return entries.length === 0 ? nothing() : show(messageChangedCard(change, batch, entries, t));
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
