// Everything in a line that is a day, may be one, or only looks like one: nothing of it is passed over, and nothing guessed.
import type { LocalDate } from "#src/calendar/local-date";
import { customPeriod, type Period } from "#src/calendar/periods";
import { findDate, longestLine, phrasesIn } from "./dates.ts";
import { weekdaysBesideFigures } from "./english.ts";
import { doubtfulFestivalRules } from "./festivals.ts";
import { doubtfulFigureRules } from "./figures.ts";
import type { Around } from "./rule.ts";
import { findSpans } from "./spans.ts";

export type DayMention = {
  readonly start: number;
  /** Exclusive; connectives (by, until, 前) belong to it. */
  readonly end: number;
  /**
   * Read as a day only where nothing else takes it: it may be an amount (10.11), a part of one (3/5), or a word of a note (October
   * renewal). What is certain without it means that a day was meant.
   */
  readonly doubtful?: true;
} & (
  | { readonly reads: "day"; readonly date: LocalDate }
  /** Several days: asked about, never chosen. */
  | { readonly reads: "ambiguous" }
  | { readonly reads: "does-not-exist" }
  | { readonly reads: "span"; readonly period: Period }
);

/** Words of time that name no day anybody could count: mid November, KW 45, last weekend, 前几天. */
const vague =
  /(?<![a-z])(?:(?:mid|early|late|mitte|anfang|ende)[- ](?:of )?(?:(?:last|this|next) month|january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|januar|februar|märz|juni|juli|oktober|dezember)|(?:last|this|next|over the|at the) weekend|the other day|(?:calendar week|cw|kw|week) ?\d{1,2}|a few days ago)(?![a-z\d])|(?:上|这|本|下)?个?周末(?!版)|(?:\d{1,2}|[一二三四五六七八九十]{1,2})?月(?:上旬|中旬|下旬|中(?=$|[\s，。；,;.]))|(?:前|这|过)几天|(?:前|上)(?:两|三)(?:天|周)/giu;

/**
 * Every day-like thing of a normalised line, left to right, none over another. Spans of days come as spans: for one day they are
 * to be asked about. Web addresses are passed over. Never throws.
 */
export function findDays(typed: string, around: Around): readonly DayMention[] {
  if (typed.length > longestLine) return [];
  const text = typed.replace(/(?:https?:\/\/|www\.)\S+/gi, (link) => "_".repeat(link.length));
  const found: DayMention[] = [
    ...phrasesIn(text, around),
    ...phrasesIn(text, around, weekdaysBesideFigures(text)),
  ];
  const spans = findSpans(text, around).map(({ period, start, end, lead }): DayMention => ({
    reads: "span",
    period,
    start,
    end,
    ...(lead === "" && insideWords(text, start, end) && { doubtful: true }),
  }));
  const doubtful = phrasesIn(text, around, [...doubtfulFigureRules, ...doubtfulFestivalRules]).map(
    (each): DayMention => ({ ...each, doubtful: true }),
  );
  const unclear = Array.from(text.matchAll(vague), ({ 0: words, index }): DayMention => ({
    reads: "ambiguous",
    start: index,
    end: index + words.length,
  }));
  const chosen = joined(apart([...found, ...unclear, ...spans, ...doubtful]), text);
  return chosen.length > 0 ? chosen : byChrono(text, around);
}

/** October renewal, Q1 deck, 12月新签: a word of a note; at an end of the line, or beside a mark, a day is meant. */
const insideWords = (text: string, start: number, end: number): boolean =>
  /^ ?[\p{L}]/u.test(text.slice(end, end + 3)) ||
  (start > 0 &&
    /[\p{L}] ?$/u.test(text.slice(0, start)) &&
    end < text.length &&
    !/^[\s]*[,.;，。；]/.test(text.slice(end)));

/** The first of what begins earliest, the longest where two begin alike. */
function apart(all: readonly DayMention[]): readonly DayMention[] {
  const chosen: DayMention[] = [];
  for (const each of all.toSorted((a, b) => a.start - b.start || b.end - a.end))
    if (each.start >= (chosen.at(-1)?.end ?? 0)) chosen.push(each);
  return chosen;
}

const joins = /^ ?(?:\.\.|~|-|to|until|till|through|thru|bis|到|至)? ?$/i;
const leadsOn = /^ ?(?:until|till|through|thru|to|到|至|bis)/i;
const between = /\b(?:between|zwischen) $/i;

/** Two days, or spans, with "to" between them are the span from the one to the other. */
function joined(apart: readonly DayMention[], text: string): readonly DayMention[] {
  const all: DayMention[] = [];
  for (const each of apart) {
    const before = all.at(-1);
    const span = before && spanOf(before, each, text);
    if (span) all.splice(-1, 1, span);
    else all.push(each);
  }
  return all;
}

function spanOf(from: DayMention, to: DayMention, text: string): DayMention | null {
  const ends = [firstDay(from), lastDay(to)] as const;
  const led = joinedAt(from, to, text);
  if (ends[0] === null || ends[1] === null || led === null) return null;
  const [first, last] = [text.slice(from.start, from.end), text.slice(to.start, to.end)];
  const start = hasYear(last) && !hasYear(first) ? reread(first, ends[1], "past") : from;
  const begins = start && firstDay(start);
  if (!begins) return null;
  const finish = ends[1] < begins ? reread(last, begins, "future") : to;
  const stops = finish && lastDay(finish);
  if (!stops || stops < begins) return null;
  const period = customPeriod(begins, stops);
  return { reads: "span", period, start: from.start - led, end: to.end };
}

/** How many characters a word that joins them takes before the first; null where nothing joins them. */
function joinedAt(from: DayMention, to: DayMention, text: string): number | null {
  const amid = text.slice(from.end, to.start);
  const ahead = between.exec(text.slice(Math.max(0, from.start - 10), from.start));
  if (ahead && /^ ?(?:and|und) ?$/i.test(amid)) return ahead[0].length;
  const linked = amid.trim() !== "" || leadsOn.test(text.slice(to.start));
  return joins.test(amid) && linked ? 0 : null;
}

function firstDay(each: DayMention): LocalDate | null {
  if (each.reads === "span") return each.period.start;
  return each.reads === "day" ? each.date : null;
}
function lastDay(each: DayMention): LocalDate | null {
  if (each.reads === "span") return each.period.end;
  return each.reads === "day" ? each.date : null;
}

const hasYear = (phrase: string): boolean => /\d{4}/.test(phrase);

/** The same words seen from the other end of the span: 31 Mar behind 1 Dec is next year's. */
function reread(phrase: string, today: LocalDate, lean: Around["lean"]): DayMention | null {
  const around = { today, lean };
  const [found] = findSpans(phrase, around);
  if (found) return { reads: "span", ...found };
  const day = findDate(phrase, around);
  return day && "date" in day ? { reads: "day", ...day } : null;
}

function byChrono(text: string, around: Around): readonly DayMention[] {
  const found = findDate(text, around);
  return found === null || !("date" in found)
    ? []
    : [{ reads: "day", date: found.date, start: found.start, end: found.end }];
}
