// 日报。
import type { Formatter } from "#src/language/format";
import { line, said } from "#src/view/line";
import type { DailyMessages } from "../en/daily.ts";

export const daily = (f: Formatter): DailyMessages => ({
  dailyTitle: (on) => line`日报 · ${f.date(on)}`,
  dailyOf: (name, on) => line`${said(name)}的日报 · ${f.date(on)}`,
  noDailyYet: (name) => line`${said(name)}还没有写过日报。`,
  dailyNotReadable: (name) => line`${said(name)}的日报只有本人和主管能看。`,
  dailyDone: () => line`今天完成了`,
  dailyNext: () => line`接下来`,
  dailyEmpty: () => line`两项里至少写一项。`,
  dailyKept: () => line`记下了`,
  dailyOn: () => line`每个工作日提醒我`,
  dailyOff: () => line`不用提醒我`,
  dailyIsOn: () => line`以后每个工作日傍晚提醒你写日报。`,
  dailyIsOff: () => line`以后不再提醒你写日报。`,
  dailyAskTitle: () => line`今天怎么样？`,
  dailyAskBody: () => line`两行就好：完成了什么，接下来做什么。`,
  writeDaily: () => line`写日报`,
  helpDaily: () => ({
    does: line`写日报；也可以开或关`,
    usage: "日报 [今天做了什么 | 开 | 关 | @姓名]",
    example: "日报",
  }),
});
