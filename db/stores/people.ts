// The directory: people, teams, the organisation's settings, and who acts.
import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import { localDate, type LocalDate } from "#src/calendar/local-date";
import type { Person, PersonId, Team, TeamId } from "#src/people/person";
import type { PeopleStore } from "#src/people/store";
import type { Tx } from "../client.ts";
import { organisationProfile, person, personLeave, team } from "../schema/kernel.ts";
import { fromJson, toOrganisation, toPerson } from "./columns.ts";

interface Span {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

const reports = sql<string>`(select count(*) from person sub where sub.organisation_id = person.organisation_id and sub.manager_id = person.id and sub.left_on is null)`;

/** Leave and overrides ride along with the lock, so that most acts need no further statement to know the workdays. */
const leaves = sql<unknown>`(select coalesce(json_agg(json_build_object('from', l."from", 'to', l."to")), '[]') from person_leave l where l.person_id = person.id and l.organisation_id = person.organisation_id)`;
const overrides = sql<unknown>`(select coalesce(json_agg(json_build_array(o.date, o.kind)), '[]') from day_override o where o.organisation_id = person.organisation_id)`;

export function createPeopleStore(tx: Tx, organisationId: string): PeopleStore {
  const own = eq(person.organisationId, organisationId);
  const select = () => tx.select({ row: person, reports }).from(person);
  const read = (found: { row: typeof person.$inferSelect; reports: string }): Person => toPerson(found.row, Number(found.reports));
  return {
    async lockActor(id) {
      const [found] = await tx
        .select({ row: person, reports, profile: organisationProfile, leaves, overrides })
        .from(person)
        .innerJoin(organisationProfile, eq(organisationProfile.organisationId, person.organisationId))
        .where(and(own, eq(person.id, id)))
        .for("update", { of: person });
      if (!found) return null;
      return {
        person: read(found),
        organisation: toOrganisation(found.profile),
        leave: fromJson<Span[]>(found.leaves),
        overrides: new Map(fromJson<[LocalDate, "workday" | "holiday"][]>(found.overrides)),
      };
    },
    async lock(ids) {
      await tx
        .select({ id: person.id })
        .from(person)
        .where(and(own, inArray(person.id, [...ids])))
        .orderBy(asc(person.id))
        .for("update");
    },
    async directory() {
      return (
        await select()
          .where(and(own, isNull(person.leftOn)))
          .orderBy(asc(person.name), asc(person.id))
      ).map(read);
    },
    async person(id) {
      const [found] = await select().where(and(own, eq(person.id, id)));
      return found ? read(found) : null;
    },
    async teams() {
      const found = await tx.select().from(team).where(eq(team.organisationId, organisationId)).orderBy(asc(team.name));
      return found.map((row): Team => ({ id: row.id as TeamId, name: row.name, managerId: row.managerId as PersonId | null }));
    },
    async add({ reports: _, ...row }) {
      await tx.insert(person).values({ organisationId, ...row, workweek: [...row.workweek] });
    },
    async change(id, { workweek, ...change }) {
      await tx
        .update(person)
        .set({ ...change, ...(workweek ? { workweek: [...workweek] } : {}) })
        .where(and(own, eq(person.id, id)));
    },
    async saveTeam(row) {
      await tx
        .insert(team)
        .values({ organisationId, ...row })
        .onConflictDoUpdate({ target: team.id, set: { name: row.name, managerId: row.managerId } });
    },
    async changeOrganisation(change) {
      await tx.update(organisationProfile).set(change).where(eq(organisationProfile.organisationId, organisationId));
    },
    async leave(id) {
      const found = await tx
        .select()
        .from(personLeave)
        .where(and(eq(personLeave.organisationId, organisationId), eq(personLeave.personId, id)));
      return found.map((row) => ({ from: localDate(row.from), to: localDate(row.to) }));
    },
  };
}
