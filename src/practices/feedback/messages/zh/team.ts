// 团队互相反馈的提醒。
import { line, said } from "#src/view/line";
import type { TeamFeedbackMessages } from "../en/team.ts";

export const team = (): TeamFeedbackMessages => ({
  teamTitle: () => line`提醒团队互相反馈`,
  teamIntro: () =>
    line`每两周的周三，提醒每人给一位八周没反馈过的队友说两句；入职 30 天内不提醒。写了什么只有当事人知道。`,
  teamIs: (name) => line`${said(name)}`,
  teamState: (on) => line`${on ? "已开启" : "未开启"}`,
  turnOn: () => line`开启`,
  turnOff: () => line`关闭`,
  noTeam: () => line`你还没有带团队，可以请管理员设置。`,
  seesTeam: () => line`这里只看得到开或关，看不到谁给了谁反馈`,
  nudgeTitle: (name) => line`给${said(name)}说两句？`,
  nudgeBody: (name) => line`最近没给过${said(name)}反馈。TA 有什么做得好、希望继续保持的？`,
  nudgeLabel: () => line`给队友的反馈`,
  nudgeWhy: () => line`你的团队开启了每两周一次的反馈提醒。`,
  helpTeam: () => ({ does: line`提醒团队互相反馈`, usage: "团队反馈", example: "团队反馈" }),
});
