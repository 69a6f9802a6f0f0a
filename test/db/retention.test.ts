// The clock moved over every row of the register: the day before its time is over a row is there, the day after it is gone, and what stays
// stays for good. Rows are made from the columns' types, so a table is covered from the day of its migration.
import { randomUUID } from "node:crypto";
import { sql, type SQL } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { execute, type Database } from "#db/client";
import { migrationTable } from "#db/row-security";
import { privacyRegister } from "#db/privacy/register";
import type { Limit, Retention } from "#db/privacy/rules";
import { createHousekeeping } from "#db/stores/housekeeping";
import { emptyTables, testDatabase } from "#test/support/database/database";

interface Column {
  readonly table_name: string;
  readonly column_name: string;
  readonly udt_name: string;
}

const organisation = randomUUID();
const person = randomUUID();
const dayMs = 24 * 3_600_000;
const start = new Date("2026-11-11T02:00:00Z");
const after = (days: number): Date => new Date(start.getTime() + days * dayMs);

let database: Database;
let columns: ReadonlyMap<string, readonly Column[]>;
beforeAll(async () => {
  database = await testDatabase();
  const all = await execute<Column>(
    database.db,
    sql`select c.table_name, c.column_name, c.udt_name from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
      where c.table_schema = current_schema() and t.table_type = 'BASE TABLE' and c.is_generated = 'NEVER' and c.is_identity = 'NO' order by 1, c.ordinal_position`,
  );
  columns = new Map(
    all.map(({ table_name }) => [table_name, all.filter((each) => each.table_name === table_name)]),
  );
});
beforeEach(async () => {
  await emptyTables(database);
  await put("organisation", { id: sql`${organisation}::uuid` });
});
afterAll(() => emptyTables(database));

const values: Readonly<Record<string, () => string>> = {
  uuid: randomUUID,
  text: randomUUID,
  bool: () => "true",
  int2: () => "1",
  int4: () => "1",
  int8: () => "1",
  numeric: () => "1",
  date: () => "2026-11-11",
  timestamptz: () => start.toISOString(),
  jsonb: () => "{}",
};

const at = (moment: Date): SQL => sql`${moment.toISOString()}::timestamptz`;

