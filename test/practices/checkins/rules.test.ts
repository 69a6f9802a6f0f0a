import { describe, expect, it } from "vitest";
import { localDate } from "#src/calendar/local-date";
import { createWorkCalendar, type Leave } from "#src/calendar/workdays";
import { decimal } from "#src/language/decimal";
import type { Person, PersonId, TeamId } from "#src/people/person";
import { readYesNo } from "#src/practices/checkins/daily/daily-words";
import type { Priority } from "#src/practices/checkins/model";
import {
  ageOf,
  type Beat,
  blockerLines,
  carryOver,
  currentSlot,
  isExpected,
  mayRead,
  onTime,
  type Outcome,
  outcomeOf,
  partOfWeek,
  presumed,
  slotOfWeek,
  slotsAhead,
  slotsUntil,
  streak,
  thisWeek,
  totals,
} from "#src/practices/checkins/rules";

const beat = (
  zone: string,
  country: string,
  leave: readonly Leave[] = [],
  rhythm: Beat["rhythm"] = { weekday: 1, opens: "09:00" },
): Beat => ({
  rhythm,
  zone,
  workdays: createWorkCalendar({ country }),
  present: createWorkCalendar({ country, leave: [...leave] }),
});
const shanghai = beat("Asia/Shanghai", "CN");
const day = (from: string, to = from): Leave => ({ from: localDate(from), to: localDate(to) });

describe("slots", () => {
  it("open at nine of the person's own clock, remind at eleven, are due at noon and summed up at two", () => {
    const slot = slotOfWeek(localDate("2026-11-16"), shanghai)!;
    expect([slot.day, slot.opensAt, slot.remindAt, slot.dueAt, slot.digestAt].map(String)).toEqual(
      [
        "2026-11-16",
        new Date("2026-11-16T01:00:00Z"),
        new Date("2026-11-16T03:00:00Z"),
        new Date("2026-11-16T04:00:00Z"),
        new Date("2026-11-16T06:00:00Z"),
      ].map(String),
    );
    expect(slotOfWeek(localDate("2026-11-16"), beat("Europe/Berlin", "DE"))!.opensAt).toEqual(
      new Date("2026-11-16T08:00:00Z"),
    );
  });

  it.each([
    ["a holiday: the day after May Day's holiday", "2026-05-04", "2026-05-06"],
    ["the National Day week", "2026-10-05", "2026-10-08"],
    ["an ordinary Monday", "2026-11-16", "2026-11-16"],
  ])("%s", (_, week, expected) => {
    expect(slotOfWeek(localDate(week), shanghai)?.day).toBe(expected);
  });

  it("leave out a week without a workday", () => {
    expect(slotOfWeek(localDate("2026-02-16"), shanghai)).toBeNull();
  });

  it("are excused by leave, which does not move them", () => {
    const away = beat("Asia/Shanghai", "CN", [day("2026-11-16")]);
    expect(slotOfWeek(localDate("2026-11-16"), away)).toMatchObject({
      day: "2026-11-16",
      excused: true,
    });
    expect(slotOfWeek(localDate("2026-11-23"), away)).toMatchObject({ excused: false });
  });

  it.each([
    ["Sunday still belongs to the last one", "2026-11-15T10:00:00Z", "2026-11-09"],
    [
      "the day itself belongs to the new one, before it opens too",
      "2026-11-16T00:30:00Z",
      "2026-11-16",
    ],
    ["late in the week", "2026-11-20T10:00:00Z", "2026-11-16"],
  ])("%s", (_, now, week) => {
    expect(currentSlot(new Date(now), shanghai)?.week).toBe(week);
  });

  it("may lie on another day, and move into the next week", () => {
    const fridays = beat("Asia/Shanghai", "CN", [], { weekday: 5, opens: "13:30" });
    expect(slotOfWeek(localDate("2026-09-28"), fridays)).toMatchObject({ day: "2026-10-08" });
    expect(currentSlot(new Date("2026-11-19T10:00:00Z"), fridays)?.week).toBe("2026-11-09");
    expect(slotOfWeek(localDate("2026-11-16"), fridays)!.digestAt).toEqual(
      new Date("2026-11-20T09:30:00Z"),
    );
  });

  it("lie ahead until their summary is out", () => {
    expect(slotsAhead(new Date("2026-11-16T05:59:00Z"), shanghai)[0]?.week).toBe("2026-11-16");
    expect(slotsAhead(new Date("2026-11-16T06:00:00Z"), shanghai)[0]?.week).toBe("2026-11-23");
    expect(
      slotsUntil(new Date("2026-11-16T06:00:00Z"), shanghai, 3).map((each) => each.week),
    ).toEqual(["2026-11-16", "2026-11-09", "2026-11-02"]);
  });
});

