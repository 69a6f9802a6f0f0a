// Which years are not whole for whom, what is known of them, and runs of days. Pure.
import { calendarOf, type HolidayCalendar } from "#src/calendar/holidays";
import {
  addDays,
  compareDates,
  dateOf,
  daysBetween,
  type LocalDate,
} from "#src/calendar/local-date";
import {
  ownOf,
  yearsInSight,
  type ConfirmedYear,
  type DayKind,
  type OwnDay,
  type OwnDays,
} from "#src/calendar/own-days";
import { unknownCountry } from "#src/calendar/countries";
import type { Person } from "#src/people/person";

export type OpenYear = ConfirmedYear;

/** Days behind each other that are alike. */
export interface DayRun {
  readonly from: LocalDate;
  /** Inclusive. */
  readonly to: LocalDate;
  readonly kind: DayKind;
}

/** The countries whose days count for somebody here. */
export const countriesOf = (people: readonly Pick<Person, "country">[]): readonly string[] =>
  [...new Set(people.map((each) => each.country.slice(0, 2)))]
    .filter((each) => each !== unknownCountry)
    .toSorted();

/** An admin's days above those of the country. */
export function calendarWith(own: OwnDays, country: string): HolidayCalendar {
  const { overrides, confirmed } = ownOf(own, country);
  return calendarOf(country, overrides, confirmed);
}

/** The years in sight that are not whole in a country somebody here works in. */
export const openCalendars = (
  people: readonly Pick<Person, "country">[],
  own: OwnDays,
  today: LocalDate,
): readonly OpenYear[] =>
  countriesOf(people).flatMap((country) =>
    yearsInSight(today)
      .filter((year) => !calendarWith(own, country).knows(year))
      .map((year) => ({ country, year })),
  );

/** What is free, and what is worked in exchange, from one day to another. */
export function runsBetween(
  calendar: HolidayCalendar,
  from: LocalDate,
  to: LocalDate,
): readonly DayRun[] {
  const days: OwnDay[] = [];
  for (let date = from; compareDates(date, to) <= 0; date = addDays(date, 1)) {
    if (calendar.isMakeupWorkday(date)) days.push({ date, kind: "workday", country: null });
    else if (calendar.isHoliday(date)) days.push({ date, kind: "holiday", country: null });
  }
  return runsOf(days);
}

export const runsInYear = (calendar: HolidayCalendar, year: number): readonly DayRun[] =>
  runsBetween(calendar, dateOf(year, 1, 1), dateOf(year, 12, 31));

export function runsOf(days: readonly Pick<OwnDay, "date" | "kind">[]): readonly DayRun[] {
  const runs: DayRun[] = [];
  for (const { date, kind } of days.toSorted((a, b) => compareDates(a.date, b.date))) {
    const last = runs.at(-1);
    if (last?.kind === kind && date === addDays(last.to, 1))
      runs.splice(-1, 1, { ...last, to: date });
    else runs.push({ from: date, to: date, kind });
  }
  return runs;
}

export const daysOf = ({ from, to, kind }: DayRun): readonly Pick<OwnDay, "date" | "kind">[] =>
  Array.from({ length: daysBetween(from, to) + 1 }, (_, i) => ({ date: addDays(from, i), kind }));

export const countOf = (runs: readonly DayRun[], kind: DayKind): number =>
  runs
    .filter((each) => each.kind === kind)
    .reduce((sum, { from, to }) => sum + daysBetween(from, to) + 1, 0);

const askFrom = [12, 1] as const;
const askEveryDays = 7;

/** The next day on which an admin is asked for a year: weekly from 1 December before it. */
export function nextAskFor(year: number, today: LocalDate): LocalDate {
  const first = dateOf(year - 1, ...askFrom);
  const weeks = Math.max(0, Math.ceil(daysBetween(first, today) / askEveryDays));
  return addDays(first, weeks * askEveryDays);
}
