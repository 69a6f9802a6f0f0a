// Values and rules, as an admin sets them.
import { line, said, typed, type Line } from "#src/view/line";
import type { Value } from "../../model.ts";

export const values = () => ({
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
  helpValues: () => ({ does: line`What we praise for`, usage: "values", example: "values" }),
  helpSetup: () => ({
    does: line`Values and points of praise`,
    usage: "praise setup",
    example: "praise setup",
  }),
});

export type ValueMessages = ReturnType<typeof values>;
