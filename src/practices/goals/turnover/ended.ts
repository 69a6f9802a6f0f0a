// How a period ended for a team.
import type { LocalDate } from "#src/calendar/local-date";
import type { Decimal } from "#src/language/decimal";
import type { Unit } from "#src/language/units";
import type { Person } from "#src/people/person";
import type { PacedGoal } from "../context.ts";
import type { GoalProgress, Titled } from "../model.ts";

/** How one goal ended. */
export interface Ended {
  readonly paced: PacedGoal;
  readonly state: "achieved" | "missed";
}

/** What a team brought in a period, a metric and a currency by itself, beside what the same people brought in the one before. */
export interface EndedSum {
  readonly titled: Titled;
  readonly unit: Unit;
  readonly kind: GoalProgress["period"];
  readonly actual: Decimal;
  readonly target: Decimal;
  /** Null where nobody had such a goal before. */
  readonly before: Decimal | null;
}

export interface CloseOut {
  readonly end: LocalDate;
  readonly ended: readonly Ended[];
  readonly sums: readonly EndedSum[];
  /** Whoever reports and has nothing for the time after. An assistant has no quota. */
  readonly without: readonly Person[];
  /** Whether there is anything to propose. */
  readonly mayPropose: boolean;
}
