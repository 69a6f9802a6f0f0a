// Feedback 反馈: what somebody saw, said to the one who did it and to nobody else; asked for, thanked for, shown to one's manager.
import { readWords } from "#src/bot/declare/arguments";
import { practiceOf } from "#src/bot/declare/practice";
import * as act from "./actions.ts";
import { askSomebody } from "./exchange/ask-feedback.ts";
import type { FeedbackStores } from "./context.ts";
import { en, type FeedbackMessages } from "./messages/en/index.ts";
import { zh } from "./messages/zh/index.ts";
import { prompt, showTeams, turn } from "./prompts/reminders.ts";
import { asking, giving, whom } from "./exchange/parse-feedback.ts";
import { homeSection, myFeedback, openOne, share, thank } from "./exchange/receive-feedback.ts";
import { samples } from "./samples.ts";
import {
  askForFeedback,
  changeDraft,
  dropDraft,
  giveFeedback,
  putAside,
  saveFeedback,
  sendDraft,
} from "./exchange/write-feedback.ts";

const { practice, command, press, submit } = practiceOf<FeedbackMessages, FeedbackStores>();

export const feedback = practice({
  name: "feedback",
  group: "people",
  switched: {
    begins: "on",
    called: { en: ["Feedback"], zh: ["反馈"] },
    isOff: (t) => t.isOff(),
  },
  messages: { en, zh },
  stores: { feedback: true, feedbackPrompts: true, people: true, plans: true, setup: true },
  needs: ["setup"],
  commands: [
    command({
      name: "feedback.ask",
      words: { en: ["ask feedback"], zh: ["求反馈", "请提建议"] },
      help: (t) => t.helpAsk(),
      args: { who: whom(), words: readWords() },
      rewrite: asking,
      handle: askSomebody,
    }),
    command({
      name: "feedback.give",
      first: 2,
      words: { en: ["feedback", "tell"], zh: ["反馈", "写反馈"] },
      help: (t) => t.helpGive(),
      opens: act.askFeedback({ to: null, request: null }),
      args: { who: whom(), words: readWords() },
      rewrite: giving,
      handle: giveFeedback,
    }),
    command({
      name: "feedback.mine",
      words: { en: ["my feedback", "feedback received"], zh: ["收到的反馈", "我的反馈"] },
      help: (t) => t.helpMine(),
      handle: myFeedback,
    }),
    command({
      name: "feedback.team",
      words: { en: ["team feedback", "feedback reminders"], zh: ["团队反馈", "反馈提醒"] },
      who: "manager",
      help: (t) => t.helpTeam(),
      handle: showTeams,
    }),
  ],
  actions: [
    press(act.askFeedback, "everyone", askForFeedback),
    press(act.notNow, "everyone", putAside),
    press(act.changeDraft, "everyone", changeDraft),
    press(act.sendDraft, "everyone", sendDraft),
    press(act.dropDraft, "everyone", dropDraft),
    press(act.openFeedback, "everyone", openOne),
    press(act.thankFor, "everyone", thank),
    press(act.shareWithManager, "everyone", share),
    press(act.showMine, "everyone", myFeedback),
    press(act.turnPrompts, "manager", turn),
  ],
  forms: [submit(act.saveFeedback, "everyone", saveFeedback)],
  home: [{ rank: 40, who: "everyone", say: homeSection }],
  upkeep: [],
  nudges: [prompt],
  samples,
});
