// The runner of migrations: once, in order, whole, and never against a database it does not understand.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Database, execute, MigrationRefused, openDatabase } from "#db/client";
import { migrate, migrationsFolder, migrationState } from "#db/migrate";
import { inOrganisation } from "#db/organisation";
import { createAuditStore } from "#db/stores/people/audit";
import { createHousekeeping } from "#db/stores/housekeeping";
import { ensureRole } from "#db/row-security";
import {
  onPostgresOnly,
  scratchDatabase,
  secondConnection,
  urlOf,
} from "#test/support/database/database";
import { writeMigrations } from "#test/support/database/migrations";

const note =
  "create table note (id int primary key, organisation_id uuid not null);\n--> statement-breakpoint\ncreate index on note (organisation_id);";
const two = { "0000_note": note, "0001_title": "alter table note add column title text;" };

let database: Database;
beforeAll(async () => {
  database = await scratchDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.db.execute(sql`drop schema public cascade`);
  await database.db.execute(sql`create schema public`);
});

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

// Data that a migration mends are behind row-level security, which binds an owner who is no superuser as well.
test.each(
  process.env["TEST_DATABASE_URL"]
    ? ["as a superuser", "with an ordinary login"]
    : ["as a superuser"],
)("what stood before is mended by what came since, %s", async (as) => {
  const organisation = "01930000-0000-7000-8000-000000000001";
  const id = (n: number): string => `01930000-0000-7000-8000-00000000010${n}`;
  const owner = as === "as a superuser" ? database : await ordinaryLogin(database);
  try {
    const before = readdirSync(migrationsFolder()).filter(
      (each) => each.endsWith(".sql") && each < "0017",
    );
    await migrate(owner, {
      folder: writeMigrations(
        Object.fromEntries(
          before.map((each) => [
            each.replace(".sql", ""),
            readFileSync(join(migrationsFolder(), each), "utf8"),
          ]),
        ),
      ),
    });
    await inOrganisation(owner, organisation, async (tx) => {
      await tx.execute(
        sql`insert into team (organisation_id, id, name, switched_on_at) values (${organisation}::uuid, ${id(1)}::uuid, 'East', '2026-10-01T00:00:00Z'), (${organisation}::uuid, ${id(2)}::uuid, 'West', null)`,
      );
      for (const [n, team] of [
        [3, 1],
        [4, 2],
      ] as const)
        await tx.execute(
          sql`insert into person (organisation_id, id, name, locale, zone, country, hours, workweek, admin, assistant, team_id) values (${organisation}::uuid, ${id(n)}::uuid, 'x', 'en', 'UTC', 'US', '{}', '[]', false, false, ${id(team)}::uuid)`,
        );
      await tx.execute(
        sql`update person set manager_id = ${id(4)}::uuid where id = ${id(3)}::uuid`,
      );
      await tx.execute(
        sql`insert into blocker (organisation_id, id, person_id, text, raised_at, state) values (${organisation}::uuid, ${id(7)}::uuid, ${id(3)}::uuid, 'x', '2026-10-01T00:00:00Z', 'open')`,
      );
      for (const n of [5, 6])
        await tx.execute(
          sql`insert into place (organisation_id, id, name, reads, platform) values (${organisation}::uuid, ${id(n)}::uuid, 'x', 'en', 'lark')`,
        );
    });
    await owner.db.execute(
      sql`insert into chat_place (platform, workspace, channel, organisation_id, place_id) values ('lark', 'feishu/a/t', 'oc_1', ${organisation}::uuid, ${id(5)}::uuid), ('slack', 'T1', 'C1', ${organisation}::uuid, ${id(6)}::uuid)`,
    );
    await owner.db.execute(sql`insert into organisation (id) values (${organisation}::uuid)`);
    await migrate(owner);
    const rights = await inOrganisation(owner, organisation, async (tx) => [
      await execute(tx, sql`select asked_id from blocker`),
      await execute(tx, sql`select person_id, told->>'manager' as manager from rights_told`),
    ]);
    expect(rights).toEqual([[{ asked_id: id(4) }], [{ person_id: id(3), manager: id(4) }]]);
    // What may not be altered is removed all the same once it is over.
    await inOrganisation(owner, organisation, async (tx) => {
      const audit = createAuditStore(tx, organisation);
      for (const day of ["2024-11-01", "2026-11-01"])
        await audit.record({
          act: "admin.lost",
          by: "operator",
          about: null,
          at: new Date(`${day}T00:00:00Z`),
          detail: {},
        });
    });
    await createHousekeeping(owner).prune(new Date("2026-11-11T00:00:00Z"));
    expect(
      await inOrganisation(owner, organisation, (tx) =>
        execute(tx, sql`select at::date::text as at from audit_event`),
      ),
    ).toEqual([{ at: "2026-11-01" }]);
    const seen = await inOrganisation(owner, organisation, async (tx) => [
      await execute(tx, sql`select cloud from place order by id`),
      await execute(tx, sql`select person_id from greeting`),
    ]);
    expect(seen).toEqual([[{ cloud: "feishu" }, { cloud: "slack" }], [{ person_id: id(3) }]]);
    // And behind it they are still.
    expect(
      await execute(
        owner.db,
        sql`select relname from pg_class where relname in ('place', 'person', 'team', 'greeting', 'blocker', 'rights_told') and not relforcerowsecurity`,
      ),
    ).toEqual([]);
  } finally {
    if (owner !== database) await owner.close();
  }
});

