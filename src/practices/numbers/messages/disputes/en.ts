// Imported figures that somebody says are not right.
import type { LocalDate } from "#src/calendar/local-date";
import type { Formatter } from "#src/language/format";
import { sourceName } from "#src/practices/goals/api";
import { line, said, typed, type Line } from "#src/view/line";
import type { Fact, FactDispute, Verdict } from "../../model.ts";

const decided: Record<FactDispute["state"], (figure: string) => Line> = {
  open: (figure) => line`${figure} is asked about`,
  right: (figure) => line`${figure} is right as it is`,
  "at-source": (figure) => line`${figure} is to be corrected where it comes from`,
  corrected: (figure) => line`${figure} was corrected where it comes from`,
  out: (figure) => line`${figure} is taken out and counts nowhere here`,
  counted: (figure) => line`${figure} counts again`,
};

export const disputes = (f: Formatter) => ({
  wrongButton: (): Line => line`Not right`,
  wrongTitle: (): Line => line`What is not right?`,
  wrongField: (): Line => line`What should it be, and how do you know?`,
  wrongHint: (): Line => line`It was 30k: the order was cut on 12 November.`,
  whichFact: (): Line =>
    line`Which figure is not right? Its number (F9) stands behind “What is in which” under ${typed("numbers")}: then write ${typed("wrong F9 it was 30k")}.`,
  numbersTyped: () => "numbers",
  noSuchFact: (number: number): Line =>
    line`There is no F${String(number)} among the figures you can see.`,
  factIsOut: (number: number): Line => line`F${String(number)} is taken out and counts nowhere.`,
  factAsked: (number: number): Line =>
    line`Somebody asked about F${String(number)} already; it is being decided.`,
  wrongSent: (decider: string): Line =>
    line`${said(decider)} decides. The figure counts meanwhile, and you hear what becomes of it.`,
  seenByDecider: (): Line => line`Seen by you and whoever decides`,
  send: (): Line => line`Send`,
  decide: (): Line => line`Decide`,
  day: (on: LocalDate): Line => line`${f.date(on)}`,
  factNumber: (number: number): Line => line`F${String(number)}`,
  reportedFor: (goal: number): Line => line`Reported for G${String(goal)}`,
  importedFor: (goal: number, source: string): Line =>
    line`From ${sourceName(source, "en")} for G${String(goal)}`,
  disputeTitle: (name: string, number: number): Line =>
    line`${said(name)} says F${String(number)} is not right`,
  saysNotRight: (number: number): Line => line`says F${String(number)} is not right`,
  disputesWait: (count: number): Line =>
    count === 1
      ? line`A figure waits for your decision`
      : line`${String(count)} figures wait for your decision`,
  isAskedAbout: (): Line => line`being decided`,
  countsMeanwhile: (): Line => line`It counts until you have decided.`,
  verdict: (verdict: Verdict): Line =>
    line`${{ right: "Right as it is", "at-source": "Correct it at the source", out: "Take it out here" }[verdict]}`,
  verdictMeans: (verdict: Verdict, number: number): Line =>
    ({
      right: line`F${String(number)} stays and counts.`,
      "at-source": line`F${String(number)} counts until the next import brings the right figure; you both hear when it does.`,
      out: line`F${String(number)} counts nowhere here, whatever later imports say of it. You hear when it changes, and can count it again.`,
    })[verdict],
  verdictReason: (): Line => line`Why`,
  decidedAs: (state: FactDispute["state"], number: number, by: string | null): Line =>
    by === null
      ? decided[state](`F${String(number)}`)
      : line`${said(by)}: ${decided[state](`F${String(number)}`)}`,
  decidedAlready: (): Line => line`It is decided already.`,
  countsAgainNow: (): Line => line`It counts already.`,
  countAgain: (): Line => line`Count it again`,
  leaveOut: (): Line => line`Leave it out`,
  staysOut: (number: number): Line => line`F${String(number)} stays out.`,
  changedSince: (number: number, isOut: boolean): Line =>
    isOut
      ? line`F${String(number)}, which is taken out here, changed where it comes from`
      : line`F${String(number)} was changed where it comes from`,
  was: (): Line => line`It was`,
  isNow: (outcome: Fact["outcome"]): Line =>
    line`${{ won: "It is now", open: "It is now (open)", lost: "It is now (lost)", void: "It is now (void)" }[outcome]}`,
  askedAnew: (decider: string): Line =>
    line`Your question about a figure is with ${said(decider)} now.`,
  seenByOwner: (name: string): Line => line`Seen by you and ${said(name)}`,
  helpWrong: () => ({
    does: line`Say that an imported figure is not right`,
    usage: "wrong F9 [what it should be]",
    example: "wrong F9 it was 30k",
  }),
});

export type DisputeMessages = ReturnType<typeof disputes>;
