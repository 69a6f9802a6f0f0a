// What holidays say in English.
import type { LocalDate } from "#src/calendar/local-date";
import { countryName } from "#src/language/country-names";
import type { Formatter } from "#src/language/format";
import { line, said, typed, type Line } from "#src/view/line";
import type { DayRun } from "../rules.ts";

const named = (country: string): string => countryName(country, "en");
const span = (f: Formatter, { from, to }: { from: LocalDate; to: LocalDate }): string =>
  from === to ? f.dateLong(from) : `${f.dateLong(from)} to ${f.dateLong(to)}`;

/** Where the year is said already. */
const short = (f: Formatter, { from, to }: DayRun): string =>
  from === to ? f.date(from) : `${f.date(from)} to ${f.date(to)}`;

export const en = (f: Formatter) => ({
  title: (country: string): Line => line`Days off: ${named(country)}`,
  run: (run: DayRun): Line => line`${span(f, run)}`,
  kind: (kind: "workday" | "holiday"): Line => line`${kind === "holiday" ? "day off" : "workday"}`,
  noneKnown: (): Line => line`I know no public holidays there, so only weekends count as days off.`,
  noneAhead: (): Line => line`None in the next six months.`,
  open: (year: number): Line =>
    line`Holidays of ${String(year)} not confirmed yet: the official list is not out, or I don't have it. Until then only what is certain counts.`,
  own: (): Line => line`Your organisation's own days`,
  forWhom: (country: string | null): Line =>
    country === null ? line`for everybody` : line`for everybody in ${named(country)}`,
  add: (): Line => line`Add days`,
  remove: (): Line => line`Remove`,
  removed: (runs: readonly DayRun[]): Line =>
    line`Removed: ${f.list(runs.map((each) => span(f, each)))}.`,
  kept: (off: number, work: number): Line => {
    const days = [
      ...(off > 0 ? [`${f.days(off)} off`] : []),
      ...(work > 0 ? [`${String(work)} ${work === 1 ? "workday" : "workdays"}`] : []),
    ];
    return line`Noted: ${f.list(days)}`;
  },
  keptMore: (): Line => line`Reminders, deadlines and the pace of goals go by it from now on.`,
  whichPeople: (): Line => line`For whom?`,
  whichPeopleMore: (): Line => line`People here work in more than one country.`,
  everybody: (): Line => line`Everybody`,
  country: (country: string): Line => line`${named(country)}`,
  show: (): Line => line`See all`,
  askTitle: (): Line => line`Public holidays still to be confirmed`,
  askRow: (country: string, year: number): Line => line`${named(country)} ${String(year)}`,
  askKnown: (runs: readonly DayRun[]): Line =>
    runs.length === 0
      ? line`I know none of them. So far only weekends count as days off.`
      : line`Certain so far: ${runs.map((each) => short(f, each)).join(", ")}. Longer breaks and workdays in exchange are still open.`,
  askWhy: (): Line =>
    line`Paste the official list once it is out. Until then whatever depends on it says that it may change.`,
  enter: (): Line => line`Enter the list`,
  thatIsAll: (year: number): Line => line`That is all of ${String(year)}`,
  thatIsAllSure: (country: string, year: number): Line =>
    line`No other days off and no workdays in exchange in ${named(country)} in ${String(year)}?`,
  confirmed: (country: string, year: number): Line =>
    line`Public holidays of ${String(year)} in ${named(country)}: confirmed.`,
  formTitle: (): Line => line`Days off and workdays`,
  formIntro: (country: string, year: number): Line =>
    line`The public holidays of ${String(year)} in ${named(country)}, as the official list has them`,
  list: (): Line => line`Days`,
  listHint: (): Line => line`e.g. 24 Dec; 5 to 11 Feb; workday 14 Feb. You can paste a whole list.`,
  people: (): Line => line`For whom`,
  whole: (year: number): Line => line`These are all public holidays of ${String(year)}`,
  wholeHint: (): Line => line`Then nobody is asked for them again`,
  save: (): Line => line`Save`,
  sees: (): Line => line`Everybody this is for works by it`,
  noDays: (): Line => line`I can't find a day in it. Write it like ${typed("holiday add 24 Dec")}.`,
  tooLong: (phrase: string): Line =>
    line`“${said(phrase)}” is more than two months. Please check the days.`,
  tooMany: (): Line =>
    line`That is more than 60 stretches of days. Please send them in several parts.`,
  notThere: (): Line =>
    line`None of these days is in your organisation's own list. ${typed("holidays")} shows it.`,
  nudgeLabel: (): Line => line`Public holidays not confirmed`,
  nudgeWhy: (): Line => line`Once a week from 1 December, until the list is there.`,
  help: () => ({ does: line`Days off ahead`, usage: "holidays", example: "holidays" }),
  helpAdd: () => ({
    does: line`A day off for the whole organisation`,
    usage: "holiday add <days>",
    example: "holiday add 24 Dec to 26 Dec",
  }),
  helpWork: () => ({
    does: line`A weekend day or holiday that is worked`,
    usage: "workday add <days>",
    example: "workday add 14 Feb",
  }),
  helpRemove: () => ({
    does: line`Take such a day out again`,
    usage: "holiday remove <days>",
    example: "holiday remove 24 Dec",
  }),
});

export type HolidayMessages = ReturnType<typeof en>;
