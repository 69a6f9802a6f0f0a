// Installations of the bot in chat workspaces. Tokens are sealed here and opened here, bound to their row.
import { and, asc, eq, inArray, isNotNull, isNull, lt, or, sql } from "drizzle-orm";
import type { OrganisationId } from "#src/people/person";
import type { Chance } from "#src/ports/clock";
import { SeveralOrganisations, type Installation, type InstallationKey, type Installations, type SealedInstallations, type StoppedInstallations } from "#src/ports/installations";
import type { Secrets } from "#src/ports/secrets";
import { execute, type Database } from "../client.ts";
import { inOrganisation } from "../organisation.ts";
import { openOrNull } from "../seal.ts";
import { installation, organisation, organisationProfile, person } from "../schema/kernel.ts";
import { fromJson } from "./columns.ts";
import { moveWorkspaces } from "./moving.ts";

const rowOf = ({ platform, workspace }: InstallationKey): string => `installation.token ${platform} ${workspace}`;
const at = ({ platform, workspace }: InstallationKey) => and(eq(installation.platform, platform), eq(installation.workspace, workspace));

export function createInstallations(database: Database, secrets: Secrets, chance: Chance): Installations & SealedInstallations & StoppedInstallations {
  type Row = typeof installation.$inferSelect;
  const tokenOf = (row: Row): string | null => (row.token === null ? null : openOrNull(secrets, row.token, rowOf(row)));
  const isUnopened = (row: Row): boolean => row.token !== null && tokenOf(row) === null;

  /** One whose token another key sealed counts as none, and serves again when that key is back. */
  function open(row: Row): Installation | null {
    const { platform, workspace, organisationId, name, botUser, scopes, installedBy } = row;
    const token = tokenOf(row);
    return token === null ? null : { platform, workspace, organisation: organisationId as OrganisationId, name, token, botUser: botUser ?? "", scopes: fromJson<string[]>(scopes), installedBy };
  }

  /** Two told of one install at the same moment: the second's is nobody's. */
  async function neverMind(id: OrganisationId): Promise<void> {
    await database.db.delete(organisation).where(eq(organisation.id, id));
    await inOrganisation(database, id, (tx) => tx.delete(organisationProfile).where(eq(organisationProfile.organisationId, id)));
  }

  /** Complete before it is routed to: an organisation that is in the list has its profile. */
  async function founded(name: string): Promise<OrganisationId> {
    const id = chance.id() as OrganisationId;
    await inOrganisation(database, id, (tx) => tx.insert(organisationProfile).values({ organisationId: id, name, locale: "en", zone: "UTC", country: "US", currency: "USD" }));
    await database.db.insert(organisation).values({ id });
    return id;
  }

  /** Of those that are installed; where none is any more, of those that were, if they are of one. Throws SeveralOrganisations where they are of more. */
  async function organisationOf(platform: string, workspaces: readonly string[]): Promise<OrganisationId | undefined> {
    if (workspaces.length === 0) return undefined;
    const rows = await database.db
      .select({ organisation: installation.organisationId, isInstalled: isNotNull(installation.token).mapWith(Boolean) })
      .from(installation)
      .where(and(eq(installation.platform, platform), inArray(installation.workspace, [...workspaces])));
    const installed = new Set(rows.flatMap((each) => (each.isInstalled ? [each.organisation] : [])));
    if (installed.size > 1) throw new SeveralOrganisations();
    const once = installed.size === 1 ? installed : new Set(rows.map((each) => each.organisation));
    return once.size === 1 ? ([...once][0] as OrganisationId) : undefined;
  }

  /** Nobody came to it and nothing else is let in to it: it was founded for an installation that belongs elsewhere. */
  async function isEmpty(id: OrganisationId): Promise<boolean> {
    const installed = await database.db.select({ workspace: installation.workspace }).from(installation).where(eq(installation.organisationId, id));
    const people = await inOrganisation(database, id, (tx) => tx.select({ id: person.id }).from(person).where(eq(person.organisationId, id)).limit(1));
    return installed.length === 1 && people.length === 0;
  }

  /** The installation's organisation, or the one its workspaces have, where its own is still empty. */
  async function spread(key: InstallationKey, workspaces: readonly string[]): Promise<void> {
    const [known] = await database.db.select().from(installation).where(at(key));
    if (!known || workspaces.length === 0) return;
    const own = known.organisationId as OrganisationId;
    const theirs = await organisationOf(key.platform, workspaces);
    if (theirs !== undefined && theirs !== own) {
      if (!(await isEmpty(own))) throw new SeveralOrganisations();
      await database.db.update(installation).set({ organisationId: theirs }).where(at(key));
      await neverMind(own);
    }
    await moveWorkspaces(database, theirs ?? own, key, workspaces);
  }

  /** What waited for it goes on at once; a message that waits for another reason is looked at early, which does no harm. */
  const wake = (belongsTo: string) => execute(database.db, sql`update outbox_head set due_at = least(due_at, clock_timestamp()) where state = 'waiting' and organisation_id = ${belongsTo}::uuid`);

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
      if (row) await wake(row.organisation);
    },
    async save(key, grant, installedAt, joins, replaces = []) {
      const [known] = await database.db.select().from(installation).where(at(key));
      const there = (known?.organisationId as OrganisationId | undefined) ?? (await organisationOf(key.platform, replaces)) ?? joins;
      const belongsTo = there ?? (await founded(grant.name));
      const kept = { name: grant.name, token: secrets.seal(grant.token, rowOf(key)), botUser: grant.botUser, scopes: [...grant.scopes], installedAt, stoppedAt: null, why: null };
      const [row] = await database.db
        .insert(installation)
        .values({ ...key, organisationId: belongsTo, ...kept, installedBy: grant.installedBy })
        .onConflictDoUpdate({ target: [installation.platform, installation.workspace], set: { ...kept, installedBy: sql`coalesce(${installation.installedBy}, excluded.installed_by)` } })
        .returning();
      if (there === undefined && row!.organisationId !== belongsTo) await neverMind(belongsTo);
      await spread(key, replaces);
      if (known && (known.stoppedAt !== null || isUnopened(known))) await wake(row!.organisationId);
      return (replaces.length > 0 ? await find(key) : null) ?? open(row!)!;
    },
    spread,
    async stop(key, why, happened) {
      const { installedAt } = installation;
      // Slack tells the time in whole seconds.
      const isOlder = happened ? or(isNull(installedAt), lt(installedAt, new Date(happened.getTime() + 1_000))) : undefined;
      await database.db
        .update(installation)
        .set({ token: null, stoppedAt: sql`coalesce(stopped_at, clock_timestamp())`, why })
        .where(and(at(key), isOlder));
    },
  };
}
