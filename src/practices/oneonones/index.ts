// One-on-ones 一对一: two people who talk in a rhythm, what there is to talk about, what comes of it, and notes that are nobody else's.
import { code, named } from "#src/bot/declare/arguments";
import { practiceOf } from "#src/bot/declare/practice";
import * as act from "./actions.ts";
import type { OneOnOneStores } from "./context.ts";
import { en, type OneOnOneMessages } from "./messages/en/index.ts";
import { zh } from "./messages/zh/index.ts";
import { after, before } from "./nudges/around.ts";
import { missed, stepDue } from "./nudges/missed.ts";
import { sendCalendar } from "./pair/calendar.ts";
import { handOver } from "./pair/hand-over.ts";
import { askForPair, endIt, submitPair } from "./pair/set-pair.ts";
import { samples } from "./samples.ts";
import {
  askForStep,
  askToCarry,
  donePressed,
  doneSaid,
  showMine,
  submitCarry,
  submitStep,
} from "./steps/steps.ts";
import { homeSection, inDigest, onBlocker, onFeedback, onGoal, onPerson } from "./surroundings.ts";
import { askForGrow, askForNotes, submitGrow, submitNotes } from "./talk/notes.ts";
import { askForOutcome, submitOutcome, tookPlace } from "./talk/outcome.ts";
import { listAll, openOne, talkSaid } from "./talk/show-talk.ts";
import {
  askForTopic,
  askToTalkAbout,
  keepChosen,
  submitTopic,
  topicOver,
  topicSaid,
  topicWords,
} from "./talk/topics.ts";

const { practice, command, press, submit } = practiceOf<OneOnOneMessages, OneOnOneStores>();

export const oneonones = practice({
  name: "oneonones",
  group: "people",
  switched: {
    begins: "off",
    called: { en: ["One-on-ones", "1on1"], zh: ["一对一"] },
    isOff: (t) => t.isOff(),
  },
  messages: { en, zh },
  stores: {
    talks: true,
    talkNotes: true,
    checkins: true,
    goals: true,
    people: true,
    recognition: true,
  },
  needs: ["goals", "feedback", "checkins", "recognition"],
  commands: [
    command({
      name: "oneonones.talk",
      words: {
        en: ["1on1", "1 on 1", "1-on-1", "1:1", "one on one", "one-on-one", "one-on-ones"],
        zh: ["一对一", "面谈"],
      },
      help: (t) => t.helpTalk(),
      args: { who: named() },
      looks: true,
      aloneInPlaces: true,
      handle: talkSaid,
    }),
    command({
      name: "oneonones.topic",
      words: { en: ["topic", "add topic"], zh: ["加议题", "议题"] },
      help: (t) => t.helpTopic(),
      args: { topic: topicWords() },
      aloneInPlaces: true,
      handle: topicSaid,
    }),
    command({
      name: "oneonones.actions",
      words: { en: ["actions", "my steps"], zh: ["待办", "我的待办"] },
      help: (t) => t.helpActions(),
      looks: true,
      aloneInPlaces: true,
      handle: showMine,
    }),
    command({
      name: "oneonones.done",
      words: { en: ["done", "finish"], zh: ["完成", "搞定"] },
      help: (t) => t.helpDone(),
      args: { number: code("A") },
      aloneInPlaces: true,
      handle: doneSaid,
    }),
  ],
  actions: [
    press(act.listTalks, "everyone", listAll),
    press(act.openTalk, "everyone", openOne),
    press(act.askPair, "everyone", askForPair),
    press(act.takeCalendar, "everyone", sendCalendar),
    press(act.endPair, "everyone", endIt),
    press(act.askTopic, "everyone", askForTopic),
    press(act.keepTopic, "everyone", keepChosen),
    press(act.askAbout, "everyone", askToTalkAbout),
    press(act.closeTopic, "everyone", topicOver),
    press(act.askStep, "everyone", askForStep),
    press(act.doneStep, "everyone", donePressed),
    press(act.askCarry, "everyone", askToCarry),
    press(act.showSteps, "everyone", showMine),
    press(act.askGrow, "everyone", askForGrow),
    press(act.askNotes, "everyone", askForNotes),
    press(act.tookPlace, "everyone", tookPlace),
    press(act.askOutcome, "everyone", askForOutcome),
  ],
  forms: [
    submit(act.savePair, "everyone", submitPair),
    submit(act.saveTopic, "everyone", submitTopic),
    submit(act.saveAbout, "everyone", submitTopic),
    submit(act.saveStep, "everyone", submitStep),
    submit(act.saveCarry, "everyone", submitCarry),
    submit(act.saveGrow, "everyone", submitGrow),
    submit(act.saveNotes, "everyone", submitNotes),
    submit(act.saveOutcome, "everyone", submitOutcome),
  ],
  home: [{ rank: 25, who: "everyone", say: homeSection }],
  upkeep: [handOver],
  nudges: [before, after, missed, stepDue],
  contributions: [inDigest, onPerson, onGoal, onBlocker, onFeedback],
  samples,
});
