// "until Friday", "到周五", "Wed to Fri", "tomorrow": which days somebody is away. Pure.
import {
  addDays,
  addMonths,
  compareDates,
  weekday,
  type LocalDate,
} from "#src/calendar/local-date";
import { addWorkdays, type Leave, type WorkCalendar } from "#src/calendar/workdays";
import { bareDate, findDate } from "#src/language/dates/dates";
import { findDays } from "#src/language/dates/find-days";
import { findLength } from "#src/language/dates/length";
import { findSpans } from "#src/language/dates/spans";

export type ReadLeave =
  | { readonly leave: Leave }
  | { readonly noSuchDate: string }
  | { readonly problem: "none" | "past" | "backwards" | "too-long" | "several-days" | "unclear" };

/** Longer than this is a slip of the year. */
const longestDays = 366;

/** next week, 24-26 Dec, 12月24日到26日: all of it that lies ahead. Null where the line names no span. */
function inSpan(line: string, today: LocalDate): ReadLeave | null {
  const around = { today, lean: "future" as const };
  if (findSpans(line, around).length === 0) return null;
  const [only, ...others] = findDays(line, around);
  // Next week Wednesday is one day.
  if (only?.reads !== "span" && others.length === 0) return null;
  if (only?.reads !== "span" || others.length > 0) return { problem: "unclear" };
  const beside = `${line.slice(0, only.start)} ${line.slice(only.end)}`;
  if (findLength(beside) || /\d/.test(beside)) return { problem: "unclear" };
  const { start, end } = only.period;
  const phrase = line.slice(only.start, only.end);
  if (/^(?:until|till?|before)\b|前$/iu.test(phrase.trim()))
    return checkedLeave({ from: today, to: addDays(start, -1) }, today);
  // 到下周: until it begins, or through its end?
  if (/^(?:[到至]|to\b|through\b|thru\b|by\b)/iu.test(phrase.trim())) return { problem: "unclear" };
  return checkedLeave({ from: start < today && today <= end ? today : start, to: end }, today);
}

/** 3天, two weeks: so many working days, or whole weeks, from the day named or from today on. Null where the line says no length. */
function forSoLong(line: string, today: LocalDate, calendar: WorkCalendar): ReadLeave | null {
  const found = findLength(line);
  if (!found) return null;
  const around = `${line.slice(0, found.start)} ${line.slice(found.end)}`;
  const start = findDate(around, { today, lean: "future" });
  if (start && "problem" in start) return { noSuchDate: bareDate(start.problem.text) };
  // 11月16日 and 周三到周五 are days, no lengths.
  if (start && findDate(around.slice(start.end), { today, lean: "future" })) return null;
  if (fromElsewhere(line, found, start && around.slice(start.start, start.end)))
    return { problem: "unclear" };
  const { count, unit } = found;
  if (count < 1) return { problem: "none" };
  const from = start?.date ?? today;
  if (unit === "month")
    return checkedLeave({ from, to: addDays(addMonths(from, count), -1) }, today);
  if (unit === "week" || count > longestDays)
    return checkedLeave({ from, to: addDays(from, count * 7 - 1) }, today);
  const first = calendar.isWorkday(from) ? from : addWorkdays(calendar, from, 1);
  return checkedLeave(
    { from: start ? from : first, to: addWorkdays(calendar, first, count - 1) },
    today,
  );
}

