// What comes by itself, and how to have less of it.
import type { LocalDate } from "#src/calendar/local-date";
import type { Formatter } from "#src/language/format";
import type { Reason } from "#src/ports/nudges";
import { line, said, typed, type Line } from "#src/view/line";

const kept: Record<Reason, string> = {
  muted: "you muted it",
  missed: "it was missed by more than four hours",
  expired: "its time was over",
  "nothing to say": "nothing to say",
  "switched off": "reminders are not switched on for your team",
  "practice switched off": "switched off in this workspace",
  "unknown rule": "it is from another version",
  "outside hours": "outside your working hours",
  away: "you are away",
  "day off": "a day off",
  paused: "you paused reminders",
  budget: "enough for one day or week",
  snoozed: "you asked for later",
  "too many at once": "too much for one message",
  "said together": "another message said it",
  failed: "an error of mine; it is in the log",
};

export const reminders = (f: Formatter) => ({
  remindersTitle: (): Line => line`What comes to you by itself`,
  remindersFoot: (): Line =>
    line`At most two a day and six a week, in your working hours, never on leave. ${typed("pause until friday")} stops them for a while.`,
  notSwitchedOn: (): Line =>
    line`Reminders are not switched on for your team. Nothing comes by itself.`,
  pausedUntil: (date: LocalDate): Line =>
    line`Reminders are paused and come again on ${f.dateLong(date)}.`,
  pausedForNow: (): Line => line`Reminders are paused until you write ${typed("resume")}.`,
  pauseInPast: (): Line =>
    line`This day is over or today. Name one ahead, e.g. ${typed("pause until friday")}.`,
  pauseNote: (): Line => line`What colleagues write to you still comes.`,
  mutedRow: (): Line => line`muted`,
  nextAt: (date: LocalDate, at: Date): Line => line`next ${f.date(date)}, ${f.time(at)}`,
  nothingPlanned: (): Line => line`nothing planned`,
  muteThis: (): Line => line`Mute`,
  unmute: (): Line => line`Remind me again`,
  mutedNow: (what: Line): Line => line`Muted: ${what}. ${typed("reminders")} brings it back.`,
  unmutedNow: (what: Line): Line => line`Comes again: ${what}.`,
  pauseWeek: (): Line => line`Pause for a week`,
  pauseOpen: (): Line => line`Pause until I say`,
  nothingToSnooze: (): Line => line`Nothing came by itself lately, so there is nothing to put off.`,
  noSuchReminder: (what: string): Line =>
    line`None of your reminders is called “${said(what)}”. ${typed("reminders")} lists them.`,
  heldNotices: (): Line => line`Messages from colleagues`,
  keptBack: (reason: Reason): Line => line`${kept[reason]}`,
  snoozed: (date: LocalDate, at: Date): Line =>
    line`Again on ${f.date(date)} at ${f.time(at)}, if it is still needed.`,
  resume: (): Line => line`Resume`,
  resumed: (): Line => line`Reminders come again.`,
  remindersHelp: () => ({
    does: line`What comes by itself, and when`,
    usage: "reminders",
    example: "reminders",
  }),
  snoozeHelp: () => ({
    does: line`The last reminder again later: in an hour, tomorrow or next week`,
    usage: "snooze [hour | tomorrow | next week]",
    example: "snooze tomorrow",
  }),
  muteHelp: () => ({
    does: line`Not this kind of reminder any more`,
    usage: "mute <reminder>",
    example: "mute weekly numbers",
  }),
  pauseHelp: () => ({
    does: line`No reminders for a while`,
    usage: "pause until <date>",
    example: "pause until friday",
  }),
  resumeHelp: () => ({ does: line`Reminders again`, usage: "resume", example: "resume" }),
  whyNow: (): Line => line`Why this came`,
  snoozeHour: (): Line => line`In an hour`,
  snoozeTomorrow: (): Line => line`Tomorrow`,
  snoozeNextWeek: (): Line => line`Next week`,
  mute: (what: Line): Line => line`Mute: ${what}`,
  whichOnes: (): Line => line`Choose what comes`,
});

export type ReminderMessages = ReturnType<typeof reminders>;
