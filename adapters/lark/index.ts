// Lark and Feishu: the same house behind another door. One process may speak for two apps, of one cloud or of both.
import type { Hono } from "hono";
import { z } from "zod";
import type { Bot } from "#src/bot/api";
import type { Chat } from "#src/ports/chat";
import { causeOf } from "#src/ports/logger";
import { createApi } from "./api.ts";
import { askTenant } from "./install.ts";
import { platform, type Lark, type LarkApp, type LarkOptions, type LarkSettings } from "./lark.ts";
import { createDispatcher, receiveRoutes } from "./receive.ts";
import { createChat } from "./send.ts";
import { openSocket, type Socket } from "./socket.ts";

export type { LarkSettings } from "./lark.ts";

export interface LarkAdapter {
  readonly chat: Chat;
  connect(bot: Bot): void;
  /** Answers only its own paths. */
  readonly routes: Hono;
  /** Proves each app's id and secret, and opens the long connections. Throws LarkSettingWrong. */
  start(): Promise<void>;
  /** For /readyz: whether each app's events can come in, and which cannot. */
  health(): readonly { readonly app: string; readonly ready: boolean; readonly state: string }[];
  /** Resolves when what was begun behind an answer is done. */
  idle(): Promise<void>;
  close(): Promise<void>;
}

/** One sentence for the operator that names the variable. */
export class LarkSettingWrong extends Error {}

export function createLarkAdapter(options: LarkOptions): LarkAdapter {
  let connected: Bot | null = null;
  const inHand = new Set<Promise<unknown>>();
  const lark: Lark = {
    ...options,
    apps: options.apps.map((settings) => createApp(settings, options)),
    ownChats: new Map(),
    met: new Set(),
    entered: new Map(),
    bot: () => {
      if (connected === null) throw new Error("the Lark adapter was used before connect(bot)");
      return connected;
    },
    later(what, work) {
      const doing: Promise<unknown> = Promise.resolve()
        .then(work)
        .catch((error: unknown) => options.logger.error({ what, cause: causeOf(error) }, "lark.work_failed"))
        .finally(() => inHand.delete(doing));
      inHand.add(doing);
    },
  };
  const dispatchers = new Map(lark.apps.map((app) => [app, createDispatcher(lark, app)]));
  const sockets = new Map<LarkApp, Socket>();
  const proved = new Set<LarkApp>();

  async function prove(app: LarkApp): Promise<void> {
    const wrong = await app.api.prove();
    if (wrong === null) {
      proved.add(app);
      return await askTenant(lark, app);
    }
    if (wrong.called === "unsent") return options.logger.error({ app: app.appId, cause: wrong.why }, "lark.not_reached");
    throw new LarkSettingWrong(
      `${app.name}_APP_ID or ${app.name}_APP_SECRET is refused by ${app.brand} (code ${wrong.code}): copy both from the app's page "Credentials & Basic Info" (凭证与基础信息), and see that ${app.name}_DOMAIN names its cloud.`,
    );
  }

  return {
    chat: createChat(lark, platform),
    connect: (bot) => {
      connected = bot;
    },
    routes: receiveRoutes(lark, dispatchers),
    async start() {
      for (const app of lark.apps) await prove(app);
      for (const app of lark.apps) if (app.events === "socket") sockets.set(app, await openSocket(lark, app, dispatchers.get(app)!));
    },
    health: () =>
      lark.apps.map((app) => {
        const state = app.events === "webhook" ? (proved.has(app) ? "webhook" : "unproved") : (sockets.get(app)?.state() ?? "idle");
        return { app: app.appId, ready: state === "webhook" || state === "connected", state };
      }),
    async idle() {
      while (inHand.size > 0) await Promise.all(inHand);
    },
    async close() {
      for (const socket of sockets.values()) socket.close();
      sockets.clear();
      await this.idle();
    },
  };
}

const info = z.looseObject({ bot: z.looseObject({ open_id: z.string() }) });

function createApp(settings: LarkSettings, { wall }: LarkOptions): LarkApp {
  const api = createApi(settings, wall);
  let id: string | null = null;
  return {
    ...settings,
    api,
    async botId() {
      if (id !== null) return id;
      const called = await api.call({ method: "GET", path: "/open-apis/bot/v3/info", timeoutMs: 1_000 });
      const read = called.called === "done" ? info.safeParse(called.data) : null;
      id = read?.success === true ? read.data.bot.open_id : null;
      return id;
    },
  };
}
