// The Slack of our own is as strict as design/platforms.md part A says: one wrong request for each rule, and what it is refused with.
import { request } from "node:http";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  scopesOfMethods,
  startFakeSlack,
  tiers,
  type FakeSlack,
  type FakeWorkspace,
} from "#test/support/slack/platform/server";
import { sendInteraction, signed } from "#test/support/slack/platform/client";

let slack: FakeSlack;
let workspace: FakeWorkspace;
beforeEach(async () => {
  slack = await startFakeSlack();
  workspace = slack.workspace("T1", "xoxb-one", [
    { id: "U1", name: "Renke" },
    { id: "U2", name: "Gone", deleted: true },
  ]);
  workspace.channels.set("C1", {
    name: "sales",
    members: new Set([workspace.botUser, "U1"]),
    archived: false,
    im: null,
  });
  workspace.channels.set("C2", {
    name: "old",
    members: new Set([workspace.botUser]),
    archived: true,
    im: null,
  });
  workspace.channels.set("C3", {
    name: "others",
    members: new Set(["U1"]),
    archived: false,
    im: null,
  });
});
afterEach(() => slack.close());

type Args = Readonly<Record<string, unknown>>;
async function ask(
  method: string,
  args: Args = {},
  token = "xoxb-one",
): Promise<{
  status: number;
  error: string | null;
  headers: Headers;
  body: Record<string, unknown>;
}> {
  const form = new URLSearchParams(
    Object.entries(args).map(([name, value]): [string, string] => [
      name,
      typeof value === "string" ? value : JSON.stringify(value),
    ]),
  );
  const response = await fetch(`${slack.url}${method}`, {
    method: "POST",
    headers: {
      ...(token === "" ? {} : { authorization: `Bearer ${token}` }),
      "content-type": "application/x-www-form-urlencoded",
    },
    body: form.toString(),
  });
  const body = (await response.json()) as Record<string, unknown>;
  return {
    status: response.status,
    error: body["ok"] === true ? null : String(body["error"]),
    headers: response.headers,
    body,
  };
}

const post = (args: Args) => ask("chat.postMessage", { channel: "C1", text: "x", ...args });
const plain = (text: string) => ({ type: "plain_text", text });
const button = (more: Args = {}) => ({
  type: "button",
  action_id: "a",
  text: plain("Go"),
  value: "1",
  ...more,
});
const actions = (...elements: object[]) => ({ type: "actions", elements });
const modal = (more: Args = {}) => ({
  type: "modal",
  callback_id: "c",
  title: plain("T"),
  submit: plain("S"),
  close: plain("C"),
  private_metadata: "",
  blocks: [{ type: "section", text: plain("x") }],
  ...more,
});
const input = (element: object) => ({ type: "input", label: plain("L"), element });
const options = (count: number, text = "o") =>
  Array.from({ length: count }, (_, i) => ({ text: plain(text), value: `v${i}` }));
const open = (view: object) => ask("views.open", { trigger_id: slack.trigger("T1", "U1"), view });

it("takes what is right, and says on every answer which scopes the token has", async () => {
  const { error, headers } = await post({ blocks: [actions(button())] });
  expect(error).toBeNull();
  expect(headers.get("x-oauth-scopes")).toContain("chat:write");
  expect((await open(modal())).error).toBeNull();
});

describe("A3, A10: tokens", () => {
  it.each([
    ["no token", "not_authed", ""],
    ["a token of nobody", "invalid_auth", "xoxb-other"],
  ])("%s is %s", async (_what, error, token) =>
    expect((await ask("auth.test", {}, token)).error).toBe(error),
  );

  it("a token that was taken back is token_revoked", async () => {
    workspace.revoked = true;
    expect((await ask("auth.test")).error).toBe("token_revoked");
  });

  it.each(Object.entries(scopesOfMethods))(
    "%s without %s is missing_scope, which names it",
    async (method, scope) => {
      workspace.scopes.delete(scope);
      expect((await ask(method, { channel: "C1", user: "U1", users: "U1" })).body).toMatchObject({
        ok: false,
        error: "missing_scope",
        needed: scope,
      });
    },
  );

  it("a channel's history needs a scope of its own", async () => {
    expect((await ask("conversations.history", { channel: "C1" })).body).toMatchObject({
      error: "missing_scope",
      needed: "channels:history",
    });
  });

  it("a method it does not have is unknown_method", async () =>
    expect((await ask("chat.deleteEverything")).error).toBe("unknown_method"));
});

