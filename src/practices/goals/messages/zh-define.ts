// 定目标、改目标时的中文。
import type { Formatter } from "#src/language/format";
import { line, said, typed } from "#src/view/line";
import type { RateUnit } from "../define/rate.ts";
import { titleFor } from "../model.ts";
import type { define as english } from "./en-define.ts";

const each: Record<RateUnit, string> = { day: "每个工作日", week: "每周", month: "每月" };
const counted: Record<RateUnit, string> = { day: "个工作日", week: "周", month: "个月" };

export const define = (f: Formatter): ReturnType<typeof english> => ({
  timeUnclear: (text) =>
    line`“${said(text)}”是从哪天到哪天，我看不准。请写截止日期，比如 ${typed("3月31日前")}，或者写全：${typed("2027-01-01到2027-03-31")}。`,
  noFiscalYears: (text) =>
    line`我这里不记财年，“${said(text)}”是哪几天我不知道。请直接写日期：${typed("2026-10-01到2027-03-31")}。`,
  yearOrTarget: (year) =>
    line`${year}是年份还是目标数？请两个都写上，比如 ${typed(`电话 300 ${year}年`)}。`,
  yearIsTarget: (target, unit) => line`目标就是 ${f.amount(target, unit)}`,
  rateAsk: (rate, unit, per, count, sum, end) =>
    line`目标记的是一段时间的总数。${each[per]} ${f.amount(rate, unit)}，到${f.date(end)}还有 ${String(count)} ${counted[per]}，合计 ${f.amount(sum, unit)}。按哪个定？`,
  rateTakes: (target, unit) => line`总共 ${f.amount(target, unit)}`,
  alsoRuns: (number, goal, end) =>
    line`已经有 G${String(number)} ${said(titleFor(goal, "zh"))} 了，到${f.date(end)}为止。如果说的是同一个，改它就行，这份草稿可以不要。`,
  editThat: (number) => line`修改 G${String(number)}`,
  begins: () => line`开始`,
});
