// 周期更替，以及有人离开时还没结束的目标。
import type { Formatter } from "#src/language/format";
import { line, said } from "#src/view/line";
import type { TurnoverMessages } from "../en/turnover.ts";

export const turnover = (f: Formatter): TurnoverMessages => ({
  turnTitle: (end) => line`你的目标 ${f.date(end)} 到期`,
  turnBody: () => line`可以改一改数字带到下一期，也可以重新定。`,
  turnButton: () => line`下一期沿用`,
  turnForm: () => line`下一期的目标`,
  turnSaved: (count) => line`下一期的 ${String(count)} 个目标定好了。`,
  leaverTitle: (name, goals) => line`${said(name)}已离职，还有 ${String(goals)} 个目标没结束`,
  leaverHistory: (name) => line`${said(name)}报过的数仍记在${said(name)}名下。`,
  leaverDone: (name) => line`${said(name)}的目标都安排好了。`,
  passOn: () => line`转交`,
  passOnTitle: (number) => line`转交 G${String(number)}`,
  passOnTo: () => line`转交给谁`,
  passOnHint: () => line`对方确认后生效，已完成的进度一并转过去。`,
  passedOn: (number, name) => line`G${String(number)} 已转给${said(name)}，等对方确认。`,
  passedOnAlready: () => line`这个目标已经安排过了。`,
  passedOnTitle: (by, from) => line`${said(by)}把${said(from)}的一个目标转给你`,
  passedOnStands: (stands, from) =>
    line`目前：${stands}。${said(from)}报过的数仍记在${said(from)}名下。`,
  tookOver: (number, name) => line`G${String(number)} 现在由你负责，原来是${said(name)}的。`,
  ownedUntil: (name, until) => line`${f.dateTime(until)}之前由${said(name)}负责`,
  seenByOwnerOnly: () => line`你和你选的人可见`,
});
