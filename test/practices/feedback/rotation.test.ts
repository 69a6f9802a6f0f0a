// Whose turn it is, over many rounds: never oneself, never the same pair twice running, never somebody who had feedback lately.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, daysBetween, localDate, weekday, type LocalDate } from "#src/calendar/local-date";
import type { PersonId } from "#src/people/person";
import {
  everyDays,
  freshDays,
  roundsAround,
  whoseTurn,
  type PairDay,
} from "#src/practices/feedback/prompts/choose-teammate";

const person = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, "0")}` as PersonId;
const start = localDate("2026-01-07");
const roundAt = (n: number): LocalDate => addDays(start, n * everyDays);
const days = fc.integer({ min: 0, max: 3650 }).map((n) => addDays(localDate("2024-01-01"), n));

/** Lets the rounds happen; `gives` says whether feedback follows a suggestion, and to whom else. */
function play(
  team: readonly PersonId[],
  rounds: number,
  given: readonly PairDay[],
  gives: (round: number) => boolean,
): { suggested: PairDay[]; given: PairDay[]; nobody: number[] } {
  const me = team[0]!;
  const all = { suggested: [] as PairDay[], given: [...given], nobody: [] as number[] };
  for (let n = 0; n < rounds; n++) {
    const to = whoseTurn({
      me,
      team,
      given: all.given.filter((each) => each.on <= roundAt(n)),
      suggested: all.suggested,
      round: roundAt(n),
    });
    if (to === null) all.nobody.push(n);
    else {
      all.suggested.push({ to, on: roundAt(n) });
      if (gives(n)) all.given.push({ to, on: addDays(roundAt(n), 1) });
    }
  }
  return all;
}

const stories = fc.record({
  size: fc.integer({ min: 1, max: 9 }),
  gives: fc.array(fc.boolean(), { minLength: 30, maxLength: 30 }),
  others: fc.array(
    fc.record({ to: fc.integer({ min: 1, max: 9 }), day: fc.integer({ min: -100, max: 420 }) }),
    { maxLength: 30 },
  ),
});

it("suggests never oneself, never the same one twice running, nobody who had feedback within eight weeks", () => {
  fc.assert(
    fc.property(stories, ({ size, gives, others }) => {
      const team = Array.from({ length: size }, (_, n) => person(n + 1));
      const story = play(
        team,
        30,
        others.map(({ to, day }) => ({ to: person(to), on: addDays(start, day) })),
        (n) => gives[n]!,
      );
      story.suggested.forEach(({ to, on }, i) => {
        expect(team).toContain(to);
        expect(to).not.toBe(team[0]);
        const before = story.suggested[i - 1];
        if (before && daysBetween(before.on, on) < 2 * everyDays) expect(to).not.toBe(before.to);
        expect(
          story.given.filter(
            (each) => each.to === to && each.on <= on && daysBetween(each.on, on) < freshDays,
          ),
        ).toEqual([]);
      });
    }),
  );
});

it("comes to everybody in turn when nobody is given any", () => {
  fc.assert(
    fc.property(fc.integer({ min: 3, max: 12 }), (size) => {
      const team = Array.from({ length: size }, (_, n) => person(n + 1));
      const { suggested, nobody } = play(team, 4 * (size - 1), [], () => false);
      expect(nobody).toEqual([]);
      for (let i = 0; i + size - 1 <= suggested.length; i++)
        expect(new Set(suggested.slice(i, i + size - 1).map((each) => each.to)).size).toBe(
          size - 1,
        );
    }),
  );
});

it("sends a team's people to each other, not all to the same one", () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 12 }), (size) => {
      const team = Array.from({ length: size }, (_, n) => person(n + 1));
      const first = team.map((me) =>
        whoseTurn({ me, team, given: [], suggested: [], round: start }),
      );
      expect(new Set(first).size).toBe(size);
    }),
  );
});

it("leaves a round out between two of the same pair", () => {
  const { suggested, nobody } = play([person(1), person(2)], 6, [], () => false);
  expect(suggested.map((each) => each.on)).toEqual([0, 2, 4].map(roundAt));
  expect(nobody).toEqual([1, 3, 5]);
});

it("has nobody to suggest to somebody alone", () => {
  expect(
    whoseTurn({ me: person(1), team: [person(1)], given: [], suggested: [], round: start }),
  ).toBeNull();
});

describe("rounds", () => {
  it("are Wednesdays a fortnight apart, the first in the week after it was turned on, and hold any day between them", () => {
    fc.assert(
      fc.property(days, days, (since, today) => {
        const rounds = roundsAround(since, today);
        expect(rounds.map(weekday)).toEqual(rounds.map(() => 3));
        expect(rounds.every((each) => daysBetween(since, each) >= 3)).toBe(true);
        const [before, after] = rounds;
        if (after) {
          expect(daysBetween(before!, after)).toBe(everyDays);
          expect(before! <= today && today < after).toBe(true);
        } else expect(today < before!).toBe(true);
      }),
    );
  });
});
