// When a goal runs, as its line says it: until a day, in a span (Q1 2027, 下半年, 2026-12-28..2027-03-28), or in words that leave it open.
import { onlyOne } from "#src/language/lists";
import type { Argument, Reading } from "#src/bot/declare/arguments";
import { localDate, type LocalDate } from "#src/calendar/local-date";
import { customPeriod, inPeriod, periodOf, type Period } from "#src/calendar/periods";
import { findAmounts } from "#src/language/amount/amount";
import { bareDate } from "#src/language/dates/dates";
import { findDays, type DayMention } from "#src/language/dates/find-days";

export type GoalTime =
  /** `typed`: the words it was read from. */
  | { readonly says: "due"; readonly due: LocalDate; readonly typed: string }
  | { readonly says: "span"; readonly period: Period }
  | { readonly says: "unclear" | "no-such-date" | "fiscal"; readonly typed: string }
  /** A figure like 2027 and no other: it may be the year as well as the target. */
  | { readonly says: "year-alone"; readonly year: string };

/** Takes the words about time out of the line; null where it has none. */
export function goalTime(): Argument<GoalTime | null> {
  return { namesPeople: false, mayHold: () => true, read: readTime };
}

const because = /\bbecause\b|因为|为了/iu;
/** Words of time that name no end anybody could count: they are asked about, not left in the title. */
const openEnded =
  /(?:\b(?:for|over) (?:the )?(?:(?:next|coming) |rest of (?:the )?)?(?:\d+ |two |three |six )?(?:days?|weeks?|months?|quarters?|years?|summer|winter|spring|autumn|holidays)\b|\b[1-4]q ?'?\d{2,4}\b|\b(?:im |bis )?(?:ersten|zweiten|dritten|vierten|nächsten|laufenden|dieses) (?:quartals?|halbjahre?s?|monats?|jahre?s?)\b|(?:未来|今后|接下来)?(?:\d{1,2}|[一两二三四五六七八九十]{1,2})个(?:月|星期|季度)(?![前后内报均])|(?<![\d今明去前后每半])年前|\d{1,2}[./]\d{1,2} ?[-~到至] ?\d{1,2}[./]\d{1,2}|\b(?:mon|tue|wed|thu|fri)[a-z]*-(?:tue|wed|thu|fri|sat|sun))/iu;
const fiscal = /(?:\bfy ?'?\d{2,4}|\bfq[1-4]|\bfiscal|财年|财季|会计年度|财务年度)/iu;

function readTime(reading: Reading): GoalTime | null {
  const { rest: line, today } = reading;
  const words = line.slice(0, because.exec(line)?.index ?? line.length);
  const fiscalYear = fiscal.exec(words);
  if (fiscalYear) return { says: "fiscal", typed: fiscalYear[0] };
  const days = findDays(words, { today, lean: "future" });
  const named = chosen(days, words);
  if (named === "several")
    return { says: "unclear", typed: days.map((each) => phrase(words, each)).join(", ") };
  const open = named === null ? openEnded.exec(words) : yearCutShort(named, words);
  if (open) return { says: "unclear", typed: open[0].trim() };
  if (named === null) return readYear(words, reading);
  for (const each of named.toReversed()) cut(reading, each);
  const time = meaning(named, words);
  return yearBeside(time, reading) ?? time;
}

function endOf(time: GoalTime): LocalDate | null {
  if (time.says === "due") return time.due;
  return time.says === "span" ? time.period.end : null;
}

/** calls 300 2027 by 31 Dec: the year belongs to the day, and to no other one. */
function yearBeside(time: GoalTime, reading: Reading): GoalTime | null {
  const until = endOf(time);
  const found = onlyOne(Array.from(reading.rest.matchAll(bareYear)));
  if (until === null || found === null || findAmounts(reading.rest).length < 2) return null;
  const { 0: year, index } = found;
  if (!until.startsWith(year)) return { says: "unclear", typed: year };
  cut(reading, { start: index, end: index + year.length });
  return null;
}

/** Q1 27: the quarter of 2027, or 27 of something in the next one. */
function yearCutShort(named: readonly DayMention[], words: string): RegExpExecArray | null {
  const [only] = named;
  if (named.length !== 1 || only?.reads !== "span") return null;
  const found = /^[^ ]+ (?:2[4-9]|3[0-5])(?![\d.,]*[\d%kwm万])/iu.exec(words.slice(only.start));
  const others = `${words.slice(0, only.start)} ${words.slice(only.end)}`;
  return found && found[0].length > only.end - only.start && findAmounts(others).length > 1
    ? found
    : null;
}

/** What is meant of several: what a connective leads in, or a span with a day inside; a doubtful one where nothing is certain. */
function chosen(
  days: readonly DayMention[],
  words: string,
): readonly DayMention[] | "several" | null {
  const certain = days.filter((each) => !each.doubtful || each.reads === "span");
  const among = certain.length > 0 ? certain : days.filter((each) => counts(each, words));
  if (among.length < 2) return among.length === 0 ? null : among;
  const led = among.filter((each) => leads.test(words.slice(each.start, each.end)));
  const spans = among.filter((each) => each.reads === "span");
  if (among.length === 2 && spans.length === 1 && isInside(among)) return among;
  return led.length === 1 ? led : "several";
}
const leads =
  /^(?:due|by|until|till?|before|through)\b|^(?:截止|截至|到|至)|(?:之前|以前|前)\s*$/iu;

/** 10/11 and 10.11 only beside the figure that is to be reached. */
function counts(each: DayMention, words: string): boolean {
  const others = `${words.slice(0, each.start)} ${words.slice(each.end)}`;
  return findAmounts(others).length > 0 && !/\bfrom\b|[从由]/iu.test(words);
}

function isInside(pair: readonly DayMention[]): boolean {
  const span = pair.find((each) => each.reads === "span");
  const day = pair.find((each) => each.reads === "day");
  return span !== undefined && day !== undefined && inPeriod(span.period, day.date);
}

function meaning(named: readonly DayMention[], words: string): GoalTime {
  const span = named.find((each) => each.reads === "span");
  const day = named.find((each) => each.reads === "day");
  const typed = named.map((each) => phrase(words, each)).join(" ");
  if (span && day) return { says: "span", period: customPeriod(span.period.start, day.date) };
  // Before Q1 is not in Q1.
  if (span && /^before\b|(?:之前|以前|[^以之]前)$/iu.test(typed)) return { says: "unclear", typed };
  if (span) return { says: "span", period: ofTheCalendar(span.period) };
  if (day) return { says: "due", due: day.date, typed };
  const missing = named.some((each) => each.reads === "does-not-exist");
  return { says: missing ? "no-such-date" : "unclear", typed: bareDate(typed) };
}

/** From 1 January to 31 March is the quarter. */
function ofTheCalendar(period: Period): Period {
  const kinds = ["month", "quarter", "year"] as const;
  const alike = kinds
    .map((kind) => periodOf(kind, period.start))
    .find(({ start, end }) => start === period.start && end === period.end);
  return alike ?? period;
}

const bareYear =
  /(?<![\d.,:/$€£¥#a-z+-])20[2-4]\d(?![\d.,:/%-]|[a-z]| ?[万千百亿%个单家次通件台元块位人户笔份])/giu;

/** A bare year is no target: beside another figure it is the time, alone it is asked about. */
function readYear(words: string, reading: Reading): GoalTime | null {
  const years = Array.from(words.matchAll(bareYear));
  const [first] = years;
  if (!first) return null;
  const amounts = findAmounts(words);
  if (amounts.length > 1 && years.length === 1) {
    cut(reading, { start: first.index, end: first.index + 4 });
    return { says: "span", period: periodOf("year", localDate(`${first[0]}-01-01`)) };
  }
  return amounts.length > 1
    ? { says: "unclear", typed: years.map((each) => each[0]).join(", ") }
    : { says: "year-alone", year: first[0] };
}

const phrase = (words: string, { start, end }: Pick<DayMention, "start" | "end">): string =>
  words.slice(start, end).trim();

function cut(reading: Reading, { start, end }: Pick<DayMention, "start" | "end">): void {
  reading.rest = `${reading.rest.slice(0, start)} ${reading.rest.slice(end)}`
    .replace(/ {2,}/g, " ")
    .trim();
}
