// Words, ids and payloads that nobody's card or form holds: each gets one sentence, and none is an internal error.
import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { execute } from "#db/client";
import { inOrganisation } from "#db/organisation";
import { playgroundOrganisation } from "#db/seed";
import { z } from "zod";
import { parseIncoming, type Incoming, type Outcome } from "#src/bot/declare/incoming";
import { wordsOf } from "#src/bot/declare/practice";
import { createRegistry } from "#src/bot/declare/registry";
import { createLanguage } from "#src/language/catalogue";
import { locales } from "#src/language/text";
import { practices } from "#src/practices/index";
import type { BoundAction } from "#src/view/action";
import { actsOn, type Card } from "#src/view/card";
import type { Form, FormValues } from "#src/view/form";
import { plainCard } from "#src/view/plain";
import { plainLine } from "#src/view/line";
import { story } from "#test/support/story/story";
import {
  altered,
  filled,
  deep,
  payloadsOf,
  type JsonSchema,
} from "#test/support/lines/odd-payloads";

const system = story(undefined, "all");

const registry = createRegistry(practices);

type Done =
  | {
      readonly kind: "pressed";
      readonly name: string;
      readonly version: number;
      readonly payload: unknown;
    }
  | {
      readonly kind: "submitted";
      readonly name: string;
      readonly version: number;
      readonly payload: unknown;
      readonly values: FormValues;
    };
const give = (
  user: string,
  what: Done | { readonly kind: "said"; readonly text: string },
): Promise<Outcome> =>
  system.house.bot.receive({
    ...what,
    ...(what.kind === "said" ? { direct: true } : {}),
    dedupeKey: randomUUID(),
    from: system.account(user),
  } as Incoming);

describe("a word that every plain table answers to", () => {
  const inherited = Object.getOwnPropertyNames(Object.prototype);
  it.each(["linxiao", "zhoulan"])(
    "is a word like any other behind every verb of %s",
    async (user) => {
      const verbs = [
        ...registry.commands.flatMap(({ words }) => [words.en[0], words.zh[0]]),
        "snooze",
        "稍后提醒",
        "mute",
        "pause",
      ];
      for (const verb of verbs) {
        for (const word of inherited) {
          expect((await give(user, { kind: "said", text: `${verb} ${word}` })).outcome).toMatch(
            /show|replace|ask|toast/,
          );
          expect(system.errors, `${verb} ${word}`).toEqual([]);
        }
      }
    },
  );

  it("is asked about when it stands where a time was meant", async () => {
    for (const word of ["constructor", "__proto__", "toString"]) {
      const answer = await give("linxiao", { kind: "said", text: `snooze ${word}` });
      expect(answer.outcome === "show" ? answer.cards.map(plainCard).join() : answer).toContain(
        "稍后提醒 [一小时 | 明天 | 下周]",
      );
    }
  });
});

interface Opened {
  readonly acts: ReadonlyMap<string, BoundAction>;
  readonly forms: ReadonlyMap<string, Form>;
}

/** Every button and form that somebody comes to, by their examples and by opening what opens. */
async function openedBy(user: string): Promise<Opened> {
  const acts = new Map<string, BoundAction>();
  const forms = new Map<string, Form>();
  async function took(outcome: Outcome): Promise<void> {
    if (outcome.outcome === "ask") forms.set(outcome.form.act.name, outcome.form);
    if (outcome.outcome === "show" || outcome.outcome === "replace") await follow(outcome.cards);
  }
  async function follow(cards: readonly Card[]): Promise<void> {
    for (const act of cards.flatMap(actsOn)) {
      if (acts.has(act.name)) continue;
      acts.set(act.name, act);
      if (/ask|show|edit|open|setup\.[a-z]+s$/.test(act.name))
        await took(await give(user, { kind: "pressed", ...act }));
    }
  }
  for (const command of registry.commands) {
    for (const locale of locales) {
      const { example } = command.declaration.help(
        wordsOf(command.practice, createLanguage(), {
          locale,
          zone: "Asia/Shanghai",
          currency: "CNY",
        }),
      );
      await took(await give(user, { kind: "said", text: example }));
    }
  }
  for (const text of [
    "我的目标",
    "G1",
    "定目标 拜访 20 12月31日前",
    "目标",
    "设置",
    "setup",
    "home",
  ])
    await took(await give(user, { kind: "said", text }));
  return { acts, forms };
}

