// The transcript as people would read it: when by the reader's own clock and where, who to whom, and the card in plain words.
import { webMessages } from "#adapters/web/messages/index";
import type { Language } from "#src/language/catalogue";
import type { Locale } from "#src/language/text";
import type { Card } from "#src/view/card";
import type { FieldErrors, Form } from "#src/view/form";
import { plainLine } from "#src/view/line";
import { plainCard, plainForm } from "#src/view/plain";

/** Somebody in the transcript. */
export interface Reader {
  readonly name: string;
  readonly locale: Locale;
  readonly zone: string;
}

export interface Paper {
  scene(title: string): void;
  says(now: Date, who: Reader, to: string, words: string): void;
  does(words: string): void;
  cards(now: Date, from: string, to: Reader, cards: readonly Card[]): void;
  /** What answers at once, right below what was done. */
  card(card: Card): void;
  form(form: Form): void;
  /** A form that was shown in full before: its title only. */
  formAgain(form: Form): void;
  errors(errors: FieldErrors): void;
}

export function createPaper(language: Language, write: (text: string) => void): Paper {
  const indented = (text: string, mark = "    "): string =>
    text
      .split("\n")
      .map((line) => `${mark}${line}`.trimEnd())
      .join("\n");
  const head = (now: Date, { locale, zone }: Reader, words: string): void => {
    const t = language.speak(webMessages, { locale, zone, currency: "CNY" });
    write(`\n${t.moment(now)} ${t.city(zone)}   ${words}\n`);
  };
  const block = (text: string): void => write(`${indented(text)}\n`);
  return {
    scene: (title) => write(`\n\n== ${title} ==\n`),
    says(now, who, to, words) {
      head(now, who, `${who.name} → ${to}`);
      block(words);
    },
    does: (words) => block(words),
    cards(now, from, to, cards) {
      head(now, to, `${from} → ${to.name}`);
      block(cards.map(plainCard).join("\n\n"));
    },
    card: (card) => write(`${indented(plainCard(card), "    │ ")}\n`),
    form: (form) => write(`${indented(plainForm(form))}\n`),
    formAgain: (form) => write(`${indented(`┌ ${plainLine(form.title)} …`)}\n`),
    errors: (errors) => {
      for (const [field, line] of Object.entries(errors))
        write(`${indented(`${field}: ${plainLine(line)}`, "    ! ")}\n`);
    },
  };
}
