// 收到的反馈：道谢、给主管看。
import { localDateAt } from "#src/calendar/zones";
import type { Formatter } from "#src/language/format";
import { line, said, typed } from "#src/view/line";
import type { ReceivedFeedbackMessages } from "../en/received.ts";

export const received = (f: Formatter): ReceivedFeedbackMessages => ({
  receivedTitle: (name) => line`${said(name)}给你的反馈`,
  sharedTitle: (name, from) => line`${said(name)}给你看一条来自${said(from)}的反馈`,
  givenTitle: (name) => line`你给${said(name)}的反馈`,
  on: (at) => line`${f.date(localDateAt(at, f.zone))}`,
  words: (text) => line`${said(text)}`,
  thank: () => line`说声谢谢`,
  share: () => line`给主管看`,
  shareSure: () => line`主管会看到全文，之后不能收回。`,
  thankedAlready: () => line`这一条你已经谢过了。`,
  thankedYou: (name) => line`${said(name)}谢谢你的反馈。`,
  sharedAlready: (name) => line`${said(name)}已经可以看到了。`,
  noManager: () => line`你还没有设置主管，请管理员设一下。`,
  managerWroteIt: () => line`这一条就是你的主管写的，不用再给主管看了。`,
  marks: (thanked, shown) => {
    const thanks = thanked ? "已道谢" : "";
    if (shown === null) return line`${thanks}`;
    return thanks === "" ? line`${said(shown)}也能看到` : line`${thanks} · ${said(shown)}也能看到`;
  },
  onlyYouTwo: (name) => line`仅你和${said(name)}可见`,
  youThree: (from, to, manager) => line`${said(from)}、${said(to)}和${said(manager)}可见`,
  notYours: () => line`这里没有你能看的内容，发 ${typed("收到的反馈")} 看现在有什么。`,
});
