// Entries: listed, corrected, taken back, and disputed.
import { onlyOne } from "#src/language/lists";
import type { LocalDate } from "#src/calendar/local-date";
import type { Formatter } from "#src/language/format";
import { joinLines, line, said, typed, type Line } from "#src/view/line";
import type { Figure } from "../../model.ts";
import { figureText } from "./goal.ts";

/** What is named of an entry that is gone. */
export interface TakenBack extends Figure {
  readonly goalNumber: number;
  readonly goalTitle: string;
}

/** An entry as its own line said it. */
export interface Noted extends Figure {
  readonly note: string;
  readonly goalTitle: string;
}

/** The figure, and what was written with it, else its goal. */
export const noted = (f: Formatter, { note, goalTitle, ...figure }: Noted): Line =>
  line`${figureText(f, figure)} · ${said(note === "" ? goalTitle : note)}`;

export const history = (f: Formatter) => ({
  historyTitle: (): Line => line`Your entries`,
  historyOf: (name: string): Line => line`Entries of ${said(name)}`,
  historyEmpty: (): Line => line`Nothing logged yet. Try ${typed("log 12k")}.`,
  entryIs: (number: number, figure: Figure, sets: boolean): Line =>
    line`${sets ? "= " : ""}${figureText(f, figure)} · G${String(number)}`,
  entryOn: (on: LocalDate, title: string, note: string): Line =>
    note === ""
      ? line`${f.date(on)} · ${said(title)}`
      : line`${f.date(on)} · ${said(title)} · “${said(note)}”`,
  loggedBy: (name: string): Line => line`logged by ${said(name)}`,
  mayNotSeeEntries: (name: string): Line =>
    line`Only ${said(name)}'s manager or team assistant can see their entries.`,
  undo: (): Line => line`Undo`,
  undoWhich: (): Line => line`Which one shall I take back?`,
  undoThis: (entries: readonly TakenBack[]): Line =>
    joinLines(
      entries.map((each) => line`${figureText(f, each)} · ${said(each.goalTitle)}`),
      ", ",
    ),
  noEntryLike: (words: string): Line =>
    line`I find no entry of yours from the last 24 hours with “${said(words)}”. ${typed("history")} shows every one.`,
  undone: (count: number): Line => line`Taken back: ${String(count)} entries`,
  undoneOne: ({ goalNumber, goalTitle, ...figure }: TakenBack, on: LocalDate): Line =>
    line`Taken back: G${String(goalNumber)} ${said(goalTitle)}, ${figureText(f, figure)} (${f.date(on)})`,
  undoneStays: (): Line => line`What was taken back is kept as taken back; nothing is lost.`,
  nothingToUndo: (): Line =>
    line`There is nothing of yours to take back from the last 24 hours. ${typed("history")} shows every entry.`,
  undoTooLate: (): Line =>
    line`That is more than 24 hours ago. ${typed("history")} lets you correct it.`,
  corrected: (from: Figure, to: Figure): Line =>
    line`Corrected: ${figureText(f, from)} became ${figureText(f, to)}.`,
  messageChanged: (change: "edited" | "deleted", entries: readonly Noted[]): Line => {
    const [did, only] = [change === "edited" ? "changed" : "deleted", onlyOne(entries)];
    return only
      ? line`You ${did} the message behind ${noted(f, only)}.`
      : line`You ${did} the message behind ${String(entries.length)} entries.`;
  },
  storedStays: (): Line => line`What I stored stays until you say so.`,
  entryGone: (): Line =>
    line`This entry was already corrected or taken back. ${typed("history")} shows what counts now.`,
  takenBackBy: (by: string): Line => line`${said(by)} took an entry back`,
  notRight: (): Line => line`Not right`,
  disputeForm: (): Line => line`Not right`,
  disputeField: (): Line => line`What is wrong?`,
  disputeHint: (): Line => line`It counts until it is decided`,
  disputeSent: (name: string): Line =>
    line`${said(name)} has been told. It counts until it is decided.`,
  disputeNobody: (): Line =>
    line`Whoever could decide about this entry has left, so nobody would be told. Ask an admin to set who your manager is, then try again.`,
  proposalNobody: (): Line =>
    line`Whoever proposed this goal has left, and nobody is here who could answer you, so nothing was sent. Ask an admin to set who your manager is, then try again.`,
  askedAnew: (before: string | null, now: string): Line =>
    before === null
      ? line`What you are waiting for is with ${said(now)} now`
      : line`What you asked ${said(before)} is with ${said(now)} now`,
  waitsWith: (kind: "dispute" | "change"): Line =>
    kind === "dispute" ? line`An entry you disputed` : line`A change you asked for`,
  disputeOpen: (): Line => line`You have already said so; the answer is still to come.`,
  disputeDecided: (): Line =>
    line`This has been decided. ${typed("history")} shows what counts now.`,
  disputeOwn: (): Line =>
    line`You logged this one yourself. ${typed("history")} lets you correct it.`,
  disputed: (): Line => line`disputed`,
  disputedTitle: (name: string): Line => line`${said(name)} says an entry is not right`,
  stands: (): Line => line`It stands`,
  standsReason: (): Line => line`Why does it stand?`,
  standsTitle: (by: string): Line => line`${said(by)} looked at it: the entry stands`,
  standsSent: (name: string): Line => line`${said(name)} has been told.`,
  helpHistory: () => ({
    does: line`Your entries, to correct or undo`,
    usage: "history",
    example: "history",
  }),
  helpUndo: () => ({
    does: line`Take back your last entry, or one you name`,
    usage: "undo [Acme | 1k]",
    example: "undo",
  }),
});

export type HistoryMessages = ReturnType<typeof history>;
