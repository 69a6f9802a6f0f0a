// What Slack sends to us: who is believed, and what is stored before it is acknowledged.
import { describe, expect, it } from "vitest";
import { DatabaseError } from "#db/client";
import { sendCommand, sendEvent, signed } from "#test/support/slack/platform/client";
import { secret, team } from "#test/support/slack/fixture";
import { made, receiving, now, bot, inDm, asked, post } from "./receiving.ts";

receiving();

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
      text: "I'm no longer installed in this workspace.",
    });
    expect(made.logged.filter(({ event }) => event === "slack.event_failed")).toEqual([]);
  });

  it("of a kind we do not know, or from a workspace that removed the app, is let pass", async () => {
    expect((await sendEvent(made.wire, team, bot(), { type: "pin_added" })).status).toBe(200);
    expect((await sendEvent(made.wire, "T9", bot(), inDm("log 12k"))).status).toBe(200);
    expect(made.bot.received).toEqual([]);
  });
});
