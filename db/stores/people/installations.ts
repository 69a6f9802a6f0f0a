// Installations of the bot in chat workspaces. Tokens are sealed here and opened here, bound to their row. Who is let in is decided by
// src/people/admission.ts, one workspace at a time.
import { and, asc, eq, inArray, isNotNull, isNull, lt, ne, or, sql } from "drizzle-orm";
import { admit, type Door } from "#src/people/admission";
import { wellFormed } from "#src/language/text";
import type { OrganisationId } from "#src/people/person";
import type { Chance } from "#src/ports/clock";
import {
  SeveralOrganisations,
  type Admitted,
  type Grant,
  type Installation,
  type InstallationKey,
  type Installations,
  type SealedInstallations,
  type StoppedInstallations,
} from "#src/ports/installations";
import type { Secrets } from "#src/ports/secrets";
import { execute, type Database, type Sql, type Tx } from "../../client.ts";
import { asOrganisation, inOrganisation } from "../../organisation.ts";
import { openOrNull } from "../../seal.ts";
import {
  installation,
  installationRequest,
  organisation,
  organisationProfile,
  person,
} from "../../schema/kernel.ts";
import { playgroundOrganisation } from "../../seed.ts";
import { createAuditStore } from "./audit.ts";
import { fromJson } from "../columns.ts";
import { moveWorkspaces } from "./merge-workspaces.ts";
import { ask, coverAlso, lockDoors } from "./installation-requests.ts";

const rowOf = ({ platform, workspace }: InstallationKey): string =>
  `installation.token ${platform} ${workspace}`;
const at = ({ platform, workspace }: InstallationKey) =>
  and(eq(installation.platform, platform), eq(installation.workspace, workspace));
const requestAt = ({ platform, workspace }: InstallationKey) =>
  and(eq(installationRequest.platform, platform), eq(installationRequest.workspace, workspace));

interface Arriving {
  readonly key: InstallationKey;
  readonly grant: Grant;
  readonly at: Date;
  readonly door: Door;
  readonly covers: readonly string[];
  readonly asks: string | null;
}

/** Of those that are installed; where none is any more, of those that were, if they are of one. Throws SeveralOrganisations where they are of more. */
async function organisationOf(
  on: Sql,
  platform: string,
  workspaces: readonly string[],
): Promise<OrganisationId | null> {
  if (workspaces.length === 0) return null;
  const rows = await on
    .select({
      organisation: installation.organisationId,
      isInstalled: isNotNull(installation.token).mapWith(Boolean),
    })
    .from(installation)
    .where(
      and(eq(installation.platform, platform), inArray(installation.workspace, [...workspaces])),
    );
  const installed = new Set(rows.flatMap((each) => (each.isInstalled ? [each.organisation] : [])));
  if (installed.size > 1) throw new SeveralOrganisations();
  const once = installed.size === 1 ? installed : new Set(rows.map((each) => each.organisation));
  return once.size === 1 ? ([...once][0] as OrganisationId) : null;
}

/** The organisation everything configured here belongs to, once there is one. The playground's never is it. */
async function companyOf(
  tx: Tx,
): Promise<{ readonly id: OrganisationId; readonly taken: boolean } | null> {
  const [found] = await tx
    .select()
    .from(organisation)
    .where(ne(organisation.id, playgroundOrganisation))
    .orderBy(asc(organisation.id))
    .limit(1);
  if (!found) return null;
  const some = await tx
    .select({ workspace: installation.workspace })
    .from(installation)
    .where(eq(installation.organisationId, found.id))
    .limit(1);
  return { id: found.id as OrganisationId, taken: some.length > 0 };
}

/** Nobody came to it and nothing else is let in to it: it was founded for an installation that belongs elsewhere. */
async function isEmpty(tx: Tx, id: OrganisationId): Promise<boolean> {
  const installed = await tx
    .select({ workspace: installation.workspace })
    .from(installation)
    .where(eq(installation.organisationId, id));
  const people = await asOrganisation(tx, id, () =>
    tx.select({ id: person.id }).from(person).where(eq(person.organisationId, id)).limit(1),
  );
  return installed.length === 1 && people.length === 0;
}

async function removeOrganisation(tx: Tx, id: OrganisationId): Promise<void> {
  await tx.delete(organisation).where(eq(organisation.id, id));
  await asOrganisation(tx, id, () =>
    tx.delete(organisationProfile).where(eq(organisationProfile.organisationId, id)),
  );
}

const record = (
  tx: Tx,
  id: string,
  event: Parameters<ReturnType<typeof createAuditStore>["record"]>[0],
): Promise<void> => asOrganisation(tx, id, () => createAuditStore(tx, id).record(event));

