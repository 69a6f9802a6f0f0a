import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { keysOf } from "#src/people/name-keys";
import { exactName, peopleLike, peopleNamedAt } from "#src/people/naming";
import type { Person, PersonId } from "#src/people/person";

const person = (n: number, name: string, email: string | null): Person => ({
  id: `00000000-0000-7000-8000-${String(n).padStart(12, "0")}` as PersonId,
  name,
  email,
  locale: "zh",
  zone: "Asia/Shanghai",
  country: "CN",
  placeFrom: "platform",
  hours: { start: "09:00", end: "18:00", breaks: [] },
  workweek: [1, 2, 3, 4, 5],
  admin: false,
  teamId: null,
  managerId: null,
  assistant: false,
  reports: 0,
  leftOn: null,
});
const linxiao = person(1, "林晓", "linxiao@example.com");
const linxiaoyu = person(2, "林晓雨", "lxy@example.com");
const anna = person(3, "Anna Weber", "a.weber@example.com");
const annaKlein = person(4, "Anna Klein", null);
const maya = person(5, "Maya Collins", "MCollins@Example.com");
const everybody = [linxiao, linxiaoyu, anna, annaKlein, maya];

const named = (text: string, start = 0) => {
  const { people, end } = peopleNamedAt(text, start, everybody);
  return { names: people.map((each) => each.name), rest: text.slice(end) };
};

