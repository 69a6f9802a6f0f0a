// Everything Slack sends to us comes in here: over HTTP at /slack/events on the bot's one server, or through Socket Mode. Verified,
// handed to Bolt, and acknowledged when a listener says so: an event only after it is stored, anything else with its answer.
import { App, AuthorizationError, type Receiver } from "@slack/bolt";
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { libraryLogger, webApiOptions } from "../send/clients.ts";
import { caught } from "../send/errors.ts";
import { rateLimited } from "./parse.ts";
import { createReceipt } from "#src/ports/process/receipt";
import type { SlackReceipt } from "./answer-in-time.ts";
import { refusingForm } from "./submit-form.ts";
import { whyUnsigned, type Refusal } from "./verify.ts";
import { platform, wordsIn, type Slack } from "../slack.ts";
import { whileWaiting } from "../install/waiting.ts";

/** Slack's own payloads stay far below. */
const mostBytes = 1024 * 1024;

/** What a listener of an event calls once the event is stored. */
export interface EventContext {
  readonly received: () => void;
}

/** What a listener of anything else is given. */
export interface InteractionContext {
  readonly receipt: SlackReceipt;
}

interface Acknowledged {
  readonly response?: unknown;
  readonly failed?: true;
}

export type Body = Record<string, unknown>;
export type Relay = (
  body: Body,
  retry: { readonly retryNum?: number; readonly retryReason?: string },
) => Promise<Acknowledged>;

/** How long the bot is taken to be where it was: whoever removes it is heard by the calls it makes all the same. */
const installedMs = 5_000;

/** The bot's account in a workspace. Throws NotInstalled; another error where the key is wrong, so that Slack sends it again. */
function createInstalled(slack: Slack): (workspace: string) => Promise<string> {
  const seen = new Map<string, { readonly botUser: string; readonly until: number }>();
  return async (workspace) => {
    const known = seen.get(workspace);
    if (known && known.until > performance.now()) return known.botUser;
    seen.delete(workspace);
    const installation = await slack.installations.find({ platform, workspace });
    if (!installation)
      throw (await slack.installations.known({ platform, workspace }))?.isUnopened === true
        ? new Error("its token was sealed with another key")
        : new NotInstalled(workspace);
    seen.set(workspace, { botUser: installation.botUser, until: performance.now() + installedMs });
    return installation.botUser;
  };
}

