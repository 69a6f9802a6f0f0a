// What is said to whoever comes second: somebody else has just decided about the same thing. zh-meanwhile.ts is typed by this file.
import { line, said, typed, type Line } from "#src/view/line";

export const meanwhile = () => ({
  alreadyConfirmed: (): Line => line`This goal is already confirmed.`,
  changeDecided: (): Line => line`This change was decided already. The goal shows what counts now.`,
  confirmedMeanwhile: (name: string, number: number): Line =>
    line`${said(name)} has just confirmed G${String(number)}, so it is running now. You can still close it.`,
  runsMeanwhile: (number: number): Line =>
    line`G${String(number)} is running already. You can close it instead.`,
  withdrawnMeanwhile: (number: number): Line =>
    line`The proposal G${String(number)} has been withdrawn, so there is nothing to confirm any more.`,
  closedMeanwhile: (number: number): Line =>
    line`G${String(number)} has been closed in the meantime, so nothing was changed. ${typed(`goal G${String(number)}`)} shows how it ended.`,
  stepDoneAlready: (title: string): Line => line`“${said(title)}” is marked as done already.`,
  disputeNobody: (): Line =>
    line`Whoever could decide about this entry has left, so nobody would be told. Ask an admin to set who your manager is, then try again.`,
});

export type MeanwhileMessages = ReturnType<typeof meanwhile>;
