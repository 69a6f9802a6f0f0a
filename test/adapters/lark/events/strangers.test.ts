// What people do in Lark whom the bot does not know.
import { describe, expect, it } from "vitest";
import { envelope, messageEvent, sealed } from "#test/support/lark/platform/push";
import { lark, happening, bot, own, titles, inGroup } from "./happening.ts";

happening();

describe("somebody whom the bot does not know", () => {
  it("is introduced from the company's directory before their first words are kept, like everybody's", async () => {
    lark.bot.strangers.add("ou_lan");
    await lark.surface.say("ou_lan", "报12万");
    expect(lark.bot.received).toMatchObject([
      { kind: "personChanged", profile: { name: "周岚", locale: null, guess: "en" } },
      { kind: "said", text: "报12万" },
    ]);
    expect(own("ou_lan")).toEqual([]);
  });

  it("is met by the menu too, and has a name even where Lark does not tell it", async () => {
    lark.bot.strangers.add("ou_lan");
    lark.fake.users.set("ou_lan", { openId: "ou_lan", name: "" });
    await lark.surface.event("application.bot.menu_v6", {
      operator: { operator_id: { open_id: "ou_lan" } },
      event_key: "home",
    });
    await lark.adapter.idle();
    expect(lark.bot.received).toMatchObject([
      { kind: "personChanged", profile: { name: "#_lan" } },
      { kind: "said", text: "home", chosen: true },
    ]);
  });

  it("whom the directory takes too long to tell of is acknowledged all the same, and met afterwards", async () => {
    lark.bot.strangers.add("ou_lan");
    lark.fake.trouble(/contact\/v3/, "hang");
    const before = performance.now();
    const event = messageEvent(lark.fake, "ou_lan", {
      id: "om_slow",
      chat: "oc_p2p_ou_lan",
      group: false,
      text: "帮助",
    });
    expect((await lark.surface.event("im.message.receive_v1", event)).status).toBe(200);
    expect(performance.now() - before).toBeLessThan(2_500);
    await lark.adapter.idle();
    expect(lark.bot.received.map((each) => each.kind)).toEqual(["personChanged", "said"]);
  });

  it("and whom the directory does not show is told what to do, in the language of their words", async () => {
    lark.fake.trouble(/contact\/v3/, { code: 99991672, status: 400 }, 2);
    lark.bot.next({ outcome: "stranger" });
    await lark.surface.say("ou_lan", "报12万");
    expect(titles("ou_lan")).toEqual(["我这里还没有登记你，请让管理员把你加进来。"]);
  });

  it("who presses is answered in time, even where the directory hangs", async () => {
    const message = await inGroup();
    lark.fake.trouble(/contact\/v3/, "hang");
    lark.bot.next({ outcome: "stranger" });
    const before = performance.now();
    expect(await lark.surface.click("ou_renke", message, "Go")).toMatchObject({
      toast: {
        type: "error",
        content: expect.stringMatching(/登记你，.* You're not in the directory/) as string,
      },
    });
    expect(performance.now() - before).toBeLessThan(3_000);
  });

  it("of another company, in a group of both, is not heard", async () => {
    const event = messageEvent(
      lark.fake,
      "ou_other",
      { id: "om_x", chat: "oc_team", group: true, text: "@_user_1 hello", mentions: [bot] },
      "tenant-of-others",
    );
    await lark.push(
      sealed(
        envelope(lark.fake, lark.keys, "im.message.receive_v1", event),
        lark.keys,
        lark.time.now,
      ),
    );
    await lark.adapter.idle();
    expect(lark.bot.received).toEqual([]);
  });
});
