// Public holidays and, in China, the weekend days worked in exchange. Data by year: an unknown year says that it is unknown.
import { createRequire } from "node:module";
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

// The library's data, not its functions: those format a day in the machine's zone and read it back as UTC, so that west of
// Greenwich 2026-02-14 becomes the 13th and a make-up Saturday a day off.
interface ChineseData {
  holidays: Readonly<Record<string, string>>;
  workdays: Readonly<Record<string, string>>;
}
const load = createRequire(import.meta.url);
let notices: ChineseData | undefined;

// Years come whole, with the State Council's notice: New Year's Day and the National Day tell whether this one has come.
function chineseYear(year: number): HolidayYear | null {
  notices ??= load("chinese-days/dist/chinese-days.json") as ChineseData;
  const { holidays, workdays } = notices;
  if (![dateOf(year, 1, 1), dateOf(year, 10, 1)].every((date) => date in holidays)) return null;
  const within = (dates: Readonly<Record<string, string>>): Set<string> => new Set(Object.keys(dates).filter((date) => date.startsWith(`${year}-`)));
  return { holidays: within(holidays), workdays: within(workdays) };
}

// Loaded when first asked for: 12 MB and 130 ms that a Chinese organisation never needs.
let library: typeof Holidays | undefined;

// Which of its two builds is found depends on the conditions Node was started with.
function loadLibrary(): typeof Holidays {
  const loaded = load("date-holidays") as typeof Holidays | { default: typeof Holidays };
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
