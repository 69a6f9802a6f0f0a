// Between moments and wall clocks. Every function names its zone; nothing here reads the machine's own.
import { cityZones, zoneCity } from "./cities.ts";
import { countryCodes, zonesOf } from "./countries.ts";
import { dayNumber, localDate, type LocalDate } from "./local-date.ts";

/** Wall clock time "HH:MM", 00:00 to 23:59. */
export type LocalTime = string;

const minute = 60_000;
const day = 86_400_000;
const timePattern = /^([01]\d|2[0-3]):([0-5]\d)$/;

/** Minutes since midnight of "HH:MM". Throws RangeError for anything else. */
export function minutesOf(time: LocalTime): number {
  const match = timePattern.exec(time);
  if (match === null) throw new RangeError(`not a time of day: ${time.slice(0, 20)}`);
  return Number(match[1]) * 60 + Number(match[2]);
}

/** "HH:MM" of minutes since midnight, 0 to 1439. */
export function timeOf(minutes: number): LocalTime {
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}

/** Writes the offset from UTC of a moment in its zone: "GMT", "GMT+05:45", with seconds before 1972. */
type Zone = Intl.DateTimeFormat;

const zones = new Map<string, Zone | null>();

function zoneNamed(name: string): Zone | null {
  const known = zones.get(name);
  if (known !== undefined) return known;
  // Only names people can recognise: Area/Place or UTC; abbreviations such as CST mean several zones.
  const shaped = /^(?:UTC|[A-Za-z][A-Za-z_]*(?:\/[A-Za-z0-9_+-]+){1,2})$/.test(name);
  const zone = shaped ? formatterOf(name) : null;
  // Names come from people too: the cache must not grow with what they mistype.
  if (zone !== null || zones.size < 1000) zones.set(name, zone);
  return zone;
}

function formatterOf(name: string): Zone | null {
  try {
    return new Intl.DateTimeFormat("en-US", { timeZone: name, timeZoneName: "longOffset" });
  } catch {
    return null;
  }
}

function zoneOrThrow(name: string): Zone {
  const zone = zoneNamed(name);
  if (zone === null) throw new RangeError(`unknown time zone: ${name.slice(0, 40)}`);
  return zone;
}

/** Is this an IANA name ("Asia/Shanghai") this Node knows? */
export function isZone(name: string): boolean {
  return zoneNamed(name) !== null;
}

// Clocks change on a whole minute (St. John's did at 00:01), at least since the last zone gave up its odd seconds in 1972. So an
// offset holds for that minute; asking for one takes 20 microseconds, and an act or a plan asks for the same several times.
const sinceWholeMinutes = Date.UTC(1973, 0, 1);
const mostOffsets = 10_000;
const offsets = new Map<string, number>();

