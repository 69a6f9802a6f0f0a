// Points that go with praise.
import type { LocalDate } from "#src/calendar/local-date";
import type { Formatter } from "#src/language/format";
import { line, said, type Line } from "#src/view/line";

export const pointCount = (count: number): string =>
  count === 1 ? "1 point" : `${String(count)} points`;

export const points = (f: Formatter) => ({
  pointsUnclear: (text: string): Line =>
    line`I can't read “${said(text)}” as points. Write one whole number per person, such as ${"+10"}, or leave it out.`,
  pointsStayWords: (text: string): Line =>
    line`Points are off here, so “${said(text)}” stayed in your message.`,
  pointsOff: (): Line => line`Points are off here. A few good words are all it takes.`,
  tooFewPoints: (cost: number, left: number): Line =>
    line`That takes ${pointCount(cost)}, and you have ${String(left)} left this month. Give fewer, or none.`,
  tooManyToOne: (name: string, most: number): Line =>
    most === 0
      ? line`You've reached this month's limit for ${said(name)}. Praise without points always works.`
      : line`You can give ${said(name)} up to ${pointCount(most)} more this month.`,
  pointsTitle: (): Line => line`Your points`,
  pointsLeft: (): Line => line`To give this month`,
  pointsLeftIs: (left: number, budget: number): Line => line`${String(left)} of ${String(budget)}`,
  pointsHave: (): Line => line`Received in total`,
  pointsHaveIs: (count: number): Line => line`${String(count)}`,
  pointsCap: (): Line => line`Limit per person`,
  pointsReset: (on: LocalDate): Line =>
    line`Unused points don't carry over; new ones come on ${f.date(on)}.`,
  budgetTitle: (left: number): Line => line`You still have ${pointCount(left)} to give this month`,
  helpPoints: () => ({ does: line`Points you can still give`, usage: "points", example: "points" }),
});

export type PointMessages = ReturnType<typeof points>;
