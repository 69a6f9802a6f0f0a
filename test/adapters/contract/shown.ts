// What every surface must do with what is said and shown.
import { isolated } from "#src/language/bidi";
import { expect, test } from "vitest";
import { button, card, chip, fact, facts, table, text } from "#src/view/card";
import { bold, line, mention, said, typed } from "#src/view/line";
import {
  everyElement,
  everyField,
  everyValue,
  everywhere,
  hostile,
  placesOfWords,
  press,
  wordsOf,
} from "#test/adapters/samples";
import { locale, asking, posted, screenText, turnedIn, type Adapter } from "./made.ts";

export function saidAndShown({ make, elements, fields, longestText }: Adapter): void {
  test("what a person types reaches the bot as typed, under a key of its own", async () => {
    const made = await make();
    for (const words of hostile) await made.surface.say(made.user, words);
    const received = made.bot.received.map((each) =>
      each.kind === "said" ? each.text : each.kind,
    );
    expect(received).toEqual(hostile);
    expect(new Set(made.bot.received.map((each) => each.dedupeKey)).size).toBe(hostile.length);
    expect(made.bot.received[0]).toMatchObject({ from: { user: made.user } });
  });

  test.each(hostile)("shows %j as typed and never as markup, wherever it stands", async (words) => {
    const made = await make();
    await made.surface.say(made.user, words);
    const seen = isolated(words);
    await posted(made, card({ title: "t", body: [text(said(words))] }));
    expect(await made.shownAs(made.user, seen)).toBe("text");
    await posted(made, card({ title: "t", body: [text(words)] }));
    expect(await made.shownAs(made.user, seen)).toBe("text");
    // The platform itself shows what people typed, or the web page, isolated.
    expect([words, seen]).toContain((await made.surface.screen(made.user)).messages[0]?.text);
    await posted(made, everywhere(words));
    const last = (await made.surface.screen(made.user)).messages.at(-1);
    expect(last?.text.split(seen)).toHaveLength(placesOfWords + 1);
    expect(last?.buttons).toEqual([seen, seen]);
  });

  test.each([
    ["a name from right to left", "\u05D3\u05E0\u05D4 (boss)"],
    ["an override", "Ann\u202E52 tes"],
    ["an isolate that is ended too early", "Ann\u2069\u202E52 tes"],
    ["an embedding nobody ends", "\u202BAnn"],
    ["a name of two lines", "Ann\n\u202E52 tes"],
  ])("keeps %s from turning the words around it, wherever a name stands", async (_, name) => {
    const made = await make();
    const sentence = line`${name} and ${said(name)}, ${bold(name)}, ${mention({ id: "p1", name })}: 25 %`;
    const shown = card({
      title: sentence,
      context: sentence,
      chip: chip(sentence, "plain"),
      body: [
        text(sentence),
        text(line`${typed("log 12k")} ${sentence}`),
        facts(fact(sentence, sentence)),
        table([sentence], [[sentence]]),
      ],
      buttons: [button(sentence, press({ what: "card" }))],
      sees: sentence,
    });
    await posted(made, shown);
    const seen = (await made.surface.screen(made.user)).messages.at(-1);
    expect(turnedIn(`${seen?.text}\n${seen?.buttons.join("\n")}`)).toEqual([]);
    expect(seen?.text).toContain("log 12k");
  });

  test("keeps 5,000 characters of what a person says", async () => {
    const made = await make();
    const words = "长".repeat(5000);
    await made.surface.say(made.user, words);
    expect((await made.surface.screen(made.user)).messages[0]?.text).toBe(words);
  });

  test("shortens what is too long for a card where everybody can see it", async () => {
    const made = await make();
    await posted(made, card({ title: "t", body: [text("词".repeat(longestText + 12))] }));
    const shown = await screenText(made);
    expect(shown).toContain("词".repeat(longestText));
    expect(shown).not.toContain("词".repeat(longestText + 1));
    expect(shown).toMatch(/… \(12 more characters\)/);
  });

  test("shows every element of its degradation table", async () => {
    const made = await make();
    await posted(made, everyElement);
    const shown = await screenText(made);
    const known = new Map<string, readonly string[]>(
      Object.entries({
        ...wordsOf,
        buttons: ["Do it", "Row button"],
        menu: ["First choice", "Second choice"],
        confirm: ["Take it back"],
      }),
    );
    for (const element of Object.keys(elements)) {
      expect(known.has(element) ? element : "no sample of it").toBe(element);
      for (const words of known.get(element) ?? []) expect(shown).toContain(words);
    }
  });

  test("shows every kind of field of its degradation table, with what stands in it", async () => {
    const made = await make();
    await posted(made, asking());
    made.bot.next({ outcome: "ask", form: everyField, locale });
    await made.surface.press(made.user, "Start");
    const shown = (await made.surface.screen(made.user)).form;
    expect(new Set(shown?.fields.map((field) => field.kind))).toEqual(new Set(Object.keys(fields)));
    expect(shown?.fields.map((field) => field.name)).toEqual(Object.keys(everyValue));
    expect(shown?.fields.find((field) => field.name === "team")?.value).toBe("Maya, Renke");
    expect(shown?.fields.find((field) => field.name === "note")?.hint).toBe("a hint");
    expect(shown?.text).toContain("Why it is asked");
    expect(shown?.text).toContain("Only you will see this");
  });

  test("refuses a stranger kindly", async () => {
    const made = await make();
    expect(await made.stranger()).toMatch(/not in the directory|nobody of that name/i);
    expect(made.bot.received).toEqual([]);
  });
}
