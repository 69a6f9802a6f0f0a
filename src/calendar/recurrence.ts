// When a repeating thing is next due, in the person's own zone: once per slot, on the days clocks change too.
import { addDays, weekday, type LocalDate } from "./local-date.ts";
import { instantAt, isZone, localDateAt, type LocalTime } from "./zones.ts";

export interface Recurrence {
  /** 1 = Monday to 7 = Sunday, one or several. */
  readonly weekday: number | readonly number[];
  readonly time: LocalTime;
  readonly zone: string;
}

/**
 * The first slot strictly after `after`. An hour that does not exist moves forward by the gap; one that exists twice fires
 * once. Throws RangeError for an unknown zone, an unreadable time, or a rule without a weekday.
 */
export function nextSlot(rule: Recurrence, after: Date): Date {
  if (!isZone(rule.zone)) throw new RangeError(`unknown time zone: ${rule.zone.slice(0, 40)}`);
  const days = new Set(typeof rule.weekday === "number" ? [rule.weekday] : rule.weekday);
  let date: LocalDate = localDateAt(after, rule.zone);
  for (let tried = 0; tried <= 8; tried += 1, date = addDays(date, 1)) {
    if (!days.has(weekday(date))) continue;
    const slot = instantAt(date, rule.time, rule.zone);
    if (slot.getTime() > after.getTime()) return slot;
  }
  throw new RangeError("a weekly rule needs a weekday from 1 to 7");
}
