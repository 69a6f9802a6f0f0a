// A database of its own for the tests of migrations.
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach } from "vitest";
import { type Database } from "#db/client";
import { scratchDatabase } from "#test/support/database/database";

export let database: Database;
/** Nothing in it before each test of a file. */
export function emptyDatabase(): void {
  beforeAll(async () => {
    database = await scratchDatabase();
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    await database.db.execute(sql`drop schema public cascade`);
    await database.db.execute(sql`create schema public`);
  });
}
