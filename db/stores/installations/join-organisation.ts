// What the operator does about who belongs together: every workspace there is, and one moved to another organisation, as long as nothing
// was done in its own.
import { and, asc, eq, sql } from "drizzle-orm";
import type { Way } from "#src/people/admission";
import type { OrganisationId } from "#src/people/person";
import type { InstallationKey } from "#src/ports/chat/installations";
import { execute, type Database, type Sql, type Tx } from "../../client.ts";
import { asOrganisation } from "../../organisation.ts";
import { appendOnlyTables, routingTables } from "../../row-security.ts";
import { privacyRegister } from "../../privacy/register.ts";
import { installation, installationRequest, organisation } from "../../schema/kernel.ts";
import { createAuditStore } from "../people/audit.ts";
import { letInByOperator, lockDoors } from "./installation-requests.ts";

export interface Workspace extends InstallationKey {
  readonly organisation: OrganisationId;
  readonly name: string;
  readonly founded: boolean;
  readonly way: Way;
  readonly stopped: boolean;
}

export async function workspaces(on: Sql): Promise<readonly Workspace[]> {
  const rows = await on
    .select()
    .from(installation)
    .orderBy(
      asc(installation.organisationId),
      sql`founded desc`,
      asc(installation.platform),
      asc(installation.workspace),
    );
  return rows.map(({ platform, workspace, organisationId, name, founded, way, stoppedAt }) => ({
    platform,
    workspace,
    organisation: organisationId as OrganisationId,
    name,
    founded,
    way,
    stopped: stoppedAt !== null,
  }));
}

/** What keeps the house running, and is nobody's work. */
const plumbing: readonly string[] = [
  "act",
  "outbox",
  "inbox",
  "shelf",
  "schedule",
  "nudge_slot",
  "nudge_log",
  "numbering",
];
const isWork = (table: string): boolean =>
  ["work", "care", "judgement"].includes(privacyRegister[table]?.class ?? "work") &&
  !plumbing.includes(table);

const tablesOf = async (tx: Tx): Promise<readonly string[]> =>
  (
    await execute<{ name: string }>(
      tx,
      sql`select distinct table_name::text as name from information_schema.columns where table_schema = current_schema() and column_name = 'organisation_id' order by 1`,
    )
  ).map(({ name }) => name);

export type Joined =
  | { readonly joined: "yes" }
  /** Nothing of that name is known. */
  | { readonly joined: "unknown" }
  /** It is there already. */
  | { readonly joined: "there" }
  /** Something was done in its own organisation, or others are in it. */
  | { readonly joined: "in use" };

class OnlyLooked extends Error {
  readonly joined: Joined;

  constructor(joined: Joined) {
    super("nothing is changed");
    this.joined = joined;
  }
}

/** Lets one in that waits, or moves one that is alone in an organisation of its own. Without `apply` only what would come of it. */
export async function join(
  database: Database,
  key: InstallationKey,
  into: OrganisationId,
  at: Date,
  apply: boolean,
): Promise<Joined> {
  return database
    .transaction(async (tx): Promise<Joined> => {
      const joined: Joined = (await letInByOperator(tx, key, into, at))
        ? { joined: "yes" }
        : await move(tx, key, into, at);
      if (!apply) throw new OnlyLooked(joined);
      return joined;
    })
    .catch((error: unknown) => {
      if (error instanceof OnlyLooked) return error.joined;
      throw error;
    });
}

async function move(
  tx: Tx,
  { platform, workspace }: InstallationKey,
  into: OrganisationId,
  at: Date,
): Promise<Joined> {
  await lockDoors(tx);
  const [known] = await tx
    .select()
    .from(installation)
    .where(and(eq(installation.platform, platform), eq(installation.workspace, workspace)))
    .for("update");
  if (!known) return { joined: "unknown" };
  const own = known.organisationId;
  if (own === into) return { joined: "there" };
  const tables = await tablesOf(tx);
  if (await isInUse(tx, own, tables)) return { joined: "in use" };
  await tx
    .update(installation)
    .set({
      organisationId: into,
      founded: false,
      installedBy: null,
      installerMay: false,
      way: "link",
    })
    .where(and(eq(installation.platform, platform), eq(installation.workspace, workspace)));
  await remove(tx, own, tables);
  // So that its admins are told.
  const told = {
    platform,
    workspace,
    organisationId: into,
    name: known.name,
    botUser: "",
    scopes: [],
    covers: [],
    askedAt: at,
    decidedAt: at,
    id: sql`gen_random_uuid()`,
  };
  const target = [installationRequest.platform, installationRequest.workspace];
  await tx
    .insert(installationRequest)
    .values({ ...told, state: "let in", decidedBy: "operator" })
    .onConflictDoUpdate({ target, set: { ...told, state: "let in", decidedBy: "operator" } });
  await asOrganisation(tx, into, () =>
    createAuditStore(tx, into).record({
      act: "installation.joined",
      by: "operator",
      about: null,
      at,
      detail: { platform, workspace, from: own },
    }),
  );
  return { joined: "yes" };
}

async function isInUse(tx: Tx, own: string, tables: readonly string[]): Promise<boolean> {
  const others = await tx
    .select({ workspace: installation.workspace })
    .from(installation)
    .where(eq(installation.organisationId, own))
    .limit(2);
  if (others.length > 1) return true;
  return asOrganisation(tx, own, async () => {
    const [profile] = await execute<{ begun: boolean }>(
      tx,
      sql`select set_up_at is not null as begun from organisation_profile where organisation_id = ${own}::uuid`,
    );
    if (profile?.begun === true) return true;
    for (const table of tables.filter((each) => isWork(each) && !routingTables.includes(each))) {
      if (
        (
          await execute(
            tx,
            sql`select 1 from ${sql.identifier(table)} where organisation_id = ${own}::uuid limit 1`,
          )
        ).length > 0
      )
        return true;
    }
    return false;
  });
}

/** Its people come to the other organisation as anybody does, with their next word. */
async function remove(tx: Tx, own: string, tables: readonly string[]): Promise<void> {
  const empty = async (named: readonly string[]): Promise<void> => {
    for (const table of named)
      await tx.execute(
        sql`delete from ${sql.identifier(table)} where organisation_id = ${own}::uuid`,
      );
  };
  await asOrganisation(tx, own, () =>
    empty(
      tables.filter((each) => !routingTables.includes(each) && !appendOnlyTables.includes(each)),
    ),
  );
  await empty(tables.filter((each) => routingTables.includes(each)));
  await tx.delete(organisation).where(eq(organisation.id, own));
}
