// What is kept of CRMs, in the words of the practice.
import type { LocalDate } from "#src/calendar/local-date";
import type { PersonId } from "#src/people/person";
import type { BatchId } from "#src/practices/numbers/api";
import type { MetricId } from "#src/practices/setup/api";
import type { Asked, Choice, Found, Known, MetOwner, News, SourceState } from "./model.ts";
import type { KnownKeys } from "./rules/who.ts";

/** What a pull came to, written with what it stored. What is left out stays as it was. */
export interface PullEnd {
  readonly readThrough?: Date;
  readonly fullOn?: LocalDate;
  readonly there?: string;
  readonly okAt?: Date;
  readonly nextAt: Date | null;
  readonly last?: SourceState["last"];
  readonly trouble: SourceState["trouble"];
  readonly at: Date;
  readonly found?: Found;
}

export interface SourceStore {
  sources(): Promise<readonly SourceState[]>;
  source(source: string): Promise<SourceState | null>;
  /** A new message of that person's shows it from now on. */
  openAs(source: string, card: string, by: PersonId): Promise<void>;
  /** Whose message does not say yet what came of it. */
  untold(): Promise<readonly PersonId[]>;
  /** Theirs, which their messages say from now on. */
  tell(person: PersonId): Promise<readonly SourceState[]>;
  /** Sources in trouble of which nobody was told, and the admin who is: whoever set it up, else the first. */
  troubled(): Promise<readonly { readonly state: SourceState; readonly teller: PersonId }[]>;
  troubleTold(source: string): Promise<void>;
  /** It is done outside of the act, at once. */
  askOf(source: string, asked: Asked, by: PersonId | null): Promise<void>;
  choose(source: string, choice: Choice, by: PersonId | null): Promise<void>;
  /** False where nothing was chosen yet. */
  switchTo(source: string, on: boolean, by: PersonId | null, at: Date): Promise<boolean>;
  setEvery(source: string, minutes: number): Promise<void>;
  /** Where something is to be done and nobody does it: it is ours until it was silent for five minutes. `anyway`: also where nothing is due. */
  claim(source: string, holder: string, now: Date, anyway: boolean): Promise<SourceState | null>;
  /** False where another has it by now. */
  hold(source: string, holder: string): Promise<boolean>;
  /** Says what came of it, and lets go. */
  end(source: string, holder: string, end: PullEnd): Promise<void>;
  /** Lets go of what was not begun. */
  letGo(source: string, holder: string): Promise<void>;
}

/** Rows on their way in, beside those of files. */
export interface PullStore {
  known(
    source: string,
    metric: MetricId,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, Known>>;
  /** By which keys our people are known, in whatever source. */
  knownKeys(): Promise<KnownKeys>;
  /** Writes down who is new; a link that somebody made or took back by hand stays as it is. How many of them are nobody of ours. */
  meet(source: string, owners: readonly MetOwner[], at: Date): Promise<number>;
  /** What this batch has of them already is staged anew. */
  unstage(batch: BatchId, ids: readonly string[]): Promise<void>;
  /** Facts, and deals, that stay what they were but for their outcome. How many changed. */
  turnFacts(
    batch: BatchId,
    turns: readonly { readonly id: string; readonly outcome: "open" | "lost" | "void" }[],
  ): Promise<number>;
  /** What the same source brought for a metric it does not feed any more. How many left. */
  leaveOtherMetrics(batch: BatchId): Promise<number>;
  voidDeals(batch: BatchId, ids: readonly string[], today: LocalDate): Promise<number>;
  /** What people see now, by id: a page behind `after`. */
  standing(
    source: string,
    metric: MetricId,
    after: string,
    most: number,
  ): Promise<readonly string[]>;
  /** Whether it says nothing that is not known already. */
  isEmpty(batch: BatchId): Promise<boolean>;
  /** Notes what is to be told of it: figures that say something else than before, and what was won on that day or later. */
  note(batch: BatchId, since: LocalDate, at: Date): Promise<void>;
}

export interface NewsStore {
  /** Whose figures there is something to tell of. */
  concerned(): Promise<readonly PersonId[]>;
  newsOf(person: PersonId): Promise<readonly News[]>;
  told(ids: readonly string[], at: Date): Promise<void>;
}

export interface SyncStore extends SourceStore, PullStore, NewsStore {}
