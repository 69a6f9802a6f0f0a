// What Slack sends to us: presses of what we wrote, of what we never wrote, and of what had no room.
import { describe, expect, it } from "vitest";
import { button, card, rows } from "#src/view/card";
import { choiceField, form, option } from "#src/view/form";
import { sendCommand, sendEvent, sendInteraction } from "#test/support/slack/platform/client";
import { team } from "#test/support/slack/fixture";
import { dmOf } from "#test/support/slack/platform/workspace";
import { press, send } from "#test/adapters/samples";
import { made, receiving, now, workspace, bot, asked, ownChat } from "./receiving.ts";

receiving();

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
