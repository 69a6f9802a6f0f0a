// A goal that one side proposes and the other confirms, answers, or asks to change.
import type { LocalDate } from "#src/calendar/local-date";
import { localDateAt } from "#src/calendar/zones";
import type { Decimal } from "#src/language/decimal";
import type { Formatter } from "#src/language/format";
import type { Unit } from "#src/language/units";
import { line, said, type Line } from "#src/view/line";

export const agree = (f: Formatter) => ({
  propose: (name: string): Line => line`Propose to ${said(name)}`,
  proposedTo: (name: string): Line =>
    line`Proposed to ${said(name)}. You'll hear when it's confirmed.`,
  proposalTitle: (by: string): Line => line`${said(by)} proposed a goal for you`,
  confirm: (): Line => line`Confirm`,
  confirmedTitle: (name: string): Line => line`${said(name)} confirmed the goal`,
  alreadyConfirmed: (): Line => line`This goal is already confirmed.`,
  confirmedMeanwhile: (name: string, number: number): Line =>
    line`${said(name)} has just confirmed G${String(number)}, so it's running now. You can still close it.`,
  answer: (): Line => line`Reply`,
  answerForm: (): Line => line`Reply to the proposal`,
  answerField: (): Line => line`What would you change?`,
  answerSent: (): Line => line`Sent.`,
  answeredTitle: (name: string): Line => line`${said(name)} replied to your proposal`,
  answerInstead: (): Line =>
    line`This goal was proposed to you: confirm it, or reply with what you would change.`,
  withdraw: (): Line => line`Withdraw`,
  withdrawSure: (): Line => line`Withdraw this proposal? They will be told.`,
  withdrawn: (): Line => line`This proposal was withdrawn.`,
  withdrawnMeanwhile: (number: number): Line =>
    line`The proposal G${String(number)} has been withdrawn, so there is nothing to confirm.`,
  aimIs: (target: Decimal, unit: Unit, due: LocalDate): Line =>
    line`${f.amount(target, unit)} by ${f.date(due)}`,
  changeTitle: (by: string): Line => line`${said(by)} would like to change a goal`,
  changeFrom: (): Line => line`Current`,
  changeTo: (): Line => line`Requested`,
  changeAgree: (): Line => line`Agree`,
  changeDecline: (): Line => line`Keep as is`,
  changeOpen: (target: Decimal, unit: Unit, due: LocalDate): Line =>
    line`Waiting for agreement: ${f.amount(target, unit)} by ${f.date(due)}`,
  changeWas: (target: Decimal, unit: Unit, due: LocalDate, on: Date, reason: string): Line =>
    line`Changed ${f.date(localDateAt(on, f.zone))}, ${f.time(on)}; before that ${f.amount(target, unit)} by ${f.date(due)} (reason: ${said(reason)})`,
  changeOwn: (): Line => line`You asked for this change; it's up to the other side now.`,
  changeAnswered: (by: string, state: "agreed" | "declined"): Line =>
    state === "agreed"
      ? line`${said(by)} agreed to the change`
      : line`${said(by)} would rather keep the goal as it is`,
  changeDecided: (): Line =>
    line`This change has already been decided. Open the goal to see where it stands.`,
  runsMeanwhile: (number: number): Line =>
    line`G${String(number)} is already running. You can close it instead.`,
  helpConfirm: () => ({
    does: line`Confirm a proposed goal`,
    usage: "goal confirm G7",
    example: "goal confirm G1",
  }),
});

export type AgreeMessages = ReturnType<typeof agree>;
