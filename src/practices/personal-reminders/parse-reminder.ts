// "tomorrow at 3pm to call Acme", 周五给仁济打电话, "to call Acme in 2 hours": when, and what about. The time stands before the words or
// behind them; a day amid the words is a part of them. Pure.
import { addDays, type LocalDate } from "#src/calendar/local-date";
import { instantAt, localDateAt, type LocalTime } from "#src/calendar/zones";
import { bareDate } from "#src/language/dates/dates";
import { findDays, type DayMention } from "#src/language/dates/find-days";
import { timesIn, type FoundTime } from "./parse-time.ts";

/** Where and when somebody asks. */
export interface Asking {
  readonly now: Date;
  readonly zone: string;
  /** When their day begins: the hour of a reminder that names none. */
  readonly start: LocalTime;
}

export type ReadReminder =
  | {
      readonly text: string;
      readonly at: Date;
      /** What was not said: the hour; or the day, where that hour is over for today. */
      readonly taken: "hour" | "tomorrow" | null;
    }
  | {
      readonly problem:
        | "no time"
        | "no words"
        | "no hour"
        | "no such time"
        | "past"
        | "too far"
        | "again"
        | "several days";
      /** Their words without the time, as far as they were read. */
      readonly text: string;
    }
  | { readonly problem: "which day" | "no such day"; readonly phrase: string };

const furthestDays = 366;
const minute = 60_000;
const again = /^(?:every\b|each\b|daily\b|weekly\b|每)/iu;

/** What was found of a time, while it is taken off an end of the line. */
interface When {
  day: DayMention | null;
  phrase: string;
  time: FoundTime["says"] | null;
  left: string;
}

const evening = /[今明]晚|tonight/iu;
const morning = /[今明]早/u;

export function readReminder(line: string, asking: Asking): ReadReminder {
  if (again.test(line)) return { problem: "again", text: line };
  const today = localDateAt(asking.now, asking.zone);
  const before = fromTheStart(line, today);
  const found = before.day === null && before.time === null ? fromTheEnd(line, today) : before;
  const text = found.left
    .replace(/^(?:that i (?:should|have to|need to)|to|about|that)(?![\p{L}\d])/iu, "")
    .replace(/^[\s,，、:：;；.。]+|[\s,，、;；]+$/gu, "");
  if (found.day === null && found.time === null) return { problem: "no time", text };
  if (found.day && found.day.reads !== "day") return notOneDay(found.day, found.phrase, text);
  if (found.time === "no such time") return { problem: "no such time", text };
  if (text === "") return { problem: "no words", text };
  return inTime(text, found.day?.date ?? null, found, asking, today);
}

/** Whether a line is a time and nothing else, whatever day it is today: 明天下午3点. */
export function isTime(line: string, asking: Asking): boolean {
  const found = fromTheStart(line, localDateAt(asking.now, asking.zone));
  return found.left === "" && (found.day !== null || found.time !== null);
}

function notOneDay(day: DayMention, phrase: string, text: string): ReadReminder {
  if (day.reads === "span") return { problem: "several days", text };
  const problem = day.reads === "ambiguous" ? "which day" : "no such day";
  return { problem, phrase: bareDate(phrase) };
}

function inTime(
  text: string,
  date: LocalDate | null,
  { time, phrase }: When,
  { now, zone, start }: Asking,
  today: LocalDate,
): ReadReminder {
  if (time !== null && typeof time !== "string" && "minutes" in time)
    return inBounds(text, new Date(now.getTime() + time.minutes * minute), null, now);
  const named = time === null || typeof time === "string" ? hourIn(phrase) : time.time;
  if (named === null && date === today) return { problem: "no hour", text };
  const at = instantAt(date ?? today, named ?? start, zone);
  if (date === null && at <= now)
    return inBounds(text, instantAt(addDays(today, 1), named ?? start, zone), "tomorrow", now);
  return inBounds(text, at, named === null ? "hour" : null, now);
}

function inBounds(
  text: string,
  at: Date,
  taken: "hour" | "tomorrow" | null,
  now: Date,
): ReadReminder {
  if (at <= now) return { problem: "past", text };
  if (at.getTime() > now.getTime() + furthestDays * 24 * 60 * minute)
    return { problem: "too far", text };
  return { text, at, taken };
}

/** The hour that the word for the day says with it. */
function hourIn(phrase: string): LocalTime | null {
  if (evening.test(phrase)) return "19:00";
  return morning.test(phrase) ? "09:00" : null;
}

const ahead = /^(?:[\s,，、]|的|on (?=\d))+/u;

function fromTheStart(line: string, today: LocalDate): When {
  const when: When = { day: null, phrase: "", time: null, left: line.trim() };
  for (;;) {
    when.left = when.left.replace(ahead, "");
    const { left } = when;
    const time = when.time === null ? timesIn(left, evening.test(when.phrase)) : [];
    const [first] = time;
    if (first?.start === 0) {
      when.time = first.says;
      when.left = left.slice(first.end);
      continue;
    }
    const [day] = when.day === null ? findDays(left, { today, lean: "future" }) : [];
    if (day?.start !== 0) return when;
    // A phrase of a day takes its hour along: the hour is read by itself.
    const hour = timesIn(left).find((each) => each.start > 0 && each.start < day.end);
    const end = hour && when.time === null ? hour.start : day.end;
    when.day = day;
    when.phrase = left.slice(0, end);
    when.left = left.slice(end);
  }
}

function fromTheEnd(line: string, today: LocalDate): When {
  const when: When = { day: null, phrase: "", time: null, left: line.trim() };
  for (;;) {
    when.left = when.left.replace(/[\s,，、.。!！]+$/u, "");
    const { left } = when;
    const last = when.time === null ? timesIn(left).find((each) => each.end === left.length) : null;
    if (last) {
      when.time = last.says;
      when.left = left.slice(0, last.start);
      continue;
    }
    const day = when.day === null ? findDays(left, { today, lean: "future" }).at(-1) : undefined;
    if (day?.end !== left.length) return when;
    when.day = day;
    when.phrase = left.slice(day.start);
    when.left = left.slice(0, day.start);
  }
}
