// Two people who were joined and parted again: every row of every table is as it was before, whatever a table is called. The rows are made
// from the columns' types, so that a new table is covered from the day of its migration.
import { randomUUID } from "node:crypto";
import { sql, type SQL } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { execute, type Database, type Tx } from "#db/client";
import { personColumns } from "#db/stores/accounts/merge-people";
import { inOrganisation } from "#db/organisation";
import { appendOnlyTables, routingTables } from "#db/row-security";
import { playgroundOrganisation } from "#db/seed";
import { createHousekeeping } from "#db/stores/housekeeping";
import { createStores, type AllStores } from "#db/stores/index";
import type { AccountName, PersonId } from "#src/people/person";
import type { PersonChange, RightsChange } from "#src/people/store";
import type { Join } from "#src/practices/accounts/store";
import { seededDatabase } from "#test/support/database/database";
import { byOperator } from "#test/support/story/system";

interface Column {
  readonly table_name: string;
  readonly column_name: string;
  readonly udt_name: string;
}

interface Table {
  readonly columns: readonly Column[];
  /** Unique keys, by their columns. */
  readonly keys: readonly (readonly string[])[];
}

const at = new Date("2026-11-11T02:00:00Z");
const until = new Date("2026-11-12T02:00:00Z");
const noPlace = "chat nobody nobody" as AccountName;

let database: Database;
let kept: PersonId;
let gone: PersonId;
let third: PersonId;

beforeEach(async () => {
  database = await seededDatabase();
  const { routing } = createStores(database);
  const who = async (user: string) =>
    (await routing.whoIs({ platform: "web", workspace: "playground", user }))!.person;
  [kept, gone, third] = [await who("renke"), await who("linxiao"), await who("anna")];
});

const within = <T>(work: (stores: AllStores) => Promise<T>): Promise<T> =>
  createStores(database).inOrganisation(playgroundOrganisation, work);
const sqlWithin = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
  inOrganisation(database, playgroundOrganisation, work);
const joinOf = (): Join => ({
  id: randomUUID(),
  kept,
  gone,
  keptAccount: noPlace,
  goneAccount: noPlace,
  at,
  until,
});

async function join(change: PersonChange & RightsChange = { admin: false }): Promise<Join> {
  const made = joinOf();
  await within(async ({ people, accounts }) => {
    await people.lock([kept, gone]);
    await accounts.join(made, change);
  });
  return made;
}

const part = (made: Join) => within(({ accounts }) => accounts.part(made));

/** The tables whose rows name people and may be changed. */
async function tablesOfPeople(): Promise<ReadonlyMap<string, Table>> {
  const columns = await execute<Column>(
    database.db,
    sql`select c.table_name::text as table_name, c.column_name::text as column_name, c.udt_name::text as udt_name from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
      where c.table_schema = current_schema() and t.table_type = 'BASE TABLE' and c.is_identity = 'NO' and c.is_generated = 'NEVER' order by 1, c.ordinal_position`,
  );
  const keys = await execute<{ table_name: string; names: string }>(
    database.db,
    sql`select c.relname::text as table_name, (select string_agg(a.attname::text, ',') from pg_attribute a where a.attrelid = i.indrelid and a.attnum = any(i.indkey)) as names
      from pg_index i join pg_class c on c.oid = i.indrelid where i.indisunique and i.indpred is null and c.relnamespace = current_schema()::regnamespace`,
  );
  const found = new Map<string, Table>();
  for (const name of new Set(columns.map((each) => each.table_name))) {
    const own = columns.filter((each) => each.table_name === name);
    const names = own.map((each) => each.column_name);
    if (
      routingTables.includes(name) ||
      appendOnlyTables.includes(name) ||
      !names.includes("organisation_id") ||
      !names.some((each) => personColumns.includes(each))
    )
      continue;
    found.set(name, {
      columns: own,
      keys: keys.filter((each) => each.table_name === name).map((each) => each.names.split(",")),
    });
  }
  return found;
}

let lastFresh = 1_000;

