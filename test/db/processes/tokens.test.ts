// The token of an app, shared by all processes: sealed where it is kept, fetched by one of them, and again when it was refused.
import { sql } from "drizzle-orm";
import { beforeEach, expect, it } from "vitest";
import { execute, type Database } from "#db/client";
import { createSecrets } from "#db/seal";
import { createSharedTokens } from "#db/stores/installations/access-tokens";
import { emptyTables, testDatabase } from "#test/support/database/database";

let database: Database;
beforeEach(async () => {
  database = await testDatabase();
  await emptyTables(database);
  await database.db.execute(sql`delete from app_token`);
});

const keyOf = (byte: number): [string] => [Buffer.alloc(32, byte).toString("base64")];
const process = (byte = 7) => createSharedTokens(database, createSecrets(keyOf(byte)));
const hour = 3_600_000;

function platform() {
  let count = 0;
  return {
    asked: () => count,
    fetch: async () => {
      count += 1;
      const token = `t-${count}`;
      await new Promise((resolve) => setImmediate(resolve));
      return { token, forMs: hour };
    },
  };
}

it("is fetched once for two processes that ask at the same moment, and not readable in the database", async () => {
  const { asked, fetch } = platform();
  const all = await Promise.all(
    [process(), process(), process()].flatMap((each) => [
      each.obtain("lark a", null, fetch),
      each.obtain("lark b", null, fetch),
    ]),
  );
  expect([asked(), new Set(all).size]).toEqual([2, 2]);
  const rows = await execute<{ token: string }>(database.db, sql`select token from app_token`);
  expect(rows.some((row) => row.token.includes("t-1") || row.token.includes("t-2"))).toBe(false);
});

it("that was refused is fetched anew by one, and the others find the new one", async () => {
  const { asked, fetch } = platform();
  const [one, other] = [process(), process()];
  const refused = await one.obtain("lark a", null, fetch);
  expect(await other.obtain("lark a", null, fetch)).toBe(refused);
  const next = await Promise.all([
    one.obtain("lark a", refused as string, fetch),
    other.obtain("lark a", refused as string, fetch),
  ]);
  expect([next[0], next[1], asked()]).toEqual(["t-2", "t-2", 2]);
});

it("that is over is fetched anew, and one that another key sealed too", async () => {
  const { asked, fetch } = platform();
  await process().obtain("lark a", null, fetch);
  await database.db.execute(
    sql`update app_token set until = clock_timestamp() - interval '1 second'`,
  );
  expect(await process().obtain("lark a", null, fetch)).toBe("t-2");
  expect(await process(9).obtain("lark a", null, fetch)).toBe("t-3");
  expect(asked()).toBe(3);
});

it("that could not be fetched is asked for by the next who comes", async () => {
  const { fetch } = platform();
  expect(
    await process().obtain("lark a", null, async () => ({ called: "unsent" as const })),
  ).toEqual({ called: "unsent" });
  await expect(
    process().obtain("lark a", null, () => Promise.reject(new Error("away"))),
  ).rejects.toThrow("away");
  expect(await process().obtain("lark a", null, fetch)).toBe("t-1");
});

it("that was pushed is there for all, sealed; of two the one that lasts longer is, in whatever order they came, and none when it is over", async () => {
  expect(await process().find("lark a ticket")).toBeNull();
  await process().keep("lark a ticket", "second", 2 * hour);
  await process().keep("lark a ticket", "first, late", hour);
  expect(await process().find("lark a ticket")).toBe("second");
  await process().keep("lark a ticket", "third", 3 * hour);
  expect([
    await process().find("lark a ticket"),
    await process(9).find("lark a ticket"),
    await process().find("lark b ticket"),
  ]).toEqual(["third", null, null]);
  expect(
    JSON.stringify(await execute(database.db, sql`select token from app_token`)),
  ).not.toContain("third");
  await database.db.execute(
    sql`update app_token set until = clock_timestamp() - interval '1 second'`,
  );
  expect(await process().find("lark a ticket")).toBeNull();
});
