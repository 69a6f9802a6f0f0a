// Define 定目标: a goal in words or a form, its changes, and whether it is a good one.
import { practiceOf } from "#src/bot/declare/practice";
import * as act from "../actions.ts";
import { neededCode, person, readWords } from "#src/bot/declare/arguments";
import { changeInWords, closeInWords, dropInWords, wantedChange } from "./change-in-words.ts";
import { askForGoal, newGoal } from "./create-goal.ts";
import { saveGoalForm } from "./edit-goal.ts";
import { goalTime } from "./goal-time.ts";
import { readChange, readClose, readDrop, readEdit } from "./parse-change.ts";
import { checkGoal } from "./smart-check.ts";
import { readSaidGoal } from "../naming/said-goal.ts";
import { team } from "./whose.ts";
import type { GoalStores } from "../context.ts";
import type { GoalMessages } from "../messages/en/index.ts";

const { part, command, press, submit } = practiceOf<GoalMessages, GoalStores>();

export const define = part({
  commands: [
    command({
      name: "goals.new",
      words: { en: ["goal new", "set goal"], zh: ["定目标", "新目标", "目标 新建"] },
      help: (t) => t.helpNew(),
      opens: act.askGoal({ goal: null, title: "", waiting: null }),
      args: { team: team(), who: person(), time: goalTime(), words: readWords() },
      rewrite: readSaidGoal,
      handle: newGoal,
    }),
    command({
      name: "goals.change",
      words: { en: ["goal edit", "edit goal", "change goal"], zh: ["改目标", "修改目标"] },
      help: (t) => t.helpChange(),
      args: { wanted: wantedChange() },
      rewrite: (line) => (readChange(line) === null ? readEdit(line) : line),
      handle: changeInWords,
    }),
    command({
      name: "goals.drop",
      words: { en: ["goal drop", "drop goal", "cancel goal"], zh: ["取消目标", "放弃目标"] },
      help: (t) => t.helpDrop(),
      args: { goal: neededCode("G"), words: readWords() },
      rewrite: readDrop,
      handle: dropInWords,
    }),
    command({
      name: "goals.close",
      words: {
        en: ["goal close", "close goal", "end goal", "finish goal"],
        zh: ["结束目标", "关闭目标", "完成目标"],
      },
      help: (t) => t.helpClose(),
      args: { goal: neededCode("G") },
      aloneInPlaces: true,
      rewrite: readClose,
      handle: closeInWords,
    }),
    command({
      name: "goals.check",
      words: { en: ["goal check", "smart"], zh: ["目标体检", "检查目标"] },
      looks: true,
      help: (t) => t.helpCheck(),
      args: { goal: neededCode("G") },
      handle: checkGoal,
    }),
  ],
  actions: [press(act.askGoal, "everyone", askForGoal)],
  forms: [submit(act.saveGoal, "everyone", saveGoalForm)],
});
