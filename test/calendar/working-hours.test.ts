import { describe, expect, test } from "vitest";
import { defaultHours, isWorkMoment, nextWorkMoment, readHours } from "#src/calendar/working-hours";
import { createWorkCalendar } from "#src/calendar/workdays";

const china = createWorkCalendar({ country: "CN" });
const next = (instant: string, zone = "Asia/Shanghai"): string =>
  nextWorkMoment(new Date(instant), zone, defaultHours, china).toISOString();

describe("the next moment of work", () => {
  test.each([
    ["now, inside the hours", "2026-11-23T02:30:00Z", "2026-11-23T02:30:00.000Z"],
    ["nine in the morning, before it", "2026-11-22T23:00:00Z", "2026-11-23T01:00:00.000Z"],
    ["after lunch, during it", "2026-11-23T04:00:00Z", "2026-11-23T05:30:00.000Z"],
    ["tomorrow, at six sharp", "2026-11-23T10:00:00Z", "2026-11-24T01:00:00.000Z"],
    ["Monday, on a Friday night", "2026-11-20T12:00:00Z", "2026-11-23T01:00:00.000Z"],
    [
      "the make-up Saturday, on the Friday before",
      "2026-10-09T12:00:00Z",
      "2026-10-10T01:00:00.000Z",
    ],
    ["after the holiday", "2026-09-30T12:00:00Z", "2026-10-08T01:00:00.000Z"],
  ])("is %s", (_, instant, expected) => {
    expect(next(instant)).toBe(expected);
  });

  test("is on the person's own clock, also after clocks change", () => {
    const home = createWorkCalendar({ country: "XX" });
    expect(
      nextWorkMoment(
        new Date("2026-10-23T18:00:00Z"),
        "Europe/Berlin",
        defaultHours,
        home,
      ).toISOString(),
    ).toBe("2026-10-26T08:00:00.000Z");
  });

  test("is a fixed point, inside the hours", () => {
    for (let hour = 0; hour < 24 * 14; hour += 1) {
      const moment = nextWorkMoment(
        new Date(Date.UTC(2026, 8, 28, hour, 20)),
        "Asia/Shanghai",
        defaultHours,
        china,
      );
      expect(isWorkMoment(moment, "Asia/Shanghai", defaultHours, china)).toBe(true);
    }
  });

  test("that never comes is an error, not a loop", () => {
    const empty = { start: "09:00", end: "10:00", breaks: [{ start: "08:00", end: "11:00" }] };
    expect(() => nextWorkMoment(new Date("2026-11-23T00:00:00Z"), "UTC", empty, china)).toThrow(
      RangeError,
    );
  });
});

test.each([
  ["9-18", "09:00", "18:00"],
  ["9:30-18:30", "09:30", "18:30"],
  ["09:00–18:00", "09:00", "18:00"],
  ["９：００－１８：００", "09:00", "18:00"],
  ["9点到18点", "09:00", "18:00"],
  ["9点半到18点半", "09:30", "18:30"],
  ["9am to 6pm", "09:00", "18:00"],
  ["早9晚6", "09:00", "18:00"],
  ["朝九晚五", "09:00", "17:00"],
  ["早上八点半到下午五点", "08:30", "17:00"],
  ["早九点半-晚六点", "09:30", "18:00"],
  ["上午9点到下午6点", "09:00", "18:00"],
  ["8 ~ 17", "08:00", "17:00"],
  ["16:00-24:00", "16:00", "23:59"],
])("%s are the hours from %s to %s", (text, start, end) => {
  expect(readHours(text)).toEqual({ start, end, breaks: [] });
});

test.each(["", "9", "9-25", "9-9", "9am-13pm", "9-18-20", "soon"])("%j are no hours", (text) => {
  expect(readHours(text)).toBeNull();
});

test.each(["22-6", "18-9", "22:00 to 06:00", "晚上10点到早上6点"])(
  "%j end the next day",
  (text) => {
    expect(readHours(text)).toBe("over midnight");
  },
);
