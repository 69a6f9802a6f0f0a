// The platform of our own refuses what Lark refuses: tokens, store apps, the directory, events that are not taken. The page of each rule
// stands beside it in test/support/lark/platform.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { overWebhook, pushUntilTaken } from "#test/support/lark/platform/push";
import { larkKeys } from "#test/support/lark/fixture";
import { startFakeStore, type FakeStore } from "#test/support/lark/platform/store";
import { fake, now, openPlatform, call, cardOf } from "./asked.ts";

openPlatform();

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
