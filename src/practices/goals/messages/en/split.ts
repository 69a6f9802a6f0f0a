// A goal that is split among people.
import type { Decimal } from "#src/language/decimal";
import type { Formatter } from "#src/language/format";
import { line, said, typed, type Line } from "#src/view/line";

export const split = (f: Formatter) => ({
  splitTitle: (number: number): Line => line`Split G${String(number)}`,
  splitPerson: (): Line => line`Person`,
  splitPart: (): Line => line`Share`,
  splitOver: (share: Decimal): Line =>
    line`Shares add up to ${f.percent(share.plus("1"))} of the goal.`,
  splitOwn: (): Line => line`You can only split your own goals and your team's.`,
  splitBefore: (): Line =>
    line`This goal has already been split. ${typed("team goals")} shows the shares.`,
  splitNobody: (): Line => line`Nobody reports to you yet, so there's no one to split it among.`,
  splitPropose: (): Line => line`Propose to all`,
  splitWeigh: (): Line => line`Edit shares`,
  splitWeighIntro: (): Line =>
    line`Give each person a weight (5 and 3) or a percentage (60% and 40%). Leave it empty for no share. You'll see the result before anyone is asked.`,
  splitPage: (first: number, last: number, all: number): Line =>
    line` People ${String(first)} to ${String(last)} of ${String(all)}.`,
  splitNext: (): Line => line`Next people`,
  splitShow: (): Line => line`Show result`,
  splitOnTop: (): Line => line`On top of the goal, in %`,
  splitOnTopHint: (): Line => line`For example 10`,
  splitNoWeights: (): Line => line`Please give at least one person a share.`,
  splitWeightUnreadable: (): Line => line`Please write a weight or a percentage: 5 or 40%.`,
  splitPercentOnly: (): Line => line`Please write a percentage: 10 or 10%.`,
  splitOtherCurrency: (currency: string): Line =>
    line`This goal is in ${currency}, and I don't convert currencies. Please leave the other one out.`,
  splitElsewhere: (name: string, theirs: string, goals: string): Line =>
    line`${said(name)}'s goals are in ${theirs} so far. This share is in ${goals}: nothing is converted.`,
  splitWhom: (name: string, people: readonly string[]): Line =>
    line`Several people match “${said(name)}”: ${said(f.list(people))}. Please write the full name.`,
  splitNoWeight: (name: string): Line =>
    line`How much for ${said(name)}? Put a weight after each name: ${typed("goal split G7 Maya 5 Renke 3")}.`,
  splitTwice: (name: string): Line => line`${said(name)} is named twice. Once is enough.`,
  splitMixed: (): Line =>
    line`Some weights are percentages, some are not. Please use one kind for all.`,
  splitUnreadable: (rest: string): Line =>
    line`I can't read “${said(rest)}”. Write names with weights, then the percentage on top: ${typed("goal split G7 Maya 5 Renke 3 10%")}.`,
  splitTooMuch: (): Line =>
    line`That adds up to nothing, or to more than four times the goal. Please check the percentage.`,
  splitSteps: (): Line => line`This goal has no figure to split.`,
  splitTooMany: (most: number): Line =>
    line`That's more than ${String(most)} names for one message. Please split it in two steps, or equally.`,
  splitAlike: (): Line => line`Percentages aren't divided: everyone gets the same target.`,
  splitIs: (assignment: "short" | "high" | "extreme"): Line =>
    line`${{ short: "not fully assigned", high: "a lot on top", extreme: "far too much on top" }[assignment]}`,
  splitAdvice: (assignment: "short" | "high" | "extreme"): Line =>
    line`${{ short: "Part of the goal isn't assigned to anyone yet.", high: "That's more than a fifth on top. Is that intended?", extreme: "That's more than half on top. Better take some off: targets set too high wear people down." }[assignment]}`,
  splitDone: (count: number): Line => line`Proposed to ${String(count)} people.`,
  notYourReport: (name: string): Line =>
    line`${said(name)} doesn't report to you, so they can't get a share.`,
  helpSplit: () => ({
    does: line`Split a goal among your people`,
    usage: "goal split G7 [<name> <weight> ...] [10%]",
    example: "goal split G1",
  }),
});

export type SplitMessages = ReturnType<typeof split>;
