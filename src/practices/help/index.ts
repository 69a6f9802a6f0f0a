// Help 帮助: what one may type, the own page, and the language spoken. Read off the declarations of all practices.
import type { AtLeastOne } from "#src/language/lists";
import { replace, show, committed, type Answer } from "#src/bot/declare/answer";
import { rest } from "#src/bot/declare/arguments";
import { helpOn, say, speak } from "#src/bot/declare/actions";
import { Incomplete } from "#src/bot/declare/errors";
import { practiceOf, type Context } from "#src/bot/declare/practice";
import type { ListedCommand } from "#src/bot/declare/product-guide";
import { houseMessages, type HouseMessages } from "#src/bot/messages/index";
import type { KernelStores } from "#src/ports/stores";
import { button, card, type Card } from "#src/view/card";
import { atHand } from "./api.ts";
import { groupCard, overviewCard, usageCard } from "./help-cards.ts";
import { line, typed } from "#src/view/line";

type HelpStores = Pick<KernelStores, "people">;
type HelpContext = Context<HouseMessages, HelpStores>;

const { practice, command, press } = practiceOf<HouseMessages, HelpStores>();

export const help = practice({
  name: "help",
  group: "own",
  switched: "always on",
  messages: houseMessages,
  stores: { people: true },
  needs: [],
  commands: [
    command({
      name: "house.help",
      words: { en: ["help", "?"], zh: ["帮助", "怎么用"] },
      looks: true,
      offered: 3,
      help: (t) => t.helpHelp(),
      args: { about: rest() },
      handle: ({ about }, context) => explain(about, context),
    }),
    command({
      name: "house.home",
      words: { en: ["home", "me"], zh: ["首页", "我的"] },
      looks: true,
      help: (t) => t.homeHelp(),
      handle: async (_input, context) => {
        const cards = await context.guide().home();
        return cards.length > 0 ? show(...cards) : show(card({ title: context.t.homeEmpty() }));
      },
    }),
  ],
  actions: [
    press(helpOn, "everyone", ({ group }, context) => {
      const { t, person } = context;
      const commands = context.guide().commands();
      return replace(
        group === null
          ? overviewCard(commands, null, person.locale, t)
          : groupCard(group, commands, person.locale, t),
      );
    }),
    press(speak, "everyone", async ({ locale }, context) => {
      await context.stores.people.change(context.person.id, { locale, localeGuess: null });
      const title = context.inLanguage(locale).speaking();
      return committed(replace(card({ title, tone: "good" })));
    }),
  ],
  forms: [],
  home: [{ rank: 0, who: "everyone", say: toolbar }],
  upkeep: [],
  nudges: [],
  samples: [
    { name: "overview", view: (t) => overviewCard(sampleCommands, null, "en", t) },
    { name: "nothing of that name", view: (t) => overviewCard(sampleCommands, "报数", "zh", t) },
    { name: "for a manager", view: (t) => overviewCard(managerCommands, null, "en", t) },
    { name: "one group", view: (t) => groupCard("goals", sampleCommands, "en", t) },
    { name: "one verb", view: (t) => usageCard(sampleCommands[0], "en", t) },
  ],
});

/** What is done every day, one press away. */
async function toolbar(context: HelpContext): Promise<readonly Card[]> {
  const tools = (await context.offered(atHand({}))).toSorted((a, b) => a.rank - b.rank);
  if (tools.length === 0) return [];
  return [
    card({
      title: context.t.helloHome(context.person.name),
      buttons: tools.map(({ button: each }, i) => ({
        ...each,
        style: i === 0 ? "primary" : "plain",
      })),
    }),
  ];
}

function explain(about: string, context: HelpContext): Answer {
  const guide = context.guide();
  if (about === "")
    return show(overviewCard(guide.commands(), null, context.person.locale, context.t));
  const found = guide.recognise(about);
  if (found !== null && found !== "not theirs" && "off" in found) {
    if (context.place !== null) throw new Incomplete("about");
    return show(card({ title: found.off }));
  }
  // "help me with this", said to colleagues.
  if (context.place !== null && (found === null || found === "not theirs" || found.rest !== ""))
    throw new Incomplete("about");
  if (found !== null && found !== "not theirs")
    return show(usageCard(found.command, context.person.locale, context.t));
  const near = found === null ? guide.nearest(about) : null;
  if (near === null)
    return show(
      overviewCard(
        guide.commands(),
        found === null ? about : null,
        context.person.locale,
        context.t,
      ),
    );
  const again = button(typed(near), say({ text: `help ${near}` }), "primary");
  return show(card({ title: context.t.didYouMean(), buttons: [again] }));
}

const sampleCommands: AtLeastOne<ListedCommand> = [
  {
    name: "sample.log",
    words: { en: ["log"], zh: ["报", "报数"] },
    help: { does: line`report progress`, usage: "log <amount>", example: "log 12k" },
    looks: false,
    group: "goals",
    first: 1,
  },
  {
    name: "sample.goals",
    words: { en: ["goals"], zh: ["我的目标"] },
    help: { does: line`your goals`, usage: "goals", example: "goals" },
    looks: true,
    group: "goals",
    first: 2,
  },
  {
    name: "sample.settings",
    words: { en: ["settings"], zh: ["设置"] },
    help: { does: line`language and hours`, usage: "settings", example: "settings" },
    looks: true,
    group: "own",
    first: null,
  },
];

const managerCommands: readonly ListedCommand[] = [
  ...sampleCommands,
  {
    name: "sample.team",
    words: { en: ["team goals"], zh: ["团队目标"] },
    help: { does: line`your team's goals`, usage: "team goals", example: "team goals" },
    looks: true,
    group: "team",
    first: 1,
  },
];
