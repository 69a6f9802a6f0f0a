// The few words that are the adapter's own.
import type { Locale } from "#src/language/text";
import { plainLine } from "#src/view/line";
import type { Card } from "#src/view/card";
import { en, type LarkMessages } from "./en.ts";
import { zh } from "./zh.ts";

export type { LarkMessages } from "./en.ts";

const spoken: Readonly<Record<Locale, LarkMessages>> = { en: en(), zh: zh() };

export const wordsIn = (locale: Locale): LarkMessages => spoken[locale];

/** Where several read, nobody says in which language; the cards are written in it. */
export function localeOf(cards: readonly Card[]): Locale {
  const text = cards
    .map((card) =>
      plainLine([
        ...card.title,
        ...(card.context ?? []),
        ...card.buttons.flatMap((button) => button.label),
      ]),
    )
    .join(" ");
  return /\p{Script=Han}/u.test(text) ? "zh" : "en";
}
