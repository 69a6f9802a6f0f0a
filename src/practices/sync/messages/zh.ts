// 同步说的话。
import type { LocalDate } from "#src/calendar/local-date";
import { decimal, type Decimal } from "#src/language/decimal";
import type { Formatter } from "#src/language/format";
import type { Unit } from "#src/language/units";
import { line, said, typed } from "#src/view/line";
import { spaced } from "#src/view/spacing";
import { troublesZh } from "./trouble/zh.ts";
import type { AmountUnit } from "../model.ts";
import type { SyncMessages } from "./en.ts";

const figure = (f: Formatter, count: number): string => f.number(decimal(String(count)));

const setUp = (f: Formatter) => ({
  inItsWords: (words: string) => line`${said(words)}`,
  listed: (words: readonly string[]) => line`${said(words.join("、"))}`,
  count: (count: number) => line`${figure(f, count)}`,
  seenByAdmins: () => line`只有你能看到`,
  opened: (source: string) => line`${said(source)} 的设置在下面。`,
  atWork: (source: string) => line`正在问 ${said(source)} …`,
  settingsFirst: () => line`还有设置没填，上面列出来了。`,
  testFirst: () => line`先点“测试”，看看 CRM 里有什么。`,
  chooseFirst: () => line`先选统计什么。`,
  chosen: () => line`已保存，可以试跑一次看看结果。`,
  isOnNow: (source: string) => line`${said(source)} 已开启，开始第一次拉取。`,
  isOffNow: (source: string) => line`${said(source)} 已关闭，读到的数字还在。`,
  missingTitle: () => line`还缺这些设置`,
  missingHow: () => line`请维护机器人的同事把它们写进服务器的配置里，然后重启。请不要发在聊天里。`,
  setting: (name: string) => line`${said(name)}`,
  organisation: () => line`企业`,
  readAs: () => line`读数据用的账号`,
  currency: () => line`本位币`,
  fiscalYear: () => line`财年开始`,
  month: (month: number) => line`${String(month)}月`,
  callsLeft: () => line`剩余调用量`,
  rights: () => line`权限`,
  allRights: () => line`齐全`,
  lacks: (rights: readonly string[]) => line`缺少：${said(rights.join("、"))}`,
  countsTitle: () => line`统计什么`,
  countsWhat: () => line`统计对象`,
  wonStages: () => line`算赢单的阶段`,
  lostStages: () => line`算输单的阶段`,
  noWonStage: () => line`还没选`,
  amountField: () => line`金额`,
  dayField: () => line`按哪天算`,
  countsAs: () => line`计入指标`,
  unitField: () => line`金额单位`,
  unit: (unit: AmountUnit) => line`${{ "1": "元", "1000": "千元", "10000": "万元" }[unit]}`,
  dealsFrom: () => line`商机来自`,
  everyField: () => line`多久拉一次`,
  every: (minutes: string) => line`${minutes} 分钟`,
  object: (name: string, active: boolean) =>
    active ? line`${said(name)}` : line`${said(name)}（未启用）`,
  stage: (name: string, pipeline: string | null) =>
    pipeline === null ? line`${said(name)}` : line`${said(name)}（${said(pipeline)}）`,
  countsFormTitle: () => line`统计什么`,
  countsFormIntro: () => line`下面是按 CRM 自己的说明推荐的，不对就改。`,
  detailsFormTitle: () => line`阶段和字段`,
  needsWon: () => line`至少选一个算赢单的阶段。`,
  wonAndLost: () => line`同一个阶段不能既算赢单又算输单。`,
  save: () => line`保存`,
  triedTitle: () => line`试跑结果，什么都没存`,
  triedRows: (rows: number, owners: number) =>
    line`${figure(f, rows)} 行，${figure(f, owners)} 位负责人`,
  oneOwner: (rows: number) =>
    line`${figure(f, rows)} 行都是同一位负责人的，这是全部吗？读数据用的账号可能只能看到自己的。`,
  noAmount: (rows: number) => line`${figure(f, rows)} 行赢单没有金额，不计入`,
  noDay: (rows: number) => line`${figure(f, rows)} 行赢单没有日期，不计入`,
  unread: (rows: number) => line`${figure(f, rows)} 行赢单的金额读不了`,
  wonSum: (owner: string, value: Decimal, unit: Unit, rows: number) =>
    line`${said(owner)}：${f.amount(value, unit)}，${figure(f, rows)} 行`,
  unknownOwner: () => line`还不知道是谁`,
  moreOwners: (owners: number) => line`还有 ${figure(f, owners)} 位负责人`,
  testButton: () => line`测试`,
  countsButton: () => line`选统计什么`,
  detailsButton: () => line`阶段和字段`,
  tryButton: () => line`试跑`,
  peopleButton: () => line`谁是谁`,
  peopleTyped: () => "未匹配",
  switchOn: () => line`开启`,
  switchOff: () => line`关闭`,
  pullAllButton: () => line`全部重拉`,
});

