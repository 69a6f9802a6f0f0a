// Dates as people write them in Chinese: 周五, 下个月15号, 12月31日前, 季度末, 10天内. Before chrono-node, which misses or mistakes most.
import { addMonths, startOfMonth, yearOf } from "#src/calendar/local-date";
import { readChineseWhole } from "../amount/chinese.ts";
import {
  agreeing,
  dayOfMonth,
  dayOfWeek,
  endOf,
  existing,
  fromToday,
  nearestMonthDay,
  rule,
  type Groups,
  type PhraseContext,
  type Reading,
  type Rule,
} from "./rule.ts";

const numeral = "[一二两三四五六七八九十]";
const days: Record<string, number> = {
  大前天: -3,
  前天: -2,
  昨天: -1,
  昨日: -1,
  今天: 0,
  今日: 0,
  明天: 1,
  明日: 1,
  后天: 2,
  大后天: 3,
  前晚: -2,
  昨晚: -1,
  今早: 0,
  今晚: 0,
  明早: 1,
  明晚: 1,
};
const shifts: Record<string, number> = {
  上上: -2,
  上上个: -2,
  上: -1,
  上个: -1,
  这: 0,
  这个: 0,
  本: 0,
  当: 0,
  下: 1,
  下个: 1,
  下下: 2,
  下下个: 2,
};
const years: Record<string, number> = { 前年: -2, 去年: -1, 今年: 0, 本年: 0, 明年: 1, 后年: 2 };
const shiftWords = "上上个?|上个?|下下个?|下个?|这个?|本|当";
const weekdayAfter = "(?:,? ?\\(?(?:周|星期|礼拜)(?<named>[一二三四五六日天])\\)?)?";

function numberOf(text: string | undefined): number {
  if (text === undefined) return Number.NaN;
  return /^\d+$/.test(text) ? Number(text) : Number(readChineseWhole(text) ?? Number.NaN);
}

function weekdayOf(text: string | undefined): number | undefined {
  return text === undefined ? undefined : "一二三四五六日".indexOf(text === "天" ? "日" : text) + 1;
}

function shiftOf(text: string | undefined): number | undefined {
  return text === undefined ? undefined : shifts[text];
}

function yearNamed(text: string | undefined, { today }: PhraseContext): number | undefined {
  if (text === undefined) return undefined;
  const shift = years[text];
  return shift === undefined ? Number(text.replace("年", "")) : yearOf(today) + shift;
}

function readMonthDay(groups: Groups, context: PhraseContext): Reading {
  const year = yearNamed(groups["year"], context);
  const month = numberOf(groups["month"]);
  if (groups["edge"] !== undefined) return monthEdge(year, month, groups["edge"], context);
  const day = numberOf(groups["day"]);
  const reading =
    year === undefined ? nearestMonthDay(month, day, context) : existing(year, month, day);
  return agreeing(reading, weekdayOf(groups["named"]));
}

// 12月底, 3月初: the month's last or first day, in the year that lean chooses.
function monthEdge(
  year: number | undefined,
  month: number,
  edge: string,
  context: PhraseContext,
): Reading {
  if (!(month >= 1 && month <= 12)) return "does-not-exist";
  const first = (of: number): Reading => existing(of, month, 1);
  const edgeIn = (of: number): Reading => {
    const start = first(of);
    return edge === "初" || start === null || start === "does-not-exist" || start === "ambiguous"
      ? start
      : endOf("month", 0, start);
  };
  if (year !== undefined) return edgeIn(year);
  const reading = edgeIn(yearOf(context.today));
  if (reading === null) return null;
  if (context.lean === "future" && reading < context.today)
    return edgeIn(yearOf(context.today) + 1);
  return context.lean === "past" && reading > context.today
    ? edgeIn(yearOf(context.today) - 1)
    : reading;
}

// 月初 of a month that has begun is the next month's when something is due.
function startOfAMonth(shift: number | undefined, { today, lean }: PhraseContext): Reading {
  const start = startOfMonth(today);
  return addMonths(start, shift ?? (lean === "future" && start < today ? 1 : 0));
}

const units: Record<string, "day" | "week" | "month" | "year" | "workday"> = {
  天: "day",
  日: "day",
  周: "week",
  星期: "week",
  个星期: "week",
  礼拜: "week",
  个礼拜: "week",
  个月: "month",
  年: "year",
  工作日: "workday",
  个工作日: "workday",
};

