// Goals 目标: set them, agree on them, report progress, and see in time where they stand.
import { code, neededCode, person, rest, typedLine } from "#src/bot/declare/arguments";
import { findDate } from "#src/language/dates/dates";
import { practiceOf } from "#src/bot/declare/practice";
import * as act from "./actions.ts";
import { checkGoal } from "./define/smart-check.ts";
import { paced, type GoalContext, type GoalStores } from "./context.ts";
import { askForDispute, askWhyItStands, letItStand, openDispute } from "./history/dispute.ts";
import { askForGoal, newGoal } from "./define/create-goal.ts";
import { dueDate } from "./define/due-date.ts";
import {
  askForCorrection,
  askForProgress,
  correctEntry,
  dropEntryPressed,
  saveProgressForm,
  showHistory,
  undoBatchPressed,
  undoLast,
} from "./history/history.ts";
import {
  askForLog,
  answerProposal,
  askForAnswer,
  askToClose,
  closeGoalForm,
  confirmGoalPressed,
  confirmNumbered,
  dropGoalPressed,
  milestoneDone,
  myGoals,
  setConfidence,
  showGoal,
  startGoalPressed,
  teamGoals,
} from "./agree/decide.ts";
import { askToPassOn, leavers, leaversAtHome, passOn } from "./turnover/handover.ts";
import { severalLines } from "./log/parse-list.ts";
import { logList, storeListPressed } from "./log/log-list.ts";
import { agreePressed, declinePressed } from "./agree/change-request.ts";
import { logOthersPressed, logToChosen } from "./log/assign-goals.ts";
import { logProgress, logTotal, type LogInput } from "./log/log-command.ts";
import { en, type GoalMessages } from "./messages/en.ts";
import { zh } from "./messages/zh.ts";
import { nudges } from "./nudges.ts";
import {
  askForStatus,
  clearStatusPressed,
  saveStatusForm,
  statusSaid,
  withOverrides,
} from "./status/override.ts";
import { startsWithMetric } from "./log/parse-line.ts";
import { saveGoalForm } from "./define/edit-goal.ts";
import { samples } from "./samples.ts";
import { proposeSplit, showSplit } from "./split/split-goal.ts";
import {
  askForNextPeriod,
  closeEnded,
  periodTurn,
  saveNextPeriodForm,
} from "./turnover/period-turn.ts";
import { goalsCard } from "./goal-card.ts";

const logArguments = { typed: typedLine(), goal: code("G"), who: person(), line: rest() };

const ahead = ([, name = "", figures = ""]: RegExpExecArray): string =>
  `@${name.trim()} ${figures}`;

/** 替@x报12万, 替x报电话20, 替@x 回款12万 become @x 12万: whom it is for stands ahead, as the directory knows them. */
const logFor = (line: string): string | null => {
  const said = /^[替帮]\s*@?(.+?)\s*报数?(?![销告价名表警备废])\s*(\S.*)/u.exec(line);
  if (said?.[0] === line && /[\d一二两三四五六七八九十百千万]/.test(said[2]!)) return ahead(said);
  const marked = /^[替帮]\s*@(.+?\s)(\S.*)/u.exec(line);
  return marked?.[0] === line && /\d/.test(marked[2]!) ? ahead(marked) : null;
};

const { practice, command, press, submit } = practiceOf<GoalMessages, GoalStores>();

