// The Slack adapter against a Slack of our own, with a scripted bot: what the adapter's own tests run on.
import { createSlackAdapter, type SlackAdapter } from "#adapters/slack/index";
import type { Json } from "#src/view/action";
import { shortcuts } from "#src/app/shortcuts";
import { loggerOn } from "#src/app/log/logger";
import { createLanguage } from "#src/language/catalogue";
import type { OrganisationId } from "#src/people/person";
import type { Chance, Clock } from "#src/ports/process/clock";
import {
  SeveralOrganisations,
  type Grant,
  type Installation,
  type Installations,
} from "#src/ports/chat/installations";
import type { Shelf } from "#src/ports/chat/overflow";
import { createScriptedBot, type ScriptedBot } from "#test/support/scripted-bot";
import { overHttp, type Wire } from "#test/support/slack/platform/client";
import { startFakeSlack } from "#test/support/slack/platform/server";
import type { FakeSlack, FakeUser } from "#test/support/slack/platform/workspace";
import { createSlackSurface } from "./surface.ts";
import type { Surface } from "#test/support/story/surface";

export interface SlackFixture {
  readonly slack: FakeSlack;
  readonly adapter: SlackAdapter;
  readonly bot: ScriptedBot;
  readonly wire: Wire;
  readonly surface: Surface;
  readonly installations: Installations;
  /** What was logged, by event. */
  readonly logged: { readonly fields: object; readonly event: string }[];
  /** A second workspace, and what a person sees there. */
  surfaceIn(team: string): Surface;
  /** The same people in a channel of the first workspace, which the bot knows. */
  inRoom(channel: string): Surface;
  close(): Promise<void>;
}

export const team = "T1";
export const people: readonly FakeUser[] = [
  { id: "U1", name: "Renke", email: "renke@example.com", tz: "Europe/Berlin" },
  {
    id: "U2",
    name: "周岚",
    email: "lan@example.com",
    tz: "Asia/Shanghai",
    locale: "zh-CN",
    admin: true,
  },
  { id: "U3", name: "Guest", guest: true },
];

export const secret = "8f742231b10e8888abcd99yyyzzz85a5";

/** `socket`: through Socket Mode; the adapter is started by whoever asks for it with `appToken`. */
export async function createSlackFixture(
  options: { readonly at?: Date; readonly socket?: true; readonly appToken?: string } = {},
): Promise<SlackFixture> {
  const slack = await startFakeSlack();
  const workspace = slack.workspace(team, "xoxb-one", people);
  const installations = memoryInstallations();
  await installations.save(
    { platform: "slack", workspace: team },
    { name: "One", token: "xoxb-one", botUser: workspace.botUser, scopes: [], installedBy: "U2" },
    new Date(0),
    { way: "link", organisations: "many" },
  );
  const logged: { fields: object; event: string }[] = [];
  const logger = loggerOn((_level, fields, event) => void logged.push({ fields, event }));
  const clock: Clock = { now: () => options.at ?? new Date("2026-11-11T02:00:00Z") };
  const adapter = createSlackAdapter({
    installations,
    shelf: memoryShelf(),
    clock,
    chance: createChance(),
    logger,
    language: createLanguage(),
    apiUrl: slack.url,
    signingSecret: secret,
    shortcuts,
    called: ["coach", "Pacer", "领跑"],
    appToken: options.appToken ?? (options.socket ? slack.link.appToken : undefined),
  });
  const bot = createScriptedBot();
  // As the outbox does: once under one key.
  bot.answerLater = async (to, key, cards) => {
    bot.later.set(key, cards);
    if (cards.length > 0) await adapter.chat.post(to, { deliveryId: key, at: clock.now(), cards });
  };
  adapter.connect(bot);
  const server = await overHttp(adapter.routes);
  const wire: Wire = {
    secret,
    target: server,
    now: () => clock.now(),
    ...(options.socket ? { link: slack.link } : {}),
  };
  if (options.socket) await adapter.start();
  const surfaceIn = (where: string): Surface =>
    createSlackSurface({ slack, team: where, wire, settle: () => adapter.settled() });
  return {
    slack,
    adapter,
    bot,
    wire,
    surface: surfaceIn(team),
    surfaceIn,
    inRoom(channel) {
      workspace.channels.set(channel, {
        name: channel.toLowerCase(),
        members: new Set([workspace.botUser, ...people.map((each) => each.id)]),
        archived: false,
        im: null,
      });
      bot.places.add(channel);
      return createSlackSurface({
        slack,
        team,
        wire,
        settle: () => adapter.settled(),
        room: channel,
      });
    },
    installations,
    logged,
    async close() {
      await adapter.close();
      await server.close();
      await slack.close();
    },
  };
}

export function memoryInstallations(): Installations {
  const plain = new Set<string>();
  const kept = new Map<string, Installation>();
  const installedAt = new Map<string, Date>();
  const nameOf = (key: { platform: string; workspace: string }): string =>
    `${key.platform} ${key.workspace}`;
  return {
    find: async (key) => kept.get(nameOf(key)) ?? null,
    known: async (key) => (kept.has(nameOf(key)) ? { stoppedAt: null, isUnopened: false } : null),
    isPlain: async (key) => plain.has(nameOf(key)),
    stayPlain: async (key) => void plain.add(nameOf(key)),
    list: async (platform) => [...kept.values()].filter((each) => each.platform === platform),
    async save(key, grant: Grant, at, _door, replaces = []) {
      const replaced = [...kept.values()].filter(
        (each) => each.platform === key.platform && replaces.includes(each.workspace),
      );
      if (replaced.length > 1) throw new SeveralOrganisations();
      for (const each of replaced) kept.delete(nameOf(each));
      const saved = {
        ...key,
        ...grant,
        organisation:
          replaced[0]?.organisation ?? (`organisation of ${key.workspace}` as OrganisationId),
      };
      kept.set(nameOf(key), saved);
      installedAt.set(nameOf(key), at);
      return { admitted: "yes", installation: saved };
    },
    spread: async () => {},
    waiting: async () => null,
    withdraw: async () => {},
    async stop(key, _why, at) {
      const since = installedAt.get(nameOf(key));
      if (!at || !since || since.getTime() < at.getTime() + 1_000) kept.delete(nameOf(key));
    },
  };
}

function memoryShelf(): Shelf {
  const kept = new Map<string, Json>();
  return {
    async keep(where, things) {
      for (const { id, what } of things) kept.set(`${where.workspace} ${id}`, what);
    },
    find: async (where, id) => kept.get(`${where.workspace} ${id}`) ?? null,
  };
}

function createChance(): Chance {
  let count = 0;
  return {
    id: () => `01930000-0000-7000-8000-${String((count += 1)).padStart(12, "0")}`,
    share: () => 0.5,
    code: () => `E${(count += 1)}`,
  };
}