test.each(
  process.env["TEST_DATABASE_URL"]
    ? ["as a superuser", "with an ordinary login"]
    : ["as a superuser"],
)(
  "an organisation began with the workspace its first person came from, and nobody who set up is locked out, %s",
  async (as) => {
    const organisation = "01930000-0000-7000-8000-000000000001";
    const id = (n: number): string => `01930000-0000-7000-8000-00000000020${n}`;
    const owner = as === "as a superuser" ? database : await ordinaryLogin(database);
    try {
      const before = readdirSync(migrationsFolder()).filter(
        (each) => each.endsWith(".sql") && each < "0021",
      );
      await migrate(owner, {
        folder: writeMigrations(
          Object.fromEntries(
            before.map((each) => [
              each.replace(".sql", ""),
              readFileSync(join(migrationsFolder(), each), "utf8"),
            ]),
          ),
        ),
      });
      // 1 installed it, 2 was made an admin, 3 came with a workspace that joined later, 4 is nobody in particular, 5 left.
      await inOrganisation(owner, organisation, async (tx) => {
        for (const [n, admin, left] of [
          [1, true, null],
          [2, true, null],
          [3, true, null],
          [4, false, null],
          [5, true, "2026-10-01"],
        ] as const)
          await tx.execute(
            sql`insert into person (organisation_id, id, name, locale, zone, country, hours, workweek, admin, assistant, left_on) values (${organisation}::uuid, ${id(n)}::uuid, 'x', 'en', 'UTC', 'US', '{}', '[]', ${admin}, false, ${left}::date)`,
          );
      });
      // The one it began with was installed once more, long after the other.
      await owner.db.execute(
        sql`insert into installation (platform, workspace, organisation_id, installed_by, installed_at) values ('slack', 'T1', ${organisation}::uuid, 'U1', '2026-11-01'), ('slack', 'T9', ${organisation}::uuid, 'U3', '2026-10-01')`,
      );
      for (const [n, workspace] of [
        [1, "T1"],
        [2, "T1"],
        [3, "T9"],
        [4, "T9"],
        [5, "T1"],
      ] as const)
        await owner.db.execute(
          sql`insert into chat_identity (platform, workspace, "user", organisation_id, person_id) values ('slack', ${workspace}, ${`U${n}`}, ${organisation}::uuid, ${id(n)}::uuid)`,
        );
      await migrate(owner);
      expect(
        await execute(owner.db, sql`select workspace, founded, way from installation order by 1`),
      ).toEqual([
        { workspace: "T1", founded: true, way: "link" },
        { workspace: "T9", founded: false, way: "link" },
      ]);
      expect(
        await execute(
          owner.db,
          sql`select "user", admin_by, barred_at is not null as barred from chat_identity order by 1`,
        ),
      ).toEqual([
        { user: "U1", admin_by: "installation", barred: false },
        { user: "U2", admin_by: null, barred: false },
        { user: "U3", admin_by: "platform", barred: false },
        { user: "U4", admin_by: null, barred: false },
        { user: "U5", admin_by: null, barred: true },
      ]);
      const granted = await inOrganisation(owner, organisation, (tx) =>
        execute(tx, sql`select admin, admin_granted as granted from person order by id`),
      );
      expect(granted).toEqual([
        { admin: true, granted: false },
        { admin: true, granted: true },
        { admin: true, granted: false },
        { admin: false, granted: false },
        { admin: true, granted: true },
      ]);
      expect(
        await execute(
          owner.db,
          sql`select relname from pg_class where relname = 'person' and not relforcerowsecurity`,
        ),
      ).toEqual([]);
    } finally {
      if (owner !== database) await owner.close();
    }
  },
);

