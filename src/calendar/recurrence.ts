// What comes once a week: on which day of a week it falls, and when it is next due, on the person's own clock and calendar.
import { addDays, startOfWeek, type LocalDate, type Weekday } from "./local-date.ts";
import type { WorkCalendar } from "./workdays.ts";
import { instantAt, localDateAt, type LocalTime } from "./zones.ts";

export interface WeekDay {
  readonly weekday: Weekday;
  /** Where its day is none of these, it moves; it comes on its day whatever that is when left out. */
  readonly workdays?: WorkCalendar;
  /** To the first workday after it when left out, or to the last one before it in its own week. */
  readonly moves?: "after" | "before";
}

export interface Weekly extends WeekDay {
  readonly time: LocalTime;
  readonly zone: string;
}

/** The day on which it falls in the week of this Monday. Null in a week off: no workday before its next day, or since Monday. */
export function dayInWeek(
  week: LocalDate,
  { weekday, workdays, moves = "after" }: WeekDay,
): LocalDate | null {
  const own = addDays(week, weekday - 1);
  if (!workdays) return own;
  const [step, most] = moves === "after" ? [1, 6] : [-1, weekday - 1];
  for (let moved = 0; moved <= most; moved += 1) {
    const day = addDays(own, step * moved);
    if (workdays.isWorkday(day)) return day;
  }
  return null;
}

const farthestWeeks = 8;

/**
 * So many slots strictly after that moment, one a week; fewer where eight weeks are off. An hour that does not exist moves forward by
 * the gap; one that exists twice fires once. Throws RangeError for an unknown zone or an unreadable time.
 */
export function nextSlots(rule: Weekly, after: Date, most: number): readonly Date[] {
  // What fell into a week off may have moved into the next one.
  const first = addDays(startOfWeek(localDateAt(after, rule.zone)), -7);
  const slots: Date[] = [];
  for (let week = 0; slots.length < most && week < most + farthestWeeks; week += 1) {
    const day = dayInWeek(addDays(first, 7 * week), rule);
    const slot = day && instantAt(day, rule.time, rule.zone);
    if (slot && slot > after) slots.push(slot);
  }
  return slots;
}
