// The bot in a browser. Here the bot is its own platform: messages are kept in the transcript, pages that are open
// hear of what is new by server-sent events, and a press is read from what was stored, never from what was sent.
import { Hono } from "hono";
import type { Bot } from "#src/bot/api";
import type { Chat } from "#src/ports/chat/chat";
import { assetRoutes } from "./pages/assets.ts";
import { faceRoutes } from "./pages/faces.ts";
import { failed } from "./door/errors.ts";
import { guard } from "./door/guard.ts";
import { createHub } from "./send/open-pages.ts";
import { limits } from "./render/limits.ts";
import { liveRoutes, pokeAll } from "./send/live.ts";
import { pageRoutes } from "./pages/routes.ts";
import { receiveRoutes } from "./door/receive.ts";
import { createChat } from "./send/send.ts";
import { teamPages } from "./visit/team-pages.ts";
import type { Web, WebOptions } from "./web.ts";

export type { WebOptions } from "./web.ts";

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
    dropped: new Map(),
    ready: new Map(),
    bot: () => {
      if (connected === null) throw new Error("the web adapter was used before connect(bot)");
      return connected;
    },
  };
  const routes = new Hono();
  for (const path of ["/", "/me", "/clock", "/as/*", "/assets/*", "/faces.css"])
    routes.use(path, guard(web));
  routes.onError((error, c) => failed(web, error, c));
  routes.route("/", assetRoutes());
  routes.route("/", faceRoutes(web));
  routes.route("/", pageRoutes(web));
  routes.route("/", teamPages(web));
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
