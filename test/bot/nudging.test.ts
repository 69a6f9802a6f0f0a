// When somebody may be spoken to, how often and in which order: the rules alone, without a database.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  compareDates,
  localDate,
  startOfWeek,
  type LocalDate,
} from "#src/calendar/local-date";
import { nextSlots, type Weekly } from "#src/calendar/recurrence";
import { createWorkCalendar } from "#src/calendar/workdays";
import { defaultHours, isWorkMoment, type WorkingHours } from "#src/calendar/working-hours";
import { instantAt, localDateAt, localTimeAt } from "#src/calendar/zones";
import {
  budget,
  bundleMs,
  catchUpMs,
  dueTime,
  willCome,
  everyDays,
  inOrder,
  mostAtOnce,
  mustWait,
  nextMoment,
  nudgeOfDay,
  priorities,
  putOff,
  snoozedUntil,
  snoozes,
  whenBudgetReturns,
  whyNot,
  type Availability,
} from "#src/bot/remind/rules";
import type { Slot } from "#src/ports/delivery/schedule";

interface Who {
  readonly zone?: string;
  readonly country?: string;
  readonly hours?: WorkingHours;
  readonly workweek?: number[];
  readonly leave?: { from: LocalDate; to: LocalDate }[];
}
function person({
  zone = "Europe/Berlin",
  country = "DE",
  hours = defaultHours,
  workweek = [1, 2, 3, 4, 5],
  leave = [],
}: Who = {}): Availability {
  const own = { country, workweek, overrides: new Map<LocalDate, "workday" | "holiday">() };
  return {
    zone,
    hours,
    workdays: createWorkCalendar(own),
    present: createWorkCalendar({ ...own, leave }),
  };
}
const berlin = person();
const shanghai = person({ zone: "Asia/Shanghai", country: "CN" });
const d = localDate;
const at = (date: string, time: string, who = berlin) => instantAt(d(date), time, who.zone);
const local = (instant: Date, who = berlin) =>
  `${localDateAt(instant, who.zone)} ${localTimeAt(instant, who.zone)}`;
const slot = (rest: Partial<Slot> = {}): Slot => ({
  rule: "a.b",
  subject: "s",
  slotAt: at("2026-11-16", "09:00"),
  dueAt: at("2026-11-16", "09:00"),
  until: at("2026-11-18", "00:00"),
  ...rest,
});

