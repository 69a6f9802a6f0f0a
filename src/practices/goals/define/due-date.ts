// Until when a goal runs: the period a due date ends, and a day that is just over and was hardly meant for next year.
import { addMonths, compareDates, daysBetween, type LocalDate } from "#src/calendar/local-date";
import { customPeriod, periodOf, type Period } from "#src/calendar/periods";

/** The calendar period a due date ends, the narrowest first; otherwise from today to the due date. */
export function periodEnding(due: LocalDate, today: LocalDate): Period {
  const kinds = ["quarter", "month", "year"] as const;
  return (
    kinds.map((kind) => periodOf(kind, today)).find((period) => period.end === due) ??
    customPeriod(compareDates(due, today) < 0 ? due : today, due)
  );
}

const justGoneDays = 60;
const namesYear = /\b20\d\d\b|20\d\d年|[明后]年|next year/i;

/** 11-10 said the day after: next year's, as it was read, or the one just gone? Whoever names the year is believed. */
export function isJustGone(typed: string, due: LocalDate, today: LocalDate): boolean {
  const yearBefore = addMonths(due, -12);
  return (
    !namesYear.test(typed) &&
    compareDates(yearBefore, today) < 0 &&
    daysBetween(yearBefore, today) <= justGoneDays
  );
}
