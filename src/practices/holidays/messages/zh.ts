// 假期这一项的中文。
import type { LocalDate } from "#src/calendar/local-date";
import { countryName } from "#src/language/country-names";
import type { Formatter } from "#src/language/format";
import { line, said, typed } from "#src/view/line";
import { spaced } from "#src/view/spacing";
import type { DayRun } from "../rules.ts";
import type { HolidayMessages } from "./en.ts";

const named = (country: string): string => countryName(country, "zh");
const span = (f: Formatter, { from, to }: { from: LocalDate; to: LocalDate }): string =>
  from === to ? f.dateLong(from) : spaced`${f.dateLong(from)}到${f.dateLong(to)}`;

/** 前面已经写了年份。 */
const short = (f: Formatter, { from, to }: DayRun): string =>
  from === to ? f.date(from) : spaced`${f.date(from)}到${f.date(to)}`;

export const zh = (f: Formatter): HolidayMessages => ({
  title: (country) => line`假期：${named(country)}`,
  run: (run) => line`${span(f, run)}`,
  kind: (kind) => line`${kind === "holiday" ? "放假" : "上班"}`,
  noneKnown: () => line`那边的公共假期我还没有，只按周末休息算。`,
  noneAhead: () => line`接下来半年没有。`,
  open: (year) =>
    line`${String(year)}年放假安排还没确认：官方还没公布，或者还没录入。确认之前只按确定的假期算。`,
  own: () => line`公司自己的安排`,
  forWhom: (country) => (country === null ? line`所有人` : line`在${named(country)}的同事`),
  add: () => line`添加`,
  remove: () => line`删除`,
  removed: (runs) => line`已删除：${f.list(runs.map((each) => span(f, each)))}。`,
  kept: (off, work) => {
    const days = [
      ...(off > 0 ? [spaced`放假${f.days(off)}`] : []),
      ...(work > 0 ? [spaced`调休上班${f.days(work)}`] : []),
    ];
    return line`记下了：${days.join("，")}`;
  },
  keptMore: () => line`提醒、截止时间和目标进度都会按这个来。`,
  whichPeople: () => line`给谁的？`,
  whichPeopleMore: () => line`公司里有不同国家或地区的同事。`,
  everybody: () => line`所有人`,
  country: (country) => line`${named(country)}`,
  show: () => line`看全部`,
  askTitle: () => line`放假安排还没确认`,
  askRow: (country, year) => line`${named(country)} ${String(year)}年`,
  askKnown: (runs) =>
    runs.length === 0
      ? line`一个假期都还没有，目前只按周末休息算。`
      : line`目前确定的：${runs.map((each) => short(f, each)).join("、")}。怎么连休、哪天调休上班还不知道。`,
  askWhy: () => line`通知出来后，整段贴进来就行。在那之前，受影响的地方都会注明可能有变。`,
  enter: () => line`录入放假安排`,
  thatIsAll: (year) => line`${String(year)}年就这些`,
  thatIsAllSure: (country, year) =>
    line`${named(country)}${String(year)}年没有别的放假，也没有调休上班了吗？`,
  confirmed: (country, year) => line`${named(country)}${String(year)}年的放假安排已确认。`,
  formTitle: () => line`放假和调休`,
  formIntro: (country, year) =>
    line`${named(country)}${String(year)}年的放假安排，照通知贴进来就行`,
  list: () => line`日期`,
  listHint: () => line`比如 2月5日至11日放假，2月14日上班；也可以把通知整段贴进来`,
  people: () => line`给谁的`,
  whole: (year) => line`${String(year)}年的放假安排就是这些`,
  wholeHint: () => line`选了以后不再来问`,
  save: () => line`保存`,
  sees: () => line`相关同事的提醒和进度都按它算`,
  noDays: () => line`没看到日期，可以这样写：${typed("放假 2月5日至11日")}。`,
  tooLong: (phrase) => line`“${said(phrase)}”超过两个月了，请核对一下。`,
  tooMany: () => line`一次最多 60 段日期，请分几次发。`,
  notThere: () => line`公司自己的安排里没有这几天，发 ${typed("假期")} 可以看。`,
  nudgeLabel: () => line`放假安排还没确认`,
  nudgeWhy: () => line`12月1日起每周一次，确认了就不再提醒。`,
  help: () => ({ does: line`看接下来的假期`, usage: "假期", example: "假期" }),
  helpAdd: () => ({
    does: line`公司自己的放假日`,
    usage: "放假 <日期>",
    example: "放假 2月5日至11日",
  }),
  helpWork: () => ({
    does: line`调休上班的日子`,
    usage: "调休上班 <日期>",
    example: "调休上班 2月14日",
  }),
  helpRemove: () => ({
    does: line`删掉公司自己的放假或调休`,
    usage: "删假日 <日期>",
    example: "删假日 2月5日",
  }),
});
