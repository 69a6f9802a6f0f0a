// Points that go with praise.
import type { LocalDate } from "#src/calendar/local-date";
import type { Formatter } from "#src/language/format";
import { line, said, type Line } from "#src/view/line";

export const pointCount = (count: number): string =>
  count === 1 ? "1 point" : `${String(count)} points`;

export const points = (f: Formatter) => ({
  pointsUnclear: (text: string): Line =>
    line`I cannot read “${said(text)}” as points. Write one whole number for each, such as ${"+10"}, or leave it out.`,
  pointsStayWords: (text: string): Line =>
    line`There are no points here, so “${said(text)}” stayed among your words.`,
  pointsOff: (): Line => line`There are no points here: the words count.`,
  tooFewPoints: (cost: number, left: number): Line =>
    line`That takes ${pointCount(cost)}; you have ${String(left)} left this month. Please give fewer, or none.`,
  tooManyToOne: (name: string, most: number): Line =>
    most === 0
      ? line`You have given ${said(name)} as much as one person may get in a month. Praise without points always works.`
      : line`${said(name)} may get ${pointCount(most)} more from you this month. Please give no more than that.`,
  pointsTitle: (): Line => line`Your points`,
  pointsLeft: (): Line => line`To give this month`,
  pointsLeftIs: (left: number, budget: number): Line => line`${String(left)} of ${String(budget)}`,
  pointsHave: (): Line => line`Received in all`,
  pointsHaveIs: (count: number): Line => line`${String(count)}`,
  pointsCap: (): Line => line`At most to one person`,
  pointsReset: (on: LocalDate): Line =>
    line`What is left does not carry over; on ${f.date(on)} it starts anew.`,
  budgetTitle: (left: number): Line => line`You still have ${pointCount(left)} to give this month`,
  helpPoints: () => ({ does: line`Points you may still give`, usage: "points", example: "points" }),
});

export type PointMessages = ReturnType<typeof points>;
