// Numbers, days and lists as a reader of one language expects them. Amounts are exact unless the method says "about".
import { addDays, dayOf, monthOf, weekday, yearOf, type LocalDate } from "#src/calendar/local-date";
import { localDateAt, localTimeAt } from "#src/calendar/zones";
import { decimal, roundTo, toText, type Decimal } from "./decimal.ts";
import { signOf } from "./amount/money-signs.ts";
import { beforeName } from "./lists.ts";
import type { Locale } from "./text.ts";
import type { Unit } from "./units.ts";
export type { Unit } from "./units.ts";

export interface FormatterOptions {
  readonly locale: Locale;
  /** IANA name. */
  readonly zone: string;
  /** ISO 4217: the organisation's own currency; CNY then carries no sign in Chinese. */
  readonly currency: string;
}

export interface Formatter {
  readonly locale: Locale;
  readonly zone: string;
  readonly currency: string;
  /** Exact, digits grouped: "1,234,567.5". */
  number(value: Decimal): string;
  /** Exact, in the reader's habit: 12万, S$12k; all digits where the short form would lose one. */
  amount(value: Decimal, unit: Unit): string;
  /** Three significant digits, in the same habit: 1.66万, 16.6k. */
  about(value: Decimal, unit: Unit): string;
  /** A share (0.52) as "52 %" or 52%, rounded half up to `places` decimals. */
  percent(share: Decimal, places?: 0 | 1): string;
  /** "Tue 10 Nov", "11月10日（周二）"; with the year when `today` is given and in another year. */
  date(date: LocalDate, today?: LocalDate): string;
  /** "Tue 10 Nov 2026", "2026年11月10日（周二）". */
  dateLong(date: LocalDate): string;
  /** Without its weekday and year, where there is little room: 11 Nov, 11月11日. */
  dayOfMonth(date: LocalDate): string;
  /** "10:02" on the reader's clock. */
  time(instant: Date): string;
  /** "Wed 11 Nov 2026, 10:00", "2026年11月11日（周三）10:00". */
  dateTime(instant: Date): string;
  /** "today", "yesterday", "tomorrow", else as `date`. */
  day(date: LocalDate, today: LocalDate): string;
  /** "a, b and c", "a、b、c". */
  list(items: readonly string[]): string;
  /** "1 day", "3 days", "3 天". */
  days(count: number): string;
}

const nbsp = "\u00A0";
const weekdaysEn = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const weekdaysZh = ["周一", "周二", "周三", "周四", "周五", "周六", "周日"];
const monthsEn = [
  "Jan",
  "Feb",
  "Mar",
  "Apr",
  "May",
  "Jun",
  "Jul",
  "Aug",
  "Sep",
  "Oct",
  "Nov",
  "Dec",
];

// On the digits themselves: Intl.NumberFormat would go through a float.
function grouped(value: Decimal): string {
  const [whole = "0", fraction] = toText(value.abs()).split(".");
  const digits = whole.replace(/\B(?=(?:\d{3})+$)/g, ",");
  return fraction === undefined ? digits : `${digits}.${fraction}`;
}

interface Scale {
  power: Decimal;
  word: string;
  /** Decimals the short form may have and still be read at a glance. */
  places: number;
}
const scales: Record<Locale, readonly Scale[]> = {
  zh: [
    { power: decimal("100000000"), word: "亿", places: 4 },
    { power: decimal("10000"), word: "万", places: 4 },
  ],
  en: [
    { power: decimal("1000000000"), word: "B", places: 3 },
    { power: decimal("1000000"), word: "M", places: 3 },
    { power: decimal("10000"), word: "k", places: 3 },
    // 1,234 is shorter than 1.234k; 3k and 1.5k are shorter still.
    { power: decimal("1000"), word: "k", places: 1 },
  ],
};
const thousand = decimal("1000");

