// The ledger of points: money in equals money out, whatever the order of praise, undo and month ends.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PersonId } from "#src/people/person";
import {
  balanceOf,
  budgetOf,
  capOf,
  give,
  givenTo,
  takeBack,
  turnMonth,
  whyNot,
  type Draft,
  type Gift,
} from "#src/practices/recognition/points/ledger";
import type { ShoutId } from "#src/practices/recognition/model";

const people = ["a", "b", "c", "d"] as PersonId[];
const months = ["2026-11", "2026-12", "2027-01", "2027-02"];
const of = (ledger: readonly Draft[], person: PersonId, pool: Draft["pool"]) =>
  ledger.filter((each) => each.person === person && each.pool === pool);
const sumOf = (ledger: readonly Draft[], cause: Draft["cause"]): number =>
  balanceOf(ledger.filter((each) => each.cause === cause));

type Step =
  | {
      readonly does: "praise";
      readonly giver: number;
      readonly receivers: readonly number[];
      readonly points: number;
      readonly budget: number;
    }
  | { readonly does: "undo"; readonly which: number }
  | { readonly does: "month ends" };

const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({
        does: fc.constant("praise" as const),
        giver: fc.nat(3),
        receivers: fc.uniqueArray(fc.nat(3), { minLength: 1, maxLength: 3 }),
        points: fc.integer({ min: 1, max: 40 }),
        budget: fc.constantFrom(50, 100, 240),
      }),
    },
    { weight: 3, arbitrary: fc.record({ does: fc.constant("undo" as const), which: fc.nat(20) }) },
    { weight: 1, arbitrary: fc.record({ does: fc.constant("month ends" as const) }) },
  ),
  { maxLength: 40 },
);

/** What the practice does with the ledger, step by step; an undo reaches back over at most one month's end, as 24 hours do. */
function play(all: readonly Step[]) {
  let ledger: Draft[] = [];
  let month = 0;
  const gifts: { readonly gift: Gift; undone: boolean; readonly at: number }[] = [];
  const after: { readonly ledger: readonly Draft[]; readonly month: string }[] = [];
  for (const step of all) {
    if (step.does === "month ends") month = Math.min(month + 1, months.length - 1);
    if (step.does === "praise") {
      const giver = people[step.giver]!;
      const receivers = step.receivers
        .map((each) => people[each]!)
        .filter((each) => each !== giver);
      const turned = [
        ...ledger,
        ...turnMonth(giver, of(ledger, giver, "give"), months[month]!, step.budget),
      ];
      const gift: Gift = {
        giver,
        receivers,
        points: step.points,
        shout: `s${gifts.length}` as ShoutId,
        month: months[month]!,
      };
      if (receivers.length > 0 && whyNot(gift, of(turned, giver, "give")) === null) {
        ledger = [...turned, ...give(gift)];
        gifts.push({ gift, undone: false, at: month });
      }
    }
    if (step.does === "undo") {
      const found = gifts[step.which];
      if (found && !found.undone && month - found.at <= 1) {
        found.undone = true;
        ledger = [
          ...ledger,
          ...takeBack(
            ledger.filter((each) => each.shout === found.gift.shout),
            months[month]!,
          ),
        ];
      }
    }
    after.push({ ledger, month: months[month]! });
  }
  return { ledger, gifts, after };
}

