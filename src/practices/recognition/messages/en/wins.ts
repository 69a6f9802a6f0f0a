// A win of one's own.
import { decimal } from "#src/language/decimal";
import type { Formatter } from "#src/language/format";
import type { Unit } from "#src/language/units";
import { line, said, type Line } from "#src/view/line";

export const wins = (f: Formatter) => ({
  shareWin: (): Line => line`Share with my team`,
  winForm: (): Line => line`Share a win`,
  winWords: (): Line => line`In your words`,
  winWordsHint: (): Line => line`what helped, and who`,
  winShowAmount: ({ value, unit }: { readonly value: string; readonly unit: Unit }): Line =>
    line`Show the amount (${f.amount(decimal(value), unit)})`,
  winShowCustomer: (customer: string): Line => line`Show “${said(customer)}”`,
  winSubmit: (): Line => line`Share`,
  winSees: (): Line => line`Visible to everyone in your team's channel; your manager is told`,
  winShared: (): Line => line`You've already shared this one. Congratulations again!`,
  winNotReached: (): Line =>
    line`Going by what's logged, this isn't reached yet. Once it is, you can share it.`,
  winNotYours: (): Line => line`This goal is someone else's, so the news is theirs to share.`,
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
