// The directory: people, teams, the organisation's settings, and who acts.
import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import { localDate, type LocalDate } from "#src/calendar/local-date";
import type { Leave } from "#src/calendar/workdays";
import type { Person, PersonId, Team, TeamId } from "#src/people/person";
import { cloudOf, type Place, type PlaceId } from "#src/people/place";
import type { ActingPerson, ChangedBy, PeopleStore } from "#src/people/store";
import type { AuditEvent } from "#src/ports/audit";
import { begin, columnsOf, send, type Tx } from "../../client.ts";
import { atRouting } from "../../organisation.ts";
import {
  chatIdentity,
  chatPlace,
  organisationProfile,
  person,
  personLeave,
  place,
  team,
} from "../../schema/kernel.ts";
import { accountRights, takeFromAccounts, type KeepTrail } from "./account-rights.ts";
import { createAuditStore } from "./audit.ts";
import { fromJson, toOrganisation, toPerson } from "../columns.ts";

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

function parted(
  columns: object,
): [typeof person.$inferSelect, typeof organisationProfile.$inferSelect] {
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

type Rights = Pick<Person, "admin" | "teamId" | "managerId" | "assistant">;
const noRights: Rights = { admin: false, assistant: false, managerId: null, teamId: null };

const byHand = { because: "granted" };

/** One event for each right that is another than it was. */
function eventsOf(
  before: Rights,
  after: Rights,
  admin: AuditEvent["detail"] = byHand,
): readonly Pick<AuditEvent, "act" | "detail">[] {
  const moved = (act: "manager.changed" | "team.changed", from: string | null, to: string | null) =>
    from === to ? [] : [{ act, detail: { from, to } }];
  return [
    ...(before.admin === after.admin
      ? []
      : [
          {
            act: after.admin ? ("admin.granted" as const) : ("admin.lost" as const),
            detail: admin,
          },
        ]),
    ...moved("team.changed", before.teamId, after.teamId),
    ...moved("manager.changed", before.managerId, after.managerId),
    ...(before.assistant === after.assistant
      ? []
      : [
          {
            act: "assistant.changed" as const,
            detail: { is: after.assistant ? "yes" : "no", team: after.teamId },
          },
        ]),
  ];
}

/** What changed in one transaction, whichever of its stores did it. */
export interface Touched {
  rights: boolean;
}

export function createPeopleStore(
  tx: Tx,
  organisationId: string,
  touched: Touched = { rights: false },
): PeopleStore {
  const own = eq(person.organisationId, organisationId);
  const select = () => tx.select({ row: person, reports }).from(person);
  const read = (found: { row: typeof person.$inferSelect; reports: string }): Person =>
    toPerson(found.row, Number(found.reports));
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

  const audit = createAuditStore(tx, organisationId);
  const keepTrail: KeepTrail = async (about, events, { by, at }) => {
    if (events.length > 0) touched.rights = true;
    for (const each of events) await audit.record({ ...each, by, about, at });
  };
  /** `because`: what of an account makes them an admin; nothing where it is given by hand. */
  async function insert(
    { reports: _, ...row }: Person,
    done: ChangedBy,
    because: AuditEvent["detail"] | null = null,
  ): Promise<void> {
    await tx.insert(person).values({
      organisationId,
      ...row,
      adminGranted: row.admin && because === null,
      workweek: [...row.workweek],
    });
    await keepTrail(row.id, eventsOf(noRights, row, because ?? byHand), done);
  }

  return {
    changedRights: () => touched.rights,
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
      begin(tx, {
        text: "select organisation_id from organisation_profile where organisation_id = $1::uuid for update",
        parameters: [organisationId],
      });
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
    async places() {
      const found = await tx
        .select()
        .from(place)
        .where(eq(place.organisationId, organisationId))
        .orderBy(asc(place.name), asc(place.id));
      return found.map((row): Place => ({
        id: row.id as PlaceId,
        name: row.name,
        reads: row.reads,
        teamId: row.teamId as TeamId | null,
        cloud: row.cloud,
      }));
    },
    async savePlace(row) {
      await tx
        .insert(place)
        .values({ organisationId, ...row })
        .onConflictDoUpdate({
          target: place.id,
          set: { name: row.name, reads: row.reads, teamId: row.teamId },
        });
    },
    add: (newcomer, done) => insert(newcomer, done),
    async change(id, { workweek, ...change }) {
      if (workweek === undefined && Object.keys(change).length === 0) return;
      await tx
        .update(person)
        .set({ ...change, ...(workweek ? { workweek: [...workweek] } : {}) })
        .where(and(own, eq(person.id, id)));
    },
    ...accountRights(tx, organisationId, keepTrail),
    async entitle(id, rights, done) {
      const one = and(own, eq(person.id, id));
      const [row] = await tx.select().from(person).where(one).for("update");
      if (!row) return;
      const before: Rights = {
        admin: row.admin,
        assistant: row.assistant,
        managerId: row.managerId as PersonId | null,
        teamId: row.teamId as TeamId | null,
      };
      const after: Rights = {
        admin: rights.admin ?? before.admin,
        assistant: rights.assistant ?? before.assistant,
        managerId: rights.managerId === undefined ? before.managerId : rights.managerId,
        teamId: rights.teamId === undefined ? before.teamId : rights.teamId,
      };
      const events = eventsOf(before, after);
      if (events.length === 0) return;
      // Who is an admin already is one by what made them one.
      const granted = before.admin === after.admin ? {} : { adminGranted: after.admin };
      await tx
        .update(person)
        .set({ ...after, ...granted })
        .where(one);
      if (before.admin && !after.admin) await takeFromAccounts(tx, organisationId, id);
      await keepTrail(id, events, done);
    },
    async saveTeam(row, done) {
      const ledBy = await tx
        .select({ id: team.managerId })
        .from(team)
        .where(and(eq(team.organisationId, organisationId), eq(team.id, row.id)))
        .for("update");
      const before = ledBy[0]?.id ?? null;
      await tx
        .insert(team)
        .values({ organisationId, ...row })
        .onConflictDoUpdate({
          target: team.id,
          set: { name: row.name, managerId: row.managerId, switchedOnAt: row.switchedOnAt },
        });
      if (before === row.managerId) return;
      const leads = (is: "yes" | "no") => [
        { act: "team.led" as const, detail: { is, team: row.id } },
      ];
      if (before !== null) await keepTrail(before as PersonId, leads("no"), done);
      if (row.managerId !== null) await keepTrail(row.managerId, leads("yes"), done);
    },
    async changeOrganisation(change) {
      await tx
        .update(organisationProfile)
        .set(change)
        .where(eq(organisationProfile.organisationId, organisationId));
    },
    arrive: (identity, newcomer, done, adminBy = null) =>
      // The account first: of two who arrive at once only one finds it free.
      atRouting(tx, async () => {
        const values = { ...identity, organisationId, personId: newcomer.id, adminBy };
        return (
          (
            await tx
              .insert(chatIdentity)
              .values(values)
              .onConflictDoNothing()
              .returning({ user: chatIdentity.user })
          ).length > 0
        );
      }).then(async (isNew) => {
        if (isNew) await insert(newcomer, done, { because: adminBy, ...identity });
        return isNew;
      }),
    async cloudsOf(id) {
      const found = await atRouting(tx, () =>
        tx
          .selectDistinct({ cloud })
          .from(chatIdentity)
          .where(
            and(eq(chatIdentity.organisationId, organisationId), eq(chatIdentity.personId, id)),
          ),
      );
      return found.map((each) => each.cloud);
    },
    async onlyElsewhere(clouds, ids) {
      if (ids.length === 0) return new Set();
      const ofThem = and(
        eq(chatIdentity.organisationId, organisationId),
        inArray(chatIdentity.personId, [...ids]),
      );
      const found = await atRouting(tx, () =>
        tx
          .select({
            id: chatIdentity.personId,
            here: sql<boolean>`bool_or(${clouds.length === 0 ? sql`false` : inArray(cloud, [...clouds])})`,
          })
          .from(chatIdentity)
          .where(ofThem)
          .groupBy(chatIdentity.personId),
      );
      return new Set(found.filter((each) => !each.here).map((each) => each.id as PersonId));
    },
    async comeBack({ platform, workspace, user }) {
      const where = and(
        eq(chatIdentity.platform, platform),
        eq(chatIdentity.workspace, workspace),
        eq(chatIdentity.user, user),
        eq(chatIdentity.organisationId, organisationId),
      );
      await atRouting(
        tx,
        async () => void (await tx.update(chatIdentity).set({ stoppedAt: null }).where(where)),
      );
    },
    async arriveAt(identity, row) {
      const placeId = await atRouting(tx, async () => {
        const target = [chatPlace.platform, chatPlace.workspace, chatPlace.channel];
        const [known] = await tx
          .insert(chatPlace)
          .values({ ...identity, organisationId, placeId: row.id })
          .onConflictDoUpdate({
            target,
            set: { stoppedAt: null },
            setWhere: eq(chatPlace.organisationId, organisationId),
          })
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
      if (renamed.length === 0)
        await tx.insert(place).values({
          organisationId,
          ...row,
          name: row.name === "" ? identity.channel : row.name,
          id: placeId,
          cloud: cloudOf(identity),
        });
    },
    async leavePlace({ platform, workspace, channel }) {
      const where = and(
        eq(chatPlace.platform, platform),
        eq(chatPlace.workspace, workspace),
        eq(chatPlace.channel, channel),
        eq(chatPlace.organisationId, organisationId),
      );
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
      const [found] = await tx
        .select()
        .from(organisationProfile)
        .where(eq(organisationProfile.organisationId, organisationId));
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
