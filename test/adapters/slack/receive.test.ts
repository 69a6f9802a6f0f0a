// What Slack sends to us: who is believed, what is stored before it is acknowledged, and what each way of speaking becomes.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { sayAgain } from "#adapters/slack/send/answer";
import { DatabaseError } from "#db/client";
import { say } from "#src/bot/declare/actions";
import { button, card, rows } from "#src/view/card";
import { choiceField, form, option, textField } from "#src/view/form";
import { readBlocks } from "#test/support/slack/platform/blocks";
import {
  sendCommand,
  sendEvent,
  sendInteraction,
  signed,
} from "#test/support/slack/platform/client";
import { createSlackFixture, secret, team, type SlackFixture } from "#test/support/slack/fixture";
import { dmOf } from "#test/support/slack/platform/server";
import { press, send } from "#test/adapters/samples";

let made: SlackFixture;
beforeEach(async () => {
  made = await createSlackFixture();
});
afterEach(() => made.close());

const now = new Date("2026-11-11T02:00:00Z");
const workspace = () => made.slack.workspaceOf(team);
const bot = () => workspace().botUser;
const shown = (title: string) =>
  ({ outcome: "show", cards: [card({ title })], locale: "en" }) as const;
const inDm = (text: string, more: object = {}) => ({
  type: "message",
  channel: dmOf(workspace(), "U1"),
  channel_type: "im",
  user: "U1",
  text,
  ts: "1795000000.000100",
  ...more,
});
const asked = (text: string, more: object = {}) => ({
  command: "/coach",
  text,
  team_id: team,
  user_id: "U1",
  channel_id: "C1",
  channel_name: "sales",
  trigger_id: made.slack.trigger(team, "U1"),
  response_url: made.slack.responseUrl(team, "U1", "C1", null),
  ...more,
});
const post = (raw: string, headers: Record<string, string>) =>
  made.adapter.routes.request("http://pacer.test/slack/events", {
    method: "POST",
    body: raw,
    headers: { "content-type": "application/json", ...headers },
  });
const ownChat = () =>
  workspace()
    .messages.filter((each) => each.channel === dmOf(workspace(), "U1"))
    .map((each) => readBlocks(each.blocks));

describe("a request", () => {
  const raw = JSON.stringify({
    type: "url_verification",
    challenge: "3eZbrw1aBm2rZgRNFdxV2595E9CY3gmdALWMmHkvFXO7tYXAYM8P",
  });
  const minutes = (count: number) => new Date(now.getTime() + count * 60_000);

  it("is believed when it is signed, and its challenge answered", async () => {
    const response = await post(raw, signed(raw, secret, now));
    expect(await response.json()).toEqual({
      challenge: "3eZbrw1aBm2rZgRNFdxV2595E9CY3gmdALWMmHkvFXO7tYXAYM8P",
    });
  });

  it.each([
    ["signed with another secret", () => signed(raw, "another secret of that length", now)],
    ["signed for another body", () => signed(`${raw} `, secret, now)],
    ["six minutes old", () => signed(raw, secret, minutes(-6))],
    ["six minutes from the future", () => signed(raw, secret, minutes(6))],
    ["not signed", () => ({})],
    [
      "signed without a time",
      () => ({ "x-slack-signature": signed(raw, secret, now)["x-slack-signature"]! }),
    ],
    [
      "with a signature of another length",
      () => ({ ...signed(raw, secret, now), "x-slack-signature": "v0=ab" }),
    ],
  ])("is refused when it is %s", async (_why, headers) => {
    expect((await post(raw, headers())).status).toBe(401);
  });

  it("is signed over its bytes, whatever characters they are", async () => {
    expect((await sendEvent(made.wire, team, bot(), inDm("报12万 仁济医院 👍"))).status).toBe(200);
    expect(made.bot.received).toMatchObject([{ text: "报12万 仁济医院 👍" }]);
  });

  it("of 5 MB, truncated, or of another kind is refused and changes nothing", async () => {
    const big = JSON.stringify({ type: "event_callback", text: "x".repeat(5_000_000) });
    expect(
      (await post(big, { ...signed(big, secret, now), "content-length": String(big.length) }))
        .status,
    ).toBe(413);
    expect((await post("{", signed("{", secret, now))).status).toBe(400);
    expect((await post("[]", signed("[]", secret, now))).status).toBe(400);
    expect(
      (await post(raw, { ...signed(raw, secret, now), "content-type": "text/plain" })).status,
    ).toBe(400);
    expect(
      (
        await post("ssl_check=1", {
          ...signed("ssl_check=1", secret, now),
          "content-type": "application/x-www-form-urlencoded",
        })
      ).status,
    ).toBe(200);
    expect(made.bot.received).toEqual([]);
  });
});

