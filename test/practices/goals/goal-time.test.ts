// When a goal runs, by its line. To add a case, add a line: typed (seen on 11 November 2026), what is read, what is left for the title and target.
import { expect, test } from "vitest";
import type { Reading } from "#src/bot/declare/arguments";
import { localDate } from "#src/calendar/local-date";
import { normalise } from "#src/language/text";
import { goalTime } from "#src/practices/goals/define/goal-time";
import { readDrop, readChange } from "#src/practices/goals/define/parse-change";
import { readRate } from "#src/practices/goals/define/rate";

function read(typed: string): [string, string] {
  // Nothing else of a reading is looked at.
  const reading = { rest: normalise(typed), today: localDate("2026-11-11") } as Reading;
  const time = goalTime().read(reading);
  if (time === null) return ["nothing", reading.rest];
  if (time.says === "due") return [`until ${time.due}`, reading.rest];
  if (time.says === "span") return [`${time.period.start}..${time.period.end}`, reading.rest];
  return [time.says, reading.rest];
}

test.each([
  ["calls 300", "nothing", "calls 300"],
  ["calls 300 for Q2", "2027-04-01..2027-06-30", "calls 300"],
  ["calls 300 this month", "2026-11-01..2026-11-30", "calls 300"],
  ["calls 300 by end of Q1 2027", "until 2027-03-31", "calls 300"],
  ["calls 300 Jan-Mar", "2027-01-01..2027-03-31", "calls 300"],
  ["calls 300 January to March", "2027-01-01..2027-03-31", "calls 300"],
  ["calls 300 Q1-Q2 2027", "2027-01-01..2027-06-30", "calls 300"],
  ["calls 300 2027/Q1", "2027-01-01..2027-03-31", "calls 300"],
  ["calls 300 between 1 Jan and 31 Mar", "2027-01-01..2027-03-31", "calls 300"],
  ["calls 300 starting 1 Jan until 31 Mar", "2027-01-01..2027-03-31", "calls 300"],
  ["calls 300 12/28/2026 - 3/28/2027", "2026-12-28..2027-03-28", "calls 300"],
  ["calls 300 in Q1 by 15 Mar", "2027-01-01..2027-03-15", "calls 300"],
  ["calls 300 2027 by 31 Mar", "until 2027-03-31", "calls 300"],
  ["calls 300 due 2027", "2027-01-01..2027-12-31", "calls 300"],
  ["revenue 2026 100k", "2026-01-01..2026-12-31", "revenue 100k"],
  ["revenue 100k CY2027", "2027-01-01..2027-12-31", "revenue 100k"],
  ["revenue 100k bis 31.3.", "until 2027-03-31", "revenue 100k"],
  [
    "close 5 deals at Q3 conference by 31 Dec",
    "until 2026-12-31",
    "close 5 deals at Q3 conference",
  ],
  ["renew contract 2025-1234 by 31 Dec", "until 2026-12-31", "renew contract 2025-1234"],
  ["reduce churn from 8% to 5% in Q1", "2027-01-01..2027-03-31", "reduce churn from 8% to 5%"],
  ["complaints from 20 to 5", "nothing", "complaints from 20 to 5"],
  ["回款 100万 1-3月", "2027-01-01..2027-03-31", "回款 100万"],
  ["回款 100万 1月到3月", "2027-01-01..2027-03-31", "回款 100万"],
  ["回款 100万 12月28日至明年3月28日", "2026-12-28..2027-03-28", "回款 100万"],
  ["2027年回款100万", "2027-01-01..2027-12-31", "回款100万"],
  ["12月回款30万", "2026-12-01..2026-12-31", "回款30万"],
  ["回款 100万 双十一前", "until 2027-11-10", "回款 100万"],
])("%s: %s", (typed, time, rest) => {
  expect(read(typed)).toEqual([time, rest]);
});

