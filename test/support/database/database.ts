// A real, migrated database for every test file: PGlite in memory, or PostgreSQL where TEST_DATABASE_URL is set (the same
// tests). What takes seconds, initdb and the migrations, is done once and kept under a fingerprint of what made it.
import { createHash } from "node:crypto";
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import postgres from "postgres";
import { describe } from "vitest";
import { type Database, execute, openDatabase } from "#db/client";
import { migrate, migrationsFolder } from "#db/migrate";
import { packageRoot } from "#db/package-root";
import { seedPlayground, type Centre } from "#db/seed";

const postgresUrl = process.env["TEST_DATABASE_URL"] || null;
const isOnPostgres = postgresUrl !== null;
/** Dumps of other branches stay for a while: they are wanted again. */
const oldMs = 24 * 3_600_000;

/** `onPostgresOnly("two processes", () => ...)`: skipped, by name, on PGlite. */
export const onPostgresOnly = describe.skipIf(!isOnPostgres);

// On globalThis, since a worker without isolation gives each file its modules anew.
const shared = globalThis as { pacerTestDatabase?: Promise<Database>; pacerTestSeed?: boolean };

/** The worker's database, migrated and empty when first asked for. Call emptyTables before each test that writes. */
export function testDatabase(): Promise<Database> {
  return (shared.pacerTestDatabase ??=
    postgresUrl !== null ? postgresDatabase(postgresUrl) : embeddedDatabase());
}

/** Above this a table is truncated: what was deleted still lies there, and what reads the table reads over it. */
const smallBytes = 200_000;

/**
 * Statements of a block that empties every table but the record of migrations. Untouched tables have no page yet and cost nothing; a
 * small one is emptied row by row, since a truncation makes new files for it and each of its indexes (three times as long for all).
 */
const emptying = `
    set local session_replication_role = replica;
    for each, size in select relname, pg_relation_size(oid) + coalesce(pg_relation_size(nullif(reltoastrelid, 0)), 0) from pg_class
        where relnamespace = current_schema()::regnamespace and relkind = 'r' and relname <> 'pacer_migration' and pg_relation_size(oid) > 0 loop
      if size > ${smallBytes} then
        execute format('truncate %I cascade', each);
      else
        execute format('delete from %I', each);
      end if;
    end loop;
    perform setval(oid, 1, false) from pg_class where relnamespace = current_schema()::regnamespace and relkind = 'S';`;

export async function emptyTables(database: Database): Promise<void> {
  await database.db.execute(sql`
  do $$
  declare each name; size bigint;
  begin${sql.raw(emptying)}
  end $$`);
}

/**
 * The worker's database with the playground's sales centre in it and nothing else. Seeded by the program once; after that its
 * rows are put back as they were, without triggers: what a trigger had written is among them.
 */
export async function seededDatabase(centre: Centre = "team"): Promise<Database> {
  const database = await testDatabase();
  if (centre !== "team") {
    await emptyTables(database);
    await seedPlayground(database, centre);
  } else if (!shared.pacerTestSeed) {
    await emptyTables(database);
    await seedPlayground(database);
    await database.db.execute(keepRows);
    shared.pacerTestSeed = true;
  } else await database.db.execute(putRowsBack);
  return database;
}

const keepRows = sql`
  do $$
  declare each name;
  begin
    drop schema if exists seeded cascade;
    create schema seeded;
    for each in select relname from pg_class where relnamespace = current_schema()::regnamespace and relkind = 'r' and relname <> 'pacer_migration' and pg_relation_size(oid) > 0 loop
      execute format('create table seeded.%I as table %I', each, each);
    end loop;
  end $$`;

const putRowsBack = sql`
  do $$
  declare each name; size bigint; numbered name;
  begin${sql.raw(emptying)}
    for each in select relname from pg_class where relnamespace = 'seeded'::regnamespace and relkind = 'r' loop
      execute format('insert into %I select * from seeded.%I', each, each);
    end loop;
    for each, numbered in select c.relname, a.attname from pg_attribute a join pg_class c on c.oid = a.attrelid where a.attidentity <> '' and c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace loop
      execute format('select setval(pg_get_serial_sequence(%L, %L), coalesce(max(%I), 0) + 1, false) from %I', each, numbered, numbered, each);
    end loop;
  end $$`;

