// A manager's look at the team: who sent one, who has not, what they are stuck on.
import type { LocalDate } from "#src/calendar/local-date";
import type { Formatter } from "#src/language/format";
import { line, said } from "#src/view/line";

export const team = (f: Formatter) => ({
  digestTitle: (day: LocalDate) => line`Your team's check-ins, week of ${f.date(day)}`,
  nobodyDue: () => line`Nobody's check-in is due for this week.`,
  digestSent: () => line`Sent`,
  digestSentIs: (sent: number, expected: number) => line`${String(sent)} of ${String(expected)}`,
  notYet: (names: readonly string[]) =>
    line`Not yet (${String(names.length)}): ${said(f.list(names))}`,
  restTitle: (day: LocalDate) => line`And the rest of the team, week of ${f.date(day)}`,
  later: (
    names: readonly string[],
    follows: { readonly on: LocalDate; readonly at: Date } | null,
  ) =>
    follows === null
      ? line`Not due yet in their time zone: ${said(f.list(names))}`
      : line`Not due yet in their time zone: ${said(f.list(names))}; you'll hear about them on ${f.date(follows.on)}, ${f.time(follows.at)}`,
  excused: (names: readonly string[]) => line`Away: ${said(f.list(names))}`,
  noCommit: () => line`no commit`,
  read: () => line`View`,
  teamPage: () => line`Team check-ins`,
  nobodyReports: () => line`Nobody reports to you yet.`,
  blockersOpen: (count: number) => line`Blockers: ${String(count)}`,
  blockerIs: (name: string, text: string) => line`${said(name)}: ${said(text)}`,
  andMore: (count: number) => line`and ${String(count)} more; the oldest come first`,
  chase: () => line`Remind them`,
  chaseThem: (count: number) =>
    line`Remind ${count === 1 ? "this person" : `these ${String(count)}`}`,
  chaseHow: () =>
    line`It reaches each of them in their own work hours, counts as one of their two reminders a day, and goes out once a day at most.`,
  chaseNobody: () => line`Nobody to remind: everybody has sent it, or isn't asked yet.`,
  chasedBy: (by: string) => line`${said(by)} reminds you: your check-in is missing`,
  chaseDone: () => line`Reminded`,
  chaseNone: () => line`No reminder went out`,
  chaseNow: (names: readonly string[]) => line`Sent to ${said(f.list(names))}`,
  chaseLater: (name: string, on: LocalDate, at: Date) =>
    line`${said(name)} is off work right now and gets it on ${f.date(on)}, ${f.time(at)}`,
  chaseAlready: (names: readonly string[]) => line`Reminded today already: ${said(f.list(names))}`,
  chaseFull: (names: readonly string[]) =>
    line`Not sent, their reminders of the day are used up: ${said(f.list(names))}`,
  chasePaused: (names: readonly string[]) =>
    line`Not sent, reminders paused: ${said(f.list(names))}`,
  helpChase: () => ({
    does: line`Remind whoever has not checked in`,
    usage: "chase check-ins",
    example: "chase check-ins",
  }),
  helpTeam: () => ({
    does: line`Your team's check-ins`,
    usage: "team checkins",
    example: "team checkins",
  }),
  blockersWait: (count: number, days: number) =>
    line`Blockers open: ${String(count)}, the oldest for ${String(days)} ${days === 1 ? "day" : "days"}`,
  seeCheckins: () => line`See check-ins`,
  teamCheckinsTyped: () => "team checkins",
  stuckSince: (text: string, days: number) =>
    line`${days === 0 ? "stuck since today" : `stuck for ${f.days(days)}`}: “${said(text)}”`,
  lastCheckin: () => line`Last check-in`,
  lastCheckinIs: (latest: { readonly week: LocalDate; readonly isNow: boolean } | null) => {
    if (latest === null) return line`none yet`;
    return latest.isNow ? line`this week` : line`week of ${f.date(latest.week)}`;
  },
  noBlockers: () => line`none`,
  blockersSince: (count: number, days: number) =>
    line`${String(count)} open · ${days === 0 ? "since today" : f.days(days)}`,
  readTheirs: () => line`Read check-in`,
});

export type TeamCheckinMessages = ReturnType<typeof team>;
