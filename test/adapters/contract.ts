// What every surface must do, whatever it is: shown to be so by a bot that answers as it is told.
import { isolated } from "#src/language/bidi";
import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { Incoming } from "#src/bot/declare/incoming";
import type { Chat, ChatAddress } from "#src/ports/chat";
import { button, card, chip, fact, facts, table, text, type Card } from "#src/view/card";
import { choicesField, form, option, textField } from "#src/view/form";
import { bold, line, mention, said, typed } from "#src/view/line";
import type { ScriptedBot } from "#test/support/scripted-bot";
import type { SeenMessage, Surface } from "#test/support/story/surface";
import { persona } from "#test/support/story/persona";
import {
  everyElement,
  everyField,
  everyValue,
  everywhere,
  hostile,
  placesOfWords,
  press,
  send,
  wordsOf,
} from "./samples.ts";

export interface Made {
  readonly surface: Surface;
  readonly bot: ScriptedBot;
  readonly chat: Chat;
  /** Somebody who reads English, and where messages to them go. */
  readonly user: string;
  readonly address: ChatAddress;
  /** What became of this very text in the newest message: nothing but text, or something a platform would act on. */
  shownAs(user: string, text: string): Promise<"text" | "markup" | "absent">;
  readonly place: MadePlace;
  /** What somebody gets whom nobody knows. */
  stranger(): Promise<string>;
}

/** A channel or group that is known to the bot, with two people in it. */
export interface MadePlace {
  readonly address: ChatAddress;
  /** Somebody else who reads there, besides `user`. */
  readonly other: string;
  /** Whether the platform lets the bot hear what is said there to nobody in particular. */
  readonly hearsTalk: boolean;
  /** What somebody types there, so that it is said to the bot itself: with its mention in front, or as its slash command. */
  toBot(text: string): string;
  say(user: string, text: string): Promise<void>;
  /** What that person sees there, oldest first. */
  sees(user: string): Promise<readonly SeenMessage[]>;
  press(user: string, label: string): Promise<void>;
}

export interface Adapter {
  readonly make: () => Promise<Made>;
  readonly elements: Readonly<Record<string, unknown>>;
  readonly fields: Readonly<Record<string, unknown>>;
  /** The longest text of a card that is shown whole, in graphemes. */
  readonly longestText: number;
}

const locale = "en";
const at = new Date("2026-11-11T02:00:00Z");
const shows = (...cards: Card[]) => ({ outcome: "show", cards, locale }) as const;
const asking = (label = "Start"): Card =>
  card({ title: "A start", buttons: [button(label, press({ what: "start" }))] });

export function adapterContract(name: string, adapter: Adapter): void {
  describe(`${name}: what is said and shown`, () => {
    saidAndShown(adapter);
  });
  describe(`${name}: presses`, () => {
    presses(adapter);
  });
  describe(`${name}: forms`, () => {
    forms(adapter);
  });
  describe(`${name}: deliveries`, () => {
    deliveries(adapter);
  });
  describe(`${name}: the directory`, () => {
    directory(adapter);
  });
  describe(`${name}: places`, () => {
    places(adapter);
  });
}

async function posted(made: Made, ...cards: Card[]): Promise<void> {
  const result = await made.chat.post(made.address, { deliveryId: randomUUID(), at, cards });
  expect(result.result).toBe("sent");
}

async function screenText(made: Made): Promise<string> {
  const { messages } = await made.surface.screen(made.user);
  return messages.flatMap((message) => [message.text, ...message.buttons]).join("\n");
}

/** Lines in which something turns the direction outside of an isolate that ends on its line. */
function turnedIn(shown: string): readonly string[] {
  return shown
    .split("\n")
    .filter((each) =>
      /[\u0590-\u08FF\u202A-\u202E\u2066-\u2069]/.test(
        each.replace(/\u2068[^\u202A-\u202E\u2066-\u2069]*\u2069/g, ""),
      ),
    );
}

function saidAndShown({ make, elements, fields, longestText }: Adapter): void {
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
      Object.entries({ ...wordsOf, buttons: ["Do it", "Row button"], confirm: ["Take it back"] }),
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
    expect(await made.stranger()).toMatch(/nobody of that name/i);
    expect(made.bot.received).toEqual([]);
  });
}

