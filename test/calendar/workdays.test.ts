import { describe, expect, test } from "vitest";
import { calendarOf } from "#src/calendar/holidays";
import { addDays, localDate, type LocalDate } from "#src/calendar/local-date";
import {
  addWorkdays,
  createWorkCalendar,
  nextWorkday,
  workdaysBetween,
} from "#src/calendar/workdays";

const day = localDate;
const china = createWorkCalendar({ country: "CN" });

describe("holidays", () => {
  test("of China include the make-up workdays", () => {
    const calendar = calendarOf("CN");
    expect(
      ["2026-02-14", "2026-10-10"].map((date) => [
        calendar.isMakeupWorkday(day(date)),
        calendar.isHoliday(day(date)),
      ]),
    ).toEqual([
      [true, false],
      [true, false],
    ]);
    expect(calendar.isHoliday(day("2026-02-17"))).toBe(true);
    expect([
      calendar.isHoliday(day("2026-11-21")),
      calendar.isMakeupWorkday(day("2026-11-23")),
    ]).toEqual([false, false]);
  });

  test("of a year without data are said to be unknown", () => {
    const calendar = calendarOf("cn");
    expect([calendar.knows(2026), calendar.knows(2035), calendar.knows(2003)]).toEqual([
      true,
      false,
      false,
    ]);
    expect(calendar.isHoliday(day("2035-01-01"))).toBe(false);
    expect(china.isWorkday(day("2035-01-06"))).toBe(false);
    expect(calendarOf("XX").knows(2026)).toBe(false);
  });

  test("elsewhere are the public ones, by region where given", () => {
    expect([
      calendarOf("SG").isHoliday(day("2026-08-09")),
      calendarOf("US").isHoliday(day("2026-11-26")),
      calendarOf("JP").isHoliday(day("2027-01-01")),
    ]).toEqual([true, true, true]);
    expect(calendarOf("US").isHoliday(day("2026-02-14"))).toBe(false);
    expect([
      calendarOf("DE").isHoliday(day("2026-01-06")),
      calendarOf("DE-BY").isHoliday(day("2026-01-06")),
    ]).toEqual([false, true]);
    expect(
      [0, 1, 2, 3, 4].map((more) => calendarOf("SA").isHoliday(addDays(day("2026-03-19"), more))),
    ).toEqual([true, true, true, true, false]);
  });

  test("give way to an administrator's table", () => {
    const overrides = new Map<LocalDate, "workday" | "holiday">([
      [day("2026-11-21"), "workday"],
      [day("2026-11-23"), "holiday"],
      [day("2026-02-14"), "holiday"],
    ]);
    const calendar = createWorkCalendar({ country: "CN", overrides });
    expect(
      ["2026-11-21", "2026-11-23", "2026-02-14"].map((date) => calendar.isWorkday(day(date))),
    ).toEqual([true, false, false]);
  });
});

describe("workdays", () => {
  test("of the fourth quarter of 2026 in China are 62, of which 33 have passed on 20 November", () => {
    expect(workdaysBetween(china, day("2026-10-01"), day("2026-12-31"))).toBe(62);
    expect(workdaysBetween(china, day("2026-10-01"), day("2026-11-20"))).toBe(33);
  });

  test("count make-up days and not holidays", () => {
    expect(
      ["2026-02-14", "2026-10-10", "2026-02-17", "2026-11-23", "2026-11-22"].map((date) =>
        china.isWorkday(day(date)),
      ),
    ).toEqual([true, true, false, true, false]);
  });

  test("between days are the same counted one by one, across years and backwards", () => {
    const [from, to] = [day("2025-11-13"), day("2027-02-07")];
    let count = 0;
    for (let date = from; date <= to; date = addDays(date, 1))
      if (china.isWorkday(date)) count += 1;
    expect(workdaysBetween(china, from, to)).toBe(count);
    expect(workdaysBetween(china, to, from)).toBe(0);
    expect(workdaysBetween(china, day("2026-11-23"), day("2026-11-23"))).toBe(1);
    expect(workdaysBetween(china, day("2026-11-22"), day("2026-11-22"))).toBe(0);
  });

  test("follow the person's own week and leave", () => {
    const calendar = createWorkCalendar({
      country: "CN",
      workweek: [2, 3, 4, 5, 6],
      leave: [{ from: day("2026-11-25"), to: day("2026-11-26") }],
    });
    expect(
      ["2026-11-23", "2026-11-24", "2026-11-25", "2026-11-26", "2026-11-27", "2026-11-28"].map(
        (date) => calendar.isWorkday(day(date)),
      ),
    ).toEqual([false, true, false, false, true, true]);
  });

  test("are stepped over weekends and holidays", () => {
    expect(nextWorkday(china, day("2026-11-20"))).toBe("2026-11-23");
    expect(nextWorkday(china, day("2026-09-30"))).toBe("2026-10-08");
    expect([
      addWorkdays(china, day("2026-11-20"), 3),
      addWorkdays(china, day("2026-11-23"), -1),
      addWorkdays(china, day("2026-11-22"), 0),
    ]).toEqual(["2026-11-25", "2026-11-20", "2026-11-22"]);
  });

  test("that never come are an error, not a loop", () => {
    expect(() =>
      nextWorkday(
        createWorkCalendar({
          country: "CN",
          workweek: [],
          overrides: new Map(),
          leave: [{ from: day("2026-01-01"), to: day("2030-01-01") }],
        }),
        day("2026-11-23"),
      ),
    ).toThrow(RangeError);
  });

  test("of a year are counted ten thousand times in a moment", () => {
    const started = performance.now();
    for (let times = 0; times < 10_000; times += 1)
      workdaysBetween(china, day("2026-01-01"), day("2026-12-31"));
    expect(performance.now() - started).toBeLessThan(500);
  });
});