export const chineseRules: readonly Rule[] = [
  rule(
    "(?<day>大前天|前天|昨天|昨日|今天|今日|明天|明日|大后天|后天|前晚|昨晚|今早|今晚|明早|明晚)",
    ({ day }, { today, ...around }) =>
      fromToday(days[day ?? ""] ?? Number.NaN, "day", { today, ...around }),
  ),
  // Not 每周三, 一周三次, 本周三件事, 周日报: there a number or another word follows the week.
  rule(
    `(?<![每个几半${numeral.slice(1, -1)}\\d])(?:(?<shift>${shiftWords})(?:周的? ?(?=周|星期|礼拜))?)?(?:周|星期|礼拜)(?<day>[一二三四五六日天])(?![件个种位场遍福]|次(?!日)|家(?!访)|单(?!价)|通(?!话|电|知)|回(?!款|访|电|收|复|来|家|公司)|(?<=[日天])报|[一二三四五六日天])`,
    ({ shift, day }, context) => dayOfWeek(weekdayOf(day) ?? 1, shiftOf(shift), context),
  ),
  rule(
    `(?<![\\d个${numeral.slice(1, -1)}])(?<shift>${shiftWords})?月(?<edge>底|末|初)`,
    ({ shift, edge }, context) =>
      edge === "初"
        ? startOfAMonth(shiftOf(shift), context)
        : endOf("month", shiftOf(shift) ?? 0, context.today),
  ),
  rule(
    `(?<![\\d个${numeral.slice(1, -1)}])(?<shift>${shiftWords})?季度?(?:底|末)`,
    ({ shift }, context) => endOf("quarter", shiftOf(shift) ?? 0, context.today),
  ),
  rule(
    "(?<year>今年|明年|去年|(?<!\\d)\\d{4}年)? ?(?:q(?<quarter>[1-4])|第?(?<named>[一二三四])季度?)(?:底|末|结束)",
    (groups, context) => {
      const month = (Number(groups["quarter"] ?? 0) || numberOf(groups["named"])) * 3;
      return monthEdge(yearNamed(groups["year"], context), month, "末", context);
    },
  ),
  rule(
    "(?:(?<year>今年|明年|去年|(?<!\\d)\\d{4}年)年?|(?<![\\d今明去前后每半个一二两三四五六七八九十])(?:本|当)?年)(?<edge>底|末(?!班)|初)",
    (groups, context) => {
      const year = yearNamed(groups["year"], context) ?? yearOf(context.today);
      return groups["edge"] === "初" ? existing(year, 1, 1) : existing(year, 12, 31);
    },
  ),
  rule(
    `(?:(?<year>前年|去年|今年|本年|明年|后年|(?<!\\d)\\d{4}年) ?)?(?<![\\d第${numeral.slice(1, -1)}])(?<month>\\d{1,2}|${numeral}{1,3})月 ?(?:(?<day>\\d{1,2}|${numeral}{1,3})(?:日(?!报|均)|号)|(?<edge>底|末|初))${weekdayAfter}`,
    readMonthDay,
  ),
  // 12月31 without 日 only where nothing follows that would make 31 an amount (11月20单).
  rule(
    "(?:(?<year>今年|明年|去年|(?<!\\d)\\d{4}年) ?)?(?<!\\d)(?<month>\\d{1,2})月(?<day>\\d{1,2})(?=$|[,.;!?，。；)\\n]|之?前| (?![万千百亿]))",
    readMonthDay,
  ),
  rule(
    `(?<shift>上上个?|上个?|下下个?|下个?|这个?|本|当)月 ?(?<day>\\d{1,2}|${numeral}{1,3})[日号](?!报|均)`,
    ({ shift, day }, context) => dayOfMonth(numberOf(day), shiftOf(shift), context),
  ),
  rule(
    `(?<![\\da-z月年.:第#/\\-${numeral.slice(1, -1)}])(?<day>\\d{1,2}|${numeral}{1,3})(?:号(?![楼线店门院馆机厅文桌位床房车码召称外角令])|日(?![报均程常元本志历内后圆益间语光子期用游]))`,
    ({ day }, context) =>
      day?.length === 1 && !/\d/.test(day) && !context.linked
        ? null
        : dayOfMonth(numberOf(day), undefined, context),
  ),
  rule(
    `(?<![\\d.第每${numeral.slice(1, -1)}])(?<count>\\d{1,4}|${numeral}{1,3}) ?(?<unit>天|日|周|个?星期|个?礼拜|个月|年|个?工作日)(?<way>[之以]?内(?![部容科])|[之以]?后(?![台续端期面])|[之以]?前(?![台端景往后]))`,
    (groups, context) => {
      const count = numberOf(groups["count"]);
      const ago = groups["way"]?.endsWith("前") === true;
      return fromToday(ago ? -count : count, units[groups["unit"] ?? ""] ?? "day", context);
    },
  ),
];
