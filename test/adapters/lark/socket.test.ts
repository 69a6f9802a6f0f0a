// The long connection: the same events without a public address, over real frames; and what the SDK keeps to itself said aloud.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { button, card } from "#src/view/card";
import { createLarkFixture, type LarkFixture } from "#test/support/lark/fixture";
import { actionEvent, envelope, messageEvent } from "#test/support/lark/platform/push";
import { readCard } from "#test/support/lark/reading";
import { openLongConnection, type LongConnection } from "#test/support/lark/platform/socket";
import { press } from "#test/adapters/samples";
import { until } from "#test/support/until";

let lark: LarkFixture;
let line: LongConnection;
beforeEach(async () => {
  lark = await createLarkFixture({ events: "socket" });
  line = openLongConnection(lark.fake);
});
afterEach(async () => {
  await lark.adapter.close();
  line.close();
  await lark.close();
});

const said = (text: string) =>
  envelope(
    lark.fake,
    lark.keys,
    "im.message.receive_v1",
    messageEvent(lark.fake, "ou_renke", {
      id: "om_1",
      chat: "oc_p2p_ou_renke",
      group: false,
      text,
    }),
  );
async function ready(): Promise<void> {
  await lark.adapter.start();
  await line.connected();
  await until(() => lark.adapter.health().every((each) => each.ready));
}

describe("the long connection", () => {
  it("is not ready before it is connected, and says so", async () => {
    expect(lark.adapter.health()).toEqual([{ app: lark.fake.appId, ready: false, state: "idle" }]);
    await ready();
    expect(lark.adapter.health()).toEqual([
      { app: lark.fake.appId, ready: true, state: "connected" },
    ]);
  });

  it("brings what is said, in one frame or in several, and acknowledges it", async () => {
    await ready();
    expect(await line.push(said("报12万"))).toEqual({ code: 200, data: null });
    expect(await line.push(said("报".repeat(3_000)), 4)).toMatchObject({ code: 200 });
    await lark.adapter.idle();
    expect(lark.bot.received.map((each) => (each.kind === "said" ? each.text.length : 0))).toEqual([
      4, 3_000,
    ]);
  });

  it("answers a press with the card in its place", async () => {
    await ready();
    await lark.adapter.chat.post(
      { platform: "lark", workspace: lark.workspace, user: "ou_renke" },
      {
        deliveryId: "0193aaaa-0000-7000-8000-00000000000c",
        at: new Date(),
        cards: [card({ title: "t", buttons: [button("Go", press({ what: "go" }))] })],
      },
    );
    const message = lark.fake.messages[0]!;
    const { value } = (
      readCard(message.card).buttons[0]!.node as unknown as {
        behaviors: readonly { value: unknown }[];
      }
    ).behaviors[0]!;
    lark.bot.next({ outcome: "replace", cards: [card({ title: "Gone" })], locale: "en" });
    const answer = await line.push(
      envelope(
        lark.fake,
        lark.keys,
        "card.action.trigger",
        actionEvent(lark.fake, "ou_renke", message, { tag: "button", value }),
      ),
    );
    expect(answer).toMatchObject({
      code: 200,
      data: { card: { type: "raw", data: { header: { title: { content: "Gone" } } } } },
    });
  });

  it("does not acknowledge what the bot could not keep, and lives on", async () => {
    await ready();
    const accept = lark.bot.accept.bind(lark.bot);
    lark.bot.accept = () => Promise.reject(new Error("the database is away"));
    expect(await line.push(said("log 12k"))).toMatchObject({ code: 500 });
    lark.bot.accept = accept;
    expect(await line.push(said("log 12k"))).toMatchObject({ code: 200 });
    expect(lark.bot.received).toHaveLength(1);
  });

  it("that breaks is opened again, and is not ready meanwhile", async () => {
    await ready();
    // The first attempt to come back fails, so that the break can be seen.
    lark.fake.trouble(/callback\/ws/, { code: 1, status: 500 });
    line.cut();
    await until(() => !lark.adapter.health()[0]!.ready);
    await line.connected();
    await until(() => lark.adapter.health()[0]!.ready);
    expect(lark.logged.map((each) => each.event)).toEqual(
      expect.arrayContaining(["lark.socket_lost", "lark.socket_connected"]),
    );
  });

  it("that the SDK gives up on, since a busy server's refusal comes with data, is opened again", async () => {
    lark.fake.busy(1_000_040_350);
    await lark.adapter.start();
    await until(() => lark.logged.some((each) => each.event === "lark.socket_failed"));
    expect(lark.adapter.health()[0]).toMatchObject({ ready: false });
    lark.fake.busy(null);
    await line.connected();
    await until(() => lark.adapter.health()[0]!.ready);
  });

  it("with a wrong secret ends the start, which the SDK alone would try for ever", async () => {
    const bad = await createLarkFixture({ events: "socket", appSecret: "wrong" });
    await expect(bad.adapter.start()).rejects.toThrow(/LARK_APP_SECRET is refused/);
    await bad.close();
  });

  it("never logs what was typed", async () => {
    await ready();
    lark.bot.accept = () => Promise.reject(new Error("away"));
    await line.push(said("a secret of mine"));
    expect(JSON.stringify(lark.logged)).not.toContain("secret of mine");
  });
});
