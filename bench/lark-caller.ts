// Lark's side of the benchmark, in a process of its own: events, encrypted and signed, over HTTP, so many at once. Each is timed to its
// answer, and to the moment the other side says that it is stored.
import { createCipheriv, createHash, randomBytes } from "node:crypto";
import { inTurns, post } from "./asking.ts";
import type { Call, Called, Stored } from "./lark.ts";

const stored = new Map<string, { readonly promise: Promise<void>; readonly resolve: () => void }>();

process.on("message", (message: Call | Stored) => {
  if ("stored" in message) stored.get(message.stored)?.resolve();
  else void run(message).then((called) => process.send?.(called));
});
process.send?.("ready");

async function run(call: Call): Promise<Called> {
  const [answered, took]: [number[], number[]] = [[], []];
  const bodies = Array.from({ length: call.count }, (_, n) => sealed(call, n));
  const ms = await inTurns(call, async (n) => {
    const waiting = call.tells ? waitFor(`${call.round}.${n}`) : Promise.resolve();
    const sent = performance.now();
    await send(call, bodies[n]!);
    answered.push(performance.now() - sent);
    await waiting;
    took.push(performance.now() - sent);
  });
  stored.clear();
  return { answered, took, ms };
}

function waitFor(id: string): Promise<void> {
  let resolve = (): void => {};
  const promise = new Promise<void>((go) => (resolve = go));
  stored.set(id, { promise, resolve });
  return promise;
}

function sealed({ keys, app, tenant, round, people }: Call, n: number): string {
  const id = `${round}.${n}`;
  const user = `bench-${n % people}`;
  const event = {
    sender: {
      sender_id: { open_id: user, union_id: `on_${user}` },
      sender_type: "user",
      tenant_key: tenant,
    },
    message: {
      message_id: id,
      create_time: String(Date.now()),
      chat_id: `oc_${user}`,
      chat_type: "p2p",
      message_type: "text",
      content: JSON.stringify({ text: "报5" }),
    },
  };
  const payload = {
    schema: "2.0",
    header: {
      event_id: id,
      event_type: "im.message.receive_v1",
      create_time: String(Date.now()),
      token: keys.verificationToken,
      app_id: app,
      tenant_key: tenant,
    },
    event,
  };
  const iv = randomBytes(16);
  const cipher = createCipheriv(
    "aes-256-cbc",
    createHash("sha256").update(keys.encryptKey).digest(),
    iv,
  );
  return JSON.stringify({
    encrypt: Buffer.concat([
      iv,
      cipher.update(JSON.stringify(payload), "utf8"),
      cipher.final(),
    ]).toString("base64"),
  });
}

async function send({ url, keys }: Call, body: string): Promise<void> {
  const timestamp = String(Math.floor(Date.now() / 1000));
  const nonce = randomBytes(8).toString("hex");
  const signature = createHash("sha256")
    .update(timestamp + nonce + keys.encryptKey + body)
    .digest("hex");
  await post(
    url,
    "application/json",
    {
      "x-lark-request-timestamp": timestamp,
      "x-lark-request-nonce": nonce,
      "x-lark-signature": signature,
    },
    body,
  );
}
