// What decisions say in English.
import type { LocalDate } from "#src/calendar/local-date";
import type { Decimal } from "#src/language/decimal";
import type { Formatter } from "#src/language/format";
import type { Unit } from "#src/language/units";
import { titleFor, type Titled } from "#src/practices/goals/api";
import { line, said, typed, type Line } from "#src/view/line";

export type DecisionMessages = ReturnType<typeof en>;

export const en = (f: Formatter) => ({
  formTitle: (): Line => line`A decision`,
  what: (): Line => line`Decided`,
  whatHint: (): Line => line`Renewals first until the end of the year`,
  why: (): Line => line`Why`,
  whyHint: (): Line => line`Half of our revenue renews in December`,
  number: (): Line => line`The number it should move`,
  noNumber: (): Line => line`none`,
  look: (): Line => line`Look again`,
  save: (): Line => line`Save`,
  seenBy: (): Line => line`Seen by you, your manager and whose goal it is about`,
  goal: (goal: Titled & { readonly number: number }, owner: string): Line =>
    line`G${String(goal.number)} ${said(titleFor(goal, "en"))} · ${said(owner)}`,
  by: (name: string): Line => line`${said(name)}`,
  kept: (number: number): Line => line`D${String(number)} is kept`,
  titled: (number: number): Line => line`D${String(number)}`,
  decidedAbout: (name: string): Line => line`${said(name)} decided something about your goal`,
  lookedAt: (name: string): Line => line`${said(name)} looked at a decision about your goal again`,
  lookTitle: (number: number): Line => line`D${String(number)}: then and now`,
  before: (): Line => line`Then`,
  now: (): Line => line`Now`,
  whenSeen: (): Line => line`When looked at`,
  valueOn: (value: Decimal, unit: Unit, at: Date): Line =>
    line`${f.amount(value, unit)} · ${f.dateTime(at)}`,
  valueNow: (value: Decimal, unit: Unit, moved: Decimal): Line =>
    line`${f.amount(value, unit)} (${moved.lt("0") ? "" : "+"}${f.amount(moved, unit)})`,
  day: (day: LocalDate): Line => line`${f.date(day)}`,
  lookOn: (day: LocalDate): Line => line`look again ${f.date(day)}`,
  writeSeen: (): Line => line`What do you see?`,
  laterButton: (): Line => line`Look again in two weeks`,
  seenTitle: (): Line => line`What do you see?`,
  seenField: (): Line => line`What moved, and what do you do next?`,
  seenHint: (): Line => line`Two renewals came early; we keep it for January`,
  moved: (number: number, day: LocalDate): Line =>
    line`D${String(number)} comes again on ${f.date(day)}`,
  listTitle: (): Line => line`Decisions`,
  none: (): Line =>
    line`Nothing decided yet. ${typed("decide renewals first because half of our revenue renews")} keeps the first.`,
  isSeen: (): Line => line`looked at`,
  open: (): Line => line`Open`,
  decideButton: (): Line => line`New decision`,
  lookAhead: (): Line => line`Choose a day after today.`,
  lookSooner: (): Line => line`Choose a day within 18 months.`,
  lookedAlready: (): Line => line`It was looked at already.`,
  noSuchDecision: (number: number): Line =>
    line`There is no D${String(number)} that you can see. ${typed("decisions")} lists yours.`,
  noSuchGoal: (number: number): Line =>
    line`G${String(number)} is no running goal of yours or of the people you lead.`,
  nudgeLook: (): Line => line`Decisions to look at again`,
  whyLook: (): Line => line`You chose this day when you decided.`,
  helpDecide: () => ({
    does: line`Keep a decision and a day to look at it again`,
    usage: "decide <what> because <why> [G7] [look again on <day>]",
    example: "decide renewals first because half of our revenue renews",
  }),
  helpDecisions: () => ({
    does: line`See what was decided, then and now`,
    usage: "decisions [D3]",
    example: "decisions",
  }),
  isOff: (): Line => line`Decisions are off here. An admin can turn them on in ${typed("setup")}.`,
});
