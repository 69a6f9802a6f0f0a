import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { houseMessages } from "#src/bot/messages/index";
import { localDate } from "#src/calendar/local-date";
import { createLanguage } from "#src/language/catalogue";
import { asTyped, normalise } from "#src/language/text";
import type { Person, PersonId } from "#src/people/person";
import { starterValues } from "#src/practices/recognition/model";
import { praiseLine, readWords } from "#src/practices/recognition/praise/parse-praise";
import {
  isReason,
  nextMorning,
  valuesOf,
  valueTagged,
  withoutFigures,
} from "#src/practices/recognition/rules";
import { createWorkCalendar } from "#src/calendar/workdays";
import { defaultHours } from "#src/calendar/working-hours";

const person = (name: string, email: string): Person =>
  ({
    id: `00000000-0000-7000-8000-0000000${email.length}${name.length}000` as PersonId,
    name,
    email: `${email}@example.com`,
  }) as Person;
const directory = [
  person("林晓", "linxiao"),
  person("王磊", "wanglei1"),
  person("Renke Petersen", "renke"),
  person("Anna Weber", "anna"),
];
const t = createLanguage().speak(houseMessages, {
  locale: "en",
  zone: "Asia/Shanghai",
  currency: "CNY",
});

function read(typed: string, points = true): string {
  const line = praiseLine().read({
    rest: normalise(typed),
    whole: normalise(typed),
    typed,
    today: localDate("2026-11-11"),
    directory,
    t,
  });
  const words = readWords(line.rest, line.typed, { values: starterValues, points });
  return [
    line.receivers.map((each) => each.name).join("+"),
    words.value?.nameEn ?? "",
    words.points === 0 ? "" : `+${words.points}`,
    words.reason,
  ].join("|");
}

describe("a line of praise", () => {
  it.each([
    [
      "@renke closed the hospital chain in one call #customer-first",
      "Renke Petersen|customer first||closed the hospital chain in one call",
    ],
    ["@林晓 一个电话签下大单", "林晓|||一个电话签下大单"],
    ["@林晓一个电话签下大单＃客户第一", "林晓|customer first||一个电话签下大单"],
    ["林晓 一个电话，签下“大单”", "林晓|||一个电话，签下“大单”"],
    ["@林晓 @王磊 一起拿下续约 #团队协作 +10", "林晓+王磊|teamwork|+10|一起拿下续约"],
    ["@林晓、王磊 一起拿下续约 +10分", "林晓+王磊||+10|一起拿下续约"],
    ["@林晓和@王磊：一起拿下续约", "林晓+王磊|||一起拿下续约"],
    ["@林晓 和客户谈了三个小时", "林晓|||和客户谈了三个小时"],
    [
      "renke and anna for staying until midnight",
      "Renke Petersen+Anna Weber|||for staying until midnight",
    ],
    ["to @renke, for the clean handover", "Renke Petersen|||for the clean handover"],
    ["a great handover @anna did for us", "Anna Weber|||a great handover Anna Weber did for us"],
    ["一下 @王磊 带新人很用心", "王磊|||带新人很用心"],
    [
      "@renke #CustomerFirst rang every clinic twice",
      "Renke Petersen|customer first||rang every clinic twice",
    ],
    ["@renke for the #launch party", "Renke Petersen|||for the #launch party"],
    ["@renke sold +20 beds in May +5", "Renke Petersen|||sold +20 beds in May +5"],
    ["@王磊 又一个电话签下大单+5", "王磊||+5|又一个电话签下大单"],
    ["@王磊！一个电话签下大单 +5积分", "王磊||+5|一个电话签下大单"],
    ["@王磊 一个电话签下大单 +5 pts", "王磊||+5|一个电话签下大单"],
    ["an excellent call", "|||an excellent call"],
  ])("%s", (typed, expected) => {
    expect(read(typed)).toBe(expected);
  });

  it("keeps +10 among the words where there are no points", () => {
    expect(read("@renke revenue up +10", false)).toBe("Renke Petersen|||revenue up +10");
  });

  it("refuses a name it does not know, or that several answer to", () => {
    expect(() => read("@小明 一个电话签下大单")).toThrow(/anyone called/);
  });

  it("never fails but with a refusal, whatever is typed", () => {
    const parts = fc.constantFrom(
      "@",
      "林晓",
      "renke",
      " ",
      "and",
      "#",
      "客户第一",
      "+10",
      "，",
      "——",
      "一个电话",
      "x",
      "{",
      "}",
    );
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 12 }), (words) => {
        try {
          expect(read(words.join("")).split("|")).toHaveLength(4);
        } catch (error) {
          expect((error as Error).name).toBe("Refusal");
        }
      }),
    );
  });
});

