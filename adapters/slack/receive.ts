// Everything Slack sends to us comes in here: over HTTP at /slack/events on the bot's one server, or through Socket Mode. Verified,
// handed to Bolt, and acknowledged when a listener says so: an event only after it is stored, anything else with its answer.
import { App, SocketModeReceiver, type Receiver } from "@slack/bolt";
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { causeOf } from "#src/ports/logger";
import { libraryLogger } from "./clients.ts";
import { isSigned } from "./signature.ts";
import { platform, type Slack } from "./slack.ts";

/** Slack's own payloads stay far below. */
const mostBytes = 1024 * 1024;

/** What a listener of an event calls once the event is stored. */
export interface EventContext {
  readonly received: () => void;
}

interface Acknowledged {
  readonly response?: unknown;
  readonly failed?: true;
}

type Body = Record<string, unknown>;
type Relay = (body: Body, retry: { readonly retryNum?: number; readonly retryReason?: string }) => Promise<Acknowledged>;

/** Bolt without its own server: what comes in is handed to it by `relay`. */
export function createBoltApp(slack: Slack): { readonly app: App; readonly relay: Relay; readonly settled: () => Promise<void> } {
  const inHand = new Set<Promise<void>>();
  const receiver: Receiver = { init: () => {}, start: async () => {}, stop: async () => {} };
  const app = new App({
    receiver,
    convoStore: false,
    logger: libraryLogger(slack.logger),
    clientOptions: { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 }, rejectRateLimitedCalls: true },
    authorize: async ({ teamId }) => {
      const installation = await slack.installations.find({ platform, workspace: teamId ?? "" });
      if (!installation) throw new Error("not installed");
      return { botToken: installation.token, botUserId: installation.botUser, teamId: installation.workspace };
    },
  });
  app.error(async (error) => {
    slack.logger.error({ cause: causeOf(error) }, "slack.event_failed");
    // Not installed: nothing to try again. Everything else is refused, so that Slack sends it again.
    if (error.code !== "slack_bolt_authorization_error") throw error;
  });
  const relay: Relay = (body, retry) =>
    new Promise((resolve) => {
      const isEvent = body["event"] !== undefined;
      // Bolt acknowledges an event before its listener runs; here the listener does, once it is stored.
      const ack = async (response?: unknown): Promise<void> => (isEvent ? undefined : resolve({ response }));
      const context: EventContext = { received: () => resolve({}) };
      const work = app
        .processEvent({ body, ack, ...retry, customProperties: { ...context } })
        .then(
          () => resolve({}),
          () => resolve({ failed: true }),
        )
        .finally(() => inHand.delete(work));
      inHand.add(work);
    });
  return {
    app,
    relay,
    async settled() {
      while (inHand.size > 0) await Promise.all(inHand);
    },
  };
}

export function receiveRoutes(slack: Slack, relay: Relay): Hono {
  return new Hono().post("/slack/events", bodyLimit({ maxSize: mostBytes, onError: (c) => c.body(null, 413) }), async (c) => {
    const raw = Buffer.from(await c.req.arrayBuffer());
    const headers = { signature: c.req.header("x-slack-signature"), timestamp: c.req.header("x-slack-request-timestamp") };
    if (!isSigned(raw, headers, slack.signingSecret, slack.clock.now())) return c.body(null, 401);
    const body = readBody(raw, c.req.header("content-type") ?? "");
    if (body === null) return c.body(null, 400);
    if (body["type"] === "url_verification") return c.json({ challenge: body["challenge"] });
    if (body["ssl_check"] !== undefined) return c.body(null, 200);
    const retryNum = Number(c.req.header("x-slack-retry-num") ?? "");
    const { response, failed } = await relay(body, retryNum > 0 ? { retryNum, retryReason: c.req.header("x-slack-retry-reason") ?? "" } : {});
    if (failed) return c.body(null, 500);
    if (response === undefined || response === "") return c.body(null, 200);
    return typeof response === "string" ? c.text(response) : c.json(response as object);
  });
}

/** JSON for events, a form for everything else; what people press is JSON in its field `payload`. */
function readBody(raw: Buffer, contentType: string): Body | null {
  const text = raw.toString("utf8");
  try {
    if (/^application\/json\b/i.test(contentType)) return asBody(JSON.parse(text));
    if (!/^application\/x-www-form-urlencoded\b/i.test(contentType)) return null;
    const form = Object.fromEntries(new URLSearchParams(text));
    return form["payload"] === undefined ? form : asBody(JSON.parse(form["payload"]));
  } catch {
    return null;
  }
}

const asBody = (value: unknown): Body | null => (typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Body) : null);

export interface Socket {
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** The same through Slack's own socket: no public address needed. */
export function openSocket(slack: Slack, appToken: string, relay: Relay): Socket {
  const receiver = new SocketModeReceiver({ appToken, logger: libraryLogger(slack.logger), installerOptions: { clientOptions: { slackApiUrl: slack.apiUrl } } });
  // Only this one method of an App is ever called by the receiver.
  receiver.init({
    processEvent: async ({ body, ack, retryNum, retryReason }: { body: Body; ack: (response?: unknown) => Promise<void>; retryNum?: number; retryReason?: string }) => {
      const { response, failed } = await relay(body, { ...(retryNum ? { retryNum } : {}), ...(retryReason ? { retryReason } : {}) });
      if (!failed) await ack(response);
    },
  } as unknown as App);
  return {
    start: async () => void (await receiver.start()),
    stop: async () => {
      await receiver.stop();
    },
  };
}
