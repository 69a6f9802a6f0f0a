// Dates and times of the page's frame, in a persona's own zone and language.
import { localDate, type LocalDate } from "#src/calendar/local-date";
import type { Locale } from "#src/language/text";

const tags = { en: "en-GB", zh: "zh-CN" } as const;

export function dayAt(instant: Date, zone: string): LocalDate {
  return localDate(new Intl.DateTimeFormat("sv-SE", { timeZone: zone }).format(instant));
}

export function timeOf(instant: Date, zone: string): string {
  return new Intl.DateTimeFormat("en-GB", { timeZone: zone, hour: "2-digit", minute: "2-digit" }).format(instant);
}

/** "Wednesday 11 November", 11月11日 星期三. */
export function dayName(instant: Date, zone: string, locale: Locale): string {
  return parts(instant, zone, locale, { weekday: "long", day: "numeric", month: "long" });
}

/** "Wed 11 Nov 2026, 10:00", 2026年11月11日 周三 10:00. */
export function momentOf(instant: Date, zone: string, locale: Locale): string {
  const day = parts(instant, zone, locale, { weekday: "short", day: "numeric", month: "short", year: "numeric" });
  return `${day}${locale === "zh" ? " " : ", "}${timeOf(instant, zone)}`;
}

/** Composed by hand, since the order and the commas of a style differ between versions of ICU. */
function parts(instant: Date, zone: string, locale: Locale, options: Intl.DateTimeFormatOptions): string {
  const found = new Map(new Intl.DateTimeFormat(tags[locale], { timeZone: zone, ...options }).formatToParts(instant).map((part) => [part.type, part.value]));
  const [weekday, day, month, year] = (["weekday", "day", "month", "year"] as const).map((type) => found.get(type));
  if (locale === "en") return [weekday, day, month, year].filter((each) => each !== undefined).join(" ");
  const monthName = month?.endsWith("月") ? month : `${month}月`;
  return `${year === undefined ? "" : `${year}年`}${monthName}${day}日 ${weekday}`;
}
