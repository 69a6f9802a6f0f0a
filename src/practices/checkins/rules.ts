// The rules of check-ins: slots, who is on time, streaks, carrying over, who may read. Pure. Source: domain.md 2.7, 4.2.
import { managersHour } from "#src/bot/remind/rules";
import { zip } from "#src/language/lists";
import {
  addDays,
  daysBetween,
  startOfWeek,
  yearOf,
  type LocalDate,
} from "#src/calendar/local-date";
import { dayInWeek } from "#src/calendar/recurrence";
import type { PersonCalendar, WorkCalendar } from "#src/calendar/workdays";
import { instantAt, localDateAt, minutesOf, timeOf } from "#src/calendar/zones";
import { zero, type Decimal } from "#src/language/decimal";
import { foldCase, normalise } from "#src/language/text";
import { manages, type Person } from "#src/people/person";
import type { Checkin, Commit, Priority, Rhythm, Visibility } from "./model.ts";

export const mostPriorities = 3;
export const mostBlockers = 5;
/** When it may open: so that the reminder falls into no lunch. Of an afternoon's the digest comes with the next work hour. */
export const openings = [
  "08:00",
  "08:30",
  "09:00",
  "09:30",
  "13:30",
  "14:00",
  "14:30",
  "15:00",
  "15:30",
  "16:00",
  "16:30",
  "17:00",
  "17:30",
  "18:00",
  "18:30",
] as const;

const remindAfter = 2 * 60;
const dueAfter = 3 * 60;
const digestAfter = 4 * 60;
const digestEarliest = minutesOf(managersHour);

/** Whose slots are counted: the team's rhythm on the person's own clock and calendar. */
export interface Beat {
  readonly rhythm: Pick<Rhythm, "weekday" | "opens">;
  /** IANA name. */
  readonly zone: string;
  /** Whose clock changed, and when; null or absent where it never did. */
  readonly moved?: Person["moved"];
  /** Without leave: a holiday moves the slot. */
  readonly workdays: WorkCalendar & Partial<Pick<PersonCalendar, "knows">>;
  /** With it: leave excuses from the slot. */
  readonly present: WorkCalendar;
}

export interface Slot {
  /** The Monday that names it. */
  readonly week: LocalDate;
  /** The day it really is, holidays considered. */
  readonly day: LocalDate;
  readonly opensAt: Date;
  readonly remindAt: Date;
  readonly dueAt: Date;
  /** When the manager gets the summary, if they were in this zone. */
  readonly digestAt: Date;
  /** On leave that day: nothing is expected, nothing is asked. */
  readonly excused: boolean;
  /** Its day may be another once the holidays of its year are known. */
  readonly openYear: number | null;
}

/** The slot of a week: its day, or the next workday. Null when there is none before the next week's day: a week off. */
export function slotOfWeek(week: LocalDate, beat: Beat): Slot | null {
  const { rhythm, workdays } = beat;
  const slot = slotOn(dayInWeek(week, { weekday: rhythm.weekday, workdays }), week, beat);
  if (!slot || !isJumpedOver(slot, week, beat)) return slot;
  const later: WorkCalendar = { isWorkday: (date) => date > slot.day && workdays.isWorkday(date) };
  return slotOn(dayInWeek(week, { weekday: rhythm.weekday, workdays: later }), week, beat);
}

/** Their clock went over all of it, as on a flight to the east: it had not begun where they were, and was over where they are. */
function isJumpedOver(slot: Slot, week: LocalDate, beat: Beat): boolean {
  const { moved } = beat;
  if (!moved) return false;
  const at = new Date(moved.at);
  if (at < slot.dueAt) return false;
  const before = slotOfWeek(week, { ...beat, zone: moved.from, moved: null });
  return before !== null && at < before.opensAt;
}

function slotOn(
  day: LocalDate | null,
  week: LocalDate,
  { rhythm, zone, workdays, present }: Beat,
): Slot | null {
  if (day === null) return null;
  const opens = minutesOf(rhythm.opens);
  const at = (minutes: number): Date => instantAt(day, timeOf(minutes), zone);
  return {
    week,
    day,
    opensAt: at(opens),
    remindAt: at(opens + remindAfter),
    dueAt: at(opens + dueAfter),
    digestAt: at(Math.max(digestEarliest, opens + digestAfter)),
    excused: !present.isWorkday(day),
    openYear: workdays.knows?.(yearOf(day)) === false ? yearOf(day) : null,
  };
}

