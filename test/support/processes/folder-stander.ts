// Holds an embedded database, stops itself at the place it is told, and goes on with what it was about to do. For takeover tests.
import { sql } from "drizzle-orm";
import type { Database } from "#db/client";
import { openEmbedded } from "#db/embedded/open";
import { z } from "zod";

const [, , dataDir = "", what = "", timing = ""] = process.argv;
const database: Database = await openEmbedded({
  dataDir,
  timing: z.object({ beat: z.number(), watch: z.number() }).parse(JSON.parse(timing)),
  say: (sentence) => process.stderr.write(`${sentence}\n`),
});
await database.db.execute(
  sql`create table if not exists kept (id int generated always as identity, by text, filler text)`,
);
await database.db.execute(sql`insert into kept (by) values (${`acknowledged, before it ${what}`})`);
const standStill = (): void => {
  process.stdout.write("ready\n");
  process.kill(process.pid, "SIGSTOP");
};
const acts: Readonly<Record<string, () => Promise<unknown>>> = {
  commits: () =>
    database.transaction(async (tx) => {
      await tx.execute(sql`insert into kept (by) values ('never')`);
      standStill();
    }),
  reads: () =>
    database.transaction(async (tx) => {
      standStill();
      await tx.execute(sql`select by from kept`);
    }),
  closes: async () => {
    standStill();
    await database.close();
  },
  checkpoints: async () => {
    await database.db.execute(
      sql`insert into kept (by, filler) select 'soon gone', repeat('x', 1000) from generate_series(1, 2000)`,
    );
    await database.db.execute(sql`delete from kept where by = 'soon gone'`);
    standStill();
    await database.db.execute(sql`checkpoint`);
  },
  "does nothing": async () => {
    standStill();
    await new Promise((resolve) => setTimeout(resolve, 20_000));
  },
};
await acts[what]!();
process.stdout.write("done\n");
