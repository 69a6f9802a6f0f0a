// The Slack of our own tells whom a message mentions, links and emoji apart from words, and refuses what Slack refuses of them; who may post where.
import { describe, expect, it } from "vitest";
import { readBlocks } from "#test/support/slack/platform/blocks";
import { linksIn } from "#test/support/slack/platform/rich-text";
import { ask, ownSlack, post, workspace } from "./asked.ts";

ownSlack();

const rich = (...elements: object[]) => [
  { type: "rich_text", elements: [{ type: "rich_text_section", elements }] },
];
const user = { type: "user", user_id: "U1" };

describe("rich text", () => {
  it("mentions an account once however often it stands there, and an edit notifies nobody", async () => {
    const { body } = await post({ blocks: rich(user, { type: "text", text: " and " }, user) });
    expect(workspace.messages[0]?.tells).toEqual(["U1"]);
    await ask("chat.update", { channel: "C1", ts: body["ts"], text: "x", blocks: rich(user) });
    expect(workspace.messages[0]).toMatchObject({ tells: ["U1"], edits: 1 });
  });

  it("is read as a person sees it: names, channels, emoji, addresses", async () => {
    await post({
      blocks: rich(
        user,
        { type: "text", text: " <@U1> " },
        { type: "channel", channel_id: "C1" },
        { type: "emoji", name: "tada" },
        { type: "link", url: "https://x.example/a", text: "here" },
      ),
    });
    const [message] = workspace.messages;
    const names = (id: string) => workspace.users.get(id)?.name ?? workspace.channels.get(id)?.name;
    expect(readBlocks(message?.blocks ?? [], names)).toBe("@Renke <@U1> #sales:tada:here");
    expect(linksIn(message?.blocks)).toEqual(["#C1", "https://x.example/a"]);
  });

  it.each([
    ["a mention of a name", { type: "user", user_id: "renke" }],
    ["a channel without its id", { type: "channel", channel_id: "#sales" }],
    ["a link that is no web address", { type: "link", url: "javascript:alert(1)" }],
    ["an emoji without a name", { type: "emoji", name: "" }],
    ["a piece nobody knows", { type: "usergroup_of_ours" }],
  ])("with %s is refused", async (_, piece) => {
    expect(await post({ blocks: rich(piece) })).toMatchObject({ error: "invalid_blocks" });
  });

  it("for one person alone notifies nobody, and is for who is in the channel", async () => {
    const only = (to: string) =>
      ask("chat.postEphemeral", { channel: "C1", user: to, text: "x", blocks: rich(user) });
    expect(await only("U1")).toMatchObject({ error: null });
    expect(workspace.messages[0]).toMatchObject({ ephemeralTo: "U1", tells: [] });
    expect(await only("U2")).toMatchObject({ error: "user_not_in_channel" });
  });
});

describe("a channel", () => {
  it("in which only some may post refuses everybody else", async () => {
    const sales = workspace.channels.get("C1")!;
    sales.mayPost = new Set(["U1"]);
    expect(await post({})).toMatchObject({ error: "restricted_action" });
    sales.mayPost = new Set([workspace.botUser]);
    expect(await post({})).toMatchObject({ error: null });
  });

  it("that is private needs a scope of its own to be looked at", async () => {
    workspace.channels.get("C1")!.private = true;
    workspace.scopes.delete("groups:read");
    expect(await ask("conversations.info", { channel: "C1" })).toMatchObject({
      error: "missing_scope",
      body: { needed: "groups:read" },
    });
    workspace.scopes.add("groups:read");
    expect(await ask("conversations.info", { channel: "C1" })).toMatchObject({ error: null });
  });
});

describe("somebody of a connected workspace", () => {
  it("is told to be a stranger, with the workspace they are from", async () => {
    workspace.users.set("U7", { id: "U7", name: "Far", team: "T9" });
    const { body } = await ask("users.info", { user: "U7" });
    expect(body["user"]).toMatchObject({ team_id: "T9", is_stranger: true });
    expect((await ask("users.info", { user: "U1" })).body["user"]).toMatchObject({
      is_stranger: false,
    });
  });
});
