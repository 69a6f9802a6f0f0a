// Log 报数: amounts as people write them, put to the goal they are meant for. `readLine` (reading/read-line.ts) is the one reading of a line:
// its tokens, what each figure is, and an account in which every figure, person and day is stored, asked about or left out by name.
// `readMessage` beside it reads several lines; whoever meets a line without a verb asks these two what it would come to.
import { practiceOf } from "#src/bot/declare/practice";
import * as act from "../actions.ts";
import { askForProgress, saveProgressForm } from "../history/history.ts";
import { askForLog, saveLogForm } from "./ask-for-log.ts";
import { logOthersToo, logToChosen, startGoalAndLog, logReading } from "./assign-goals.ts";
import { claimsLog } from "./claims-log.ts";
import { logSaid, logTotal } from "./log-command.ts";
import { storeList } from "./log-list.ts";
import { leaveIt, offerLog } from "./offer-log.ts";
import { saidLine } from "./parse/said-line.ts";
import type { GoalStores } from "../context.ts";
import type { GoalMessages } from "../messages/en/index.ts";

const { part, command, press, submit } = practiceOf<GoalMessages, GoalStores>();

const logArguments = { said: saidLine() };

/** A line that is all of it whom it is for, and figures: with whom ahead. */
function ahead(line: string, form: RegExp, digits: RegExp): string | null {
  const [whole, name = "", figures = ""] = form.exec(line) ?? [];
  return whole === line && digits.test(figures) ? `@${name.trim()} ${figures}` : null;
}

/** 替@x报12万, 替x报电话20, 替@x 回款12万 become @x 12万: whom it is for stands ahead, as the directory knows them. */
const logFor = (line: string): string | null =>
  ahead(
    line,
    /^[替帮]\s*@?(.+?)\s*报数?(?![销告价名表警备废])\s*(\S.*)/u,
    /[\d一二两三四五六七八九十百千万]/,
  ) ?? ahead(line, /^[替帮]\s*@(.+?\s)(\S.*)/u, /\d/);

export const log = part({
  commands: [
    command({
      name: "goals.log",
      first: 1,
      words: { en: ["log", "add"], zh: ["报", "报数"] },
      offered: 1,
      help: (t) => t.helpLog(),
      opens: act.askLog({}),
      args: logArguments,
      rewrite: logFor,
      claims: claimsLog,
      offers: offerLog,
      handle: logSaid,
    }),
    command({
      name: "goals.total",
      words: { en: ["total", "log total"], zh: ["累计", "累计报"] },
      help: (t) => t.helpTotal(),
      opens: act.askLog({}),
      args: logArguments,
      handle: logTotal,
    }),
  ],
  actions: [
    press(act.storeList, "everyone", storeList),
    press(act.logTo, "everyone", logToChosen),
    press(act.logOthers, "everyone", logOthersToo),
    press(act.takeReading, "everyone", logReading),
    press(act.startAndLog, "everyone", startGoalAndLog),
    press(act.notMeant, "everyone", leaveIt),
    press(act.askLog, "everyone", askForLog),
    press(act.askProgress, "everyone", askForProgress),
  ],
  forms: [
    submit(act.saveProgress, "everyone", saveProgressForm),
    submit(act.saveLog, "everyone", saveLogForm),
  ],
});
