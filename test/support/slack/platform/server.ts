// A Slack of our own on this machine: the Web API over real HTTP, as strict as design/platforms.md part A says it is. It knows
// nothing of the adapter. Every method of the API that is not here is refused.
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { openLink, type FakeLink } from "./link.ts";
import { refusalOfBlocks, refusalOfView, type FakeBlock } from "./blocks.ts";

export interface FakeUser {
  readonly id: string;
  readonly name: string;
  readonly email?: string;
  readonly tz?: string;
  readonly locale?: string;
  readonly admin?: boolean;
  readonly guest?: boolean;
  readonly bot?: boolean;
  readonly deleted?: boolean;
  /** The workspace this account belongs to, where that is another one (Slack Connect); in an Enterprise, its home. */
  readonly team?: string;
  /** In an Enterprise: the workspaces this account is in, where they are not all. */
  readonly teams?: readonly string[];
}

export interface FakeMessage {
  readonly channel: string;
  readonly ts: string;
  readonly by: string;
  text: string;
  blocks: readonly FakeBlock[];
  metadata: unknown;
  /** Whom alone it is shown to. */
  readonly ephemeralTo: string | null;
  readonly reactions: string[];
  edits: number;
}

export interface FakeView {
  readonly id: string;
  readonly user: string;
  view: Readonly<Record<string, unknown>>;
}

export interface FakeWorkspace {
  /** Of an org-wide install, the Enterprise's id. */
  readonly team: string;
  /** Of an org-wide install, the workspaces the app was added to. docs.slack.dev/enterprise/developing-for-enterprise-orgs */
  readonly teams: Set<string> | null;
  readonly token: string;
  readonly botUser: string;
  readonly scopes: Set<string>;
  readonly users: Map<string, FakeUser>;
  readonly channels: Map<
    string,
    { name: string; members: Set<string>; archived: boolean; im: string | null }
  >;
  readonly messages: FakeMessage[];
  readonly views: Map<string, FakeView>;
  readonly homes: Map<string, readonly FakeBlock[]>;
  revoked: boolean;
}

export interface FakeCall {
  readonly method: string;
  readonly token: string;
  readonly args: Readonly<Record<string, unknown>>;
  readonly error: string | null;
}

interface Trigger {
  readonly team: string;
  readonly user: string;
  readonly at: number;
  used: boolean;
}

export interface FakeSlack {
  readonly url: string;
  readonly calls: FakeCall[];
  workspace(team: string, token: string, users: readonly FakeUser[]): FakeWorkspace;
  /** An Enterprise with the app installed for all of it and added to these workspaces: one token, one bot account, ids that are the same in all. */
  enterprise(
    id: string,
    token: string,
    teams: readonly string[],
    users: readonly FakeUser[],
  ): FakeWorkspace;
  workspaceOf(team: string): FakeWorkspace;
  /** The next call of this method is answered so, and nothing is done. */
  next(
    method: string,
    answer: {
      readonly status?: number;
      readonly headers?: Record<string, string>;
      readonly body?: object;
      readonly hangUp?: "before" | "after";
    },
  ): void;
  /**
   * The pace of messages is kept from now on (A9): one a second and channel, three at once, 400 a minute in all. Stories are told faster
   * than that, so it is not kept unless asked for; all other methods' tiers always are. `faster`: every limit is so many times as high,
   * for whoever sends so many times as fast; what comes in a bunch within a second is let pass all the same.
   */
  limit(faster?: number): void;
  /** Messages are answered so long after they were taken: those are the moments in which a kill hurts. */
  answerAfter(ms: number): void;
  trigger(team: string, user: string): string;
  /** Where an interaction may be answered: half an hour, five times. */
  responseUrl(team: string, user: string, channel: string, ts: string | null): string;
  /** Socket Mode. */
  readonly link: FakeLink;
  /** Codes that oauth.v2.access takes, and the workspace each one opens. */
  readonly codes: Map<string, { readonly team: string; readonly installer: string }>;
  close(): Promise<void>;
}

