// What every part of this adapter is given: the apps it speaks for, the ports, the bot, and the work that goes on after an answer.
import type { Bot } from "#src/bot/api";
import type { Door } from "#src/people/admission";
import type { ChatIdentity } from "#src/people/person";
import type { Chance, Clock } from "#src/ports/process/clock";
import type { Installations, StoppedInstallations } from "#src/ports/chat/installations";
import type { ChatAddress } from "#src/ports/chat/chat";
import type { Logger } from "#src/ports/process/logger";
import type { SharedTokens } from "#src/ports/chat/access-tokens";
import type { Board, Shelf } from "#src/ports/chat/overflow";
import type { LarkApi } from "./send/api.ts";
import type { AppSettings } from "./install/app-settings.ts";
import type { AppTokens } from "./install/access-tokens.ts";
import type { Homes } from "./send/home-cards.ts";
import type { Holding } from "./send/hold-updates.ts";

export const platform = "lark";

/** An app in a company: what it calls, it calls there. */
export interface LarkApp extends AppSettings {
  readonly api: LarkApi;
  /** The bot's own open id; null until Lark said it. */
  botId(): string | null;
  /** Asks Lark for it; false where it lets the app in no more, or is away. */
  learnBot(): Promise<boolean>;
}

/** An app as such, which companies there are or not. */
export interface RegisteredApp extends AppSettings {
  readonly tokens: AppTokens;
  /** In that company; a self-built app is the same everywhere. */
  in(tenant: string): LarkApp;
}

export interface LarkOptions {
  readonly apps: readonly AppSettings[];
  /** The machine's clock: signatures, ages of cards, the life of tokens. Never the playground's. */
  readonly wall: Clock;
  readonly chance: Chance;
  readonly logger: Logger;
  readonly installations: Pick<Installations, "known" | "save" | "stop"> & StoppedInstallations;
  /** Whether all companies are one organisation, or each its own. */
  readonly organisations: Door["organisations"];
  /** What is too much for a button, and forms for clients that do not bring back what a button carries. */
  readonly shelf: Shelf;
  /** Which cards show whose home. */
  readonly board: Board;
  /** Books the next free moment for a message that does not go through the outbox; in how many milliseconds that is. */
  readonly turn: (to: ChatAddress) => Promise<number>;
  /** How long an answer may take to reach Lark: so long nobody changes the card that was pressed. */
  readonly answerTravelsMs?: number;
  /** One token of an app for all processes. */
  readonly tokens: SharedTokens;
  /** How long the database may take to keep what was pressed or sent: 1.7 seconds unless told. */
  readonly takenWithinMs?: number;
  /** After how long what failed at the start is tried again first; then later and later. 5 seconds unless told. */
  readonly firstRetryMs?: number;
  /** How long at most an answer waits before it is tried again. Ten seconds unless told. */
  readonly answerRetryMs?: number;
  /** How long others' acts are gathered before a home card shows them; five seconds where nobody says. */
  readonly homeGatherMs?: number;
  /** How often installations that were stopped are looked at again. */
  readonly lookMs?: number;
  /** How requests that were refused are counted. */
  readonly refused?: (why: string) => void;
}

export interface Lark extends Omit<LarkOptions, "apps"> {
  readonly apps: readonly RegisteredApp[];
  bot(): Bot;
  /** Work after the answer: looked after until it ends, its failure logged. */
  later(what: string, work: () => Promise<unknown>): void;
  /** Which chat with the bot is whose, as far as seen; may be lost at any moment. */
  readonly ownChats: Map<string, string>;
  /** The companies this process has entered, by workspace. */
  readonly entered: Map<string, Promise<void>>;
  /** Cards that show somebody's home. */
  readonly homes: Homes;
  /** Messages that somebody presses just now. */
  readonly holding: Holding;
  /** When each button was first pressed lately; may be lost at any moment. */
  readonly clicks: Map<string, { readonly at: number; readonly click: number }>;
  /** Groups the bot was told of by this process; may be lost at any moment. */
  readonly places: Set<string>;
  /** Whom the bot knew when this process last asked it; may be lost, and may be too old: whoever is nobody any more is met again behind the acknowledgement. */
  readonly known: Map<string, true>;
  /** Who was introduced to the bot by this process; may be lost at any moment. */
  readonly met: Set<string>;
}

/** Open ids belong to one app of one cloud, so a workspace is all three: people are never joined across them by id. */
export const workspaceOf = (app: Pick<AppSettings, "brand" | "appId">, tenant: string): string =>
  `${app.brand}/${app.appId}/${tenant}`;

export const isOf = (app: Pick<AppSettings, "brand" | "appId">, workspace: string): boolean =>
  workspace.startsWith(workspaceOf(app, ""));

export function appOf(lark: Lark, workspace: string): LarkApp | null {
  const app = lark.apps.find((each) => isOf(each, workspace));
  return app?.in(workspace.slice(workspaceOf(app, "").length)) ?? null;
}

export const identity = (workspace: string, user: string): ChatIdentity => ({
  platform,
  workspace,
  user,
});

const mostRemembered = 20_000;

export function remember<K, V>(known: Map<K, V>, key: K, value: V): void {
  if (known.size >= mostRemembered) known.clear();
  known.set(key, value);
}