describe("when somebody may be spoken to", () => {
  it.each([
    ["2026-11-16", "08:59", "outside hours", "2026-11-16 09:00"],
    ["2026-11-16", "12:00", "outside hours", "2026-11-16 13:30"],
    ["2026-11-16", "18:00", "outside hours", "2026-11-17 09:00"],
    ["2026-11-20", "18:00", "outside hours", "2026-11-23 09:00"],
    ["2026-11-21", "10:00", "day off", "2026-11-23 09:00"],
    ["2026-12-25", "10:00", "day off", "2026-12-28 09:00"],
  ])("not on %s at %s: %s, until %s", (date, time, reason, until) => {
    const wait = mustWait(at(date, time), berlin, null)!;
    expect([wait.reason, local(wait.until)]).toEqual([reason, until]);
  });

  it("at every moment of their work hours", () => {
    for (const time of ["09:00", "11:59", "13:30", "17:59"])
      expect(mustWait(at("2026-11-16", time), berlin, null)).toBeNull();
  });

  it("not on leave, and not on China's National Day, but on the make-up workday", () => {
    const away = person({ leave: [{ from: d("2026-11-16"), to: d("2026-11-18") }] });
    expect(mustWait(at("2026-11-17", "10:00"), away, null)).toEqual({
      until: at("2026-11-19", "09:00"),
      reason: "away",
    });
    expect(mustWait(at("2026-10-01", "10:00", shanghai), shanghai, null)).toEqual({
      until: at("2026-10-08", "09:00", shanghai),
      reason: "day off",
    });
    // A weekend that is worked in exchange for the holidays.
    expect(mustWait(at("2026-10-10", "10:00", shanghai), shanghai, null)).toBeNull();
  });

  it("not before the day on which a pause ends, and never while it has no end", () => {
    expect(mustWait(at("2026-11-16", "10:00"), berlin, d("2026-11-20"))).toEqual({
      until: at("2026-11-20", "09:00"),
      reason: "paused",
    });
    expect(mustWait(at("2026-11-20", "10:00"), berlin, d("2026-11-20"))).toBeNull();
    for (const workweek of [[1, 2, 3, 4, 5], [1, 2, 3, 4, 7], [6]]) {
      for (const [country, zone] of [
        ["CN", "Asia/Shanghai"],
        ["DE", "Europe/Berlin"],
        ["US", "America/New_York"],
        ["AE", "Asia/Dubai"],
      ] as const) {
        const wait = mustWait(
          at("2026-11-16", "10:00"),
          person({ workweek, country, zone }),
          d("9999-12-31"),
        )!;
        expect(wait.reason).toBe("paused");
        expect(wait.until.getTime()).toBeGreaterThan(Date.parse("9998-01-01"));
      }
    }
  });

  it("not for years while a leave has no end, and nothing breaks by it", () => {
    const away = person({ leave: [{ from: d("2026-11-16"), to: d("9999-12-31") }] });
    expect(mustWait(at("2026-11-17", "10:00"), away, null)).toMatchObject({ reason: "away" });
    expect(
      dueTime(
        at("2026-11-17", "09:00"),
        at("2026-12-01", "00:00"),
        at("2026-11-16", "08:00"),
        away,
      ),
    ).toEqual(at("2026-11-17", "09:00"));
  });

  it("is always a moment of work, never before the one asked for, and itself allowed", () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date("2026-01-01"), max: new Date("2027-12-31"), noInvalidDate: true }),
        fc.constantFrom(berlin, shanghai, person({ zone: "America/New_York", country: "US" })),
        (instant, who) => {
          const moment = nextMoment(instant, who);
          expect(moment.getTime()).toBeGreaterThanOrEqual(instant.getTime());
          expect(isWorkMoment(moment, who.zone, who.hours, who.present)).toBe(true);
          expect(mustWait(moment, who, null)).toBeNull();
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe("the days on which clocks change", () => {
  const nights = person({
    hours: { start: "02:30", end: "10:00", breaks: [] },
    workweek: [1, 2, 3, 4, 5, 6, 7],
    country: "DE",
  });
  const nextSlot = (rule: Weekly, after: Date): Date => nextSlots(rule, after, 1)[0]!;
  const sunday: Weekly = { weekday: 7, time: "02:30", zone: "Europe/Berlin" };

  it("moves an hour that does not exist forward, once", () => {
    const first = nextSlot(sunday, at("2027-03-27", "12:00"));
    expect(first.toISOString()).toBe("2027-03-28T01:30:00.000Z");
    expect(local(first)).toBe("2027-03-28 03:30");
    expect(nextMoment(first, nights).getTime()).toBe(first.getTime());
    expect(local(nextSlot(sunday, first))).toBe("2027-04-04 02:30");
    // Work hours that begin in the hour that is not there begin when the clock has moved on.
    expect(nextMoment(at("2027-03-28", "00:00"), nights).toISOString()).toBe(
      "2027-03-28T01:30:00.000Z",
    );
  });

  it("fires once in an hour that exists twice", () => {
    const first = nextSlot(sunday, at("2026-10-24", "12:00"));
    expect(first.toISOString()).toBe("2026-10-25T00:30:00.000Z");
    expect(dueTime(first, new Date(first.getTime() + 3_600_000), first, nights)).toEqual(first);
    // An hour later the clock shows 02:30 again: the next one is in a week.
    expect(local(nextSlot(sunday, new Date("2026-10-25T01:00:00Z")))).toBe("2026-11-01 02:30");
    expect(local(nextSlot(sunday, first))).toBe("2026-11-01 02:30");
  });

  it("keeps nine o'clock at nine o'clock", () => {
    const monday: Weekly = { weekday: 1, time: "09:00", zone: "Europe/Berlin" };
    expect(nextSlot(monday, at("2026-10-24", "12:00")).toISOString()).toBe(
      "2026-10-26T08:00:00.000Z",
    );
    expect(nextSlot(monday, at("2027-03-27", "12:00")).toISOString()).toBe(
      "2027-03-29T07:00:00.000Z",
    );
  });
});

describe("the budget", () => {
  it.each([
    [[], 1],
    [["2026-11-18"], 2],
    [["2026-11-18", "2026-11-18"], null],
    [["2026-11-15", "2026-11-15"], 1],
    [["2026-11-16", "2026-11-16", "2026-11-17", "2026-11-17", "2026-11-18"], 2],
    [["2026-11-16", "2026-11-16", "2026-11-17", "2026-11-17", "2026-11-16", "2026-11-17"], null],
  ])("after %j the nudge on Wednesday is number %s", (taken, nth) => {
    expect(nudgeOfDay(d("2026-11-18"), taken.map(d))).toBe(nth);
  });

  it("never lets more than two a day or six a week through, whatever came when", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 60 }), (days) => {
        const taken: LocalDate[] = [];
        for (const n of days.toSorted((a, b) => a - b)) {
          const today = addDays(d("2026-11-16"), n);
          if (nudgeOfDay(today, taken) !== null) taken.push(today);
        }
        for (const date of taken) {
          expect(taken.filter((each) => each === date).length).toBeLessThanOrEqual(budget.aDay);
          expect(
            taken.filter((each) => compareDates(startOfWeek(each), startOfWeek(date)) === 0).length,
          ).toBeLessThanOrEqual(budget.aWeek);
        }
      }),
    );
  });

  it("comes back tomorrow, or on Monday when the week is full", () => {
    const now = at("2026-11-18", "15:00");
    expect(local(whenBudgetReturns(now, berlin, [d("2026-11-18"), d("2026-11-18")]))).toBe(
      "2026-11-19 09:00",
    );
    expect(
      local(
        whenBudgetReturns(
          now,
          berlin,
          Array.from({ length: 6 }, () => d("2026-11-17")),
        ),
      ),
    ).toBe("2026-11-23 09:00");
    expect(
      local(
        whenBudgetReturns(at("2026-11-20", "15:00"), berlin, [d("2026-11-20"), d("2026-11-20")]),
      ),
    ).toBe("2026-11-23 09:00");
  });
});

