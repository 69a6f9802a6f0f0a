// 用一句话定目标，以及目标定得好不好。
import type { Formatter } from "#src/language/format";
import { line, said, typed } from "#src/view/line";
import { spaced } from "#src/view/spacing";
import type { ChangedField } from "../../define/parse-change.ts";
import type { RateUnit } from "../../define/rate.ts";
import { titleFor } from "../../model.ts";
import type { SmartAdvice } from "../../rules.ts";
import type { DefineMessages } from "../en/define.ts";

const fields: Record<ChangedField, string> = { target: "目标", due: "截止", title: "改名" };

const each: Record<RateUnit, string> = { day: "每个工作日", week: "每周", month: "每月" };

const counted: Record<RateUnit, string> = { day: "个工作日", week: "周", month: "个月" };

const smart: Record<SmartAdvice, string> = {
  vague: "S：写清楚具体指标或成果。“提高销售”没法验收，“回款100万”可以。",
  "no-target": "M：加一个要达到的数字。",
  stretched: "A：比前几期高出一半以上，是有意这么定的吗？",
  easy: "A：比前几期还低，是有意这么定的吗？",
  "no-reason": "R：补一句为什么重要，或挂到团队目标下。",
  past: "T：截止日期已经过了，换一个往后的。",
  "too-soon": "T：至少留一个工作日。",
  "too-far": "T：超过 18 个月了，先定近一点的一步。",
  "needs-milestone": "T：跨度超过一个月，中间加个阶段目标。",
};

export const define = (f: Formatter): DefineMessages => ({
  awayThen: (name, away) =>
    line`${said(name)}休假：${away.map(({ from, to }) => (from === to ? f.date(from) : spaced`${f.date(from)}到${f.date(to)}`)).join("、")}。`,
  whichCurrency: () =>
    line`是哪种货币？请连币种一起写，比如 ${typed("100万元")}；管理员也可以在 ${typed("初始设置")} 里给大家定一个。`,
  newGoal: () => line`定目标`,
  draftTarget: () => line`目标`,
  draftTargetIs: (target, unit) => line`${f.amount(target, unit)}`,
  draftWay: (baseline, target, unit) =>
    line`从 ${f.amount(baseline, unit)} 到 ${f.amount(target, unit)}`,
  start: () => line`就这么定`,
  started: () => line`目标已开始。有进展就发，比如 ${typed("报12万")}。`,
  begins: () => line`开始`,
  targetPositive: () => line`目标要比起点更进一步，请写一个更高的数字，比如 ${typed("120万")}。`,
  titleMissing: () => line`要定什么目标？还缺指标或成果。`,
  titleTakes: (metric, target, unit) => line`${said(metric.nameZh)} ${f.amount(target, unit)}`,
  sameBothEnds: () => line`起点和终点一样。现在是多少，要到多少？`,
  unknownCurrency: (code) =>
    line`不认识币种 ${said(code)}，请写 EUR 这样的代码；不写就按本公司的币种。`,
  dueInPast: () => line`这个日期已经过了，换一个往后的。`,
  mayNotSetFor: (name) => line`只有${said(name)}的主管可以给 TA 提目标。`,
  timeUnclear: (text) =>
    line`“${said(text)}”是从哪天到哪天，我看不准。请写截止日期，比如 ${typed("3月31日前")}，或者写全：${typed("2027-01-01到2027-03-31")}。`,
  noFiscalYears: (text) =>
    line`我这里不记财年，“${said(text)}”是哪几天我不知道。请直接写日期：${typed("2026-10-01到2027-03-31")}。`,
  yearOrTarget: (year) =>
    line`${year}是年份还是目标数？请两个都写上，比如 ${typed(`电话 300 ${year}年`)}。`,
  yearIsTarget: (target, unit) => line`目标就是 ${f.amount(target, unit)}`,
  rateAsk: (rate, unit, per, count, sum, end) =>
    line`目标记的是一段时间的总数。${each[per]} ${f.amount(rate, unit)}，到${f.date(end)}还有 ${String(count)} ${counted[per]}，合计 ${f.amount(sum, unit)}。按哪个定？`,
  rateTakes: (target, unit) => line`总共 ${f.amount(target, unit)}`,
  alsoRuns: (number, goal, end) =>
    line`已经有 G${String(number)} ${said(titleFor(goal, "zh"))} 了，到${f.date(end)}为止。如果说的是同一个，改它就行，这份草稿可以不要。`,
  editThat: (number) => line`修改 G${String(number)}`,
  changeUnclear: () =>
    line`要改什么？可以这样写：${typed("G3 目标 130万")}、${typed("G3 截止 3月31日")}、${typed("G3 改名 重点客户")}。`,
  changeWhich: () => line`改哪个目标？`,
  whyInWords: (number, field, value) =>
    line`这样写就行：${typed(`G${String(number)} ${fields[field]} ${value} 因为…`)}`,
  smartGood: () => line`具体、可衡量、有期限，可以开始了。`,
  smartIntro: () => line`补上这些会更清楚：`,
  smart: (advice) => line`${smart[advice]}`,
  noHistory: () => line`A：往期数据不足两期，暂时看不出目标高不高。`,
  helpNew: () => ({
    does: line`定一个目标，或提给同事`,
    usage: "定目标 <什么> <数字> <日期>前 [给@姓名]",
    example: "定目标 回款 100万 12月31日前",
  }),
  helpChange: () => ({
    does: line`改目标的数字、截止日期或名称`,
    usage: "G7 目标 <数字>，G7 截止 <日期>，或 G7 改名 <名称>",
    example: "G1 目标 130万 因为客户加单",
  }),
  helpDrop: () => ({
    does: line`取消一个目标`,
    usage: "取消目标 G7 [因为…]",
    example: "取消目标 G1",
  }),
  helpClose: () => ({ does: line`结束一个目标`, usage: "结束目标 G7", example: "结束目标 G1" }),
  helpCheck: () => ({
    does: line`按 SMART 检查目标`,
    usage: "目标体检 G7",
    example: "目标体检 G1",
  }),
});
