// Our own open platform for tests, over real HTTP on loopback. It refuses what Lark refuses, with Lark's codes; each rule names its page.
// Independent of adapters/.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { asObject, problemsOfCard, textIn } from "./cards.ts";

export interface FakeUser {
  readonly openId: string;
  readonly name: string;
  readonly email?: string;
  readonly zone?: string;
  /** Of another company: reached only in groups that span both. */
  readonly tenant?: string;
  readonly mobile?: string;
  /** Where they are filed directly. */
  readonly departments?: readonly string[];
  /** May run the company's Lark. */
  readonly admin?: boolean;
  resigned?: boolean;
}

export interface FakeDepartment {
  readonly id: string;
  readonly name: string;
  /** Null below the company itself. */
  readonly parent: string | null;
  readonly leader?: string;
}

export interface FakeMessage {
  readonly id: string;
  readonly chat: string;
  /** Open id of a person, or "bot". */
  readonly by: string;
  readonly text: string;
  card: unknown;
  readonly uuid: string | null;
  readonly at: number;
  version: number;
  recalled: boolean;
  readonly reactions: string[];
}

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: Readonly<Record<string, unknown>>;
  readonly bearer: string | null;
  readonly at: number;
}

/** What the next call of a path meets instead of its answer. `lost`: it is done, and the connection breaks before the answer. */
export type Trouble =
  | { readonly code: number; readonly status: number; readonly reset?: number }
  | "hang"
  | "lost"
  | "gone";

export interface FakeLark {
  readonly url: string;
  readonly http: Server;
  readonly appId: string;
  readonly appSecret: string;
  readonly tenant: string;
  readonly botOpenId: string;
  readonly users: Map<string, FakeUser>;
  readonly departments: FakeDepartment[];
  /** The departments in the app's data scope, with all below; null: everybody. */
  scope: readonly string[] | null;
  /** Groups by chat id; whether the bot is in. */
  readonly groups: Map<string, { readonly name: string; bot: boolean }>;
  readonly messages: FakeMessage[];
  readonly asked: Asked[];
  /** The codes of everything that was refused. */
  readonly refusals: number[];
  /** Messages whose change came before the answer to a press of them, and was undone by it. */
  readonly undone: string[];
  /** Cards that were refused, with their reasons. */
  readonly refusedCards: string[][];
  p2p(user: string): string;
  add(message: Pick<FakeMessage, "chat" | "by" | "text">): FakeMessage;
  /** Applies what a callback answered. */
  put(message: FakeMessage, card: unknown): void;
  trouble(path: RegExp, trouble: Trouble, times?: number): void;
  /** The long connection is refused with this code and with data beside it; null: no more. */
  busy(code: number | null): void;
  /** No more trouble. */
  calm(): void;
  /** Takes a token from now on. */
  give(token: string): void;
  /** The tokens given out so far are not taken any more. */
  revokeTokens(): void;
  /** Apps of other companies on the same platform: asked at this one's address, each answers what carries its id or a token it gave. */
  readonly neighbours: FakeLark[];
  /** Whether a token, or an app's id, is this app's. */
  owns(asked: Asked): boolean;
  take(asked: Asked, request: IncomingMessage, response: ServerResponse): void;
  /** Switches on the limits: five a second to a chat, fifty a second and a thousand a minute for the app, five changes a second of a message. */
  limitRates(): void;
  close(): Promise<void>;
}

export interface FakeOptions {
  readonly now: () => number;
  readonly appId?: string;
  readonly appSecret?: string;
  readonly tenant?: string;
  readonly users: readonly FakeUser[];
  /** Answers in place of a self-built app's tokens: store.ts. */
  readonly desk?: (asked: Asked) => Reply | null;
}

export type Reply = { readonly status: number; readonly body: unknown; readonly reset?: number };
const done = (data: unknown): Reply => ({ status: 200, body: { code: 0, msg: "success", data } });
export const refuse = (code: number, msg: string, status = 400, reset?: number): Reply => ({
  status,
  body: { code, msg },
  ...(reset === undefined ? {} : { reset }),
});