describe("A2: Socket Mode", () => {
  it.each([
    ["no token", "not_authed", ""],
    ["a bot's token", "not_allowed_token_type", "xoxb-one"],
    ["another app's token", "invalid_auth", "xapp-1-A9-other"],
  ])("with %s is %s", async (_what, error, token) =>
    expect((await ask("apps.connections.open", {}, token)).error).toBe(error),
  );

  it("an address is good for one connection", async () => {
    const { body } = await ask("apps.connections.open", {}, slack.link.appToken);
    const opened = (): Promise<boolean> =>
      new Promise((resolve) => {
        const headers = {
          connection: "Upgrade",
          upgrade: "websocket",
          "sec-websocket-key": "dGhlIHNhbXBsZSBub25jZQ==",
          "sec-websocket-version": "13",
        };
        const asking = request(String(body["url"]).replace(/^ws/, "http"), { headers });
        asking.on("upgrade", (_response, socket) => (socket.destroy(), resolve(true)));
        asking.on("response", () => resolve(false));
        asking.end();
      });
    expect([await opened(), await opened()]).toEqual([true, false]);
  });
});

describe("A10: where a message goes", () => {
  it.each([
    ["C9", "channel_not_found"],
    ["C2", "is_archived"],
    ["C3", "not_in_channel"],
  ])("%s is %s", async (channel, error) => expect((await post({ channel })).error).toBe(error));

  it.each([
    ["U9", "user_not_found"],
    ["U2", "user_disabled"],
    ["UBOTT1", "cannot_dm_bot"],
  ])("the chat of %s is %s", async (users, error) =>
    expect((await ask("conversations.open", { users })).error).toBe(error),
  );

  it("an account stands for its own chat, where there can be one", async () => {
    expect((await post({ channel: "U1" })).body).toMatchObject({ ok: true, channel: "DU1" });
    expect((await post({ channel: "U2" })).error).toBe("user_disabled");
    expect((await post({ channel: "UBOTT1" })).error).toBe("cannot_dm_bot");
  });

  it("nothing to say is no_text, 40,001 characters are msg_too_long", async () => {
    expect((await ask("chat.postMessage", { channel: "C1" })).error).toBe("no_text");
    expect((await post({ text: "x".repeat(40_001) })).error).toBe("msg_too_long");
  });

  it("somebody else's message, and one that is not there, cannot be changed", async () => {
    workspace.messages.push({
      channel: "C1",
      ts: "1.1",
      by: "U1",
      text: "",
      blocks: [],
      metadata: null,
      ephemeralTo: null,
      reactions: [],
      edits: 0,
    });
    expect((await ask("chat.update", { channel: "C1", ts: "1.1", text: "x" })).error).toBe(
      "cant_update_message",
    );
    expect((await ask("chat.update", { channel: "C1", ts: "9.9", text: "x" })).error).toBe(
      "message_not_found",
    );
  });
});

describe("an Enterprise the app was installed for", () => {
  beforeEach(() => {
    slack.enterprise(
      "E1",
      "xoxb-all",
      ["TA", "TB"],
      [
        { id: "U7", name: "Ana", teams: ["TA"] },
        { id: "U8", name: "Bo", teams: ["TC"] },
      ],
    );
  });
  const all = (method: string, args: Args = {}) => ask(method, args, "xoxb-all");

  it("names the workspaces the app was added to, page by page", async () => {
    expect((await all("auth.teams.list")).body).toMatchObject({
      teams: [{ id: "TA" }, { id: "TB" }],
    });
    const { body } = await all("auth.teams.list", { limit: "1" });
    expect(body).toMatchObject({ teams: [{ id: "TA" }], response_metadata: { next_cursor: "1" } });
  });

  it("lists people of one workspace at a time: none named is missing_argument, one without the app team_access_not_granted", async () => {
    expect((await all("users.list")).error).toBe("missing_argument");
    expect((await all("users.list", { team_id: "TC" })).error).toBe("team_access_not_granted");
    expect((await all("users.list", { team_id: "TA" })).body).toMatchObject({
      ok: true,
      members: [
        { id: "U7", enterprise_user: { enterprise_id: "E1", teams: ["TA"] } },
        { id: "UBOTE1" },
      ],
    });
  });

  it("whoever is in a workspace without the app cannot be written to", async () => {
    expect((await all("chat.postMessage", { channel: "U8", text: "x" })).error).toBe(
      "team_access_not_granted",
    );
    expect((await all("chat.postMessage", { channel: "U7", text: "x" })).error).toBeNull();
  });
});

