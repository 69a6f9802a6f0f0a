// A win of one's own.
import { decimal } from "#src/language/decimal";
import type { Formatter } from "#src/language/format";
import type { Unit } from "#src/language/units";
import { line, said, type Line } from "#src/view/line";

export const wins = (f: Formatter) => ({
  shareWin: (): Line => line`Share with my team`,
  winForm: (): Line => line`Share a win`,
  winWords: (): Line => line`In your words`,
  winWordsHint: (): Line => line`what helped, who helped`,
  winShowAmount: ({ value, unit }: { readonly value: string; readonly unit: Unit }): Line =>
    line`Show the amount (${f.amount(decimal(value), unit)})`,
  winShowCustomer: (customer: string): Line => line`Show “${said(customer)}”`,
  winSubmit: (): Line => line`Share`,
  winSees: (): Line => line`Everybody in your team's place; your manager hears of it`,
  winShared: (): Line => line`You have already shared this one. Congratulations again!`,
  winNotReached: (): Line =>
    line`By what is logged now this is not reached yet. As soon as it is, you can share it.`,
  winNotYours: (): Line => line`This goal is somebody else's, so the news is theirs to share.`,
  winTooShort: (): Line => line`Please say what went well, in at least three words.`,
  winHelpTitle: (): Line => line`What went well?`,
  winWrite: (): Line => line`Write it`,
  helpWin: () => ({
    does: line`Share a win with your team`,
    usage: "win <what went well>",
    example: "win signed the clinic group at last",
  }),
});

export type WinMessages = ReturnType<typeof wins>;