/** Bolt without its own server: what comes in is handed to it by `relay`. */
export function createBoltApp(slack: Slack): {
  readonly app: App;
  readonly relay: Relay;
  readonly settled: () => Promise<void>;
} {
  const inHand = new Set<Promise<void>>();
  const botUserIn = createInstalled(slack);
  const receiver: Receiver = { init: () => {}, start: async () => {}, stop: async () => {} };
  const app = new App({
    receiver,
    convoStore: false,
    logger: libraryLogger(slack.logger),
    clientOptions: webApiOptions(slack.apiUrl),
    authorize: async ({ teamId, enterpriseId, isEnterpriseInstall }) => {
      const botUserId = await botUserIn((isEnterpriseInstall && enterpriseId) || (teamId ?? ""));
      // Nothing is called through Bolt's own client.
      return { botUserId, ...(teamId === undefined ? {} : { teamId }) };
    },
  });
  // Whatever goes wrong is refused, so that Slack sends an event again: a database that is away is no app that was removed.
  app.error(async (error) => {
    if (!isNotInstalled(error)) slack.logger.error({ error }, "slack.event_failed");
    throw error;
  });
  const relay: Relay = (body, retry) =>
    new Promise((resolve) => {
      if (body["type"] === "app_rate_limited") {
        const { team_id: workspace, minute_rate_limited: minute } = rateLimited.parse(body);
        slack.logger.error({ workspace, minute }, "slack.app_rate_limited");
        return resolve({});
      }
      const isEvent = body["event"] !== undefined;
      // Bolt acknowledges an event before its listener runs; here the listener does, once it is stored.
      const ack = async (response?: unknown): Promise<void> =>
        isEvent ? undefined : resolve({ response });
      const receipt = {
        ...createReceipt(slack.takenWithinMs),
        refuse: () => resolve({ failed: true }),
      };
      const context: EventContext & InteractionContext = {
        received: () => resolve({}),
        receipt,
      };
      if (!isEvent) void receipt.unheard.then(() => resolve(unheard(slack, body)));
      const work = app
        .processEvent({ body, ack, ...retry, customProperties: { ...context } })
        .then(
          () => resolve({}),
          async (error: unknown) => {
            const waiting =
              error instanceof AuthorizationError && error.original instanceof NotInstalled
                ? await whileWaiting(slack, error.original.workspace, body)
                : null;
            resolve(waiting ?? refused(slack, body, error));
            await waiting?.afterwards();
          },
        )
        .catch((failed: unknown) => {
          slack.logger.error(caught(failed), "slack.event_failed");
          resolve({ failed: true });
        })
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

class NotInstalled extends Error {
  readonly workspace: string;

  constructor(workspace: string) {
    super("the app is not installed there");
    this.workspace = workspace;
  }
}

const isNotInstalled = (error: unknown): boolean =>
  error instanceof AuthorizationError && error.original instanceof NotInstalled;

/** An event that failed comes again; a command does not, so whoever typed it is told. Where the app was removed there is nothing to try again. */
function refused(slack: Slack, body: Body, error: unknown): Acknowledged {
  const t = wordsIn(slack, "en");
  const isCommand = typeof body["command"] === "string";
  if (isNotInstalled(error))
    return isCommand ? { response: { response_type: "ephemeral", text: t.notInstalled() } } : {};
  if (!isCommand) return { failed: true };
  const code = slack.chance.code();
  slack.logger.error({ code, error }, "slack.command_failed");
  return { response: { response_type: "ephemeral", text: t.broken(code) } };
}

/** The database did not say in time whose it is: whoever acted acts again, and nothing is carried out of this. */
function unheard(slack: Slack, body: Body): Acknowledged {
  slack.logger.error({}, "slack.not_taken");
  if (typeof body["command"] === "string") {
    const text = wordsIn(slack, "en").notTaken();
    return { response: { response_type: "ephemeral", text } };
  }
  return body["type"] === "view_submission"
    ? { response: refusingForm(body, slack) }
    : { failed: true };
}

export function receiveRoutes(slack: Slack, relay: Relay): Hono {
  const refuse = (why: Refusal): void => {
    slack.logger.warn({ why }, "slack.request_refused");
    slack.refused?.(why);
  };
  const tooBig = bodyLimit({
    maxSize: mostBytes,
    onError: (c) => {
      refuse("too big");
      return c.body(null, 413);
    },
  });
  return new Hono().post("/slack/events", tooBig, async (c) => {
    const raw = Buffer.from(await c.req.arrayBuffer());
    const headers = {
      signature: c.req.header("x-slack-signature"),
      timestamp: c.req.header("x-slack-request-timestamp"),
    };
    const why = whyUnsigned(raw, headers, slack.signingSecret, slack.clock.now());
    if (why !== null) {
      refuse(why);
      return c.body(null, 401);
    }
    const body = readBody(raw, c.req.header("content-type") ?? "");
    if (body === null) {
      refuse("unreadable");
      return c.body(null, 400);
    }
    if (body["type"] === "url_verification") return c.json({ challenge: body["challenge"] });
    if (body["ssl_check"] !== undefined) return c.body(null, 200);
    const retryNum = Number(c.req.header("x-slack-retry-num") ?? "");
    const { response, failed } = await relay(
      body,
      retryNum > 0 ? { retryNum, retryReason: c.req.header("x-slack-retry-reason") ?? "" } : {},
    );
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

// An object of JSON has text for keys; what they hold stays unknown.
const asBody = (value: unknown): Body | null =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Body) : null;
