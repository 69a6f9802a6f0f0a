// On which side somebody is reached: the account they used last, whichever process heard them.
import { setTimeout } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { execute } from "#db/client";
import { playgroundOrganisation } from "#db/seed";
import { createStores } from "#db/stores/index";
import { seededDatabase } from "#test/support/database/database";

it("is in use until another account of theirs is used, by any process, or a quarter of an hour has passed", async () => {
  const database = await seededDatabase();
  const [one, other] = [createStores(database).routing, createStores(database).routing];
  const web = { platform: "web", workspace: "playground", user: "anna" };
  const lark = { platform: "lark", workspace: "cli_1 t1", user: "ou_anna" };
  const { person } = (await one.whoIs(web))!;
  await database.db.execute(
    sql`insert into chat_identity (platform, workspace, "user", organisation_id, person_id) values (${lark.platform}, ${lark.workspace}, ${lark.user}, ${playgroundOrganisation}::uuid, ${person}::uuid)`,
  );
  // PGlite's clock tells milliseconds: two uses within one are neither before the other.
  const used = (routing: typeof one, account: typeof web) =>
    setTimeout(2).then(() => routing.used(account));
  const inUse = async () => [(await one.whoIs(web))!.inUse, (await other.whoIs(lark))!.inUse];
  expect(await inUse()).toEqual([false, false]);
  await used(one, web);
  expect(await inUse()).toEqual([true, false]);
  await used(other, lark);
  expect(await inUse()).toEqual([false, true]);
  await used(one, web);
  expect(await inUse()).toEqual([true, false]);
  await database.db.execute(
    sql`update chat_identity set last_used_at = last_used_at - interval '16 minutes' where person_id = ${person}::uuid`,
  );
  expect(await inUse()).toEqual([false, false]);
});

it("can be written to again once its owner did something with it", async () => {
  const database = await seededDatabase();
  const { routing } = createStores(database);
  const web = { platform: "web", workspace: "playground", user: "anna" };
  await routing.used(web);
  await database.db.execute(
    sql`update chat_identity set stopped_at = clock_timestamp() where "user" = 'anna'`,
  );
  expect((await routing.whoIs(web))!.inUse).toBe(false);
  await routing.used(web);
  expect((await routing.whoIs(web))!.inUse).toBe(true);
  expect(
    await execute(database.db, sql`select stopped_at from chat_identity where "user" = 'anna'`),
  ).toEqual([{ stopped_at: null }]);
});
