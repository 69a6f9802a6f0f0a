// The longest text that each platform lets through, and payloads of wrong shapes, at each adapter's own door: no slow work, no 500.
import { afterEach, describe, expect, it } from "vitest";
import { readAddressed } from "#adapters/web/door/addressed";
import { escapeMarkdown, renderLine as renderLark } from "#adapters/lark/render/line";
import { wordsOf, type MessageEvent } from "#adapters/lark/door/parse";
import { wordsIn } from "#adapters/lark/messages/index";
import { namesSomebody } from "#adapters/slack/people/people";
import { plainText, richText } from "#adapters/slack/render/line";
import { readTyped, withoutName } from "#adapters/slack/door/typed/typed-text";
import { slackMessages } from "#adapters/slack/messages/index";
import { renderLine as renderWeb } from "#adapters/web/render/line";
import { webMessages } from "#adapters/web/messages/index";
import { createLanguage } from "#src/language/catalogue";
import { bold, said } from "#src/view/line";
import { cpuMs } from "#test/support/cpu-time";
import { createLarkFixture } from "#test/support/lark/fixture";
import { actionEvent, envelope, messageEvent, sealed } from "#test/support/lark/platform/push";
import { longLines } from "#test/support/lines/long-lines";
import { sendCommand, sendEvent, sendInteraction } from "#test/support/slack/platform/client";
import { createSlackFixture, team } from "#test/support/slack/fixture";
import { dmOf } from "#test/support/slack/platform/workspace";
import { createWebFixture, id, post } from "#test/support/web/fixture";

const most = 250;
const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

const reader = { locale: "en", zone: "UTC", currency: "USD" } as const;
const language = createLanguage();
const larkMessage = (text: string): MessageEvent =>
  ({
    sender: { sender_id: { open_id: "ou_1" }, sender_type: "user" },
    message: {
      message_id: "m",
      chat_id: "c",
      chat_type: "p2p",
      message_type: "text",
      content: JSON.stringify({ text }),
      mentions: [{ key: "@_user_1", id: { open_id: "ou_2" }, name: "Anna" }],
    },
  }) as unknown as MessageEvent;

describe("a text of 40,000 or 150,000 characters", () => {
  const slackWords = language.speak(slackMessages, reader);
  it.each<[string, number, (text: string) => unknown]>([
    [
      "read by Slack's adapter",
      40_000,
      (text) => [withoutName(readTyped(text, "U9").text, ["coach"]), namesSomebody(text)],
    ],
    ["read by Lark's", 150_000, (text) => wordsOf(larkMessage(text), "ou_9")],
    ["read by the web's", 64_000, (text) => readAddressed(text, ["Pacer", "领跑"])],
    [
      "of 10,000 shown on Slack",
      10_000,
      (text) => [
        richText([said(text), bold(text)], 2_900, { t: slackWords }),
        plainText([said(text)], 150, slackWords),
      ],
    ],
    [
      "of 10,000 shown on Lark",
      10_000,
      (text) => [renderLark([said(text), bold(text)], 3_000, wordsIn("en")), escapeMarkdown(text)],
    ],
    [
      "of 10,000 shown on the web",
      10_000,
      (text) => renderWeb([said(text), bold(text)], language.speak(webMessages, reader)),
    ],
  ])("%s keeps nobody waiting", async (_, units, work) => {
    for (const [name, line] of longLines(units).filter((_each, i) => i % 2 === 0))
      expect(await cpuMs(() => work(line), most), name).toBeLessThanOrEqual(most);
  });

  it("asks Slack about nobody it names, as a message and as a command", async () => {
    const slack = await createSlackFixture();
    closing.push(() => slack.close());
    const workspace = slack.slack.workspaceOf(team);
    const text = "@Anna a@example.com <@U1> <#C99> ".repeat(1_200);
    const channel = dmOf(workspace, "U1");
    await slack.surface.say("U1", "hello");
    const before = slack.slack.calls.length;
    const ms = await cpuMs(
      () =>
        sendEvent(slack.wire, team, workspace.botUser, {
          type: "message",
          channel,
          channel_type: "im",
          user: "U1",
          text,
          ts: "1795000000.000100",
        }),
      most,
    );
    expect(ms).toBeLessThanOrEqual(most);
    await sendCommand(slack.wire, {
      command: "/coach",
      text,
      team_id: team,
      user_id: "U1",
      channel_id: channel,
      channel_name: "directmessage",
      trigger_id: slack.slack.trigger(team, "U1"),
      response_url: slack.slack.responseUrl(team, "U1", channel, null),
    });
    await slack.adapter.settled();
    expect(
      slack.slack.calls.slice(before).filter((each) => /users|conversations/.test(each.method)),
    ).toEqual([]);
  });
});

