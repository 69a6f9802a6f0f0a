// The catalogue of sentences: zh is typed by en, so a missing sentence or a wrong parameter does not compile.
// Every sentence is a function returning a Line and may use the reader's formatter for numbers and dates.
import { createFormatter, type Formatter } from "./format.ts";
import { locales, type Locale } from "./text.ts";

/** Whoever reads: decides the words, the way numbers look and which day "today" is. */
export interface Reader {
  readonly locale: Locale;
  /** IANA name. */
  readonly zone: string;
  /** ISO 4217: the currency that needs no sign for this reader. */
  readonly currency: string;
}

export interface Catalogue<Messages> {
  readonly en: (format: Formatter) => Messages;
  readonly zh: (format: Formatter) => Messages;
}

/** How sentences are found for a reader. Tests put a pseudo-locale in its place. */
export interface Language {
  speak<Messages>(catalogue: Catalogue<Messages>, reader: Reader): Messages;
}

export function createLanguage(): Language {
  const formatters = new Map<string, Formatter>();
  const spoken = new WeakMap<Formatter, Map<unknown, unknown>>();
  const formatterOf = (reader: Reader): Formatter => {
    const key = `${reader.locale}|${reader.zone}|${reader.currency}`;
    const known = formatters.get(key) ?? createFormatter(reader);
    formatters.set(key, known);
    return known;
  };
  return {
    speak<Messages>(catalogue: Catalogue<Messages>, reader: Reader): Messages {
      const format = formatterOf(reader);
      const known = spoken.get(format) ?? new Map<unknown, unknown>();
      spoken.set(format, known);
      const messages = known.get(catalogue) ?? catalogue[reader.locale](format);
      known.set(catalogue, messages);
      return messages as Messages;
    },
  };
}

/** The same thing said in both languages, for a delivery whose reader is chosen when it is sent. */
export type Both<T> = Readonly<Record<Locale, T>>;

export function inBoth<T>(say: (locale: Locale) => T): Both<T> {
  const [zh, en] = locales.map(say) as [T, T];
  return { zh, en };
}
