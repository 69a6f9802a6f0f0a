// One organisation in two clouds: a Slack workspace and a Feishu company of our own before one house.
import { createLarkAdapter } from "#adapters/lark/index";
import { createSlackAdapter } from "#adapters/slack/index";
import { installRoutes } from "#adapters/slack/install/install";
import type { Database } from "#db/client";
import { createSecrets } from "#db/seal";
import { createInstallations } from "#db/stores/installations/installations";
import { createStores, type AllStores } from "#db/stores/index";
import { createShelf } from "#db/stores/delivery/overflow";
import { composeHouse, noMeter, type House } from "#src/app/compose";
import { larkStores } from "#src/app/lark";
import { shortcuts } from "#src/app/shortcuts";
import { createChance } from "#src/app/system";
import { createLanguage } from "#src/language/catalogue";
import type { Stores } from "#src/ports/stores";
import { emptyTables, testDatabase } from "#test/support/database/database";
import { larkKeys } from "#test/support/lark/fixture";
import { overWebhook } from "#test/support/lark/platform/push";
import type { FakeLark, FakeUser as LarkUser } from "#test/support/lark/platform/company";
import { startFakeLark } from "#test/support/lark/platform/server";
import { createLarkSurface } from "#test/support/lark/surface";
import { untilQuiet } from "./quiet.ts";
import { persona, type PersonaInStory } from "./persona.ts";
import { overHttp, type Wire } from "#test/support/slack/platform/client";
import { startFakeSlack } from "#test/support/slack/platform/server";
import type { FakeSlack, FakeUser as SlackUser } from "#test/support/slack/platform/workspace";
import { createSlackSurface } from "#test/support/slack/surface";
import type { Surface } from "./surface.ts";
import { errorsInto } from "#test/support/log";

export interface TwoClouds {
  readonly house: House;
  readonly database: Database;
  readonly stores: Stores<AllStores>;
  readonly slack: FakeSlack;
  readonly lark: FakeLark;
  readonly larkWorkspace: string;
  /** What everybody's clock shows; moved by setting it. */
  readonly time: { now: Date };
  readonly errors: { readonly fields: object; readonly event: string }[];
  onSlack(user: string): PersonaInStory;
  onLark(user: string): PersonaInStory;
  /** A person of another Slack workspace. */
  inWorkspace(team: string, user: string): PersonaInStory;
  /** That person installs the app in a workspace of theirs by the link, all the way through the browser. */
  installByLink(
    team: string,
    installer: string,
  ): Promise<{ readonly status: number; readonly text: string }>;
  readonly wire: Wire;
  /** Those that may install by the link; null: whoever likes. */
  listed: readonly string[] | null;
  /** The team's channel, and its group. */
  readonly channel: Surface;
  readonly group: Surface;
  stop(): Promise<void>;
}

export const slackTeam = "T1";
export const slackChannel = "CTEAM";
export const larkGroup = "oc_team";
/** Wednesday 11 November 2026, 10:00 in Shanghai. */
const start = new Date("2026-11-11T02:00:00Z");
const secret = "8f742231b10e8888abcd99yyyzzz85a5";

