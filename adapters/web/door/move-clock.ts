// Moving the playground's clock: forward only, and never so far in one step that nobody finds the way back to sense.
import { z } from "zod";
import { addDays, startOfWeek } from "#src/calendar/local-date";
import { instantAt, localDateAt, localTimeAt } from "#src/calendar/zones";

export const clockStep = z.union([
  z.literal("day"),
  z.literal("monday"),
  z.iso.datetime({ offset: true }),
]);
export type ClockStep = z.infer<typeof clockStep>;

export const longestStepMs = 366 * 24 * 3600 * 1000;

/** Where a step leads, in the zone of the persona who asked. */
export function stepFrom(now: Date, step: ClockStep, zone: string): Date {
  const today = localDateAt(now, zone);
  switch (step) {
    case "day":
      return instantAt(addDays(today, 1), localTimeAt(now, zone), zone);
    case "monday": {
      const monday = instantAt(startOfWeek(today), "09:00", zone);
      return monday > now ? monday : instantAt(addDays(startOfWeek(today), 7), "09:00", zone);
    }
    default:
      return new Date(step);
  }
}
