// The webhook's door: only what Lark sent, now, unaltered and once gets in; and what the bot could not keep is not acknowledged.
import { createHash } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createLarkFixture, type LarkFixture } from "#test/support/lark/fixture";
import {
  envelope,
  messageEvent,
  sealed,
  v1Event,
  type Pushed,
} from "#test/support/lark/platform/push";

let lark: LarkFixture;
beforeEach(async () => {
  lark = await createLarkFixture();
});
afterEach(() => lark.close());

const said = (text = "log 12k", id = "om_1"): object =>
  envelope(
    lark.fake,
    lark.keys,
    "im.message.receive_v1",
    messageEvent(lark.fake, "ou_renke", { id, chat: "oc_p2p_ou_renke", group: false, text }),
  );
const push = (pushed: Pushed) => lark.push(pushed);

describe("a request to the webhook", () => {
  it("is let in when it is signed over its very bytes, whatever the spacing of its JSON", async () => {
    const response = await push(sealed(said(), lark.keys, lark.time.now));
    expect(response.status).toBe(200);
    expect(lark.bot.received).toMatchObject([{ kind: "said", text: "log 12k" }]);
  });

  it.each<[string, (pushed: Pushed) => Pushed, string]>([
    [
      "without a signature",
      ({ body }) => ({ body, headers: { "content-type": "application/json" } }),
      "not signed",
    ],
    [
      "with another signature",
      ({ body, headers }) => ({
        body,
        headers: { ...headers, "x-lark-signature": "0".repeat(64) },
      }),
      "another signature",
    ],
    [
      "with an altered body",
      ({ body, headers }) => ({ body: `${body} `, headers }),
      "another signature",
    ],
    [
      "with an altered time",
      ({ body, headers }) => ({
        body,
        headers: {
          ...headers,
          "x-lark-request-timestamp": String(Number(headers["x-lark-request-timestamp"]) + 1),
        },
      }),
      "another signature",
    ],
    ["that is no JSON", () => ({ body: "{", headers: {} }), "not encrypted"],
    [
      "that is not encrypted",
      () => ({ body: JSON.stringify(said()), headers: {} }),
      "not encrypted",
    ],
    [
      "that is not encrypted, under a signature of another body",
      ({ headers }) => ({ body: JSON.stringify(said()), headers }),
      "another signature",
    ],
  ])("%s is refused and counted", async (_, alter, why) => {
    const response = await push(alter(sealed(said(), lark.keys, lark.time.now)));
    // Whatever was wrong, whoever asked hears the same.
    expect([response.status, await response.text()]).toEqual([401, "refused"]);
    expect(lark.bot.received).toEqual([]);
    expect(lark.refused).toEqual([why]);
  });

  it("encrypted with another key, or with another verification token, is refused", async () => {
    expect(
      (await push(sealed(said(), { ...lark.keys, encryptKey: "another" }, lark.time.now))).status,
    ).toBe(401);
    const other = envelope(
      lark.fake,
      { ...lark.keys, verificationToken: "another" },
      "im.message.receive_v1",
      {},
    );
    expect((await push(sealed(other, lark.keys, lark.time.now))).status).toBe(401);
    expect(lark.refused).toEqual(["another signature", "another verification token"]);
    expect(lark.bot.received).toEqual([]);
  });

  it.each<[string, (appId: string) => object, boolean]>([
    [
      "of version 2.0",
      (appId) =>
        envelope(
          { ...lark.fake, appId },
          lark.keys,
          "im.message.receive_v1",
          messageEvent(lark.fake, "ou_renke", {
            id: "om_1",
            chat: "oc_p2p_ou_renke",
            group: false,
            text: "log 12k",
          }),
        ),
      true,
    ],
    [
      "of version 1.0",
      (appId) => v1Event(appId, lark.keys, "app_uninstalled", { tenant_key: "t" }, lark.time.now),
      false,
    ],
  ])(
    "%s that is another app's is refused, whatever keys it has; the app's own is let in",
    async (_, event, isHeard) => {
      expect(
        (await push(sealed(event("cli_ffffffffffffffff"), lark.keys, lark.time.now))).status,
      ).toBe(401);
      expect([lark.refused, lark.bot.received]).toEqual([["another app"], []]);
      expect((await push(sealed(event(lark.fake.appId), lark.keys, lark.time.now))).status).toBe(
        200,
      );
      expect(lark.bot.received).toHaveLength(isHeard ? 1 : 0);
    },
  );

  it("unsigned tells nobody how its decryption fared, and never brings an event in", async () => {
    const { body } = sealed(said(), lark.keys, lark.time.now);
    const bytes = Buffer.from((JSON.parse(body) as { encrypt: string }).encrypt, "base64");
    const answers = new Set<string>();
    for (let i = 0; i < 64; i += 1) {
      const altered = Buffer.from(bytes);
      altered[altered.length - 17] = i * 4;
      const response = await push({
        body: JSON.stringify({ encrypt: altered.toString("base64") }),
        headers: { "content-type": "application/json" },
      });
      answers.add(`${response.status} ${await response.text()}`);
    }
    expect([...answers]).toEqual(["401 refused"]);
    expect(lark.bot.received).toEqual([]);
  });

  it.each([
    ["a year old", -365 * 24 * 3_600_000],
    ["six minutes old", -6 * 60_000],
    ["six minutes ahead", 6 * 60_000],
  ])("that is %s is refused, however well it is signed", async (_, ms) => {
    expect((await push(sealed(said(), lark.keys, lark.time.now + ms))).status).toBe(401);
    expect(lark.refused).toEqual(["not of now"]);
    expect(
      (await push(sealed(said(), lark.keys, lark.time.now + Math.sign(ms) * 4 * 60_000))).status,
    ).toBe(200);
  });

  it("whose time is no number is refused", async () => {
    const { body, headers } = sealed(said(), lark.keys, lark.time.now);
    const forged = { ...headers, "x-lark-request-timestamp": "soon" };
    const signature = createHash("sha256")
      .update(`soon${headers["x-lark-request-nonce"]}${lark.keys.encryptKey}${body}`)
      .digest("hex");
    expect(
      (await push({ body, headers: { ...forged, "x-lark-signature": signature } })).status,
    ).toBe(401);
    expect(lark.refused).toEqual(["not of now"]);
  });

  it("sent again as it was is a replay", async () => {
    const pushed = sealed(said(), lark.keys, lark.time.now);
    expect((await push(pushed)).status).toBe(200);
    expect((await push(pushed)).status).toBe(401);
    expect(lark.refused).toEqual(["replayed"]);
    expect(lark.bot.received).toHaveLength(1);
  });

  it("of half a megabyte and more is not read", async () => {
    const pushed = sealed(said("x".repeat(600_000)), lark.keys, lark.time.now);
    expect((await push(pushed)).status).toBe(413);
    expect(lark.refused).toEqual(["too big"]);
  });

  it("with a challenge is answered only with the right token", async () => {
    const challenge = (token: string) =>
      sealed(
        { challenge: "ajls384kdjx98XX", token, type: "url_verification" },
        lark.keys,
        lark.time.now,
      );
    const { body } = challenge(lark.keys.verificationToken);
    const right = await push({ body, headers: { "content-type": "application/json" } });
    expect(await right.json()).toEqual({ challenge: "ajls384kdjx98XX" });
    const wrong = await push(challenge("another"));
    expect(wrong.status).toBe(401);
    expect(await wrong.text()).not.toContain("ajls384kdjx98XX");
  });

  it("of a kind nobody listens to, or of a form nobody knows, is acknowledged and does nothing", async () => {
    expect(
      await (
        await push(
          sealed(
            envelope(lark.fake, lark.keys, "im.message.unheard_of_v9", {}),
            lark.keys,
            lark.time.now,
          ),
        )
      ).json(),
    ).toEqual({});
    expect(
      (
        await push(
          sealed(
            envelope(lark.fake, lark.keys, "im.message.receive_v1", { sender: 1 }),
            lark.keys,
            lark.time.now,
          ),
        )
      ).status,
    ).toBe(200);
    expect(lark.bot.received).toEqual([]);
  });

  it("that the bot could not keep is not acknowledged, and is let in when it comes again", async () => {
    const accept = lark.bot.accept.bind(lark.bot);
    lark.bot.accept = async () => {
      throw new Error("the database is away");
    };
    const pushed = sealed(said(), lark.keys, lark.time.now);
    expect((await push(pushed)).status).toBe(500);
    expect(lark.logged.map((each) => each.event)).toContain("lark.event_not_kept");
    lark.bot.accept = accept;
    expect((await push(pushed)).status).toBe(200);
    expect(lark.bot.received).toHaveLength(1);
  });

  it("is acknowledged when it is kept, not when it is carried out", async () => {
    let finish = (): void => {};
    lark.bot.next(
      () =>
        new Promise((resolve) => {
          finish = () => resolve({ outcome: "delivered" });
        }),
    );
    expect((await push(sealed(said(), lark.keys, lark.time.now))).status).toBe(200);
    finish();
    await lark.adapter.idle();
  });

  it("never has what was typed in the log", async () => {
    lark.bot.accept = async () => {
      throw new Error("away");
    };
    await push(sealed(said("a secret of mine"), lark.keys, lark.time.now));
    expect(JSON.stringify(lark.logged)).not.toContain("secret of mine");
  });
});
