// What every part of this adapter is given: the ports, the open pages, the bot, and the words for one persona.
import type { HtmlEscapedString } from "hono/utils/html";
import type { Bot } from "#src/bot/api";
import type { Language } from "#src/language/catalogue";
import type { ChatIdentity } from "#src/people/person";
import type { PlaceIdentity } from "#src/people/place";
import type { Chance, Clock } from "#src/ports/process/clock";
import type { Logger } from "#src/ports/process/logger";
import type {
  Channel,
  MovableClock,
  Persona,
  Transcript,
  TranscriptMessage,
} from "#src/ports/chat/transcript";
import type { Hub } from "./send/open-pages.ts";
import { webMessages, type WebMessages } from "./messages/index.ts";

export const platform = "web";
export const workspace = "playground";

/** What every page of ours is made with, the playground's or a visitor's. */
export interface SiteOptions {
  readonly clock: Clock;
  readonly chance: Chance;
  readonly logger: Logger;
  readonly language: Language;
  readonly botName: { readonly en: string; readonly zh: string };
  /** How browsers reach it from outside; its host is allowed too. */
  readonly publicUrl?: string | undefined;
  /** host or host:port, as browsers write it in the Host header. Read at each request, so it may be filled later. */
  readonly allowedHosts: readonly string[];
}

/** Files that were just dropped here, until they are fetched; the oldest go first. */
export type Dropped = Map<string, { readonly user: string; readonly bytes: Uint8Array }>;

/** Files of the bot's, until they are taken; the oldest go first. */
export type Ready = Map<
  string,
  { readonly user: string; readonly name: string; readonly bytes: Uint8Array }
>;

export interface Site extends SiteOptions {
  bot(): Bot;
}

export interface WebOptions extends SiteOptions {
  readonly transcript: Transcript;
  readonly clock: MovableClock;
  /** Required when the server listens elsewhere than on loopback. */
  readonly accessToken?: string | undefined;
}

export interface Web extends WebOptions, Site {
  readonly clock: MovableClock;
  readonly hub: Hub;
  readonly dropped: Dropped;
  readonly ready: Ready;
}

/** HTML in which everything that was text is escaped already. */
export type Markup = HtmlEscapedString | Promise<HtmlEscapedString>;

export const identity = (user: string): ChatIdentity => ({ platform, workspace, user });
export const placeIdentity = (channel: string): PlaceIdentity => ({ platform, workspace, channel });

/** Where a person is: their own chat with the bot (null), or a channel. */
export function roomPath(user: string, channel: string | null): string {
  const own = `/as/${encodeURIComponent(user)}`;
  return channel === null ? own : `${own}/in/${encodeURIComponent(channel)}`;
}

/** The interface speaks the persona's language. Nothing in it is money, so the currency does not matter. */
export function wordsFor(
  site: Pick<Site, "language">,
  persona: Pick<Persona, "locale" | "zone">,
): WebMessages {
  return site.language.speak(webMessages, {
    locale: persona.locale,
    zone: persona.zone,
    currency: "USD",
  });
}

export type ShownPersona = Persona;

export async function channelOf(web: Web, channel: string): Promise<Channel | null> {
  return (await web.transcript.channels()).find((each) => each.channel === channel) ?? null;
}

export async function personasOf(web: Web): Promise<readonly ShownPersona[]> {
  return await web.transcript.personas();
}

/** Who may have written it: in one's own chat nobody else. */
export async function authorsOf(
  web: Web,
  persona: ShownPersona,
  message: Pick<TranscriptMessage, "channel">,
): Promise<readonly ShownPersona[]> {
  return message.channel === null ? [persona] : await personasOf(web);
}

export async function personaOf(web: Web, user: string): Promise<ShownPersona | null> {
  return (await personasOf(web)).find((each) => each.user === user) ?? null;
}
