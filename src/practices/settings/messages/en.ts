// What settings say in English.
import type { Weekday } from "#src/calendar/local-date";
import type { Formatter } from "#src/language/format";
import { countryName } from "#src/language/country-names";
import { line, said, type Line } from "#src/view/line";

const days: Readonly<Record<Weekday, string>> = {
  1: "Mon",
  2: "Tue",
  3: "Wed",
  4: "Thu",
  5: "Fri",
  6: "Sat",
  7: "Sun",
};

export const en = (_f: Formatter) => ({
  title: (): Line => line`Your settings`,
  language: (): Line => line`Language`,
  languageName: (locale: "zh" | "en"): Line => (locale === "zh" ? line`中文` : line`English`),
  zone: (): Line => line`Time zone`,
  zoneIs: (zone: string): Line => line`${said(zone)}`,
  hours: (): Line => line`Working hours`,
  hoursAre: (start: string, end: string): Line => line`${start} to ${end}`,
  why: (): Line => line`Nothing comes to you outside these hours.`,
  change: (): Line => line`Change`,
  save: (): Line => line`Save`,
  saved: (): Line => line`Saved.`,
  zoneHint: (): Line => line`A city, e.g. Berlin, 上海, New York`,
  hoursHint: (): Line => line`e.g. 9:00-18:00`,
  badZone: (): Line =>
    line`I don't know this place. Write a larger city in the same time zone, e.g. Berlin, or UTC+5:30.`,
  badHours: (): Line => line`I cannot read these hours. Write them like 9:00-18:00.`,
  workweek: (): Line => line`Working days`,
  weekFromTo: (from: Weekday, to: Weekday): Line =>
    from === to ? line`${days[from]}` : line`${days[from]} to ${days[to]}`,
  weekOf: (week: readonly Weekday[]): Line => line`${week.map((day) => days[day]).join(", ")}`,
  workweekHint: (): Line => line`e.g. Mon to Fri, Sun to Thu`,
  badWorkweek: (): Line => line`I cannot read these days. Write them like Mon to Fri.`,
  holidays: (): Line => line`Public holidays`,
  holidaysOf: (country: string, known: boolean): Line =>
    known
      ? line`${countryName(country, "en")}`
      : line`${countryName(country, "en")} (I know none of this year there, so only weekends count as free)`,
  holidaysHint: (): Line => line`Whose count: a country, e.g. Germany, or a part of one, DE-BY`,
  badCountry: (): Line =>
    line`I don't know this country. Write its name or its code, e.g. Germany or DE.`,
  sees: (): Line => line`Only you; reminders follow it`,
  help: () => ({
    does: line`Language, time zone, working days and hours, holidays`,
    usage: "settings",
    example: "settings",
  }),
});

export type SettingsMessages = ReturnType<typeof en>;
