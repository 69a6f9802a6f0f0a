// No sentence bypasses the catalogue, and every verb works in both languages.
import { wordsOf } from "#src/bot/declare/practice";
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { playgroundOrganisation } from "#db/seed";
import { createTranscript } from "#db/stores/playground";
import { houseMessages } from "#src/bot/messages/index";
import type { Incoming, Outcome } from "#src/bot/declare/incoming";
import { createRegistry, type DeclaredCommand } from "#src/bot/declare/registry";
import { createLanguage } from "#src/language/catalogue";
import { locales, type Locale } from "#src/language/text";
import { practices } from "#src/practices/index";
import type { TranscriptMessage } from "#src/ports/chat/transcript";
import { actsOn, type Card } from "#src/view/card";
import type { Field, Form, FormValues } from "#src/view/form";
import { createPseudoLanguage, unmarked } from "#test/support/lines/pseudo";
import { isPlayground } from "#test/support/story/front";
import { startSystem, type System } from "#test/support/story/system";

const registry = createRegistry(practices);
const speaking = createLanguage();
const exampleOf = (command: DeclaredCommand, locale: Locale): string =>
  command.declaration.help(
    wordsOf(command.practice, speaking, { locale, zone: "Asia/Shanghai", currency: "CNY" }),
  ).example;

let system: System;
const read = new Set<string>();
const transcript = () => createTranscript(system.database, playgroundOrganisation);

async function give(
  user: string,
  what:
    | Omit<Extract<Incoming, { kind: "said" }>, "from" | "dedupeKey">
    | Omit<Extract<Incoming, { kind: "pressed" }>, "from" | "dedupeKey">
    | Omit<Extract<Incoming, { kind: "submitted" }>, "from" | "dedupeKey">,
): Promise<Outcome> {
  return system.house.bot.receive({ ...what, dedupeKey: randomUUID(), from: system.account(user) });
}

/** What the bot put into the person's chat in answer to a line, card by card. */
async function cardsFor(
  user: string,
  text: string,
): Promise<{ outcome: Outcome; messages: readonly TranscriptMessage[] }> {
  const outcome = await give(user, { kind: "said", text });
  await system.house.deliveries.drain();
  const messages = (await transcript().latest({ user }, 5)).filter(
    (each) => each.by === "bot" && !read.has(each.id),
  );
  for (const each of messages) read.add(each.id);
  return { outcome, messages };
}

/** What somebody in a hurry would send: what already stands there, and something readable in the rest. */
function filled(form: Form): FormValues {
  const value = (field: Field): string | readonly string[] => {
    if (field.field === "yesNo") return field.initial ? "yes" : "no";
    if (field.initial !== undefined && field.initial !== "") return field.initial;
    if ("options" in field) return field.options[0]?.value ?? "";
    return {
      text: `x ${field.name}`,
      longText: field.name === "milestones" ? "" : "一句话",
      number: "3",
      amount: "5",
      date: "2026-12-15",
    }[field.field];
  };
  return Object.fromEntries(form.fields.map((field) => [field.name, value(field)]));
}

