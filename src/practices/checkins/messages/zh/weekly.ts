// 交了的周报，和自己的三件要事。
import type { Formatter } from "#src/language/format";
import { titleFor } from "#src/practices/goals/api";
import { joinLines, line, said } from "#src/view/line";
import type { Commit } from "../../model.ts";
import type { WeeklyMessages } from "../en/weekly.ts";

const money = (f: Formatter, { value, currency }: Pick<Commit, "value" | "currency">): string =>
  f.amount(value, { kind: "money", currency });

export const weekly = (f: Formatter): WeeklyMessages => ({
  isOff: () => line`周报在这里已关闭。需要的话，可以请管理员在初始设置里打开。`,
  title: (day) => line`周报 · ${f.date(day)}那周`,
  titleOf: (name, day) => line`${said(name)}的周报 · ${f.date(day)}那周`,
  write: () => line`写周报`,
  edit: () => line`再改改`,
  save: () => line`保存`,
  sent: () => line`周报已发出`,
  changed: () => line`周报已更新`,
  late: () => line`截止后补交`,
  goalTitle: (number, goal) => line`G${String(number)} ${said(titleFor(goal, "zh"))}`,
  goalRow: (actual, target, unit, done, timeGone) =>
    line`${f.amount(actual, unit)} / ${f.amount(target, unit)} · 达成率 ${f.percent(done, 1)} · 时间进度 ${f.percent(timeGone, 1)}`,
  priorities: () => line`本周三件事`,
  priority: ({ text }) => line`${said(text)}`,
  priorityState: (state) =>
    line`${{ open: "进行中", done: "完成", carried: "接着做", dropped: "不做了" }[state]}`,
  carriedOn: () => line`上次接着做的`,
  tick: () => line`完成`,
  ticked: (text) => line`完成：${said(text)}`,
  prioritiesTitle: (day) => line`三件事 · ${f.date(day)}那周`,
  stillOpen: () => line`上次没做完的：`,
  noPriorities: () => line`还没写要事。`,
  commits: (ahead) => line`${ahead ? "下周" : "本周"}预计`,
  commitIs: (commits) =>
    joinLines(
      commits.map((each) => line`${money(f, each)}（G${String(each.number)}）`),
      "，",
    ),
  total: (sums) => line`${sums.map((each) => money(f, each)).join(" + ")}`,
  rhythmOfMine: (streak, onTime, expected) =>
    line`连续 ${String(streak)} 期 · 按时 ${String(onTime)}/${String(expected)} · 仅你可见`,
  person: (name) => line`${said(name)}`,
  seenBy: (author, visible, manager) => {
    const names =
      manager === null ? line`${said(author)}` : line`${said(author)}和主管${said(manager)}`;
    return visible === "team" ? line`${names}、同团队的同事可见` : line`${names}可见`;
  },
  onlyYouYet: () => line`目前仅你可见`,
  noCheckinYet: (name) => line`${said(name)}还没有交过周报。`,
  notReadable: (name) => line`${said(name)}的周报只有本人和主管能看。`,
  log: () => line`报数`,
  helpCheckin: () => ({
    does: line`写周报，或看同事的`,
    usage: "周报 [@姓名 | 本周要事]",
    example: "周报",
  }),
  helpPriorities: () => ({
    does: line`看本周三件事`,
    usage: "本周三件事 [要事]",
    example: "本周三件事",
  }),
});