describe("whatever the order of praise, undo and month ends", () => {
  it("every point that was granted is in a pool or has lapsed", () => {
    fc.assert(
      fc.property(steps, (all) => {
        const { ledger } = play(all);
        const pools = people.flatMap((each) => [
          balanceOf(of(ledger, each, "give")),
          balanceOf(of(ledger, each, "have")),
        ]);
        expect(pools.reduce((a, b) => a + b, 0)).toBe(
          sumOf(ledger, "grant") + sumOf(ledger, "lapse"),
        );
        expect(sumOf(ledger, "praise") + 0).toBe(0);
        expect(sumOf(ledger, "undo") + 0).toBe(0);
      }),
    );
  });

  it("no pool is ever below nothing, and nobody gives more in a month than was granted", () => {
    fc.assert(
      fc.property(steps, (all) => {
        for (const { ledger } of play(all).after) {
          for (const person of people) {
            expect(balanceOf(of(ledger, person, "give"))).toBeGreaterThanOrEqual(0);
            expect(balanceOf(of(ledger, person, "have"))).toBeGreaterThanOrEqual(0);
            for (const month of months)
              expect(
                balanceOf(of(ledger, person, "give").filter((each) => each.month === month)),
              ).toBeGreaterThanOrEqual(0);
          }
        }
      }),
    );
  });

  it("nobody gets more than three tenths of a month's budget from one person", () => {
    fc.assert(
      fc.property(steps, (all) => {
        const { ledger } = play(all);
        for (const giver of people) {
          for (const month of months) {
            const own = of(ledger, giver, "give").filter((each) => each.month === month);
            const cap = capOf(balanceOf(own.filter((each) => each.cause === "grant")));
            for (const receiver of people)
              expect(givenTo(own, month, receiver)).toBeLessThanOrEqual(cap);
          }
        }
      }),
    );
  });

  it("what was taken back is as if it had never been given", () => {
    fc.assert(
      fc.property(steps, (all) => {
        const { ledger, gifts } = play(all);
        for (const { gift, undone } of gifts) {
          for (const receiver of gift.receivers) {
            const kept = balanceOf(
              of(ledger, receiver, "have").filter((each) => each.shout === gift.shout),
            );
            expect(kept).toBe(undone ? 0 : gift.points);
          }
        }
      }),
    );
  });

  it("a month that turned leaves nothing of the one before", () => {
    fc.assert(
      fc.property(steps, (all) => {
        const { ledger, after } = play(all);
        const month = after.at(-1)?.month ?? months[0]!;
        for (const giver of people) {
          const turned = [
            ...of(ledger, giver, "give"),
            ...turnMonth(giver, of(ledger, giver, "give"), month, 240),
          ];
          expect(balanceOf(turned.filter((each) => each.month < month)) + 0).toBe(0);
          expect(turnMonth(giver, turned, month, 240)).toEqual([]);
        }
      }),
    );
  });
});

describe("a budget", () => {
  it.each([
    [0, 100],
    [2, 100],
    [3, 120],
    [6, 240],
  ])("of somebody with %i reports is %i", (reports, budget) => {
    expect(budgetOf(reports, { base: 100, perReport: 40 })).toBe(budget);
  });

  it("is topped up within the month when it grows, and stays when it shrinks", () => {
    const first = turnMonth(people[0]!, [], "2026-11", 100);
    expect(first).toMatchObject([{ cause: "grant", delta: 100 }]);
    expect(turnMonth(people[0]!, first, "2026-11", 240)).toMatchObject([
      { cause: "grant", delta: 140 },
    ]);
    expect(turnMonth(people[0]!, first, "2026-11", 50)).toEqual([]);
  });

  it("that is too small for a gift says what it takes and what is left", () => {
    const gift: Gift = {
      giver: people[0]!,
      receivers: [people[1]!, people[2]!],
      points: 30,
      shout: "s" as ShoutId,
      month: "2026-11",
    };
    const lines = turnMonth(people[0]!, [], "2026-11", 100);
    expect(whyNot(gift, lines)).toBeNull();
    expect(
      whyNot({ ...gift, receivers: people.slice(1), points: 30 }, [
        ...lines,
        ...give({ ...gift, receivers: [people[3]!], points: 20 }),
      ]),
    ).toEqual({ why: "too-much-to-one", most: 10, receiver: "d" });
    expect(whyNot({ ...gift, points: 31 }, lines)).toEqual({
      why: "too-much-to-one",
      most: 30,
      receiver: "b",
    });
    const spent = [
      ...lines,
      ...give({ ...gift, points: 20 }),
      ...give({ ...gift, receivers: [people[3]!], points: 30, shout: "t" as ShoutId }),
    ];
    expect(
      whyNot(
        { ...gift, points: 10, receivers: people.slice(1, 3), shout: "u" as ShoutId },
        spent.filter((each) => each.pool === "give"),
      ),
    ).toBeNull();
    expect(
      whyNot(
        { ...gift, points: 20, receivers: ["e", "f"] as PersonId[], shout: "u" as ShoutId },
        spent.filter((each) => each.pool === "give"),
      ),
    ).toEqual({ why: "too-little", cost: 40, left: 30 });
  });
});
