// A store app on our own open platform with two companies, and processes that serve it.
import { sql } from "drizzle-orm";
import { afterEach, beforeEach, expect } from "vitest";
import { createLarkAdapter, type LarkAdapter } from "#adapters/lark/index";
import { execute, type Database } from "#db/client";
import { createSecrets } from "#db/seal";
import { createStores } from "#db/stores/index";
import { composeHouse, noMeter, type House } from "#src/app/compose";
import { examineChats } from "#src/cli/doctor/chats";
import type { Shown } from "#src/cli/doctor/finding";
import { larkSettings, larkStores } from "#src/app/lark";
import { createChance } from "#src/app/system";
import { createLanguage } from "#src/language/catalogue";
import { readConfig, type Config } from "#src/config";
import { emptyTables, testDatabase } from "#test/support/database/database";
import { messageEvent, overWebhook, v1Event, type Bring } from "#test/support/lark/platform/push";
import type { FakeLark } from "#test/support/lark/platform/company";
import { startFakeStore, type FakeStore } from "#test/support/lark/platform/store";
import { createLarkSurface, type LarkSurface } from "#test/support/lark/surface";
import { persona, type PersonaInStory } from "#test/support/story/persona";
import { untilQuiet } from "#test/support/story/quiet";

export const start = Date.parse("2026-11-11T02:00:00Z");
export const group = "oc_team";
export const keys = {
  encryptKey: "key of the store app",
  verificationToken: "token of the store app",
};
export const peopleOf = {
  east: ["ou_lin", "ou_wang", "ou_chen"],
  west: ["ou_zhao", "ou_qian", "ou_sun"],
} as const;
export type Company = keyof typeof peopleOf;

export let database: Database;
export let store: FakeStore;
export let config: Config;
export let now: number;
export let refused: string[];
export let logged: { readonly event: string; readonly fields: object }[];
export const open: Process[] = [];

export interface Process {
  readonly adapter: LarkAdapter;
  readonly house: House;
  readonly bring: Bring;
  surface(company: Company): LarkSurface;
  who(company: Company, user: string): PersonaInStory;
  settle(): Promise<void>;
}

/** A store app with two companies before each test of a file. */
export function storeApp(): void {
  beforeEach(async () => {
    database = await testDatabase();
    await emptyTables(database);
    await database.db.execute(sql`delete from app_token`);
    now = start;
    refused = [];
    logged = [];
    const usersOf = (company: Company, where: string) =>
      peopleOf[company].map((openId, i) => ({
        openId,
        name: `${where}${openId.slice(3)}`,
        zone: "Asia/Shanghai",
        admin: i === 0,
      }));
    store = await startFakeStore(
      () => now,
      [
        { tenant: "east", users: usersOf("east", "东") },
        { tenant: "west", users: usersOf("west", "西") },
      ],
    );
    for (const each of store.companies) each.groups.set(group, { name: "销售群", bot: true });
    config = readConfig({
      ENCRYPTION_KEY: Buffer.alloc(32, 7).toString("base64"),
      ORGANISATIONS: "many",
      PUBLIC_URL: "https://pacer.example.com",
      LARK_APP_ID: store.appId,
      LARK_APP_SECRET: store.appSecret,
      LARK_APP_TYPE: "store",
      LARK_DOMAIN: store.url,
      LARK_ENCRYPT_KEY: keys.encryptKey,
      LARK_VERIFICATION_TOKEN: keys.verificationToken,
    });
  });
  afterEach(async () => {
    for (const each of open.splice(0)) {
      await each.adapter.close();
      await each.house.deliveries.stop();
    }
    await store.close();
  });
}

