// Two companies of one cloud before one process, an app each (`LARK_` and `LARK_2_`): what is done for one never carries the other's token,
// and nobody of the one is seen in the other, whatever comes at once.
import { afterEach, beforeEach, expect, it } from "vitest";
import { createLarkAdapter, type LarkAdapter } from "#adapters/lark/index";
import type { Database } from "#db/client";
import { createSecrets } from "#db/seal";
import { createStores } from "#db/stores/index";
import { composeHouse, noMeter, type House } from "#src/app/compose";
import { larkSettings, larkStores } from "#src/app/lark";
import { createChance } from "#src/app/system";
import { createLanguage } from "#src/language/catalogue";
import { readConfig } from "#src/config";
import { emptyTables, testDatabase } from "#test/support/database/database";
import { envelope, messageEvent, overWebhook } from "#test/support/lark/platform/push";
import { persona, type PersonaInStory } from "#test/support/story/persona";
import type { FakeLark } from "#test/support/lark/platform/company";
import { startFakeLark } from "#test/support/lark/platform/server";
import { createLarkSurface, type LarkSurface } from "#test/support/lark/surface";
import { untilQuiet } from "#test/support/story/quiet";

const start = Date.parse("2026-11-11T02:00:00Z");
const group = "oc_team";

interface Company {
  readonly fake: FakeLark;
  readonly surface: LarkSurface;
  readonly workspace: string;
  readonly people: readonly string[];
  who(user: string): PersonaInStory;
}

let database: Database;
let adapter: LarkAdapter;
let house: House;
let east: Company;
let west: Company;
const errors: object[] = [];

// The same open id in both: nothing but the app tells them apart.
const ofEast = ["ou_same", "ou_lin", "ou_wang"];
const ofWest = ["ou_same", "ou_zhao", "ou_qian"];

beforeEach(async () => {
  database = await testDatabase();
  await emptyTables(database);
  errors.splice(0);
  const now = (): number => start;
  const users = (ids: readonly string[], where: string) =>
    ids.map((openId) => ({ openId, name: `${where}${openId.slice(3)}`, zone: "Asia/Shanghai" }));
  const first = await startFakeLark({
    now,
    users: users(ofEast, "东"),
    appId: "cli_aaaaaaaaaaaaaaaa",
    tenant: "tenant-east",
  });
  const second = await startFakeLark({
    now,
    users: users(ofWest, "西"),
    appId: "cli_bbbbbbbbbbbbbbbb",
    tenant: "tenant-west",
  });
  first.neighbours.push(second);
  for (const fake of [first, second]) fake.groups.set(group, { name: "销售群", bot: true });
  const keys = (name: string) => ({
    encryptKey: `key of ${name}`,
    verificationToken: `token of ${name}`,
  });
  const config = readConfig({
    ENCRYPTION_KEY: Buffer.alloc(32, 7).toString("base64"),
    ...Object.fromEntries(
      [
        ["LARK", first],
        ["LARK_2", second],
      ].flatMap(([name, fake]) => [
        [`${name as string}_APP_ID`, (fake as FakeLark).appId],
        [`${name as string}_APP_SECRET`, (fake as FakeLark).appSecret],
        [`${name as string}_DOMAIN`, first.url],
        [`${name as string}_EVENTS`, "webhook"],
        [`${name as string}_ENCRYPT_KEY`, keys(name as string).encryptKey],
        [`${name as string}_VERIFICATION_TOKEN`, keys(name as string).verificationToken],
      ]),
    ),
  });
  const chance = createChance();
  const note = (fields: object, event: string): void => void errors.push({ fields, event });
  const logger = { info: () => {}, warn: note, error: note };
  const clock = { now: () => new Date(start) };
  adapter = createLarkAdapter({
    apps: larkSettings(config),
    wall: clock,
    chance,
    logger,
    answerTravelsMs: 5,
    ...larkStores(database, createSecrets([config.ENCRYPTION_KEY!]), chance),
    organisations: "many",
  });
  house = composeHouse({
    database,
    clock,
    chance,
    logger,
    language: createLanguage(),
    chats: [adapter.chat],
    meter: noMeter,
  });
  adapter.connect(house.bot);
  await adapter.start();
  const company = (
    name: string,
    fake: FakeLark,
    path: string,
    people: readonly string[],
  ): Company => {
    const push = overWebhook(
      keys(name),
      now,
      async (pushed) =>
        await adapter.routes.request(`http://localhost${path}`, { method: "POST", ...pushed }),
    );
    const surface = createLarkSurface({
      fake,
      keys: keys(name),
      push,
      settle: () => untilQuiet(house, database, () => adapter.idle()),
    });
    return {
      fake,
      surface,
      people,
      workspace: `${new URL(first.url).host}/${fake.appId}/${fake.tenant}`,
      who: (user) => persona(surface, user),
    };
  };
  east = company("LARK", first, "/lark/events", ofEast);
  west = company("LARK_2", second, "/lark/2/events", ofWest);
});
afterEach(async () => {
  await adapter.close();
  await house.deliveries.stop();
  await east.fake.close();
  await west.fake.close();
});

