// 目标这一项的中文。
import { monthOf, yearOf } from "#src/calendar/local-date";
import type { Period } from "#src/calendar/periods";
import type { Formatter } from "#src/language/format";
import { line, said, typed } from "#src/view/line";
import { titleFor, type Figure, type WhyNotListed } from "../model.ts";
import type { SmartAdvice, Status } from "../rules.ts";
import type { GoalMessages } from "./en.ts";
import { status } from "./zh-status.ts";
import { leaving } from "./zh-leaving.ts";
import { meanwhile } from "./zh-meanwhile.ts";
import { define } from "./zh-define.ts";
import { unasked } from "./zh-unasked.ts";

const smart: Record<SmartAdvice, string> = {
  vague: "S：写清楚具体指标或成果。“提高销售”没法验收，“回款100万”可以。",
  "no-target": "M：加一个要达到的数。",
  stretched: "A：比前几期高出一半以上，是有意这么定的吗？",
  easy: "A：比前几期还低，是有意这么定的吗？",
  "no-reason": "R：补一句为什么重要，或挂到团队目标下。",
  past: "T：截止日期已经过了，换一个往后的。",
  "too-soon": "T：至少留一个工作日。",
  "too-far": "T：超过18个月了，先定近一点的一步。",
  "needs-milestone": "T：跨度超过一个月，中间加个阶段目标。",
};
const listWhy: Record<WhyNotListed, string> = {
  unknown: "没找到这位同事",
  ambiguous: "有几位同名",
  "not-yours": "要由 TA 的主管或内勤来报",
  "no-amount": "没有数",
  "no-goal": "没有对应的目标",
  "several-goals": "对得上几个目标，请写指标或 G7",
  "no-such-date": "没有这一天",
  "outside-period": "不在目标周期内",
  "in-future": "日期还没到",
  closed: "目标已结束",
  "not-measured": "看阶段完成情况",
  "no-room": "放不下了，请再发一次",
};
const statuses: Record<Status, string> = {
  "too-early": "刚开始",
  "on-track": "正常",
  "at-risk": "有风险",
  "off-track": "落后",
  reached: "已达成",
};

const figureText = (f: Formatter, { value, of, unit }: Figure): string =>
  of ? `${f.number(value)}/${f.number(of)}` : f.amount(value, unit);

function periodText(f: Formatter, { kind, start, end }: Period): string {
  const year = `${String(yearOf(start))}年`;
  if (kind === "year") return year;
  if (kind === "quarter")
    return `${year}${["一", "二", "三", "四"][Math.ceil(monthOf(start) / 3) - 1]!}季度`;
  return kind === "month" ? `${year}${String(monthOf(start))}月` : `到${f.date(end)}`;
}