/** The same for every row, unless it has to be unique and no person is in its key: so that rows of two people meet in one key. */
const values: Readonly<Record<string, (fresh: boolean) => string>> = {
  uuid: (fresh) => (fresh ? randomUUID() : "01920000-0000-7000-8000-00000000000f"),
  text: (fresh) => (fresh ? randomUUID() : "same"),
  varchar: (fresh) => (fresh ? randomUUID() : "same"),
  bool: () => "true",
  int2: () => "1",
  int4: (fresh) => (fresh ? String(++lastFresh) : "7"),
  int8: () => "7",
  numeric: () => "12345678901234567.123456789",
  date: () => "2026-11-11",
  timestamptz: () => "2026-11-11T02:00:00.123456Z",
  jsonb: () => '{"a": [1, null], "b": 12345678901234567890}',
};

function valueOf(
  { column_name, udt_name, table_name }: Column,
  { keys }: Table,
  people: Readonly<Record<string, string>>,
): SQL {
  const made = udt_name.startsWith("_") ? () => "{}" : values[udt_name];
  if (!made)
    throw new Error(
      `no value known for ${table_name}.${column_name} of type ${udt_name}: add the type to this test`,
    );
  const isFresh = keys.some(
    (key) => key.includes(column_name) && !key.some((each) => personColumns.includes(each)),
  );
  const value =
    column_name === "organisation_id"
      ? playgroundOrganisation
      : (people[column_name] ?? made(isFresh));
  return sql`${value}::text::${sql.raw(udt_name.startsWith("_") ? `${udt_name.slice(1)}[]` : udt_name)}`;
}

async function insert(
  tx: Tx,
  name: string,
  table: Table,
  people: Readonly<Record<string, string>>,
): Promise<void> {
  const columns = table.columns.map((each) => sql.identifier(each.column_name));
  const row = table.columns.map((each) => valueOf(each, table, people));
  await tx.execute(
    sql`insert into ${sql.identifier(name)} (${sql.join(columns, sql`, `)}) values (${sql.join(row, sql`, `)}) on conflict do nothing`,
  );
}

/** Everything there is, row by row. */
async function everything(): Promise<Record<string, readonly string[]>> {
  const names = await execute<{ name: string }>(
    database.db,
    sql`select relname::text as name from pg_class where relnamespace = current_schema()::regnamespace and relkind = 'r' order by 1`,
  );
  const all: Record<string, readonly string[]> = {};
  for (const { name } of names)
    all[name] = (
      await execute<{ row: string }>(
        database.db,
        sql`select to_jsonb(t)::text as row from ${sql.identifier(name)} t order by 1`,
      )
    ).map((each) => each.row);
  return all;
}

/** For each table and each column of it that names somebody: a row of the one who stays, one of the other, and one where only that column is theirs. */
async function fill(tables: ReadonlyMap<string, Table>): Promise<void> {
  await sqlWithin(async (tx) => {
    for (const [name, table] of tables) {
      const own = table.columns
        .map((each) => each.column_name)
        .filter((each) => personColumns.includes(each));
      const all = (id: string) => Object.fromEntries(own.map((each) => [each, id]));
      // Where an organisation has one row, it is that of the one who goes.
      for (const id of [gone, kept]) await insert(tx, name, table, all(id));
      for (const column of own) await insert(tx, name, table, { ...all(third), [column]: gone });
    }
  });
  // Codes and questions of two who are joined are over, and stay over.
  await sqlWithin((tx) =>
    tx.execute(
      sql`update account_link set hash = null, until = null, account = null, ask_id = null, asked_by_id = null, asked_account = null, asked = false`,
    ),
  );
  // An alarm that rang and was not composed yet, and accounts that were used.
  await database.db
    .execute(sql`insert into outbox_head (id, organisation_id, destination, kind, state, composed, due_at, attempts)
    values (${randomUUID()}::uuid, ${playgroundOrganisation}::uuid, ${gone}::uuid, 'nudge', 'waiting', false, now(), 0)`);
  await database.db.execute(
    sql`update chat_identity set last_used_at = '2026-11-11T01:00:00Z' where person_id in (${kept}::uuid, ${gone}::uuid)`,
  );
}

