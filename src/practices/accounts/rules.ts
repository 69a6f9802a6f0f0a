// Codes and who becomes whom. Pure.
import { createHash } from "node:crypto";
import type { OrganisationId, Person } from "#src/people/person";
import type { PersonChange } from "#src/people/store";
import type { Tries } from "./store.ts";

export const codeMinutes = 10;
export const codeMs = codeMinutes * 60_000;
/** So many wrong codes within the time a code holds: whoever guesses has five chances in a million. */
export const mostTries = 5;

/** Six digits out of the part of a fresh id that is drawn by chance. */
export const codeFrom = (freshId: string): string => String(Number.parseInt(freshId.replaceAll("-", "").slice(-12), 16) % 1_000_000).padStart(6, "0");

/** What is kept of a code: of no use elsewhere. */
export const hashOf = (organisation: OrganisationId, code: string): string => createHash("sha256").update(`link ${organisation} ${code}`).digest("base64url");

export const readCode = (text: string): string | null => /^(\d{3})[\s-]?(\d{3})$/.exec(text.trim())?.slice(1).join("") ?? null;

/** Wrong ones count together until so long passed without any. */
export const wrongNow = (tries: Tries | null, now: Date): number => (tries !== null && now.getTime() - tries.at.getTime() < codeMs ? tries.wrong : 0);

/** What the one who stays is from now on: as whoever was here first set it up; what that one had not, the other one brings. */
export function mergedInto(kept: Person, gone: Person): PersonChange {
  const [first, second] = gone.id < kept.id ? [gone, kept] : [kept, gone];
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
  const named = [first.managerId, second.managerId].find((id) => id !== null && id !== first.id && id !== second.id);
  return named ?? null;
}

/** Somebody else of this e-mail: perhaps the same person, which only they can say. */
export function twinOf(person: Person, directory: readonly Person[]): Person | null {
  const email = person.email?.toLowerCase();
  return email === undefined || email === "" ? null : (directory.find((each) => each.id !== person.id && each.email?.toLowerCase() === email) ?? null);
}
