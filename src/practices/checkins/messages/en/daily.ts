// The daily note.
import type { LocalDate } from "#src/calendar/local-date";
import type { Formatter } from "#src/language/format";
import { line, said } from "#src/view/line";

export const daily = (f: Formatter) => ({
  dailyTitle: (on: LocalDate) => line`Daily note, ${f.date(on)}`,
  dailyOf: (name: string, on: LocalDate) => line`${said(name)}: daily note, ${f.date(on)}`,
  noDailyYet: (name: string) => line`${said(name)} has not written a daily note yet.`,
  dailyNotReadable: (name: string) =>
    line`Only ${said(name)} and their manager can see the daily notes.`,
  dailyDone: () => line`Done today`,
  dailyNext: () => line`Next`,
  dailyEmpty: () => line`Fill in at least one of the two.`,
  dailyKept: () => line`Saved`,
  dailyOn: () => line`Remind me every workday`,
  dailyOff: () => line`Don't remind me`,
  dailyIsOn: () => line`I'll remind you to write a daily note late every workday afternoon.`,
  dailyIsOff: () => line`No more reminders to write a daily note.`,
  dailyAskTitle: () => line`How was today?`,
  dailyAskBody: () => line`Two lines: what got done, what comes next.`,
  writeDaily: () => line`Write it`,
  helpDaily: () => ({
    does: line`Write a daily note, or turn it on or off`,
    usage: "daily [what got done | on | off | @name]",
    example: "daily",
  }),
});

export type DailyMessages = ReturnType<typeof daily>;
