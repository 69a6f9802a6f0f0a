// Sync 同步: figures and deals from a CRM that is only read: what counts of it, how current it is, and what is wrong with it.
import { practiceOf } from "#src/bot/declare/practice";
import * as act from "./actions.ts";
import type { SyncStores } from "./context.ts";
import { en, type SyncMessages } from "./messages/en.ts";
import { zh } from "./messages/zh.ts";
import { tellNews } from "./news.ts";
import { samples } from "./samples.ts";
import {
  askDetails,
  asks,
  askWhatCounts,
  openSource,
  saveDetails,
  saveWhatCounts,
  showStatus,
  switchSource,
  tellOfSources,
} from "./set-up/set-up.ts";
import { tellTrouble, whomToTell } from "./trouble.ts";

const { practice, command, press, submit } = practiceOf<SyncMessages, SyncStores>();

export const sync = practice({
  name: "sync",
  group: "goals",
  switched: {
    begins: "on",
    called: { en: ["CRM"], zh: ["CRM 同步"] },
    isOff: (t) => t.isOff(),
  },
  messages: { en, zh },
  stores: { sync: true, people: true, setup: true, audit: true },
  needs: ["deals", "goals", "numbers", "recognition", "setup"],
  commands: [
    command({
      name: "sync.status",
      words: { en: ["sync status", "sync"], zh: ["同步状态", "同步"] },
      help: (t) => t.helpStatus(),
      looks: true,
      aloneInPlaces: true,
      handle: showStatus,
    }),
  ],
  actions: [
    press(act.showStatus, "everyone", showStatus),
    press(act.openSource, "admin", openSource),
    press(act.testSource, "admin", asks("test")),
    press(act.tryPull, "admin", asks("try")),
    press(act.pullNow, "admin", asks("pull")),
    press(act.pullAll, "admin", asks("full")),
    press(act.switchSource, "admin", switchSource),
    press(act.askWhatCounts, "admin", askWhatCounts),
    press(act.askDetails, "admin", askDetails),
  ],
  forms: [
    submit(act.saveWhatCounts, "admin", saveWhatCounts),
    submit(act.saveDetails, "admin", saveDetails),
  ],
  home: [],
  upkeep: [
    { after: "sources", whom: ({ sync: kept }) => kept.untold(), tend: tellOfSources },
    { after: "sources", whom: whomToTell, tend: tellTrouble },
    { after: "sources", whom: ({ sync: kept }) => kept.concerned(), tend: tellNews },
  ],
  nudges: [],
  samples,
});
