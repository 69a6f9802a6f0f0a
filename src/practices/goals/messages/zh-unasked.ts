// 主动提醒和各条指令的中文说明。
import type { Formatter } from "#src/language/format";
import { line, said, typed } from "#src/view/line";
import type { unasked as english } from "./en-unasked.ts";

export const unasked = (f: Formatter): ReturnType<typeof english> => ({
  nudgeUnconfirmed: () => line`等你确认的目标`,
  whyUnconfirmed: () => line`这个目标两个工作日前发给了你。`,
  nudgeNoGoal: () => line`新季度还没有目标`,
  whyNoGoal: () => line`再过五个工作日就是新季度了。`,
  nudgeMilestone: () => line`快到的阶段目标`,
  whyMilestone: () => line`离阶段目标还有两个工作日。`,
  milestoneComes: (title, target, unit, due) =>
    target
      ? line`下个阶段目标：${f.date(due)}前 ${f.amount(target, unit)}`
      : line`下个阶段目标：${f.date(due)}前 ${said(title)}`,
  nudgeStale: () => line`好久没更新的目标`,
  whyStale: () => line`这个目标两周没有报数了。`,
  nudgeWeekly: () => line`周一报数`,
  whyWeekly: () => line`每周一看看自己的数。`,
  weeklyTitle: () => line`新的一周，数字更新了吗？`,
  weeklyBody: () => line`把上周的成绩报一下，发 ${typed("报12万")} 也行。`,
  noGoalYet: (start) => line`${f.date(start)}起还没有定目标`,
  noGoalYetBody: () => line`先写一句也行。`,
  nudgeOffPace: () => line`周一看团队`,
  whyOffPace: () => line`每周一 14:00 看看团队进度。`,
  offPaceTitle: (count) =>
    count === 0 ? line`团队进度正常` : line`有 ${String(count)} 个目标要看一下`,
  look: () => line`看看`,
  andMore: (count) => line`还有 ${String(count)} 个，发 ${typed("团队目标")} 看全部`,
  withoutGoal: (names) => line`还没有目标：${said(f.list(names))}`,
  helpLog: () => ({ does: line`报进展`, usage: "报<数> [日期] [G7] [备注]", example: "报12万" }),
  helpTotal: () => ({ does: line`报累计数`, usage: "累计<数> [G7]", example: "累计52万" }),
  helpHistory: () => ({ does: line`看明细，更正或撤销`, usage: "明细", example: "明细" }),
  helpUndo: () => ({ does: line`撤销上一笔`, usage: "撤销", example: "撤销" }),
  helpNew: () => ({
    does: line`定一个目标，或提给同事`,
    usage: "定目标 <什么> <数> <日期>前 [给@姓名]",
    example: "定目标 回款 100万 12月31日前",
  }),
  helpMine: () => ({ does: line`看我的目标`, usage: "我的目标", example: "我的目标" }),
  helpTeam: () => ({ does: line`看团队的目标`, usage: "团队目标", example: "团队目标" }),
  helpOne: () => ({ does: line`看一个目标`, usage: "目标 G7", example: "G1" }),
  helpConfirm: () => ({ does: line`确认收到的目标`, usage: "确认目标 G7", example: "确认目标 G1" }),
  helpCheck: () => ({
    does: line`按 SMART 检查目标`,
    usage: "目标体检 G7",
    example: "目标体检 G1",
  }),
  helpConfidence: () => ({
    does: line`说说把握有多大，1 到 10`,
    usage: "信心 G7 <1-10>",
    example: "信心 G1 7",
  }),
  helpSplit: () => ({
    does: line`把目标分解给团队`,
    usage: "拆目标 G7 [<姓名> <比重> ...] [10%]",
    example: "拆目标 G1",
  }),
});
