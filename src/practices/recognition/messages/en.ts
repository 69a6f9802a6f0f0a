// What recognition says. zh.ts is typed by this file.
import type { LocalDate } from "#src/calendar/local-date";
import { decimal } from "#src/language/decimal";
import type { Formatter } from "#src/language/format";
import type { Unit } from "#src/language/units";
import { titleFor } from "#src/practices/goals/api";
import { joinLines, line, mention, said, typed, type Line } from "#src/view/line";
import type { Receiver, Value, WinFacts, Wish } from "../model.ts";

type Named = readonly Pick<Receiver, "person" | "name">[];

const wish: Record<Wish, string> = {
  public: "in public",
  ask: "ask me first",
  private: "only to me",
};
const names = (people: Named): Line =>
  joinLines(
    people.map((each) => [mention({ id: each.person, name: each.name })]),
    ", ",
  );
const points = (count: number): string => (count === 1 ? "1 point" : `${String(count)} points`);

export const en = (f: Formatter) => ({
  isOff: (): Line =>
    line`Shout-outs are switched off in this workspace. An admin can turn them on in setup.`,
  shoutTitle: (by: string, people: Named): Line => line`${said(by)} praises ${names(people)}`,
  winTitle: (by: string): Line => line`${said(by)} has a win`,
  words: (reason: string): Line => line`${said(reason)}`,
  value: ({ nameEn }: Pick<Value, "nameEn" | "nameZh">): Line => line`${said(nameEn)}`,
  pointsEach: (count: number): Line => line`+${points(count)}`,
  cheer: (count: number): Line => (count === 0 ? line`+1` : line`+1 · ${String(count)}`),
  congrats: (count: number): Line =>
    count === 0 ? line`Congrats` : line`Congrats · ${String(count)}`,
  cheered: (): Line => line`Your +1 counts. Press again to take it back.`,
  uncheered: (): Line => line`Your +1 is taken back.`,
  cheerOwn: (): Line => line`A +1 comes from others: this one is about you or from you.`,
  cheerAlone: (): Line =>
    line`A +1 stands alone and goes to the last shout-out. For words of your own there is ${typed("praise @name")}.`,
  alreadyCheered: (): Line => line`Your +1 already counts.`,
  nothingToCheer: (): Line =>
    line`There is no shout-out here from the last days. Press +1 below the one you mean.`,
  winReached: (isStep: boolean): Line =>
    line`${isStep ? "Reached a milestone" : "Reached the target"}`,
  winGoal: ({ goal, names }: Pick<WinFacts, "goal" | "names">): Line =>
    goal === null ? [] : line`${said(titleFor({ title: goal, names: names ?? null }, "en"))}`,
  winStep: ({ step }: Pick<WinFacts, "step">): Line => (step === null ? [] : line`${said(step)}`),
  winAmount: ({ value, unit }: { readonly value: string; readonly unit: Unit }): Line =>
    line`${f.amount(decimal(value), unit)}`,
  amount: (): Line => line`Amount`,
  customer: (): Line => line`Customer`,
  customerIs: (customer: string): Line => line`${said(customer)}`,
  takenBackTitle: (): Line => line`This was taken back by the person who wrote it.`,
  posted: (place: string): Line => line`Posted in ${said(place)}`,
  waitsForYes: (place: string): Line => line`Goes to ${said(place)} when they agree`,
  postedPrivately: (people: Named): Line => line`Sent to ${names(people)}, just between you`,
  forPeople: (people: Named): Line => line`For ${names(people)}`,
  keptFor: (date: LocalDate, at: Date): Line => line`Goes out ${f.date(date)} at ${f.time(at)}`,
  keptWhy: (name: string): Line =>
    line`${said(name)} is not at work now. It can also go out at once.`,
  postNow: (): Line => line`Post now`,
  takeBack: (): Line => line`Take back`,
  takeBackThis: (people: Named): Line =>
    people.length === 0 ? line`The win you shared` : line`The praise for ${names(people)}`,
  takeBackSure: (): Line => line`Take it back? The post is emptied, and points return.`,
  tookBack: (people: Named): Line =>
    people.length === 0
      ? line`Your win is taken back`
      : line`Your praise for ${names(people)} is taken back`,
  takeBackTooLate: (): Line => line`A shout-out can be taken back for 24 hours; this one is older.`,
  nothingToTakeBack: (): Line =>
    line`There is no shout-out of yours from the last 24 hours to take back.`,
  whichValue: (): Line => line`Which value does it show?`,
  valueNeeded: (): Line => line`One tap is missing: which value does it show?`,
  whichPlace: (): Line => line`Where shall it be posted?`,
  namesStay: (): Line =>
    line`You are not on one platform, so it cannot be posted to everybody yet. You can send it privately.`,
  namesStayMore: (): Line =>
    line`An admin can let names appear in the other platform's channels: ${typed("setup")}, channels.`,
  noPlaces: (): Line =>
    line`I am in no channel of your team yet, so I can send it privately. An admin can choose one in ${typed("setup")}.`,
  placeIs: (name: string): Line => line`${said(name)}`,
  privately: (): Line => line`Private thank-you`,
  askedFirst: (people: Named): Line =>
    line`${names(people)} asked to be asked first; their name follows when they agree.`,
  privateToo: (people: Named): Line =>
    line`${names(people)} would rather hear it alone: sent to them only.`,
  seenIn: (place: string): Line => line`Everybody in ${said(place)} sees it`,
  seenByReceivers: (): Line => line`Only you and those you praise see it`,
  thanksTitle: (by: string): Line => line`${said(by)} praises you`,
  thanksWhere: (place: string): Line => line`Posted in ${said(place)}`,
  thanksAlone: (): Line => line`Only for you`,
  hide: (): Line => line`Not on the wall`,
  hidden: (): Line => line`It stays off the wall. What was posted stays where it is.`,
  askTitle: (by: string): Line => line`${said(by)} wants to praise you. May others read it?`,
  askYes: (place: string): Line => line`Yes, in ${said(place)}`,
  askNo: (): Line => line`Only for me`,
  askedPublic: (): Line => line`Thank you, it is posted.`,
  askedPrivate: (): Line => line`It stays between you two.`,
  wishTitle: (): Line => line`How you are praised`,
  wishIs: (which: Wish): Line => line`Now: ${wish[which]}`,
  wishButton: (which: Wish): Line =>
    line`${{ public: "Praise me in public", ask: "Ask me first", private: "Only to me" }[which]}`,
  wishSaved: (which: Wish): Line => line`Noted: ${wish[which]}.`,
  wishUnknown: (): Line =>
    line`Write ${typed("praise me publicly")}, ${typed("praise me ask first")} or ${typed("praise me privately")}.`,
  whomToPraise: (people: Named): Line =>
    line`Your words name ${names(people)} too. Whom is the praise for?`,
  praiseThem: (people: Named): Line => line`For ${names(people)}`,
  praiseOnly: (people: Named): Line => line`Only for ${names(people)}`,
  selfPraise: (): Line =>
    line`Praise is for others. For a success of your own there is ${typed("win")}.`,
  reasonTooShort: (): Line =>
    line`Please say what they did, in at least three words: it is the reason that people remember.`,
  reasonTooLong: (most: number): Line => line`Please keep it under ${String(most)} characters.`,
  winTooShort: (): Line => line`Please say what went well, in at least three words.`,
  pointsUnclear: (text: string): Line =>
    line`I cannot read “${said(text)}” as points. Write one whole number for each, such as ${"+10"}, or leave it out.`,
  pointsStayWords: (text: string): Line =>
    line`There are no points here, so “${said(text)}” stayed among your words.`,
  pointsOff: (): Line => line`There are no points here: the words count.`,
  tooFewPoints: (cost: number, left: number): Line =>
    line`That takes ${points(cost)}; you have ${String(left)} left this month. Please give fewer, or none.`,
  tooManyToOne: (name: string, most: number): Line =>
    most === 0
      ? line`You have given ${said(name)} as much as one person may get in a month. Praise without points always works.`
      : line`${said(name)} may get ${points(most)} more from you this month. Please give no more than that.`,
  pointsTitle: (): Line => line`Your points`,
  pointsLeft: (): Line => line`To give this month`,
  pointsLeftIs: (left: number, budget: number): Line => line`${String(left)} of ${String(budget)}`,
  pointsHave: (): Line => line`Received in all`,
  pointsHaveIs: (count: number): Line => line`${String(count)}`,
  pointsCap: (): Line => line`At most to one person`,
  pointsReset: (on: LocalDate): Line =>
    line`What is left does not carry over; on ${f.date(on)} it starts anew.`,
  formTitle: (): Line => line`Praise somebody`,
  formWho: (): Line => line`Whom`,
  formWhat: (): Line => line`What did they do?`,
  formWhatHint: (): Line => line`closed the hospital chain in one call`,
  formValue: (): Line => line`Value`,
  formNoValue: (): Line => line`none`,
  formPoints: (): Line => line`Points for each`,
  formPointsHint: (left: number): Line => line`${String(left)} left this month; may stay empty`,
  formPointsWrong: (): Line => line`Please write a whole number, e.g. 10, or leave it empty.`,
  formWhere: (): Line => line`Where`,
  formTeamPlace: (): Line => line`In their team's place`,
  formSees: (): Line => line`Those you praise, and whoever reads the place`,
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
  draftBody: (): Line => line`A word from you counts double. The facts are already written down.`,
  draftButton: (): Line => line`Praise`,
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
  winHelpTitle: (): Line => line`What went well?`,
  winWrite: (): Line => line`Write it`,
  praiseHelpTitle: (): Line => line`Whom do you want to praise?`,
  wallTitle: (): Line => line`Wall of praise`,
  wallEmpty: (): Line =>
    line`Nothing here yet. ${typed("praise @name what they did")} is a good start.`,
  wallRow: (by: string, people: Named): Line =>
    line`${said(by)} → ${said(f.list(people.map((each) => each.name)))}`,
  winAlone: (): Line => line`a win`,
  wallWin: (by: string): Line => line`${said(by)}: a win`,
  wallDay: (on: LocalDate): Line => line`${f.date(on)}`,
  wallWords: (reason: string): Line => (reason === "" ? [] : line`“${said(reason)}”`),
  wallMonth: (): Line => line`Last 30 days`,
  wallMonthIs: (count: number, pairs: number): Line =>
    line`${String(count)} ${count === 1 ? "shout-out" : "shout-outs"} between ${String(pairs)} ${pairs === 1 ? "pair" : "pairs"} of colleagues`,
  wallValues: (): Line => line`Values shown`,
  wallValuesAre: (mix: readonly (readonly [Pick<Value, "nameEn" | "nameZh">, number])[]): Line =>
    line`${said(mix.map(([{ nameEn }, count]) => `${nameEn} ${String(count)}`).join(" · "))}`,
  wallMore: (count: number): Line => line`and ${String(count)} more`,
  digestTitle: (team: string): Line => line`This week in ${said(team)}`,
  digestAlone: (): Line => line`This week's good news`,
  digestMore: (count: number): Line => line`and ${String(count)} more: ${typed("wall")}`,
  digestLabel: (): Line => line`Friday: the week's praise in your team's place`,
  postLabel: (): Line => line`Your shout-out goes out`,
  nudgeDrought: (): Line => line`Monday: who could use a kind word`,
  whyDrought: (): Line => line`Your team's praise, on Mondays at 14:00.`,
  droughtTitle: (count: number): Line =>
    count === 1
      ? line`One of your people had no praise in 30 days`
      : line`${String(count)} of your people had no praise in 30 days`,
  droughtNames: (people: readonly string[]): Line =>
    line`${said(f.list(people))}. What did they do well lately?`,
  nudgeBudget: (): Line => line`Points that lapse soon`,
  whyBudget: (): Line => line`Your month's points lapse in five workdays.`,
  budgetTitle: (left: number): Line => line`You still have ${points(left)} to give this month`,
  homeTitle: (): Line => line`Praise`,
  homeGot: (count: number): Line =>
    count === 0
      ? line`A kind word takes one line: ${typed("praise @name what they did")}`
      : line`Praised ${count === 1 ? "once" : `${String(count)} times`} in the last 30 days`,
  wallButton: (): Line => line`Wall`,
  wishChange: (): Line => line`How I am praised`,
  setupTitle: (): Line => line`Praise: values and points`,
  valuesTitle: (): Line => line`Our values`,
  valueNames: ({ nameEn, nameZh }: Value): Line => line`${said(nameEn)} · ${said(nameZh)}`,
  valueOff: (): Line => line`not offered`,
  valueHow: (tag: string): Line => line`Add one to your praise: ${typed(tag)}`,
  edit: (): Line => line`Edit`,
  save: (): Line => line`Save`,
  addValue: (): Line => line`Add a value`,
  valueForm: (): Line => line`Value`,
  nameEn: (): Line => line`English name`,
  nameZh: (): Line => line`Chinese name`,
  valueActive: (): Line => line`Offered`,
  valueActiveHint: (): Line => line`Off: no longer offered; earlier praise keeps it`,
  valueTaken: (name: string): Line =>
    line`“${said(name)}” is already a value. Please choose another name.`,
  valueNoTag: (): Line => line`Please use letters: the name becomes a #tag.`,
  rules: (): Line => line`Points and rules`,
  rulesPoints: (): Line => line`Points`,
  rulesPointsOn: (base: number, perReport: number): Line =>
    line`${String(base)} a month; managers ${String(perReport)} for each report, if that is more`,
  rulesPointsOff: (): Line => line`off: the words count`,
  rulesValue: (): Line => line`Value`,
  rulesValueIs: (required: boolean): Line =>
    line`${required ? "must be chosen" : "may be chosen afterwards"}`,
  rulesOn: (): Line => line`Points can be given`,
  rulesOnHint: (): Line =>
    line`If points can be exchanged for money or goods, they may be taxable income`,
  rulesBase: (): Line => line`Points a month`,
  rulesPerReport: (): Line => line`For managers, for each report`,
  rulesWrong: (least: number, most: number): Line =>
    line`Please write a whole number from ${String(least)} to ${String(most)}.`,
  rulesRequired: (): Line => line`A value must be chosen`,
  rulesSees: (): Line => line`Everybody in the organisation follows these`,
  count: (count: number): Line => line`${String(count)}`,
  places: (): Line => line`Channels`,
  placeGone: (): Line => line`This channel is not there any more. Please choose again.`,
  helpPraise: () => ({
    does: line`Praise a colleague`,
    usage: "praise @name <what they did> [#value]",
    example: "praise @renke closed the hospital chain in one call #customer-first",
  }),
  helpCheer: () => ({ does: line`Add a +1 to the last shout-out`, usage: "+1", example: "+1" }),
  helpWin: () => ({
    does: line`Share a win with your team`,
    usage: "win <what went well>",
    example: "win signed the clinic group at last",
  }),
  helpTakeBack: () => ({
    does: line`Take back your last shout-out`,
    usage: "praise undo",
    example: "praise undo",
  }),
  helpWish: () => ({
    does: line`How you want to be praised`,
    usage: "praise me [publicly | ask first | privately]",
    example: "praise me ask first",
  }),
  helpWall: () => ({ does: line`Recent praise and wins`, usage: "wall", example: "wall" }),
  helpPoints: () => ({ does: line`Points you may still give`, usage: "points", example: "points" }),
  helpValues: () => ({ does: line`What we praise for`, usage: "values", example: "values" }),
  helpSetup: () => ({
    does: line`Values and points of praise`,
    usage: "praise setup",
    example: "praise setup",
  }),
});

export type RecognitionMessages = ReturnType<typeof en>;