/** Before their day ends there is an hour to write in; a reminder leaves half of one, and comes an hour after the invitation at the earliest. */
const hourMs = 60 * 60_000;

/**
 * When they are asked and reminded: as it opens and two hours later, yet within their own work day, since what comes after it would come
 * when it is over. No reminder where the invitation leaves no room for one.
 */
export function askedAt(
  { day, opensAt, remindAt }: Pick<Slot, "day" | "opensAt" | "remindAt">,
  { zone, hours }: Pick<Person, "zone" | "hours">,
): { readonly invite: Date; readonly remind: Date | null } {
  const end = instantAt(day, hours.end, zone).getTime();
  const invite = Math.min(opensAt.getTime(), end - hourMs);
  const remind = Math.min(remindAt.getTime(), end - hourMs / 2);
  return {
    invite: new Date(invite),
    remind: remind - invite >= hourMs ? new Date(remind) : null,
  };
}

/** Whoever writes on Friday looks back on the week and plans the one ahead. */
export const looksAhead = ({ weekday }: Pick<Rhythm, "weekday">): boolean => weekday >= 5;

/** The Monday of the week its priorities are meant for. */
export const plannedWeek = (week: LocalDate, ahead: boolean): LocalDate =>
  ahead ? addDays(week, 7) : week;

export type PartOfWeek = "begins" | "goes on" | "ends";

/** The part of the week a check-in falls into; one that a holiday moved on is neither its beginning nor its end. */
export function partOfWeek(
  { week, day }: Pick<Slot, "week" | "day">,
  rhythm: Pick<Rhythm, "weekday">,
): PartOfWeek {
  const days = daysBetween(week, day);
  if (looksAhead(rhythm)) return days < 7 ? "ends" : "goes on";
  return days < 2 ? "begins" : "goes on";
}

const farthestWeeks = 8;

/** The slot a check-in is for now: the last one whose day has come. Null when there was none for eight weeks. */
export function currentSlot(now: Date, beat: Beat): Slot | null {
  return slotsUntil(now, beat, 1)[0] ?? null;
}

/** Slots whose day has come, the newest first. */
export function slotsUntil(now: Date, beat: Beat, most: number): readonly Slot[] {
  const found: Slot[] = [];
  const today = localDateAt(now, beat.zone);
  const first = startOfWeek(today);
  for (let back = 0; found.length < most && back < most + farthestWeeks; back += 1) {
    const slot = slotOfWeek(addDays(first, -7 * back), beat);
    if (slot && slot.day <= today) found.push(slot);
  }
  return found;
}

/** The slots of this and the next weeks whose digest is still ahead: for planning. */
export function slotsAhead(now: Date, beat: Beat): readonly Slot[] {
  const first = addDays(startOfWeek(localDateAt(now, beat.zone)), -7);
  return Array.from({ length: 6 }, (_, i) => slotOfWeek(addDays(first, 7 * i), beat)).filter(
    (slot) => slot !== null && slot.digestAt > now,
  ) as Slot[];
}

/** waiting: not due yet. owing: due, and still open until the next slot. */
export type Outcome = "on-time" | "late" | "excused" | "waiting" | "owing" | "missed";

/** `closed`: a later slot has opened. */
export function outcomeOf(
  slot: Slot,
  sent: Pick<Checkin, "onTime"> | null,
  now: Date,
  closed: boolean,
): Outcome {
  if (sent) return sent.onTime ? "on-time" : "late";
  if (slot.excused) return "excused";
  if (now < slot.dueAt) return "waiting";
  return closed ? "missed" : "owing";
}

/** Sent by due out of expected without excused; what is not due yet does not count. */
export function onTime(outcomes: readonly Outcome[]): {
  readonly onTime: number;
  readonly expected: number;
} {
  const expected = outcomes.filter((each) => each !== "excused" && each !== "waiting");
  return {
    onTime: expected.filter((each) => each === "on-time").length,
    expected: expected.length,
  };
}

