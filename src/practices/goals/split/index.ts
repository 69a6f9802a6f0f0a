// Split 拆目标: a team's goal among its people.
import { practiceOf } from "#src/bot/declare/practice";
import * as act from "../actions.ts";
import { neededCode, rest } from "#src/bot/declare/arguments";
import { proposeSplit, showSplit } from "./split-goal.ts";
import { askForWeights, weightsGiven } from "./give-weights.ts";
import type { GoalStores } from "../context.ts";
import type { GoalMessages } from "../messages/en/index.ts";

const { part, command, press, submit } = practiceOf<GoalMessages, GoalStores>();

export const split = part({
  commands: [
    command({
      name: "goals.split",
      words: { en: ["goal split"], zh: ["分解目标", "拆目标"] },
      who: "manager",
      help: (t) => t.helpSplit(),
      args: { goal: neededCode("G"), rest: rest() },
      handle: showSplit,
    }),
  ],
  actions: [
    press(act.saveSplit, "manager", proposeSplit),
    press(act.askWeights, "manager", askForWeights),
  ],
  forms: [submit(act.saveWeights, "manager", weightsGiven)],
});
