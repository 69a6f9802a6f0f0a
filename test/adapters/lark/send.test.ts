// Sending to Lark: tokens, refusals in all their shapes, and a message that comes once whatever happens on the way.
import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { verdictOf } from "#adapters/lark/send/errors";
import type { PostResult } from "#src/ports/chat/chat";
import { button, card } from "#src/view/card";
import { createLarkFixture, type LarkFixture } from "#test/support/lark/fixture";
import { readCard } from "#test/support/lark/reading";
import { press } from "#test/adapters/samples";
import { until } from "#test/support/until";

let lark: LarkFixture;
beforeEach(async () => {
  lark = await createLarkFixture();
});
afterEach(() => lark.close());

const at = new Date("2026-11-11T02:00:00Z");
const toRenke = () => ({ platform: "lark", workspace: lark.workspace, user: "ou_renke" });
const notice = (deliveryId: string = randomUUID(), title = "A notice") => ({
  deliveryId,
  at,
  cards: [card({ title })],
});
const create = /^POST \/open-apis\/im\/v1\/messages$/;
const tokenPath = "/open-apis/auth/v3/tenant_access_token/internal";
const tokensAsked = (): number => lark.fake.asked.filter((each) => each.path === tokenPath).length;
/** A delivery's id that was made at that moment. */
const idOf = (ms: number): string =>
  `${ms
    .toString(16)
    .padStart(12, "0")
    .replace(/^(.{8})/, "$1-")}-7000-8000-${String(Math.random()).slice(2, 14).padStart(12, "0")}`;

describe("a token", () => {
  it("is fetched once for ten calls that find none, and not again while it lasts", async () => {
    await Promise.all(
      Array.from({ length: 10 }, () => lark.adapter.chat.post(toRenke(), notice())),
    );
    expect(tokensAsked()).toBe(1);
    lark.time.now += 60 * 60 * 1000;
    await lark.adapter.chat.post(toRenke(), notice());
    expect(tokensAsked()).toBe(1);
    lark.time.now += 60 * 60 * 1000;
    await lark.adapter.chat.post(toRenke(), notice());
    expect(tokensAsked()).toBe(2);
  });

  it("that is refused before its time is fetched anew, once for all who were refused, and nothing is lost", async () => {
    await lark.adapter.chat.post(toRenke(), notice());
    lark.fake.revokeTokens();
    const results = await Promise.all(
      Array.from({ length: 5 }, () => lark.adapter.chat.post(toRenke(), notice())),
    );
    expect(results.map((each) => each.result)).toEqual(["sent", "sent", "sent", "sent", "sent"]);
    expect(tokensAsked()).toBe(2);
  });

  it("that is refused even when new stops the installation, not the message", async () => {
    lark.fake.trouble(create, { code: 99991663, status: 400 }, 2);
    expect(await lark.adapter.chat.post(toRenke(), notice())).toMatchObject({
      result: "final",
      stops: "installation",
    });
    lark.fake.trouble(create, { code: 99991664, status: 400 }, 2);
    expect(await lark.adapter.chat.post(toRenke(), notice())).toMatchObject({
      result: "final",
      stops: "installation",
    });
  });

  it("is of its own app and cloud: two apps of one id do not share one", async () => {
    const other = await createLarkFixture({ brand: "feishu" });
    await other.adapter.chat.post(
      { platform: "lark", workspace: `feishu/${other.fake.appId}/t`, user: "ou_renke" },
      notice(),
    );
    await lark.adapter.chat.post(toRenke(), notice());
    expect(
      lark.fake.asked.find((each) => create.test(`${each.method} ${each.path}`))?.bearer,
    ).toMatch(/^t-/);
    expect([
      tokensAsked(),
      other.fake.asked.filter((each) => each.path === tokenPath).length,
    ]).toEqual([1, 1]);
    await other.close();
  });

  it("is no reason to wait longer than the call may take, even where the way to it hangs", async () => {
    lark.fake.trouble(/tenant_access_token/, "hang");
    lark.bot.strangers.add("ou_lan");
    lark.bot.next({ outcome: "stranger" });
    const before = performance.now();
    await lark.surface.event("application.bot.menu_v6", {
      operator: { operator_id: { open_id: "ou_lan" } },
      event_key: "home",
    });
    expect(performance.now() - before).toBeLessThan(2_000);
  });

  it("that cannot be had lets everything wait", async () => {
    for (const trouble of ["gone", { code: 7_777_777, status: 200 }] as const) {
      lark.fake.trouble(/tenant_access_token/, trouble);
      expect(await lark.adapter.chat.post(toRenke(), notice())).toEqual({
        result: "later",
        afterMs: 5_000,
        all: true,
      });
    }
    // The app itself is refused: whoever runs it has to mend that.
    lark.fake.trouble(/tenant_access_token/, { code: 10014, status: 200 });
    expect(await lark.adapter.chat.post(toRenke(), notice())).toMatchObject({
      result: "final",
      stops: "installation",
    });
  });
});

