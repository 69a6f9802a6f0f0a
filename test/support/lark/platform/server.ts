// Our own open platform for tests, over real HTTP on loopback. It refuses what Lark refuses, with Lark's codes; each rule names its page.
// Independent of adapters/.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { asObject, problemsOfCard } from "./cards.ts";
import {
  done,
  noSuchPath,
  refuse,
  type Asked,
  type FakeLark,
  type FakeMessage,
  type FakeOptions,
  type Reply,
  type Trouble,
} from "./company.ts";
import { createDirectory } from "./directory.ts";
import { createFiles } from "./files.ts";
import { createMessages } from "./messages.ts";
import { parsed } from "./parsed.ts";

export async function startFakeLark(options: FakeOptions): Promise<FakeLark> {
  const tokens = new Set<string>();
  const everGiven = new Set<string>();
  const troubles: { path: RegExp; trouble: Trouble; left: number }[] = [];
  let count = 0;
  let busyCode: number | null = null;
  const server = createServer((request, response) => void serve(request, response));
  const fake: FakeLark = {
    url: "",
    http: server,
    appId: options.appId ?? "cli_a1b2c3d4e5f60718",
    appSecret: options.appSecret ?? "the secret of the app",
    tenant: options.tenant ?? "tenant-1",
    botOpenId: "ou_bot",
    users: new Map(options.users.map((user) => [user.openId, user])),
    departments: [],
    scope: null,
    groups: new Map(),
    messages: [],
    shownOnly: [],
    asked: [],
    files: new Map(),
    permissions: new Set(["im:resource"]),
    refusals: [],
    undone: [],
    refusedCards: [],
    p2p: (user) => `oc_p2p_${user}`,
    add(message) {
      const made: FakeMessage = {
        ...message,
        id: `om_${options.appId?.slice(-4) ?? ""}${options.desk ? fake.tenant : ""}${String((count += 1)).padStart(8, "0")}`,
        card: null,
        uuid: null,
        at: options.now(),
        version: 1,
        recalled: false,
        reactions: [],
      };
      fake.messages.push(made);
      return made;
    },
    put(message, card) {
      message.card = card;
      message.version += 1;
    },
    trouble: (path, trouble, times = 1) => void troubles.push({ path, trouble, left: times }),
    busy: (code) => void (busyCode = code),
    calm: () => void troubles.splice(0),
    give(token) {
      tokens.add(token);
      everGiven.add(token);
    },
    revokeTokens: () => tokens.clear(),
    neighbours: [],
    owns: ({ bearer, body }) =>
      bearer === null
        ? [body["app_id"], body["AppID"]].includes(fake.appId)
        : everGiven.has(bearer),
    take,
    limitRates: () => messages.limitRates(),
    close: () => closed(server),
  };
  const directory = createDirectory(fake);
  const messages = createMessages(fake, options);
  const files = createFiles(fake);

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", "http://fake");
    const asked: Asked = {
      method: request.method ?? "",
      path: url.pathname,
      query: url.searchParams,
      ...(await bodyOf(request)),
      bearer: /^Bearer (.+)$/.exec(request.headers.authorization ?? "")?.[1] ?? null,
      at: options.now(),
    };
    ([fake, ...fake.neighbours].find((each) => each.owns(asked)) ?? fake).take(
      asked,
      request,
      response,
    );
  }

  function take(asked: Asked, request: IncomingMessage, response: ServerResponse): void {
    fake.asked.push(asked);
    const found = troubles.find(
      (each) => each.left > 0 && each.path.test(`${asked.method} ${asked.path}`),
    );
    if (found) found.left -= 1;
    const trouble = found?.trouble;
    if (trouble === "hang") return;
    if (trouble === "gone") return void request.socket.destroy();
    const reply =
      typeof trouble === "object"
        ? refuse(trouble.code, "trouble", trouble.status, trouble.reset)
        : answer(asked);
    const code = asObject(reply.body)["code"];
    if (typeof code === "number" && code !== 0) fake.refusals.push(code);
    if (trouble === "lost") return void request.socket.destroy();
    if (Buffer.isBuffer(reply.body)) {
      response.writeHead(reply.status, { "content-type": "application/octet-stream" });
      return void response.end(reply.body);
    }
    response.writeHead(reply.status, {
      "content-type": "application/json; charset=utf-8",
      ...(reply.reset === undefined ? {} : { "x-ogw-ratelimit-reset": String(reply.reset) }),
    });
    response.end(JSON.stringify(reply.body));
  }

  function answer(asked: Asked): Reply {
    const route = `${asked.method} ${asked.path}`;
    const atDesk = options.desk?.(asked) ?? null;
    if (atDesk !== null) return atDesk;
    if (route === "POST /open-apis/auth/v3/tenant_access_token/internal") return token(asked);
    if (route === "POST /callback/ws/endpoint") return endpoint(asked);
    // https://open.feishu.cn/document/ukTMukTMukTM/ugjM14COyUjL4ITN
    if (asked.bearer === null) return refuse(99991661, "Missing access token for authorization");
    if (!tokens.has(asked.bearer))
      return refuse(99991663, "Invalid access token for authorization");
    if (route === "GET /open-apis/bot/v3/info")
      return {
        status: 200,
        body: { code: 0, msg: "ok", bot: { open_id: fake.botOpenId, app_name: "领跑" } },
      };
    if (route === "GET /open-apis/tenant/v2/tenant/query")
      return done({ tenant: { name: "星河销售", display_id: "F1", tenant_key: fake.tenant } });
    if (route === "POST /open-apis/cardkit/v1/cards") return cardEntity(asked);
    return (
      directory(asked, route) ??
      files.answer(asked, route) ??
      messages.answer(asked, route) ??
      noSuchPath
    );
  }

  /** Made and not sent: https://open.feishu.cn/document/cardkit-v1/card/create. Its page names the scope, and no code for a card that is wrong: that of a message. */
  function cardEntity({ body }: Asked): Reply {
    if (!fake.permissions.has("cardkit:card:write"))
      return refuse(99991672, "Access denied. One of the following scopes is required");
    if (body["type"] !== "card_json" || typeof body["data"] !== "string")
      return refuse(10002, "invalid param", 200);
    const problems = problemsOfCard(parsed(body["data"]));
    return problems.length === 0
      ? done({ card_id: `7355372766134157${(count += 1)}` })
      : refuse(230099, `Failed to create card content, ext=${problems.join("; ")}`);
  }

  /** An error in an HTTP 200: https://open.feishu.cn/document/server-docs/authentication-management/access-token/tenant_access_token_internal */
  function token({ body }: Asked): Reply {
    if (body["app_id"] !== fake.appId) return refuse(10003, "invalid param", 200);
    if (body["app_secret"] !== fake.appSecret) return refuse(10014, "app secret invalid", 200);
    const value = `t-${fake.appId}-${(count += 1)}`;
    fake.give(value);
    return { status: 200, body: { code: 0, msg: "ok", tenant_access_token: value, expire: 7200 } };
  }

  /** Where the long connection is; a refusal comes without `data`, over which the SDK stumbles. */
  function endpoint({ body }: Asked): Reply {
    if (busyCode !== null)
      return { status: 200, body: { code: busyCode, msg: "system busy", data: {} } };
    if (body["AppID"] !== fake.appId || body["AppSecret"] !== fake.appSecret)
      return { status: 200, body: { code: 1000040345, msg: "app id or secret invalid" } };
    return done({
      URL: `${fake.url.replace("http", "ws")}/ws?device_id=1&service_id=1`,
      ClientConfig: {
        ReconnectCount: -1,
        ReconnectInterval: 1,
        ReconnectNonce: 0,
        PingInterval: 30,
      },
    });
  }

  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return Object.assign(fake, { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
}

async function bodyOf(request: IncomingMessage): Promise<Pick<Asked, "body" | "upload">> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const raw = Buffer.concat(chunks);
  const type = request.headers["content-type"] ?? "";
  if (type.startsWith("multipart/form-data")) {
    const form = await new Response(raw, { headers: { "content-type": type } }).formData();
    const file = form.get("file");
    const bytes = file instanceof Blob ? Buffer.from(await file.arrayBuffer()) : Buffer.alloc(0);
    const [kind, name] = [form.get("file_type"), form.get("file_name")];
    return {
      body: {},
      upload: {
        type: typeof kind === "string" ? kind : "",
        name: typeof name === "string" ? name : "",
        bytes,
      },
    };
  }
  return { body: asObject(raw.length === 0 ? {} : parsed(raw.toString("utf8"))) };
}

async function closed(server: Server): Promise<void> {
  const ended = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeAllConnections();
  await ended;
}
