// 主动发出的提醒，以及为什么提醒。
import type { Formatter } from "#src/language/format";
import { statuses } from "./goal.ts";
import { line, said, typed } from "#src/view/line";
import type { NudgesMessages } from "../en/nudges.ts";

export const nudges = (f: Formatter): NudgesMessages => ({
  nudgeUnconfirmed: () => line`待确认的目标`,
  whyUnconfirmed: () => line`这个目标两个工作日前发给了你。`,
  nudgeNoGoal: () => line`新季度还没有目标`,
  whyNoGoal: () => line`每个季度开头前后问一次。`,
  noGoalYet: (start) => line`${f.date(start)}开始的这一期还没定目标`,
  noGoalYetBody: () => line`先写一句也行。`,
  nudgeMilestone: () => line`即将到期的阶段目标`,
  whyMilestone: () => line`离阶段目标还有两个工作日。`,
  milestoneComes: (title, target, unit, due) =>
    target
      ? line`下个阶段目标：${f.date(due)}前 ${f.amount(target, unit)}`
      : line`下个阶段目标：${f.date(due)}前 ${said(title)}`,
  nudgeStale: () => line`好久没更新的目标`,
  whyStale: () => line`这个目标两周没有报数了。`,
  nudgeWeekly: () => line`每周报数`,
  whyWeekly: () => line`每周一看看自己的数。`,
  weeklyTitle: () => line`新的一周，数字更新了吗？`,
  weeklyBody: () => line`把上周的成绩报一下，发 ${typed("报12万")} 也行。`,
  nudgeOffPace: () => line`周一团队概况`,
  whyOffPace: () => line`每周一 14:00：团队进展如何，谁需要你。`,
  digestTitle: () => line`周一团队概况`,
  digestNow: () => line`团队简报`,
  nothingOfTeam: () => line`团队里还没有人定目标，暂时没什么可说的。`,
  lastWeekHead: () => line`上周`,
  cameIn: (gain, unit) =>
    gain.eq("0") ? line`没有新增` : line`${gain.lt("0") ? "" : "+"}${f.amount(gain, unit)}`,
  changedHead: () => line`和上周一相比`,
  fromTo: (before, now) => line`${statuses[before]} → ${statuses[now]}`,
  look: () => line`查看`,
  withoutGoal: (names) => line`还没有目标：${said(f.list(names))}`,
});
