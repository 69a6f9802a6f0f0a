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
  answer: () => line`Reply`,
  take: () => line`I'll take it`,
  talk: () => line`Pick a day to talk`,
  blockerKept: (manager: string) => line`Sent to ${said(manager)}`,
  blockerKeptAway: (manager: string, back: LocalDate) =>
    line`${said(manager)} is away and will see it on ${f.date(back)}`,
  blockerTooLong: (most: number) => line`Please keep it under ${String(most)} characters.`,
  noManager: () => line`You don't have a manager here yet. An admin can set one.`,
  myBlockers: () => line`My open blockers`,
  solved: () => line`Solved`,
  solvedNow: () => line`Glad to hear it. It's off the list.`,
  answerTitle: (name: string) => line`Reply to ${said(name)}`,
  answerField: () => line`Your reply`,
  talkTitle: (name: string) => line`Talk with ${said(name)}`,
  talkField: () => line`Day`,
  talkHint: () => line`tomorrow, Friday, 2026-11-20`,
  talkPast: () => line`That day has passed. Pick a later one.`,
  talkFar: () => line`That's more than three months away. Pick an earlier day.`,
  seesBoth: (name: string, visible: Visibility) =>
    visible === "team"
      ? line`Visible to you, ${said(name)} and everyone in the team`
      : line`Visible to you and ${said(name)}`,
  overBy: (by: string, at: Date, answer: string | null) =>
    answer === null ? line`${said(by)}, ${f.dateTime(at)}` : line`${said(by)}: ${said(answer)}`,
  overChip: (state: Exclude<BlockerState, "open">, talkOn: LocalDate | null) =>
    line`${{ answered: "answered", taken: "taken on", talk: talkOn ? `talk on ${f.date(talkOn)}` : "talk", closed: "solved" }[state]}`,
  toldThem: (name: string) => line`${said(name)} has been told.`,
  endedTitle: (
    by: string,
    state: Exclude<BlockerState, "open" | "closed">,
    talkOn: LocalDate | null,
  ): Line => {
    if (state === "answered") return line`${said(by)} replied to your blocker`;
    return state === "taken"
      ? line`${said(by)} is taking care of your blocker`
      : line`${said(by)} would like to talk about your blocker on ${talkOn ? f.date(talkOn) : ""}`;
  },
  alreadyEnded: (state: Exclude<BlockerState, "open">, by: string, at: Date) =>
    line`${said(by)} ${{ answered: "already replied", taken: "already took this on", talk: "already picked a day to talk", closed: "says this is solved" }[state]}, ${f.dateTime(at)}.`,
  askedAnew: (manager: string) => line`${said(manager)} has been asked about what you're stuck on`,
  openAgain: (count: number) =>
    line`${count === 1 ? "This is" : "These are"} open again: your next manager will be asked`,
  askedBefore: (before: string) =>
    line`${said(before)} was asked before and is no longer your manager.`,
  askedElsewhere: (manager: string | null) =>
    manager === null
      ? line`This is no longer yours to answer.`
      : line`This is now with ${said(manager)}.`,
  helpBlocked: () => ({
    does: line`Tell your manager what's in your way`,
    usage: "blocked <what>",
    example: "blocked waiting for the contract from legal",
  }),
});

export type BlockerMessages = ReturnType<typeof blockers>;
