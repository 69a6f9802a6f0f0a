// The runner of migrations: once, in order, whole, and never against a database it does not understand.
import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { type Database, execute, MigrationRefused } from "#db/client";
import { migrate, migrationState } from "#db/migrate";
import { ensureRole } from "#db/row-security";
import { onPostgresOnly, secondConnection } from "#test/support/database/database";
import { writeMigrations } from "#test/support/database/migrations";
import { database, emptyDatabase } from "./empty.ts";

emptyDatabase();

const note =
  "create table note (id int primary key, organisation_id uuid not null);\n--> statement-breakpoint\ncreate index on note (organisation_id);";
const two = { "0000_note": note, "0001_title": "alter table note add column title text;" };

describe("migrating", () => {
  test("applies the files in order and has nothing left to do the second time", async () => {
    const folder = writeMigrations(two);
    expect(await migrationState(database, { folder })).toMatchObject({
      applied: [],
      pending: ["0000_note", "0001_title"],
    });
    await migrate(database, { folder });
    await migrate(database, { folder });
    expect(await migrationState(database, { folder })).toEqual({
      applied: ["0000_note", "0001_title"],
      pending: [],
      unknown: [],
      changed: [],
    });
  });

  test("leaves no half of a file that fails, and keeps the files before it", async () => {
    const folder = writeMigrations({
      "0000_note": note,
      "0001_bad":
        "alter table note add column title text;\n--> statement-breakpoint\nselect 1 / 0;",
    });
    await expect(migrate(database, { folder })).rejects.toThrow();
    expect(await migrationState(database, { folder })).toMatchObject({
      applied: ["0000_note"],
      pending: ["0001_bad"],
    });
    expect(await columns(database)).toEqual(["id", "organisation_id"]);
  });

  test("refuses a landed file that was changed since", async () => {
    const folder = writeMigrations({ "0000_note": note });
    await migrate(database, { folder });
    writeMigrations({ "0000_note": `${note}\n-- later` }, folder);
    const refused = migrate(database, { folder });
    await expect(refused).rejects.toThrow(MigrationRefused);
    await expect(refused).rejects.toThrow(
      "The migration 0000_note was changed after this database applied it",
    );
  });

  test("takes a file with Windows line ends for the same file", async () => {
    const folder = writeMigrations({ "0000_note": note });
    await migrate(database, { folder });
    writeMigrations({ "0000_note": note.replaceAll("\n", "\r\n") }, folder);
    await migrate(database, { folder });
  });

  test("refuses a database that a newer program has migrated", async () => {
    await migrate(database, { folder: writeMigrations(two) });
    const folder = writeMigrations({ "0000_note": note });
    await expect(migrate(database, { folder })).rejects.toThrow(
      "The database was written by a newer Pacer (it has 0001_title)",
    );
    expect(await migrationState(database, { folder })).toMatchObject({ unknown: ["0001_title"] });
  });

  test("refuses a file that sorts before one that has landed", async () => {
    await migrate(database, { folder: writeMigrations({ "0001_note": note }) });
    const folder = writeMigrations({ "0000_late": "select 1;", "0001_note": note });
    await expect(migrate(database, { folder })).rejects.toThrow(
      "The migration 0000_late sorts before 0001_note",
    );
  });

  test("refuses a table that is neither an organisation's nor routing", async () => {
    const folder = writeMigrations({ "0000_stray": "create table stray (id int primary key);" });
    await expect(migrate(database, { folder })).rejects.toThrow(
      "routingTables (db/row-security.ts): stray.",
    );
    await migrate(database, { folder, routing: ["stray"] });
  });
});

test("the migrations of this program apply to an empty database", async () => {
  await migrate(database);
  expect(await migrationState(database)).toMatchObject({ pending: [], unknown: [], changed: [] });
});

onPostgresOnly("two processes that start at once", () => {
  test("apply every file once", async () => {
    const slow = (n: number) =>
      `select pg_sleep(0.02);\n--> statement-breakpoint\ncreate table t${n} (id int, organisation_id uuid);`;
    const files = Object.fromEntries(
      Array.from({ length: 8 }, (_, n) => [`000${n}_slow`, slow(n)]),
    );
    const folder = writeMigrations(files);
    const other = await secondConnection(database);
    await Promise.all([
      migrate(database, { folder }),
      migrate(other, { folder }),
      migrate(other, { folder }),
    ]);
    await other.close();
    expect((await migrationState(database, { folder })).applied).toEqual(Object.keys(files));
  });

  test("tell a user who may not create roles what a superuser has to run", async () => {
    const refused = database.transaction(async (tx) => {
      // As on a new cluster: the role is not there (renamed until the rollback), and this user may not make it.
      await tx.execute(sql`alter role pacer_app rename to pacer_app_before`);
      await tx.execute(sql`create role pacer_weak`);
      await tx.execute(sql`grant pacer_weak to current_user`);
      await tx.execute(sql`set local role pacer_weak`);
      await ensureRole(tx);
    });
    await expect(refused).rejects.toThrow(
      "run once as a superuser: create role pacer_app nologin; grant pacer_app to pacer_weak;",
    );
  });
});

async function columns(of: Database): Promise<string[]> {
  const rows = await execute<{ name: string }>(
    of.db,
    sql`select attname as name from pg_attribute where attrelid = 'note'::regclass and attnum > 0 order by attnum`,
  );
  return rows.map((row) => row.name);
}
