// What a manager's view is made of.
import type { LocalDate } from "#src/calendar/local-date";
import type { Decimal } from "#src/language/decimal";
import type { Person } from "#src/people/person";
import type { PacedGoal } from "../context.ts";

/** Where a goal stood at the beginning of a day, in its unit and exact: what had come in since it began, and what was to be there. */
export interface WayMark {
  readonly on: LocalDate;
  readonly gained: Decimal;
  readonly due: Decimal;
}

/** A goal with the way it came, a point a week. */
export interface TrackedGoal extends PacedGoal {
  readonly trend: {
    /** Attained share at the beginning of each week, and now. */
    readonly points: readonly number[];
    /** Share of the time gone at the same moments. */
    readonly plan: readonly number[];
  } | null;
  /** Mondays since it began, the last of them all and some of those before; empty where its way is no sum. */
  readonly marks: readonly WayMark[];
  /** What came in since Monday; null where that says nothing. */
  readonly thisWeek: Decimal | null;
}

export interface Member {
  readonly person: Person;
  /** What runs, the furthest behind first. */
  readonly goals: readonly TrackedGoal[];
  /** Proposed to them and not answered yet. */
  readonly proposed: readonly PacedGoal[];
}

export interface TeamStanding {
  readonly members: readonly Member[];
  /** Goals the manager runs for a whole team. */
  readonly shared: readonly TrackedGoal[];
}