const declared = registry.practices.flatMap((practice) => [
  ...practice.actions.map(({ action }) => ({ kind: "pressed" as const, action })),
  ...practice.forms.map(({ action }) => ({ kind: "submitted" as const, action })),
]);

describe("what a card or a form never held", () => {
  /** Ids of another organisation's people, goals and teams, of nobody, and none at all. */
  async function foreignIds(): Promise<readonly string[]> {
    const mine = await inOrganisation(system.database, playgroundOrganisation, (tx) =>
      execute<{ id: string }>(
        tx,
        sql`(select id from person limit 1) union all (select id from goal limit 1) union all (select id from team limit 1)`,
      ),
    );
    return [
      ...mine.map((each) => each.id),
      randomUUID(),
      "00000000-0000-7000-8000-000000000000",
      "' or true --",
      "constructor",
      "__proto__",
      "\u0000",
      "x".repeat(5_000),
      "",
    ];
  }

  it.each(["linxiao", "zhoulan"])(
    "is refused with a sentence when %s sends it, and is no internal error",
    async (user) => {
      const { acts, forms } = await openedBy(user);
      expect(acts.size).toBeGreaterThan(15);
      expect(forms.size).toBeGreaterThan(5);
      const wrong: string[] = [];
      const check = async (what: string, done: Done): Promise<void> => {
        const before = system.errors.length;
        const outcome = await give(user, done);
        if (system.errors.length > before)
          wrong.push(`${what}: ${JSON.stringify(system.errors.at(-1))}`);
        if (outcome.outcome === "toast" && plainLine(outcome.line) === "")
          wrong.push(`${what} is answered without a word`);
      };
      for (const id of await foreignIds()) {
        for (const { name, version, payload } of acts.values())
          await check(`${name} with ${id}`, {
            kind: "pressed",
            name,
            version,
            payload: altered(payload, id),
          });
        for (const form of forms.values()) {
          const { name, version, payload } = form.act;
          await check(`form ${name} about ${id}`, {
            kind: "submitted",
            name,
            version,
            payload: altered(payload, id),
            values: filled(form, null),
          });
          await check(`form ${name} choosing ${id}`, {
            kind: "submitted",
            name,
            version,
            payload,
            values: filled(form, id),
          });
        }
      }
      expect(wrong).toEqual([]);
    },
    240_000,
  );

  it.each(["linxiao", "zhoulan"])(
    "is refused with a sentence in every button and form there is, whoever it is an id of: %s",
    async (user) => {
      const { forms } = await openedBy(user);
      const samples = (
        action: (typeof declared)[number]["action"],
        id: string,
      ): readonly unknown[] =>
        payloadsOf(
          z.toJSONSchema(action.schema, { io: "input", unrepresentable: "any" }) as JsonSchema,
          id,
        );
      let taken = 0;
      const wrong: string[] = [];
      for (const id of await foreignIds()) {
        for (const { kind, action, payload } of declared.flatMap((each) =>
          samples(each.action, id).map((payload) => ({ ...each, payload })),
        )) {
          const before = system.errors.length;
          if (action.schema.safeParse(payload).success) taken += 1;
          const form = forms.get(action.action);
          const about = { name: action.action, version: action.version, payload };
          await give(
            user,
            kind === "pressed"
              ? { kind, ...about }
              : { kind, ...about, values: form ? filled(form, null) : {} },
          );
          if (kind === "submitted" && form)
            await give(user, { kind, ...about, values: filled(form, id) });
          if (system.errors.length > before)
            wrong.push(
              `${action.action} with ${id}: ${JSON.stringify(system.errors.at(-1)).slice(0, 400)}`,
            );
        }
      }
      expect(wrong).toEqual([]);
      expect(taken).toBeGreaterThan(declared.length * 3);
    },
    240_000,
  );

  it.each([
    ["three thousand levels", deep(3_000)],
    ["a hundred thousand levels", deep(100_000)],
    ["a list", []],
    ["a number that is none", Number.NaN],
    ["a function's name", { constructor: 1, __proto__: { goal: 1 } }],
    ["a half character", { goal: "\uD800" }],
    ["nothing", undefined],
  ])(
    "is an old card when its payload is %s, pressed or sent, at once or after it was stored",
    async (_, payload) => {
      for (const kind of ["pressed", "submitted"] as const) {
        const done = {
          kind,
          name: kind === "pressed" ? "goals.drop" : "goals.progress",
          version: 1,
          payload,
          ...(kind === "submitted" ? { values: {} } : {}),
        } as Done;
        const incoming = {
          ...done,
          dedupeKey: randomUUID(),
          from: system.account("linxiao"),
        } as Incoming;
        const run = await system.house.bot.accept(incoming);
        for (const outcome of [await run!(), await system.house.bot.receive(incoming)]) {
          expect(outcome.outcome === "toast" ? plainLine(outcome.line) : outcome).toMatch(/旧版/);
        }
      }
      expect(system.errors).toEqual([]);
    },
  );
});

