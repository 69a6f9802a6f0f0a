// A line and what of it is a day. To add a case, add a line: typed, what it reads as, with ~ before what may be something else.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cpuMs } from "#test/support/cpu-time";
import { localDate } from "#src/calendar/local-date";
import { findDays } from "#src/language/dates/find-days";
import { normalise } from "#src/language/text";

const today = localDate("2026-11-11");

function days(typed: string, lean: "past" | "future"): string {
  const text = normalise(typed);
  return findDays(text, { today, lean })
    .map((each) => {
      const span = each.reads === "span" ? `${each.period.start}..${each.period.end}` : each.reads;
      const is = each.reads === "day" ? each.date : span;
      return `${each.doubtful ? "~" : ""}${text.slice(each.start, each.end).trim()}=${is}`;
    })
    .join(" | ");
}

describe("in a line about what was done", () => {
  test.each([
    ["log €12k 5.11.2026", "5.11.2026=2026-11-05"],
    ["log €12k 05.11.26 Acme", "05.11.26=2026-11-05"],
    ["log €12k 5. Nov", "5. Nov=2026-11-05"],
    ["log €12k 5. Oktober", "5. Oktober=2026-10-05"],
    ["log €12k 10.11.", "~10.11.=2026-11-10"],
    ["log €12k 10.11", "~10.11=ambiguous"],
    ["log €12k am 10.11. Nordstadt", "am 10.11.=2026-11-10"],
    ["log €12k 31.10.2026", "31.10.2026=2026-10-31"],
    ["log €12k 31.11.2026", "31.11.2026=does-not-exist"],
    ["log €12k 10/11/2026 Acme", "10/11/2026=ambiguous"],
    ["log €12k 10/11/26 Acme", "10/11/26=ambiguous"],
    ["log €12k 13/10/2026 Acme", "13/10/2026=2026-10-13"],
    ["log €12k 10/13/2026 Acme", "10/13/2026=2026-10-13"],
    ["log €12k 10-11-2026 Acme", "10-11-2026=ambiguous"],
    ["log €12k 10/11 Acme", "~10/11=ambiguous"],
    ["log €12k 2026.11.5", "2026.11.5=2026-11-05"],
    ["log €12k in October", "in October=2026-10-01..2026-10-31"],
    ["log €12k Oct", "Oct=2026-10-01..2026-10-31"],
    ["log €12k im Oktober", "im Oktober=2026-10-01..2026-10-31"],
    ["log €12k Acme, October", "October=2026-10-01..2026-10-31"],
    ["log €12k October renewal", "~October=2026-10-01..2026-10-31"],
    ["log €12k mid November", "mid November=ambiguous"],
    ["log €12k KW 45", "KW 45=ambiguous"],
    ["log €12k last weekend", "last weekend=ambiguous"],
    ["log €12k last week", "last week=2026-11-02..2026-11-08"],
    ["log €12k last month", "last month=2026-10-01..2026-10-31"],
    ["log €12k in Q3", "in Q3=2026-07-01..2026-09-30"],
    ["log €12k in 2025", "in 2025=2025-01-01..2025-12-31"],
    ["log €12k last Friday", "last Friday=2026-11-06"],
    ["log €12k Nov 5th", "Nov 5th=2026-11-05"],
    ["log €12k last night", "last night=2026-11-10"],
    ["回款12万 前天", "前天=2026-11-09"],
    ["回款12万 昨晚", "昨晚=2026-11-10"],
    ["回款12万 十月份", "十月份=2026-10-01..2026-10-31"],
    ["回款12万 10月份", "10月份=2026-10-01..2026-10-31"],
    ["回款12万 上个月", "上个月=2026-10-01..2026-10-31"],
    ["回款12万 上周末", "上周末=ambiguous"],
    ["回款12万 10月中旬", "10月中旬=ambiguous"],
    ["回款12万 去年", "去年=2025-01-01..2025-12-31"],
    ["回款12万 国庆", "~国庆=ambiguous"],
    ["回款12万 10月3日", "10月3日=2026-10-03"],
    ["今天回款3万，明天回款5万", "今天=2026-11-11 | 明天=2026-11-12"],
    ["yesterday calls 15, today calls 20", "yesterday=2026-11-10 | today=2026-11-11"],
    ["calls 20 yesterday 15 today 10", "yesterday=2026-11-10 | today=2026-11-11"],
    ["昨天电话15 今天电话20", "昨天=2026-11-10 | 今天=2026-11-11"],
  ])("%s", (typed, expected) => {
    expect(days(typed, "past")).toBe(expected);
  });

  test.each([
    "log €5k 24/7 support",
    "报5万 7/24小时客服",
    "calls 20/30",
    "电话20/30",
    "log €5k 2026 renewal https://x.example/2026-10-11?on=5.11.2026",
    "log €5k version 1.2.31",
    "log €5k v5.11.2026",
    "log €5k 10.0.12.1",
    "log €5k PO 4500012345",
    "log €5k may close",
    "log 12.50",
    "报5万 三一重工 合同号20261111",
  ])("no day is in %s", (typed) => {
    expect(days(typed, "past")).toBe("");
  });
});

