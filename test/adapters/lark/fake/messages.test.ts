// The platform of our own refuses what Lark refuses: messages, their changes, and cards. The page of each rule stands beside it in
// test/support/lark/platform.
import { describe, expect, it } from "vitest";
import { problemsOfCard } from "#test/support/lark/platform/cards";
import { fake, openPlatform, call, later, cardOf, send, idOf, change } from "./asked.ts";

openPlatform();

describe("a message", () => {
  it.each([
    ["to nobody", "ou_nobody", {}, 230001],
    ["to someone who has left", "ou_left", {}, 230013],
    ["to another company's person", "ou_far", {}, 230038],
    ["to a group the bot is not in", "oc_out", {}, 230002],
    ["under a name of 51 characters", "ou_lan", { uuid: "u".repeat(51) }, 230001],
  ])("%s is refused", async (_, receiver, more, code) => {
    expect(await send(receiver, cardOf(), more)).toMatchObject({ code });
  });

  it("of more than 30 KB is refused, counted in bytes", async () => {
    expect(await send("ou_lan", cardOf("长".repeat(10_300)))).toMatchObject({ code: 230025 });
    expect(await send("ou_lan", cardOf("a".repeat(10_300)))).toMatchObject({ code: 0 });
  });

  it("under one name is sent once within the hour", async () => {
    const first = await send("ou_lan", cardOf(), { uuid: "one" });
    expect(idOf(await send("ou_lan", cardOf(), { uuid: "one" }))).toBe(idOf(first));
    later(3_600_001);
    expect(idOf(await send("ou_lan", cardOf(), { uuid: "one" }))).not.toBe(idOf(first));
  });
});

describe("an answer to a message", () => {
  const answer = (id: string, more: object = {}) =>
    call("POST", `/open-apis/im/v1/messages/${id}/reply`, {
      msg_type: "text",
      content: JSON.stringify({ text: "below" }),
      ...more,
    });
  const threadOf = (told: Record<string, unknown>) =>
    fake.messages.find((each) => each.id === idOf(told))?.thread ?? null;

  it("stands in its thread, begins one where it is asked to, and in none otherwise", async () => {
    const plain = fake.add({ chat: "oc_in", by: "ou_lan", text: "hello" });
    const inside = fake.add({ chat: "oc_in", by: "ou_lan", text: "hello", thread: "omt_1" });
    expect(threadOf(await answer(inside.id))).toBe("omt_1");
    expect(threadOf(await answer(plain.id, { reply_in_thread: true }))).toBe(`omt_${plain.id}`);
    expect(threadOf(await answer(plain.id))).toBeNull();
  });

  it("comes once under one name, and not to what was recalled", async () => {
    const message = fake.add({ chat: "oc_in", by: "ou_lan", text: "hello", thread: "omt_1" });
    const first = await answer(message.id, { uuid: "one" });
    expect(idOf(await answer(message.id, { uuid: "one" }))).toBe(idOf(first));
    message.recalled = true;
    expect(await answer(message.id)).toMatchObject({ code: 230011 });
  });
});

describe("a change of a message", () => {
  it("that is somebody else's, recalled, gone, or older than 14 days is refused", async () => {
    const theirs = fake.add({ chat: "oc_in", by: "ou_lan", text: "hello" });
    expect(await change(theirs.id, cardOf())).toMatchObject({ code: 230017 });
    const mine = idOf(await send("oc_in"));
    fake.messages.find((each) => each.id === mine)!.recalled = true;
    expect(await change(mine, cardOf())).toMatchObject({ code: 230011 });
    expect(await change("om_none", cardOf())).toMatchObject({ code: 230110 });
    const old = idOf(await send("oc_in"));
    later(14 * 24 * 3_600_000 + 1);
    expect(await change(old, cardOf())).toMatchObject({ code: 230031 });
  });

  it("to a card that is not for all, is none, or is too large is refused", async () => {
    const id = idOf(await send("oc_in"));
    expect(await change(id, cardOf("x", { config: { update_multi: false } }))).toMatchObject({
      code: 230099,
    });
    expect(await change(id, { schema: "1.0" })).toMatchObject({ code: 230099 });
    expect(await change(id, cardOf("长".repeat(10_300)))).toMatchObject({ code: 230025 });
  });

  it("is one too many from the sixth in a second", async () => {
    fake.limitRates();
    const id = idOf(await send("oc_in"));
    for (let i = 0; i < 5; i += 1) expect(await change(id, cardOf())).toMatchObject({ code: 0 });
    expect(await change(id, cardOf())).toMatchObject({ code: 230020 });
    later(1_001);
    expect(await change(id, cardOf())).toMatchObject({ code: 0 });
  });
});

