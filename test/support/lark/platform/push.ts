// What Lark pushes to us: events and card callbacks, encrypted and signed as
// https://open.feishu.cn/document/…/event-subscription-configure-/encrypt-key-encryption-configuration-case says. Independent of adapters/.
import { createCipheriv, createHash, randomBytes, randomUUID } from "node:crypto";
import type { FakeLark } from "./company.ts";
import type { LongConnection } from "./socket.ts";

export interface Keys {
  readonly encryptKey: string;
  readonly verificationToken: string;
}

export interface Pushed {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Version 2.0 of an event: header and event apart. */
export function envelope(
  fake: FakeLark,
  keys: Keys,
  type: string,
  event: object,
  eventId: string = randomUUID(),
): object {
  return {
    schema: "2.0",
    header: {
      event_id: eventId,
      event_type: type,
      create_time: "1603977298000",
      token: keys.verificationToken,
      app_id: fake.appId,
      tenant_key: fake.tenant,
    },
    event,
  };
}

/** Version 1.0, of the store app's own events: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/application-v6/event/app_ticket-events */
export function v1Event(
  appId: string,
  keys: Keys,
  type: string,
  event: object,
  now: number,
): object {
  return {
    ts: (now / 1000).toFixed(7),
    uuid: randomUUID().replaceAll("-", ""),
    token: keys.verificationToken,
    type: "event_callback",
    event: { app_id: appId, ...event, type },
  };
}

/** The body, then the signature over its very bytes. */
export function sealed(payload: object, keys: Keys, now: number): Pushed {
  const iv = randomBytes(16);
  const cipher = createCipheriv(
    "aes-256-cbc",
    createHash("sha256").update(keys.encryptKey).digest(),
    iv,
  );
  const encrypt = Buffer.concat([
    iv,
    cipher.update(JSON.stringify(payload), "utf8"),
    cipher.final(),
  ]).toString("base64");
  // A space that no re-serialised body would have: the raw bytes are signed.
  const body = `{ "encrypt": "${encrypt}"}`;
  const timestamp = String(Math.floor(now / 1000));
  const nonce = randomUUID();
  const signature = createHash("sha256")
    .update(timestamp + nonce + keys.encryptKey + body)
    .digest("hex");
  return {
    headers: {
      "content-type": "application/json",
      "x-lark-request-timestamp": timestamp,
      "x-lark-request-nonce": nonce,
      "x-lark-signature": signature,
    },
    body,
  };
}

/** How an event or a callback comes to the bot: over the webhook or the long connection; what it answered. */
export type Bring = (payload: object) => Promise<Response>;

export const overWebhook =
  (keys: Keys, now: () => number, push: (pushed: Pushed) => Promise<Response>): Bring =>
  (payload) =>
    push(sealed(payload, keys, now()));

export const overLongConnection =
  (line: Pick<LongConnection, "push">): Bring =>
  async (payload) => {
    const { code, data } = await line.push(payload);
    return Response.json(data ?? {}, { status: code });
  };

/** "飞书…将在 15s、5m、1h、6h 后重新推送，最多重试 4 次": until it is answered with 200, each time under a signature of its own. How often it was pushed. */
export async function pushUntilTaken(
  payload: object,
  bring: Bring,
  wait: (ms: number) => void,
): Promise<number> {
  const waits = [15_000, 5 * 60_000, 3_600_000, 6 * 3_600_000];
  for (let pushed = 1; ; pushed += 1) {
    if ((await bring(payload)).status === 200) return pushed;
    const ms = waits[pushed - 1];
    if (ms === undefined) return pushed;
    wait(ms);
  }
}

export interface Mentioned {
  readonly openId: string;
  readonly name: string;
  /** Lark says of an app that it is one, and of everybody which company they belong to. */
  readonly type?: "bot";
  readonly tenant?: string;
}

export const messageEvent = (
  fake: FakeLark,
  user: string,
  message: {
    id: string;
    chat: string;
    group: boolean;
    text: string;
    mentions?: readonly Mentioned[];
    thread?: string;
    file?: { readonly key: string; readonly name: string };
  },
  tenant: string = fake.tenant,
): object => ({
  sender: {
    sender_id: { open_id: user, union_id: `on_${user}` },
    sender_type: "user",
    tenant_key: tenant,
  },
  message: {
    message_id: message.id,
    create_time: "1603977298000",
    chat_id: message.chat,
    chat_type: message.group ? "group" : "p2p",
    ...(message.thread === undefined ? {} : { thread_id: message.thread }),
    message_type: message.file ? "file" : "text",
    content: JSON.stringify(
      message.file
        ? { file_key: message.file.key, file_name: message.file.name }
        : { text: message.text },
    ),
    ...(message.mentions
      ? {
          mentions: message.mentions.map((each, i) => ({
            key: `@_user_${i + 1}`,
            id: { open_id: each.openId, union_id: "" },
            name: each.name,
            tenant_key: each.tenant ?? fake.tenant,
            ...(each.type === undefined ? {} : { mentioned_type: each.type }),
          })),
        }
      : {}),
  },
});

export const actionEvent = (
  fake: FakeLark,
  user: string,
  message: { id: string; chat: string },
  action: object,
): object => ({
  operator: { open_id: user, union_id: `on_${user}`, tenant_key: fake.tenant },
  token: `c-${randomUUID()}`,
  host: "im_message",
  action,
  context: { open_message_id: message.id, open_chat_id: message.chat },
});
