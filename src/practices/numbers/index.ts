// Numbers 业绩: figures with a source, beside those that people reported.
import { named } from "#src/bot/declare/arguments";
import { practiceOf } from "#src/bot/declare/practice";
import * as act from "./actions.ts";
import { showNumbers } from "./compare.ts";
import type { NumberStores } from "./context.ts";
import { en, type NumberMessages } from "./messages/en.ts";
import { zh } from "./messages/zh.ts";
import { askWhoItIs, showUnmatchedOwners, takeOwnerBack, whoSaved } from "./owners.ts";
import { samples } from "./samples.ts";

const { practice, command, press, submit } = practiceOf<NumberMessages, NumberStores>();

export const numbers = practice({
  name: "numbers",
  group: "goals",
  switched: {
    begins: "on",
    called: { en: ["Numbers", "imported figures"], zh: ["业绩", "数据"] },
    isOff: (t) => t.isOff(),
  },
  messages: { en, zh },
  stores: { numbers: true, goals: true, people: true, setup: true },
  needs: ["goals", "setup"],
  commands: [
    command({
      name: "numbers.show",
      words: { en: ["numbers", "stats"], zh: ["业绩", "数据"] },
      help: (t) => t.helpNumbers(),
      args: { person: named() },
      looks: true,
      aloneInPlaces: true,
      handle: showNumbers,
    }),
    command({
      name: "numbers.unmatched",
      words: { en: ["unmatched"], zh: ["未匹配", "未匹配的名字"] },
      who: "admin",
      help: (t) => t.helpUnmatched(),
      looks: true,
      aloneInPlaces: true,
      handle: showUnmatchedOwners,
    }),
  ],
  actions: [
    press(act.showUnmatched, "admin", showUnmatchedOwners),
    press(act.askWho, "admin", askWhoItIs),
    press(act.unlink, "admin", takeOwnerBack),
  ],
  forms: [submit(act.saveWho, "admin", whoSaved)],
  home: [],
  upkeep: [],
  nudges: [],
  samples,
});
