// 20 a day, 每周5家: so much in every stretch of time. A goal is one sum, so it is multiplied, shown, and asked about.
import { daysBetween, later, monthOf, yearOf, type LocalDate } from "#src/calendar/local-date";
import type { Period } from "#src/calendar/periods";
import { workdaysBetween, type WorkCalendar } from "#src/calendar/workdays";

export type RateUnit = "day" | "week" | "month";

const english =
  /(?:\b(?:an?|per|each|every)|\/) ?(?:(?:work|working|business) ?)?(?<each>day|week|month)\b|\b(?<adverb>daily|weekly|monthly)\b/iu;
const chinese =
  /(?:平均)?每(?:个)?(?:工作)?(?<each>[天日周月]|星期|礼拜)|(?<mean>[日周月])均|(?<![\d一二三四五六七八九十第])一(?<one>[天周])(?![内前后])/u;
const unitOf: Record<string, RateUnit> = {
  day: "day",
  daily: "day",
  天: "day",
  日: "day",
  week: "week",
  weekly: "week",
  周: "week",
  星期: "week",
  礼拜: "week",
  month: "month",
  monthly: "month",
  月: "month",
};

/** The words that make a rate of a line's figure, and the line without them; null where there are none. */
export function readRate(line: string): { readonly unit: RateUnit; readonly line: string } | null {
  const found = english.exec(line) ?? chinese.exec(line);
  if (!found) return null;
  const { each, adverb, mean, one } = found.groups ?? {};
  const unit = unitOf[(each ?? adverb ?? mean ?? one ?? "").toLowerCase()];
  if (unit === undefined) return null;
  const without = `${line.slice(0, found.index)} ${line.slice(found.index + found[0].length)}`;
  return { unit, line: without.replace(/\s+/g, " ").trim() };
}

/** How many of them are left in the period: workdays; weeks and months as the calendar counts them, begun ones included. */
export function countIn(
  unit: RateUnit,
  period: Period,
  today: LocalDate,
  calendar: WorkCalendar,
): number {
  const from = later(today, period.start);
  if (unit === "day") return workdaysBetween(calendar, from, period.end);
  if (unit === "week") return Math.ceil((daysBetween(from, period.end) + 1) / 7);
  return (yearOf(period.end) - yearOf(from)) * 12 + monthOf(period.end) - monthOf(from) + 1;
}
