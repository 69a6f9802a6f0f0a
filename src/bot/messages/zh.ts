// 主屋自己说的话：帮助、拒绝、提示。
import { entryOf } from "#src/language/lookup";
import type { Formatter } from "#src/language/format";
import type { Reason } from "#src/ports/nudges";
import { line, said, typed } from "#src/view/line";
import type { HouseMessages } from "./en.ts";

const kept: Record<Reason, string> = {
  muted: "你设了不再提醒",
  missed: "错过四小时以上，等下一次",
  expired: "已经过了时候",
  "nothing to say": "没什么要说的",
  "switched off": "你的团队还没开启提醒",
  "unknown rule": "来自别的版本",
  "outside hours": "不在你的工作时间",
  away: "你在休假",
  "day off": "休息日",
  paused: "你暂停了提醒",
  budget: "今天或这周已经够多了",
  snoozed: "你选了稍后",
  "too many at once": "一条消息放不下",
  "said together": "已并在另一条提醒里",
  failed: "我这边出错了，已记入日志",
};

const missing: Readonly<Record<string, string>> = {
  amount: "还缺数额",
  title: "还缺内容",
  what: "还缺内容",
  "@name": "还缺名字：给谁的？",
  receiver: "还缺名字：给谁的？",
  date: "还缺日期",
};

const reasons: Readonly<Record<string, string>> = {
  "the app was removed": "应用被移除了",
  "the app was switched off": "应用被停用了",
  "the platform switched the app off": "应用被平台停用了",
  "its token was revoked": "应用的令牌被撤销了",
  token_revoked: "应用的令牌被撤销了",
  invalid_auth: "应用的令牌不被接受",
  account_inactive: "应用的账号已停用",
};

