// What personal reminders say in English.
import type { Formatter } from "#src/language/format";
import { line, said, typed, type Line } from "#src/view/line";

export type PersonalReminderMessages = ReturnType<typeof en>;

export const en = (f: Formatter) => ({
  label: (): Line => line`What you asked to be reminded of`,
  isOff: (): Line =>
    line`Personal reminders are switched off in this workspace. An admin can turn them on in setup.`,
  kept: (at: Date): Line => line`I'll remind you: ${f.dateTime(at)}`,
  taken: (what: "hour" | "tomorrow"): Line =>
    what === "hour"
      ? line`You named no hour, so it comes when your day begins.`
      : line`That hour is over for today, so it comes tomorrow.`,
  onlyYou: (): Line => line`Only you see this`,
  due: (): Line => line`You asked me to remind you`,
  done: (): Line => line`Done`,
  tomorrow: (): Line => line`Tomorrow`,
  cancel: (): Line => line`Cancel`,
  isDone: (text: string): Line => line`Done: ${said(text)}`,
  cancelled: (text: string): Line => line`Cancelled: ${said(text)}`,
  title: (count: number): Line =>
    count === 1 ? line`1 reminder of yours` : line`${String(count)} reminders of yours`,
  nothingKept: (): Line => line`You asked for no reminder yet`,
  comes: (at: Date): Line => line`Comes ${f.dateTime(at)}`,
  came: (at: Date): Line => line`Came ${f.dateTime(at)}`,
  more: (count: number): Line => line`And ${String(count)} more, later than these.`,
  howTo: (): Line =>
    line`One more: ${typed("remind me tomorrow at 3pm to call Acme")}. What else comes by itself: ${typed("reminders")}.`,
  when: (): Line =>
    line`When? Name a day or an hour first, such as ${typed("remind me tomorrow at 3pm to call Acme")}.`,
  inAnHour: (): Line => line`In an hour`,
  sayInAnHour: (text: string): string => `remind me in 1 hour to ${text}`,
  sayTomorrow: (text: string): string => `remind me tomorrow to ${text}`,
  whatAbout: (): Line =>
    line`Of what? Put it behind the time: ${typed("remind me tomorrow to call Acme")}.`,
  whichHour: (): Line => line`At what hour today? Try ${typed("remind me at 3pm to call Acme")}.`,
  noSuchTime: (): Line =>
    line`There is no such hour. Please write it like ${typed("3pm")} or ${typed("15:30")}.`,
  past: (): Line =>
    line`That time is over. Name one that lies ahead: ${typed("remind me tomorrow to call Acme")}.`,
  tooFar: (): Line => line`That is more than a year ahead. Please name an earlier day.`,
  again: (): Line =>
    line`I remind you once, not again and again. Name one day: ${typed("remind me on Friday to call Acme")}.`,
  severalDays: (): Line =>
    line`Those are several days. Name one: ${typed("remind me next Monday to call Acme")}.`,
  tooLong: (most: number): Line => line`Please keep it to ${String(most)} characters.`,
  tooMany: (most: number): Line =>
    line`You have ${String(most)} open reminders, which is all I keep. ${typed("remind me")} shows them; cancel one first.`,
  help: () => ({
    does: line`Have me remind you of something, once`,
    usage: "remind me <when> to <what>",
    example: "remind me tomorrow to call Acme",
  }),
});