describe("A11: blocks", () => {
  it.each<[string, readonly object[]]>([
    ["51 blocks", Array.from({ length: 51 }, () => ({ type: "divider" }))],
    ["a block nobody knows", [{ type: "carousel_of_ours" }]],
    ["a header of 151", [{ type: "header", text: plain("x".repeat(151)) }]],
    ["an empty text", [{ type: "section", text: plain("") }]],
    ["a section of 3,001", [{ type: "section", text: plain("x".repeat(3_001)) }]],
    ["11 fields", [{ type: "section", fields: Array.from({ length: 11 }, () => plain("x")) }]],
    ["a field of 2,001", [{ type: "section", fields: [plain("x".repeat(2_001))] }]],
    [
      "11 in a context",
      [{ type: "context", elements: Array.from({ length: 11 }, () => plain("x")) }],
    ],
    [
      "26 buttons",
      [actions(...Array.from({ length: 26 }, (_, i) => button({ action_id: `a${i}` })))],
    ],
    ["a button of 76", [actions(button({ text: plain("x".repeat(76)) }))]],
    ["a value of 2,001", [actions(button({ value: "x".repeat(2_001) }))]],
    ["an action_id of 256", [actions(button({ action_id: "x".repeat(256) }))]],
    ["a menu of 6", [actions({ type: "overflow", action_id: "m", options: options(6) })]],
    [
      "a menu's value of 76",
      [
        actions({
          type: "overflow",
          action_id: "m",
          options: [{ text: plain("x"), value: "x".repeat(76) }],
        }),
      ],
    ],
    ["an action_id twice", [actions(button(), button())]],
    [
      "a block_id twice",
      [
        { type: "divider", block_id: "b" },
        { type: "divider", block_id: "b" },
      ],
    ],
    ["a block_id of 256", [{ type: "divider", block_id: "x".repeat(256) }]],
    [
      "a confirm title of 101",
      [
        actions(
          button({
            confirm: {
              title: plain("x".repeat(101)),
              text: plain("x"),
              confirm: plain("x"),
              deny: plain("x"),
            },
          }),
        ),
      ],
    ],
    [
      "a confirm button of 31",
      [
        actions(
          button({
            confirm: {
              title: plain("x"),
              text: plain("x"),
              confirm: plain("x".repeat(31)),
              deny: plain("x"),
            },
          }),
        ),
      ],
    ],
    ["an input in a message", [input({ type: "plain_text_input", action_id: "v" })]],
    [
      "an empty rich text",
      [
        {
          type: "rich_text",
          elements: [{ type: "rich_text_section", elements: [{ type: "text", text: "" }] }],
        },
      ],
    ],
  ])("%s are invalid_blocks", async (_what, blocks) =>
    expect((await post({ blocks })).error).toBe("invalid_blocks"),
  );

  it("13,201 characters together are msg_blocks_too_long", async () => {
    expect(
      (
        await post({
          blocks: Array.from({ length: 5 }, () => ({
            type: "section",
            text: plain("x".repeat(2_700)),
          })),
        })
      ).error,
    ).toBe("msg_blocks_too_long");
  });
});

