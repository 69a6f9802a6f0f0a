// The hours somebody works: when they may be spoken to unasked, and how people write them.
import { addDays, type LocalDate } from "./local-date.ts";
import type { WorkCalendar } from "./workdays.ts";
import { instantAt, localDateAt, minutesOf, timeOf, type LocalTime } from "./zones.ts";

export interface WorkBreak {
  start: LocalTime;
  end: LocalTime;
}
/** Within one day: `start` is before `end`, and nobody is spoken to in a break. */
export interface WorkingHours {
  start: LocalTime;
  end: LocalTime;
  breaks: readonly WorkBreak[];
}

/** 09:00 to 18:00, lunch 12:00 to 13:30 free (domain 2.16). */
export const defaultHours: WorkingHours = {
  start: "09:00",
  end: "18:00",
  breaks: [{ start: "12:00", end: "13:30" }],
};

// The stretches between breaks, in minutes of the day.
function stretches(hours: WorkingHours): Array<[number, number]> {
  const end = minutesOf(hours.end);
  const list: Array<[number, number]> = [];
  let from = minutesOf(hours.start);
  const breaks = hours.breaks
    .map((pause) => [minutesOf(pause.start), minutesOf(pause.end)] as const)
    .sort((a, b) => a[0] - b[0]);
  for (const [pause, resume] of breaks) {
    if (pause > from) list.push([from, Math.min(pause, end)]);
    from = Math.max(from, resume);
  }
  if (from < end) list.push([from, end]);
  return list.filter(([start, stop]) => start < stop);
}

function momentOn(date: LocalDate, instant: Date, zone: string, hours: WorkingHours): Date | null {
  for (const [from, to] of stretches(hours)) {
    const start = instantAt(date, timeOf(from), zone);
    if (instant < instantAt(date, timeOf(to), zone)) return instant > start ? instant : start;
  }
  return null;
}

const patience = 550;

/**
 * The first moment at or after `instant` inside the hours of a workday in `zone`; the end of the day and breaks are outside.
 * Throws RangeError when no workday comes within 550 days, or the hours are empty.
 */
export function nextWorkMoment(
  instant: Date,
  zone: string,
  hours: WorkingHours,
  calendar: WorkCalendar,
): Date {
  let date = localDateAt(instant, zone);
  for (let days = 0; days <= patience; days += 1, date = addDays(date, 1)) {
    if (!calendar.isWorkday(date)) continue;
    const moment = momentOn(date, instant, zone, hours);
    if (moment !== null) return moment;
  }
  throw new RangeError("no working hours within 550 days");
}

/** Is this moment inside the hours of a workday? */
export function isWorkMoment(
  instant: Date,
  zone: string,
  hours: WorkingHours,
  calendar: WorkCalendar,
): boolean {
  const date = localDateAt(instant, zone);
  return (
    calendar.isWorkday(date) &&
    momentOn(date, instant, zone, hours)?.getTime() === instant.getTime()
  );
}

const clock =
  /^(早上|上午|早|朝|中午|下午|晚上|晚)?\s?(\d{1,2})(?:(?::|点)(半|[0-5]\d)?分?)?\s?(am|pm)?$/;

function readClock(text: string): number | null {
  const match = clock.exec(text);
  if (match === null) return null;
  const [, part, hourText, minuteText, half] = match;
  let hour = Number(hourText);
  const late = half === "pm" || part === "下午" || part === "晚上" || part === "晚";
  if (half !== undefined && (hour < 1 || hour > 12)) return null;
  if (late && hour < 12) hour += 12;
  if (half === "am" && hour === 12) hour = 0;
  const minutes = hour * 60 + (minuteText === "半" ? 30 : Number(minuteText ?? "0"));
  return minutes < 24 * 60 ? minutes : null;
}

const chineseHours: Readonly<Record<string, number>> = {
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
  十一: 11,
  十二: 12,
};

/** Midnight as the end of a day. */
const dayEnd = /^24(?::?00|点)?$/;

/**
 * Reads "9-18", "9:30-18:30", "09:00–18:00", "9am to 6pm", "9点到18点", "早9晚6", "朝九晚五". No breaks. Hours that end the next day are said to be so, since a
 * working day lies within one date. Null when not both hours are plain.
 */
export function readHours(text: string): WorkingHours | "over midnight" | null {
  const plain = text
    .normalize("NFKC")
    .trim()
    .toLowerCase()
    .replace(/[‐-―−]/g, "-")
    .replace(/十二|十一|[一二两三四五六七八九十]/g, (hour) => String(chineseHours[hour]));
  if (plain.length > 40) return null;
  const parts = plain
    .replace(/^([早朝][^晚到至~-]+)(晚|下午)/, "$1-$2")
    .split(/\s?(?:-+|~|到|至|\bto\b)\s?/);
  const [from = "", to = ""] = parts.map((each) => each.trim());
  const [start, end] = [readClock(from), dayEnd.test(to) ? 24 * 60 - 1 : readClock(to)];
  if (parts.length !== 2 || start === null || end === null || start === end) return null;
  if (start > end) return "over midnight";
  return { start: timeOf(start), end: timeOf(end), breaks: [] };
}
