// What is kept about somebody, as they are told of it.
import type { z } from "zod";
import type { LocalDate } from "#src/calendar/local-date";
import type { AccountName, Person, PersonId } from "#src/people/person";
import type { ChatAddress } from "#src/ports/chat/chat";
import type { Card } from "#src/view/card";

export const topics = [
  "you",
  "reminders",
  "goals",
  "checkins",
  "praise",
  "feedback",
  "talks",
  "numbers",
  "messages",
  "record",
] as const;
export type Topic = (typeof topics)[number];

/** How long: as long as the organisation uses the bot, so many days after somebody left, or so many days. */
export type Until =
  | { readonly until: "organisation" }
  | { readonly until: "left"; readonly days: number }
  | { readonly until: "days"; readonly days: number };

export interface Kept {
  readonly topic: Topic;
  readonly entries: number;
  readonly until: readonly Until[];
}

/** That somebody looked who is neither them, their manager nor their assistant. */
export interface Look {
  readonly by: PersonId;
  readonly at: Date;
}

export type RequestId = string & z.$brand<"RequestId">;

/** How far a request is, and what came of it. Kept as JSON. */
export type Outcome =
  | { readonly end: "going"; readonly done: number; readonly of: number }
  | { readonly end: "sent"; readonly entries: number }
  | { readonly end: "not sent"; readonly why: "no scope" | "not now" | "too much" }
  | { readonly end: "failed" }
  | { readonly end: "erased"; readonly deleted: number; readonly emptied: number }
  | { readonly end: "declined" }
  | { readonly end: "taken back" };

export interface Request {
  readonly id: RequestId;
  readonly person: PersonId;
  readonly kind: "export" | "erase";
  readonly state: "asked" | "work" | "ended";
  /** In whose chat it was asked; null: by the operator. */
  readonly account: AccountName | null;
  readonly askedAt: Date;
  /** By when somebody has to say yes or no; null where nobody is asked. */
  readonly dueOn: LocalDate | null;
  readonly decidedBy: PersonId | null;
  readonly found: Outcome | null;
  readonly version: number;
}

/** One table's rows as their subject is given them. */
export interface GivenTable {
  readonly table: string;
  readonly topic: Topic;
  readonly columns: readonly string[];
  /** Values as JSON has them; exact figures as text. */
  readonly rows: readonly (readonly unknown[])[];
}

/** What becomes of one kind of things: gone, emptied of words and names, or left as it is. */
export interface Erasing {
  readonly topic: Topic;
  readonly deleted: number;
  readonly emptied: number;
  readonly kept: number;
}

/** Whoever is erased reads like this from then on. */
export interface FormerMember extends Pick<
  Person,
  "name" | "locale" | "zone" | "country" | "hours" | "workweek"
> {
  readonly leftOn: LocalDate;
}

/** A message in a chat that says something of somebody; what it says without them, or null where it was theirs alone. */
export interface PostedMessage {
  readonly delivery: string;
  readonly to: ChatAddress;
  readonly messageId: string;
  readonly at: Date | null;
  readonly cards: readonly Card[] | null;
}
