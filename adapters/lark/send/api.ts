// Calls of the open platform. Not the SDK's client: that fetches a token per call in flight, keeps one that the server has refused until
// it expires, waits for ever, and takes `code != 0` in an HTTP 200 for success (1.74.0; docs/decisions).
import { z } from "zod";
import { inTime } from "#src/ports/process/clock";
import { tokenRefused, verdictOf, type Refused } from "./errors.ts";
import { limits } from "../render/limits.ts";

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

export type NoToken = Exclude<Called, { called: "done" }>;

export type Downloaded =
  | { readonly called: "done"; readonly bytes: AsyncIterable<Uint8Array> }
  | Exclude<Called, { called: "done" }>;

export interface LarkApi {
  call(request: Request): Promise<Called>;
  /** A file; nothing but errors comes as JSON. */
  download(path: string, query: Readonly<Record<string, string>>): Promise<Downloaded>;
  /** A form with a file in it. */
  upload(path: string, form: FormData): Promise<Called>;
}

/** The token to call with: another one than what was refused, if anything was. */
export type Token = (refused: string | null) => Promise<string | NoToken>;

const answer = z.looseObject({ code: z.number(), msg: z.string().optional() });

/** Files take longer than anything else. */
const fileMs = 60_000;

export function createApi(baseUrl: string, token: Token): LarkApi {
  async function exchange(path: string, init: RequestInit): Promise<Response | NoToken> {
    const bearer = await soon(token(null), fileMs);
    if (typeof bearer !== "string") return without(bearer);
    return fetch(`${baseUrl}${path}`, {
      ...init,
      headers: { authorization: `Bearer ${bearer}` },
      signal: AbortSignal.timeout(fileMs),
      redirect: "error",
    }).catch((error: unknown): NoToken => ({ called: "unheard", why: reasonOf(error) }));
  }

  return {
    async download(path, query) {
      const asked = `${path}?${new URLSearchParams(query).toString()}`;
      const response = await exchange(asked, { method: "GET" });
      if ("called" in response) return response;
      if (response.ok && response.body !== null && !isJson(response))
        return { called: "done", bytes: response.body };
      const answered = heard(response, await response.text());
      return answered.called === "done"
        ? { called: "unheard", why: "an answer without a file" }
        : answered;
    },
    async upload(path, form) {
      const response = await exchange(path, { method: "POST", body: form });
      return "called" in response ? response : heard(response, await response.text());
    },
    async call(request) {
      const until = performance.now() + (request.timeoutMs ?? limits.callMs);
      const left = (): number => until - performance.now();
      // Whoever has less time than the fetching takes does not wait to the end of it.
      const first = await soon(token(null), left());
      if (typeof first !== "string") return without(first);
      const done = await send(baseUrl, request, first, left());
      if (done.called !== "refused" || !tokenRefused.has(done.code)) return done;
      // Refused before its time. Whoever came first fetches the new one; the others find it.
      const second = await soon(token(first), left());
      return typeof second === "string"
        ? await send(baseUrl, request, second, left())
        : without(second);
    },
  };
}

const isJson = (response: Response): boolean =>
  /\bjson\b/u.test(response.headers.get("content-type") ?? "");

/** A token that was refused for a reason nobody knows is no verdict on what was to be sent with it: that waits. */
function without(none: NoToken): NoToken {
  if (none.called !== "refused") return none;
  const verdict = verdictOf(none);
  return verdict.verdict === "final" && verdict.stops !== "installation"
    ? { called: "unsent", why: `no token: ${none.code}` }
    : none;
}

export async function send(
  baseUrl: string,
  request: Request,
  bearer: string | null,
  leftMs: number,
): Promise<Called> {
  const query = request.query ? `?${new URLSearchParams(request.query).toString()}` : "";
  try {
    const response = await fetch(`${baseUrl}${request.path}${query}`, {
      method: request.method,
      headers: {
        "content-type": "application/json; charset=utf-8",
        ...(bearer === null ? {} : { authorization: `Bearer ${bearer}` }),
      },
      ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
      signal: AbortSignal.timeout(Math.max(1, Math.ceil(leftMs))),
      redirect: "error",
    });
    return heard(response, await response.text());
  } catch (error) {
    return { called: "unheard", why: reasonOf(error) };
  }
}

/** Its name, and the system's code behind it. Not its message: that may quote what was to be sent. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return "network";
  const { cause } = error;
  return cause instanceof Error && "code" in cause && typeof cause.code === "string"
    ? `${error.name} ${cause.code}`
    : error.name;
}

const soon = (asking: Promise<string | NoToken>, ms: number): Promise<string | NoToken> =>
  inTime<string | NoToken, NoToken>(asking, ms, { called: "unsent", why: "no token in time" });

/** `code` decides, whatever the status says: an error may come in an HTTP 200. */
function heard(response: Response, text: string): Called {
  const read = answer.safeParse(parsed(text));
  if (!read.success)
    return response.status >= 500 || response.ok
      ? { called: "unheard", why: `HTTP ${response.status} without an answer` }
      : {
          called: "refused",
          code: -1,
          message: "",
          status: response.status,
          afterMs: waitOf(response),
        };
  if (read.data.code !== 0)
    return {
      called: "refused",
      code: read.data.code,
      message: read.data.msg ?? "",
      status: response.status,
      afterMs: waitOf(response),
    };
  return response.ok
    ? { called: "done", data: "data" in read.data ? read.data["data"] : read.data }
    : { called: "unheard", why: `HTTP ${response.status}` };
}

/** Seconds until the limit is lifted: https://open.feishu.cn/document/server-docs/api-call-guide/frequency-control. */
function waitOf(response: Response): number | null {
  const seconds = Number(
    response.headers.get("x-ogw-ratelimit-reset") ??
      response.headers.get("retry-after") ??
      Number.NaN,
  );
  return Number.isFinite(seconds) && seconds >= 0 ? Math.min(seconds, 600) * 1000 : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
