// The practice of the house itself: help, home, and buttons that say a line. Derived from the other declarations.
import { foldCase, shorten } from "#src/language/text";
import type { KernelStores } from "#src/ports/stores";
import { button, card, rows, softText, text } from "#src/view/card";
import { typed } from "#src/view/line";
import { say, speak } from "./declare/actions.ts";
import { replace, show, committed, type Answer } from "./declare/answer.ts";
import { rest } from "./declare/arguments.ts";
import { Incomplete } from "./declare/errors.ts";
import { en, type HouseMessages } from "./messages/en.ts";
import { zh } from "./messages/zh.ts";
import {
  command,
  definePractice,
  press,
  type CommandHelp,
  type Context,
  type Practice,
} from "./declare/practice.ts";
import type { DeclaredCommand, Registry } from "./declare/registry.ts";

export const houseMessages = { en, zh };
export type HouseContext = Context<HouseMessages, KernelStores>;

/** What the house needs from the bot that holds it; given late, since the registry contains this practice too. */
export interface HouseRooms {
  registry(): Registry;
  helpOf(command: DeclaredCommand, context: HouseContext): CommandHelp;
  homeOf(context: HouseContext): Promise<Answer>;
}

export function createHouse(rooms: HouseRooms): Practice<HouseMessages, KernelStores> {
  return definePractice<HouseMessages, KernelStores>({
    name: "house",
    messages: houseMessages,
    stores: ["acts", "people"],
    needs: [],
    commands: [
      command({
        name: "house.help",
        words: { en: ["help", "?"], zh: ["帮助", "怎么用"] },
        looks: true,
        offered: 3,
        help: (t: HouseMessages) => t.helpHelp(),
        args: { about: rest() },
        handle: ({ about }, context: HouseContext) => help(about, context, rooms),
      }),
      command({
        name: "house.home",
        words: { en: ["home", "me"], zh: ["首页", "我的"] },
        looks: true,
        help: (t: HouseMessages) => t.homeHelp(),
        handle: (_input, context: HouseContext) => rooms.homeOf(context),
      }),
    ],
    actions: [
      press(speak, "everyone", async ({ locale }, context: HouseContext) => {
        await context.stores.people.change(context.person.id, { locale, localeGuess: null });
        return committed(
          replace(card({ title: context.inLanguage(locale).speaking(), tone: "good" })),
        );
      }),
    ],
    forms: [],
    home: [],
    upkeep: [],
    nudges: [],
    samples: [],
  });
}

function help(about: string, context: HouseContext, rooms: HouseRooms): Answer {
  const registry = rooms.registry();
  const mine = registry.commandsFor(context.person);
  const one = about === "" ? null : registry.words.recognise(about);
  // "help me with this", said to colleagues.
  if (about !== "" && one?.rest !== "" && context.place !== null) throw new Incomplete("about");
  const locale = context.person.locale;
  if (one && mine.includes(one.command)) {
    const told = rooms.helpOf(one.command, context);
    const others = [
      ...new Set([...one.command.words.en, ...one.command.words.zh].map(foldCase)),
    ].filter((word) => word !== foldCase(one.command.words[locale][0]));
    return show(
      card({
        title: typed(told.usage),
        body: [
          text(told.does),
          text(context.t.helpExample(told.example)),
          softText(context.t.alsoWords(others.join(" · "))),
        ],
        // An example that would store something is to be typed, not pressed by the way.
        buttons: one.command.declaration.looks
          ? [button(typed(told.example), say({ text: told.example }))]
          : [],
      }),
    );
  }
  const near = about === "" || one ? null : registry.words.nearest(about);
  if (near && mine.includes(near.command))
    return show(
      card({
        title: context.t.didYouMean(),
        buttons: [button(typed(near.word), say({ text: `help ${near.word}` }), "primary")],
      }),
    );
  const unknown =
    about === "" || one ? undefined : softText(context.t.helpUnknown(shorten(about, 40)));
  const known = mine
    .map((each) => ({ word: each.words[locale][0], told: rooms.helpOf(each, context) }))
    .toSorted((a, b) => a.word.length - b.word.length);
  return show(
    card({
      title: context.t.helpTitle(),
      body: [
        unknown,
        rows(known.map(({ told }) => ({ line: [typed(told.usage)], soft: told.does }))),
        softText(context.t.helpMore()),
      ],
    }),
  );
}