export const zh = (f: Formatter): GoalMessages => ({
  status: (status) => line`${statuses[status]}`,
  state: (state) =>
    line`${{ draft: "草稿", proposed: "待确认", active: "进行中", achieved: "已达成", missed: "未达成", dropped: "已取消" }[state]}`,
  titled: (number, goal) => line`G${String(number)} ${said(titleFor(goal, "zh"))}`,
  ownedBy: (name) => line`${said(name)}`,
  figure: (figure) => line`${figureText(f, figure)}`,
  added: (figure, on, today) => line`${f.day(on, today)} +${figureText(f, figure)}`,
  returned: (figure, on, today) => line`${f.day(on, today)}退回 ${figureText(f, figure)}`,
  set: (figure, on, today) => line`${f.day(on, today)}累计为 ${figureText(f, figure)}`,
  soFarRatio: ({ num, den }, percent, target) =>
    line`${f.number(num)}/${f.number(den)} · ${f.amount(percent, { kind: "percent" })}，目标 ${f.amount(target, { kind: "percent" })}`,
  ratioHint: () => line`报数量，如 3/10；或直接报 30%`,
  ratioSides: (num, den) => line`${said(num)}/${said(den)}，如 3/10；或直接报 30%`,
  ratioOfNothing: () => line`分母不能是 0，请写成 ${typed("3/10")} 这样。`,
  note: (note) => line`“${said(note)}”`,
  soFar: () => line`已完成`,
  soFarIs: (actual, target, unit, share) =>
    line`${f.amount(actual, unit)} / ${f.amount(target, unit)}${share === null ? "" : ` · 达成率 ${f.percent(share, 1)}`}`,
  steps: (done, all) => line`${String(all)} 步完成 ${String(done)} 步`,
  timeGone: () => line`时间进度`,
  timeLeft: () => line`剩余时间`,
  timeLeftIs: (workdays) => line`${String(workdays)} 个工作日`,
  toGo: () => line`每个工作日还需`,
  toGoIs: (need, unit) => line`${f.about(need, unit)}`,
  now: () => line`现在`,
  limitLabel: () => line`界限`,
  floor: (target, unit) => line`保持在 ${f.amount(target, unit)} 以上`,
  limitUnknown: () => line`还没有报数`,
  limitStands: (actual, unit, share) =>
    line`${f.amount(actual, unit)} · 已过的工作日里达标 ${f.percent(share, 1)}`,
  withdraw: () => line`撤回`,
  withdrawSure: () => line`确定撤回这个提议？对方会收到通知。`,
  limit: (target, unit) => line`保持在 ${f.amount(target, unit)} 以内`,
  nextMilestone: () => line`下个阶段目标`,
  milestoneIs: (title, target, unit, due) =>
    target
      ? line`${f.date(due)}前 ${f.amount(target, unit)}`
      : line`${f.date(due)}前 ${said(title)}`,
  barSays: (done, timeGone) =>
    line`达成率 ${f.percent(done, 1)} · 时间进度 ${f.percent(timeGone, 1)}`,
  confidence: (mine) => line`${mine ? "你的信心" : "本人的信心"}`,
  confidenceIs: (level) => line`${String(level)} / 10`,
  stale: () => line`两周没有更新了。`,
  dueBy: (due) => line`${f.date(due)}截止`,
  logged: () => line`已记录`,
  undo: () => line`撤销`,
  correct: () => line`更正`,
  log: () => line`报数`,
  save: () => line`保存`,
  start: () => line`就这么定`,
  propose: (name) => line`发给${said(name)}确认`,
  edit: () => line`修改`,
  confirm: () => line`确认`,
  answer: () => line`回复`,
  drop: () => line`取消目标`,
  dropSure: () => line`确定取消这个目标？历史记录会保留。`,
  done: () => line`完成`,
  newGoal: () => line`定目标`,
  undone: (count) => line`已撤销 ${String(count)} 笔`,
  undoneOne: ({ goalNumber, goalTitle, ...figure }, on) =>
    line`已撤销：G${String(goalNumber)} ${said(goalTitle)} ${figureText(f, figure)}（${f.date(on)}）`,
  undoneStays: () => line`撤销也留有记录，什么都没丢。`,
  nothingToUndo: () => line`24 小时内没有可以撤销的记录。发 ${typed("明细")} 看全部。`,
  undoTooLate: () => line`已经超过 24 小时了，可以在 ${typed("明细")} 里更正。`,
  corrected: (from, to) => line`已更正：${figureText(f, from)} → ${figureText(f, to)}。`,
  entryGone: () => line`这一笔已经更正或撤销过了，发 ${typed("明细")} 看现在有效的。`,
  historyTitle: () => line`我的明细`,
  historyOf: (name) => line`${said(name)}的明细`,
  historyEmpty: () => line`还没有记录，发 ${typed("报12万")} 试试。`,
  entryIs: (number, figure, sets) =>
    line`${sets ? "累计 " : ""}${figureText(f, figure)} · G${String(number)}`,
  entryOn: (on, title, note) =>
    note === ""
      ? line`${f.date(on)} · ${said(title)}`
      : line`${f.date(on)} · ${said(title)} · “${said(note)}”`,
  noAmount: () =>
    line`没找到能读准的数。可以这样写：${typed("报12万")}、${typed("报3.5万")} 或 ${typed("电话20")}。`,
  tooManyFigures: (most) => line`一次最多记 ${String(most)} 个数，请分几条发。`,
  tooManyDigits: () => line`这个数位数太多，我存不准，请再看一下。`,
  whichGoal: (figure) => line`${figureText(f, figure)} 报到哪个目标？`,
  othersWait: (count) => line`还没有记录，另外 ${String(count)} 笔会一起记。`,
  onlyOthers: (count) => line`只记另外 ${String(count)} 笔`,
  metricName: (metric) => metric.nameZh,
  noGoalFits: (figure, metric) =>
    line`还没有适合${metric ? [said(metric.nameZh)] : []} ${figureText(f, figure)} 的目标。定一个，我把这笔一起记上。`,
  targetPositive: () => line`目标要比起点更进一步，请写一个更高的数，比如 ${typed("120万")}。`,
  titleMissing: () => line`要定什么目标？还缺指标或成果。`,
  formFor: (name) => line`提给${said(name)}，由 TA 确认`,
  fieldParent: () => line`属于哪个目标`,
  noParent: () => line`不属于上级目标`,
  titledOf: (number, goal, name) =>
    line`G${String(number)} ${said(titleFor(goal, "zh"))} · ${said(name)}`,
  fieldWhyChanged: () => line`为什么调整`,
  fieldWhyChangedHint: () => line`改数字或日期时要写；原来的会留着`,
  whyNeeded: () => line`数字或日期变了，请写一句为什么。`,
  changeTitle: (by) => line`${said(by)}想调整一个目标`,
  changeFrom: () => line`原来`,
  changeTo: () => line`想改为`,
  aimIs: (target, unit, due) => line`${f.date(due)}前 ${f.amount(target, unit)}`,
  changeAgree: () => line`同意`,
  changeDecline: () => line`维持原样`,
  changeOpen: (target, unit, due) => line`等对方确认：${f.date(due)}前 ${f.amount(target, unit)}`,
  changeWas: (target, unit, due, on, reason) =>
    line`${f.dateTime(on)} 之前的目标：${f.date(due)}前 ${f.amount(target, unit)}，调整原因“${said(reason)}”`,
  changeOwn: () => line`这是你自己提的调整，等对方决定。`,
  changeAnswered: (by, state) =>
    state === "agreed" ? line`${said(by)}同意了这次调整` : line`${said(by)}希望目标维持原样`,
  answerInstead: () => line`这个目标是提给你的：可以确认，也可以回复想怎么调整。`,
  tooManyAmounts: (most) =>
    line`有的数还找不到目标，最多 ${String(most)} 笔可以一起等。请分两条发。`,
  whichDay: (text) =>
    line`“${said(text)}”看不准是哪一天，请写成 ${typed("11月5日")} 或 ${typed("2026-11-05")}。`,
  coveredByTotal: () => line`后面的日子报过累计数，已经包含这一笔，所以总数不变。`,
  otherUnitField: (unit) =>
    line`${unit.kind === "money" ? `这里按 ${unit.currency} 计，请不要写别的币种或单位。` : unit.kind === "percent" ? "这里按百分比计，请写 30 或 30%。" : "这里按个数计，请不要写币种或百分号。"}`,
  titledIn: (number, goal, period) =>
    line`G${String(number)} ${said(titleFor(goal, "zh"))}（${periodText(f, period)}）`,
  noSuchGoal: (number) => line`没有你能看到的 G${String(number)}，发 ${typed("我的目标")} 看看。`,
  goalClosed: (number) =>
    line`G${String(number)} 已经结束，不能再报数。发 ${typed("我的目标")} 看进行中的。`,
  notYourGoal: (number) => line`G${String(number)} 是别人的目标，只有本人、主管或内勤可以改。`,
  outsidePeriod: (start, end) =>
    line`这个目标从 ${f.date(start)} 到 ${f.date(end)}，请给这段时间里的日期。`,
  inFuture: () => line`这一天还没到，等发生了再报。`,
  notMeasured: () => line`这个目标看阶段完成情况：打开它，点“完成”。`,
  otherUnit: (number) => line`G${String(number)} 的单位不一样，请核对一下数和单位。`,
  mayNotSeeEntries: (name) => line`${said(name)}的明细只有主管和团队内勤能看。`,
  mayNotSetFor: (name) => line`只有${said(name)}的主管可以给 TA 提目标。`,
  notYourReport: (name) => line`${said(name)}不向你汇报，没法分给 TA。`,
  mayNotLogFor: (name) => line`只有${said(name)}的主管或团队内勤可以替报。`,
  loggedForYou: (by) => line`${said(by)}替你报了这一笔。不对的话点“更正”，拿不准就点“不对”。`,
  notRight: () => line`不对`,
  takeBack: () => line`撤回这笔`,
  disputeForm: () => line`这笔不对`,
  disputeField: () => line`哪里不对？`,
  disputeHint: () => line`有结论之前照样计入`,
  disputeSent: (name) => line`已经告诉${said(name)}，有结论之前照样计入。`,
  disputeOpen: () => line`你已经提过了，还在等回复。`,
  disputeDecided: () => line`这笔已经有结论了，发 ${typed("明细")} 看现在有效的。`,
  disputeOwn: () => line`这笔是你自己报的，可以在 ${typed("明细")} 里更正。`,
  disputed: () => line`有异议`,
  disputedTitle: (name) => line`${said(name)}说有一笔不对`,
  stands: () => line`没问题`,
  standsReason: () => line`为什么没问题？`,
  standsTitle: (by) => line`${said(by)}核对过了，这笔没问题`,
  standsSent: (name) => line`已经告诉${said(name)}。`,
  takenBackBy: (by) => line`${said(by)}撤回了一笔`,
  seenByManager: () => line`你和主管可见`,
  seenByOwner: (name) => line`你和${said(name)}可见`,
  goalsTitle: () => line`我的目标`,
  teamTitle: () => line`团队目标`,
  noGoals: () => line`还没有进行中的目标，发 ${typed("定目标 回款 100万 12月31日前")} 试试。`,
  noTeamGoals: () =>
    line`团队里还没有进行中的目标，发 ${typed("定目标 回款 100万 12月31日前 给@姓名")} 可以提一个。`,
  rowSays: (actual, target, unit, done, timeGone) =>
    line`${f.amount(actual, unit)} / ${f.amount(target, unit)} · 达成率 ${f.percent(done, 1)} · 时间进度 ${f.percent(timeGone, 1)}`,
  draftTarget: () => line`目标`,
  draftTargetIs: (target, unit) => line`${f.amount(target, unit)}`,
  due: () => line`截止`,
  dueIs: (due) => line`${f.dateLong(due)}`,
  for: () => line`负责人`,
  reason: () => line`为什么`,
  reasonIs: (reason) => line`为什么：${said(reason)}`,
  smartGood: () => line`具体、可量、有期限，可以开跑。`,
  smartIntro: () => line`补上这些会更清楚：`,
  smart: (advice) => line`${smart[advice]}`,
  noHistory: () => line`A：可比的往期还不到两个，目标高不高暂时没法比。`,
  started: () => line`目标开跑。有进展就发 ${typed("报")} 加数字。`,
  proposedTo: (name) => line`已发给${said(name)}，确认后告诉你。`,
  proposalTitle: (by) => line`${said(by)}给你提了一个目标`,
  confirmedTitle: (name) => line`${said(name)}确认了目标`,
  answeredTitle: (name) => line`${said(name)}回复了你提的目标`,
  answerSent: () => line`已发送。`,
  answerForm: () => line`回复这个目标`,
  answerField: () => line`你想怎么调整？`,
  send: () => line`发送`,
  dropped: () => line`已取消，历史记录保留。`,
  formNew: () => line`定目标`,
  formEdit: (number) => line`修改 G${String(number)}`,
  fieldTitle: () => line`目标`,
  fieldTitleHint: () => line`写指标或成果：回款、20 场演示`,
  fieldTarget: () => line`要达到多少`,
  fieldTargetHint: () => line`100万、120k 或 30%`,
  fieldDue: () => line`截止日期`,
  fieldDueHint: () => line`12月31日、季度末、月底`,
  fieldReason: () => line`为什么重要`,
  fieldMilestones: () => line`阶段目标`,
  fieldMilestonesHint: () => line`一行一个：60万 11月30日前`,
  badMilestone: (text) => line`“${said(text)}”读不懂。写数字或步骤，加上日期：60万 11月30日前。`,
  unknownCurrency: (code) =>
    line`不认识币种 ${said(code)}，请写 EUR 这样的代码；不写就按本公司的币种。`,
  sameBothEnds: () => line`起点和终点一样。现在是多少，要到多少？`,
  way: (actual, baseline, target, unit) =>
    line`现在 ${f.amount(actual, unit)}，从 ${f.amount(baseline, unit)} 到 ${f.amount(target, unit)}`,
  draftWay: (baseline, target, unit) =>
    line`从 ${f.amount(baseline, unit)} 到 ${f.amount(target, unit)}`,
  dueInPast: () => line`这个日期已经过了，换一个往后的。`,
  fieldAmount: () => line`数额`,
  fieldDate: () => line`日期`,
  fieldNote: () => line`备注`,
  correctTitle: () => line`更正这一笔`,
  progressTitle: (number) => line`报到 G${String(number)}`,
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
  splitTitle: (number) => line`分解 G${String(number)}`,
  splitPerson: () => line`负责人`,
  splitPart: () => line`分到`,
  splitOver: (share) => line`分解合计为目标的 ${f.percent(share.plus("1"), 1)}。`,
  splitOwn: () => line`只有你自己的目标和团队目标可以分解给大家。`,
  splitBefore: () => line`已经拆过了，发 ${typed("团队目标")} 看各人的部分。`,
  splitNobody: () => line`现在还没有人向你汇报，没法往下分解。`,
  splitPropose: () => line`发给大家确认`,
  splitWhom: (name, people) =>
    line`“${said(name)}”对得上好几位：${said(f.list(people))}。请写全名。`,
  splitNoWeight: (name) =>
    line`${said(name)}占多少？名字后面写上比重：${typed("拆目标 G7 林晓5 王磊3")}。`,
  splitTwice: (name) => line`${said(name)}写了两次，留一次就好。`,
  splitMixed: () => line`有的写了百分比，有的没写，请统一成一种。`,
  splitUnreadable: (rest) =>
    line`“${said(rest)}”读不懂。先写名字和比重，再写多分的比例：${typed("拆目标 G7 林晓5 王磊3 10%")}。`,
  splitTooMuch: () => line`这样合计要么什么都没分，要么超过目标的四倍，请核对一下百分比。`,
  splitSteps: () => line`这个目标没有可以拆的数字。`,
  splitTooMany: (most) => line`一条消息最多写 ${String(most)} 个名字，请分两次，或平均拆。`,
  splitAlike: () => line`百分比不拆分，每个人的目标都一样。`,
  splitIs: (assignment) =>
    line`${{ short: "没分完", high: "分得偏多", extreme: "分得太多" }[assignment]}`,
  splitAdvice: (assignment) =>
    line`${{ short: "目标还有一部分没落到人。", high: "多分了两成以上，是有意的吗？", extreme: "多分了一半以上，人人完成也不等于目标合理，建议减一些。" }[assignment]}`,
  splitDone: (count) => line`已发给 ${String(count)} 位同事确认。`,
  milestoneDone: (title) => line`“${said(title)}”完成了。`,
  turnTitle: (end) => line`你的目标 ${f.date(end)} 到期`,
  turnBody: () => line`可以改一改数字带到下一期，也可以重新定。`,
  turnButton: () => line`下一期沿用`,
  turnForm: () => line`下一期的目标`,
  turnSaved: (count) => line`下一期的 ${String(count)} 个目标定好了。`,
  close: () => line`结束目标`,
  closeTitle: (number) => line`结束 G${String(number)}`,
  closeLesson: () => line`一点心得`,
  closeHow: () => line`怎么结束？`,
  closeByFigures: () => line`按现在的数结束`,
  closeDropped: () => line`放弃：已经不合适了`,
  closeLessonHint: () => line`放弃的话，写一句为什么`,
  lessonNeeded: () => line`放弃的话，请写一句为什么。`,
  withdrawn: () => line`这个提议已撤回。`,
  closedAs: (state, lesson) =>
    line`${{ achieved: "达成了，漂亮。", missed: "这次没达成，辛苦了。", dropped: "先放下，把力气留给更要紧的。" }[state]}${lesson ? "心得记下了。" : ""}`,
  lapsed: (wasDraft) =>
    wasDraft
      ? line`这个草稿一直没开跑，周期已经过了，先收起来，什么都没丢。`
      : line`这个目标一直没确认，周期已经过了，先收起来，什么都没丢。`,
  periodOver: (end) => line`周期 ${f.date(end)}结束，补报的日子也过了。`,
  lessonKept: () => line`记下了，谢谢。`,
  ...define(f),
  ...unasked(f),
  ...status(f),
  ...leaving(f),
  ...meanwhile(),
});
