// Lark and Feishu: the same house behind another door. One process may speak for two apps, of one cloud or of both.
import type { Hono } from "hono";
import type { Bot } from "#src/bot/api";
import type { Chat } from "#src/ports/chat/chat";
import { registerApp } from "./install/apps.ts";
import type { Homes } from "./send/home-cards.ts";
import { createHomes } from "./send/homes.ts";
import { createHolding } from "./send/hold-updates.ts";
import { platform, type Lark, type LarkOptions, type RegisteredApp } from "./lark.ts";
import { createDispatcher, receiveRoutes } from "./door/receive.ts";
import { createProof } from "./install/verify-credentials.ts";
import { createChat } from "./send/send.ts";
import { openSocket, type Socket } from "./door/socket.ts";

export type { AppSettings as LarkSettings } from "./install/app-settings.ts";
export type { LarkOptions } from "./lark.ts";

export interface LarkAdapter {
  readonly chat: Chat;
  connect(bot: Bot): void;
  /** Answers only its own paths. */
  readonly routes: Hono;
  /** Proves each app's id and secret, and opens the long connections. Throws LarkSettingWrong. */
  start(): Promise<void>;
  /** For /readyz: whether each app's events can come in, and which cannot; `says`: what else whoever runs it should know. */
  health(): readonly {
    readonly app: string;
    readonly ready: boolean;
    readonly state: string;
    readonly says?: string;
  }[];
  /** Resolves when what was begun behind an answer is done. */
  idle(): Promise<void>;
  close(): Promise<void>;
}

export { LarkSettingWrong } from "./install/verify-credentials.ts";
export { larkPace } from "./send/send.ts";

export function createLarkAdapter(options: LarkOptions): LarkAdapter {
  let connected: Bot | null = null;
  const inHand = new Set<Promise<unknown>>();
  const homes = (): Homes => made;
  const lark: Lark = {
    ...options,
    get homes() {
      return homes();
    },
    apps: options.apps.map((settings) => registerApp(settings, options.tokens)),
    ownChats: new Map(),
    met: new Set(),
    known: new Map(),
    entered: new Map(),
    clicks: new Map(),
    places: new Set(),
    holding: createHolding(options.answerTravelsMs ?? 700),
    bot: () => {
      if (connected === null) throw new Error("the Lark adapter was used before connect(bot)");
      return connected;
    },
    later(what, work) {
      const doing: Promise<unknown> = Promise.resolve()
        .then(work)
        .catch((error: unknown) => options.logger.error({ what, error }, "lark.work_failed"))
        .finally(() => inHand.delete(doing));
      inHand.add(doing);
    },
  };
  const made = createHomes(lark, options.homeGatherMs ?? 5_000);
  const dispatchers = new Map(lark.apps.map((app) => [app, createDispatcher(lark, app)]));
  const sockets = new Map<RegisteredApp, Socket>();
  const proofs = new Map(lark.apps.map((app) => [app, createProof(lark, app)]));

  return {
    chat: createChat(lark, platform),
    connect: (bot) => {
      connected = bot;
    },
    routes: receiveRoutes(lark, dispatchers),
    async start() {
      for (const proof of proofs.values()) await proof.begin();
      for (const [app, dispatcher] of dispatchers)
        if (app.events === "socket") sockets.set(app, await openSocket(lark, app, dispatcher));
    },
    health: () =>
      lark.apps.map((app) => {
        const webhook = proofs.get(app)?.proved() === true ? "webhook" : "unproved";
        const state = app.events === "webhook" ? webhook : (sockets.get(app)?.state() ?? "idle");
        // Ready all the same: the ticket comes in by the very door that a process which is not ready is not asked at.
        const says = app.tokens.awaitsTicket()
          ? {
              says: `${app.name}_APP_ID waits for the app ticket that ${app.brand} pushes each hour; what is to be sent goes out when it came`,
            }
          : {};
        return {
          app: app.appId,
          ready: state === "webhook" || state === "connected",
          state,
          ...says,
        };
      }),
    async idle() {
      do {
        while (inHand.size > 0) await Promise.all(inHand);
        await made.settled();
      } while (inHand.size > 0);
    },
    async close() {
      made.stop();
      for (const proof of proofs.values()) proof.stop();
      for (const socket of sockets.values()) socket.close();
      sockets.clear();
      await this.idle();
    },
  };
}
