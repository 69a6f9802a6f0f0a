// Row-level security: inside inOrganisation only that organisation's rows exist, for reading and for writing.
import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { begin, type Database, execute, sqlStateOf } from "#db/client";
import { migrate } from "#db/migrate";
import { atRouting, inOrganisation } from "#db/organisation";
import { emptyTables, scratchDatabase, testDatabase } from "#test/support/database/database";
import { writeMigrations } from "#test/support/database/migrations";

const [ours, theirs] = [randomUUID(), randomUUID()];
const source = {
  folder: writeMigrations({
    "0000_note":
      "create table note (id int generated always as identity primary key, organisation_id uuid not null, title text not null);",
    "0001_head": "create table head (id int primary key, organisation_id uuid not null);",
  }),
  routing: ["head"],
};

let database: Database;
beforeAll(async () => {
  database = await scratchDatabase();
  await migrate(database, source);
});
afterAll(() => database.close());
beforeEach(async () => {
  await emptyTables(database);
  for (const organisation of [ours, theirs])
    await inOrganisation(database, organisation, (tx) => tx.execute(write(organisation)));
});

const write = (organisation: string) =>
  sql`insert into note (organisation_id, title) values (${organisation}, 'a note')`;
const codeOf = (work: Promise<unknown>) => work.then(() => "done", sqlStateOf);
const forbidden = "42501";

test("sees the rows of its organisation only", async () => {
  const rows = await inOrganisation(database, ours, (tx) =>
    execute(tx, sql`select organisation_id from note`),
  );
  expect(rows).toEqual([{ organisation_id: ours }]);
});

test("cannot write a row of another organisation, nor move one there", async () => {
  expect(await codeOf(inOrganisation(database, ours, (tx) => tx.execute(write(theirs))))).toBe(
    forbidden,
  );
  const moving = inOrganisation(database, ours, (tx) =>
    tx.execute(sql`update note set organisation_id = ${theirs}`),
  );
  expect(await codeOf(moving)).toBe(forbidden);
});

test("throws what a statement nobody waited for met, not what the next one says of it, and keeps nothing", async () => {
  const began = (last: boolean) =>
    inOrganisation(database, ours, async (tx) => {
      await tx.execute(write(ours));
      begin(tx, {
        text: "insert into note (organisation_id, title) values ($1, 'a note')",
        parameters: [theirs],
      });
      if (!last) await tx.execute(sql`select 1`);
    });
  expect(await codeOf(began(false))).toBe(forbidden);
  expect(await codeOf(began(true))).toBe(forbidden);
  const rows = await inOrganisation(database, ours, (tx) =>
    execute(tx, sql`select title from note`),
  );
  expect(rows).toHaveLength(1);
});

test("sees what was begun before, in order", async () => {
  const rows = await inOrganisation(database, ours, async (tx) => {
    begin(tx, {
      text: "insert into note (organisation_id, title) values ($1, $2)",
      parameters: [ours, "begun"],
    });
    return execute(tx, sql`select title from note order by id`);
  });
  expect(rows).toEqual([{ title: "a note" }, { title: "begun" }]);
});

test("cannot change or delete another organisation's rows", async () => {
  await inOrganisation(database, ours, async (tx) => {
    await tx.execute(sql`update note set title = 'changed'`);
    await tx.execute(sql`delete from note where organisation_id = ${theirs}`);
  });
  const rows = await inOrganisation(database, theirs, (tx) =>
    execute(tx, sql`select title from note`),
  );
  expect(rows).toEqual([{ title: "a note" }]);
});

test("sees nothing where the role is set and no organisation is", async () => {
  const rows = await database.transaction(async (tx) => {
    await tx.execute(sql`select set_config('role', 'pacer_app', true)`);
    return execute(tx, sql`select * from note`);
  });
  expect(rows).toEqual([]);
});

test("leaves neither role nor organisation behind, committed or rolled back", async () => {
  await inOrganisation(database, ours, () => Promise.reject(new Error("no"))).catch(() => {});
  const [left] = await execute(
    database.db,
    sql`select current_user = session_user as self, coalesce(current_setting('pacer.organisation', true), '') as organisation`,
  );
  expect(left).toEqual({ self: true, organisation: "" });
});

test("cannot touch routing tables, nor the record of migrations", async () => {
  for (const table of ["head", "pacer_migration"]) {
    expect(
      await codeOf(
        inOrganisation(database, ours, (tx) =>
          tx.execute(sql`select * from ${sql.identifier(table)}`),
        ),
      ),
    ).toBe(forbidden);
  }
});

test("reaches routing in the same transaction by asking for it, and is fenced again after", async () => {
  await inOrganisation(database, ours, async (tx) => {
    await atRouting(tx, (routing) => routing.execute(sql`insert into head values (1, ${ours})`));
    expect(await execute(tx, sql`select organisation_id from note`)).toEqual([
      { organisation_id: ours },
    ]);
    await atRouting(tx, () => Promise.reject(new Error("no"))).catch(() => {});
    expect(await execute(tx, sql`select organisation_id from note`)).toHaveLength(1);
  });
  expect(await execute(database.db, sql`select id from head`)).toEqual([{ id: 1 }]);
});

test("is refused for what is no organisation's id", async () => {
  expect(
    await codeOf(
      inOrganisation(database, "'; drop table note", (tx) => tx.execute(sql`select * from note`)),
    ),
  ).toBe("22P02");
});

test("every table of this program that has an organisation is fenced by force", async () => {
  const loose = await execute(
    (await testDatabase()).db,
    sql`select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'organisation_id'
        where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace
          and has_table_privilege('pacer_app', c.oid, 'select')
          and not (c.relforcerowsecurity and c.relrowsecurity and exists (select from pg_policy p where p.polrelid = c.oid))`,
  );
  expect(loose).toEqual([]);
});