describe("words as typed", () => {
  it.each([
    ["表扬@王磊 了不起——真的！“好”", '了不起--真的!"好"', "了不起——真的！“好”"],
    ["praise @x it’s ５０ calls", "it's 50 calls", "it’s ５０ calls"],
    ["abc", "xyz", "xyz"],
    ["", "", ""],
  ])("%s", (typed, reads, expected) => {
    expect(asTyped(typed, reads)).toBe(expected);
  });

  it("read the same, whatever is typed", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", maxLength: 30 }),
        fc.string({ unit: "grapheme", maxLength: 30 }),
        (before, words) => {
          const found = asTyped(`${before} ${words}`, normalise(words));
          const loose = (text: string) => normalise(text).replaceAll(/[\s-]/gu, "");
          expect(loose(found)).toBe(loose(words));
        },
      ),
    );
  });
});

describe("a reason", () => {
  it.each([
    ["签下大单", true],
    ["签大单", false],
    ["closed the deal", true],
    ["well done", false],
    ["搞定 the deal", true],
    ["!!! ??? ...", false],
    ["👍👍👍👍", false],
    ["", false],
  ])("%j is enough: %s", (text, enough) => {
    expect(isReason(text)).toBe(enough);
  });
});

describe("values", () => {
  it("are found by either name, however it is written", () => {
    for (const tag of ["customer-first", "CustomerFirst", "customer_first", "客户第一"])
      expect(valueTagged(tag, starterValues)?.nameEn).toBe("customer first");
    expect(valueTagged("customer", starterValues)).toBeNull();
    expect(valueTagged("teamwork", [{ ...starterValues[1]!, active: false }])).toBeNull();
  });

  it("are those that ship as an admin changed them, then the admin's own", () => {
    const changed = { ...starterValues[0]!, nameEn: "patients first" };
    const own = { ...starterValues[0]!, id: "own" as (typeof changed)["id"], nameEn: "pace" };
    expect(valuesOf([own, changed]).map((each) => each.nameEn)).toEqual([
      "patients first",
      ...starterValues.slice(1).map((each) => each.nameEn),
      "pace",
    ]);
  });
});

describe("a name with a figure in it", () => {
  it.each([
    ["80 %", "80 %"],
    ["80%", "80%"],
    ["60万", null],
    ["first 12 demos", null],
    ["签约", "签约"],
    ["两百万", null],
  ])("%s is shown without a tick as %s", (name, expected) => {
    expect(withoutFigures(name)).toBe(expected);
  });
});

describe("the receiver's morning", () => {
  const shanghai = { zone: "Asia/Shanghai", hours: defaultHours };
  const calendar = createWorkCalendar({ country: "CN", workweek: [1, 2, 3, 4, 5] });
  it.each([
    ["2026-11-11T02:00:00Z", null],
    ["2026-11-11T04:30:00Z", null], // lunch
    ["2026-11-11T10:30:00Z", "2026-11-12T01:00:00.000Z"],
    ["2026-11-10T22:30:00Z", "2026-11-11T01:00:00.000Z"],
    ["2026-11-13T10:30:00Z", "2026-11-16T01:00:00.000Z"],
  ])("after %s is %s", (now, morning) => {
    expect(nextMorning(new Date(now), shanghai, calendar)?.toISOString() ?? null).toBe(morning);
  });
});
