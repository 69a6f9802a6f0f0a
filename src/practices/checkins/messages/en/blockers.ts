// What somebody is stuck on, and what their manager does about it.
import type { LocalDate } from "#src/calendar/local-date";
import type { Formatter } from "#src/language/format";
import { line, said, type Line } from "#src/view/line";
import type { BlockerState, Visibility } from "../../model.ts";

function daysAgo(count: number): string {
  if (count === 0) return "today";
  return count === 1 ? "yesterday" : `${count} days ago`;
}

export const blockers = (f: Formatter) => ({
  blockerTitle: (name: string) => line`${said(name)} is stuck`,
  blockerText: (text: string) => line`${said(text)}`,
  age: (count: number) => line`raised ${daysAgo(count)}`,
  answer: () => line`Answer`,
  take: () => line`I'll take it`,
  talk: () => line`Talk on ...`,
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
  overBy: (by: string, at: Date, answer: string | null) =>
    answer === null ? line`${said(by)}, ${f.dateTime(at)}` : line`${said(by)}: ${said(answer)}`,
  overChip: (state: Exclude<BlockerState, "open">, talkOn: LocalDate | null) =>
    line`${{ answered: "answered", taken: "taken", talk: talkOn ? `talk on ${f.date(talkOn)}` : "talk", closed: "solved" }[state]}`,
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
  alreadyEnded: (state: Exclude<BlockerState, "open">, by: string, at: Date) =>
    line`${said(by)} ${{ answered: "answered this already", taken: "has taken this already", talk: "has named a day to talk already", closed: "says this is solved" }[state]}, ${f.dateTime(at)}.`,
  askedAnew: (manager: string) => line`${said(manager)} is asked now about what you are stuck on`,
  openAgain: (count: number) =>
    line`${count === 1 ? "This is" : "These are"} open again: whoever leads you next is asked`,
  askedBefore: (before: string) =>
    line`${said(before)} was asked before and is no longer your manager.`,
  askedElsewhere: (manager: string | null) =>
    manager === null ? line`No longer yours to answer.` : line`${said(manager)} is asked now.`,
  helpBlocked: () => ({
    does: line`Tell your manager what is in your way`,
    usage: "blocked <what>",
    example: "blocked waiting for the contract from legal",
  }),
});

export type BlockerMessages = ReturnType<typeof blockers>;
