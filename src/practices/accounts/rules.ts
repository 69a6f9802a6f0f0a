// Codes, who becomes whom, and what that brings along. Pure.
import { isManager, type Person } from "#src/people/person";
import type { PersonChange, RightsChange } from "#src/people/store";
import type { Tries } from "./store.ts";

export const codeMinutes = 10;
export const codeMs = codeMinutes * 60_000;
/** So many codes within the time one holds: whoever guesses has five chances in a million, and nobody is asked without end. */
export const mostTries = 5;
/** For so long a joining can be taken back. */
export const partMs = 24 * 3_600_000;

/** Six digits out of the part of a fresh id that is drawn by chance. */
export const codeFrom = (freshId: string): string =>
  String(Number.parseInt(freshId.replaceAll("-", "").slice(-12), 16) % 1_000_000).padStart(6, "0");

export const readCode = (text: string): string | null =>
  /^(\d{3})[\s-]?(\d{3})$/.exec(text.trim())?.slice(1).join("") ?? null;

/** They count together until so long passed without any. */
export const typedLately = (tries: Tries | null, now: Date): number =>
  tries !== null && now.getTime() - tries.at.getTime() < codeMs ? tries.typed : 0;

/** What somebody may here beyond their own things. */
export interface Rights {
  readonly admin: boolean;
  /** How many people they lead. */
  readonly leads: number;
  readonly assistant: boolean;
}

/** Null where there are none. */
export function rightsOf(person: Person): Rights | null {
  const { admin, assistant, reports } = person;
  return admin || assistant || isManager(person) ? { admin, assistant, leads: reports } : null;
}

/** What the one who stays is from now on: as whoever was here first set it up; what that one had not, the other one brings. */
export function mergedInto(kept: Person, gone: Person): PersonChange & RightsChange {
  const [first, second] = (gone.seq ?? 0) < (kept.seq ?? 0) ? [gone, kept] : [kept, gone];
  const { locale, zone, country, hours, workweek } = first;
  return {
    name: first.name,
    email: first.email ?? second.email,
    locale,
    zone,
    country,
    hours,
    workweek,
    admin: first.admin || second.admin,
    assistant: first.assistant || second.assistant,
    teamId: first.teamId ?? second.teamId,
    managerId: managerOf(first, second),
  };
}

/** Nobody manages themselves, now that the two are one. */
function managerOf(first: Person, second: Person): Person["managerId"] {
  const named = [first.managerId, second.managerId].find(
    (id) => id !== null && id !== first.id && id !== second.id,
  );
  return named ?? null;
}

/** Others of this e-mail: perhaps the same person, which only they can say. */
export function twinsOf(person: Person, directory: readonly Person[]): readonly Person[] {
  const email = person.email?.toLowerCase();
  return email === undefined || email === ""
    ? []
    : directory.filter((each) => each.id !== person.id && each.email?.toLowerCase() === email);
}
