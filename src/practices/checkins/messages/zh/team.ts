// 主管看团队：谁交了、谁还没交、卡在哪里。
import type { Formatter } from "#src/language/format";
import { line, said } from "#src/view/line";
import type { TeamCheckinMessages } from "../en/team.ts";

export const team = (f: Formatter): TeamCheckinMessages => ({
  digestTitle: (day) => line`团队周报 · ${f.date(day)}那周`,
  nobodyDue: () => line`这一周没有人要交周报。`,
  digestSent: () => line`已交`,
  digestSentIs: (sent, expected) => line`${String(sent)} / ${String(expected)}`,
  notYet: (names) => line`还没交（${String(names.length)}）：${said(f.list(names))}`,
  restTitle: (day) => line`团队周报（补充）· ${f.date(day)}那周`,
  later: (names, follows) =>
    follows === null
      ? line`当地未到截止时间：${said(f.list(names))}`
      : line`当地未到截止时间：${said(f.list(names))}，${f.date(follows.on)}${f.time(follows.at)} 再告诉你`,
  excused: (names) => line`休假：${said(f.list(names))}`,
  noCommit: () => line`没写预计`,
  read: () => line`查看周报`,
  teamPage: () => line`团队周报`,
  nobodyReports: () => line`现在还没有人向你汇报。`,
  blockersOpen: (count) => line`卡住的事：${String(count)} 件`,
  blockerIs: (name, text) => line`${said(name)}：${said(text)}`,
  andMore: (count) => line`还有 ${String(count)} 件，先列最早的`,
  chase: () => line`催一下`,
  chaseThem: (count) => line`提醒这 ${String(count)} 位`,
  chaseHow: () => line`只在对方上班时间发，算在对方每天两条的提醒里；每人一天最多催一次。`,
  chaseNobody: () => line`没有人需要催，都交了或还没开始。`,
  chasedBy: (by) => line`${said(by)}提醒你：周报还没交`,
  chaseDone: () => line`已提醒`,
  chaseNone: () => line`这次没有发出提醒`,
  chaseNow: (names) => line`已发给${said(f.list(names))}`,
  chaseLater: (name, on, at) =>
    line`${said(name)}现在不在上班时间，${f.date(on)}${f.time(at)} 收到`,
  chaseAlready: (names) => line`今天已经催过：${said(f.list(names))}`,
  chaseFull: (names) => line`当天的提醒已满，没有发：${said(f.list(names))}`,
  chasePaused: (names) => line`暂停了提醒，没有发：${said(f.list(names))}`,
  helpChase: () => ({ does: line`提醒还没交周报的人`, usage: "催周报", example: "催周报" }),
  helpTeam: () => ({ does: line`看团队的周报`, usage: "团队周报", example: "团队周报" }),
  blockersWait: (count, days) => line`卡住的事还有 ${String(count)} 件，最久的 ${String(days)} 天`,
  seeCheckins: () => line`看团队周报`,
  teamCheckinsTyped: () => "团队周报",
  stuckSince: (text, days) =>
    line`${days === 0 ? "今天卡住了" : `卡住 ${days} 天`}：“${said(text)}”`,
  lastCheckin: () => line`最近周报`,
  lastCheckinIs: (latest) => {
    if (latest === null) return line`还没写过`;
    return latest.isNow ? line`本周已交` : line`${f.date(latest.week)}那一周`;
  },
  noBlockers: () => line`无`,
  blockersSince: (count, days) =>
    line`${String(count)} 件未解决 · ${days === 0 ? "今天提的" : f.days(days)}`,
  readTheirs: () => line`看周报`,
});