describe("A1, A11: modals", () => {
  it.each<[string, object, string]>([
    ["a title of 25", modal({ title: plain("x".repeat(25)) }), "invalid_arguments"],
    [
      "private metadata of 3,001",
      modal({ private_metadata: "x".repeat(3_001) }),
      "invalid_arguments",
    ],
    ["a callback_id of 256", modal({ callback_id: "x".repeat(256) }), "invalid_arguments"],
    [
      "101 blocks",
      modal({ blocks: Array.from({ length: 101 }, () => ({ type: "divider" })) }),
      "invalid_blocks",
    ],
    [
      "101 options",
      modal({ blocks: [input({ type: "static_select", action_id: "v", options: options(101) })] }),
      "invalid_blocks",
    ],
    [
      "11 checkboxes",
      modal({ blocks: [input({ type: "checkboxes", action_id: "v", options: options(11) })] }),
      "invalid_blocks",
    ],
    [
      "an option of 76",
      modal({
        blocks: [
          input({ type: "static_select", action_id: "v", options: options(1, "x".repeat(76)) }),
        ],
      }),
      "invalid_blocks",
    ],
    [
      "an initial option that is none",
      modal({
        blocks: [
          input({
            type: "static_select",
            action_id: "v",
            options: options(1),
            initial_option: { text: plain("y"), value: "y" },
          }),
        ],
      }),
      "invalid_blocks",
    ],
    [
      "an initial value of 3,001",
      modal({
        blocks: [
          input({ type: "plain_text_input", action_id: "v", initial_value: "x".repeat(3_001) }),
        ],
      }),
      "invalid_blocks",
    ],
  ])("%s are refused", async (_what, view, error) => expect((await open(view)).error).toBe(error));

  it("a trigger opens one modal, in its own workspace", async () => {
    const trigger = slack.trigger("T1", "U1");
    expect((await ask("views.open", { trigger_id: trigger, view: modal() })).error).toBeNull();
    expect((await ask("views.open", { trigger_id: trigger, view: modal() })).error).toBe(
      "exchanged_trigger_id",
    );
    expect((await ask("views.open", { trigger_id: "made-up", view: modal() })).error).toBe(
      "invalid_trigger_id",
    );
    expect(
      (await ask("views.open", { trigger_id: slack.trigger("T2", "U1"), view: modal() })).error,
    ).toBe("invalid_trigger_id");
  });
});

describe("A6, A9: limits", () => {
  it("a fourth message at once into one channel is 429 with Retry-After, and another channel goes on", async () => {
    slack.limit();
    workspace.channels.set("C4", {
      name: "more",
      members: new Set([workspace.botUser]),
      archived: false,
      im: null,
    });
    const answers = await Promise.all(Array.from({ length: 5 }, () => post({})));
    const refused = answers.filter((each) => each.status === 429);
    expect(refused.length).toBeGreaterThan(0);
    expect(Number(refused[0]?.headers.get("retry-after"))).toBeGreaterThan(0);
    expect((await post({ channel: "C4" })).status).toBe(200);
  });

  it.each(Object.entries(tiers))(
    "%s is let in %i times a minute, then 429 with Retry-After; another workspace goes on",
    async (method, most) => {
      slack.workspace("T2", "xoxb-two", []);
      const args = {
        channel: "C1",
        users: "U1",
        user: "U1",
        user_id: "U1",
        email: "x",
        ts: "1.1",
        timestamp: "1.1",
        text: "x",
        view: modal(),
      };
      for (let i = 0; i < most; i++) expect((await ask(method, args)).status).toBe(200);
      const refused = await ask(method, args);
      expect(refused).toMatchObject({ status: 429, error: "ratelimited" });
      expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(50);
      expect((await ask(method, args, "xoxb-two")).status).toBe(200);
    },
  );

  it("401 messages within a minute into many channels are too many", async () => {
    slack.limit();
    for (let i = 0; i < 401; i++)
      workspace.channels.set(`CM${i}`, {
        name: `m${i}`,
        members: new Set([workspace.botUser]),
        archived: false,
        im: null,
      });
    const statuses: number[] = [];
    for (let i = 0; i < 401; i++) statuses.push((await post({ channel: `CM${i}` })).status);
    expect(statuses.filter((each) => each === 429)).toHaveLength(1);
    expect(statuses.at(-1)).toBe(429);
  });

  it("a response_url is good five times", async () => {
    const url = slack.responseUrl("T1", "U1", "C1", null);
    const statuses: number[] = [];
    for (let i = 0; i < 6; i++)
      statuses.push(
        (await fetch(url, { method: "POST", body: JSON.stringify({ text: "x" }) })).status,
      );
    expect(statuses).toEqual([200, 200, 200, 200, 200, 404]);
  });
});

it("A1: what it sends is signed over its raw bytes, as a form whose content type has no charset", async () => {
  const seen: Request[] = [];
  const at = new Date("2026-11-11T02:00:00Z");
  const target = {
    request: async (path: string, init: RequestInit) => (
      seen.push(new Request(path, init)),
      new Response("")
    ),
  };
  await sendInteraction(
    { secret: "s", target, now: () => at },
    { type: "block_actions", text: "报12万" },
  );
  const raw = await seen[0]!.text();
  expect(seen[0]!.headers.get("content-type")).toBe("application/x-www-form-urlencoded");
  expect(seen[0]!.headers.get("x-slack-signature")).toBe(signed(raw, "s", at)["x-slack-signature"]);
});
