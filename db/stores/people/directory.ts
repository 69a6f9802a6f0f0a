// The directory: people, teams, places and the organisation's settings.
import { and, asc, eq, gte, inArray, isNull, sql, type SQL } from "drizzle-orm";
import { localDate, type LocalDate } from "#src/calendar/local-date";
import type { Leave } from "#src/calendar/workdays";
import type { Person, PersonId, Team, TeamId } from "#src/people/person";
import type { PeopleStore } from "#src/people/store";
import { begin, type Tx } from "../../client.ts";
import { organisationProfile, person, personLeave, team } from "../../schema/kernel.ts";
import { toOrganisation, toPerson } from "../columns.ts";
import { accountRights } from "./account-rights.ts";
import { actingPerson } from "./acting-person.ts";
import { chatAccounts } from "./chat-accounts.ts";
import { places } from "./places.ts";
import { deciderFor } from "./decider.ts";
import { personRights, trailOf, type Touched } from "./rights.ts";

const reports = sql<string>`(select count(*) from person sub where sub.organisation_id = person.organisation_id and sub.manager_id = person.id and sub.left_on is null)`;

/** What namesakes are told apart by. */
const teamName = sql<
  string | null
>`(select t.name from team t where t.organisation_id = person.organisation_id and t.id = person.team_id)`;

export function createPeopleStore(
  tx: Tx,
  organisationId: string,
  touched: Touched = { rights: false },
): PeopleStore {
  const keepTrail = trailOf(tx, organisationId, touched);
  return {
    changedRights: () => touched.rights,
    ...actingPerson(tx, organisationId),
    ...everybody(tx, organisationId),
    ...personRights(tx, organisationId, keepTrail),
    ...accountRights(tx, organisationId, keepTrail),
    ...chatAccounts(tx, organisationId, keepTrail),
    ...places(tx, organisationId),
    ...settings(tx, organisationId),
    ...leaves(tx, organisationId),
  };
}

function everybody(
  tx: Tx,
  organisationId: string,
): Pick<
  PeopleStore,
  "directory" | "reportsOf" | "withEmail" | "person" | "deciderFor" | "teams" | "lock"
> {
  const own = eq(person.organisationId, organisationId);
  const select = () => tx.select({ row: person, reports }).from(person);
  const read = (found: { row: typeof person.$inferSelect; reports: string }): Person =>
    toPerson(found.row, Number(found.reports));
  const byId = async (id: PersonId): Promise<Person | null> => {
    const [found] = await select().where(and(own, eq(person.id, id)));
    return found ? read(found) : null;
  };
  const here = async (which?: SQL): Promise<readonly Person[]> => {
    const found = await tx
      .select({ row: person, reports, teamName })
      .from(person)
      .where(and(own, isNull(person.leftOn), which))
      .orderBy(asc(person.name), asc(person.id));
    return found.map((each) => ({ ...read(each), teamName: each.teamName }));
  };
  return {
    directory: () => here(),
    reportsOf: (manager) => here(eq(person.managerId, manager)),
    withEmail: (email) => here(sql`lower(${person.email}) = lower(${email})`),
    person: byId,
    async deciderFor(id) {
      const found = await deciderFor(tx, organisationId, id);
      return found === null ? null : byId(found);
    },
    async teams() {
      const found = await tx
        .select()
        .from(team)
        .where(eq(team.organisationId, organisationId))
        .orderBy(asc(team.name));
      return found.map((row): Team => ({
        id: row.id as TeamId,
        name: row.name,
        managerId: row.managerId as PersonId | null,
        switchedOnAt: row.switchedOnAt,
      }));
    },
    async lock(ids) {
      await tx
        .select({ id: person.id })
        .from(person)
        .where(and(own, inArray(person.id, [...ids])))
        .orderBy(asc(person.id))
        .for("update");
    },
  };
}

function settings(
  tx: Tx,
  organisationId: string,
): Pick<
  PeopleStore,
  | "organisation"
  | "changeOrganisation"
  | "followOrganisation"
  | "switchPractice"
  | "lockOrganisation"
> {
  return {
    async organisation() {
      const [found] = await tx
        .select()
        .from(organisationProfile)
        .where(eq(organisationProfile.organisationId, organisationId));
      if (!found) throw new Error("an organisation without its profile");
      return toOrganisation(found);
    },
    async switchPractice(name, to) {
      const found = await tx
        .update(organisationProfile)
        .set({
          practices: sql`${organisationProfile.practices} || jsonb_build_object(${name}::text, ${JSON.stringify(to)}::text::jsonb)`,
        })
        .where(
          and(
            eq(organisationProfile.organisationId, organisationId),
            sql`${organisationProfile.practices}->${name}::text->>'on' is distinct from ${String(to.on)}`,
          ),
        )
        .returning({ id: organisationProfile.organisationId });
      return found.length > 0;
    },
    async changeOrganisation(change) {
      await tx
        .update(organisationProfile)
        .set(change)
        .where(eq(organisationProfile.organisationId, organisationId));
    },
    async followOrganisation({ zone, country, workweek }) {
      const found = await tx
        .update(person)
        .set({ zone, country, workweek: [...workweek] })
        .where(and(eq(person.organisationId, organisationId), eq(person.placeFrom, "organisation")))
        .returning({ id: person.id });
      return found.map((each) => each.id as PersonId);
    },
    async lockOrganisation() {
      begin(tx, {
        text: "select organisation_id from organisation_profile where organisation_id = $1::uuid for update",
        parameters: [organisationId],
      });
    },
  };
}

function leaves(
  tx: Tx,
  organisationId: string,
): Pick<PeopleStore, "leave" | "leaveOf" | "saveLeave"> {
  async function read(
    people: readonly PersonId[],
    from: LocalDate | null,
  ): Promise<ReadonlyMap<PersonId, readonly Leave[]>> {
    if (people.length === 0) return new Map();
    const found = await tx
      .select()
      .from(personLeave)
      .where(
        and(
          eq(personLeave.organisationId, organisationId),
          inArray(personLeave.personId, [...people]),
          from === null ? undefined : gte(personLeave.to, from),
        ),
      )
      .orderBy(asc(personLeave.from));
    const all = new Map<PersonId, Leave[]>();
    for (const { personId, ...row } of found) {
      const id = personId as PersonId;
      const leave = { from: localDate(row.from), to: localDate(row.to) };
      all.set(id, [...(all.get(id) ?? []), leave]);
    }
    return all;
  }

  /** Whoever is asked about in one breath, as the calendars of a whole team are, is read in one statement. */
  let asked: { readonly people: Set<PersonId>; readonly answer: ReturnType<typeof read> } | null =
    null;
  function together(id: PersonId): ReturnType<typeof read> {
    if (asked === null) {
      const people = new Set<PersonId>();
      const answer = Promise.resolve().then(() => {
        asked = null;
        return read([...people], null);
      });
      asked = { people, answer };
    }
    asked.people.add(id);
    return asked.answer;
  }

  return {
    leave: async (id) => (await together(id)).get(id) ?? [],
    leaveOf: (people, from) => read(people, from),
    async saveLeave(id, leave) {
      await tx
        .delete(personLeave)
        .where(and(eq(personLeave.organisationId, organisationId), eq(personLeave.personId, id)));
      if (leave.length > 0)
        await tx.insert(personLeave).values(
          leave.map(({ from, to }) => ({
            organisationId,
            id: sql`gen_random_uuid()`,
            personId: id,
            from,
            to,
          })),
        );
    },
  };
}
