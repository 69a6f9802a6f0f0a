// 战报，和主管看的团队日报。
import type { Formatter } from "#src/language/format";
import { titleFor } from "#src/practices/goals/api";
import { line, said, typed } from "#src/view/line";
import type { UpdateMessages } from "../en/update.ts";

export const update = (f: Formatter): UpdateMessages => ({
  updateTitle: (team, on) => line`${said(team)}战报 · ${f.date(on)}`,
  updateMetric: (titled) => line`${said(titleFor(titled, "zh"))}`,
  updateSum: ({ value, unit }) => line`${value.gt("0") ? "+" : ""}${f.amount(value, unit)}`,
  updateTooFew: (team) => line`${said(team)}今天还没有可发的：同一项至少三人报了数才发。`,
  updateKept: (count) => line`另有 ${String(count)} 项报数不足三人，不发。`,
  updatePost: (places) => line`发到${said(f.list(places))}`,
  updateOff: (team) => line`${said(team)}还没开战报`,
  updateOffSays: () => line`在团队的周报设置里打开。只发至少三人的合计，不排名，不出现个人的数。`,
  updateSwitch: () => line`周报设置`,
  updateNoPlace: (team) =>
    line`${said(team)}还没有我能发消息的群，可以请管理员在 ${typed("初始设置")} 里选一个。`,
  updateWhoCan: (manager) =>
    manager === null
      ? line`战报由团队主管来发。`
      : line`战报由你们团队的主管${said(manager)}来发。`,
  updatePosted: () => line`今天的战报已经发过了，明天可以再发。`,
  updateDone: (places) => line`战报已发到${said(f.list(places))}`,
  updateLabel: () => line`团队战报`,
  fieldUpdate: () => line`在团队群里发战报`,
  fieldUpdateHint: () => line`只发至少三人的合计，不出现个人的数，一天一次`,
  fieldUpdateAt: () => line`几点自动发`,
  fieldUpdateAtHint: () => line`在你的工作日，按你的当地时间`,
  updateNever: () => line`不自动发，由我来发`,
  updateRow: (postsAt) => (postsAt === null ? line`战报由主管发` : line`战报 ${postsAt} 自动发`),
  helpUpdate: () => ({ does: line`把团队今天的合计发到群里`, usage: "战报", example: "战报" }),
  between: () => "，",
  onlyYou: () => line`仅你可见`,
  teamDailyTitle: (on) => line`团队日报 · ${f.date(on)}`,
  teamDailyWrote: (count) => line`已写 ${String(count)} 份`,
  teamDailyWho: () => line`姓名`,
  teamDailyNote: () => line`日报`,
  teamDailyFigures: () => line`当天报数`,
  teamDailyNone: () => line`–`,
  teamDailyGain: ({ goal, value }) =>
    line`${said(titleFor(goal, "zh"))} ${value.gt("0") ? "+" : ""}${f.amount(value, goal.unit)}`,
  teamDailyOpen: (names) => line`还没写：${said(f.list(names))}`,
  teamDailyWhole: () => line`发 ${typed("日报 @姓名")} 看全文。`,
  helpTeamDaily: () => ({
    does: line`看团队当天的日报、报数和卡点`,
    usage: "团队日报 [日期]",
    example: "团队日报",
  }),
});
