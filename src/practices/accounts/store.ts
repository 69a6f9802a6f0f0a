// What linking accounts keeps: a code somebody was shown, who asks by it to be them, how often somebody typed one, and for a day how
// two who were joined can be parted again.
import type { AccountName, PersonId } from "#src/people/person";
import type { PersonChange, RightsChange } from "#src/people/store";

export interface Tries {
  /** Right ones count too: each of them asks somebody something. */
  readonly typed: number;
  /** When the last one was typed. */
  readonly at: Date;
}

/** Somebody typed the code that another one was shown. Both have to say that they are one person. */
export interface Ask {
  readonly id: string;
  readonly holder: PersonId;
  /** In whose chat the code stands. */
  readonly holderAccount: AccountName;
  readonly asker: PersonId;
  readonly askerAccount: AccountName;
  /** The asker said so, and the holder was asked. */
  readonly asked: boolean;
}

/** Two who were joined, while they can still be parted. */
export interface Join {
  readonly id: string;
  readonly kept: PersonId;
  /** Nobody of that id is there while they are joined. */
  readonly gone: PersonId;
  readonly keptAccount: AccountName;
  readonly goneAccount: AccountName;
  readonly at: Date;
  readonly until: Date;
}

export interface AccountStore {
  /** Keeps it, as a hash, in place of an earlier one and whoever asked by that. False when somebody else has just this code now. */
  show(
    person: PersonId,
    account: AccountName,
    code: string,
    until: Date,
    now: Date,
  ): Promise<boolean>;
  /**
   * The code is this asker's from now on: for everybody else there is none. `own`: it is the asker's own. Null: there is no such code,
   * or it is another asker's. Both rows are held until the transaction ends.
   */
  take(
    code: string,
    by: Pick<Ask, "id" | "asker" | "askerAccount">,
    now: Date,
  ): Promise<Ask | "own" | null>;
  /** What this person was asked or asks, while it is open. */
  ask(id: string, person: PersonId, now: Date): Promise<Ask | null>;
  /** The holder is asked, and has until then. False when it is over. */
  askHolder(ask: Ask, until: Date, now: Date): Promise<boolean>;
  /** Neither code nor question is any use to anybody from now on. Both rows are held. */
  close(ask: Ask): Promise<void>;
  tries(person: PersonId): Promise<Tries | null>;
  tried(person: PersonId, tries: Tries): Promise<void>;
  /** Whether both have an account in one workspace, as two people have. */
  shareWorkspace(one: PersonId, other: PersonId): Promise<boolean>;
  /** What the workspace of an account is called; empty where it has no name. */
  workspaceOf(account: AccountName): Promise<string>;
  /** How many platforms a person has an account on. */
  platforms(person: PersonId): Promise<number>;
  /** All of `gone` becomes `kept`'s, who is changed as said, in this transaction; what they asked or were asked is over. Both rows must be locked. */
  join(join: Join, change: PersonChange & RightsChange): Promise<void>;
  /** The joining this person is of, while it can be taken back. */
  joinOf(person: PersonId, now: Date): Promise<Join | null>;
  /** What was the other one's is theirs again. The row of who stayed must be locked. */
  part(join: Join): Promise<void>;
}
