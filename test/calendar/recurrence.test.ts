import { describe, expect, test } from "vitest";
import { nextSlot, type Recurrence } from "#src/calendar/recurrence";

const slots = (rule: Recurrence, after: string, count: number): string[] => {
  const list: string[] = [];
  let moment = new Date(after);
  for (let index = 0; index < count; index += 1)
    list.push((moment = nextSlot(rule, moment)).toISOString());
  return list;
};

describe("a repeating slot", () => {
  test("comes strictly after the moment asked about", () => {
    const rule = { weekday: 1, time: "09:00", zone: "Asia/Shanghai" };
    expect(slots(rule, "2026-11-23T01:00:00Z", 2)).toEqual([
      "2026-11-30T01:00:00.000Z",
      "2026-12-07T01:00:00.000Z",
    ]);
    expect(slots(rule, "2026-11-23T00:59:59Z", 1)).toEqual(["2026-11-23T01:00:00.000Z"]);
  });

  test("of a weekday comes on it, one or several", () => {
    expect(
      slots({ weekday: 5, time: "16:00", zone: "Asia/Shanghai" }, "2026-11-23T00:00:00Z", 2),
    ).toEqual(["2026-11-27T08:00:00.000Z", "2026-12-04T08:00:00.000Z"]);
    expect(
      slots({ weekday: [1, 3], time: "09:00", zone: "UTC" }, "2026-11-23T09:00:00Z", 2),
    ).toEqual(["2026-11-25T09:00:00.000Z", "2026-11-30T09:00:00.000Z"]);
  });

  const berlin: Recurrence = { weekday: 7, time: "02:30", zone: "Europe/Berlin" };
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
    const wrong: Recurrence[] = [
      { weekday: 1, time: "09:00", zone: "Mars/Base" },
      { weekday: [], time: "09:00", zone: "UTC" },
      { weekday: 0, time: "09:00", zone: "UTC" },
      { weekday: 1, time: "9", zone: "UTC" },
    ];
    for (const rule of wrong) expect(() => nextSlot(rule, after)).toThrow(RangeError);
  });
});
