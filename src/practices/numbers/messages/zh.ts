// 业绩说的话。
import type { Formatter } from "#src/language/format";
import { sourceName, titleFor } from "#src/practices/goals/api";
import { line, said, typed } from "#src/view/line";
import { droppedZh } from "../dropped/words/zh.ts";
import type { NumberMessages } from "./en.ts";
import { counting } from "./counting/zh.ts";
import { disputes } from "./disputes/zh.ts";

export const zh = (f: Formatter): NumberMessages => ({
  ...counting(f),
  ...disputes(f),
  ...droppedZh(f),
  title: () => line`业绩`,
  titleOf: (name) => line`${said(name)}的业绩`,
  goal: (goal) => line`G${String(goal.number)} ${said(titleFor(goal, "zh"))}`,
  reported: () => line`自己报的`,
  imported: (source) => line`${sourceName(source, "zh")}导入`,
  difference: () => line`相差`,
  amount: (value, unit) => line`${f.amount(value, unit)}`,
  same: () => line`一致`,
  importedOn: (rows, lastOn, on) =>
    line`${String(rows)} 行，最后一笔 ${f.date(lastOn)}；${f.date(on)}导入`,
  noneYet: () => line`还没有`,
  whatCounts: () => line`自己报的和导入的放在一起，方便核对两边是否一致。`,
  noGoals: () => line`现在没有带数字的目标，没什么可核对的。`,
  seenByOwn: () => line`你和你的主管可见`,
  seenByLead: () => line`你和本人可见`,
  someoneElse: () => line`只能看自己和自己组员的业绩。`,
  unmatchedTitle: (count) => line`有 ${String(count)} 个名字还不知道是谁`,
  allMatched: () => line`导入的数字都对上人了。`,
  unmatchedMore: () => line`确认是谁之前，这些数字不算在任何人名下。`,
  owner: (name) => line`${said(name)}`,
  ownerRows: (rows, source) => line`${sourceName(source, "zh")}里 ${String(rows)} 行`,
  metricSum: (metric, value, unit) => line`${said(metric)} ${f.amount(value, unit)}`,
  broughtBy: (source, file, on) =>
    file === source
      ? line`来自${sourceName(source, "zh")}的数据：${f.date(on)}`
      : line`来自${sourceName(source, "zh")}的数据：${said(file)}，${f.date(on)}`,
  namesUnknown: (count) => line`有 ${String(count)} 个名字还不知道是谁`,
  whoIs: () => line`这是谁？`,
  unmatchedButton: () => line`还没对上的名字`,
  formTitle: () => line`这是谁？`,
  formIntro: (name, rows) => line`${said(name)}，${String(rows)} 行`,
  formPerson: () => line`同事`,
  formSave: () => line`保存`,
  formSees: () => line`保存后，本人和主管能看到这些数字`,
  choose: () => line`请选一位同事。`,
  linked: (name, person) => line`${said(name)}的数字已归到${said(person)}名下`,
  unlinked: (name) => line`${said(name)}的数字不再算在任何人名下`,
  yoursNow: (name) => line`导入的数字里，${said(name)}现在算你的`,
  yoursNoMore: (name) => line`导入的数字里，${said(name)}不再算你的`,
  seeNumbers: () => line`看业绩`,
  takeBack: () => line`撤回`,
  howToImport: () => line`还没有导入过。发 ${typed("导入")} 看怎么把文件里的数字导进来。`,
  importTitle: () => line`把数字文件发给我`,
  importHow: () =>
    line`把 .csv、.tsv、.txt 或 .xlsx 文件（20 MB 以内）发到这个聊天里。我先给你看读到的内容，你确认之前什么都不会存。`,
  importWhose: () =>
    line`自己可以导入自己的，主管可以导入组员的，管理员可以导入所有人的。更大的文件由服务器管理员用 ${typed("npm run import -- 文件")} 导入。`,
  helpImport: () => ({ does: line`用文件导入数字`, usage: "导入", example: "导入" }),
  helpNumbers: () => ({
    does: line`核对自己报的和导入的数字`,
    usage: "业绩 [@姓名]",
    example: "业绩",
  }),
  helpUnmatched: () => ({ does: line`确认导入的名字是谁`, usage: "未匹配", example: "未匹配" }),
  isOff: () => line`业绩在这里已关闭。需要的话，可以请管理员在${typed("初始设置")}里打开。`,
});
