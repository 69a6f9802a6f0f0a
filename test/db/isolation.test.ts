// Every table of an organisation, whatever it is called: another organisation sees nothing of it and changes nothing in it.
// The rows are made from the columns' types, so a new table is covered from the day of its migration.
import { randomUUID } from "node:crypto";
import { sql, type SQL } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { affectedBy, execute, sqlStateOf, type Database, type Tx } from "#db/client";
import { inOrganisation } from "#db/organisation";
import { appendOnlyTables, migrationTable, routingTables } from "#db/row-security";
import { emptyTables, testDatabase } from "#test/support/database/database";

const [ours, theirs] = [randomUUID(), randomUUID()];
const forbidden = "42501";

interface Column {
  readonly table_name: string;
  readonly column_name: string;
  readonly udt_name: string;
}

let database: Database;
let tables: ReadonlyMap<string, readonly Column[]>;

beforeAll(async () => {
  database = await testDatabase();
  await emptyTables(database);
  const columns = await execute<Column>(
    database.db,
    sql`select c.table_name, c.column_name, c.udt_name from information_schema.columns c
        join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name
        where c.table_schema = current_schema() and t.table_type = 'BASE TABLE' and c.is_generated = 'NEVER' and c.is_identity = 'NO'
        order by c.table_name, c.ordinal_position`,
  );
  const all = grouped(columns);
  tables = new Map(
    [...all].filter(
      ([name, its]) =>
        !routingTables.includes(name) && its.some((each) => each.column_name === "organisation_id"),
    ),
  );
  for (const name of tables.keys())
    await inOrganisation(database, theirs, (tx) => insert(tx, name, theirs));
});
afterAll(() => emptyTables(database));

function grouped(columns: readonly Column[]): Map<string, Column[]> {
  const all = new Map<string, Column[]>();
  for (const each of columns) all.set(each.table_name, [...(all.get(each.table_name) ?? []), each]);
  return all;
}

const values: Readonly<Record<string, () => unknown>> = {
  uuid: randomUUID,
  text: randomUUID,
  varchar: randomUUID,
  bool: () => true,
  int2: () => 1,
  int4: () => 1,
  int8: () => 1,
  numeric: () => 1,
  float8: () => 1,
  date: () => "2026-11-11",
  timestamptz: () => "2026-11-11T02:00:00Z",
  jsonb: () => "{}",
  json: () => "{}",
  bytea: () => "\\x00",
};

function valueOf({ column_name, udt_name, table_name }: Column, organisation: string): SQL {
  const made = udt_name.startsWith("_") ? () => "{}" : values[udt_name];
  if (!made)
    throw new Error(
      `no value known for ${table_name}.${column_name} of type ${udt_name}: add the type to this test`,
    );
  const value = column_name === "organisation_id" ? organisation : made();
  return sql`${String(value)}::text::${sql.raw(udt_name.startsWith("_") ? `${udt_name.slice(1)}[]` : udt_name)}`;
}

async function insert(tx: Tx, table: string, organisation: string): Promise<void> {
  const columns = tables.get(table)!;
  const names = sql.join(
    columns.map((each) => sql.identifier(each.column_name)),
    sql`, `,
  );
  const row = sql.join(
    columns.map((each) => valueOf(each, organisation)),
    sql`, `,
  );
  await tx.execute(sql`insert into ${sql.identifier(table)} (${names}) values (${row})`);
}

/** What a piece of work comes to for each table: compared as one list, so that a failure names its tables. */
async function forEachTable<T>(
  look: (table: string, name: SQL) => Promise<T>,
): Promise<Record<string, T>> {
  const found: Record<string, T> = {};
  for (const table of tables.keys())
    found[table] = await look(table, sql`${sql.identifier(table)}`);
  return found;
}

const all = <T>(value: T): Record<string, T> =>
  Object.fromEntries([...tables.keys()].map((table) => [table, value]));
const codeOf = (work: Promise<unknown>) => work.then(() => "done", sqlStateOf);
const countIn = async (tx: Tx, name: SQL): Promise<number> =>
  (await execute(tx, sql`select 1 from ${name}`)).length;

test("walks the tables that hold people's work", () => {
  expect(tables.size).toBeGreaterThan(10);
  expect([...tables.keys()]).toEqual(
    expect.arrayContaining([
      "act",
      "goal",
      "goal_entry",
      "metric",
      "outbox",
      "person",
      "web_message",
    ]),
  );
});

test("an organisation sees its own row in every table, and the other's in none", async () => {
  expect(
    await forEachTable((_, name) => inOrganisation(database, theirs, (tx) => countIn(tx, name))),
  ).toEqual(all(1));
  expect(
    await forEachTable((_, name) => inOrganisation(database, ours, (tx) => countIn(tx, name))),
  ).toEqual(all(0));
});

