// 导入的数字有人觉得不对。
import type { Formatter } from "#src/language/format";
import { sourceName } from "#src/practices/goals/api";
import { line, said, typed, type Line } from "#src/view/line";
import type { FactDispute } from "../../model.ts";
import type { DisputeMessages } from "./en.ts";

const decided: Record<FactDispute["state"], (figure: string) => Line> = {
  open: (figure) => line`${figure} 正在核实`,
  right: (figure) => line`${figure} 没有错，照旧`,
  "at-source": (figure) => line`${figure} 要到原来的系统里改`,
  corrected: (figure) => line`${figure} 已在原来的系统里改好`,
  out: (figure) => line`${figure} 已剔除，这里不再计算`,
  counted: (figure) => line`${figure} 重新计入`,
};

export const disputes = (f: Formatter): DisputeMessages => ({
  wrongButton: () => line`数据不对`,
  wrongTitle: () => line`哪里不对？`,
  wrongField: () => line`应该是多少？怎么知道的？`,
  wrongHint: () => line`应该是 3 万，11 月 12 日客户减了单。`,
  whichFact: () =>
    line`哪一笔不对？发 ${typed("业绩")}，点“逐笔核对”能看到编号（如 F9），再发 ${typed("数据不对 F9 应该是3万")}。`,
  numbersTyped: () => "业绩",
  noSuchFact: (number) => line`你能看到的数字里没有 F${String(number)}。`,
  factIsOut: (number) => line`F${String(number)} 已剔除，不再计算。`,
  factAsked: (number) => line`F${String(number)} 已经有人提过，正在核实。`,
  wrongSent: (decider) => line`已请${said(decider)}核实。核实前照旧计算，有结果会告诉你。`,
  seenByDecider: () => line`你和核实的人可见`,
  send: () => line`发送`,
  decide: () => line`去核实`,
  day: (on) => line`${f.date(on)}`,
  factNumber: (number) => line`F${String(number)}`,
  reportedFor: (goal) => line`G${String(goal)} 自己报的`,
  importedFor: (goal, source) => line`G${String(goal)} ${sourceName(source, "zh")}导入`,
  disputeTitle: (name, number) => line`${said(name)}说 F${String(number)} 不对`,
  saysNotRight: (number) => line`说 F${String(number)} 不对`,
  disputesWait: (count) => line`有 ${String(count)} 个数字等你核实`,
  isAskedAbout: () => line`核实中`,
  countsMeanwhile: () => line`你定下来之前，照旧计算。`,
  verdict: (verdict) =>
    line`${{ right: "没有错", "at-source": "到原系统里改", out: "在这里剔除" }[verdict]}`,
  verdictMeans: (verdict, number) =>
    ({
      right: line`F${String(number)} 保留，照旧计算。`,
      "at-source": line`下次导入带来正确的数之前，F${String(number)} 照旧计算；改好后会告诉你们。`,
      out: line`F${String(number)} 在这里不再计算，以后再导入也一样。它若有变化会告诉你，随时可以重新计入。`,
    })[verdict],
  verdictReason: () => line`理由`,
  decidedAs: (state, number, by) =>
    by === null
      ? decided[state](`F${String(number)}`)
      : line`${said(by)}：${decided[state](`F${String(number)}`)}`,
  decidedAlready: () => line`这一笔已经定了。`,
  countsAgainNow: () => line`这一笔已经在计算了。`,
  countAgain: () => line`重新计入`,
  leaveOut: () => line`继续剔除`,
  staysOut: (number) => line`F${String(number)} 继续剔除。`,
  changedSince: (number, isOut) =>
    isOut
      ? line`已剔除的 F${String(number)} 在原系统里变了`
      : line`F${String(number)} 在原系统里改了`,
  was: () => line`原来`,
  isNow: (outcome) =>
    line`${{ won: "现在", open: "现在（未成交）", lost: "现在（丢单）", void: "现在（作废）" }[outcome]}`,
  askedAnew: (decider) => line`你提的数字问题，现在由${said(decider)}核实。`,
  seenByOwner: (name) => line`你和${said(name)}可见`,
  helpWrong: () => ({
    does: line`导入的数字不对，请人核实`,
    usage: "数据不对 F9 [应该是多少]",
    example: "数据不对 F9 应该是3万",
  }),
});
