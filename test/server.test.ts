// The one HTTP server: where it listens, by which names people reach it, and how long it waits for a request.
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { connect, type AddressInfo } from "node:net";
import { networkInterfaces } from "node:os";
import { getRequestListener } from "@hono/node-server";
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { streamSSE } from "hono/streaming";
import { afterEach, describe, expect, it } from "vitest";
import { addressLines, createHttpServer, hostsOf, isPublic, listen } from "#src/app/server";
import { SettingWrong } from "#src/config";

const open: Server[] = [];
afterEach(() => {
  for (const server of open.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});
const kept = (server: Server): Server => {
  open.push(server);
  return server;
};
const portOf = (server: Server): number => (server.address() as AddressInfo).port;
async function taken(): Promise<number> {
  const other = kept(createServer()).listen(0, "127.0.0.1");
  await once(other, "listening");
  return portOf(other);
}

describe("the port", () => {
  it("that was asked for is that one or an error that says what to do", async () => {
    const port = await taken();
    await expect(
      listen(kept(createServer()), { HOST: "127.0.0.1", PORT: port }, () => {}),
    ).rejects.toThrow(
      new SettingWrong(
        `PORT ${port} is taken by another program: stop that one, or set PORT to another (without PORT the next free one is taken).`,
      ),
    );
    const free = kept(createServer());
    expect(await listen(free, { HOST: "127.0.0.1", PORT: 0 }, () => {})).toBe(portOf(free));
  });

  it("that nobody asked for is the next free one, and that is said", async () => {
    const port = await taken();
    const said: string[] = [];
    const found = await listen(
      kept(createServer()),
      { HOST: "127.0.0.1", PORT: undefined },
      (what) => void said.push(what),
      port,
    );
    expect(found).toBeGreaterThan(port);
    expect(said[0]).toBe(`finds port ${port} taken by another program and takes the next free one`);
  });

  it("on a host that is not this machine's is an error that names HOST", async () => {
    await expect(
      listen(kept(createServer()), { HOST: "192.0.2.1", PORT: 0 }, () => {}),
    ).rejects.toThrow(/^HOST 192\.0\.2\.1 cannot be listened on/);
  });
});

const own = Object.values(networkInterfaces())
  .flatMap((each) => each ?? [])
  .find((each) => !each.internal && each.family === "IPv4")?.address;

describe("where people reach it", () => {
  it("is loopback alone unless told, without a token", () => {
    expect(isPublic({ HOST: "127.0.0.1", PUBLIC_URL: undefined })).toBe(false);
    expect(hostsOf({ HOST: "127.0.0.1", PUBLIC_URL: undefined }, 3000)).toEqual([
      "127.0.0.1:3000",
      "localhost:3000",
      "[::1]:3000",
      "127.0.0.1:3000",
    ]);
    expect(addressLines({ HOST: "127.0.0.1", PUBLIC_URL: undefined }, 3000, undefined)).toEqual([
      "is ready: http://127.0.0.1:3000/",
    ]);
    expect(addressLines({ HOST: "::1", PUBLIC_URL: undefined }, 3000, undefined)).toEqual([
      "is ready: http://[::1]:3000/",
    ]);
  });

  it("behind a web server on this machine is the world: it takes a token", () => {
    expect(isPublic({ HOST: "127.0.0.1", PUBLIC_URL: "https://pacer.example.com" })).toBe(true);
    expect(isPublic({ HOST: "127.0.0.1", PUBLIC_URL: "http://localhost:8080" })).toBe(false);
    expect(isPublic({ HOST: "127.0.0.1", PUBLIC_URL: "http://[::1]:8080" })).toBe(false);
  });

  it.each(["0.0.0.0", "::"])(
    "with HOST=%s is each address of this machine, and the start says what to set for any other",
    (HOST) => {
      expect(isPublic({ HOST, PUBLIC_URL: undefined })).toBe(true);
      const hosts = hostsOf({ HOST, PUBLIC_URL: undefined }, 3000);
      expect(hosts).toEqual(
        expect.arrayContaining([
          "127.0.0.1:3000",
          "localhost:3000",
          ...(own === undefined ? [] : [`${own}:3000`]),
        ]),
      );
      expect(
        hosts.filter((each) =>
          /[a-z]/i.test(each.replace("localhost", "").replaceAll(/\[[0-9a-f:]+\]/g, "")),
        ),
      ).toEqual([]);
      const [said, ready] = addressLines({ HOST, PUBLIC_URL: undefined }, 3000, "t0ken");
      expect(said).toMatch(
        /^answers (?:at http:\/\/\S+:3000\/\?token=t0ken|to this machine alone); for any other name or port set PUBLIC_URL to the address people open, such as http:\/\/192\.168\.1\.5:3000$/,
      );
      if (own !== undefined) expect(said).toContain(`http://${own}:3000/?token=t0ken`);
      expect(ready).toBe("is ready: http://127.0.0.1:3000/?token=t0ken");
    },
  );

  it("with PUBLIC_URL is that address, which the start prints with the token", () => {
    const config = { HOST: "0.0.0.0", PUBLIC_URL: "https://pacer.example.com/" };
    expect(hostsOf(config, 3000)).toContain("pacer.example.com");
    expect(addressLines(config, 3000, "t0ken")).toEqual([
      "is where people open https://pacer.example.com/?token=t0ken",
      "is ready: http://127.0.0.1:3000/?token=t0ken",
    ]);
  });
});

const waitMs = 300;

/** The server with what the platforms' doors do: a body of so much at most, read whole. */
async function started(): Promise<{ readonly port: number; readonly failed: string[] }> {
  const failed: string[] = [];
  const routes = new Hono().onError((error, c) => {
    failed.push(error.name);
    return c.text("not carried out", 500);
  });
  routes.post(
    "/events",
    bodyLimit({ maxSize: 1_000, onError: (c) => c.text("too big", 413) }),
    async (c) => c.text(`${(await c.req.text()).length}`),
  );
  routes.get("/stream", (c) =>
    streamSSE(c, async (stream) => {
      for (let n = 0; n < 8; n++) {
        await stream.writeSSE({ data: String(n) });
        await stream.sleep(waitMs / 2);
      }
    }),
  );
  const server = kept(createHttpServer(getRequestListener(routes.fetch), waitMs));
  return { port: await listen(server, { HOST: "127.0.0.1", PORT: 0 }, () => {}), failed };
}

/** What comes back until the other side closes; `more` is sent piece by piece as long as it is open. */
async function sent(port: number, text: string, more?: string): Promise<string> {
  const socket = connect(port, "127.0.0.1", () => socket.write(text));
  let answer = "";
  socket.setEncoding("utf8").on("data", (part: string) => (answer += part));
  socket.on("error", () => {});
  const drip =
    more === undefined ? undefined : setInterval(() => socket.writable && socket.write(more), 20);
  await once(socket, "close");
  clearInterval(drip);
  return answer;
}

describe("a request", () => {
  const head = "POST /events HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\n";
  it.each([
    ["of which nothing comes", ""],
    ["whose first line is half sent", "POST /eve"],
    ["whose headers are half sent", `${head}X-Slow: `],
    ["whose body is half sent", `${head}Content-Length: 500\r\n\r\nhalf`],
    [
      "whose body comes in pieces without a length and does not end",
      `${head}Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n`,
    ],
    ["that nobody reads", "POST /nowhere HTTP/1.1\r\nHost: x\r\nContent-Length: 500\r\n\r\nhalf"],
  ])("%s is ended when its time is over", async (_what, half) => {
    const { port } = await started();
    expect(await sent(port, half)).toMatch(/^(?:$|HTTP\/1\.1 (?:408|404))/);
  });

  it("whose body comes byte by byte is ended when its time is over, and nothing is done", async () => {
    const { port } = await started();
    expect(
      await sent(port, `${head}Content-Length: 500000\r\n\r\n`.replace("500000", "900"), "x"),
    ).toMatch(/^(?:$|HTTP\/1\.1 408)/);
  });

  it("that is larger than it may be is refused before it has come, and ended", async () => {
    const { port } = await started();
    expect(await sent(port, `${head}Content-Length: 500000000\r\n\r\n`, "x".repeat(1_000))).toMatch(
      /^HTTP\/1\.1 413/,
    );
    expect(
      await sent(
        port,
        `${head}Transfer-Encoding: chunked\r\n\r\n`,
        `3e8\r\n${"x".repeat(1_000)}\r\n`,
      ),
    ).toMatch(/^HTTP\/1\.1 413/);
  });

  it("may be answered for as long as the answer takes: an event stream stays open", async () => {
    const { port, failed } = await started();
    const answer = await (await fetch(`http://127.0.0.1:${port}/stream`)).text();
    expect(answer.match(/data: \d/g)).toHaveLength(8);
    expect(failed).toEqual([]);
  });

  it("has ten seconds unless told", () => {
    const server = kept(createHttpServer(() => {}));
    expect([server.requestTimeout, server.headersTimeout]).toEqual([10_000, 10_000]);
  });
});
