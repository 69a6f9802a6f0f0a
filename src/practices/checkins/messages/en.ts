// What check-ins say in English.
import type { LocalDate, Weekday } from "#src/calendar/local-date";
import type { Decimal } from "#src/language/decimal";
import type { Formatter, Unit } from "#src/language/format";
import { joinLines, line, said, typed, type Line } from "#src/view/line";
import type { BlockerState, Commit, Priority, Visibility } from "../model.ts";
import type { Choice } from "../rules.ts";

export type CheckinMessages = ReturnType<typeof en>;

const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const money = (f: Formatter, { value, currency }: Pick<Commit, "value" | "currency">): string =>
  f.amount(value, { kind: "money", currency });
const days = (count: number): string =>
  count === 0 ? "today" : count === 1 ? "yesterday" : `${count} days ago`;

export const en = (f: Formatter) => ({
  isOff: (): Line =>
    line`Check-ins are switched off in this workspace. An admin can turn them on in setup.`,
  title: (day: LocalDate) => line`Check-in for the week of ${f.date(day)}`,
  titleOf: (name: string, day: LocalDate) =>
    line`${said(name)}: check-in for the week of ${f.date(day)}`,
  write: () => line`Check in`,
  edit: () => line`Change it`,
  send: () => line`Send`,
  save: () => line`Save`,
  formIntro: (due: Date, day: LocalDate) =>
    line`Three minutes. Due ${f.date(day)}, ${f.time(due)}; you can change it until the next one opens.`,
  noSkipping: (): Line =>
    line`A week cannot be skipped, but one line is enough. Off work? ${typed("away today")} excuses you.`,
  formIntroPlain: () => line`Three minutes. You can change it until the next one opens.`,
  goalStands: (number: number, title: string, done: Decimal, timeGone: Decimal) =>
    line`G${String(number)} ${said(title)} ${f.percent(done)} (time ${f.percent(timeGone)})`,
  goalTitle: (number: number, title: string) => line`G${String(number)} ${said(title)}`,
  goalRow: (actual: Decimal, target: Decimal, unit: Unit, done: Decimal, timeGone: Decimal) =>
    line`${f.amount(actual, unit)} of ${f.amount(target, unit)} · ${f.percent(done)} done, ${f.percent(timeGone)} of the time gone`,
  was: (text: string) => line`From last time: ${said(text)}`,
  choice: (choice: Choice) => line`${{ done: "Done", carry: "Carry on", drop: "Drop" }[choice]}`,
  newPriority: (nth: number) => line`Priority ${String(nth)} this week`,
  newHint: () => line`What matters most; those you carry on count as well`,
  commit: (number: number, title: string) =>
    line`Commit this week: G${String(number)} ${said(title)}`,
  commitHint: (actual: Decimal, target: Decimal, unit: Unit) =>
    line`So far ${f.amount(actual, unit)} of ${f.amount(target, unit)}; what do you expect to add?`,
  blockers: () => line`Blockers`,
  blockersHint: () => line`One a line. Your manager can answer, take it, or name a day to talk`,
  wentWell: () => line`What went well`,
  sees: (visible: Visibility, manager: string | null): Line => {
    const names = manager === null ? line`you` : line`you and your manager ${said(manager)}`;
    return visible === "team"
      ? line`Who can see this: ${names}, and everybody in your team`
      : line`Who can see this: ${names}`;
  },
  seenBy: (author: string, visible: Visibility, manager: string | null): Line => {
    const names =
      manager === null
        ? line`${said(author)}`
        : line`${said(author)} and their manager ${said(manager)}`;
    return visible === "team"
      ? line`Who can see this: ${names}, and everybody in their team`
      : line`Who can see this: ${names}`;
  },
  onePriority: () => line`Name at least one priority, or carry one on.`,
  threeAtMost: (carried: number) => line`Three at most: ${String(carried)} carried on already.`,
  commitNegative: () => line`A commit is zero or more.`,
  commitCurrency: (currency: string) => line`This goal is in ${currency}.`,
  tooManyBlockers: (most: number) => line`At most ${String(most)} at a time, one a line.`,
  nextHasBegun: () => line`A new week's check-in is open; this form was for the last one.`,
  sent: () => line`Check-in sent`,
  changed: () => line`Check-in changed`,
  priorities: () => line`Top three`,
  priority: ({ text }: Priority) => line`${said(text)}`,
  priorityState: (state: Priority["state"]) =>
    line`${{ open: "open", done: "done", carried: "carried on", dropped: "dropped" }[state]}`,
  carriedOn: () => line`from last time`,
  tick: () => line`Done`,
  ticked: (text: string) => line`Done: ${said(text)}`,
  commitIs: (commits: readonly Commit[]) =>
    joinLines(
      commits.map((each) => line`${money(f, each)} (G${String(each.number)})`),
      ", ",
    ),
  commits: () => line`Commit this week`,
  total: (sums: readonly Pick<Commit, "value" | "currency">[]) =>
    line`${sums.map((each) => money(f, each)).join(" + ")}`,
  rhythmOfMine: (streak: number, onTime: number, expected: number) =>
    line`${String(streak)} in a row · on time ${String(onTime)} of ${String(expected)} · only you see this`,
  late: () => line`sent a little later`,
  noCheckinYet: (name: string) => line`${said(name)} has not sent a check-in yet.`,
  notReadable: (name: string) => line`${said(name)}'s check-in is for them and their manager.`,
  prioritiesTitle: (day: LocalDate) => line`My top three, week of ${f.date(day)}`,
  stillOpen: () => line`Still open from last time:`,
  noPriorities: () => line`No priorities for this week yet.`,
  inviteTitle: () => line`A new week: what are your top three?`,
  inviteBody: (due: Date | null) =>
    due
      ? line`Log your numbers here, then check in by ${f.time(due)}.`
      : line`Log your numbers here, then check in today.`,
  inviteBodyPlain: (due: Date | null) =>
    due
      ? line`Check in by ${f.time(due)}; it takes three minutes.`
      : line`Check in today; it takes three minutes.`,
  log: () => line`Log`,
  carriedSoFar: (texts: readonly string[]) => line`From last time: ${said(f.list(texts))}`,
  remindTitle: (due: Date) => line`Your check-in is due at ${f.time(due)}`,
  remindBody: () => line`Three lines are enough.`,
  digestTitle: (day: LocalDate) => line`Your team's check-ins, week of ${f.date(day)}`,
  digestSent: () => line`Sent`,
  digestSentIs: (sent: number, expected: number) => line`${String(sent)} of ${String(expected)}`,
  notYet: (names: readonly string[]) =>
    line`Not yet (${String(names.length)}): ${said(f.list(names))}`,
  later: (names: readonly string[]) => line`Not due yet where they are: ${said(f.list(names))}`,
  excused: (names: readonly string[]) => line`Away: ${said(f.list(names))}`,
  person: (name: string) => line`${said(name)}`,
  noCommit: () => line`no commit number`,
  read: () => line`Read`,
  teamPage: () => line`Team check-ins`,
  nobodyReports: () => line`Nobody reports to you yet.`,
  blockerIs: (name: string, text: string) => line`${said(name)}: ${said(text)}`,
  blockerText: (text: string) => line`${said(text)}`,
  age: (count: number) => line`raised ${days(count)}`,
  andMore: (count: number) => line`and ${String(count)} more, the oldest first`,
  answer: () => line`Answer`,
  take: () => line`I'll take it`,
  talk: () => line`Talk on ...`,
  blockerTitle: (name: string) => line`${said(name)} is stuck`,
  blockerKept: (manager: string) =>
    line`${said(manager)} is told and can answer, take it, or name a day to talk`,
  blockerKeptAway: (manager: string, back: LocalDate) =>
    line`${said(manager)} is away and will read it on ${f.date(back)}`,
  blockerTooLong: (most: number) => line`Please say it in ${String(most)} characters at most.`,
  noManager: () => line`You have no manager here yet who could answer. An admin can set one.`,
  myBlockers: () => line`My open blockers`,
  solved: () => line`It's solved`,
  solvedNow: () => line`Good to hear. It is off the list.`,
  answerTitle: (name: string) => line`Answer ${said(name)}`,
  answerField: () => line`Your answer`,
  talkTitle: (name: string) => line`A day to talk with ${said(name)}`,
  talkField: () => line`Which day`,
  talkHint: () => line`tomorrow, Friday, 2026-11-20`,
  talkPast: () => line`That day is over. Name one that lies ahead.`,
  talkFar: () => line`That is more than three months away. Name a nearer day.`,
  seesBoth: (name: string, visible: Visibility) =>
    visible === "team"
      ? line`Who can see this: you, ${said(name)} and everybody in the team`
      : line`Who can see this: you and ${said(name)}`,
  blockersOpen: (count: number) => line`Blockers: ${String(count)}`,
  overBy: (by: string, at: Date, answer: string | null) =>
    answer === null ? line`${said(by)}, ${f.dateTime(at)}` : line`${said(by)}: ${said(answer)}`,
  toldThem: (name: string) => line`${said(name)} is told.`,
  endedTitle: (
    by: string,
    state: Exclude<BlockerState, "open" | "closed">,
    talkOn: LocalDate | null,
  ): Line => {
    if (state === "answered") return line`${said(by)} answered your blocker`;
    return state === "taken"
      ? line`${said(by)} takes care of your blocker`
      : line`${said(by)} would like to talk about your blocker on ${talkOn ? f.date(talkOn) : ""}`;
  },
  overChip: (state: Exclude<BlockerState, "open">, talkOn: LocalDate | null) =>
    line`${{ answered: "answered", taken: "taken", talk: talkOn ? `talk on ${f.date(talkOn)}` : "talk", closed: "solved" }[state]}`,
  alreadyEnded: (state: Exclude<BlockerState, "open">, by: string, at: Date) =>
    line`${said(by)} ${{ answered: "answered this already", taken: "has taken this already", talk: "has named a day to talk already", closed: "says this is solved" }[state]}, ${f.dateTime(at)}.`,
  askedAnew: (manager: string) => line`${said(manager)} is asked now about what you are stuck on`,
  openAgain: (count: number) =>
    line`${count === 1 ? "This is" : "These are"} open again: whoever leads you next is asked`,
  askedBefore: (before: string) =>
    line`${said(before)} was asked before and is no longer your manager.`,
  askedElsewhere: (manager: string | null) =>
    manager === null ? line`No longer yours to answer.` : line`${said(manager)} is asked now.`,
  onlyYouYet: () => line`Who can see this: only you, for now`,
  rhythmTitle: () => line`Check-ins of your teams`,
  rhythmRow: (on: boolean, weekday: Weekday, opens: string, visible: Visibility) =>
    on
      ? line`${weekdays[weekday - 1]!} ${opens}, seen by ${visible === "team" ? "the whole team" : "the manager"}`
      : line`off`,
  dailyRow: () => line`daily note asked for`,
  team: (name: string) => line`${said(name)}`,
  change: () => line`Change`,
  noTeams: () =>
    line`There is no team yet that you lead. An admin adds teams in ${typed("setup")}.`,
  rhythmForm: (name: string) => line`Check-ins: ${said(name)}`,
  fieldOn: () => line`Weekly check-in`,
  fieldWeekday: () => line`Day`,
  fieldWeekdayHint: () => line`On a holiday it is the next workday`,
  weekday: (weekday: Weekday) => line`${weekdays[weekday - 1]!}`,
  fieldOpens: () => line`Opens at`,
  fieldOpensHint: () => line`On everybody's own clock; due three hours later`,
  time: (time: string) => line`${time}`,
  fieldVisible: () => line`Who reads them`,
  visible: (visible: Visibility) =>
    line`${{ manager: "the direct manager", team: "the whole team" }[visible]}`,
  fieldVisibleHint: () => line`Counts from the next check-in on; the form says so`,
  fieldDaily: () => line`Ask for a daily note`,
  fieldDailyHint: () => line`Everybody may switch it off for themselves`,
  rhythmSees: () => line`Who can see this: everybody in the team, by what the form says`,
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
  writeDaily: () => line`Write it`,
  dailyAskBody: () => line`Two lines: what got done, what comes next.`,
  nudgeOpen: () => line`Weekly check-in`,
  whyOpen: () => line`Your team checks in every week.`,
  nudgeRemind: () => line`Reminder of the check-in`,
  whyRemind: () => line`Once, only while yours is missing.`,
  nudgeDigest: () => line`Summary of the team's check-ins`,
  whyDigest: () => line`Once a week, after they were due.`,
  nudgeDaily: () => line`Daily note`,
  whyDaily: () => line`You or your team chose the daily note.`,
  helpCheckin: () => ({
    does: line`Your weekly check-in, or read somebody's`,
    usage: "checkin [@name | what matters]",
    example: "checkin",
  }),
  helpTeam: () => ({
    does: line`Your team's check-ins`,
    usage: "team checkins",
    example: "team checkins",
  }),
  helpPriorities: () => ({
    does: line`Your top three this week`,
    usage: "priorities [what matters]",
    example: "priorities",
  }),
  helpBlocked: () => ({
    does: line`Tell your manager what is in your way`,
    usage: "blocked <what>",
    example: "blocked waiting for the contract from legal",
  }),
  helpDaily: () => ({
    does: line`A daily note; on or off`,
    usage: "daily [what got done | on | off | @name]",
    example: "daily",
  }),
  helpRhythm: () => ({
    does: line`Day, hour and readers of your teams' check-ins`,
    usage: "checkin settings",
    example: "checkin settings",
  }),
});