export const zh = (f: Formatter): HouseMessages => ({
  didYouMean: () => line`你是想说这个吗？`,
  didYouMeanLabel: (text) => line`${said(text)}`,
  defaultTeam: () => "销售团队",
  pointer: () =>
    line`这句我没看懂，可以试试 ${typed("报12万")}、${typed("我的目标")} 或 ${typed("帮助")}。`,
  missing: (what) =>
    line`${missing[what] ?? (/^[A-Z]1$/.test(what) ? `还缺编号，比如 ${what}` : "还没写全")}`,
  helpUnknown: (about) => line`没有“${said(about)}”这条指令，你可以发这些：`,
  usage: (usage, example) => line`这样写：${typed(usage)}，比如 ${typed(example)}`,
  nobodyCalled: (name) => line`这里没有叫“${said(name)}”的同事。试试全名或邮箱的开头。`,
  whichPerson: (name) => line`“${said(name)}”对得上好几位，是哪一位？`,
  noSuchDate: (text) =>
    line`日历上没有“${said(text)}”这一天，请换个写法，比如 ${typed("12月31日")}。`,
  dayJustGone: (gone, read) =>
    line`${f.date(gone)}已经过了。如果是明年，请写上年份：${typed(read)}。`,
  notForYou: () => line`这一项你还用不了，可以请主管或管理员来操作。`,
  oldCard: () => line`这张卡片是旧版本的，发 ${typed("首页")} 看最新的。`,
  tooLong: (most) => line`一条消息放不下这么多，请控制在 ${String(most)} 字以内。`,
  wentWrong: (code) =>
    line`抱歉，我这边出了点问题，什么都没有保存。如果再次出现，请把编号 ${code} 告诉管理员。`,
  busy: () => line`现在有点忙，这次没有保存，请稍等一下再试。`,
  unsure: () => line`刚才连接断了一下，不确定这次有没有存上。请先看一眼，再决定要不要重试。`,
  left: () => line`你的账号在这里已停用，管理员可以恢复。`,
  helpTitle: () => line`你可以发这些`,
  helpFor: (verb) => line`${typed(verb)}`,
  helpMore: () => line`中英文都能用。发 ${typed("帮助 报")} 看某一条的用法和例子。`,
  helpExample: (example) => line`例如：${typed(example)}`,
  alsoWords: (words) => line`也可以说：${words}`,
  homeEmpty: () => line`这里还是空的。先发 ${typed("定目标 回款 100万 12月31日前")} 试试。`,
  homeTitle: () => line`首页`,
  helpHelp: () => ({ does: line`看看能发哪些指令`, usage: "帮助 [指令]", example: "帮助 报" }),
  homeHelp: () => ({ does: line`自己的首页：目标和接下来的事`, usage: "首页", example: "首页" }),
  heldNotices: () => line`同事的消息`,
  keptBack: (reason) => line`${kept[reason]}`,
  sectionFailed: (code) => line`这一块暂时显示不了。如果一直这样，请把编号 ${code} 告诉管理员。`,
  mayHaveArrived: (name) =>
    line`给${said(name)}的一条消息不确定送到没有，我也查不了。要再发一次吗？`,
  workspaceStopped: (name, why) =>
    line`发往“${said(name)}”的消息停了：${entryOf(reasons, why) ?? typed(why)}。`,
  workspaceMend: () => line`要发的都先留着，重新安装应用后会接着发出去。`,
  placeStopped: (name) => line`“${said(name)}”里现在发不了消息：我不在群里了，或者群已归档。`,
  placeMend: () => line`可以重新把我拉进去，或者给团队换一个群。`,
  noAdminNow: () => line`你的账号已没有这里的管理权限，以后由其他管理员来设置。`,
  whoIsAdmin: (names) =>
    names.length === 0
      ? line`目前没有管理员，可以请维护这台机器的同事来指定。`
      : line`还能设置的有：${said(f.list(names))}，需要的话可以请他们再给你开通。`,
  requestTitle: (name) => line`工作区「${said(name)}」申请加入，要放行吗？`,
  requestWhere: (platform, workspace) => line`平台：${platform}，编号 ${typed(workspace)}。`,
  requestBy: (name, account) =>
    account === null
      ? line`平台没有说明是谁申请的。`
      : name === null
        ? line`申请的账号：${typed(account)}。`
        : line`申请人：${said(name)}（${typed(account)}）。`,
  requestMeans: () =>
    line`放行后，那边的正式成员会和大家一样使用我：能按名字找到同事、互相表扬，看得到所有人都看得到的内容。不会因此有谁成为管理员或主管，这些仍由你在${typed("初始设置")}里决定。`,
  requestRefusing: () => line`拒绝后不保留任何内容。不认识的工作区请不要放行。`,
  letIn: () => line`放行`,
  refuseIt: () => line`拒绝`,
  wasLetIn: (name) => line`工作区「${said(name)}」已加入。`,
  wasRefused: (name) => line`已拒绝工作区「${said(name)}」的申请。`,
  answeredBy: (name) => line`处理人：${said(name)}。`,
  answeredByOperator: () => line`由维护这台机器的同事处理。`,
  requestOver: () => line`这个申请已经处理过，或者对方已撤回。`,
  choosePlaces: () => line`换一个群`,
  sendAgain: () => line`再发一次`,
  letGo: () => line`不用了`,
  sentAgain: () => line`已重新发送。`,
  leftAlone: () => line`好的，不再发送。`,
  remindersTitle: () => line`会主动发给你的提醒`,
  remindersFoot: () =>
    line`一天最多两条、一周最多六条，只在工作时间，休假时不发。发 ${typed("暂停提醒到周五")} 可以清静几天。`,
  notSwitchedOn: () => line`你的团队还没开启提醒，不会主动发消息给你。`,
  pausedUntil: (date) => line`提醒已暂停，${f.dateLong(date)}恢复。`,
  pausedForNow: () => line`提醒已暂停，发 ${typed("恢复提醒")} 随时恢复。`,
  pauseInPast: () => line`这一天已经过了，请写往后的日子，比如 ${typed("暂停提醒到周五")}。`,
  pauseNote: () => line`同事发给你的消息照常送到。`,
  mutedRow: () => line`已关闭`,
  nextAt: (date, at) => line`下一次 ${f.date(date)} ${f.time(at)}`,
  nothingPlanned: () => line`暂时没有`,
  muteThis: () => line`不再提醒`,
  unmute: () => line`重新提醒`,
  mutedNow: (what) => line`不再提醒：${what}。发 ${typed("提醒")} 可以改回来。`,
  unmutedNow: (what) => line`重新提醒：${what}。`,
  pauseWeek: () => line`暂停一周`,
  pauseOpen: () => line`先全部暂停`,
  nothingToSnooze: () => line`最近没有主动发给你的提醒，不用推迟。`,
  noSuchReminder: (what) => line`没有叫“${said(what)}”的提醒，发 ${typed("提醒")} 看看有哪些。`,
  snoozeHelp: () => ({
    does: line`上一条提醒晚点再发：一小时后、明天或下周`,
    usage: "稍后提醒 [一小时 | 明天 | 下周]",
    example: "稍后提醒 明天",
  }),
  muteHelp: () => ({
    does: line`不再收到某一种提醒`,
    usage: "不再提醒 <名称>",
    example: "不再提醒 每周报数",
  }),
  resume: () => line`恢复提醒`,
  resumed: () => line`提醒恢复了。`,
  snoozed: (date, at) => line`${f.date(date)} ${f.time(at)} 再提醒你，到时已完成就不发。`,
  remindersHelp: () => ({ does: line`看看会主动收到哪些提醒`, usage: "提醒", example: "提醒" }),
  pauseHelp: () => ({
    does: line`暂停一段时间的提醒`,
    usage: "暂停提醒到<日期>",
    example: "暂停提醒到周五",
  }),
  resumeHelp: () => ({ does: line`恢复提醒`, usage: "恢复提醒", example: "恢复提醒" }),
  whyNow: () => line`为什么收到`,
  snoozeHour: () => line`一小时后`,
  snoozeTomorrow: () => line`明天`,
  snoozeNextWeek: () => line`下周`,
  mute: (what) => line`不再提醒：${what}`,
  whichOnes: () => line`选择要哪些提醒`,
  whichLanguage: () => line`跟你说中文还是英文？ Shall I speak Chinese or English?`,
  maySetUp: () => line`初始设置由你来做`,
  maySetUpMore: () =>
    line`几分钟就好：语言、时区、团队和指标。大家不用等，现在就能报数、定目标；在你启用团队之前，我不会主动找任何人。`,
  beginSetUp: () => line`开始设置`,
  speaking: () => line`好，以后跟你说中文。发 ${typed("设置")} 可以改。`,
  fieldNeeded: () => line`这一项要填。`,
  fieldNotAmount: () => line`这个数我读不准，请写成 120000、12万 这样。`,
  fieldNotDate: () => line`这个日期我读不懂，请写成 12月31日 或 2026-12-31。`,
  fieldTooLong: (most) => line`请控制在 ${String(most)} 字以内。`,
  fieldNotOffered: () => line`请从给出的选项里选。`,
});