describe("a wrong secret or app id", () => {
  it.each([{ appSecret: "wrong" }, { appId: "cli_0000000000000000" }])(
    "ends the start with a sentence that names the variables: %j",
    async (wrong) => {
      const bad = await createLarkFixture(wrong);
      await expect(bad.adapter.start()).rejects.toThrow(
        /^LARK_APP_ID or LARK_APP_SECRET is refused by lark \(code 100\d\d\)/,
      );
      expect(bad.adapter.health()).toMatchObject([{ ready: false }]);
      await bad.close();
    },
  );

  it("a cloud that is away at the start is tried again, and readiness follows without a restart", async () => {
    lark.fake.trouble(/tenant_access_token/, "gone", 3);
    await lark.adapter.start();
    expect(lark.adapter.health()).toMatchObject([{ ready: false, state: "unproved" }]);
    await until(() => lark.adapter.health()[0]!.ready);
    expect(lark.installed).toEqual([lark.workspace]);
  });

  it("an installation that was stopped is looked at again by itself, and goes on when Lark lets the app in", async () => {
    await lark.adapter.start();
    lark.fake.trouble(/bot\/v3\/info/, { code: 99991662, status: 400 }, 1_000);
    lark.stopped.push(
      { platform: "lark", workspace: lark.workspace },
      { platform: "lark", workspace: "feishu/cli_0000000000000000/t" },
    );
    const asked = () => lark.fake.asked.filter((each) => each.path.endsWith("bot/v3/info")).length;
    const before = asked();
    await until(() => asked() > before + 1);
    expect(lark.resumed).toEqual([]);
    lark.fake.calm();
    await until(() => lark.resumed.length > 0);
    expect(lark.resumed).toEqual([lark.workspace]);
  });

  it("right ones are ready", async () => {
    await lark.adapter.start();
    expect(lark.adapter.health()).toEqual([
      { app: lark.fake.appId, ready: true, state: "webhook" },
    ]);
  });
});

describe("a refusal", () => {
  it.each<[number, number, object]>([
    [230020, 400, { result: "later" }],
    [99991403, 400, { result: "later", all: true, afterMs: 3_600_000 }],
    [99991400, 429, { result: "later", all: true }],
    [99991400, 400, { result: "later", all: true }],
    [11232, 400, { result: "later", all: true }],
    [230049, 400, { result: "later" }],
    [230002, 400, { result: "final", stops: "person" }],
    [230013, 200, { result: "final", stops: "person" }],
    [230035, 400, { result: "final", stops: "person" }],
    [230053, 400, { result: "final", stops: "person" }],
    [232009, 400, { result: "final", stops: "person" }],
    [230022, 200, { result: "final", stops: "content" }],
    [230028, 400, { result: "final", stops: "content" }],
    [230099, 400, { result: "final", stops: "content" }],
    [99991672, 400, { result: "final", stops: "installation" }],
    [99991662, 400, { result: "final", stops: "installation" }],
    [7_777_777, 200, { result: "final", stops: "content" }],
    [5_000, 503, { result: "unknown" }],
  ])("%i in HTTP %i is understood", async (code, status, expected) => {
    lark.fake.trouble(create, { code, status });
    expect(await lark.adapter.chat.post(toRenke(), notice())).toMatchObject(expected);
    expect(lark.fake.messages).toEqual([]);
  });

  it("says how long to wait where Lark does", async () => {
    lark.fake.trouble(create, { code: 99991400, status: 429, reset: 42 });
    expect(await lark.adapter.chat.post(toRenke(), notice())).toEqual({
      result: "later",
      afterMs: 42_000,
      all: true,
    });
  });

  it("of a receiver that is none ends with this person; of another parameter with this message", () => {
    const of = (message: string) =>
      verdictOf({ code: 230001, message, status: 400, afterMs: null });
    expect(
      of("Your request contains an invalid request parameter, ext=invalid receive_id"),
    ).toMatchObject({ stops: "person" });
    expect(of("Your request contains an invalid request parameter, ext=content")).toMatchObject({
      stops: "content",
    });
  });
});

