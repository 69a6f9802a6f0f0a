// Who leads somebody and who may log for them, which is who sees what of theirs; and how much of that they were told.
import type { PersonId, TeamId } from "#src/people/person";
import type { AuditAct } from "#src/ports/audit";

/** Only people who are here. Lists are in the order of ids. */
export interface Sight {
  readonly manager: PersonId | null;
  readonly team: TeamId | null;
  /** May log for the team, and see its goals and what is logged. */
  readonly assistants: readonly PersonId[];
  /** The team they are the assistant of themselves. */
  readonly assists: TeamId | null;
  /** Whose goals, check-ins and blockers they see as their manager. */
  readonly leads: readonly PersonId[];
}

/** What somebody knows, and how it was when the message they have about it began. */
export interface Told {
  readonly told: Sight;
  readonly before: Sight | null;
  /** When that message was first written; null where none is to be changed any more. */
  readonly since: Date | null;
}

/** One line of the record, with the names in it. */
export interface RecordLine {
  readonly act: AuditAct;
  readonly at: Date;
  readonly by: "you" | "operator" | "platform" | { readonly name: string | null };
  /** Whom it is about, where that is somebody else: one's own people. */
  readonly of: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly team: string | null;
  /** The practice that was switched. */
  readonly what?: string | null;
  /** For what began or ended: whether it holds from then on. */
  readonly holds: boolean;
}
