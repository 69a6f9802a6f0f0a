// One store app, installed by two companies: each is an organisation of its own, and what is done for one never carries the other's
// token. Without the ticket that Lark pushes nothing goes out, and nothing is lost.
import { sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
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
import {
  envelope,
  messageEvent,
  overWebhook,
  v1Event,
  type Bring,
} from "#test/support/lark/platform/push";
import type { FakeLark } from "#test/support/lark/platform/server";
import { startFakeStore, type FakeStore } from "#test/support/lark/platform/store";
import { createLarkSurface, type LarkSurface } from "#test/support/lark/surface";
import { persona, type PersonaInStory } from "#test/support/story/persona";
import { untilQuiet } from "#test/support/story/quiet";

const start = Date.parse("2026-11-11T02:00:00Z");
const group = "oc_team";
const keys = { encryptKey: "key of the store app", verificationToken: "token of the store app" };
const peopleOf = {
  east: ["ou_lin", "ou_wang", "ou_chen"],
  west: ["ou_zhao", "ou_qian", "ou_sun"],
} as const;
type Company = keyof typeof peopleOf;

let database: Database;
let store: FakeStore;
let config: Config;
let now: number;
let refused: string[];
let logged: { readonly event: string; readonly fields: object }[];
const open: Process[] = [];

interface Process {
  readonly adapter: LarkAdapter;
  readonly house: House;
  readonly bring: Bring;
  surface(company: Company): LarkSurface;
  who(company: Company, user: string): PersonaInStory;
  settle(): Promise<void>;
}

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

async function startProcess(): Promise<Process> {
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

const about = (tenant: string, type: string, more: object = {}, at = now) =>
  v1Event(store.appId, keys, type, { tenant_key: tenant, ...more }, at);
const workspace = (company: Company) => `${new URL(store.url).host}/${store.appId}/${company}`;
const fakeOf = (company: Company): FakeLark => store.company(company);
const shownTo = (company: Company, user: string): string =>
  JSON.stringify(
    fakeOf(company).messages.filter((each) => each.chat === fakeOf(company).p2p(user)),
  );

async function namesIn(company: Company): Promise<readonly string[]> {
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
function expectOwnCalls(company: Company): void {
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

const bot = { openId: "ou_bot", name: "领跑" };
async function storyOf(process: Process, company: Company, user: string): Promise<void> {
  const rep = process.who(company, user);
  await rep.says("定目标 回款 100万 12月31日前");
  await rep.presses("就这么定");
  await rep.says("报12万");
  await rep.sees("12万 / 100万");
  await process.surface(company).sayIn(group, user, "@_user_1 我的目标", [bot]);
}

describe("two companies with the ticket there", () => {
  it("at once, with tokens of each kind refused in between, are served by their own token and known to their own organisation", async () => {
    const process = await startProcess();
    await store.pushTicket(keys, process.bring);
    for (let i = 0; i < 3; i += 1) {
      await Promise.all([
        storyOf(process, "east", peopleOf.east[i]!),
        storyOf(process, "west", peopleOf.west[i]!),
      ]);
      fakeOf(i % 2 === 0 ? "east" : "west").revokeTokens();
      if (i === 1) store.revokeAppTokens();
    }
    expectOwnCalls("east");
    expectOwnCalls("west");
    expect(await namesIn("east")).toEqual(["东chen", "东lin", "东wang"]);
    expect(await namesIn("west")).toEqual(["西qian", "西sun", "西zhao"]);
    for (const [company, foreign] of [
      ["east", "西"],
      ["west", "东"],
    ] as const)
      expect(JSON.stringify(fakeOf(company).messages)).not.toContain(foreign);
    const organisations = await Promise.all(
      (["east", "west"] as const).map((each) =>
        createStores(database).routing.organisationAt({
          platform: "lark",
          workspace: workspace(each),
        }),
      ),
    );
    expect(new Set(organisations.map((each) => each?.organisation)).size).toBe(2);
    // Besides that, the directory may take longer on a busy machine than a newcomer is kept waiting.
    expect(
      logged.filter(
        ({ event }) => event !== "lark.ticket_missing" && event !== "lark.person_unknown",
      ),
    ).toEqual([]);
    expect(new Set(store.companies.flatMap((each) => each.refusals))).toEqual(
      new Set([99991663, 99991664]),
    );
  });

  it("ask for a token of each kind once, however much is sent at the same moment", async () => {
    const process = await startProcess();
    await store.pushTicket(keys, process.bring);
    const to = (company: Company, user: string) => ({
      platform: "lark",
      workspace: workspace(company),
      user,
    });
    const notice = () => ({ deliveryId: createChance().id(), at: new Date(now), cards: [] });
    await Promise.all([
      ...peopleOf.east.map((user) => process.adapter.chat.post(to("east", user), notice())),
      ...peopleOf.west.map((user) => process.adapter.chat.post(to("west", user), notice())),
    ]);
    const asked = store.companies
      .flatMap((each) => each.asked)
      .filter(({ path }) => path.endsWith("/tenant_access_token"));
    expect(asked.map(({ body }) => body["tenant_key"]).toSorted()).toEqual(["east", "west"]);
    // The second is the start's own, which proves id and secret.
    expect(store.ticketsShown.length).toBeLessThanOrEqual(2);
    expect(await process.adapter.chat.post(to("east", "ou_zhao"), notice())).toMatchObject({
      result: "final",
      stops: "person",
      why: expect.stringContaining("230038") as string,
    });
  });
});

describe("the ticket", () => {
  it("that is not there is asked for once, and readiness and doctor say so", async () => {
    const process = await startProcess();
    const rep = process.who("east", "ou_lin");
    await rep.says("帮助");
    await process.who("west", "ou_zhao").says("帮助");
    expect(
      store.companies.flatMap((each) => each.messages.filter(({ by }) => by === "bot")),
    ).toEqual([]);
    expect(store.wished).toHaveLength(1);
    expect(process.adapter.health()).toMatchObject([
      {
        ready: true,
        says: expect.stringMatching(/^LARK_APP_ID waits for the app ticket/) as string,
      },
    ]);
    expect((await doctor()).filter((each) => each.startsWith("BAD"))).toEqual([
      expect.stringMatching(/^BAD no app ticket is there: .+ was asked to push one/),
    ]);
    await store.pushTicket(keys, process.bring);
    expect(process.adapter.health()[0]).not.toHaveProperty("says");
    await rep.says("定目标 回款 100万 12月31日前");
    await rep.presses("就这么定");
    await rep.sees("0 / 100万");
  });

  it("that was lost is asked for again, and what was to be sent meanwhile goes out when it came", async () => {
    const before = await startProcess();
    await store.pushTicket(keys, before.bring);
    await before.who("east", "ou_lin").says("帮助");
    // Much later: nobody remembers when it was asked for.
    await database.db.execute(sql`delete from app_token where app like '% asked for'`);
    store.loseTicket();
    fakeOf("east").revokeTokens();
    store.revokeAppTokens();
    const process = await startProcess();
    const shown = fakeOf("east").messages.length;
    await process
      .surface("east")
      .event("im.message.receive_v1", said("east", "ou_lin", "我的目标"));
    await process.adapter.idle();
    await process.house.deliveries.drain();
    expect([fakeOf("east").messages.length, store.wished.length, waiting(await heads())]).toEqual([
      shown,
      1,
      1,
    ]);
    expect(fakeOf("east").refusals).toContain(10012);
    await store.pushTicket(keys, process.bring);
    await database.db.execute(
      sql`update outbox_head set due_at = clock_timestamp() where state = 'waiting'`,
    );
    await database.db.execute(sql`delete from pace_bucket`);
    await process.settle();
    expect([fakeOf("east").messages.length, waiting(await heads())]).toEqual([shown + 1, 0]);
  });

  it.each<[string, () => Promise<Response>, string]>([
    [
      "signed with another key",
      () => forged({ ...keys, encryptKey: "another" }, store.appId),
      "another signature",
    ],
    [
      "with another verification token",
      () => forged({ ...keys, verificationToken: "another" }, store.appId),
      "another verification token",
    ],
    ["of another app", () => forged(keys, "cli_0000000000000000"), "another app"],
  ])("%s is refused, counted and not kept", async (_, push, why) => {
    const process = await startProcess();
    expect((await push()).status).toBe(401);
    expect(refused).toEqual([why]);
    expect(process.adapter.health()[0]).toHaveProperty("says");
    const { ticket } = await store.pushTicket(keys, process.bring);
    await process.who("east", "ou_lin").says("帮助");
    expect(new Set(store.ticketsShown)).toEqual(new Set([ticket]));
  });

  it("that comes late, pushed again after a newer one, changes nothing; one of yesterday is not taken", async () => {
    const process = await startProcess();
    const { ticket } = await store.pushTicket(keys, process.bring);
    for (const hours of [1, 20])
      expect(
        (
          await process.bring(
            v1Event(
              store.appId,
              keys,
              "app_ticket",
              { app_ticket: `old ${hours}` },
              now - hours * 3_600_000,
            ),
          )
        ).status,
      ).toBe(200);
    await process.who("east", "ou_lin").says("帮助");
    expect(new Set(store.ticketsShown)).toEqual(new Set([ticket]));
  });

  it("serves every process and every start, readable in none: not in the database, not in the log", async () => {
    const first = await startProcess();
    const { ticket } = await store.pushTicket(keys, first.bring);
    await first.who("east", "ou_lin").says("定目标 回款 100万 12月31日前");
    const second = await startProcess();
    expect(second.adapter.health()[0]).not.toHaveProperty("says");
    const shown = store.ticketsShown.length;
    await second.who("east", "ou_lin").presses("就这么定");
    // After two hours the tokens are over, and the ticket is good still.
    await database.db.execute(
      sql`update app_token set until = clock_timestamp() - interval '1 second' where app not like '% ticket'`,
    );
    fakeOf("east").revokeTokens();
    const third = await startProcess();
    await third.who("east", "ou_lin").says("报12万");
    await third.who("east", "ou_lin").sees("12万 / 100万");
    // The third's own proof, and one for all.
    expect(store.ticketsShown.length - shown).toBe(2);
    const rows = await execute<{ token: string | null }>(
      database.db,
      sql`select token from app_token`,
    );
    expect(JSON.stringify([rows, logged])).not.toContain(ticket);
    expect(store.wished).toEqual([]);
  });
});

describe("a company", () => {
  it("that installs it becomes an organisation, and its admin who did is greeted and may set it up", async () => {
    const process = await startProcess();
    await store.pushTicket(keys, process.bring);
    await process.bring(
      about("east", "app_open", {
        applicants: [{ open_id: "ou_wang" }],
        installer: { open_id: "ou_chen" },
      }),
    );
    await process.bring(
      about("west", "app_open", { applicants: [], installer_employee: { open_id: "ou_qian" } }),
    );
    await process.settle();
    expect(shownTo("east", "ou_chen")).toContain("You may set me up");
    // A colleague who took it without review is greeted too, and runs nothing by that.
    expect(shownTo("west", "ou_qian")).toContain("What you can type");
    expect(shownTo("west", "ou_qian")).not.toContain("You may set me up");
    expect([await namesIn("east"), await namesIn("west")]).toEqual([["东chen"], ["西qian"]]);
    expect(shownTo("east", "ou_wang")).toBe("[]");
    expect((await doctor({ names: true })).join("\n")).toMatch(
      /ok 2 companies[\s\S]*ok 领跑[\s\S]*ok 星河销售/,
    );
    expect((await doctor()).join("\n")).toMatch(/ok 2 companies[\s\S]*ok is there/);
    expect((await doctor()).join("\n")).not.toMatch(/领跑|星河/);
  });

  it.each([
    [
      "that switched it off",
      "app_status_change",
      { status: "stop_by_tenant" },
      "the app was switched off",
    ],
    [
      "that the platform switched it off for",
      "app_status_change",
      { status: "stop_by_platform" },
      "the platform switched the app off",
    ],
    ["that is no more", "app_uninstalled", {}, "the app was removed"],
  ])(
    "%s gets nothing more until it lets it in again, and the other goes on",
    async (_, type, more, why) => {
      const process = await startProcess();
      await store.pushTicket(keys, process.bring);
      await process.who("east", "ou_lin").says("帮助");
      await process.who("west", "ou_zhao").says("帮助");
      store.installedIn.delete("east");
      fakeOf("east").revokeTokens();
      now += 60_000;
      await process.bring(about("east", type, more));
      const before = fakeOf("east").messages.length;
      expect((await doctor()).filter((each) => each.startsWith("BAD"))).toEqual([
        expect.stringContaining(why),
      ]);
      const east = await createStores(database).routing.organisationAt({
        platform: "lark",
        workspace: workspace("east"),
      });
      const who = await createStores(database).routing.whoIs({
        platform: "lark",
        workspace: workspace("east"),
        user: "ou_lin",
      });
      await process.house.bot.answerLater(
        { platform: "lark", workspace: workspace("east"), user: "ou_lin" },
        "later",
        [{ title: ["later"], tone: "plain", body: [], buttons: [] } as never],
      );
      await process.house.deliveries.drain();
      expect([fakeOf("east").messages.length, east?.organisation]).toEqual([
        before,
        who?.organisation,
      ]);
      await process.who("west", "ou_zhao").says("我的目标");
      store.installedIn.add("east");
      await process.bring(
        about("east", "app_status_change", {
          status: "start_by_tenant",
          operator: { open_id: "ou_lin" },
        }),
      );
      await process.settle();
      expect(fakeOf("east").messages.length).toBe(before + 1);
      expect(
        (
          await createStores(database).routing.organisationAt({
            platform: "lark",
            workspace: workspace("east"),
          })
        )?.organisation,
      ).toBe(east?.organisation);
    },
  );

  it("that let it go is not brought back by what was on its way, but by what came after", async () => {
    const process = await startProcess();
    await store.pushTicket(keys, process.bring);
    await process.who("east", "ou_lin").says("帮助");
    const kept = async () =>
      (
        await execute<{ there: boolean }>(
          database.db,
          sql`select token is not null as there from installation where workspace = ${workspace("east")}`,
        )
      )[0]?.there;
    const told = (text: string, at: number) => {
      const message = envelope(
        fakeOf("east"),
        keys,
        "im.message.receive_v1",
        said("east", "ou_lin", text),
      ) as { header: object };
      return process.bring({ ...message, header: { ...message.header, create_time: String(at) } });
    };
    await process.bring(about("east", "app_uninstalled"));
    expect(await kept()).toBe(false);
    await told("晚到的", Date.now() - 60_000);
    expect(await kept()).toBe(false);
    await told("又装上了", Date.now() + 60_000);
    expect(await kept()).toBe(true);
    // And that it went is not undone by an older notice of it, told again.
    await process.bring(about("east", "app_uninstalled", {}, Date.now()));
    expect(await kept()).toBe(true);
  });

  it("nobody heard of before makes no organisation by going", async () => {
    const process = await startProcess();
    await process.bring(about("nobody", "app_uninstalled"));
    expect(await createStores(database).routing.organisations()).toEqual([]);
  });
});

const doctor = async (shown: Shown = {}): Promise<readonly string[]> =>
  (await examineChats(config, database, shown)).map(
    ({ well, says }) => `${well ? "ok" : "BAD"} ${says}`,
  );

const said = (company: Company, user: string, text: string): object =>
  messageEvent(fakeOf(company), user, {
    id: `om_${company}_${text}`,
    chat: fakeOf(company).p2p(user),
    group: false,
    text,
  });

const forged = async (others: typeof keys, appId: string): Promise<Response> =>
  await overWebhook(
    others,
    () => now,
    async (pushed) =>
      await open[0]!.adapter.routes.request("http://localhost/lark/events", {
        method: "POST",
        ...pushed,
      }),
  )(v1Event(appId, others, "app_ticket", { app_ticket: "forged" }, now));

const heads = () => execute<{ state: string }>(database.db, sql`select state from outbox_head`);
const waiting = (rows: readonly { state: string }[]): number =>
  rows.filter(({ state }) => state === "waiting").length;
