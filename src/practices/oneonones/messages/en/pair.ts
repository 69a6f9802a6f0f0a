// Two people who talk, how often and when.
import type { Weekday } from "#src/calendar/local-date";
import type { Formatter } from "#src/language/format";
import { line, said, typed, type Line } from "#src/view/line";
import type { EveryWeeks } from "../../model.ts";
import { whenOf } from "./when.ts";

const everies: Readonly<Record<EveryWeeks, string>> = {
  1: "every week",
  2: "every two weeks",
  4: "every four weeks",
};
const weekdays: Readonly<Record<Weekday, string>> = {
  1: "Monday",
  2: "Tuesday",
  3: "Wednesday",
  4: "Thursday",
  5: "Friday",
  6: "Saturday",
  7: "Sunday",
};

export type TalkPairMessages = ReturnType<typeof pair>;

export const pair = (f: Formatter) => ({
  every: (weeks: EveryWeeks): Line => line`${everies[weeks]}`,
  hour: (time: string): Line => line`${time}`,
  weekday: (day: Weekday): Line => line`${weekdays[day]}`,
  title: (name: string): Line => line`One-on-one with ${said(name)}`,
  listTitle: (): Line => line`One-on-ones`,
  listRow: (name: string): Line => line`${said(name)}`,
  nextAt: (at: Date): Line => line`next ${whenOf(at, f)}`,
  pastAt: (at: Date): Line => line`${whenOf(at, f)}`,
  noDayAhead: (): Line => line`no day that suits you both in the next weeks`,
  notSetUp: (): Line => line`not set up yet`,
  steps: (count: number): Line =>
    count === 1 ? line`1 open step` : line`${String(count)} open steps`,
  open: (): Line => line`Open`,
  setUp: (): Line => line`Set up`,
  nobodyToTalkWith: (): Line =>
    line`Nobody leads you yet, so there is nobody to have a one-on-one with. An admin can set your manager in ${typed("setup")}.`,
  emptyList: (manager: string): Line =>
    line`You have no one-on-one with ${said(manager)} yet. Set one up; they are told.`,
  pairTitle: (name: string): Line => line`One-on-one with ${said(name)}`,
  pairFree: (day: Weekday, at: Date): Line =>
    line`You are both at work on ${weekdays[day]} at ${f.time(at)}: change it as you like.`,
  pairNoFree: (name: string): Line =>
    line`Your working hours and those of ${said(name)} do not meet. Choose what suits you both best.`,
  everyField: (): Line => line`How often`,
  weekdayField: (): Line => line`On`,
  timeField: (name: string): Line => line`At (${said(name)}'s clock)`,
  fromField: (): Line => line`First in the week of`,
  save: (): Line => line`Save`,
  pairSees: (one: string, other: string): Line =>
    line`Seen by ${said(one)} and ${said(other)}, nobody else`,
  pairSaved: (name: string): Line => line`Your one-on-one with ${said(name)} is set`,
  pairSetBy: (name: string): Line => line`${said(name)} set up your one-on-one`,
  rhythmIs: (weeks: EveryWeeks, day: Weekday): Line => line`${weekdays[day]}, ${everies[weeks]}`,
  pairEnd: (): Line => line`End it`,
  pairEndSure: (name: string): Line =>
    line`End the one-on-one with ${said(name)}? Open steps stay with whoever does them.`,
  pairEnded: (name: string): Line =>
    line`Your one-on-one with ${said(name)} has ended. Open steps stay in ${typed("actions")}.`,
  calendarButton: (): Line => line`For my calendar`,
  calendarComes: (): Line => line`The file comes into this chat.`,
  calendarTitle: (name: string): Line => line`One-on-ones with ${said(name)}, for your calendar`,
  calendarNote: (): Line =>
    line`Open the file and your calendar takes them in. After a change of day or time, take it again.`,
  calendarOtherwise: (weeks: EveryWeeks, day: Weekday, first: Date): Line =>
    line`I cannot put a file into this chat. For your calendar: ${weekdays[day]}, ${everies[weeks]}, from ${whenOf(first, f)}, half an hour.`,
  calendarEvent: (name: string): string => `One-on-one: ${name}`,
  changeRhythm: (): Line => line`Change day or time`,
  withYourself: (): Line =>
    line`A one-on-one takes two: name whoever leads you, or somebody you lead.`,
  notYours: (name: string, manager: string | null): Line =>
    manager === null
      ? line`A one-on-one is between somebody and their direct manager; you and ${said(name)} do not lead each other.`
      : line`A one-on-one is between somebody and their direct manager; ${said(name)} talks with ${said(manager)}.`,
  inPast: (): Line => line`That is over. Choose a day ahead.`,
  tooFarAhead: (): Line => line`Choose a day within the next three months.`,
});
