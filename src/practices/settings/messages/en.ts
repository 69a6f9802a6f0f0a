// What settings say in English.
import { zoneCity } from "#src/calendar/cities";
import { unknownCountry } from "#src/calendar/countries";
import { writtenZone } from "#src/calendar/zones";
import { workweekWords, type Workweek } from "#src/calendar/workweek";
import type { Formatter } from "#src/language/format";
import { countryName } from "#src/language/country-names";
import type { HolidaysKnown } from "../holidays-known.ts";
import { line, said, type Line } from "#src/view/line";

export const en = (_f: Formatter) => ({
  title: (): Line => line`Your settings`,
  language: (): Line => line`Language`,
  languageName: (locale: "zh" | "en"): Line => (locale === "zh" ? line`中文` : line`English`),
  zone: (): Line => line`Time zone`,
  zoneText: (zone: string): string => writtenZone(zone, "en"),
  zoneIs: (zone: string): Line => line`${said(zoneCity(zone, "en"))}`,
  hours: (): Line => line`Working hours`,
  hoursAre: (start: string, end: string): Line => line`${start} to ${end}`,
  why: (): Line => line`I won't message you unasked outside these hours.`,
  change: (): Line => line`Change`,
  save: (): Line => line`Save`,
  saved: (): Line => line`Saved.`,
  zoneHint: (): Line => line`A city, e.g. Berlin, 上海, New York`,
  hoursHint: (): Line => line`e.g. 9:00-18:00`,
  badZone: (): Line =>
    line`I don't know this place. Write a larger city in the same time zone, e.g. Berlin, or UTC+5:30.`,
  overMidnight: (): Line =>
    line`Working hours have to lie within one day. Write the longer part of yours, e.g. 16:00-24:00.`,
  badHours: (): Line => line`I can't read these hours. Write them like 9:00-18:00.`,
  workweek: (): Line => line`Working days`,
  week: (week: Workweek): Line => line`${workweekWords(week, "en")}`,
  workweekHint: (): Line => line`e.g. Mon to Fri, Sun to Thu`,
  badWorkweek: (): Line => line`I can't read these days. Write them like Mon to Fri.`,
  holidays: (): Line => line`Public holidays`,
  holidaysOf: (country: string, known: HolidaysKnown): Line => {
    if (country === unknownCountry) return line`not chosen yet, so only weekends count as days off`;
    const name = countryName(country, "en");
    if (known === "known") return line`${name}`;
    return known === "none"
      ? line`${name} (I don't know any there, so only weekends count as days off)`
      : line`${name} (holidays of ${String(known.openYear)} not confirmed yet)`;
  },
  holidaysHint: (): Line => line`A country, e.g. Germany, or a region such as DE-BY`,
  badCountry: (): Line =>
    line`I don't know this country. Write its name or its code, e.g. Germany or DE.`,
  sees: (): Line => line`Visible only to you; your reminders follow it`,
  help: () => ({
    does: line`Language, time zone, working days and hours, holidays`,
    usage: "settings",
    example: "settings",
  }),
});

export type SettingsMessages = ReturnType<typeof en>;
