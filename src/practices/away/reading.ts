// "until Friday", "到周五", "Wed to Fri", "tomorrow": which days somebody is away. Pure.
import { addDays, compareDates, type LocalDate } from "#src/calendar/local-date";
import type { Leave } from "#src/calendar/workdays";
import { findDate } from "#src/language/dates";

export type ReadLeave = { readonly leave: Leave } | { readonly noSuchDate: string } | { readonly problem: "none" | "past" | "backwards" | "too-long" };

/** Longer than this is a slip of the year. */
const longestDays = 366;

/**
 * One day with until/till: through the day before, as with a pause; with 到 or "through" that day is included; without either
 * that one day. Two days: from the first through the second.
 */
export function readLeave(line: string, today: LocalDate): ReadLeave {
  const first = findDate(line, { today, lean: "future" });
  if (!first) return { problem: "none" };
  if ("problem" in first) return { noSuchDate: first.problem.text };
  const rest = line.slice(first.end);
  // 周四到周三: "next Wednesday" counts from today, "Wednesday" from the first day where today's would be before it.
  const fromToday = findDate(rest, { today, lean: "future" });
  const second = fromToday && "date" in fromToday && fromToday.date < first.date && !/\d/.test(rest) ? findDate(rest, { today: first.date, lean: "future" }) : fromToday;
  if (second && "problem" in second) return { noSuchDate: second.problem.text };
  return checked(second ? { from: first.date, to: second.date } : oneDay(line.slice(0, first.end), first.date, today), today);
}

function oneDay(phrase: string, date: LocalDate, today: LocalDate): Leave {
  if (/\b(?:until|till?|before)\b/i.test(phrase) || phrase.trim().endsWith("前")) return { from: today, to: addDays(date, -1) };
  return /[到至]|\b(?:to|through|thru)\b/iu.test(phrase) ? { from: today, to: date } : { from: date, to: date };
}

function checked(leave: Leave, today: LocalDate): ReadLeave {
  if (leave.to < today) return { problem: "past" };
  if (leave.to < leave.from) return { problem: "backwards" };
  return compareDates(leave.to, addDays(today, longestDays)) > 0 ? { problem: "too-long" } : { leave };
}
