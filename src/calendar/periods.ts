// The spans goals live in: months, quarters, years of the calendar, and custom ones; and how people name them.
import {
  addDays,
  addMonths,
  dateOf,
  daysBetween,
  endOfMonth,
  isLocalDate,
  monthOf,
  startOfMonth,
  startOfWeek,
  yearOf,
  type LocalDate,
} from "./local-date.ts";

export type PeriodKind = "month" | "quarter" | "year" | "custom";
export interface Period {
  kind: PeriodKind;
  start: LocalDate;
  /** Inclusive. */
  end: LocalDate;
}
type CalendarKind = Exclude<PeriodKind, "custom">;

const months: Record<CalendarKind, number> = { month: 1, quarter: 3, year: 12 };

/** The month, quarter or year a day lies in. */
export function periodOf(kind: CalendarKind, date: LocalDate): Period {
  const length = months[kind];
  const first = Math.floor((monthOf(date) - 1) / length) * length + 1;
  const start = dateOf(yearOf(date), first, 1);
  return { kind, start, end: endOfMonth(addMonths(start, length - 1)) };
}

/** From `start` to `end`, both included. Throws RangeError when `end` is earlier. */
export function customPeriod(start: LocalDate, end: LocalDate): Period {
  if (end < start) throw new RangeError(`a period cannot end (${end}) before it starts (${start})`);
  return { kind: "custom", start, end };
}

/** How many calendar months a period covers exactly: 6 for a half year; null where it begins or ends within one. */
export function wholeMonths({ start, end }: Pick<Period, "start" | "end">): number | null {
  if (start !== startOfMonth(start) || end !== endOfMonth(end)) return null;
  return (yearOf(end) - yearOf(start)) * 12 + monthOf(end) - monthOf(start) + 1;
}

/** The one right after; a custom period is followed by one of as many months where it is whole months, else of as many days. */
export function nextPeriod(period: Period): Period {
  const start = addDays(period.end, 1);
  if (period.kind !== "custom") return periodOf(period.kind, start);
  const length = wholeMonths(period);
  if (length !== null) return customPeriod(start, endOfMonth(addMonths(start, length - 1)));
  return customPeriod(start, addDays(start, daysBetween(period.start, period.end)));
}

/** Is the day inside, ends included? */
export function inPeriod(period: Period, date: LocalDate): boolean {
  return period.start <= date && date <= period.end;
}

/** Their names as patterns, January first: in English, and as Germans write those that differ. */
const fullMonths = [
  "jan(?:uary?)?|jänner",
  "feb(?:ruary?)?",
  "mar(?:ch)?|märz?|mrz",
  "apr(?:il)?",
  "may|mai",
  "june?|juni",
  "july?|juli",
  "aug(?:ust)?",
  "sep(?:t(?:ember)?)?",
  "o[ck]t(?:ober)?",
  "nov(?:ember)?",
  "de[cz](?:ember)?",
];
/** Any of them. */
export const monthWords = fullMonths.join("|");
const monthPatterns = fullMonths.map((each) => new RegExp(`^(?:${each})$`, "i"));
const numerals = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"];
const shifts: Record<string, number> = {
  本: 0,
  这: 0,
  这个: 0,
  当: 0,
  上上: -2,
  上上个: -2,
  上: -1,
  上个: -1,
  下: 1,
  下个: 1,
  下下: 2,
  下下个: 2,
  this: 0,
  current: 0,
  last: -1,
  past: -1,
  previous: -1,
  next: 1,
  coming: 1,
};
const ordinals: Record<string, number> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  last: 4,
  "1st": 1,
  "2nd": 2,
  "3rd": 3,
  "4th": 4,
};
const kinds: Record<string, CalendarKind> = {
  月: "month",
  月份: "month",
  季度: "quarter",
  季: "quarter",
  年度: "year",
  年: "year",
  month: "month",
  quarter: "quarter",
  year: "year",
};
const years: Record<string, number> = { 今年: 0, 明年: 1, 后年: 2, 去年: -1, 本年: 0 };

const relative =
  /^(?:the )?(本|这个|这|当|上上个|上上|上个|上|下下个|下下|下个|下|this|current|last|past|previous|next|coming) ?(周|星期|礼拜|月份|月|季度|季|半年|年度|年|week|month|quarter|half(?:[- ]year)?|year)$/;