export async function startProcess(): Promise<Process> {
  const chance = createChance();
  const note = (fields: object, event: string): void => void logged.push({ event, fields });
  const logger = { info: () => {}, warn: note, error: note };
  const clock = { now: () => new Date(now) };
  const adapter = createLarkAdapter({
    apps: larkSettings(config),
    wall: clock,
    chance,
    logger,
    answerTravelsMs: 5,
    firstRetryMs: 20,
    answerRetryMs: 5,
    lookMs: 20,
    refused: (why) => void refused.push(why),
    ...larkStores(database, createSecrets([config.ENCRYPTION_KEY!]), chance),
    organisations: "many",
  });
  const house = composeHouse({
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
  const bring = overWebhook(
    keys,
    () => now,
    async (pushed) =>
      await adapter.routes.request("http://localhost/lark/events", { method: "POST", ...pushed }),
  );
  const settle = () => untilQuiet(house, database, () => adapter.idle());
  const surface = (company: Company) =>
    createLarkSurface({ fake: store.company(company), keys, push: bring, settle });
  const made: Process = {
    adapter,
    house,
    bring,
    surface,
    who: (company, user) => persona(surface(company), user),
    settle,
  };
  open.push(made);
  return made;
}

export const about = (tenant: string, type: string, more: object = {}, at = now) =>
  v1Event(store.appId, keys, type, { tenant_key: tenant, ...more }, at);
export const workspace = (company: Company) =>
  `${new URL(store.url).host}/${store.appId}/${company}`;
export const fakeOf = (company: Company): FakeLark => store.company(company);
export const shownTo = (company: Company, user: string): string =>
  JSON.stringify(
    fakeOf(company).messages.filter((each) => each.chat === fakeOf(company).p2p(user)),
  );

export async function namesIn(company: Company): Promise<readonly string[]> {
  const stores = createStores(database);
  const at = await stores.routing.organisationAt({
    platform: "lark",
    workspace: workspace(company),
  });
  return at === null
    ? []
    : await stores.inOrganisation(at.organisation, async ({ people }) =>
        (await people.directory()).map((each) => each.name).toSorted(),
      );
}

/** Of every call that carried a token: that it was this company's, and that nobody of the other was named. */
export function expectOwnCalls(company: Company): void {
  const { asked } = fakeOf(company);
  const foreign = peopleOf[company === "east" ? "west" : "east"];
  const carried = asked.filter(({ bearer }) => bearer !== null);
  expect(carried.length).toBeGreaterThan(15);
  for (const each of carried) {
    expect(each.bearer).toMatch(new RegExp(`^t-${company}-`));
    for (const user of foreign)
      expect(
        JSON.stringify([each.path, each.query.get("receive_id"), each.body["receive_id"]]),
      ).not.toContain(user);
  }
}

export const bot = { openId: "ou_bot", name: "领跑" };
export async function storyOf(process: Process, company: Company, user: string): Promise<void> {
  const rep = process.who(company, user);
  await rep.says("定目标 回款 100万 12月31日前");
  await rep.presses("就这么定");
  await rep.says("报12万");
  await rep.sees("12万 / 100万");
  await process.surface(company).sayIn(group, user, "@_user_1 我的目标", [bot]);
}

export const doctor = async (shown: Shown = {}): Promise<readonly string[]> =>
  (await examineChats(config, database, shown)).map(
    ({ well, says }) => `${well ? "ok" : "BAD"} ${says}`,
  );

export const said = (company: Company, user: string, text: string): object =>
  messageEvent(fakeOf(company), user, {
    id: `om_${company}_${text}`,
    chat: fakeOf(company).p2p(user),
    group: false,
    text,
  });

export const forged = async (others: typeof keys, appId: string): Promise<Response> =>
  await overWebhook(
    others,
    () => now,
    async (pushed) =>
      await open[0]!.adapter.routes.request("http://localhost/lark/events", {
        method: "POST",
        ...pushed,
      }),
  )(v1Event(appId, others, "app_ticket", { app_ticket: "forged" }, now));

export const heads = () =>
  execute<{ state: string }>(database.db, sql`select state from outbox_head`);
export const waiting = (rows: readonly { state: string }[]): number =>
  rows.filter(({ state }) => state === "waiting").length;
export const later = (ms: number): void => void (now += ms);
