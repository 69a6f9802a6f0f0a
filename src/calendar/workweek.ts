// The days of the week somebody works: what is usual in their country, and how people write them.
import type { Weekday } from "./local-date.ts";

/** ISO weekdays, Monday = 1, in the order of the week there. */
export type Workweek = readonly Weekday[];

const mondayToFriday: Workweek = [1, 2, 3, 4, 5];
const sundayToThursday: Workweek = [7, 1, 2, 3, 4];

// Where the weekend is another one; the Emirates have Saturday and Sunday since 2022.
const others: Readonly<Record<string, Workweek>> = {
  ...Object.fromEntries(
    "BD BH DJ DZ EG IL IQ JO KW LY MV OM PS QA SA SD SY YE"
      .split(" ")
      .map((country) => [country, sundayToThursday]),
  ),
  AF: [6, 7, 1, 2, 3],
  BN: [1, 2, 3, 4, 6],
  IR: [6, 7, 1, 2, 3],
  NP: [7, 1, 2, 3, 4, 5],
};

/** Of a country, or a country and region. */
export const workweekOf = (country: string): Workweek =>
  new Map(Object.entries(others)).get(country.slice(0, 2)) ?? mondayToFriday;

/** Sunday is followed by Monday. */
const dayAfter = (day: Weekday): Weekday => ((day % 7) + 1) as Weekday;

/** The first and the last day, where they follow each other; null where there is a gap. */
export function runOf(week: Workweek): { readonly from: Weekday; readonly to: Weekday } | null {
  const days = new Set(week);
  const firsts = week.filter((day) => !week.some((each) => dayAfter(each) === day));
  const [from, ...gaps] = firsts;
  if (from === undefined || gaps.length > 0) return null;
  const last = week.find((day) => !days.has(dayAfter(day))) ?? from;
  return { from, to: last };
}

/** The same days, in whatever order. */
export const sameWeek = (a: Workweek, b: Workweek): boolean =>
  a.length === b.length && a.every((day) => b.includes(day));

const english = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const chinese = "一二三四五六日";

const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

function dayNamed(word: string): Weekday | null {
  const zh = /^(?:周|星期|礼拜)?([一二三四五六日天])$/u.exec(word)?.[1];
  if (zh !== undefined) return weekdays[chinese.indexOf(zh === "天" ? "日" : zh)] ?? null;
  const day = weekdays[english.indexOf(word.slice(0, 3))];
  return day !== undefined && /^[a-z]{3,9}\.?$/.test(word) ? day : null;
}

/** Reads "Mon-Fri", "Sunday to Thursday", "周日到周四", "Mon, Tue, Thu". Null when a word is no day, or one stands twice. */
export function readWorkweek(text: string): Workweek | null {
  const asked = text.normalize("NFKC").trim().toLowerCase();
  if (asked === "" || asked.length > 60) return null;
  const week: Weekday[] = [];
  for (const part of asked.split(/\s*(?:[,，、;]|\band\b|和)\s*/u)) {
    const [first, last, ...more] = part
      .split(/\s*(?:-+|–|~|\bto\b|到|至)\s*/u)
      .map((word) => dayNamed(word.trim()));
    if (first === null || first === undefined || last === null || more.length > 0) return null;
    const until = last ?? first;
    for (let day = first; ; day = dayAfter(day)) {
      week.push(day);
      if (day === until) break;
    }
  }
  return new Set(week).size === week.length ? week : null;
}

const dayNames: Readonly<Record<"en" | "zh", Readonly<Record<Weekday, string>>>> = {
  en: { 1: "Mon", 2: "Tue", 3: "Wed", 4: "Thu", 5: "Fri", 6: "Sat", 7: "Sun" },
  zh: { 1: "周一", 2: "周二", 3: "周三", 4: "周四", 5: "周五", 6: "周六", 7: "周日" },
};

/** "Mon to Fri", 周日到周四; where there is a gap, day by day. */
export function workweekWords(week: Workweek, locale: "en" | "zh"): string {
  const named = (day: Weekday): string => dayNames[locale][day];
  const run = runOf(week);
  if (run === null) return week.map(named).join(locale === "zh" ? "、" : ", ");
  if (run.from === run.to) return named(run.from);
  return [named(run.from), named(run.to)].join(locale === "zh" ? "到" : " to ");
}
