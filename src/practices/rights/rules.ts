// What is news between two moments of who sees what. Pure.
import type { PersonId, TeamId } from "#src/people/person";
import type { Sight, Told } from "./model.ts";

/** Within this, what changes again is one message. */
export const togetherMs = 3_600_000;

interface Turn<T> {
  readonly before: T;
  readonly now: T;
}

interface Moved {
  readonly added: readonly PersonId[];
  readonly gone: readonly PersonId[];
}

/** Null or empty: nothing changed there. */
export interface News {
  readonly manager: Turn<PersonId | null> | null;
  readonly team: Turn<TeamId | null> | null;
  readonly assists: Turn<TeamId | null> | null;
  readonly assistants: Moved;
  readonly leads: Moved;
}

const turn = <T>(before: T, now: T): Turn<T> | null => (before === now ? null : { before, now });
const moved = (before: readonly PersonId[], now: readonly PersonId[]): Moved => ({
  added: now.filter((each) => !before.includes(each)),
  gone: before.filter((each) => !now.includes(each)),
});

export function newsBetween(before: Sight, now: Sight): News {
  return {
    manager: turn(before.manager, now.manager),
    team: turn(before.team, now.team),
    assists: turn(before.assists, now.assists),
    assistants: moved(before.assistants, now.assistants),
    leads: moved(before.leads, now.leads),
  };
}

export const isNews = ({ manager, team, assists, assistants, leads }: News): boolean =>
  manager !== null ||
  team !== null ||
  assists !== null ||
  [assistants, leads].some(({ added, gone }) => added.length + gone.length > 0);

/** The message that is changed by what is news now: one that is younger than an hour, or a new one. */
export function messageOf(
  known: Told,
  now: Date,
): { readonly before: Sight; readonly since: Date; readonly isNew: boolean } {
  const { told, before, since } = known;
  if (before !== null && since !== null && now.getTime() - since.getTime() < togetherMs)
    return { before, since, isNew: false };
  return { before: told, since: now, isNew: true };
}
