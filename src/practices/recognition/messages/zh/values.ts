// 管理员设置的价值观和规则。
import { line, said, typed } from "#src/view/line";
import type { ValueMessages } from "../en/values.ts";

export const values = (): ValueMessages => ({
  setupTitle: () => line`表扬：价值观、积分`,
  valuesTitle: () => line`我们的价值观`,
  valueNames: ({ nameEn, nameZh }) => line`${said(nameZh)} · ${said(nameEn)}`,
  valueOff: () => line`已停用`,
  valueHow: (tag) => line`表扬时可以带上：${typed(tag)}`,
  edit: () => line`修改`,
  save: () => line`保存`,
  addValue: () => line`加一条价值观`,
  valueForm: () => line`价值观`,
  nameEn: () => line`英文名`,
  nameZh: () => line`中文名`,
  valueActive: () => line`启用`,
  valueActiveHint: () => line`停用后不再出现，以前的表扬不变`,
  valueTaken: (name) => line`“${said(name)}”已经有了，换个名字吧。`,
  valueNoTag: () => line`请用文字命名，它会用作 # 标签。`,
  rules: () => line`积分和规则`,
  rulesPoints: () => line`积分`,
  rulesPointsOn: (base, perReport) =>
    line`每人每月 ${String(base)} 分；主管按每位组员 ${String(perReport)} 分算，取多的`,
  rulesPointsOff: () => line`未开启`,
  rulesValue: () => line`价值观`,
  rulesValueIs: (required) => line`${required ? "必选" : "可以事后再选"}`,
  rulesOn: () => line`开启积分`,
  rulesOnHint: () => line`积分如果能换钱或物，可能要计入应税收入`,
  rulesBase: () => line`每人每月几分`,
  rulesPerReport: () => line`主管：每位组员几分`,
  rulesWrong: (least, most) => line`请填 ${String(least)} 到 ${String(most)} 的整数。`,
  rulesRequired: () => line`必须选价值观`,
  rulesSees: () => line`对整个组织生效`,
  helpValues: () => ({ does: line`我们看重什么`, usage: "价值观", example: "价值观" }),
  helpSetup: () => ({ does: line`表扬的价值观和积分`, usage: "表扬设置", example: "表扬设置" }),
});
