// 休假这一项的中文。
import type { Formatter } from "#src/language/format";
import { line, said, typed } from "#src/view/line";
import type { AwayMessages } from "./en.ts";

export const zh = (f: Formatter): AwayMessages => ({
  title: (from, to) =>
    from === to
      ? line`休假：${f.dateLong(from)}`
      : line`休假：${f.dateLong(from)}到 ${f.dateLong(to)}`,
  backOn: (date) => line`${f.date(date)}回来`,
  openYear: (year) => line`${String(year)}年放假安排还没确认，回来的日子可能会变。`,
  note: () => line`这几天不发提醒，周报免交，也不计入进度。仅暂停提醒，不等于请假审批。`,
  sees: (manager, leads) => {
    const summary =
      manager === null
        ? line`不会通知别人`
        : line`主管${said(manager)}能看到这几天，方便安排，每周汇总里也会写“休假”`;
    return leads ? line`${summary}；组员说卡住时，会知道你哪天回来` : summary;
  },
  teamTitle: () => line`团队休假`,
  teamNone: () => line`目前没有组员登记休假。`,
  teamAway: (name, from, to) =>
    from === to
      ? line`${said(name)} · ${f.date(from)}`
      : line`${said(name)} · ${f.date(from)}到 ${f.date(to)}`,
  teamMore: (count) => line`还有 ${String(count)} 条`,
  endNow: () => line`我回来了`,
  cancel: () => line`取消休假`,
  back: () => line`欢迎回来，提醒和进度照常。`,
  calledOff: (from, to) =>
    from === to
      ? line`已取消休假：${f.date(from)}。`
      : line`已取消休假：${f.date(from)}到 ${f.date(to)}。`,
  notAway: () => line`你现在没有休假。要休假可以发 ${typed("休假到周五")}。`,
  past: () => line`这一天已经过了，请写往后的日子，比如 ${typed("休假到周五")}。`,
  backwards: () => line`开始的日子比结束的还晚，可以这样写：${typed("休假 周三到周五")}。`,
  wholeDays: () => line`休假只按整天记。只想安静半天，可以发 ${typed("暂停提醒到今天")}。`,
  severalDays: () => line`这几天不连着，请一天一天发，比如 ${typed("休假 周一")}，再发下一天。`,
  whichDays: () => line`我没看准从哪天到哪天，可以这样写：${typed("休假 12月24日到28日")}。`,
  whichDaysOff: () => line`休哪几天？别的日子可以这样写：${typed("休假 12月24日到28日")}。`,
  commonDays: () => ["今天", "明天", "到周五"],
  travelUntil: () => line`到哪天？发 ${typed("出差到周五")}，我再问你要不要安静几天。`,
  travelling: (from, to) =>
    from === to
      ? line`${f.date(from)}出差，要我安静一些吗？`
      : line`${f.date(from)}到 ${f.date(to)}出差，要我安静一些吗？`,
  travelNote: () => line`不选就照常。按休假处理的话，周报免交，这几天也不计入进度。`,
  travelQuiet: () => line`只停提醒`,
  travelLeave: () => line`按休假处理`,
  tooLong: () => line`超过一年了，请核对一下日期。`,
  takeLeave: () => line`休假`,
  fieldFrom: () => line`第一天`,
  fieldTo: () => line`最后一天`,
  fieldToHint: () => line`只休一天就不用填`,
  fieldWords: () => line`明天、周五、12月5日`,
  dayPast: () => line`这一天已经过了。`,
  lastBeforeFirst: () => line`最后一天早于第一天。`,
  save: () => line`保存`,
  formSees: () => line`主管可见`,
  helpAway: () => ({
    does: line`休假期间不发提醒`,
    usage: "休假到<日期>，或 休假<几天>",
    example: "休假到周五",
  }),
  helpTeam: () => ({ does: line`看组员哪几天休假`, usage: "团队休假", example: "团队休假" }),
  helpBack: () => ({ does: line`提前回来`, usage: "我回来了", example: "我回来了" }),
});