const quarter =
  /^(今年|明年|去年|后年|\d{4})?年?[ /-]?(?:q([1-4])|第?([一二三四1-4])季度?|(first|second|third|fourth|1st|2nd|3rd|4th|last) quarter(?: of)?)(?:[ /-]?(\d{4})|'(\d{2}))?$/;
const half =
  /^(今年|明年|去年|后年|\d{4})?年?[ /-]?(?:h([12])|(上|下)半年|(first|second|1st|2nd) half(?: of)?(?: the year)?)(?:[ /-]?(\d{4})|'(\d{2}))?$/;
const monthZh =
  /^(今年|明年|去年|后年|\d{4})?年? ?(1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月份?$/;
const monthEn = /^(?:month of )?([a-zäö]{3,9})\.?,? ?(\d{4})?$/;
const monthIso = /^(\d{4})[-/](0[1-9]|1[0-2])$/;
const yearText = /^(?:(今年|明年|去年|后年|本年)(?:度|全年)?|(?:year )?(\d{4})年?度?)$/;
const range = /^(\d{4}-\d{2}-\d{2}) ?(?:\.\.|到|至|~|-|to) ?(\d{4}-\d{2}-\d{2})$/;

/**
 * Reads "this quarter", "本季度", "Q4", "2026-Q4", "下半年", "11月", "November 2026", "2026-11", "今年", "next week", or two ISO dates. Without a
 * year, `lean` chooses: "future" the first that is not over by `today`, "past" the last that has begun. Null when unreadable.
 */
export function readPeriod(
  text: string,
  today: LocalDate,
  lean: "past" | "future" = "future",
): Period | null {
  const asked = text.normalize("NFKC").trim().replace(/\s+/g, " ").toLowerCase();
  if (asked.length > 40) return null;
  return (
    readRelative(asked, today) ??
    readParts(asked, today, lean) ??
    readMonth(asked, today, lean) ??
    readSpan(asked, today)
  );
}

function readRelative(asked: string, today: LocalDate): Period | null {
  const match = relative.exec(asked);
  const shift = shifts[match?.[1] ?? ""];
  const what = match?.[2] ?? "";
  if (shift === undefined) return null;
  if (/^(?:周|星期|礼拜|week)$/.test(what)) {
    const monday = addDays(startOfWeek(today), 7 * shift);
    return customPeriod(monday, addDays(monday, 6));
  }
  // 上半年 and 下半年 are the first and the second half of a year, and readParts's.
  if (/^(?:半年|half)/.test(what))
    return /^[上下]$/.test(match?.[1] ?? "")
      ? null
      : halfOf(addMonths(startOfMonth(today), 6 * shift));
  const kind = kinds[what];
  if (kind === undefined) return null;
  return periodOf(kind, addMonths(startOfMonth(today), shift * months[kind]));
}

const halfOf = (date: LocalDate): Period =>
  monthOf(date) <= 6
    ? customPeriod(dateOf(yearOf(date), 1, 1), dateOf(yearOf(date), 6, 30))
    : customPeriod(dateOf(yearOf(date), 7, 1), dateOf(yearOf(date), 12, 31));

/** 2027, or 27 behind an apostrophe. */
const yearGiven = (ahead?: string, behind?: string, short?: string): string | undefined =>
  ahead ?? behind ?? (short === undefined ? undefined : `20${short}`);

function readParts(asked: string, today: LocalDate, lean: "past" | "future"): Period | null {
  const [found, ahead, digit, named = "", word = "", behind, short] = quarter.exec(asked) ?? [];
  if (found !== undefined) {
    const index =
      Number(digit ?? "") || numerals.indexOf(named) + 1 || Number(named) || ordinals[word] || 0;
    return inYear(yearGiven(ahead, behind, short), today, lean, (year) =>
      periodOf("quarter", dateOf(year, index * 3, 1)),
    );
  }
  const halves = half.exec(asked);
  if (halves === null) return null;
  const first = halves[2] === "1" || halves[3] === "上" || ordinals[halves[4] ?? ""] === 1;
  return inYear(yearGiven(halves[1], halves[5], halves[6]), today, lean, (year) =>
    halfOf(dateOf(year, first ? 1 : 7, 1)),
  );
}

/** 1 = January, of its name in English, or as Germans write those that differ; 0 of anything else. */
export function monthNamed(name: string): number {
  return monthPatterns.findIndex((each) => each.test(name)) + 1;
}

function readMonth(asked: string, today: LocalDate, lean: "past" | "future"): Period | null {
  const iso = monthIso.exec(asked);
  const zh = monthZh.exec(asked);
  const en = monthEn.exec(asked);
  const year = iso?.[1] ?? zh?.[1] ?? en?.[2];
  const name = zh?.[2] ?? "";
  const month =
    Number(iso?.[2] ?? 0) ||
    numerals.indexOf(name) + 1 ||
    Number(name) ||
    monthNamed(en?.[1] ?? "");
  return month === 0
    ? null
    : inYear(year, today, lean, (chosen) => periodOf("month", dateOf(chosen, month, 1)));
}

function readSpan(asked: string, today: LocalDate): Period | null {
  const named = yearText.exec(asked);
  if (named !== null)
    return inYear(named[1] ?? named[2], today, "future", (year) =>
      periodOf("year", dateOf(year, 1, 1)),
    );
  const [, start, end] = range.exec(asked) ?? [];
  if (
    start === undefined ||
    end === undefined ||
    !isLocalDate(start) ||
    !isLocalDate(end) ||
    end < start
  )
    return null;
  return customPeriod(start, end);
}

function inYear(
  named: string | undefined,
  today: LocalDate,
  lean: "past" | "future",
  make: (year: number) => Period,
): Period | null {
  const thisYear = yearOf(today);
  if (named !== undefined) {
    const year = named in years ? thisYear + (years[named] ?? 0) : Number(named);
    return year >= 1900 && year <= 2200 ? make(year) : null;
  }
  const period = make(thisYear);
  if (lean === "future" && period.end < today) return make(thisYear + 1);
  if (lean === "past" && period.start > today) return make(thisYear - 1);
  return period;
}
