// What every surface must do with presses.
import { expect, test } from "vitest";
import { button, card } from "#src/view/card";
import { said } from "#src/view/line";
import { persona } from "#test/support/story/persona";
import { everyElement, press } from "#test/adapters/samples";
import { locale, shows, asking, posted, type Adapter } from "./made.ts";

export function presses({ make }: Adapter): void {
  test("carry the name, version and payload that are bound to the button", async () => {
    const made = await make();
    await posted(made, everyElement);
    await made.surface.press(made.user, "Row button");
    await made.surface.press(made.user, "Take it back");
    expect(made.bot.received).toMatchObject([
      { kind: "pressed", name: "sample.press", version: 3, payload: { what: "row" } },
      { kind: "pressed", name: "sample.press", version: 3, payload: { what: "back" } },
    ]);
  });

  test("have one key for a double click, another for another button, and a new one once the card was replaced", async () => {
    const made = await make();
    await posted(
      made,
      card({
        title: "t",
        buttons: [button("One", press({ what: "1" })), button("Two", press({ what: "2" }))],
      }),
    );
    await made.surface.press(made.user, "One");
    await made.surface.press(made.user, "One");
    await made.surface.press(made.user, "Two");
    made.bot.next({ outcome: "replace", cards: [asking("One")], locale });
    await made.surface.press(made.user, "One");
    await made.surface.press(made.user, "One");
    const [first, double, other, replacing, after] = made.bot.received.map(
      (each) => each.dedupeKey,
    );
    expect(double).toBe(first);
    expect(other).not.toBe(first);
    expect(replacing).toBe(first);
    expect(after).not.toBe(first);
  });

  test("carry what was chosen from the menu of a row, each choice under a key of its own", async () => {
    const made = await make();
    await posted(made, everyElement);
    await made.surface.press(made.user, "Second choice");
    await made.surface.press(made.user, "First choice");
    expect(made.bot.received).toMatchObject([
      { kind: "pressed", name: "sample.press", version: 3, payload: { what: "second" } },
      { kind: "pressed", name: "sample.press", version: 3, payload: { what: "first" } },
    ]);
    expect(new Set(made.bot.received.map((each) => each.dedupeKey)).size).toBe(2);
  });

  test("are not possible for what is not on the screen", async () => {
    const made = await make();
    await posted(made, asking());
    await expect(made.surface.press(made.user, "Finish")).rejects.toThrow(/Finish.*is not on/);
    expect(made.bot.received).toEqual([]);
  });

  test("show a new card, replace the pressed one, or say a passing word", async () => {
    const made = await make();
    const rep = persona(made.surface, made.user);
    await posted(made, asking());
    made.bot.next(shows(card({ title: "A second card" })));
    await rep.presses("Start");
    await rep.sees("A second card");
    await rep.doesNotSee("A start");
    made.bot.next({ outcome: "replace", cards: [card({ title: "In its place" })], locale });
    await rep.presses("Start");
    await rep.sees("In its place");
    expect((await rep.screen()).messages.map((message) => message.text)).toEqual([
      "In its place",
      "A second card",
    ]);
    await posted(made, asking("Again"));
    made.bot.next({
      outcome: "toast",
      line: ["Done, ", said("<b>as said</b>")],
      locale,
      tone: "info",
    });
    await rep.presses("Again");
    expect((await rep.screen()).toast).toBe("Done, <b>as said</b>");
  });
}
