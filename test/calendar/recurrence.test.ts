import { describe, expect, test } from "vitest";
import { localDate } from "#src/calendar/local-date";
import { dayInWeek, nextSlots, type Weekly } from "#src/calendar/recurrence";
import { createWorkCalendar } from "#src/calendar/workdays";

const slots = (rule: Weekly, after: string, most: number): string[] =>
  nextSlots(rule, new Date(after), most).map((each) => each.toISOString());

describe("a weekly slot", () => {
  test("comes strictly after the moment asked about", () => {
    const rule: Weekly = { weekday: 1, time: "09:00", zone: "Asia/Shanghai" };
    expect(slots(rule, "2026-11-23T01:00:00Z", 2)).toEqual([
      "2026-11-30T01:00:00.000Z",
      "2026-12-07T01:00:00.000Z",
    ]);
    expect(slots(rule, "2026-11-23T00:59:59Z", 1)).toEqual(["2026-11-23T01:00:00.000Z"]);
  });

  test("comes on its weekday", () => {
    expect(
      slots({ weekday: 5, time: "16:00", zone: "Asia/Shanghai" }, "2026-11-23T00:00:00Z", 2),
    ).toEqual(["2026-11-27T08:00:00.000Z", "2026-12-04T08:00:00.000Z"]);
  });

  const berlin: Weekly = { weekday: 7, time: "02:30", zone: "Europe/Berlin" };
  test("moves forward when its hour does not exist", () => {
    expect(slots(berlin, "2026-03-28T12:00:00Z", 2)).toEqual([
      "2026-03-29T01:30:00.000Z",
      "2026-04-05T00:30:00.000Z",
    ]);
  });
  test("fires once when its hour exists twice", () => {
    expect(slots(berlin, "2026-10-24T12:00:00Z", 2)).toEqual([
      "2026-10-25T00:30:00.000Z",
      "2026-11-01T01:30:00.000Z",
    ]);
    expect(slots(berlin, "2026-10-25T00:45:00Z", 1)).toEqual(["2026-11-01T01:30:00.000Z"]);
  });

  test("is refused when it cannot be read", () => {
    const after = new Date("2026-11-23T00:00:00Z");
    const wrong: Weekly[] = [
      { weekday: 1, time: "09:00", zone: "Mars/Base" },
      { weekday: 1, time: "9", zone: "UTC" },
    ];
    for (const rule of wrong) expect(() => nextSlots(rule, after, 1)).toThrow(RangeError);
  });
});

describe("a weekly slot in weeks with holidays", () => {
  const workdays = createWorkCalendar({ country: "CN" });
  const monday: Weekly = { weekday: 1, time: "14:00", zone: "Asia/Shanghai", workdays };

  test("moves to the next workday, and is still ahead on the day it moved to", () => {
    // 1 to 7 October 2026 are off, and Monday the 28th of September is not.
    expect(slots(monday, "2026-10-05T09:00:00Z", 2)).toEqual([
      "2026-10-08T06:00:00.000Z",
      "2026-10-12T06:00:00.000Z",
    ]);
  });

  test("is left out in a week that is off", () => {
    // 15 to 23 February 2026.
    expect(dayInWeek(localDate("2026-02-16"), monday)).toBeNull();
    expect(slots(monday, "2026-02-14T00:00:00Z", 1)).toEqual(["2026-02-24T06:00:00.000Z"]);
  });

  test("moves to the last workday before it where it closes a week", () => {
    const friday: Weekly = { ...monday, weekday: 5, time: "16:00", moves: "before" };
    expect(slots(friday, "2026-09-28T00:00:00Z", 1)).toEqual(["2026-09-30T08:00:00.000Z"]);
    expect(dayInWeek(localDate("2026-02-16"), friday)).toBeNull();
  });

  test("comes to nothing where nobody works", () => {
    expect(
      slots({ ...monday, workdays: { isWorkday: () => false } }, "2026-10-05T09:00:00Z", 2),
    ).toEqual([]);
  });
});
