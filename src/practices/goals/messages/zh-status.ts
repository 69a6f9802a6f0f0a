// 状态判断的中文。
import type { Formatter } from "#src/language/format";
import { line, said, typed } from "#src/view/line";
import type { Judgement } from "../model.ts";
import type { status as en } from "./en-status.ts";

const names: Record<Judgement, string> = {
  "on-track": "正常",
  "at-risk": "有风险",
  "off-track": "落后",
};

export const status = (f: Formatter): ReturnType<typeof en> => ({
  confidenceDiffers: () => line`你的判断和数字不太一样，有什么是数字里看不到的？`,
  confidenceRange: () => line`信心用 1 到 10 表示。`,
  confidenceSaved: (number, level) => line`记下了：G${String(number)} 信心 ${String(level)} / 10。`,
  judgement: (judgement) => line`${names[judgement]}`,
  overrideIs: (by, judgement) => line`${said(by)}判断：${names[judgement]}`,
  overrideWhy: (reason, until) => line`“${said(reason)}” · 到${f.date(until)}`,
  run: (workdays) => line`近 ${String(workdays)} 个工作日日均`,
  statusAsk: () => line`实际情况不一样？`,
  statusButton: () => line`说明一下`,
  statusClear: () => line`以数据为准`,
  statusTitle: (number) => line`G${String(number)} 的状态`,
  statusIntro: () => line`和数据算出的状态并排显示，不会覆盖它。`,
  statusField: () => line`你的判断`,
  statusReason: () => line`原因`,
  statusReasonHint: () => line`数据上还看不出来的情况`,
  statusUntil: () => line`有效到`,
  statusUntilHint: (last) => line`最晚到${f.date(last)}，下一期周报时再判断`,
  statusPast: () => line`这一天已经过了，请选今天或以后。`,
  statusTooFar: (last) => line`只到下一期周报为止，最晚${f.date(last)}。`,
  statusUnreadable: () =>
    line`可以这样写：${typed("状态 G7 正常 因为合同已经签了")}。状态有正常、有风险、落后；发“以数据为准”就取消。`,
  statusNone: (number) => line`G${String(number)} 现在就是以数据为准。`,
  statusNotYet: (number) => line`G${String(number)} 还没开始。`,
  statusTold: (by, judgement) => line`${said(by)}认为你的一个目标${names[judgement]}`,
  statusCleared: (by) => line`${said(by)}改回以数据为准`,
  helpStatus: () => ({
    does: line`说明目标的实际状态和原因`,
    usage: "状态 <G7> <正常 | 有风险 | 落后 | 以数据为准> [因为…]",
    example: "状态 G1 正常 因为合同已经签了",
  }),
});
