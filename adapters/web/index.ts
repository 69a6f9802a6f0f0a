// The bot in a browser. Here the bot is its own platform: messages are kept in the transcript, pages that are open
// hear of what is new by server-sent events, and a press is read from what was stored, never from what was sent.
import { Hono } from "hono";
import type { Bot } from "#src/bot/api";
import type { Language } from "#src/language/catalogue";
import type { Chat } from "#src/ports/chat";
import type { Chance } from "#src/ports/clock";
import type { Logger } from "#src/ports/logger";
import type { MovableClock, Transcript } from "#src/ports/transcript";
import { assetRoutes } from "./pages/assets.ts";
import { failed } from "./door/errors.ts";
import { guard } from "./door/guard.ts";
import { createHub } from "./send/open-pages.ts";
import { limits } from "./render/limits.ts";
import { liveRoutes, pokeAll } from "./send/live.ts";
import { pageRoutes } from "./pages/routes.ts";
import { receiveRoutes } from "./door/receive.ts";
import { createChat } from "./send/send.ts";
import type { Web } from "./web.ts";

export interface WebOptions {
  readonly transcript: Transcript;
  readonly clock: MovableClock;
  readonly chance: Chance;
  readonly logger: Logger;
  readonly language: Language;
  readonly botName: { readonly en: string; readonly zh: string };
  /** How browsers reach it from outside; its host is allowed too. */
  readonly publicUrl?: string | undefined;
  /** Required when the server listens elsewhere than on loopback. */
  readonly accessToken?: string | undefined;
  /** host or host:port, as browsers write it in the Host header. Read at each request, so it may be filled later. */
  readonly allowedHosts: readonly string[];
}

export interface WebAdapter {
  readonly chat: Chat;
  connect(bot: Bot): void;
  /** Mounted at "/": answers only its own paths, everything else falls through. */
  readonly routes: Hono;
  /** Ends every open page's event stream, so that the server can stop. */
  close(): void;
  /** Tells open pages that the clock or something else changed from outside. */
  poke(): void;
}

export function createWebAdapter(options: WebOptions): WebAdapter {
  let connected: Bot | null = null;
  const web: Web = {
    ...options,
    hub: createHub(limits.pages),
    bot: () => {
      if (connected === null) throw new Error("the web adapter was used before connect(bot)");
      return connected;
    },
  };
  const routes = new Hono();
  for (const path of ["/", "/me", "/clock", "/as/*", "/assets/*"]) routes.use(path, guard(web));
  routes.onError((error, c) => failed(web, error, c));
  routes.route("/", assetRoutes());
  routes.route("/", pageRoutes(web));
  routes.route("/", liveRoutes(web));
  routes.route("/", receiveRoutes(web));
  return {
    chat: createChat(web),
    connect: (bot) => {
      connected = bot;
    },
    routes,
    close: () => web.hub.close(),
    poke: () =>
      void pokeAll(web).catch((error: unknown) => web.logger.error({ error }, "web.poke_failed")),
  };
}
