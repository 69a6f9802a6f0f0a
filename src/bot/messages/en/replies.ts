// What is answered where a line was not understood, is not allowed, or something failed.
import type { LocalDate } from "#src/calendar/local-date";
import type { Formatter } from "#src/language/format";
import type { SmallTalk } from "#src/language/small-talk";
import type { Stranger } from "../../declare/incoming.ts";
import type { Who } from "#src/people/person";
import { line, said, typed, type Line } from "#src/view/line";

const missing: Readonly<Record<string, string>> = {
  amount: "The amount is missing",
  title: "What it's about is missing",
  what: "What it's about is missing",
  "@name": "The name is missing: who is it for?",
  receiver: "The name is missing: who is it for?",
  date: "The date is missing",
};

const stranger: Readonly<Record<Stranger["kind"], string>> = {
  guest: "is a guest here; I only work with full members.",
  bot: "is an app; I only work with people.",
  outside: "is from another company; I only work with colleagues here.",
  left: "has left the team. Please name someone who is still here.",
  group: "is a whole group. Please name each person you mean.",
};

const notTheirs: Readonly<Record<Who, string>> = {
  everyone: "Only managers can do this.",
  manager: "Only managers can do this.",
  logger: "Only managers and team assistants can do this.",
  admin: "Only admins can do this.",
};

export const replies = (f: Formatter) => ({
  whichOne: (): Line => line`Which one?`,
  didYouMean: (): Line => line`Did you mean this?`,
  didYouMeanLabel: (text: string): Line => line`${said(text)}`,
  pointer: (): Line =>
    line`I didn't get that. Try ${typed("log 12k")}, ${typed("goals")} or ${typed("help")}.`,
  pointerWords: (): readonly string[] => ["log", "goals", "help"],
  smallTalk: (talk: SmallTalk): Line =>
    talk === "hello"
      ? line`Hi! I keep you on pace with your sales goals. Try ${typed("log 12k")}.`
      : line`${{ thanks: "You're welcome!", fine: "👍" }[talk]}`,
  missing: (what: string): Line =>
    line`${missing[what] ?? (/^[A-Z]1$/.test(what) ? `The number is missing, such as ${what}` : "One thing is missing")}`,
  leftOver: (words: string): Line =>
    line`I don't know what to do with “${said(words)}” here, so I changed nothing.`,
  inForm: (): Line => line`Use a form`,
  usage: (usage: string, example: string): Line =>
    line`Write it like this: ${typed(usage)}, e.g. ${typed(example)}`,
  nobodyCalled: (name: string): Line =>
    line`I can't find anyone called “${said(name)}”. Try the full name, or the part of the e-mail address before the @.`,
  nobodyCalledBut: (name: string): Line =>
    line`I can't find anyone called “${said(name)}”. Did you mean one of these?`,
  strangerNamed: ({ name, kind }: Stranger): Line => line`${said(name)} ${stranger[kind]}`,
  groupNamed: (name: string): Line =>
    line`“${said(name)}” is a whole group. Please name each person you mean.`,
  whichPerson: (name: string): Line => line`Several people match “${said(name)}”. Who do you mean?`,
  oneAtATime: (): Line => line`One person at a time, please. Who first?`,
  whichDate: (text: string): Line =>
    line`“${said(text)}” could be more than one day. Write it like ${typed("5 Nov")} or ${typed("2026-11-05")}.`,
  noSuchDate: (text: string): Line =>
    line`There is no such date as “${said(text)}”. Please write it again, e.g. ${typed("12-31")}.`,
  dayJustGone: (gone: LocalDate, read: LocalDate): Line =>
    line`${f.date(gone)} has passed. If you mean next year, please write the year: ${typed(read)}.`,
  notForYou: (who: Who): Line => line`${notTheirs[who]}`,
  oldCard: (): Line =>
    line`This card is from an older version. ${typed("home")} gets you a fresh one.`,
  tooLong: (most: number): Line =>
    line`That's too long for one message: please keep it under ${String(most)} characters.`,
  wentWrong: (code: string): Line =>
    line`Sorry, something went wrong on my side and nothing was saved. If it happens again, tell your admin the code ${code}.`,
  busy: (): Line =>
    line`I'm a bit busy right now, and nothing was saved. Please try again in a moment.`,
  unsure: (): Line =>
    line`I lost my connection for a moment and can't tell whether this was saved. Please check before you try again.`,
  left: (): Line => line`Your account is no longer active here. An admin can restore it.`,
  sectionFailed: (code: string): Line =>
    line`This part can't be shown right now. If it keeps happening, tell your admin the code ${code}.`,
});

export type ReplyMessages = ReturnType<typeof replies>;
