import fc from "fast-check";
import { DateTime } from "luxon";
import { describe, expect, test } from "vitest";
import {
  addDays,
  addMonths,
  compareDates,
  daysBetween,
  earlier,
  isLocalDate,
  later,
  localDate,
  localDateSchema,
  startOfWeek,
  weekday,
} from "#src/calendar/local-date";

const dates = fc
  .integer({ min: -300_000, max: 300_000 })
  .map((days) => addDays(localDate("2026-01-01"), days));

describe("a local date", () => {
  test.each([
    "2026-02-29",
    "2026-13-01",
    "2026-00-10",
    "2026-11-31",
    "2026-1-1",
    "20261101",
    "",
    "2026-11-23T00:00",
    "0000-01-01",
  ])("is not %j", (text) => {
    expect(isLocalDate(text)).toBe(false);
    expect(() => localDate(text)).toThrow(RangeError);
    expect(localDateSchema.safeParse(text).success).toBe(false);
  });

  test("knows leap years", () => {
    expect(["2024-02-29", "2000-02-29", "1900-02-29"].map(isLocalDate)).toEqual([
      true,
      true,
      false,
    ]);
  });

  test("agrees with luxon on every day and weekday", () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: -5000, max: 5000 }), (date, days) => {
        const there = DateTime.fromISO(date, { zone: "utc" });
        expect(addDays(date, days)).toBe(there.plus({ days }).toISODate());
        expect(weekday(date)).toBe(there.weekday);
        expect(daysBetween(date, addDays(date, days))).toBe(days);
        expect(addMonths(date, days % 40)).toBe(there.plus({ months: days % 40 }).toISODate());
      }),
    );
  });

  test("is put in order, and in its week", () => {
    const [a, b] = [localDate("2026-11-22"), localDate("2026-11-23")];
    expect([compareDates(a, b), compareDates(b, a), compareDates(a, a)]).toEqual([-1, 1, 0]);
    expect([earlier(a, b), later(a, b)]).toEqual([a, b]);
    expect([startOfWeek(a), startOfWeek(b)]).toEqual(["2026-11-16", "2026-11-23"]);
  });
});
