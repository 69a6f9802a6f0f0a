// Steps: who does what by when.
import type { LocalDate } from "#src/calendar/local-date";
import type { Formatter } from "#src/language/format";
import { line, said, typed, type Line } from "#src/view/line";

export type TalkStepsMessages = ReturnType<typeof steps>;

export const steps = (f: Formatter) => ({
  stepForm: (name: string): Line => line`A step from your talk with ${said(name)}`,
  stepField: (): Line => line`What`,
  stepHint: (): Line => line`Call the three biggest quotes back`,
  whoField: (): Line => line`Who does it`,
  dueField: (): Line => line`By`,
  name: (name: string): Line => line`${said(name)}`,
  stepKept: (number: number): Line => line`Step A${String(number)} is noted`,
  stepFor: (name: string, number: number): Line =>
    line`${said(name)} noted a step for you: A${String(number)}`,
  stepDone: (number: number): Line => line`A${String(number)} is done`,
  stepDoneBy: (name: string, number: number): Line => line`${said(name)} closed A${String(number)}`,
  stepWasDone: (number: number): Line => line`A${String(number)} was closed already.`,
  noSuchStep: (number: number): Line =>
    line`There is no A${String(number)} among your steps. ${typed("actions")} lists them.`,
  carryForm: (number: number): Line => line`Carry A${String(number)}`,
  carryDrop: (): Line => line`It is not needed any more`,
  stepCarried: (number: number, due: LocalDate): Line =>
    line`A${String(number)} is carried to ${f.date(due)}`,
  stepDropped: (number: number): Line => line`A${String(number)} is closed, it was not needed`,
  actionsTitle: (): Line => line`Your steps`,
  noSteps: (): Line => line`No open steps. They come out of your one-on-ones.`,
  othersSteps: (): Line => line`You wait for`,
});
