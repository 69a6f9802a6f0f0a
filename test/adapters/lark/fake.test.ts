// The platform of our own refuses what Lark refuses: one wrong request for each rule. The page of each rule stands beside it in
// test/support/lark/platform/server.ts and cards.ts.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { overWebhook, pushUntilTaken } from "#test/support/lark/platform/push";
import { larkKeys } from "#test/support/lark/fixture";
import { problemsOfCard } from "#test/support/lark/platform/cards";
import { startFakeLark, type FakeLark } from "#test/support/lark/platform/server";
import { startFakeStore, type FakeStore } from "#test/support/lark/platform/store";

let fake: FakeLark;
let token: string;
let now: number;
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

async function call(
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

const cardOf = (text = "hello", more: object = {}): object => ({
  schema: "2.0",
  config: { update_multi: true, summary: { content: text } },
  body: { elements: [{ tag: "div", text: { tag: "plain_text", content: text } }] },
  ...more,
});
const send = (
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
const idOf = (sent: Record<string, unknown>): string =>
  (sent["data"] as { message_id: string }).message_id;
const change = (id: string, card: object) =>
  call("PATCH", `/open-apis/im/v1/messages/${id}`, { content: JSON.stringify(card) });

describe("tokens", () => {
  it.each([
    ["an unknown app", { app_id: "cli_0" }, 10003],
    ["a wrong secret", { app_secret: "x" }, 10014],
  ])("%s is refused in an HTTP 200", async (_, wrong, code) => {
    expect(
      await call(
        "POST",
        "/open-apis/auth/v3/tenant_access_token/internal",
        Object.assign({ app_id: fake.appId, app_secret: fake.appSecret }, wrong),
        null,
      ),
    ).toMatchObject({ status: 200, code });
  });

  it("none is 99991661, a revoked one 99991663", async () => {
    expect(await call("GET", "/open-apis/bot/v3/info", undefined, null)).toMatchObject({
      code: 99991661,
    });
    fake.revokeTokens();
    expect(await call("GET", "/open-apis/bot/v3/info")).toMatchObject({ code: 99991663 });
  });
});

describe("a store app", () => {
  let store: FakeStore;
  let ticket: string;
  const secrets = () => ({ app_id: store.appId, app_secret: store.appSecret });
  const ask = async (
    path: string,
    body: object,
    bearer: string | null = null,
  ): Promise<Record<string, unknown>> => {
    const response = await fetch(`${store.url}/open-apis/${path}`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        ...(bearer === null ? {} : { authorization: `Bearer ${bearer}` }),
      },
      body: JSON.stringify(body),
    });
    return { status: response.status, ...((await response.json()) as object) };
  };
  const appToken = async (more: object = {}) =>
    await ask("auth/v3/app_access_token", { ...secrets(), app_ticket: ticket, ...more });
  const tenantToken = async (tenant: string, more: object = {}) =>
    await ask("auth/v3/tenant_access_token", {
      app_access_token: (await appToken())["app_access_token"],
      tenant_key: tenant,
      ...more,
    });
  const write = async (token: unknown, to: string) =>
    await ask(
      "im/v1/messages?receive_id_type=open_id",
      { receive_id: to, msg_type: "interactive", content: JSON.stringify(cardOf()) },
      String(token),
    );

  beforeEach(async () => {
    store = await startFakeStore(
      () => now,
      [
        { tenant: "east", users: [{ openId: "ou_lin", name: "林" }] },
        { tenant: "west", users: [{ openId: "ou_zhao", name: "赵" }] },
      ],
    );
    ({ ticket } = await store.pushTicket(larkKeys, async () => new Response("{}")));
  });
  afterEach(() => store.close());

  it("is not told its ticket by asking for it: that is pushed, in version 1.0, and the next ends it", async () => {
    const pushed: object[] = [];
    expect(await ask("auth/v3/app_ticket/resend", secrets())).toEqual({
      status: 200,
      code: 0,
      msg: "success",
    });
    expect(store.wished).toHaveLength(1);
    const next = await store.pushTicket(larkKeys, async (payload) => {
      pushed.push(payload);
      return new Response("{}");
    });
    expect(pushed).toMatchObject([
      {
        token: larkKeys.verificationToken,
        type: "event_callback",
        event: { type: "app_ticket", app_id: store.appId, app_ticket: next.ticket },
      },
    ]);
    expect(await appToken()).toMatchObject({ code: 10012 });
  });

  it.each<[string, () => Promise<unknown>, number]>([
    [
      "a ticket asked for with another secret",
      () => ask("auth/v3/app_ticket/resend", { ...secrets(), app_secret: "x" }),
      10014,
    ],
    ["an app token with another ticket", () => appToken({ app_ticket: "another" }), 10012],
    ["an app token with another secret", () => appToken({ app_secret: "x" }), 10014],
    ["an app token of another app", () => appToken({ app_id: "cli_0" }), 10003],
    [
      "a company's token without an app token",
      () => tenantToken("east", { app_access_token: "a-0" }),
      99991664,
    ],
    ["the token of a company that has not installed it", () => tenantToken("nobody"), 99991673],
    [
      "a self-built app's way in",
      () => ask("auth/v3/tenant_access_token/internal", secrets()),
      10003,
    ],
  ])("%s is refused in an HTTP 200", async (_, asked, code) => {
    expect(await asked()).toMatchObject({ status: 200, code });
  });

  it("writes to a company's people with that company's token alone", async () => {
    const token = (await tenantToken("east"))["tenant_access_token"];
    expect(await write(token, "ou_lin")).toMatchObject({ code: 0 });
    expect(await write(token, "ou_zhao")).toMatchObject({ code: 230038 });
    expect(await write((await appToken())["app_access_token"], "ou_lin")).toMatchObject({
      code: 99991663,
    });
  });
});

