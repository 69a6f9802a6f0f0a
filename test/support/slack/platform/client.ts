// Slack's own side of the wire: signed requests to the bot, with retries where Slack has them (design/platforms.md A1).
import { createHmac, randomUUID } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import type { Hono } from "hono";
import type { FakeLink } from "./link.ts";
import type { FakeWorkspace } from "./workspace.ts";

export interface Endpoint {
  request(path: string, init: RequestInit): Response | Promise<Response>;
}

/** The routes behind a server of their own, asked over real HTTP. */
export async function overHttp(routes: Hono): Promise<Endpoint & { close(): Promise<void> }> {
  const server = createServer(getRequestListener(routes.fetch));
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    request: (path, init) => fetch(new URL(new URL(path).pathname, base), init),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

export interface Wire {
  readonly secret: string;
  readonly target: Endpoint;
  readonly now: () => Date;
  /** Socket Mode: everything goes through it. */
  readonly link?: FakeLink;
}

interface Sent {
  readonly status: number;
  /** What came back, as Slack reads it; null for an empty answer. */
  readonly body: unknown;
}

export function signed(raw: string, secret: string, at: Date): Record<string, string> {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  return {
    "x-slack-request-timestamp": timestamp,
    "x-slack-signature": `v0=${createHmac("sha256", secret).update(`v0:${timestamp}:${raw}`).digest("hex")}`,
  };
}

async function send(
  wire: Wire,
  raw: string,
  contentType: string,
  more: Record<string, string> = {},
): Promise<Sent> {
  const response = await wire.target.request("http://pacer.test/slack/events", {
    method: "POST",
    headers: { "content-type": contentType, ...signed(raw, wire.secret, wire.now()), ...more },
    body: raw,
  });
  const text = await response.text();
  const isJson = /json/.test(response.headers.get("content-type") ?? "");
  const body = isJson && text !== "" ? (JSON.parse(text) as unknown) : text;
  return { status: response.status, body: body === "" ? null : body };
}

/**
 * Whose a payload says it is: of an org-wide install, the Enterprise's beside one of its workspaces, or with no workspace at all.
 * docs.slack.dev/enterprise/developing-for-enterprise-orgs
 */
export function saidOf(
  { team, teams }: Pick<FakeWorkspace, "team" | "teams">,
  withTeam = true,
): object {
  if (teams === null)
    return { team: { id: team, domain: "team" }, enterprise: null, is_enterprise_install: false };
  return {
    team: withTeam ? { id: [...teams][0], domain: "team", enterprise_id: team } : null,
    enterprise: { id: team, name: `Org ${team}` },
    is_enterprise_install: true,
  };
}

export interface FakeEvent {
  readonly type: string;
  readonly [key: string]: unknown;
}

/** A1: delivered again at most three times where the answer is not 2xx, always with the same event_id. */
export async function sendEvent(
  wire: Wire,
  team: string,
  botUser: string,
  event: FakeEvent,
  options: {
    readonly eventId?: string;
    readonly retry?: number;
    readonly at?: Date;
    readonly within?: ReadonlySet<string> | null;
  } = {},
): Promise<Sent> {
  const [one] = options.within ?? [];
  const installed =
    one === undefined
      ? { enterprise_id: null, team_id: team, is_enterprise_install: false }
      : { enterprise_id: team, team_id: one, is_enterprise_install: true };
  const body = {
    token: "deprecated",
    team_id: one ?? team,
    ...(one === undefined ? {} : { enterprise_id: team }),
    api_app_id: "A1",
    event,
    type: "event_callback",
    event_id: options.eventId ?? `Ev${randomUUID()}`,
    event_time: Math.floor((options.at ?? wire.now()).getTime() / 1000),
    authorizations: [{ ...installed, user_id: botUser, is_bot: true }],
    is_ext_shared_channel: false,
  };
  const { retry } = options;
  if (wire.link)
    return throughLink(
      wire.link,
      "events_api",
      body,
      retry === undefined ? undefined : { attempt: retry, reason: "timeout" },
    );
  const raw = JSON.stringify(body);
  return send(
    wire,
    raw,
    "application/json",
    retry === undefined
      ? {}
      : { "x-slack-retry-num": String(retry), "x-slack-retry-reason": "http_timeout" },
  );
}

/** Interactions are a form whose one field is JSON, without a charset behind its content type. */
export async function sendInteraction(wire: Wire, payload: object): Promise<Sent> {
  if (wire.link) return throughLink(wire.link, "interactive", payload);
  return send(
    wire,
    new URLSearchParams({ payload: JSON.stringify(payload) }).toString(),
    "application/x-www-form-urlencoded",
  );
}

export async function sendCommand(
  wire: Wire,
  fields: Readonly<Record<string, string>>,
): Promise<Sent> {
  if (wire.link) return throughLink(wire.link, "slash_commands", fields);
  return send(wire, new URLSearchParams(fields).toString(), "application/x-www-form-urlencoded");
}

/** As the same answer over HTTP would read: a text is a message, nothing is nothing, and what is not acknowledged has failed. */
async function throughLink(
  link: FakeLink,
  type: "events_api" | "slash_commands" | "interactive",
  payload: object,
  retry?: { readonly attempt: number; readonly reason: string },
): Promise<Sent> {
  const acknowledged = await link.push(type, payload, retry);
  if (acknowledged === null) return { status: 504, body: null };
  const answer = acknowledged.payload;
  return {
    status: 200,
    body:
      typeof answer === "object" && answer !== null && Object.keys(answer).length > 0
        ? answer
        : null,
  };
}
