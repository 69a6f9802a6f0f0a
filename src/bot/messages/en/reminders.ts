// What comes by itself, and how to have less of it.
import { addDays, type LocalDate } from "#src/calendar/local-date";
import type { Formatter } from "#src/language/format";
import type { Reason } from "#src/ports/delivery/nudges";
import { joinNames, line, plainLine, said, typed, type Line } from "#src/view/line";

const kept: Record<Reason, string> = {
  muted: "you muted it",
  missed: "missed by more than four hours",
  expired: "no longer relevant",
  "nothing to say": "nothing to remind you of",
  "switched off": "reminders are off for your team",
  "practice switched off": "switched off in this workspace",
  "unknown rule": "from another version",
  "outside hours": "outside your working hours",
  away: "you are away",
  "day off": "a day off",
  paused: "you paused reminders",
  budget: "the limit for today or this week is reached",
  snoozed: "you snoozed it",
  "too many at once": "too much for one message",
  "said together": "included in another message",
  failed: "an error on my side; it's in the log",
};

export const reminders = (f: Formatter) => ({
  remindersTitle: (): Line => line`Your reminders`,
  remindersFoot: (): Line =>
    line`At most two a day and six a week, within your working hours, never on leave. ${typed("pause until friday")} gives you a break.`,
  notSwitchedOn: (): Line => line`Reminders are off for your team, so I won't message you unasked.`,
  pausedUntil: (date: LocalDate): Line =>
    line`Reminders are paused through ${f.date(addDays(date, -1))} and resume on your next workday.`,
  pausedForNow: (): Line => line`Reminders are paused. ${typed("resume")} turns them back on.`,
  pauseInPast: (): Line =>
    line`Please name a day in the future, e.g. ${typed("pause until friday")}.`,
  gathered: (count: number, newest: Date): Line =>
    line`The newest came at ${f.time(newest)}, ${String(count)} in all`,
  pauseNote: (): Line => line`Messages from colleagues still come through.`,
  mutedRow: (): Line => line`muted`,
  nextAt: (date: LocalDate, at: Date): Line => line`next ${f.date(date)}, ${f.time(at)}`,
  /** The names as they are said; the first one again, as words to type. */
  idleReminders: (names: readonly Line[]): Line =>
    line`Nothing scheduled: ${joinNames(names, "en")}. To switch one off: ${typed(`mute ${plainLine(names[0] ?? [])}`)}`,
  muteThis: (): Line => line`Mute`,
  unmute: (): Line => line`Unmute`,
  mutedNow: (what: Line): Line => line`Muted: ${what}. ${typed("reminders")} turns it back on.`,
  unmutedNow: (what: Line): Line => line`Unmuted: ${what}.`,
  pauseWeek: (): Line => line`Pause for a week`,
  pauseOpen: (): Line => line`Pause until I resume`,
  nothingToSnooze: (): Line => line`There is no recent reminder to snooze.`,
  noSuchReminder: (what: string): Line =>
    line`You have no reminder called “${said(what)}”. ${typed("reminders")} lists them.`,
  heldNotices: (): Line => line`Messages from colleagues`,
  keptBack: (reason: Reason): Line => line`${kept[reason]}`,
  snoozed: (date: LocalDate, at: Date): Line =>
    line`I'll remind you again on ${f.date(date)} at ${f.time(at)}, unless it's done by then.`,
  resume: (): Line => line`Resume`,
  resumed: (): Line => line`Reminders are back on.`,
  remindersHelp: () => ({
    does: line`Your reminders, and when they come`,
    usage: "reminders",
    example: "reminders",
  }),
  snoozeHelp: () => ({
    does: line`Snooze the last reminder: an hour, tomorrow or next week`,
    usage: "snooze [hour | tomorrow | next week]",
    example: "snooze tomorrow",
  }),
  muteHelp: () => ({
    does: line`Turn off one kind of reminder`,
    usage: "mute <reminder>",
    example: "mute weekly numbers",
  }),
  pauseHelp: () => ({
    does: line`Pause reminders for a while`,
    usage: "pause until <date>",
    example: "pause until friday",
  }),
  resumeHelp: () => ({ does: line`Turn reminders back on`, usage: "resume", example: "resume" }),
  whyNow: (): Line => line`Why you got this`,
  snoozeHour: (): Line => line`Remind me in an hour`,
  snoozeTomorrow: (): Line => line`Tomorrow`,
  snoozeNextWeek: (): Line => line`Next week`,
  mute: (what: Line): Line => line`Mute: ${what}`,
  whichOnes: (): Line => line`Choose your reminders`,
});

export type ReminderMessages = ReturnType<typeof reminders>;
