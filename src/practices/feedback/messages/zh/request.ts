// 请同事给反馈。
import { localDateAt } from "#src/calendar/zones";
import type { Formatter } from "#src/language/format";
import { line, said, typed } from "#src/view/line";
import type { FeedbackRequestMessages } from "../en/request.ts";

export const request = (f: Formatter): FeedbackRequestMessages => ({
  requestTitle: (name) => line`${said(name)}想请你提点建议`,
  requestNote: () => line`两三句就好，仅你们两人可见。`,
  give: () => line`写反馈`,
  notNow: () => line`以后再说`,
  putAside: () => line`好的，想写的时候发 ${typed("反馈 @姓名")} 就行。`,
  goneRequest: () => line`这一条已经处理过了。`,
  requested: (name) => line`已经替你问了${said(name)}，回答只给你一个人看。`,
  requestedAlready: (name, at) =>
    line`${f.date(localDateAt(at, f.zone))}已经请过${said(name)}了，满一周可以再请一次。`,
  helpAsk: () => ({
    does: line`请同事给你提建议`,
    usage: "请 @同事 提建议 [关于……]",
    example: "请 @王磊 提建议 关于昨天的拜访",
  }),
});
