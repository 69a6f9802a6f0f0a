// What the house asks of its directory of people, teams and settings of the organisation.
import type { LocalDate } from "#src/calendar/local-date";
import type { Organisation, Person, PersonId, Team } from "./person.ts";

export type PersonChange = Partial<Pick<Person, "name" | "email" | "locale" | "zone" | "country" | "hours" | "workweek" | "admin" | "teamId" | "managerId" | "assistant" | "leftOn">>;
export type OrganisationChange = Partial<Omit<Organisation, "id">>;

/** Who acts, with all that most acts need, read in one statement with the lock. */
export interface ActingPerson {
  readonly organisation: Organisation;
  readonly person: Person;
  readonly leave: readonly { readonly from: LocalDate; readonly to: LocalDate }[];
  /** Dates the organisation works, or does not, against the country's calendar. */
  readonly overrides: ReadonlyMap<LocalDate, "workday" | "holiday">;
}

export interface PeopleStore {
  /** Locks the person's row until the transaction ends: one person's acts are serial. */
  lockActor(id: PersonId): Promise<ActingPerson | null>;
  /** Locks several people in id order, whatever order they are given in. */
  lock(ids: readonly PersonId[]): Promise<void>;
  /** Everybody who has not left, by name. */
  directory(): Promise<readonly Person[]>;
  person(id: PersonId): Promise<Person | null>;
  teams(): Promise<readonly Team[]>;
  add(person: Person): Promise<void>;
  change(id: PersonId, change: PersonChange): Promise<void>;
  saveTeam(team: Team): Promise<void>;
  changeOrganisation(change: OrganisationChange): Promise<void>;
  leave(id: PersonId): Promise<readonly { from: LocalDate; to: LocalDate }[]>;
}
