// What the handlers of rights are given, and names of people and teams who may be gone.
import type { Context } from "#src/bot/declare/practice";
import type { PersonId } from "#src/people/person";
import type { PeopleStore } from "#src/people/store";
import type { AuditStore } from "#src/ports/audit";
import type { NudgeStore } from "#src/ports/delivery/nudges";
import type { RightsMessages } from "./messages/en/index.ts";
import type { SightStore } from "./store.ts";

export interface RightsStores {
  readonly people: PeopleStore;
  readonly audit: AuditStore;
  readonly nudges: Pick<NudgeStore, "takeBack">;
  readonly sight: SightStore;
}
export type RightsContext = Context<RightsMessages, RightsStores>;

export interface Names {
  readonly person: (id: string | null | undefined) => string | null;
  readonly team: (id: string | null | undefined) => string | null;
  /** Of these, those who are here. */
  readonly here: (ids: readonly string[]) => readonly string[];
}

export async function namesOf(
  ids: readonly (string | null | undefined)[],
  { stores }: RightsContext,
): Promise<Names> {
  const teams = new Map<string, string>(
    (await stores.people.teams()).map((each) => [each.id, each.name]),
  );
  const people = new Map<string, { readonly name: string; readonly isHere: boolean }>();
  for (const id of new Set(ids)) {
    const found = id ? await stores.people.person(id as PersonId) : null;
    if (found) people.set(found.id, { name: found.name, isHere: found.leftOn === null });
  }
  return {
    person: (id) => (id ? (people.get(id)?.name ?? null) : null),
    team: (id) => (id ? (teams.get(id) ?? null) : null),
    here: (all) => all.filter((id) => people.get(id)?.isHere === true),
  };
}
