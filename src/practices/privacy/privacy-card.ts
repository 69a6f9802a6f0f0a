// What is kept about whoever reads it.
import { say } from "#src/bot/declare/actions";
import { button, card, heading, rows, softText, text, type Card } from "#src/view/card";
import type { PrivacyMessages } from "./messages/en.ts";
import type { Kept } from "./model.ts";

export interface NamedLook {
  /** Null: somebody who is gone. */
  readonly name: string | null;
  readonly at: Date;
}

export function keptCard(
  kept: readonly Kept[],
  looks: readonly NamedLook[],
  t: PrivacyMessages,
): Card {
  return card({
    title: t.title(),
    body: [
      text(t.purpose()),
      rows(
        kept.map(({ topic, entries, until }) => ({
          line: t.topic(topic, entries),
          soft: t.about(topic, until),
        })),
      ),
      heading(t.looksTitle()),
      looks.length === 0
        ? softText(t.nobodyLooked())
        : rows(looks.map(({ name, at }) => ({ line: t.looked(name, at) }))),
      softText(t.notHere()),
    ],
    buttons: [
      button(t.exportMine(), say({ text: t.exportWords() })),
      button(t.eraseMine(), say({ text: t.eraseWords() }), "quiet"),
      button(t.toRecord(), say({ text: t.recordWords() }), "quiet"),
    ],
    sees: t.onlyYou(),
  });
}
