// Praising somebody: in a line or in the form, and taking it back.
import type { LocalDate } from "#src/calendar/local-date";
import { decimal } from "#src/language/decimal";
import type { Formatter } from "#src/language/format";
import { titleFor } from "#src/practices/goals/api";
import { line, said, typed, type Line } from "#src/view/line";
import type { WinFacts } from "../../model.ts";
import { names, type Named } from "./shout.ts";

export const praise = (f: Formatter) => ({
  whomToPraise: (people: Named): Line =>
    line`You also mention ${names(people)}. Who is the praise for?`,
  praiseThem: (people: Named): Line => line`For ${names(people)}`,
  praiseOnly: (people: Named): Line => line`Only for ${names(people)}`,
  offerPraise: (name: string): Line => line`Praise ${said(name)} where the team sees it?`,
  offerPraiseTake: (): Line => line`Praise them`,
  writePraise: (): Line => line`Write it`,
  selfPraise: (): Line =>
    line`Praise is for others. To share a success of your own, use ${typed("win")}.`,
  reasonTooShort: (): Line =>
    line`Please say what they did, in at least three words: the reason is what people remember.`,
  reasonTooLong: (most: number): Line => line`Please keep it under ${String(most)} characters.`,
  formTitle: (): Line => line`Praise a colleague`,
  formWho: (): Line => line`Who`,
  formWhat: (): Line => line`What did they do?`,
  formWhatHint: (): Line => line`closed the hospital chain in one call`,
  formValue: (): Line => line`Value`,
  formNoValue: (): Line => line`none`,
  formPoints: (): Line => line`Points for each`,
  formPointsHint: (left: number): Line => line`${String(left)} left this month`,
  formPointsWrong: (): Line => line`Please enter a whole number, e.g. 10, or leave it empty.`,
  formWhere: (): Line => line`Where`,
  formTeamPlace: (): Line => line`In their team's channel`,
  formSees: (): Line => line`Visible to the people you praise and everyone in the channel`,
  formSubmit: (): Line => line`Praise`,
  draftReason: (by: string, { isStep, goal, names, amount, customer }: WinFacts): string =>
    [
      `${isStep ? "Reached a milestone" : "Reached the target"}${goal === null ? "" : ` of ${titleFor({ title: goal, names: names ?? null }, "en")}`}`,
      amount === null ? "" : f.amount(decimal(amount.value), amount.unit),
      customer ?? "",
    ]
      .filter((each) => each !== "")
      .join(", ") || `Well done, ${by}`,
  draftTitle: (by: string): Line => line`${said(by)} shared a win`,
  draftBody: (): Line => line`A word from you counts double. The text is ready for you.`,
  draftButton: (): Line => line`Praise`,
  whichValue: (): Line => line`Which value does it show?`,
  valueNeeded: (): Line => line`One last step: which value does it show?`,
  keptFor: (date: LocalDate, at: Date): Line => line`Goes out ${f.date(date)} at ${f.time(at)}`,
  keptWhy: (name: string): Line =>
    line`${said(name)} is off work right now. You can also post it at once.`,
  postNow: (): Line => line`Post now`,
  takeBack: (): Line => line`Take back`,
  takeBackThis: (people: Named): Line =>
    people.length === 0 ? line`The win you shared` : line`The praise for ${names(people)}`,
  takeBackSure: (): Line => line`Take it back? The post is cleared and points are returned.`,
  tookBack: (people: Named): Line =>
    people.length === 0 ? line`Win taken back` : line`Praise for ${names(people)} taken back`,
  takeBackTooLate: (): Line =>
    line`A shout-out can be taken back within 24 hours; this one is older.`,
  nothingToTakeBack: (): Line => line`You have no shout-out from the last 24 hours to take back.`,
  praiseHelpTitle: (): Line => line`Who do you want to praise?`,
  helpPraise: () => ({
    does: line`Praise a colleague`,
    usage: "praise @name <what they did> [#value]",
    example: "praise @renke closed the hospital chain in one call #customer-first",
  }),
  helpTakeBack: () => ({
    does: line`Take back your latest shout-out`,
    usage: "praise undo",
    example: "praise undo",
  }),
});

export type PraiseMessages = ReturnType<typeof praise>;