export async function startFakeLark(options: FakeOptions): Promise<FakeLark> {
  const tokens = new Set<string>();
  const everGiven = new Set<string>();
  const troubles: { path: RegExp; trouble: Trouble; left: number }[] = [];
  const changes: { at: number; id: string }[] = [];
  const sent: { at: number; chat: string }[] = [];
  let count = 0;
  let limited = false;
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
    asked: [],
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
    limitRates: () => void (limited = true),
    close: () => closed(server),
  };

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", "http://fake");
    const asked: Asked = {
      method: request.method ?? "",
      path: url.pathname,
      query: url.searchParams,
      body: asObject(await bodyOf(request)),
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
    if (route === "GET /open-apis/contact/v3/scopes") return scopes(asked);
    if (route === "GET /open-apis/contact/v3/users/find_by_department") return peopleIn(asked);
    const department = /^GET \/open-apis\/contact\/v3\/departments\/([^/]+)(\/children)?$/.exec(
      route,
    );
    if (department)
      return department[2] === undefined
        ? oneDepartment(department[1]!)
        : children(asked, department[1]!);
    if (route === "POST /open-apis/im/v1/messages") return create(asked);
    if (route === "GET /open-apis/im/v1/messages") return list(asked);
    const message =
      /^(POST|PATCH|GET) \/open-apis\/im\/v1\/messages\/([^/]+)(\/reactions|\/reply)?$/.exec(route);
    if (message) return onMessage(asked, message[1]!, message[2]!, message[3] ?? "");
    const group = /^GET \/open-apis\/im\/v1\/chats\/([^/]+)$/.exec(route);
    if (group) return chat(group[1]!);
    const user = /^GET \/open-apis\/contact\/v3\/users\/([^/]+)$/.exec(route);
    if (user) return person(user[1]!);
    return refuse(404, "no such path", 404);
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

  /** https://open.feishu.cn/document/server-docs/im-v1/message/create */
  function create(asked: Asked): Reply {
    const { receive_id: receiver, msg_type: type, content, uuid } = asked.body;
    const kind = asked.query.get("receive_id_type");
    if (
      typeof receiver !== "string" ||
      typeof content !== "string" ||
      (uuid !== undefined && textIn(uuid).length > 50)
    )
      return refuse(230001, "Your request contains an invalid request parameter, ext=params");
    const wrong = wrongReceiver(kind, receiver);
    if (wrong !== null) return wrong;
    const chat = kind === "open_id" ? fake.p2p(receiver) : receiver;
    // "相同 uuid … 1 小时内至多成功发送一条消息". What the second call gets is not written down; here it gets the first message.
    const earlier =
      uuid === undefined
        ? undefined
        : fake.messages.find(
            (each) =>
              each.uuid === uuid && each.chat === chat && options.now() - each.at < 3_600_000,
          );
    if (earlier) return done({ message_id: earlier.id, chat_id: chat });
    const slow = tooFast(chat);
    if (slow !== null) return slow;
    const bytes = Buffer.byteLength(JSON.stringify(asked.body));
    if (type === "interactive" && bytes > 30 * 1024)
      return refuse(230025, `The length of the message content reaches its limit. ${bytes}`);
    const card = type === "interactive" ? checked(content) : { text: content };
    if (card === null) return refuse(230099, "Failed to create card content, ext=ErrCode: 200621");
    const made = fake.add({ chat, by: "bot", text: "" });
    fake.messages[fake.messages.indexOf(made)] = {
      ...made,
      card,
      uuid: uuid === undefined ? null : textIn(uuid),
    };
    return done({
      message_id: made.id,
      chat_id: chat,
      msg_type: type,
      create_time: String(options.now()),
    });
  }

  function wrongReceiver(kind: string | null, receiver: string): Reply | null {
    if (kind === "open_id") {
      const user = fake.users.get(receiver);
      if (user === undefined && [...elsewhere()].includes(receiver))
        return refuse(230038, "Cross tenant p2p chat operate forbid.");
      if (user === undefined)
        return refuse(
          230001,
          "Your request contains an invalid request parameter, ext=invalid receive_id",
        );
      if (user.resigned === true) return refuse(230013, "Bot has NO availability to this user.");
      return user.tenant === undefined
        ? null
        : refuse(230038, "Cross tenant p2p chat operate forbid.");
    }
    if (kind !== "chat_id")
      return refuse(
        230001,
        "Your request contains an invalid request parameter, ext=receive_id_type",
      );
    return fake.groups.get(receiver)?.bot === true || receiver.startsWith("oc_p2p_")
      ? null
      : refuse(230002, "The bot can not be outside the group.");
  }

  /** People of the same store app's other companies: "不支持跨租户". */
  const elsewhere = (): Iterable<string> =>
    options.desk === undefined
      ? []
      : fake.neighbours
          .filter((each) => each.appId === fake.appId)
          .flatMap((each) => [...each.users.keys()]);

  /** https://open.feishu.cn/document/server-docs/api-call-guide/frequency-control and the limits on …/message/create. */
  function tooFast(chat: string): Reply | null {
    if (!limited) return null;
    const lastMinute = sent.filter((each) => options.now() - each.at < 60_000);
    const recent = lastMinute.filter((each) => options.now() - each.at < 1_000);
    if (recent.filter((each) => each.chat === chat).length >= 5)
      return refuse(230020, "This operation triggers the frequency limit.");
    if (recent.length >= 50 || lastMinute.length >= 1_000)
      return refuse(99991400, "request trigger frequency limit", 429, 1);
    sent.push({ at: options.now(), chat });
    return null;
  }

  function checked(content: string): unknown {
    const card = parsed(content);
    const problems = card === null ? ["no JSON"] : problemsOfCard(card);
    if (problems.length === 0) return card;
    fake.refusedCards.push(problems);
    return null;
  }

  function onMessage(asked: Asked, method: string, id: string, what: string): Reply {
    const message = fake.messages.find((each) => each.id === id);
    if (message === undefined) return refuse(230110, "The message has been deleted");
    if (what === "/reactions") {
      message.reactions.push(textIn(asObject(asked.body["reaction_type"])["emoji_type"]));
      return done({ reaction_id: `r_${(count += 1)}` });
    }
    if (method === "GET") return done({ items: [shown(message, asked)] });
    return method === "PATCH" ? patch(asked, message) : refuse(404, "no such path", 404);
  }

  /** https://open.feishu.cn/document/server-docs/im-v1/message-card/patch */
  function patch(asked: Asked, message: FakeMessage): Reply {
    if (message.by !== "bot") return refuse(230017, "Bot is NOT the owner of the resource.");
    if (message.recalled) return refuse(230011, "The message was recalled.");
    if (options.now() - message.at > 14 * 24 * 3_600_000)
      return refuse(230031, "The message exceeds the time limit");
    const bytes = Buffer.byteLength(JSON.stringify(asked.body));
    if (bytes > 30 * 1024)
      return refuse(230025, `The length of the message content reaches its limit. ${bytes}`);
    const lately = changes.filter(
      (each) => each.id === message.id && options.now() - each.at < 1_000,
    );
    if (limited && lately.length >= 5)
      return refuse(230020, "This operation triggers the frequency limit.");
    const card = checked(textIn(asked.body["content"]));
    if (card === null) return refuse(230099, "Failed to create card content, ext=ErrCode: 200621");
    changes.push({ at: options.now(), id: message.id });
    fake.put(message, card);
    return done({});
  }

  /** https://open.feishu.cn/document/server-docs/im-v1/message/list */
  function list(asked: Asked): Reply {
    const chat = asked.query.get("container_id");
    if (asked.query.get("container_id_type") !== "chat")
      return refuse(230001, "ext=container_id_type");
    const size = Math.min(50, Number(asked.query.get("page_size") ?? 20));
    const start = Number(asked.query.get("page_token") ?? 0);
    const all = fake.messages.filter((each) => each.chat === chat).toReversed();
    const page = all.slice(start, start + size).map((message) => shown(message, asked));
    return done({
      items: page,
      has_more: start + size < all.length,
      page_token: String(start + size),
    });
  }

  /** Without `card_msg_content_type` a card comes back as something else than what was sent. */
  function shown(message: FakeMessage, asked: Asked): unknown {
    const asSent = asked.query.get("card_msg_content_type") === "user_card_content";
    const content =
      message.card === null
        ? JSON.stringify({ text: message.text })
        : asSent
          ? JSON.stringify({ user_dsl: JSON.stringify(message.card) })
          : JSON.stringify({ title: "…" });
    return {
      message_id: message.id,
      msg_type: message.card === null ? "text" : "interactive",
      create_time: String(message.at),
      deleted: message.recalled,
      chat_id: message.chat,
      body: { content },
    };
  }

  /** https://open.feishu.cn/document/server-docs/group/chat/get-2 */
  function chat(id: string): Reply {
    const group = fake.groups.get(id);
    if (group?.bot !== true) return refuse(232011, "Operator can NOT be out of the chat.");
    return done({ name: group.name, chat_mode: "group", chat_type: "private" });
  }

  function person(openId: string): Reply {
    const user = fake.users.get(openId);
    if (user === undefined || user.tenant !== undefined)
      return refuse(41050, "no user authority error");
    return done({ user: contactOf(user) });
  }

  /** https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/contact-v3/scope/list: of all members the first level, else what was chosen. */
  function scopes(asked: Asked): Reply {
    const tops =
      fake.departments.length === 0
        ? ["od-1"]
        : (fake.scope ??
          fake.departments.filter((each) => each.parent === null).map((each) => each.id));
    return paged(asked, tops, 100, (page) => ({
      department_ids: page,
      user_ids: [...fake.users.keys()],
      group_ids: [],
    }));
  }

  const isBelow = (id: string, top: string): boolean => {
    const { parent = null } = fake.departments.find((each) => each.id === id) ?? {};
    return parent !== null && (parent === top || isBelow(parent, top));
  };
  const inScope = (id: string): boolean =>
    id === "0"
      ? fake.scope === null
      : fake.departments.some((each) => each.id === id) &&
        (fake.scope === null || fake.scope.some((top) => top === id || isBelow(id, top)));
  const noDepartment = refuse(40004, "no dept authority error");
  const shownDepartment = (each: FakeDepartment): object => ({
    open_department_id: each.id,
    name: each.name,
    parent_department_id: each.parent ?? "0",
    leader_user_id: each.leader,
    status: { is_deleted: false },
  });

  /** …/contact-v3/department/get */
  function oneDepartment(id: string): Reply {
    const found = fake.departments.find((each) => each.id === id);
    return found !== undefined && inScope(id)
      ? done({ department: shownDepartment(found) })
      : noDepartment;
  }

  /** …/contact-v3/department/children: below the company itself only where everybody is in scope; all levels with fetch_child. */
  function children(asked: Asked, id: string): Reply {
    if (!inScope(id)) return noDepartment;
    const below = fake.departments.filter(
      (each) =>
        (each.parent ?? "0") === id ||
        (asked.query.get("fetch_child") === "true" && (id === "0" || isBelow(each.id, id))),
    );
    return paged(asked, below, 50, (page) => ({ items: page.map(shownDepartment) }));
  }

  /** …/contact-v3/user/find_by_department: who is filed there directly. */
  function peopleIn(asked: Asked): Reply {
    const id = asked.query.get("department_id") ?? "";
    if (!inScope(id)) return noDepartment;
    const direct = [...fake.users.values()].filter(
      (each) => each.departments?.includes(id) === true && each.tenant === undefined,
    );
    return paged(asked, direct, 50, (page) => ({ items: page.map(contactOf) }));
  }

  function paged<T>(
    asked: Asked,
    all: readonly T[],
    atMost: number,
    shown: (page: readonly T[]) => object,
  ): Reply {
    const size = Number(asked.query.get("page_size") ?? 10);
    if (size < 1 || size > atMost) return refuse(40001, "param error: page_size");
    const start = Number(asked.query.get("page_token") ?? 0);
    const more = start + size < all.length;
    return done({
      ...shown(all.slice(start, start + size)),
      has_more: more,
      ...(more ? { page_token: String(start + size) } : {}),
    });
  }

  function contactOf(user: FakeUser): object {
    return {
      open_id: user.openId,
      name: user.name,
      email: user.email ?? "",
      time_zone: user.zone,
      is_tenant_manager: user.admin ?? false,
      mobile: user.mobile,
      status: { is_resigned: user.resigned ?? false },
    };
  }

  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return Object.assign(fake, { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return chunks.length === 0 ? {} : parsed(Buffer.concat(chunks).toString("utf8"));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

async function closed(server: Server): Promise<void> {
  const ended = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeAllConnections();
  await ended;
}
