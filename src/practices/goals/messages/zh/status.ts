// 目标列表、信心，以及和数字不同的判断。
import type { Formatter } from "#src/language/format";
import { periodText } from "./goal.ts";
import { spaced } from "#src/view/spacing";
import { line, said, typed } from "#src/view/line";
import type { Judgement } from "../../model.ts";

import type { StatusMessages } from "../en/status.ts";

const judgements: Record<Judgement, string> = {
  "on-track": "正常",
  "at-risk": "有风险",
  "off-track": "落后",
};

export const status = (f: Formatter): StatusMessages => ({
  goalsTitle: () => line`我的目标`,
  goalsOf: (name) => line`${said(name)}的目标`,
  goalsIn: (title, period) =>
    line`${title} · ${period.kind === "custom" ? spaced`${f.dateLong(period.start)}到${f.dateLong(period.end)}` : periodText(f, period)}`,
  noGoalsIn: () => line`这段时间没有目标。`,
  noGoalsOf: (name) => line`${said(name)}还没有进行中的目标。`,
  mayNotSeeGoals: (name) => line`${said(name)}的目标只有本人和主管能看。`,
  teamTitle: () => line`团队目标`,
  noGoals: () => line`还没有进行中的目标，发 ${typed("定目标 回款 100万 12月31日前")} 试试。`,
  noTeamGoals: () =>
    line`团队里还没有进行中的目标，发 ${typed("定目标 回款 100万 12月31日前 给@姓名")} 可以提一个。`,
  rowSays: (actual, target, unit, done, timeGone) =>
    line`${f.amount(actual, unit)} / ${f.amount(target, unit)} · 达成率 ${f.percent(done, 1)} · 时间进度 ${f.percent(timeGone, 1)}`,
  milestoneDone: (title) => line`“${said(title)}”完成了。`,
  stepDoneAlready: (title) => line`“${said(title)}”已经标过完成了。`,
  confidence: (mine) => line`${mine ? "你的信心" : "本人信心"}`,
  confidenceIs: (level) => line`${String(level)} / 10`,
  confidenceDiffers: () => line`你的判断和数字不太一样，有什么是数字里看不到的？`,
  confidenceRange: () => line`信心用 1 到 10 表示。`,
  confidenceSaved: (number, level) => line`记下了：G${String(number)} 信心 ${String(level)} / 10。`,
  judgement: (judgement) => line`${judgements[judgement]}`,
  overrideIs: (by, judgement) => line`${said(by)}判断：${judgements[judgement]}`,
  overrideWhy: (reason, until) => line`“${said(reason)}” · 到${f.date(until)}`,
  run: (workdays) => line`近 ${String(workdays)} 日日均`,
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
    line`可以这样写：${typed("状态 G7 正常 因为合同已经签了")}。状态有正常、有风险、落后；发「以数据为准」就取消。`,
  statusNone: (number) => line`G${String(number)} 现在就是以数据为准。`,
  statusNotYet: (number) => line`G${String(number)} 还没开始。`,
  statusTold: (by, judgement) => line`${said(by)}认为你的一个目标${judgements[judgement]}`,
  statusCleared: (by) => line`${said(by)}改回以数据为准`,
  helpMine: () => ({ does: line`看我的目标`, usage: "我的目标", example: "我的目标" }),
  helpTeam: () => ({
    does: line`看团队的目标`,
    usage: "团队目标 [有风险 | 落后 | 没动静 | 指标]",
    example: "团队目标",
  }),
  helpDigest: () => ({ does: line`看团队进展，先看谁`, usage: "团队简报", example: "团队简报" }),
  helpOne: () => ({ does: line`看一个目标`, usage: "目标 G7", example: "G1" }),
  helpConfidence: () => ({
    does: line`说说把握有多大，1 到 10`,
    usage: "信心 G7 <1-10>",
    example: "信心 G1 7",
  }),
  helpStatus: () => ({
    does: line`说明目标的实际状态和原因`,
    usage: "状态 <G7> <正常 | 有风险 | 落后 | 以数据为准> [因为…]",
    example: "状态 G1 正常 因为合同已经签了",
  }),
});
