// An hour of the week at which both work: what is proposed to two people who begin to talk. Pure.
import { addDays, weekday, type LocalDate, type Weekday } from "#src/calendar/local-date";
import { isWorkMoment, type WorkingHours } from "#src/calendar/working-hours";
import type { WorkCalendar } from "#src/calendar/workdays";
import { instantAt, timeOf, type LocalTime } from "#src/calendar/zones";

export interface AtWork {
  /** IANA name. */
  readonly zone: string;
  readonly hours: WorkingHours;
  readonly present: WorkCalendar;
}

export interface FreeHour {
  readonly day: LocalDate;
  readonly weekday: Weekday;
  /** On the leader's clock. */
  readonly time: LocalTime;
}

const talkMinutes = 30;
const stepMinutes = 30;
const daysTried = 14;
const minuteMs = 60_000;

/** Both ends of half an hour lie in both people's hours, breaks left out. */
const fits = (at: Date, { zone, hours, present }: AtWork): boolean =>
  isWorkMoment(at, zone, hours, present) &&
  isWorkMoment(new Date(at.getTime() + (talkMinutes - 1) * minuteMs), zone, hours, present);

/** In the order in which people like to talk: the middle of the afternoon first, then whatever is there. */
const times: readonly LocalTime[] = Array.from({ length: (24 * 60) / stepMinutes }, (_, i) =>
  timeOf(i * stepMinutes),
).toSorted((a, b) => farFromAfternoon(a) - farFromAfternoon(b));

function farFromAfternoon(time: LocalTime): number {
  return Math.abs(Number(time.slice(0, 2)) * 60 + Number(time.slice(3)) - 14 * 60);
}

/**
 * The first day from `from` on at which both work for half an hour at the same time and whoever leads it has no other talk; null where
 * their hours never meet within two weeks.
 */
export function freeHour(
  leader: AtWork,
  other: AtWork,
  from: LocalDate,
  taken: readonly { readonly weekday: Weekday; readonly time: LocalTime }[],
): FreeHour | null {
  for (let ahead = 0; ahead < daysTried; ahead += 1) {
    const day = addDays(from, ahead);
    if (!leader.present.isWorkday(day)) continue;
    const at = weekday(day);
    const time = times.find(
      (each) =>
        !taken.some((other) => other.weekday === at && other.time === each) &&
        [leader, other].every((side) => fits(instantAt(day, each, leader.zone), side)),
    );
    if (time !== undefined) return { day, weekday: at, time };
  }
  return null;
}