describe("a card", () => {
  const within = (...elements: object[]) => problemsOfCard(cardOf("x", { body: { elements } }));
  const button = {
    tag: "button",
    text: { tag: "plain_text", content: "Go" },
    type: "default",
    behaviors: [{ type: "callback", value: {} }],
  };
  it.each<[string, object[]]>([
    ["an unknown component", [{ tag: "note", elements: [] }]],
    ["an unknown property", [{ tag: "hr", colour: "red" }]],
    [
      "a form inside columns",
      [
        {
          tag: "column_set",
          flex_mode: "none",
          columns: [{ tag: "column", elements: [{ tag: "form", name: "f", elements: [button] }] }],
        },
      ],
    ],
    [
      "a form without a way to send it",
      [{ tag: "form", name: "f", elements: [{ tag: "input", name: "a" }] }],
    ],
    [
      "a table in a form",
      [
        {
          tag: "form",
          name: "f",
          elements: [
            { tag: "table", columns: [], rows: [] },
            { ...button, name: "b", form_action_type: "submit" },
          ],
        },
      ],
    ],
    [
      "six tables",
      Array.from({ length: 6 }, () => ({
        tag: "table",
        page_size: 1,
        columns: [{ name: "a", display_name: "A", data_type: "text" }],
        rows: [{ a: "1" }],
      })),
    ],
    [
      "a day in words",
      [
        {
          tag: "form",
          name: "f",
          elements: [
            { tag: "date_picker", name: "on", initial_date: "12月31日" },
            { ...button, name: "b", form_action_type: "submit" },
          ],
        },
      ],
    ],
    ["a date picker that shows nothing", [{ tag: "date_picker", name: "on" }]],
    ["more than 200 components", Array.from({ length: 201 }, () => ({ tag: "hr" }))],
  ])("with %s is refused", (_, elements) => {
    expect(within(...elements)).not.toEqual([]);
  });

  it("without any of that is taken", () => {
    expect(within({ tag: "hr" }, { ...button })).toEqual([]);
  });
});

describe("a mention", () => {
  it("of a colleague notifies them once, a change of the card nobody, and of nobody is refused", async () => {
    const markdown = (content: string) => ({
      ...cardOf(),
      body: { elements: [{ tag: "markdown", content }] },
    });
    const id = idOf(await send("oc_in", markdown("<at id=ou_lan></at> <at id=ou_lan></at>")));
    const message = fake.messages.find((each) => each.id === id)!;
    expect(message.tells).toEqual(["ou_lan"]);
    expect(await change(id, markdown("<at id=ou_lan></at>"))).toMatchObject({ code: 0 });
    expect(message.tells).toEqual(["ou_lan"]);
    expect(problemsOfCard(markdown("<at id=Lan></at>"))).toEqual(["a mention of Lan"]);
    expect(problemsOfCard(markdown("[x](javascript:1)"))).toEqual(["a link to javascript:1"]);
  });
});

describe("a group", () => {
  it("that is muted takes nothing of the bot's, and does again when it is not", async () => {
    const group = fake.groups.get("oc_in")!;
    group.muted = true;
    expect(await send("oc_in")).toMatchObject({ code: 230018 });
    delete group.muted;
    expect(await send("oc_in")).toMatchObject({ code: 0 });
  });
});
