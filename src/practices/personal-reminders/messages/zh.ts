// 个人提醒的中文。
import type { Formatter } from "#src/language/format";
import { line, said, typed } from "#src/view/line";
import type { PersonalReminderMessages } from "./en.ts";

export const zh = (f: Formatter): PersonalReminderMessages => ({
  label: () => line`你让我提醒的事`,
  isOff: () => line`个人提醒在这里已关闭。需要的话，可以请管理员在初始设置里打开。`,
  kept: (at) => line`到时提醒你：${f.dateTime(at)}`,
  taken: (what) =>
    what === "hour"
      ? line`没写几点，就在你上班的时候提醒。`
      : line`今天这个时间已经过了，明天再提醒。`,
  onlyYou: () => line`仅你可见`,
  due: () => line`你让我提醒你`,
  done: () => line`办好了`,
  tomorrow: () => line`明天`,
  putOff: () => line`明天再提醒`,
  cancel: () => line`取消`,
  isDone: (text) => line`已办好：${said(text)}`,
  cancelled: (text) => line`已取消：${said(text)}`,
  title: (count) => line`你有 ${String(count)} 条个人提醒`,
  nothingKept: () => line`还没有个人提醒`,
  comes: (at) => line`${f.dateTime(at)} 提醒`,
  came: (at) => line`${f.dateTime(at)} 提醒过`,
  more: (count) => line`还有 ${String(count)} 条，时间更晚。`,
  howTo: () =>
    line`再加一条：${typed("提醒我明天下午3点跟进华山")}。其他自动发的提醒：${typed("我的提醒")}。`,
  when: () => line`什么时候提醒？先写日子或钟点，比如 ${typed("提醒我明天下午3点跟进华山")}。`,
  inAnHour: () => line`一小时后`,
  sayInAnHour: (text) => `提醒我1小时后 ${text}`,
  sayTomorrow: (text) => `提醒我明天 ${text}`,
  whatAbout: () => line`提醒你什么？写在时间后面，比如 ${typed("提醒我明天跟进华山")}。`,
  whichHour: () => line`今天几点？可以这样写：${typed("提醒我下午3点跟进华山")}。`,
  noSuchTime: () => line`没有这个钟点，可以写 ${typed("下午3点")} 或 ${typed("15:30")}。`,
  past: () => line`这个时间已经过了，请写往后的时间，比如 ${typed("提醒我明天跟进华山")}。`,
  tooFar: () => line`超过一年了，请写近一点的日子。`,
  again: () => line`个人提醒只提醒一次，不重复。请写某一天，比如 ${typed("提醒我周五跟进华山")}。`,
  severalDays: () => line`这不止一天，请写明哪一天，比如 ${typed("提醒我下周一跟进华山")}。`,
  tooLong: (most) => line`请控制在 ${String(most)} 字以内。`,
  tooMany: (most) =>
    line`你已有 ${String(most)} 条个人提醒，不能再多了。发 ${typed("提醒我")} 可以查看，先取消一条。`,
  help: () => ({
    does: line`到时间提醒你一件事`,
    usage: "提醒我<时间><事情>",
    example: "提醒我明天跟进华山",
  }),
});
