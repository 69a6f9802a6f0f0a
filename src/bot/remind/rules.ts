// Speaking unasked: when, how often, in which order. Pure.
import {
  addDays,
  compareDates,
  daysBetween,
  startOfWeek,
  type LocalDate,
} from "#src/calendar/local-date";
import { nextWorkMoment, type WorkingHours } from "#src/calendar/working-hours";
import type { PersonCalendar } from "#src/calendar/workdays";
import { instantAt, localDateAt } from "#src/calendar/zones";
import type { Choices, Reason } from "#src/ports/delivery/nudges";
import type { Slot } from "#src/ports/delivery/schedule";

/** What matters more stands first, and stays when there is too much at once. */
export const priorities = ["due today", "asked", "digest", "habit"] as const;
export type Priority = (typeof priorities)[number];

/** Messages that nobody asked for, over all practices. */
export const budget = { aDay: 2, aWeek: 6 };
/** What falls due within this comes in one message. */
export const bundleMs = 60 * 60_000;
/** When a manager's week is told, by whatever practice: then it is one message. */
export const managersHour = "14:00";
/** So many things in one message; the rest comes later. */
export const mostAtOnce = 4;
/** A slot missed for longer (the bot was down) waits for its next time. */
export const catchUpMs = 4 * 3_600_000;

/** When somebody may be spoken to: their own hours, days and leave. */
export interface Availability {
  /** IANA name. */
  readonly zone: string;
  readonly hours: WorkingHours;
  /** Without the person's leave. */
  readonly workdays: PersonCalendar;
  /** With it. */
  readonly present: PersonCalendar;
}

export interface Wait {
  readonly until: Date;
  readonly reason: Reason;
}

/** Stands for "not for years": a leave or a pause without an end. */
const noTime = new Date("9999-12-31T00:00:00Z");

/** The first moment at or after `instant` at which this person may be spoken to; `noTime` where none comes within 550 days. */
export function nextMoment(instant: Date, who: Availability): Date {
  try {
    return nextWorkMoment(instant, who.zone, who.hours, who.present);
  } catch (error) {
    if (error instanceof RangeError) return noTime;
    throw error;
  }
}

/** Null when they may be spoken to now; else until when not, and why. */
export function mustWait(now: Date, who: Availability, pausedUntil: LocalDate | null): Wait | null {
  const today = localDateAt(now, who.zone);
  if (pausedUntil !== null && compareDates(today, pausedUntil) < 0)
    return { until: nextMoment(startOf(pausedUntil, who), who), reason: "paused" };
  const until = nextMoment(now, who);
  if (until.getTime() === now.getTime()) return null;
  if (who.present.isWorkday(today)) return { until, reason: "outside hours" };
  return { until, reason: who.workdays.isWorkday(today) ? "away" : "day off" };
}

/**
 * The nth nudge of today that may still be said, from 1; null when the day or the week (Monday to Sunday of the person) is
 * full. `taken`: the days of this week on which one came.
 */
export function nudgeOfDay(today: LocalDate, taken: readonly LocalDate[]): number | null {
  const thisWeek = taken.filter(
    (date) => compareDates(startOfWeek(date), startOfWeek(today)) === 0,
  );
  const thatDay = thisWeek.filter((date) => date === today).length;
  return thisWeek.length < budget.aWeek && thatDay < budget.aDay ? thatDay + 1 : null;
}

/** When the next nudge may come, after the budget of today or of this week is spent. */
export function whenBudgetReturns(now: Date, who: Availability, taken: readonly LocalDate[]): Date {
  const today = localDateAt(now, who.zone);
  const weekIsFull =
    taken.filter((date) => compareDates(startOfWeek(date), startOfWeek(today)) === 0).length >=
    budget.aWeek;
  return nextMoment(
    startOf(weekIsFull ? addDays(startOfWeek(today), 7) : addDays(today, 1), who),
    who,
  );
}

/** Why a slot that is due is not said at all; null when it may be. */
export function whyNot(slot: Slot, now: Date, choices: Choices, known: boolean): Reason | null {
  if (!known) return "unknown rule";
  if (choices.muted.includes(slot.rule)) return "muted";
  if (now.getTime() - slot.dueAt.getTime() > catchUpMs) return "missed";
  return slot.until < now ? "expired" : null;
}

/** What the person asked to have later may be late by so much. */
export const patienceMs = 8 * 3_600_000;

/** A slot put off: later, or never when its time is over by then; a promised one waits until there is room in a message. */
export function putOff(
  slot: Slot,
  wait: Wait,
): { readonly slot: Slot; readonly reason: Reason; readonly outcome: "moved" | "let pass" } {
  if (slot.snoozed && wait.reason === "too many at once")
    return {
      slot: { ...slot, dueAt: wait.until, until: new Date(wait.until.getTime() + patienceMs) },
      reason: wait.reason,
      outcome: "moved",
    };
  if (wait.until > slot.until) return { slot, reason: wait.reason, outcome: "let pass" };
  return { slot: { ...slot, dueAt: wait.until }, reason: wait.reason, outcome: "moved" };
}

/** The most important first, then the earliest; what does not fit in one message is left over. */
export function inOrder<Part extends { readonly priority: Priority; readonly slot: Slot }>(
  parts: readonly Part[],
): { readonly now: readonly Part[]; readonly later: readonly Part[] } {
  const sorted = parts.toSorted(
    (a, b) =>
      priorities.indexOf(a.priority) - priorities.indexOf(b.priority) ||
      a.slot.slotAt.getTime() - b.slot.slotAt.getTime(),
  );
  return { now: sorted.slice(0, mostAtOnce), later: sorted.slice(mostAtOnce) };
}

/**
 * When a planned slot is to be said: at its time or at once, in work hours; null when it is over. One that is over before the next work
 * hour keeps its own time: then it is let pass, with the reason on record.
 */
export function dueTime(slotAt: Date, until: Date, now: Date, who: Availability): Date | null {
  const from = slotAt < now ? now : slotAt;
  if (from > until) return null;
  const due = nextMoment(from, who);
  return due > until ? from : due;
}

/** Whether a planned slot will be said, as things are: leave and days off let the others pass. */
export const willCome = (slot: Pick<Slot, "dueAt" | "until">, who: Availability): boolean =>
  nextMoment(slot.dueAt, who) <= slot.until;

export const snoozes = ["hour", "tomorrow", "next week"] as const;
export type Snooze = (typeof snoozes)[number];

/** Where a snoozed message comes back: always in work hours. */
export function snoozedUntil(snooze: Snooze, now: Date, who: Availability): Date {
  const today = localDateAt(now, who.zone);
  switch (snooze) {
    case "hour":
      return nextMoment(new Date(now.getTime() + 3_600_000), who);
    case "tomorrow":
      return nextMoment(startOf(addDays(today, 1), who), who);
    case "next week":
      return nextMoment(startOf(addDays(startOfWeek(today), 7), who), who);
  }
}

/** The n-th multiple of `every` days after `from` that is not before today: for what comes again while nothing changes. */
export function everyDays(from: LocalDate, every: number, today: LocalDate): LocalDate {
  const times = Math.max(1, Math.ceil(daysBetween(from, today) / every));
  return addDays(from, times * every);
}

const startOf = (date: LocalDate, who: Availability): Date => instantAt(date, "00:00", who.zone);
