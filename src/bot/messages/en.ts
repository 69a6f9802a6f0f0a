// What the house itself says: help, refusals, pointers. zh.ts is typed by this file.
import type { Formatter } from "#src/language/format";
import { line, said, typed, type Line } from "#src/view/line";

export const en = (_format: Formatter) => ({
  didYouMean: (): Line => line`Did you mean this?`,
  didYouMeanLabel: (text: string): Line => line`${said(text)}`,
  pointer: (): Line => line`I read commands, not letters. Try ${typed("log 12k")}, ${typed("goals")} or ${typed("help")}.`,
  usageTitle: (): Line => line`One thing is missing`,
  usage: (usage: string, example: string): Line => line`Write it like this: ${typed(usage)}, for example ${typed(example)}`,
  nobodyCalled: (name: string): Line => line`I know nobody called “${said(name)}” here. Try the full name or the start of the e-mail address.`,
  whichPerson: (name: string): Line => line`Several people match “${said(name)}”. Whom do you mean?`,
  noSuchDate: (text: string): Line => line`“${said(text)}” is not a date in the calendar. Please write it again, e.g. ${typed("12-31")}.`,
  notForYou: (): Line => line`This is not yours to use. Your manager or an admin can do it.`,
  oldCard: (): Line => line`This card is from an older version. Type ${typed("home")} for a fresh one.`,
  tooLong: (most: number): Line => line`That is too long for one message: please keep it under ${String(most)} characters.`,
  wentWrong: (code: string): Line => line`Sorry, something went wrong on my side and nothing was stored. If it happens again, tell your admin the code ${code}.`,
  left: (): Line => line`You are no longer active here. An admin can change that.`,
  helpTitle: (): Line => line`What you can type`,
  helpFor: (verb: string): Line => line`${typed(verb)}`,
  helpMore: (): Line => line`Every word works in English and Chinese. ${typed("help log")} shows one of them with an example.`,
  helpExample: (example: string): Line => line`Example: ${typed(example)}`,
  alsoWords: (words: string): Line => line`Also understood: ${words}`,
  homeEmpty: (): Line => line`Nothing here yet. Start with ${typed("goal new revenue 100k by 12-31")}.`,
  homeTitle: (): Line => line`Home`,
  helpHelp: () => ({ does: line`What you can type here`, usage: "help [verb]", example: "help log" }),
  homeHelp: () => ({ does: line`Your own page: goals and what is next`, usage: "home", example: "home" }),
  fieldNeeded: (): Line => line`Please fill this in.`,
  fieldNotAmount: (): Line => line`I cannot read this as an exact amount. Write e.g. 120000, 120k or 12万.`,
  fieldNotDate: (): Line => line`I cannot read this as a date. Write e.g. 2026-12-31.`,
  fieldTooLong: (most: number): Line => line`Please keep this under ${String(most)} characters.`,
  fieldNotOffered: (): Line => line`Please choose one of the offered values.`,
});

export type HouseMessages = ReturnType<typeof en>;
