// The forms in which a goal is set or edited, and an amount logged to it.
import { line, said, type Line } from "#src/view/line";
import { titleFor, type GoalProgress } from "../../model.ts";

export const form = () => ({
  formNew: (): Line => line`New goal`,
  formEdit: (number: number): Line => line`Edit G${String(number)}`,
  formFor: (name: string): Line => line`For ${said(name)}, who confirms it`,
  fieldTitle: (): Line => line`Goal`,
  fieldTitleHint: (): Line => line`A metric or a result: collected revenue, 20 demos`,
  fieldTarget: (): Line => line`Target`,
  fieldTargetHint: (): Line => line`120k, 12万 or 30%`,
  fieldDue: (): Line => line`Due`,
  fieldDueHint: (): Line => line`2026-12-31, EOQ or end of month`,
  fieldReason: (): Line => line`Why it matters`,
  fieldMilestones: (): Line => line`Milestones`,
  fieldMilestonesHint: (): Line => line`One per line: 60k by 11-30`,
  badMilestone: (text: string): Line =>
    line`I can't read “${said(text)}”. Write an amount or a step and a date: 60k by 11-30.`,
  fieldParent: (): Line => line`Part of`,
  noParent: (): Line => line`no parent goal`,
  fieldWhyChanged: (): Line => line`Reason for the change`,
  fieldWhyChangedHint: (): Line =>
    line`Needed when the target or due date changes; the old one stays in the history`,
  whyNeeded: (): Line => line`The target or due date changed: please say why.`,
  correct: (): Line => line`Correct`,
  correctTitle: (): Line => line`Correct this entry`,
  takeBack: (): Line => line`Undo`,
  progressTitle: (number: number): Line => line`Log to G${String(number)}`,
  fieldGoal: (): Line => line`Goal`,
  amountHint: (): Line => line`12k, 5, or 3/10 for a ratio`,
  fieldAmount: (): Line => line`Amount`,
  fieldDate: (): Line => line`Date`,
  fieldNote: (): Line => line`Note`,
  ratioHint: (): Line => line`Counts, e.g. 3/10; or the percentage, 30%`,
  ratioSides: (num: string, den: string): Line =>
    line`${said(num)} / ${said(den)}, e.g. 3/10; or the percentage, 30%`,
  offerLog: (what: Line, goal: Pick<GoalProgress, "number" | "title" | "names"> | null): Line =>
    goal === null
      ? line`Log ${what}?`
      : line`Log ${what} to G${String(goal.number)} ${said(titleFor(goal, "en"))}?`,
  offerTake: (): Line => line`Log it`,
  offerLeave: (): Line => line`No`,
  offerLeft: (): Line => line`OK, nothing was saved.`,
});

export type GoalFormMessages = ReturnType<typeof form>;
