// 主屋自己说的话：帮助、拒绝、提示。
import type { Formatter } from "#src/language/format";
import { line, said, typed } from "#src/view/line";
import type { HouseMessages } from "./en.ts";

export const zh = (_format: Formatter): HouseMessages => ({
  didYouMean: () => line`你是想说这个吗？`,
  didYouMeanLabel: (text) => line`${said(text)}`,
  pointer: () => line`我只看得懂指令。试试 ${typed("报12万")}、${typed("我的目标")} 或 ${typed("帮助")}。`,
  usageTitle: () => line`还差一点`,
  usage: (usage, example) => line`这样写：${typed(usage)}，比如 ${typed(example)}`,
  nobodyCalled: (name) => line`这里没有叫“${said(name)}”的同事。试试全名或邮箱的开头。`,
  whichPerson: (name) => line`“${said(name)}”对得上好几位，是哪一位？`,
  noSuchDate: (text) => line`日历上没有“${said(text)}”这一天，请换个写法，比如 ${typed("12月31日")}。`,
  notForYou: () => line`这一项你还用不了，可以请主管或管理员来操作。`,
  oldCard: () => line`这张卡片是旧版本的，发 ${typed("首页")} 看最新的。`,
  tooLong: (most) => line`一条消息放不下这么多，请控制在 ${String(most)} 字以内。`,
  wentWrong: (code) => line`抱歉，我这边出了点问题，什么都没有保存。如果再次出现，请把编号 ${code} 告诉管理员。`,
  left: () => line`你的账号在这里已停用，管理员可以恢复。`,
  helpTitle: () => line`你可以发这些`,
  helpFor: (verb) => line`${typed(verb)}`,
  helpMore: () => line`中英文都能用。发 ${typed("帮助 报")} 看某一条的用法和例子。`,
  helpExample: (example) => line`例如：${typed(example)}`,
  alsoWords: (words) => line`也可以说：${words}`,
  homeEmpty: () => line`这里还是空的。先发 ${typed("定目标 回款 100万 12月31日前")} 试试。`,
  homeTitle: () => line`首页`,
  helpHelp: () => ({ does: line`看看能发哪些指令`, usage: "帮助 [指令]", example: "帮助 报" }),
  homeHelp: () => ({ does: line`自己的首页：目标和接下来的事`, usage: "首页", example: "首页" }),
  fieldNeeded: () => line`这一项要填。`,
  fieldNotAmount: () => line`这个数我读不准，请写成 120000、12万 这样。`,
  fieldNotDate: () => line`这个日期我读不懂，请写成 12月31日 或 2026-12-31。`,
  fieldTooLong: (most) => line`请控制在 ${String(most)} 字以内。`,
  fieldNotOffered: () => line`请从给出的选项里选。`,
});
