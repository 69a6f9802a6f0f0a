// Values and rules, as an admin sets them.
import { line, said, typed, type Line } from "#src/view/line";
import type { Value } from "../../model.ts";

export const values = () => ({
  setupTitle: (): Line => line`Praise: values and points`,
  valuesTitle: (): Line => line`Our values`,
  valueNames: ({ nameEn, nameZh }: Value): Line => line`${said(nameEn)} · ${said(nameZh)}`,
  valueOff: (): Line => line`off`,
  valueHow: (tag: string): Line => line`Add one to your praise: ${typed(tag)}`,
  edit: (): Line => line`Edit`,
  save: (): Line => line`Save`,
  addValue: (): Line => line`Add a value`,
  valueForm: (): Line => line`Value`,
  nameEn: (): Line => line`English name`,
  nameZh: (): Line => line`Chinese name`,
  valueActive: (): Line => line`In use`,
  valueActiveHint: (): Line => line`Off: no longer offered; earlier praise keeps it`,
  valueTaken: (name: string): Line =>
    line`“${said(name)}” is already a value. Please choose another name.`,
  valueNoTag: (): Line => line`Please use letters: the name becomes a #tag.`,
  rules: (): Line => line`Points and rules`,
  rulesPoints: (): Line => line`Points`,
  rulesPointsOn: (base: number, perReport: number): Line =>
    line`${String(base)} a month; managers ${String(perReport)} per report if that's more`,
  rulesPointsOff: (): Line => line`off`,
  rulesValue: (): Line => line`Value`,
  rulesValueIs: (required: boolean): Line =>
    line`${required ? "required" : "can be chosen afterwards"}`,
  rulesOn: (): Line => line`Turn on points`,
  rulesOnHint: (): Line =>
    line`If points can be exchanged for money or goods, they may be taxable income`,
  rulesBase: (): Line => line`Points a month`,
  rulesPerReport: (): Line => line`Managers: points per report`,
  rulesWrong: (least: number, most: number): Line =>
    line`Please enter a whole number from ${String(least)} to ${String(most)}.`,
  rulesRequired: (): Line => line`A value is required`,
  rulesSees: (): Line => line`Applies to the whole organisation`,
  helpValues: () => ({ does: line`What we praise for`, usage: "values", example: "values" }),
  helpSetup: () => ({
    does: line`Values and points of praise`,
    usage: "praise setup",
    example: "praise setup",
  }),
});

export type ValueMessages = ReturnType<typeof values>;
