// Deals 商机: what may be sold, as a source says it; what needs a look; and what it says of a goal.
import { named } from "#src/bot/declare/arguments";
import { practiceOf } from "#src/bot/declare/practice";
import * as act from "./actions.ts";
import { askWhyReal, checkDeals, saveWhyReal, wake } from "./check/check-deals.ts";
import { inDigest, lately, nudge } from "./check/nudge.ts";
import type { DealStores } from "./context.ts";
import { onGoal } from "./forecast/on-goal.ts";
import { openDeals, showDealsOf } from "./list/show-deals.ts";
import { en, type DealMessages } from "./messages/en.ts";
import { zh } from "./messages/zh.ts";
import { samples } from "./samples.ts";

const { practice, command, press, submit } = practiceOf<DealMessages, DealStores>();

export const deals = practice({
  name: "deals",
  group: "goals",
  switched: {
    begins: "on",
    called: { en: ["Deals"], zh: ["商机"] },
    isOff: (t) => t.isOff(),
  },
  messages: { en, zh },
  stores: { deals: true, people: true },
  needs: ["goals", "numbers", "setup"],
  commands: [
    command({
      name: "deals.show",
      words: { en: ["deals", "my deals", "pipeline"], zh: ["商机", "我的商机"] },
      help: (t) => t.helpDeals(),
      args: { person: named() },
      looks: true,
      aloneInPlaces: true,
      handle: showDealsOf,
    }),
    command({
      name: "deals.check",
      words: { en: ["deals check", "check deals"], zh: ["商机体检", "查商机"] },
      help: (t) => t.helpCheck(),
      looks: true,
      aloneInPlaces: true,
      handle: checkDeals,
    }),
  ],
  actions: [
    press(act.showDeals, "everyone", openDeals),
    press(act.showCheck, "everyone", checkDeals),
    press(act.askReal, "everyone", askWhyReal),
    press(act.wakeDeal, "everyone", wake),
  ],
  forms: [submit(act.saveReal, "everyone", saveWhyReal)],
  home: [],
  upkeep: [],
  nudges: [nudge],
  contributions: [inDigest, lately, onGoal],
  samples,
});
