// Processes that are told of installs, on an empty database.
import { beforeEach } from "vitest";
import { type Database } from "#db/client";
import { createSecrets } from "#db/seal";
import { createInstallations } from "#db/stores/installations/installations";
import { createChance } from "#src/app/system";
import { emptyTables, testDatabase } from "#test/support/database/database";

export let database: Database;
/** Nobody is installed before each test of a file. */
export function nothingInstalled(): void {
  beforeEach(async () => {
    database = await testDatabase();
    await emptyTables(database);
  });
}

export const process = () =>
  createInstallations(
    database,
    createSecrets([Buffer.alloc(32, 7).toString("base64")]),
    createChance(),
  );
export const key = { platform: "lark", workspace: "feishu/cli_a/tenant" };
export const grant = {
  name: "星河",
  token: "t",
  botUser: "",
  scopes: [],
  installedBy: null as string | null,
};
export const at = new Date("2026-11-11T02:00:00Z");
