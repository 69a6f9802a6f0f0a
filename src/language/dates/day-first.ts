// A day first and the verb behind it, as Chinese says it: 周一恢复提醒, 明天回来.
import { localDate } from "#src/calendar/local-date";
import { findDate } from "./dates.ts";

/** Whether a word is a day does not hang on today. */
const anyDay = { today: localDate("2026-01-01"), lean: "future" } as const;
const longestDay = 12;

/** A `rewrite` of a command: the day, where the line is nothing but one and this verb. */
export const dayFirst =
  (verb: RegExp) =>
  (line: string): string | null => {
    const day = line.replace(verb, "").trim();
    const isDay = day !== line.trim() && day !== "" && day.length <= longestDay;
    return isDay && findDate(day, anyDay) ? day : null;
  };
