// The bot on Slack: one adapter for one workspace or many. It needs no server of its own: its routes are mounted on the bot's.
import type { Hono } from "hono";
import type { Bot } from "#src/bot/api";
import type { Chat } from "#src/ports/chat/chat";
import { listenToInteractions } from "./door/interactions.ts";
import { button, card, text } from "#src/view/card";
import { createAnswerer, sayAgain } from "./send/answer.ts";
import { createClients, type Clients } from "./send/clients.ts";
import { createDirectory } from "./people/directory.ts";
import { listenToEvents } from "./door/events.ts";
import { createBoltApp, receiveRoutes } from "./door/receive.ts";
import { createHomes } from "./send/homes.ts";
import { createSender } from "./send/send.ts";
import { arrive } from "./people/people.ts";
import { createReceipts } from "./send/receipts.ts";
import { identity, wordsIn, type Slack, type SlackOptions } from "./slack.ts";
import { openSocket } from "./door/socket.ts";

export { SlackSettingWrong } from "./door/socket.ts";

/** The verb of whoever may set it up; every verb is known in every language. */
const setsUp = "setup";

export interface SlackAdapter {
  readonly chat: Chat;
  readonly clients: Clients;
  connect(bot: Bot): void;
  /** POST /slack/events. */
  readonly routes: Hono;
  /** Socket Mode, where there is a token for it, kept open from now on; throws SlackSettingWrong when Slack refuses the token. */
  start(): Promise<void>;
  /** Whether Slack can reach us, as far as one knows here. */
  isConnected(): boolean;
  /** Says hello to whoever installed the bot, with the way to set it up. */
  welcome(workspace: string, user: string): Promise<void>;
  /** Asks whoever can let in a workspace that waits. */
  askAdmins(): Promise<void>;
  /** Waits for what was acknowledged and is still being answered. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

export function createSlackAdapter(options: SlackOptions): SlackAdapter {
  let connected: Bot | null = null;
  const clients = createClients(options.installations, options.apiUrl, options.logger);
  const slack: Slack = {
    ...options,
    clients,
    directory: createDirectory({ clients, logger: options.logger }),
    bot: () => {
      if (connected === null) throw new Error("the Slack adapter was used before connect(bot)");
      return connected;
    },
  };
  const sender = createSender(slack);
  const homes = createHomes({ slack, sender }, { gatherMs: options.homeGatherMs ?? 5_000 });
  const answerer = createAnswerer(slack, sender, homes);
  const { app, relay, settled } = createBoltApp(slack);
  const receipts = createReceipts(slack);
  listenToEvents(app, slack, answerer, receipts);
  listenToInteractions(app, slack, answerer);
  const socket = options.appToken === undefined ? null : openSocket(slack, options.appToken, relay);
  return {
    chat: sender,
    clients,
    connect: (bot) => {
      connected = bot;
    },
    routes: receiveRoutes(slack, relay),
    start: async () => socket?.start(),
    isConnected: () => socket?.isOpen() ?? true,
    async settled() {
      await settled();
      await homes.settled();
    },
    askAdmins: () => slack.bot().tellRequests(),
    async welcome(workspace, user) {
      if ((await arrive(slack, workspace, user)) !== "known") return;
      const words = await slack.bot().vocabulary(identity(workspace, user));
      // Whoever installed it again, or where others are already, may set nothing up by that.
      if (!words?.verbs.some(({ word }) => word === setsUp)) return;
      const t = wordsIn(slack, words.locale);
      const hello = card({
        title: t.welcome(),
        body: [text(t.welcomeMore())],
        buttons: [
          button(t.startSetup(), sayAgain(setsUp), "primary"),
          button(t.showHelp(), sayAgain("help")),
        ],
      });
      // The name of the bot's own offer with the first message: whoever was greeted is not told twice.
      const where = await slack.bot().askWhere(identity(workspace, user));
      await slack
        .bot()
        .answerLater(identity(workspace, user), "setup-offer", where ? [hello, where] : [hello]);
    },
    async close() {
      receipts.stop();
      homes.stop();
      await socket?.stop();
      await settled();
    },
  };
}