/** in two weeks, 3 days before Christmas, two days until Friday: its first day is not the one that is named. */
const fromElsewhere = (
  line: string,
  { start, end }: { readonly start: number; readonly end: number },
  named: string | null,
): boolean =>
  /\bin (?:about )?$/iu.test(line.slice(0, start)) ||
  /^(?:'s?)? (?:before|after|around|prior|time|from now)\b/iu.test(line.slice(end)) ||
  (named !== null && /^ ?(?:until|till?|before|by|to|through|thru|[到至])|前 ?$/iu.test(named));

const weekOf =
  /(?:the )?\b(?:(?:week|wk) (?<how>of|commencing|starting|beginning|from)|w\/?c)(?: (?:the|on))? (?=\S)/iu;
const thatWeek = /^ ?(?:那|所在的?|当)一?(?:个)?(?:周|星期|礼拜)/u;
/** The weekend of 5 Dec, the day after Christmas: more, or another day, than the one that is named. */
const notThatDay = /\b(?:weekend|fortnight|days?) (?:of|around|before|after|following)\b/iu;

/** The week of 7 Dec, 12月7日那周: from its Monday to its Sunday; "week commencing" from that day on. Null without such words. */
function inWeekOf(line: string, today: LocalDate): ReadLeave | null {
  if (notThatDay.test(line)) return { problem: "unclear" };
  const said = weekOf.exec(line);
  const rest = said ? line.slice(said.index + said[0].length) : line;
  const day = findDate(rest, { today, lean: "future" });
  if (!day || !(said ? day.start === 0 : thatWeek.test(rest.slice(day.end)))) return null;
  if ("problem" in day) return { noSuchDate: bareDate(day.problem.text) };
  const how = said?.groups?.["how"]?.toLowerCase();
  const isOf = !said || how === "of";
  const from = isOf ? addDays(day.date, 1 - weekday(day.date)) : day.date;
  return checkedLeave({ from: from < today ? today : from, to: addDays(from, 6) }, today);
}

const someDay = String.raw`(?:今天|明天|后天|大后天|(?:这|本|下)?个?(?:周|星期|礼拜)[一二三四五六日天]|\d{1,2}月\d{1,2}[日号]|\d{1,2}[日号])`;
const someSpan = String.raw`(?:(?:这|本|下)个?(?:周|星期|礼拜)|(?:这|本|下)个?月|\d{1,2}月份|\d{1,2}月\d{1,2}[日号]?[到至~-]\d{1,2}[日号])`;
const dayFirst = new RegExp(
  String.raw`^我?(?<days>${someSpan}|${someDay}(?:[到至、和]?${someDay})?)我?(?:要|想|得)?(?:休假|请假|请个假|休息|不上班|不在)(?<long>[一两二三四五六七八九十\d]{1,2}天)?(?:了|啦)?[。.!！]?$`,
  "u",
);
const oneLong = /^[一1]天$/u;

/** 明天休假: the day first, the verb behind it; turned into what stands behind the verb. */
export function daysFirst(line: string): string | null {
  const { days, long = "" } = dayFirst.exec(line.replace(/\s/gu, ""))?.groups ?? {};
  if (days === undefined) return null;
  return long === "" || oneLong.test(long) ? days : `${days} ${long}`;
}

const when =
  "(?=(?:from|on|until|till?|through|for|the|this|next|all|today|tomorrow|tonight|(?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*|\\d{1,2}[. ](?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))\\b)";
const offInWords = [
  new RegExp(
    `^(?:i(?:'m| am|'ll be| will be)? )?(?:off(?: work)?|out(?: of (?:the )?office)?|on (?:leave|vacation|holidays?|pto|annual leave)|not (?:in|working)) (?<days>${when}.+)$`,
    "iu",
  ),
  new RegExp(`^(?:i(?:'m| am| will|'ll) )?(?:taking|take) (?<days>${when}.+?) off[.!]?$`, "iu"),
  /^(?:i )?(?:(?:need|want|would like|'d like)(?: to (?:take|have|book))?|am taking|'m taking|taking|take|book|request) (?:some |a |my )?(?:annual )?(?:leave|time off|days? off|vacation|holidays?|pto)(?<days> .+)?[.!]?$/iu,
  /^我?(?:要|想|得|需要|准备|打算)(?:请个?|休个?)(?:年|事|病|调休)?假(?<days>.*?)[了啦吧。.!！]*$/u,
];

/** I'm off tomorrow, taking Friday off, 我要请假: what stands behind the verb; empty where no day is named. */
export function wantsLeave(line: string): string | null {
  for (const pattern of offInWords) {
    const found = pattern.exec(line);
    if (found) return (found.groups?.["days"] ?? "").trim();
  }
  return null;
}

const travelling =
  /^(?:我)?(?<ahead>.{0,12}?)(?:去|在)?(?:出差|外勤)(?:了|啦)?(?<behind>.{0,20})$|^(?:i(?:'m| am|'ll be| will be)? )?(?:travell?ing|(?:away )?on a (?:business|work) trip|business trip)(?: for work)?(?<trip> .{0,40})?$/iu;

/** 出差到周五, travelling until Friday: the days it names, maybe none. Null for any other line. */
export function saysTravel(line: string): string | null {
  const found = travelling.exec(line.replace(/[\s。.!！]+$/u, ""));
  if (!found) return null;
  const { ahead = "", behind = "", trip = "" } = found.groups ?? {};
  return `${ahead} ${behind} ${trip}`.replace(/\s+/gu, " ").trim();
}

const sick =
  /^(?:(?:i'?m|i am|im|feeling|calling in|off) )?(?:sick|ill|unwell)(?: (?:leave|day))?\b|^(?:我)?(?:今天)?(?:生病|病了|病假|身体不舒服|不舒服)(?:了|请假|休息)*/iu;

/** "sick today", 病了: away from today on, as long as the rest of the line says. */
export function sickDays(line: string): string | null {
  const found = sick.exec(line.trim());
  if (!found) return null;
  const rest = line
    .trim()
    .slice(found[0].length)
    .replace(/^[\s,，.。!！]+|[\s.。!！]+$/gu, "");
  return rest === "" ? "today" : rest;
}

/** A part of a day, which leave does not know. */
export const halfADay =
  /\b(?:half[- ]?(?:a )?day|(?:this|tomorrow|today) (?:morning|afternoon|evening)|mornings?|afternoons?)\b|半天|[上下]午|今晚/iu;

/** 下午请假, 明天上午休假: the part first, the verb behind it. */
export const partFirst = (line: string): string | null => {
  const part = line.replace(/我?(?:要|想|得)?(?:请个?|休)假[了啦吧。.!！]*$/u, "");
  return part !== line && part.length <= 12 && halfADay.test(part) ? part : null;
};

const shortWeekday = /\b(mon|tue|wed|thu|fri|sat|sun)(?:s|r|rs)?\b\.?/giu;
const fullWeekdays: Readonly<Record<string, string>> = {
  mon: "Monday",
  tue: "Tuesday",
  wed: "Wednesday",
  thu: "Thursday",
  fri: "Friday",
  sat: "Saturday",
  sun: "Sunday",
};

const toWeekday =
  /(?<=day|[一二三四五六日天])\s?[-~]\s?(?=(?:mon|tues|wednes|thurs|fri|satur|sun)day|下?个?(?:周|星期|礼拜)[一二三四五六日天])/giu;
const shortTo =
  /(周|星期|礼拜)([一二三四五六日天])\s?[-~到至]\s?([一二三四五六日天])(?!\p{Script=Han})/gu;

/** Mon-Wed, 周一至三: each day by its whole name, with a word between them. */
const spelledOut = (typed: string): string =>
  typed
    .replace(shortWeekday, (_, short: string) => fullWeekdays[short.toLowerCase()] ?? short)
    .replace(shortTo, "$1$2到$1$3")
    .replace(toWeekday, " to ");

const isList = /^\s*(?:,|、|;|&|\+|and\b|和|与|跟)\s*$/iu;

/**
 * One day with until/till: through the day before, as with a pause; with 到 or "through" that day is included; without either
 * that one day. Two days: from the first through the second.
 */
export function readLeave(typed: string, today: LocalDate, calendar: WorkCalendar): ReadLeave {
  const line = spelledOut(typed);
  const week = inWeekOf(line, today);
  if (week) return week;
  const spans = inSpan(line, today);
  if (spans) return spans;
  const lasts = forSoLong(line, today, calendar);
  if (lasts) return lasts;
  const first = findDate(line, { today, lean: "future" });
  if (!first) return { problem: "none" };
  if ("problem" in first) return { noSuchDate: bareDate(first.problem.text) };
  const rest = line.slice(first.end);
  // 周四到周三: "next Wednesday" counts from today, "Wednesday" from the first day where today's would be before it.
  const fromToday = findDate(rest, { today, lean: "future" });
  const second =
    fromToday && "date" in fromToday && fromToday.date < first.date && !/\d/.test(rest)
      ? findDate(rest, { today: first.date, lean: "future" })
      : fromToday;
  if (second && "problem" in second) return { noSuchDate: bareDate(second.problem.text) };
  // "Mon and Thu" is no "Mon to Thu"; two days beside each other are.
  if (second && isList.test(rest.slice(0, second.start)) && second.date > addDays(first.date, 1))
    return { problem: "several-days" };
  // A third day is not passed over.
  if (second && findDate(rest.slice(second.end), { today, lean: "future" }))
    return { problem: "unclear" };
  return checkedLeave(
    second
      ? { from: first.date, to: second.date }
      : oneDay(line.slice(0, first.end), first.date, today),
    today,
  );
}

function oneDay(phrase: string, date: LocalDate, today: LocalDate): Leave {
  if (/\b(?:until|till?|before)\b/i.test(phrase) || phrase.trim().endsWith("前"))
    return { from: today, to: addDays(date, -1) };
  return /[到至]|\b(?:to|through|thru)\b/iu.test(phrase)
    ? { from: today, to: date }
    : { from: date, to: date };
}

export function checkedLeave(
  leave: Leave,
  today: LocalDate,
): { readonly leave: Leave } | { readonly problem: "past" | "backwards" | "too-long" } {
  if (leave.to < today) return { problem: "past" };
  if (leave.to < leave.from) return { problem: "backwards" };
  return compareDates(leave.to, addDays(today, longestDays)) > 0
    ? { problem: "too-long" }
    : { leave };
}
