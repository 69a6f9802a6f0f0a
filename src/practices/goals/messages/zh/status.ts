// 目标列表、信心，以及和数字不同的判断。
import type { Formatter } from "#src/language/format";
import { line, said, typed } from "#src/view/line";
import { titleFor, type Judgement } from "../../model.ts";
import type { Urgency } from "../../team/needs.ts";
import { periodText } from "./goal.ts";

const urgencies: Record<Urgency, string> = {
  waits: "在等你",
  "off-track": "落后",
  "at-risk": "有风险",
  quiet: "没有新进展",
  "no-goal": "没有目标",
};
import type { StatusMessages } from "../en/status.ts";

const judgements: Record<Judgement, string> = {
  "on-track": "正常",
  "at-risk": "有风险",
  "off-track": "落后",
};

export const status = (f: Formatter): StatusMessages => ({
  goalsTitle: () => line`我的目标`,
  goalsOf: (name) => line`${said(name)}的目标`,
  noGoalsOf: (name) => line`${said(name)}还没有进行中的目标。`,
  mayNotSeeGoals: (name) => line`${said(name)}的目标只有本人和主管能看。`,
  teamTitle: () => line`团队目标`,
  noGoals: () => line`还没有进行中的目标，发 ${typed("定目标 回款 100万 12月31日前")} 试试。`,
  noTeamGoals: () =>
    line`团队里还没有进行中的目标，发 ${typed("定目标 回款 100万 12月31日前 给@姓名")} 可以提一个。`,
  rowSays: (actual, target, unit, done, timeGone) =>
    line`${f.amount(actual, unit)} / ${f.amount(target, unit)} · 达成率 ${f.percent(done, 1)} · 时间进度 ${f.percent(timeGone, 1)}`,
  teamGlance: () => line`我的团队`,
  teamGlanceSays: (needing, people) =>
    needing === 0
      ? line`${String(people)} 个人都不用你操心。`
      : line`${String(people)} 个人里有 ${String(needing)} 个需要你。`,
  teamGoalsTyped: () => "团队目标",
  allTeamGoals: () => line`看全部目标`,
  sumTitle: (titled, unit, period, people) =>
    line`${said(titleFor(titled, "zh"))}${unit.kind === "money" ? ` ${unit.currency}` : ""} · ${periodText(f, period)} · ${String(people)} 人`,
  moreSums: (count) => line`还有 ${String(count)} 类数字，看全部目标`,
  thisWeek: (gain, unit) =>
    gain.eq("0")
      ? line`本周还没有进账`
      : line`本周 ${gain.lt("0") ? "" : "+"}${f.amount(gain, unit)}`,
  againstPace: (ahead, unit) =>
    ahead.lt("0")
      ? line`比进度少 ${f.about(ahead.abs(), unit)}`
      : line`比进度多 ${f.about(ahead, unit)}`,
  whoNeedsYou: () => line`先看谁`,
  whoNeedsYouSays: (needing, people) =>
    line`${String(people)} 人里的 ${String(needing)} 人，最急的在前`,
  nobodyNeedsYou: () => line`现在没有人在等你`,
  moreNeeds: (count) => line`还有 ${String(count)} 人，发 ${typed("团队目标")} 看全部`,
  urgency: (urgency) => line`${urgencies[urgency]}`,
  quiet: () => line`没有新进展`,
  quietFor: (days) => line`${String(days)} 天没有新进展`,
  hasNoGoal: () => line`还没有目标`,
  proposeOne: () => line`提一个目标`,
  proposeTyped: (name) => `定目标 给@${name}`,
  personTyped: (name) => `目标 @${name}`,
  asksToChange: (number) => line`想改 G${String(number)}`,
  decide: () => line`去处理`,
  sharedGoals: () => line`团队共同目标`,
  filteredBy: (what) => line`只看：${what}`,
  noneLikeThat: (what) => line`团队里没有这样的目标：${what}。`,
  filterUnknown: (words) =>
    line`团队里没有叫“${said(words)}”的目标。可以发 ${typed("团队目标 有风险")}、${typed("团队目标 落后")}、${typed("团队目标 没动静")}，也可以加指标名：${typed("团队目标 回款")}。`,
  milestoneDone: (title) => line`“${said(title)}”完成了。`,
  stepDoneAlready: (title) => line`“${said(title)}”已经标过完成了。`,
  confidence: (mine) => line`${mine ? "你的信心" : "本人的信心"}`,
  confidenceIs: (level) => line`${String(level)} / 10`,
  confidenceDiffers: () => line`你的判断和数字不太一样，有什么是数字里看不到的？`,
  confidenceRange: () => line`信心用 1 到 10 表示。`,
  confidenceSaved: (number, level) => line`记下了：G${String(number)} 信心 ${String(level)} / 10。`,
  judgement: (judgement) => line`${judgements[judgement]}`,
  overrideIs: (by, judgement) => line`${said(by)}判断：${judgements[judgement]}`,
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
  statusTold: (by, judgement) => line`${said(by)}认为你的一个目标${judgements[judgement]}`,
  statusCleared: (by) => line`${said(by)}改回以数据为准`,
  helpMine: () => ({ does: line`看我的目标`, usage: "我的目标", example: "我的目标" }),
  helpTeam: () => ({
    does: line`看团队的目标`,
    usage: "团队目标 [有风险 | 落后 | 没动静 | 指标]",
    example: "团队目标",
  }),
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
