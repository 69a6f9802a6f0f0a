// What can go wrong on the way to a CRM, the same for both: each comes to a trouble the core knows, and no secret stands in any of it.
import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { createFxiaoke, readFxiaoke } from "#adapters/crm/fxiaoke/index";
import { createZoho, readZoho } from "#adapters/crm/zoho/index";
import type { Crm } from "#src/ports/crm";
import {
  json,
  scriptedServer,
  settingsOf,
  testPorts,
  troubleOf,
  type Reply,
  type TestPorts,
} from "./scripted.ts";

const secret = "hush-5f3c9a";

const sources = {
  zoho: {
    tokenPath: "/oauth/v2/token",
    token: (url: string) =>
      json({ access_token: `${secret}-t`, api_domain: url, expires_in: 3600 }),
    create: (url: string, ports: TestPorts): Crm =>
      createZoho(
        settingsOf(readZoho, {
          ZOHO_ACCOUNTS_URL: url,
          ZOHO_CLIENT_ID: "1000.c",
          ZOHO_CLIENT_SECRET: secret,
          ZOHO_REFRESH_TOKEN: `${secret}-r`,
        }),
        ports,
      ),
  },
  fxiaoke: {
    tokenPath: "/oauth2.0/token",
    token: () => json({ errorCode: 0, accessToken: `${secret}-t`, ea: "fx1", expiresIn: 7200 }),
    create: (url: string, ports: TestPorts): Crm =>
      createFxiaoke(
        settingsOf(readFxiaoke, {
          FXIAOKE_URL: url,
          FXIAOKE_APP_ID: "FSAID_1",
          FXIAOKE_APP_SECRET: secret,
          FXIAOKE_PERMANENT_CODE: `${secret}-p`,
          FXIAOKE_USER_ID: "1000",
        }),
        ports,
      ),
  },
};

const silence = "no answer at all";
const page = (status: number): Reply => ({
  with: (response) => {
    response.writeHead(status, { "content-type": "text/html" }).end("<!doctype html><p>Sorry</p>");
  },
});
const faults: Readonly<Record<string, readonly [Reply, string]>> = {
  "a page instead of JSON": [page(200), "not-understood"],
  "a page with HTTP 502": [page(502), "down"],
  "HTTP 500 in JSON": [
    json({ code: "INTERNAL_ERROR", status: "error", errorCode: -1 }, 500),
    "down",
  ],
  "JSON of no shape": [json([1, 2, 3], 200), "not-understood"],
  "half an answer": [
    {
      with: (response) => {
        response.writeHead(200, { "content-length": "1000" });
        response.write('{"data":[');
        setImmediate(() => response.destroy());
      },
    },
    "unreachable",
  ],
  "a cut connection": [{ with: (response) => void response.destroy() }, "unreachable"],
  [silence]: [{ with: () => {} }, "unreachable"],
  "a way to somebody else": [
    {
      with: (response) => {
        response.writeHead(302, { location: "https://elsewhere.example.com/" }).end();
      },
    },
    "not-understood",
  ],
  "an answer without an end": [
    {
      with: (response) => {
        const more = (): void => {
          while (response.write("x".repeat(1_000_000)));
        };
        response.on("drain", more);
        more();
      },
    },
    "not-understood",
  ],
};

describe.each(Object.entries(sources))("%s", (_name, source) => {
  it.each(Object.entries(faults))("%s", async (fault, [reply, kind]) => {
    let url = "";
    let broken = "";
    const server = await scriptedServer((request) => {
      if (request.path === source.tokenPath) return broken === "token" ? reply : source.token(url);
      return reply;
    });
    url = server.url;
    for (broken of ["token", "call"]) {
      // Only where nobody answers is it waited for, four times.
      const ports = { ...testPorts(), answerMs: fault === silence ? 20 : 5_000 };
      const says = await troubleOf(source.create(url, ports).users(null));
      expect(says.kind).toBe(kind);
      expect(inspect(says)).not.toContain(secret);
    }
  });

  it("says no secret in an error that is caught and printed whole", async () => {
    const ports = {
      ...testPorts(),
      fetch: (() => Promise.reject(new TypeError("fetch failed"))) as typeof fetch,
    };
    const caught = await source
      .create("http://127.0.0.1:1", ports)
      .users(null)
      .catch((error: unknown) => error);
    expect(caught).toBeInstanceOf(Error);
    expect(inspect(caught, { depth: 9 })).not.toContain(secret);
  });

  it("asks again where the way was at fault, and not for ever", async () => {
    let url = "";
    let calls = 0;
    const server = await scriptedServer((request) => {
      if (request.path === source.tokenPath) return source.token(url);
      calls += 1;
      return calls === 1
        ? { with: (response) => void response.destroy() }
        : json({ errorCode: 0, userList: [], users: [] });
    });
    url = server.url;
    const ports = testPorts();
    expect((await source.create(url, ports).users(null)).rows).toEqual([]);
    expect(ports.waits).toContain(1_000);
  });
});
