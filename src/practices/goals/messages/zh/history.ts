// 明细：查看、更正、撤销，以及有异议。
import { onlyOne } from "#src/language/lists";
import type { Formatter } from "#src/language/format";
import { joinLines, line, said, typed } from "#src/view/line";
import { goalOf, titleFor } from "../../model.ts";
import { noted, type EntryListMessages, type HistoryMessages } from "../en/history.ts";
import { figureText } from "./goal.ts";

type Corrections = Pick<
  HistoryMessages,
  "nothingToCorrect" | "correctNoFit" | "correctWhich" | "correctTo" | "helpCorrect"
>;
/** 一句话更正。 */
const corrections = (f: Formatter): Corrections => ({
  nothingToCorrect: () => line`没找到可以更正的记录。发 ${typed("明细")} 看全部，每一笔都能更正。`,
  correctNoFit: () => line`这个数字和那一笔的单位对不上，请核对一下。`,
  correctWhich: (only) => (only ? line`是要更正这一笔吗？` : line`要更正哪一笔？`),
  correctTo: (from, to) =>
    line`${said(titleFor(goalOf(from), "zh"))} ${figureText(f, from)} → ${figureText(f, { ...to, of: null })}`,
  helpCorrect: () => ({
    does: line`更正上一笔，或者指明哪一笔`,
    usage: "更正 [仁济] <数字>",
    example: "更正",
  }),
});

/** 明细列表。 */
const entryList = (f: Formatter): EntryListMessages => ({
  historyTitle: () => line`我的明细`,
  historyOf: (name) => line`${said(name)}的明细`,
  historyEmpty: () => line`还没有记录，发 ${typed("报12万")} 试试。`,
  historyOnly: (goals) =>
    joinLines(
      goals.map((goal) => line`G${String(goal.number)} ${said(titleFor(goal, "zh"))}`),
      "、",
    ),
  historyJust: (number, goal) => line`只看 G${String(number)} ${said(titleFor(goal, "zh"))}`,
  historyAll: () => line`看全部`,
  historyNone: () => line`没有更多了。`,
  historyUnknown: (words) =>
    line`没有往叫“${said(words)}”的目标记过数。可以发 ${typed("明细 G1")} 或 ${typed("明细 回款")}，发 ${typed("明细")} 看全部。`,
  historyEarlier: (on) => line`${f.date(on)}及更早`,
  historyDay: (on, today) => line`${f.date(on, today)}`,
  daySum: (goal, figure) => line`${said(titleFor(goal, "zh"))} ${figureText(f, figure)}`,
  historyRow: (number, goal, figure, sets) =>
    line`${sets ? "累计 " : ""}${figureText(f, figure)} · G${String(number)} ${said(titleFor(goal, "zh"))}`,
  earlierEntries: () => line`更早的明细`,
  isUndone: () => line`已撤销`,
  undoneBy: (name) => line`${said(name)}撤销的`,
  loggedBy: (name) => line`${said(name)}报的`,
  mayNotSeeEntries: (name) => line`${said(name)}的明细只有主管和团队内勤能看。`,
});

export const history = (f: Formatter): HistoryMessages => ({
  ...entryList(f),
  entryIs: (number, figure, sets) =>
    line`${sets ? "累计 " : ""}${figureText(f, figure)} · G${String(number)}`,
  entryOn: (on, goal, note) =>
    note === ""
      ? line`${f.date(on)} · ${said(titleFor(goal, "zh"))}`
      : line`${f.date(on)} · ${said(titleFor(goal, "zh"))} · “${said(note)}”`,
  undo: () => line`撤销`,
  undoWhich: () => line`要撤销哪一个？`,
  undoThis: (entries) =>
    joinLines(
      entries.map((each) => line`${figureText(f, each)} · ${said(titleFor(goalOf(each), "zh"))}`),
      "、",
    ),
  noEntryLike: (words) =>
    line`24 小时内没有找到带“${said(words)}”的记录。发 ${typed("明细")} 看全部。`,
  undone: (count) => line`已撤销 ${String(count)} 笔`,
  undoneOne: (entry, on) =>
    line`已撤销：G${String(entry.goalNumber)} ${said(titleFor(goalOf(entry), "zh"))} ${figureText(f, entry)} · ${f.date(on)}`,
  undoneStays: () => line`记录保留，数据不会丢。`,
  nothingToUndo: () => line`24 小时内没有可以撤销的记录。发 ${typed("明细")} 看全部。`,
  undoTooLate: () => line`已经超过 24 小时了，可以在 ${typed("明细")} 里更正。`,
  corrected: (from, to) => line`已更正：${figureText(f, from)} → ${figureText(f, to)}。`,
  ...corrections(f),
  messageChanged: (change, entries) => {
    const [did, only] = [change === "edited" ? "改了" : "撤回了", onlyOne(entries)];
    return only
      ? line`你${did}报 ${noted(f, only)} 的那条消息。`
      : line`你${did}报了 ${String(entries.length)} 笔的那条消息。`;
  },
  storedStays: () => line`记下的数字没变：要改点「更正」，不要了点「撤销」。`,
  entryGone: () => line`这一笔已经更正或撤销过了，发 ${typed("明细")} 看现在有效的。`,
  takenBackBy: (by) => line`${said(by)}撤销了一笔`,
  notRight: () => line`不对`,
  disputeForm: () => line`这笔不对`,
  disputeField: () => line`哪里不对？`,
  disputeHint: () => line`核对清楚之前仍然计入`,
  disputeSent: (name) => line`已经告诉${said(name)}，核对清楚之前仍然计入。`,
  disputeNobody: () =>
    line`能处理这一笔的人都已离职，暂时没人能收到。请管理员先设好你的主管，再来说一次。`,
  proposalNobody: () =>
    line`提这个目标的人已离职，也没有别人能答复你，所以没有发出去。请管理员先设好你的主管，再来说一次。`,
  askedAnew: (before, now) =>
    before === null
      ? line`你在等答复的事，已经转给${said(now)}处理`
      : line`你之前请${said(before)}处理的事，已经转给${said(now)}`,
  waitsWith: (kind) => (kind === "dispute" ? line`你说不对的一笔` : line`你提的目标调整`),
  disputeOpen: () => line`你已经提过了，还在等回复。`,
  disputeDecided: () => line`这笔已经核对过了，发 ${typed("明细")} 看现在有效的。`,
  disputeOwn: () => line`这笔是你自己报的，可以在 ${typed("明细")} 里更正。`,
  disputed: () => line`有异议`,
  disputedTitle: (name) => line`${said(name)}说有一笔不对`,
  stands: () => line`没问题`,
  standsReason: () => line`为什么没问题？`,
  standsTitle: (by) => line`${said(by)}核对过了，这笔没问题`,
  standsSent: (name) => line`已经告诉${said(name)}。`,
  helpHistory: () => ({ does: line`看明细，更正或撤销`, usage: "明细", example: "明细" }),
  helpUndo: () => ({
    does: line`撤销上一笔，或者指明哪一笔`,
    usage: "撤销 [仁济｜5万]",
    example: "撤销",
  }),
});
