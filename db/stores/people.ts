// The directory: people, teams, the organisation's settings, and who acts.
import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import { localDate, type LocalDate } from "#src/calendar/local-date";
import type { Leave } from "#src/calendar/workdays";
import type { Person, PersonId, Team, TeamId } from "#src/people/person";
import { cloudOf, type Place, type PlaceId } from "#src/people/place";
import type { ActingPerson, PeopleStore } from "#src/people/store";
import { begin, columnsOf, send, type Tx } from "../client.ts";
import { atRouting } from "../organisation.ts";
import { chatIdentity, chatPlace, organisationProfile, person, personLeave, place, team } from "../schema/kernel.ts";
import { accountRights, takeFromAccounts } from "./account-rights.ts";
import { fromJson, toOrganisation, toPerson } from "./columns.ts";

interface LockedRow {
  readonly reports: string;
  readonly leaves: unknown;
  readonly overrides: unknown;
}

const reports = sql<string>`(select count(*) from person sub where sub.organisation_id = person.organisation_id and sub.manager_id = person.id and sub.left_on is null)`;

const ofProfile = "profile.";

/** Leave and overrides ride along with the lock, so that most acts need no further statement to know the workdays. */
const acting = `select ${columnsOf(person, "person")}, ${columnsOf(organisationProfile, "o", ofProfile)},
    (select count(*) from person sub where sub.organisation_id = person.organisation_id and sub.manager_id = person.id and sub.left_on is null) as reports,
    (select coalesce(json_agg(json_build_object('from', l."from", 'to', l."to")), '[]') from person_leave l where l.person_id = person.id and l.organisation_id = person.organisation_id) as leaves,
    (select coalesce(json_agg(json_build_array(d.date, d.kind)), '[]') from day_override d where d.organisation_id = person.organisation_id) as overrides
  from person join organisation_profile o on o.organisation_id = person.organisation_id
  where person.organisation_id = $1 and person.id = $2`;
const lockActor = `${acting} for update of person`;

function parted(columns: object): [typeof person.$inferSelect, typeof organisationProfile.$inferSelect] {
  const own: Record<string, unknown> = {};
  const profile: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(columns)) {
    if (name.startsWith(ofProfile)) profile[name.slice(ofProfile.length)] = value;
    else own[name] = value;
  }
  return [own, profile] as unknown as ReturnType<typeof parted>;
}

/** `cloudOf`, as the database says it. */
const cloud = sql<string>`case when position('/' in ${chatIdentity.workspace}) > 0 then split_part(${chatIdentity.workspace}, '/', 1) else ${chatIdentity.platform} end`;

