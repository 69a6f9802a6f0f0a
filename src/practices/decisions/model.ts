// What a decision is. The value is the goal's own, in its unit; days are of the calendar of whoever decided.
import type { z } from "zod";
import type { LocalDate } from "#src/calendar/local-date";
import type { Decimal } from "#src/language/decimal";
import type { PersonId } from "#src/people/person";
import type { GoalProgress } from "#src/practices/goals/api";

export type DecisionId = string & z.$brand<"DecisionId">;

export interface Decision {
  readonly id: DecisionId;
  readonly number: number;
  readonly by: PersonId;
  readonly byName: string;
  readonly at: Date;
  readonly what: string;
  readonly why: string;
  readonly goal: GoalProgress["id"] | null;
  readonly valueThen: Decimal | null;
  readonly lookOn: LocalDate;
  /** What was seen on that day; null until somebody looked. */
  readonly seen: string | null;
  readonly valueSeen: Decimal | null;
}
