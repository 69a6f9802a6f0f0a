// Another period's goals: goals last quarter, 目标 上季度, goals Q3. The days that a look at goals is about.
import type { Argument } from "#src/bot/declare/arguments";
import type { LocalDate } from "#src/calendar/local-date";
import type { Period } from "#src/calendar/periods";
import { findDays } from "#src/language/dates/find-days";

const idle =
  /^(?:\s|for\b|from\b|of\b|in\b|the\b|['’]s\b|goals?\b|targets?\b|的|目标|[,，.。?？])*$/iu;

/** A text that names a span of days and nothing else. */
export function readSpanOfTime(text: string, today: LocalDate): Period | null {
  const year = /^\s*((?:19|20)\d{2})\s*$/u.exec(text)?.[1];
  const line = year === undefined ? text : `in ${year}`;
  const [only, ...others] = findDays(line, { today, lean: "past" });
  if (only?.reads !== "span" || others.length > 0) return null;
  return idle.test(line.slice(0, only.start)) && idle.test(line.slice(only.end))
    ? only.period
    : null;
}

/** Takes the span out of the line; null, and nothing taken, where anything else stands there. */
export function spanOfTime(): Argument<Period | null> {
  return {
    namesPeople: false,
    mayHold: (text) => text !== "",
    read(reading) {
      const period = readSpanOfTime(reading.rest, reading.today);
      if (period) reading.rest = "";
      return period;
    },
  };
}
