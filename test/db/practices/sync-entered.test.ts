// With many organisations each enters the settings of its own CRM on a page of whoever signed in: sealed, never shown again, and of no use to others.
import { sql } from "drizzle-orm";
import { beforeEach, expect, it, onTestFinished } from "vitest";
import { createVisitPages } from "#adapters/web/visit/index";
import { tokenFor } from "#adapters/web/visit/sessions";
import { execute, type Database } from "#db/client";
import { inOrganisation } from "#db/organisation";
import { playgroundOrganisation } from "#db/seed";
import { createStores } from "#db/stores/index";
import { openCrmEntry, openCrms } from "#src/app/crm/crms";
import { createChance } from "#src/app/system";
import { readConfig } from "#src/config";
import { createLanguage } from "#src/language/catalogue";
import { CrmTrouble } from "#src/ports/crm";
import { seededDatabase } from "#test/support/database/database";
import { startFakeFxiaoke, type FakeFxiaoke } from "#test/support/fxiaoke/fake";
import { createScriptedBot } from "#test/support/scripted-bot";

const source = "纷享销客 Fxiaoke";
const clock = { now: () => new Date("2026-11-11T02:00:00Z") };
const config = readConfig({
  ORGANISATIONS: "many",
  ENCRYPTION_KEY: Buffer.alloc(32, 5).toString("base64"),
});

let database: Database;
let fake: FakeFxiaoke;
beforeEach(async () => {
  database = await seededDatabase();
  fake = await startFakeFxiaoke({ now: () => clock.now().getTime() });
  await inOrganisation(database, playgroundOrganisation, (tx) =>
    tx.execute(sql`delete from crm_setting`),
  );
  onTestFinished(() => fake.close());
});

const crms = () =>
  openCrms(config, clock, database, { fetch, pause: async () => {}, now: () => clock.now() });

/** Pages as they are seen by whoever signed in as this persona. */
async function pages(user: string) {
  const stores = createStores(database);
  const account = { platform: "web", workspace: "playground", user };
  const who = await stores.routing.whoIs(account);
  const person = await stores.inOrganisation(playgroundOrganisation, ({ people }) =>
    people.person(who!.person),
  );
  const visits = createVisitPages({
    clock,
    chance: createChance(),
    logger: { info: () => {}, warn: () => {}, error: () => {} },
    language: createLanguage(),
    botName: { en: "Pacer", zh: "领跑" },
    allowedHosts: ["localhost"],
    crmEntry: openCrmEntry(config, database),
    playground: false,
  });
  visits.connect({
    ...createScriptedBot(),
    visitor: async () => ({
      organisation: playgroundOrganisation,
      account,
      person: person!,
      until: clock.now(),
    }),
  });
  const headers = { cookie: "pacer_session=abc" };
  const look = () => visits.routes.request("http://localhost/me/crm", { headers });
  const enter = (values: Record<string, string>, token = tokenFor("abc")) =>
    visits.routes.request("http://localhost/me/crm", {
      method: "POST",
      headers: { ...headers, "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({ token, ...values }).toString(),
    });
  return { look, enter };
}

const settings = () => ({
  crm: "fxiaoke",
  FXIAOKE_URL: fake.open.url,
  FXIAOKE_APP_ID: fake.tokens.app.id,
  FXIAOKE_APP_SECRET: fake.tokens.app.secret,
  FXIAOKE_PERMANENT_CODE: fake.tokens.app.permanentCode,
  FXIAOKE_USER_ID: "1000",
});

it("are entered by an admin, and from then on it is read; what was entered stands nowhere in clear", async () => {
  const { enter, look } = await pages("zhoulan");
  const crm = crms().open(source, playgroundOrganisation);
  await expect(crm?.users(null)).rejects.toThrow("crm: not-entered");
  expect((await enter(settings())).status).toBe(200);
  expect((await crm?.users(null))?.rows).toHaveLength(1);
  const shown = await (await look()).text();
  expect(shown.match(/placeholder="已保存"/g)).toHaveLength(5);
  const rows = await inOrganisation(database, playgroundOrganisation, (tx) =>
    execute(
      tx,
      sql`select row_to_json(s)::text as kept, (select json_agg(e.act || e.detail::text) from audit_event e)::text as acts from crm_setting s`,
    ),
  );
  const all = `${shown}${JSON.stringify(rows)}`;
  for (const secret of [fake.tokens.app.secret, fake.tokens.app.permanentCode])
    expect(all).not.toContain(secret);
  expect(all).toContain("sync.entered");
});

it("say what is missing or cannot be right, and nothing of it is kept", async () => {
  const { enter, look } = await pages("zhoulan");
  const { FXIAOKE_APP_SECRET: _secret, ...half } = settings();
  const refused = await enter({ ...half, FXIAOKE_URL: "https://www.fxiaoke.com" });
  const said = await refused.text();
  expect([refused.status, said.match(/aria-invalid="true"/g)?.length]).toEqual([422, 2]);
  expect(said).toContain("这一项还没有填。");
  expect(await (await look()).text()).not.toContain('placeholder="已保存"');
});

it("stay as they were where a field is left empty, and of two that do the same the new one counts", async () => {
  const { enter } = await pages("zhoulan");
  await enter(settings());
  expect((await enter({ crm: "fxiaoke", FXIAOKE_MOBILE: "13900001000" })).status).toBe(200);
  const crm = crms().open(source, playgroundOrganisation);
  expect((await crm?.users(null))?.rows[0]?.id).toBe("FSUID_1000");
});

it("are nobody's but an admin's, sent from a page of ours, and of no other organisation", async () => {
  const rep = await pages("linxiao");
  expect([(await rep.look()).status, (await rep.enter(settings())).status]).toEqual([404, 404]);
  const admin = await pages("zhoulan");
  expect((await admin.enter(settings(), "somebody's")).status).toBe(403);
  expect((await admin.enter({ ...settings(), crm: "none" })).status).toBe(404);
  await admin.enter(settings());
  const other = crms().open(source, "00000000-0000-7000-8000-0000000000ff");
  await expect(other?.users(null)).rejects.toBeInstanceOf(CrmTrouble);
});
