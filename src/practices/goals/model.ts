// What a goal is. Amounts are exact decimals; dates are days of the owner's own calendar.
import { z } from "zod";
import type { LocalDate } from "#src/calendar/local-date";
import type { Period } from "#src/calendar/periods";
import type { Decimal } from "#src/language/decimal";
import { foldCase } from "#src/language/text";
import type { Unit } from "#src/language/units";
import type { PersonId, TeamId } from "#src/people/person";
import type { MetricId } from "#src/practices/setup/api";

export type GoalId = string & z.$brand<"GoalId">;
export type EntryId = string & z.$brand<"EntryId">;
export const goalId = z.uuid().transform((text) => text as GoalId);
export const entryId = z.uuid().transform((text) => text as EntryId);

/** up and down run from the baseline to the target; keep stays at or under the target, floor at or above it; milestones counts steps. */
export type Direction = "up" | "down" | "keep" | "floor" | "milestones";

export const isLimit = ({ direction }: { readonly direction: Direction }): boolean =>
  direction === "keep" || direction === "floor";
export type GoalState = "draft" | "proposed" | "active" | "achieved" | "missed" | "dropped";

/** Closed, by its period or before: nothing changes any more but the lesson. */
/** Counts for its owner, agreed or not yet: what may be logged to. */
export const isUnderWay = ({ state }: { readonly state: GoalState }): boolean =>
  state === "active" || state === "proposed";
export const isClosed = ({ state }: { readonly state: GoalState }): boolean =>
  state === "achieved" || state === "missed" || state === "dropped";

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
  readonly proposedOn: LocalDate | null;
  /** The owner's own outlook, 1 to 10; never merged with the computed status. */
  readonly confidence: number | null;
  /** Whose figures its pace is made of, by the source's name; null or absent where what people report counts. */
  readonly countedSource?: string | null;
  readonly lesson: string | null;
  /** The day it was written down. */
  readonly createdOn: LocalDate;
  readonly milestones: readonly Milestone[];
}

/** The 3 and the 10 of "3 of 10", added up. */
export interface RatioStanding {
  readonly num: Decimal;
  readonly den: Decimal;
}

/** A ratio in per cent: 3 of 10 is 30. */
export const percentOf = ({ num, den }: RatioStanding): Decimal => num.times("100").div(den);

/** A value that holds from this day on. */
export interface Stand {
  readonly on: LocalDate;
  readonly value: Decimal;
}

/** What a goal is called; where that is its metric's name, it is said in the reader's language. */
export interface Titled {
  readonly title: string;
  readonly names?: { readonly en: string; readonly zh: string } | null;
}

export function titleFor({ title, names }: Titled, locale: "en" | "zh"): string {
  const same = (name: string | undefined): boolean =>
    name !== undefined && foldCase(name) === foldCase(title);
  return names && !same(names[locale]) && same(names[locale === "en" ? "zh" : "en"])
    ? names[locale]
    : title;
}

/** What the goal of an entry is called. */
export const goalOf = (entry: Pick<KnownEntry, "goalTitle" | "goalNames">): Titled => ({
  title: entry.goalTitle,
  names: entry.goalNames,
});

/** A goal and where it stands. */
export interface GoalProgress extends Goal, Titled {
  readonly ownerName: string;
  /** Who leads its owner and is still here; null where nobody does. */
  readonly managerName: string | null;
  /** What counts: what was reported, or what the counted source says. */
  readonly actual: Decimal;
  /** What was reported, where a source counts instead; null or absent otherwise. */
  readonly reported?: Decimal | null;
  /** When what counts was last pulled from where it comes from; null or absent where nothing is pulled. */
  readonly countedAt?: Date | null;
  /** The day up to which what counts is known, where that is long ago. */
  readonly countedAsOf?: LocalDate | null;
  /** Only where parts of a ratio were logged since it was last set in per cent; `actual` is then their quotient, in per cent. */
  readonly ratio: RatioStanding | null;
  readonly lastOn: LocalDate | null;
  /** The day from which its value was counted up: of the first entry that counts; the period's start where a total was set. */
  readonly firstOn?: LocalDate | null;
  /** Of a limit: what it stood at from which day on, oldest first. */
  readonly course?: readonly Stand[];
  /** Which of all entries was its last, for offering the last used first. */
  readonly lastSeq: number | null;
}

export const isCounted = ({ countedSource }: Pick<Goal, "countedSource">): boolean =>
  (countedSource ?? null) !== null;

/** What its owner reported, whatever counts. */
export const reportedOf = ({ actual, reported }: GoalProgress): Decimal => reported ?? actual;

/** From when on a goal counts from a source, and who said so. */
export interface Counting {
  readonly id: string;
  readonly goalId: GoalId;
  /** Null: what people report. */
  readonly source: string | null;
  readonly byId: PersonId;
  readonly byName: string;
  readonly at: Date;
}

/** A goal whose counted source has brought something since it was looked at last. */
export interface ToLookAt {
  readonly goal: GoalId;
  readonly wasReached: boolean;
  /** The import up to which this looks. */
  readonly through: number;
}

export interface Entry {
  readonly id: EntryId;
  readonly goalId: GoalId;
  readonly kind: "add" | "set" | "void";
  readonly value: Decimal;
  /** Only on a part of a ratio: the 10 of "3 of 10". */
  readonly of?: Decimal | null;
  readonly on: LocalDate;
  readonly note: string;
  /** "daily": counted out of the daily note of its day. */
  readonly source: "chat" | "form" | "daily";
  readonly byId: PersonId;
  readonly at: Date;
  readonly batchId: string;
  readonly replacesId: EntryId | null;
  /** On a correction: the place (`seq`) of the first entry of the chain it ends; there it counts, among those of a day. */
  readonly countsAs?: number | null;
}

