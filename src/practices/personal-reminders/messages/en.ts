// What personal reminders say in English.
import type { Formatter } from "#src/language/format";
import { line, said, typed, type Line } from "#src/view/line";

export type PersonalReminderMessages = ReturnType<typeof en>;

export const en = (f: Formatter) => ({
  label: (): Line => line`Your own reminders`,
  isOff: (): Line =>
    line`Personal reminders are switched off in this workspace. An admin can turn them on in setup.`,
  kept: (at: Date): Line => line`I'll remind you: ${f.dateTime(at)}`,
  taken: (what: "hour" | "tomorrow"): Line =>
    what === "hour"
      ? line`You named no time, so it comes when your workday begins.`
      : line`That time has passed today, so it comes tomorrow.`,
  onlyYou: (): Line => line`Visible only to you`,
  due: (): Line => line`You asked me to remind you`,
  done: (): Line => line`Done`,
  tomorrow: (): Line => line`Tomorrow`,
  putOff: (): Line => line`Remind me tomorrow`,
  cancel: (): Line => line`Cancel`,
  isDone: (text: string): Line => line`Done: ${said(text)}`,
  cancelled: (text: string): Line => line`Cancelled: ${said(text)}`,
  title: (count: number): Line =>
    count === 1 ? line`You have 1 reminder` : line`You have ${String(count)} reminders`,
  nothingKept: (): Line => line`You have no reminders yet`,
  comes: (at: Date): Line => line`Comes ${f.dateTime(at)}`,
  came: (at: Date): Line => line`Came ${f.dateTime(at)}`,
  more: (count: number): Line => line`And ${String(count)} more, later than these.`,
  howTo: (): Line =>
    line`One more: ${typed("remind me tomorrow at 3pm to call Acme")}. Your other reminders: ${typed("reminders")}.`,
  when: (): Line =>
    line`When? Name a day or a time first, e.g. ${typed("remind me tomorrow at 3pm to call Acme")}.`,
  inAnHour: (): Line => line`In an hour`,
  sayInAnHour: (text: string): string => `remind me in 1 hour to ${text}`,
  sayTomorrow: (text: string): string => `remind me tomorrow to ${text}`,
  whatAbout: (): Line =>
    line`About what? Put it after the time: ${typed("remind me tomorrow to call Acme")}.`,
  whichHour: (): Line => line`At what time today? Try ${typed("remind me at 3pm to call Acme")}.`,
  noSuchTime: (): Line =>
    line`There's no such time. Write it like ${typed("3pm")} or ${typed("15:30")}.`,
  past: (): Line =>
    line`That time has passed. Name a later one: ${typed("remind me tomorrow to call Acme")}.`,
  tooFar: (): Line => line`That's more than a year ahead. Please name an earlier day.`,
  again: (): Line =>
    line`I remind you once, not repeatedly. Name one day: ${typed("remind me on Friday to call Acme")}.`,
  severalDays: (): Line =>
    line`That's more than one day. Name one: ${typed("remind me next Monday to call Acme")}.`,
  tooLong: (most: number): Line => line`Please keep it under ${String(most)} characters.`,
  tooMany: (most: number): Line =>
    line`You have ${String(most)} open reminders, the most I keep. ${typed("remind me")} shows them; cancel one first.`,
  help: () => ({
    does: line`Have me remind you of something, once`,
    usage: "remind me <when> to <what>",
    example: "remind me tomorrow to call Acme",
  }),
});
