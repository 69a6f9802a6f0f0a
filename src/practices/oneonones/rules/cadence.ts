// When two people talk next: their cadence on both their calendars. Pure.
import { addDays, daysBetween, startOfWeek, type LocalDate } from "#src/calendar/local-date";
import type { WorkCalendar } from "#src/calendar/workdays";
import { instantAt, localDateAt } from "#src/calendar/zones";
import type { Cadence, Session } from "../model.ts";

/** One of the two: where their clock stands, and when they work, leave counted. */
export interface Side {
  /** IANA name. */
  readonly zone: string;
  readonly present: WorkCalendar;
}

/** One talk: `week` is its name, whatever day it falls on. */
export interface Slot {
  /** The Monday of its week, on the calendar of whoever leads it. */
  readonly week: LocalDate;
  readonly at: Date;
  readonly state: "planned" | Session["state"];
}

export interface Rhythm extends Cadence {
  readonly leader: Side;
  readonly other: Side;
}

/** Whether both work at that hour of that day, each on their own calendar. */
function bothWork(day: LocalDate, { time, leader, other }: Rhythm): boolean {
  return (
    leader.present.isWorkday(day) &&
    other.present.isWorkday(localDateAt(instantAt(day, time, leader.zone), other.zone))
  );
}

/** Its own weekday, else the next one later in that week, else the last one before it; null where the two share no workday of that week. */
export function dayOfTalk(week: LocalDate, rhythm: Rhythm): LocalDate | null {
  const days = Array.from({ length: 7 }, (_, i) => addDays(week, i));
  const wanted = rhythm.weekday - 1;
  const inOrder = [...days.slice(wanted), ...days.slice(0, wanted).toReversed()];
  return inOrder.find((day) => bothWork(day, rhythm)) ?? null;
}

/** Whether a talk is due in the week of this Monday. */
export const isDueIn = (week: LocalDate, { since, everyWeeks }: Cadence): boolean =>
  week >= since && (daysBetween(since, week) / 7) % everyWeeks === 0;

/** The talks of these weeks, the earliest week first. A week without a day for both has none, unless they moved it. */
export function slotsBetween(
  from: LocalDate,
  to: LocalDate,
  rhythm: Rhythm,
  said: readonly Session[],
): readonly Slot[] {
  const slots: Slot[] = [];
  for (let week = startOfWeek(from); week <= to; week = addDays(week, 7)) {
    if (!isDueIn(week, rhythm)) continue;
    const known = said.find((each) => each.week === week);
    const day = dayOfTalk(week, rhythm);
    const at = known?.movedTo ?? (day && instantAt(day, rhythm.time, rhythm.leader.zone));
    if (at) slots.push({ week, at, state: known?.state ?? "planned" });
  }
  return slots;
}

export const isOpen = ({ state }: Pick<Slot, "state">): boolean =>
  state === "planned" || state === "moved";

/**
 * The talk that is spoken of now: the last one that is over and of which nobody said what became of it, while the next one is not there;
 * else the next one ahead.
 */
export function talkNow(slots: readonly Slot[], now: Date): Slot | null {
  const past = slots.findLast((each) => each.at <= now);
  return past && isOpen(past) ? past : nextTalk(slots, now);
}

export const nextTalk = (slots: readonly Slot[], now: Date): Slot | null =>
  slots.find((each) => each.at > now && isOpen(each)) ?? null;

/** The talks that are over since the last one that was held; what was excused is none of them. */
export function withoutTalk(slots: readonly Slot[], now: Date): readonly Slot[] {
  const past = slots.filter((each) => each.at <= now);
  const held = past.findLastIndex((each) => each.state === "held");
  return past.slice(held + 1).filter((each) => each.state !== "excused");
}

/** So many without one, and whoever leads it is told. */
export const mostWithout = 2;
