// What an organisation says about its own days: free or worked against a country's calendar, and which years an admin says are whole.
import type { HolidayOverrides } from "./holidays.ts";
import { yearOf, type LocalDate } from "./local-date.ts";

export type DayKind = "workday" | "holiday";

export interface OwnDay {
  readonly date: LocalDate;
  readonly kind: DayKind;
  /** ISO country whose people it is for; null: for everybody. */
  readonly country: string | null;
}

/** A year of a country whose list an admin entered, or said to be whole as it is. */
export interface ConfirmedYear {
  readonly country: string;
  readonly year: number;
}

export interface OwnDays {
  readonly days: readonly OwnDay[];
  readonly confirmed: readonly ConfirmedYear[];
}

export const noOwnDays: OwnDays = { days: [], confirmed: [] };

export interface OwnCalendar {
  readonly overrides: HolidayOverrides;
  readonly confirmed: readonly number[];
}

/** What counts for people of that country, or of that region of it. What is said of the country wins over what is said to everybody. */
export function ownOf({ days, confirmed }: OwnDays, country: string): OwnCalendar {
  const nation = country.slice(0, 2);
  const isTheirs = (each: { readonly country: string | null }): boolean =>
    each.country === nation || each.country === country;
  return {
    overrides: new Map(
      [
        ...days.filter((each) => each.country === null),
        ...days.filter((each) => each.country !== null && isTheirs(each)),
      ].map((each) => [each.date, each.kind]),
    ),
    confirmed: confirmed.filter(isTheirs).map((each) => each.year),
  };
}

/** From this day of a year on its successor is in sight: plans reach into it, and China's list of it is out or will be soon. */
const inSightFrom = "-11-01";

/** The years whose holidays matter now: this one, and towards its end the next. */
export const yearsInSight = (today: LocalDate): readonly number[] => {
  const year = yearOf(today);
  return today >= `${year}${inSightFrom}` ? [year, year + 1] : [year];
};
