// What people do in Lark: in their own chat, in groups, by menu and by sign; and answers that are in time, late, or not for everybody.
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Outcome } from "#src/bot/declare/incoming";
import { button, card, text } from "#src/view/card";
import { form, textField } from "#src/view/form";
import { larkStart, createLarkFixture, type LarkFixture } from "#test/support/lark/fixture";
import { envelope, messageEvent, sealed } from "#test/support/lark/platform/push";
import { readCard } from "#test/support/lark/reading";
import { press, send } from "#test/adapters/samples";

let lark: LarkFixture;
beforeEach(async () => {
  lark = await createLarkFixture();
  lark.fake.groups.set("oc_team", { name: "华东", bot: true });
  await lark.adapter.start();
});
afterEach(() => lark.close());

const acted = () =>
  lark.bot.received.filter((each) => each.kind !== "placeChanged" && each.kind !== "personChanged");
const bot = { openId: "ou_bot", name: "领跑" };
const lan = { openId: "ou_lan", name: "周岚" };
const locale = "en";
const note = form({
  title: "A note",
  fields: [textField("note", "Note")],
  submit: "Send it",
  act: send({ about: "note" }),
  sees: "You",
});
const own = (user = "ou_renke") =>
  lark.fake.messages.filter((each) => each.chat === lark.fake.p2p(user) && each.by === "bot");
