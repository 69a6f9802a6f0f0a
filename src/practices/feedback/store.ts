// What is kept of feedback. Every method that reads words takes the reader: there is no other way to them, for anybody.
import type { LocalDate } from "#src/calendar/local-date";
import type { PersonId, TeamId } from "#src/people/person";
import type { Draft, Feedback, FeedbackId, Request, RequestId } from "./model.ts";

export interface FeedbackStore {
  /** Writes a draft, or writes it anew. False: it was sent, or is somebody else's. */
  keep(draft: Draft): Promise<boolean>;
  /** Only its author's draft; answers its request. False: nothing to send. */
  send(id: FeedbackId, by: PersonId, at: Date): Promise<boolean>;
  /** Only its author's draft. False: nothing to throw away. */
  discard(id: FeedbackId, by: PersonId): Promise<boolean>;
  /** For its author, for its receiver once it was sent, and for whom the receiver showed it to; null for everybody else. */
  read(id: FeedbackId, reader: PersonId): Promise<Feedback | null>;
  /** Everything this person may read, the newest first. */
  readable(reader: PersonId, most: number): Promise<readonly Feedback[]>;
  /** Only its receiver, once. False: not theirs, or done before. */
  thank(id: FeedbackId, by: PersonId, at: Date): Promise<boolean>;
  /** Only its receiver, once. False: not theirs, or done before. */
  showTo(manager: PersonId, id: FeedbackId, by: PersonId, at: Date): Promise<boolean>;
  ask(request: Pick<Request, "id" | "from" | "to" | "about" | "askedAt">): Promise<void>;
  /** Only who was asked, while it is open. False: not theirs, or over. */
  putAside(id: RequestId, by: PersonId, at: Date): Promise<boolean>;
  /** What this person asked or was asked and nobody answered yet, the newest first. */
  requests(of: PersonId): Promise<readonly Request[]>;
}

/** Who gave when and to whom: days and people, never a word. */
export interface GivenAt {
  readonly to: PersonId;
  readonly at: Date;
}

export interface FeedbackPromptStore {
  /** Since when a team's people are reminded; null: they are not. */
  since(team: TeamId): Promise<Date | null>;
  turn(team: TeamId, since: Date | null): Promise<void>;
  /** To whom this person gave feedback, and when. */
  givenBy(person: PersonId): Promise<readonly GivenAt[]>;
  suggested(
    person: PersonId,
  ): Promise<readonly { readonly round: LocalDate; readonly to: PersonId }[]>;
  /** Once a round. */
  suggest(person: PersonId, round: LocalDate, to: PersonId): Promise<void>;
}
