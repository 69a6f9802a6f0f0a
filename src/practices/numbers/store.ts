// What numbers keeps, in the words of the practice.
import type { PersonId } from "#src/people/person";
import type {
  BatchId,
  ChangedFact,
  DisputeId,
  Fact,
  FactDispute,
  FactId,
  FactSum,
  GoalId,
  NewBatch,
  SourceOwnerId,
  Staged,
  StagedFact,
  UnmatchedOwner,
  Verdict,
} from "./model.ts";

/** Storing a file, a few rows at a time. Each call is a transaction of its own; nobody reads any of it before `publish`. */
export interface ImportStore {
  /** False while another import of this source is under way. One whose process is gone is swept away. */
  begin(batch: NewBatch): Promise<boolean>;
  /** Compares with what is visible and keeps what is new or changed; `mayOwn`: only of these people. */
  stage(
    batch: BatchId,
    rows: readonly StagedFact[],
    mayOwn: readonly PersonId[] | null,
  ): Promise<readonly Staged[]>;
  /** All of it is visible from now on. False where the batch is not there any more. */
  publish(batch: BatchId): Promise<boolean>;
  abandon(batch: BatchId): Promise<void>;
}

export interface FactStore {
  /** What each source says of these goals, whichever of them they count. */
  sums(goals: readonly GoalId[]): Promise<readonly FactSum[]>;
  /** The figures behind it, newest first; null for every source. */
  factsOf(goal: GoalId, source: string | null, most: number): Promise<readonly Fact[]>;
  /** As it is now, whatever version that number was. */
  factNumbered(number: number): Promise<Fact | null>;
  fact(id: FactId): Promise<Fact | null>;
}

/** Figures somebody says are not right, and what was decided. */
export interface FactDisputeStore {
  /** False where somebody else asked about it meanwhile. */
  openDispute(
    said: Pick<FactDispute, "id" | "by" | "at" | "said" | "asked"> & { readonly fact: FactId },
  ): Promise<boolean>;
  dispute(id: DisputeId): Promise<FactDispute | null>;
  /** Open ones that wait for this person, the oldest first. */
  disputesAskedOf(person: PersonId): Promise<readonly FactDispute[]>;
  /** False where it is decided already. What is taken out counts nowhere from then on, whatever later imports say of it. */
  decide(
    id: DisputeId,
    decided: {
      readonly verdict: Verdict;
      readonly reason: string;
      readonly by: PersonId;
      readonly at: Date;
    },
  ): Promise<boolean>;
  /** What was taken out counts again. False where it did. */
  countAgain(id: DisputeId): Promise<boolean>;
  /** Whose open question waits with somebody who does not decide for them any more. */
  askersElsewhere(): Promise<readonly PersonId[]>;
  disputesElsewhereOf(asker: PersonId): Promise<readonly FactDispute[]>;
  askInstead(id: DisputeId, of: PersonId): Promise<void>;
  /** Who decided about a fact of which a later import says something else. */
  decidersOfChanged(): Promise<readonly PersonId[]>;
  changedFor(decider: PersonId): Promise<readonly ChangedFact[]>;
  /** Those two know of it now. */
  toldOfChange(id: DisputeId): Promise<void>;
}

/** The newest import of a source, and how many names of it nobody is known under. */
export interface SourceNow {
  readonly source: string;
  readonly file: string;
  readonly at: Date;
  readonly unmatched: number;
}

export interface NumberStore extends ImportStore, FactStore, FactDisputeStore {
  /** By name. */
  sources(): Promise<readonly SourceNow[]>;
  /** Most rows first. */
  unmatched(most: number): Promise<readonly UnmatchedOwner[]>;
  owner(id: SourceOwnerId): Promise<(UnmatchedOwner & { readonly person: PersonId | null }) | null>;
  /** Their facts move with it; null takes them back. */
  link(id: SourceOwnerId, person: PersonId | null, by: PersonId, at: Date): Promise<void>;
}
