// Numbers 业绩: figures with a source, beside those that people reported.
import { show } from "#src/bot/declare/answer";
import { code, named, neededCode, ownWords, rest } from "#src/bot/declare/arguments";
import { practiceOf } from "#src/bot/declare/practice";
import * as act from "./actions.ts";
import { showNumbers } from "./compare.ts";
import { countAllFrom, countFrom, declineCounting, sourceSaid } from "./counting/count-from.ts";
import type { NumberStores } from "./context.ts";
import { askWhatIsWrong, sendWrong, wrongSaid } from "./disputes/ask.ts";
import {
  askWhy,
  countFactAgain,
  decideDispute,
  disputesOnMonday,
  factDisputesAtHome,
  leaveFactOut,
  showDispute,
} from "./disputes/decide.ts";
import { askedElsewhere, changedAfterDecision } from "./disputes/follow-up.ts";
import { whereFrom } from "./for-admin.ts";
import { takeFile, tellOfFiles } from "./dropped/drop-file.ts";
import { dropped } from "./dropped/part.ts";
import { en, type NumberMessages } from "./messages/en.ts";
import { zh } from "./messages/zh.ts";
import { importCard } from "./numbers-card.ts";
import { askWhoItIs, showUnmatchedOwners, takeOwnerBack, whoSaved } from "./owners.ts";
import { showRows } from "./rows/show-rows.ts";
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
  stores: {
    numbers: true,
    audit: true,
    drops: true,
    goals: true,
    nudges: true,
    people: true,
    setup: true,
  },
  needs: ["goals", "pages", "setup"],
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
      name: "numbers.import",
      words: { en: ["import", "upload"], zh: ["导入", "上传"] },
      help: (t) => t.helpImport(),
      looks: true,
      aloneInPlaces: true,
      handle: (_input, { t }) => show(importCard(t)),
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
    command({
      name: "numbers.source",
      words: { en: ["source"], zh: ["口径", "数据口径"] },
      help: (t) => t.helpSource(),
      args: { goal: neededCode("G"), said: rest() },
      aloneInPlaces: true,
      handle: sourceSaid,
    }),
    command({
      name: "numbers.wrong",
      words: { en: ["wrong", "dispute"], zh: ["数据不对", "数字不对", "数据有误", "申诉"] },
      help: (t) => t.helpWrong(),
      args: { number: code("F"), said: ownWords() },
      aloneInPlaces: true,
      handle: wrongSaid,
    }),
    ...dropped.commands,
  ],
  actions: [
    press(act.showUnmatched, "admin", showUnmatchedOwners),
    press(act.askWho, "admin", askWhoItIs),
    press(act.unlink, "admin", takeOwnerBack),
    press(act.showRows, "everyone", showRows),
    press(act.countFrom, "everyone", countFrom),
    press(act.countAllFrom, "manager", countAllFrom),
    press(act.declineCounting, "manager", declineCounting),
    press(act.askWrong, "everyone", askWhatIsWrong),
    press(act.showFactDispute, "everyone", showDispute),
    press(act.askVerdict, "everyone", askWhy),
    press(act.countAgain, "everyone", countFactAgain),
    press(act.leaveOut, "everyone", leaveFactOut),
    ...dropped.actions,
  ],
  forms: [
    submit(act.saveWho, "admin", whoSaved),
    submit(act.sendWrong, "everyone", sendWrong),
    submit(act.sendVerdict, "everyone", decideDispute),
    ...dropped.forms,
  ],
  home: [{ rank: 2, who: "everyone", say: factDisputesAtHome }],
  contributions: [disputesOnMonday, whereFrom],
  upkeep: [
    askedElsewhere,
    changedAfterDecision,
    { after: "files", whom: ({ drops }) => drops.untold(), tend: tellOfFiles },
  ],
  nudges: [],
  fileDropped: takeFile,
  samples,
});
