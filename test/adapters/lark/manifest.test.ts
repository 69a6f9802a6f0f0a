// The console's steps and doctor: what an operator is told to do is what the adapter needs, and what doctor finds missing.
import { readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { menuWords } from "#adapters/lark/door/events";
import { consoleSteps, permissionImport, permissions } from "#adapters/lark/install/manifest";
import { subscribed } from "#adapters/lark/door/receive";
import { examineLark } from "#src/cli/doctor/lark";
import { readConfig } from "#src/config";
import type { FakeLark } from "#test/support/lark/platform/company";
import { startFakeLark } from "#test/support/lark/platform/server";

describe("the steps in the console", () => {
  const socket = consoleSteps({ name: "领跑", type: "self", events: "socket", url: null });
  const webhook = consoleSteps({
    name: "领跑",
    type: "self",
    events: "webhook",
    url: "https://pacer.example.com/lark/events",
  });
  const store = consoleSteps({ name: "领跑", type: "store", events: "webhook", url: null });

  it("name every permission, event, callback and menu entry, events and callbacks on pages of their own", () => {
    for (const each of [
      ...Object.keys(permissions),
      ...subscribed.events,
      ...subscribed.callbacks,
      ...Object.keys(menuWords),
    ])
      expect(socket).toContain(each);
    expect(socket.indexOf("card.action.trigger")).toBeGreaterThan(
      socket.indexOf("6. Events & Callbacks"),
    );
    expect(socket.match(/^ {2}\d\./gm)).toHaveLength(8);
  });

  it("give the webhook its address and keys, and the long connection neither", () => {
    expect(webhook.match(/https:\/\/pacer\.example\.com\/lark\/events/g)).toHaveLength(2);
    expect(webhook).toContain("LARK_ENCRYPT_KEY");
    expect(socket).not.toContain("LARK_ENCRYPT_KEY");
    expect(socket).toContain("使用长连接接收回调");
  });

  it("of a store app name its own events and its settings, which those of a self-built app do not", () => {
    for (const each of [
      ...subscribed.store,
      "LARK_APP_TYPE=store",
      "ORGANISATIONS=many",
      "创建商店应用",
    ])
      expect([store.includes(each), webhook.includes(each)]).toEqual([true, false]);
    expect(store.match(/^ {2}\d\./gm)).toHaveLength(8);
  });

  it("have the permissions as the console imports them", () => {
    expect(JSON.parse(permissionImport())).toEqual({
      scopes: { tenant: Object.keys(permissions), user: [] },
    });
    for (const [zh, en] of Object.values(permissions))
      expect([/\p{Script=Han}/u.test(zh), /\p{Script=Han}/u.test(en)]).toEqual([true, false]);
  });
});

describe("the page for whoever sets it up", () => {
  const [zh = "", en = ""] = readFileSync(
    new URL("../../../docs/lark.md", import.meta.url),
    "utf8",
  ).split('<a id="english"></a>');

  it.each([
    ["in Chinese", zh],
    ["in English", en],
  ])(
    "explains every permission and no other, and names every event, callback and menu entry, %s",
    (_language, page) => {
      const rows = page.match(/^\| `[a-z_]+:[a-z_.:0-9]+`.*$/gm) ?? [];
      const explained = rows.flatMap((row) =>
        [...row.split("|")[1]!.matchAll(/`([^`]+)`/g)].map(([, name]) => name!),
      );
      expect(explained.toSorted()).toEqual(Object.keys(permissions).toSorted());
      for (const each of [
        ...subscribed.events,
        ...subscribed.callbacks,
        ...subscribed.store,
        ...Object.keys(menuWords),
      ])
        expect(page).toContain(`\`${each}\``);
    },
  );
});

describe("doctor", () => {
  let fake: FakeLark;
  beforeEach(async () => {
    fake = await startFakeLark({ now: Date.now, users: [{ openId: "ou_lan", name: "周岚" }] });
  });
  afterEach(() => fake.close());

  const found = async (more: Record<string, string> = {}, names = false) => {
    const own = {
      LARK_APP_ID: fake.appId,
      LARK_APP_SECRET: fake.appSecret,
      LARK_DOMAIN: fake.url,
      LARK_EVENTS: "socket",
      ENCRYPTION_KEY: Buffer.alloc(32, 1).toString("base64"),
    };
    return (await examineLark(readConfig({ ...own, ...more }), { names })).map(
      ({ what, well, says }) => `${well ? "ok" : "BAD"} ${what}: ${says}`,
    );
  };

  it("says who lets the bot in and for how many people, and only when asked as whom and of which company", async () => {
    expect((await found()).join("\n")).toMatch(
      /bot: is there[\s\S]*company: is there[\s\S]*contacts: 1 people, 1 departments/,
    );
    const says = await found({}, true);
    expect(says).toHaveLength(6);
    expect(says.filter((each) => each.startsWith("BAD"))).toEqual([]);
    expect(says.join("\n")).toMatch(
      /bot: 领跑[\s\S]*company: 星河销售[\s\S]*contacts: 1 people, 1 departments/,
    );
    expect(says.join("\n")).not.toContain(fake.appSecret);
  });

  it("says that files are not read without their permission", async () => {
    expect((await found()).join("\n")).toMatch(/files: may be dropped into the bot's chat/);
    fake.permissions.delete("im:resource");
    expect((await found()).join("\n")).toMatch(/files: im:resource is missing/);
  });

  it("says which permission is missing and what to do", async () => {
    fake.trouble(/tenant\/v2/, { code: 99991672, status: 400 });
    fake.trouble(/contact\/v3\/scopes/, { code: 99991672, status: 400 });
    const says = (await found()).filter((each) => each.startsWith("BAD"));
    expect(says).toEqual([
      expect.stringMatching(
        /company: refused \(99991672\): add the permission tenant:tenant:readonly/,
      ),
      expect.stringMatching(/contacts: refused/),
    ]);
  });

  it("knows a wrong secret from a cloud that is not reached, and a webhook without an address", async () => {
    expect((await found({ LARK_APP_SECRET: "the wrong secret of it" })).at(-1)).toMatch(
      /^BAD lark LARK_APP_SECRET: refused by .* \(10014\)/,
    );
    const keys = { LARK_EVENTS: "webhook", LARK_ENCRYPT_KEY: "k", LARK_VERIFICATION_TOKEN: "t" };
    expect((await found(keys))[0]).toMatch(/^BAD lark LARK: PUBLIC_URL is not set/);
    expect((await found({ ...keys, PUBLIC_URL: "http://pacer.example.com" }))[0]).toMatch(
      /does not begin with https/,
    );
    fake.trouble(/tenant_access_token/, "gone");
    expect((await found()).at(-1)).toMatch(/was not reached/);
  });
});
