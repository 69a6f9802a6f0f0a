// What goals keep, in the words of the practice.
import type { Period } from "#src/calendar/periods";
import type { LocalDate } from "#src/calendar/local-date";
import type { Decimal } from "#src/language/decimal";
import type { PersonId } from "#src/people/person";
import type {
  AskedDispute,
  Counting,
  Dispute,
  EarlierOwner,
  Entry,
  EntryId,
  EntryPlace,
  Goal,
  GoalId,
  GoalProgress,
  Handover,
  KnownEntry,
  LineChange,
  ListedEntry,
  StatusOverride,
  Waiting,
  Titled,
  ToLookAt,
} from "./model.ts";

export type GoalChange = Partial<
  Pick<
    Goal,
    | "title"
    | "ownerId"
    | "proposedById"
    | "teamId"
    | "metricId"
    | "unit"
    | "direction"
    | "adds"
    | "parentId"
    | "baseline"
    | "target"
    | "period"
    | "reason"
    | "state"
    | "proposedOn"
    | "confidence"
    | "lesson"
    | "milestones"
  >
>;

export interface GoalStore {
  /** Open goals of one person, oldest number first. */
  openOf(owner: PersonId): Promise<readonly GoalProgress[]>;
  /** Open goals of everybody who reports to this manager, and the team goals they own. */
  openUnder(manager: PersonId): Promise<readonly GoalProgress[]>;
  /** Goals of one person in whatever state but dropped, whose time lies in these days at least in part. */
  ofOwnerIn(owner: PersonId, days: Pick<Period, "start" | "end">): Promise<readonly GoalProgress[]>;
  /** The same of those who report to this manager, and the team goals they own. */
  underIn(manager: PersonId, days: Pick<Period, "start" | "end">): Promise<readonly GoalProgress[]>;
  /** Open goals of those who left, which this person is to see to: their manager, or an admin where nobody leads them. */
  openOfLeavers(heir: PersonId): Promise<readonly GoalProgress[]>;
  /** Whoever is to see to goals of somebody who left on this day or later. */
  heirsOfLeavers(since: LocalDate): Promise<readonly PersonId[]>;
  passOn(handover: Handover): Promise<void>;
  /** Newest first. */
  earlierOwners(goal: GoalId): Promise<readonly EarlierOwner[]>;
  numbered(number: number): Promise<GoalProgress | null>;
  byId(id: GoalId): Promise<GoalProgress | null>;
  /** Owners of open goals whose period ended before this day. */
  ownersOfEnded(before: LocalDate): Promise<readonly PersonId[]>;
  /** Goals of these people that ended on that day and were not dropped, closed already or not yet. */
  endedOn(owners: readonly PersonId[], end: LocalDate): Promise<readonly GoalProgress[]>;
  partsOf(parent: GoalId): Promise<readonly GoalProgress[]>;
  /** The last three closed goals of its owner with its metric, unit and kind of period that ended before it begins. */
  closedLike(goal: Goal): Promise<readonly GoalProgress[]>;
  /** Gives it the organisation's next number and returns that. */
  add(goal: Omit<Goal, "number">, now: Date): Promise<number>;
  change(id: GoalId, change: GoalChange): Promise<void>;
  /** Nobody else writes these goals until the transaction ends. Returns how they stand from here on, which may be otherwise than when they were found. */
  lock(goals: readonly GoalId[]): Promise<readonly GoalProgress[]>;
  /** Locks their goals; where one takes no entries any more, nothing of the transaction is kept and it is done again. */
  append(entries: readonly Entry[]): Promise<void>;
  /** Keeps a changed line of a goal, or what became of one that was open. */
  keepChange(
    change: LineChange,
    decided: { readonly by: PersonId; readonly at: Date } | null,
  ): Promise<void>;
  /** What a goal's line was before and what was asked for, newest first. */
  changesOf(goal: GoalId): Promise<readonly LineChange[]>;
  /** Changes that wait for this person, the oldest first. */
  changesAskedOf(person: PersonId): Promise<readonly LineChange[]>;
  /** Pace is made of that source's figures from now on. `isReached`: whether the goal stood reached just before. */
  countBy(counting: Omit<Counting, "byName">, isReached: boolean): Promise<void>;
  /** Newest first. */
  countingOf(goal: GoalId): Promise<readonly Counting[]>;
  /** Owners of running goals whose counted source brought something that nobody looked at yet. */
  countedAnew(): Promise<readonly PersonId[]>;
  toLookAt(owner: PersonId): Promise<readonly ToLookAt[]>;
  lookedAt(goal: ToLookAt, isReached: boolean): Promise<void>;
  /** The newest override of each of these goals that was not taken back and counts on that day. */
  overridesOf(goals: readonly GoalId[], on: LocalDate): Promise<readonly StatusOverride[]>;
  /** Takes the place of one that still counts; both stay on record. */
  override(said: Omit<StatusOverride, "byName">): Promise<void>;
  /** False when there was none that counts. */
  endOverride(goal: GoalId, on: LocalDate, by: PersonId, at: Date): Promise<boolean>;
  /** What each of these goals stood at when each of these days began, in the days' order. */
  stoodBefore(
    goals: readonly GoalId[],
    days: readonly LocalDate[],
  ): Promise<ReadonlyMap<GoalId, readonly Decimal[]>>;
  /** Said once for each kind; saying it again changes nothing. */
  dispute(said: Dispute): Promise<void>;
  /** Disputes that wait for this person to decide, the oldest first. */
  disputesAskedOf(person: PersonId): Promise<readonly AskedDispute[]>;
  /** Owners who asked their manager something that somebody else decides now: the manager left, or leads them no more. */
  waitingElsewhere(): Promise<readonly PersonId[]>;
  waitingElsewhereOf(owner: PersonId): Promise<readonly Waiting[]>;
  /** Put before somebody else. */
  askAgain(waiting: Waiting, of: PersonId): Promise<void>;
  /** Entries of the owner that still count, and open disputes about what the owner logged for others; newest first. */
  entriesOf(owner: PersonId, most: number): Promise<readonly KnownEntry[]>;
  /** The same with those that were taken back, from behind that place on; of these goals, null for all. */
  historyOf(
    owner: PersonId,
    most: number,
    behind: EntryPlace | null,
    only: readonly GoalId[] | null,
  ): Promise<readonly ListedEntry[]>;
  /** Goals of the owner that something was logged to, what was logged to last first. */
  loggedBy(owner: PersonId): Promise<readonly (Pick<Goal, "id" | "number"> & Titled)[]>;
  /** The entries that still count of the last line this person logged. */
  lastBatchBy(author: PersonId): Promise<readonly KnownEntry[]>;
  /** The entries of one line that still count. */
  batch(id: string): Promise<readonly KnownEntry[]>;
  /** Null when there is none, or another entry has replaced it. */
  entry(id: EntryId): Promise<KnownEntry | null>;
}