/** Expected slots sent without a gap, newest first; leave and holidays are neutral, a miss ends it. */
export function streak(outcomes: readonly Outcome[]): number {
  const until = outcomes.indexOf("missed");
  return (until < 0 ? outcomes : outcomes.slice(0, until)).filter(
    (each) => each === "on-time" || each === "late",
  ).length;
}

export const choices = ["done", "carry", "drop"] as const;
export type Choice = (typeof choices)[number];
const became: Record<Choice, Priority["state"]> = {
  done: "done",
  carry: "carried",
  drop: "dropped",
};

/** Last time's list with what became of each, and what goes on this week's list. */
export function carryOver(
  before: readonly Priority[],
  chosen: readonly Choice[],
): { readonly before: readonly Priority[]; readonly carried: readonly string[] } {
  const settled = zip(before, chosen).map(([each, choice]): Priority => ({
    ...each,
    state: became[choice],
  }));
  return {
    before: settled,
    carried: settled.filter((each) => each.state === "carried").map((each) => each.text),
  };
}

/** What stands first in the form: ticked off, dropped or carried earlier, else carried. */
export function presumed({ state }: Priority): Choice {
  if (state === "done") return "done";
  return state === "dropped" ? "drop" : "carry";
}

/** This week's list; what was ticked off already stays so when the form is sent again. */
export function thisWeek(
  carried: readonly string[],
  added: readonly string[],
  known: readonly Priority[],
): readonly Priority[] {
  const stateOf = (text: string): Priority["state"] =>
    known.find((each) => each.text === text)?.state ?? "open";
  return [
    ...carried.map((text) => ({ text, state: stateOf(text), carried: true })),
    ...added
      .filter((text) => !carried.includes(text))
      .map((text) => ({ text, state: stateOf(text), carried: false })),
  ];
}

/** The same blocker, however its letters, spaces and full stops were typed. */
export const blockerKey = (text: string): string =>
  foldCase(normalise(text))
    .replace(/\s/gu, "")
    .replace(/(?<![.。!！,，;；])[.。!！,，;；]+$/u, "");

/** One blocker a line: which are new, and which of those that stood in the form are gone. `known`: all that are open. */
export function blockerLines<Known extends { readonly text: string }>(
  text: string,
  shown: readonly Known[],
  known: readonly Known[],
): { readonly added: readonly string[]; readonly gone: readonly Known[] } {
  const lines = text.split(/\r?\n/).map((each) => each.trim().replace(/^[-•*·]\s*/, ""));
  const keys = new Map(lines.filter((each) => each !== "").map((each) => [blockerKey(each), each]));
  const old = new Set(known.map((each) => blockerKey(each.text)));
  return {
    added: [...keys].filter(([key]) => !old.has(key)).map(([, line]) => line),
    gone: shown.filter((each) => !keys.has(blockerKey(each.text))),
  };
}

const roomForBlockers = 2500;

/** Those that have room in the form, the oldest first; the others stay as they are. */
export function blockersInForm<Known extends { readonly text: string }>(
  open: readonly Known[],
): readonly Known[] {
  let room = roomForBlockers;
  return open.slice(0, 20).filter(({ text }) => (room -= text.length + 1) >= 0);
}

/** Whole days of the reader since it was raised. */
export const ageOf = (raisedAt: Date, today: LocalDate, zone: string): number =>
  Math.max(0, daysBetween(localDateAt(raisedAt, zone), today));

/** Its author, their direct manager, and the team where the form said so. Nobody else, an admin neither. */
export function mayRead(reader: Person, author: Person, visible: Visibility): boolean {
  return (
    reader.id === author.id ||
    manages(reader, author) ||
    (visible === "team" && author.teamId !== null && reader.teamId === author.teamId)
  );
}

/** A check-in is expected of whoever reports to somebody, in a team that checks in; a team's assistant has no quota to speak of. */
export const isExpected = (person: Person, rhythm: Pick<Rhythm, "on">): boolean =>
  rhythm.on && person.managerId !== null && person.leftOn === null && !person.assistant;

/** Commits added up, each currency for itself. */
export function totals(
  commits: readonly Commit[],
): readonly { readonly currency: string; readonly value: Decimal }[] {
  const sums = new Map<string, Decimal>();
  for (const { currency, value } of commits)
    sums.set(currency, (sums.get(currency) ?? zero).plus(value));
  return [...sums].map(([currency, value]) => ({ currency, value }));
}