export function createPeopleStore(tx: Tx, organisationId: string): PeopleStore {
  const own = eq(person.organisationId, organisationId);
  const select = () => tx.select({ row: person, reports }).from(person);
  const read = (found: { row: typeof person.$inferSelect; reports: string }): Person => toPerson(found.row, Number(found.reports));
  async function readActing(text: string, id: PersonId): Promise<ActingPerson | null> {
    const [found] = await send<LockedRow>(tx, text, [organisationId, id]);
    if (!found) return null;
    const { reports: count, leaves, overrides, ...columns } = found;
    const [row, profile] = parted(columns);
    return {
      person: toPerson(row, Number(count)),
      organisation: toOrganisation(profile),
      leave: fromJson<Leave[]>(leaves),
      overrides: new Map(fromJson<[LocalDate, "workday" | "holiday"][]>(overrides)),
    };
  }

  return {
    lockActor: (id) => readActing(lockActor, id),
    acting: (id) => readActing(acting, id),
    async lock(ids) {
      await tx
        .select({ id: person.id })
        .from(person)
        .where(and(own, inArray(person.id, [...ids])))
        .orderBy(asc(person.id))
        .for("update");
    },
    async lockOrganisation() {
      begin(tx, { text: "select organisation_id from organisation_profile where organisation_id = $1::uuid for update", parameters: [organisationId] });
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
      return found.map((row): Team => ({ id: row.id as TeamId, name: row.name, managerId: row.managerId as PersonId | null, switchedOnAt: row.switchedOnAt }));
    },
    async places() {
      const found = await tx.select().from(place).where(eq(place.organisationId, organisationId)).orderBy(asc(place.name), asc(place.id));
      return found.map((row): Place => ({ id: row.id as PlaceId, name: row.name, reads: row.reads, teamId: row.teamId as TeamId | null, cloud: row.cloud }));
    },
    async savePlace(row) {
      await tx
        .insert(place)
        .values({ organisationId, ...row })
        .onConflictDoUpdate({ target: place.id, set: { name: row.name, reads: row.reads, teamId: row.teamId } });
    },
    async add({ reports: _, ...row }) {
      await tx.insert(person).values({ organisationId, ...row, adminGranted: row.admin, workweek: [...row.workweek] });
    },
    async change(id, { workweek, ...change }) {
      // Who is an admin already is one by what made them one.
      const granted = change.admin === undefined ? {} : { adminGranted: change.admin ? sql<boolean>`${person.adminGranted} or not ${person.admin}` : false };
      await tx
        .update(person)
        .set({ ...change, ...granted, ...(workweek ? { workweek: [...workweek] } : {}) })
        .where(and(own, eq(person.id, id)));
      if (change.admin === false) await takeFromAccounts(tx, organisationId, id);
    },
    ...accountRights(tx, organisationId),
    async saveTeam(row) {
      await tx
        .insert(team)
        .values({ organisationId, ...row })
        .onConflictDoUpdate({ target: team.id, set: { name: row.name, managerId: row.managerId, switchedOnAt: row.switchedOnAt } });
    },
    async changeOrganisation(change) {
      await tx.update(organisationProfile).set(change).where(eq(organisationProfile.organisationId, organisationId));
    },
    arrive: (identity, { reports: _, ...row }, adminBy = null) =>
      // The account first: of two who arrive at once only one finds it free.
      atRouting(tx, async () => {
        const values = { ...identity, organisationId, personId: row.id, adminBy };
        return (await tx.insert(chatIdentity).values(values).onConflictDoNothing().returning({ user: chatIdentity.user })).length > 0;
      }).then(async (isNew) => {
        if (isNew) await tx.insert(person).values({ organisationId, ...row, workweek: [...row.workweek] });
        return isNew;
      }),
    async cloudsOf(id) {
      const found = await atRouting(tx, () =>
        tx
          .selectDistinct({ cloud })
          .from(chatIdentity)
          .where(and(eq(chatIdentity.organisationId, organisationId), eq(chatIdentity.personId, id))),
      );
      return found.map((each) => each.cloud);
    },
    async onlyElsewhere(clouds, ids) {
      if (ids.length === 0) return new Set();
      const ofThem = and(eq(chatIdentity.organisationId, organisationId), inArray(chatIdentity.personId, [...ids]));
      const found = await atRouting(tx, () =>
        tx
          .select({ id: chatIdentity.personId, here: sql<boolean>`bool_or(${clouds.length === 0 ? sql`false` : inArray(cloud, [...clouds])})` })
          .from(chatIdentity)
          .where(ofThem)
          .groupBy(chatIdentity.personId),
      );
      return new Set(found.filter((each) => !each.here).map((each) => each.id as PersonId));
    },
    async comeBack({ platform, workspace, user }) {
      const where = and(eq(chatIdentity.platform, platform), eq(chatIdentity.workspace, workspace), eq(chatIdentity.user, user), eq(chatIdentity.organisationId, organisationId));
      await atRouting(tx, async () => void (await tx.update(chatIdentity).set({ stoppedAt: null }).where(where)));
    },
    async arriveAt(identity, row) {
      const placeId = await atRouting(tx, async () => {
        const target = [chatPlace.platform, chatPlace.workspace, chatPlace.channel];
        const [known] = await tx
          .insert(chatPlace)
          .values({ ...identity, organisationId, placeId: row.id })
          .onConflictDoUpdate({ target, set: { stoppedAt: null }, setWhere: eq(chatPlace.organisationId, organisationId) })
          .returning({ id: chatPlace.placeId });
        return known?.id ?? null;
      });
      if (placeId === null) return;
      const there = and(eq(place.organisationId, organisationId), eq(place.id, placeId));
      // Where the platform does not tell the name, the one that is known stays.
      const name = sql`coalesce(nullif(${row.name}::text, ''), ${place.name})`;
      const renamed = await tx
        .update(place)
        .set({ name, cloud: cloudOf(identity) })
        .where(there)
        .returning({ id: place.id });
      if (renamed.length === 0) await tx.insert(place).values({ organisationId, ...row, name: row.name === "" ? identity.channel : row.name, id: placeId, cloud: cloudOf(identity) });
    },
    async leavePlace({ platform, workspace, channel }) {
      const where = and(eq(chatPlace.platform, platform), eq(chatPlace.workspace, workspace), eq(chatPlace.channel, channel), eq(chatPlace.organisationId, organisationId));
      await atRouting(
        tx,
        async () =>
          void (await tx
            .update(chatPlace)
            .set({ stoppedAt: sql`coalesce(stopped_at, clock_timestamp())` })
            .where(where)),
      );
    },
    async organisation() {
      const [found] = await tx.select().from(organisationProfile).where(eq(organisationProfile.organisationId, organisationId));
      if (!found) throw new Error("an organisation without its profile");
      return toOrganisation(found);
    },
    async leave(id) {
      const found = await tx
        .select()
        .from(personLeave)
        .where(and(eq(personLeave.organisationId, organisationId), eq(personLeave.personId, id)));
      return found.map((row) => ({ from: localDate(row.from), to: localDate(row.to) }));
    },
    async saveLeave(id, leave) {
      await tx.delete(personLeave).where(and(eq(personLeave.organisationId, organisationId), eq(personLeave.personId, id)));
      if (leave.length > 0) await tx.insert(personLeave).values(leave.map(({ from, to }) => ({ organisationId, id: sql`gen_random_uuid()`, personId: id, from, to })));
    },
  };
}
