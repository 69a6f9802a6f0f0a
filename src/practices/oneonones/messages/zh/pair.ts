// 谁和谁谈，多久一次，什么时候。
import type { Weekday } from "#src/calendar/local-date";
import type { Formatter } from "#src/language/format";
import { line, said, typed } from "#src/view/line";
import type { EveryWeeks } from "../../model.ts";
import { whenOf } from "./when.ts";
import type { TalkPairMessages } from "../en/pair.ts";

const everies: Readonly<Record<EveryWeeks, string>> = { 1: "每周", 2: "每两周", 4: "每四周" };
const weekdays: Readonly<Record<Weekday, string>> = {
  1: "周一",
  2: "周二",
  3: "周三",
  4: "周四",
  5: "周五",
  6: "周六",
  7: "周日",
};

export const pair = (f: Formatter): TalkPairMessages => ({
  every: (weeks) => line`${everies[weeks]}`,
  hour: (time) => line`${time}`,
  weekday: (day) => line`${weekdays[day]}`,
  title: (name) => line`和${said(name)}的一对一`,
  listTitle: () => line`一对一`,
  listRow: (name) => line`${said(name)}`,
  nextAt: (at) => line`下次 ${whenOf(at, f)}`,
  pastAt: (at) => line`${whenOf(at, f)}`,
  noDayAhead: () => line`最近几周没有你们都上班的日子`,
  notSetUp: () => line`还没约`,
  steps: (count) => line`${String(count)} 个待办`,
  open: () => line`打开`,
  setUp: () => line`约一对一`,
  nobodyToTalkWith: () =>
    line`你还没有设置主管，暂时没有人可以一对一。请管理员在${typed("初始设置")}里设一下。`,
  emptyList: (manager) => line`你和${said(manager)}还没有约一对一。约好之后会告诉 TA。`,
  pairTitle: (name) => line`和${said(name)}一对一`,
  pairFree: (day, at) => line`你们${weekdays[day]} ${f.time(at)} 都在上班，可以按需要改。`,
  pairNoFree: (name) => line`你和${said(name)}的工作时间没有重合，选一个两边都方便的时间吧。`,
  everyField: () => line`多久一次`,
  weekdayField: () => line`周几`,
  timeField: (name) => line`几点（按${said(name)}的时间）`,
  fromField: () => line`从哪一周开始`,
  save: () => line`保存`,
  pairSees: (one, other) => line`只有${said(one)}和${said(other)}看得到`,
  pairSaved: (name) => line`和${said(name)}的一对一约好了`,
  pairSetBy: (name) => line`${said(name)}和你约了一对一`,
  rhythmIs: (weeks, day) => line`${everies[weeks]}，${weekdays[day]}`,
  pairEnd: () => line`结束`,
  pairEndSure: (name) => line`结束和${said(name)}的一对一？没做完的待办还留在各自手里。`,
  pairEnded: (name) => line`和${said(name)}的一对一已结束，没做完的在${typed("待办")}里。`,
  calendarButton: () => line`放进日历`,
  calendarComes: () => line`日历文件这就发到这个聊天里。`,
  calendarTitle: (name) => line`和${said(name)}的一对一，可以放进日历`,
  calendarNote: () => line`打开文件，日历就会收进去；改了时间再取一次。`,
  calendarOtherwise: (weeks, day, first) =>
    line`这个聊天里我发不了文件。请自己记进日历：${everies[weeks]}，${weekdays[day]}，从 ${whenOf(first, f)}开始，半小时。`,
  calendarEvent: (name) => `一对一：${name}`,
  changeRhythm: () => line`改时间`,
  withYourself: () => line`一对一要两个人：写上你的主管，或者你带的同事。`,
  notYours: (name, manager) =>
    manager === null
      ? line`一对一是主管和直接下属之间的，你和${said(name)}不是。`
      : line`一对一是主管和直接下属之间的，${said(name)}的主管是${said(manager)}。`,
  inPast: () => line`这个时间已经过了，请选后面的日子。`,
  tooFarAhead: () => line`请选三个月以内的日子。`,
});
