// Who leads somebody and who may log for them, which is who sees what of theirs; and how much of that they were told.
import type { PersonId, TeamId } from "#src/people/person";

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