describe("the directory", () => {
  beforeEach(() => {
    fake.departments.push(
      { id: "od_east", name: "华东", parent: null, leader: "ou_lan" },
      { id: "od_north", name: "华北", parent: null },
      ...Array.from({ length: 60 }, (_, i) => ({
        id: `od_${i}`,
        name: `${i}组`,
        parent: "od_east",
      })),
    );
    fake.users.set("ou_lan", { openId: "ou_lan", name: "周岚", departments: ["od_1"] });
  });
  const ask = async (path: string) =>
    (await call("GET", `/open-apis/contact/v3/${path}`)) as {
      code: number;
      data: {
        items?: unknown[];
        department_ids?: string[];
        has_more: boolean;
        page_token?: string;
      };
    };

  it("tells the first level where everybody is in scope, else what was chosen, and nothing outside it", async () => {
    expect((await ask("scopes")).data.department_ids).toEqual(["od_east", "od_north"]);
    fake.scope = ["od_1"];
    expect((await ask("scopes")).data.department_ids).toEqual(["od_1"]);
    expect((await ask("departments/od_1")).code).toBe(0);
    for (const path of [
      "departments/od_north",
      "departments/od_2",
      "departments/0/children",
      "users/find_by_department?department_id=od_2",
    ])
      expect((await ask(path)).code).toBe(40004);
  });

  it("comes in pages of fifty at most, and of each department only who is filed there", async () => {
    expect((await ask("departments/od_east/children?page_size=51")).code).toBe(40001);
    const first = (await ask("departments/od_east/children?fetch_child=true&page_size=50")).data;
    expect([first.items?.length, first.has_more]).toEqual([50, true]);
    expect(
      (
        await ask(
          `departments/od_east/children?fetch_child=true&page_size=50&page_token=${first.page_token}`,
        )
      ).data,
    ).toMatchObject({ items: { length: 10 }, has_more: false });
    expect((await ask("users/find_by_department?department_id=od_east")).data.items).toEqual([]);
    expect((await ask("users/find_by_department?department_id=od_1")).data.items).toMatchObject([
      { open_id: "ou_lan" },
    ]);
  });
});

describe("a message", () => {
  it.each([
    ["to nobody", "ou_nobody", {}, 230001],
    ["to somebody who left", "ou_left", {}, 230013],
    ["to another company's person", "ou_far", {}, 230038],
    ["to a group the bot is not in", "oc_out", {}, 230002],
    ["under a name of 51 characters", "ou_lan", { uuid: "u".repeat(51) }, 230001],
  ])("%s is refused", async (_, receiver, more, code) => {
    expect(await send(receiver, cardOf(), more)).toMatchObject({ code });
  });

  it("of more than 30 KB is refused, counted in bytes", async () => {
    expect(await send("ou_lan", cardOf("长".repeat(10_300)))).toMatchObject({ code: 230025 });
    expect(await send("ou_lan", cardOf("a".repeat(10_300)))).toMatchObject({ code: 0 });
  });

  it("under one name is sent once within the hour", async () => {
    const first = await send("ou_lan", cardOf(), { uuid: "one" });
    expect(idOf(await send("ou_lan", cardOf(), { uuid: "one" }))).toBe(idOf(first));
    now += 3_600_001;
    expect(idOf(await send("ou_lan", cardOf(), { uuid: "one" }))).not.toBe(idOf(first));
  });

  it("is one too many from the sixth to a chat in a second, the fifty-first of the app, and the thousand-and-first in a minute", async () => {
    fake.limitRates();
    for (let i = 0; i < 5; i += 1) expect(await send("ou_lan")).toMatchObject({ code: 0 });
    expect(await send("ou_lan")).toMatchObject({ status: 400, code: 230020 });
    for (let i = 0; i < 45; i += 1) {
      fake.groups.set(`oc_${i}`, { name: "", bot: true });
      expect(await send(`oc_${i}`)).toMatchObject({ code: 0 });
    }
    expect(await send("oc_in")).toMatchObject({ status: 429, code: 99991400 });
    for (let second = 1; second < 20; second += 1) {
      now += 1_001;
      for (let i = 0; i < 50; i += 1) await send(`oc_${i % 45}`);
    }
    now += 1_001;
    expect(await send("oc_in")).toMatchObject({ status: 429, code: 99991400 });
    now += 60_000;
    expect(await send("oc_in")).toMatchObject({ code: 0 });
  });
});

