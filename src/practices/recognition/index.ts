// Recognition 表扬: shout-outs where the team reads them, +1, wins, and points where an admin wants them.
import { rest } from "#src/bot/declare/arguments";
import { practiceOf } from "#src/bot/declare/practice";
import * as act from "./actions.ts";
import { cheerLine, cheerShout, cheerSaid, reacted } from "./praise/cheer.ts";
import type { RecognitionStores } from "./context.ts";
import { placeChosen, postShout, standingName, valueChosen } from "./praise/post-praise.ts";
import { takeBackLast, takeBackShout, takeBackWhenUndoing } from "./praise/take-back.ts";
import { en, type RecognitionMessages } from "./messages/en/index.ts";
import { zh } from "./messages/zh/index.ts";
import { errands, nudges } from "./nudges.ts";
import { lastPraise, praisedLastWeek } from "./for-manager.ts";
import { leavers } from "./forget-leaver.ts";
import { showPoints } from "./points/points.ts";
import {
  askForPraise,
  askForPraiseOf,
  praiseSaid,
  praiseSubmitted,
} from "./praise/praise-command.ts";
import { hangingPosts } from "./praise/hanging-posts.ts";
import { praiseLine, words } from "./praise/parse-praise.ts";
import { offerPraise, readPraised } from "./praise/thanks.ts";
import { samples } from "./samples.ts";
import {
  askForRules,
  askForValue,
  rulesSaved,
  showSetup,
  showValues,
  valueSaved,
} from "./values/setup.ts";
import { homeSection, showWall } from "./wins/wall.ts";
import { askForWin, shareWhenReached, winSaid, winShared } from "./wins/wins.ts";
import {
  askedAnswered,
  hidden,
  wishChosen,
  wishing,
  wishSaid,
  wishShown,
} from "./praise/praise-preference.ts";

const { practice, command, press, submit } = practiceOf<RecognitionMessages, RecognitionStores>();

export const recognition = practice({
  name: "recognition",
  group: "people",
  switched: {
    begins: "on",
    called: { en: ["Shout-outs", "praise", "recognition"], zh: ["表扬", "荣誉"] },
    isOff: (t) => t.isOff(),
  },
  messages: { en, zh },
  stores: { recognition: true, people: true, posts: true, goals: true, setup: true },
  needs: ["setup", "goals"],
  commands: [
    command({
      name: "recognition.praise",
      first: 1,
      words: { en: ["praise", "kudos"], zh: ["表扬", "点赞", "感谢"] },
      help: (t) => t.helpPraise(),
      opens: act.askPraise({ to: null, win: null }),
      args: { line: praiseLine() },
      rewrite: readPraised,
      offers: offerPraise,
      offersFirst: true,
      handle: praiseSaid,
    }),
    command({
      name: "recognition.cheer",
      words: { en: ["+1", "cheer"], zh: ["赞一个", "加一"] },
      help: (t) => t.helpCheer(),
      args: { line: cheerLine() },
      handle: cheerSaid,
    }),
    command({
      name: "recognition.win",
      words: { en: ["win", "share win"], zh: ["报喜", "喜报"] },
      help: (t) => t.helpWin(),
      opens: act.askWin({ goal: null, milestone: null, entry: null }),
      args: { words: words() },
      handle: winSaid,
    }),
    command({
      name: "recognition.take-back",
      words: { en: ["praise undo", "undo praise"], zh: ["撤回表扬", "收回表扬"] },
      help: (t) => t.helpTakeBack(),
      handle: takeBackLast,
    }),
    command({
      name: "recognition.wish",
      words: { en: ["praise me"], zh: ["表扬方式", "怎么表扬我"] },
      help: (t) => t.helpWish(),
      args: { rest: rest() },
      rewrite: wishing,
      handle: wishSaid,
    }),
    command({
      name: "recognition.wall",
      words: { en: ["wall", "shout-outs"], zh: ["荣誉墙", "表扬墙"] },
      help: (t) => t.helpWall(),
      handle: showWall,
    }),
    command({
      name: "recognition.points",
      words: { en: ["points", "budget"], zh: ["我的积分", "剩余积分"] },
      help: (t) => t.helpPoints(),
      handle: showPoints,
    }),
    command({
      name: "recognition.values",
      words: { en: ["values"], zh: ["价值观"] },
      help: (t) => t.helpValues(),
      handle: showValues,
    }),
    command({
      name: "recognition.setup",
      words: { en: ["praise setup"], zh: ["表扬设置"] },
      who: "admin",
      help: (t) => t.helpSetup(),
      handle: showSetup,
    }),
  ],
  actions: [
    press(act.askPraise, "everyone", askForPraise),
    press(act.askPraiseFor, "everyone", askForPraiseOf),
    press(act.chooseValue, "everyone", valueChosen),
    press(act.choosePlace, "everyone", placeChosen),
    press(act.postNow, "everyone", postShout),
    press(act.takeBack, "everyone", takeBackShout),
    press(act.cheer, "everyone", cheerShout),
    press(act.answerAsked, "everyone", askedAnswered),
    press(act.hideFromWall, "everyone", hidden),
    press(act.chooseWish, "everyone", wishChosen),
    press(act.showWish, "everyone", wishShown),
    press(act.showWall, "everyone", showWall),
    press(act.askWin, "everyone", askForWin),
    press(act.askValue, "admin", askForValue),
    press(act.askRules, "admin", askForRules),
  ],
  forms: [
    submit(act.sendPraise, "everyone", praiseSubmitted),
    submit(act.shareWin, "everyone", winShared),
    submit(act.saveValue, "admin", valueSaved),
    submit(act.saveRules, "admin", rulesSaved),
  ],
  home: [{ rank: 40, who: "everyone", say: homeSection }],
  upkeep: [leavers, hangingPosts],
  nudges,
  errands,
  reactions: [{ standing: standingName, handle: reacted }],
  contributions: [shareWhenReached, takeBackWhenUndoing, lastPraise, praisedLastWeek],
  samples,
});
