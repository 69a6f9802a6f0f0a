// What becomes of a delivery on Slack: sent once, later, unknown or never, by what Slack answers; and two workspaces that never
// see each other's token.
import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { card, text } from "#src/view/card";
import { createSlackFixture, team, type SlackFixture } from "#test/support/slack/fixture";
import { sendEvent } from "#test/support/slack/platform/client";
import { dmOf } from "#test/support/slack/platform/workspace";

let made: SlackFixture;
beforeEach(async () => {
  made = await createSlackFixture();
});
afterEach(() => made.close());

/** Slack may be at it for as long as any call of its own takes. */
const unheard = { result: "unknown", afterMs: 30_000 } as const;
const toRenke = { platform: "slack", workspace: team, user: "U1" };
const message = (says = "A notice", deliveryId: string = randomUUID()) => ({
  deliveryId,
  at: new Date(0),
  cards: [card({ title: says })],
});
const workspace = () => made.slack.workspaceOf(team);
const inChannel = (id = "C1", archived = false) => {
  workspace().channels.set(id, {
    name: "sales",
    members: new Set([workspace().botUser]),
    archived,
    im: null,
  });
  return { platform: "slack", workspace: team, channel: id };
};

describe("a refusal of Slack's", () => {
  it.each([
    ["channel_not_found", "person"],
    ["is_archived", "person"],
    ["restricted_action", "person"],
    ["token_revoked", "installation"],
    ["account_inactive", "installation"],
    ["invalid_auth", "installation"],
    ["msg_blocks_too_long", "content"],
    ["invalid_blocks", "content"],
    ["something_new", "content"],
  ])("%s stops the %s for good", async (error, stops) => {
    made.slack.next("chat.postMessage", { body: { ok: false, error } });
    expect(await made.adapter.chat.post(toRenke, message())).toEqual({
      result: "final",
      stops,
      why: error,
    });
  });

  it("of a missing scope names the scope", async () => {
    workspace().scopes.delete("chat:write");
    expect(await made.adapter.chat.post(toRenke, message())).toEqual({
      result: "final",
      stops: "installation",
      why: "missing_scope chat:write",
    });
  });

  it.each(["fatal_error", "internal_error"])("%s may have partly happened", async (error) => {
    made.slack.next("chat.postMessage", { body: { ok: false, error } });
    expect(await made.adapter.chat.post(toRenke, message())).toEqual({ result: "unknown" });
  });

  it("to wait is kept to, by this destination, without another try", async () => {
    made.slack.next("chat.postMessage", { status: 429, headers: { "retry-after": "7" } });
    expect(await made.adapter.chat.post(toRenke, message())).toEqual({
      result: "later",
      afterMs: 7000,
    });
    expect(made.slack.calls.filter((each) => each.method === "chat.postMessage")).toHaveLength(1);
    expect(await made.adapter.chat.post(inChannel(), message())).toMatchObject({ result: "sent" });
  });

  it("to answer at all is unknown, and so is an answer of 500; neither is tried again here", async () => {
    made.slack.next("chat.postMessage", { hangUp: "before" });
    expect(await made.adapter.chat.post(toRenke, message())).toEqual(unheard);
    made.slack.next("chat.postMessage", { status: 500, body: {} });
    expect(await made.adapter.chat.post(toRenke, message())).toEqual(unheard);
    expect(workspace().messages).toEqual([]);
  });

  it("to be there stops the installation; a workspace where the app is not installed stops it too", async () => {
    await made.installations.stop({ platform: "slack", workspace: team }, "removed");
    expect(await made.adapter.chat.post(toRenke, message())).toMatchObject({
      result: "final",
      stops: "installation",
    });
  });

  it("of a channel the bot is not in, or that is archived, stops that channel", async () => {
    workspace().channels.set("C9", { name: "x", members: new Set(), archived: false, im: null });
    expect(
      await made.adapter.chat.post(
        { platform: "slack", workspace: team, channel: "C9" },
        message(),
      ),
    ).toMatchObject({ result: "final", stops: "person", why: "not_in_channel" });
    expect(await made.adapter.chat.post(inChannel("C2", true), message())).toMatchObject({
      result: "final",
      stops: "person",
      why: "is_archived",
    });
  });
});

describe("a workspace whose token another key sealed", () => {
  let isWrong: boolean;
  beforeEach(() => {
    isWrong = true;
    const { installations } = made;
    const under = { ...installations };
    installations.find = async (key) => (isWrong ? null : await under.find(key));
    installations.known = async (key) =>
      isWrong ? { stoppedAt: null, isUnopened: true } : await under.known(key);
  });

  it("is not stopped: what is for it waits until the key is back, and nobody is asked whether it arrived", async () => {
    expect(await made.adapter.chat.post(toRenke, message())).toEqual({
      result: "later",
      afterMs: 60_000,
    });
    expect(await made.adapter.chat.edit(inChannel(), "C1/1.1", message())).toEqual({
      result: "later",
      afterMs: 60_000,
    });
    expect(await made.adapter.chat.find(inChannel(), randomUUID())).toEqual({
      found: "later",
      afterMs: 60_000,
    });
    isWrong = false;
    expect(await made.adapter.chat.post(toRenke, message())).toMatchObject({ result: "sent" });
  });

  it("is not heard as if it had removed the app: Slack is told to send again what it sent", async () => {
    expect(
      (
        await sendEvent(made.wire, team, workspace().botUser, {
          type: "message",
          channel: dmOf(workspace(), "U1"),
          channel_type: "im",
          user: "U1",
          text: "help",
          ts: "1795000000.000100",
        })
      ).status,
    ).toBe(500);
    expect(made.bot.received).toEqual([]);
  });
});

