// A database in which something fails: tables that take no row, columns that are not there. Each is mended afterwards.
import { sql } from "drizzle-orm";
import { execute, type Database } from "#db/client";

/** What the house itself needs to answer anybody. */
const kernel = new Set([
  "act",
  "outbox",
  "outbox_head",
  "inbox",
  "inbox_head",
  "schedule",
  "schedule_head",
  "person",
  "chat_identity",
  "chat_place",
  "organisation",
  "organisation_profile",
  "team",
  "place",
  "installation",
  "app_token",
  "shelf",
  "pace_bucket",
]);
const others = new Set(["pacer_migration", "playground_clock"]);

async function tablesOf(database: Database): Promise<readonly string[]> {
  const rows = await execute<{ name: string }>(
    database.db,
    sql`select relname as name from pg_class where relnamespace = current_schema()::regnamespace and relkind = 'r' order by relname`,
  );
  return rows.map((each) => each.name).filter((name) => !others.has(name));
}

/** The practices' own: what is said, written and set is refused, and the person is told so. */
export const practiceTables = async (database: Database): Promise<readonly string[]> =>
  (await tablesOf(database)).filter((name) => !kernel.has(name) && !name.startsWith("web_"));

/** Every row written to these tables is refused by a check that quotes it whole. */
export async function refusingRows(
  database: Database,
  tables: readonly string[],
  work: () => Promise<unknown>,
): Promise<void> {
  const change = (what: string): Promise<unknown> =>
    database.transaction(
      async (tx) =>
        void (await tx.execute(
          sql.raw(
            `do $$ begin ${tables.map((table) => `alter table ${table} ${what};`).join(" ")} end $$`,
          ),
        )),
    );
  await change("add constraint refuses_all check (false) not valid");
  try {
    await work();
  } finally {
    await change("drop constraint refuses_all");
  }
}

export async function withoutColumn(
  database: Database,
  table: string,
  column: string,
  work: () => Promise<unknown>,
): Promise<void> {
  await database.db.execute(
    sql.raw(`alter table ${table} rename column ${column} to ${column}_gone`),
  );
  try {
    await work();
  } finally {
    await database.db.execute(
      sql.raw(`alter table ${table} rename column ${column}_gone to ${column}`),
    );
  }
}