describe("a slot", () => {
  const none = { muted: [], pausedUntil: null };
  const due = slot().dueAt.getTime();
  it.each([
    ["is said when it is due", 0, none, true, null],
    ["is said four hours late", catchUpMs, none, true, null],
    ["is missed after that", catchUpMs + 1, none, true, "missed"],
    ["is missed when the clock jumped by days", 3 * 86_400_000, none, true, "missed"],
    ["is not said when it was muted", 0, { muted: ["a.b"], pausedUntil: null }, true, "muted"],
    ["is not said when another kind was", 0, { muted: ["a.c"], pausedUntil: null }, true, null],
    ["of a rule that is gone is not said", 0, none, false, "unknown rule"],
  ])("%s", (_title, late, choices, known, reason) => {
    expect(whyNot(slot(), new Date(due + late), choices, known)).toBe(reason);
  });

  it("expires at its own end", () => {
    expect(
      whyNot(slot({ until: new Date(due + 60_000) }), new Date(due + 60_000), none, true),
    ).toBeNull();
    expect(
      whyNot(slot({ until: new Date(due + 60_000) }), new Date(due + 60_001), none, true),
    ).toBe("expired");
  });

  it("waits when there is time, and is let pass when it would be over", () => {
    const until = at("2026-11-17", "09:00");
    expect(putOff(slot(), { until, reason: "budget" })).toEqual({
      slot: { ...slot(), dueAt: until },
      reason: "budget",
      outcome: "moved",
    });
    expect(
      putOff(slot({ until: at("2026-11-17", "08:59") }), { until, reason: "budget" }),
    ).toMatchObject({ outcome: "let pass", reason: "budget" });
  });

  it("is due in work hours, at once when its time has passed, at its own time when it is over before them, and never afterwards", () => {
    const saturday = at("2026-11-21", "09:00");
    expect(
      local(dueTime(saturday, at("2026-11-30", "00:00"), at("2026-11-16", "10:00"), berlin)!),
    ).toBe("2026-11-23 09:00");
    expect(dueTime(saturday, at("2026-11-22", "00:00"), at("2026-11-16", "10:00"), berlin)).toEqual(
      saturday,
    );
    expect(willCome({ dueAt: saturday, until: at("2026-11-22", "00:00") }, berlin)).toBe(false);
    expect(willCome({ dueAt: saturday, until: at("2026-11-30", "00:00") }, berlin)).toBe(true);
    expect(
      dueTime(saturday, at("2026-11-22", "00:00"), at("2026-11-22", "01:00"), berlin),
    ).toBeNull();
    expect(
      local(
        dueTime(
          at("2026-11-16", "09:00"),
          at("2026-11-18", "00:00"),
          at("2026-11-16", "15:00"),
          berlin,
        )!,
      ),
    ).toBe("2026-11-16 15:00");
  });
});