test.each(
  process.env["TEST_DATABASE_URL"]
    ? ["as a superuser", "with an ordinary login"]
    : ["as a superuser"],
)("what stood before is numbered as it came, and a correction keeps its place, %s", async (as) => {
  const organisation = "01930000-0000-7000-8000-000000000001";
  const id = (n: number): string => `01930000-0000-7000-8000-00000000010${n}`;
  const goal = id(9);
  const owner = as === "as a superuser" ? database : await ordinaryLogin(database);
  try {
    const all = readdirSync(migrationsFolder()).filter((each) => each.endsWith(".sql"));
    const before = all.filter(
      (each) => each < all.find((name) => name.includes("the-databases-order"))!,
    );
    await migrate(owner, {
      folder: writeMigrations(
        Object.fromEntries(
          before.map((each) => [
            each.replace(".sql", ""),
            readFileSync(join(migrationsFolder(), each), "utf8"),
          ]),
        ),
      ),
    });
    // The ids say the opposite of the times: a clock that was ahead made the first ones.
    const rows = [
      [5, "09:00", null],
      [4, "09:01", null],
      [3, "09:02", 5],
      [2, "09:02", null],
    ] as const;
    await inOrganisation(owner, organisation, async (tx) => {
      for (const [n, at, first] of rows)
        await tx.execute(sql`insert into goal_entry (organisation_id, id, goal_id, kind, value, "on", note, source, by_id, at, batch_id, counts_as)
          values (${organisation}::uuid, ${id(n)}::uuid, ${goal}::uuid, 'add', 1, '2026-11-11', '', 'chat', ${goal}::uuid, ${`2026-11-11T${at}:00Z`}::timestamptz, ${goal}::uuid, ${first === null ? null : id(first)}::uuid)`);
      for (const [n, at] of rows)
        await tx.execute(
          sql`insert into blocker (organisation_id, id, person_id, text, raised_at, state) values (${organisation}::uuid, ${id(n)}::uuid, ${goal}::uuid, '', ${`2026-11-11T${at}:00Z`}::timestamptz, 'open')`,
        );
    });
    await migrate(owner);
    const seen = await inOrganisation(owner, organisation, async (tx) => {
      await tx.execute(
        sql`insert into blocker (organisation_id, id, person_id, text, raised_at, state) values (${organisation}::uuid, ${id(1)}::uuid, ${goal}::uuid, '', '2026-11-11T08:00:00Z', 'open')`,
      );
      return [
        await execute<{ id: string; seq: string; counts_as: string | null }>(
          tx,
          sql`select id, seq::text as seq, counts_as::text as counts_as from goal_entry order by seq`,
        ),
        await execute<{ id: string }>(tx, sql`select id from blocker order by seq`),
      ] as const;
    });
    expect(seen[0]).toEqual([
      { id: id(5), seq: "1", counts_as: null },
      { id: id(4), seq: "2", counts_as: null },
      { id: id(2), seq: "3", counts_as: null },
      { id: id(3), seq: "4", counts_as: "1" },
    ]);
    expect(seen[1].map((each) => each.id)).toEqual([5, 4, 2, 3, 1].map(id));
    const fenced = await execute(
      owner.db,
      sql`select relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attidentity <> '' where c.relkind = 'r' and c.relrowsecurity and not c.relforcerowsecurity`,
    );
    expect(fenced).toEqual([]);
  } finally {
    if (owner !== database) await owner.close();
  }
});

/** The owner of everything in this database, who may make no role and skip no policy. */
async function ordinaryLogin(of: Database): Promise<Database> {
  const url = new URL(await urlOf(of));
  url.username = "pacer_ordinary";
  await of.db.execute(
    sql`do $$ begin create role pacer_ordinary login; exception when duplicate_object then null; end $$`,
  );
  await ensureRole(of.db);
  await of.db.execute(sql`grant pacer_app to pacer_ordinary`);
  await of.db.execute(sql`grant all on schema public to pacer_ordinary`);
  await of.db.execute(sql.raw(`alter database ${url.pathname.slice(1)} owner to pacer_ordinary`));
  return openDatabase({ url: url.href });
}

async function columns(of: Database): Promise<string[]> {
  const rows = await execute<{ name: string }>(
    of.db,
    sql`select attname as name from pg_attribute where attrelid = 'note'::regclass and attnum > 0 order by attnum`,
  );
  return rows.map((row) => row.name);
}
