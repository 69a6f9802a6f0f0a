// What the house keeps about speaking unasked: what a person chose, how often it spoke, and what came of each slot.
import type { Both } from "#src/language/catalogue";
import type { LocalDate } from "#src/calendar/local-date";
import type { PersonId } from "#src/people/person";
import type { ChangedBy } from "#src/people/store";
import type { Card } from "#src/view/card";
import type { Slot } from "./schedule.ts";

export interface Choices {
  /** Names of nudges. */
  readonly muted: readonly string[];
  /** The first day on which reminders come again. */
  readonly pausedUntil: LocalDate | null;
}

/** Why a slot was let pass, or moved. */
export const reasons = [
  "muted",
  "missed",
  "expired",
  "nothing to say",
  "switched off",
  "practice switched off",
  "unknown rule",
  "outside hours",
  "away",
  "day off",
  "paused",
  "budget",
  "snoozed",
  "too many at once",
  "said together",
  "failed",
] as const;
export type Reason = (typeof reasons)[number];

export interface Came extends Omit<Slot, "until" | "dueAt"> {
  readonly outcome: "said" | "moved" | "let pass";
  readonly reason: Reason | null;
}

/** A notice that waits for its reader's work hour, in the reader's language. */
export interface Held {
  readonly id: string;
  /** The same for all versions of one message that is kept up to date. */
  readonly message: string;
  /** A newer version of it did not wait. */
  readonly overtaken: boolean;
  /** It is kept up to date. */
  readonly stands: boolean;
  readonly cards: readonly Card[];
}

export interface NudgeWords {
  /** The id of the head that the beat made. */
  readonly id: string;
  readonly person: PersonId;
  readonly cards: Readonly<Record<string, readonly Card[]>>;
  readonly at: Date;
  /** Kept up to date: something in it may be amended, or it is made of several things. */
  readonly stands: boolean;
}

/** Something said unasked that its reader still has, or is about to get. */
export interface StandingMessage {
  readonly id: string;
  readonly cards: Partial<Both<readonly Card[]>>;
}

export interface NudgeStore {
  choices(person: PersonId): Promise<Choices>;
  choose(person: PersonId, choices: Choices): Promise<void>;
  /** The days from `from` on, one entry for each nudge that came. */
  taken(person: PersonId, from: LocalDate): Promise<readonly LocalDate[]>;
  /** Takes the n-th nudge of a day; throws when it is taken already. */
  take(person: PersonId, date: LocalDate, n: number, delivery: string): Promise<void>;
  record(person: PersonId, at: Date, delivery: string | null, came: readonly Came[]): Promise<void>;
  /** What came lately, newest first. */
  lately(person: PersonId, most: number): Promise<readonly (Came & { readonly at: Date })[]>;
  /** The last message that said something unasked; null when there was none lately. */
  lastSaid(person: PersonId): Promise<string | null>;
  /** What one message was made of. */
  saidIn(person: PersonId, delivery: string): Promise<readonly Slot[]>;
  /** Those that may be said until then; all that wait, without it. */
  held(person: PersonId, until: Date | null): Promise<readonly Held[]>;
  /** When the next of them may be said. */
  nextHeld(person: PersonId): Promise<Date | null>;
  /** Held notices go out by themselves, as of `at`: they show the hour they arrived; or another message says them. */
  release(ids: readonly string[], at: Date): Promise<void>;
  merge(ids: readonly string[], into: string): Promise<void>;
  /** What still waits of a message that is kept up to date is let go; returns whether a version of it was not waiting any more. */
  takeBack(person: PersonId, standing: string): Promise<boolean>;
  /** Held notices that nobody is to get any more. */
  drop(ids: readonly string[], why: string): Promise<void>;
  /** Notices that wait for longer come then: work hours or the end of a leave came forward. Returns how many. */
  bringForward(person: PersonId, moment: Date): Promise<number>;
  /** Sets the alarm for the notices that still wait, not before `earliest`; without any it ends. */
  ringForHeld(person: PersonId, earliest: Date): Promise<void>;
  /** Gives a head its words, or says that there are none; a head that has words keeps them. */
  say(words: NudgeWords): Promise<void>;
  sayNothing(head: string, why: string): Promise<void>;
  /** What was said to this person unasked since then, is kept up to date, and has a button about this thing. Held until the transaction ends. */
  naming(person: PersonId, thing: string, since: Date): Promise<readonly StandingMessage[]>;
  /** The newest notice to this person that went out since then under a standing name that begins so: the next one is added to it. Held until the transaction ends. */
  gathering(person: PersonId, name: string, since: Date): Promise<StandingMessage | null>;
  /** A message made of several things that was said to this person, by its name on its platform; null where it is none, or longer ago than it is kept. Held until the transaction ends. */
  bundleAt(person: PersonId, messageId: string): Promise<StandingMessage | null>;
  /** What it says from now on, also where a version of it still waits; whoever asks shows it. */
  restate(delivery: string, cards: StandingMessage["cards"]): Promise<void>;
  /** Whether a delivery asks the admins about another one. */
  isQuestion(delivery: string): Promise<boolean>;
  /** A delivery of this organisation that was given up: once more, or never; the decision stands in the audit trail. False when it is not one. */
  revive(delivery: string, done: ChangedBy): Promise<boolean>;
  letGo(delivery: string, done: ChangedBy): Promise<boolean>;
}
