// What npm run sync answers to each fault of either CRM: one plain sentence of what is wrong, with what to do where that is known; nothing is written to a
// CRM, and nothing of its answer or of a secret is shown.
import { describe, expect, it, onTestFinished } from "vitest";
import { answerSync } from "#src/app/crm/answer-sync";
import { openCrms } from "#src/app/crm/crms";
import { syncAsked } from "#src/app/crm/sync-asked";
import { createChance } from "#src/app/system";
import { readConfig } from "#src/config";
import { createStores } from "#db/stores/index";
import { seededDatabase } from "#test/support/database/database";
import { startFakeFxiaoke, type FakeFxiaoke } from "#test/support/fxiaoke/fake";
import { errorsInto } from "#test/support/log";
import { startFakeZoho, type FakeZoho } from "#test/support/zoho/fake";

const asked = {
  ask: "sync",
  organisation: null,
  once: false,
  full: false,
  since: null,
  dryRun: false,
  describe: false,
  json: false,
};

async function terminal(crm: string, variables: Record<string, string>, now: () => number) {
  const database = await seededDatabase();
  let waited = 0;
  const clock = { now: () => new Date(now() + waited) };
  const config = readConfig({
    PLAYGROUND: "on",
    ENCRYPTION_KEY: Buffer.alloc(32, 7).toString("base64"),
    ...variables,
  });
  const way = {
    fetch,
    pause: async (ms: number) => void (waited += ms),
    now: () => clock.now(),
  };
  const parts = {
    stores: createStores(database),
    crms: openCrms(config, clock, database, way),
    clock,
    chance: createChance(),
    logger: errorsInto([]),
  };
  return (more: object) => answerSync(syncAsked.parse({ ...asked, crm, ...more }), parts);
}

