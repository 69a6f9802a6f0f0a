// 周报这一项的中文。
import type { Formatter } from "#src/language/format";
import { joinLines, line, said, typed } from "#src/view/line";
import type { Commit } from "../model.ts";
import type { CheckinMessages } from "./en.ts";

const weekdays = ["周一", "周二", "周三", "周四", "周五", "周六", "周日"];
const money = (f: Formatter, { value, currency }: Pick<Commit, "value" | "currency">): string =>
  f.amount(value, { kind: "money", currency });
const days = (count: number): string =>
  count === 0 ? "今天提的" : count === 1 ? "昨天提的" : `${count} 天前提的`;

export const zh = (f: Formatter): CheckinMessages => ({
  isOff: () => line`周报在这里已关闭。需要的话，可以请管理员在初始设置里打开。`,
  title: (day) => line`周报 · ${f.date(day)}起`,
  titleOf: (name, day) => line`${said(name)}的周报 · ${f.date(day)}起`,
  write: () => line`写周报`,
  edit: () => line`再改改`,
  send: () => line`发出`,
  save: () => line`保存`,
  formIntro: (due, day) =>
    line`三分钟就好。${f.date(day)} ${f.time(due)} 前交，下一期开始前都能改。`,
  noSkipping: () => line`周报没有跳过，写一行就够。不上班的话，发 ${typed("休假 今天")} 就免交。`,
  formIntroPlain: () => line`三分钟就好，下一期开始前都可以改。`,
  goalStands: (number, title, done, timeGone) =>
    line`G${String(number)} ${said(title)} ${f.percent(done)}（时间 ${f.percent(timeGone)}）`,
  goalTitle: (number, title) => line`G${String(number)} ${said(title)}`,
  goalRow: (actual, target, unit, done, timeGone) =>
    line`${f.amount(actual, unit)} / ${f.amount(target, unit)} · 达成率 ${f.percent(done, 1)} · 时间进度 ${f.percent(timeGone, 1)}`,
  was: (text) => line`上次：${said(text)}`,
  choice: (choice) => line`${{ done: "完成了", carry: "接着做", drop: "不做了" }[choice]}`,
  newPriority: (nth) => line`本周要事 ${String(nth)}`,
  newHint: () => line`最要紧的事；接着做的也算在三件里`,
  commit: (number, title) => line`本周预计：G${String(number)} ${said(title)}`,
  commitHint: (actual, target, unit) =>
    line`已完成 ${f.amount(actual, unit)} / ${f.amount(target, unit)}，这周预计再进多少？`,
  blockers: () => line`卡住的事`,
  blockersHint: () => line`一行一件。主管可以回复、接手，或约个时间聊`,
  wentWell: () => line`做得好的`,
  sees: (visible, manager) => {
    const names = manager === null ? line`你` : line`你和主管${said(manager)}`;
    return visible === "team"
      ? line`谁能看到：${names}，还有同团队的同事`
      : line`谁能看到：${names}`;
  },
  seenBy: (author, visible, manager) => {
    const names =
      manager === null ? line`${said(author)}` : line`${said(author)}和主管${said(manager)}`;
    return visible === "team"
      ? line`谁能看到：${names}，还有同团队的同事`
      : line`谁能看到：${names}`;
  },
  onePriority: () => line`至少写一件，或选一件接着做。`,
  threeAtMost: (carried) => line`最多三件，接着做的已有 ${String(carried)} 件。`,
  commitNegative: () => line`预计的数不能是负的。`,
  commitCurrency: (currency) => line`这个目标的币种是 ${currency}。`,
  tooManyBlockers: (most) => line`一次最多 ${String(most)} 件，一行一件。`,
  nextHasBegun: () => line`新一周的周报已经开始了，这张表是上一期的。`,
  sent: () => line`周报已发出`,
  changed: () => line`周报已更新`,
  priorities: () => line`本周三件事`,
  priority: ({ text }) => line`${said(text)}`,
  priorityState: (state) =>
    line`${{ open: "进行中", done: "完成", carried: "接着做", dropped: "不做了" }[state]}`,
  carriedOn: () => line`上次接着做的`,
  tick: () => line`完成`,
  ticked: (text) => line`完成：${said(text)}`,
  commitIs: (commits) =>
    joinLines(
      commits.map((each) => line`${money(f, each)}（G${String(each.number)}）`),
      "，",
    ),
  commits: () => line`本周预计`,
  total: (sums) => line`${sums.map((each) => money(f, each)).join(" + ")}`,
  rhythmOfMine: (streak, onTime, expected) =>
    line`连续 ${String(streak)} 期 · 按时 ${String(onTime)}/${String(expected)} · 只有你能看到`,
  late: () => line`截止后补交`,
  noCheckinYet: (name) => line`${said(name)}还没有交过周报。`,
  notReadable: (name) => line`${said(name)}的周报只有本人和主管能看。`,
  prioritiesTitle: (day) => line`本周三件事 · ${f.date(day)}起`,
  stillOpen: () => line`上次没做完的：`,
  noPriorities: () => line`这一周还没写要事。`,
  inviteTitle: () => line`新的一周，最要紧的三件事是什么？`,
  inviteBody: (due) =>
    due
      ? line`先在这里报一下数，${f.time(due)} 前写好周报。`
      : line`先在这里报一下数，今天写好周报。`,
  inviteBodyPlain: (due) =>
    due ? line`${f.time(due)} 前写好周报，三分钟就好。` : line`今天写好周报，三分钟就好。`,
  log: () => line`报数`,
  carriedSoFar: (texts) => line`上次的：${said(f.list(texts))}`,
  remindTitle: (due) => line`周报 ${f.time(due)} 截止`,
  remindBody: () => line`写三行就够了。`,
  digestTitle: (day) => line`团队周报 · ${f.date(day)}起`,
  digestSent: () => line`已交`,
  digestSentIs: (sent, expected) => line`${String(sent)} / ${String(expected)}`,
  notYet: (names) => line`还没交（${String(names.length)}）：${said(f.list(names))}`,
  later: (names) => line`当地还没到时间：${said(f.list(names))}`,
  excused: (names) => line`休假：${said(f.list(names))}`,
  person: (name) => line`${said(name)}`,
  noCommit: () => line`没写预计`,
  read: () => line`看周报`,
  teamPage: () => line`团队周报`,
  nobodyReports: () => line`现在还没有人向你汇报。`,
  blockerIs: (name, text) => line`${said(name)}：${said(text)}`,
  blockerText: (text) => line`${said(text)}`,
  age: (count) => line`${days(count)}`,
  andMore: (count) => line`还有 ${String(count)} 件，先列最早的`,
  answer: () => line`回复`,
  take: () => line`我来处理`,
  talk: () => line`约时间聊`,
  blockerTitle: (name) => line`${said(name)}卡住了`,
  blockerKept: (manager) => line`已经告诉${said(manager)}，可以回复、接手，或约时间聊`,
  blockerKeptAway: (manager, back) => line`${said(manager)}在休假，${f.date(back)}回来后会看到`,
  blockerTooLong: (most) => line`请控制在 ${String(most)} 字以内。`,
  noManager: () => line`你在这里还没有主管可以回复，可以请管理员设置。`,
  myBlockers: () => line`我还没解决的`,
  solved: () => line`解决了`,
  solvedNow: () => line`太好了，已从清单里拿掉。`,
  answerTitle: (name) => line`回复${said(name)}`,
  answerField: () => line`你的回复`,
  talkTitle: (name) => line`和${said(name)}约个时间`,
  talkField: () => line`哪一天`,
  talkHint: () => line`明天、周五、11月20日`,
  talkPast: () => line`这一天已经过了，换一个往后的。`,
  talkFar: () => line`三个月以后太远了，换个近点的日子。`,
  seesBoth: (name, visible) =>
    visible === "team"
      ? line`谁能看到：你和${said(name)}，还有同团队的同事`
      : line`谁能看到：你和${said(name)}`,
  blockersOpen: (count) => line`卡住的事：${String(count)} 件`,
  overBy: (by, at, answer) =>
    answer === null ? line`${said(by)} · ${f.dateTime(at)}` : line`${said(by)}：${said(answer)}`,
  toldThem: (name) => line`已经告诉${said(name)}。`,
  endedTitle: (by, state, talkOn) => {
    if (state === "answered") return line`${said(by)}回复了你卡住的事`;
    return state === "taken"
      ? line`${said(by)}来处理你卡住的事`
      : line`${said(by)}想在${talkOn ? f.date(talkOn) : ""}和你聊聊卡住的事`;
  },
  overChip: (state, talkOn) =>
    line`${{ answered: "已回复", taken: "已接手", talk: talkOn ? `约在${f.date(talkOn)}` : "已约时间", closed: "已解决" }[state]}`,
  alreadyEnded: (state, by, at) =>
    line`${said(by)}${{ answered: "已经回复过了", taken: "已经接手了", talk: "已经约好时间了", closed: "说已经解决了" }[state]}（${f.dateTime(at)}）。`,
  askedAnew: (manager) => line`你卡住的事，现在请${said(manager)}来看`,
  openAgain: (count) =>
    line`${count === 1 ? "这件事" : "这几件事"}重新打开了，有了新主管会再问一次`,
  askedBefore: (before) => line`之前问的是${said(before)}，现在不再是你的主管。`,
  askedElsewhere: (manager) =>
    manager === null ? line`已经不用你来回复了。` : line`现在由${said(manager)}来看。`,
  onlyYouYet: () => line`谁能看到：目前只有你`,
  rhythmTitle: () => line`团队的周报`,
  rhythmRow: (on, weekday, opens, visible) =>
    on
      ? line`${weekdays[weekday - 1]!} ${opens}，${visible === "team" ? "全团队可见" : "主管可见"}`
      : line`未开启`,
  dailyRow: () => line`另收日报`,
  team: (name) => line`${said(name)}`,
  change: () => line`修改`,
  noTeams: () => line`你还没有带团队。管理员可以在 ${typed("初始设置")} 里添加。`,
  rhythmForm: (name) => line`周报设置 · ${said(name)}`,
  fieldOn: () => line`每周写周报`,
  fieldWeekday: () => line`星期几`,
  fieldWeekdayHint: () => line`遇节假日顺延到下一个工作日`,
  weekday: (weekday) => line`${weekdays[weekday - 1]!}`,
  fieldOpens: () => line`几点开始`,
  fieldOpensHint: () => line`按各人当地时间，三小时后截止`,
  time: (time) => line`${time}`,
  fieldVisible: () => line`谁能看到`,
  visible: (visible) => line`${{ manager: "直属主管", team: "全团队" }[visible]}`,
  fieldVisibleHint: () => line`从下一次提交起生效，表上会写明`,
  fieldDaily: () => line`另收日报`,
  fieldDailyHint: () => line`每个人都可以自己关掉`,
  rhythmSees: () => line`谁能看到：团队里的人，周报的表上会写明`,
  dailyTitle: (on) => line`日报 · ${f.date(on)}`,
  dailyOf: (name, on) => line`${said(name)}的日报 · ${f.date(on)}`,
  noDailyYet: (name) => line`${said(name)}还没有写过日报。`,
  dailyNotReadable: (name) => line`${said(name)}的日报只有本人和主管能看。`,
  dailyDone: () => line`今天完成了`,
  dailyNext: () => line`接下来`,
  dailyEmpty: () => line`两项里至少写一项。`,
  dailyKept: () => line`记下了`,
  dailyOn: () => line`每个工作日提醒我`,
  dailyOff: () => line`不用提醒我`,
  dailyIsOn: () => line`以后每个工作日傍晚请你写日报。`,
  dailyIsOff: () => line`不再请你写日报。`,
  dailyAskTitle: () => line`今天怎么样？`,
  writeDaily: () => line`写日报`,
  dailyAskBody: () => line`两行就好：完成了什么，接下来做什么。`,
  nudgeOpen: () => line`每周周报`,
  whyOpen: () => line`你的团队每周写周报。`,
  nudgeRemind: () => line`周报截止提醒`,
  whyRemind: () => line`没交才提醒，只提醒一次。`,
  nudgeDigest: () => line`团队周报汇总`,
  whyDigest: () => line`每周一次，截止以后发。`,
  nudgeDaily: () => line`日报`,
  whyDaily: () => line`你或你的团队选了写日报。`,
  helpCheckin: () => ({
    does: line`写周报，或看同事的`,
    usage: "周报 [@姓名 | 本周要事]",
    example: "周报",
  }),
  helpTeam: () => ({ does: line`看团队的周报`, usage: "团队周报", example: "团队周报" }),
  helpPriorities: () => ({
    does: line`看本周三件事`,
    usage: "本周三件事 [要事]",
    example: "本周三件事",
  }),
  helpBlocked: () => ({
    does: line`告诉主管你卡在哪里`,
    usage: "卡住了 <什么事>",
    example: "卡住了 法务的合同还没回来",
  }),
  helpDaily: () => ({
    does: line`写日报；也可以开或关`,
    usage: "日报 [今天做了什么 | 开 | 关 | @姓名]",
    example: "日报",
  }),
  helpRhythm: () => ({
    does: line`设置团队周报的日子、时间和谁能看`,
    usage: "周报设置",
    example: "周报设置",
  }),
});
