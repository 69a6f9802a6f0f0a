// Who may come into a team, and who may lead whom: rules only.
import { foldCase } from "#src/language/text";
import type { Person, PersonId, Team, TeamId } from "#src/people/person";

export const called = (teams: readonly Team[], name: string): Team | undefined =>
  teams.find((each) => foldCase(each.name) === foldCase(name));

/** Whoever is in no other team than the one everybody begins in: that has no manager, nobody was put into it. */
export const mayJoin = (
  person: Person | undefined,
  team: TeamId | null,
  teams: readonly Team[],
): boolean =>
  person === undefined ||
  person.teamId === null ||
  person.teamId === team ||
  teams.find((each) => each.id === person.teamId)?.managerId === null;

/** Whether the team's manager can be that person's own. */
export const leads = (
  leader: PersonId | null,
  person: Person,
  directory: readonly Person[],
): leader is PersonId =>
  leader !== null && leader !== person.id && !isUnder(leader, person.id, directory);

/** Whether `id` stands somewhere below `above`, so that managers never form a circle. */
export function isUnder(id: string, above: PersonId, directory: readonly Person[]): boolean {
  const seen = new Set<string>();
  for (
    let at = directory.find((each) => each.id === id);
    at && !seen.has(at.id);
    at = directory.find((each) => each.id === at?.managerId)
  ) {
    if (at.managerId === above) return true;
    seen.add(at.id);
  }
  return false;
}
