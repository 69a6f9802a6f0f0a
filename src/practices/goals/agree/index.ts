// Agree 确认目标: proposed, confirmed, answered, changed with consent, closed.
import { practiceOf } from "#src/bot/declare/practice";
import * as act from "../actions.ts";
import { neededCode } from "#src/bot/declare/arguments";
import { agreePressed, declinePressed } from "./change-request.ts";
import { askToClose, closeGoalForm, dropGoalPressed } from "./close.ts";
import { answerProposal, askForAnswer, confirmGoalPressed, confirmNumbered } from "./confirm.ts";
import { startGoalPressed } from "./propose.ts";
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
    press(act.startGoal, "everyone", startGoalPressed),
    press(act.confirmGoal, "everyone", confirmGoalPressed),
    press(act.agreeChange, "everyone", agreePressed),
    press(act.declineChange, "everyone", declinePressed),
    press(act.askAnswer, "everyone", askForAnswer),
    press(act.dropGoal, "everyone", dropGoalPressed),
    press(act.askClose, "everyone", askToClose),
  ],
  forms: [
    submit(act.sendAnswer, "everyone", answerProposal),
    submit(act.closeGoal, "everyone", closeGoalForm),
  ],
});