/** What waited for it goes on at once; a message that waits for another reason is looked at early, which does no harm. */
const wake = (on: Sql, belongsTo: string) =>
  execute(
    on,
    sql`update outbox_head set due_at = least(due_at, clock_timestamp()) where state = 'waiting' and organisation_id = ${belongsTo}::uuid`,
  );

export function createInstallations(
  database: Database,
  secrets: Secrets,
  chance: Chance,
): Installations & SealedInstallations & StoppedInstallations {
  type Row = typeof installation.$inferSelect;
  const tokenOf = (row: Row): string | null =>
    row.token === null ? null : openOrNull(secrets, row.token, rowOf(row));
  const isUnopened = (row: Row): boolean => row.token !== null && tokenOf(row) === null;

  /** One whose token another key sealed counts as none, and serves again when that key is back. */
  function open(row: Row): Installation | null {
    const { platform, workspace, organisationId, name, botUser, scopes, installedBy } = row;
    const token = tokenOf(row);
    return token === null
      ? null
      : {
          platform,
          workspace,
          organisation: organisationId as OrganisationId,
          name,
          token,
          botUser: botUser ?? "",
          scopes: fromJson<string[]>(scopes),
          installedBy,
        };
  }

  /** Complete before it is routed to: an organisation that is in the list has its profile. */
  async function begin(tx: Tx, name: string): Promise<OrganisationId> {
    const id = chance.id() as OrganisationId;
    await asOrganisation(tx, id, () =>
      tx.insert(organisationProfile).values({
        organisationId: id,
        name,
        locale: "en",
        zone: "UTC",
        country: "US",
        currency: "USD",
      }),
    );
    await tx.insert(organisation).values({ id });
    return id;
  }

  async function arrive(
    tx: Tx,
    { key, grant, at: now, door, covers, asks }: Arriving,
  ): Promise<Admitted> {
    await lockDoors(tx);
    const [known] = await tx.select().from(installation).where(at(key));
    const belongsTo = (known?.organisationId ?? null) as OrganisationId | null;
    const company = door.organisations === "one" ? await companyOf(tx) : null;
    const admission = admit({
      way: door.way,
      belongsTo,
      covers: await organisationOf(tx, key.platform, covers),
      company,
    });
    const kept = {
      name: grant.name,
      token: secrets.seal(grant.token, rowOf(key)),
      botUser: grant.botUser,
      scopes: [...grant.scopes],
    };
    if (admission.admission === "waits")
      return ask(tx, {
        ...key,
        ...kept,
        id: chance.id(),
        organisation: admission.organisation,
        askedBy: grant.installedBy,
        askedByName: asks,
        covers,
        at: now,
      });
    const organisationId = admission.organisation ?? (await begin(tx, grant.name));
    const entry = { ...kept, installedAt: now, stoppedAt: null, why: null };
    const [row] = await tx
      .insert(installation)
      .values({
        ...key,
        ...entry,
        organisationId,
        installedBy: grant.installedBy,
        way: door.way,
        founded: admission.admission === "founds",
      })
      .onConflictDoUpdate({
        target: [installation.platform, installation.workspace],
        set: {
          ...entry,
          ...(door.way === "configured" ? { way: door.way } : {}),
          installedBy: sql`coalesce(${installation.installedBy}, excluded.installed_by)`,
        },
      })
      .returning();
    await tx.delete(installationRequest).where(requestAt(key));
    if (admission.admission !== "stays")
      await record(tx, organisationId, {
        act: admission.admission === "founds" ? "installation.founded" : "installation.joined",
        by: door.way === "configured" ? "operator" : "platform",
        about: null,
        at: now,
        detail: { ...key },
      });
    if (known && (known.stoppedAt !== null || isUnopened(known))) await wake(tx, organisationId);
    // Sealed just now, with this key.
    return { admitted: "yes", installation: open(row!)! };
  }

  /** The organisation of the workspaces it is for, where its own is still empty: moved there, or, without the operator's word, waiting for it. */
  async function gather(
    tx: Tx,
    key: InstallationKey,
    workspaces: readonly string[],
    now: Date,
  ): Promise<OrganisationId | null> {
    await lockDoors(tx);
    const [known] = await tx.select().from(installation).where(at(key));
    if (!known) {
      await coverAlso(tx, key, workspaces);
      return null;
    }
    const own = known.organisationId as OrganisationId;
    const theirs = await organisationOf(tx, key.platform, workspaces);
    if (theirs === null || theirs === own) return own;
    if (!(await isEmpty(tx, own))) throw new SeveralOrganisations();
    if (known.way === "configured") {
      await tx.update(installation).set({ organisationId: theirs, founded: false }).where(at(key));
      await record(tx, theirs, {
        act: "installation.joined",
        by: "operator",
        about: null,
        at: now,
        detail: { ...key },
      });
    } else {
      const { name, token, botUser, scopes, installedBy } = known;
      // One that was removed has nothing to be let in with.
      if (token !== null)
        await ask(tx, {
          ...key,
          name,
          token,
          botUser: botUser ?? "",
          scopes: fromJson<string[]>(scopes),
          id: chance.id(),
          organisation: theirs,
          askedBy: installedBy,
          askedByName: null,
          covers: workspaces,
          at: now,
        });
      await tx.delete(installation).where(at(key));
    }
    await removeOrganisation(tx, own);
    return known.way === "configured" ? theirs : null;
  }

  async function spread(
    key: InstallationKey,
    workspaces: readonly string[],
    now: Date,
  ): Promise<void> {
    if (workspaces.length === 0) return;
    const organisationId = await database.transaction((tx) => gather(tx, key, workspaces, now));
    if (organisationId !== null)
      await inOrganisation(database, organisationId, (tx) =>
        moveWorkspaces(tx, organisationId, key, workspaces),
      );
  }

  async function find(key: InstallationKey): Promise<Installation | null> {
    const [row] = await database.db
      .select()
      .from(installation)
      .where(and(at(key), isNotNull(installation.token)));
    return row ? open(row) : null;
  }

  const withToken = (platform: string): Promise<Row[]> =>
    database.db
      .select()
      .from(installation)
      .where(and(eq(installation.platform, platform), isNotNull(installation.token)))
      .orderBy(asc(installation.workspace));

  return {
    find,
    async known(key) {
      const [row] = await database.db.select().from(installation).where(at(key));
      return row ? { stoppedAt: row.stoppedAt, isUnopened: isUnopened(row) } : null;
    },
    list: async (platform) => (await withToken(platform)).map(open).filter((each) => each !== null),
    async letGoUnopened(platform, why) {
      const rows = (await withToken(platform)).filter(isUnopened);
      // Not one that was installed anew meanwhile.
      for (const row of rows)
        await database.db
          .update(installation)
          .set({ token: null, stoppedAt: sql`coalesce(stopped_at, clock_timestamp())`, why })
          .where(and(at(row), eq(installation.token, row.token!)));
      return rows.map((row) => row.workspace);
    },
    async unopened(platform) {
      const rows = await withToken(platform);
      return { workspaces: rows.filter(isUnopened).map((row) => row.workspace), of: rows.length };
    },
    async reseal(key, token) {
      await database.db
        .update(installation)
        .set({ token: secrets.seal(token, rowOf(key)) })
        .where(and(at(key), isNotNull(installation.token)));
    },
    async stopped(platform) {
      return await database.db
        .select({ platform: installation.platform, workspace: installation.workspace })
        .from(installation)
        .where(and(eq(installation.platform, platform), isNotNull(installation.stoppedAt)));
    },
    async resume(key) {
      const [row] = await database.db
        .update(installation)
        .set({ stoppedAt: null, why: null })
        .where(and(at(key), isNotNull(installation.stoppedAt)))
        .returning({ organisation: installation.organisationId });
      if (row) await wake(database.db, row.organisation);
    },
    async save(key, granted, now, door, covers = [], asks) {
      // What a platform calls a workspace, or whoever asks, is text from people like any other.
      const grant = { ...granted, name: wellFormed(granted.name) };
      const admitted = await database.transaction((tx) =>
        arrive(tx, {
          key,
          grant,
          at: now,
          door,
          covers,
          asks: asks === undefined ? null : wellFormed(asks),
        }),
      );
      if (admitted.admitted !== "yes" || covers.length === 0) return admitted;
      await spread(key, covers, now);
      const there = await find(key);
      return there === null ? { admitted: "waits" } : { admitted: "yes", installation: there };
    },
    spread,
    async waiting(key) {
      const [row] = await database.db
        .select()
        .from(installationRequest)
        .where(and(requestAt(key), eq(installationRequest.state, "open")));
      const token = row?.token ? openOrNull(secrets, row.token, rowOf(key)) : null;
      return row && token !== null ? { token, botUser: row.botUser } : null;
    },
    async withdraw(key, happened) {
      const isOlder = happened
        ? lt(installationRequest.askedAt, new Date(happened.getTime() + 1_000))
        : undefined;
      await database.db
        .delete(installationRequest)
        .where(and(requestAt(key), eq(installationRequest.state, "open"), isOlder));
    },
    async stop(key, why, happened) {
      const { installedAt } = installation;
      // Slack tells the time in whole seconds.
      const isOlder = happened
        ? or(isNull(installedAt), lt(installedAt, new Date(happened.getTime() + 1_000)))
        : undefined;
      await database.db
        .update(installation)
        .set({ token: null, stoppedAt: sql`coalesce(stopped_at, clock_timestamp())`, why })
        .where(and(at(key), isOlder));
    },
  };
}
