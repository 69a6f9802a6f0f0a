// What Slack sends to us: what is typed in a chat, in a channel and behind the bot's own name.
import { describe, expect, it } from "vitest";
import { sayAgain } from "#adapters/slack/send/answer";
import { say } from "#src/bot/declare/actions";
import { form, textField } from "#src/view/form";
import { sendEvent } from "#test/support/slack/platform/client";
import { team } from "#test/support/slack/fixture";
import { send } from "#test/adapters/samples";
import { made, receiving, workspace, bot, inDm, ownChat } from "./receiving.ts";

receiving();

describe("what is typed", () => {
  it.each([
    ["log 12k for &lt;!channel&gt; &amp;lt;", "log 12k for <!channel> &lt;"],
    [
      "mail <mailto:a@b.com|a@b.com> at <http://example.com|example.com> or <https://x.com/?a=1&amp;b=2>",
      "mail a@b.com at example.com or https://x.com/?a=1&b=2",
    ],
    ["<!here> and <!subteam^S1|@sales>", "@here and @sales"],
    ["log 5 <#C77|g7>", "log 5 #g7"],
    [
      "log 5 :tada: :clap::skin-tone-3: :acme: at 10:30:45 <https://x.com/:+1:|https://x.com/:+1:>",
      "log 5 🎉 👏🏼 :acme: at 10:30:45 https://x.com/:+1:",
    ],
    ["see <https://evil.example/x|our wiki>", "see our wiki (https://evil.example/x)"],
  ])("%s is read as %s", async (raw, text) => {
    await sendEvent(made.wire, team, bot(), inDm(raw));
    await made.adapter.settled();
    expect(made.bot.received).toMatchObject([{ kind: "said", text }]);
  });

  it("as # and became a channel without its name is read by its name", async () => {
    workspace().channels.set("C77", { name: "g7", members: new Set(), archived: false, im: null });
    await sendEvent(made.wire, team, bot(), inDm("log 5 <#C77>"));
    expect(made.bot.received).toMatchObject([{ text: "log 5 #g7" }]);
  });

  it("with a mention names that account; a typed one is text", async () => {
    await sendEvent(made.wire, team, bot(), inDm("praise <@U2> and &lt;@U9&gt;"));
    expect(made.bot.received).toMatchObject([
      { text: "praise <@U2> and <@U9>", mentions: [{ token: "<@U2>", user: "U2" }] },
    ]);
  });

  it("in a channel after a mention of the bot is answered elsewhere, as one line in its thread tells them alone, and the place goes with it", async () => {
    workspace().channels.set("C1", {
      name: "sales",
      members: new Set([bot(), "U1"]),
      archived: false,
      im: null,
    });
    workspace().messages.push({
      channel: "C1",
      ts: "1795000001.000100",
      by: "U1",
      text: "",
      blocks: [],
      metadata: null,
      ephemeralTo: null,
      reactions: [],
      edits: 0,
    });
    await sendEvent(made.wire, team, bot(), {
      type: "app_mention",
      channel: "C1",
      user: "U1",
      text: `<@${bot()}> log 12k`,
      ts: "1795000001.000100",
      thread_ts: "1794999999.000100",
    });
    await made.adapter.settled();
    expect(made.bot.received).toMatchObject([
      { kind: "placeChanged", name: "sales", member: true, place: { channel: "C1" } },
      {
        kind: "said",
        text: "log 12k",
        place: { platform: "slack", workspace: team, channel: "C1" },
      },
    ]);
    expect(workspace().messages.map((each) => [each.ephemeralTo, each.text])).toEqual([
      [null, ""],
      ["U1", "Answered in our own chat."],
    ]);
    expect(
      made.slack.calls.find((each) => each.method === "chat.postEphemeral")?.args["thread_ts"],
    ).toBe("1794999999.000100");
  });

  it("that needs a form gets a button that opens it, since a message cannot", async () => {
    made.bot.next({
      outcome: "ask",
      form: form({
        title: "New goal",
        fields: [textField("a", "A")],
        submit: "Ok",
        act: send({ about: "x" }),
        sees: "You",
      }),
      locale: "en",
    });
    await made.surface.say("U1", "goal new");
    made.bot.next({
      outcome: "ask",
      form: form({
        title: "New goal",
        fields: [textField("a", "A")],
        submit: "Ok",
        act: send({ about: "x" }),
        sees: "You",
      }),
      locale: "en",
    });
    await made.surface.press("U1", "Open the form");
    expect((await made.surface.screen("U1")).form?.title).toBe("New goal");
    expect(made.bot.received[1]).toMatchObject({ kind: "pressed", ...say({ text: "goal new" }) });
    expect(sayAgain("x")).toEqual(say({ text: "x" }));
  });
});

describe("FC-100: a line", () => {
  it.each([
    ["beside a picture", { subtype: "file_share", files: [{ id: "F1" }] }],
    ["in a thread", { thread_ts: "1794999999.000100" }],
    ["in a thread and the chat", { subtype: "thread_broadcast", thread_ts: "1794999999.000100" }],
  ])("%s is heard as any other", async (_, more) => {
    await sendEvent(made.wire, team, bot(), inDm("log 5", more));
    await made.adapter.settled();
    expect(made.bot.received).toMatchObject([{ kind: "said", text: "log 5" }]);
  });
});

describe("a line that names the bot by its command", () => {
  it.each([
    ["/coach log 5", "log 5"],
    ["coach goals", "goals"],
    ["/log 5", "log 5"],
    ["/coach", "home"],
    ["coach", "coach"],
    ["coaching notes", "coaching notes"],
    ["5/10", "5/10"],
  ])("%s is read as %s", async (raw, text) => {
    await sendEvent(made.wire, team, bot(), inDm(raw));
    await made.adapter.settled();
    expect(made.bot.received).toMatchObject([{ text }]);
    expect(ownChat()).toEqual([]);
  });

  it("as a slash command, in a thread, is carried out, and told kindly that there are none in threads", async () => {
    await sendEvent(
      made.wire,
      team,
      bot(),
      inDm("/coach log 5", { thread_ts: "1794999999.000100" }),
    );
    await made.adapter.settled();
    expect(made.bot.received).toMatchObject([{ text: "log 5" }]);
    expect(ownChat()).toEqual([expect.stringContaining("no slash commands in threads")]);
  });
});