describe("a change of a message", () => {
  it("that is somebody else's, recalled, gone, or older than 14 days is refused", async () => {
    const theirs = fake.add({ chat: "oc_in", by: "ou_lan", text: "hello" });
    expect(await change(theirs.id, cardOf())).toMatchObject({ code: 230017 });
    const mine = idOf(await send("oc_in"));
    fake.messages.find((each) => each.id === mine)!.recalled = true;
    expect(await change(mine, cardOf())).toMatchObject({ code: 230011 });
    expect(await change("om_none", cardOf())).toMatchObject({ code: 230110 });
    const old = idOf(await send("oc_in"));
    now += 14 * 24 * 3_600_000 + 1;
    expect(await change(old, cardOf())).toMatchObject({ code: 230031 });
  });

  it("to a card that is not for all, is none, or is too large is refused", async () => {
    const id = idOf(await send("oc_in"));
    expect(await change(id, cardOf("x", { config: { update_multi: false } }))).toMatchObject({
      code: 230099,
    });
    expect(await change(id, { schema: "1.0" })).toMatchObject({ code: 230099 });
    expect(await change(id, cardOf("长".repeat(10_300)))).toMatchObject({ code: 230025 });
  });

  it("is one too many from the sixth in a second", async () => {
    fake.limitRates();
    const id = idOf(await send("oc_in"));
    for (let i = 0; i < 5; i += 1) expect(await change(id, cardOf())).toMatchObject({ code: 0 });
    expect(await change(id, cardOf())).toMatchObject({ code: 230020 });
    now += 1_001;
    expect(await change(id, cardOf())).toMatchObject({ code: 0 });
  });
});

describe("a card", () => {
  const within = (...elements: object[]) => problemsOfCard(cardOf("x", { body: { elements } }));
  const button = {
    tag: "button",
    text: { tag: "plain_text", content: "Go" },
    type: "default",
    behaviors: [{ type: "callback", value: {} }],
  };
  it.each<[string, object[]]>([
    ["an unknown component", [{ tag: "note", elements: [] }]],
    ["an unknown property", [{ tag: "hr", colour: "red" }]],
    [
      "a form inside columns",
      [
        {
          tag: "column_set",
          flex_mode: "none",
          columns: [{ tag: "column", elements: [{ tag: "form", name: "f", elements: [button] }] }],
        },
      ],
    ],
    [
      "a form without a way to send it",
      [{ tag: "form", name: "f", elements: [{ tag: "input", name: "a" }] }],
    ],
    [
      "a table in a form",
      [
        {
          tag: "form",
          name: "f",
          elements: [
            { tag: "table", columns: [], rows: [] },
            { ...button, name: "b", form_action_type: "submit" },
          ],
        },
      ],
    ],
    [
      "six tables",
      Array.from({ length: 6 }, () => ({
        tag: "table",
        page_size: 1,
        columns: [{ name: "a", display_name: "A", data_type: "text" }],
        rows: [{ a: "1" }],
      })),
    ],
    ["more than 200 components", Array.from({ length: 201 }, () => ({ tag: "hr" }))],
  ])("with %s is refused", (_, elements) => {
    expect(within(...elements)).not.toEqual([]);
  });

  it("without any of that is taken", () => {
    expect(within({ tag: "hr" }, { ...button })).toEqual([]);
  });
});

describe("the directory", () => {
  it("does not tell of another company's people, and not of a group the bot is not in", async () => {
    expect(
      await call("GET", "/open-apis/contact/v3/users/ou_far?user_id_type=open_id"),
    ).toMatchObject({ code: 41050 });
    expect(await call("GET", "/open-apis/im/v1/chats/oc_out")).toMatchObject({ code: 232011 });
  });
});

describe("an event that is not taken", () => {
  it("is pushed four times more, over seven and a half hours, each time signed anew", async () => {
    const seen = new Set<string>();
    const waits: number[] = [];
    const bring = overWebhook(
      larkKeys,
      () => now,
      async ({ headers }) => {
        seen.add(headers["x-lark-signature"]!);
        return new Response("", { status: 500 });
      },
    );
    expect(await pushUntilTaken({ a: 1 }, bring, (ms) => void waits.push(ms))).toBe(5);
    expect([seen.size, waits]).toEqual([5, [15_000, 300_000, 3_600_000, 21_600_000]]);
  });
});
