// The one HTTP server: how long it waits for a request, where it listens, and by which names people reach it.
import { createServer, type RequestListener, type Server } from "node:http";
import { networkInterfaces } from "node:os";
import { SettingWrong, type Config } from "#src/config";

const defaultPort = 3000;
const portsTried = 20;
/** Whoever has not sent a whole request by then is let go. An answer may take as long as it likes: event streams stay open. */
const requestMs = 10_000;

export function createHttpServer(answer: RequestListener, waitMs: number = requestMs): Server {
  return createServer(
    {
      requestTimeout: waitMs,
      headersTimeout: waitMs,
      connectionsCheckingInterval: Math.min(1_000, waitMs),
    },
    answer,
  );
}

type Where = Pick<Config, "HOST" | "PORT">;

/** The port it listens on. One that was asked for is that one or an error; without one the next that is free. */
export async function listen(
  server: Server,
  { HOST: host, PORT: wanted }: Where,
  say: (what: string) => void,
  first: number = defaultPort,
): Promise<number> {
  if (wanted !== undefined) {
    const found = await tryPort(server, wanted, host);
    if (found !== null) return found;
    // Another one would be silence: a proxy, a platform or a bookmark expects this port.
    throw new SettingWrong(
      `PORT ${wanted} is taken by another program: stop that one, or set PORT to another (without PORT the next free one is taken).`,
    );
  }
  for (let port = first; port < first + portsTried; port++) {
    const found = await tryPort(server, port, host);
    if (found !== null) return found;
    say(`finds port ${port} taken by another program and takes the next free one`);
  }
  throw new SettingWrong(
    `PORT: ${first} to ${first + portsTried - 1} are all taken: set PORT to a free one.`,
  );
}

function tryPort(server: Server, port: number, host: string): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const failed = (error: NodeJS.ErrnoException) => {
      if (error.code === "EADDRINUSE") resolve(null);
      else
        reject(
          new SettingWrong(
            `HOST ${host} cannot be listened on (${error.code ?? error.message}): use 127.0.0.1 or an address of this machine.`,
          ),
        );
    };
    server.once("error", failed);
    server.listen(port, host, () => {
      server.off("error", failed);
      const address = server.address();
      resolve(typeof address === "object" && address ? address.port : port);
    });
  });
}

/** With or without the brackets of an address in a URL. */
export const isLoopback = (host: string): boolean =>
  ["127.0.0.1", "::1", "[::1]", "localhost", "::ffff:127.0.0.1"].includes(host);

const isEverywhere = (host: string): boolean => host === "0.0.0.0" || host === "::";

/** People reach it from elsewhere: over the network, or through a web server beside it. */
export const isPublic = ({ HOST, PUBLIC_URL }: Pick<Config, "HOST" | "PUBLIC_URL">): boolean =>
  !isLoopback(HOST) || (PUBLIC_URL !== undefined && !isLoopback(new URL(PUBLIC_URL).hostname));

/** The addresses this machine has in its networks, where it listens on all of them. A name could be anybody's; an address is not. */
function addressesOf(host: string): readonly string[] {
  if (!isEverywhere(host)) return [];
  return Object.values(networkInterfaces())
    .flatMap((each) => each ?? [])
    .filter(({ internal, address }) => !internal && !address.startsWith("fe80:"))
    .toSorted((a, b) => a.family.localeCompare(b.family))
    .map((each) => each.address);
}

const inUrl = (host: string): string => (host.includes(":") ? `[${host}]` : host);

/** What browsers may write in the Host header. */
export function hostsOf(
  { HOST, PUBLIC_URL }: Pick<Config, "HOST" | "PUBLIC_URL">,
  port: number,
): string[] {
  const own = ["127.0.0.1", "localhost", "::1", HOST, ...addressesOf(HOST)].map(
    (name) => `${inUrl(name)}:${port}`,
  );
  return PUBLIC_URL === undefined ? own : [...own, new URL(PUBLIC_URL).host];
}

/** Where it is reached, one line each: the last is where whoever started it opens it. */
export function addressLines(
  { HOST, PUBLIC_URL }: Pick<Config, "HOST" | "PUBLIC_URL">,
  port: number,
  token: string | undefined,
): readonly string[] {
  const opened = (address: string): string =>
    `${address.replace(/\/+$/, "")}/${token === undefined ? "" : `?token=${token}`}`;
  const ready = `is ready: ${opened(`http://${inUrl(isEverywhere(HOST) ? "127.0.0.1" : HOST)}:${port}`)}`;
  if (token === undefined) return [ready];
  if (PUBLIC_URL !== undefined) return [`is where people open ${opened(PUBLIC_URL)}`, ready];
  const [first] = addressesOf(HOST);
  const elsewhere =
    first === undefined
      ? "answers to this machine alone"
      : `answers at ${opened(`http://${inUrl(first)}:${port}`)}`;
  return [
    `${isEverywhere(HOST) ? elsewhere : "answers to that address alone"}; for any other name or port set PUBLIC_URL to the address people open, such as http://${isEverywhere(HOST) ? "192.168.1.5" : inUrl(HOST)}:${port}`,
    ready,
  ];
}
