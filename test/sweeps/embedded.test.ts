// The embedded database in a folder: held by one, and after kill -9 at any moment back with every row it acknowledged.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { sql } from "drizzle-orm";
import { afterAll, describe, expect, test } from "vitest";
import { execute, FolderTaken, openDatabase } from "#db/client";
import { runner, moduleFile } from "#test/support/processes/processes";

describe("an embedded database", () => {
  const dataDir = mkdtempSync(join(tmpdir(), "pacer-crash-"));
  afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

  test("killed while it was being made is made again", async () => {
    const child = start(dataDir);
    while (!readdirSync(dataDir).some((name) => name.startsWith("database.new-"))) await turn();
    child.kill("SIGKILL");
    await once(child, "exit");

    const database = await openDatabase({ dataDir });
    await database.db.execute(sql`create table kept (id int primary key, filler text)`);
    await database.close();
    expect(readdirSync(dataDir)).toEqual(["database"]);
  });

  test("opened a second time refuses, and keeps to the settings that make it safe and small", async () => {
    const database = await openDatabase({ dataDir });
    await expect(openDatabase({ dataDir })).rejects.toThrow(FolderTaken);
    const settings = sql`select current_setting('fsync') as fsync, current_setting('wal_sync_method') as method, current_setting('shared_buffers') as buffers`;
    expect(await execute(database.db, settings)).toEqual([
      { fsync: "on", method: "open_datasync", buffers: "16MB" },
    ]);
    await database.close();
  });

  test("killed while it was writing keeps every row that was acknowledged", async () => {
    for (const untilKilled of [1, 150, 333]) {
      const child = start(dataDir);
      // Its output ends a moment before it does, and until it has ended the folder is rightly its own.
      const gone = once(child, "exit");
      const acknowledged: number[] = [];
      for await (const line of createInterface({ input: child.stdout! })) {
        acknowledged.push(Number(line));
        if (acknowledged.length === untilKilled) child.kill("SIGKILL");
      }
      await gone;
      expect(acknowledged.length).toBeGreaterThanOrEqual(untilKilled);

      const database = await openDatabase({ dataDir });
      const rows = await execute<{ id: number }>(database.db, sql`select id from kept`);
      await database.close();
      const kept = new Set(rows.map((row) => row.id));
      expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
    }
  });
});

function start(dataDir: string): ChildProcess {
  return spawn(process.execPath, [runner, moduleFile("row-writer"), dataDir], {
    stdio: ["ignore", "pipe", "inherit"],
  });
}

const turn = () => new Promise((resolve) => setImmediate(resolve));
