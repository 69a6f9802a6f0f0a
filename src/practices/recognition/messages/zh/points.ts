// 随表扬给出的积分。
import type { Formatter } from "#src/language/format";
import { line, said } from "#src/view/line";
import type { PointMessages } from "../en/points.ts";

export const points = (f: Formatter): PointMessages => ({
  pointsUnclear: (text) =>
    line`没看懂“${said(text)}”是几分，请写一个整数，比如 ${"+10"}；不给分就去掉它。`,
  pointsStayWords: (text) => line`这里没有积分，“${said(text)}”留在了话里。`,
  pointsOff: () => line`这里没有积分，一句话就是最好的表扬。`,
  tooFewPoints: (cost, left) =>
    line`这次要 ${String(cost)} 分，这个月还剩 ${String(left)} 分。少给一点，或者不给分也行。`,
  tooManyToOne: (name, most) =>
    most === 0
      ? line`这个月给${said(name)}的分已经到上限了，不带分的表扬随时可以。`
      : line`这个月还能给${said(name)} ${String(most)} 分，请别超过。`,
  pointsTitle: () => line`我的积分`,
  pointsLeft: () => line`本月还能给`,
  pointsLeftIs: (left, budget) => line`${String(left)} / ${String(budget)}`,
  pointsHave: () => line`累计收到`,
  pointsHaveIs: (count) => line`${String(count)}`,
  pointsCap: () => line`给同一人最多`,
  pointsReset: (on) => line`没给完的不结转，${f.date(on)}重新开始。`,
  budgetTitle: (left) => line`这个月还有 ${String(left)} 分没给出去`,
  helpPoints: () => ({ does: line`本月还能给多少分`, usage: "我的积分", example: "我的积分" }),
});