/** The scope of each method that needs one; of a channel's history and name it depends on the channel. docs.slack.dev/reference/methods */
export const scopesOfMethods: Readonly<Record<string, string>> = {
  "chat.postMessage": "chat:write",
  "chat.update": "chat:write",
  "chat.postEphemeral": "chat:write",
  "conversations.open": "im:write",
  "users.info": "users:read",
  "users.list": "users:read",
  "users.lookupByEmail": "users:read.email",
  "conversations.info": "channels:read",
  "reactions.add": "reactions:write",
};

/** A9: how often a method may be called in a minute, by one app in one workspace. Tiers: the methods' own pages under docs.slack.dev/reference/methods */
export const tiers: Readonly<Record<string, number>> = {
  "auth.teams.list": 20,
  "chat.update": 50,
  "chat.postEphemeral": 100,
  "conversations.open": 50,
  "conversations.info": 50,
  "conversations.history": 50,
  "views.open": 100,
  "views.update": 100,
  "views.publish": 100,
  "users.info": 100,
  "users.list": 20,
  "users.lookupByEmail": 50,
  "reactions.add": 50,
};
const messagesAMinute = 400;

export async function startFakeSlack(): Promise<FakeSlack> {
  const workspaces = new Map<string, FakeWorkspace>();
  const calls: FakeCall[] = [];
  const codes: FakeSlack["codes"] = new Map();
  const nexts = new Map<string, Parameters<FakeSlack["next"]>[1][]>();
  const triggers = new Map<string, Trigger>();
  const responses = new Map<
    string,
    { team: string; user: string; channel: string; ts: string | null; uses: number }
  >();
  const buckets = new Map<string, number>();
  const called = new Map<string, number[]>();
  let limited = false;
  let faster = 1;
  let lag = 0;
  let count = 0;

  const newTs = (): string =>
    `${1_794_000_000 + Math.floor((count += 1) / 1000)}.${String(count % 1_000_000).padStart(6, "0")}`;

  /** Null: it may be done. Otherwise in how many seconds. */
  function admit(team: string, method: string, channel: string): number | null {
    const most =
      method === "chat.postMessage" ? (limited ? messagesAMinute : null) : (tiers[method] ?? null);
    if (most === null) return null;
    const now = performance.now();
    const lately = (called.get(`${team} ${method}`) ?? []).filter((at) => at > now - 60_000);
    if (lately.length >= most * faster) return Math.ceil((lately[0]! + 60_000 - now) / 1000);
    const wait = method === "chat.postMessage" ? turnIn(`${team} ${channel}`, now) : null;
    if (wait === null) called.set(`${team} ${method}`, [...lately, now]);
    return wait;
  }

  function turnIn(channel: string, now: number): number | null {
    const each = 1_000 / faster;
    const next = Math.max(buckets.get(channel) ?? 0, now - Math.max(3 * each, 1_000)) + each;
    if (next > now) return Math.ceil((next - now) / 1000);
    buckets.set(channel, next);
    return null;
  }

  type Args = Readonly<Record<string, unknown>>;
  type Method = (workspace: FakeWorkspace, args: Args) => object;
  const refuse = (error: string, more: object = {}): object => ({ ok: false, error, ...more });

  function canPost(workspace: FakeWorkspace, channel: string): string | null {
    const at = workspace.channels.get(channel);
    if (!at) return "channel_not_found";
    if (at.archived) return "is_archived";
    const other = at.im === null ? undefined : workspace.users.get(at.im);
    if (other && !isWithin(workspace, other)) return "team_access_not_granted";
    return at.members.has(workspace.botUser) ? null : "not_in_channel";
  }

  function checked(args: Args): string | null {
    if (args["text"] === undefined && args["blocks"] === undefined) return "no_text";
    if (typeof args["text"] === "string" && args["text"].length > 40_000) return "msg_too_long";
    return args["blocks"] === undefined ? null : refusalOfBlocks(args["blocks"], "message");
  }

  /** An account stands for its own chat with the bot, which is opened by it: docs.slack.dev/reference/methods/chat.postMessage */
  const channelIn = (workspace: FakeWorkspace, args: Args): string => {
    const given = String(args["channel"]);
    return noChatWith(workspace, given) === null ? dmOf(workspace, given) : given;
  };

  /** Of an Enterprise's people, those in a workspace the app was added to. */
  const isWithin = ({ teams }: FakeWorkspace, user: FakeUser): boolean =>
    teams === null || (user.teams ?? [...teams]).some((each) => teams.has(each));

  function noChatWith(workspace: FakeWorkspace, user: string): string | null {
    const found = workspace.users.get(user);
    if (!found) return "user_not_found";
    if (!isWithin(workspace, found)) return "team_access_not_granted";
    if (found.bot) return "cannot_dm_bot";
    return found.deleted ? "user_disabled" : null;
  }

  function post(workspace: FakeWorkspace, args: Args, ephemeralTo: string | null): object {
    const channel = channelIn(workspace, args);
    const wrong =
      (workspace.users.has(channel)
        ? noChatWith(workspace, channel)
        : canPost(workspace, channel)) ?? checked(args);
    if (wrong !== null) return refuse(wrong.split(":")[0]!, { detail: wrong });
    const ts = newTs();
    workspace.messages.push({
      channel,
      ts,
      by: workspace.botUser,
      text: textOf(args["text"]),
      blocks: (args["blocks"] ?? []) as FakeBlock[],
      metadata: args["metadata"] ?? null,
      ephemeralTo,
      reactions: [],
      edits: 0,
    });
    return ephemeralTo === null
      ? { ok: true, channel, ts, message: {} }
      : { ok: true, message_ts: ts };
  }

  const userShown = (workspace: FakeWorkspace, user: FakeUser, withLocale: boolean) => ({
    id: user.id,
    team_id: user.team ?? (workspace.teams === null ? workspace.team : [...workspace.teams][0]),
    ...(workspace.teams === null || user.team?.startsWith("TX")
      ? {}
      : {
          enterprise_user: {
            id: user.id,
            enterprise_id: workspace.team,
            enterprise_name: "Org",
            is_admin: user.admin === true,
            is_owner: false,
            teams: user.teams ?? [...workspace.teams],
          },
        }),
    name: user.name.toLowerCase(),
    real_name: user.name,
    deleted: user.deleted === true,
    is_bot: user.bot === true,
    is_admin: user.admin === true,
    is_owner: false,
    is_restricted: user.guest === true,
    is_ultra_restricted: false,
    tz: user.tz ?? "Europe/Berlin",
    ...(withLocale ? { locale: user.locale ?? "en-US" } : {}),
    profile: {
      real_name: user.name,
      display_name: "",
      ...(workspace.scopes.has("users:read.email") && user.email ? { email: user.email } : {}),
    },
  });

  function openView(workspace: FakeWorkspace, args: Args): object {
    const trigger = triggers.get(String(args["trigger_id"]));
    if (!trigger || trigger.team !== workspace.team) return refuse("invalid_trigger_id");
    if (trigger.used) return refuse("exchanged_trigger_id");
    if (performance.now() - trigger.at > 3_000) return refuse("expired_trigger_id");
    const view = args["view"] as Args;
    const wrong = refusalOfView(view);
    if (wrong !== null) return refuse(wrong.split(":")[0]!, { detail: wrong });
    trigger.used = true;
    const id = `V${(count += 1)}`;
    workspace.views.set(id, { id, user: trigger.user, view });
    return { ok: true, view: { id } };
  }

  function access(args: Args): object {
    const code = codes.get(String(args["code"]));
    const workspace = code && workspaces.get(code.team);
    if (!code || !workspace) return refuse("invalid_code");
    codes.delete(String(args["code"]));
    return {
      ok: true,
      app_id: "A1",
      access_token: workspace.token,
      token_type: "bot",
      scope: [...workspace.scopes].join(","),
      bot_user_id: workspace.botUser,
      ...(workspace.teams === null
        ? {
            team: { id: workspace.team, name: `Team ${workspace.team}` },
            enterprise: null,
            is_enterprise_install: false,
          }
        : {
            team: null,
            enterprise: { id: workspace.team, name: `Org ${workspace.team}` },
            is_enterprise_install: true,
          }),
      authed_user: { id: code.installer },
    };
  }

  const methods: Readonly<Record<string, Method>> = {
    "auth.test": ({ team, teams, botUser }) => ({
      ok: true,
      team_id: team,
      team: `${teams ? "Org" : "Team"} ${team}`,
      user_id: botUser,
      bot_id: "B1",
      ...(teams ? { enterprise_id: team } : {}),
      is_enterprise_install: teams !== null,
    }),
    "auth.revoke": (workspace) => {
      workspace.revoked = true;
      return { ok: true, revoked: true };
    },
    "auth.teams.list": ({ team, teams }, args) => {
      const all = [...(teams ?? [team])];
      const from = Number(args["cursor"] || 0);
      const most = Number(args["limit"] ?? 100);
      return {
        ok: true,
        teams: all.slice(from, from + most).map((id) => ({ id, name: `Team ${id}` })),
        response_metadata: { next_cursor: from + most < all.length ? String(from + most) : "" },
      };
    },
    "chat.postMessage": (workspace, args) => post(workspace, args, null),
    "chat.postEphemeral": (workspace, args) => post(workspace, args, String(args["user"])),
    "chat.update": (workspace, args) => {
      const message = workspace.messages.find(
        (each) => each.channel === args["channel"] && each.ts === args["ts"],
      );
      if (!message || message.ephemeralTo !== null) return refuse("message_not_found");
      if (message.by !== workspace.botUser) return refuse("cant_update_message");
      const wrong = checked(args);
      if (wrong !== null) return refuse(wrong.split(":")[0]!, { detail: wrong });
      Object.assign(message, {
        text: textOf(args["text"]),
        blocks: args["blocks"] ?? [],
        edits: message.edits + 1,
      });
      return { ok: true, channel: message.channel, ts: message.ts };
    },
    "conversations.open": (workspace, args) => {
      const user = String(args["users"]);
      const wrong = noChatWith(workspace, user);
      if (wrong !== null) return refuse(wrong);
      return { ok: true, channel: { id: dmOf(workspace, user) } };
    },
    "conversations.info": (workspace, args) => {
      const found = workspace.channels.get(String(args["channel"]));
      return found
        ? {
            ok: true,
            channel: {
              id: args["channel"],
              name: found.name,
              is_archived: found.archived,
              is_member: found.members.has(workspace.botUser),
            },
          }
        : refuse("channel_not_found");
    },
    "conversations.history": (workspace, args) => {
      const channel = String(args["channel"]);
      const at = workspace.channels.get(channel);
      if (!at) return refuse("channel_not_found");
      const needed = at.im === null ? "channels:history" : "im:history";
      if (!workspace.scopes.has(needed))
        return refuse("missing_scope", { needed, provided: [...workspace.scopes].join(",") });
      const messages = workspace.messages
        .filter((each) => each.channel === channel && each.ephemeralTo === null)
        .toReversed();
      const withMetadata = String(args["include_all_metadata"]) === "true";
      return {
        ok: true,
        messages: messages.slice(0, Number(args["limit"] ?? 100)).map((each) => ({
          type: "message",
          ts: each.ts,
          user: each.by,
          text: each.text,
          ...(withMetadata && each.metadata ? { metadata: each.metadata } : {}),
        })),
        has_more: false,
      };
    },
    "views.open": openView,
    "views.update": (workspace, args) => {
      const known = workspace.views.get(String(args["view_id"]));
      if (!known) return refuse("not_found");
      const wrong = refusalOfView(args["view"] as Args);
      if (wrong !== null) return refuse(wrong.split(":")[0]!, { detail: wrong });
      known.view = args["view"] as Args;
      return { ok: true, view: { id: known.id } };
    },
    "views.publish": (workspace, args) => {
      const view = args["view"] as Args;
      const wrong = refusalOfView(view);
      if (wrong !== null) return refuse(wrong.split(":")[0]!, { detail: wrong });
      workspace.homes.set(String(args["user_id"]), view["blocks"] as FakeBlock[]);
      return { ok: true, view: { id: "VH" } };
    },
    "users.info": (workspace, args) => {
      const user = workspace.users.get(String(args["user"]));
      return user
        ? { ok: true, user: userShown(workspace, user, String(args["include_locale"]) === "true") }
        : refuse("user_not_found");
    },
    "users.list": (workspace, args) => {
      const { teams } = workspace;
      // An org-wide token lists one workspace at a time: docs.slack.dev/reference/methods/users.list
      const team = textOf(args["team_id"]) || null;
      if (teams !== null && team === null) return refuse("missing_argument");
      if (teams !== null && !teams.has(team!)) return refuse("team_access_not_granted");
      const all = [...workspace.users.values()].filter(
        (each) => teams === null || (each.teams ?? [...teams]).includes(team!),
      );
      const from = Number(args["cursor"] || 0);
      const most = Number(args["limit"] ?? 200);
      const next = from + most < all.length ? String(from + most) : "";
      return {
        ok: true,
        members: all.slice(from, from + most).map((each) => userShown(workspace, each, false)),
        response_metadata: { next_cursor: next },
      };
    },
    "users.lookupByEmail": (workspace, args) => {
      const user = [...workspace.users.values()].find((each) => each.email === args["email"]);
      return user
        ? { ok: true, user: userShown(workspace, user, false) }
        : refuse("users_not_found");
    },
    "reactions.add": (workspace, args) => {
      const message = workspace.messages.find(
        (each) => each.channel === args["channel"] && each.ts === args["timestamp"],
      );
      if (!message) return refuse("message_not_found");
      if (workspace.channels.get(message.channel)?.archived) return refuse("is_archived");
      if (message.reactions.includes(String(args["name"]))) return refuse("already_reacted");
      message.reactions.push(String(args["name"]));
      return { ok: true };
    },
  };

  interface Answered {
    readonly status: number;
    readonly headers?: Record<string, string>;
    readonly body: object;
  }

  function call(method: string, token: string, args: Args): Answered {
    const answered = carryOut(method, token, args);
    const error =
      "error" in answered.body
        ? String(answered.body.error)
        : answered.status === 200
          ? null
          : String(answered.status);
    calls.push({
      method,
      token,
      args,
      error: "detail" in answered.body ? String(answered.body.detail) : error,
    });
    return answered;
  }

  function carryOut(method: string, token: string, args: Args): Answered {
    if (method === "oauth.v2.access") return { status: 200, body: access(args) };
    if (method === "apps.connections.open") return { status: 200, body: connectionFor(token) };
    const workspace = [...workspaces.values()].find((each) => each.token === token);
    if (token === "") return { status: 200, body: refuse("not_authed") };
    if (!workspace) return { status: 200, body: refuse("invalid_auth") };
    if (workspace.revoked) return { status: 200, body: refuse("token_revoked") };
    const work = methods[method];
    if (!work) return { status: 200, body: refuse("unknown_method") };
    const needed = scopesOfMethods[method];
    if (needed !== undefined && !workspace.scopes.has(needed))
      return {
        status: 200,
        body: refuse("missing_scope", { needed, provided: [...workspace.scopes].join(",") }),
      };
    const wait = admit(workspace.team, method, channelIn(workspace, args));
    if (wait !== null)
      return { status: 429, headers: { "retry-after": String(wait) }, body: refuse("ratelimited") };
    // Which scopes the token has, on every answer: what auth.test is asked for by doctor.
    return {
      status: 200,
      headers: { "x-oauth-scopes": [...workspace.scopes].join(",") },
      body: work(workspace, args),
    };
  }

  /** A2: with an app-level token alone. */
  function connectionFor(token: string): object {
    if (token === "") return refuse("not_authed");
    if (!token.startsWith("xapp-")) return refuse("not_allowed_token_type");
    return token === link.appToken ? { ok: true, url: link.address() } : refuse("invalid_auth");
  }

  function respond(key: string, body: Args): number {
    const url = responses.get(key);
    const workspace = url && workspaces.get(url.team);
    if (!url || !workspace || (url.uses += 1) > 5) return 404;
    const wrong = checked(body);
    if (wrong !== null) {
      calls.push({ method: "response_url", token: "", args: body, error: wrong });
      return 400;
    }
    calls.push({ method: "response_url", token: "", args: body, error: null });
    const content = { text: textOf(body["text"]), blocks: (body["blocks"] ?? []) as FakeBlock[] };
    const original = workspace.messages.find(
      (each) => each.channel === url.channel && each.ts === url.ts,
    );
    if (body["replace_original"] === true && original)
      Object.assign(original, content, { edits: original.edits + 1 });
    else
      workspace.messages.push({
        channel: url.channel,
        ts: newTs(),
        by: workspace.botUser,
        ...content,
        metadata: null,
        ephemeralTo: body["response_type"] === "in_channel" ? null : url.user,
        reactions: [],
        edits: 0,
      });
    return 200;
  }

  const server = createServer(async (request, response) => {
    const text = await bodyOf(request);
    const path = (request.url ?? "").split("?")[0]!;
    if (path.startsWith("/response/")) {
      response.writeHead(respond(path, JSON.parse(text) as Args)).end("ok");
      return;
    }
    const method = path.replace(/^\/api\//, "");
    const told = nexts.get(method)?.shift();
    if (told?.hangUp === "before") return void request.socket.destroy();
    if (told?.hangUp === undefined && told) {
      calls.push({ method, token: "", args: {}, error: "as told" });
      response
        .writeHead(told.status ?? 200, { "content-type": "application/json", ...told.headers })
        .end(JSON.stringify(told.body ?? { ok: true }));
      return;
    }
    const token = /^Bearer (\S+)$/.exec(request.headers.authorization ?? "")?.[1] ?? "";
    const { status, headers, body } = call(method, token, argsOf(text));
    if (told?.hangUp === "after") return void request.socket.destroy();
    if (lag > 0 && method === "chat.postMessage")
      await new Promise((resolve) => setTimeout(resolve, lag));
    response
      .writeHead(status, { "content-type": "application/json", ...headers })
      .end(JSON.stringify(body));
  });
  const link = openLink(server, () => base);
  function add(
    team: string,
    teams: readonly string[] | null,
    token: string,
    users: readonly FakeUser[],
  ): FakeWorkspace {
    const botUser = `UBOT${team}`;
    const workspace: FakeWorkspace = {
      team,
      teams: teams && new Set(teams),
      token,
      botUser,
      scopes: new Set([
        "chat:write",
        "im:write",
        "im:history",
        "users:read",
        "users:read.email",
        "reactions:write",
        "reactions:read",
        "commands",
        "app_mentions:read",
        "channels:read",
      ]),
      users: new Map(
        [...users, { id: botUser, name: "Pacer", bot: true }].map((each) => [each.id, each]),
      ),
      channels: new Map(),
      messages: [],
      views: new Map(),
      homes: new Map(),
      revoked: false,
    };
    workspaces.set(team, workspace);
    return workspace;
  }
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    url: `${base}/api/`,
    calls,
    codes,
    link,
    workspace: (team, token, users) => add(team, null, token, users),
    enterprise: (id, token, teams, users) => add(id, teams, token, users),
    workspaceOf: (team) => workspaces.get(team)!,
    next: (method, answer) => void nexts.set(method, [...(nexts.get(method) ?? []), answer]),
    limit(times = 1) {
      limited = true;
      faster = times;
    },
    answerAfter(ms) {
      lag = ms;
    },
    trigger(team, user) {
      const id = `${(count += 1)}.trigger`;
      triggers.set(id, { team, user, at: performance.now(), used: false });
      return id;
    },
    responseUrl(team, user, channel, ts) {
      const path = `/response/${(count += 1)}`;
      responses.set(path, { team, user, channel, ts, uses: 0 });
      return `${base}${path}`;
    },
    close: () =>
      new Promise((resolve) => {
        link.cut();
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** The channel of somebody's own chat with the bot, made when first asked for. */
export function dmOf(workspace: FakeWorkspace, user: string): string {
  const known = [...workspace.channels].find(([, each]) => each.im === user)?.[0];
  const id = known ?? `D${user}`;
  if (known === undefined)
    workspace.channels.set(id, {
      name: "",
      members: new Set([user, workspace.botUser]),
      archived: false,
      im: user,
    });
  return id;
}

const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}

/** Form-encoded, with JSON in the fields that hold more than text (A7). */
function argsOf(text: string): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    [...new URLSearchParams(text)].map(([name, value]) => [
      name,
      ["blocks", "view", "metadata", "attachments"].includes(name) ? JSON.parse(value) : value,
    ]),
  );
}
