// A process that is killed while it stores a file that was dropped: nothing of it is there, and all of it once another one took it up.
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { sql } from "drizzle-orm";
import { afterEach, expect, it } from "vitest";
import { execute, type Database } from "#db/client";
import { playgroundOrganisation } from "#db/seed";
import { createStores } from "#db/stores/index";
import type { DropId } from "#src/practices/numbers/api";
import {
  emptyTables,
  onPostgresOnly,
  seededDatabase,
  urlOf,
} from "#test/support/database/database";
import { startWorker } from "#test/support/processes/processes";

const rows = 10_000;
const id = "00000000-0000-7000-8000-0000000000f1" as DropId;
const started: ChildProcess[] = [];
afterEach(() => {
  for (const each of started.splice(0)) each.kill("SIGKILL");
});

async function begin(database: Database): Promise<ChildProcess> {
  const child = await startWorker("file-reader", await urlOf(database), playgroundOrganisation);
  started.push(child);
  child.send("begin");
  return child;
}

const counted = async (database: Database, state: "staged" | "visible"): Promise<number> => {
  const [row] = await execute<{ n: number }>(
    database.db,
    sql`select count(*)::int as n from number_fact f join number_batch b on b.id = f.batch_id where b.file = 'long.csv' and b.state = ${state}`,
  );
  return Number(row?.n ?? 0);
};

async function dropped(database: Database): Promise<void> {
  const lines = Array.from({ length: rows }, (_, n) => `L${n},2026-11-03,linxiao@example.com,5`);
  const bytes = new TextEncoder().encode(["id,date,email,amount", ...lines].join("\n"));
  await createStores(database).inOrganisation(playgroundOrganisation, async ({ drops, people }) => {
    const admin = (await people.directory()).find((each) => each.admin);
    if (!admin) throw new Error("nobody sets things up");
    const from = { platform: "web", workspace: "playground", user: "zhoulan" };
    const at = new Date("2026-11-11T02:00:00Z");
    const file = { ref: "", name: "long.csv", bytes: bytes.length };
    await drops.add({ id, person: admin.id, from, at, ...file });
    await drops.keep(id, 0, bytes);
  });
  await execute(
    database.db,
    sql`update number_drop set said = '{"store":"all","confirmed":true}'::jsonb where id = ${id}::uuid`,
  );
}

/** Whatever a process held is free, as it is two minutes after it was last heard of. */
async function released(database: Database): Promise<void> {
  for (const table of ["number_drop", "number_batch"])
    await execute(
      database.db,
      sql`update ${sql.identifier(table)} set lease_until = clock_timestamp() - interval '1 second'`,
    );
}

onPostgresOnly("a file", () => {
  it("whose process is killed in the middle leaves nothing, and is there whole once another one took it up", async () => {
    const database = await seededDatabase();
    await dropped(database);
    const first = await begin(database);
    while ((await counted(database, "staged")) === 0) expect(first.exitCode).toBeNull();
    const gone = once(first, "exit");
    first.kill("SIGKILL");
    await gone;
    expect(await counted(database, "staged")).toBeLessThan(rows);
    expect(await counted(database, "visible")).toBe(0);

    await released(database);
    const [said] = (await once(await begin(database), "message")) as [unknown];
    expect([said, await counted(database, "staged"), await counted(database, "visible")]).toEqual([
      "done",
      0,
      rows,
    ]);
    await emptyTables(database);
  }, 120_000);
});
