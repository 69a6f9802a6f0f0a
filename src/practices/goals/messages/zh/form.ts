// 定目标、改目标、报数的表单。
import { line, said } from "#src/view/line";
import { titleFor } from "../../model.ts";
import type { GoalFormMessages } from "../en/form.ts";

export const form = (): GoalFormMessages => ({
  formNew: () => line`定目标`,
  formEdit: (number) => line`修改 G${String(number)}`,
  formFor: (name) => line`提给${said(name)}，由 TA 确认`,
  fieldTitle: () => line`目标`,
  fieldTitleHint: () => line`写指标或成果：回款、20 场演示`,
  fieldTarget: () => line`要达到多少`,
  fieldTargetHint: () => line`100万、120k 或 30%`,
  fieldDue: () => line`截止日期`,
  fieldDueHint: () => line`12月31日、季度末、月底`,
  fieldReason: () => line`为什么重要`,
  fieldMilestones: () => line`阶段目标`,
  fieldMilestonesHint: () => line`一行一个：60万 11月30日前`,
  badMilestone: (text) => line`没看懂“${said(text)}”。写数字或步骤，加上日期：60万 11月30日前。`,
  fieldParent: () => line`属于哪个目标`,
  noParent: () => line`不属于上级目标`,
  fieldWhyChanged: () => line`为什么调整`,
  fieldWhyChangedHint: () => line`改数字或日期时要写；原来的会留着`,
  whyNeeded: () => line`数字或日期变了，请写一句为什么。`,
  correct: () => line`更正`,
  correctTitle: () => line`更正这一笔`,
  takeBack: () => line`撤销这笔`,
  progressTitle: (number) => line`记到 G${String(number)}`,
  fieldGoal: () => line`目标`,
  amountHint: () => line`12万、5，比率写 3/10`,
  fieldAmount: () => line`数字`,
  fieldDate: () => line`日期`,
  fieldNote: () => line`备注`,
  ratioHint: () => line`报数量，如 3/10；或直接报 30%`,
  ratioSides: (num, den) => line`${said(num)}/${said(den)}，如 3/10；或直接报 30%`,
  offerLog: (what, goal) =>
    goal === null
      ? line`记 ${what}？`
      : line`记 ${what} 到 G${String(goal.number)} ${said(titleFor(goal, "zh"))}？`,
  offerTake: () => line`记上`,
  offerLeave: () => line`不是`,
  offerLeft: () => line`好的，什么都没记。`,
});