describe("after an attempt nobody heard the end of", () => {
  it("a message is looked for when Slack cannot be at it any more: one that it took ten seconds for is there then", async () => {
    const sent = message();
    made.slack.next("chat.postMessage", { hangUp: "late" });
    const result = await made.adapter.chat.post(toRenke, sent);
    expect(result).toEqual(unheard);
    expect(await made.adapter.chat.find(toRenke, sent.deliveryId)).toEqual({ found: "absent" });
    made.slack.catchUp();
    expect(await made.adapter.chat.find(toRenke, sent.deliveryId)).toMatchObject({
      found: "there",
    });
    expect(workspace().messages).toHaveLength(1);
  });

  it("a message in somebody's own chat is found by the id it carries, also by another process", async () => {
    const sent = message();
    made.slack.next("chat.postMessage", { hangUp: "after" });
    expect(await made.adapter.chat.post(toRenke, sent)).toEqual(unheard);
    const [there] = workspace().messages;
    expect(await made.adapter.chat.find(toRenke, sent.deliveryId)).toEqual({
      found: "there",
      messageId: `${dmOf(workspace(), "U1")}/${there?.ts}`,
    });
    expect(await made.adapter.chat.find(toRenke, randomUUID())).toEqual({ found: "absent" });
  });

  it("one in a channel is unknowable, unless the history scope was granted", async () => {
    const channel = inChannel();
    const sent = message();
    made.slack.next("chat.postMessage", { hangUp: "after" });
    await made.adapter.chat.post(channel, sent);
    expect(await made.adapter.chat.find(channel, sent.deliveryId)).toEqual({ found: "unknowable" });
    workspace().scopes.add("channels:history");
    expect(await made.adapter.chat.find(channel, sent.deliveryId)).toMatchObject({
      found: "there",
    });
  });

  it("not being able to look is no answer: it is asked again later", async () => {
    made.slack.next("conversations.history", { status: 429, headers: { "retry-after": "3" } });
    expect(await made.adapter.chat.find(toRenke, randomUUID())).toEqual({
      found: "later",
      afterMs: 3_000,
    });
    made.slack.next("conversations.history", { body: { ok: false, error: "internal_error" } });
    await expect(made.adapter.chat.find(toRenke, randomUUID())).rejects.toThrow(/internal_error/);
  });
});

it("looks for very many at once no faster than Slack lets it, and meets no 429", async () => {
  const found = await Promise.all(
    Array.from({ length: 80 }, () => made.adapter.chat.find(toRenke, randomUUID())),
  );
  expect(found.filter((each) => each.found === "absent")).toHaveLength(15);
  const later = found.flatMap((each) => (each.found === "later" ? [each.afterMs] : []));
  expect(later).toHaveLength(65);
  expect(later.every((ms) => ms > 0 && ms <= 2_000)).toBe(true);
  expect(made.slack.calls.filter((each) => each.error !== null)).toEqual([]);
});

describe("a message that is kept up to date", () => {
  it("is edited where it stands, with its blocks", async () => {
    const channel = inChannel();
    const first = await made.adapter.chat.post(channel, message("1 cheer"));
    const id = first.result === "sent" ? first.messageId : "";
    expect(await made.adapter.chat.edit(channel, id, message("2 cheers"))).toEqual({
      result: "sent",
      messageId: id,
    });
    expect(
      workspace().messages.map((each) => /2\scheers/.test(JSON.stringify(each.blocks))),
    ).toEqual([true]);
  });

  it("and is gone there ends for good", async () => {
    expect(await made.adapter.chat.edit(inChannel(), "C1/1.1", message())).toEqual({
      result: "final",
      stops: "content",
      why: "message_not_found",
    });
  });
});

it("nothing typed reaches the notification as markup", async () => {
  await made.adapter.chat.post(toRenke, {
    ...message("<!channel> <@U1>"),
    cards: [card({ title: "<!channel> <@U1>", body: [text("<!here>")] })],
  });
  const [call] = made.slack.calls.filter((each) => each.method === "chat.postMessage");
  expect(call?.args).toMatchObject({
    text: "&lt;!channel&gt; &lt;@U1&gt;",
    mrkdwn: "false",
    parse: "none",
    link_names: "false",
    unfurl_links: "false",
  });
});

it("two workspaces interleaved each speak with their own token, call by call", async () => {
  const second = made.slack.workspace("T2", "xoxb-two", [{ id: "U1", name: "Another Renke" }]);
  await made.installations.save(
    { platform: "slack", workspace: "T2" },
    { name: "Two", token: "xoxb-two", botUser: second.botUser, scopes: [], installedBy: null },
    new Date(0),
    { way: "link", organisations: "many" },
  );
  const to = (where: string) => ({ platform: "slack", workspace: where, user: "U1" });
  await Promise.all(
    Array.from({ length: 12 }, (_, i) =>
      made.adapter.chat.post(to(i % 2 === 0 ? "T1" : "T2"), message(`for T${(i % 2) + 1}`)),
    ),
  );
  const posts = made.slack.calls.filter((each) => each.method === "chat.postMessage");
  expect(posts).toHaveLength(12);
  expect(
    posts.every((each) =>
      JSON.stringify(each.args["blocks"]).includes(each.token === "xoxb-one" ? "for T1" : "for T2"),
    ),
  ).toBe(true);
  for (const [where, says] of [
    ["T1", "for T1"],
    ["T2", "for T2"],
  ] as const)
    expect(
      made.slack
        .workspaceOf(where)
        .messages.every((each) => JSON.stringify(each.blocks).includes(says)),
    ).toBe(true);
});
