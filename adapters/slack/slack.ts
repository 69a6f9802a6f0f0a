// What every part of this adapter is given: the ports, the bot, the Web API, and the words of the surface.
import type { Bot } from "#src/bot/api";
import type { Language } from "#src/language/catalogue";
import type { Locale } from "#src/language/text";
import type { ChatIdentity } from "#src/people/person";
import type { Chance, Clock } from "#src/ports/process/clock";
import type { Installations } from "#src/ports/chat/installations";
import type { Logger } from "#src/ports/process/logger";
import type { Shelf } from "#src/ports/chat/overflow";
import type { Card } from "#src/view/card";
import { plainLine } from "#src/view/line";
import type { Clients } from "./send/clients.ts";
import type { Directory } from "./people/directory.ts";
import type { Shortcut } from "./install/shortcuts.ts";
import { slackMessages, type SlackMessages } from "./messages/index.ts";

export const platform = "slack";

export interface SlackOptions {
  readonly installations: Installations;
  readonly shelf: Shelf;
  /** Real time, also beside a playground whose clock is moved: signatures are compared with it. */
  readonly clock: Clock;
  readonly chance: Chance;
  readonly logger: Logger;
  readonly language: Language;
  /** Where the Web API is, with a slash at the end. */
  readonly apiUrl: string;
  /** Verifies requests; without it they are refused (Socket Mode only). */
  readonly signingSecret?: string | undefined;
  readonly appToken?: string | undefined;
  readonly shortcuts: readonly Shortcut[];
  /** What people call it by in front of a line, besides its mention: the name of its command, its own names. */
  readonly called: readonly string[];
  /** How long others' acts are gathered before a Home tab shows them; five seconds where nobody says. */
  readonly homeGatherMs?: number | undefined;
  /** How requests that were refused are counted. */
  readonly refused?: (why: string) => void;
  /** How long the database may take to keep what was pressed, sent or typed: 1.7 seconds unless told. */
  readonly takenWithinMs?: number;
}

export interface Slack extends SlackOptions {
  readonly clients: Clients;
  readonly directory: Directory;
  bot(): Bot;
}

export const identity = (workspace: string, user: string): ChatIdentity => ({
  platform,
  workspace,
  user,
});

export const wordsIn = (slack: Pick<SlackOptions, "language">, locale: Locale): SlackMessages =>
  slack.language.speak(slackMessages, { locale, zone: "UTC", currency: "USD" });

/** Where nobody says for whom it was written, its titles do. */
export const localeOf = (cards: readonly Card[]): Locale =>
  cards.some((each) => /\p{Script=Han}/u.test(plainLine(each.title))) ? "zh" : "en";
