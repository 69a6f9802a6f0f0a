// The daily note.
import type { LocalDate } from "#src/calendar/local-date";
import type { Formatter } from "#src/language/format";
import { line, said } from "#src/view/line";

export const daily = (f: Formatter) => ({
  dailyTitle: (on: LocalDate) => line`Daily note, ${f.date(on)}`,
  dailyOf: (name: string, on: LocalDate) => line`${said(name)}: daily note, ${f.date(on)}`,
  noDailyYet: (name: string) => line`${said(name)} has not written a daily note yet.`,
  dailyNotReadable: (name: string) =>
    line`${said(name)}'s daily notes are for them and their manager.`,
  dailyDone: () => line`Done today`,
  dailyNext: () => line`Next`,
  dailyEmpty: () => line`Write at least one of the two.`,
  dailyKept: () => line`Noted`,
  dailyOn: () => line`Ask me every workday`,
  dailyOff: () => line`Do not ask me`,
  dailyIsOn: () => line`You will be asked for a daily note every workday, late in the afternoon.`,
  dailyIsOff: () => line`No daily note is asked of you.`,
  dailyAskTitle: () => line`How was today?`,
  dailyAskBody: () => line`Two lines: what got done, what comes next.`,
  writeDaily: () => line`Write it`,
  helpDaily: () => ({
    does: line`A daily note; on or off`,
    usage: "daily [what got done | on | off | @name]",
    example: "daily",
  }),
});

export type DailyMessages = ReturnType<typeof daily>;
