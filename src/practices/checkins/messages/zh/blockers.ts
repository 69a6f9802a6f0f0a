// 卡点，以及主管怎么处理。
import type { Formatter } from "#src/language/format";
import { spaced } from "#src/view/spacing";
import { line, said } from "#src/view/line";
import type { BlockerMessages } from "../en/blockers.ts";

function daysAgo(count: number): string {
  if (count === 0) return "今天提的";
  return count === 1 ? "昨天提的" : `${count} 天前提的`;
}

export const blockers = (f: Formatter): BlockerMessages => ({
  blockerTitle: (name) => line`${said(name)}卡住了`,
  blockerText: (text) => line`${said(text)}`,
  age: (count) => line`${daysAgo(count)}`,
  answer: () => line`回复`,
  take: () => line`我来处理`,
  talk: () => line`约时间聊`,
  blockerKept: (manager) => line`已经告诉${said(manager)}，TA 可以回复、接手，或约你聊`,
  blockerKeptAway: (manager, back) => line`${said(manager)}在休假，${f.date(back)}回来后会看到`,
  blockerTooLong: (most) => line`请控制在 ${String(most)} 字以内。`,
  noManager: () => line`你还没有设置主管，请管理员设一下。`,
  myBlockers: () => line`我还没解决的`,
  solved: () => line`解决了`,
  solvedNow: () => line`太好了，已从清单里拿掉。`,
  answerTitle: (name) => line`回复${said(name)}`,
  answerField: () => line`你的回复`,
  talkTitle: (name) => line`和${said(name)}约个时间`,
  talkField: () => line`哪一天`,
  talkHint: () => line`明天、周五、11月20日`,
  talkPast: () => line`这一天已经过了，换一个往后的。`,
  talkFar: () => line`三个月以后太远了，换个近点的日子。`,
  seesBoth: (name, visible) =>
    visible === "team" ? line`你、${said(name)}和同团队的同事可见` : line`你和${said(name)}可见`,
  overBy: (by, at, answer) =>
    answer === null ? line`${said(by)} · ${f.dateTime(at)}` : line`${said(by)}：${said(answer)}`,
  overChip: (state, talkOn) =>
    line`${{ answered: "已回复", taken: "已接手", talk: talkOn ? spaced`约在${f.date(talkOn)}` : "已约时间", closed: "已解决" }[state]}`,
  toldThem: (name) => line`已经告诉${said(name)}。`,
  endedTitle: (by, state, talkOn) => {
    if (state === "answered") return line`${said(by)}回复了你卡住的事`;
    return state === "taken"
      ? line`${said(by)}来处理你卡住的事`
      : line`${said(by)}约你${talkOn ? ` ${f.date(talkOn)}` : ""}聊聊卡住的事`;
  },
  alreadyEnded: (state, by, at) =>
    line`${f.dateTime(at)} ${said(by)}${{ answered: "已经回复过了", taken: "已经接手了", talk: "已经约好时间了", closed: "说已经解决了" }[state]}。`,
  askedAnew: (manager) => line`你卡住的事，现在请${said(manager)}来看`,
  openAgain: (count) =>
    line`${count === 1 ? "这件事" : "这几件事"}重新打开了，有了新主管会再问一次`,
  askedBefore: (before) => line`之前问的是${said(before)}，现在不再是你的主管。`,
  askedElsewhere: (manager) =>
    manager === null ? line`已经不用你来回复了。` : line`现在由${said(manager)}来看。`,
  helpBlocked: () => ({
    does: line`告诉主管你卡在哪里`,
    usage: "卡住了 <什么事>",
    example: "卡住了 法务的合同还没回来",
  }),
});
