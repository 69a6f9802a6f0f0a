// An answer Slack does not take is said in another way.
import { describe, expect, it } from "vitest";
import { button, card } from "#src/view/card";
import { form, textField } from "#src/view/form";
import { readBlocks } from "#test/support/slack/platform/blocks";
import { sendCommand, sendEvent } from "#test/support/slack/platform/client";
import { team, type SlackFixture } from "#test/support/slack/fixture";
import { press, send } from "#test/adapters/samples";
import {
  made,
  receiving,
  now,
  workspace,
  bot,
  shown,
  inDm,
  asked,
  ownChat,
  outlasting,
} from "./receiving.ts";

receiving();

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
    await outlasting({ outcome: "ask", form: next, locale: "en" }, () =>
      made.surface.fill("U1", {}),
    );
    await made.surface.press("U1", "Open the form");
    expect((await made.surface.screen("U1")).form?.title).toBe("Step two");
  });

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
