// One Web API client for each workspace and token. Never with `headers`: the client writes its Authorization into that object,
// and the next workspace would post with the first one's token (platforms.md A3).
import { webApi } from "@slack/bolt";
import type { InstallationKey, Installations } from "#src/ports/installations";
import type { Logger } from "#src/ports/logger";

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
export const webApiOptions = (apiUrl: string) => ({ slackApiUrl: apiUrl, timeout: timeoutMs, retryConfig: { retries: 0 }, rejectRateLimitedCalls: true, allowAbsoluteUrls: false });

export function createClients(installations: Pick<Installations, "find">, apiUrl: string, logger: Logger): Clients {
  const known = new Map<string, { readonly token: string; readonly client: Client }>();
  const make = (token?: string): Client => new webApi.WebClient(token, { ...webApiOptions(apiUrl), logger: libraryLogger(logger) });
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

/** The library's own log: that something went wrong, never with what. Its debug lines hold bodies of messages. */
export function libraryLogger(logger: Logger) {
  const note = (...said: unknown[]): string =>
    said
      .map((each) => (each instanceof Error ? `${each.name}: ${each.message}` : typeof each === "string" ? each : ""))
      .join(" ")
      .slice(0, 300);
  return {
    debug: () => {},
    info: () => {},
    warn: (...said: unknown[]) => logger.warn({ says: note(...said) }, "slack.library"),
    error: (...said: unknown[]) => logger.error({ says: note(...said) }, "slack.library"),
    setLevel: () => {},
    getLevel: () => "warn" as never,
    setName: () => {},
  };
}
