// When a nudge about goals is due: on mornings of a person's own calendar.
import type { Occurrence } from "#src/bot/declare/practice";
import { addDays, type LocalDate } from "#src/calendar/local-date";
import { addWorkdays } from "#src/calendar/workdays";
import { instantAt } from "#src/calendar/zones";
import type { GoalContext } from "./context.ts";

export const morning = "09:00";

/** A morning on that day, and until the end of the next workday to say it. */
export async function onDay(
  subject: string,
  date: LocalDate,
  context: GoalContext,
): Promise<Occurrence> {
  const { zone } = context.person;
  const lastDay = addWorkdays(await context.workCalendar(context.person), date, 1);
  return {
    subject,
    at: instantAt(date, morning, zone),
    until: instantAt(addDays(lastDay, 1), "00:00", zone),
  };
}

export const ahead = (occurrences: readonly Occurrence[], context: GoalContext): Occurrence[] =>
  occurrences.filter((each) => each.until > context.now);
