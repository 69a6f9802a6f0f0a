// Where people meet the house in a test: a browser, Slack, Lark. Conversations run over any of them: PACER_TEST_FRONT names it.
import type { Hono } from "hono";
import type { Database } from "#db/client";
import type { Bot } from "#src/bot/api";
import type { Language } from "#src/language/catalogue";
import type { ChatIdentity } from "#src/people/person";
import type { PlaceIdentity } from "#src/people/place";
import type { Chance } from "#src/ports/process/clock";
import type { Chat } from "#src/ports/chat/chat";
import type { Logger } from "#src/ports/process/logger";
import type { MovableClock } from "#src/ports/chat/transcript";
import type { Surface } from "./surface.ts";

/** What a front is made of: the seeded database, in which it gives the people and the team's place accounts of its own. */
export interface FrontParts {
  readonly database: Database;
  readonly clock: MovableClock;
  readonly chance: Chance;
  readonly logger: Logger;
  readonly language: Language;
  /** Waits until every delivery has arrived. */
  readonly drain: () => Promise<void>;
}

export interface Front {
  readonly chat: Chat;
  /** Resolves when the front is started, which a story waits for as the server does. */
  connect(bot: Bot): Promise<void> | void;
  /** The seeded people, called as the seed calls them (`renke`), in their own chats. */
  readonly surface: Surface;
  /** The same people in their team's place. */
  readonly channel: Surface;
  /** The account of a seeded person, for what a test hands to the bot itself. */
  account(user: string): ChatIdentity;
  readonly place: PlaceIdentity;
  /** What the bot's server serves for it. */
  readonly routes: Hono;
  /** Hosts its pages may be asked for by: where a real server listens, once it does. */
  readonly allowedHosts: string[];
  close(): Promise<void>;
}

export type OpenFront = (parts: FrontParts) => Promise<Front>;

/** Loaded when asked for: nobody pays for the libraries of another front. */
const fronts: Readonly<Record<string, () => Promise<OpenFront>>> = {
  web: async () => (await import("#test/support/web/front")).openWebFront,
  "slack http": async () => (await import("#test/support/slack/front")).openSlackFront("http"),
  "slack socket": async () => (await import("#test/support/slack/front")).openSlackFront("socket"),
  "lark webhook": async () => (await import("#test/support/lark/front")).openLarkWebhook,
  "lark socket": async () => (await import("#test/support/lark/front")).openLarkSocket,
};

export const frontAsked = process.env["PACER_TEST_FRONT"] || "web";

/** Whether a form leaves with its needed fields empty: the clients of Slack and of Lark keep it and say so themselves, so the bot's own words are not seen there. */
export const sendsEmptyFields = frontAsked === "web";

/** Whether a form takes a day in words: Slack and Lark have a picker there, which knows no day that does not exist. */
export const typesDays = frontAsked === "web";

/** Whether the bot hears what is said in a place without its name: the platforms tell it only what mentions it. */
export const hearsTalk = frontAsked === "web";

/** Whether the company's departments can be read there. */
export const hasDepartments = frontAsked.startsWith("lark");

/** For what only the playground has: its page, its transcript of cards. */
export const isPlayground = frontAsked === "web";

/** All there are, for a test that looks at each. */
export const frontNames = Object.keys(fronts);

export async function openFront(parts: FrontParts, name = frontAsked): Promise<Front> {
  const load = fronts[name];
  if (!load) throw new Error(`PACER_TEST_FRONT is ${name}; there are ${frontNames.join(", ")}`);
  return (await load())(parts);
}

/** The same surface with people under other names. */
export function renamed(surface: Surface, nameOf: (user: string) => string): Surface {
  return {
    ...(surface.chat ? { chat: (user: string) => surface.chat!(nameOf(user)) } : {}),
    say: (user, text) => surface.say(nameOf(user), text),
    fileFor: (user) => surface.fileFor(nameOf(user)),
    drop: (user, name, bytes) => surface.drop(nameOf(user), name, bytes),
    screen: (user) => surface.screen(nameOf(user)),
    atHome: (user) => surface.atHome(nameOf(user)),
    press: (user, label, nth) => surface.press(nameOf(user), label, nth),
    fill: (user, values) => surface.fill(nameOf(user), values),
    close: () => surface.close(),
  };
}
