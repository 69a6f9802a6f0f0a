// The whole house on a real database with people who talk to it on Slack: nothing of the playground in it.
import { createSlackAdapter, type SlackAdapter } from "#adapters/slack/index";
import { createSecrets } from "#db/seal";
import type { Database } from "#db/client";
import { createInstallations } from "#db/stores/installations/installations";
import { createShelf } from "#db/stores/delivery/overflow";
import { createStores, type AllStores } from "#db/stores/index";
import { composeHouse, noMeter, type House } from "#src/app/compose";
import { createChance } from "#src/app/system";
import { shortcuts } from "#src/app/shortcuts";
import { createLanguage } from "#src/language/catalogue";
import type { Way } from "#src/people/admission";
import type { Chat, Rate } from "#src/ports/chat/chat";
import type { Installations } from "#src/ports/chat/installations";
import type { Logger } from "#src/ports/process/logger";
import type { Stores } from "#src/ports/stores";
import { emptyTables, testDatabase } from "#test/support/database/database";
import { persona, type PersonaInStory } from "#test/support/story/persona";
import { untilQuiet } from "#test/support/story/quiet";
import { overHttp, type Wire } from "#test/support/slack/platform/client";
import { startFakeSlack } from "#test/support/slack/platform/server";
import type { FakeSlack, FakeUser, FakeWorkspace } from "#test/support/slack/platform/workspace";
import { createSlackSurface } from "./surface.ts";
import { errorsInto } from "#test/support/log";

export interface SlackSystem {
  readonly slack: FakeSlack;
  readonly house: House;
  readonly database: Database;
  readonly stores: Stores<AllStores>;
  readonly installations: Installations;
  readonly adapter: SlackAdapter;
  readonly wire: Wire;
  readonly errors: { readonly fields: object; readonly event: string }[];
  /** Installs the bot in a workspace of its own organisation. */
  install(
    team: string,
    users: readonly FakeUser[],
    installedBy: string | null,
  ): Promise<FakeWorkspace>;
  /** Installs the bot for an Enterprise and these of its workspaces; where some of them had it each on its own, in their place. The token is the operator's, unless told. */
  installOrgWide(
    enterprise: string,
    teams: readonly string[],
    users: readonly FakeUser[],
    installedBy: string | null,
    way?: Way,
  ): Promise<FakeWorkspace>;
  /** The same where the workspace is there already. */
  entered(team: string): Promise<void>;
  who(team: string, user: string): PersonaInStory;
  settle(): Promise<void>;
  stop(): Promise<void>;
}

const secret = "8f742231b10e8888abcd99yyyzzz85a5";
/** Wednesday 11 November 2026, 10:00 in Shanghai. */
const now = new Date("2026-11-11T02:00:00Z");

/** `faster`: sends so many times as fast as Slack lets messages in; the fake Slack is told the same. */
export async function startSlackSystem(
  options: {
    readonly admins?: readonly string[];
    readonly mode?: "http" | "socket";
    readonly faster?: number;
    readonly logger?: Logger;
  } = {},
): Promise<SlackSystem> {
  const database = await testDatabase();
  await emptyTables(database);
  const slack = await startFakeSlack();
  const chance = createChance();
  const errors: SlackSystem["errors"] = [];
  const logger = options.logger ?? errorsInto(errors);
  const language = createLanguage();
  const clock = { now: () => now };
  const installations = createInstallations(
    database,
    createSecrets([Buffer.alloc(32, 7).toString("base64")]),
    chance,
  );
  const adapter = createSlackAdapter({
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
    appToken: options.mode === "socket" ? slack.link.appToken : undefined,
    shortcuts,
    called: ["coach", "Pacer", "领跑"],
  });
  const house = composeHouse({
    database,
    clock,
    chance,
    logger,
    language,
    chats: [hurried(adapter.chat, options.faster ?? 1)],
    meter: noMeter,
    admins: options.admins ?? [],
  });
  adapter.connect(house.bot);
  const server = await overHttp(adapter.routes);
  const wire: Wire = {
    secret,
    target: server,
    now: () => now,
    ...(options.mode === "socket" ? { link: slack.link } : {}),
  };
  await adapter.start();
  const settle = (): Promise<void> => untilQuiet(house, database, () => adapter.settled());
  const enter = async (
    { team, teams, token, botUser, scopes }: FakeWorkspace,
    installedBy: string | null,
    way: Way,
  ): Promise<void> =>
    void (await installations.save(
      { platform: "slack", workspace: team },
      { name: `Team ${team}`, token, botUser, scopes: [...scopes], installedBy },
      now,
      { way, organisations: "many" },
      [...(teams ?? [])],
    ));
  return {
    slack,
    house,
    database,
    stores: createStores(database),
    installations,
    adapter,
    wire,
    errors,
    async install(team, users, installedBy) {
      const workspace = slack.workspace(team, `xoxb-${team}`, users);
      await enter(workspace, installedBy, "link");
      return workspace;
    },
    async installOrgWide(enterprise, teams, users, installedBy, way = "configured") {
      const workspace = slack.enterprise(enterprise, `xoxb-${enterprise}`, teams, users);
      await enter(workspace, installedBy, way);
      return workspace;
    },
    entered: (team) => enter(slack.workspaceOf(team), null, "link"),
    who: (team, user) => persona(createSlackSurface({ slack, team, wire, settle }), user),
    settle,
    async stop() {
      await adapter.close();
      await server.close();
      await house.deliveries.stop();
      await slack.close();
    },
  };
}

function hurried(chat: Chat, faster: number): Chat {
  const times = (rate: Rate | null): Rate | null =>
    rate && { ...rate, perSecond: rate.perSecond * faster };
  const { destination, installation, edits } = chat.pace;
  return {
    ...chat,
    pace: {
      destination: times(destination),
      installation: times(installation),
      ...(edits === undefined ? {} : { edits: times(edits)! }),
    },
  };
}