describe("what came of a slot", () => {
  const slot = slotOfWeek(localDate("2026-11-16"), shanghai)!;
  const monday = (time: string) => new Date(`2026-11-16T${time}:00Z`);
  it.each<[string, Parameters<typeof outcomeOf>, Outcome]>([
    ["sent in time", [slot, { onTime: true }, monday("03:00"), false], "on-time"],
    ["sent late", [slot, { onTime: false }, monday("09:00"), false], "late"],
    [
      "sent on leave all the same",
      [{ ...slot, excused: true }, { onTime: true }, monday("03:00"), false],
      "on-time",
    ],
    ["on leave", [{ ...slot, excused: true }, null, monday("09:00"), true], "excused"],
    ["not due", [slot, null, monday("03:59"), false], "waiting"],
    ["due at noon sharp", [slot, null, monday("04:00"), false], "owing"],
    ["a later one has opened", [slot, null, monday("09:00"), true], "missed"],
  ])("%s", (_, given, outcome) => {
    expect(outcomeOf(...given)).toBe(outcome);
  });

  it.each<[string, Outcome[], number, number, number]>([
    ["nothing yet", [], 0, 0, 0],
    ["all on time", ["on-time", "on-time"], 2, 2, 2],
    ["late counts in the row, not as on time", ["late", "on-time"], 2, 1, 2],
    ["leave is neutral", ["on-time", "excused", "on-time"], 2, 2, 2],
    ["only leave expects nothing", ["excused", "excused"], 0, 0, 0],
    ["a miss ends the row", ["on-time", "missed", "on-time", "on-time"], 1, 3, 4],
    ["a miss just now", ["missed", "on-time"], 0, 1, 2],
    ["not due is neutral", ["waiting", "on-time"], 1, 1, 1],
    ["due and still open ends nothing yet", ["owing", "on-time"], 1, 1, 2],
  ])("%s", (_, outcomes, row, intime, expected) => {
    expect(streak(outcomes)).toBe(row);
    expect(onTime(outcomes)).toEqual({ onTime: intime, expected });
  });
});

describe("the top three", () => {
  const list: Priority[] = [
    { text: "a", state: "open", carried: false },
    { text: "b", state: "done", carried: false },
    { text: "c", state: "open", carried: true },
  ];
  it("carries over what was chosen and settles the rest", () => {
    expect(carryOver(list, ["carry", "done", "drop"])).toEqual({
      before: [
        { text: "a", state: "carried", carried: false },
        { text: "b", state: "done", carried: false },
        { text: "c", state: "dropped", carried: true },
      ],
      carried: ["a"],
    });
    expect(list.map(presumed)).toEqual(["carry", "done", "carry"]);
  });

  it("keeps what was ticked off when the form is sent again", () => {
    expect(thisWeek(["a"], ["x", "y"], [{ text: "x", state: "done", carried: false }])).toEqual([
      { text: "a", state: "open", carried: true },
      { text: "x", state: "done", carried: false },
      { text: "y", state: "open", carried: false },
    ]);
  });
});

describe("blockers", () => {
  it("are one a line; new ones are raised and those taken out are gone", () => {
    const known = [{ text: "legal" }, { text: "price" }];
    expect(blockerLines("- legal\n\n stock \nstock\r\n", known, known)).toEqual({
      added: ["stock"],
      gone: [{ text: "price" }],
    });
    expect(blockerLines("", known, known)).toEqual({ added: [], gone: known });
    expect(blockerLines("Legal。\nＰＲＩＣＥ", [], known)).toEqual({ added: [], gone: [] });
  });

  it("age in the reader's days", () => {
    const raised = new Date("2026-11-13T17:00:00Z");
    expect(ageOf(raised, localDate("2026-11-16"), "Asia/Shanghai")).toBe(2);
    expect(ageOf(raised, localDate("2026-11-16"), "Europe/Berlin")).toBe(3);
  });
});

describe("who may read", () => {
  const person = (id: string, team: string | null, manager: string | null, admin = false) =>
    ({
      id: id as PersonId,
      teamId: team as TeamId | null,
      managerId: manager as PersonId | null,
      admin,
      leftOn: null,
    }) as Person;
  const author = person("rep", "east", "lead");
  it.each([
    ["the author", author, true, true],
    ["the direct manager", person("lead", null, "boss"), true, true],
    ["the manager's manager", person("boss", null, null), false, false],
    ["a teammate", person("mate", "east", "lead"), false, true],
    ["somebody of another team", person("far", "west", "lead"), false, false],
    ["somebody without a team", person("free", null, null), false, false],
    ["an admin", person("admin", "west", null, true), false, false],
  ])("%s", (_, reader, toManager, toTeam) => {
    expect(mayRead(reader, author, "manager")).toBe(toManager);
    expect(mayRead(reader, author, "team")).toBe(toTeam);
  });

  it("expects one of whoever reports to somebody in a team that checks in", () => {
    expect(isExpected(author, { on: true })).toBe(true);
    expect(isExpected(author, { on: false })).toBe(false);
    expect(isExpected(person("boss", "east", null), { on: true })).toBe(false);
  });
});

it("adds commits up, never across currencies", () => {
  const commit = (value: string, currency: string) => ({
    number: 1,
    title: "",
    value: decimal(value),
    currency,
  });
  expect(totals([commit("0.1", "EUR"), commit("100", "CNY"), commit("0.2", "EUR")])).toEqual([
    { currency: "EUR", value: decimal("0.3") },
    { currency: "CNY", value: decimal("100") },
  ]);
});

it.each([
  ["on", true],
  ["开", true],
  ["OFF", false],
  ["关", false],
  ["", null],
  ["三通电话", null],
])("reads %j behind daily as %s", (line, wanted) => {
  expect(readYesNo(line)).toBe(wanted);
});

it.each([
  ["2026-11-16", 1, "begins"],
  ["2026-11-17", 1, "begins"],
  ["2026-11-19", 1, "goes on"],
  ["2026-11-18", 3, "goes on"],
  ["2026-11-20", 5, "ends"],
  ["2026-11-21", 6, "ends"],
  ["2026-11-23", 5, "goes on"],
] as const)("a slot on %s of a team that writes on day %i: the week %s", (day, weekday, part) => {
  const slot = { week: localDate("2026-11-16"), day: localDate(day) };
  expect(partOfWeek(slot, { weekday })).toBe(part);
});