describe("an event", () => {
  it("is acknowledged only after it was stored", async () => {
    const order: string[] = [];
    const accept = made.bot.accept.bind(made.bot);
    made.bot.accept = async (incoming) => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      order.push("stored");
      return accept(incoming);
    };
    await sendEvent(made.wire, team, bot(), inDm("log 12k"));
    order.push("acknowledged");
    expect(order).toEqual(["stored", "acknowledged"]);
  });

  it("that could not be stored is refused, so that Slack sends it again", async () => {
    made.bot.accept = () =>
      Promise.reject(new DatabaseError("CONNECTION_CLOSED: select from installation"));
    expect((await sendEvent(made.wire, team, bot(), inDm("log 12k"))).status).toBe(500);
  });

  it("is acknowledged before it is carried out", async () => {
    let finish = (): void => {};
    made.bot.next(
      () => new Promise((resolve) => void (finish = () => resolve({ outcome: "delivered" }))),
    );
    expect((await sendEvent(made.wire, team, bot(), inDm("log 12k"))).status).toBe(200);
    finish();
    await made.adapter.settled();
  });

  it("that is sent again has the key it had", async () => {
    const event = inDm("log 12k");
    await sendEvent(made.wire, team, bot(), event, { eventId: "Ev1" });
    await sendEvent(made.wire, team, bot(), event, { eventId: "Ev1", retry: 1 });
    expect(new Set(made.bot.received.map((each) => each.dedupeKey)).size).toBe(1);
  });

  it.each([
    ["of the bot itself", { user: "UBOTT1", bot_id: "B1" }],
    ["of another bot", { bot_id: "B9" }],
    ["that tells of an edit", { subtype: "message_changed" }],
    ["that tells of a join", { subtype: "channel_join" }],
    ["in a channel that does not mention it", { channel: "C1", channel_type: "channel" }],
  ])("%s is not heard", async (_what, more) => {
    expect((await sendEvent(made.wire, team, bot(), inDm("log 12k", more))).status).toBe(200);
    expect(made.bot.received).toEqual([]);
  });

  it("that comes while the database is away is refused, so that Slack sends it again; a command says so with a code", async () => {
    const find = made.installations.find.bind(made.installations);
    made.installations.find = () =>
      Promise.reject(new DatabaseError("CONNECTION_CLOSED: select from installation"));
    expect((await sendEvent(made.wire, team, bot(), inDm("log 12k"))).status).toBe(500);
    expect(await sendCommand(made.wire, asked("log 12k"))).toMatchObject({
      status: 200,
      body: {
        response_type: "ephemeral",
        text: expect.stringMatching(/tell an admin the code E\d+/) as string,
      },
    });
    expect(JSON.stringify(made.logged)).toContain("CONNECTION_CLOSED: select from installation");
    made.installations.find = find;
    expect((await sendEvent(made.wire, team, bot(), inDm("log 12k"))).status).toBe(200);
    expect(made.bot.received).toMatchObject([{ text: "log 12k" }]);
  });

  it("from a workspace that removed the app is let pass without an error; its command is told so", async () => {
    expect((await sendEvent(made.wire, "T9", bot(), inDm("log 12k"))).status).toBe(200);
    expect((await sendCommand(made.wire, asked("log 12k", { team_id: "T9" }))).body).toMatchObject({
      text: "I am not installed in this workspace any more.",
    });
    expect(made.logged.filter(({ event }) => event === "slack.event_failed")).toEqual([]);
  });

  it("of a kind we do not know, or from a workspace that removed the app, is let pass", async () => {
    expect((await sendEvent(made.wire, team, bot(), { type: "pin_added" })).status).toBe(200);
    expect((await sendEvent(made.wire, "T9", bot(), inDm("log 12k"))).status).toBe(200);
    expect(made.bot.received).toEqual([]);
  });
});

