// What is said outside of any act when somebody is erased, in both languages.
import type { Language } from "#src/language/catalogue";
import type { Card } from "#src/view/card";
import { en, type PrivacyMessages } from "../messages/en.ts";
import { zh } from "../messages/zh.ts";
import { emptyCard, goneCard } from "./erase-cards.ts";
import type { ErasePorts } from "../work-parts.ts";

const messages = { en, zh };

export function erasingWords(language: Language): Pick<ErasePorts, "emptied" | "gone"> {
  // Neither names an amount or a time.
  const inBoth = (say: (t: PrivacyMessages) => Card) => {
    const of = (locale: "zh" | "en"): Card =>
      say(language.speak(messages, { locale, zone: "UTC", currency: "" }));
    return { zh: of("zh"), en: of("en") };
  };
  return { emptied: inBoth(emptyCard), gone: inBoth(goneCard) };
}
