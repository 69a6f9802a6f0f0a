// What comes by itself: before, after, and when nobody talked.
import type { LocalDate } from "#src/calendar/local-date";
import type { Formatter } from "#src/language/format";
import { line, said, type Line } from "#src/view/line";
import { whenOf } from "./when.ts";

export type TalkNudgesMessages = ReturnType<typeof nudges>;

export const nudges = (f: Formatter) => ({
  beforeTitle: (name: string, at: Date): Line =>
    line`One-on-one with ${said(name)}, ${whenOf(at, f)}: what do you want to talk about?`,
  afterTitle: (name: string): Line => line`Did you and ${said(name)} talk?`,
  afterOpenTitle: (name: string): Line =>
    line`What stayed open with ${said(name)}: close or carry?`,
  missedTitle: (name: string): Line => line`You and ${said(name)} have not talked for a while`,
  missedBody: (count: number, last: LocalDate | null): Line =>
    last === null
      ? line`${String(count)} one-on-ones in a row did not take place.`
      : line`${String(count)} one-on-ones in a row did not take place; the last was in the week of ${f.date(last)}.`,
  missedSees: (): Line => line`Only you are told`,
  stepDueTitle: (number: number): Line => line`A${String(number)} is due today`,
  nudgeBefore: (): Line => line`Before a one-on-one`,
  whyBefore: (): Line => line`You have a one-on-one on your next workday.`,
  nudgeAfter: (): Line => line`After a one-on-one`,
  whyAfter: (): Line => line`Something of your last one-on-one is still open.`,
  nudgeMissed: (): Line => line`One-on-ones that did not take place`,
  whyMissed: (): Line => line`Two in a row did not take place. Nobody else is told.`,
  nudgeStep: (): Line => line`Steps that are due`,
  whyStep: (): Line => line`You or the other side set this day in a one-on-one.`,
});
