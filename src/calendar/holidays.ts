// Public holidays and, in China, the weekend days worked in exchange. Data by year: an unknown year says that it is unknown.
import { createRequire } from "node:module";
import { getDayDetail } from "chinese-days";
import type Holidays from "date-holidays";
import { addDays, dateOf, yearOf, type LocalDate } from "./local-date.ts";

export interface HolidayCalendar {
  /** ISO 3166 country, or country and region: "CN", "SG", "DE-BY". */
  country: string;
  /** A public holiday, weekend days inside it included; a plain weekend day is none. */
  isHoliday(date: LocalDate): boolean;
  /** A weekend day that is worked (调休上班). */
  isMakeupWorkday(date: LocalDate): boolean;
  /** Is there data for this year? If not, only weekends and the overrides count. */
  knows(year: number): boolean;
}
export type HolidayOverrides = ReadonlyMap<LocalDate, "workday" | "holiday">;

interface HolidayYear {
  holidays: ReadonlySet<string>;
  workdays: ReadonlySet<string>;
}

const years = new Map<string, HolidayYear | null>();

function yearIn(country: string, year: number): HolidayYear | null {
  const key = `${country} ${year}`;
  let data = years.get(key);
  if (data === undefined) {
    data = country === "CN" ? chineseYear(year) : foreignYear(country, year);
    years.set(key, data);
  }
  return data;
}

// At noon: chinese-days turns a bare date into a moment in UTC and reads it back in the machine's zone, a day early in America.
function chineseDay(date: LocalDate): { work: boolean; named: boolean } {
  const detail = getDayDetail(`${date}T12:00:00`);
  return { work: detail.work, named: detail.name.includes(",") };
}

// chinese-days takes every weekday of a year it has no data for as a workday: New Year's Day tells whether it has any.
function chineseYear(year: number): HolidayYear | null {
  const first = dateOf(year, 1, 1);
  const national = dateOf(year, 10, 1);
  if (![first, national].every((date) => chineseDay(date).named)) return null;
  const holidays = new Set<string>();
  const workdays = new Set<string>();
  for (let date = first; yearOf(date) === year; date = addDays(date, 1)) {
    const { work, named } = chineseDay(date);
    if (named) (work ? workdays : holidays).add(date);
  }
  return { holidays, workdays };
}

// Loaded when first asked for: 12 MB and 130 ms that a Chinese organisation never needs.
let library: typeof Holidays | undefined;

// Which of its two builds is found depends on the conditions Node was started with.
function loadLibrary(): typeof Holidays {
  const loaded = createRequire(import.meta.url)("date-holidays") as typeof Holidays | { default: typeof Holidays };
  return "default" in loaded ? loaded.default : loaded;
}

function foreignYear(country: string, year: number): HolidayYear | null {
  const Calendar = (library ??= loadLibrary());
  const [nation, region] = country.split("-");
  const calendar = region === undefined ? new Calendar(nation ?? "", { types: ["public"] }) : new Calendar(nation ?? "", region, { types: ["public"] });
  const found = calendar.getHolidays(year).filter((holiday) => holiday.type === "public");
  if (found.length === 0) return null;
  const holidays = new Set<string>();
  for (const holiday of found) {
    const days = Math.max(1, Math.round((holiday.end.getTime() - holiday.start.getTime()) / 86_400_000));
    const first = holiday.date.slice(0, 10) as LocalDate;
    for (let index = 0; index < days; index += 1) holidays.add(addDays(first, index));
  }
  return { holidays, workdays: new Set() };
}

const none: HolidayOverrides = new Map();

/**
 * The calendar of a country, an admin's overrides above it. An unknown country knows no year. First use of a year costs a
 * few milliseconds, later ones a set look-up. Sources: chinese-days for CN (State Council notices), date-holidays elsewhere.
 */
export function calendarOf(country: string, overrides: HolidayOverrides = none): HolidayCalendar {
  const code = country.toUpperCase();
  return {
    country: code,
    isHoliday: (date) => {
      const override = overrides.get(date);
      if (override !== undefined) return override === "holiday";
      return yearIn(code, yearOf(date))?.holidays.has(date) ?? false;
    },
    isMakeupWorkday: (date) => {
      const override = overrides.get(date);
      if (override !== undefined) return override === "workday";
      return yearIn(code, yearOf(date))?.workdays.has(date) ?? false;
    },
    knows: (year) => yearIn(code, year) !== null,
  };
}
