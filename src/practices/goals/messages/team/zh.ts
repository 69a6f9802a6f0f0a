// 主管眼里的团队。
import type { Formatter } from "#src/language/format";
import { line, said, typed } from "#src/view/line";
import { titleFor, type Urgency } from "../../model.ts";
import type { ChartMessages, TeamMessages } from "./en.ts";
import { figureText, periodText } from "../zh/goal.ts";

/** 团队的图，以及图背后的数。 */
const charts = (f: Formatter): ChartMessages => ({
  theTeam: () => line`团队明细`,
  theTeamSays: () => line`最需要你的人排在前面`,
  columns: () => ({
    group: line`成员`,
    row: line`目标`,
    chip: line`状态`,
    bar: line`完成与时间进度`,
    trend: line`趋势`,
  }),
  standingsTitle: () => line`各人完成情况`,
  standingsAbout: (titled, period) =>
    line`${said(titleFor(titled, "zh"))} · ${periodText(f, period)} · 占各自目标的比例 · 按姓名排`,
  standingsTakeaway: (people, short) => {
    const all = String(people);
    if (short.length === 0) return line`${all} 个人都跟得上进度。`;
    if (short.length === people) return line`${all} 个人目前都没跟上进度。`;
    const well = String(people - short.length);
    return short.length <= 3
      ? line`${all} 人里有 ${well} 人跟得上进度，${said(f.list(short))}还差一些。`
      : line`${all} 人里有 ${well} 人跟得上进度。`;
  },
  tooEarlyToSay: () => line`刚开始，还看不出快慢。`,
  kindOf: (titled, period) =>
    line`${said(titleFor(titled, "zh"))}${period ? ` · ${periodText(f, period)}` : ""}`,
  sumName: (titled, unit, period) =>
    line`${said(titleFor(titled, "zh"))}${unit.kind === "money" ? ` ${unit.currency}` : ""}${period ? ` · ${periodText(f, period)}` : ""}`,
  ownTime: () => line`各自的时间进度`,
  percentDone: (share) => line`${f.percent(share)}`,
  ofTarget: (actual, target, unit) => line`${f.about(actual, unit)} / ${f.about(target, unit)}`,
  cellSays: (actual, target, unit, { done, timeGone }) =>
    line`${f.percent(done)} · ${f.about(actual, unit)} / ${f.about(target, unit)} · 时间 ${f.percent(timeGone)}`,
  wayTitle: () => line`和计划比`,
  wayAbout: (titled, unit, period, people) =>
    line`${said(titleFor(titled, "zh"))}${unit.kind === "money" ? ` ${unit.currency}` : ""} · ${periodText(f, period)} · ${String(people)} 人${people === 1 ? "" : "合计"}`,
  wayTakeaway: ({ ahead, unit, weeks }) => {
    if (ahead.eq("0")) return line`正好在计划上。`;
    const size = f.about(ahead.abs(), unit);
    const long = Math.abs(weeks) < 2 ? "" : String(Math.abs(weeks));
    if (ahead.lt("0"))
      return line`比计划少 ${size}${long && (weeks > 0 ? `，差距连续 ${long} 周在拉大` : `，差距连续 ${long} 周在缩小`)}。`;
    return line`比计划多 ${size}${long && (weeks > 0 ? `，领先连续 ${long} 周在扩大` : `，领先连续 ${long} 周在收窄`)}。`;
  },
  attained: () => line`实际`,
  plan: () => line`计划`,
  planToday: (due, unit) => line`今天计划 ${f.about(due, unit)}`,
  planEnd: (target, unit) => line`计划 ${f.about(target, unit)}`,
  about: ({ value, unit }) => line`${f.about(value, unit)}`,
  dayHead: () => line`日期`,
  dayIs: (day) => line`${f.dayOfMonth(day)}`,
});

const urgencies: Record<Urgency, string> = {
  waits: "在等你",
  "off-track": "落后",
  "at-risk": "有风险",
  quiet: "没有新进展",
  "no-goal": "没有目标",
};

export const team = (f: Formatter): TeamMessages => ({
  ...charts(f),
  fieldWhose: () => line`谁的目标`,
  whoseMine: () => line`我自己的`,
  whoseTeam: () => line`整个团队的`,
  teamGoalsForManagers: () => line`团队目标由带团队的人来定。`,
  notYourTeam: (name) => line`${said(name)}的团队目标由带这个团队的人来定。`,
  noSuchTeam: (name) =>
    line`没有叫“${said(name)}”的团队。给自己带的团队定，写 ${typed("给团队")} 就行。`,
  noTeamYet: () => line`你名下有人，但还没有团队。请管理员在${typed("初始设置")}里建一个。`,
  seenByTeam: () => line`团队里的人可见`,
  splitIt: () => line`拆给大家`,
  splitTyped: (number) => `拆目标 G${String(number)}`,
  teamGlance: () => line`我的团队`,
  teamGlanceSays: (needing, people) =>
    needing === 0
      ? line`${String(people)} 个人都不用你操心。`
      : line`${String(people)} 个人里有 ${String(needing)} 个需要你。`,
  teamGoalsTyped: () => "团队目标",
  allTeamGoals: () => line`看全部目标`,
  sumTitle: (titled, unit, period, people) =>
    line`${said(titleFor(titled, "zh"))}${unit.kind === "money" ? ` ${unit.currency}` : ""} · ${periodText(f, period)} · ${String(people)} 人`,
  moreSums: (count) => line`还有 ${String(count)} 类数字，看全部目标`,
  sumSays: (target, unit, done, timeGone) =>
    line`/ ${f.amount(target, unit)} · 达成率 ${f.percent(done, 1)} · 时间进度 ${f.percent(timeGone, 1)}`,
  thisWeek: (gain, unit) =>
    gain.eq("0")
      ? line`本周还没有新增`
      : line`本周 ${gain.lt("0") ? "" : "+"}${f.amount(gain, unit)}`,
  againstPace: (ahead, unit) => {
    if (ahead.eq("0")) return line`正好跟上进度`;
    return ahead.lt("0")
      ? line`比进度少 ${f.about(ahead.abs(), unit)}`
      : line`比进度多 ${f.about(ahead, unit)}`;
  },
  whoNeedsYou: () => line`先看谁`,
  whoNeedsYouSays: (needing, people) =>
    line`${String(people)} 人里的 ${String(needing)} 人，最急的在前`,
  nobodyNeedsYou: () => line`现在没有人在等你`,
  moreNeeds: (count) => line`还有 ${String(count)} 人，发 ${typed("团队目标")} 看全部`,
  urgency: (urgency) => line`${urgencies[urgency]}`,
  quiet: () => line`没有新进展`,
  hasNoGoal: () => line`还没有目标`,
  proposeOne: () => line`提一个目标`,
  proposeTyped: (name) => `定目标 给@${name}`,
  personTyped: (name) => `目标 @${name}`,
  asksToChange: (number) => line`想改 G${String(number)}`,
  disputesEntry: (figure, number) => line`说 G${String(number)} 里的 ${figureText(f, figure)} 不对`,
  waitsForYou: () => line`等你处理`,
  decide: () => line`去处理`,
  sharedGoals: () => line`团队共同目标`,
  filteredBy: (what) => line`只看：${what}`,
  noneLikeThat: (what) => line`团队里没有这样的目标：${what}。`,
  filterUnknown: (words) =>
    line`团队里没有叫“${said(words)}”的目标。可以发 ${typed("团队目标 有风险")}、${typed("团队目标 落后")}、${typed("团队目标 没动静")}，也可以加指标名：${typed("团队目标 回款")}。`,
});
