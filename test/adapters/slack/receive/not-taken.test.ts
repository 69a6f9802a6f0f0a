// What the database takes too late, or not at all: whoever acted is told so within two seconds, and nothing of it is carried out afterwards.
import { describe, expect, it, vi } from "vitest";
import { button, card } from "#src/view/card";
import { form, textField } from "#src/view/form";
import { readBlocks } from "#test/support/slack/platform/blocks";
import { sendCommand, sendInteraction } from "#test/support/slack/platform/client";
import { team } from "#test/support/slack/fixture";
import { press, send } from "#test/adapters/samples";
import { until } from "#test/support/until";
import { made, receiving, workspace, asked as called, ownChat } from "./receiving.ts";

receiving();

describe("what the database does not take in time", () => {
  /** Asks while nothing can be kept; what the bot was handed is answered only afterwards. */
  async function whileAway<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
    let back = (): void => {};
    const isBack = new Promise<void>((resolve) => (back = resolve));
    let asked = 0;
    let forgotten = 0;
    made.bot.accept = async (incoming) => {
      asked += 1;
      await isBack;
      return Object.assign(() => made.bot.receive(incoming), {
        forget: async () => void (forgotten += 1),
      });
    };
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    let answer: Promise<Answer>;
    try {
      answer = ask();
      await until(() => asked === 1);
      await vi.advanceTimersByTimeAsync(2_000);
    } finally {
      vi.useRealTimers();
    }
    const answered = await answer;
    await made.adapter.settled();
    back();
    await until(() => forgotten === 1);
    expect(made.bot.received).toEqual([]);
    return answered;
  }
  const notTaken = "I couldn't take that just now";

  it("a command: whoever typed it is told so, and nothing is carried out afterwards", async () => {
    const { body } = await whileAway(() => sendCommand(made.wire, called("log 12k")));
    expect(body).toMatchObject({ text: expect.stringContaining(notTaken) as string });
  });

  it("a press: whoever pressed is told so where they pressed", async () => {
    await made.adapter.chat.post(
      { platform: "slack", workspace: team, user: "U1" },
      {
        deliveryId: "d1",
        at: new Date("2026-11-11T02:00:00Z"),
        cards: [card({ title: "t", buttons: [button("More", press({ what: "g" }))] })],
      },
    );
    await whileAway(() => made.surface.press("U1", "More"));
    expect(ownChat()).toEqual(["t", expect.stringContaining(notTaken)]);
  });

  const pressed = { team: { id: team }, user: { id: "U1", team_id: team } };
  const shortcut = (more: object) =>
    sendInteraction(made.wire, { ...pressed, trigger_id: made.slack.trigger(team, "U1"), ...more });

  it("a shortcut from anywhere: Slack's own error says it, since nowhere else can be asked for", async () => {
    const { status } = await whileAway(() =>
      shortcut({ type: "shortcut", callback_id: "pacer.log" }),
    );
    expect(status).toBe(500);
  });

  it("a shortcut on a message: whoever used it is told so there", async () => {
    const { status } = await whileAway(() =>
      shortcut({
        type: "message_action",
        callback_id: "pacer.praise",
        channel: { id: "C1" },
        message: { user: "U2", ts: "1.1" },
        response_url: made.slack.responseUrl(team, "U1", "C1", null),
      }),
    );
    expect(status).toBe(200);
    expect(workspace().messages.map((each) => [each.ephemeralTo, readBlocks(each.blocks)])).toEqual(
      [["U1", expect.stringContaining(notTaken)]],
    );
  });

  it("a form: it stays open with what was typed, and says so", async () => {
    await made.adapter.chat.post(
      { platform: "slack", workspace: team, user: "U1" },
      {
        deliveryId: "d1",
        at: new Date("2026-11-11T02:00:00Z"),
        cards: [card({ title: "t", buttons: [button("More", press({ what: "g" }))] })],
      },
    );
    made.bot.next({
      outcome: "ask",
      form: form({
        title: "A note",
        fields: [textField("note", "Note")],
        submit: "Send it",
        act: send({ about: "note" }),
        sees: "You",
      }),
      locale: "en",
    });
    await made.surface.press("U1", "More");
    made.bot.received.length = 0;
    await whileAway(() => made.surface.fill("U1", { Note: "kept" }));
    const { form: left } = await made.surface.screen("U1");
    expect(JSON.stringify(left)).toContain(notTaken);
    expect(JSON.stringify(left)).toContain("kept");
  });

  it("two look-ups that are slow together have one deadline", async () => {
    const slow = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
    let asked = 0;
    made.bot.knows = async () => {
      asked += 1;
      await slow(1_000);
      return true;
    };
    let forgotten = 0;
    made.bot.accept = async (incoming) => {
      asked += 1;
      await slow(1_000);
      return Object.assign(() => made.bot.receive(incoming), {
        forget: async () => void (forgotten += 1),
      });
    };
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const answer = sendCommand(made.wire, called("praise @lan for the demo"));
    try {
      await until(() => asked === 1);
      await vi.advanceTimersByTimeAsync(1_000);
      await until(() => asked === 2);
      await vi.advanceTimersByTimeAsync(750);
      expect((await answer).body).toMatchObject({
        text: expect.stringContaining(notTaken) as string,
      });
      await vi.advanceTimersByTimeAsync(1_000);
    } finally {
      vi.useRealTimers();
    }
    await until(() => forgotten === 1);
    expect(made.bot.received).toEqual([]);
  });

  it("not even whose workspace it is: told in time, and nothing is carried out when the database is back", async () => {
    const known = { ...made.installations };
    let back = (): void => {};
    const isBack = new Promise<void>((resolve) => (back = resolve));
    let asked = 0;
    made.installations.find = async (key) => {
      asked += 1;
      await isBack;
      return known.find(key);
    };
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    let answers: Awaited<ReturnType<typeof sendCommand>>[];
    try {
      const all = Promise.all([
        sendCommand(made.wire, called("log 12k")),
        shortcut({ type: "shortcut", callback_id: "pacer.log" }),
      ]);
      await until(() => asked === 2);
      await vi.advanceTimersByTimeAsync(1_700);
      answers = await all;
    } finally {
      vi.useRealTimers();
    }
    expect(answers).toMatchObject([
      { status: 200, body: { text: expect.stringContaining(notTaken) as string } },
      { status: 500 },
    ]);
    back();
    await made.adapter.settled();
    expect(made.bot.received).toEqual([]);
  });

  it("and a database that refuses says so at once", async () => {
    made.bot.accept = () => Promise.reject(new Error("the database is away"));
    const { body } = await sendCommand(made.wire, called("log 12k"));
    expect(body).toMatchObject({ text: expect.stringContaining(notTaken) as string });
    expect(made.logged).toMatchObject([{ event: "slack.not_taken" }]);
    expect(JSON.stringify(made.logged)).not.toContain("12k");
  });
});
