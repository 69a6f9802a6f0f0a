// 写周报的表单。
import type { Formatter } from "#src/language/format";
import { titleFor } from "#src/practices/goals/api";
import { line, said, typed } from "#src/view/line";
import type { CheckinFormMessages } from "../en/form.ts";

export const form = (f: Formatter): CheckinFormMessages => ({
  formTitle: (week) => line`周报 · ${f.date(week)}那周`,
  betweenSentences: () => "",
  openYear: (year) => line`${String(year)}年放假安排还没确认，截止时间可能会变。`,
  formIntro: (due, day) =>
    line`三分钟就好。${f.date(day)}${f.time(due)} 前交，下一期开始前都能改。`,
  noSkipping: () => line`周报不能跳过，写一行就够。这天休息的话，发 ${typed("休假 今天")} 就免交。`,
  formIntroPlain: () => line`三分钟就好，下一期开始前都可以改。`,
  goalStands: (number, goal, done, timeGone) =>
    line`G${String(number)} ${said(titleFor(goal, "zh"))} · ${f.percent(done)} · 时间 ${f.percent(timeGone)}`,
  was: (text) => line`上次：${said(text)}`,
  choice: (choice) => line`${{ done: "完成了", carry: "接着做", drop: "不做了" }[choice]}`,
  newPriority: (nth, ahead) => line`${ahead ? "下周" : "本周"}要事 ${String(nth)}`,
  newHint: () => line`最要紧的事；接着做的也算在三件里`,
  commit: (number, goal, ahead) =>
    line`${ahead ? "下周" : "本周"}预计：G${String(number)} ${said(titleFor(goal, "zh"))}`,
  commitHint: (actual, target, unit) =>
    line`已完成 ${f.amount(actual, unit)} / ${f.amount(target, unit)}，预计再进多少？`,
  blockers: () => line`卡住的事`,
  blockersHint: (standsIn) =>
    line`一行一件。${standsIn === null ? "主管" : said(standsIn)}可以回复、接手，或约个时间聊`,
  wentWell: () => line`做得好的`,
  sees: (visible, manager) => {
    if (manager === null && visible !== "team") return line`仅你可见`;
    const names = manager === null ? line`你` : line`你和主管${said(manager)}`;
    return visible === "team" ? line`${names}、同团队的同事可见` : line`${names}可见`;
  },
  send: () => line`发出`,
  onePriority: () => line`至少写一件，或选一件接着做。`,
  threeAtMost: (carried) => line`最多三件，接着做的已有 ${String(carried)} 件。`,
  commitNegative: () => line`预计的数字不能是负数。`,
  commitCurrency: (currency) => line`这个目标的币种是 ${currency}。`,
  tooManyBlockers: (most) => line`一次最多 ${String(most)} 件，一行一件。`,
  nextHasBegun: () => line`新一周的周报已经开始了，这张表单是上一期的。`,
});