describe("two who were joined", () => {
  it("are, once parted, as they were before in every table, also where both had a row of one key", async () => {
    const tables = await tablesOfPeople();
    expect([...tables.keys()]).toEqual(
      expect.arrayContaining([
        "account_link",
        "feedback",
        "goal",
        "goal_entry",
        "outbox",
        "person",
        "recognition_points",
        "schedule",
        "team",
      ]),
    );
    await fill(tables);
    const before = await everything();
    const silent = [...tables.keys()].filter(
      (name) => !before[name]!.some((row) => row.includes(gone)),
    );
    expect(silent).toEqual([]);

    const made = await join({
      name: "One",
      admin: true,
      managerId: null,
      email: "one@example.com",
    });
    const during = await everything();
    const left = Object.entries(during).filter(
      ([name, rows]) =>
        !["account_join", ...appendOnlyTables].includes(name) &&
        rows.some((row) => JSON.parse(row)["id"] !== gone && namesPerson(row, gone)),
    );
    expect(left.map(([name]) => name)).toEqual([]);
    await part(made);
    // The trail has both.
    const trails = Object.fromEntries(appendOnlyTables.map((name) => [name, []]));
    expect({ ...(await everything()), ...trails }).toEqual({ ...before, ...trails });
  });

  it("keep what came in since with the one who stays", async () => {
    const made = await join();
    const id = randomUUID();
    const leave = (person: string) =>
      sqlWithin((tx) =>
        execute<{ id: string }>(
          tx,
          sql`select id from person_leave where person_id = ${person}::uuid`,
        ),
      );
    await sqlWithin((tx) =>
      tx.execute(
        sql`insert into person_leave (organisation_id, id, person_id, "from", "to") values (${playgroundOrganisation}::uuid, ${id}::uuid, ${kept}::uuid, '2026-12-01', '2026-12-02')`,
      ),
    );
    await within(({ people }) => people.change(kept, { name: "Renke P." }));
    await part(made);
    expect(await leave(kept)).toEqual([{ id }]);
    expect(await leave(gone)).toEqual([]);
    expect((await within(({ people }) => people.person(kept)))!.name).toBe("Renke P.");
  });

  it("leave the rights the other one brought, and a right that was taken meanwhile comes back with nobody", async () => {
    await within(({ people }) =>
      people.entitle(gone, { admin: true, assistant: true }, byOperator),
    );
    const made = await join({ admin: true, assistant: true });
    await within(({ people }) => people.entitle(kept, { admin: false }, byOperator));
    await part(made);
    const rights = await within(async ({ people }) => [kept, gone].map((id) => people.person(id)));
    expect(await Promise.all(rights)).toMatchObject([
      { admin: false, assistant: false },
      { admin: false, assistant: true },
    ]);
  });

  it("give nothing back that somebody else got meanwhile", async () => {
    const [team] = await within(({ people }) => people.teams());
    await within(({ people }) => people.saveTeam({ ...team!, managerId: gone }, byOperator));
    const made = await join();
    expect((await within(({ people }) => people.teams()))[0]!.managerId).toBe(kept);
    await within(({ people }) => people.saveTeam({ ...team!, managerId: third }, byOperator));
    await part(made);
    expect((await within(({ people }) => people.teams()))[0]!.managerId).toBe(third);
  });

  it("are found again also where their workspace got another name meanwhile", async () => {
    const made = await join();
    await database.db.execute(
      sql`update chat_identity set workspace = 'enterprise' where platform = 'web'`,
    );
    await part(made);
    const { routing } = createStores(database);
    expect(
      (await routing.whoIs({ platform: "web", workspace: "enterprise", user: "linxiao" }))!.person,
    ).toBe(gone);
    expect(
      (await routing.whoIs({ platform: "web", workspace: "enterprise", user: "renke" }))!.person,
    ).toBe(kept);
  });

  it("can be parted for a day; then what moved is forgotten by housekeeping, and not before", async () => {
    const made = await join();
    const house = createHousekeeping(database);
    const records = async () =>
      (await sqlWithin((tx) => execute(tx, sql`select id from account_join`))).length;
    await house.prune(new Date(until.getTime() - 1));
    expect(await records()).toBe(1);
    expect(
      await within(({ accounts }) => accounts.joinOf(kept, new Date(until.getTime() - 1))),
    ).toMatchObject({ id: made.id, gone });
    expect(await within(({ accounts }) => accounts.joinOf(kept, until))).toBeNull();
    await house.prune(until);
    expect(await records()).toBe(0);
  });
});

/** In a column of a person's, not in a text or a key. */
function namesPerson(row: string, id: string): boolean {
  return Object.entries(JSON.parse(row) as Record<string, unknown>).some(
    ([column, value]) => personColumns.includes(column) && value === id,
  );
}
