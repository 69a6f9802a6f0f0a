// The Slack of our own is as strict as design/platforms.md part A says: tokens, places, limits; one wrong request for each rule.
import { request } from "node:http";
import { beforeEach, describe, expect, it } from "vitest";
import { scopesOfMethods, tiers } from "#test/support/slack/platform/limits";
import { sendInteraction, signed } from "#test/support/slack/platform/client";
import {
  slack,
  workspace,
  ownSlack,
  ask,
  post,
  button,
  actions,
  modal,
  open,
  type Args,
} from "./asked.ts";

ownSlack();

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

  it("nothing to remind you of is no_text, 40,001 characters are msg_too_long", async () => {
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