const nested = `${"[".repeat(3_000)}${"]".repeat(3_000)}`;
const odd = [
  [
    "nested three thousand deep",
    (name: string) => `{"n":"${name}","v":1,"p":${nested},"a":"${name}","k":"r","b":"0-0"}`,
  ],
  ["a list", () => "[]"],
  ["a number", () => "5"],
  ["no JSON", () => "{"],
  ["of another shape", () => '{"n":{},"v":"1","constructor":{}}'],
] as const;

describe("a payload", () => {
  it.each(odd)("that is %s is answered on Slack, pressed and sent", async (_, payloadOf) => {
    const slack = await createSlackFixture();
    closing.push(() => slack.close());
    const value = payloadOf("sample.press");
    const common = {
      team: { id: team },
      user: { id: "U1", team_id: team },
      trigger_id: slack.slack.trigger(team, "U1"),
    };
    const channel = dmOf(slack.slack.workspaceOf(team), "U1");
    const pressed = await sendInteraction(slack.wire, {
      type: "block_actions",
      ...common,
      channel: { id: channel },
      container: { type: "message", message_ts: "1.1", channel_id: channel },
      actions: [{ action_id: "a", block_id: "b", type: "button", value }],
    });
    expect(pressed.status).toBe(200);
    const view = {
      id: "V1",
      type: "modal",
      private_metadata: value,
      callback_id: "form",
      title: {},
      submit: {},
      close: {},
      blocks: [],
      state: { values: {} },
    };
    expect(
      (await sendInteraction(slack.wire, { type: "view_submission", ...common, view })).status,
    ).toBe(200);
    expect(
      (
        await sendInteraction(slack.wire, {
          type: "block_suggestion",
          ...common,
          value: "x",
          block_id: "f:1:constructor",
          action_id: "a",
          view: { private_metadata: value },
        })
      ).status,
    ).toBe(200);
    expect(slack.logged.filter((each) => /failed/.test(each.event))).toEqual([]);
  });

  it.each(odd)("that is %s is answered on Lark, pressed and sent", async (_, payloadOf) => {
    const lark = await createLarkFixture();
    closing.push(() => lark.close());
    const value = payloadOf("sample.press");
    for (const each of [value, value === "{" ? value : (JSON.parse(value) as unknown)]) {
      for (const action of [
        { tag: "button", value: each },
        { tag: "button", name: "submit_x", form_value: { constructor: each }, value: each },
      ]) {
        const response = await lark.push(
          sealed(
            envelope(
              lark.fake,
              lark.keys,
              "card.action.trigger",
              actionEvent(lark.fake, "ou_renke", { id: "om_1", chat: "oc_1" }, action),
            ),
            lark.keys,
            lark.time.now,
          ),
        );
        expect(response.status).toBe(200);
        expect(await response.json()).toMatchObject({ toast: { type: expect.any(String) } });
      }
    }
    expect(lark.logged.filter((each) => /not_kept|failed/.test(each.event))).toEqual([]);
  });

  it.each(odd)(
    "that is %s is answered on the web, never by an error of the server",
    async (_, payloadOf) => {
      const web = createWebFixture();
      for (const act of [
        payloadOf("x"),
        `{"name":"sample.send","version":1,"payload":${payloadOf("x") === "{" ? "null" : payloadOf("x")}}`,
      ]) {
        const response = await post(web, "/as/renke/submit", {
          act,
          attempt: id(1),
          origin: "",
          shape: "{}",
        });
        expect(response.status).toBeLessThan(500);
      }
    },
  );

  it("of a hundred thousand characters without an end is no slower on Lark than any other", async () => {
    const lark = await createLarkFixture();
    closing.push(() => lark.close());
    const pushed = sealed(
      envelope(
        lark.fake,
        lark.keys,
        "im.message.receive_v1",
        messageEvent(lark.fake, "ou_renke", {
          id: "om_1",
          chat: "oc_p2p_ou_renke",
          group: false,
          text: "\uFDFA".repeat(50_000),
        }),
      ),
      lark.keys,
      lark.time.now,
    );
    expect(await cpuMs(() => lark.push(pushed), 1)).toBeLessThanOrEqual(most);
  });
});