describe("half characters and NUL", () => {
  const odd = "a\u0000b\uD800c";
  const account = () => ({ ...system.account("linxiao"), user: odd });
  const place = () => ({ ...system.place, channel: odd });
  const events = (): readonly Incoming[] => {
    const from = system.account("linxiao");
    return [
      {
        kind: "said",
        dedupeKey: `1${odd}`,
        from,
        text: `log 5 G2 ${odd}`,
        place: place(),
        addressed: true,
        mentions: [{ token: odd, user: odd }],
      },
      { kind: "said", dedupeKey: `2${odd}`, from: account(), text: odd },
      {
        kind: "pressed",
        dedupeKey: `3${odd}`,
        from,
        name: `goals.${odd}`,
        version: 1,
        payload: { [odd]: [odd] },
        messageId: odd,
      },
      {
        kind: "pressed",
        dedupeKey: `4${odd}`,
        from,
        name: "house.say",
        version: 1,
        payload: { text: `log 5 G2 ${odd}` },
        place: place(),
      },
      {
        kind: "submitted",
        dedupeKey: `5${odd}`,
        from,
        name: "settings.save",
        version: 1,
        payload: {},
        values: { [odd]: odd, zone: odd, hours: [odd] },
        messageId: odd,
      },
      { kind: "homeOpened", dedupeKey: `6${odd}`, from },
      { kind: "messageChanged", dedupeKey: `12${odd}`, from, said: odd, change: "edited" },
      { kind: "reacted", dedupeKey: `7${odd}`, from, messageId: odd, added: true, place: place() },
      { kind: "reacted", dedupeKey: `8${odd}`, from, messageId: odd, added: false, anywhere: true },
      {
        kind: "personChanged",
        dedupeKey: `9${odd}`,
        from: account(),
        profile: { name: odd, email: odd, locale: "en", zone: odd, active: true, guest: false },
      },
      {
        kind: "personChanged",
        dedupeKey: `11${odd}`,
        from,
        profile: {
          name: `Ann\n${odd}`,
          email: odd,
          locale: "en",
          zone: odd,
          active: true,
          guest: false,
        },
      },
      {
        kind: "placeChanged",
        dedupeKey: `10${odd}`,
        place: place(),
        name: `team\n${odd}`,
        member: true,
      },
    ];
  };

  it("are cleaned in whatever comes in, before it is stored and before it is carried out", async () => {
    for (const incoming of events()) {
      const run = await system.house.bot.accept(incoming);
      const rows = await inOrganisation(system.database, playgroundOrganisation, (tx) =>
        execute<{ incoming: unknown }>(tx, sql`select incoming from inbox`),
      );
      for (const row of rows)
        expect(JSON.stringify(parseIncoming(row.incoming))).not.toMatch(/\\u0000|\\ud800/i);
      await run?.();
      await system.house.bot.receive(incoming);
      expect(system.errors).toEqual([]);
    }
    const people = await system.stores.inOrganisation(playgroundOrganisation, (stores) =>
      stores.people.directory(),
    );
    expect(people.map((each) => each.name)).toContain("Ann a\uFFFDb\uFFFDc");
  });

  it("are cleaned in whom and where an adapter asks about", async () => {
    const { bot } = system.house;
    expect(await bot.knows({ ...system.account("linxiao"), user: `x${odd}` })).toBe(false);
    expect(await bot.personOf({ ...system.account("linxiao"), user: `x${odd}` })).toBeNull();
    expect(await bot.knowsPlace({ ...system.place, channel: `x${odd}` })).toBe(false);
    expect(await bot.home({ ...system.account("linxiao"), workspace: odd })).toEqual([]);
    expect(await bot.vocabulary({ ...system.account("linxiao"), workspace: odd })).toBeNull();
    expect(await bot.outlook({ ...system.account("linxiao"), workspace: odd })).toBeNull();
  });
});
