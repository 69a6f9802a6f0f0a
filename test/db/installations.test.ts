// Who a workspace belongs to, when two are told of one install at the same moment.
import { sql } from "drizzle-orm";
import { beforeEach, expect, it } from "vitest";
import { execute, type Database } from "#db/client";
import { createSecrets } from "#db/seal";
import { createStores } from "#db/stores/index";
import { createInstallations } from "#db/stores/installations";
import { createChance } from "#src/cli/system";
import { emptyTables, testDatabase } from "#test/support/database";

let database: Database;
beforeEach(async () => {
  database = await testDatabase();
  await emptyTables(database);
});

const process = () => createInstallations(database, createSecrets([Buffer.alloc(32, 7).toString("base64")]), createChance());
const key = { platform: "lark", workspace: "feishu/cli_a/tenant" };
const grant = { name: "星河", token: "t", botUser: "", scopes: [], installedBy: null as string | null };
const at = new Date("2026-11-11T02:00:00Z");

it("an install that several processes are told of at once makes one organisation, and whoever installed it stays the first admin", async () => {
  const saved = await Promise.all([null, "ou_lan", null, "ou_lan", null].map((installedBy) => process().save(key, { ...grant, installedBy }, at, { way: "link", organisations: "many" })));
  const [organisation, ...others] = await createStores(database).routing.organisations();
  expect([new Set(saved.map((each) => (each.admitted === "yes" ? each.installation.organisation : null))), others]).toEqual([new Set([organisation]), []]);
  expect(await process().find(key)).toMatchObject({ installedBy: "ou_lan", organisation });
  expect(await execute(database.db, sql`select organisation_id from organisation_profile`)).toEqual([{ organisation_id: organisation }]);
});
