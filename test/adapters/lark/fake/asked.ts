// The platform of our own, asked over HTTP as an adapter would.
import { afterEach, beforeEach } from "vitest";
import type { FakeLark } from "#test/support/lark/platform/company";
import { startFakeLark } from "#test/support/lark/platform/server";

export let fake: FakeLark;
export let token: string;
export let now: number;
/** An open platform of our own before each test of a file. */
export function openPlatform(): void {
  beforeEach(async () => {
    now = Date.parse("2026-11-11T02:00:00Z");
    fake = await startFakeLark({
      now: () => now,
      users: [
        { openId: "ou_lan", name: "周岚" },
        { openId: "ou_left", name: "走了", resigned: true },
        { openId: "ou_far", name: "别家", tenant: "another" },
      ],
    });
    fake.groups.set("oc_in", { name: "华东", bot: true });
    fake.groups.set("oc_out", { name: "华南", bot: false });
    token = String(
      (
        await call(
          "POST",
          "/open-apis/auth/v3/tenant_access_token/internal",
          { app_id: fake.appId, app_secret: fake.appSecret },
          null,
        )
      )["tenant_access_token"],
    );
  });
  afterEach(() => fake.close());
}
export const later = (ms: number): void => void (now += ms);

export async function call(
  method: string,
  path: string,
  body?: object,
  bearer: string | null = token,
): Promise<Record<string, unknown>> {
  const headers = {
    "content-type": "application/json",
    ...(bearer === null ? {} : { authorization: `Bearer ${bearer}` }),
  };
  const response = await fetch(`${fake.url}${path}`, {
    method,
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, ...((await response.json()) as object) };
}

export const cardOf = (text = "hello", more: object = {}): object => ({
  schema: "2.0",
  config: { update_multi: true, summary: { content: text } },
  body: { elements: [{ tag: "div", text: { tag: "plain_text", content: text } }] },
  ...more,
});
export const send = (
  receiver: string,
  card: object = cardOf(),
  more: object = {},
  kind = receiver.startsWith("ou_") ? "open_id" : "chat_id",
) =>
  call("POST", `/open-apis/im/v1/messages?receive_id_type=${kind}`, {
    receive_id: receiver,
    msg_type: "interactive",
    content: JSON.stringify(card),
    ...more,
  });
export const idOf = (sent: Record<string, unknown>): string =>
  (sent["data"] as { message_id: string }).message_id;
export const change = (id: string, card: object) =>
  call("PATCH", `/open-apis/im/v1/messages/${id}`, { content: JSON.stringify(card) });
