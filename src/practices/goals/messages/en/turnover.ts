// A period that ends, and somebody who left with goals open.
import type { LocalDate } from "#src/calendar/local-date";
import type { Formatter } from "#src/language/format";
import { line, said, type Line } from "#src/view/line";

export const turnover = (f: Formatter) => ({
  turnTitle: (end: LocalDate): Line => line`Your goals end on ${f.date(end)}`,
  turnBody: (): Line => line`Take them into the next period with new targets, or start afresh.`,
  turnButton: (): Line => line`Same goals next period`,
  turnForm: (): Line => line`Goals of the next period`,
  turnSaved: (count: number): Line =>
    line`${String(count)} ${count === 1 ? "goal" : "goals"} set for the next period.`,
  leaverTitle: (name: string, goals: number): Line =>
    line`${said(name)} has left. ${goals === 1 ? "One goal is" : `${String(goals)} goals are`} still open`,
  leaverHistory: (name: string): Line => line`What ${said(name)} logged stays under their name.`,
  leaverDone: (name: string): Line => line`Nothing of ${said(name)}'s is open any more.`,
  passOn: (): Line => line`Pass it on`,
  passOnTitle: (number: number): Line => line`Pass on G${String(number)}`,
  passOnTo: (): Line => line`To whom`,
  passOnHint: (): Line => line`They are asked to confirm it. What was reached so far goes along.`,
  passedOn: (number: number, name: string): Line =>
    line`G${String(number)} was offered to ${said(name)}.`,
  passedOnAlready: (): Line => line`This goal has been seen to already.`,
  passedOnTitle: (by: string, from: string): Line =>
    line`${said(by)} passes a goal of ${said(from)}'s on to you`,
  passedOnStands: (stands: Line, from: string): Line =>
    line`So far: ${stands}. What ${said(from)} logged stays under their name.`,
  tookOver: (number: number, name: string): Line =>
    line`G${String(number)} is yours now; it was ${said(name)}'s.`,
  ownedUntil: (name: string, until: Date): Line => line`${said(name)}'s until ${f.dateTime(until)}`,
  seenByOwnerOnly: (): Line => line`Seen by whoever you choose, and by you`,
});

export type TurnoverMessages = ReturnType<typeof turnover>;
