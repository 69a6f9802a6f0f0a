// 目标本身：名称、进展、还差多少。
import { monthOf, quarterOf, yearOf, type Quarter } from "#src/calendar/local-date";
import type { Period } from "#src/calendar/periods";
import type { Formatter } from "#src/language/format";
import { spaced } from "#src/view/spacing";
import { line, said, typed } from "#src/view/line";
import { sourceName } from "../../naming/source-name.ts";
import { titleFor, type Figure, type OwnPart } from "../../model.ts";
import type { Status } from "../../rules.ts";
import type { GoalCardMessages } from "../en/goal.ts";

export const statuses: Record<Status, string> = {
  "too-early": "刚开始",
  "on-track": "正常",
  "at-risk": "有风险",
  "off-track": "落后",
  reached: "已达成",
};

const forecastParts: Record<OwnPart, string> = {
  since: "按开始到现在的速度是",
  lately: "按最近 10 个工作日的速度是",
  season: "按以往同类周期的走势是",
};

export const figureText = (f: Formatter, { value, of, unit }: Figure): string =>
  of ? `${f.number(value)}/${f.number(of)}` : f.amount(value, unit);

const quarters: Readonly<Record<Quarter, string>> = { 1: "一", 2: "二", 3: "三", 4: "四" };

export function periodText(f: Formatter, { kind, start, end }: Period): string {
  const year = `${String(yearOf(start))}年`;
  if (kind === "year") return year;
  if (kind === "quarter") return spaced`${year}${quarters[quarterOf(start)]}季度`;
  return kind === "month" ? `${year}${String(monthOf(start))}月` : spaced`到${f.date(end)}`;
}

export const goal = (f: Formatter): GoalCardMessages => ({
  status: (status) => line`${statuses[status]}`,
  state: (state) =>
    line`${{ draft: "草稿", proposed: "待确认", active: "进行中", achieved: "已达成", missed: "未达成", dropped: "已取消" }[state]}`,
  titled: (number, goal) => line`G${String(number)} ${said(titleFor(goal, "zh"))}`,
  titledIn: (number, goal, period) =>
    line`G${String(number)} ${said(titleFor(goal, "zh"))}（${periodText(f, period)}）`,
  titledOf: (number, goal, name) =>
    line`G${String(number)} ${said(titleFor(goal, "zh"))} · ${said(name)}`,
  ownedBy: (name) => line`${said(name)}`,
  figure: (figure) => line`${figureText(f, figure)}`,
  note: (note) => line`“${said(note)}”`,
  asOf: (day) => line`数据截至 ${f.date(day)}`,
  countsFrom: (source) => line`进度按${sourceName(source, "zh")}导入的数字算。`,
  countsFromBeside: (source, reported, unit) =>
    line`进度按${sourceName(source, "zh")}导入的数字算；自己报的是 ${f.amount(reported, unit)}。`,
  forecast: (end) => line`照这样到${f.date(end)}`,
  forecastIs: ({ low, high }, unit) =>
    f.about(low, unit) === f.about(high, unit)
      ? line`约 ${f.about(low, unit)}`
      : line`${f.about(low, unit)} 到 ${f.about(high, unit)}`,
  forecastFrom: ({ parts }, unit) =>
    line`${parts.map(({ part, value }) => spaced`${forecastParts[part]} ${f.about(value, unit)}`).join("；")}。`,
  now: () => line`现在`,
  soFar: () => line`已完成`,
  soFarIs: (actual, target, unit, share) =>
    line`${f.amount(actual, unit)} / ${f.amount(target, unit)}${share === null ? "" : ` · 达成率 ${f.percent(share, 1)}`}`,
  soFarRatio: ({ num, den }, percent, target) =>
    line`${f.number(num)}/${f.number(den)} · ${f.amount(percent, { kind: "percent" })}，目标 ${f.amount(target, { kind: "percent" })}`,
  way: (actual, baseline, target, unit) =>
    line`现在 ${f.amount(actual, unit)}，从 ${f.amount(baseline, unit)} 到 ${f.amount(target, unit)}`,
  steps: (done, all) =>
    all === 0 ? line`还没有阶段目标` : line`${String(all)} 步完成 ${String(done)} 步`,
  timeGone: () => line`时间进度`,
  timeLeft: () => line`剩余时间`,
  timeLeftIs: (workdays) => line`${String(workdays)} 个工作日`,
  toGo: ({ each }) =>
    line`${{ workday: "每个工作日还需", week: "每周还需", whole: "到期前还需" }[each]}`,
  toGoIs: ({ amount }, unit) => line`${f.about(amount, unit)}`,
  limitLabel: () => line`界限`,
  limit: (target, unit) => line`保持在 ${f.amount(target, unit)} 以内`,
  floor: (target, unit) => line`保持在 ${f.amount(target, unit)} 以上`,
  limitUnknown: () => line`还没有报数`,
  limitStands: (actual, unit, share) =>
    line`${f.amount(actual, unit)} · 已过的工作日里达标 ${f.percent(share, 1)}`,
  nextMilestone: () => line`下个阶段目标`,
  milestoneIs: (title, target, unit, due) =>
    target
      ? line`${f.date(due)}前 ${f.amount(target, unit)}`
      : line`${f.date(due)}前 ${said(title)}`,
  barSays: (done, timeGone) =>
    line`达成率 ${f.percent(done, 1)} · 时间进度 ${f.percent(timeGone, 1)}`,
  quietFor: (days) => line`${String(days)} 天没有新进展`,
  openYear: (year) => line`${String(year)}年放假安排还没确认，剩余工作日和进度可能会变。`,
  due: () => line`截止`,
  dueIs: (due) => line`${f.dateLong(due)}`,
  dueBy: (due) => line`${f.date(due)}截止`,
  for: () => line`负责人`,
  reason: () => line`为什么`,
  reasonIs: (reason) => line`为什么：${said(reason)}`,
  log: () => line`报数`,
  edit: () => line`修改`,
  save: () => line`保存`,
  send: () => line`发送`,
  done: () => line`完成`,
  seenByManager: (manager) => (manager === null ? line`仅你可见` : line`你和${said(manager)}可见`),
  seenByOwner: (name) => line`你和${said(name)}可见`,
  noSuchGoal: (number) => line`没有你能看到的 G${String(number)}，发 ${typed("我的目标")} 看看。`,
  notYourGoal: (number) => line`G${String(number)} 是别人的目标，只有本人、主管或内勤可以改。`,
});
