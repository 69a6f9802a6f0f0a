// Days in figures alone: 2026-12-31, 12/31, 31/12/2026, 5.11.2026, by 12.31. What may be several days is never guessed.
import { yearOf } from "#src/calendar/local-date";
import {
  existing,
  nearestMonthDay,
  rule,
  type Groups,
  type PhraseContext,
  type Reading,
  type Rule,
} from "./rule.ts";

const begin = "(?<![\\d:/#a-z$€£¥+-]|(?<!\\.)\\.|\\bv(?:er(?:sion)?)? ?|\\brelease |\\bbuild )";
const end = "(?![\\d:/%]|[.-]\\d|[a-z]| ?[万千百亿%]|[个单家次通件台])";

const isMonth = (month: number, day: number): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= 31;

/** 24/7 and 7/24 stand for "always", 7-11 is a shop. */
function isSaying(groups: Groups, { after, linked }: PhraseContext): boolean {
  const both = `${groups["first"]}${groups["mark"]}${groups["second"]}`;
  if (both === "24/7" || both === "7/24") return !linked || always.test(after);
  return /^7[-/]11$/.test(both) && !linked;
}
const always = /^ ?(?:小时|客服|服务|支持|在线|全天|hours?|support|service|hotline|help|on-?call)/i;

function readFigures(groups: Groups, context: PhraseContext): Reading {
  const [first, second] = [Number(groups["first"]), Number(groups["second"])];
  if (groups["year"] !== undefined) return readWithYear(first, second, groups, context);
  if (isSaying(groups, context)) return null;
  if (isMonth(first, second)) return readMonthAhead(first, second, groups, context);
  // 31/12 is a day; 20/30 is none.
  const written = groups["first"]?.length === 2 && groups["second"]?.length === 2;
  const slash = groups["mark"] === "/";
  return isMonth(second, first) && ((slash && written) || context.linked)
    ? nearestMonthDay(second, first, context)
    : null;
}

function readMonthAhead(
  first: number,
  second: number,
  { mark, first: typed }: Groups,
  context: PhraseContext,
): Reading {
  const { linked, after } = context;
  // "2-3 deals" is a span; nobody writes February 3 that way before a word.
  if (mark === "-" && !linked && typed?.length === 1 && /^ ?[a-z\p{Script=Han}]/iu.test(after))
    return null;
  const certain = mark === "-" || first === second || second > 12 || monthComesFirst(context);
  if (certain) return nearestMonthDay(first, second, context);
  // 3/5 may be March 5, 3 May, or three of five: asked about only where a date is meant.
  return linked ? "ambiguous" : null;
}

const monthComesFirst = ({ monthFirst, chinese }: PhraseContext): boolean => monthFirst ?? chinese;

/** 10/11/2026 is 10 November or October 11; with dots it is the former, unless the reader puts the month first. */
function readWithYear(
  first: number,
  second: number,
  { mark, year: typed }: Groups,
  context: PhraseContext,
): Reading {
  const year = yearWritten(typed ?? "", context);
  if (year === null) return null;
  const [monthDay, dayMonth] = [isMonth(first, second), isMonth(second, first)];
  if (!monthDay && !dayMonth) return typed?.length === 4 ? "does-not-exist" : null;
  if (monthDay && dayMonth && first !== second) {
    if (mark === "." && !monthComesFirst(context)) return existing(year, second, first);
    return "ambiguous";
  }
  return monthDay ? existing(year, first, second) : existing(year, second, first);
}

const readFull = ({ short, ...groups }: Groups, context: PhraseContext): Reading =>
  readFigures(short === undefined ? groups : { ...groups, year: short }, context);

/** Two digits are a year only right beside this one: 1.2.31 is a version. */
function yearWritten(typed: string, { today }: PhraseContext): number | null {
  if (typed.length === 4) return Number(typed);
  const year = 2000 + Number(typed);
  return Math.abs(year - yearOf(today)) <= 1 ? year : null;
}

/** 12.31 and 31.12 behind a connective; 10.11 may be either, except beside Chinese. From 3.5 to 4.2 are figures. */
function readPoint(groups: Groups, context: PhraseContext): Reading {
  if (groups["lead"] === undefined && groups["trail"] === undefined) return null;
  if (/^(?:from|since) $/i.test(groups["lead"] ?? "")) return null;
  return readFigures(groups, context);
}

/** 30.9. with its second dot: the day first. */
export const readDotted = ({ first, second }: Groups, context: PhraseContext): Reading =>
  nearestMonthDay(Number(second), Number(first), context);

const dotted = "(?<first>\\d{1,2})\\. ?(?<second>\\d{1,2})\\.(?![^\\s,;，；)-])";

export const figureRules: readonly Rule[] = [
  rule(
    "(?<![\\d:/#a-z-]|(?<!\\.)\\.)(?<year>\\d{4})(?:[-/.]|年)(?<month>\\d{1,2})(?:[-/.]|月)(?<day>\\d{1,2})[日号]?(?![\\d/:%]|[.-]\\d)",
    ({ year, month, day }) => existing(Number(year), Number(month), Number(day)),
  ),
  rule(
    `${begin}(?<first>\\d{1,2})(?<mark>[-/])(?<second>\\d{1,2})(?:[-/](?<year>\\d{4})|/(?<short>\\d{2}))?${end}`,
    readFull,
  ),
  rule(
    // With its year it may stand right behind another one: 1.1.2027-31.3.2027.
    `(?:${begin}|(?<=\\.\\d{4}-))(?<first>\\d{1,2})(?<mark>\\.) ?(?<second>\\d{1,2})\\. ?(?:(?<year>\\d{4})(?![\\d:/%]|\\.\\d|[a-z])|(?<short>\\d{2})${end})`,
    readFull,
  ),
  rule(`${begin}(?<first>\\d{1,2})(?<mark>\\.)(?<second>\\d{1,2})${end}`, readPoint),
  rule(`${begin}${dotted}`, (groups, context) =>
    context.linked ? readDotted(groups, context) : null,
  ),
];

const asDay = ({ first, second }: Groups): boolean =>
  (isMonth(Number(first), Number(second)) && second?.length === 2) ||
  isMonth(Number(second), Number(first));

/** What may be a day, and may as well be an amount or a part of one: 30.9., 10.11, 3/5. */
export const doubtfulFigureRules: readonly Rule[] = [
  rule(`${begin}${dotted}`, readDotted),
  rule(`${begin}(?<first>\\d{1,2})\\.(?<second>\\d{1,2})${end}`, (groups) =>
    asDay(groups) ? "ambiguous" : null,
  ),
  rule(`${begin}(?<first>\\d{1,2})(?<mark>[/])(?<second>\\d{1,2})${end}`, (groups, context) =>
    asDay(groups) && !isSaying(groups, context) ? "ambiguous" : null,
  ),
];
