// 周期更替，以及有人离开时还没结束的目标。
import type { Formatter } from "#src/language/format";
import { line, said } from "#src/view/line";
import { titleFor } from "../../model.ts";
import { periodText } from "./goal.ts";
import type { TurnoverMessages } from "../en/turnover.ts";

export const turnover = (f: Formatter): TurnoverMessages => ({
  turnTitle: (end) => line`你的目标将于 ${f.date(end)}到期`,
  turnBody: () => line`可以改一改数字带到下一期，也可以重新定。`,
  turnButton: () => line`下一期沿用`,
  turnForm: () => line`下一期的目标`,
  turnSaved: (count) => line`下一期的 ${String(count)} 个目标定好了。`,
  turnTakenAlready: () => line`那一期的目标都已经接着定好了。`,
  nudgePeriodEnds: () => line`目标快到期了`,
  whyPeriodEnds: () => line`再过五个工作日，你有目标到期。`,
  nudgeCloseOut: () => line`一期结束后的总结`,
  whyCloseOut: () => line`这一期结束了，补报也已截止。`,
  nudgeChangeWaits: () => line`等你答复的目标调整`,
  whyChangeWaits: () => line`两个工作日前请你确认的，你答复之前仍按原目标算。`,
  closeOutTitle: (end) => line`${f.date(end)}到期的目标，结果出来了`,
  closeOutSays: (reached, all) => line`${String(all)} 个目标，达成 ${String(reached)} 个`,
  endedSum: (titled, unit, period, actual, target) =>
    line`${said(titleFor(titled, "zh"))}${unit.kind === "money" ? ` ${unit.currency}` : ""} · ${periodText(f, period)}：${f.amount(actual, unit)} / ${f.amount(target, unit)}`,
  besideBefore: (actual, before, unit) =>
    line`比上一期（${f.amount(before, unit)}）${actual.gte(before) ? "多" : "少"} ${f.amount(actual.minus(before).abs(), unit)}`,
  whoReachedWhat: () => line`各人完成情况`,
  nothingNext: () => line`下一期还没有目标`,
  proposeNext: () => line`提下一期目标`,
  nextForTeam: () => line`团队下一期的目标`,
  nextForTeamSays: () => line`要改的直接改，留空的不提。每个人会各自确认。`,
  nextProposed: (count) => line`提了 ${String(count)} 个目标，确认后告诉你。`,
  seenByEachOwner: () => line`每个人只看到自己的`,
  nobodyHasGoal: () => line`团队里还没有人定目标`,
  reachedTold: (name) => line`${said(name)}达成了一个目标`,
  reachedWarm: () => line`达成了！一路跑到这里不容易，先高兴一下。`,
  endedTold: (name, dropped) =>
    dropped ? line`${said(name)}放弃了一个目标` : line`${said(name)}提前结束了一个目标`,
  movedTold: (name, lowered) =>
    lowered ? line`${said(name)}调低了一个目标` : line`${said(name)}把一个目标的期限往后推了`,
  reachedNoMore: (name) => line`${said(name)}的目标又差一点了`,
  movedFromTo: (target, due, to, until, unit) =>
    line`${f.date(due)}前 ${f.amount(target, unit)} → ${f.date(until)}前 ${f.amount(to, unit)}`,
  seenByYou: () => line`仅你可见`,
  missedMilestone: () => line`错过的节点`,
  leaverTitle: (name, goals) => line`${said(name)}已离职，还有 ${String(goals)} 个目标没结束`,
  leaverHistory: (name) => line`${said(name)}报过的数仍记在${said(name)}名下。`,
  leaverDone: (name) => line`${said(name)}的目标都安排好了。`,
  passOn: () => line`转交`,
  passOnTitle: (number) => line`转交 G${String(number)}`,
  passOnTo: () => line`转交给谁`,
  passOnHint: () => line`对方确认后生效，已完成的进度一并转过去。`,
  passedOn: (number, name) => line`G${String(number)} 已转给${said(name)}，等对方确认。`,
  passedOnAlready: () => line`这个目标已经安排过了。`,
  passedOnTitle: (by, from) => line`${said(by)}把${said(from)}的一个目标转给你`,
  passedOnStands: (stands, from) =>
    line`目前：${stands}。${said(from)}报过的数仍记在${said(from)}名下。`,
  tookOver: (number, name) => line`G${String(number)} 现在由你负责，原来是${said(name)}的。`,
  ownedUntil: (name, until) => line`${f.dateTime(until)}之前由${said(name)}负责`,
  seenByOwnerOnly: () => line`你和你选的人可见`,
});
