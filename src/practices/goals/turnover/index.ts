// Turnover 交接与换期: a period ends and the next begins; somebody leaves and their goals find an owner.
import { practiceOf } from "#src/bot/declare/practice";
import * as act from "../actions.ts";
import { askToPassOn, passOn } from "./handover.ts";
import { askNextForTeam } from "./close-out.ts";
import { askForNextPeriod, proposeNextPeriod, saveNextPeriodForm } from "./period-turn.ts";
import type { GoalStores } from "../context.ts";
import type { GoalMessages } from "../messages/en/index.ts";

const { part, press, submit } = practiceOf<GoalMessages, GoalStores>();

export const turnover = part({
  commands: [],
  actions: [
    press(act.askNextPeriod, "everyone", askForNextPeriod),
    press(act.askNextForTeam, "manager", askNextForTeam),
    press(act.askPassOn, "everyone", askToPassOn),
  ],
  forms: [
    submit(act.saveNextPeriod, "everyone", saveNextPeriodForm),
    submit(act.proposeNext, "manager", proposeNextPeriod),
    submit(act.savePassOn, "everyone", passOn),
  ],
});
