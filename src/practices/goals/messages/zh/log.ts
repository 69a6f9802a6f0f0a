// 报数：一句话、表单，或粘贴一份名单。
import type { Formatter } from "#src/language/format";
import type { Unit } from "#src/language/units";
import { joinLines, line, said, typed, type Line } from "#src/view/line";
import type { WhyAsked, WhyLeftOut } from "../../log/reading/reading.ts";
import { sourceName } from "../../naming/source-name.ts";
import { titleFor, type WhyNotListed } from "../../model.ts";
import {
  joinedParts,
  signOf,
  type AskMessages,
  type LogMessages,
  type NotedMessages,
  type WayPart,
} from "../en/log.ts";
import { figureText } from "./goal.ts";

const listWhy: Record<WhyNotListed, string> = {
  unknown: "没找到这位同事",
  ambiguous: "有几位同名",
  "not-yours": "要由 TA 的主管或内勤来报",
  "no-amount": "没有数字",
  unclear: "有几种读法，请单独发一条",
  "no-goal": "没有对应的目标",
  "not-confirmed": "目标还没确认",
  "several-goals": "对得上几个目标，请写指标或 G7",
  "no-such-date": "没有这一天",
  "outside-period": "不在目标周期内",
  "in-future": "日期还没到",
  closed: "目标已结束",
  "not-measured": "看阶段完成情况",
  "no-room": "放不下了，请再发一次",
};

function countedIn(unit: Unit): string {
  switch (unit.kind) {
    case "money":
      return `这里按 ${unit.currency} 计，请不要写别的币种或单位。`;
    case "percent":
      return "这里按百分比计，请写 30 或 30%。";
    case "count":
      return "这里按个数计，请不要写币种或百分号。";
  }
}

export const log = (f: Formatter): LogMessages => ({
  logged: () => line`已记录`,
  added: (figure, on, today) => line`${f.day(on, today)}+${figureText(f, figure)}`,
  returned: (figure, on, today) => line`${f.day(on, today)}退回 ${figureText(f, figure)}`,
  set: (figure, on, today) => line`${f.day(on, today)}累计为 ${figureText(f, figure)}`,
  countsElsewhere: (source) =>
    line`已记下。这个目标的进度按${sourceName(source, "zh")}导入的数字算，你报的放在旁边核对。`,
  coveredByTotal: () => line`后来报过累计数，已包含这一笔，总数不变。`,
  loggedForYou: (by) =>
    line`${said(by)}替你报了这一笔。数字不对点「更正」；想让 TA 核对点「不对」。`,
  noAmount: () =>
    line`没找到能读准的数字。可以这样写：${typed("报12万")}、${typed("报3.5万")} 或 ${typed("电话20")}。`,
  tooManyFigures: (most) => line`一次最多记 ${String(most)} 个数字，请分几条发。`,
  tooManyDigits: () => line`这个数字位数太多，我存不准，请再看一下。`,
  tooManyAmounts: (most) => line`有几笔没对上目标，一次最多等 ${String(most)} 笔，请分两条发。`,
  whichDay: (text) =>
    line`“${said(text)}”看不准是哪一天，请写成 ${typed("11月5日")} 或 ${typed("2026-11-05")}。`,
  whichGoal: (figure) => line`${figureText(f, figure)} 记到哪个目标？`,
  othersWait: (count) => line`还没有记录，另外 ${String(count)} 笔会一起记。`,
  onlyOthers: (count) => line`只记另外 ${String(count)} 笔`,
  metricName: (metric) => metric.nameZh,
  noGoalFits: (figure, metric) =>
    line`${metric ? said(metric.nameZh) : "这"} ${figureText(f, figure)} 还没有能记的目标。先定一个，我顺手把这笔记上。`,
  goalClosed: (number) =>
    line`G${String(number)} 已经结束，不能再报数。发 ${typed("我的目标")} 看进行中的。`,
  outsidePeriod: (start, end) =>
    line`这个目标从 ${f.date(start)}到 ${f.date(end)}，请给这段时间里的日期。`,
  inFuture: () => line`这一天还没到，等发生了再报。`,
  notMeasured: () => line`这个目标看阶段完成情况：打开它，点「完成」。`,
  otherUnit: (number) => line`G${String(number)} 的单位不一样，请核对一下数字和单位。`,
  otherUnitField: (unit) => line`${countedIn(unit)}`,
  mayNotLogFor: (name) => line`只有${said(name)}的主管或团队内勤可以替报。`,
  ratioOfNothing: () => line`分母不能是 0，请写成 ${typed("3/10")} 这样。`,
  listTitle: (good, all) =>
    good === all
      ? line`${String(all)} 笔待记录`
      : line`${String(all)} 笔里有 ${String(good)} 笔可以记`,
  listGoal: () => line`目标`,
  listRemark: () => line`说明`,
  listDay: (on, today) => line`${f.day(on, today)}`,
  listTotal: (figure) => line`累计 ${figureText(f, figure)}`,
  listLeftOut: (count) => line`还有 ${String(count)} 行放不下，请记完这些再发一次。`,
  listNothing: () => line`没有能记的，改好再发一次吧。`,
  listNotYet: () => line`还没有记录，确认后才会记。`,
  listStore: (count) => line`记下可记的 ${String(count)} 笔`,
  listStored: (count) => line`已记录 ${String(count)} 笔`,
  listTold: () => line`替谁报的，都已经通知本人。`,
  listDone: (done) => line`${f.percent(done, 1)}`,
  listWhy: (why) => line`${listWhy[why]}`,
  helpLog: () => ({ does: line`报进展`, usage: "报<数字> [日期] [G7] [备注]", example: "报12万" }),
  helpTotal: () => ({ does: line`报累计数`, usage: "累计<数字> [G7]", example: "累计52万" }),
});

