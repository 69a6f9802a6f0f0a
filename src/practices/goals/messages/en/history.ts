// Entries: listed, corrected, taken back, and disputed.
import { onlyOne } from "#src/language/lists";
import type { LocalDate } from "#src/calendar/local-date";
import type { Formatter } from "#src/language/format";
import { joinLines, line, said, typed, type Line } from "#src/view/line";
import { goalOf, titleFor, type Figure, type KnownEntry, type Titled } from "../../model.ts";
import { figureText } from "./goal.ts";

/** What is named of an entry that is gone. */
export type TakenBack = Figure & Pick<KnownEntry, "goalNumber" | "goalTitle" | "goalNames">;

/** An entry as its own line said it. */
export type Noted = Figure & Pick<KnownEntry, "note" | "goalTitle" | "goalNames">;

/** The figure, and what was written with it, else its goal. */
export const noted = (f: Formatter, entry: Noted): Line =>
  line`${figureText(f, entry)} · ${said(entry.note === "" ? titleFor(goalOf(entry), f.locale) : entry.note)}`;

/** The list of them. */
const entryList = (f: Formatter) => ({
  historyTitle: (): Line => line`Your entries`,
  historyOf: (name: string): Line => line`${said(name)}'s entries`,
  historyEmpty: (): Line => line`Nothing logged yet. Try ${typed("log 12k")}.`,
  historyOnly: (goals: readonly (Titled & { readonly number: number })[]): Line =>
    joinLines(
      goals.map((goal) => line`G${String(goal.number)} ${said(titleFor(goal, "en"))}`),
      ", ",
    ),
  historyJust: (number: number, goal: Titled): Line =>
    line`Only G${String(number)} ${said(titleFor(goal, "en"))}`,
  historyAll: (): Line => line`All entries`,
  historyNone: (): Line => line`Nothing more here.`,
  historyUnknown: (words: string): Line =>
    line`Nothing was logged to a goal called “${said(words)}”. ${typed("history G1")} and ${typed("history revenue")} work; ${typed("history")} shows everything.`,
  historyEarlier: (on: LocalDate): Line => line`up to ${f.date(on)}`,
  historyDay: (on: LocalDate, today: LocalDate): Line => line`${f.date(on, today)}`,
  daySum: (goal: Titled, figure: Figure): Line =>
    line`${said(titleFor(goal, "en"))} ${figureText(f, figure)}`,
  historyRow: (number: number, goal: Titled, figure: Figure, sets: boolean): Line =>
    line`${sets ? "= " : ""}${figureText(f, figure)} · G${String(number)} ${said(titleFor(goal, "en"))}`,
  earlierEntries: (): Line => line`Earlier entries`,
  isUndone: (): Line => line`undone`,
  undoneBy: (name: string): Line => line`undone by ${said(name)}`,
  loggedBy: (name: string): Line => line`logged by ${said(name)}`,
  mayNotSeeEntries: (name: string): Line =>
    line`Only ${said(name)}'s manager or team assistant can see their entries.`,
});

/** An entry put right by a line. */
const corrections = (f: Formatter) => ({
  nothingToCorrect: (): Line =>
    line`I can't find an entry of yours for that. ${typed("history")} lists them all, each with Correct.`,
  correctNoFit: (): Line => line`That figure doesn't fit the unit of the entry. Please check it.`,
  correctWhich: (only: KnownEntry | null): Line =>
    only ? line`Correct this entry?` : line`Which entry do you want to correct?`,
  correctTo: (from: KnownEntry, to: Pick<Figure, "value" | "unit">): Line =>
    line`${said(titleFor(goalOf(from), "en"))} ${figureText(f, from)} → ${figureText(f, { ...to, of: null })}`,
  helpCorrect: () => ({
    does: line`Correct your last entry, or the one named`,
    usage: "correct [Acme] <amount>",
    example: "correct",
  }),
});

