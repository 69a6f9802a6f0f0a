// The Lark adapter against our own platform, with a scripted bot: what the adapter's own tests run on.
import { randomUUID } from "node:crypto";
import { loggerOn } from "#src/app/log/logger";
import type { OrganisationId } from "#src/people/person";
import { createLarkAdapter, type LarkAdapter, type LarkSettings } from "#adapters/lark/index";
import type { InstallationKey } from "#src/ports/chat/installations";
import { larkMemory, type LarkMemory } from "./memory.ts";
import {
  overLongConnection,
  overWebhook,
  type Keys,
  type Pushed,
} from "#test/support/lark/platform/push";
import type { FakeLark, FakeUser } from "#test/support/lark/platform/company";
import { startFakeLark } from "#test/support/lark/platform/server";
import { openLongConnection } from "#test/support/lark/platform/socket";
import { createLarkSurface, type LarkSurface } from "./surface.ts";
import { createScriptedBot, type ScriptedBot } from "#test/support/scripted-bot";

export interface LarkFixture {
  readonly adapter: LarkAdapter;
  readonly bot: ScriptedBot;
  readonly fake: FakeLark;
  readonly surface: LarkSurface;
  readonly keys: Keys;
  readonly logged: { readonly event: string; readonly fields: object }[];
  /** Why requests were refused. */
  readonly refused: string[];
  /** Workspaces that were entered. */
  readonly installed: string[];
  /** Those whose messages wait, and those that were let go on. */
  readonly stopped: InstallationKey[];
  readonly resumed: string[];
  readonly memory: LarkMemory;
  readonly workspace: string;
  readonly settings: LarkSettings;
  readonly time: { now: number };
  push(pushed: Pushed): Promise<Response>;
  /** The same people in a group the bot is in. */
  inRoom(channel: string): LarkSurface;
  close(): Promise<void>;
}

export const larkUsers: readonly FakeUser[] = [
  { openId: "ou_renke", name: "Renke", email: "renke@example.com", zone: "Europe/Berlin" },
  { openId: "ou_lan", name: "周岚", email: "lan@example.com", zone: "Asia/Shanghai" },
];

export const larkKeys: Keys = {
  encryptKey: "an encrypt key",
  verificationToken: "a verification token",
};
export const larkStart = Date.parse("2026-11-11T02:00:00Z");

interface FixtureOptions {
  readonly answerTravelsMs?: number;
  /** With `events: "socket"`: the adapter is started, and what people do comes over its long connection. */
  readonly online?: boolean;
}

export async function createLarkFixture(
  options: Partial<LarkSettings> = {},
  { answerTravelsMs = 40, online = false }: FixtureOptions = {},
): Promise<LarkFixture> {
  const time = { now: larkStart };
  const fake = await startFakeLark({
    now: () => time.now,
    users: larkUsers.map((user) => ({ ...user })),
  });
  const logged: LarkFixture["logged"] = [];
  const logger = loggerOn((_level, fields, event) => void logged.push({ event, fields }));
  const refused: string[] = [];
  const installed: string[] = [];
  const stopped: InstallationKey[] = [];
  const resumed: string[] = [];
  const memory = larkMemory(() => time.now);
  const settings: LarkSettings = {
    name: "LARK",
    brand: "lark",
    baseUrl: fake.url,
    appId: fake.appId,
    appSecret: fake.appSecret,
    ...larkKeys,
    type: "self",
    events: "webhook",
    path: "/lark/events",
    ...options,
  };
  const adapter = createLarkAdapter({
    apps: [settings],
    wall: { now: () => new Date(time.now) },
    chance: { id: () => randomUUID(), share: () => 0.5, code: () => "E1" },
    logger,
    installations: {
      stopped: async () => stopped,
      resume: async ({ workspace }) => {
        stopped.splice(0);
        resumed.push(workspace);
      },
      stop: async () => {},
      known: async ({ workspace }) =>
        installed.includes(workspace) ? { stoppedAt: null, isUnopened: false } : null,
      save: async (key, grant) => {
        installed.push(key.workspace);
        return {
          admitted: "yes",
          installation: {
            ...key,
            ...grant,
            organisation: `organisation of ${key.workspace}` as OrganisationId,
          },
        };
      },
    },
    organisations: "many",
    refused: (why) => void refused.push(why),
    answerTravelsMs,
    firstRetryMs: 20,
    answerRetryMs: 20,
    lookMs: 20,
    ...memory,
  });
  const bot = createScriptedBot();
  adapter.connect(bot);
  const push = async (pushed: Pushed): Promise<Response> =>
    await adapter.routes.request("http://localhost/lark/events", {
      method: "POST",
      headers: pushed.headers,
      body: pushed.body,
    });
  const line = online ? openLongConnection(fake) : null;
  if (line !== null) {
    await adapter.start();
    await line.connected();
  }
  const bring =
    line === null ? overWebhook(larkKeys, () => time.now, push) : overLongConnection(line);
  const surfaceIn = (room?: string): LarkSurface =>
    createLarkSurface({
      fake,
      keys: larkKeys,
      push: bring,
      settle: () => adapter.idle(),
      ...(room === undefined ? {} : { room }),
    });
  return {
    adapter,
    bot,
    fake,
    surface: surfaceIn(),
    inRoom(channel) {
      fake.groups.set(channel, { name: channel, bot: true });
      bot.places.add(channel);
      return surfaceIn(channel);
    },
    keys: larkKeys,
    logged,
    refused,
    installed,
    stopped,
    resumed,
    memory,
    workspace: `lark/${fake.appId}/${fake.tenant}`,
    settings,
    time,
    push,
    async close() {
      // A call that Lark never answers ends with its connection, not after its patience.
      line?.close();
      await Promise.all([adapter.close(), fake.close()]);
    },
  };
}