describe("a delivery", () => {
  it("whose answer was lost is sent again under its name and is there once", async () => {
    lark.fake.trouble(create, "lost");
    const message = { ...notice(idOf(lark.time.now)), cards: [card({ title: "Once" })] };
    expect(await lark.adapter.chat.post(toRenke(), message)).toEqual({ result: "unknown" });
    expect(await lark.adapter.chat.find(toRenke(), message.deliveryId)).toEqual({
      found: "absent",
    });
    const again = await lark.adapter.chat.post(toRenke(), message);
    expect(again.result).toBe("sent");
    expect(lark.fake.messages).toHaveLength(1);
  });

  it("is looked for in the chat when the hour of its name is over", async () => {
    const made = lark.time.now;
    const id = idOf(made);
    const posted = (await lark.adapter.chat.post(toRenke(), notice(id))) as Extract<
      PostResult,
      { result: "sent" }
    >;
    for (let i = 0; i < 60; i += 1) await lark.adapter.chat.post(toRenke(), notice());
    lark.time.now += 2 * 3_600_000;
    expect(await lark.adapter.chat.find(toRenke(), id)).toEqual({
      found: "there",
      messageId: posted.messageId,
    });
    expect(await lark.adapter.chat.find(toRenke(), idOf(made))).toEqual({ found: "absent" });
  });

  it("is unknowable where the chat is not known or may not be read", async () => {
    const id = idOf(lark.time.now - 2 * 3_600_000);
    expect(await lark.adapter.chat.find(toRenke(), id)).toEqual({ found: "unknowable" });
    await lark.adapter.chat.post(toRenke(), notice());
    lark.fake.trouble(/^GET \/open-apis\/im\/v1\/messages$/, { code: 99991672, status: 400 });
    expect(await lark.adapter.chat.find(toRenke(), id)).toEqual({ found: "unknowable" });
  });

  it("that changes an earlier one patches it, and is a new card where that is older than fourteen days", async () => {
    const first = (await lark.adapter.chat.post(toRenke(), notice())) as Extract<
      PostResult,
      { result: "sent" }
    >;
    expect(
      await lark.adapter.chat.edit(toRenke(), first.messageId, notice(undefined, "Now so")),
    ).toEqual({ result: "sent", messageId: first.messageId });
    expect(readCard(lark.fake.messages[0]?.card).text).toBe("Now so");
    lark.time.now += 15 * 24 * 3_600_000;
    const later = await lark.adapter.chat.edit(
      toRenke(),
      first.messageId,
      notice(undefined, "Much later"),
    );
    expect(later.result).toBe("sent");
    expect(lark.fake.messages.map((each) => readCard(each.card).text)).toEqual([
      "Now so",
      "Much later",
    ]);
    lark.fake.messages[1]!.recalled = true;
    expect(
      await lark.adapter.chat.edit(toRenke(), lark.fake.messages[1]!.id, notice()),
    ).toMatchObject({ result: "final", stops: "content" });
  });

  it("to a group goes there, and its buttons say so", async () => {
    lark.fake.groups.set("oc_team", { name: "华东", bot: true });
    const place = { platform: "lark", workspace: lark.workspace, channel: "oc_team" };
    await lark.adapter.chat.post(place, {
      deliveryId: randomUUID(),
      at,
      cards: [card({ title: "表扬", buttons: [button("+1", press({ what: "second" }))] })],
    });
    await lark.surface.click("ou_lan", lark.fake.messages[0]!, "+1");
    expect(lark.bot.received).toMatchObject([
      {
        kind: "pressed",
        place: { channel: "oc_team", workspace: lark.workspace, platform: "lark" },
        from: { user: "ou_lan" },
      },
    ]);
    lark.fake.groups.get("oc_team")!.bot = false;
    expect(await lark.adapter.chat.post(place, notice())).toMatchObject({
      result: "final",
      stops: "person",
    });
  });

  it("to a workspace that no app of this process has waits for one", async () => {
    expect(
      await lark.adapter.chat.post(
        { platform: "lark", workspace: "feishu/cli_other/t", user: "ou_renke" },
        notice(),
      ),
    ).toMatchObject({ result: "final", stops: "installation" });
  });

  it("keeps its pace below what Lark allows to one chat and to one app", () => {
    const { pace } = lark.adapter.chat;
    expect(pace.destination!.perSecond).toBeLessThan(5);
    expect(pace.destination!.burst).toBeLessThan(5);
    expect(pace.installation!.perSecond * 60).toBeLessThan(1_000);
    expect(pace.installation!.burst).toBeLessThan(50);
  });
});
