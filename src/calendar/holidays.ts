// Public holidays and, in China, the weekend days worked in exchange. Data by year: an unknown year says that it is unknown.
import { createRequire } from "node:module";
import { publicHolidays } from "./data/holiday-data.ts";
import { addDays, dateOf, localDate, yearOf, type LocalDate } from "./local-date.ts";

export interface HolidayCalendar {
  /** ISO 3166 country, or country and region: "CN", "SG", "DE-BY". */
  country: string;
  /** A public holiday, weekend days inside it included; a plain weekend day is none. */
  isHoliday(date: LocalDate): boolean;
  /** A weekend day that is worked (调休上班). */
  isMakeupWorkday(date: LocalDate): boolean;
  /**
   * Whether the year is whole: its list has come, or an admin said so. Before that its fixed and computed days count, where there are
   * some, and whatever depends on it says that it is not confirmed.
   */
  knows(year: number): boolean;
  /** Whether any of its public holidays are known. */
  hasDays(year: number): boolean;
}
export type HolidayOverrides = ReadonlyMap<LocalDate, "workday" | "holiday">;

interface HolidayYear {
  /** No list is still to come for it. */
  readonly whole: boolean;
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

// Years come whole, with the State Council's notice in the autumn before: New Year's Day and the National Day tell whether this one has come.
function chineseYear(year: number): HolidayYear | null {
  notices ??= load("chinese-days/dist/chinese-days.json") as ChineseData;
  const { holidays, workdays } = notices;
  if (![dateOf(year, 1, 1), dateOf(year, 10, 1)].every((date) => date in holidays))
    return statutoryYear(year);
  const within = (dates: Readonly<Record<string, string>>): Set<string> =>
    new Set(Object.keys(dates).filter((date) => date.startsWith(`${year}-`)));
  return { whole: true, holidays: within(holidays), workdays: within(workdays) };
}

/** Days on which only some people are off for half a day: women, the young, children, soldiers. */
const halfDays = ["03-08", "05-04", "06-01", "08-01"];

/**
 * What is certain before the notice: the days off by law for everybody (全国年节及纪念日放假办法, as of 2025): New Year, Spring Festival
 * from its eve to its third day, Qingming, 1 and 2 May, Dragon Boat, Mid-Autumn, 1 to 3 October. Which days are swapped for longer
 * holidays nobody knows yet.
 */
function statutoryYear(year: number): HolidayYear | null {
  const listed = daysIn(lineOf("CN", year) ?? "", year);
  if (listed.length === 0) return null;
  const holidays = listed.filter((date) => !halfDays.includes(date.slice(5)));
  const thirdDay = holidays.findLast((date) => date > `${year}-01-02` && date < `${year}-03-01`);
  return {
    whole: false,
    holidays: new Set([
      ...holidays,
      ...(thirdDay === undefined ? [] : [addDays(localDate(thirdDay), 1)]),
      dateOf(year, 5, 2),
    ]),
    workdays: new Set(),
  };
}

/** The days a line of the data names, each with that sign before it. */
const daysIn = (line: string, year: number, sign = ""): string[] =>
  line
    .split(" ")
    .filter((word) => word !== "" && word.slice(0, -4) === sign)
    .map((word) => `${year}-${word.slice(-4, -2)}-${word.slice(-2)}`);

function lineOf(place: string, year: number): string | null {
  const begins = `\n${place} ${year}`;
  const at = publicHolidays.indexOf(begins);
  return at < 0
    ? null
    : publicHolidays.slice(at + begins.length, publicHolidays.indexOf("\n", at + 1));
}

/** A country's part with holidays of its own: "DE-BY". */
export const isHolidayRegion = (code: string): boolean =>
  /^[A-Z]{2}-[A-Z0-9]{1,3}$/.test(code) && publicHolidays.includes(`\n${code} `);

function foreignYear(country: string, year: number): HolidayYear | null {
  const [nation = "", region] = country.split("-");
  const holidays = new Set(daysIn(lineOf(nation, year) ?? "", year));
  if (region !== undefined) {
    const differs = lineOf(country, year) ?? "";
    for (const more of daysIn(differs, year, "+")) holidays.add(more);
    for (const less of daysIn(differs, year, "-")) holidays.delete(less);
  }
  return holidays.size === 0 ? null : { whole: true, holidays, workdays: new Set() };
}

const none: HolidayOverrides = new Map();

/**
 * The calendar of a country, an admin's overrides above it, and the years an admin confirmed. An unknown country knows no year. First use of a year costs a
 * few milliseconds, later ones a set look-up. Sources: chinese-days for CN (State Council notices), holiday-data.ts elsewhere.
 */
export function calendarOf(
  country: string,
  overrides: HolidayOverrides = none,
  confirmed: readonly number[] = [],
): HolidayCalendar {
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
    knows: (year) => confirmed.includes(year) || yearIn(code, year)?.whole === true,
    hasDays: (year) => yearIn(code, year) !== null,
  };
}
