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
  const saved = await Promise.all([null, "ou_lan", null, "ou_lan", null].map((installedBy) => process().save(key, { ...grant, installedBy }, at)));
  const [organisation, ...others] = await createStores(database).routing.organisations();
  expect([new Set(saved.map((each) => each.organisation)), others]).toEqual([new Set([organisation]), []]);
  expect(await process().find(key)).toMatchObject({ installedBy: "ou_lan", organisation });
  expect(await execute(database.db, sql`select organisation_id from organisation_profile`)).toEqual([{ organisation_id: organisation }]);
});

it("one whose token another key sealed counts as none, keeps nobody else from being listed, and serves again when that key is back", async () => {
  const under = (byte: number) => createInstallations(database, createSecrets([Buffer.alloc(32, byte).toString("base64")]), createChance());
  const other = { platform: "lark", workspace: "feishu/cli_a/other" };
  const { organisation } = await under(7).save(key, grant, at);
  await under(9).save(other, { ...grant, token: "t2" }, at);
  expect((await under(9).list("lark")).map((each) => each.workspace)).toEqual([other.workspace]);
  expect([await under(9).find(key), await under(9).known(key), await under(9).known(other)]).toEqual([null, { stoppedAt: null, isUnopened: true }, { stoppedAt: null, isUnopened: false }]);
  expect(await under(9).unopened("lark")).toEqual({ workspaces: [key.workspace], of: 2 });
  expect(await under(7).find(key)).toMatchObject({ token: "t", organisation });
  // Installed anew, or known from elsewhere, it goes on in its organisation.
  expect(await under(9).save(key, { ...grant, token: "t3" }, at)).toMatchObject({ token: "t3", organisation });
  await under(7).reseal(other, "t2");
  expect([(await under(7).list("lark")).map((each) => each.token), await under(7).unopened("lark")]).toEqual([["t2"], { workspaces: [key.workspace], of: 2 }]);
});

it("those that a lost key sealed can be let go: what is for them waits for a new install, the others stay", async () => {
  const under = (byte: number) => createInstallations(database, createSecrets([Buffer.alloc(32, byte).toString("base64")]), createChance());
  const other = { ...key, workspace: "feishu/cli_a/other" };
  const { organisation } = await under(7).save(key, grant, at);
  await under(9).save(other, grant, at);
  expect(await under(9).letGoUnopened("lark", "the key was lost")).toEqual([key.workspace]);
  expect([await under(9).unopened("lark"), await under(7).find(key), await under(9).known(key)]).toEqual([{ workspaces: [], of: 1 }, null, { stoppedAt: expect.any(Date) as Date, isUnopened: false }]);
  expect(await under(9).save(key, grant, at)).toMatchObject({ organisation });
});

it("one whose sealed token was altered, or moved from another row, counts as none too", async () => {
  await process().save(key, grant, at);
  await process().save({ ...key, workspace: "feishu/cli_a/other" }, grant, at);
  await database.db.execute(sql`update installation set token = (select token from installation where workspace = ${key.workspace})`);
  expect((await process().list("lark")).map((each) => each.workspace)).toEqual([key.workspace]);
});
