import fc from "fast-check";
import { IANAZone } from "luxon";
import { describe, expect, test } from "vitest";
import { localDate } from "#src/calendar/local-date";
import { zoneCity } from "#src/calendar/cities";
import {
  findZone,
  instantAt,
  isOffset,
  isZone,
  localDateAt,
  localTimeAt,
  writtenZone,
} from "#src/calendar/zones";

const at = (date: string, time: string, zone: string): string =>
  instantAt(localDate(date), time, zone).toISOString();

describe("the moment on a wall clock", () => {
  test("follows the zone", () => {
    expect(at("2026-11-23", "09:00", "Asia/Shanghai")).toBe("2026-11-23T01:00:00.000Z");
    expect(at("2026-11-23", "09:00", "America/New_York")).toBe("2026-11-23T14:00:00.000Z");
    expect(at("2026-11-23", "00:15", "Asia/Kolkata")).toBe("2026-11-22T18:45:00.000Z");
  });

  test("moves forward by the gap when the hour does not exist", () => {
    expect(at("2026-03-29", "02:30", "Europe/Berlin")).toBe("2026-03-29T01:30:00.000Z");
    expect(at("2026-03-08", "02:30", "America/New_York")).toBe("2026-03-08T07:30:00.000Z");
    expect(at("2026-10-04", "02:15", "Australia/Lord_Howe")).toBe("2026-10-03T15:45:00.000Z");
    expect(at("2011-12-30", "12:00", "Pacific/Apia")).toBe("2011-12-30T22:00:00.000Z");
  });

  test("is the first when the hour exists twice", () => {
    expect(at("2026-10-25", "02:30", "Europe/Berlin")).toBe("2026-10-25T00:30:00.000Z");
    expect(at("2026-11-01", "01:30", "America/New_York")).toBe("2026-11-01T05:30:00.000Z");
  });

  test("reads back as the same day and time outside such gaps", () => {
    const zones = fc.constantFrom(
      "Asia/Shanghai",
      "Europe/Berlin",
      "America/New_York",
      "Australia/Lord_Howe",
      "Asia/Kolkata",
      "America/Sao_Paulo",
      "UTC",
      "Pacific/Auckland",
    );
    const moments = fc.date({
      min: new Date("2000-01-01T00:00:00Z"),
      max: new Date("2040-01-01T00:00:00Z"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(moments, zones, (moment, zone) => {
        const [date, time] = [localDateAt(moment, zone), localTimeAt(moment, zone)];
        const back = instantAt(date, time, zone);
        expect([localDateAt(back, zone), localTimeAt(back, zone)]).toEqual([date, time]);
        // Never later than the moment it came from: of two, the first.
        expect(back.getTime()).toBeLessThanOrEqual(moment.getTime());
      }),
    );
  });

  test("is refused for an unknown zone or time", () => {
    expect(() => at("2026-11-23", "09:00", "Mars/Base")).toThrow(RangeError);
    for (const time of ["24:00", "9:00", "0900", "09:60"])
      expect(() => at("2026-11-23", time, "UTC")).toThrow(RangeError);
  });
});

test("a zone is an IANA name with a place", () => {
  expect(["Asia/Shanghai", "UTC", "America/Argentina/Buenos_Aires"].every(isZone)).toBe(true);
  expect(["", "CST", "+08:00", "Asia", "Asia/Nowhere", "../etc"].some(isZone)).toBe(false);
});

test.each([
  ["Berlin", "Europe/Berlin"],
  ["柏林", "Europe/Berlin"],
  ["上海", "Asia/Shanghai"],
  ["北京时间", "Asia/Shanghai"],
  ["深圳市", "Asia/Shanghai"],
  ["New York", "America/New_York"],
  ["  new   york ", "America/New_York"],
  ["asia/shanghai", "Asia/Shanghai"],
  ["Asia/Kolkata", "Asia/Kolkata"],
  ["Singapore", "Asia/Singapore"],
  ["旧金山", "America/Los_Angeles"],
  ["Lisbon", "Europe/Lisbon"],
  ["UTC", "UTC"],
  ["UTC+8", "Etc/GMT-8"],
  ["东八区", "Etc/GMT-8"],
  ["東8區", "Etc/GMT-8"],
  ["西十一区时间", "Etc/GMT+11"],
  ["GMT-03:00", "Etc/GMT+3"],
])("%s is found as %s", (text, zone) => {
  expect(findZone(text)).toBe(zone);
});

test.each(["", "Atlantis", "UTC+5:17", "UTC+99", "CST", "x".repeat(200)])(
  "%j is no zone",
  (text) => {
    expect(findZone(text)).toBeNull();
  },
);

test("the kept offset is the zone's own in every minute, whatever was asked before", () => {
  // St. John's and Gaza changed their clocks a minute past midnight, Lord Howe by half an hour, Apia by a day; Monrovia had odd seconds.
  const zones = fc.constantFrom(
    "America/St_Johns",
    "Asia/Gaza",
    "Australia/Lord_Howe",
    "Pacific/Apia",
    "Africa/Monrovia",
    "Asia/Kathmandu",
    "Europe/Berlin",
    "UTC",
  );
  const [from, to] = [Date.UTC(1970, 0, 1), Date.UTC(2040, 0, 1)];
  fc.assert(
    fc.property(zones, fc.integer({ min: from, max: to }), (zone, millis) => {
      const moments = [millis, ...around(changeAfter(zone, millis))];
      for (const moment of moments) {
        const wall = new Date(moment + IANAZone.create(zone).offset(moment) * 60_000).toISOString();
        expect([localDateAt(new Date(moment), zone), localTimeAt(new Date(moment), zone)]).toEqual([
          wall.slice(0, 10),
          wall.slice(11, 16),
        ]);
      }
    }),
  );
});

/** The first millisecond of the zone's next offset, within about a year; else the moment itself. */
function changeAfter(zone: string, millis: number): number {
  const offset = (moment: number): number => IANAZone.create(zone).offset(moment);
  let low = millis;
  for (let month = 0; month < 12 && offset(low + 31 * 86_400_000) === offset(millis); month++)
    low += 31 * 86_400_000;
  let high = low + 31 * 86_400_000;
  if (offset(high) === offset(millis)) return millis;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offset(middle) === offset(millis)) low = middle;
    else high = middle;
  }
  return high;
}

const around = (moment: number): number[] =>
  [-60_001, -60_000, -1, 0, 1, 59_999, 60_000].map((shift) => moment + shift);

test.each([
  ["Asia/Shanghai", "上海", "Shanghai"],
  ["America/New_York", "纽约", "New York"],
  ["Europe/Berlin", "柏林", "Berlin"],
  ["Asia/Kolkata", "加尔各答", "Kolkata"],
  ["America/Anchorage", "Anchorage", "Anchorage"],
  ["Etc/GMT-8", "UTC+8", "UTC+8"],
  ["UTC", "UTC", "UTC"],
])("%s is shown by its city, and read as it stands in a form", (zone, zh, en) => {
  expect([zoneCity(zone, "zh"), zoneCity(zone, "en")]).toEqual([zh, en]);
  for (const locale of ["zh", "en"] as const)
    expect(findZone(writtenZone(zone, locale))).toBe(zone);
});

test("an offset by its Chinese name says nothing of where", () => {
  expect([isOffset("东八区"), isOffset("UTC+8"), isOffset("上海")]).toEqual([true, true, false]);
});
