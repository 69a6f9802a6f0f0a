// Whose turn it is: every second week one teammate is suggested who has not had feedback from this person for eight weeks, in
// rotation and never the same pair twice running. Pure. Source: issue 4, domain.md P6.
import {
  addDays,
  compareDates,
  daysBetween,
  startOfWeek,
  type LocalDate,
} from "#src/calendar/local-date";
import type { PersonId } from "#src/people/person";

export interface PairDay {
  readonly to: PersonId;
  readonly on: LocalDate;
}

export const everyDays = 14;
/** Feedback counts for so long. */
export const freshDays = 56;
/** Nobody is reminded in their first days. */
export const settlingDays = 30;
const wednesday = 2;

/** The rounds next to a day: the last one not after it, and the one that follows. The first is the Wednesday of the week after `since`. */
export function roundsAround(since: LocalDate, today: LocalDate): readonly LocalDate[] {
  const first = addDays(startOfWeek(since), 7 + wednesday);
  const gone = Math.floor(daysBetween(first, today) / everyDays);
  return gone < 0
    ? [first]
    : [addDays(first, gone * everyDays), addDays(first, (gone + 1) * everyDays)];
}

export interface Turn {
  readonly me: PersonId;
  /** Everybody in the team, with or without me. */
  readonly team: readonly PersonId[];
  /** Feedback I gave. */
  readonly given: readonly PairDay[];
  /** Whom earlier rounds suggested to me. */
  readonly suggested: readonly PairDay[];
  readonly round: LocalDate;
}

/** Whom to suggest; null when everybody had feedback, or the only one left was suggested last time. */
export function whoseTurn({ me, team, given, suggested, round }: Turn): PersonId | null {
  const before = suggested
    .filter((each) => compareDates(each.on, round) < 0)
    .toSorted((a, b) => compareDates(b.on, a.on));
  // A round in which nobody was suggested lies between, or it would be the same pair twice running.
  const running = before.find((each) => daysBetween(each.on, round) < 2 * everyDays)?.to ?? null;
  const fresh = new Set(
    given.filter((each) => daysBetween(each.on, round) < freshDays).map((each) => each.to),
  );
  const lastOf = (id: PersonId): number => {
    const last = before.find((each) => each.to === id);
    return last ? -daysBetween(last.on, round) : Number.NEGATIVE_INFINITY;
  };
  const free = ring(me, team).filter((each) => each !== running && !fresh.has(each));
  return free.toSorted((a, b) => compare(lastOf(a), lastOf(b)))[0] ?? null;
}

/** The others in one fixed order that begins behind me, so that a team's people are not all sent to the same one. */
function ring(me: PersonId, team: readonly PersonId[]): readonly PersonId[] {
  const others = [...new Set(team)].filter((each) => each !== me).toSorted();
  const behind = others.findIndex((each) => each > me);
  return behind < 0 ? others : [...others.slice(behind), ...others.slice(0, behind)];
}

/** Not a - b, which is no number where both never were. */
function compare(a: number, b: number): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
