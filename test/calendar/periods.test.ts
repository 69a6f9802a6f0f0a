import { describe, expect, test } from "vitest";
import { localDate } from "#src/calendar/local-date";
import {
  customPeriod,
  inPeriod,
  nextPeriod,
  periodOf,
  readPeriod,
  type Period,
} from "#src/calendar/periods";

const today = localDate("2026-11-23");

/** "2026-11", "2026-Q4", "2026", or "2026-10-05..2026-12-20". */
const periodKey = ({ kind, start, end }: Period): string =>
  ({
    month: start.slice(0, 7),
    quarter: `${start.slice(0, 4)}-Q${Math.ceil(Number(start.slice(5, 7)) / 3)}`,
    year: start.slice(0, 4),
    custom: `${start}..${end}`,
  })[kind];

describe("a period", () => {
  test("holds its day", () => {
    expect(periodOf("month", today)).toEqual({
      kind: "month",
      start: "2026-11-01",
      end: "2026-11-30",
    });
    expect(periodOf("quarter", today)).toEqual({
      kind: "quarter",
      start: "2026-10-01",
      end: "2026-12-31",
    });
    expect(
      (["month", "quarter", "year"] as const).map((kind) => periodKey(periodOf(kind, today))),
    ).toEqual(["2026-11", "2026-Q4", "2026"]);
    expect(inPeriod(periodOf("month", today), today)).toBe(true);
  });

  test("is followed by one of its kind", () => {
    expect(periodKey(nextPeriod(periodOf("quarter", today)))).toBe("2027-Q1");
    const sprint = customPeriod(localDate("2026-11-02"), localDate("2026-11-15"));
    expect(periodKey(nextPeriod(sprint))).toBe("2026-11-16..2026-11-29");
    expect(() => customPeriod(localDate("2026-11-02"), localDate("2026-11-01"))).toThrow(
      RangeError,
    );
  });

  test.each([
    ["本季度", "2026-Q4"],
    ["this quarter", "2026-Q4"],
    ["Q4", "2026-Q4"],
    ["q1", "2027-Q1"],
    ["2026-Q2", "2026-Q2"],
    ["Q2 2026", "2026-Q2"],
    ["第四季度", "2026-Q4"],
    ["明年一季度", "2027-Q1"],
    ["下季度", "2027-Q1"],
    ["last quarter", "2026-Q3"],
    ["11月", "2026-11"],
    ["十二月", "2026-12"],
    ["November", "2026-11"],
    ["Jan", "2027-01"],
    ["Nov 2025", "2025-11"],
    ["2026年11月", "2026-11"],
    ["2026-11", "2026-11"],
    ["本月", "2026-11"],
    ["下个月", "2026-12"],
    ["next month", "2026-12"],
    ["今年", "2026"],
    ["明年", "2027"],
    ["2025年", "2025"],
    ["this year", "2026"],
    ["下半年", "2026-07-01..2026-12-31"],
    ["H1 2027", "2027-01-01..2027-06-30"],
    ["2026-11-01到2026-12-15", "2026-11-01..2026-12-15"],
    ["H1", "2027-01-01..2027-06-30"],
    ["next half", "2027-01-01..2027-06-30"],
    ["first half of 2027", "2027-01-01..2027-06-30"],
    ["上半年", "2027-01-01..2027-06-30"],
    ["明年上半年", "2027-01-01..2027-06-30"],
    ["Q1/2027", "2027-Q1"],
    ["Q1'27", "2027-Q1"],
    ["first quarter of 2027", "2027-Q1"],
    ["明年Q1", "2027-Q1"],
    ["明年第一季度", "2027-Q1"],
    ["Oktober 2027", "2027-10"],
    ["next week", "2026-11-30..2026-12-06"],
    ["本周", "2026-11-23..2026-11-29"],
    ["下下周", "2026-12-07..2026-12-13"],
    ["2027年度", "2027"],
  ])("is read from %s as %s", (text, key) => {
    const period = readPeriod(text, today);
    expect(period && periodKey(period)).toBe(key);
  });

  test("without a year may lean to the past", () => {
    expect(
      ["Q1", "12月", "11月"].map((text) =>
        periodKey(readPeriod(text, today, "past") ?? periodOf("year", today)),
      ),
    ).toEqual(["2026-Q1", "2025-12", "2026-11"]);
  });

  test.each([
    "",
    "Q5",
    "13月",
    "soon",
    "2026-13",
    "2026-12-15到2026-11-01",
    "12",
    "本周二",
    "x".repeat(300),
  ])("is not read from %j", (text) => {
    expect(readPeriod(text, today)).toBeNull();
  });
});
