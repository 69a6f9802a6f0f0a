// The bot in a browser: the contract of every surface, and that only what was stored can be pressed.
import { parse } from "node-html-parser";
import { describe, expect, test } from "vitest";
import { readAddressed } from "#adapters/web/door/addressed";
import { buttonAt } from "#adapters/web/door/action-codec";
import { elements, fields } from "#adapters/web/render/degradation";
import { limits } from "#adapters/web/render/limits";
import { button, card, rows, text } from "#src/view/card";
import { createWebFixture, get, id, post, startedAt as at } from "#test/support/web/fixture";
import { visibleText } from "#test/support/web/reading";
import { adapterContract } from "#test/adapters/contract/contract";
import type { Made } from "#test/adapters/contract/made";
import { everyElement, press } from "#test/adapters/samples";

async function make(): Promise<Made> {
  const web = createWebFixture();
  return {
    surface: web.surface,
    bot: web.bot,
    chat: web.adapter.chat,
    user: "renke",
    address: { platform: "web", workspace: "playground", user: "renke" },
    async shownAs(user, words) {
      const page = parse(await (await get(web, `/as/${user}`)).text());
      const found = page
        .querySelectorAll(".msg")
        .at(-1)
        ?.querySelectorAll(".text")
        .find((each) => each.text === words);
      if (found === undefined) return "absent";
      return found
        .querySelectorAll("*")
        .every((each) => each.rawTagName === "bdi" && each.rawAttrs === "")
        ? "text"
        : "markup";
    },
    place: {
      address: { platform: "web", workspace: "playground", channel: "team" },
      other: "lan",
      hearsTalk: true,
      toBot: (words) => `@Pacer ${words}`,
      say: (user, words) => web.channel.say(user, words),
      sees: async (user) => (await web.channel.screen(user)).messages,
      press: (user, label) => web.channel.press(user, label),
    },
    stranger: async () =>
      visibleText(parse(await (await get(web, "/as/nobody")).text()).querySelector("main")),
  };
}

adapterContract("web", { make, elements, fields, longestText: limits.text });

describe("web: what is pressed is what was stored", () => {
  test("an older version of a card is not pressed but shown as it is now", async () => {
    const web = createWebFixture();
    await web.transcript.add({
      id: id(1),
      user: "renke",
      channel: null,
      by: "bot",
      at,
      text: "",
      cards: [everyElement],
      deliveryId: null,
    });
    await web.transcript.replace(id(1), [
      card({ title: "Now so", buttons: [button("Other", press({ what: "other" }))] }),
    ]);
    const response = await post(web, "/as/renke/press", {
      message: id(1),
      version: "1",
      button: "0-0",
      print: "x",
      click: id(9),
    });
    const html = await response.text();
    expect(html).toContain("Now so");
    expect(html).toContain("has been updated");
    expect(web.bot.received).toEqual([]);
  });

  test("another person's message cannot be pressed", async () => {
    const web = createWebFixture();
    await web.transcript.add({
      id: id(1),
      user: "lan",
      channel: null,
      by: "bot",
      at,
      text: "",
      cards: [everyElement],
      deliveryId: null,
    });
    const response = await post(web, "/as/renke/press", {
      message: id(1),
      version: "1",
      button: "0-0",
      print: "x",
      click: id(9),
    });
    expect(await response.text()).toContain("no longer here");
    expect(web.bot.received).toEqual([]);
  });

  test("a button of the home is pressed only while it is the one that was seen", async () => {
    const web = createWebFixture();
    web.bot.showsAtHome([
      card({ title: "My goals", buttons: [button("Open", press({ what: "goal 1" }))] }),
    ]);
    const home = parse(
      await (await get(web, "/as/renke/home", { "x-pacer": "fragment" })).text(),
    ).querySelector("#home");
    const print = home?.querySelector("button")?.getAttribute("data-print") ?? "";
    const version = home?.getAttribute("data-version") ?? "";
    const body = { message: "home", version, button: "0-0", print, click: id(9) };
    await post(web, "/as/renke/press", body);
    expect(web.bot.received).toMatchObject([
      { payload: { what: "goal 1" }, dedupeKey: `web:home:${version}:0-0` },
    ]);
    web.bot.showsAtHome([
      card({ title: "My goals", buttons: [button("Open", press({ what: "goal 2" }))] }),
    ]);
    expect(await (await post(web, "/as/renke/press", body)).text()).toContain("has been updated");
    expect(web.bot.received).toHaveLength(1);
  });

  test.each(["", "0", "0-", "a-b", "0-0-0", "0-0-0-0-0", "-1-0", "1e9-0"])(
    "the path %j names no button",
    async (path) => {
      const web = createWebFixture();
      const response = await post(web, "/as/renke/press", {
        message: id(1),
        version: "1",
        button: path,
        print: "x",
        click: id(9),
      });
      expect(response.status).toBe(400);
    },
  );

  test("a path finds buttons of cards and of rows, and nothing beyond", () => {
    const cards = [
      card({
        title: "t",
        body: [
          text("x"),
          rows([{ line: ["r"], buttons: [button("In row", press({ what: "r" }))] }]),
        ],
        buttons: [button("On card", press({ what: "c" }))],
      }),
    ];
    expect(buttonAt(cards, "0-0")?.label).toEqual(["On card"]);
    expect(buttonAt(cards, "0-1-0-0")?.label).toEqual(["In row"]);
    for (const path of ["1-0", "0-1", "0-0-0-0", "0-1-1-0", "0-1-0-1", "0-9-0-0"])
      expect(buttonAt(cards, path)).toBeNull();
  });

  test("the same request sent again shows its card once", async () => {
    const web = createWebFixture();
    await web.transcript.add({
      id: id(1),
      user: "renke",
      channel: null,
      by: "bot",
      at,
      text: "",
      cards: [everyElement],
      deliveryId: null,
    });
    for (let i = 0; i < 2; i += 1) {
      web.bot.next({ outcome: "show", cards: [card({ title: "Shown once" })], locale: "en" });
      await post(web, "/as/renke/press", {
        message: id(1),
        version: "1",
        button: "0-0",
        print: "x",
        click: id(9),
      });
    }
    expect(await web.transcript.latest({ user: "renke" }, 9)).toHaveLength(2);
  });

  test("a message sent again is one message and one act; somebody else's name for it is refused", async () => {
    const web = createWebFixture();
    await post(web, "/as/renke/say", { id: id(1), text: "log 12k" });
    await post(web, "/as/renke/say", { id: id(1), text: "log 12k" });
    expect((await post(web, "/as/lan/say", { id: id(1), text: "log 12k" })).status).toBe(400);
    expect(web.bot.received.map((each) => each.dedupeKey)).toEqual([
      `web:said:${id(1)}`,
      `web:said:${id(1)}`,
    ]);
    expect(await web.transcript.latest({ user: "renke" }, 9)).toHaveLength(1);
  });

  test("a form that was tampered with is not read", async () => {
    const web = createWebFixture();
    const good = {
      act: '{"name":"a","version":1,"payload":null}',
      attempt: id(1),
      origin: "",
      shape: "{}",
    };
    expect((await post(web, "/as/renke/submit", good)).status).toBe(200);
    for (const bad of [
      { act: "{" },
      { act: '{"name":"a"}' },
      { attempt: "mine" },
      { shape: '{"x":"all"}' },
      { origin: "x" },
    ]) {
      expect((await post(web, "/as/renke/submit", { ...good, ...bad })).status).toBe(400);
    }
  });
});

