// Socket Mode from Slack's side, over real WebSocket frames (design/platforms.md A2): an address good for one connection, hello,
// envelopes that one of the connections gets, acknowledged by their id within three seconds or delivered again, and disconnects.
import { createHash, randomUUID } from "node:crypto";
import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";
import { readFrame } from "#test/support/frames";

type Kind = "events_api" | "slash_commands" | "interactive";

/** What came of an envelope: null where nobody acknowledged it in time. */
export interface Acknowledged {
  readonly payload: unknown;
}

export interface FakeLink {
  readonly appToken: string;
  /** An address for one connection: what apps.connections.open answers. */
  address(): string;
  /** How many are open and were greeted. */
  readonly open: number;
  /** Resolves when one is open. */
  connected(): Promise<void>;
  push(
    type: Kind,
    payload: object,
    retry?: { readonly attempt: number; readonly reason: string },
  ): Promise<Acknowledged | null>;
  /** A text as it is, unasked and not to be acknowledged. */
  send(message: object): void;
  /** A2: the reasons are warning, refresh_requested and link_disabled; the client closes and opens another one. */
  disconnect(reason: "warning" | "refresh_requested" | "link_disabled"): void;
  /** Every connection breaks without a word. */
  cut(): void;
}

/** Slack waits three seconds; a test that waits for it says so. */
const ackMs = 3_000;

export function openLink(http: Server, base: () => string): FakeLink {
  const tickets = new Set<string>();
  const links: Duplex[] = [];
  const waiting: (() => void)[] = [];
  const acks = new Map<string, (payload: unknown) => void>();
  let turn = 0;

  http.on("upgrade", (request: IncomingMessage, stream: Duplex) => {
    const ticket = new URL(request.url ?? "", "http://x").searchParams.get("ticket") ?? "";
    if (!tickets.delete(ticket)) return void stream.end("HTTP/1.1 403 Forbidden\r\n\r\n");
    const accept = createHash("sha1")
      .update(`${String(request.headers["sec-websocket-key"])}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`)
      .digest("base64");
    stream.write(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
    );
    const gone = (): void => {
      if (links.includes(stream)) links.splice(links.indexOf(stream), 1);
    };
    stream.on("error", gone);
    stream.on("close", gone);
    listen(stream, gone);
    // A2: at most ten connections of one app.
    if (links.length >= 10) return void stream.end(frame(8, Buffer.alloc(0)));
    write(stream, {
      type: "hello",
      num_connections: links.length + 1,
      connection_info: { app_id: "A1" },
      debug_info: { host: "fake", approximate_connection_time: 18_060 },
    });
    links.push(stream);
    for (const go of waiting.splice(0)) go();
  });

  function listen(stream: Duplex, gone: () => void): void {
    let rest = Buffer.alloc(0);
    stream.on("data", (chunk: Buffer) => {
      rest = Buffer.concat([rest, chunk]);
      for (let read = readFrame(rest); read !== null; read = readFrame(rest)) {
        rest = rest.subarray(read.length);
        if (read.opcode === 1)
          heard(
            JSON.parse(read.payload.toString("utf8")) as {
              envelope_id?: string;
              payload?: unknown;
            },
          );
        if (read.opcode === 9) stream.write(frame(10, read.payload));
        if (read.opcode !== 8) continue;
        gone();
        stream.end(frame(8, read.payload));
      }
    });
  }

  function heard({
    envelope_id: id,
    payload,
  }: {
    readonly envelope_id?: string;
    readonly payload?: unknown;
  }): void {
    if (id === undefined || !acks.has(id))
      throw new Error(`an acknowledgement of nothing that was sent: ${String(id)}`);
    acks.get(id)!(payload);
    acks.delete(id);
  }

  const link: FakeLink = {
    appToken: "xapp-1-A1-fake",
    address() {
      const ticket = randomUUID();
      tickets.add(ticket);
      return `${base().replace(/^http/, "ws")}/link/?ticket=${ticket}&app_id=A1`;
    },
    get open() {
      return links.length;
    },
    connected: () =>
      links.length > 0 ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve)),
    async push(type, payload, retry) {
      await link.connected();
      const id = randomUUID();
      const stream = links[(turn += 1) % links.length]!;
      const answered = new Promise<Acknowledged | null>((resolve) => {
        const timer = setTimeout(() => void (acks.delete(id) && resolve(null)), ackMs);
        acks.set(id, (came) => {
          clearTimeout(timer);
          resolve({ payload: came });
        });
      });
      const retried =
        type === "events_api"
          ? { retry_attempt: retry?.attempt ?? 0, retry_reason: retry?.reason ?? "" }
          : {};
      write(stream, {
        envelope_id: id,
        type,
        payload,
        accepts_response_payload: type !== "events_api",
        ...retried,
      });
      return answered;
    },
    send: (message) => links.forEach((stream) => write(stream, message)),
    disconnect: (reason) => link.send({ type: "disconnect", reason, debug_info: { host: "fake" } }),
    cut() {
      for (const stream of links.splice(0)) stream.destroy();
    },
  };
  return link;
}

const write = (stream: Duplex, message: object): void =>
  void stream.write(frame(1, Buffer.from(JSON.stringify(message))));

function frame(opcode: number, payload: Buffer): Buffer {
  const first = 0x80 | opcode;
  if (payload.length < 126) return Buffer.concat([Buffer.from([first, payload.length]), payload]);
  const head = Buffer.alloc(10);
  head.writeUInt8(first, 0);
  head.writeUInt8(127, 1);
  head.writeBigUInt64BE(BigInt(payload.length), 2);
  return Buffer.concat([head, payload]);
}
