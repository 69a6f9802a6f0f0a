// A backup brought back into a database without a table: in one transaction, so that it is there whole or not at all.
import { sql, type SQL } from "drizzle-orm";
import { execute, only, type Database, type Tx } from "../client.ts";
import { BackupRefused } from "../errors.ts";
import { landAsIn, migrate } from "../migrate.ts";
import { fenceTables, routingTables } from "../row-security.ts";
import { copyIn, type CopiedTable } from "./copying.ts";
import { readContents, type BackupHead, type Manifest } from "./contents.ts";
import { holdBack, noteRestore } from "./held-back.ts";

export interface Restored {
  readonly head: BackupHead;
  readonly manifest: Manifest;
}

export interface RestoreOptions {
  /** Business time: what was due by then is held back. Null: it is only tried, and nothing will be sent from there. */
  readonly holdBackUntil: Date | null;
}

/** How many tables are there already. */
export async function tablesThere(database: Database): Promise<number> {
  const { count } = only(
    await execute<{ count: number }>(
      database.db,
      sql`select count(*)::int as count from pg_class where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p', 'v', 'm')`,
    ),
  );
  return count;
}

/** Throws BackupRefused where something is there already, or the backup does not fit; the database is then as it was. */
export async function restoreInto(
  database: Database,
  contents: AsyncIterable<Buffer>,
  { holdBackUntil }: RestoreOptions,
): Promise<Restored> {
  const there = await tablesThere(database);
  if (there > 0)
    throw new BackupRefused(
      `This database is not empty (${there} tables): a backup comes back into an empty one. Name another, or empty it yourself.`,
    );
  const restored = await database.transaction(
    async (tx) => {
      const heads: BackupHead[] = [];
      const manifest = await readContents(contents, {
        async head(head) {
          heads.push(head);
          await landAsIn(tx, head.migrations);
          await onTables(tx, (table) => sql`alter table ${table} disable trigger user`);
        },
        async table(of, rows) {
          await refuseUnknown(tx, of);
          await copyIn(tx, of, rows);
        },
      });
      for (const { name, value, called } of manifest.sequences)
        await tx.execute(sql`select setval(${name}::regclass, ${value}::bigint, ${called})`);
      const head = only(heads);
      if (holdBackUntil !== null) {
        await holdBack(tx, holdBackUntil);
        await noteRestore(tx, new Date(head.at));
      }
      await onTables(tx, (table) => sql`alter table ${table} enable trigger user`);
      await fenceTables(tx, routingTables);
      return { head, manifest };
    },
    undefined,
    "unhurried",
  );
  if (holdBackUntil !== null) {
    await database.db.execute(sql`analyze`);
    // A backup of an older version is brought up to date as a start would do it.
    await migrate(database);
  }
  return restored;
}

async function onTables(tx: Tx, change: (table: SQL) => SQL): Promise<void> {
  const tables = await execute<{ name: string }>(
    tx,
    sql`select relname as name from pg_class where relnamespace = current_schema()::regnamespace and relkind = 'r'`,
  );
  for (const { name } of tables) await tx.execute(change(sql`${sql.identifier(name)}`));
}

async function refuseUnknown(tx: Tx, { table, columns }: CopiedTable): Promise<void> {
  const { missing } = only(
    await execute<{ missing: number }>(
      tx,
      sql`select count(*)::int as missing from json_array_elements_text(${JSON.stringify(columns)}::json) c where not exists (
        select from pg_attribute a join pg_class t on t.oid = a.attrelid where t.relnamespace = current_schema()::regnamespace and t.relname = ${table} and a.attname = c and not a.attisdropped)`,
    ),
  );
  if (missing > 0)
    throw new BackupRefused(
      `This backup has columns of ${table} that this version does not know: bring it back with the version that made it.`,
    );
}
