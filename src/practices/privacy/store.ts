// What is kept about one person, all tables together, as the privacy register says; and what people asked about theirs.
import type { LocalDate } from "#src/calendar/local-date";
import type { Both } from "#src/language/catalogue";
import type { AccountName, PersonId } from "#src/people/person";
import type { Card } from "#src/view/card";
import type {
  Erasing,
  FormerMember,
  GivenTable,
  Kept,
  Look,
  Outcome,
  PostedMessage,
  Request,
  RequestId,
} from "./model.ts";

/** Without what is only known once it is at work. */
export interface NewExport {
  readonly id: RequestId;
  readonly person: PersonId;
  readonly account: AccountName;
  readonly at: Date;
}

export interface NewErase {
  readonly id: RequestId;
  readonly person: PersonId;
  /** Null: by the operator. */
  readonly account: AccountName | null;
  readonly dueOn: LocalDate | null;
  readonly at: Date;
}

/** A message as it reads without somebody. */
export type Without = (cards: Partial<Both<readonly Card[]>>) => Partial<Both<readonly Card[]>>;

export interface PrivacyStore {
  /** Topic by topic; one of which nothing is kept is missing. */
  kept(person: PersonId): Promise<readonly Kept[]>;
  /** Who looked lately at what is not theirs to see by their role, the newest first. */
  looks(person: PersonId, most: number): Promise<readonly Look[]>;

  /** Tables people are given something of. */
  readonly givenTables: readonly string[];
  given(person: PersonId, table: string): Promise<GivenTable>;

  /** `going`: they have one under way. `erasing`: they are being erased. */
  askExport(asked: NewExport): Promise<"asked" | "going" | "erasing">;
  /** False where one of theirs is open already. */
  askErase(asked: NewErase): Promise<boolean>;
  /** Theirs that waits for somebody's word, or is being carried out. */
  openErase(person: PersonId): Promise<Request | null>;
  request(id: RequestId): Promise<Request | null>;
  /** From now on it is carried out; `by` null: the operator. False where it does not wait for a word any more. */
  agree(id: RequestId, by: PersonId | null, at: Date): Promise<boolean>;
  /** Nothing comes of it. False where it does not wait for a word any more. */
  drop(id: RequestId, found: Outcome, by: PersonId | null, at: Date): Promise<boolean>;
  /** Whose request waits for a word since before that day, and nobody was reminded so often. */
  waiting(before: LocalDate, reminded: number): Promise<readonly PersonId[]>;
  reminded(id: RequestId): Promise<void>;

  /** Who decides about such requests beside the admins; null: nobody was named. */
  officer(): Promise<PersonId | null>;
  nameOfficer(person: PersonId | null, by: PersonId, at: Date): Promise<void>;

  /** What would come of erasing them. */
  planErase(person: PersonId): Promise<readonly Erasing[]>;
  /** Messages in chats that say something of them, as far as anybody knows which those are. */
  posted(person: PersonId, name: string, without: Without): Promise<readonly PostedMessage[]>;
  /** All of it at once, and what others are still to be told without their name. */
  erase(
    person: PersonId,
    name: string,
    former: FormerMember,
    without: Without,
  ): Promise<{ readonly deleted: number; readonly emptied: number }>;
  /** One that has something to do, ours for two minutes; it says how often it was begun. */
  claim(): Promise<(Request & { readonly attempts: number }) | null>;
  /** Ours for two more minutes; its message says how far it is. */
  progress(id: RequestId, found: Outcome): Promise<void>;
  /** Not before so long. */
  later(id: RequestId, afterMs: number): Promise<void>;
  end(id: RequestId, found: Outcome): Promise<void>;
  /** Whose messages do not say what stands here. */
  untold(): Promise<readonly PersonId[]>;
  /** Theirs that their messages do not say yet; from now on they do. */
  tell(person: PersonId): Promise<readonly Request[]>;
}