describe("naming a person", () => {
  it.each([
    ["Anna Weber 12k", ["Anna Weber"], " 12k"],
    ["anna weber, thanks", ["Anna Weber"], ", thanks"],
    ["Maya 12k", ["Maya Collins"], " 12k"],
    ["collins", ["Maya Collins"], ""],
    ["林晓 12万", ["林晓"], " 12万"],
    ["linxiao 12万", ["林晓"], " 12万"],
    ["LINXIAOYU", ["林晓雨"], ""],
    ["lxy 3", ["林晓雨"], " 3"],
    ["a.weber 3", ["Anna Weber"], " 3"],
    ["mcollins 3", ["Maya Collins"], " 3"],
    ["mcollins@example.com 3", ["Maya Collins"], " 3"],
  ])("%s names %j and leaves %j", (text, names, rest) => {
    expect(named(text)).toEqual({ names, rest });
  });

  it.each([
    ["林晓报12万", "林晓", "报12万"],
    ["林晓雨报12万", "林晓雨", "报12万"],
    ["林晓12万", "林晓", "12万"],
    ["linxiao报12万", "林晓", "报12万"],
    ["Maya报3万", "Maya Collins", "报3万"],
  ])("%s needs no space: the longest name wins", (text, name, rest) => {
    expect(named(text)).toEqual({ names: [name], rest });
  });

  it.each([
    ["anna 12k", ["Anna Weber", "Anna Klein"], " 12k"],
    ["ann 12k", ["Anna Weber", "Anna Klein"], " 12k"],
    ["林 12万", ["林晓", "林晓雨"], " 12万"],
    ["linx 12万", ["林晓", "林晓雨"], " 12万"],
    ["may 3", ["Maya Collins"], " 3"],
  ])("the beginning %s may be %j", (text, names, rest) => {
    expect(named(text)).toEqual({ names, rest });
  });

  it.each(["Nobody 12k", "Mayan 3", "nna weber", "", " Maya"])("%j names nobody", (text) => {
    expect(named(text).names).toEqual([]);
  });

  it("reads from where the name starts", () => {
    expect(named("log 12k for maya today", 12)).toEqual({
      names: ["Maya Collins"],
      rest: " today",
    });
  });

  it("knows exactly one person by the form the bot writes itself", () => {
    for (const each of everybody)
      expect(named(`${exactName(each)} 12k`)).toEqual({ names: [each.name], rest: " 12k" });
    expect(named("{00000000-0000-7000-8000-999999999999} 12k")).toEqual({
      names: [],
      rest: " 12k",
    });
  });

  it("finds whoever is called by any of their own keys", () => {
    for (const each of everybody)
      for (const key of keysOf(each))
        expect(peopleNamedAt(key, 0, everybody).people).toContain(each);
  });

  it("never fails and never reads beyond the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 40 }), fc.nat(45), (text, start) => {
        const at = Math.min(start, text.length);
        const { end } = peopleNamedAt(text, at, everybody);
        expect(end).toBeGreaterThanOrEqual(at);
        expect(end).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});

describe("a directory as real companies keep it", () => {
  const jose = person(11, "José Müller", "jose.mueller@example.com");
  const weber = person(12, "Weber, Anna (Sales DE)", "anna.weber@example.com");
  const party = person(13, "🎉 Tom Ford 🚀", null);
  const lily = person(14, "林晓（Lily）", null);
  const zhang = person(15, "張偉", null);
  const region = person(16, "王建设-华东区", null);
  const obrien = person(17, "Conor O’Brien", null);
  const soren = person(18, "Søren Ørsted", null);
  const twin1 = person(19, "王磊", "wang.lei@example.com");
  const twin2 = person(20, "王磊", "wanglei2@example.com");
  const von = person(21, "Eva von der Heide | Key Accounts", null);
  const company = [jose, weber, party, lily, zhang, region, obrien, soren, twin1, twin2, von];

  // What is typed, whom it names, and what is left behind the name.
  it.each([
    ["Jose closed it", [jose], " closed it"],
    ["José closed it", [jose], " closed it"],
    ["muller closed it", [jose], " closed it"],
    ["Mueller closed it", [jose], " closed it"],
    ["JOSE MUELLER closed it", [jose], " closed it"],
    ["Jose\u0301 Mu\u0308ller closed it", [jose], " closed it"],
    ["Anna Weber closed it", [weber], " closed it"],
    ["Weber, Anna closed it", [weber], " closed it"],
    ["Weber, Anna (Sales DE) closed it", [weber], " closed it"],
    ["weber anna closed it", [weber], " closed it"],
    ["anna. Great work", [weber], ". Great work"],
    ["anna's demo", [weber], "'s demo"],
    ["Tom Ford closed it", [party], " closed it"],
    ["🎉 Tom Ford 🚀 closed it", [party], " closed it"],
    ["tom closed it", [party], " closed it"],
    ["Lily 签下大单", [lily], " 签下大单"],
    ["林晓签下大单", [lily], "签下大单"],
    ["林曉签下大单", [lily], "签下大单"],
    ["lin xiao closed it", [lily], " closed it"],
    ["Xiao Lin closed it", [lily], " closed it"],
    ["张伟签下大单", [zhang], "签下大单"],
    ["張偉签下大单", [zhang], "签下大单"],
    ["王建设 签下大单", [region], " 签下大单"],
    ["建设 签下大单", [region], " 签下大单"],
    ["Conor O'Brien closed it", [obrien], " closed it"],
    ["o'brien closed it", [obrien], " closed it"],
    ["soren closed it", [soren], " closed it"],
    ["Orsted closed it", [soren], " closed it"],
    ["王磊 签下大单", [twin1, twin2], " 签下大单"],
    ["wanglei2 签下大单", [twin2], " 签下大单"],
    ["eva von der heide closed it", [von], " closed it"],
    ["heide closed it", [von], " closed it"],
  ])("%s", (typed, people, rest) => {
    const found = peopleNamedAt(typed, 0, company);
    expect(found.people.map((each) => each.name)).toEqual(people.map((each) => each.name));
    expect(typed.slice(found.end)).toBe(rest);
  });

  it.each([
    "anna-lena closed it",
    "anna_wfh closed it",
    "sales in Q4",
    "von closed it",
    "anna.klein@example.com",
  ])("%s names nobody of them", (typed) => {
    expect(peopleNamedAt(typed, 0, company).people).toEqual([]);
  });

  it.each([
    ["章伟", [zhang]],
    ["Joze", [jose]],
    ["Connor", [obrien]],
    ["Bob", []],
    ["李雷", []],
  ])("%s is like %j: asked about, never taken", (typed, people) => {
    expect(peopleLike(typed, company)).toEqual(people);
    expect(peopleNamedAt(typed, 0, company).people).toEqual([]);
  });
});