/** A row with these columns as given and everything else as its type wants it; without triggers, which would make rows of their own. */
async function put(table: string, given: Readonly<Record<string, SQL>>): Promise<void> {
  const its = columns.get(table)!;
  const row = its.map(({ column_name, udt_name }) => {
    const made = values[udt_name];
    if (!made)
      throw new Error(
        `no value known for ${table}.${column_name} of type ${udt_name}: add the type to this test`,
      );
    return (
      given[column_name] ??
      (column_name === "organisation_id"
        ? sql`${organisation}::uuid`
        : sql`${made()}::text::${sql.raw(udt_name)}`)
    );
  });
  await database.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`);
    await tx.execute(
      sql`insert into ${sql.identifier(table)} (${sql.join(
        its.map((each) => sql.identifier(each.column_name)),
        sql`, `,
      )}) values (${sql.join(row, sql`, `)})`,
    );
  });
}

/** As the login sees them, which is a superuser in tests. */
const count = async (table: string): Promise<number> =>
  (await execute(database.db, sql`select 1 from ${sql.identifier(table)}`)).length;
const keepHouse = (now: Date) => createHousekeeping(database).prune(now);

function held(value: NonNullable<Limit["only"]>[string], nth: number): SQL {
  if (value === null) return sql`null`;
  return typeof value === "object" ? sql`${value[nth % value.length]!}` : sql`${value}`;
}

/** What a row must hold for this limit to be its own: of several words the first. */
const heldBy = ({ only = {} }: Limit, nth: number): Record<string, SQL> =>
  Object.fromEntries(Object.entries(only).map(([column, value]) => [column, held(value, nth)]));

/** The row's moment, so that its time ends so many hours from now by the clock that counts; and that clock, for housekeeping. */
function ageing(
  { days, from, clock, leased }: Limit,
  hoursLeft: number,
): { readonly given: Record<string, SQL>; readonly now: Date } {
  const free: Record<string, SQL> = leased === undefined ? {} : { [leased]: sql`null` };
  const milliseconds = `${Math.round(days * dayMs - hoursLeft * 3_600_000)} milliseconds`;
  if (clock === "database")
    return {
      given: { ...free, [from]: sql`clock_timestamp() - ${milliseconds}::interval` },
      now: start,
    };
  return {
    given: { ...free, [from]: at(start) },
    now: new Date(start.getTime() + days * dayMs - hoursLeft * 3_600_000),
  };
}

const rules = Object.entries(privacyRegister).flatMap(([table, { retention }]) =>
  retention.map((rule, nth): readonly [string, number, Retention] => [table, nth, rule]),
);
const limits = rules.flatMap(([table, nth, rule]) =>
  typeof rule === "object" && "days" in rule
    ? [{ table, nth, rule, whole: rule.days >= 1 ? 25 : 0.1 }]
    : [],
);
const personal = rules.flatMap(([table, , rule]) =>
  typeof rule === "object" && "whileHere" in rule ? [{ table, days: rule.whileHere }] : [],
);
const along = rules.flatMap(([table, , rule]) =>
  typeof rule === "object" && "with" in rule ? [{ table, ...rule }] : [],
);
const forGood = rules.flatMap(([table, , rule]) => (typeof rule === "string" ? [table] : []));

describe("what has a time", () => {
  it("is most of what is kept, and every table has a rule", () => {
    expect(limits.length).toBeGreaterThan(15);
    expect(personal.length).toBeGreaterThan(6);
    expect(Object.values(privacyRegister).filter((each) => each.retention.length === 0)).toEqual(
      [],
    );
  });

  it.each(limits)(
    "stays until then and goes after it: $table ($nth)",
    async ({ table, rule, whole }) => {
      const variants = Math.max(
        1,
        ...Object.values(rule.only ?? {}).map((each) => (Array.isArray(each) ? each.length : 1)),
      );
      for (let nth = 0; nth < variants; nth++) {
        const young = ageing(rule, whole);
        await put(table, { ...heldBy(rule, nth), ...young.given });
        await keepHouse(young.now);
        expect(await count(table)).toBe(1);
        const old = ageing(rule, -whole);
        if (rule.clock === "database") {
          await database.db.execute(sql`delete from ${sql.identifier(table)}`);
          await put(table, { ...heldBy(rule, nth), ...old.given });
        }
        await keepHouse(old.now);
        expect(await count(table)).toBe(0);
      }
    },
  );

  it("goes for the organisation it belongs to, and for every other by itself", async () => {
    const other = randomUUID();
    await put("organisation", { id: sql`${other}::uuid` });
    await put("checkin", { sent_at: at(start) });
    await put("checkin", { organisation_id: sql`${other}::uuid`, sent_at: at(after(100)) });
    await keepHouse(after(401));
    expect(await execute(database.db, sql`select organisation_id from checkin`)).toEqual([
      { organisation_id: other },
    ]);
    await keepHouse(after(501));
    expect(await count("checkin")).toBe(0);
  });
});

it("what cannot be removed keeps nothing else, and is told of", async () => {
  const other = randomUUID();
  await put("organisation", { id: sql`${other}::uuid` });
  for (const id of [organisation, other]) {
    await put("checkin", { organisation_id: sql`${id}::uuid`, sent_at: at(start) });
    await put("audit_event", { organisation_id: sql`${id}::uuid`, at: at(start) });
  }
  await database.db.execute(
    sql`create function keep_it() returns trigger language plpgsql as $$ begin raise exception 'kept'; end $$`,
  );
  await database.db.execute(
    sql`create trigger keep_it before delete on checkin for each row when (old.organisation_id = '${sql.raw(organisation)}') execute function keep_it()`,
  );
  try {
    await expect(keepHouse(after(5_000))).rejects.toMatchObject({ sqlState: "P0001" });
  } finally {
    await database.db.execute(sql`drop function keep_it cascade`);
  }
  expect(await execute(database.db, sql`select organisation_id from checkin`)).toEqual([
    { organisation_id: organisation },
  ]);
  expect(await count("audit_event")).toBe(0);
});

describe("what is kept while somebody is here", () => {
  const leave = (on: string | null) =>
    put("person", { id: sql`${person}::uuid`, left_on: sql`${on}::date` });

  it.each(personal)("goes $days days after they left: $table", async ({ table, days }) => {
    await leave("2026-11-11");
    const { subject } = privacyRegister[table]!;
    await put(table, { [subject!]: sql`${person}::uuid` });
    await put(table, {});
    await keepHouse(after(days - 1));
    expect(await count(table)).toBe(2);
    await keepHouse(after(days + 2));
    expect(await count(table)).toBe(1);
    expect(await count("person")).toBe(1);
  });

  it.each(personal)("stays as long as they are here: $table", async ({ table }) => {
    await leave(null);
    await put(table, { [privacyRegister[table]!.subject!]: sql`${person}::uuid` });
    // As long as nothing else of its rules ends it.
    const own = limits.filter((each) => each.table === table).map(({ rule }) => rule.days);
    await keepHouse(after(Math.min(5_000, ...own) - 1));
    expect(await count(table)).toBe(1);
  });
});

describe("what goes with another row", () => {
  it.each(along)(
    "is there as long as that is, and gone with it: $table with $with",
    async ({ table, with: parent, by }) => {
      const id = randomUUID();
      const limit = limits.find((each) => each.table === parent);
      const ofTime = limit
        ? { ...heldBy(limit.rule, 0), ...ageing(limit.rule, limit.whole).given }
        : {};
      const days = limit?.rule.clock === undefined ? (limit?.rule.days ?? 0) : 0;
      await put(parent, { ...ofTime, id: sql`${id}::uuid` });
      await put(table, { [by]: sql`${id}::uuid` });
      await keepHouse(start);
      expect([await count(parent), await count(table)]).toEqual([1, 1]);
      if (!limit) {
        // Its parent stays; a trigger or nothing takes it along.
        await keepHouse(after(5_000));
        expect([await count(parent), await count(table)]).toEqual([1, 1]);
        return;
      }
      if (limit.rule.clock === "database")
        await database.db.execute(
          sql`update ${sql.identifier(parent)} set ${sql.identifier(limit.rule.from)} = clock_timestamp() - ${`${limit.rule.days + 1} days`}::interval`,
        );
      await keepHouse(after(days + 2));
      expect([await count(parent), await count(table)]).toEqual([0, 0]);
    },
  );
});

describe("what stays for good", () => {
  it.each(forGood)("is there after fourteen years: %s", async (table) => {
    // The record of migrations has rows, and every other test needs just those.
    if (table !== "organisation" && table !== migrationTable) await put(table, {});
    const before = await count(table);
    await keepHouse(after(5_000));
    expect(await count(table)).toBe(before);
    expect(before).toBeGreaterThan(0);
  });
});
