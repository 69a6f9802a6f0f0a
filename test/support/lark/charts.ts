// Every chart that goes to Lark, as its card has it.
import { renderCards } from "#adapters/lark/render/card";
import type { ChartJson } from "#adapters/lark/render/card-json";
import { wordsIn } from "#adapters/lark/messages/index";
import { wordsOf } from "#src/bot/declare/practice";
import { createLanguage } from "#src/language/catalogue";
import type { Locale } from "#src/language/text";
import { practices } from "#src/practices/index";
import type { Card } from "#src/view/card";

const stamp = { rendering: "0193aaaa-0000-7000-8000-000000000001", group: false };

export const chartsIn = (made: Card, locale: Locale): readonly ChartJson[] =>
  renderCards([made], stamp, wordsIn(locale)).body.elements.filter(
    (each): each is ChartJson => each.tag === "chart",
  );

/** Those of the samples of all practices, each with where it is from. */
export function chartsOfPractices(
  locale: Locale,
): readonly { readonly name: string; readonly drawn: ChartJson }[] {
  const language = createLanguage();
  const reader = { locale, zone: "Asia/Shanghai", currency: "CNY" };
  return practices.flatMap((practice) =>
    practice.samples.flatMap(({ name, view }) => {
      const made = view(wordsOf(practice, language, reader));
      return "fields" in made
        ? []
        : chartsIn(made, locale).map((drawn) => ({ name: `${practice.name}: ${name}`, drawn }));
    }),
  );
}
