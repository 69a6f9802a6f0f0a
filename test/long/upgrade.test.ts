// A database as it stood before the house was redrawn (migrations up to 0024), with a row in every table, opened by this program.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql, type SQL } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { localDate } from "#src/calendar/local-date";
import { decimal, toText } from "#src/language/decimal";
import type { OrganisationId, PersonId } from "#src/people/person";
import type { EntryId, GoalId } from "#src/practices/goals/model";
import { type Database, execute, openDatabase } from "#db/client";
import { migrate, migrationsFolder, migrationState } from "#db/migrate";
import { createStores } from "#db/stores/index";
import { writeMigrations } from "#test/support/database/migrations";

const newestBefore = "0024_rights";
const organisation = "01930000-0000-7000-8000-000000000001" as OrganisationId;
const person = "01930000-0000-7000-8000-000000000002" as PersonId;
const goal = "01930000-0000-7000-8000-000000000003" as GoalId;
const anyId = "01930000-0000-7000-8000-000000000004";
const noon = new Date("2026-11-02T12:00:00Z");

/** What the program reads as more than some text: the rest of each row is made from its columns' types. */
const meant: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  organisation: { id: organisation },
  person: {
    id: person,
    name: "林晓",
    locale: "zh",
    zone: "Asia/Shanghai",
    country: "CN",
    workweek: [1, 2, 3, 4, 5],
  },
  organisation_profile: { locale: "zh", zone: "Asia/Shanghai", country: "CN", currency: "CNY" },
  goal: {
    id: goal,
    number: 1,
    title: "回款",
    owner_id: person,
    unit: { kind: "money", currency: "CNY" },
    direction: "up",
    adds: true,
    baseline: "0",
    target: "100000",
    period_kind: "month",
    start: "2026-11-01",
    due: "2026-11-30",
    state: "active",
  },
  goal_entry: { goal_id: goal, kind: "add", value: "12000.50", by_id: person, source: "chat" },
  milestone: { goal_id: goal },
  numbering: { letter: "G", last: 1 },
  checkin: { person_id: person, week: "2026-11-02", priorities: [], commits: [], visible: "team" },
  outbox: { person_id: person },
  schedule: { person_id: person, due_at: "2026-11-03T01:00:00Z" },
  blocker: { person_id: person, text: "等合同", state: "open" },
};

const folder = mkdtempSync(join(tmpdir(), "pacer-before-"));
let database: Database;
let counts: ReadonlyMap<string, number>;
beforeAll(async () => {
  const before = await openDatabase({ dataDir: folder });
  await migrate(before, { folder: writeMigrations(migrationsBefore()) });
  for (const table of await tablesOf(before)) await fill(before, table);
  counts = await countRows(before);
  await before.close();
  database = await openDatabase({ dataDir: folder });
  await migrate(database);
});
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

test("stood with a row in every table, and all of them are there after the migrations", async () => {
  expect([...counts].filter(([, count]) => count === 0)).toEqual([]);
  expect(counts.size).toBeGreaterThan(50);
  expect(await migrationState(database)).toMatchObject({ pending: [], unknown: [], changed: [] });
  const now = await countRows(database);
  const lost = [...counts].filter(([table, count]) => (now.get(table) ?? 0) < count);
  expect(lost).toEqual([]);
});

test("lists its goal with where it stood, and takes what is logged", async () => {
  const stores = createStores(database);
  const read = () => stores.inOrganisation(organisation, async ({ goals }) => goals.openOf(person));
  const [stood] = await read();
  expect([stood?.title, toText(stood?.actual ?? decimal("0"))]).toEqual(["回款", "12000.5"]);
  const id = "01930000-0000-7000-8000-000000000005" as EntryId;
  await stores.inOrganisation(organisation, async ({ goals }) => {
    await goals.lock([goal]);
    await goals.append([
      {
        id,
        goalId: goal,
        kind: "add",
        value: decimal("7999.50"),
        of: null,
        on: localDate("2026-11-03"),
        note: "",
        source: "chat",
        byId: person,
        at: noon,
        batchId: id,
        replacesId: null,
      },
    ]);
  });
  expect(toText((await read())[0]?.actual ?? decimal("0"))).toBe("20000");
});

test("knows its people, their check-ins and what stops them", async () => {
  const [known, checkins, blockers] = await createStores(database).inOrganisation(
    organisation,
    async (stores) => [
      await stores.people.directory(),
      await stores.checkins.of(person, 5),
      await stores.checkins.openBlockers([person]),
    ],
  );
  expect(known?.map((each) => each.name)).toEqual(["林晓"]);
  expect(checkins?.map((each) => each.week)).toEqual(["2026-11-02"]);
  expect(blockers?.map((each) => each.text)).toEqual(["等合同"]);
});

function migrationsBefore(): Record<string, string> {
  const names = readdirSync(migrationsFolder())
    .filter((each) => each.endsWith(".sql"))
    .map((each) => each.replace(".sql", ""));
  expect(names).toContain(newestBefore);
  return Object.fromEntries(
    names
      .filter((each) => each <= newestBefore)
      .map((each) => [each, readFileSync(join(migrationsFolder(), `${each}.sql`), "utf8")]),
  );
}

async function tablesOf(of: Database): Promise<readonly string[]> {
  const rows = await execute<{ name: string }>(
    of.db,
    sql`select table_name::text as name from information_schema.tables where table_schema = current_schema() and table_type = 'BASE TABLE' order by 1`,
  );
  return rows.map((each) => each.name);
}

async function countRows(of: Database): Promise<ReadonlyMap<string, number>> {
  const counted = new Map<string, number>();
  for (const table of await tablesOf(of)) {
    const [row] = await execute<{ count: number }>(
      of.db,
      sql`select count(*)::int as count from ${sql.identifier(table)}`,
    );
    counted.set(table, row?.count ?? 0);
  }
  return counted;
}

/** One row, unless a trigger has made one with another table's. */
async function fill(of: Database, table: string): Promise<void> {
  const name = sql.identifier(table);
  const there = await execute(of.db, sql`select 1 from ${name} limit 1`);
  if (there.length > 0) return;
  const columns = await execute<{ name: string; type: string; may_lack: boolean }>(
    of.db,
    sql`select column_name::text as name, udt_name::text as type, column_default is not null or is_identity = 'YES' or is_nullable = 'YES' as may_lack
      from information_schema.columns where table_schema = current_schema() and table_name = ${table} order by ordinal_position`,
  );
  const own = meant[table] ?? {};
  const values = new Map<string, SQL>();
  for (const each of columns)
    if (each.name in own || !each.may_lack)
      values.set(each.name, valueOf(each.name, each.type, own[each.name]));
  const names = [...values.keys()].map((each) => sql.identifier(each));
  await of.db.execute(
    sql`insert into ${name} (${sql.join(names, sql`, `)}) values (${sql.join([...values.values()], sql`, `)})`,
  );
}

function valueOf(column: string, type: string, own: unknown): SQL {
  const cast = sql.raw(`::text::${type}`);
  return sql`${textOf(column, type, own)}${cast}`;
}

function textOf(column: string, type: string, own: unknown): string {
  if (own !== undefined) return typeof own === "string" ? own : JSON.stringify(own);
  if (column === "organisation_id") return organisation;
  switch (type) {
    case "uuid":
      return anyId;
    case "jsonb":
      return "{}";
    case "bool":
      return "false";
    case "date":
      return "2026-11-02";
    case "timestamptz":
      return noon.toISOString();
    case "text":
      return "x";
    default:
      return "1";
  }
}
