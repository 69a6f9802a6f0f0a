// 什么时候谈。
import { localDateAt } from "#src/calendar/zones";
import type { Formatter } from "#src/language/format";

/** 按读的人的时间，不写年份：最远也就几个月。 */
export const whenOf = (at: Date, f: Formatter): string =>
  `${f.date(localDateAt(at, f.zone))}${f.time(at)}`;
