// Status 状态: where goals stand, what the owner says of them, steps that are done.
import { practiceOf } from "#src/bot/declare/practice";
import * as act from "../actions.ts";
import { neededCode, readWords, rest } from "#src/bot/declare/arguments";
import { askedAbout, askedAboutGoal } from "./parse-question.ts";
import { spanOfTime } from "./period-argument.ts";
import { setConfidence } from "./confidence.ts";
import { milestoneDone } from "./milestone.ts";
import { askForStatus, clearStatus, saveStatusForm, statusSaid } from "./override.ts";
import { goalsSaid, showGoal, soundsLikePerson } from "./show-goals.ts";
import { whoOrWhat } from "../naming/who-or-what.ts";
import type { GoalStores } from "../context.ts";
import type { GoalMessages } from "../messages/en/index.ts";

const { part, command, press, submit } = practiceOf<GoalMessages, GoalStores>();

export const status = part({
  commands: [
    command({
      name: "goals.mine",
      first: 2,
      words: { en: ["goals", "my goals"], zh: ["我的目标", "目标"] },
      looks: true,
      offered: 2,
      help: (t) => t.helpMine(),
      args: { about: whoOrWhat(), period: spanOfTime(), word: rest() },
      aloneInPlaces: true,
      rewrite: askedAbout,
      claims: soundsLikePerson,
      handle: goalsSaid,
    }),
    command({
      name: "goals.one",
      words: { en: ["goal"], zh: ["看目标"] },
      looks: true,
      help: (t) => t.helpOne(),
      args: { goal: neededCode("G") },
      rewrite: askedAboutGoal,
      handle: showGoal,
    }),
    command({
      name: "goals.confidence",
      words: { en: ["confidence", "outlook"], zh: ["信心", "把握"] },
      help: (t) => t.helpConfidence(),
      args: { goal: neededCode("G"), level: rest() },
      handle: setConfidence,
    }),
    command({
      name: "goals.status",
      words: { en: ["status"], zh: ["状态"] },
      help: (t) => t.helpStatus(),
      args: { goal: neededCode("G"), words: readWords() },
      aloneInPlaces: true,
      handle: statusSaid,
    }),
  ],
  actions: [
    press(act.doneMilestone, "everyone", milestoneDone),
    press(act.askStatus, "everyone", askForStatus),
    press(act.clearStatus, "everyone", clearStatus),
  ],
  forms: [submit(act.saveStatus, "everyone", saveStatusForm)],
});