function presses({ make }: Adapter): void {
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

function forms({ make }: Adapter): void {
  async function asked(made: Made, shown = everyField): Promise<void> {
    await posted(made, asking());
    made.bot.next({ outcome: "ask", form: shown, locale });
    await made.surface.press(made.user, "Start");
  }
  const submissions = (made: Made) =>
    made.bot.received.filter(
      (each): each is Extract<Incoming, { kind: "submitted" }> => each.kind === "submitted",
    );

  test("bring back what stands in every field", async () => {
    const made = await make();
    await asked(made);
    await made.surface.fill(made.user, {});
    expect(submissions(made)).toMatchObject([
      { name: "sample.send", version: 2, payload: { about: "everything" }, values: everyValue },
    ]);
  });

  test("bring back what was typed and chosen, and nothing where it was emptied", async () => {
    const made = await make();
    await asked(made);
    await made.surface.fill(made.user, {
      "A note": "新的",
      story: "a\nb",
      Mood: "Down",
      Value: "Value 3",
      Days: [],
      Team: ["林晓"],
      sure: "no",
      Sum: "",
    });
    expect(submissions(made)[0]?.values).toEqual({
      ...everyValue,
      note: "新的",
      story: "a\nb",
      mood: "down",
      value: "v3",
      days: [],
      team: ["p2"],
      sure: "no",
      sum: "",
    });
  });

  test("show an error beside its field, keep what was typed and the attempt, and close when all is well", async () => {
    const made = await make();
    const rep = persona(made.surface, made.user);
    await asked(made);
    made.bot.next({ outcome: "correct", errors: { due: ["That day is past."] }, locale });
    await rep.fills({ Due: "yesterday", Sum: "15万" });
    await rep.sees("That day is past.");
    const { form: shown } = await rep.screen();
    expect(shown?.fields.filter((field) => field.error !== undefined)).toMatchObject([
      { name: "due", value: "yesterday", error: "That day is past." },
    ]);
    made.bot.next({ outcome: "replace", cards: [card({ title: "It is kept." })], locale });
    await rep.fills({ Due: "12月31日" });
    await rep.sees("It is kept.");
    const [first, second] = submissions(made);
    expect(second?.values).toMatchObject({ due: "12月31日", sum: "15万" });
    expect(second?.dedupeKey).toBe(first?.dedupeKey);
    const after = await rep.screen();
    expect(after.form).toBeNull();
    const texts = after.messages.map((message) => message.text);
    expect(texts).toContain("It is kept.");
    expect(texts).not.toContain("A start");
  });

  test("stay open under a refusal, so that nothing typed is lost", async () => {
    const made = await make();
    await asked(made);
    made.bot.next({ outcome: "toast", line: ["Not for you."], locale, tone: "bad" });
    await made.surface.fill(made.user, { "A note": "long work" });
    const { form: shown } = await made.surface.screen(made.user);
    expect(shown?.error).toBe("Not for you.");
    expect(shown?.fields[0]?.value).toBe("long work");
  });

  test("are another attempt each time they are opened, and may follow one another", async () => {
    const made = await make();
    const second = form({
      title: "Step two",
      fields: [textField("more", "More")],
      submit: "Finish",
      act: send({ about: "two" }),
      sees: "You",
    });
    await asked(made);
    made.bot.next({ outcome: "ask", form: second, locale });
    await made.surface.fill(made.user, {});
    expect((await made.surface.screen(made.user)).form?.title).toBe("Step two");
    await made.surface.fill(made.user, { More: "yes" });
    expect(submissions(made)[1]).toMatchObject({
      payload: { about: "two" },
      values: { more: "yes" },
    });
    expect(submissions(made)[1]?.dedupeKey).not.toBe(submissions(made)[0]?.dedupeKey);
  });

  test.each(hostile)(
    "show %j in a label, a hint, an option, a value and an error as it is",
    async (words) => {
      const made = await make();
      const oneLine = words.replaceAll("\n", " ");
      await asked(
        made,
        form({
          title: said(words),
          fields: [
            textField("f", said(words), { initial: oneLine, hint: said(words) }),
            choicesField("choices", "g", "G", [option("o", said(words))]),
          ],
          submit: "Send it",
          act: send({ about: "x" }),
          sees: "You",
        }),
      );
      made.bot.next({ outcome: "correct", errors: { f: [said(words)] }, locale });
      await made.surface.fill(made.user, {});
      const shown = (await made.surface.screen(made.user)).form;
      const seen = isolated(words);
      expect(shown?.title).toBe(seen);
      expect(shown?.fields).toMatchObject([
        { label: seen, hint: seen, value: oneLine, error: seen },
        { options: [seen] },
      ]);
      expect(submissions(made)[0]?.values).toEqual({ f: oneLine, g: [] });
    },
  );
}

function deliveries({ make }: Adapter): void {
  test("arrive once, however often they are sent, and are found again", async () => {
    const made = await make();
    const message = {
      deliveryId: "01930000-0000-7000-8000-00000000d001",
      at,
      cards: [card({ title: "A notice" })],
    };
    expect((await made.chat.find(made.address, message.deliveryId)).found).not.toBe("there");
    const first = await made.chat.post(made.address, message);
    const again = await made.chat.post(made.address, message);
    expect(first.result).toBe("sent");
    expect(again).toEqual(first);
    expect((await made.surface.screen(made.user)).messages.map((each) => each.text)).toEqual([
      "A notice",
    ]);
    expect([
      { found: "there", messageId: first.result === "sent" ? first.messageId : "" },
      { found: "unknowable" },
    ]).toContainEqual(await made.chat.find(made.address, message.deliveryId));
  });

  test("end for good where there is nobody to reach", async () => {
    const made = await make();
    const result = await made.chat.post(
      { ...made.address, user: "nobody-of-that-name" },
      { deliveryId: "01930000-0000-7000-8000-00000000d002", at, cards: [] },
    );
    expect(result).toMatchObject({ result: "final", stops: "person" });
  });
}

function directory({ make }: Adapter): void {
  test("tells which departments there are and who is in them, or that the platform has none", async () => {
    const { chat, address } = await make();
    const all = await chat.departments(address.workspace);
    if (all.directory !== "there")
      return expect([
        all.directory,
        (await chat.department(address.workspace, "any")).directory,
      ]).toEqual(["none", "none"]);
    expect(all.found.length).toBeGreaterThan(0);
    const one = await chat.department(address.workspace, all.found[0]!.id);
    expect(one).toMatchObject({ directory: "there", found: { department: all.found[0]! } });
    expect((await chat.department(address.workspace, "no-such-department")).directory).toBe(
      "refused",
    );
    expect((await chat.departments("no-such-workspace")).directory).toBe("none");
  });
}

function places({ make }: Adapter): void {
  const notice = (title: string) => ({
    deliveryId: randomUUID(),
    at,
    cards: [card({ title, buttons: [button("Second it", press({ what: "second" }))] })],
  });
  const textsIn = async (made: Made, user: string) =>
    (await made.place.sees(user)).map((each) => each.text);
  const ownTexts = async (made: Made, user: string) =>
    (await made.surface.screen(user)).messages.map((each) => each.text);

  test("show a message once, to everybody in it and in nobody's own chat", async () => {
    const made = await make();
    const message = notice("Well done, 林晓");
    const first = await made.chat.post(made.place.address, message);
    expect(first.result).toBe("sent");
    expect(await made.chat.post(made.place.address, message)).toEqual(first);
    for (const user of [made.user, made.place.other]) {
      expect(await textsIn(made, user)).toEqual(["Well done, 林晓"]);
      expect(await ownTexts(made, user)).toEqual([]);
    }
    expect([
      { found: "there", messageId: first.result === "sent" ? first.messageId : "" },
      { found: "unknowable" },
    ]).toContainEqual(await made.chat.find(made.place.address, message.deliveryId));
    expect((await made.chat.find(made.address, message.deliveryId)).found).not.toBe("there");
  });

  test("show a later edit where the message stands", async () => {
    const made = await make();
    const posted = await made.chat.post(made.place.address, notice("One of you agrees"));
    const messageId =
      posted.result === "sent" ? posted.messageId : expect.fail(JSON.stringify(posted));
    expect(
      (await made.chat.edit(made.place.address, messageId, notice("Two of you agree"))).result,
    ).toBe("sent");
    for (const user of [made.user, made.place.other])
      expect(await textsIn(made, user)).toEqual(["Two of you agree"]);
  });

  test("say in which place something was said, by whom, and whether to the bot", async () => {
    const made = await make();
    await made.place.say(made.user, "lunch at twelve?");
    await made.place.say(made.place.other, made.place.toBot("goals"));
    const heard = made.bot.received.filter((each) => each.kind !== "placeChanged");
    expect(
      heard.map((each) =>
        each.kind === "said" ? [each.from.user, each.text, each.place, each.addressed] : each.kind,
      ),
    ).toEqual([
      ...(made.place.hearsTalk
        ? [[made.user, "lunch at twelve?", made.place.address, undefined]]
        : []),
      [made.place.other, "goals", made.place.address, true],
    ]);
  });

  test("mark what was carried out, and leave talk without a sign", async () => {
    const made = await make();
    if (made.place.hearsTalk) made.bot.next({ outcome: "ignored" });
    await made.place.say(made.user, "lunch at twelve?");
    const command = made.place.hearsTalk ? "log 12k" : made.place.toBot("log 12k");
    made.bot.next({ outcome: "delivered" });
    await made.place.say(made.user, command);
    expect(
      (await made.place.sees(made.place.other)).map((each) => [each.text, each.receipt === true]),
    ).toEqual([
      ["lunch at twelve?", false],
      [command, true],
    ]);
  });

  test("let everybody press what stands there, each for themselves", async () => {
    const made = await make();
    await made.chat.post(made.place.address, notice("Well done"));
    for (const user of [made.user, made.place.other]) await made.place.press(user, "Second it");
    expect(made.bot.received).toMatchObject(
      [made.user, made.place.other].map((user) => ({
        kind: "pressed",
        from: { user },
        place: made.place.address,
        payload: { what: "second" },
      })),
    );
    expect(await textsIn(made, made.user)).toEqual(["Well done"]);
  });

  test("end for good where there is no such place", async () => {
    const made = await make();
    const result = await made.chat.post(
      { ...made.place.address, channel: "no-such-channel" },
      notice("x"),
    );
    expect(result).toMatchObject({ result: "final", stops: "person" });
  });
}