describe("web: in a channel", () => {
  test("a card that answers a press stands in the own chat of who pressed, and the pressed one stays", async () => {
    const web = createWebFixture();
    const posted = card({
      title: "Well done",
      buttons: [button("Second it", press({ what: "second" }))],
    });
    await web.adapter.chat.post(
      { platform: "web", workspace: "playground", channel: "team" },
      { deliveryId: "d1", at, cards: [posted] },
    );
    web.bot.next({
      outcome: "replace",
      cards: [card({ title: "Your own figures" })],
      locale: "en",
    });
    await web.channel.press("renke", "Second it");
    const { messages, toast } = await web.channel.screen("renke");
    expect([messages.map((each) => each.text), toast]).toEqual([
      ["Well done"],
      "The answer is in your own chat.",
    ]);
    expect((await web.surface.screen("renke")).messages.map((each) => each.text)).toEqual([
      "Your own figures",
    ]);
    expect((await web.surface.screen("lan")).messages).toEqual([]);
  });

  test("its messages cannot be pressed from elsewhere, nor be read where there is no such channel", async () => {
    const web = createWebFixture();
    await web.transcript.add({
      id: id(1),
      user: "",
      channel: "team",
      by: "bot",
      at,
      text: "",
      cards: [everyElement],
      deliveryId: null,
    });
    const body = { message: id(1), version: "1", button: "0-0", print: "x", click: id(9) };
    expect(await (await post(web, "/as/renke/press", body)).text()).toContain("no longer here");
    expect(web.bot.received).toEqual([]);
    expect((await get(web, "/as/renke/in/nowhere")).status).toBe(404);
    expect((await post(web, "/as/renke/in/nowhere/say", { id: id(2), text: "x" })).status).toBe(
      404,
    );
  });

  test.each([
    ["@Pacer log 12k", "log 12k", true],
    ["＠领跑报12万", "报12万", true],
    ["@领跑，我的目标", "我的目标", true],
    ["@pacer: goals", "goals", true],
    ["/goals", "goals", true],
    ["@Pacers are fast", "@Pacers are fast", undefined],
    ["goals, @Pacer", "goals, @Pacer", undefined],
    ["/ or not", "/ or not", undefined],
  ])("%j is read as %j, said to the bot: %s", (typed, text, addressed) => {
    expect(readAddressed(typed, ["Pacer", "领跑"])).toEqual({
      text,
      ...(addressed ? { addressed } : {}),
    });
  });

  test("counts what others wrote there, and not one's own words", async () => {
    const web = createWebFixture();
    await web.channel.say("lan", "早上好");
    const dot = async (user: string) =>
      visibleText(
        parse(await (await get(web, `/as/${user}`)).text()).querySelector("#unread-in-team"),
      );
    expect(await dot("renke")).toMatch(/1 unread message/);
    expect(await dot("lan")).toBe("");
    await get(web, "/as/renke/in/team");
    expect(await dot("renke")).toBe("");
  });
});
