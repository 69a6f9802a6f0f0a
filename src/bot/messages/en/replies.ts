// What is answered where a line was not understood, is not allowed, or something failed.
import type { LocalDate } from "#src/calendar/local-date";
import type { Formatter } from "#src/language/format";
import type { SmallTalk } from "#src/language/small-talk";
import type { Stranger } from "../../declare/incoming.ts";
import { line, said, typed, type Line } from "#src/view/line";

const missing: Readonly<Record<string, string>> = {
  amount: "The amount is missing",
  title: "What it is about is missing",
  what: "What it is about is missing",
  "@name": "The name is missing: whom is it for?",
  receiver: "The name is missing: whom is it for?",
  date: "The date is missing",
};

const stranger: Readonly<Record<Stranger["kind"], string>> = {
  guest: "is a guest here; I work with full members only.",
  bot: "is an app; I work with people only.",
  outside: "is from another company; I work with colleagues here only.",
  left: "has left the team. Please name somebody who is here.",
  group: "is a whole group. Please name each person you mean.",
};

export const replies = (f: Formatter) => ({
  didYouMean: (): Line => line`Did you mean this?`,
  didYouMeanLabel: (text: string): Line => line`${said(text)}`,
  pointer: (): Line =>
    line`I did not get that. Try ${typed("log 12k")}, ${typed("goals")} or ${typed("help")}.`,
  smallTalk: (talk: SmallTalk): Line =>
    talk === "hello"
      ? line`Hi! ${typed("log 12k")} reports an amount, ${typed("goals")} shows where you stand.`
      : line`${{ thanks: "You're welcome!", fine: "👍" }[talk]}`,
  missing: (what: string): Line =>
    line`${missing[what] ?? (/^[A-Z]1$/.test(what) ? `The number is missing, such as ${what}` : "One thing is missing")}`,
  leftOver: (words: string): Line =>
    line`I do not know what to do with “${said(words)}” here, so nothing was done.`,
  usage: (usage: string, example: string): Line =>
    line`Write it like this: ${typed(usage)}, for example ${typed(example)}`,
  nobodyCalled: (name: string): Line =>
    line`I know nobody called “${said(name)}” here. Try the full name or the start of the e-mail address.`,
  nobodyCalledBut: (name: string): Line =>
    line`I know nobody called “${said(name)}” here. Is it one of these?`,
  strangerNamed: ({ name, kind }: Stranger): Line => line`${said(name)} ${stranger[kind]}`,
  groupNamed: (name: string): Line =>
    line`“${said(name)}” is a whole group. Please name each person you mean.`,
  whichPerson: (name: string): Line =>
    line`Several people match “${said(name)}”. Whom do you mean?`,
  oneAtATime: (): Line => line`One person at a time, please. Whom do you want to begin with?`,
  whichDate: (text: string): Line =>
    line`“${said(text)}” may be more than one day. Please write it like ${typed("5 Nov")} or ${typed("2026-11-05")}.`,
  noSuchDate: (text: string): Line =>
    line`“${said(text)}” is not a date in the calendar. Please write it again, e.g. ${typed("12-31")}.`,
  dayJustGone: (gone: LocalDate, read: LocalDate): Line =>
    line`${f.date(gone)} is over. If you mean next year, please write the year: ${typed(read)}.`,
  notForYou: (): Line => line`This is not yours to use. Your manager or an admin can do it.`,
  oldCard: (): Line =>
    line`This card is from an older version. Type ${typed("home")} for a fresh one.`,
  tooLong: (most: number): Line =>
    line`That is too long for one message: please keep it under ${String(most)} characters.`,
  wentWrong: (code: string): Line =>
    line`Sorry, something went wrong on my side and nothing was stored. If it happens again, tell your admin the code ${code}.`,
  busy: (): Line =>
    line`I am a little busy right now, and nothing was stored. Please try again in a moment.`,
  unsure: (): Line =>
    line`I lost my connection for a moment and cannot tell whether this was stored. Please have a look before you try again.`,
  left: (): Line => line`You are no longer active here. An admin can change that.`,
  sectionFailed: (code: string): Line =>
    line`This part cannot be shown just now. If it stays so, tell your admin the code ${code}.`,
});

export type ReplyMessages = ReturnType<typeof replies>;
