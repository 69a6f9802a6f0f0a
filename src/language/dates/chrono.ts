// What our own words do not read, chrono-node may; but only phrases with a figure and a word of time in them, and only as a day.
import { parse } from "chrono-node/en";
import { dateExists, dateOf, type LocalDate } from "#src/calendar/local-date";
import type { Around } from "./rule.ts";

const month =
  "january|february|march|april|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|May";
const weekday = "monday|tuesday|wednesday|thursday|friday|saturday|sunday";
const wordOfTime = new RegExp(`\\b(?:${month}|${weekday}|weeks?|days?|months?)\\b`, "i");
const figure = /\d|\b(?:one|two|three|four|five|six|a) (?:days?|weeks?|months?)\b/i;
// "20 days" alone is a length of time; it takes one of these to make a date.
const anchor = new RegExp(
  `\\b(?:${month}|${weekday}|ago|from|hence|after|before|in|within|next|last)\\b`,
  "i",
);
const longest = 300;

/** The first day chrono finds and we believe. Its moments are not used: across a change of clocks they are an hour off. */
export function findWithChrono(
  text: string,
  around: Around,
): { date: LocalDate; start: number; end: number } | null {
  if (text.length > longest || !wordOfTime.test(text) || !figure.test(text)) return null;
  const reference = { instant: new Date(`${around.today}T12:00:00Z`), timezone: 0 };
  for (const result of parse(text, reference, { forwardDate: around.lean === "future" })) {
    const { start } = result;
    const believed =
      figure.test(result.text) && wordOfTime.test(result.text) && anchor.test(result.text);
    if (!believed || !(start.isCertain("day") || start.isCertain("weekday"))) continue;
    const [year, monthOfYear, day] = [
      start.get("year") ?? 0,
      start.get("month") ?? 0,
      start.get("day") ?? 0,
    ];
    if (!dateExists(year, monthOfYear, day)) continue;
    const date = dateOf(year, monthOfYear, day);
    if (around.lean === "past" && date > around.today && !start.isCertain("year")) continue;
    return { date, start: result.index, end: result.index + result.text.length };
  }
  return null;
}
