// Spans of days that a line names: in October, 下个月, Q1 2027, H1, last week, 2027-01-01..2027-03-31.
import { addDays, dayOf, yearOf, type LocalDate } from "#src/calendar/local-date";
import { customPeriod, monthWords, readPeriod, type Period } from "#src/calendar/periods";
import type { Around } from "./rule.ts";

/** Words that name a span, with the words that lead it in and out. */
export interface FoundSpan {
  readonly period: Period;
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
  /** What led it in or out: in, by, before, 前; "" for nothing. */
  readonly lead: string;
}

const yearFigures = "(?:19|20)\\d{2}";
const numeral = "[一二三四]";
const monthZh = "(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月(?:份|(?![\\d底末初中上下]))";
const shiftZh = "(?:上上个?|上个?|下下个?|下个?|这个?|本|当)";
const shiftEn = "(?:the )?(?:this|current|last|past|previous|next|coming)";
const ordinal = "(?:the )?(?:first|second|third|fourth|1st|2nd|3rd|4th|last)";
const ofYear = `(?:[ /-]?(?:of )?${yearFigures}|'\\d{2})?`;

/** The longest first where two begin alike. */
const named = [
  `\\d{4}-\\d{2}-\\d{2} ?(?:\\.\\.|~|到|至|to) ?\\d{4}-\\d{2}-\\d{2}`,
  `(?:今年|明年|去年|后年|${yearFigures}年?)[ /-]?(?:上半年|下半年|第?${numeral}季度?|第[1-4]季度?|[qh][1-4](?![\\d])|${monthZh})`,
  `${shiftZh}半年(?!报)`,
  `第${numeral}季度?|第[1-4]季度?|${numeral}季度(?!报)`,
  `${shiftZh}(?:周|星期|礼拜)(?![一二三四五六日天\\d报])`,
  `${shiftZh}(?:月份?|季度?|年度?)(?![报底末初中终检薪会\\d])`,
  `(?:今年|明年|去年|后年|${yearFigures}年度?)(?:全年)?(?![底末初中终头报\\d])`,
  `(?<![\\d一二三四五六七八九十每个第:.-])${monthZh}`,
  `(?<![a-z\\d])(?:${shiftEn}) (?:week|month|quarter|half(?:[- ]year)?|year)(?![a-z]|'s)`,
  `(?<![a-z\\d])${ordinal} (?:quarter|half)(?: of(?: the year)?)?${ofYear}(?![a-z\\d])`,
  `(?<![a-z\\d])[qh][1-4]${ofYear}(?![a-z\\d])`,
  `(?<![a-z\\d]|(?<![a-z])-)(?:month of )?(?:${monthWords})\\.?(?:,? ${yearFigures}(?![\\d.,]))?(?![a-z\\d])`,
  `(?<![\\d./-])${yearFigures}-(?:0[1-9]|1[0-2])(?![\\d-])`,
];
const lead =
  "(?<lead>(?<![a-z])(?:in|im|for|during|within|by|until|till|through|before|over|of|since|from)(?: the)? |(?:在|到|至|截至|截止到?) ?)?";
const trail = "(?<trail> ?(?:之前|以前|前(?![台端景往后途辈])|以内|之内|内(?![部容科])|结束前?))?";
const naming = new RegExp(`${lead}(?<span>${named.join("|")})${trail}`, "gi");
/** In 2027: alone a year is a figure like any other. */
const inYear = new RegExp(
  `(?<lead>(?<![a-z])(?:in|during|for|by|due|until|through|im jahr|im jahre|(?:calendar )?year|cy) ?)(?<span>${yearFigures})(?![\\d.,:/%-]|[a-z]| ?[万千百亿%])`,
  "gi",
);

/** Months that are words too, and days of the week's names, are spans only as a name is written. */
const isWord = (span: string, led: string): boolean =>
  led === "" && /^(?:may|mai|march|mar|jan|jun|sept?)$/.test(span);

