// A goal that is split among people.
import type { Decimal } from "#src/language/decimal";
import type { Formatter } from "#src/language/format";
import { line, said, typed, type Line } from "#src/view/line";

export const split = (f: Formatter) => ({
  splitTitle: (number: number): Line => line`Split G${String(number)}`,
  splitPerson: (): Line => line`Person`,
  splitPart: (): Line => line`Part`,
  splitOver: (share: Decimal): Line =>
    line`Parts add up to ${f.percent(share.plus("1"))} of the goal.`,
  splitOwn: (): Line => line`Only your own goals and your team's can be split among your people.`,
  splitBefore: (): Line =>
    line`This goal is already split. ${typed("team goals")} shows the parts.`,
  splitNobody: (): Line => line`Nobody reports to you yet, so there is nobody to split it among.`,
  splitPropose: (): Line => line`Propose to all`,
  splitWhom: (name: string, people: readonly string[]): Line =>
    line`Several people match “${said(name)}”: ${said(f.list(people))}. Please write the full name.`,
  splitNoWeight: (name: string): Line =>
    line`How much for ${said(name)}? Write a weight behind each name: ${typed("goal split G7 Maya 5 Renke 3")}.`,
  splitTwice: (name: string): Line => line`${said(name)} is named twice. Once is enough.`,
  splitMixed: (): Line =>
    line`Some weights are percentages, some are not. Please use one kind for all.`,
  splitUnreadable: (rest: string): Line =>
    line`I can't read “${said(rest)}”. Write names with weights, then what you give out beyond the goal: ${typed("goal split G7 Maya 5 Renke 3 10%")}.`,
  splitTooMuch: (): Line =>
    line`Together that is nothing at all, or more than four times the goal. Please check the percentage.`,
  splitSteps: (): Line => line`This goal has no figure that could be split.`,
  splitTooMany: (most: number): Line =>
    line`That is more than ${String(most)} names for one message. Please split it in two steps, or equally.`,
  splitAlike: (): Line => line`A percentage is not divided: everybody gets the same target.`,
  splitIs: (assignment: "short" | "high" | "extreme"): Line =>
    line`${{ short: "not fully assigned", high: "a lot on top", extreme: "far too much" }[assignment]}`,
  splitAdvice: (assignment: "short" | "high" | "extreme"): Line =>
    line`${{ short: "Part of the goal belongs to nobody yet.", high: "That is more than a fifth on top. Is it meant?", extreme: "More than half on top: if everybody reaches their part, the goal was never the goal. Better take some off." }[assignment]}`,
  splitDone: (count: number): Line => line`Proposed to ${String(count)} people.`,
  notYourReport: (name: string): Line =>
    line`${said(name)} does not report to you, so they cannot get a part.`,
  helpSplit: () => ({
    does: line`Split a goal among your people`,
    usage: "goal split G7 [<name> <weight> ...] [10%]",
    example: "goal split G1",
  }),
});

export type SplitMessages = ReturnType<typeof split>;
