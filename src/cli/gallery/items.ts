// Every view that the practices give as a sample, in both languages.
import { wordsOf } from "#src/bot/declare/practice";
import type { Language } from "#src/language/catalogue";
import type { Locale } from "#src/language/text";
import { practices } from "#src/practices/index";
import type { Card } from "#src/view/card";
import type { Form } from "#src/view/form";

export interface GalleryItem {
  readonly practice: string;
  readonly name: string;
  readonly views: Readonly<Record<Locale, Card | Form>>;
}

export const galleryItems = (language: Language): readonly GalleryItem[] =>
  practices.flatMap((practice) =>
    practice.samples.map((sample) => {
      const view = (locale: Locale) =>
        sample.view(
          wordsOf(practice, language, { locale, zone: "Asia/Shanghai", currency: "CNY" }),
        );
      return {
        practice: practice.name,
        name: sample.name,
        views: { zh: view("zh"), en: view("en") },
      };
    }),
  );
