// What linking accounts keeps: a code somebody was shown, and how often somebody typed a wrong one.
import type { PersonId } from "#src/people/person";

export interface Tries {
  readonly wrong: number;
  /** When the last one was typed. */
  readonly at: Date;
}

export interface AccountStore {
  /** Keeps it in place of an earlier one. False when somebody else has just this code now. */
  show(person: PersonId, code: { readonly hash: string; readonly until: Date }, now: Date): Promise<boolean>;
  /** Whose code it is, while it holds. */
  whose(hash: string, now: Date): Promise<PersonId | null>;
  tries(person: PersonId): Promise<Tries | null>;
  tried(person: PersonId, tries: Tries): Promise<void>;
  /** The platforms a person has an account on. */
  platformsOf(person: PersonId): Promise<readonly string[]>;
  /** All of `gone` becomes `kept`'s, in this transaction; both rows must be locked. */
  merge(kept: PersonId, gone: PersonId): Promise<void>;
}
