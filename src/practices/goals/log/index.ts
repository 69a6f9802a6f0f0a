// Log 报数: amounts as people write them, put to the goal they are meant for.
import { findDate } from "#src/language/dates/dates";
import { practiceOf } from "#src/bot/declare/practice";
import * as act from "../actions.ts";
import { code, person, rest, typedLine } from "#src/bot/declare/arguments";
import { askForProgress, saveProgressForm } from "../history/history.ts";
import { askForLog } from "./ask-for-log.ts";
import { logOthersPressed, logToChosen } from "./assign-goals.ts";
import { logProgress, logTotal, type LogInput } from "./log-command.ts";
import { logList, storeListPressed } from "./log-list.ts";
import { startsWithMetric } from "./parse/parse-line.ts";
import { severalLines } from "./parse/parse-list.ts";
import type { GoalStores, GoalContext } from "../context.ts";
import type { GoalMessages } from "../messages/en/index.ts";

const { part, command, press, submit } = practiceOf<GoalMessages, GoalStores>();

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

export const log = part({
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
  ],
  actions: [
    press(act.storeList, "everyone", storeListPressed),
    press(act.logTo, "everyone", logToChosen),
    press(act.logOthers, "everyone", logOthersPressed),
    press(act.askLog, "everyone", askForLog),
    press(act.askProgress, "everyone", askForProgress),
  ],
  forms: [submit(act.saveProgress, "everyone", saveProgressForm)],
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
