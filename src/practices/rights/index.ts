// Rights 权限: who sees what of somebody from now on, told when it changes; and the record of what was changed about them.
import { practiceOf } from "#src/bot/declare/practice";
import { showOlder } from "./actions.ts";
import type { RightsStores } from "./context.ts";
import { en, type RightsMessages } from "./messages/en/index.ts";
import { zh } from "./messages/zh/index.ts";
import { news } from "./rights-notices.ts";
import { showOlderRecord, showRecord } from "./own-record.ts";
import { samples } from "./samples.ts";

const { practice, command, press } = practiceOf<RightsMessages, RightsStores>();

export const rights = practice({
  name: "rights",
  group: "own",
  switched: "always on",
  messages: { en, zh },
  stores: { audit: true, nudges: true, people: true, sight: true },
  needs: [],
  commands: [
    command({
      name: "rights.record",
      words: { en: ["my record", "audit"], zh: ["变更记录", "我的变更记录"] },
      looks: true,
      aloneInPlaces: true,
      help: (t) => t.helpRecord(),
      handle: showRecord,
    }),
  ],
  actions: [press(showOlder, "everyone", showOlderRecord)],
  forms: [],
  home: [],
  upkeep: [news],
  nudges: [],
  samples,
});
