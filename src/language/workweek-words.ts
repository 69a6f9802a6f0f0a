// Working days in words, as people read and write them.
import type { Weekday } from "#src/calendar/local-date";
import { runOf, type Workweek } from "#src/calendar/workweek";
import type { Locale } from "./text.ts";

const names: Readonly<Record<Locale, Readonly<Record<Weekday, string>>>> = {
  en: { 1: "Mon", 2: "Tue", 3: "Wed", 4: "Thu", 5: "Fri", 6: "Sat", 7: "Sun" },
  zh: { 1: "周一", 2: "周二", 3: "周三", 4: "周四", 5: "周五", 6: "周六", 7: "周日" },
};

/** "Mon to Fri", 周日到周四; where there is a gap, day by day. */
export function workweekWords(week: Workweek, locale: Locale): string {
  const named = (day: Weekday): string => names[locale][day];
  const run = runOf(week);
  if (run === null) return week.map(named).join(locale === "zh" ? "、" : ", ");
  if (run.from === run.to) return named(run.from);
  return [named(run.from), named(run.to)].join(locale === "zh" ? "到" : " to ");
}