const titles = (user = "ou_renke") => own(user).map((each) => readCard(each.card).text);
async function inGroup(): Promise<(typeof lark.fake.messages)[number]> {
  await lark.adapter.chat.post(
    { platform: "lark", workspace: lark.workspace, channel: "oc_team" },
    {
      deliveryId: "0193aaaa-0000-7000-8000-00000000000a",
      at: new Date(larkStart),
      cards: [card({ title: "In the group", buttons: [button("Go", press({ what: "go" }))] })],
    },
  );
  return lark.fake.messages.at(-1)!;
}

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

  it("is receipted by a sign, and the answer is in the own chat", async () => {
    const message = await lark.surface.sayIn("oc_team", "ou_renke", "@_user_1 log 12k", [bot]);
    expect(message.reactions).toEqual(["OK"]);
    expect(
      lark.fake.messages.filter((each) => each.chat === "oc_team" && each.by === "bot"),
    ).toEqual([]);
  });

  it.each<[string, Outcome | "later", string[]]>([
    ["was refused", { outcome: "delivered", refused: true }, []],
    ["was not meant for the bot", { outcome: "ignored" }, []],
    ["somebody said whom nobody knows", { outcome: "stranger" }, []],
    ["is being carried out still", "later", []],
  ])(
    "has no sign while it %s, and the event is acknowledged all the same",
    async (_, outcome, signs) => {
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
      expect(message.reactions).toEqual(signs);
      finish();
      await lark.adapter.idle();
      expect(message.reactions).toEqual(outcome === "later" ? ["OK"] : signs);
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
    lark.bot.next({ outcome: "show", cards: [card({ title: "Only for you" })], locale });
    await lark.surface.click("ou_renke", message, "Go");
    expect(titles()).toEqual(["Only for you"]);
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

describe("a click", () => {
  it("that comes under two event ids is one act, and what it shows is shown once", async () => {
    const shown = { outcome: "show", cards: [card({ title: "Shown" })], locale } as const;
    await lark.adapter.chat.post(
      { platform: "lark", workspace: lark.workspace, user: "ou_renke" },
      {
        deliveryId: "0193aaaa-0000-7000-8000-00000000000b",
        at: new Date(larkStart),
        cards: [card({ title: "t", buttons: [button("Go", press({ what: "go" }))] })],
      },
    );
    const message = own()[0]!;
    for (const id of ["event-1", "event-2"]) {
      lark.bot.next(shown);
      await lark.surface.click("ou_renke", message, "Go", id);
    }
    expect(new Set(lark.bot.received.map((each) => each.dedupeKey)).size).toBe(1);
    expect(titles()).toEqual(["t", "Shown"]);
    lark.time.now += 10_000;
    lark.bot.next(shown);
    await lark.surface.click("ou_renke", message, "Go", "event-3");
    expect(titles()).toEqual(["t", "Shown", "Shown"]);
  });

  it("that somebody carries out already is answered with nothing", async () => {
    const message = await inGroup();
    lark.bot.accept = async () => null;
    expect(await lark.surface.click("ou_renke", message, "Go")).toEqual({});
  });

  it.each([{}, "text", null, { v: 2 }, { v: 1, k: "x", b: "0-0", a: "goals.log", n: "1", p: {} }])(
    "on a button that holds %j is told that the card is old",
    async (value) => {
      const response = await lark.surface.event("card.action.trigger", {
        operator: { open_id: "ou_renke", tenant_key: lark.fake.tenant },
        token: "c-1",
        action: { tag: "button", value },
        context: { open_message_id: "om_1", open_chat_id: "oc_1" },
      });
      expect(await response.json()).toEqual({
        toast: { type: "error", content: expect.stringMatching(/older version/) as string },
      });
      expect(lark.bot.received).toEqual([]);
    },
  );

  it("on the border of two three-second spans is one click as well", async () => {
    const message = await inGroup();
    lark.time.now = Math.floor(lark.time.now / 3_000) * 3_000 + 2_990;
    for (const id of ["event-1", "event-2"]) {
      lark.bot.next({ outcome: "show", cards: [card({ title: "Shown" })], locale });
      await lark.surface.click("ou_renke", message, "Go", id);
      lark.time.now += 20;
    }
    expect(titles()).toEqual(["Shown"]);
  });

  it("in hand keeps others from changing its card: what they change comes after the answer, or Lark would undo it", async () => {
    await lark.close();
    lark = await createLarkFixture({}, { answerTravelsMs: 100 });
    lark.fake.groups.set("oc_team", { name: "华东", bot: true });
    const message = await inGroup();
    const edited: string[] = [];
    lark.bot.next(async () => {
      void lark.adapter.chat
        .edit({ platform: "lark", workspace: lark.workspace, channel: "oc_team" }, message.id, {
          deliveryId: "0193aaaa-0000-7000-8000-00000000000d",
          at: new Date(larkStart),
          cards: [card({ title: "1 agrees" })],
        })
        .then((result) => edited.push(result.result));
      await new Promise((resolve) => setTimeout(resolve, 50));
      return { outcome: "toast", line: ["Counted"], locale, tone: "info" };
    });
    await lark.surface.click("ou_lan", message, "Go");
    expect([edited, readCard(message.card).text]).toEqual([[], "In the group"]);
    await vi.waitUntil(() => edited.length === 1);
    expect(readCard(message.card).text).toBe("1 agrees");
  });

  it("that takes longer than Lark waits is answered in time, and the card changes afterwards", async () => {
    await lark.close();
    lark = await createLarkFixture({}, { answerTravelsMs: 700 });
    lark.fake.groups.set("oc_team", { name: "华东", bot: true });
    const message = await inGroup();
    let finish = (_: Outcome): void => {};
    lark.bot.next(() => new Promise((resolve) => (finish = resolve)));
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    try {
      const answered = lark.surface.event("card.action.trigger", {
        operator: { open_id: "ou_renke", tenant_key: lark.fake.tenant },
        token: "c-1",
        action: { tag: "button", value: valueOf(message.card) },
        context: { open_message_id: message.id, open_chat_id: message.chat },
      });
      while (lark.bot.received.length === 0) await new Promise((resolve) => setImmediate(resolve));
      await vi.advanceTimersByTimeAsync(2_300);
      expect(await (await answered).json()).toEqual({
        toast: { type: "info", content: expect.stringMatching(/moment/) as string },
      });
      finish({ outcome: "replace", cards: [card({ title: "At last" })], locale });
      await vi.advanceTimersByTimeAsync(550);
      // Before Lark surely has the answer, a change would be undone by it.
      expect(readCard(message.card).text).toBe("In the group");
      await vi.advanceTimersByTimeAsync(200);
    } finally {
      vi.useRealTimers();
    }
    await lark.adapter.idle();
    expect(readCard(message.card).text).toBe("At last");
  });

  it("that fails says so, and the log has the cause", async () => {
    const message = await inGroup();
    lark.bot.next(() => Promise.reject(new Error("broken")));
    expect(await lark.surface.click("ou_renke", message, "Go")).toMatchObject({
      toast: { type: "error", content: expect.stringMatching(/try again/) as string },
    });
    expect(lark.logged.map((each) => each.event)).toContain("lark.press_failed");
  });
});

const valueOf = (shown: unknown): unknown =>
  (readCard(shown).buttons[0]!.node as unknown as { behaviors: readonly { value: unknown }[] })
    .behaviors[0]!.value;

describe("the menu, signs, places and people", () => {
  it.each([
    ["log", "log"],
    ["checkin", "checkin"],
    ["praise", "praise"],
    ["home", "home"],
    ["help", "help"],
  ])("the menu's %s says %j", async (key, words) => {
    await lark.surface.event("application.bot.menu_v6", {
      operator: { operator_name: "Renke", operator_id: { open_id: "ou_renke" } },
      event_key: key,
      timestamp: 1_669_364_458,
    });
    await lark.adapter.idle();
    expect(lark.bot.received).toMatchObject([
      { kind: "said", text: words, chosen: true, from: { user: "ou_renke" } },
    ]);
  });

  it("a menu entry of another app's is nothing", async () => {
    await lark.surface.event("application.bot.menu_v6", {
      operator: { operator_id: { open_id: "ou_renke" } },
      event_key: "drop tables",
    });
    expect(lark.bot.received).toEqual([]);
  });

  it("a thumb put on a message and taken off again is a +1 and none; other signs and those of bots are nothing", async () => {
    const sign = (emoji: string, operator = "user") => ({
      message_id: "om_1",
      reaction_type: { emoji_type: emoji },
      operator_type: operator,
      user_id: { open_id: "ou_lan" },
      action_time: "1",
    });
    await lark.surface.event("im.message.reaction.created_v1", sign("THUMBSUP"), "r-1");
    await lark.surface.event("im.message.reaction.deleted_v1", sign("THUMBSUP"), "r-2");
    await lark.surface.event("im.message.reaction.created_v1", sign("CRY"));
    await lark.surface.event("im.message.reaction.created_v1", sign("THUMBSUP", "app"));
    await lark.adapter.idle();
    expect(lark.bot.received).toEqual([
      {
        kind: "reacted",
        dedupeKey: "lark:reaction:r-1",
        from: { platform: "lark", workspace: lark.workspace, user: "ou_lan" },
        messageId: "om_1",
        anywhere: true,
        added: true,
      },
      {
        kind: "reacted",
        dedupeKey: "lark:reaction:r-2",
        from: { platform: "lark", workspace: lark.workspace, user: "ou_lan" },
        messageId: "om_1",
        anywhere: true,
        added: false,
      },
    ]);
  });

  it("groups that are joined, renamed and left are places that change", async () => {
    const place = { platform: "lark", workspace: lark.workspace, channel: "oc_new" };
    await lark.surface.event(
      "im.chat.member.bot.added_v1",
      { chat_id: "oc_new", name: "华南", operator_id: { open_id: "ou_lan" } },
      "p-1",
    );
    await lark.surface.event(
      "im.chat.updated_v1",
      { chat_id: "oc_new", after_change: { name: "华南二部" }, before_change: { name: "华南" } },
      "p-2",
    );
    await lark.surface.event(
      "im.chat.updated_v1",
      { chat_id: "oc_new", after_change: { avatar: "x" } },
      "p-3",
    );
    await lark.surface.event(
      "im.chat.member.bot.deleted_v1",
      { chat_id: "oc_new", name: "华南二部" },
      "p-4",
    );
    await lark.adapter.idle();
    expect(lark.bot.received).toEqual([
      { kind: "placeChanged", dedupeKey: "lark:place:p-1", place, name: "华南", member: true },
      { kind: "placeChanged", dedupeKey: "lark:place:p-2", place, name: "华南二部", member: true },
      { kind: "placeChanged", dedupeKey: "lark:place:p-4", place, name: "华南二部", member: false },
    ]);
  });

  it("whoever opens the chat for the first time is introduced, once", async () => {
    for (let i = 0; i < 3; i += 1)
      await lark.surface.event("im.chat.access_event.bot_p2p_chat_entered_v1", {
        chat_id: "oc_p2p_ou_lan",
        operator_id: { open_id: "ou_lan" },
      });
    await lark.adapter.idle();
    expect(lark.bot.received).toMatchObject([
      {
        kind: "personChanged",
        from: { user: "ou_lan" },
        profile: {
          name: "周岚",
          email: "lan@example.com",
          zone: "Asia/Shanghai",
          locale: null,
          guess: "en",
          active: true,
          guest: false,
        },
      },
    ]);
  });

  it.each([
    [
      "the company's own, though they have another",
      { email: "boss@example.com", enterprise_email: "lan@company.example" },
      "lan@company.example",
    ],
    [
      "the contact's, where the company gave none",
      { email: "lan@example.com", enterprise_email: "" },
      "lan@example.com",
    ],
    ["none, where none is told", {}, null],
  ])("somebody's address is %s", async (_, told, email) => {
    await lark.surface.event("contact.user.updated_v3", {
      object: { open_id: "ou_lan", name: "周岚", ...told },
    });
    await lark.adapter.idle();
    expect(lark.bot.received).toMatchObject([{ kind: "personChanged", profile: { email } }]);
  });

  it("who left the company is no more active", async () => {
    await lark.surface.event("contact.user.updated_v3", {
      object: {
        open_id: "ou_lan",
        name: "周岚",
        status: { is_resigned: false },
        time_zone: "Asia/Shanghai",
      },
    });
    await lark.surface.event("contact.user.deleted_v3", { object: { open_id: "ou_lan" } });
    expect(lark.bot.received).toMatchObject([
      { kind: "personChanged", profile: { name: "周岚", active: true } },
      { kind: "personChanged", profile: { name: "", active: false } },
    ]);
  });

  it.each([
    ["no more", false],
    ["now", true],
    ["for all that is told", undefined],
  ])("whether somebody runs the company is said as told: %s", async (_, is) => {
    await lark.surface.event("contact.user.updated_v3", {
      object: {
        open_id: "ou_lan",
        name: "周岚",
        ...(is === undefined ? {} : { is_tenant_manager: is }),
      },
    });
    await lark.adapter.idle();
    const [came] = lark.bot.received as readonly {
      readonly profile: { readonly admin?: boolean };
    }[];
    expect(came!.profile.admin).toBe(is);
  });

  it("colleagues who never had to do with the bot are nobody's business", async () => {
    lark.bot.strangers.add("ou_lan");
    await lark.surface.event("contact.user.updated_v3", {
      object: { open_id: "ou_lan", name: "周岚" },
    });
    await lark.surface.event("contact.user.deleted_v3", {
      object: { open_id: "ou_lan", name: "周岚" },
    });
    expect(lark.bot.received).toEqual([]);
  });

  it("what changed is written before it is acknowledged, and told again where it was not", async () => {
    lark.bot.receive = () => Promise.reject(new Error("the database is away"));
    expect(
      (await lark.surface.event("contact.user.deleted_v3", { object: { open_id: "ou_lan" } }))
        .status,
    ).toBe(500);
    expect(
      (await lark.surface.event("im.chat.disbanded_v1", { chat_id: "oc_team", name: "华东" }))
        .status,
    ).toBe(500);
  });
});

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
        content: expect.stringMatching(/登记你，.* I know nobody of that name/) as string,
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

describe("what is no plain text", () => {
  const message = (type: string, content: object) => ({
    ...(messageEvent(lark.fake, "ou_renke", {
      id: "om_9",
      chat: "oc_p2p_ou_renke",
      group: false,
      text: "",
    }) as { sender: object; message: object }),
    message: {
      message_id: "om_9",
      chat_id: "oc_p2p_ou_renke",
      chat_type: "p2p",
      message_type: type,
      content: JSON.stringify(content),
    },
  });

  it("rich text is read line by line", async () => {
    await lark.surface.event(
      "im.message.receive_v1",
      message("post", {
        title: "Week",
        content: [
          [
            { tag: "text", text: "log 12k " },
            { tag: "a", text: "Acme", href: "https://x" },
          ],
          [{ tag: "text", text: "calls 20" }],
        ],
      }),
    );
    await lark.adapter.idle();
    expect(lark.bot.received).toMatchObject([{ text: "Week\nlog 12k Acme\ncalls 20" }]);
  });

  it("a picture gets a kind word", async () => {
    await lark.surface.event("im.message.receive_v1", message("image", { image_key: "img_1" }));
    await lark.adapter.idle();
    expect(lark.bot.received).toEqual([]);
    expect(titles()).toEqual([expect.stringMatching(/text only/)]);
  });

  it("the bot's own words and those of other bots are not heard", async () => {
    const event = messageEvent(lark.fake, "ou_renke", {
      id: "om_8",
      chat: "oc_p2p_ou_renke",
      group: false,
      text: "hello",
    }) as { sender: object };
    await lark.surface.event("im.message.receive_v1", {
      ...event,
      sender: { ...event.sender, sender_type: "app" },
    });
    expect(lark.bot.received).toEqual([]);
  });
});

describe("a form that a button asked for", () => {
  const asking = card({
    title: "A proposal",
    buttons: [
      button("Answer", press({ what: "answer" })),
      button("Confirm", press({ what: "confirm" })),
    ],
  });
  async function asked(): Promise<void> {
    await lark.adapter.chat.post(
      { platform: "lark", workspace: lark.workspace, user: "ou_renke" },
      {
        deliveryId: "0193aaaa-0000-7000-8000-00000000000f",
        at: new Date(larkStart),
        cards: [asking],
      },
    );
    lark.bot.next({ outcome: "ask", form: note, locale });
    await lark.surface.press("ou_renke", "Answer");
  }

  it("comes below its card, whose other buttons stay while it is filled and after it was sent", async () => {
    await asked();
    expect(titles()).toEqual(["A proposal", "A note\n◔ You"]);
    await lark.surface.press("ou_renke", "Confirm");
    expect(lark.bot.received.at(-1)).toMatchObject({
      kind: "pressed",
      payload: { what: "confirm" },
    });
    lark.bot.next({ outcome: "toast", line: ["Told."], locale, tone: "info" });
    await lark.surface.fill("ou_renke", { note: "x" });
    expect(titles()).toEqual(["A proposal", "Told."]);
    await lark.surface.press("ou_renke", "Confirm");
  });

  it("changes its card when it is sent, corrected once and followed by another form", async () => {
    await asked();
    lark.bot.next({ outcome: "correct", errors: { note: ["More."] }, locale });
    await lark.surface.fill("ou_renke", { note: "x" });
    lark.bot.next({ outcome: "ask", form: note, locale });
    await lark.surface.fill("ou_renke", { note: "xx" });
    lark.bot.next({ outcome: "replace", cards: [card({ title: "Agreed" })], locale });
    await lark.surface.fill("ou_renke", { note: "xxx" });
    expect(titles()).toEqual(["Agreed", "Done. The card you came from is up to date."]);
  });

  it("whose card is too old to be changed brings it anew", async () => {
    await asked();
    lark.fake.trouble(/^PATCH/, { code: 230031, status: 400 });
    lark.bot.next({ outcome: "replace", cards: [card({ title: "Agreed" })], locale });
    await lark.surface.fill("ou_renke", { note: "xxx" });
    expect(titles()).toEqual([
      "A proposal",
      "Done. The card you came from is up to date.",
      "Agreed",
    ]);
  });
});

describe("a form", () => {
  it("that was sent is closed, so that it is not sent again by mistake; a passing word stays readable on it", async () => {
    lark.bot.next({ outcome: "ask", form: note, locale });
    await lark.surface.say("ou_renke", "note");
    lark.bot.next({ outcome: "toast", line: ["Noted."], locale, tone: "info" });
    await lark.surface.fill("ou_renke", { note: "x" });
    const screen = await lark.surface.screen("ou_renke");
    expect(screen.form).toBeNull();
    expect(screen.toast).toBe("Noted.");
    expect(titles()).toEqual(["Noted."]);
  });

  it("whose client brings back only the button's name is understood by what was put aside", async () => {
    lark.bot.next({ outcome: "ask", form: note, locale });
    await lark.surface.say("ou_renke", "note");
    const shown = lark.fake.messages.at(-1)!;
    const name = (
      readCard(shown.card).form as unknown as { elements: { tag: string; name: string }[] }
    ).elements.find((each) => each.tag === "button")!.name;
    await lark.surface.event("card.action.trigger", {
      operator: { open_id: "ou_renke" },
      token: "c-1",
      action: { tag: "button", name, form_value: { note: "by its name" } },
      context: { open_message_id: shown.id, open_chat_id: shown.chat },
    });
    expect(lark.bot.received.at(-1)).toMatchObject({
      kind: "submitted",
      name: "sample.send",
      payload: { about: "note" },
      values: { note: "by its name" },
    });
  });

  it("of another version of ours is told to be old", async () => {
    const response = await lark.surface.event("card.action.trigger", {
      operator: { open_id: "ou_renke" },
      token: "c-1",
      action: {
        tag: "button",
        value: { v: 1, k: "a", a: "x", n: 1, p: {}, f: { title: "not a line" } },
        form_value: { note: "x" },
      },
      context: { open_message_id: "om_1", open_chat_id: "oc_1" },
    });
    expect(await response.json()).toMatchObject({ toast: { type: "error" } });
    expect(lark.bot.received).toEqual([]);
  });

  it("in Chinese speaks Chinese around the bot's own words", async () => {
    lark.bot.next({
      outcome: "ask",
      form: form({
        title: "新目标",
        intro: "填一下",
        fields: [textField("note", "备注")],
        submit: "提交",
        act: send({ about: "n" }),
        sees: "只有你能看到",
      }),
      locale: "zh",
    });
    await lark.surface.say("ou_lan", "新目标");
    const shown = JSON.stringify(own("ou_lan")[0]?.card);
    expect(shown).toContain("备注（选填）");
    lark.bot.next({
      outcome: "show",
      cards: [card({ title: "好了", body: [text("x".repeat(3_001))] })],
      locale: "zh",
    });
    await lark.surface.fill("ou_lan", { note: "x" });
    expect(titles("ou_lan")[0]).toContain("…（还有 1 个字）");
  });
});
