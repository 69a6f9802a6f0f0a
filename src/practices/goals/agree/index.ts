// Agree 确认目标: proposed, confirmed, answered, changed with consent, closed.
import { practiceOf } from "#src/bot/declare/practice";
import * as act from "../actions.ts";
import { neededCode } from "#src/bot/declare/arguments";
import { agreeToChange, declineChange } from "./change-request.ts";
import { askToClose, closeGoalForm, dropGoal } from "./close.ts";
import { answerProposal, askForAnswer, confirmGoal, confirmNumbered } from "./confirm.ts";
import { startGoal } from "./propose.ts";
import type { GoalStores } from "../context.ts";
import type { GoalMessages } from "../messages/en/index.ts";

const { part, command, press, submit } = practiceOf<GoalMessages, GoalStores>();

export const agree = part({
  commands: [
    command({
      name: "goals.confirm",
      words: { en: ["goal confirm", "confirm", "agree"], zh: ["确认目标", "认领"] },
      help: (t) => t.helpConfirm(),
      args: { goal: neededCode("G") },
      handle: confirmNumbered,
    }),
  ],
  actions: [
    press(act.startGoal, "everyone", startGoal),
    press(act.confirmGoal, "everyone", confirmGoal),
    press(act.agreeChange, "everyone", agreeToChange),
    press(act.declineChange, "everyone", declineChange),
    press(act.askAnswer, "everyone", askForAnswer),
    press(act.dropGoal, "everyone", dropGoal),
    press(act.askClose, "everyone", (goal, context) => askToClose(goal, context)),
  ],
  forms: [
    submit(act.sendAnswer, "everyone", answerProposal),
    submit(act.closeGoal, "everyone", closeGoalForm),
  ],
});
