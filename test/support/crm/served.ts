// A CRM of our own over real HTTP on loopback: a log of what was asked, faults for what is asked next, and something to happen between two
// pages. What a vendor answers is the vendor's folder's.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage["headers"];
  readonly text: string;
  readonly at: number;
  /** What was answered, as far as anything was. */
  status?: number;
  /** The vendor's own word for why it refused. */
  refused?: string;
}

export interface Answer {
  readonly status: number;
  /** An object goes as JSON, text as it is, null as nothing. */
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** The vendor's own word for a refusal, for the log. */
  readonly refused?: string;
}

/**
 * What the next call meets instead of its answer. html: a page with 200, as of a proxy. down: 500 without JSON. hang: no answer at all. cut: the
 * connection breaks before, half: in the middle of, lost: after it was carried out and before the answer. shape: JSON nobody knows.
 */
export type Fault = "html" | "down" | "hang" | "cut" | "half" | "lost" | "shape" | Answer;

export interface Served {
  readonly url: string;
  readonly asked: Asked[];
  /** What a path ("GET /crm/v8/users") meets from now on. */
  fault(path: RegExp, fault: Fault, times?: number): void;
  /** Something that happens once the n-th answer of a path was written. */
  after(path: RegExp, nth: number, act: () => void): void;
  /** Keeps the answers of a path back until it is called. */
  hold(path: RegExp): () => void;
  /** No more faults, and nothing awaited. */
  calm(): void;
  close(): Promise<void>;
}

interface ServedOptions {
  /** The CRM's clock, which its Date header tells. */
  readonly clock: () => number;
  readonly answer: (asked: Asked, going: readonly Asked[]) => Answer;
}

interface Watched {
  readonly path: RegExp;
  left: number;
}

export async function serve(options: ServedOptions): Promise<Served> {
  const faults: (Watched & { readonly fault: Fault })[] = [];
  const events: (Watched & { readonly act: () => void })[] = [];
  const held: { readonly path: RegExp; readonly over: Promise<void> }[] = [];
  const going: Asked[] = [];
  const server: Server = createServer((request, response) => void take(request, response));

  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", "http://fake");
    const asked: Asked = {
      method: request.method ?? "",
      path: url.pathname,
      query: url.searchParams,
      headers: request.headers,
      text: await textOf(request),
      at: options.clock(),
    };
    const route = `${asked.method} ${asked.path}`;
    served.asked.push(asked);
    going.push(asked);
    try {
      await Promise.all(held.filter((each) => each.path.test(route)).map(({ over }) => over));
      const found = faults.find((each) => each.left > 0 && each.path.test(route));
      if (found) found.left -= 1;
      write(asked, request, response, found?.fault);
    } finally {
      going.splice(going.indexOf(asked), 1);
    }
    for (const event of events.filter((each) => each.left > 0 && each.path.test(route))) {
      event.left -= 1;
      if (event.left === 0) event.act();
    }
  }

  function write(
    asked: Asked,
    request: IncomingMessage,
    response: ServerResponse,
    fault: Fault | undefined,
  ): void {
    if (fault === "hang") return;
    if (fault === "cut") return void request.socket.destroy();
    const { status, body, headers = {}, refused } = told(fault) ?? options.answer(asked, going);
    asked.status = status;
    if (refused !== undefined) asked.refused = refused;
    if (fault === "lost") return void request.socket.destroy();
    const text = typeof body === "string" ? body : JSON.stringify(body);
    response.writeHead(status, {
      date: new Date(options.clock()).toUTCString(),
      "content-type": "application/json;charset=utf-8",
      ...headers,
      ...(body === null ? {} : { "content-length": Buffer.byteLength(text) }),
    });
    if (fault === "half") {
      const whole = Buffer.from(text);
      response.write(whole.subarray(0, Math.ceil(whole.length / 2)), () =>
        request.socket.destroy(),
      );
      return;
    }
    response.end(body === null ? undefined : text);
  }

  const served: Served = {
    url: "",
    asked: [],
    fault: (path, fault, times = 1) => void faults.push({ path, fault, left: times }),
    after: (path, nth, act) => void events.push({ path, left: nth, act }),
    hold(path) {
      let release: () => void = () => undefined;
      const over = new Promise<void>((resolve) => (release = resolve));
      held.push({ path, over });
      return release;
    },
    calm() {
      faults.splice(0);
      events.splice(0);
    },
    async close() {
      const ended = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await ended;
    },
  };
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return Object.assign(served, {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
  });
}

/** What a fault says in place of the CRM. */
function told(fault: Fault | undefined): Answer | null {
  if (typeof fault === "object") return fault;
  if (fault === "html")
    return {
      status: 200,
      body: "<!doctype html><title>Sign in</title><p>Please sign in.",
      headers: { "content-type": "text/html" },
      refused: "html",
    };
  if (fault === "down")
    return {
      status: 500,
      body: "Internal Server Error",
      headers: { "content-type": "text/plain" },
    };
  if (fault === "shape") return { status: 200, body: { data: "none", users: 7, org: {} } };
  return null;
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}

/** A value of JSON as a record; anything else is an empty one. */
export const record = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};

export function parsed(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? record(value)
      : null;
  } catch {
    return null;
  }
}

/** Text as it is; anything else is none. */
export const text = (value: unknown): string => (typeof value === "string" ? value : "");
