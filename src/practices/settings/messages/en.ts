// What settings say in English.
import type { Formatter } from "#src/language/format";
import { line, said, type Line } from "#src/view/line";

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
  badZone: (): Line => line`I don't know this place. Write a larger city nearby, e.g. Berlin.`,
  badHours: (): Line => line`I cannot read these hours. Write them like 9:00-18:00.`,
  sees: (): Line => line`Only you; reminders follow it`,
  help: () => ({
    does: line`Language, time zone, working hours`,
    usage: "settings",
    example: "settings",
  }),
});

export type SettingsMessages = ReturnType<typeof en>;
