// Who looks at their pages in a browser: links that open them once, and the sessions those began.
import type { AccountName, ChatIdentity, PersonId } from "#src/people/person";

/** One link that somebody asked for in a chat. What opens it is kept nowhere: it is made of its id and a key that is not in the database. */
export interface PageLink {
  readonly id: string;
  readonly person: PersonId;
  /** In whose chat it stands: they act as that account there. */
  readonly account: AccountName;
  readonly until: Date;
  readonly spent: boolean;
}

export interface Session {
  readonly person: PersonId;
  readonly account: AccountName;
  readonly until: Date;
}

/** How long a session lasts at most, and without being used. */
export interface SessionAge {
  readonly mostMs: number;
  readonly idleMs: number;
}

export interface VisitStore {
  /** Keeps it; those they asked for before are over. False where they asked for `most` since then. */
  offer(
    link: Omit<PageLink, "spent"> & { readonly at: Date },
    limit: { readonly most: number; readonly since: Date },
  ): Promise<boolean>;
  link(id: string): Promise<PageLink | null>;
  /** Of several who spend it at once one does. */
  spend(id: string, now: Date): Promise<boolean>;
  /** `hash`: of what the browser keeps. */
  begin(hash: string, session: Session, now: Date): Promise<void>;
  /** While it lasts; that it was used is noted, the hour it was. */
  session(hash: string, now: Date, age: Pick<SessionAge, "idleMs">): Promise<Session | null>;
  end(hash: string): Promise<void>;
  /** Every session and link of theirs is over. How many sessions that were. */
  endAll(person: PersonId, now: Date): Promise<number>;
}

/** What finds the account again. */
export interface AccountRouting {
  /** Null where they have no such account any more. */
  accountNamed(person: PersonId, account: AccountName): Promise<ChatIdentity | null>;
}
