// What people do in Lark: in groups, where others read along.
import { describe, expect, it } from "vitest";
import type { Outcome } from "#src/bot/declare/incoming";
import { button, card } from "#src/view/card";
import { envelope, messageEvent, sealed } from "#test/support/lark/platform/push";
import { readCard } from "#test/support/lark/reading";
import { press } from "#test/adapters/samples";
import { lark, happening, acted, bot, lan, locale, note, titles, inGroup } from "./happening.ts";

happening();

describe("in a group", () => {
  it("what is said to the bot is heard without its name, with names where mentions stood", async () => {
    await lark.surface.sayIn("oc_team", "ou_renke", "@_user_1 praise @_user_2 a great call", [
      bot,
      lan,
    ]);
    expect(acted()).toMatchObject([
      {
        kind: "said",
        text: "praise @周岚 a great call",
        mentions: [{ token: "@周岚", user: "ou_lan" }],
        place: { platform: "lark", workspace: lark.workspace, channel: "oc_team" },
      },
    ]);
  });

  it("an app, somebody of another company and everybody are no colleagues", async () => {
    const app = { openId: "ou_app", name: "Jira", type: "bot" } as const;
    const elsewhere = { openId: "ou_kim", name: "Kim", tenant: "other" };
    await lark.surface.sayIn("oc_team", "ou_renke", "@_user_1 praise @_user_2 @_user_3 @_all", [
      bot,
      app,
      elsewhere,
    ]);
    expect(acted()).toMatchObject([
      {
        text: "praise @Jira @Kim @所有人",
        mentions: [
          { token: "@Jira", stranger: { name: "Jira", kind: "bot" } },
          { token: "@Kim", stranger: { name: "Kim", kind: "outside" } },
        ],
      },
    ]);
  });

  it("eleven mentions are told apart, and two people of one name too", async () => {
    const people = Array.from({ length: 11 }, (_, i) => ({
      openId: `ou_${i}`,
      name: i > 8 ? "王磊" : `P${i}`,
    }));
    const words = people.map((_, i) => `@_user_${i + 2}`).join(" ");
    await lark.surface.sayIn("oc_team", "ou_renke", `@_user_1 praise ${words}`, [bot, ...people]);
    const [heard] = acted();
    if (heard?.kind !== "said") return expect.fail("nothing was heard");
    expect(heard.text).toBe("praise @P0 @P1 @P2 @P3 @P4 @P5 @P6 @P7 @P8 @王磊 @_user_12");
    expect(heard.mentions?.map((each) => `${each.token}=${each.user}`)).toEqual(
      expect.arrayContaining(["@王磊=ou_9", "@_user_12=ou_10", "@P0=ou_0"]),
    );
  });

  it("is answered in the own chat, as one line there tells them alone", async () => {
    const message = await lark.surface.sayIn("oc_team", "ou_renke", "@_user_1 log 12k", [bot]);
    expect(message.reactions).toEqual([]);
    expect(lark.fake.shownOnly).toMatchObject([
      { chat: "oc_team", user: "ou_renke", text: expect.stringMatching(/your chat with me/) },
    ]);
    expect(
      lark.fake.messages.filter((each) => each.chat === "oc_team" && each.by === "bot"),
    ).toEqual([]);
  });

  it("loses nothing where Lark shows nobody a line of their own", async () => {
    lark.fake.groups.set("oc_team", { name: "Team", bot: true, topics: true });
    await lark.surface.sayIn("oc_team", "ou_renke", "@_user_1 log 12k", [bot]);
    expect(lark.bot.received.some((each) => each.kind === "said")).toBe(true);
    expect(lark.fake.shownOnly).toEqual([]);
  });

  it.each<[string, Outcome | "later"]>([
    ["was refused", { outcome: "delivered", refused: true }],
    ["was not meant for the bot", { outcome: "ignored" }],
    ["somebody said whom nobody knows", { outcome: "stranger" }],
    ["is being carried out still", "later"],
  ])(
    "has no line there while it %s, and the event is acknowledged all the same",
    async (_, outcome) => {
      let finish = (): void => {};
      const carriedOut = new Promise<Outcome>(
        (resolve) => (finish = () => resolve({ outcome: "delivered" })),
      );
      // Whom the directory does not know either.
      if (outcome !== "later" && outcome.outcome === "stranger") lark.fake.users.delete("ou_renke");
      lark.bot.next(outcome === "later" ? () => carriedOut : outcome);
      const message = lark.fake.add({ chat: "oc_team", by: "ou_renke", text: "@_user_1 log 12k" });
      const said = messageEvent(lark.fake, "ou_renke", {
        id: message.id,
        chat: "oc_team",
        group: true,
        text: "@_user_1 log 12k",
        mentions: [bot],
      });
      expect(
        (
          await lark.push(
            sealed(
              envelope(lark.fake, lark.keys, "im.message.receive_v1", said),
              lark.keys,
              lark.time.now,
            ),
          )
        ).status,
      ).toBe(200);
      if (outcome !== "later") await lark.adapter.idle();
      expect(lark.fake.shownOnly).toEqual([]);
      finish();
      await lark.adapter.idle();
      expect(lark.fake.shownOnly).toHaveLength(outcome === "later" ? 1 : 0);
    },
  );

  it("a form asked for comes in the own chat", async () => {
    lark.bot.next({ outcome: "ask", form: note, locale });
    await lark.surface.sayIn("oc_team", "ou_renke", "@_user_1 goal new", [bot]);
    expect((await lark.surface.screen("ou_renke")).form?.title).toBe("A note");
    expect(
      lark.fake.messages.filter((each) => each.chat === "oc_team" && each.by === "bot"),
    ).toEqual([]);
    await lark.surface.fill("ou_renke", { note: "done" });
    expect(lark.bot.received.at(-1)).toMatchObject({ kind: "submitted", values: { note: "done" } });
    expect(titles()).toEqual(["Sent. Thank you."]);
  });

  it("talk that is not to the bot is not heard", async () => {
    await lark.surface.sayIn("oc_team", "ou_renke", "@_user_1 lunch?", [lan]);
    await lark.surface.sayIn("oc_team", "ou_renke", "log 12k", []);
    expect(acted()).toEqual([]);
  });

  it("the bot's name alone asks for the home", async () => {
    await lark.surface.sayIn("oc_team", "ou_renke", "@_user_1", [bot]);
    expect(acted()).toMatchObject([{ text: "home" }]);
  });

  it("that the bot was not told of is told to it with its name, once, before what was said there is done", async () => {
    await lark.surface.sayIn("oc_team", "ou_renke", "@_user_1 praise", [bot]);
    await lark.surface.sayIn("oc_team", "ou_renke", "@_user_1 praise", [bot]);
    expect(
      lark.bot.received.map((each) => (each.kind === "placeChanged" ? each.name : each.kind)),
    ).toEqual(["华东", "said", "said"]);
  });

  it("people named who never spoke to the bot are met first, the others are not asked for", async () => {
    lark.bot.strangers.add("ou_lan");
    await lark.surface.sayIn("oc_team", "ou_renke", "@_user_1 表扬 @_user_2 @_user_3", [
      bot,
      lan,
      { openId: "ou_renke", name: "Renke" },
    ]);
    expect(lark.bot.received).toMatchObject([
      { kind: "placeChanged" },
      { kind: "personChanged", from: { user: "ou_lan" }, profile: { name: "周岚" } },
      { kind: "said" },
    ]);
    expect(
      lark.fake.asked
        .filter((each) => each.path.includes("contact"))
        .map((each) => each.path.split("/").at(-1)),
    ).toEqual(["ou_lan"]);
  });

  it("whoever Lark will not tell of stays a word, and what was said is done", async () => {
    lark.bot.strangers.add("ou_lan");
    lark.fake.trouble(/contact\/v3/, { code: 99991672, status: 400 });
    await lark.surface.sayIn("oc_team", "ou_renke", "@_user_1 表扬 @_user_2", [bot, lan]);
    expect(acted()).toMatchObject([{ kind: "said", text: "表扬 @周岚" }]);
  });

  it("a press that asks for a form, or shows something, answers in the own chat and leaves everybody's card as it is", async () => {
    const message = await inGroup();
    lark.bot.next({ outcome: "ask", form: note, locale });
    expect(await lark.surface.click("ou_lan", message, "Go")).toEqual({
      toast: { type: "info", content: "I sent you the form in our own chat." },
    });
    expect((await lark.surface.screen("ou_lan")).form?.title).toBe("A note");
    lark.bot.next({ outcome: "show", cards: [card({ title: "Sent only to you" })], locale });
    await lark.surface.click("ou_renke", message, "Go");
    expect(titles()).toEqual(["Sent only to you"]);
    expect(readCard(message.card).text).toBe("In the group");
  });

  it("a press that replaces the card replaces it for everybody", async () => {
    const message = await inGroup();
    lark.bot.next({
      outcome: "replace",
      cards: [card({ title: "Two of us", buttons: [button("Go", press({ what: "go" }))] })],
      locale,
    });
    await lark.surface.click("ou_lan", message, "Go");
    expect(readCard(message.card).text).toBe("Two of us");
    await lark.surface.click("ou_renke", message, "Go");
    expect(lark.bot.received.at(-1)).toMatchObject({ place: { channel: "oc_team" } });
  });
});
