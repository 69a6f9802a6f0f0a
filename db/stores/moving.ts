// Workspaces that were installed one by one and are now parts of one installation: their people, places and what was put aside for
// their messages go on under its name. An account of the same name in two of them is one person (Slack: ids are an Enterprise's).
import { and, eq, inArray, sql } from "drizzle-orm";
import type { InstallationKey } from "#src/ports/installations";
import { execute, type Database, type Tx } from "../client.ts";
import { mergePeople } from "../merge.ts";
import { atRouting, inOrganisation } from "../organisation.ts";
import { chatIdentity, chatPlace, installation, person, shelf } from "../schema/kernel.ts";

/** Those of the organisation alone; whatever else is named stays as it is. */
export async function moveWorkspaces(database: Database, organisationId: string, { platform, workspace: to }: InstallationKey, workspaces: readonly string[]): Promise<void> {
  const own = await database.db
    .select({ workspace: installation.workspace })
    .from(installation)
    .where(and(eq(installation.platform, platform), eq(installation.organisationId, organisationId), inArray(installation.workspace, [...workspaces])));
  for (const { workspace: from } of own) await inOrganisation(database, organisationId, (tx) => move(tx, { organisationId, platform, from, to }));
}

interface Move {
  readonly organisationId: string;
  readonly platform: string;
  readonly from: string;
  readonly to: string;
}

async function move(tx: Tx, { organisationId, platform, from, to }: Move): Promise<void> {
  const pairs = await atRouting(tx, () =>
    execute<{ kept: string; gone: string }>(
      tx,
      sql`select t.person_id as kept, f.person_id as gone from chat_identity f join chat_identity t on t.platform = f.platform and t.workspace = ${to} and t."user" = f."user"
        where f.platform = ${platform} and f.workspace = ${from} and f.person_id <> t.person_id and f.organisation_id = ${organisationId}::uuid and t.organisation_id = ${organisationId}::uuid`,
    ),
  );
  for (const { kept, gone } of pairs) {
    await tx
      .select({ id: person.id })
      .from(person)
      .where(inArray(person.id, [kept, gone].toSorted()))
      .orderBy(person.id)
      .for("update");
    await mergePeople(tx, organisationId, kept, gone);
  }
  await tx
    .update(shelf)
    .set({ id: sql`${to}::text || substr(id, ${from.length + 1}::int)` })
    .where(and(eq(shelf.organisationId, organisationId), sql`id like ${`${from}:%`}`));
  await atRouting(tx, async () => {
    for (const [table, name] of [
      [chatIdentity, chatIdentity.user],
      [chatPlace, chatPlace.channel],
    ] as const) {
      const there = and(eq(table.platform, platform), eq(table.workspace, from), eq(table.organisationId, organisationId));
      await tx.delete(table).where(and(there, sql`exists (select from ${table} t where t.platform = ${platform} and t.workspace = ${to} and t.${sql.identifier(name.name)} = ${name})`));
      await tx.update(table).set({ workspace: to }).where(there);
    }
    await tx.delete(installation).where(and(eq(installation.platform, platform), eq(installation.workspace, from), eq(installation.organisationId, organisationId)));
  });
}
