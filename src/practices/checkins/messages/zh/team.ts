// 主管看团队：谁交了、谁还没交、卡在哪里。
import type { Formatter } from "#src/language/format";
import { line, said } from "#src/view/line";
import type { TeamCheckinMessages } from "../en/team.ts";

export const team = (f: Formatter): TeamCheckinMessages => ({
  digestTitle: (day) => line`团队周报 · ${f.date(day)}那周`,
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
  helpTeam: () => ({ does: line`看团队的周报`, usage: "团队周报", example: "团队周报" }),
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
