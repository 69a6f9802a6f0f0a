// A Slack of our own on this machine: the Web API over real HTTP, as strict as design/platforms.md part A says it is. It knows
// nothing of the adapter. Every method of the API that is not here is refused.
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import type { FakeBlock } from "./blocks.ts";
import { answerFiles, uploadMethods } from "./files.ts";
import { judgeManifest } from "./judges.ts";
import { createLimits, scopesOfMethods } from "./limits.ts";
import { openLink } from "./link.ts";
import { createMethods, type Method, type Triggers } from "./methods.ts";
import { channelIn, checked, createIds } from "./posting.ts";
import {
  newWorkspace,
  refuse,
  textOf,
  type Args,
  type FakeCall,
  type FakeSlack,
  type FakeUser,
  type FakeWorkspace,
} from "./workspace.ts";

export async function startFakeSlack(): Promise<FakeSlack> {
  const workspaces = new Map<string, FakeWorkspace>();
  const calls: FakeCall[] = [];
  const codes: FakeSlack["codes"] = new Map();
  const nexts = new Map<string, Parameters<FakeSlack["next"]>[1][]>();
  const triggers: Triggers = new Map();
  const responses = new Map<
    string,
    { team: string; user: string; channel: string; ts: string | null; uses: number }
  >();
  const limits = createLimits();
  const ids = createIds();
  const methods: Readonly<Record<string, Method>> = {
    ...createMethods(ids, triggers),
    ...uploadMethods(ids, () => base),
  };
  let lag = 0;
  /** What was asked for, and is done when nobody listens any more. */
  const late: (() => void)[] = [];

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

  interface Answered {
    readonly status: number;
    readonly headers?: Record<string, string>;
    readonly body: object;
  }

  function call(method: string, token: string, args: Args): Answered {
    const answered = carryOut(method, token, args);
    const status = answered.status === 200 ? null : String(answered.status);
    const error = "error" in answered.body ? String(answered.body.error) : status;
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
    if (method === "apps.manifest.validate")
      return { status: 200, body: judgeManifest(token, args) };
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
    const wait = limits.admit(workspace.team, method, channelIn(workspace, args));
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
        ts: ids.ts(),
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
    const raw = await bodyOf(request);
    if (answerFiles(request, response, raw, workspaces)) return;
    const text = raw.toString("utf8");
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
    const token = bearerOf(request);
    if (told?.hangUp === "late") {
      late.push(() => void call(method, token, argsOf(text)));
      return void request.socket.destroy();
    }
    const { status, headers, body } = call(method, token, argsOf(text));
    if (told?.hangUp === "after") return void request.socket.destroy();
    if (lag > 0 && method === "chat.postMessage")
      await new Promise((resolve) => setTimeout(resolve, lag));
    response
      .writeHead(status, { "content-type": "application/json", ...headers })
      .end(JSON.stringify(body));
  });
  const link = openLink(server, () => base);
  const add = (
    team: string,
    teams: readonly string[] | null,
    token: string,
    users: readonly FakeUser[],
  ): FakeWorkspace => {
    const workspace = newWorkspace(team, teams, token, users);
    workspaces.set(team, workspace);
    return workspace;
  };
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
    catchUp: () => late.splice(0).forEach((done) => done()),
    limit: (times = 1) => limits.keep(times),
    answerAfter(ms) {
      lag = ms;
    },
    trigger(team, user) {
      const id = `${ids.next()}.trigger`;
      triggers.set(id, { team, user, at: performance.now(), used: false });
      return id;
    },
    responseUrl(team, user, channel, ts) {
      const path = `/response/${ids.next()}`;
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

const bearerOf = ({ headers }: IncomingMessage): string =>
  /^Bearer (\S+)$/.exec(headers.authorization ?? "")?.[1] ?? "";

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** Form-encoded, with JSON in the fields that hold more than text (A7). */
function argsOf(text: string): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    [...new URLSearchParams(text)].map(([name, value]) => [
      name,
      ["blocks", "view", "message", "manifest", "metadata", "attachments"].includes(name)
        ? JSON.parse(value)
        : value,
    ]),
  );
}