export const goals = practice({
  name: "goals",
  messages: { en, zh },
  stores: { audit: true, goals: true, people: true, setup: true },
  needs: ["setup"],
  commands: [
    command({
      name: "goals.log",
      words: { en: ["log", "add"], zh: ["报", "报数"] },
      offered: 1,
      help: (t) => t.helpLog(),
      args: { list: severalLines(), ...logArguments },
      rewrite: logFor,
      claims: claimsLog,
      handle: logSaid,
    }),
    command({
      name: "goals.total",
      words: { en: ["total", "log total"], zh: ["累计", "累计报"] },
      help: (t) => t.helpTotal(),
      args: logArguments,
      handle: logTotal,
    }),
    command({
      name: "goals.history",
      words: { en: ["history", "entries"], zh: ["明细", "我的记录"] },
      looks: true,
      help: (t) => t.helpHistory(),
      args: { who: person() },
      handle: showHistory,
    }),
    command({
      name: "goals.undo",
      words: { en: ["undo", "oops"], zh: ["撤销", "撤回", "撤消"] },
      help: (t) => t.helpUndo(),
      handle: undoLast,
    }),
    command({
      name: "goals.new",
      words: { en: ["goal new", "set goal"], zh: ["定目标", "新目标", "目标 新建"] },
      help: (t) => t.helpNew(),
      args: { who: person(), due: dueDate(), line: rest() },
      handle: newGoal,
    }),
    command({
      name: "goals.mine",
      words: { en: ["goals", "my goals"], zh: ["我的目标", "目标"] },
      looks: true,
      offered: 2,
      help: (t) => t.helpMine(),
      handle: myGoals,
    }),
    command({
      name: "goals.team",
      words: { en: ["team goals"], zh: ["团队目标", "团队进度"] },
      who: "manager",
      looks: true,
      help: (t) => t.helpTeam(),
      handle: teamGoals,
    }),
    command({
      name: "goals.one",
      words: { en: ["goal"], zh: ["看目标"] },
      looks: true,
      help: (t) => t.helpOne(),
      args: { goal: neededCode("G") },
      rewrite: (line) =>
        /^(?:目标\s*)?#?g\d{1,9}$/i.test(line) ? line.replace(/^目标\s*/, "") : null,
      handle: showGoal,
    }),
    command({
      name: "goals.confirm",
      words: { en: ["goal confirm", "confirm", "agree"], zh: ["确认目标", "认领"] },
      help: (t) => t.helpConfirm(),
      args: { goal: neededCode("G") },
      handle: confirmNumbered,
    }),
    command({
      name: "goals.check",
      words: { en: ["goal check", "smart"], zh: ["目标体检", "检查目标"] },
      looks: true,
      help: (t) => t.helpCheck(),
      args: { goal: neededCode("G") },
      handle: checkGoal,
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
      args: { goal: neededCode("G"), line: rest() },
      aloneInPlaces: true,
      handle: statusSaid,
    }),
    command({
      name: "goals.split",
      words: { en: ["goal split"], zh: ["拆目标", "分解目标"] },
      who: "manager",
      help: (t) => t.helpSplit(),
      args: { goal: neededCode("G"), rest: rest() },
      handle: showSplit,
    }),
  ],
  actions: [
    press(act.undoBatch, "everyone", undoBatchPressed),
    press(act.storeList, "everyone", storeListPressed),
    press(act.logTo, "everyone", logToChosen),
    press(act.logOthers, "everyone", logOthersPressed),
    press(act.askCorrection, "everyone", askForCorrection),
    press(act.askDispute, "everyone", askForDispute),
    press(act.askStands, "logger", askWhyItStands),
    press(act.dropEntry, "everyone", dropEntryPressed),
    press(act.askGoal, "everyone", askForGoal),
    press(act.startGoal, "everyone", startGoalPressed),
    press(act.confirmGoal, "everyone", confirmGoalPressed),
    press(act.agreeChange, "everyone", agreePressed),
    press(act.declineChange, "everyone", declinePressed),
    press(act.askAnswer, "everyone", askForAnswer),
    press(act.askLog, "everyone", askForLog),
    press(act.askProgress, "everyone", askForProgress),
    press(act.dropGoal, "everyone", dropGoalPressed),
    press(act.doneMilestone, "everyone", milestoneDone),
    press(act.saveSplit, "manager", proposeSplit),
    press(act.askNextPeriod, "everyone", askForNextPeriod),
    press(act.askStatus, "everyone", askForStatus),
    press(act.clearStatus, "everyone", clearStatusPressed),
    press(act.askClose, "everyone", askToClose),
    press(act.askPassOn, "everyone", askToPassOn),
  ],
  forms: [
    submit(act.saveCorrection, "everyone", correctEntry),
    submit(act.sendDispute, "everyone", openDispute),
    submit(act.sendStands, "logger", letItStand),
    submit(act.saveGoal, "everyone", saveGoalForm),
    submit(act.sendAnswer, "everyone", answerProposal),
    submit(act.saveProgress, "everyone", saveProgressForm),
    submit(act.saveNextPeriod, "everyone", saveNextPeriodForm),
    submit(act.saveStatus, "everyone", saveStatusForm),
    submit(act.closeGoal, "everyone", closeGoalForm),
    submit(act.savePassOn, "everyone", passOn),
  ],
  home: [
    { rank: 5, who: "everyone", say: periodTurn },
    { rank: 8, who: "everyone", say: leaversAtHome },
    { rank: 10, who: "everyone", say: homeGoals },
  ],
  upkeep: [closeEnded, leavers],
  nudges,
  samples,
});

function logSaid(
  { list, ...input }: LogInput & { readonly list: string | null },
  context: GoalContext,
) {
  return list === null ? logProgress(input, context) : logList(list, context);
}

async function claimsLog(line: string, context: GoalContext): Promise<boolean> {
  return (
    /[\d零一二两三四五六七八九十百千]/.test(line) &&
    startsWithMetric(withoutDate(line, context), await context.stores.setup.metrics())
  );
}

/** A day may stand in front: 11月5日 回款5万, 前天回款5万. */
function withoutDate(line: string, { today }: GoalContext): string {
  const found = findDate(line, { today, lean: "past" });
  return found?.start === 0 ? line.slice(found.end).replace(/^[\s,，:：]+/u, "") : line;
}

async function homeGoals(context: GoalContext) {
  const open = await context.stores.goals.openOf(context.person.id);
  const all = await Promise.all(open.map((goal) => paced(goal, context.person, context)));
  return [
    goalsCard(
      context.t.goalsTitle(),
      await withOverrides(all, context),
      false,
      context.t.noGoals(),
      context.t,
    ),
  ];
}
