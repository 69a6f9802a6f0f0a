// What a goal is. Amounts are exact decimals; dates are days of the owner's own calendar.
import { z } from "zod";
import type { LocalDate } from "#src/calendar/local-date";
import type { Period } from "#src/calendar/periods";
import type { Decimal } from "#src/language/decimal";
import type { Unit } from "#src/language/units";
import type { PersonId, TeamId } from "#src/people/person";
import type { MetricId } from "#src/practices/setup/api";

export type GoalId = string & z.$brand<"GoalId">;
export type EntryId = string & z.$brand<"EntryId">;
export const goalId = z.uuid().transform((text) => text as GoalId);
export const entryId = z.uuid().transform((text) => text as EntryId);

/** up and down run from the baseline to the target; keep stays at or under the target; milestones counts steps. */
export type Direction = "up" | "down" | "keep" | "milestones";
export type GoalState = "draft" | "proposed" | "active" | "achieved" | "missed" | "dropped";

export interface Milestone {
  readonly id: string;
  readonly title: string;
  readonly due: LocalDate;
  readonly target: Decimal | null;
  readonly doneOn: LocalDate | null;
}

export interface Goal {
  readonly id: GoalId;
  /** The 7 of G7, counted per organisation. */
  readonly number: number;
  readonly title: string;
  readonly ownerId: PersonId;
  /** Set on a team's goal: then progress is the sum of its parts. */
  readonly teamId: TeamId | null;
  readonly metricId: MetricId | null;
  readonly unit: Unit;
  readonly direction: Direction;
  /** Whether a log adds (a summed metric going up) or sets. */
  readonly adds: boolean;
  readonly baseline: Decimal;
  readonly target: Decimal;
  readonly period: Period;
  readonly parentId: GoalId | null;
  readonly reason: string | null;
  readonly state: GoalState;
  readonly proposedById: PersonId | null;
  /** The owner's own outlook, 1 to 10; never merged with the computed status. */
  readonly confidence: number | null;
  readonly lesson: string | null;
  /** The day it was written down. */
  readonly createdOn: LocalDate;
  readonly milestones: readonly Milestone[];
}

/** A goal and where it stands. */
export interface GoalStanding extends Goal {
  readonly ownerName: string;
  readonly actual: Decimal;
  readonly lastOn: LocalDate | null;
  /** When this goal was last logged to, for offering the last used first. */
  readonly lastAt: Date | null;
}

export interface Entry {
  readonly id: EntryId;
  readonly goalId: GoalId;
  readonly kind: "add" | "set" | "void";
  readonly value: Decimal;
  readonly on: LocalDate;
  readonly note: string;
  readonly source: "chat" | "form";
  readonly byId: PersonId;
  readonly at: Date;
  readonly batchId: string;
  readonly replacesId: EntryId | null;
}

/** An entry with the words to show it. */
export interface KnownEntry extends Entry {
  readonly goalNumber: number;
  readonly goalTitle: string;
  readonly ownerId: PersonId;
  readonly unit: Unit;
  readonly state: GoalState;
}

export const isOpen = (goal: Pick<Goal, "state">): boolean => goal.state === "draft" || goal.state === "proposed" || goal.state === "active";
