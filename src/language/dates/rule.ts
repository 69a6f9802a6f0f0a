// How one kind of date phrase is declared: its words, and what they mean seen from today.
import {
  addDays,
  addMonths,
  dateExists,
  dateOf,
  daysInMonth,
  endOfMonth,
  isLocalDate,
  monthOf,
  startOfMonth,
  weekday,
  yearOf,
  type LocalDate,
} from "#src/calendar/local-date";
import { periodOf } from "#src/calendar/periods";
import type { WorkCalendar } from "#src/calendar/workdays";

/** Where the reader of a date stands. */
export interface Around {
  /** In the person's zone. */
  today: LocalDate;
  /** "past" for what was done (the most recent such day), "future" for what is due (the next one, today included). */
  lean: "past" | "future";
  /** Weeks start on Monday; nothing else is offered. */
  weekStart?: 1;
  /** For "3 working days"; Monday to Friday without it. */
  calendar?: WorkCalendar;
  /** 3/4 is March 4. Without it, so it is beside Chinese characters only; elsewhere 3/4 is ambiguous. */
  monthFirst?: boolean;
}
export type ProblemKind = "not-a-date" | "does-not-exist" | "ambiguous";
/** A day, why it is none, or null: these words are no date after all. */
export type Reading = LocalDate | Exclude<ProblemKind, "not-a-date"> | null;

export interface PhraseContext extends Around {
  /** A connective (by, until, 前) says that a date is meant, or the whole text must be one. */
  linked: boolean;
  /** What stands right after the phrase, a few characters. */
  after: string;
  /** Does the text hold Chinese characters? */
  chinese: boolean;
}
export type Groups = Readonly<Record<string, string | undefined>>;

export interface Rule {
  /** Finds the phrase in a line, connective included. */
  find: RegExp;
  /** The same words as a whole text. */
  whole: RegExp;
  read(groups: Groups, context: PhraseContext): Reading;
}

const lead =
  "(?<lead>(?<![a-z])(?:due )?(?:by|before|until|till?|on|due|since|from|starting|beginning|bis(?: zum)?|am|vom|ab)(?: the)? |(?:截止到|截止|截至|直到|不晚于|到|至|在|于|从|自) ?)?";
const clockZh =
  "(?: ?(?:凌晨|早上|上午|中午|下午|傍晚|晚上)(?: ?\\d{1,2}(?::\\d{2}|点半?(?:\\d{1,2}分)?))?| ?\\d{1,2}(?::\\d{2}|点半?)(?!\\d))?";
const clockEn =
  "(?:,? (?:at )?(?:\\d{1,2}(?::\\d{2})? ?[ap]m|\\d{1,2}:\\d{2})(?![a-z0-9])| (?:morning|afternoon|evening|noon)(?![a-z]))?";
const trail = "(?<trail> ?(?:之前|以前|为止|前(?![台端景往后途辈])|止))?";

/**
 * A rule of these words, in any case. A connective before (by, until, 到), a time of day and a connective after (前) belong to the
 * phrase, so that a caller can cut all of it; the time itself is not kept.
 */
export function rule(words: string, read: Rule["read"]): Rule {
  const source = `${lead}(?:${words})${clockZh}${clockEn}${trail}`;
  return { find: new RegExp(source, "gi"), whole: new RegExp(`^(?:${source})$`, "i"), read };
}

/** A month and a day without a year, by lean. */
export function nearestMonthDay(month: number, day: number, { today, lean }: Around): Reading {
  if (month < 1 || month > 12 || day < 1 || day > 31) return "does-not-exist";
  const text = `-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  const thisYear = `${today.slice(0, 4)}${text}`;
  return existing(yearOf(today) + yearsAway(thisYear, today, lean), month, day);
}

/** Whether what this year holds still lies ahead, or is over: by lean it is then last year's or next year's. */
function yearsAway(thisYear: string, today: LocalDate, lean: Around["lean"]): -1 | 0 | 1 {
  if (lean === "past") return thisYear > today ? -1 : 0;
  return thisYear < today ? 1 : 0;
}

export function existing(year: number, month: number, day: number): Reading {
  return dateExists(year, month, day) ? dateOf(year, month, day) : "does-not-exist";
}

/** A day of the month that is `shift` months from today's; without a shift the nearest one, by lean. */
export function dayOfMonth(
  day: number,
  shift: number | undefined,
  { today, lean }: Around,
): Reading {
  if (day < 1 || day > 31) return null;
  let month = startOfMonth(today);
  if (shift !== undefined) month = addMonths(month, shift);
  else if (lean === "future" && day < Number(today.slice(8))) month = addMonths(month, 1);
  else if (lean === "past" && day > Number(today.slice(8))) month = addMonths(month, -1);
  return day <= daysInMonth(yearOf(month), monthOf(month))
    ? addDays(month, day - 1)
    : "does-not-exist";
}

/** A weekday, 1 = Monday: of the week `shift` weeks from this one; without a shift the nearest one, by lean. */
export function dayOfWeek(
  day: number,
  shift: number | undefined,
  { today, lean }: Around,
): LocalDate {
  const distance = day - weekday(today);
  if (shift !== undefined) return addDays(today, distance + 7 * shift);
  if (lean === "future") return addDays(today, (distance + 7) % 7);
  return addDays(today, -((7 - distance) % 7));
}

/** The last day of the month, quarter or year that is `shift` of them from today's. */
export function endOf(
  kind: "month" | "quarter" | "year",
  shift: number,
  today: LocalDate,
): LocalDate {
  const months = { month: 1, quarter: 3, year: 12 }[kind] * shift;
  return kind === "month"
    ? endOfMonth(addMonths(startOfMonth(today), months))
    : periodOf(kind, addMonths(startOfMonth(today), months)).end;
}

const weekdaysOnly: WorkCalendar = { isWorkday: (date) => weekday(date) <= 5 };

/** `count` days, weeks, months, years or workdays from today. Null when that is further than ten years. */
export function fromToday(
  count: number,
  unit: "day" | "week" | "month" | "year" | "workday",
  around: Around,
): Reading {
  const days = { day: 1, week: 7, month: 31, year: 366, workday: 2 }[unit] * Math.abs(count);
  if (!Number.isInteger(count) || days > 3660) return null;
  switch (unit) {
    case "day":
    case "week":
      return addDays(around.today, unit === "week" ? count * 7 : count);
    case "month":
    case "year":
      return addMonths(around.today, unit === "year" ? count * 12 : count);
    case "workday":
      return workdaysFrom(around.today, count, around.calendar ?? weekdaysOnly);
  }
}

function workdaysFrom(today: LocalDate, count: number, calendar: WorkCalendar): LocalDate | null {
  let date = today;
  const direction = count < 0 ? -1 : 1;
  // Bounded: a calendar may have no workdays left.
  for (let left = Math.abs(count), tried = 0; left > 0; tried += 1) {
    if (tried > 3660) return null;
    date = addDays(date, direction);
    if (calendar.isWorkday(date)) left -= 1;
  }
  return date;
}

/** When the phrase names a weekday too, it must be that day's. */
export function agreeing(reading: Reading, named: number | undefined): Reading {
  return named === undefined ||
    reading === null ||
    !isLocalDate(reading) ||
    weekday(reading) === named
    ? reading
    : "ambiguous";
}
