// Who is where: Slack, Feishu and Lark are three clouds, though the last two are one platform.
import { sql } from "drizzle-orm";
import { beforeEach, expect, it } from "vitest";
import type { Database } from "#db/client";
import { playgroundOrganisation } from "#db/seed";
import { createStores, type AllStores } from "#db/stores/index";
import type { PersonId } from "#src/people/person";
import { cloudOf, type PlaceId } from "#src/people/place";
import { seededDatabase } from "#test/support/database/database";

let database: Database;
let ids: Record<string, PersonId>;
const within = <T>(work: (stores: AllStores) => Promise<T>): Promise<T> =>
  createStores(database).inOrganisation(playgroundOrganisation, work);
const account = (platform: string, workspace: string, user: string, whose: string) =>
  database.db.execute(
    sql`insert into chat_identity (platform, workspace, "user", organisation_id, person_id) values (${platform}, ${workspace}, ${user}, ${playgroundOrganisation}::uuid, ${ids[whose]}::uuid)`,
  );

beforeEach(async () => {
  database = await seededDatabase();
  ids = Object.fromEntries(
    (await within(({ people }) => people.directory())).map((each) => [each.name, each.id]),
  );
  await database.db.execute(sql`delete from chat_identity`);
  await account("lark", "feishu/cli_1/t1", "ou_1", "林晓");
  await account("lark", "lark/cli_2/t2", "ou_2", "王磊");
  await account("lark", "lark/cli_2/t2", "ou_3", "陈静");
  await account("slack", "T1", "U3", "陈静");
});

it("an account or a place says its cloud before a slash, or is in its platform's only one", () => {
  expect(
    ["feishu/cli_1/t1", "lark/cli_2/t2"].map((workspace) =>
      cloudOf({ platform: "lark", workspace }),
    ),
  ).toEqual(["feishu", "lark"]);
  expect(cloudOf({ platform: "slack", workspace: "T1" })).toBe("slack");
});

it("people are in the clouds of their accounts, and elsewhere alone where they have none", async () => {
  expect(
    await within(async ({ people }) => (await people.cloudsOf(ids["陈静"]!)).toSorted()),
  ).toEqual(["lark", "slack"]);
  const elsewhere = (clouds: readonly string[]) =>
    within(async ({ people }) => [
      ...(await people.onlyElsewhere(clouds, [ids["林晓"]!, ids["王磊"]!, ids["陈静"]!])),
    ]);
  expect(await elsewhere(["feishu"])).toEqual(expect.arrayContaining([ids["王磊"], ids["陈静"]]));
  expect(await elsewhere(["lark"])).toEqual([ids["林晓"]]);
  expect((await elsewhere(["slack", "feishu"])).toSorted()).toEqual([ids["王磊"]]);
  expect(await elsewhere([])).toHaveLength(3);
});

it("a place is in the cloud it was met in", async () => {
  await within(({ people }) =>
    people.arriveAt(
      { platform: "lark", workspace: "feishu/cli_1/t1", channel: "oc_1" },
      {
        id: "0193a000-0000-7000-8000-00000000c001" as PlaceId,
        name: "华东群",
        reads: "zh",
        teamId: null,
      },
    ),
  );
  expect(
    await within(async ({ people }) =>
      (await people.places()).filter((each) => each.name === "华东群"),
    ),
  ).toMatchObject([{ cloud: "feishu" }]);
});
