// What numbers keeps, in the words of the practice.
import type { LocalDate } from "#src/calendar/local-date";
import type { PersonId } from "#src/people/person";
import type { MetricId } from "#src/practices/setup/api";
import type {
  BatchId,
  FactSum,
  NewBatch,
  SourceOwnerId,
  Staged,
  StagedFact,
  UnmatchedOwner,
} from "./model.ts";

/** Storing a file, a few rows at a time. Each call is a transaction of its own; nobody reads any of it before `publish`. */
export interface ImportStore {
  /** False while another import of this source is under way. One whose process is gone is swept away. */
  begin(batch: NewBatch): Promise<boolean>;
  /** Compares with what is visible and keeps what is new or changed. */
  stage(batch: BatchId, rows: readonly StagedFact[]): Promise<readonly Staged[]>;
  /** All of it is visible from now on. False where the batch is not there any more. */
  publish(batch: BatchId): Promise<boolean>;
  abandon(batch: BatchId): Promise<void>;
}

export interface SummedFor {
  readonly person: PersonId;
  readonly metric: MetricId;
  readonly from: LocalDate;
  /** The last day. */
  readonly to: LocalDate;
}

export interface NumberStore extends ImportStore {
  sums(wanted: readonly SummedFor[]): Promise<readonly FactSum[]>;
  /** Most rows first. */
  unmatched(most: number): Promise<readonly UnmatchedOwner[]>;
  owner(id: SourceOwnerId): Promise<(UnmatchedOwner & { readonly person: PersonId | null }) | null>;
  /** Their facts move with it; null takes them back. */
  link(id: SourceOwnerId, person: PersonId | null, by: PersonId, at: Date): Promise<void>;
}