const told = (f: Formatter) => ({
  statusButton: () => line`同步状态`,
  troubleTitle: (source: string) => line`${said(source)} 要处理一下`,
  numbersAsOf: (at: Date) => line`从那里来的数字截至 ${f.dateTime(at)}。`,
  changedTitle: (count: number) =>
    count === 1 ? line`你有一笔业绩被改了` : line`你有 ${figure(f, count)} 笔业绩被改了`,
  changedRow: (number: number, before: Decimal, now: Decimal, unit: Unit, source: string) =>
    line`F${String(number)} 原来是 ${f.amount(before, unit)}，今天起${said(source)}里是 ${f.amount(now, unit)}`,
  changedWhy: () =>
    line`如果不对，请在那边改回来，或者发 ${typed("数据不对 F9")}（换成它的编号）。`,
  moreRows: (count: number) => line`还有 ${figure(f, count)} 笔`,
  seeNumbers: () => line`看业绩`,
  numbersTyped: () => "业绩",
  wonTitle: (name: string, count: number) =>
    count === 1 ? line`${said(name)}赢了一单` : line`${said(name)}赢了 ${figure(f, count)} 单`,
  wonRow: (value: Decimal, unit: Unit, on: LocalDate) =>
    line`${f.amount(value, unit)}，${f.date(on)}`,
  praiseIsYours: () => line`我不会替你发出去。你的一句肯定很管用。`,
  praiseButton: (name: string) => line`表扬${said(name)}`,
  praiseWords: (count: number, on: LocalDate) =>
    count === 1 ? spaced`${f.date(on)}签下一单` : spaced`连签 ${String(count)} 单`,
});

export const zh = (f: Formatter): SyncMessages => ({
  isOff: () => line`数据同步在这里已关闭。需要的话，可以请管理员在${typed("初始设置")}里打开。`,
  helpStatus: () => ({
    does: line`看 CRM 的数字更新到什么时候`,
    usage: "同步状态",
    example: "同步状态",
  }),
  statusTitle: () => line`数字从哪里来`,
  filesOnly: () => line`现在的数字来自大家自己报的和导入的文件。维护机器人的同事可以接入 CRM。`,
  readOnly: () => line`对 CRM 只读，从不写入。`,
  named: (source) => line`${said(source)}`,
  isOffChip: () => line`未开启`,
  onChip: () => line`正常`,
  oldChip: () => line`未更新`,
  troubleChip: () => line`要处理`,
  working: () => line`进行中`,
  notSet: (settings) => line`还缺 ${String(settings)} 项设置`,
  notChosen: () => line`还没有选统计什么`,
  neverPulled: () => line`还没有拉取过`,
  pulledAt: (at) => line`数据截至 ${f.dateTime(at)}`,
  lastEnd: ({ added, changed, left }) =>
    line`上次新增 ${f.number(decimal(String(added)))}，有变化 ${f.number(decimal(String(changed)))}，移除 ${f.number(decimal(String(left)))}`,
  nextAt: (at) => line`下次 ${f.dateTime(at)}`,
  trouble: ({ kind, which, until }) =>
    troublesZh[kind](which ?? "", until === null ? "" : f.dateTime(new Date(until))),
  openButton: () => line`设置`,
  pullButton: () => line`马上拉取`,
  ...setUp(f),
  ...told(f),
});