describe("in a line about what is due", () => {
  test.each([
    ["goal new calls 300 in H1", "in H1=2027-01-01..2027-06-30"],
    ["goal new calls 300 Q1 2027", "Q1 2027=2027-01-01..2027-03-31"],
    ["goal new calls 300 by 31.12.", "by 31.12.=2026-12-31"],
    ["goal new calls 300 by 10.12", "by 10.12=ambiguous"],
    ["定目标 电话 300 明年Q1", "明年Q1=2027-01-01..2027-03-31"],
    ["定目标 电话 300 12月", "12月=2026-12-01..2026-12-31"],
    ["定目标 电话 300 12月底前", "12月底前=2026-12-31"],
    ["定目标 电话 300 下个月", "下个月=2026-12-01..2026-12-31"],
    ["定目标 电话 300 下半年", "下半年=2026-07-01..2026-12-31"],
    ["定目标 电话 300 元旦前", "元旦前=2026-12-31"],
    ["定目标 电话 300 春节前", "春节前=2027-02-05"],
    ["定目标 电话 300 国庆前", "国庆前=2027-09-30"],
    ["定目标 电话 300 中秋节前", "中秋节前=2027-09-14"],
    ["定目标 电话 300 清明前", "清明前=ambiguous"],
    ["goal new calls 300 before Christmas", "before Christmas=2026-12-24"],
    ["goal new calls 300 by Thanksgiving", "by Thanksgiving=2026-11-25"],
    ["goal new calls 300 before Easter", "before Easter=ambiguous"],
    ["goal new calls 300 2026-12-28..2027-03-28", "2026-12-28..2027-03-28=2026-12-28..2027-03-28"],
    ["goal new calls 300 from 1 Jan to 31 Mar", "from 1 Jan to 31 Mar=2027-01-01..2027-03-31"],
    ["goal new calls 300 1 Jan to 31 Mar 2028", "1 Jan to 31 Mar 2028=2028-01-01..2028-03-31"],
    ["goal new calls 300 28 Dec - 28 Mar", "28 Dec - 28 Mar=2026-12-28..2027-03-28"],
    ["goal new calls 300 1-15 Dec", "1-15 Dec=2026-12-01..2026-12-15"],
    ["goal new calls 300 Dec 1 to 15", "Dec 1 to 15=2026-12-01..2026-12-15"],
    ["goal new calls 300 Monday to Friday", "Monday to Friday=2026-11-16..2026-11-20"],
    ["定目标 电话 300 12月1日-15日", "12月1日-15日=2026-12-01..2026-12-15"],
    ["goal new calls 300 1.1.2027-31.3.2027", "1.1.2027-31.3.2027=2027-01-01..2027-03-31"],
    ["定目标 电话 300 从1月1日到3月31日", "从1月1日到3月31日=2027-01-01..2027-03-31"],
  ])("%s", (typed, expected) => {
    expect(days(typed, "future")).toBe(expected);
  });
});

test("mentions stand side by side inside the line, whatever it is", () => {
  const words = fc.constantFrom(
    ..."5.11.2026 10/11 10.11. Oct in 2027 Q1 下个月 元旦前 周五 12月 by . , 24/7 KW 45 上周末 3/5".split(
      " ",
    ),
  );
  fc.assert(
    fc.property(fc.array(words, { maxLength: 14 }), fc.constantFrom("", " "), (list, glue) => {
      const text = list.join(glue);
      let reached = 0;
      for (const { start, end } of findDays(text, { today, lean: "past" })) {
        expect(start).toBeGreaterThanOrEqual(reached);
        expect(end).toBeGreaterThan(start);
        reached = end;
      }
      expect(reached).toBeLessThanOrEqual(text.length);
    }),
    { numRuns: 500 },
  );
});

test.each([
  "10.11 ",
  "周五",
  "Oct ",
  "1/2 ",
  "in 2027 ",
  "元旦",
  "9",
  "Q1 ",
  "2026-",
  "12月",
  "by ",
  "上",
  "last ",
])(
  "five thousand characters of %j are looked through within the time for a line",
  async (brick) => {
    const text = brick.repeat(Math.ceil(5000 / brick.length)).slice(0, 5000);
    expect(await cpuMs(() => findDays(text, { today, lean: "past" }), 50)).toBeLessThan(100);
  },
);