/** A new database without any table, for tests of the machinery itself; close it. */
export async function scratchDatabase(): Promise<Database> {
  if (postgresUrl !== null)
    return openDatabase({ url: (await claim(postgresUrl, "pacer_scratch", "")).href });
  return openDatabase({ memory: true, load: await emptyCluster() });
}

function emptyCluster(): Promise<Blob> {
  return cached("empty", pgliteVersion(), () => openDatabase({ memory: true }));
}

/** Where the PostgreSQL database is that this one is open on. */
export async function urlOf(database: Database): Promise<string> {
  const [row] = await execute<{ name: string }>(
    database.db,
    sql`select current_database() as name`,
  );
  const url = new URL(postgresUrl ?? "");
  url.pathname = `/${row?.name}`;
  return url.href;
}

/** One more connection pool to the PostgreSQL database that another one is open on: a second process, as the server sees it. */
export async function secondConnection(database: Database): Promise<Database> {
  return openDatabase({ url: await urlOf(database) });
}

async function embeddedDatabase(): Promise<Database> {
  const cluster = await cached("migrated", fingerprint(), async () => {
    const database = await openDatabase({ memory: true, load: await emptyCluster() });
    await migrate(database);
    return database;
  });
  return openDatabase({ memory: true, load: cluster });
}

async function postgresDatabase(base: string): Promise<Database> {
  // Locks are a database's own: whoever was given another one counts databases of its own.
  const url = await claim(base, `pacer_${new URL(base).pathname.slice(1)}`, fingerprint());
  const database = await openDatabase({ url: url.href });
  await migrate(database);
  await emptyTables(database);
  return database;
}

/**
 * The first free of pacer_test_1, pacer_test_2, ... (behind the database that was given): free means that no living worker, of this run or of another, holds its
 * lock. It is made anew unless it says that it was made by the same migrations.
 */
async function claim(base: string, prefix: string, made: string): Promise<URL> {
  const admin = postgres(base, { max: 1, max_lifetime: null, onnotice: () => {} });
  for (let number = 1; ; number++) {
    const name = `${prefix}_${number}`;
    const [lock] = await admin<
      { got: boolean }[]
    >`select pg_try_advisory_lock(hashtext(${name})) as got`;
    if (lock?.got !== true) continue;

    const url = new URL(base);
    url.pathname = `/${name}`;
    const [old] = await admin<{ made: string | null; ours: boolean }[]>`
      select shobj_description(oid, 'pg_database') as made, pg_has_role(datdba, 'member') as ours
      from pg_database where datname = ${name}`;
    if (old?.ours === false) continue; // another login's
    if (made !== "" && old?.made === made) return url;
    await admin.unsafe(`drop database if exists ${name} with (force)`);
    await admin.unsafe(`create database ${name}`);
    await admin.unsafe(`comment on database ${name} is '${made}'`);
    return url;
  }
}

/** A dump of an embedded cluster, made by the first who asks (by several at once, where they ask at once: the last one stays). */
async function cached(kind: string, made: string, make: () => Promise<Database>): Promise<Blob> {
  const folder = join(packageRoot(), "node_modules", ".cache", "pacer-test");
  const file = join(folder, `${kind}-${made}.tar`);
  try {
    return new Blob([readFileSync(file)]);
  } catch {
    const database = await make();
    const dump = await database.dump();
    await database.close();
    mkdirSync(folder, { recursive: true });
    for (const name of readdirSync(folder))
      if (statSync(join(folder, name)).mtimeMs < Date.now() - oldMs)
        rmSync(join(folder, name), { force: true });
    const draft = join(folder, `${process.pid}.draft`);
    writeFileSync(draft, Buffer.from(await dump.arrayBuffer()));
    renameSync(draft, file);
    return dump;
  }
}

function fingerprint(): string {
  const hash = createHash("sha256").update(pgliteVersion());
  const folder = migrationsFolder();
  const files = readdirSync(folder)
    .filter((name) => name.endsWith(".sql"))
    .toSorted()
    .map((name) => join(folder, name));
  for (const name of ["migrate.ts", "row-security.ts"]) files.push(join(packageRoot(), "db", name));
  for (const file of files) hash.update(readFileSync(file));
  return hash.digest("hex").slice(0, 16);
}

function pgliteVersion(): string {
  const manifest = join(packageRoot(), "node_modules", "@electric-sql", "pglite", "package.json");
  return (JSON.parse(readFileSync(manifest, "utf8")) as { version: string }).version;
}
