// A day on somebody's wall calendar: "YYYY-MM-DD", no zone, no time. Arithmetic in whole days, never through Date.
import { z } from "zod";

declare const localDateBrand: unique symbol;
export type LocalDate = string & { readonly [localDateBrand]: true };
/** 1 = Monday to 7 = Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;
/** January = 1. */
export type Month = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12;
export type Quarter = 1 | 2 | 3 | 4;

const pattern = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Days in a month (1 to 12) of the Gregorian calendar. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Does this day exist? Years 1 to 9999. */
export function dateExists(year: number, month: number, day: number): boolean {
  if (!Number.isInteger(year) || !Number.isInteger(month) || !Number.isInteger(day)) return false;
  return (
    year >= 1 &&
    year <= 9999 &&
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= daysInMonth(year, month)
  );
}

/** Is this "YYYY-MM-DD" and does the day exist? */
export function isLocalDate(text: string): text is LocalDate {
  const match = pattern.exec(text);
  return match !== null && dateExists(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** Reads "YYYY-MM-DD". Throws RangeError for another shape or a day that does not exist. */
export function localDate(text: string): LocalDate {
  if (!isLocalDate(text)) throw new RangeError(`no such date: ${text.slice(0, 20)}`);
  return text;
}

/** From numbers. Throws RangeError for a day that does not exist. */
export function dateOf(year: number, month: number, day: number): LocalDate {
  if (!dateExists(year, month, day)) throw new RangeError(`no such date: ${year}-${month}-${day}`);
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}` as LocalDate;
}

export const localDateSchema = z
  .string()
  .refine(isLocalDate, "not a date")
  .transform((text) => text as LocalDate);

export function yearOf(date: LocalDate): number {
  return Number(date.slice(0, 4));
}
/** A date has one of the twelve. */
export function monthOf(date: LocalDate): Month {
  return Number(date.slice(5, 7)) as Month;
}
/** Three months each, so there are four. */
export const quarterOf = (date: LocalDate): Quarter => Math.ceil(monthOf(date) / 3) as Quarter;
export function dayOf(date: LocalDate): number {
  return Number(date.slice(8, 10));
}

// Days since 1970-01-01, by the civil-from-days algorithms of Howard Hinnant (chrono-compatible, public domain).
export function dayNumber(date: LocalDate): number {
  const month = monthOf(date);
  const year = yearOf(date) - (month <= 2 ? 1 : 0);
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + dayOf(date) - 1;
  return (
    era * 146_097 +
    yearOfEra * 365 +
    Math.floor(yearOfEra / 4) -
    Math.floor(yearOfEra / 100) +
    dayOfYear -
    719_468
  );
}

function fromDayNumber(days: number): LocalDate {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9);
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  return dateOf(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day);
}

/** `days` later (earlier when negative). Throws RangeError past the years 1 to 9999. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return days === 0 ? date : fromDayNumber(dayNumber(date) + days);
}

/** The same day `months` later; the month's last day where that day does not exist (31 January + 1 = 28 February). */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const index = yearOf(date) * 12 + monthOf(date) - 1 + months;
  const year = Math.floor(index / 12);
  const month = index - year * 12 + 1;
  return dateOf(year, month, Math.min(dayOf(date), daysInMonth(year, month)));
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return dayNumber(to) - dayNumber(from);
}

export function weekday(date: LocalDate): Weekday {
  const index = (dayNumber(date) + 3) % 7;
  return ((index < 0 ? index + 7 : index) + 1) as Weekday;
}

/** Negative, zero or positive, for sorting. */
export function compareDates(a: LocalDate, b: LocalDate): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
export function earlier(a: LocalDate, b: LocalDate): LocalDate {
  return a <= b ? a : b;
}
export function later(a: LocalDate, b: LocalDate): LocalDate {
  return a >= b ? a : b;
}

/** The Monday of the week. */
export function startOfWeek(date: LocalDate): LocalDate {
  return addDays(date, 1 - weekday(date));
}

export function startOfMonth(date: LocalDate): LocalDate {
  return dateOf(yearOf(date), monthOf(date), 1);
}
export function endOfMonth(date: LocalDate): LocalDate {
  return dateOf(yearOf(date), monthOf(date), daysInMonth(yearOf(date), monthOf(date)));
}
