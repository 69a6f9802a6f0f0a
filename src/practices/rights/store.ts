// What people were told of who sees what of theirs.
import type { PersonId } from "#src/people/person";
import type { Sight, Told } from "./model.ts";

export interface SightStore {
  /** Who was greeted, is in a team that is switched on or leads one, and knows something else than what holds now. */
  untold(): Promise<readonly PersonId[]>;
  /** As it is now, and what they were told; the latter locked until the transaction ends. */
  of(person: PersonId): Promise<{ readonly now: Sight; readonly known: Told | null }>;
  keep(person: PersonId, known: Told): Promise<void>;
}
