// Codes, wrong ones, and who the two become.
import { describe, expect, it, test } from "vitest";
import {
  codeFrom,
  mergedInto,
  readCode,
  rightsOf,
  twinsOf,
  typedLately,
} from "#src/practices/accounts/rules";
import { defaultHours } from "#src/calendar/working-hours";
import type { Person, PersonId, TeamId } from "#src/people/person";

const now = new Date("2026-11-11T02:00:00Z");
const person = (id: string, more: Partial<Person> = {}): Person => ({
  id: id as PersonId,
  seq: Number(id),
  name: id,
  email: null,
  locale: "en",
  zone: "UTC",
  country: "US",
  placeFrom: "platform",
  hours: defaultHours,
  workweek: [1, 2, 3, 4, 5],
  admin: false,
  teamId: null,
  managerId: null,
  assistant: false,
  reports: 0,
  leftOn: null,
  ...more,
});

test.each([
  ["123456", "123456"],
  [" 123 456 ", "123456"],
  ["123-456", "123456"],
  ["12345", null],
  ["1234567", null],
  ["abc", null],
])("%j is read as %j", (text, code) => {
  expect(readCode(text)).toBe(code);
});

it("a code has six digits, from an id's random part", () => {
  expect(codeFrom("01920000-0000-7000-8000-00000000002a")).toBe("000042");
  expect(codeFrom("01920000-0000-7000-8000-ffffffffffff")).toMatch(/^\d{6}$/);
});

it("codes that were typed count together while the last one is fresh", () => {
  expect(typedLately(null, now)).toBe(0);
  expect(typedLately({ typed: 3, at: new Date(now.getTime() - 9 * 60_000) }, now)).toBe(3);
  expect(typedLately({ typed: 5, at: new Date(now.getTime() - 10 * 60_000) }, now)).toBe(0);
});

it("what somebody may beyond their own things is named, and nothing where there is nothing", () => {
  expect(rightsOf(person("01"))).toBeNull();
  expect(rightsOf(person("01", { reports: 4, assistant: true }))).toEqual({
    admin: false,
    leads: 4,
    assistant: true,
  });
});

describe("the two who become one", () => {
  it("are set up as whoever was here first, with what that one had not from the other", () => {
    const first = person("01", {
      name: "林晓",
      locale: "zh",
      zone: "Asia/Shanghai",
      teamId: "east" as TeamId,
    });
    const second = person("02", {
      name: "Xiao",
      email: "xiao@example.com",
      admin: true,
      teamId: "all" as TeamId,
      managerId: "03" as PersonId,
    });
    const wanted = {
      name: "林晓",
      email: "xiao@example.com",
      locale: "zh",
      zone: "Asia/Shanghai",
      admin: true,
      teamId: "east",
      managerId: "03",
    };
    expect(mergedInto(first, second)).toMatchObject(wanted);
    expect(mergedInto(second, first)).toMatchObject(wanted);
  });

  it("never manage themselves", () => {
    expect(
      mergedInto(person("01", { managerId: "02" as PersonId }), person("02")).managerId,
    ).toBeNull();
    expect(
      mergedInto(
        person("01", { managerId: "02" as PersonId }),
        person("02", { managerId: "03" as PersonId }),
      ).managerId,
    ).toBe("03");
  });
});

it("an equal e-mail proposes, whatever its case, and nobody is their own twin", () => {
  const one = person("01", { email: "Xiao@example.com" });
  const two = person("02", { email: "xiao@example.com" });
  expect(twinsOf(one, [one, two])).toEqual([two]);
  expect(twinsOf(one, [one, person("03"), person("04", { email: "" })])).toEqual([]);
  expect(twinsOf(person("05"), [one, person("03")])).toEqual([]);
});
