// Check-ins 周报: once a week the top three, what is in the way and what to expect; the manager reads one summary and answers.
import { date, ownWords } from "#src/bot/declare/arguments";
import { practiceOf } from "#src/bot/declare/practice";
import * as act from "./actions.ts";
import { askedAnew } from "./blockers/ask-anew.ts";
import {
  answerBlocker,
  askForAnswer,
  askForTalk,
  nameTalk,
  raiseBlocker,
  solveBlocker,
  takeBlocker,
} from "./blockers/blockers.ts";
import type { CheckinStores } from "./context.ts";
import { askForDaily, chooseDailyNote, dailySaid, noteOf, saveDailyForm } from "./daily/daily.ts";
import { teamDailySaid } from "./daily/team-daily.ts";
import { postByPress, updateErrand, updateSaid } from "./update/update.ts";
import { noted } from "#src/practices/goals/api";
import { atHand } from "#src/practices/help/api";
import { en, type CheckinMessages } from "./messages/en/index.ts";
import { zh } from "./messages/zh/index.ts";
import { openOnMonday, inTable, lately, stuck } from "./for-manager.ts";
import { nudges } from "./nudges.ts";
import {
  checkinSaid,
  checkinAtHand,
  homePriorities,
  prioritiesSaid,
  openCheckin,
  showTeam,
  tickPriority,
} from "./weekly/read-checkin.ts";
import { askForRhythm, saveRhythmForm, showRhythms } from "./weekly/cadence.ts";
import { samples } from "./samples.ts";
import { chase, chaseSaid } from "./weekly/chase.ts";
import { askedWhoMisses, askedWhoOwesNote, asksToChase } from "./weekly/parse-question.ts";
import { typedLine } from "./weekly/parse-input.ts";
import { askForCheckin, saveCheckinForm } from "./weekly/write-checkin.ts";

/** Said alone only: `today calls 20` is a log. */
const dailyAlone = (line: string): string | null => (/^(?:today|今日)$/i.test(line) ? "" : null);

const { practice, command, press, submit, contributes } = practiceOf<
  CheckinMessages,
  CheckinStores
>();

export const checkins = practice({
  name: "checkins",
  group: "week",
  switched: {
    begins: "on",
    called: { en: ["Check-ins", "checkin", "check-in"], zh: ["周报"] },
    isOff: (t) => t.isOff(),
  },
  messages: { en, zh },
  stores: { checkins: true, goals: true, people: true, plans: true, nudges: true },
  needs: ["help", "goals"],
  commands: [
    command({
      name: "checkins.write",
      first: 1,
      words: { en: ["checkin", "check-in", "check in", "weekly"], zh: ["周报", "写周报"] },
      help: (t) => t.helpCheckin(),
      opens: act.askCheckin({}),
      args: { line: typedLine() },
      aloneInPlaces: true,
      handle: checkinSaid,
    }),
    command({
      name: "checkins.team",
      first: 2,
      words: { en: ["team checkins", "team check-ins"], zh: ["团队周报"] },
      who: "manager",
      help: (t) => t.helpTeam(),
      rewrite: askedWhoMisses,
      handle: showTeam,
    }),
    command({
      name: "checkins.chase",
      words: { en: ["chase check-ins", "chase checkins"], zh: ["催周报", "催交周报"] },
      who: "manager",
      help: (t) => t.helpChase(),
      aloneInPlaces: true,
      rewrite: asksToChase,
      handle: chaseSaid,
    }),
    command({
      name: "checkins.priorities",
      words: { en: ["priorities", "top 3", "top three"], zh: ["本周三件事", "三件事"] },
      help: (t) => t.helpPriorities(),
      opens: act.askCheckin({}),
      args: { line: typedLine() },
      aloneInPlaces: true,
      handle: prioritiesSaid,
    }),
    command({
      name: "checkins.blocked",
      first: 2,
      words: { en: ["blocked", "stuck"], zh: ["卡住了", "求助"] },
      help: (t) => t.helpBlocked(),
      args: { line: ownWords() },
      handle: raiseBlocker,
    }),
    command({
      name: "checkins.daily",
      words: { en: ["daily"], zh: ["日报"] },
      help: (t) => t.helpDaily(),
      opens: act.askDaily({}),
      args: { line: typedLine() },
      aloneInPlaces: true,
      rewrite: dailyAlone,
      handle: dailySaid,
    }),
    command({
      name: "checkins.team-daily",
      words: { en: ["team daily", "team daily notes"], zh: ["团队日报"] },
      who: "manager",
      help: (t) => t.helpTeamDaily(),
      args: { on: date("past") },
      rewrite: askedWhoOwesNote,
      handle: teamDailySaid,
    }),
    command({
      name: "checkins.update",
      words: { en: ["team update", "post team update"], zh: ["战报", "发战报"] },
      help: (t) => t.helpUpdate(),
      aloneInPlaces: true,
      handle: updateSaid,
    }),
    command({
      name: "checkins.rhythm",
      words: { en: ["checkin settings", "check-in settings"], zh: ["周报设置"] },
      who: "manager",
      help: (t) => t.helpRhythm(),
      handle: showRhythms,
    }),
  ],
  actions: [
    press(act.askCheckin, "everyone", (_payload, context) => askForCheckin(context)),
    press(act.showTeamPage, "manager", showTeam),
    press(act.askChase, "manager", chaseSaid),
    press(act.chaseNow, "manager", chase),
    press(act.readCheckin, "everyone", openCheckin),
    press(act.tickPriority, "everyone", tickPriority),
    press(act.askAnswer, "everyone", askForAnswer),
    press(act.takeBlocker, "everyone", takeBlocker),
    press(act.askTalk, "everyone", askForTalk),
    press(act.solveBlocker, "everyone", solveBlocker),
    press(act.askRhythm, "everyone", askForRhythm),
    press(act.postUpdate, "everyone", postByPress),
    press(act.askDaily, "everyone", (_payload, context) => askForDaily(context)),
    press(act.chooseDaily, "everyone", chooseDailyNote),
  ],
  forms: [
    submit(act.saveCheckin, "everyone", saveCheckinForm),
    submit(act.sendAnswer, "everyone", answerBlocker),
    submit(act.sendTalk, "everyone", nameTalk),
    submit(act.saveRhythm, "everyone", saveRhythmForm),
    submit(act.saveDaily, "everyone", saveDailyForm),
  ],
  home: [{ rank: 8, who: "everyone", say: homePriorities }],
  upkeep: [askedAnew],
  nudges,
  errands: [updateErrand],
  contributions: [
    openOnMonday,
    stuck,
    inTable,
    lately,
    contributes(atHand, (_what, context) => checkinAtHand(context)),
    contributes(noted, noteOf),
  ],
  samples,
});
