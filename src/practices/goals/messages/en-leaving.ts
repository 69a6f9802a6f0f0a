// What is said when somebody left with goals open. zh-leaving.ts is typed by this file.
import type { Formatter } from "#src/language/format";
import { line, said, type Line } from "#src/view/line";

export const leaving = (f: Formatter) => ({
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
  tookOver: (number: number, name: string): Line =>
    line`G${String(number)} is yours now; it was ${said(name)}'s.`,
  passedOnAlready: (): Line => line`This goal has been seen to already.`,
  passedOnTitle: (by: string, from: string): Line =>
    line`${said(by)} passes a goal of ${said(from)}'s on to you`,
  passedOnStands: (stands: Line, from: string): Line =>
    line`So far: ${stands}. What ${said(from)} logged stays under their name.`,
  ownedUntil: (name: string, until: Date): Line => line`${said(name)}'s until ${f.dateTime(until)}`,
  loggedBy: (name: string): Line => line`logged by ${said(name)}`,
  seenByOwnerOnly: (): Line => line`Seen by whoever you choose, and by you`,
});

export type LeavingMessages = ReturnType<typeof leaving>;
