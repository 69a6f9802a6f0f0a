// What deals keeps, in the words of the practice.
import type { LocalDate } from "#src/calendar/local-date";
import type { PersonId } from "#src/people/person";
import type { BatchId, ImportStore, StagedAs } from "#src/practices/numbers/api";
import type { MetricId } from "#src/practices/setup/api";
import type { ClosedDeal, Deal, DealId, StagedDeal, StageNorm } from "./model.ts";

export interface StagedDealAs {
  readonly line: number;
  readonly as: StagedAs;
  /** Whose it is; null while nobody knows. */
  readonly person: PersonId | null;
}

/** Deals come in the batches of figures: nobody reads any before `publish`. */
export interface DealImportStore extends Pick<ImportStore, "begin" | "publish" | "abandon"> {
  /** Compares with what is visible and keeps what is new or says something else. `today`: of the organisation. */
  stageDeals(
    batch: BatchId,
    deals: readonly StagedDeal[],
    today: LocalDate,
  ): Promise<readonly StagedDealAs[]>;
}

export interface DealReader {
  /** Open ones of these people, the one that closes first at first. `today`: to know what rests. */
  openOf(people: readonly PersonId[], today: LocalDate): Promise<readonly Deal[]>;
  /** Won or lost on a day from `from` to `to`, of what feeds this metric. */
  closedOf(
    people: readonly PersonId[],
    metric: MetricId,
    from: LocalDate,
    to: LocalDate,
  ): Promise<readonly ClosedDeal[]>;
  /** As it stands, whatever version that was. */
  deal(id: DealId, today: LocalDate): Promise<Deal | null>;
  norms(): Promise<readonly StageNorm[]>;
}

export interface DealStore extends DealImportStore, DealReader {
  /** It is not looked at until that day is over. */
  rest(said: {
    readonly id: string;
    readonly deal: Deal;
    readonly by: PersonId;
    readonly at: Date;
    readonly reason: string;
    readonly until: LocalDate;
  }): Promise<void>;
  /** It is looked at again. False where it was. */
  wake(deal: Deal, at: Date, today: LocalDate): Promise<boolean>;
}
