// What people do in Lark: forms, asked for by a button or a word, filled, corrected and sent.
import { describe, expect, it } from "vitest";
import { button, card, text } from "#src/view/card";
import { form, textField } from "#src/view/form";
import { larkStart } from "#test/support/lark/fixture";
import { readCard } from "#test/support/lark/reading";
import { press, send } from "#test/adapters/samples";
import { lark, happening, locale, note, own, titles } from "./happening.ts";

happening();

describe("a form that a button asked for", () => {
  const asking = card({
    title: "A proposal",
    buttons: [
      button("Reply", press({ what: "answer" })),
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
    await lark.surface.press("ou_renke", "Reply");
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
        sees: "仅你可见",
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