const askedAs: Record<WhyAsked, string> = {
  figure: "是哪个数字？",
  sign: "这笔是退回，还是新增？",
  several: "这句里有几个数字，要怎么记？",
  people: "这笔记给谁？",
  days: "哪个数字是哪一天的？",
  sum: "这是到目前的累计数，还是新增的？",
  plan: "这听起来还是计划，等发生了再报。现在就要记吗？",
  about: "这听起来是个大概的数，就按这个数记吗？",
  part: "这听起来只是其中一部分，要记这个数吗？",
  mixed: "这句有几种读法，是哪一种？",
};
const leftOutAs: Record<WhyLeftOut, string> = {
  plan: "还没发生",
  sum: "累计数",
  unknown: "没有这个指标",
  aside: "过程",
  unread: "读不准",
  table: "合计行",
};

const wayPart =
  (f: Formatter) =>
  ({ figure, total, metric, on, today, name, says }: WayPart): Line => {
    const whose = name === null && says.who ? "我自己" : name;
    const plus = says.sign && figure.value.gt("0") ? "+" : "";
    return line`${whose === null ? [] : [said(whose), " "]}${on === today && !says.day ? "" : `${f.day(on, today)} `}${metric ? [said(metric.nameZh), " "] : []}${total ? "累计 " : ""}${plus}${figureText(f, figure)}`;
  };

export const asking = (f: Formatter): AskMessages => ({
  asked: (about) => line`${askedAs[about]}`,
  saidWays: (parts) => joinedParts(parts, wayPart(f)),
  leftOut: (list) =>
    line`没有记：${joinLines(
      list.map((each) => line`“${said(each.text)}”（${leftOutAs[each.why]}）`),
      "、",
    )}`,
  addLeftOut: (label) => line`也记上 ${label}`,
  offerMend: () =>
    line`要改已经记的，发 ${typed("明细")}，每一笔都能更正或撤销；发 ${typed("撤销")} 收回最近一笔。`,
  likeGoal: () => line`听起来像个目标，要定下来吗？`,
  logAsToday: () => line`记成今天的进展`,
  sure: () => line`是这个意思吗？`,
  surprise: ({ goal, is, before, after }) =>
    is === "beyond"
      ? line`G${String(goal.number)} ${said(titleFor(goal, "zh"))} 会从 ${f.amount(before, goal.unit)} 到 ${f.amount(after, goal.unit)}，超过目标 ${f.amount(goal.target, goal.unit)} 的三倍。`
      : line`G${String(goal.number)} ${said(titleFor(goal, "zh"))} 现在是 ${f.amount(before, goal.unit)}，累计会变成 ${f.amount(after, goal.unit)}。`,
  sureLog: () => line`记上`,
  sureSet: () => line`改为这个累计数`,
  sureAdd: () => line`不，是新增`,
  startsWith: (goal, figure) =>
    goal.state === "draft"
      ? line`G${String(goal.number)} ${said(titleFor(goal, "zh"))} 还是草稿，就这么定并记上 ${figureText(f, figure)}？`
      : line`G${String(goal.number)} ${said(titleFor(goal, "zh"))} 还等你确认，确认并记上 ${figureText(f, figure)}？`,
  startAndLog: () => line`就这么定并记上`,
  confirmAndLog: () => line`确认并记上`,
  notConfirmed: (goal, name) =>
    goal.state === "draft"
      ? line`${said(name)}的 G${String(goal.number)} ${said(titleFor(goal, "zh"))} 还是草稿，先定下来再报。`
      : line`${said(name)}还没确认 G${String(goal.number)} ${said(titleFor(goal, "zh"))}，等确认后再报，或写明 ${typed(`G${String(goal.number)}`)}。`,
  closedSince: (number, end) => line`G${String(number)} 已于 ${f.date(end)}结束，补报已截止。`,
  wrongSum: (text, sum) => line`“${said(text)}”加起来是 ${figureText(f, sum)}，请核对一下。`,
  tangled: (figures) =>
    line`我读到了${joinLines(
      figures.map((each) => line`“${said(each)}”`),
      "、",
    )}，但看不准怎么对应。请一行写一笔，比如 ${typed("报12万 昨天")}；还没有记录。`,
});

export const noted = (f: Formatter): NotedMessages => ({
  more: () => line`详情`,
  loggedNotice: (goal, figure, sets, done) =>
    line`G${String(goal.number)} ${said(titleFor(goal, "zh"))} ${sets ? "累计 " : signOf(figure, false)}${figureText(f, figure)}，${f.percent(done)}`,
  notedFigures: () => line`日报里的数`,
  notedFigure: (goal, figure, total) =>
    line`G${String(goal.number)} ${said(titleFor(goal, "zh"))}：${total ? "累计 " : ""}${figureText(f, figure)}`,
  notedState: (state, counted) => {
    if (state === "counted") return line`已计入进度`;
    if (state === "gone") return line`计入过，日报里已经没有了`;
    return counted === null ? line`还没计入进度` : line`已计入 ${figureText(f, counted)}`;
  },
  notedHomeless: (parts) =>
    line`没有计入（对不上唯一的目标）：${joinLines(parts.map(wayPart(f)), "、")}`,
  countNoted: () => line`计入进度`,
  recountNoted: () => line`更新进度`,
  notedSince: () => line`计入的数后来变过，请发 ${typed("日报")} 保存一次，按最新的来。`,
  notedAlready: () => line`这些数已经计入了。`,
});