describe("what is typed", () => {
  it.each([
    ["log 12k for &lt;!channel&gt; &amp;lt;", "log 12k for <!channel> &lt;"],
    [
      "mail <mailto:a@b.com|a@b.com> at <http://example.com|example.com> or <https://x.com/?a=1&amp;b=2>",
      "mail a@b.com at example.com or https://x.com/?a=1&b=2",
    ],
    ["<!here> and <!subteam^S1|@sales>", "@here and @sales"],
    ["log 5 <#C77|g7>", "log 5 #g7"],
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

  it("in a channel after a mention of the bot gets a tick there, and the place goes with it", async () => {
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
    expect(workspace().messages[0]?.reactions).toEqual(["white_check_mark"]);
    expect(workspace().messages).toHaveLength(1);
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

  it("that takes too long says so within three seconds, and answers afterwards", async () => {
    made.bot.next(
      () => new Promise((resolve) => setTimeout(() => resolve(shown("late but here")), 2_600)),
    );
    const began = performance.now();
    const { body } = await sendCommand(made.wire, asked("goals"));
    expect(performance.now() - began).toBeLessThan(3_000);
    expect(body).toContain("still at it");
    await made.adapter.settled();
    expect(workspace().messages.map((each) => [each.ephemeralTo, readBlocks(each.blocks)])).toEqual(
      [["U1", "late but here"]],
    );
  }, 15_000);

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
      [["U1", expect.stringContaining("Choose a message of a colleague")]],
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

describe("a menu beside a row", () => {
  const row = (i: number) => ({
    line: [`goal ${i}`],
    buttons: [
      button(`Log ${i}`, press({ what: `log ${"x".repeat(100)} ${i}` })),
      button(`Close ${i}`, press({ what: `close ${i}` })),
    ],
  });
  const long = card({ title: "Goals", body: [rows(Array.from({ length: 30 }, (_, i) => row(i)))] });

  it("does what was chosen in it, each choice once", async () => {
    await made.adapter.chat.post(
      { platform: "slack", workspace: team, user: "U1" },
      { deliveryId: "01930000-0000-7000-8000-00000000d011", at: now, cards: [long] },
    );
    await made.surface.press("U1", "Log 29");
    await made.surface.press("U1", "Close 29");
    await made.surface.press("U1", "Close 29");
    expect(made.bot.received).toMatchObject([
      { payload: { what: `log ${"x".repeat(100)} 29` } },
      { payload: { what: "close 29" } },
      { payload: { what: "close 29" } },
    ]);
    const [first, second, again] = made.bot.received.map((each) => each.dedupeKey);
    expect(first).not.toBe(second);
    expect(again).toBe(second);
  });

  it("is on the Home tab as well, where a hundred blocks have room for more", async () => {
    made.bot.showsAtHome([long, long, long]);
    await sendEvent(made.wire, team, bot(), {
      type: "app_home_opened",
      user: "U1",
      tab: "home",
      channel: "D1",
    });
    await made.adapter.settled();
    expect(
      (await made.surface.screen("U1")).home.buttons.filter((each) => each === "Log 29"),
    ).toHaveLength(3);
    await made.surface.press("U1", "Close 7", 2);
    expect(made.bot.received).toMatchObject([{ kind: "pressed", payload: { what: "close 7" } }]);
    expect(made.slack.calls.filter((each) => each.error !== null)).toEqual([]);
  });
});

describe("an answer Slack does not take", () => {
  const openForm = async (answer: Parameters<SlackFixture["slack"]["next"]>[1]) => {
    made.bot.next({
      outcome: "ask",
      form: form({
        title: "New goal",
        fields: [textField("f", "F")],
        submit: "Ok",
        act: send({ about: "x" }),
        sees: "You",
      }),
      locale: "en",
    });
    made.slack.next("views.open", answer);
    await sendCommand(made.wire, asked("goal new"));
    await made.adapter.settled();
    return workspace().messages.filter((each) => each.ephemeralTo === "U1");
  };

  it.each([
    [
      "being busy",
      { status: 429, headers: { "retry-after": "5" }, body: { ok: false, error: "ratelimited" } },
    ],
    ["having an error of its own", { body: { ok: false, error: "internal_error" } }],
    ["being away", { status: 500, body: {} }],
    ["coming too late", { body: { ok: false, error: "expired_trigger_id" } }],
  ])("for %s is offered as a button that opens the form", async (_why, answer) => {
    const [offered] = await openForm(answer);
    expect(readBlocks(offered?.blocks ?? [])).toContain("New goal: press to fill it in.");
  });

  it("because the form is wrong is a sentence with a code, and the log has the cause", async () => {
    const [told] = await openForm({ body: { ok: false, error: "invalid_arguments" } });
    expect(readBlocks(told?.blocks ?? [])).toMatch(/tell an admin the code E\d+/);
    expect(made.logged.filter(({ event }) => event === "slack.form_refused")).toMatchObject([
      { fields: { code: expect.stringMatching(/^E/) as string } },
    ]);
  });

  it("after a press goes out as a delivery under the press's own key", async () => {
    await made.adapter.chat.post(
      { platform: "slack", workspace: team, user: "U1" },
      {
        deliveryId: "d1",
        at: now,
        cards: [card({ title: "t", buttons: [button("More", press({ what: "g" }))] })],
      },
    );
    made.bot.next(shown("the whole of it"));
    made.slack.next("chat.postMessage", {
      status: 429,
      headers: { "retry-after": "1" },
      body: { ok: false, error: "ratelimited" },
    });
    await made.surface.press("U1", "More");
    expect([...made.bot.later.keys()]).toEqual([
      made.bot.received[0] && "dedupeKey" in made.bot.received[0]
        ? made.bot.received[0].dedupeKey
        : "",
    ]);
    expect(ownChat()).toContain("the whole of it");
  });

  it("that comes too late to a form that follows a form is kept, and opened by its button", async () => {
    await made.adapter.chat.post(
      { platform: "slack", workspace: team, user: "U1" },
      {
        deliveryId: "d2",
        at: now,
        cards: [card({ title: "t", buttons: [button("Go", press({ what: "g" }))] })],
      },
    );
    const next = form({
      title: "Step two",
      fields: [textField("more", "More")],
      submit: "Finish",
      act: send({ about: "two" }),
      sees: "You",
    });
    made.bot.next({
      outcome: "ask",
      form: form({
        title: "One",
        fields: [],
        submit: "Ok",
        act: send({ about: "one" }),
        sees: "You",
      }),
      locale: "en",
    });
    await made.surface.press("U1", "Go");
    made.bot.next(
      () =>
        new Promise((resolve) =>
          setTimeout(() => resolve({ outcome: "ask", form: next, locale: "en" }), 2_600),
        ),
    );
    await made.surface.fill("U1", {});
    await made.surface.press("U1", "Open the form");
    expect((await made.surface.screen("U1")).form?.title).toBe("Step two");
  }, 15_000);

  it("to a message that comes again after it was answered is not given twice", async () => {
    for (const retry of [0, 1]) {
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
      await sendEvent(made.wire, team, bot(), inDm("goal new"), {
        eventId: "Ev1",
        ...(retry === 0 ? {} : { retry }),
      });
      await made.adapter.settled();
    }
    expect(ownChat()).toHaveLength(1);
  });
});

describe("what we never wrote", () => {
  const base = { team: { id: team }, user: { id: "U1", team_id: team } };
  it("is told to be gone: a button, a select, and a form", async () => {
    const pressed = (action: object) => ({
      type: "block_actions",
      ...base,
      trigger_id: "1",
      channel: { id: dmOf(workspace(), "U1") },
      container: { type: "message", message_ts: "1.1" },
      response_url: made.slack.responseUrl(team, "U1", dmOf(workspace(), "U1"), null),
      actions: [action],
    });
    expect(
      (
        await sendInteraction(
          made.wire,
          pressed({ type: "button", action_id: "older_button", block_id: "b", value: "7" }),
        )
      ).status,
    ).toBe(200);
    expect(
      (
        await sendInteraction(
          made.wire,
          pressed({
            type: "static_select",
            action_id: "s",
            block_id: "b",
            selected_option: { value: "x" },
          }),
        )
      ).status,
    ).toBe(200);
    await made.adapter.settled();
    expect(ownChat().filter((each) => each.includes("no longer kept"))).toHaveLength(2);
    const view = {
      id: "V9",
      callback_id: "older.form",
      private_metadata: "",
      title: { type: "plain_text", text: "Old" },
      submit: { type: "plain_text", text: "Ok" },
      close: { type: "plain_text", text: "No" },
      blocks: [],
      state: { values: {} },
    };
    const { body } = await sendInteraction(made.wire, {
      type: "view_submission",
      ...base,
      trigger_id: "1",
      view,
    });
    expect(JSON.stringify(body)).toContain("no longer kept");
    expect(made.bot.received).toEqual([]);
  });
});

describe("what had no room", () => {
  it("comes when its button is pressed", async () => {
    const many = card({
      title: "Team",
      body: [rows(Array.from({ length: 40 }, (_, i) => ({ line: [`rep ${i}`] })))],
    });
    await made.adapter.chat.post(
      { platform: "slack", workspace: team, user: "U1" },
      { deliveryId: "01930000-0000-7000-8000-00000000d009", at: now, cards: [many] },
    );
    await made.surface.press("U1", "and 10 more");
    expect(ownChat().at(-1)).toContain("rep 39");
    expect(made.bot.received).toEqual([]);
  });

  it("of a button's payload comes back whole", async () => {
    const what = `长${"x".repeat(3000)}`;
    await made.adapter.chat.post(
      { platform: "slack", workspace: team, user: "U1" },
      {
        deliveryId: "01930000-0000-7000-8000-00000000d010",
        at: now,
        cards: [card({ title: "t", buttons: [button("Long", press({ what }))] })],
      },
    );
    await made.surface.press("U1", "Long");
    expect(made.bot.received).toMatchObject([{ name: "sample.press", payload: { what } }]);
  });

  it("and is gone by now says so", async () => {
    const value = JSON.stringify({ k: "gone.0" });
    const payload = {
      type: "block_actions",
      team: { id: team },
      user: { id: "U1" },
      trigger_id: "1",
      channel: { id: dmOf(workspace(), "U1") },
      container: { type: "message", message_ts: "1.1" },
      response_url: made.slack.responseUrl(team, "U1", dmOf(workspace(), "U1"), null),
      actions: [{ type: "button", action_id: "more:0", block_id: "b", value }],
    };
    await sendInteraction(made.wire, payload);
    await made.adapter.settled();
    expect(ownChat()[0]).toContain("no longer kept");
  });

  it("of people is found by typing part of a name", async () => {
    const people = Array.from({ length: 250 }, (_, i) =>
      option(`p${i}`, i === 7 ? "林晓" : `Person ${i}`),
    );
    made.bot.next({
      outcome: "ask",
      form: form({
        title: "Praise",
        fields: [choiceField("person", "who", "Who", people)],
        submit: "Ok",
        act: send({ about: "x" }),
        sees: "You",
      }),
      locale: "en",
    });
    await sendCommand(made.wire, asked("praise"));
    await made.adapter.settled();
    const view = [...workspace().views.values()][0]!;
    const ask = (value: string) =>
      sendInteraction(made.wire, {
        type: "block_suggestion",
        team: { id: team },
        user: { id: "U1" },
        action_id: "v",
        block_id: "f:person:who",
        value,
        view: { id: view.id, type: "modal", ...view.view },
      });
    expect((await ask("林")).body).toMatchObject({ options: [{ value: "p7" }] });
    expect((await ask("person 24")).body).toMatchObject({
      options: expect.arrayContaining([expect.objectContaining({ value: "p249" })]) as unknown,
    });
    expect(((await ask("")).body as { options: unknown[] }).options).toHaveLength(100);
  });
});

describe("somebody nobody knows yet", () => {
  it("is met first, with zone and language, and then heard", async () => {
    made.bot.strangers.add("U2");
    made.bot.next((incoming) => {
      made.bot.strangers.delete("U2");
      return incoming.kind === "personChanged" ? { outcome: "delivered" } : { outcome: "stranger" };
    });
    await sendEvent(made.wire, team, bot(), inDm("目标", { user: "U2" }));
    expect(made.bot.received).toMatchObject([
      {
        kind: "personChanged",
        from: { user: "U2" },
        profile: {
          name: "周岚",
          email: "lan@example.com",
          locale: "zh",
          zone: "Asia/Shanghai",
          active: true,
          guest: false,
          admin: true,
        },
      },
      { kind: "said" },
    ]);
  });

  it.each([
    ["a guest", { guest: true }],
    ["another bot", { bot: true }],
    ["somebody of a connected workspace", { team: "T8" }],
    ["somebody deactivated", { deleted: true }],
  ])("is refused kindly when it is %s", async (_who, more) => {
    workspace().users.set("U7", { id: "U7", name: "Seven", ...more });
    made.bot.strangers.add("U7");
    const { body } = await sendCommand(made.wire, asked("log 12k", { user_id: "U7" }));
    expect(body).toMatchObject({ text: expect.stringContaining("Nobody of that name") as string });
    expect(made.bot.received).toEqual([]);
  });

  it.each([
    [
      "is busy",
      { status: 429, headers: { "retry-after": "5" }, body: { ok: false, error: "ratelimited" } },
    ],
    ["has an error of its own", { status: 500, body: {} }],
    [
      "lets nobody look people up",
      { body: { ok: false, error: "missing_scope", needed: "users:read", provided: "chat:write" } },
    ],
  ])(
    "is no stranger while Slack %s: the message comes again, and after the last time they are told",
    async (_what, answer) => {
      made.bot.strangers.add("U1");
      for (const retry of [0, 1, 2]) {
        made.slack.next("users.info", answer);
        expect(
          (
            await sendEvent(made.wire, team, bot(), inDm("log 12k"), {
              eventId: "Ev1",
              ...(retry === 0 ? {} : { retry }),
            })
          ).status,
        ).toBe(500);
      }
      expect(ownChat()).toEqual([]);
      made.slack.next("users.info", answer);
      expect(
        (await sendEvent(made.wire, team, bot(), inDm("log 12k"), { eventId: "Ev1", retry: 3 }))
          .status,
      ).toBe(200);
      await made.adapter.settled();
      expect(ownChat()).toEqual([
        "I could not look you up just now. Please try again in a minute.",
      ]);
      const causes = made.logged.filter(({ event }) => event === "slack.cannot_look_up");
      expect(causes).toHaveLength(4);
      if ("needed" in answer.body) expect(causes[0]?.fields).toMatchObject({ needs: "users:read" });
    },
  );

  describe("and is named by a name or an e-mail", () => {
    beforeEach(() => {
      for (const [id, name, email] of [
        ["U11", "Bob Stone", "bob@example.com"],
        ["U12", "Bobby Tables", "tables@example.com"],
        ["U13", "李雷", "lilei@example.com"],
        ["U14", "Guest Bob", "g@example.com"],
      ] as const) {
        workspace().users.set(id, { id, name, email, ...(id === "U14" ? { guest: true } : {}) });
        made.bot.strangers.add(id);
      }
    });
    const met = () =>
      made.bot.received.flatMap((each) =>
        each.kind === "personChanged" ? [each.profile.name] : [],
      );
    const lists = () => made.slack.calls.filter((each) => each.method === "users.list").length;

    it.each([
      ["praise @bob for the demo", ["Bob Stone"]],
      ["praise @Bob Stone for the demo", ["Bob Stone"]],
      ["表扬@李雷一个电话签下大单", ["李雷"]],
      ["praise tables@example.com for the demo", ["Bobby Tables"]],
      ["praise @guest for the demo", []],
      ["praise @nobody for the demo", []],
      ["praise Bob for the demo", []],
    ])("is met before %s is carried out: %j", async (line, names) => {
      await sendEvent(made.wire, team, bot(), inDm(line));
      await made.adapter.settled();
      expect(met()).toEqual(names);
      expect(made.bot.received.at(-1)?.kind).toBe("said");
      made.bot.received.length = 0;
      for (const id of ["U11", "U12", "U13"]) made.bot.strangers.add(id);
      await sendCommand(made.wire, asked(line));
      expect(met()).toEqual(names);
      expect(lists()).toBeLessThanOrEqual(1);
    });

    it("of a large workspace is found page by page, and who joined, was renamed or left meanwhile is known as they are now", async () => {
      for (let i = 0; i < 2_300; i++)
        workspace().users.set(`UX${i}`, { id: `UX${i}`, name: `Person ${i}` });
      workspace().users.set("UZ", { id: "UZ", name: "Zoe Last" });
      for (const id of ["UZ", "UN"]) made.bot.strangers.add(id);
      await sendEvent(made.wire, team, bot(), inDm("praise @zoe for the demo"));
      await made.adapter.settled();
      expect(met()).toEqual(["Zoe Last"]);
      expect(lists()).toBe(3);
      workspace().users.set("UN", { id: "UN", name: "Nina New" });
      const user = (id: string, name: string, more: object = {}) => ({
        id,
        team_id: team,
        name: name.toLowerCase(),
        real_name: name,
        profile: { real_name: name },
        ...more,
      });
      await sendEvent(made.wire, team, bot(), { type: "team_join", user: user("UN", "Nina New") });
      await sendEvent(made.wire, team, bot(), {
        type: "user_change",
        user: user("U11", "Bob Stone", { deleted: true }),
      });
      await sendEvent(
        made.wire,
        team,
        bot(),
        inDm("praise @nina for the demo", { ts: "1795000001.000100" }),
      );
      await sendEvent(
        made.wire,
        team,
        bot(),
        inDm("praise @bob for the demo", { ts: "1795000002.000100" }),
      );
      await made.adapter.settled();
      expect(met()).toEqual(["Zoe Last", "Nina New"]);
      expect(lists()).toBe(3);
    });

    it("in a list of eighty e-mails is not looked for more often than Slack lets it", async () => {
      await sendEvent(
        made.wire,
        team,
        bot(),
        inDm(Array.from({ length: 80 }, (_, i) => `customer${i}@example.org`).join(" ")),
      );
      await made.adapter.settled();
      const lookups = made.slack.calls.filter((each) => each.method === "users.lookupByEmail");
      expect(lookups).toHaveLength(15);
      expect(lookups.every((each) => each.error === "users_not_found")).toBe(true);
      expect(made.bot.received.map((each) => each.kind)).toEqual(["said"]);
    });

    it("stays a word while Slack does not show its list, and the line is carried out", async () => {
      made.slack.next("users.list", {
        status: 429,
        headers: { "retry-after": "5" },
        body: { ok: false, error: "ratelimited" },
      });
      await sendEvent(made.wire, team, bot(), inDm("praise @bob for the demo"));
      await made.adapter.settled();
      expect(made.bot.received.map((each) => each.kind)).toEqual(["said"]);
    });
  });

  it("and is named by somebody does not keep what was said from being stored and carried out", async () => {
    made.bot.strangers.add("U2");
    made.slack.next("users.info", { status: 500, body: {} });
    expect(
      (await sendEvent(made.wire, team, bot(), inDm("praise <@U2> for the demo"))).status,
    ).toBe(200);
    await made.adapter.settled();
    expect(made.bot.received).toMatchObject([{ kind: "said", text: "praise <@U2> for the demo" }]);
  });

  it("hears that they could not be looked up, rather than nothing", async () => {
    made.bot.strangers.add("U2");
    made.slack.next("users.info", { status: 500, body: {} });
    const { body } = await sendCommand(made.wire, asked("log 12k", { user_id: "U2" }));
    expect(body).toMatchObject({
      text: expect.stringContaining("could not look you up") as string,
    });
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
  expect(readBlocks(workspace().homes.get("U3") ?? [])).toContain(
    "Nobody of that name is in my directory",
  );
});

describe("what becomes of people, places and installs", () => {
  it("is told: a changed account, a deactivated one, a channel", async () => {
    const user = {
      id: "U1",
      team_id: team,
      real_name: "Renke P.",
      deleted: false,
      is_bot: false,
      tz: "Europe/Paris",
      profile: { real_name: "Renke P." },
    };
    await sendEvent(made.wire, team, bot(), { type: "user_change", user });
    await sendEvent(made.wire, team, bot(), {
      type: "user_change",
      user: { ...user, deleted: true },
    });
    workspace().channels.set("C5", {
      name: "C5",
      members: new Set([bot()]),
      archived: false,
      im: null,
    });
    await sendEvent(made.wire, team, bot(), {
      type: "member_joined_channel",
      user: bot(),
      channel: "C5",
    });
    workspace().channels.get("C5")!.name = "wins";
    await sendEvent(made.wire, team, bot(), {
      type: "channel_rename",
      channel: { id: "C5", name: "wins" },
    });
    await sendEvent(made.wire, team, bot(), { type: "channel_archive", channel: "C5", user: "U1" });
    expect(made.bot.received).toMatchObject([
      { kind: "personChanged", profile: { name: "Renke P.", zone: "Europe/Paris", active: true } },
      { kind: "personChanged", profile: { active: false } },
      { kind: "placeChanged", name: "C5", member: true },
      { kind: "placeChanged", name: "wins", member: true },
      { kind: "placeChanged", member: false },
    ]);
  });

  it("is told after a restart too: a channel of ours that was renamed, archived, and opened again; not one of others", async () => {
    workspace().channels.set("C5", {
      name: "wins",
      members: new Set([bot()]),
      archived: false,
      im: null,
    });
    workspace().channels.set("C6", {
      name: "lunch",
      members: new Set(["U1"]),
      archived: false,
      im: null,
    });
    made.bot.places.add("C5").add("C7");
    for (const channel of ["C5", "C6"]) {
      for (const type of ["channel_archive", "channel_unarchive"])
        await sendEvent(made.wire, team, bot(), { type, channel, user: "U1" });
      await sendEvent(made.wire, team, bot(), {
        type: "channel_rename",
        channel: { id: channel, name: "x" },
      });
    }
    await sendEvent(made.wire, team, bot(), { type: "channel_deleted", channel: "C7" });
    expect(
      made.bot.received.map((each) =>
        each.kind === "placeChanged" ? [each.place.channel, each.name, each.member] : each.kind,
      ),
    ).toEqual([
      ["C5", "", false],
      ["C5", "wins", true],
      ["C5", "wins", true],
      ["C7", "", false],
    ]);
  });

  it("leaves a channel the bot was taken out of as it is, when it is renamed", async () => {
    workspace().channels.set("C5", {
      name: "wins",
      members: new Set(["U1"]),
      archived: false,
      im: null,
    });
    made.bot.places.add("C5");
    await sendEvent(made.wire, team, bot(), {
      type: "channel_rename",
      channel: { id: "C5", name: "wins" },
    });
    expect(made.bot.received).toEqual([]);
  });

  it("is about an earlier install when it is told late: a reinstall stays", async () => {
    const later = new Date(now.getTime() - 60_000);
    await made.installations.save(
      { platform: "slack", workspace: team },
      { name: "One", token: "xoxb-one", botUser: bot(), scopes: [], installedBy: "U2" },
      later,
      { way: "link", organisations: "many" },
    );
    for (const at of [new Date(later.getTime() - 5_000), later]) {
      await sendEvent(made.wire, team, bot(), { type: "app_uninstalled" }, { at });
      expect((await made.installations.find({ platform: "slack", workspace: team })) === null).toBe(
        at === later,
      );
    }
  });

  it("ends with the token: a removed app, a revoked one; a person's own token does not", async () => {
    await sendEvent(made.wire, team, bot(), {
      type: "tokens_revoked",
      tokens: { oauth: ["U1"], bot: [] },
    });
    expect(await made.installations.find({ platform: "slack", workspace: team })).not.toBeNull();
    await sendEvent(made.wire, team, bot(), { type: "app_uninstalled" });
    expect(await made.installations.find({ platform: "slack", workspace: team })).toBeNull();
  });
});
