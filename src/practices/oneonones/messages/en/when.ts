// When a talk is, in words.
import { localDateAt } from "#src/calendar/zones";
import type { Formatter } from "#src/language/format";

/** On the reader's clock, without the year: never further than a few months. */
export const whenOf = (at: Date, f: Formatter): string =>
  `${f.date(localDateAt(at, f.zone))}, ${f.time(at)}`;
