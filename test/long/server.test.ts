// npm run test:long: the one HTTP server of the real program: where it listens, whom it lets in, how long it waits, what it says when
// the key is another one.
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { request } from "node:http";
import { connect, createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { failToStart, runTool, startProgram, type Program } from "#test/support/processes/program";
import { startFakeSlack } from "#test/support/slack/platform/server";
import type { FakeSlack } from "#test/support/slack/platform/workspace";
import { scopes } from "#adapters/slack/install/manifest";

let folder: string;
const running: Program[] = [];
beforeAll(async () => {});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "pacer-server-"));
});
afterEach(async () => {
  for (const program of running.splice(0)) await stop(program);
  rmSync(folder, { recursive: true, force: true });
});

async function start(settings: Readonly<Record<string, string>> = {}): Promise<Program> {
  const program = await startProgram(folder, settings);
  running.push(program);
  return program;
}

async function stop({ child }: Program): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGTERM");
  await once(child, "exit");
}

/** With a Host of one's own, which fetch does not let one choose. */
function ask(
  url: string,
  headers: Readonly<Record<string, string>>,
): Promise<{ readonly status: number; readonly text: string }> {
  return new Promise((resolve, reject) => {
    const asking = request(url, { headers }, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (part: string) => (text += part));
      response.on("end", () => resolve({ status: response.statusCode ?? 0, text }));
    });
    asking.on("error", reject).end();
  });
}

describe("the port", () => {
  it("that was asked for and is taken is an error, also for the playground", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    const { port } = other.address() as AddressInfo;
    const { complained, code } = await failToStart(folder, { PORT: String(port) });
    expect([complained, code]).toEqual([
      `PORT ${port} is taken by another program: stop that one, or set PORT to another (without PORT the next free one is taken).\n`,
      1,
    ]);
    other.close();
  });
});

describe("/metrics", () => {
  it("asks for METRICS_TOKEN once it is set, whoever asks", async () => {
    const { url } = await start({ METRICS_TOKEN: "a token of sixteen" });
    expect((await ask(`${url}metrics`, {})).status).toBe(403);
    expect(
      (await ask(`${url}metrics`, { authorization: "Bearer another of sixteen" })).status,
    ).toBe(403);
    expect(
      (await ask(`${url}metrics`, { authorization: "Bearer a token of sixteen" })).text,
    ).toContain("pacer_outbox_dead 0");
  });
});

describe("a request that was half sent", () => {
  it("ends after ten seconds", async () => {
    const { url } = await start();
    const began = performance.now();
    const took = await Promise.all(
      [
        "POST /as/lan/say HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 500\r\n\r\ntext=",
        "POST /slack/events HTTP/1.1\r\nHost: x\r\nX-Slow: ",
        "",
      ].map(async (half) => {
        const socket = connect(Number(new URL(url).port), "127.0.0.1", () => socket.write(half));
        socket.on("error", () => {}).resume();
        await once(socket, "close");
        return Math.round((performance.now() - began) / 1000);
      }),
    );
    expect(Math.max(...took)).toBeLessThan(30);
  });
});

describe("HOST=0.0.0.0", () => {
  it("says which address people open and what to set for another, and the refusal says it too", async () => {
    const { url, said } = await start({ HOST: "0.0.0.0" });
    expect(said).toMatch(/set PUBLIC_URL to the address people open/);
    const port = new URL(url).port;
    const refused = await ask(`http://127.0.0.1:${port}/`, { host: "pacer.example.com" });
    expect(refused.status).toBe(421);
    expect(refused.text).toContain("PUBLIC_URL");
    const [, own] = /answers at (http:\S+)/.exec(said) ?? [];
    if (own !== undefined)
      expect((await ask(`http://127.0.0.1:${port}/`, { host: new URL(own).host })).status).toBe(
        401,
      );
  });

  it("opens by PUBLIC_URL where that is set", async () => {
    const { url, said } = await start({ HOST: "0.0.0.0", PUBLIC_URL: "http://pacer.example.com" });
    expect(said).toMatch(/people open http:\/\/pacer\.example\.com\/\?token=\S+$/m);
    expect((await ask(url.replace(/\?.*/, ""), { host: "pacer.example.com" })).status).toBe(401);
  });
});

describe("another ENCRYPTION_KEY than what sealed the tokens", () => {
  const [right, wrong] = [randomBytes(32).toString("base64"), randomBytes(32).toString("base64")];
  let slack: FakeSlack;
  const settings = (token: string, key: string) => ({
    SLACK_API_URL: slack.url,
    SLACK_BOT_TOKEN: token,
    SLACK_SIGNING_SECRET: "8f742231b10e8888abcd99yyyzzz85a5",
    PUBLIC_URL: "https://pacer.example.com",
    ENCRYPTION_KEY: key,
  });
  beforeEach(async () => {
    slack = await startFakeSlack();
    for (const workspace of [
      slack.workspace("T1", "xoxb-one", []),
      slack.workspace("T2", "xoxb-two", []),
    ])
      for (const scope of scopes) workspace.scopes.add(scope);
    for (const token of ["xoxb-two", "xoxb-one"]) await stop(await start(settings(token, right)));
  });
  afterEach(() => slack.close());
  const ready = async ({ url }: Program) => {
    const answer = await fetch(`${url}readyz`);
    return `${answer.status} ${await answer.text()}`;
  };

  it("starts, says so at /readyz and in doctor, serves who can be served, and all is well when the right one is back", async () => {
    const mistaken = await start(settings("xoxb-one", wrong));
    expect(await ready(mistaken)).toMatch(
      /^503 not ready\nENCRYPTION_KEY opens the tokens of 1 workspace of 2: /,
    );
    const { printed, code } = await runTool("doctor", folder, settings("xoxb-one", wrong));
    expect(printed).toMatch(/^BAD {2}ENCRYPTION_KEY: .*slack T2/m);
    expect(printed).toMatch(/^ok {3}slack SLACK_BOT_TOKEN: /m);
    expect(code).toBe(1);
    await stop(mistaken);
    expect(await ready(await start(settings("xoxb-one", right)))).toBe("200 ready");
  });

  it("starts also while Slack is away", async () => {
    slack.next("auth.test", { status: 503, body: {} });
    expect(await ready(await start(settings("xoxb-one", wrong)))).toMatch(
      /^503 not ready\nENCRYPTION_KEY opens the tokens of 0 workspaces of 2: /,
    );
  });
});
