// The days somebody works: workweek, public holidays, make-up days, an admin's overrides, the person's own leave.
import { calendarOf, type HolidayOverrides } from "./holidays.ts";
import {
  addDays,
  dateOf,
  dayNumber,
  daysBetween,
  weekday,
  yearOf,
  type LocalDate,
} from "./local-date.ts";

/** Never changes its answers: counts are cached per calendar. */
export interface WorkCalendar {
  isWorkday(date: LocalDate): boolean;
}
/** A work calendar that also says for which years its holidays are known. */
export interface PersonCalendar extends WorkCalendar {
  knows(year: number): boolean;
}
export interface Leave {
  from: LocalDate;
  /** Inclusive. */
  to: LocalDate;
}

export const covers = (leave: Leave, date: LocalDate): boolean =>
  leave.from <= date && date <= leave.to;

export interface WorkCalendarOptions {
  country: string;
  /** 1 = Monday to 7 = Sunday; [1, 2, 3, 4, 5] when left out. */
  workweek?: readonly number[];
  overrides?: HolidayOverrides;
  /** Years an admin says are whole. */
  confirmed?: readonly number[];
  leave?: readonly Leave[];
}

/** Leave wins over everything, then overrides, then make-up days and holidays, then the workweek. */
export function createWorkCalendar(options: WorkCalendarOptions): PersonCalendar {
  const key = JSON.stringify([
    options.country,
    options.workweek ?? null,
    [...(options.overrides ?? none)],
    options.confirmed ?? [],
    options.leave ?? [],
  ]);
  const made = calendars.get(key) ?? makeWorkCalendar(options);
  // Bounded, so that a thousand people on leave do not stay in memory.
  if (calendars.size > 500) calendars.clear();
  calendars.set(key, made);
  return made;
}

// The same for everybody of one country and workweek: its counts are then made once and not once an act.
const calendars = new Map<string, PersonCalendar>();
const none: HolidayOverrides = new Map();

function makeWorkCalendar(options: WorkCalendarOptions): PersonCalendar {
  const holidays = calendarOf(options.country, options.overrides, options.confirmed);
  const workweek = new Set(options.workweek ?? [1, 2, 3, 4, 5]);
  const leave = options.leave ?? [];
  const known = new Map<LocalDate, boolean>();

  function decide(date: LocalDate): boolean {
    if (leave.some((each) => covers(each, date))) return false;
    if (holidays.isMakeupWorkday(date)) return true;
    return workweek.has(weekday(date)) && !holidays.isHoliday(date);
  }

  return {
    isWorkday(date) {
      let works = known.get(date);
      if (works === undefined) known.set(date, (works = decide(date)));
      return works;
    },
    knows: (year) => holidays.knows(year),
  };
}

// Running counts per calendar and year, so that a quarter costs two look-ups: counts[n] = workdays among the first n days.
const counts = new WeakMap<WorkCalendar, Map<number, Uint16Array>>();

function countsOf(calendar: WorkCalendar, year: number): Uint16Array {
  let byYear = counts.get(calendar);
  if (byYear === undefined) counts.set(calendar, (byYear = new Map()));
  let running = byYear.get(year);
  if (running === undefined) {
    const first = dateOf(year, 1, 1);
    const days = daysBetween(first, dateOf(year, 12, 31)) + 1;
    running = new Uint16Array(days + 1);
    for (let index = 0; index < days; index += 1) {
      running[index + 1] =
        (running[index] ?? 0) + (calendar.isWorkday(addDays(first, index)) ? 1 : 0);
    }
    byYear.set(year, running);
  }
  return running;
}

// Workdays from 1 January up to and with `date`.
function countInYear(calendar: WorkCalendar, date: LocalDate): number {
  const year = yearOf(date);
  return countsOf(calendar, year)[dayNumber(date) - dayNumber(dateOf(year, 1, 1)) + 1] ?? 0;
}

/** Workdays from `from` to `to`, both included; 0 when `to` is earlier. */
export function workdaysBetween(calendar: WorkCalendar, from: LocalDate, to: LocalDate): number {
  if (to < from) return 0;
  let total =
    countInYear(calendar, to) - countInYear(calendar, from) + (calendar.isWorkday(from) ? 1 : 0);
  for (let year = yearOf(from); year < yearOf(to); year += 1)
    total += countsOf(calendar, year).at(-1) ?? 0;
  return total;
}

/** The years from one day to another whose holidays are not all known: what is counted across them may change. */
export function openYears(
  calendar: Pick<PersonCalendar, "knows">,
  from: LocalDate,
  to: LocalDate,
): readonly number[] {
  const years: number[] = [];
  for (let year = yearOf(from); year <= yearOf(to); year += 1)
    if (!calendar.knows(year)) years.push(year);
  return years;
}

// A year and a half without a workday is a mistake in the settings, not a holiday.
const patience = 550;

function step(calendar: WorkCalendar, from: LocalDate, direction: 1 | -1): LocalDate {
  for (let days = 1; days <= patience; days += 1) {
    const date = addDays(from, days * direction);
    if (calendar.isWorkday(date)) return date;
  }
  throw new RangeError(`no workday within ${patience} days of ${from}`);
}

/** The first workday after `date`. Throws RangeError when there is none within 550 days. */
export function nextWorkday(calendar: WorkCalendar, date: LocalDate): LocalDate {
  return step(calendar, date, 1);
}

/** The `count`-th workday after `date` (before it, when negative); `date` itself for 0. Throws like nextWorkday. */
export function addWorkdays(calendar: WorkCalendar, date: LocalDate, count: number): LocalDate {
  let reached = date;
  for (let left = Math.abs(count); left > 0; left -= 1)
    reached = step(calendar, reached, count < 0 ? -1 : 1);
  return reached;
}