/** How many rows an attempt reached; of a table whose rows stay as they were written, that it was forbidden. */
const reach = (statement: SQL) =>
  inOrganisation(database, ours, async (tx) => affectedBy(await tx.execute(statement))).catch(
    (error: unknown) => {
      if (sqlStateOf(error) === forbidden) return forbidden;
      throw error;
    },
  );
const unreached = (): Record<string, unknown> => ({
  ...all(0),
  ...Object.fromEntries(appendOnlyTables.map((table) => [table, forbidden])),
});

test("an organisation cannot take, change or delete the other's rows", async () => {
  expect(
    await forEachTable((_, name) => reach(sql`update ${name} set organisation_id = ${ours}::uuid`)),
  ).toEqual(unreached());
  expect(
    await forEachTable((_, name) =>
      reach(
        sql`update ${name} set organisation_id = organisation_id where organisation_id = ${theirs}::uuid`,
      ),
    ),
  ).toEqual(unreached());
  expect(await forEachTable((_, name) => reach(sql`delete from ${name}`))).toEqual(unreached());
  expect(
    await forEachTable((_, name) => inOrganisation(database, theirs, (tx) => countIn(tx, name))),
  ).toEqual(all(1));
});

test("what was written for good is changed by nobody, not even in the own organisation", async () => {
  expect(appendOnlyTables.length).toBeGreaterThan(0);
  for (const table of appendOnlyTables) {
    const name = sql.identifier(table);
    expect(
      await codeOf(
        inOrganisation(database, theirs, (tx) =>
          tx.execute(sql`update ${name} set organisation_id = organisation_id`),
        ),
      ),
    ).toBe(forbidden);
    expect(
      await codeOf(inOrganisation(database, theirs, (tx) => tx.execute(sql`delete from ${name}`))),
    ).toBe(forbidden);
  }
});

test("an organisation cannot write a row for the other, nor give one away", async () => {
  expect(
    await forEachTable((table) =>
      codeOf(inOrganisation(database, ours, (tx) => insert(tx, table, theirs))),
    ),
  ).toEqual(all(forbidden));
  const given = (table: string, name: SQL) =>
    codeOf(
      inOrganisation(database, ours, async (tx) => {
        await insert(tx, table, ours);
        await tx.execute(sql`update ${name} set organisation_id = ${theirs}::uuid`);
      }),
    );
  expect(await forEachTable(given)).toEqual(all(forbidden));
});

test("without an organisation the role sees nothing and writes nothing", async () => {
  const asRole = <T>(work: (tx: Tx) => Promise<T>) =>
    database.transaction(async (tx) => {
      await tx.execute(sql`select set_config('role', 'pacer_app', true)`);
      return work(tx);
    });
  expect(await forEachTable((_, name) => asRole((tx) => countIn(tx, name)))).toEqual(all(0));
  expect(await forEachTable((table) => codeOf(asRole((tx) => insert(tx, table, theirs))))).toEqual(
    all(forbidden),
  );
});

test("the role may do nothing with routing tables, nor with the record of migrations", async () => {
  const found = await execute<{ name: string; granted: boolean }>(
    database.db,
    sql`select relname as name, has_table_privilege('pacer_app', oid, 'select, insert, update, delete, truncate, references, trigger') or has_any_column_privilege('pacer_app', oid, 'select, insert, update, references') as granted
        from pg_class where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p') and (${sql.join(
          [...routingTables, migrationTable].map((name) => sql`relname = ${name}`),
          sql` or `,
        )})`,
  );
  expect(found.map((each) => each.name)).toEqual(
    expect.arrayContaining(["organisation", "chat_identity", "outbox_head", migrationTable]),
  );
  expect(found.filter((each) => each.granted)).toEqual([]);
  for (const { name } of found)
    expect(
      await codeOf(
        inOrganisation(database, theirs, (tx) =>
          tx.execute(sql`select 1 from ${sql.identifier(name)}`),
        ),
      ),
    ).toBe(forbidden);
});

test("no key of one organisation can collide with what another one chose", async () => {
  // A unique key over ids is made by us and collides with nobody; over anything else it must lead with the organisation.
  const known: string[] = [];
  const loose = await execute<{ table: string }>(
    database.db,
    sql`select distinct c.relname as table from pg_index i join pg_class c on c.oid = i.indrelid
        where i.indisunique and c.relnamespace = current_schema()::regnamespace
          and not exists (select from pg_attribute a where a.attrelid = c.oid and a.attnum = any(i.indkey) and (a.attname = 'organisation_id' or a.atttypid = 'uuid'::regtype))`,
  );
  expect(loose.map((each) => each.table).filter((name) => tables.has(name))).toEqual(known);
});
