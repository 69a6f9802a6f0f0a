// When a repeating thing is next due, in the person's own zone: once per slot, on the days clocks change too.
import { CronExpressionParser } from "cron-parser";
import { addDays, weekday, type LocalDate } from "./local-date.ts";
import { instantAt, isZone, localDateAt, type LocalTime } from "./zones.ts";

export type Recurrence =
  | { /** Five fields: minute hour day month weekday. */ cron: string; zone: string }
  | { /** 1 = Monday to 7 = Sunday, one or several. */ weekday: number | readonly number[]; time: LocalTime; zone: string };

/**
 * The first slot strictly after `after`. An hour that does not exist moves forward by the gap; one that exists twice fires
 * once. Throws RangeError for an unknown zone, an unreadable time or cron, or a rule that never falls due.
 */
export function nextSlot(rule: Recurrence, after: Date): Date {
  if (!isZone(rule.zone)) throw new RangeError(`unknown time zone: ${rule.zone.slice(0, 40)}`);
  return "cron" in rule ? nextOfCron(rule.cron, rule.zone, after) : nextOfWeek(rule, after);
}

/** Can nextSlot read this cron text (five fields)? */
export function isCron(text: string): boolean {
  if (text.trim().split(/\s+/).length !== 5) return false;
  try {
    CronExpressionParser.parse(text);
    return true;
  } catch {
    return false;
  }
}

function nextOfCron(cron: string, zone: string, after: Date): Date {
  // A sixth field would be seconds: nothing here beats faster than a minute.
  if (cron.trim().split(/\s+/).length !== 5) throw new RangeError(`not a cron of five fields: ${cron.slice(0, 60)}`);
  try {
    return CronExpressionParser.parse(cron, { currentDate: after, tz: zone }).next().toDate();
  } catch (cause) {
    throw new RangeError(`no next time for cron: ${cron.slice(0, 60)}`, { cause });
  }
}

function nextOfWeek(rule: { weekday: number | readonly number[]; time: LocalTime; zone: string }, after: Date): Date {
  const days = new Set(typeof rule.weekday === "number" ? [rule.weekday] : rule.weekday);
  let date: LocalDate = localDateAt(after, rule.zone);
  for (let tried = 0; tried <= 8; tried += 1, date = addDays(date, 1)) {
    if (!days.has(weekday(date))) continue;
    const slot = instantAt(date, rule.time, rule.zone);
    if (slot.getTime() > after.getTime()) return slot;
  }
  throw new RangeError("a weekly rule needs a weekday from 1 to 7");
}