/** Every span of a normalised line, in no order. Without a year, lean chooses. */
export function findSpans(text: string, { today, lean }: Around): readonly FoundSpan[] {
  const found: FoundSpan[] = [];
  for (const pattern of [naming, inYear])
    for (const match of text.matchAll(pattern)) {
      const { lead: led = "", span = "", trail: behind = "" } = match.groups ?? {};
      if (isWord(span, led)) continue;
      const period = readPeriod(plain(span), today, lean);
      const [start, end] = [match.index, match.index + match[0].trimEnd().length];
      if (period && isNear(period, today))
        found.push({ period, start, end, lead: `${led}${behind}`.trim().toLowerCase() });
    }
  return [
    ...found,
    ...findWithinMonth(text, { today, lean }),
    ...findMonths(text, { today, lean }),
  ];
}

const plain = (span: string): string =>
  span.replace(/ of (?=\d)/i, " ").replace(/(?<=[a-zäö])\.(?=$|,? \d)/gi, "");

const day = "\\d{1,2}";
const to = " ?(?:-|~|to|bis|到|至) ?";
const suffix = "(?:st|nd|rd|th|\\.)?";
const withinMonth = new RegExp(
  `(?<![\\d.:/#a-z$€£¥-])(?:from |vom |从)?(?:(?<d1>${day})${suffix}${to}(?<d2>${day})${suffix} ?(?:of )?(?<month>${monthWords})(?:,? (?<year>${yearFigures}))?(?![a-z\\d])` +
    `|(?<monthA>${monthWords})\\.? (?<d1A>${day})${suffix}${to}(?<d2A>${day})${suffix}(?:,? (?<yearA>${yearFigures}))?(?![a-z\\d/:.%-])` +
    `|(?:(?<yearZ>${yearFigures})年)?(?<monthZ>\\d{1,2})月(?<d1Z>${day})[日号]?${to}(?<d2Z>${day})[日号])`,
  "gi",
);

const months = new RegExp(
  `(?<![\\d.:/第])(\\d{1,2})(?:月份?)?${to}(\\d{1,2})月(?:份|(?![\\d底末初中]))`,
  "g",
);

/** 1-3月, 1月到3月: whole months. */
function findMonths(text: string, { today, lean }: Around): readonly FoundSpan[] {
  return Array.from(text.matchAll(months)).flatMap(({ 0: words, 1: from, 2: until, index }) => {
    const last = readPeriod(`${until}月`, today, lean);
    const first = last && readPeriod(`${from}月`, last.end, "past");
    if (!last || !first) return [];
    const period = customPeriod(first.start, last.end);
    return [{ period, start: index, end: index + words.length, lead: "from" }];
  });
}

/** 1-15 Dec, Dec 1 to 15, 12月1日-15日: from one day of a month to another. */
function findWithinMonth(text: string, { today, lean }: Around): readonly FoundSpan[] {
  return Array.from(text.matchAll(withinMonth)).flatMap((match) => {
    const of = (name: string): string | undefined =>
      match.groups?.[name] ?? match.groups?.[`${name}A`] ?? match.groups?.[`${name}Z`];
    const month = of("month") ?? "";
    const year = of("year");
    const inChinese = `${year === undefined ? "" : `${year}年`}${month}月`;
    const named = /\d/.test(month) ? inChinese : `${month} ${year ?? ""}`;
    const whole = readPeriod(named, today, lean);
    const [first, last] = [Number(of("d1")), Number(of("d2"))];
    if (!whole || first < 1 || last < first || last > dayOf(whole.end)) return [];
    const period = customPeriod(addDays(whole.start, first - 1), addDays(whole.start, last - 1));
    return [{ period, start: match.index, end: match.index + match[0].length, lead: "from" }];
  });
}

/** A figure like 2001 or 1984 is hardly a year that anybody plans or reports. */
const isNear = ({ start }: Period, today: LocalDate): boolean =>
  Math.abs(yearOf(start) - yearOf(today)) <= 10;