const at = Date.parse("2026-11-30T08:00:00Z");
const fullStop = (says: string): void => {
  expect(says).toMatch(/^[A-Z“]/u);
  expect(says).toMatch(/\.$/u);
  expect(says).not.toMatch(/\n|undefined|\[object|Error:|<!doctype|fake\b|FXTOKEN|secret$/u);
};

async function zoho(variables: Record<string, string> = {}) {
  const fake = await startFakeZoho({ now: () => at });
  onTestFinished(async () => {
    expect(fake.writes()).toEqual([]);
    await fake.close();
  });
  fake.hands.put("Deals", {
    id: "554023000000800001",
    Owner: fake.world.reader,
    Amount: "5",
    Stage: [...fake.world.stages.keys()][3] ?? null,
    Closing_Date: "2026-11-30",
  });
  const ask = await terminal(
    "zoho",
    {
      ZOHO_ACCOUNTS_URL: fake.accounts.url,
      ZOHO_CLIENT_ID: fake.tokens.client.id,
      ZOHO_CLIENT_SECRET: fake.tokens.client.secret,
      ZOHO_REFRESH_TOKEN: fake.tokens.refresh[0] ?? "",
      ...variables,
    },
    () => at,
  );
  return { fake, ask };
}

async function fxiaoke(variables: Record<string, string> = {}) {
  const fake = await startFakeFxiaoke({ now: () => at });
  onTestFinished(async () => {
    expect(fake.writes()).toEqual([]);
    await fake.close();
  });
  const ask = await terminal(
    "fxiaoke",
    {
      FXIAOKE_URL: fake.open.url,
      FXIAOKE_APP_ID: fake.tokens.app.id,
      FXIAOKE_APP_SECRET: fake.tokens.app.secret,
      FXIAOKE_PERMANENT_CODE: fake.tokens.app.permanentCode,
      FXIAOKE_USER_ID: "1000",
      ...variables,
    },
    () => at,
  );
  return { fake, ask };
}

const zohoFaults: readonly (readonly [string, (fake: FakeZoho) => void, RegExp])[] = [
  ["a page instead of JSON", ({ api }) => api.fault(/coql/, "html", 50), /a page instead of JSON/],
  ["a 500", ({ api }) => api.fault(/coql/, "down", 50), /out of order/],
  ["a connection that is cut", ({ api }) => api.fault(/coql/, "cut", 50), /cannot be reached/],
  ["an answer that is cut off", ({ api }) => api.fault(/coql/, "half", 50), /cannot be reached/],
  ["a shape nobody knows", ({ api }) => api.fault(/coql/, "shape", 50), /do not understand/],
  [
    "an error in a 200",
    ({ api }) =>
      api.fault(/coql/, { status: 200, body: { code: "INTERNAL_ERROR", status: "error" } }, 50),
    /out of order/,
  ],
  [
    "credits that are used up",
    ({ credits }) => credits.spend(100_000),
    /Today's calls are used up/,
  ],
  ["a 429 that stays", ({ credits }) => void (credits.atOnce = 0), /asks us to be slower/],
  [
    "a scope that is missing",
    ({ tokens }) => {
      tokens.scopes.delete("ZohoCRM.modules.deals.READ");
      tokens.endAccess();
    },
    /lacks the scope .*deals\.READ/,
  ],
  ["a right that is missing", ({ forbidden }) => void forbidden.add("Deals"), /may not read/],
  [
    "a field that is gone",
    ({ world }) => {
      const fields = world.modules.get("Deals")?.fields ?? [];
      fields.splice(
        fields.findIndex((each) => each.api_name === "Amount"),
        1,
      );
    },
    /Amount is not in the CRM any more/,
  ],
  [
    "an account of another organisation",
    (fake) =>
      void (fake.world = {
        ...fake.world,
        organisation: { ...fake.world.organisation, id: "9", company_name: "别家" },
      }),
    /another organisation now \(别家\)/,
  ],
];

const fxFaults: readonly (readonly [string, (fake: FakeFxiaoke) => void, RegExp])[] = [
  ["a page instead of JSON", ({ open }) => open.fault(/token/, "html", 50), /a page instead/],
  ["a connection that is cut", ({ open }) => open.fault(/./, "cut", 50), /cannot be reached/],
  ["no quota", ({ limits }) => void (limits.bought = 0), /No calls were bought/],
  ["a day's quota used", ({ limits }) => limits.spend(100_000), /next pull is .*1 Dec 2026, 00:00/],
  ["an app that is stopped", ({ tokens }) => void (tokens.app.stopped = true), /switched off/],
  ["no authorisation", ({ tokens }) => void (tokens.app.authorised = false), /taken back/],
  ["the white list", ({ tokens }) => void (tokens.app.welcome = false), /127\.0\.0\.1 is not on/],
  [
    "a reader who left",
    ({ world }) => void Object.assign(world.users.get("1000") ?? {}, { isStop: true }),
    /not there, or was stopped/,
  ],
];

describe("npm run sync -- zoho", () => {
  it.each(zohoFaults)("says one sentence of %s", async (_, meets, says) => {
    const { fake, ask } = await zoho();
    expect(await ask({ once: true })).toMatchObject({ code: 0 });
    meets(fake);
    const answer = await ask({ once: true });
    expect(answer).toMatchObject({ code: 3, says: expect.stringMatching(says) });
    fullStop(answer.says);
  });

  it.each([
    ["another data centre's client", { ZOHO_CLIENT_ID: "1000.OTHER" }, /another data centre/],
    ["a wrong secret", { ZOHO_CLIENT_SECRET: "x" }, /does not know the app's id or secret/],
    ["a refresh token taken back", { ZOHO_REFRESH_TOKEN: "x" }, /grant code/],
  ])("says one sentence of %s", async (_, variables, says) => {
    const { ask } = await zoho(variables);
    const answer = await ask({ describe: true });
    expect(answer).toMatchObject({ code: 3, says: expect.stringMatching(says) });
    fullStop(answer.says);
  });
});

describe("npm run sync -- fxiaoke", () => {
  it.each(fxFaults)("says one sentence of %s", async (_, meets, says) => {
    const { fake, ask } = await fxiaoke();
    meets(fake);
    const answer = await ask({ describe: true });
    expect(answer).toMatchObject({ code: 3, says: expect.stringMatching(says) });
    fullStop(answer.says);
  });

  it.each([
    ["a wrong secret", { FXIAOKE_APP_SECRET: "x" }, /does not know the app's id or secret/],
    ["a wrong permanent code", { FXIAOKE_PERMANENT_CODE: "x" }, /permanentCode/],
    ["an employee there is none of", { FXIAOKE_USER_ID: "77" }, /员工ID/],
  ])("says one sentence of %s", async (_, variables, says) => {
    const { ask } = await fxiaoke(variables);
    const answer = await ask({ describe: true });
    expect(answer).toMatchObject({ code: 3, says: expect.stringMatching(says) });
    fullStop(answer.says);
  });

  it("pulls nothing before somebody ticked which stages are won, and says so", async () => {
    const { fake, ask } = await fxiaoke();
    for (const [name, object] of fake.world.objects) object.isActive = name === "NewOpportunityObj";
    const answer = await ask({ once: true });
    expect(answer).toMatchObject({ code: 3, says: expect.stringMatching(/Stages and fields/) });
    fullStop(answer.says);
  });
});
