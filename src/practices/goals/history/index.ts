// History 明细: what was logged, mended, taken back and disputed.
import { practiceOf } from "#src/bot/declare/practice";
import * as act from "../actions.ts";
import { person, rest } from "#src/bot/declare/arguments";
import { askForDispute, askWhyItStands, letItStand, openDispute, showDispute } from "./dispute.ts";
import {
  askForCorrection,
  correctEntry,
  takeBackEntry,
  takeBackBatch,
  undoSaid,
} from "./history.ts";
import { correctByPress, correctSaid } from "./correct-in-words.ts";
import { readCorrection } from "./parse-correction.ts";
import { showHistory, showMoreEntries } from "./show-history.ts";
import type { GoalStores } from "../context.ts";
import type { GoalMessages } from "../messages/en/index.ts";

const { part, command, press, submit } = practiceOf<GoalMessages, GoalStores>();

export const history = part({
  commands: [
    command({
      name: "goals.history",
      words: { en: ["history", "entries"], zh: ["明细", "我的记录"] },
      looks: true,
      help: (t) => t.helpHistory(),
      args: { who: person(), words: rest() },
      handle: showHistory,
    }),
    command({
      name: "goals.correct",
      words: { en: ["correct", "correction", "fix"], zh: ["更正", "我要更正", "改数"] },
      help: (t) => t.helpCorrect(),
      args: { which: rest() },
      aloneInPlaces: true,
      rewrite: readCorrection,
      handle: correctSaid,
    }),
    command({
      name: "goals.undo",
      words: { en: ["undo", "oops"], zh: ["撤销", "撤回", "撤消"] },
      help: (t) => t.helpUndo(),
      args: { which: rest() },
      aloneInPlaces: true,
      saysAll: true,
      handle: undoSaid,
    }),
  ],
  actions: [
    press(act.correctTo, "everyone", correctByPress),
    press(act.undoBatch, "everyone", takeBackBatch),
    press(act.askCorrection, "everyone", askForCorrection),
    press(act.askDispute, "everyone", askForDispute),
    press(act.showDispute, "everyone", showDispute),
    press(act.askStands, "everyone", askWhyItStands),
    press(act.dropEntry, "everyone", takeBackEntry),
    press(act.moreEntries, "everyone", showMoreEntries),
  ],
  forms: [
    submit(act.saveCorrection, "everyone", correctEntry),
    submit(act.sendDispute, "everyone", openDispute),
    submit(act.sendStands, "everyone", letItStand),
  ],
});