export const history = (f: Formatter) => ({
  ...entryList(f),
  entryIs: (number: number, figure: Figure, sets: boolean): Line =>
    line`${sets ? "= " : ""}${figureText(f, figure)} · G${String(number)}`,
  entryOn: (on: LocalDate, goal: Titled, note: string): Line =>
    note === ""
      ? line`${f.date(on)} · ${said(titleFor(goal, "en"))}`
      : line`${f.date(on)} · ${said(titleFor(goal, "en"))} · “${said(note)}”`,
  undo: (): Line => line`Undo`,
  undoWhich: (): Line => line`Undo which one?`,
  undoThis: (entries: readonly TakenBack[]): Line =>
    joinLines(
      entries.map((each) => line`${figureText(f, each)} · ${said(titleFor(goalOf(each), "en"))}`),
      ", ",
    ),
  noEntryLike: (words: string): Line =>
    line`I can't find an entry of yours from the last 24 hours with “${said(words)}”. ${typed("history")} lists them all.`,
  undone: (count: number): Line => line`Undone: ${String(count)} entries`,
  undoneOne: (entry: TakenBack, on: LocalDate): Line =>
    line`Undone: G${String(entry.goalNumber)} ${said(titleFor(goalOf(entry), "en"))}, ${figureText(f, entry)} (${f.date(on)})`,
  undoneStays: (): Line => line`The record is kept; nothing is lost.`,
  nothingToUndo: (): Line =>
    line`You have nothing to undo from the last 24 hours. ${typed("history")} lists every entry.`,
  undoTooLate: (): Line =>
    line`That was more than 24 hours ago. You can correct it in ${typed("history")}.`,
  corrected: (from: Figure, to: Figure): Line =>
    line`Corrected: ${figureText(f, from)} → ${figureText(f, to)}.`,
  ...corrections(f),
  messageChanged: (change: "edited" | "deleted", entries: readonly Noted[]): Line => {
    const [did, only] = [change === "edited" ? "changed" : "deleted", onlyOne(entries)];
    return only
      ? line`You ${did} the message behind ${noted(f, only)}.`
      : line`You ${did} the message behind ${String(entries.length)} entries.`;
  },
  storedStays: (): Line =>
    line`The entry itself is unchanged: press Correct to change it, or Undo.`,
  entryGone: (): Line =>
    line`This entry has already been corrected or undone. ${typed("history")} shows what counts now.`,
  takenBackBy: (by: string): Line => line`${said(by)} undid an entry`,
  notRight: (): Line => line`Not right`,
  disputeForm: (): Line => line`Not right`,
  disputeField: (): Line => line`What is wrong?`,
  disputeHint: (): Line => line`It counts until it's settled`,
  disputeSent: (name: string): Line =>
    line`${said(name)} has been told. It counts until it's settled.`,
  disputeNobody: (): Line =>
    line`Everyone who could decide on this entry has left, so nobody would see it. Ask an admin to set your manager, then try again.`,
  proposalNobody: (): Line =>
    line`Whoever proposed this goal has left, and nobody else can answer you, so nothing was sent. Ask an admin to set your manager, then try again.`,
  askedAnew: (before: string | null, now: string): Line =>
    before === null
      ? line`What you're waiting for is now with ${said(now)}`
      : line`What you asked ${said(before)} is now with ${said(now)}`,
  waitsWith: (kind: "dispute" | "change"): Line =>
    kind === "dispute" ? line`An entry you disputed` : line`A change you asked for`,
  disputeOpen: (): Line => line`You've already said so; the answer is still to come.`,
  disputeDecided: (): Line => line`This is settled. ${typed("history")} shows what counts now.`,
  disputeOwn: (): Line =>
    line`You logged this one yourself. You can correct it in ${typed("history")}.`,
  disputed: (): Line => line`disputed`,
  disputedTitle: (name: string): Line => line`${said(name)} says an entry isn't right`,
  stands: (): Line => line`It's correct`,
  standsReason: (): Line => line`Why is it correct?`,
  standsTitle: (by: string): Line => line`${said(by)} checked it: the entry is correct`,
  standsSent: (name: string): Line => line`${said(name)} has been told.`,
  helpHistory: () => ({
    does: line`Your entries, to correct or undo`,
    usage: "history",
    example: "history",
  }),
  helpUndo: () => ({
    does: line`Undo your last entry, or one you name`,
    usage: "undo [Acme | 1k]",
    example: "undo",
  }),
});

export type HistoryMessages = ReturnType<typeof history>;
export type EntryListMessages = ReturnType<typeof entryList>;
