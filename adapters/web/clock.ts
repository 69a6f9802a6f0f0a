// Moving the playground's clock: forward only, and never so far in one step that nobody finds the way back to sense.
import { z } from "zod";
import { addDays, startOfWeek, type LocalDate } from "#src/calendar/local-date";
import { dayAt } from "./local-time.ts";

export const clockStep = z.union([z.literal("day"), z.literal("monday"), z.iso.datetime({ offset: true })]);
export type ClockStep = z.infer<typeof clockStep>;

const dayMs = 24 * 3600 * 1000;
export const longestStepMs = 366 * dayMs;

/** Where a step leads, in the zone of the persona who asked. */
export function stepFrom(now: Date, step: ClockStep, zone: string): Date {
  switch (step) {
    case "day":
      return wallTime(addDays(dayAt(now, zone), 1), now.getTime() - startOf(now, zone), zone);
    case "monday":
      return nextMonday(now, zone);
    default:
      return new Date(step);
  }
}

function nextMonday(now: Date, zone: string): Date {
  const nineMs = 9 * 3600 * 1000;
  const thisMonday = startOfWeek(dayAt(now, zone));
  const monday = wallTime(thisMonday, nineMs, zone);
  return monday > now ? monday : wallTime(addDays(thisMonday, 7), nineMs, zone);
}

/** Milliseconds that the wall clock of the zone is ahead of UTC at this instant. */
function offsetAt(instant: number, zone: string): number {
  const shown = new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short", timeStyle: "medium" }).format(instant);
  return Date.parse(`${shown.replace(" ", "T")}Z`) - Math.floor(instant / 1000) * 1000;
}

/** The instant whose wall clock equals midnight of the instant's own day, were there no change of offset that day. */
function startOf(instant: Date, zone: string): number {
  return Date.parse(`${dayAt(instant, zone)}T00:00:00Z`) - offsetAt(instant.getTime(), zone);
}

/** The instant at which clocks in the zone show this day and time; in a gap of summer time, the moment after it. */
function wallTime(day: LocalDate, sinceMidnightMs: number, zone: string): Date {
  const wall = Date.parse(`${day}T00:00:00Z`) + sinceMidnightMs;
  const guess = wall - offsetAt(wall, zone);
  return new Date(wall - offsetAt(guess, zone));
}
