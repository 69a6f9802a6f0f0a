// The privacy register against the migrated database: no table escapes it, and it names nothing that is not there.
import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { execute } from "#db/client";
import { privacyRegister } from "#db/privacy";
import { testDatabase } from "#test/support/database";

const columns = new Map<string, Set<string>>();
beforeAll(async () => {
  const database = await testDatabase();
  const rows = await execute<{ table_name: string; column_name: string }>(
    database.db,
    sql`select c.table_name, c.column_name from information_schema.columns c
        join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name
        where c.table_schema = current_schema() and t.table_type = 'BASE TABLE'`,
  );
  for (const row of rows)
    columns.set(row.table_name, (columns.get(row.table_name) ?? new Set()).add(row.column_name));
});

test("every table of the database is in the register", () => {
  expect(columns.size).toBeGreaterThan(10);
  expect([...columns.keys()].filter((table) => !(table in privacyRegister))).toEqual([]);
});

test("every entry of the register is a table of the database", () => {
  expect(Object.keys(privacyRegister).filter((table) => !columns.has(table))).toEqual([]);
});

test("whom a row is about is a column of its table", () => {
  const wrong = Object.entries(privacyRegister).filter(
    ([table, { subject }]) => subject !== null && !columns.get(table)?.has(subject),
  );
  expect(wrong.map(([table]) => table)).toEqual([]);
});

test("a table that names a person says whom it is about", () => {
  const silent = Object.entries(privacyRegister).filter(
    ([table, { subject }]) =>
      subject === null &&
      ["person_id", "owner_id", "by_id", "user"].some((column) => columns.get(table)?.has(column)),
  );
  expect(silent.map(([table]) => table)).toEqual([]);
});

test("every entry says how it is erased and how long it is kept", () => {
  expect(
    Object.values(privacyRegister).filter(
      (each) => each.erase.trim() === "" || each.retention.length === 0,
    ),
  ).toEqual([]);
});
