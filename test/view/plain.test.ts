import { describe, expect, it } from "vitest";
import {
  bar,
  button,
  card,
  chart,
  chip,
  fact,
  facts,
  quote,
  rows,
  softText,
  table,
  text,
} from "#src/view/card";
import {
  choiceField,
  choicesField,
  form,
  inputField,
  option,
  textField,
  yesNoField,
} from "#src/view/form";
import { blockBar, plainCard, plainForm } from "#src/view/plain";
import { sampleStandings, sampleWay } from "#test/adapters/samples";

const act = { name: "test", version: 1, payload: {} };

describe("a bar of blocks", () => {
  it.each([
    [-0.5, 0],
    [0, 0],
    [0.0999, 0],
    [0.1, 1],
    [0.3, 3],
    [0.52, 5],
    [0.7, 7],
    [0.999, 9],
    [1, 10],
    [1.5, 10],
  ])("of %d has %i of ten full, and is never full before its time", (done, full) => {
    expect(blockBar(done)).toBe("▓".repeat(full) + "░".repeat(10 - full));
  });
});

describe("in plain text", () => {
  it("a card has everything it says, in order", () => {
    const shown = card({
      title: "Title",
      chip: chip("on track", "good"),
      context: "context",
      body: [
        text("text"),
        undefined,
        softText("soft"),
        quote("quote"),
        bar({ done: 0.5, says: ["half"] }),
        facts(fact("a", "1"), undefined, fact("b", "2")),
        rows([
          {
            line: ["row"],
            soft: ["more"],
            chip: chip("new", "info"),
            bar: { done: 1, says: ["all"] },
            buttons: [button("Open", act)],
          },
        ]),
        table([["x"], ["y"]], [[["1"], ["2"]]]),
        chart(sampleStandings, { ...sampleWay, takeaway: ["It rises."] }),
      ],
      buttons: [button("Yes", act, "primary"), undefined, button("No", act)],
      sees: "you",
    });
    expect(plainCard(shown)).toBe(
      [
        "Title [on track]",
        "context",
        "text",
        "soft",
        "“quote”",
        "▓▓▓▓▓░░░░░ half",
        "a: 1",
        "b: 2",
        "• row [new]",
        "  ▓▓▓▓▓▓▓▓▓▓ all",
        "  more",
        "  (Open)",
        "x | y",
        "1 | 2",
        "by name",
        "Tuesday was better.",
        "Mon ▓▓▓░░░░░░░ 30 % · 3 calls",
        "Tue ▓▓▓▓▓▓▓░░░ 70 % · 7 calls",
        "• all · It rises.",
        "(Yes) (No)",
        "◔ you",
      ].join("\n"),
    );
  });

  it("a card with a title only is one line", () => {
    expect(plainCard(card({ title: "Title" }))).toBe("Title");
  });

  it("a quiet card is a foot: why, and what can be done about it", () => {
    const foot = card({
      title: "Why you got this",
      quiet: true,
      context: "it is Monday",
      buttons: [button("Tomorrow", act, "quiet"), button("Not this kind", act, "quiet")],
    });
    expect(plainCard(foot)).toBe("┄ Why you got this · it is Monday\n  (Tomorrow) (Not this kind)");
  });

  it("a form has its fields with what stands in them, and who will see it", () => {
    const shown = form({
      title: "Form",
      intro: "intro",
      fields: [
        textField("name", "Name", { required: true, initial: "x", hint: "short" }),
        inputField("amount", "amount", "Amount"),
        undefined,
        choiceField("choice", "one", "One", [option("a", "A"), option("b", "B")], { initial: "b" }),
        choicesField("people", "many", "Many", [option("a", "A"), option("b", "B")], {
          initial: ["a", "b"],
        }),
        yesNoField("sure", "Sure", { initial: true }),
      ],
      submit: "Save",
      act,
      sees: "you",
    });
    expect(plainForm(shown)).toBe(
      [
        "┌ Form",
        "│ intro",
        "│ Name *: x  ‹short›",
        "│ Amount: ",
        "│ One: ○ A  ● B",
        "│ Many: ● A  ● B",
        "│ Sure: ●",
        "└ [Save]  ◔ you",
      ].join("\n"),
    );
  });
});