// Size without its sign. `exact` keeps every digit; otherwise the value was rounded already and the largest scale is taken.
// 120,965,000 is no short 亿 but 12,096.5万: in Chinese a smaller scale still reads better than all digits.
function sized(size: Decimal, locale: Locale, exact: boolean): string {
  const fitting = scales[locale].filter(({ power }) => size.gte(power));
  for (const [i, scale] of (locale === "zh" ? fitting : fitting.slice(0, 1)).entries()) {
    const short = size.div(scale.word === "k" ? thousand : scale.power);
    const places = i === 0 ? scale.places : 2;
    const shown = roundTo(short, exact ? places : 3);
    if (shown.eq(short)) return `${grouped(shown)}${scale.word}`;
  }
  return grouped(size);
}

function toThreeDigits(value: Decimal): Decimal {
  return roundTo(value, 2 - value.e);
}

function amountText(value: Decimal, unit: Unit, options: FormatterOptions, exact: boolean): string {
  const minus = value.lt("0") ? "-" : "";
  if (unit.kind === "percent")
    return `${minus}${grouped(value)}${options.locale === "en" ? nbsp : ""}%`;
  const size = sized(value.abs(), options.locale, exact);
  if (unit.kind === "money") return `${minus}${signOf(unit.currency, options)}${size}`;
  return `${minus}${size}${options.locale === "zh" ? (unit.counter ?? "") : ""}`;
}

function englishDate(date: LocalDate, withYear: boolean): string {
  const text = `${weekdaysEn[weekday(date) - 1]} ${dayOf(date)} ${monthsEn[monthOf(date) - 1]}`;
  return withYear ? `${text} ${yearOf(date)}` : text;
}

function chineseDate(date: LocalDate, withYear: boolean): string {
  const text = `${monthOf(date)}月${dayOf(date)}日（${weekdaysZh[weekday(date) - 1]}）`;
  return withYear ? `${yearOf(date)}年${text}` : text;
}

const dayWords = { en: ["yesterday", "today", "tomorrow"], zh: ["昨天", "今天", "明天"] };

/** A formatter for one reader; keep it, it has no state. Throws RangeError (on the first time asked) for an unknown zone. */
export function createFormatter(options: FormatterOptions): Formatter {
  const { locale, zone, currency } = options;
  const dated = locale === "en" ? englishDate : chineseDate;
  const date = (day: LocalDate, today?: LocalDate): string =>
    dated(day, today !== undefined && yearOf(day) !== yearOf(today));
  return {
    locale,
    zone,
    currency,
    number: (value) => `${value.lt("0") ? "-" : ""}${grouped(value)}`,
    amount: (value, unit) => amountText(value, unit, options, true),
    about: (value, unit) => amountText(toThreeDigits(value), unit, options, false),
    percent(share, places = 0) {
      const rounded = roundTo(share.times("100"), places);
      const [whole = "0", fraction = ""] = grouped(rounded).split(".");
      const digits = places === 0 ? whole : `${whole}.${fraction.padEnd(places, "0")}`;
      return `${rounded.lt("0") ? "-" : ""}${digits}${locale === "en" ? nbsp : ""}%`;
    },
    date,
    dateLong: (day) => dated(day, true),
    dayOfMonth: (day) =>
      locale === "en"
        ? `${dayOf(day)} ${monthsEn[monthOf(day) - 1]}`
        : `${monthOf(day)}月${dayOf(day)}日`,
    time: (instant) => localTimeAt(instant, zone),
    dateTime: (instant) =>
      `${dated(localDateAt(instant, zone), true)}${locale === "en" ? ", " : ""}${localTimeAt(instant, zone)}`,
    day(day, today) {
      const near = [-1, 0, 1].findIndex((shift) => addDays(today, shift) === day);
      return dayWords[locale][near] ?? date(day, today);
    },
    list: (items) => items.map((each, i) => beforeName(i, items.length, locale) + each).join(""),
    days: (count) => (locale === "zh" ? `${count} 天` : `${count} ${count === 1 ? "day" : "days"}`),
  };
}
