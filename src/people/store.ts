// What the house asks of its directory of people, teams and settings of the organisation.
import type { LocalDate } from "#src/calendar/local-date";
import type { ChatIdentity, Organisation, Person, PersonId, Team, TeamId } from "./person.ts";

export type PersonChange = Partial<Pick<Person, "name" | "email" | "locale" | "zone" | "country" | "hours" | "workweek" | "admin" | "teamId" | "managerId" | "assistant" | "leftOn">>;
export type OrganisationChange = Partial<Omit<Organisation, "id">>;

export interface PeopleStore {
  /** Locks the person's row until the transaction ends: one person's acts are serial. */
  lockActor(id: PersonId): Promise<{ organisation: Organisation; person: Person } | null>;
  /** Locks several people in id order, whatever order they are given in. */
  lock(ids: readonly PersonId[]): Promise<void>;
  /** Everybody who has not left, by name. */
  directory(): Promise<readonly Person[]>;
  person(id: PersonId): Promise<Person | null>;
  teams(): Promise<readonly Team[]>;
  add(person: Person, identities: readonly ChatIdentity[]): Promise<void>;
  change(id: PersonId, change: PersonChange): Promise<void>;
  saveTeam(team: Team): Promise<void>;
  changeOrganisation(change: OrganisationChange): Promise<void>;
  /** Dates the organisation works, or does not, against the country's calendar. */
  dayOverrides(): Promise<ReadonlyMap<LocalDate, "workday" | "holiday">>;
  leave(id: PersonId): Promise<readonly { from: LocalDate; to: LocalDate }[]>;
}

export type { TeamId };
