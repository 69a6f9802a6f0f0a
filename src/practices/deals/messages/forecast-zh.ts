// 目标卡片上关于商机的话。
import type { Formatter } from "#src/language/format";
import { joinLines, line } from "#src/view/line";
import type { forecast as english } from "./forecast-en.ts";

export const forecast = (f: Formatter): ReturnType<typeof english> => ({
  range: () => line`加上商机`,
  rangeIs: (low, likely, high, unit) =>
    line`${f.about(low, unit)} 到 ${f.about(high, unit)}，按可能性算约 ${f.about(likely, unit)}`,
  parts: (actual, { deals, value, weighted }, unit) =>
    line`已完成 ${f.amount(actual, unit)}；期内要成交的有 ${String(deals.length)} 单共 ${f.amount(value, unit)}，按可能性折算 ${f.about(weighted, unit)}`,
  leftOut: ({ noAmount, overdue, otherCurrency, noDay }) =>
    joinLines(
      [
        noAmount === 0 ? [] : line`${String(noAmount)} 单没填金额`,
        overdue === 0 ? [] : line`${String(overdue)} 单过了预计成交日`,
        otherCurrency === 0 ? [] : line`${String(otherCurrency)} 单是其他币种`,
        noDay === 0 ? [] : line`${String(noDay)} 单没有预计成交日`,
      ],
      "、",
    ),
  notCounted: (what) => line`没算进去：${what}`,
  coverage: () => line`覆盖`,
  coverageIs: (times, gap, unit) =>
    line`要成交的商机是缺口 ${f.amount(gap, unit)} 的 ${times.toFixed(1)} 倍`,
  needed: () => line`还需要`,
  neededIs: (pipeline, count, unit) =>
    joinLines(
      [
        pipeline === null ? line`还没有赢过单，算不出来` : line`商机约 ${f.about(pipeline, unit)}`,
        count === null ? [] : line`按平均单额再赢 ${count.toFixed(0)} 单`,
      ],
      " · ",
    ),
  rate: ({ byCount, byValue, closed, assumed }) =>
    assumed
      ? line`赢单率 ${f.percent(byCount)}（假设值）：近四个季度${closed === 0 ? "还没有结单" : `只结了 ${String(closed)} 单`}，满 10 单才用自己的`
      : joinLines(
          [
            line`赢单率按单数 ${f.percent(byCount)}`,
            byValue === null ? [] : line`按金额 ${f.percent(byValue)}`,
            line`赢单 ÷（赢单 + 输单），近四个季度 ${String(closed)} 单`,
          ],
          " · ",
        ),
});
