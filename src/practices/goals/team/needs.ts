// Who needs their manager first. A person stands in the list once, by what is worst about them; whatever else there is stands beside it.
import { zero } from "#src/language/decimal";
import type { PersonId } from "#src/people/person";
import type { Button } from "#src/view/card";
import type { Line } from "#src/view/line";
import type { PacedGoal } from "../context.ts";
import { urgencies, type Urgency } from "../model.ts";
import type { TrackedGoal } from "./tracked.ts";

/** One reason for which somebody needs their manager. */
export interface Need {
  readonly person: PersonId;
  readonly urgency: Urgency;
  /** Among those of the same urgency the higher comes first: days it waits, or how far behind. */
  readonly weight: number;
  readonly line: Line;
  readonly button: Button | null;
  readonly goal?: TrackedGoal;
}

const order = (need: Need): number => urgencies.indexOf(need.urgency);

const first = (a: Need, b: Need): number => order(a) - order(b) || b.weight - a.weight;

/** A list for each person, their own worst first; those who need somebody most come first. */
export function byPerson(needs: readonly Need[]): (readonly [Need, ...Need[]])[] {
  const people = new Map<PersonId, [Need, ...Need[]]>();
  for (const need of needs.toSorted(first)) {
    const known = people.get(need.person);
    if (known === undefined) people.set(need.person, [need]);
    else known.push(need);
  }
  return [...people.values()];
}

/** How far a goal lags behind the time, for sorting only. */
export const lag = ({ pace }: PacedGoal): number =>
  Number(pace.timeGone.minus(pace.done).toFixed(4));

/** Goals of one person: off track before at risk before the rest, then by how far behind. */
export function byNeed(a: PacedGoal, b: PacedGoal): number {
  const rank = ({ pace }: PacedGoal): number => {
    const at = (["off-track", "at-risk"] as const).findIndex((each) => each === pace.status);
    if (at >= 0) return at;
    return pace.quietDays === null ? 3 : 2;
  };
  return (
    rank(a) - rank(b) ||
    b.pace.timeGone.minus(b.pace.done).minus(a.pace.timeGone.minus(a.pace.done)).cmp(zero) ||
    a.goal.number - b.goal.number
  );
}
