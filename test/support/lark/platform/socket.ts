// The long connection from Lark's side, over real WebSocket frames and the protobuf of pbbp2: enough to push events and hear their answers.
// The frame: {1 SeqID, 2 LogID, 3 service, 4 method, 5 headers[{1 key, 2 value}], 8 payload} (@larksuiteoapi/node-sdk 1.74.0).
import { createHash, randomUUID } from "node:crypto";
import type { Duplex } from "node:stream";
import type { FakeLark } from "./company.ts";
import { readFrame } from "#test/support/frames";

export interface LongConnection {
  /** Resolves when a client is connected and listens. */
  connected(): Promise<void>;
  /** Pushes an event in one frame or in several; what the client answered. */
  push(payload: object, parts?: number): Promise<{ readonly code: number; readonly data: unknown }>;
  /** The connection breaks. */
  cut(): void;
  close(): void;
}

interface Frame {
  readonly method: number;
  readonly headers: readonly (readonly [string, string])[];
  readonly payload: Buffer;
}

export function openLongConnection(fake: FakeLark): LongConnection {
  let socket: Duplex | null = null;
  let listens = false;
  const waiting: (() => void)[] = [];
  const answers = new Map<string, (payload: Buffer) => void>();
  const upgraded = (
    request: { headers: Record<string, string | string[] | undefined> },
    stream: Duplex,
  ): void => {
    const accept = createHash("sha1")
      .update(`${String(request.headers["sec-websocket-key"])}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`)
      .digest("base64");
    stream.write(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
    );
    socket = stream;
    let rest = Buffer.alloc(0);
    stream.on("error", () => {});
    stream.on("data", (chunk: Buffer) => {
      rest = Buffer.concat([rest, chunk]);
      for (let read = readFrame(rest); read !== null; read = readFrame(rest)) {
        rest = rest.subarray(read.length);
        if (read.opcode === 2) heard(decode(read.payload));
      }
    });
  };
  fake.http.on("upgrade", upgraded as never);

  function heard(frame: Frame): void {
    const name = frame.headers.find(([key]) => key === "message_id")?.[1];
    if (frame.method === 1 && name !== undefined) answers.get(name)?.(frame.payload);
    else if (frame.method === 0) {
      send({
        method: 0,
        headers: [["type", "pong"]],
        payload: Buffer.from(
          JSON.stringify({
            PingInterval: 30,
            ReconnectCount: -1,
            ReconnectInterval: 1,
            ReconnectNonce: 0,
          }),
        ),
      });
      // The client pings once it listens; what came before that it would not hear.
      listens = true;
      for (const go of waiting.splice(0)) go();
    }
  }

  const send = (frame: Frame): void => void socket?.write(toFrame(encode(frame)));

  return {
    connected: () =>
      listens ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve)),
    async push(payload, parts = 1) {
      const name = randomUUID();
      const answered = new Promise<Buffer>((resolve) => answers.set(name, resolve));
      const bytes = Buffer.from(JSON.stringify(payload));
      const size = Math.ceil(bytes.length / parts);
      for (let i = 0; i < parts; i += 1) {
        const headers = [
          ["type", "event"],
          ["message_id", name],
          ["sum", String(parts)],
          ["seq", String(i)],
          ["trace_id", "t"],
        ] as const;
        send({ method: 1, headers, payload: bytes.subarray(i * size, (i + 1) * size) });
      }
      const answer = JSON.parse((await answered).toString("utf8")) as {
        code: number;
        data?: string;
      };
      return {
        code: answer.code,
        data:
          answer.data === undefined
            ? null
            : (JSON.parse(Buffer.from(answer.data, "base64").toString("utf8")) as unknown),
      };
    },
    cut() {
      socket?.destroy();
      socket = null;
      listens = false;
    },
    close() {
      fake.http.off("upgrade", upgraded as never);
      socket?.destroy();
    },
  };
}

function toFrame(payload: Buffer): Buffer {
  const head =
    payload.length < 126
      ? Buffer.from([0x82, payload.length])
      : Buffer.from([0x82, 126, payload.length >> 8, payload.length & 0xff]);
  return Buffer.concat([head, payload]);
}

function varint(value: number): Buffer {
  const bytes: number[] = [];
  let left = value;
  do {
    bytes.push((left & 0x7f) | (left > 0x7f ? 0x80 : 0));
    left >>>= 7;
  } while (left > 0);
  return Buffer.from(bytes);
}

const number = (field: number, value: number): Buffer =>
  Buffer.concat([varint(field << 3), varint(value)]);
const bytesOf = (field: number, value: Buffer): Buffer =>
  Buffer.concat([varint((field << 3) | 2), varint(value.length), value]);

function encode({ method, headers, payload }: Frame): Buffer {
  const pairs = headers.map(([key, value]) =>
    bytesOf(5, Buffer.concat([bytesOf(1, Buffer.from(key)), bytesOf(2, Buffer.from(value))])),
  );
  return Buffer.concat([
    number(1, 1),
    number(2, 1),
    number(3, 1),
    number(4, method),
    ...pairs,
    bytesOf(8, payload),
  ]);
}

function decode(bytes: Buffer): Frame {
  const fields = fieldsOf(bytes);
  const headers = fields
    .filter(([field]) => field === 5)
    .map(([, , inner]): [string, string] => {
      const pair = fieldsOf(inner);
      return [textOf(pair, 1), textOf(pair, 2)];
    });
  return {
    method: fields.find(([field]) => field === 4)?.[1] ?? 0,
    headers,
    payload: fields.find(([field]) => field === 8)?.[2] ?? Buffer.alloc(0),
  };
}

type FieldRead = readonly [field: number, value: number, bytes: Buffer];
const textOf = (fields: readonly FieldRead[], wanted: number): string =>
  fields.find(([field]) => field === wanted)?.[2].toString("utf8") ?? "";

function fieldsOf(bytes: Buffer): FieldRead[] {
  const found: FieldRead[] = [];
  let at = 0;
  const next = (): number => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++]!;
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
  };
  while (at < bytes.length) {
    const tag = next();
    const value = next();
    const long = (tag & 7) === 2;
    found.push([
      tag >>> 3,
      long ? 0 : value,
      long ? bytes.subarray(at, at + value) : Buffer.alloc(0),
    ]);
    if (long) at += value;
  }
  return found;
}