function offsetAt(millis: number, zone: string): number {
  if (!(millis >= sinceWholeMinutes)) return offsetOf(zoneOrThrow(zone), millis);
  const key = `${zone}|${Math.floor(millis / minute)}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  const offset = offsetOf(zoneOrThrow(zone), millis);
  if (offsets.size >= mostOffsets) offsets.clear();
  offsets.set(key, offset);
  return offset;
}

const writtenOffset = /GMT(?:([+-])(\d{2}):(\d{2})(?::(\d{2}))?)?$/;

/** Minutes east of UTC; a fraction before 1972. */
function offsetOf(zone: Zone, millis: number): number {
  const [, sign, hours, minutes, seconds] = writtenOffset.exec(zone.format(millis)) ?? [];
  const size = Number(hours ?? 0) * 60 + Number(minutes ?? 0) + Number(seconds ?? 0) / 60;
  return sign === "-" ? -size : size;
}

function wallClock(instant: Date, zone: string): string {
  const millis = instant.getTime();
  return new Date(millis + offsetAt(millis, zone) * minute).toISOString();
}

/** The day it is in `zone` at that moment. Throws RangeError for an unknown zone. */
export function localDateAt(instant: Date, zone: string): LocalDate {
  return localDate(wallClock(instant, zone).slice(0, 10));
}

/** The wall clock "HH:MM" in `zone` at that moment. Throws RangeError for an unknown zone. */
export function localTimeAt(instant: Date, zone: string): LocalTime {
  return wallClock(instant, zone).slice(11, 16);
}

/**
 * The moment when clocks in `zone` show `time` on `date`. An hour that does not exist moves forward by the gap; one that
 * exists twice gives the first. Throws RangeError for an unknown zone or time.
 */
export function instantAt(date: LocalDate, time: LocalTime, zone: string): Date {
  const wall = dayNumber(date) * day + minutesOf(time) * minute;
  // The offsets a day before and a day after enclose any change of clocks near this hour.
  const before = offsetAt(wall - day, zone) * minute;
  const after = offsetAt(wall + day, zone) * minute;
  const moments = [wall - before, wall - after].filter(
    (moment) => moment + offsetAt(moment, zone) * minute === wall,
  );
  return new Date(moments.length > 0 ? Math.min(...moments) : wall - before);
}

// The machine's names, by last segment in lower case: "new york" -> America/New_York. Built on first use.
let places: Map<string, string> | undefined;

function knownPlaces(): Map<string, string> {
  if (places !== undefined) return places;
  places = new Map();
  // By their present names first (Kathmandu, Kolkata), then as this Node lists them (Katmandu, Calcutta).
  for (const name of [...countryCodes.flatMap(zonesOf), ...Intl.supportedValuesOf("timeZone")]) {
    const place = name
      .slice(name.lastIndexOf("/") + 1)
      .replaceAll("_", " ")
      .toLowerCase();
    if (!places.has(place)) places.set(place, name);
  }
  for (const [place, name] of cityZones) places.set(place, name);
  return places;
}

const offsetText = /^(?:utc|gmt)?\s*([+-])\s*(\d{1,2})(?::?([0-5]\d))?$/;

/** Zones that stand for ever at an offset of no whole hours. Where clocks change, or no such zone is, a city has to be named. */
const brokenOffsets: Readonly<Record<string, string>> = {
  "+3:30": "Asia/Tehran",
  "+4:30": "Asia/Kabul",
  "+5:30": "Asia/Kolkata",
  "+5:45": "Asia/Kathmandu",
  "+6:30": "Asia/Yangon",
  "+8:45": "Australia/Eucla",
  "+9:30": "Australia/Darwin",
  "-9:30": "Pacific/Marquesas",
};

/** 东八区, 東8區: as Chinese names an offset. */
const namedOffset =
  /^([东東西])(?:第)?(十[一二]?|[一二三四五六七八九]|1[0-2]|[1-9])[区區](?:时间|時間)?$/;

function asOffset(text: string): string {
  const [, side, hours = ""] = namedOffset.exec(text) ?? [];
  if (side === undefined) return text;
  const digits = /^\d/.test(hours)
    ? Number(hours)
    : "一二三四五六七八九十".indexOf(hours.at(-1) ?? "") + 1 + (hours.length === 2 ? 10 : 0);
  return `utc${side === "西" ? "-" : "+"}${digits}`;
}

/** An offset says when it is there, and nothing of where. */
export const isOffset = (text: string): boolean =>
  /^(?:utc|gmt)$/i.test(text.trim()) || offsetText.test(plainName(text));

const plainName = (text: string): string =>
  asOffset(text.normalize("NFKC").trim().replace(/\s+/g, " ").replace("−", "-").toLowerCase());

/** Reads what people type: "Berlin", "上海", "New York", "asia/shanghai", "UTC+8", "东八区", "UTC+5:45". Null when unknown. */
export function findZone(text: string): string | null {
  const asked = plainName(text);
  if (asked.length === 0 || asked.length > 60) return null;
  if (asked === "utc" || asked === "gmt") return "UTC";
  const offset = offsetText.exec(asked);
  if (offset !== null) {
    const [, sign = "+", hours = "0", minutes = "00"] = offset;
    if (minutes !== "00") return brokenOffsets[`${sign}${Number(hours)}:${minutes}`] ?? null;
    // POSIX signs: Etc/GMT-8 is eight hours ahead of UTC.
    const name = Number(hours) === 0 ? "UTC" : `Etc/GMT${sign === "+" ? "-" : "+"}${Number(hours)}`;
    return isZone(name) ? name : null;
  }
  const place = knownPlaces().get(asked.replaceAll("_", " ").replace(/(?:市|时间| time)$/, ""));
  if (place !== undefined && isZone(place)) return place;
  if (!asked.includes("/")) return null;
  const full = asked.replaceAll(" ", "_");
  const exact = Intl.supportedValuesOf("timeZone").find((name) => name.toLowerCase() === full);
  return exact ?? aliasOf(full);
}

// Asia/Kolkata may be an alias of Asia/Calcutta on this machine: accepted, spelt with capitals.
function aliasOf(full: string): string | null {
  const name = full.replace(
    /(^|[/_-])([a-z])/g,
    (_, mark: string, letter: string) => mark + letter.toUpperCase(),
  );
  return isZone(name) ? name : null;
}

/** The zone as somebody would type it here: its city where that is read as this very zone, else its IANA name. */
export function writtenZone(zone: string, locale: "zh" | "en"): string {
  const city = zoneCity(zone, locale);
  return findZone(city) === zone ? city : zone;
}
