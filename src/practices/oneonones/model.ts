// What a one-on-one is. Its weeks are named by their Monday; its day and hour are of the calendar and clock of whoever leads it.
import { z } from "zod";
import type { LocalDate, Weekday } from "#src/calendar/local-date";
import type { LocalTime } from "#src/calendar/zones";
import type { PersonId } from "#src/people/person";

export type PairId = string & z.$brand<"PairId">;
export type TopicId = string & z.$brand<"TopicId">;
export type StepId = string & z.$brand<"StepId">;
export const pairId = z.uuid().transform((text) => text as PairId);
export const topicId = z.uuid().transform((text) => text as TopicId);
export const stepId = z.uuid().transform((text) => text as StepId);

/** How many weeks lie between two talks. */
export const cadences = [1, 2, 4] as const;
export type EveryWeeks = (typeof cadences)[number];

/** How often two people talk, and when. */
export interface Cadence {
  readonly everyWeeks: EveryWeeks;
  /** 1 = Monday. Where one of the two does not work then, it moves within its week. */
  readonly weekday: Weekday;
  readonly time: LocalTime;
  /** The Monday of the first week. */
  readonly since: LocalDate;
}

export interface Pair extends Cadence {
  readonly id: PairId;
  /** Who leads it. */
  readonly leader: PersonId;
  readonly leaderName: string;
  /** Whom it is for. */
  readonly person: PersonId;
  readonly personName: string;
}

/** What was said of the talk of one week. */
export interface Session {
  readonly pair: PairId;
  readonly week: LocalDate;
  readonly state: "moved" | "held" | "skipped" | "excused";
  /** Of a moved one: when it is instead. */
  readonly movedTo: Date | null;
}

export const sources = ["self", "goal", "blocker", "feedback"] as const;
export type TopicSource = (typeof sources)[number];

export interface Topic {
  readonly id: TopicId;
  readonly pair: PairId;
  readonly by: PersonId;
  readonly byName: string;
  readonly said: string;
  readonly source: TopicSource;
  readonly at: Date;
}

export interface Step {
  readonly id: StepId;
  /** The 3 of A3. */
  readonly number: number;
  readonly pair: PairId;
  /** Who does it. */
  readonly person: PersonId;
  readonly personName: string;
  readonly said: string;
  readonly due: LocalDate;
  readonly at: Date;
  readonly closedAt: Date | null;
  /** Closed without being done. */
  readonly dropped: boolean;
}

/** GROW: a compass, not a fixed order. What is answered belongs to whom the talk is for. */
export const growParts = ["goal", "reality", "options", "will"] as const;
export type GrowPart = (typeof growParts)[number];
export type NotePart = GrowPart | "private";

export const longest = { topic: 500, step: 300, note: 2000 } as const;
export const mostTopics = 30;
