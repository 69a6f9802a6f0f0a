// What stood in a database before is mended by the migrations that came since, whoever owns it.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { type Database, execute, openDatabase } from "#db/client";
import { migrate, migrationsFolder } from "#db/migrate";
import { inOrganisation } from "#db/organisation";
import { createAuditStore } from "#db/stores/people/audit";
import { createHousekeeping } from "#db/stores/housekeeping";
import { ensureRole } from "#db/row-security";
import { urlOf } from "#test/support/database/database";
import { writeMigrations } from "#test/support/database/migrations";
import { database, emptyDatabase } from "./empty.ts";

emptyDatabase();

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
