// Calls of the open platform for one app. Not the SDK's client: that fetches a token per call in flight, keeps one that the server
// has refused until it expires, waits for ever, and takes `code != 0` in an HTTP 200 for success (1.74.0; docs/decisions).
import { z } from "zod";
import type { SharedTokens } from "#src/ports/tokens";
import { tokenRefused, type Refused } from "./errors.ts";
import { limits } from "./limits.ts";

export interface Request {
  readonly method: "GET" | "POST" | "PATCH" | "DELETE";
  /** From /open-apis on. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** For all of it, the fetching of a token included. */
  readonly timeoutMs?: number;
}

export type Called =
  | { readonly called: "done"; readonly data: unknown }
  | ({ readonly called: "refused" } & Refused)
  /** It left, and nobody heard the end of it. */
  | { readonly called: "unheard"; readonly why: string }
  /** It never left: there was no token to be had. */
  | { readonly called: "unsent"; readonly why: string };

export interface LarkApi {
  call(request: Request): Promise<Called>;
  /** Fetches a token, whether there is one or not: null when id and secret are good, else what is wrong with them. */
  prove(): Promise<(Refused & { readonly called: "refused" }) | { readonly called: "unsent"; readonly why: string } | null>;
}

type NoToken = Exclude<Called, { called: "done" }>;

const answer = z.looseObject({ code: z.number(), msg: z.string().optional() });
const tokenAnswer = z.looseObject({ tenant_access_token: z.string().min(1), expire: z.number() });

/** Lark gives a new token from half an hour before the end of the last; five minutes are left for what is on its way. */
const earlyMs = 5 * 60 * 1000;

export interface ApiSettings {
  readonly brand: string;
  readonly baseUrl: string;
  readonly appId: string;
  readonly appSecret: string;
}

export function createApi(settings: ApiSettings, tokens: SharedTokens): LarkApi {
  /** Which token is whose: an app of one cloud, wherever that is reached. */
  const name = `lark ${settings.brand} ${settings.appId} ${settings.baseUrl}`;
  const fetching = new Map<string, Promise<string | NoToken>>();

  async function fetchToken(): Promise<{ readonly token: string; readonly forMs: number } | NoToken> {
    const heard = await send({ method: "POST", path: "/open-apis/auth/v3/tenant_access_token/internal", body: { app_id: settings.appId, app_secret: settings.appSecret } }, null, limits.callMs);
    if (heard.called !== "done") return heard.called === "unheard" ? { called: "unsent", why: heard.why } : heard;
    const read = tokenAnswer.safeParse(heard.data);
    if (!read.success) return { called: "unsent", why: "the answer holds no token" };
    return { token: read.data.tenant_access_token, forMs: read.data.expire * 1000 - earlyMs };
  }

  /** Ten calls that find no token, or the same refused one, ask once; whoever has less time than that takes does not wait to the end. */
  function tokenNow(refused: string | null, leftMs: number): Promise<string | NoToken> {
    const key = refused ?? "";
    const asking = fetching.get(key) ?? tokens.obtain(name, refused, fetchToken).finally(() => fetching.delete(key));
    fetching.set(key, asking);
    return inTime(asking, leftMs);
  }

  async function send(request: Request, bearer: string | null, leftMs: number): Promise<Called> {
    const query = request.query ? `?${new URLSearchParams(request.query).toString()}` : "";
    try {
      const response = await fetch(`${settings.baseUrl}${request.path}${query}`, {
        method: request.method,
        headers: { "content-type": "application/json; charset=utf-8", ...(bearer === null ? {} : { authorization: `Bearer ${bearer}` }) },
        ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
        signal: AbortSignal.timeout(Math.max(1, Math.ceil(leftMs))),
        redirect: "error",
      });
      return heard(response, await response.text());
    } catch (error) {
      return { called: "unheard", why: error instanceof Error ? `${error.name}: ${error.message}` : "network" };
    }
  }

  return {
    async call(request) {
      const until = performance.now() + (request.timeoutMs ?? limits.callMs);
      const left = (): number => until - performance.now();
      const first = await tokenNow(null, left());
      if (typeof first !== "string") return first;
      const done = await send(request, first, left());
      if (done.called !== "refused" || !tokenRefused.has(done.code)) return done;
      // Refused before its time. Whoever came first fetches the new one; the others find it.
      const second = await tokenNow(first, left());
      return typeof second === "string" ? await send(request, second, left()) : second;
    },
    async prove() {
      const fetched = await fetchToken();
      if (!("called" in fetched)) return null;
      return fetched.called === "refused" ? fetched : { called: "unsent", why: fetched.why };
    },
  };
}

function inTime(asking: Promise<string | NoToken>, ms: number): Promise<string | NoToken> {
  let timer: NodeJS.Timeout;
  const late = new Promise<NoToken>((resolve) => {
    timer = setTimeout(() => resolve({ called: "unsent", why: "no token in time" }), Math.max(0, ms));
  });
  return Promise.race([asking, late]).finally(() => clearTimeout(timer));
}

/** `code` decides, whatever the status says: an error may come in an HTTP 200. */
function heard(response: Response, text: string): Called {
  const read = answer.safeParse(parsed(text));
  if (!read.success)
    return response.status >= 500 || response.ok
      ? { called: "unheard", why: `HTTP ${response.status} without an answer` }
      : { called: "refused", code: -1, message: "", status: response.status, afterMs: waitOf(response) };
  if (read.data.code !== 0) return { called: "refused", code: read.data.code, message: read.data.msg ?? "", status: response.status, afterMs: waitOf(response) };
  return response.ok ? { called: "done", data: "data" in read.data ? read.data["data"] : read.data } : { called: "unheard", why: `HTTP ${response.status}` };
}

/** Seconds until the limit is lifted: https://open.feishu.cn/document/server-docs/api-call-guide/frequency-control. */
function waitOf(response: Response): number | null {
  const seconds = Number(response.headers.get("x-ogw-ratelimit-reset") ?? response.headers.get("retry-after") ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? Math.min(seconds, 600) * 1000 : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