// Card by card, as only the playground keeps them.
describe.runIf(isPlayground)("in a language of brackets", () => {
  beforeAll(async () => {
    system = await startSystem({ language: createPseudoLanguage() });
  });
  afterAll(async () => {
    await system.stop();
  });

  const slips = [
    "lgo 12k",
    "histroy",
    "hello there",
    "log",
    "log 1,23",
    "log 5k tomorrow",
    "log 5k 2026-02-30",
    "log 5k 2026-09-01 G1",
    "log 5k G999",
    "log 5% G1",
    "12万 for @nobody",
    "报5万 for @nobody",
    "log 5 for @w",
    "visits 3",
    "报3",
    "setup",
    "help",
    "help log",
    "帮助 拆目标",
    "confidence G1 11",
    "confidence G1",
    "目标",
    "goal new",
    "goal new better sales",
    "定目标 走访老客户 12月20日前",
    "goal new keep complaints under 5 because they cost us renewals by 12-31",
    "目标体检 G1",
    "拆目标 G13 10%",
    "total 5 G1",
    "-3万",
    "history @linxiao",
    "报\n林晓 回款1万\n小明 3万\nrenke 5k\n王磊",
    "替@林晓报1万 G1",
    "log 1k for @renke G7",
    "goal new complaints from 20 to 5 by 12-31",
    "goal new complaints from 5 to 5",
    "goal new revenue XYZ 100k",
    "拆目标 G13 林晓5 王磊3 60%",
    "拆目标 G13 小明5",
    "拆目标 G13 林晓",
    "x".repeat(5001),
  ];

  /** Says everything, presses what appears, sends forms empty and filled. Twice for each action is enough. */
  async function walk(user: string): Promise<string[]> {
    const strays: string[] = [];
    const tried = new Map<string, number>();
    const note = (where: string, shown: unknown): void =>
      void strays.push(...unmarked(shown).map((text) => `${where}: ${JSON.stringify(text)}`));

    async function follow(cards: readonly Card[]): Promise<void> {
      for (const act of cards.flatMap(actsOn)) {
        const times = tried.get(act.name) ?? 0;
        if (times >= 2) continue;
        tried.set(act.name, times + 1);
        await took(`pressing ${act.name}`, await give(user, { kind: "pressed", ...act }));
      }
    }

    async function took(where: string, outcome: Outcome): Promise<void> {
      note(where, outcome);
      if (outcome.outcome === "show" || outcome.outcome === "replace") await follow(outcome.cards);
      if (outcome.outcome !== "ask") return;
      const { act } = outcome.form;
      await took(
        `sending ${act.name} empty`,
        await give(user, { kind: "submitted", ...act, values: {} }),
      );
      await took(
        `sending ${act.name}`,
        await give(user, { kind: "submitted", ...act, values: filled(outcome.form) }),
      );
    }

    for (const line of [
      ...registry.commands.flatMap((command) =>
        locales.map((locale) => exampleOf(command, locale)),
      ),
      ...slips,
    ]) {
      const { outcome, messages } = await cardsFor(user, line);
      await took(line, outcome);
      for (const message of messages) await follow(message.cards);
    }
    await follow(await system.house.bot.home(system.account(user)));
    await system.house.deliveries.drain();
    for (const message of await transcript().latest({ user }, 1000))
      note("the chat", message.cards);
    note("home", await system.house.bot.home(system.account(user)));
    return [...new Set(strays)];
  }

  it.each([
    ["zhoulan", "the manager and admin"],
    ["linxiao", "a rep in Chinese"],
    ["renke", "a rep in English"],
  ])(
    "%s, %s, reads nothing that was not translated",
    async (user) => {
      expect(await walk(user)).toEqual([]);
      expect(system.errors).toEqual([]);
      // A walk presses everything there is: long on a busy machine.
    },
    240_000,
  );

  it("tells nobody else anything that was not translated either", async () => {
    for (const { user } of await transcript().personas())
      for (const message of await transcript().latest({ user }, 1000))
        expect(unmarked(message.cards), user).toEqual([]);
  });

  it("marks what a catalogue says and nothing that a person typed", () => {
    const t = createPseudoLanguage().speak(houseMessages, {
      locale: "en",
      zone: "Asia/Shanghai",
      currency: "CNY",
    });
    expect(t.nobodyCalled("x")[1]).toEqual({ said: "x" });
    expect(unmarked(t.pointer())).toEqual([]);
    expect(unmarked(["Hello"])).toEqual(["Hello"]);
    expect(unmarked({ title: ["⟦a⟧: ⟦b⟧", " · "], act: { payload: ["x"] } })).toEqual(["⟦a⟧: ⟦b⟧"]);
  });
});

describe("every verb", () => {
  beforeAll(async () => {
    system = await startSystem();
  });
  afterAll(async () => {
    await system.stop();
    expect(system.errors).toEqual([]);
  });

  const house = (locale: Locale) =>
    speaking.speak(houseMessages, { locale, zone: "Asia/Shanghai", currency: "CNY" });
  const plainStart = (line: readonly unknown[]): string => String(line[0]);
  /** The beginnings of what is no answer: a pointer, a guess, a missing part, a right that is lacking, an apology. */
  const noAnswer = locales.flatMap((locale) =>
    [
      house(locale).pointer(),
      house(locale).didYouMean(),
      ...["amount", "date", "G1", "what", "@name", "?"].map((what) => house(locale).missing(what)),
      house(locale).notForYou("manager"),
      house(locale).wentWrong(""),
    ].map(plainStart),
  );

  const repOf = { zh: "linxiao", en: "renke" } as const;
  const cases = registry.commands.flatMap((command) =>
    locales.map((locale) => {
      const example = exampleOf(command, locale);
      const rest = registry.words.recognise(example)?.rest ?? example;
      const lines = [
        example,
        ...locales.flatMap((each) => command.words[each].map((word) => `${word} ${rest}`.trim())),
      ];
      return {
        name: command.declaration.name,
        locale,
        lines: [...new Set(lines)],
        who: command.declaration.who === "everyone" ? repOf[locale] : "zhoulan",
      };
    }),
  );

  it.each(cases)(
    "of $name is answered with its $locale example, by any of its words",
    async ({ lines, who }) => {
      for (const line of lines) {
        const outcome = await give(who, { kind: "said", text: line });
        if (outcome.outcome === "ask") continue;
        const { messages } = await (system.surface.chat?.(who) ?? system.surface.screen(who));
        const fresh = messages.filter((each) => each.by === "bot" && !read.has(each.id));
        for (const each of fresh) read.add(each.id);
        const said = fresh.map((each) => each.text).join("\n");
        expect(said, line).not.toBe("");
        expect(
          noAnswer.filter((start) => said.startsWith(start)),
          `${line}\n${said}`,
        ).toEqual([]);
      }
    },
  );

  it.each(registry.commands)(
    "of $declaration.name says in both languages what it does, and its example is its own",
    (command) => {
      for (const locale of locales) {
        const told = command.declaration.help(
          wordsOf(command.practice, speaking, {
            locale,
            zone: "Asia/Shanghai",
            currency: "CNY",
          }),
        );
        expect(told.does).not.toEqual([]);
        for (const text of [told.usage, told.example]) {
          const own =
            command.declaration.rewrite?.(text) != null ||
            registry.words.recognise(text)?.command === command;
          expect(own, `${text} is not ${command.declaration.name}`).toBe(true);
        }
      }
    },
  );
});
