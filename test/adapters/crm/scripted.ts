// A server that answers what a test says, and ports that wait for nobody: what the adapters do on the wire, seen from both ends.
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";
import type { SettingsRead, Variables } from "#adapters/crm/http/read-settings";
import {
  CrmTrouble,
  type CrmPorts,
  type CrmToken,
  type CrmTokenAsk,
  type CrmTokens,
  type CrmTroubleSays,
} from "#src/ports/crm";

export interface Request {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

/** JSON text, or whatever else is done with the response. */
export type Reply =
  | { readonly json: string; readonly status?: number; readonly headers?: Record<string, string> }
  | { readonly with: (response: ServerResponse) => void };

export interface Scripted {
  readonly url: string;
  readonly log: Request[];
}

export const json = (value: unknown, status = 200): Reply => ({
  json: typeof value === "string" ? value : JSON.stringify(value),
  status,
});

export async function scriptedServer(answer: (request: Request) => Reply): Promise<Scripted> {
  const log: Request[] = [];
  const server = createServer((incoming, response) => {
    void (async () => {
      const parts: Buffer[] = [];
      for await (const part of incoming) parts.push(part as Buffer);
      const url = new URL(incoming.url ?? "/", "http://127.0.0.1");
      const request: Request = {
        method: incoming.method ?? "",
        path: url.pathname,
        query: url.searchParams,
        headers: incoming.headers,
        body: Buffer.concat(parts).toString(),
      };
      log.push(request);
      const reply = answer(request);
      if ("with" in reply) return reply.with(response);
      const status = reply.status ?? 200;
      response.writeHead(status, { "content-type": "application/json", ...reply.headers });
      response.end(status === 204 || status === 304 ? undefined : reply.json);
    })();
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, log };
}

export interface TestPorts extends CrmPorts {
  /** How long was waited, each time. */
  readonly waits: number[];
  readonly asks: CrmTokenAsk[];
}

/** Time stands still but for what is waited. */
export function testPorts(
  start = new Date("2026-11-30T08:00:00Z"),
  patienceMs = 60_000,
): TestPorts {
  const waits: number[] = [];
  const asks: CrmTokenAsk[] = [];
  let now = start.getTime();
  let last = 0;
  return {
    waits,
    asks,
    tokens: rememberedTokens(asks),
    fetch,
    patienceMs,
    answerMs: 5_000,
    now: () => new Date(now),
    id: () => `request-${(last += 1)}`,
    async pause(ms) {
      waits.push(ms);
      now += ms;
    },
  };
}

/** As the real one keeps them, but in this process and for ever. */
function rememberedTokens(asks: CrmTokenAsk[]): CrmTokens {
  let known: CrmToken | null = null;
  let keepsake: string | null = null;
  let fetching: Promise<CrmToken> | null = null;
  return {
    async obtain(ask) {
      asks.push(ask);
      if (known !== null && known.token !== ask.refused) return known;
      fetching ??= ask
        .fetch(keepsake)
        .then((fetched) => {
          keepsake = fetched.kept ?? keepsake;
          known = fetched;
          return fetched;
        })
        .finally(() => (fetching = null));
      return await fetching;
    },
  };
}

/** The trouble it comes to; a test fails where it comes to none. */
export async function troubleOf(work: Promise<unknown>): Promise<CrmTroubleSays> {
  try {
    await work;
  } catch (error) {
    if (error instanceof CrmTrouble) return error.says;
    throw error;
  }
  throw new Error("it went well");
}

/** Settings a test is sure of. */
export function settingsOf<T>(read: (from: Variables) => SettingsRead<T>, from: Variables): T {
  const found = read(from);
  if ("settings" in found) return found.settings;
  throw new Error(`settings are not complete: ${JSON.stringify(found)}`);
}
