// 主动发出的提醒，以及怎样少收一些。
import { addDays } from "#src/calendar/local-date";
import type { Formatter } from "#src/language/format";
import type { Reason } from "#src/ports/delivery/nudges";
import { joinNames, line, plainLine, said, typed } from "#src/view/line";
import type { ReminderMessages } from "../en/reminders.ts";

const kept: Record<Reason, string> = {
  muted: "你设了不再提醒",
  missed: "错过四小时以上，等下一次",
  expired: "已过时效",
  "nothing to say": "没有需要提醒的",
  "switched off": "你的团队还没开启提醒",
  "practice switched off": "这里已关闭这项功能",
  "unknown rule": "来自别的版本",
  "outside hours": "不在你的工作时间",
  away: "你在休假",
  "day off": "休息日",
  paused: "你暂停了提醒",
  budget: "今天或本周已达上限",
  snoozed: "你选了稍后",
  "too many at once": "一条消息放不下",
  "said together": "已并入另一条提醒",
  failed: "我这边出错了，已记入日志",
};

export const reminders = (f: Formatter): ReminderMessages => ({
  remindersTitle: () => line`会主动发给你的提醒`,
  remindersFoot: () =>
    line`一天最多两条、一周最多六条，只在工作时间，休假时不发。发 ${typed("暂停提醒到周五")} 可以清静几天。`,
  notSwitchedOn: () => line`你的团队还没开启提醒，不会主动发消息给你。`,
  pausedUntil: (date) => line`提醒暂停到 ${f.date(addDays(date, -1))}，下个工作日恢复。`,
  pausedForNow: () => line`提醒已暂停，发 ${typed("恢复提醒")} 随时恢复。`,
  pauseInPast: () => line`这一天已经过了，请写往后的日子，比如 ${typed("暂停提醒到周五")}。`,
  gathered: (count, newest) => line`最新一条 ${f.time(newest)}，一共 ${String(count)} 条`,
  pauseNote: () => line`同事发给你的消息照常送到。`,
  mutedRow: () => line`已关闭`,
  nextAt: (date, at) => line`下一次 ${f.date(date)}${f.time(at)}`,
  idleReminders: (names) =>
    line`暂时没有安排：${joinNames(names, "zh")}。要关掉哪一种，就发 ${typed(`不再提醒 ${plainLine(names[0] ?? [])}`)}`,
  muteThis: () => line`不再提醒`,
  unmute: () => line`重新提醒`,
  mutedNow: (what) => line`不再提醒：${what}。发 ${typed("提醒")} 可以改回来。`,
  unmutedNow: (what) => line`重新提醒：${what}。`,
  pauseWeek: () => line`暂停一周`,
  pauseOpen: () => line`先全部暂停`,
  nothingToSnooze: () => line`最近没有主动发给你的提醒，不用推迟。`,
  noSuchReminder: (what) => line`没有叫“${said(what)}”的提醒，发 ${typed("提醒")} 看看有哪些。`,
  heldNotices: () => line`同事的消息`,
  keptBack: (reason) => line`${kept[reason]}`,
  snoozed: (date, at) => line`${f.date(date)}${f.time(at)} 再提醒你，到时候做完了就不再提醒。`,
  resume: () => line`恢复提醒`,
  resumed: () => line`提醒恢复了。`,
  remindersHelp: () => ({ does: line`看看会主动收到哪些提醒`, usage: "提醒", example: "提醒" }),
  snoozeHelp: () => ({
    does: line`上一条提醒晚点再发：一小时后、明天或下周`,
    usage: "稍后提醒 [一小时 | 明天 | 下周]",
    example: "稍后提醒 明天",
  }),
  muteHelp: () => ({
    does: line`不再收到某一种提醒`,
    usage: "不再提醒 <名称>",
    example: "不再提醒 每周报数",
  }),
  pauseHelp: () => ({
    does: line`暂停一段时间的提醒`,
    usage: "暂停提醒到<日期>",
    example: "暂停提醒到周五",
  }),
  resumeHelp: () => ({ does: line`恢复提醒`, usage: "恢复提醒", example: "恢复提醒" }),
  whyNow: () => line`为什么会收到这条`,
  snoozeHour: () => line`一小时后再提醒`,
  snoozeTomorrow: () => line`明天再提醒`,
  snoozeNextWeek: () => line`下周再提醒`,
  mute: (what) => line`不再提醒：${what}`,
  whichOnes: () => line`选择接收哪些提醒`,
});
