// Moving the playground's clock: forward only, and never so far in one step that nobody finds the way back to sense.
import { z } from "zod";
import {
  addDays,
  isLocalDate,
  localDateSchema,
  startOfWeek,
  type LocalDate,
} from "#src/calendar/local-date";
import { nextPeriod, periodOf } from "#src/calendar/periods";
import { instantAt, localDateAt, localTimeAt } from "#src/calendar/zones";

export const clockStep = z.union([
  z.literal("day"),
  z.literal("monday"),
  z.literal("quarter"),
  localDateSchema,
  z.iso.datetime({ offset: true }),
]);
export type ClockStep = z.infer<typeof clockStep>;

export const longestStepMs = 366 * 24 * 3600 * 1000;

const morningOf = (date: LocalDate, zone: string): Date => instantAt(date, "09:00", zone);

/** Where a step leads, in the zone of the persona who asked. */
export function stepFrom(now: Date, step: ClockStep, zone: string): Date {
  const today = localDateAt(now, zone);
  switch (step) {
    case "day":
      return instantAt(addDays(today, 1), localTimeAt(now, zone), zone);
    case "monday": {
      const monday = morningOf(startOfWeek(today), zone);
      return monday > now ? monday : morningOf(addDays(startOfWeek(today), 7), zone);
    }
    case "quarter": {
      const quarter = periodOf("quarter", today);
      const end = morningOf(quarter.end, zone);
      return end > now ? end : morningOf(nextPeriod(quarter).end, zone);
    }
    default:
      return isLocalDate(step) ? morningOf(step, zone) : new Date(step);
  }
}
