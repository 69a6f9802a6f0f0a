// Writes one row after another into an embedded database and says each on its output once it is kept; killed by tests.
import { writeSync } from "node:fs";
import { sql } from "drizzle-orm";
import { execute, openDatabase } from "#db/client";

const database = await openDatabase({ dataDir: process.argv[2]! });
const [last] = await execute<{ id: number }>(
  database.db,
  sql`select coalesce(max(id), 0) as id from kept`,
);
for (let id = last!.id + 1; ; id++) {
  await database.transaction((tx) =>
    tx.execute(sql`insert into kept values (${id}, ${"x".repeat(id % 3000)})`),
  );
  writeSync(1, `${id}\n`);
}
