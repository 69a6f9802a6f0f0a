// What a number from elsewhere is: a fact with its source. Values are exact and in the metric's own unit; days are of the organisation's zone.
import type { z } from "zod";
import type { LocalDate } from "#src/calendar/local-date";
import type { Decimal } from "#src/language/decimal";
import type { PersonId } from "#src/people/person";
import type { MetricId } from "#src/practices/setup/api";
import type { Outcome } from "./import/outcomes.ts";
import type { SaidOwner } from "./import/read-rows.ts";

export type BatchId = string & z.$brand<"BatchId">;
export type SourceOwnerId = string & z.$brand<"SourceOwnerId">;

/** What files are imported as, unless somebody names another source. */
export const filesSource = "files";

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
  readonly as: StagedAs;
  /** Whose it is; null while nobody knows. */
  readonly person: PersonId | null;
}

/** What one source says of one person and one metric. */
export interface FactSum {
  readonly source: string;
  readonly metric: MetricId;
  readonly person: PersonId;
  readonly currency: string | null;
  /** Won only, each by its share. */
  readonly value: Decimal;
  readonly facts: number;
  readonly lastOn: LocalDate;
  /** When it was last imported. */
  readonly importedAt: Date;
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