/** How much, as it is said: 120k, or 3 of 10. */
export interface Figure {
  readonly value: Decimal;
  readonly of?: Decimal | null;
  readonly unit: Unit;
}

/** An entry with the words to show it. */
export interface KnownEntry extends Entry {
  /** Its place in the order in which all entries were written. */
  readonly seq: number;
  readonly goalNumber: number;
  readonly goalTitle: string;
  readonly goalNames: Exclude<Titled["names"], undefined>;
  readonly ownerId: PersonId;
  readonly ownerName: string;
  /** Who leads the owner and is still here; null where nobody does. */
  readonly managerName: string | null;
  readonly byName: string;
  readonly unit: Unit;
  readonly state: GoalState;
  /** Open from the owner's "not right" until the entry is corrected or taken back (then it is another entry), or it stands. */
  readonly disputed: "open" | "stands" | null;
}

/** Where a page of a list of entries ends. */
export type EntryPlace = Pick<KnownEntry, "on" | "seq">;

/** An entry in a list of all: taken back or not. */
export interface ListedEntry extends KnownEntry {
  readonly takenBack: { readonly byId: PersonId; readonly byName: string } | null;
}

/** What is said about an entry: its owner opens a dispute, somebody who may log for them lets it stand. Each at most once. */
export interface Dispute {
  readonly id: string;
  readonly entryId: EntryId;
  readonly kind: "opened" | "stands";
  readonly said: string;
  readonly byId: PersonId;
  readonly at: Date;
  /** Before whom it is put; null on a decision. */
  readonly askedId: PersonId | null;
}

/** An entry its owner says is not right, with their words. */
export interface AskedDispute extends Pick<Dispute, "said" | "at"> {
  readonly entry: KnownEntry;
}

/** What an owner asked and still waits for. */
export interface Waiting {
  readonly kind: "dispute" | "change";
  readonly id: string;
  /** The entry that is disputed, or the goal whose line is to move. */
  readonly about: string;
  /** Their own words. */
  readonly said: string;
  /** Who was asked. */
  readonly askedId: PersonId | null;
}

export const isOpen = (goal: Pick<Goal, "state">): boolean =>
  goal.state === "draft" || isUnderWay(goal);
/** A draft, or a proposal that its owner has not confirmed: nothing is logged to it by itself. */
export const isWaiting = ({ state }: Pick<Goal, "state">): boolean =>
  state === "draft" || state === "proposed";

/** What the figures of a running goal may be called by a person who knows more. */
export const judgements = ["on-track", "at-risk", "off-track"] as const;
export type Judgement = (typeof judgements)[number];

/** A status said against the computed one, with its reason: shown beside it, never in its place, and over with its last day. */
export interface StatusOverride {
  readonly id: string;
  readonly goalId: GoalId;
  readonly byId: PersonId;
  readonly byName: string;
  readonly at: Date;
  readonly status: Judgement;
  readonly reason: string;
  /** The last day on which it counts, of the owner's calendar. */
  readonly until: LocalDate;
}

/** A change of the target or the due date of a goal that runs. The old line stays, whatever becomes of it. */
export interface LineChange {
  readonly id: string;
  readonly goalId: GoalId;
  readonly byId: PersonId;
  readonly at: Date;
  readonly old: Aim;
  readonly wanted: Aim;
  readonly reason: string;
  /** The other side; null where nobody else has a say. */
  readonly askedId: PersonId | null;
  /** Open until the other side agreed or not; agreed at once where nobody else has a say. */
  readonly state: "open" | "agreed" | "declined";
}

/** A goal that went from somebody who left to somebody else. What was logged stays with whoever logged it. */
export interface Handover {
  readonly id: string;
  readonly goalId: GoalId;
  readonly fromId: PersonId;
  readonly toId: PersonId;
  readonly byId: PersonId;
  readonly at: Date;
}

/** Whose a goal was before, and until when. */
export interface EarlierOwner {
  readonly name: string;
  readonly until: Date;
}

export interface Aim {
  readonly target: Decimal;
  readonly due: LocalDate;
}

/** Why nothing can be logged to a goal for a day. */
export type NotLoggable = "closed" | "not-measured" | "in-future" | "outside-period";

/** Why a line of a pasted list cannot be stored. */
export type WhyNotListed =
  | NotLoggable
  | "unknown"
  | "ambiguous"
  | "not-yours"
  | "no-amount"
  | "unclear"
  | "no-goal"
  | "not-confirmed"
  | "several-goals"
  | "no-such-date"
  | "no-room";

/** What is asked once before it is written: a goal that would go far beyond its target, or a total below where it stands. */
export interface Surprise {
  readonly goal: GoalProgress;
  readonly is: "beyond" | "lower";
  readonly before: Decimal;
  readonly after: Decimal;
}

/** The most urgent first: somebody who cannot go on without their manager comes before somebody who is behind. */
export const urgencies = ["waits", "off-track", "at-risk", "quiet", "no-goal"] as const;
export type Urgency = (typeof urgencies)[number];

/** since: the whole period at the pace so far. lately: what is left at the last workdays' pace. season: as earlier like periods went on from here. */
export type OwnPart = "since" | "lately" | "season";

export interface ForecastPart {
  readonly part: OwnPart;
  readonly value: Decimal;
}

export interface Forecast {
  readonly low: Decimal;
  readonly high: Decimal;
  readonly parts: readonly ForecastPart[];
}
