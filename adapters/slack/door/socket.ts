// Socket Mode: what Slack sends comes through a connection of our own, so that no public address is needed. The library's own
// reconnecting ends the process (socket-mode 3.1.0: a refused reconnect and `app_rate_limited` are unhandled rejections, and
// there is a hole of five seconds; platforms.md A2), so it is off, and the connection is kept here.
import { backOffMs, inTime } from "#src/ports/process/clock";
import { SocketModeReceiver, type App } from "@slack/bolt";
import { setTimeout as after } from "node:timers/promises";
import { libraryLogger, webApiOptions } from "../send/clients.ts";
import { caught, refusalOf } from "../send/errors.ts";
import type { Body, Relay } from "./receive.ts";
import type { Slack } from "../slack.ts";

export interface Socket {
  /** Resolves once the first attempt is over, or after a while. Throws a SlackSettingWrong when Slack refuses the token. */
  start(): Promise<void>;
  isOpen(): boolean;
  stop(): Promise<void>;
}

/** A setting that Slack does not take: one sentence for whoever starts the bot. */
export class SlackSettingWrong extends Error {}

/** Refusals that only another token mends: docs.slack.dev/reference/methods/apps.connections.open */
const refusals = new Set([
  "not_authed",
  "invalid_auth",
  "account_inactive",
  "user_removed_from_team",
  "team_disabled",
  "token_revoked",
  "token_expired",
  "not_allowed_token_type",
  "missing_scope",
  "no_permission",
  "forbidden_team",
]);

const patienceMs = 5_000;
/** Longer than the call for the address may take. */
const attemptMs = 20_000;
/** A connection that ended sooner counts: nobody asks for a new one ten times a second. */
const shortMs = 10_000;
/** `flap`: connected each time, Slack is there, and people wait for no answer of a minute. */
const pauses = { first: 100, unit: 1_000, flap: 5_000, most: 60_000 } as const;

export function openSocket(slack: Slack, appToken: string, relay: Relay): Socket {
  const clientOptions = { ...webApiOptions(slack.apiUrl), logger: libraryLogger(slack.logger) };
  const receiver = new SocketModeReceiver({
    appToken,
    logger: libraryLogger(slack.logger),
    autoReconnectEnabled: false,
    installerOptions: { clientOptions },
  });
  // Only this one method of an App is ever called by the receiver.
  receiver.init({
    processEvent: (event: SocketEvent) => hear(slack, relay, event),
  } as unknown as App);
  guardMessages(receiver, slack);
  const { client } = receiver;
  const stopping = new AbortController();
  let open = false;
  client.on("connected", () => void (open = true));
  for (const event of ["disconnecting", "disconnected", "close"])
    client.on(event, () => void (open = false));

  /** Null once it is open; otherwise why it is not. */
  async function connect(): Promise<unknown> {
    const attempt = receiver.start().then(
      () => null,
      (error: unknown) => error ?? new Error("closed before it was open"),
    );
    const ended = await inTime(attempt, attemptMs, new Error("no answer"));
    if (ended !== null) void receiver.stop();
    return ended;
  }

  async function keepOpen(tried: (refusal: string | null) => void): Promise<void> {
    for (let failures = 0, flaps = 0; !stopping.signal.aborted;) {
      const began = performance.now();
      const failed = await connect();
      const refusal = refusalOf(failed);
      const isRefused = refusal !== null && refusals.has(refusal);
      tried(isRefused ? refusal : null);
      if (failed === null) {
        slack.logger.info({}, "slack.socket_open");
        if (open) await new Promise<void>((resolve) => void client.once("disconnected", resolve));
      } else
        slack.logger.error(
          isRefused ? { says: sentence(refusal) } : caught(failed),
          "slack.socket_failed",
        );
      const isShort = performance.now() - began <= shortMs;
      failures = failed === null ? 0 : failures + 1;
      flaps = failed === null && isShort ? flaps + 1 : 0;
      const pause = isRefused ? pauses.most : pauseAfter({ failures, flaps });
      await after(pause, undefined, { signal: stopping.signal, ref: false }).catch(() => {});
    }
  }

  return {
    isOpen: () => open,
    async start() {
      const first = new Promise<string | null>(
        (resolve) =>
          void keepOpen(resolve).catch((error: unknown) =>
            slack.logger.error({ error }, "slack.socket_failed"),
          ),
      );
      const refusal = await inTime(first, patienceMs, null);
      if (refusal === null) return;
      stopping.abort();
      throw new SlackSettingWrong(sentence(refusal));
    },
    async stop() {
      stopping.abort();
      await receiver.stop();
    },
  };
}

/** Begins short and doubles: up to a minute where no connection comes about, to five seconds where each soon ends. */
export function pauseAfter({
  failures,
  flaps,
}: {
  /** One after the other that did not connect, or that connected and soon ended. */
  readonly failures: number;
  readonly flaps: number;
}): number {
  const times = Math.max(failures, flaps);
  if (times <= 1) return pauses.first;
  return backOffMs(pauses.unit, times - 1, failures > 0 ? pauses.most : pauses.flap);
}

const sentence = (refusal: string): string =>
  `SLACK_APP_TOKEN was not accepted by Slack (${refusal}): make an app-level token with the scope connections:write on the app's page Basic Information and copy it again.`;

interface SocketEvent {
  readonly body: Body;
  readonly ack: (response?: unknown) => Promise<void>;
  readonly retryNum?: number;
  readonly retryReason?: string;
}

/** What is not acknowledged comes again, also when the connection broke in between. */
async function hear(
  slack: Slack,
  relay: Relay,
  { body, ack, retryNum, retryReason }: SocketEvent,
): Promise<void> {
  try {
    const { response, failed } = await relay(body, {
      ...(retryNum ? { retryNum } : {}),
      ...(retryReason ? { retryReason } : {}),
    });
    if (!failed) await ack(response);
  } catch (error) {
    slack.logger.warn({ error }, "slack.ack_failed");
  }
}

/** The library reads the type of an inner event that `app_rate_limited` does not have, and lets what is thrown fall. */
function guardMessages({ client }: SocketModeReceiver, slack: Slack): void {
  const readers = client.listeners("ws_message");
  client.removeAllListeners("ws_message");
  client.on("ws_message", (data: unknown, isBinary: unknown) => {
    for (const read of readers) {
      void Promise.resolve(read(withInnerEvent(data), isBinary)).catch((error: unknown) =>
        slack.logger.error({ error }, "slack.socket_message_failed"),
      );
    }
  });
}

function withInnerEvent(data: unknown): unknown {
  if (typeof data !== "string" || !data.includes('"events_api"')) return data;
  try {
    // Each of its parts is looked at before it is used.
    const envelope = JSON.parse(data) as {
      type?: unknown;
      payload?: { type?: unknown; event?: unknown };
    };
    if (
      envelope.type !== "events_api" ||
      typeof envelope.payload !== "object" ||
      envelope.payload.event !== undefined
    )
      return data;
    return JSON.stringify({
      ...envelope,
      payload: { ...envelope.payload, event: { type: String(envelope.payload.type) } },
    });
  } catch {
    return data;
  }
}
