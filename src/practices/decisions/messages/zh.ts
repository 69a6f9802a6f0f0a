// 决策说的话。
import type { Formatter } from "#src/language/format";
import { titleFor } from "#src/practices/goals/api";
import { line, said, typed } from "#src/view/line";
import type { DecisionMessages } from "./en.ts";

export const zh = (f: Formatter): DecisionMessages => ({
  formTitle: () => line`记一个决策`,
  what: () => line`决定`,
  whatHint: () => line`年底前先做续约`,
  why: () => line`理由`,
  whyHint: () => line`一半的回款 12 月续约`,
  number: () => line`希望带动的数字`,
  noNumber: () => line`不针对数字`,
  look: () => line`哪天再看`,
  save: () => line`保存`,
  seenBy: () => line`你、你的主管和目标负责人可见`,
  goal: (goal, owner) =>
    line`G${String(goal.number)} ${said(titleFor(goal, "zh"))} · ${said(owner)}`,
  by: (name) => line`${said(name)}`,
  kept: (number) => line`决策 D${String(number)} 记下了`,
  titled: (number) => line`D${String(number)}`,
  decidedAbout: (name) => line`${said(name)}做了一个和你的目标有关的决策`,
  lookedAt: (name) => line`${said(name)}复盘了一个和你的目标有关的决策`,
  lookTitle: (number) => line`D${String(number)}：当时和现在`,
  before: () => line`当时`,
  now: () => line`现在`,
  whenSeen: () => line`复盘时`,
  valueOn: (value, unit, at) => line`${f.amount(value, unit)} · ${f.dateTime(at)}`,
  valueNow: (value, unit, moved) =>
    line`${f.amount(value, unit)}（${moved.lt("0") ? "" : "+"}${f.amount(moved, unit)}）`,
  day: (day) => line`${f.date(day)}`,
  lookOn: (day) => line`${f.date(day)}再看`,
  writeSeen: () => line`写下看到的变化`,
  laterButton: () => line`两周后再看`,
  seenTitle: () => line`看到了什么变化？`,
  seenField: () => line`数字有什么变化？接下来怎么做？`,
  seenHint: () => line`有两家提前续约，1 月继续这么做`,
  moved: (number, day) => line`D${String(number)} ${f.date(day)}再提醒你`,
  listTitle: () => line`决策记录`,
  none: () => line`还没有记过。发 ${typed("决策 年底前先做续约，因为一半回款12月续约")} 记第一个。`,
  isSeen: () => line`已复盘`,
  open: () => line`打开`,
  decideButton: () => line`记一个决策`,
  lookAhead: () => line`请选今天之后的日子。`,
  lookSooner: () => line`请选 18 个月以内的日子。`,
  lookedAlready: () => line`这个决策已经复盘过了。`,
  noSuchDecision: (number) =>
    line`没有你能看到的 D${String(number)}。发 ${typed("决策记录")} 看看有哪些。`,
  noSuchGoal: (number) => line`G${String(number)} 不是你或你组员正在进行的目标。`,
  nudgeLook: () => line`到期复盘的决策`,
  whyLook: () => line`这是你做决策时定的日子。`,
  helpDecide: () => ({
    does: line`记下决策，定个日子再看`,
    usage: "决策 <决定> 因为 <理由> [G7] [<日期>再看]",
    example: "决策 年底前先做续约，因为一半回款12月续约",
  }),
  helpDecisions: () => ({
    does: line`看记过的决策，当时和现在`,
    usage: "决策记录 [D3]",
    example: "决策记录",
  }),
  isOff: () => line`决策在这里已关闭。需要的话，可以请管理员在${typed("初始设置")}里打开。`,
});
