// Decisions 决策: what was decided and why, where the number stood then, and a day on which then and now are looked at together.
import { code, ownWords } from "#src/bot/declare/arguments";
import { practiceOf } from "#src/bot/declare/practice";
import * as act from "./actions.ts";
import type { DecisionStores } from "./context.ts";
import { askToDecide, decideSaid, saveDecisionForm, showDecisions, showOne } from "./decide.ts";
import { askWhatWasSeen, lookAgain, lookTwoWeeksLater, saveWhatWasSeen } from "./look-again.ts";
import { en, type DecisionMessages } from "./messages/en.ts";
import { zh } from "./messages/zh.ts";
import { samples } from "./samples.ts";

const { practice, command, press, submit } = practiceOf<DecisionMessages, DecisionStores>();

export const decisions = practice({
  name: "decisions",
  group: "goals",
  switched: {
    begins: "on",
    called: { en: ["Decisions"], zh: ["决策"] },
    isOff: (t) => t.isOff(),
  },
  messages: { en, zh },
  stores: { decisions: true, goals: true, people: true },
  needs: ["goals"],
  commands: [
    command({
      name: "decisions.decide",
      words: { en: ["decide", "decision"], zh: ["决策", "记决策"] },
      help: (t) => t.helpDecide(),
      opens: act.askDecision({ what: "", why: "", goal: 0 }),
      args: { line: ownWords() },
      aloneInPlaces: true,
      handle: decideSaid,
    }),
    command({
      name: "decisions.show",
      words: { en: ["decisions"], zh: ["决策记录"] },
      help: (t) => t.helpDecisions(),
      args: { number: code("D") },
      looks: true,
      aloneInPlaces: true,
      handle: showDecisions,
    }),
  ],
  actions: [
    press(act.askDecision, "everyone", askToDecide),
    press(act.showDecision, "everyone", showOne),
    press(act.askSeen, "everyone", askWhatWasSeen),
    press(act.lookLater, "everyone", lookTwoWeeksLater),
  ],
  forms: [
    submit(act.saveDecision, "everyone", saveDecisionForm),
    submit(act.saveSeen, "everyone", saveWhatWasSeen),
  ],
  home: [],
  upkeep: [],
  nudges: [lookAgain],
  samples,
});