export async function startTwoClouds(
  slackUsers: readonly SlackUser[],
  larkUsers: readonly LarkUser[],
  installedBy: string,
): Promise<TwoClouds> {
  const database = await testDatabase();
  await emptyTables(database);
  const chance = createChance();
  const errors: TwoClouds["errors"] = [];
  const logger = errorsInto(errors);
  const language = createLanguage();
  const time = { now: start };
  const clock = { now: () => time.now };
  const secrets = createSecrets([Buffer.alloc(32, 7).toString("base64")]);
  const slack = await startFakeSlack();
  const installations = createInstallations(database, secrets, chance);
  const workspace = slack.workspace(slackTeam, `xoxb-${slackTeam}`, slackUsers);
  workspace.channels.set(slackChannel, {
    name: "team",
    members: new Set([workspace.botUser, ...slackUsers.map(({ id }) => id)]),
    archived: false,
    im: null,
  });
  await installations.save(
    { platform: "slack", workspace: slackTeam },
    {
      name: "Galaxy",
      token: workspace.token,
      botUser: workspace.botUser,
      scopes: [...workspace.scopes],
      installedBy,
    },
    start,
    {
      way: "link",
      organisations: "one",
    },
  );
  const slackAdapter = createSlackAdapter({
    // A story is told on a busy machine too.
    takenWithinMs: 60_000,
    installations,
    shelf: createShelf(database),
    clock,
    chance,
    logger,
    language,
    apiUrl: slack.url,
    signingSecret: secret,
    shortcuts,
    called: ["coach", "Pacer", "领跑"],
  });
  const may: { listed: readonly string[] | null } = { listed: [slackTeam] };
  slackAdapter.routes.route(
    "/",
    installRoutes({
      clientId: "1.2",
      clientSecret: "client secret",
      stateSecret: "state secret of 16",
      publicUrl: "https://pacer.example.com",
      installations,
      clients: slackAdapter.clients,
      clock,
      chance,
      logger,
      organisations: "one",
      get listed() {
        return may.listed;
      },
      askAdmins: () => slackAdapter.askAdmins(),
      welcome: (team, user) => slackAdapter.welcome(team, user),
    }),
  );
  const lark = await startFakeLark({
    now: () => time.now.getTime(),
    users: larkUsers.map((user) => ({ ...user })),
  });
  lark.groups.set(larkGroup, { name: "华东", bot: true });
  const larkAdapter = createLarkAdapter({
    apps: [
      {
        name: "LARK",
        brand: "feishu",
        baseUrl: lark.url,
        appId: lark.appId,
        appSecret: lark.appSecret,
        ...larkKeys,
        type: "self",
        events: "webhook",
        path: "/lark/events",
      },
    ],
    wall: clock,
    chance,
    logger,
    answerTravelsMs: 5,
    takenWithinMs: 60_000,
    ...larkStores(database, secrets, chance),
    organisations: "one",
  });
  const house = composeHouse({
    database,
    clock,
    chance,
    logger,
    language,
    chats: [slackAdapter.chat, larkAdapter.chat],
    meter: noMeter,
    admins: [],
  });
  slackAdapter.connect(house.bot);
  larkAdapter.connect(house.bot);
  const server = await overHttp(slackAdapter.routes);
  await slackAdapter.start();
  await larkAdapter.start();
  const settle = (): Promise<void> =>
    untilQuiet(house, database, async () => {
      await slackAdapter.settled();
      await larkAdapter.idle();
    });
  const wire: Wire = { secret, target: server, now: clock.now };
  const push = overWebhook(
    larkKeys,
    () => time.now.getTime(),
    async (pushed) =>
      await larkAdapter.routes.request("http://localhost/lark/events", {
        method: "POST",
        ...pushed,
      }),
  );
  const ofSlack = (room?: string, team = slackTeam) =>
    createSlackSurface({ slack, team, wire, settle, ...(room === undefined ? {} : { room }) });
  const ofLark = (room?: string) =>
    createLarkSurface({
      fake: lark,
      keys: larkKeys,
      push,
      settle,
      ...(room === undefined ? {} : { room }),
    });
  return {
    house,
    database,
    stores: createStores(database),
    slack,
    lark,
    time,
    larkWorkspace: `feishu/${lark.appId}/${lark.tenant}`,
    errors,
    onSlack: (user) => persona(ofSlack(), user),
    onLark: (user) => persona(ofLark(), user),
    inWorkspace: (team, user) => persona(ofSlack(undefined, team), user),
    async installByLink(team, installer) {
      const begun = await slackAdapter.routes.request("https://pacer.example.com/slack/install");
      const state = new URL(begun.headers.get("location") ?? "").searchParams.get("state") ?? "";
      const code = `code of ${team}`;
      slack.codes.set(code, { team, installer });
      const cookie = (begun.headers.get("set-cookie") ?? "").split(";")[0]!;
      const ended = await slackAdapter.routes.request(
        `https://pacer.example.com/slack/oauth_redirect?${new URLSearchParams({ state, code }).toString()}`,
        { headers: { cookie } },
      );
      await settle();
      return { status: ended.status, text: await ended.text() };
    },
    wire,
    get listed() {
      return may.listed;
    },
    set listed(ids) {
      may.listed = ids;
    },
    channel: ofSlack(slackChannel),
    group: ofLark(larkGroup),
    async stop() {
      await slackAdapter.close();
      await larkAdapter.close();
      await server.close();
      await house.deliveries.stop();
      await slack.close();
      await lark.close();
    },
  };
}
