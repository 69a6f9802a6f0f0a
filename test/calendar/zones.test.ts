import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { localDate } from "#src/calendar/local-date";
import { findZone, instantAt, isZone, localDateAt, localTimeAt, zoneSchema } from "#src/calendar/zones";

const at = (date: string, time: string, zone: string): string => instantAt(localDate(date), time, zone).toISOString();

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
    const zones = fc.constantFrom("Asia/Shanghai", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "America/Sao_Paulo", "UTC", "Pacific/Auckland");
    const moments = fc.date({ min: new Date("2000-01-01T00:00:00Z"), max: new Date("2040-01-01T00:00:00Z"), noInvalidDate: true });
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
    for (const time of ["24:00", "9:00", "0900", "09:60"]) expect(() => at("2026-11-23", time, "UTC")).toThrow(RangeError);
  });
});

test("a zone is an IANA name with a place", () => {
  expect(["Asia/Shanghai", "UTC", "America/Argentina/Buenos_Aires"].every(isZone)).toBe(true);
  expect(["", "CST", "+08:00", "Asia", "Asia/Nowhere", "../etc"].some(isZone)).toBe(false);
  expect(zoneSchema.safeParse("Asia/Nowhere").success).toBe(false);
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
  ["GMT-03:00", "Etc/GMT+3"],
])("%s is found as %s", (text, zone) => {
  expect(findZone(text)).toBe(zone);
});

test.each(["", "Atlantis", "UTC+5:30", "UTC+99", "CST", "x".repeat(200)])("%j is no zone", (text) => {
  expect(findZone(text)).toBeNull();
});
