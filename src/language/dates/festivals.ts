// Days before a festival, as people set them: 元旦前, 春节前, before Christmas. Where its date cannot be told, that is said, never guessed.
import {
  addDays,
  dateOf,
  localDate,
  weekday,
  yearOf,
  type LocalDate,
} from "#src/calendar/local-date";
import { rule, type Groups, type PhraseContext, type Reading, type Rule } from "./rule.ts";

/** The first day of a festival in a year. */
type Festival = (year: number) => LocalDate | null;

const fixed =
  (month: number, day: number): Festival =>
  (year) =>
    dateOf(year, month, day);

/** The month and day of each year from 2025 on, by the Chinese calendar (from the data of date-holidays); later years are asked about. */
const moving =
  (days: string): Festival =>
  (year) => {
    const found = days.split(" ")[year - 2025];
    return found === undefined ? null : localDate(`${year}-${found}`);
  };

/** The fourth Thursday of November. */
const thanksgiving: Festival = (year) => {
  const first = dateOf(year, 11, 1);
  return addDays(first, ((4 - weekday(first) + 7) % 7) + 21);
};

const newYear = moving("01-29 02-17 02-06 01-26 02-13 02-03 01-23 02-11 01-31 02-19 02-08 01-28");
const midAutumn = moving("10-06 09-25 09-15 10-03 09-22 09-12 10-01 09-19 10-07 09-27 09-16 10-04");

const festivals: readonly (readonly [words: string, day: Festival | null])[] = [
  ["元旦(?:节|假期)?", fixed(1, 1)],
  ["春节(?:假期)?|过年|农历新年|大年初一", newYear],
  ["元宵节?", moving("02-12 03-03 02-20 02-09 02-27 02-17 02-06 02-25 02-14 03-05 02-22 02-11")],
  ["五一(?:劳动节|假期|节|长假)?|劳动节", fixed(5, 1)],
  ["端午节?", moving("05-31 06-19 06-09 05-28 06-16 06-05 06-24 06-12 06-01 06-20 06-10 05-30")],
  ["七夕节?", moving("08-29 08-19 08-08 08-26 08-16 08-05 08-24 08-12 08-01 08-20 08-10 08-28")],
  ["中秋节?", midAutumn],
  ["国庆(?:节|假期|长假)?|十一(?:假期|长假)", fixed(10, 1)],
  ["双(?:十一|11)", fixed(11, 11)],
  ["双(?:十二|12)", fixed(12, 12)],
  ["圣诞节?", fixed(12, 25)],
  ["(?:christmas|xmas|x-mas|weihnachten)(?: day)?", fixed(12, 25)],
  ["(?:the )?new year(?:'?s)?(?: day)?", fixed(1, 1)],
  ["(?:chinese|lunar) new year|spring festival", newYear],
  ["mid-?autumn(?: festival)?", midAutumn],
  ["thanksgiving(?: day)?", thanksgiving],
  ["labou?r day|may day", null],
  ["national day", null],
  ["清明节?", null],
  ["easter|ostern|good friday|ramadan|eid|diwali|hanukkah|songkran|golden week", null],
];

/** The last day before it, the next time it comes, or came; the day itself where no 前 and no "before" is said. */
function readFestival(festival: Festival | null, context: PhraseContext, groups: Groups): Reading {
  const { linked, today, lean } = context;
  const before = /before|by/i.test(groups["lead"] ?? "") || /前/.test(groups["trail"] ?? "");
  if (!linked) return null;
  if (festival === null) return "ambiguous";
  const year = yearOf(today);
  const days = [year - 1, year, year + 1].flatMap((each) => {
    const day = festival(each);
    return day === null ? [] : [before ? addDays(day, -1) : day];
  });
  const found =
    lean === "future"
      ? days.find((day) => day >= today)
      : days.toReversed().find((day) => day <= today);
  return found ?? "ambiguous";
}

export const festivalRules: readonly Rule[] = festivals.map(([words, day]) =>
  rule(/[a-z]/.test(words) ? `(?<![a-z])(?:${words})(?![a-z])` : words, (groups, context) =>
    readFestival(day, context, groups),
  ),
);

/** A festival without "before" or 前: a day is hardly meant, but may be. */
export const doubtfulFestivalRules: readonly Rule[] = festivals
  .filter(([words]) => !/双|new year|labou?r|national|eid/.test(words))
  .map(([words]) =>
    rule(/[a-z]/.test(words) ? `(?<![a-z])(?:${words})(?![a-z])` : words, () => "ambiguous"),
  );
