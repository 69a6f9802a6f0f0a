// The two drivers behind one type: the same values, the same errors, the same refusals.
import { eq, sql } from "drizzle-orm";
import {
  bigint,
  date,
  integer,
  jsonb,
  numeric,
  pgTable,
  text,
  timestamp,
  unique,
} from "drizzle-orm/pg-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { affectedBy, constraintOf, type Database, DatabaseUnreachable, execute } from "#db/client";
import { isSerializationFailure, isUniqueViolation, openDatabase } from "#db/client";
import {
  emptyTables,
  onPostgresOnly,
  scratchDatabase,
  secondConnection,
} from "#test/support/database/database";

const thing = pgTable(
  "thing",
  {
    id: integer().primaryKey(),
    name: text().notNull(),
    at: timestamp({ withTimezone: true, mode: "date" }),
    on: date(),
    amount: numeric(),
    minor: bigint({ mode: "bigint" }),
    facts: jsonb(),
  },
  (table) => [unique("thing_name_key").on(table.name)],
);

let database: Database;
beforeAll(async () => {
  database = await scratchDatabase();
  await database.db
    .execute(sql`create table thing (id int primary key, name text not null constraint thing_name_key unique,
    at timestamptz, "on" date, amount numeric check (amount > 0), minor int8, facts jsonb)`);
});
afterAll(() => database.close());
beforeEach(() => emptyTables(database));

const at = new Date("2026-03-29T01:30:00.123Z");
const whole = {
  id: 1,
  name: "周报",
  at,
  on: "2026-03-29",
  amount: "120000.50",
  minor: 9007199254740993n,
  facts: { a: [1, null] },
};

test("reads back through drizzle what it wrote", async () => {
  await database.db.insert(thing).values(whole);
  expect(await database.db.select().from(thing).where(eq(thing.at, at))).toEqual([whole]);
});

test("reads raw SQL alike: Date for timestamptz, strings for int8, numeric and date, parsed json", async () => {
  await database.db.insert(thing).values(whole);
  const [row] = await execute(
    database.db,
    sql`select *, count(*) over () as n, null::timestamptz as never from thing where at = ${at}`,
  );
  expect(row).toEqual({ ...whole, minor: "9007199254740993", n: "1", never: null });
});

test("counts the rows a statement touched, by builder and by raw SQL", async () => {
  await database.db.insert(thing).values([
    { id: 1, name: "a" },
    { id: 2, name: "b" },
  ]);
  expect(affectedBy(await database.db.update(thing).set({ amount: "1" }))).toBe(2);
  expect(affectedBy(await database.db.execute(sql`delete from thing where id = 1`))).toBe(1);
  expect(affectedBy(await database.db.delete(thing).where(eq(thing.id, 9)))).toBe(0);
});

test("names the constraint that was violated", async () => {
  await database.db.insert(thing).values({ id: 1, name: "a" });
  const twice = await database.db
    .insert(thing)
    .values({ id: 2, name: "a" })
    .catch((error: unknown) => error);
  expect(constraintOf(twice)).toBe("thing_name_key");
  expect([
    isUniqueViolation(twice),
    isUniqueViolation(twice, "thing_name_key"),
    isUniqueViolation(twice, "thing_pkey"),
  ]).toEqual([true, true, false]);
  const negative = await database.db
    .insert(thing)
    .values({ id: 3, name: "c", amount: "-1" })
    .catch((error: unknown) => error);
  expect([constraintOf(negative), isUniqueViolation(negative)]).toEqual([
    "thing_amount_check",
    false,
  ]);
  expect([
    constraintOf(new Error("other")),
    constraintOf(undefined),
    isSerializationFailure(twice),
  ]).toEqual([null, null, false]);
});

describe("a transaction", () => {
  test("is rolled back when its work throws, and a savepoint alone when the savepoint's does", async () => {
    await database.transaction(async (tx) => {
      await tx.insert(thing).values({ id: 1, name: "a" });
      await tx
        .transaction((inner) => inner.insert(thing).values({ id: 2, name: "a" }))
        .catch(() => {});
      await tx.insert(thing).values({ id: 3, name: "c" });
    });
    await database
      .transaction((tx) => tx.delete(thing).then(() => Promise.reject(new Error("no"))))
      .catch(() => {});
    expect(await execute(database.db, sql`select id from thing order by id`)).toEqual([
      { id: 1 },
      { id: 3 },
    ]);
  });

  test("refuses the outer database inside it instead of waiting for itself", async () => {
    const { db } = database;
    const loud = "The outer database was used inside a transaction";
    const causes = [
      () => db.execute(sql`select 1`),
      () => db.select().from(thing),
      () => database.transaction(async () => {}),
    ];
    for (const cause of causes) {
      const error = await database
        .transaction(async () => cause())
        .catch((thrown: Error) => thrown);
      expect(String(error)).toContain(loud);
    }
  });

  test("does not hold back what it started and did not wait for", async () => {
    let started: Promise<unknown> | undefined;
    await database.transaction(async () => {
      started = new Promise((resolve) => setTimeout(resolve, 5)).then(() =>
        database.db.execute(sql`select 1`),
      );
    });
    await started;
  });

  test("waits its turn beside others", async () => {
    await database.db.insert(thing).values({ id: 1, name: "a", minor: 0n });
    const add = () =>
      database.transaction(async (tx) => {
        const [row] = await tx.select().from(thing).for("update");
        await tx.update(thing).set({ minor: (row?.minor ?? 0n) + 1n });
      });
    await Promise.all(Array.from({ length: 20 }, add));
    expect(await execute(database.db, sql`select minor from thing`)).toEqual([{ minor: "20" }]);
  });
});

test("hears a notification until told to stop", async () => {
  const heard: string[] = [];
  const arrived = new Promise<void>((resolve) => {
    void database
      .listen("work", (payload) => (heard.push(payload), resolve()))
      .then(async (stop) => {
        await database.db.execute(sql`select pg_notify('work', '7')`);
        await arrived;
        await stop();
      });
  });
  await arrived;
  expect(heard).toEqual(["7"]);
});

test("says which setting is wrong when PostgreSQL cannot be reached, without the password", async () => {
  const error = await openDatabase({ url: "postgres://someone:hush@127.0.0.1:1/x" }).catch(
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(DatabaseUnreachable);
  expect(String(error)).toContain(
    "The database that DATABASE_URL names could not be opened at 127.0.0.1:1",
  );
  expect(String(error)).not.toContain("hush");
});

onPostgresOnly("two connections", () => {
  test("that cannot both be served are a serialisation failure", async () => {
    await database.db.insert(thing).values({ id: 1, name: "a", minor: 0n });
    const other = await secondConnection(database);
    const failure = await database
      .transaction(
        async (tx) => {
          await tx.select().from(thing);
          await other.db.update(thing).set({ minor: 1n });
          await tx.update(thing).set({ minor: 2n });
        },
        { isolationLevel: "repeatable read" },
      )
      .catch((error: unknown) => error);
    await other.close();
    expect(isSerializationFailure(failure)).toBe(true);
  });
});
