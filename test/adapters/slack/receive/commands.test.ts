// What Slack sends to us: the slash command, shortcuts, reactions and the Home tab.
import { describe, expect, it } from "vitest";
import { button, card } from "#src/view/card";
import { form } from "#src/view/form";
import { line, typed } from "#src/view/line";
import { buttonsIn, readBlocks, type FakeBlock } from "#test/support/slack/platform/blocks";
import { sendCommand, sendEvent, sendInteraction } from "#test/support/slack/platform/client";
import { team } from "#test/support/slack/fixture";
import { press, send } from "#test/adapters/samples";
import { made, receiving, workspace, bot, shown, asked, ownChat, outlasting } from "./receiving.ts";

receiving();

describe("the slash command", () => {
  it("is answered in the acknowledgement, for them alone", async () => {
    made.bot.next(shown("+12k"));
    const { status, body } = await sendCommand(made.wire, asked("log 12k"));
    expect(status).toBe(200);
    expect(body).toMatchObject({ response_type: "ephemeral", text: "+12k" });
    expect(made.bot.received).toMatchObject([
      { kind: "said", text: "log 12k", direct: true, place: { channel: "C1" } },
    ]);
  });

  it("is in front of what its answer advises to type, which a channel would read otherwise; a button does without", async () => {
    made.bot.next({
      outcome: "show",
      cards: [
        card({
          title: line`Try ${typed("log 12k")} or ${typed("help")}.`,
          buttons: [button(typed("help"), press({ what: "help" }))],
        }),
      ],
      locale: "en",
    });
    const { body } = await sendCommand(made.wire, asked("flibber"));
    const { blocks } = body as { blocks: FakeBlock[] };
    expect(readBlocks(blocks)).toContain("Try /coach log 12k or /coach help.");
    expect(buttonsIn(blocks).map((each) => each.label)).toEqual(["help"]);
  });

  it("alone shows the home", async () => {
    await sendCommand(made.wire, asked("  "));
    expect(made.bot.received).toMatchObject([{ text: "home" }]);
  });

  it("opens a form while its trigger is good", async () => {
    made.bot.next({
      outcome: "ask",
      form: form({
        title: "New goal",
        fields: [],
        submit: "Ok",
        act: send({ about: "x" }),
        sees: "You",
      }),
      locale: "en",
    });
    const { body } = await sendCommand(made.wire, asked("goal new"));
    await made.adapter.settled();
    expect(body).toBeNull();
    expect([...workspace().views.values()].map((each) => each.user)).toEqual(["U1"]);
  });

  it("that takes too long says so before Slack gives up, and answers afterwards", async () => {
    const { body } = await outlasting(shown("late but here"), () =>
      sendCommand(made.wire, asked("goals")),
    );
    expect(body).toContain("Still working on it");
    await made.adapter.settled();
    expect(workspace().messages.map((each) => [each.ephemeralTo, readBlocks(each.blocks)])).toEqual(
      [["U1", "late but here"]],
    );
  });

  it("that breaks something says so with a code, and the log has the cause", async () => {
    made.bot.next(() => Promise.reject(new RangeError("broken inside")));
    const { body } = await sendCommand(made.wire, asked("goals"));
    expect(body).toMatchObject({
      text: expect.stringMatching(/tell an admin the code E\d+/) as string,
    });
    expect(made.logged).toContainEqual({
      event: "slack.act_failed",
      fields: {
        code: expect.stringMatching(/^E\d+$/),
        error: expect.stringMatching(/^RangeError\n.+adapters.slack.receive/),
      },
    });
    expect(JSON.stringify(made.logged)).not.toContain("broken inside");
  });
});

describe("shortcuts and reactions", () => {
  const base = { team: { id: team }, user: { id: "U1", team_id: team } };
  const shortcut = async (callback: string, message?: object) => {
    const sent =
      message === undefined
        ? { type: "shortcut" }
        : {
            type: "message_action",
            channel: { id: "C1" },
            message,
            response_url: made.slack.responseUrl(team, "U1", "C1", null),
          };
    await sendInteraction(made.wire, {
      ...sent,
      callback_id: callback,
      trigger_id: made.slack.trigger(team, "U1"),
      ...base,
    });
    await made.adapter.settled();
  };

  it("a shortcut does its action; on a message it is about whoever wrote that", async () => {
    await shortcut("pacer.log");
    await shortcut("pacer.praise", { user: "U2", ts: "1.1" });
    expect(made.bot.received).toMatchObject([
      { kind: "pressed", name: "goals.ask-log", payload: {} },
      { kind: "pressed", name: "recognition.ask-praise", payload: { to: "person U2", win: null } },
    ]);
  });

  it.each([
    ["an app", { bot_id: "B1", user: "U2", ts: "1.1" }],
    ["an app without an account", { bot_id: "B1", ts: "1.1" }],
    ["a guest", { user: "U3", ts: "1.1" }],
  ])("a shortcut on a message of %s says that a colleague's is needed", async (_who, message) => {
    made.bot.strangers.add("U3");
    await shortcut("pacer.praise", message);
    expect(workspace().messages.map((each) => [each.ephemeralTo, readBlocks(each.blocks)])).toEqual(
      [["U1", expect.stringContaining("Choose a colleague's message")]],
    );
    expect(made.bot.received).toEqual([]);
  });

  it("a shortcut nobody knows any more is told to be gone", async () => {
    await shortcut("say:log");
    expect(ownChat()).toEqual([expect.stringContaining("no longer kept")]);
  });

  it("a cheer for a message of the bot's is told with its place; other reactions and other messages are not", async () => {
    const reaction = (name: string, item_user: string, type = "reaction_added") => ({
      type,
      user: "U1",
      reaction: name,
      item_user,
      item: { type: "message", channel: "C1", ts: "5.5" },
      event_ts: "6.6",
    });
    await sendEvent(made.wire, team, bot(), reaction("+1::skin-tone-2", bot()));
    await sendEvent(made.wire, team, bot(), reaction("+1", bot(), "reaction_removed"));
    await sendEvent(made.wire, team, bot(), reaction("thinking_face", bot()));
    await sendEvent(made.wire, team, bot(), reaction("+1", "U2"));
    expect(made.bot.received).toMatchObject([
      { kind: "reacted", messageId: "C1/5.5", added: true, place: { channel: "C1" } },
      { kind: "reacted", messageId: "C1/5.5", added: false },
    ]);
  });
});

describe("the Home tab", () => {
  it("shows the home when it is opened, and again after a press on it", async () => {
    made.bot.showsAtHome([
      card({ title: "My goals", buttons: [button("Open", press({ what: "g" }))] }),
    ]);
    await sendEvent(made.wire, team, bot(), {
      type: "app_home_opened",
      user: "U1",
      tab: "home",
      channel: "D1",
    });
    await made.adapter.settled();
    expect((await made.surface.screen("U1")).home).toEqual({ text: "My goals", buttons: ["Open"] });
    const before = workspace().homes.get("U1");
    await made.surface.press("U1", "Open");
    expect(made.bot.received).toMatchObject([{ kind: "pressed", payload: { what: "g" } }]);
    expect(workspace().homes.get("U1")).not.toEqual(before);
  });
});

it("the Home tab of somebody who may not use the bot says so", async () => {
  made.bot.strangers.add("U3");
  await sendEvent(made.wire, team, bot(), {
    type: "app_home_opened",
    user: "U3",
    tab: "home",
    channel: "D3",
  });
  await made.adapter.settled();
  expect(readBlocks(workspace().homes.get("U3") ?? [])).toContain("not in the directory");
});