describe("one message", () => {
  const part = (priority: (typeof priorities)[number], minute: number) => ({
    priority,
    slot: slot({ slotAt: new Date(slot().slotAt.getTime() + minute * 60_000) }),
  });

  it("has the most important first, then the earliest, and at most four things", () => {
    const parts = [
      part("habit", 0),
      part("digest", 5),
      part("asked", 9),
      part("due today", 3),
      part("asked", 1),
    ];
    const order = inOrder(parts);
    expect(order.now.map((each) => each.priority)).toEqual([
      "due today",
      "asked",
      "asked",
      "digest",
    ]);
    expect(order.now[1]).toBe(parts[4]);
    expect(order.later).toEqual([parts[0]]);
    expect([mostAtOnce, bundleMs]).toEqual([4, 3_600_000]);
  });

  it("loses nothing and doubles nothing", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...priorities), fc.integer({ min: 0, max: 60 }))),
        (made) => {
          const parts = made.map(([priority, minute]) => part(priority, minute));
          const { now, later } = inOrder(parts);
          expect(new Set([...now, ...later])).toEqual(new Set(parts));
          expect(now.length + later.length).toBe(parts.length);
          const ranks = [...now, ...later].map((each) => priorities.indexOf(each.priority));
          expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
        },
      ),
    );
  });
});

describe("later", () => {
  it.each([
    ["hour", "2026-11-16", "10:00", "2026-11-16 11:00"],
    ["hour", "2026-11-16", "11:30", "2026-11-16 13:30"],
    ["hour", "2026-11-20", "17:30", "2026-11-23 09:00"],
    ["tomorrow", "2026-11-16", "10:00", "2026-11-17 09:00"],
    ["tomorrow", "2026-11-20", "10:00", "2026-11-23 09:00"],
    ["next week", "2026-11-16", "10:00", "2026-11-23 09:00"],
    ["next week", "2026-11-22", "10:00", "2026-11-23 09:00"],
  ] as const)("%s on %s at %s is %s", (to, date, time, again) => {
    expect(local(snoozedUntil(to, at(date, time), berlin))).toBe(again);
  });

  it("always lies ahead, in work hours", () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date("2026-01-01"), max: new Date("2027-12-31"), noInvalidDate: true }),
        fc.constantFrom(...snoozes),
        (now, to) => {
          const again = snoozedUntil(to, now, shanghai);
          expect(again.getTime()).toBeGreaterThan(now.getTime());
          expect(mustWait(again, shanghai, null)).toBeNull();
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe("what comes again while nothing changes", () => {
  it.each([
    ["2026-11-01", "2026-11-01", "2026-11-15"],
    ["2026-11-01", "2026-11-15", "2026-11-15"],
    ["2026-11-01", "2026-11-16", "2026-11-29"],
    ["2026-11-20", "2026-11-01", "2026-12-04"],
  ])("from %s, every 14 days, on %s is on %s", (from, today, next) => {
    expect(everyDays(d(from), 14, d(today))).toBe(next);
  });
});
