// A backup as docs/running.md says it: pg_dump with the ordinary login the bot uses, every row of every table, and a bot that starts on what
// was brought back.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Database, execute, openDatabase } from "#db/client";
import { migrate, migrationState } from "#db/migrate";
import { inOrganisation } from "#db/organisation";
import { packageRoot } from "#db/package-root";
import { playgroundOrganisation, seedPlayground } from "#db/seed";
import {
  hasPostgresServer,
  type OwnPostgres,
  startOwnPostgres,
} from "#test/support/database/own-postgres";

describe.skipIf(!hasPostgresServer())("a dump by an ordinary login", () => {
  let server: OwnPostgres;
  let superuser: Database;
  let from: string;
  let to: string;
  beforeAll(async () => {
    server = (await startOwnPostgres())!;
    superuser = await openDatabase({ url: server.url });
    await superuser.db.execute(sql`create role pacer login nosuperuser nobypassrls nocreaterole`);
    await superuser.db.execute(sql`create role pacer_app nologin`);
    await superuser.db.execute(sql`grant pacer_app to pacer`);
    [from, to] = [await ownedBy("pacer", "dumped"), await ownedBy("pacer", "restored")];
    const database = await openDatabase({ url: from });
    await migrate(database);
    await seedPlayground(database);
    await database.close();
  });
  afterAll(async () => {
    await superuser.close();
    server.remove();
  });

  async function ownedBy(login: string, name: string): Promise<string> {
    const url = new URL(await server.newDatabase(name));
    await superuser.db.execute(sql.raw(`alter database ${name} owner to ${login}`));
    const admin = await openDatabase({ url: url.href });
    await admin.db.execute(sql.raw(`alter schema public owner to ${login}`));
    await admin.close();
    url.username = login;
    return url.href;
  }

  /** As a superuser, whom no policy binds. */
  async function counts(url: string): Promise<Record<string, number>> {
    const on = new URL(url);
    on.username = "postgres";
    const database = await openDatabase({ url: on.href });
    const tables = await execute<{ name: string }>(
      database.db,
      sql`select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`,
    );
    const found: Record<string, number> = {};
    for (const { name } of tables)
      found[name] = (
        await execute<{ n: number }>(
          database.db,
          sql`select count(*)::int as n from ${sql.identifier(name)}`,
        )
      )[0]!.n;
    await database.close();
    return found;
  }

  it("holds every row of every table, and the bot starts on it behind the same fence", async () => {
    const before = await counts(from);
    expect(before).toMatchObject({
      person: expect.any(Number),
      goal: expect.any(Number),
      goal_entry: expect.any(Number),
      pacer_migration: expect.any(Number),
    });
    expect(Object.values(before).reduce((sum, each) => sum + each, 0)).toBeGreaterThan(100);

    const dumped = server.program("pg_dump", ["--enable-row-security", from], {
      options: "-c pacer.dump=on",
    });
    server.program("psql", ["--single-transaction", "-v", "ON_ERROR_STOP=1", to], {
      input: dumped,
    });
    expect(await counts(to)).toEqual(before);

    const restored = await openDatabase({ url: to });
    await migrate(restored);
    expect(await migrationState(restored)).toMatchObject({ pending: [], unknown: [], changed: [] });
    const people = (tx: Parameters<Parameters<typeof inOrganisation>[2]>[0]) =>
      execute(tx, sql`select id from person`);
    expect(await inOrganisation(restored, playgroundOrganisation, people)).toHaveLength(
      before["person"]!,
    );
    expect(await inOrganisation(restored, "01930000-0000-7000-8000-000000000009", people)).toEqual(
      [],
    );
    await restored.close();
    expect(await counts(to)).toEqual(before);
  });

  it("under another login too: what it complains of are roles, and the start mends that", async () => {
    const before = await counts(from);
    await superuser.db.execute(sql`create role other login nosuperuser`);
    await superuser.db.execute(sql`grant pacer_app to other`);
    const there = await ownedBy("other", "elsewhere");
    const dumped = server.program("pg_dump", ["--enable-row-security", "--no-owner", from], {
      options: "-c pacer.dump=on",
    });
    await superuser.db.execute(sql`alter role pacer rename to pacer_before`); // as on another server, where nobody is called so
    server.program("psql", ["-q", there], { input: dumped });
    await superuser.db.execute(sql`alter role pacer_before rename to pacer`);
    expect(await counts(there)).toEqual(before);
    const restored = await openDatabase({ url: there });
    await migrate(restored);
    expect(await execute(restored.db, sql`select id from person`)).toEqual([]);
    await restored.close();
    server.program("pg_dump", ["--enable-row-security", there], { options: "-c pacer.dump=on" });
  });

  it("is read by nobody who only says the word: not by the role, nor by the owner without it", async () => {
    const database = await openDatabase({ url: from });
    const seen = async (setUp: readonly string[]): Promise<number> =>
      database.transaction(async (tx) => {
        for (const each of setUp) await tx.execute(sql.raw(each));
        return (
          await execute<{ n: number }>(
            tx,
            sql`select (select count(*) from person)::int + (select count(*) from goal)::int as n`,
          )
        )[0]!.n;
      });
    expect(await seen([])).toBe(0);
    expect(await seen(["set local pacer.dump = 'on'", "set local role pacer_app"])).toBe(0);
    expect(await seen(["set local role pacer_app", "set local pacer.dump = 'on'"])).toBe(0);
    expect(await seen(["set local pacer.dump = 'on'"])).toBeGreaterThan(0);
    const writing = database.transaction(async (tx) => {
      await tx.execute(sql`set local pacer.dump = 'on'`);
      return execute(tx, sql`update person set name = 'x' returning id`);
    });
    expect(await writing).toEqual([]);
    await database.close();
  });

  it("is given to a database that was fenced before there was such a thing", async () => {
    const database = await openDatabase({ url: from });
    const policies = () =>
      execute<{ n: number }>(
        database.db,
        sql`select count(*)::int as n from pg_policy where polname = 'dump' and polroles = array['pacer'::regrole::oid]`,
      );
    const [all] = await policies();
    await database.db.execute(
      sql`do $$ declare each regclass; begin for each in select polrelid::regclass from pg_policy where polname = 'dump' loop execute format('drop policy dump on %s', each); end loop; end $$`,
    );
    expect(await policies()).toEqual([{ n: 0 }]);
    await migrate(database);
    expect(all!.n).toBeGreaterThan(20);
    expect(await policies()).toEqual([all]);
    await database.close();
  });

  it("is written in docs/running.md, in both languages, as it is done here", () => {
    const page = readFileSync(join(packageRoot(), "docs", "running.md"), "utf8");
    expect(
      page.split('PGOPTIONS="-c pacer.dump=on" pg_dump --enable-row-security').length - 1,
    ).toBe(2);
    expect(page.split("psql --single-transaction -v ON_ERROR_STOP=1").length - 1).toBe(2);
  });
});
