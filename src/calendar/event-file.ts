// A meeting that comes again, as a calendar file (iCalendar, RFC 5545) that calendars of every maker take in.
import { addDays, addMonths, weekday, type LocalDate } from "./local-date.ts";
import { instantAt, localDateAt, localTimeAt, type LocalTime } from "./zones.ts";

export interface RecurringEvent {
  /** Stays the same when it changes: then a calendar replaces what it has. */
  readonly uid: string;
  /** When the file is made; a later one wins. */
  readonly stamp: Date;
  readonly title: string;
  /** IANA name: the clock by which it comes again. */
  readonly zone: string;
  /** The first day, on the weekday it comes again. */
  readonly first: LocalDate;
  readonly time: LocalTime;
  readonly minutes: number;
  readonly everyWeeks: number;
  /** Days on which it does not come as it should: it is left out, or at another time. */
  readonly exceptions: readonly { readonly day: LocalDate; readonly insteadAt: Date | null }[];
}

const weekdays = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
const longestLine = 74;

/** Lines end in CRLF and none is longer than 75 bytes. */
export function eventFile(event: RecurringEvent): string {
  const { uid, stamp, title, zone, first, time, minutes, everyWeeks, exceptions } = event;
  const common = [
    `UID:${uid}`,
    `DTSTAMP:${utcOf(stamp)}`,
    `SEQUENCE:${String(Math.floor(stamp.getTime() / 60_000) % 2_000_000_000)}`,
    `SUMMARY:${escaped(title)}`,
    `DURATION:PT${String(minutes)}M`,
  ];
  const local = (day: LocalDate, at: LocalTime): string =>
    `TZID=${zone}:${day.replaceAll("-", "")}T${at.replace(":", "")}00`;
  const moved = exceptions.flatMap(({ day, insteadAt }) =>
    insteadAt === null
      ? []
      : [
          "BEGIN:VEVENT",
          ...common,
          `RECURRENCE-ID;${local(day, time)}`,
          `DTSTART;${local(localDateAt(insteadAt, zone), localTimeAt(insteadAt, zone))}`,
          "END:VEVENT",
        ],
  );
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Pacer//One-on-ones//EN",
    "METHOD:PUBLISH",
    ...zoneLines(zone, first),
    "BEGIN:VEVENT",
    ...common,
    `DTSTART;${local(first, time)}`,
    `RRULE:FREQ=WEEKLY;INTERVAL=${String(everyWeeks)};BYDAY=${weekdays[weekday(first) - 1] ?? ""}`,
    ...exceptions.flatMap(({ day, insteadAt }) =>
      insteadAt === null ? [`EXDATE;${local(day, time)}`] : [],
    ),
    "END:VEVENT",
    ...moved,
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

const utcOf = (instant: Date): string =>
  instant.toISOString().replace(/\.\d+/, "").replaceAll(/[-:]/g, "");

const escaped = (text: string): string =>
  text.replaceAll(/[\\;,]/g, (sign) => `\\${sign}`).replaceAll(/\r?\n/g, "\\n");

/** A long line goes on behind a space; no letter is cut in two. */
function folded(line: string): string {
  let [out, bytes] = ["", 0];
  for (const letter of line) {
    const size = new TextEncoder().encode(letter).length;
    if (bytes + size > longestLine) [out, bytes] = [`${out}\r\n `, 1];
    out += letter;
    bytes += size;
  }
  return out;
}

const minuteMs = 60_000;
const monthsSaid = 24;

/** Minutes ahead of UTC, at that moment. */
function offsetAt(instant: Date, zone: string): number {
  const wall = Date.parse(`${localDateAt(instant, zone)}T${localTimeAt(instant, zone)}:00Z`);
  return Math.round((wall - Math.floor(instant.getTime() / minuteMs) * minuteMs) / minuteMs);
}

/** What the zone's clock does for two years from that day on, each change by its own line: names of zones mean nothing to some calendars. */
function zoneLines(zone: string, from: LocalDate): readonly string[] {
  const start = instantAt(from, "00:00", zone);
  const end = addMonths(from, monthsSaid);
  const lines = ["BEGIN:VTIMEZONE", `TZID:${zone}`];
  const base = offsetAt(start, zone);
  lines.push(...observance(from, "00:00", base, base));
  for (let day = from; day < end; day = addDays(day, 1)) {
    const [before, after] = [
      instantAt(day, "00:00", zone),
      instantAt(addDays(day, 1), "00:00", zone),
    ];
    const [was, is] = [offsetAt(before, zone), offsetAt(after, zone)];
    if (was !== is) {
      const at = changeBetween(before, after, zone);
      // The hour its change is named by is still counted by the clock before it.
      const wall = new Date(at.getTime() + was * minuteMs).toISOString();
      lines.push(...observance(wall.slice(0, 10), wall.slice(11, 16), was, is));
    }
  }
  return [...lines, "END:VTIMEZONE"];
}

function observance(day: string, time: string, was: number, is: number): string[] {
  const kind = is > was ? "DAYLIGHT" : "STANDARD";
  return [
    `BEGIN:${kind}`,
    `DTSTART:${day.replaceAll("-", "")}T${time.replace(":", "")}00`,
    `TZOFFSETFROM:${offsetText(was)}`,
    `TZOFFSETTO:${offsetText(is)}`,
    `END:${kind}`,
  ];
}

function offsetText(minutes: number): string {
  const size = Math.abs(minutes);
  const two = (n: number): string => String(n).padStart(2, "0");
  return `${minutes < 0 ? "-" : "+"}${two(Math.floor(size / 60))}${two(size % 60)}`;
}

/** The first whole minute after the clocks changed. */
function changeBetween(before: Date, after: Date, zone: string): Date {
  const was = offsetAt(before, zone);
  let [low, high] = [before.getTime() / minuteMs, after.getTime() / minuteMs];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(new Date(middle * minuteMs), zone) === was) low = middle;
    else high = middle;
  }
  return new Date(high * minuteMs);
}
