// Brings a database to the version of the program: the files drizzle-kit wrote to db/migrations, each in one transaction
// under one lock, so any number of processes may start at once. drizzle's own runner has no lock and trusts what has landed.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { type Database, execute, type Sql, type Tx } from "./client.ts";
import { BackupRefused, MigrationRefused } from "./errors.ts";
import { packageRoot } from "./package-root.ts";
import { ensureRole, fenceTables, migrationTable, routingTables } from "./row-security.ts";

export interface MigrationState {
  applied: string[];
  pending: string[];
  /** Recorded in the database, absent from this program: the database is newer. */
  unknown: string[];
  /** Landed, and changed since in this program. */
  changed: string[];
}

/** Only tests give these: another folder of migrations, other routing tables. */
export interface MigrationSource {
  folder?: string;
  routing?: readonly string[];
}

interface Migration {
  name: string;
  hash: string;
  statements: string[];
}

const record = sql.identifier(migrationTable);

export async function migrate(database: Database, source: MigrationSource = {}): Promise<void> {
  const known = readMigrations(source.folder ?? migrationsFolder());
  let more = true;
  while (more)
    more = await database.transaction(
      (tx) => step(tx, known, source.routing ?? routingTables),
      undefined,
      "unhurried",
    );
}

/**
 * On a database without a table: what a backup's database had landed, no further, and no table fenced yet. Refuses what this program
 * does not have, or has otherwise.
 */
export async function landAsIn(
  tx: Tx,
  backup: readonly { readonly name: string; readonly hash: string }[],
): Promise<void> {
  const known = readMigrations(migrationsFolder());
  const { unknown, changed } = compare(known, backup);
  if (unknown.length > 0)
    throw new BackupRefused(
      `This backup was made by a newer Pacer (it has ${unknown.join(", ")}): bring it back with that version.`,
    );
  if (changed.length > 0 || backup.some(({ name }, at) => known[at]?.name !== name))
    throw new BackupRefused(
      "This backup was made by another Pacer, whose migrations are not those of this one: bring it back with the version that made it.",
    );
  await unhurried(tx);
  await ensureRole(tx);
  await makeRecord(tx);
  for (const [position, migration] of known.slice(0, backup.length).entries())
    await apply(tx, migration, position);
}

/** For doctor and readyz: changes nothing. */
export async function migrationState(
  database: Database,
  source: MigrationSource = {},
): Promise<MigrationState> {
  const [found] = await execute<{ there: boolean }>(
    database.db,
    sql`select to_regclass(${migrationTable}) is not null as there`,
  );
  return compare(
    readMigrations(source.folder ?? migrationsFolder()),
    found?.there === true ? await landed(database.db) : [],
  );
}

export function migrationsFolder(): string {
  return join(packageRoot(), "db", "migrations");
}

/** Applies the next file; false when there is none. The lock goes with the transaction, so a crash cannot leave it behind. */
async function step(tx: Tx, known: Migration[], routing: readonly string[]): Promise<boolean> {
  await unhurried(tx);
  await ensureRole(tx);
  // Not "if not exists" alone: on an existing table that still asks for the right to create one.
  const [found] = await execute<{ there: boolean }>(
    tx,
    sql`select to_regclass(${migrationTable}) is not null as there`,
  );
  if (found?.there !== true) await makeRecord(tx);

  const state = compare(known, await landed(tx));
  refuseMisfit(state);
  const position = state.applied.length;
  const next = known[position];
  if (next !== undefined) await apply(tx, next, position);
  await fenceTables(tx, routing);
  return next !== undefined;
}

/** A big table may take its time, and so may another process that migrates. */
async function unhurried(tx: Tx): Promise<void> {
  await tx.execute(
    sql`select set_config('statement_timeout', '0', true), set_config('lock_timeout', '0', true)`,
  );
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('pacer migrations'))`);
}

async function makeRecord(tx: Tx): Promise<void> {
  await tx.execute(sql`create table ${record} (
    name text primary key, hash text not null, position int not null, applied_at timestamptz not null default clock_timestamp())`);
}

async function apply(tx: Tx, migration: Migration, position: number): Promise<void> {
  for (const statement of migration.statements) await tx.execute(sql.raw(statement));
  await tx.execute(
    sql`insert into ${record} (name, hash, position) values (${migration.name}, ${migration.hash}, ${position})`,
  );
}

async function landed(on: Sql): Promise<{ name: string; hash: string }[]> {
  return execute(on, sql`select name, hash from ${record} order by position`);
}

function compare(
  known: Migration[],
  inDatabase: readonly { readonly name: string; readonly hash: string }[],
): MigrationState {
  const hashes = new Map(known.map((migration) => [migration.name, migration.hash]));
  const names = new Set(inDatabase.map((migration) => migration.name));
  const recognised = inDatabase.filter((migration) => hashes.has(migration.name));
  return {
    applied: recognised.map((migration) => migration.name),
    pending: known
      .filter((migration) => !names.has(migration.name))
      .map((migration) => migration.name),
    unknown: inDatabase
      .filter((migration) => !hashes.has(migration.name))
      .map((migration) => migration.name),
    changed: recognised
      .filter((migration) => hashes.get(migration.name) !== migration.hash)
      .map((migration) => migration.name),
  };
}

function refuseMisfit({ applied, unknown, changed, pending }: MigrationState): void {
  if (unknown.length > 0) {
    throw new MigrationRefused(
      `The database was written by a newer Pacer (it has ${unknown.join(", ")}): start that version, or restore a backup made by this one.`,
    );
  }
  if (changed.length > 0) {
    throw new MigrationRefused(
      `The migration ${changed.join(", ")} was changed after this database applied it: put db/migrations back as it was released.`,
    );
  }
  const earliest = pending[0];
  const latest = applied.at(-1);
  if (earliest !== undefined && latest !== undefined && earliest < latest) {
    throw new MigrationRefused(
      `The migration ${earliest} sorts before ${latest}, which has landed: generate it again, after it.`,
    );
  }
}

/** Line ends do not count: a checkout on Windows is the same migration. */
function readMigrations(folder: string): Migration[] {
  const journal = JSON.parse(readFileSync(join(folder, "meta", "_journal.json"), "utf8")) as {
    entries: { idx: number; tag: string }[];
  };
  return journal.entries
    .toSorted((a, b) => a.idx - b.idx)
    .map(({ tag }) => {
      const text = readFileSync(join(folder, `${tag}.sql`), "utf8").replaceAll("\r\n", "\n");
      const statements = text.split("--> statement-breakpoint").map((part) => part.trim());
      const hash = createHash("sha256").update(text).digest("hex");
      return { name: tag, hash, statements: statements.filter((part) => part !== "") };
    });
}
