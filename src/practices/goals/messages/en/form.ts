// The forms in which a goal is set or edited, and an amount logged to it.
import { line, said, type Line } from "#src/view/line";
import type { GoalProgress } from "../../model.ts";

export const form = () => ({
  formNew: (): Line => line`New goal`,
  formEdit: (number: number): Line => line`Edit G${String(number)}`,
  formFor: (name: string): Line => line`For ${said(name)}, who confirms it`,
  fieldTitle: (): Line => line`What`,
  fieldTitleHint: (): Line => line`A metric or a result: collected revenue, 20 demos`,
  fieldTarget: (): Line => line`Target`,
  fieldTargetHint: (): Line => line`120k, 12万 or 30%`,
  fieldDue: (): Line => line`Due`,
  fieldDueHint: (): Line => line`2026-12-31, EOQ or end of month`,
  fieldReason: (): Line => line`Why it matters`,
  fieldMilestones: (): Line => line`Milestones`,
  fieldMilestonesHint: (): Line => line`One a line: 60k by 11-30`,
  badMilestone: (text: string): Line =>
    line`I cannot read “${said(text)}”. Write an amount or a step and a date: 60k by 11-30.`,
  fieldParent: (): Line => line`Part of`,
  noParent: (): Line => line`no goal above`,
  fieldWhyChanged: (): Line => line`Why the change`,
  fieldWhyChangedHint: (): Line =>
    line`Needed when the target or the due date moves; the old line stays in the history`,
  whyNeeded: (): Line => line`The target or the due date moves: please say why.`,
  correct: (): Line => line`Correct`,
  correctTitle: (): Line => line`Correct the entry`,
  takeBack: (): Line => line`Take back`,
  progressTitle: (number: number): Line => line`Log to G${String(number)}`,
  fieldAmount: (): Line => line`Amount`,
  fieldDate: (): Line => line`Date`,
  fieldNote: (): Line => line`Note`,
  ratioHint: (): Line => line`Counted, e.g. 3/10; or the percentage, 30%`,
  ratioSides: (num: string, den: string): Line =>
    line`${said(num)} / ${said(den)}, e.g. 3/10; or the percentage, 30%`,
  offerLog: (what: Line, goal: Pick<GoalProgress, "number" | "title"> | null): Line =>
    goal === null
      ? line`Shall I log ${what}?`
      : line`Shall I log ${what} to G${String(goal.number)} ${said(goal.title)}?`,
  offerTake: (): Line => line`Log it`,
  offerLeave: (): Line => line`No`,
  offerLeft: (): Line => line`All right, nothing was stored.`,
});

export type GoalFormMessages = ReturnType<typeof form>;
