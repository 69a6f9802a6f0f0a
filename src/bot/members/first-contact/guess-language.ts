// The language of somebody whose platform does not know it: guessed from where they are, then from the first words they type
// themselves, and asked for once, with one tap.
import type { Language } from "#src/language/catalogue";
import { localeOfWords, type Locale } from "#src/language/text";
import type { Organisation, Person } from "#src/people/person";
import type { PersonChange } from "#src/people/store";
import type { Chance, Clock } from "#src/ports/process/clock";
import type { Delivery, KernelStores } from "#src/ports/stores";
import { button, card, type Card } from "#src/view/card";
import { line } from "#src/view/line";
import { speak } from "../../declare/actions.ts";
import { houseMessages } from "../../messages/index.ts";
import type { UserEvent } from "../../declare/incoming.ts";

export interface Guess {
  /** Who acts, as far as is known now. */
  readonly person: Person;
  /** Writes down what was learnt, and asks whom nobody asked yet. */
  keep(stores: KernelStores): Promise<void>;
}

interface GuessPorts {
  readonly clock: Clock;
  readonly chance: Chance;
  readonly language: Language;
}

/** Null where the language is known, or nothing was learnt. */
export function guess(
  incoming: UserEvent,
  person: Person,
  organisation: Organisation,
  { clock, chance, language }: GuessPorts,
): Guess | null {
  if (
    !person.localeGuess ||
    person.localeGuess === "platform" ||
    incoming.kind === "reacted" ||
    incoming.kind === "messageChanged" ||
    (incoming.kind === "pressed" && incoming.name === speak.action)
  )
    return null;
  const typed = typedWords(incoming);
  const locale = typed === null ? null : localeOfWords(typed);
  if (locale === null && person.localeGuess === "asked") return null;
  const change: PersonChange =
    locale === null ? { localeGuess: "asked" } : { locale, localeGuess: null };
  // Who types Chinese reads Chinese; a few English words are what everybody types who saw them in a help.
  const asks = person.localeGuess === "open" && locale !== "zh";
  const known = { ...person, ...change };
  return {
    person: known,
    async keep(stores) {
      await stores.people.change(person.id, change);
      if (!asks) return;
      const says = (spoken: Locale): Card =>
        languageCard(
          language.speak(houseMessages, {
            locale: spoken,
            zone: person.zone,
            currency: organisation.currency,
          }),
        );
      const question: Delivery = {
        id: chance.id(),
        key: `language:${person.id}`,
        to: { person: person.id },
        kind: "reply",
        notBefore: null,
        standing: null,
        cards: { [known.locale]: [says(known.locale)] },
        at: clock.now(),
      };
      await stores.acts.record(null, [question]);
    },
  };
}

/** The person's own words; names of others that a mention brought along say nothing about them. */
function typedWords(incoming: UserEvent): string | null {
  if (incoming.kind !== "said" || incoming.chosen === true) return null;
  return (incoming.mentions ?? []).reduce(
    (text, { token }) => text.replaceAll(token, " "),
    incoming.text,
  );
}

/** In both languages, since that is what is asked. */
const languageCard = (t: { whichLanguage: () => ReturnType<typeof line> }): Card =>
  card({
    title: t.whichLanguage(),
    tone: "info",
    buttons: [
      button(line`中文`, speak({ locale: "zh" })),
      button(line`English`, speak({ locale: "en" })),
    ],
  });
