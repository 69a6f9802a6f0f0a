// 目标按哪个数算，以及背后的每一笔。
import type { Formatter } from "#src/language/format";
import { sourceName, titleFor } from "#src/practices/goals/api";
import { line, said, typed, type Line } from "#src/view/line";
import type { CountingMessages } from "./en.ts";

const figures = (source: string | null): Line =>
  source === null ? line`自己报的数` : line`${sourceName(source, "zh")}导入的数`;

export const counting = (f: Formatter): CountingMessages => ({
  goalOf: (goal, owner) =>
    owner === null
      ? line`G${String(goal.number)} ${said(titleFor(goal, "zh"))}`
      : line`G${String(goal.number)} ${said(titleFor(goal, "zh"))} · ${said(owner)}`,
  paceCounts: (source) => line`进度按${figures(source)}算`,
  countsSince: (since, by) => line`${f.date(since)}起，${said(by)}设的`,
  countIt: (source) => line`改按${figures(source)}算`,
  askToCount: (manager, source) => line`请${said(manager)}改按${figures(source)}算`,
  countsNow: (source) => line`从现在起，进度按${figures(source)}算`,
  countsNowBy: (by, source) => line`${said(by)}改了口径：从现在起，进度按${figures(source)}算`,
  countsAlready: (source) => line`现在就是按${figures(source)}算的。`,
  notCountable: (number) => line`G${String(number)} 不是按数字累计的目标，只能按自己报的算。`,
  nothingFrom: (source, number) =>
    line`${sourceName(source, "zh")}里没有能算进 G${String(number)} 的数字：指标、币种和日期都要对得上。`,
  whichSource: (number) =>
    line`按哪个数算？发 ${typed(`口径 G${number} 文件`)} 或 ${typed(`口径 G${number} 自报`)}。`,
  noSuchGoal: (number) => line`没有你能看到的 G${String(number)}。发 ${typed("目标")} 看看你的。`,
  otherBeside: () => line`另一个数还在旁边，发 ${typed("业绩")} 可以核对。`,
  alsoOthers: (count, goal) =>
    line`其他 ${String(count)} 个${said(titleFor(goal, "zh"))}目标也这样算`,
  noOthers: () => line`这个指标没有其他目标要改了。`,
  countedForAll: (source, names) =>
    line`${said(f.list(names))}：从现在起，进度按${figures(source)}算。已经告诉他们了。`,
  goBack: () => line`改回去`,
  asksToCount: (name, source) => line`${said(name)}想改按${figures(source)}算进度`,
  countingAsked: (manager) => line`已经问${said(manager)}了，有答复会告诉你。`,
  notNow: () => line`先不改`,
  countingDeclined: (name) => line`先不改，已经告诉${said(name)}了。`,
  notCountedNow: (by, number, source) =>
    line`${said(by)}说先不改，G${String(number)} 暂时不按${figures(source)}算。`,
  rowsButton: () => line`逐笔核对`,
  rowsTitle: () => line`自己报的和导入的`,
  rowsSum: (rows, value, unit) => line`${String(rows)} 笔，${f.amount(value, unit)}`,
  onlyReported: () => line`只在自己报的里`,
  onlyImported: () => line`只在导入的里`,
  inBoth: () => line`两边都有`,
  saidAsTotal: () => line`报的是累计或比率`,
  noRows: () => line`还没有报过，也没有导入过。`,
  entryRow: (value, unit, on) => line`${f.amount(value, unit)} · ${f.date(on)}`,
  factRow: (number, value, unit, on) =>
    line`F${String(number)} · ${f.amount(value, unit)} · ${f.date(on)}`,
  fromSource: (source) => line`${sourceName(source, "zh")}导入`,
  newestShown: (most) => line`每类只列最近 ${String(most)} 笔。`,
  helpSource: () => ({
    does: line`选进度按哪个数算`,
    usage: "口径 G7 [文件|自报]",
    example: "口径 G7",
  }),
  differenceTo: (source) => line`与${sourceName(source, "zh")}相差`,
  oldNumber: (source, on) =>
    line`${sourceName(source, "zh")}超过一天没有更新，数字截至 ${f.date(on)}。`,
});
