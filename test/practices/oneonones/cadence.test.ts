// When two people talk: over zones, leave, holidays and clock changes, and the hour that is proposed to them.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  daysBetween,
  localDate,
  startOfWeek,
  weekday,
  type Weekday,
} from "#src/calendar/local-date";
import { defaultHours, isWorkMoment } from "#src/calendar/working-hours";
import { createWorkCalendar } from "#src/calendar/workdays";
import { localDateAt, localTimeAt, timeOf } from "#src/calendar/zones";
import { cadences, type PairId, type Session } from "#src/practices/oneonones/model";
import {
  isDueIn,
  nextTalk,
  slotsBetween,
  talkNow,
  withoutTalk,
  type Rhythm,
} from "#src/practices/oneonones/rules/cadence";
import { freeHour } from "#src/practices/oneonones/rules/free-slot";

const monday = localDate("2026-09-07");
const until = localDate("2027-01-31");
const places = [
  ["Asia/Shanghai", "CN"],
  ["Europe/Berlin", "DE"],
  ["America/New_York", "US"],
  ["Europe/London", "GB"],
  ["Pacific/Auckland", "NZ"],
] as const;

const side = fc
  .tuple(fc.constantFrom(...places), fc.nat(120), fc.nat(25))
  .map(([[zone, country], from, days]) => ({
    zone,
    present: createWorkCalendar({
      country,
      leave: [{ from: addDays(monday, from), to: addDays(monday, from + days) }],
    }),
  }));
const rhythm: fc.Arbitrary<Rhythm> = fc.record({
  everyWeeks: fc.constantFrom(...cadences),
  weekday: fc.constantFrom<Weekday>(1, 2, 3, 4, 5),
  time: fc.integer({ min: 14, max: 40 }).map((half) => timeOf(half * 30)),
  since: fc.nat(8).map((weeks) => addDays(monday, 7 * weeks)),
  leader: side,
  other: side,
});

describe("a rhythm of two", () => {
  it("falls on days on which both work, in its own week, at the hour of whoever leads it, whatever clocks, holidays and leave do", () => {
    fc.assert(
      fc.property(rhythm, (two) => {
        const slots = slotsBetween(monday, until, two, []);
        for (const { week, at } of slots) {
          const day = localDateAt(at, two.leader.zone);
          expect(two.leader.present.isWorkday(day)).toBe(true);
          expect(two.other.present.isWorkday(localDateAt(at, two.other.zone))).toBe(true);
          expect(startOfWeek(day)).toBe(week);
          expect(localTimeAt(at, two.leader.zone)).toBe(two.time);
          expect(week >= two.since && (daysBetween(two.since, week) / 7) % two.everyWeeks).toBe(0);
        }
        expect(slots.map(({ at }) => at.getTime())).toEqual(
          slots.map(({ at }) => at.getTime()).toSorted((a, b) => a - b),
        );
      }),
      { numRuns: 150 },
    );
  });

  it("keeps its weekday wherever both work then, and leaves a week out only where they share no day of it", () => {
    fc.assert(
      fc.property(rhythm, (two) => {
        const slots = new Map(
          slotsBetween(monday, until, two, []).map((each) => [each.week, each]),
        );
        for (let week = monday; week <= until; week = addDays(week, 7)) {
          if (!isDueIn(week, two)) {
            expect(slots.has(week)).toBe(false);
            continue;
          }
          const shared = [0, 1, 2, 3, 4, 5, 6].filter((ahead) => {
            const alone = { ...two, weekday: (ahead + 1) as Weekday };
            const [slot] = slotsBetween(week, week, alone, []);
            return slot && weekday(localDateAt(slot.at, two.leader.zone)) === ahead + 1;
          });
          const slot = slots.get(week);
          expect(slot !== undefined).toBe(shared.length > 0);
          if (slot && shared.includes(two.weekday - 1))
            expect(weekday(localDateAt(slot.at, two.leader.zone))).toBe(two.weekday);
        }
      }),
      { numRuns: 40 },
    );
  });

  it("is spoken of until somebody says what became of it, then the next one is", () => {
    fc.assert(
      fc.property(rhythm, fc.nat(100), (two, days) => {
        const now = new Date(Date.parse("2026-09-20T00:00:00Z") + days * 86_400_000);
        const slots = slotsBetween(monday, until, two, []);
        const spoken = talkNow(slots, now);
        if (spoken === null) return;
        const said: Session = {
          pair: "p" as PairId,
          week: spoken.week,
          state: "held",
          movedTo: null,
        };
        const after = slotsBetween(monday, until, two, [said]);
        expect(talkNow(after, now)?.week).not.toBe(spoken.week);
        expect(nextTalk(after, now)?.state).not.toBe("held");
        if (spoken.at <= now) expect(withoutTalk(after, now)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it("counts what did not take place since the last one that did, and nothing that was excused", () => {
    const works = { zone: "Europe/Berlin", present: createWorkCalendar({ country: "DE" }) };
    const two: Rhythm = {
      everyWeeks: 1,
      weekday: 2,
      time: "10:00",
      since: monday,
      leader: works,
      other: works,
    };
    const of = (week: string, state: Session["state"]): Session => ({
      pair: "p" as PairId,
      week: localDate(week),
      state,
      movedTo: null,
    });
    const now = new Date("2026-10-02T08:00:00Z");
    const count = (...said: readonly Session[]): number =>
      withoutTalk(slotsBetween(monday, until, two, said), now).length;
    expect(count()).toBe(4);
    expect(count(of("2026-09-14", "held"))).toBe(2);
    expect(count(of("2026-09-14", "held"), of("2026-09-21", "excused"))).toBe(1);
    expect(count(of("2026-09-14", "held"), of("2026-09-21", "skipped"))).toBe(2);
    expect(count(of("2026-09-28", "held"))).toBe(0);
  });
});

describe("an hour for two", () => {
  const at = ([zone, country]: readonly [string, string]) => ({
    zone,
    hours: defaultHours,
    present: createWorkCalendar({ country }),
  });

  it("lies in both people's working hours, and on no other talk of whoever leads it", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...places),
        fc.constantFrom(...places),
        fc.nat(90),
        (one, two, ahead) => {
          const [leader, other] = [at(one), at(two)];
          const from = addDays(monday, ahead);
          const free = freeHour(leader, other, from, []);
          if (free === null) return;
          const instant = new Date(`${free.day}T00:00:00Z`);
          expect(daysBetween(from, free.day)).toBeGreaterThanOrEqual(0);
          expect(weekday(free.day)).toBe(free.weekday);
          const moment = [...Array(3 * 48)]
            .map((_, i) => new Date(instant.getTime() + (i - 48) * 1_800_000))
            .find(
              (each) =>
                localDateAt(each, leader.zone) === free.day &&
                localTimeAt(each, leader.zone) === free.time,
            );
          expect(moment && isWorkMoment(moment, leader.zone, leader.hours, leader.present)).toBe(
            true,
          );
          expect(moment && isWorkMoment(moment, other.zone, other.hours, other.present)).toBe(true);
          const next = freeHour(leader, other, from, [free]);
          expect(next?.weekday === free.weekday && next.time === free.time).toBe(false);
        },
      ),
      { numRuns: 100 },
    );
  });

  it("is none where their hours never meet", () => {
    const far = freeHour(at(["Asia/Shanghai", "CN"]), at(["America/New_York", "US"]), monday, []);
    expect(far).toBeNull();
  });
});