/** Of every call: whose token it carried, and whom it named. */
function expectOwnCalls({ fake, people }: Company): void {
  expect(fake.asked.length).toBeGreaterThan(20);
  for (const asked of fake.asked) {
    expect(fake.owns(asked), asked.path).toBe(true);
    const named = [
      asked.path.split("/users/")[1],
      asked.query.get("receive_id_type") === "open_id" ? asked.body["receive_id"] : undefined,
    ].filter((each) => each !== undefined);
    for (const each of named) expect(people).toContain(each);
  }
}

async function namesIn(company: Company): Promise<readonly string[]> {
  const stores = createStores(database);
  const at = await stores.routing.organisationAt({
    platform: "lark",
    workspace: company.workspace,
  });
  return await stores.inOrganisation(at!.organisation, async ({ people }) =>
    (await people.directory()).map((each) => each.name),
  );
}

const bot = { openId: "ou_bot", name: "领跑" };
const storyOf = async (company: Company, user: string): Promise<void> => {
  const rep = company.who(user);
  await rep.says("定目标 回款 100万 12月31日前");
  await rep.presses("就这么定");
  await rep.says("报12万");
  await rep.sees("12万 / 100万");
  await company.surface.sayIn(group, user, "@_user_1 我的目标", [bot]);
};

it("everybody of both at once, with tokens refused in between, are served by their own app and known to their own company", async () => {
  for (let i = 0; i < 3; i += 1) {
    await Promise.all([storyOf(east, ofEast[i]!), storyOf(west, ofWest[i]!)]);
    // The tokens of one company end; the other's go on.
    (i % 2 === 0 ? east : west).fake.revokeTokens();
  }
  expectOwnCalls(east);
  expectOwnCalls(west);
  expect([...(await namesIn(east))].toSorted()).toEqual(["东lin", "东same", "东wang"].toSorted());
  expect([...(await namesIn(west))].toSorted()).toEqual(["西qian", "西same", "西zhao"].toSorted());
  expect(errors).toEqual([]);
  for (const [{ fake }, foreign] of [
    [east, "西"],
    [west, "东"],
  ] as const)
    expect(JSON.stringify(fake.messages)).not.toContain(foreign);
  for (const { fake } of [east, west]) expect(new Set(fake.refusals)).toEqual(new Set([99991663]));
});

it("whoever is named is looked for in the own company alone", async () => {
  await Promise.all([storyOf(east, "ou_lin"), storyOf(west, "ou_zhao")]);
  await east.who("ou_lin").says("表扬@zhao 一个电话谈下大单");
  await east.who("ou_lin").doesNotSee("西zhao");
  expect(
    west.fake.messages
      .filter((each) => each.chat === west.fake.p2p("ou_zhao"))
      .some((each) => JSON.stringify(each.card).includes("一个电话谈下大单")),
  ).toBe(false);
});

it.each([
  ["with its own keys", "LARK_2", "another signature"],
  ["with keys that both were given", "LARK", "another app"],
])(
  "what one company's Lark pushes to the other's path, %s, is refused, and nobody hears of it",
  async (_, whose, why) => {
    const keys = { encryptKey: `key of ${whose}`, verificationToken: `token of ${whose}` };
    const push = overWebhook(
      keys,
      () => start,
      async (pushed) =>
        await adapter.routes.request("http://localhost/lark/events", { method: "POST", ...pushed }),
    );
    const event = messageEvent(west.fake, "ou_zhao", {
      id: "om_1",
      chat: west.fake.p2p("ou_zhao"),
      group: false,
      text: "报12万",
    });
    expect((await push(envelope(west.fake, keys, "im.message.receive_v1", event))).status).toBe(
      401,
    );
    await untilQuiet(house, database, () => adapter.idle());
    expect([...east.fake.messages, ...west.fake.messages]).toEqual([]);
    expect(errors).toMatchObject([{ event: "lark.request_refused", fields: { why } }]);
  },
);
