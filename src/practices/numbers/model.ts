// What a number from elsewhere is: a fact with its source. Values are exact and in the metric's own unit; days are of the organisation's zone.
import type { z } from "zod";
import type { LocalDate } from "#src/calendar/local-date";
import type { Decimal } from "#src/language/decimal";
import type { PersonId } from "#src/people/person";
import type { GoalProgress } from "#src/practices/goals/api";
import type { MetricId } from "#src/practices/setup/api";
import type { Outcome } from "./import/outcomes.ts";
import type { SaidOwner } from "./import/read-rows.ts";

export type BatchId = string & z.$brand<"BatchId">;
export type SourceOwnerId = string & z.$brand<"SourceOwnerId">;

export type FactId = string & z.$brand<"FactId">;
export type DisputeId = string & z.$brand<"DisputeId">;
export type GoalId = GoalProgress["id"];

export interface NewBatch {
  readonly id: BatchId;
  readonly source: string;
  readonly metric: MetricId;
  readonly file: string;
  /** Null: the operator. */
  readonly by: PersonId | null;
  readonly at: Date;
}

/** A row on its way to be a fact. */
export interface StagedFact {
  readonly line: number;
  readonly externalId: string;
  /** Whose share it is; empty where it is not shared. */
  readonly share: string;
  readonly owner: SaidOwner;
  readonly on: LocalDate;
  readonly value: Decimal;
  readonly currency: string | null;
  readonly outcome: Outcome;
  readonly credit: Decimal | null;
}

/** new: unknown until now. changed: says something else than before. same: nothing is stored. */
export type StagedAs = "new" | "changed" | "same";

export interface Staged {
  readonly line: number;
  /** others: of somebody whose rows were not to be taken; nothing is stored. */
  readonly as: StagedAs | "others";
  /** Whose it is; null while nobody knows. */
  readonly person: PersonId | null;
}

/** What one source says of a goal: of its owner, or of everybody in the team whose goal it is, in its days and currency. */
export interface FactSum {
  readonly goal: GoalId;
  readonly source: string;
  /** Won only, each by its share; the last one where figures do not add up. */
  readonly value: Decimal;
  readonly facts: number;
  readonly lastOn: LocalDate;
  /** When it was last imported, or pulled. */
  readonly importedAt: Date;
  /** It is pulled by itself: it should not be old. */
  readonly isPulled: boolean;
}

/** Somebody whom a source names and nobody knows yet. */
export interface UnmatchedOwner {
  readonly id: SourceOwnerId;
  readonly source: string;
  readonly said: string;
  readonly facts: number;
  readonly sums: readonly {
    readonly metric: MetricId;
    readonly currency: string | null;
    readonly value: Decimal;
  }[];
}

/** One figure as it is now. */
export interface Fact {
  readonly id: FactId;
  /** The 9 of F9: of this version; a later one has another. */
  readonly number: number;
  readonly source: string;
  readonly metric: MetricId;
  /** Whose it is; null while nobody knows. */
  readonly person: PersonId | null;
  readonly on: LocalDate;
  /** Their share of it. */
  readonly value: Decimal;
  readonly currency: string | null;
  readonly outcome: Outcome;
  readonly importedAt: Date;
  /** Whether it was taken out and counts nowhere. */
  readonly isOut: boolean;
  readonly isDisputed: boolean;
}

export type Verdict = "right" | "at-source" | "out";
export const verdicts = ["right", "at-source", "out"] as const satisfies readonly Verdict[];

/** Somebody says that a fact is not right. The fact stays until somebody else has decided. */
export interface FactDispute {
  readonly id: DisputeId;
  /** As it is now. */
  readonly fact: Fact;
  readonly by: PersonId;
  readonly byName: string;
  readonly at: Date;
  readonly said: string;
  readonly asked: PersonId;
  readonly state: Verdict | "open" | "corrected" | "counted";
  readonly reason: string | null;
}

/** What was decided, and a later import says something else of it. */
export interface ChangedFact {
  readonly dispute: FactDispute;
  /** What those two know of it. */
  readonly before: Pick<Fact, "value" | "on" | "currency">;
}
