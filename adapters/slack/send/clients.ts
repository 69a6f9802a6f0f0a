// One Web API client for each workspace and token. Never with `headers`: the client writes its Authorization into that object,
// and the next workspace would post with the first one's token (platforms.md A3).
import { LogLevel, webApi } from "@slack/bolt";
import type { InstallationKey, Installations } from "#src/ports/chat/installations";
import type { Logger } from "#src/ports/process/logger";

export type Client = InstanceType<typeof webApi.WebClient>;

export interface Clients {
  /** Null where the bot is not installed. */
  of(workspace: string): Promise<Client | null>;
  /** For somebody who is not installed yet: an install's own call. */
  bare(): Client;
  /** For a token that is not kept yet. */
  with(token: string): Client;
}

/** Slack's own calls answer within a second or not at all. */
const timeoutMs = 8_000;

/** A resend after a timeout could double a message and a 429 would hold every call of the token: both are the outbox's business. */
export const webApiOptions = (apiUrl: string) => ({
  slackApiUrl: apiUrl,
  timeout: timeoutMs,
  retryConfig: { retries: 0 },
  rejectRateLimitedCalls: true,
  allowAbsoluteUrls: false,
});

export function createClients(
  installations: Pick<Installations, "find">,
  apiUrl: string,
  logger: Logger,
): Clients {
  const known = new Map<string, { readonly token: string; readonly client: Client }>();
  const make = (token?: string): Client =>
    new webApi.WebClient(token, { ...webApiOptions(apiUrl), logger: libraryLogger(logger) });
  return {
    async of(workspace) {
      const key: InstallationKey = { platform: "slack", workspace };
      const installation = await installations.find(key);
      if (!installation) return null;
      const before = known.get(workspace);
      if (before?.token === installation.token) return before.client;
      const client = make(installation.token);
      known.set(workspace, { token: installation.token, client });
      return client;
    },
    bare: () => make(),
    with: make,
  };
}

/** What the libraries say when something of the connection goes wrong, as their lines begin; behind it they quote errors whole. */
const complaints = [
  "http request failed",
  "Failed to retrieve a new WSS URL",
  "Failed to send a WebSocket message",
  "Failed to send a message as the client",
  "Failed to send ping to Slack",
  "WebSocket error",
  "A pong wasn't received from the server",
  "A ping wasn't received from the server",
  "Peer did not complete the close handshake",
  "An unhandled error occurred while Bolt processed",
  "Could not determine the type of an incoming event",
];

/** The libraries' own log: that something went wrong, never with what. Their lines hold bodies of messages and words of errors. */
export function libraryLogger(logger: Logger) {
  /** Which field of a block Slack did not take it says by its place: `[json-pointer:/blocks/0/text]`. */
  const note = (said: readonly unknown[]) => {
    const lines = said.filter((each) => typeof each === "string");
    const says = complaints.find((complaint) => lines.some((line) => line.startsWith(complaint)));
    const at = lines
      .map((line) => /\[json-pointer:(\/[\w/-]+)\]/.exec(line)?.[1])
      .find((pointer) => pointer !== undefined);
    const error = said.find((each) => each instanceof Error);
    return { says, at, ...(error === undefined ? {} : { error }) };
  };
  return {
    debug: () => {},
    info: () => {},
    warn: (...said: unknown[]) => logger.warn(note(said), "slack.library"),
    error: (...said: unknown[]) => logger.error(note(said), "slack.library"),
    setLevel: () => {},
    getLevel: () => LogLevel.WARN,
    setName: () => {},
  };
}