test.each([
  ["calls 300 Q1 27", "unclear"],
  ["calls 300 1Q27", "unclear"],
  ["calls 300 in Q4 2026 and Q1 2027 and Q2 2027", "unclear"],
  ["calls 300 by week 50", "unclear"],
  ["calls 300 before March", "unclear"],
  ["calls 300 for the rest of the year", "unclear"],
  ["calls 300 over the summer", "unclear"],
  ["calls 300 by 3/4/2027", "unclear"],
  ["calls 300 Mon-Fri", "unclear"],
  ["revenue 100k im ersten Quartal", "unclear"],
  ["回款 100万 年前", "unclear"],
  ["回款 100万 6月前", "unclear"],
  ["回款 100万 3个月", "unclear"],
  ["回款 100万 12.28-3.28", "unclear"],
  ["calls 300 2027 2028", "unclear"],
  ["calls 300 2028 by 31 Mar 2027", "unclear"],
  ["calls 300 by 30 Feb", "no-such-date"],
  ["revenue 100k FY27", "fiscal"],
  ["revenue 100k fiscal year", "fiscal"],
  ["回款 100万 2026财年", "fiscal"],
  ["calls 2027", "year-alone"],
])("%s is asked about: %s", (typed, says) => {
  expect(read(typed)[0]).toBe(says);
});

test.each([
  ["20 calls a day", "day: 20 calls"],
  ["20 calls/day", "day: 20 calls"],
  ["20 calls every workday", "day: 20 calls"],
  ["5 demos per month", "month: 5 demos"],
  ["weekly visits 5", "week: visits 5"],
  ["每天电话20", "day: 电话20"],
  ["每周拜访5家", "week: 拜访5家"],
  ["日均电话20", "day: 电话20"],
  ["一天20个电话", "day: 20个电话"],
  ["a deal with Monday Inc 5", "none"],
  ["一天内签3单", "none"],
])("%s is a rate: %s", (typed, says) => {
  const rate = readRate(typed);
  expect(rate ? `${rate.unit}: ${rate.line}` : "none").toBe(says);
});

const change = (typed: string): string => {
  const read = readChange(normalise(typed));
  if (!read) return "none";
  const { goal, named, field, value, reason } = read;
  return [goal ?? (named || "?"), field ?? "?", value, reason ?? ""].join(" | ").trimEnd();
};

test.each([
  ["把目标改成120万", "? | target | 120万 |"],
  ["目标改为 120万 吧", "? | target | 120万 |"],
  ["回款目标提高到120万，因为客户加单", "回款 | target | 120万 | 客户加单"],
  ["G1目标120万", "1 | target | 120万 |"],
  ["G3 target is now 130k", "3 | target | 130k |"],
  ["set target 130k", "? | target | 130k |"],
  ["change my revenue target to 130k because of a win", "revenue | target | 130k | of a win"],
  ["move G3's due date to 31 Mar", "3 | due | 31 Mar |"],
  ["G3 deadline Friday", "3 | due | Friday |"],
  ["postpone G3 to 31 Mar", "3 | ? | 31 Mar |"],
  ["G3推迟到年底", "3 | ? | 年底 |"],
  ["截止日期推迟到1月15日", "? | due | 1月15日 |"],
  ["把G3改名为重点客户", "3 | title | 重点客户 |"],
  ["G3 name Key accounts because we grow", "3 | title | Key accounts because we grow |"],
  ["表扬林晓把目标提高到120万", "none"],
  ["change language to English", "none"],
  ["set goal revenue 100k by 12-31", "none"],
  ["update: closed Acme, moving target to Beta", "none"],
])("%s changes %s", (typed, says) => {
  expect(change(typed)).toBe(says);
});

test.each([
  ["drop G3", "G3"],
  ["cancel goal G3, the customer left", "G3 , the customer left"],
  ["取消目标 G3", "G3"],
  ["把G3取消", "G3"],
  ["G3不做了，因为客户没了", "G3 ,因为客户没了"],
  ["drop me a note", null],
])("%s drops %s", (typed, says) => {
  expect(readDrop(normalise(typed))).toBe(says);
});
