// 收到、给出、草稿和请求的列表。
import { localDateAt } from "#src/calendar/zones";
import type { Formatter } from "#src/language/format";
import { line, said, typed } from "#src/view/line";
import type { FeedbackListMessages } from "../en/list.ts";

export const list = (f: Formatter): FeedbackListMessages => ({
  mineTitle: () => line`反馈`,
  received: () => line`收到的`,
  given: () => line`给出的`,
  shownToYou: () => line`别人给你看的`,
  drafts: () => line`还没发出`,
  askedYou: () => line`等你说说`,
  youAsked: () => line`你请别人提的`,
  rowFrom: (name, at) => line`${said(name)} · ${f.date(localDateAt(at, f.zone))}`,
  rowPair: (from, to, at) => line`${said(from)}给${said(to)} · ${f.date(localDateAt(at, f.zone))}`,
  open: () => line`打开`,
  goOn: () => line`接着写`,
  noneYet: () =>
    line`还没有。发 ${typed("请 @同事 提建议")} 可以问一问，发 ${typed("反馈 @同事")} 可以说一说。`,
  andMore: () => line`只列出最近的。`,
  seesMine: () => line`仅你可见`,
  news: (count) => line`这周收到 ${String(count)} 条反馈`,
  waitingDrafts: (count) => line`${String(count)} 条还没发出`,
  showAll: () => line`查看反馈`,
  helpMine: () => ({ does: line`收到和给出的反馈`, usage: "收到的反馈", example: "收到的反馈" }),
});
