// 对发来的文件说的话。
import type { Formatter } from "#src/language/format";
import { line, said, typed, type Line } from "#src/view/line";
import type { ColumnRole } from "../../import/columns.ts";
import type { Rejected } from "../../import/import-table.ts";
import type { DropRefusal } from "../model.ts";
import { figure, type droppedEn } from "./en.ts";

const megabytes = (bytes: number): string => String(Math.floor(bytes / 1024 / 1024));

const roles: Readonly<Record<ColumnRole, string>> = {
  id: "单号",
  day: "日期",
  owner: "负责人姓名",
  email: "负责人邮箱",
  mobile: "负责人手机号",
  number: "负责人工号",
  amount: "金额",
  currency: "币种",
  outcome: "状态",
  credit: "分成比例",
};

const at = (column: string | null): string => (column === null ? "" : `${column} 列`);

function refusals(why: DropRefusal): Line {
  switch (why.problem) {
    case "empty":
      return line`文件是空的，重新保存后再发一次。`;
    case "too big":
      return line`文件超过 ${megabytes(why.most)} MB 了。拆开再发，或者请维护机器人的同事导入。`;
    case "unpacks to too much":
      return line`这个工作簿解开后超过 ${megabytes(why.most)} MB，另存为 CSV 再发。`;
    case "too many columns":
      return line`第 ${String(why.line)} 行超过 ${String(why.most)} 列，右边远处可能有多余内容，清掉再发。`;
    case "too many rows":
      return line`超过 ${String(why.most)} 行了，拆开再发。`;
    case "locked":
      return line`工作簿有密码，去掉密码另存后再发。`;
    case "old workbook":
      return line`这是旧版 Excel 文件，另存为 .xlsx 或 CSV 再发。`;
    case "no table":
      return line`文件里没找到表格。请发带表头的 CSV 或 Excel。`;
    case "broken":
      return why.line === null
        ? line`文件打不开，可能损坏了。重新保存后再发。`
        : line`第 ${String(why.line)} 行读不下去，可能少了一个引号。`;
    case "no such sheet":
      return line`没有这个工作表，现有：${said(why.sheets.join("、"))}。`;
    case "no scope":
      return line`应用还没有读文件的权限，需要管理员开通（运行 ${typed("npm run doctor")} 会说怎么开）；在网页上发可以直接用。`;
    case "gone":
      return line`文件已经不在了，请再发一次。`;
    case "no metric":
      return line`这里还没有指标，请管理员用${typed("初始设置")}建一个。`;
    case "deals":
      return line`这是一份商机表（有阶段和预计成交日期），当业绩导入会把没成交的也算上。请维护机器人的同事用 ${typed("npm run import -- 文件 --deals")} 导入，之后发 ${typed("商机")} 就能看到。`;
    case "failed":
      return line`试了几次都没读成，另存为 CSV 再发。`;
  }
}

function reasons({ why, ...more }: Rejected, column: string | null): string {
  const quoted = "said" in more ? more.said : "";
  switch (why) {
    case "no day":
      return `${at(column)}没有日期`;
    case "no amount":
      return `${at(column)}没有金额`;
    case "no owner":
      return `${at(column)}没有负责人`;
    case "not stored so exactly":
      return `${at(column)}位数太多`;
    case "day":
      return `${at(column)}“${quoted}”不是日期`;
    case "amount":
      return `${at(column)}“${quoted}”不是金额`;
    case "currency":
      return `${at(column)}“${quoted}”不是币种`;
    case "credit":
      return `${at(column)}“${quoted}”，分成合计不能超过 100%`;
    case "twice":
      return `${at(column)}“${quoted}”出现了两次`;
    case "not yours":
      return `${at(column)}“${quoted}”的业绩不归你导入`;
    case "no money":
      return `${at(column)}“${quoted}”，这个指标不按金额算`;
  }
}

type FileWords = ReturnType<typeof droppedEn>["file"];

/** 选列的表单。 */
const asked: Pick<
  FileWords,
  | "formTitle"
  | "formSave"
  | "formSees"
  | "none"
  | "dates"
  | "dateOrder"
  | "decimals"
  | "decimalMark"
  | "won"
  | "needsOwner"
  | "needsMetric"
  | "needsIt"
> = {
  formTitle: () => line`每列是什么？`,
  formSave: () => line`就这样读`,
  formSees: () => line`表头相同的文件以后都这样读`,
  none: () => line`文件里没有`,
  dates: () => line`日期写法`,
  dateOrder: (order) =>
    line`${{ ymd: "年在前，如 2026/5/1", dmy: "日在前，如 31/12/2026", mdy: "月在前，如 12/31/2026" }[order]}`,
  decimals: () => line`小数点`,
  decimalMark: (mark) => line`${mark === "." ? "1,234.50" : "1.234,50"}`,
  won: () => line`算赢单的状态`,
  needsOwner: () => line`请选一列说明是谁的。`,
  needsMetric: () => line`请选这些数字计入哪个指标。`,
  needsIt: () => line`请选一列。`,
};

export const droppedZh = (f: Formatter): ReturnType<typeof droppedEn> => ({
  file: {
    ...asked,
    collecting: () => line`正在整理你的业绩……`,
    exported: (rows) => line`业绩都在文件里了，共 ${figure(f, rows)} 行`,
    exportedMore: () => line`你能看到的都在里面，自己报的和导入的都有。`,
    notExported: (why) =>
      ({
        "no scope": line`应用还没有往这里发文件的权限，需要管理员开通（运行 ${typed("npm run doctor")} 会说怎么开）；在网页上可以直接导出。`,
        "not now": line`文件没能发出来，稍后再试一次。`,
        "too much": line`一个文件装不下，请维护机器人的同事用 ${typed("npm run export")} 导出。`,
      })[why],
    exportUnderWay: () => line`已经在整理了，稍等一下。`,
    helpExport: () => ({
      does: line`把能看到的业绩导出成文件`,
      usage: "导出数据",
      example: "导出数据",
    }),
    dropInOwnChat: () => line`文件只在和我的单聊里读，请发到那里。`,
    notATable: (name) => line`${said(name)} 不是我能读的表格，请发 .csv、.tsv、.txt 或 .xlsx。`,
    underWay: (name) => line`${said(name)} 正在读，或者上面还在等你确认。`,
    over: () => line`这个文件已经处理完了，要重来就再发一次。`,
    reading: (name) => line`正在读 ${said(name)}……`,
    storing: (name) => line`正在保存 ${said(name)}……`,
    rowsSoFar: (rows) => line`已读 ${figure(f, rows)} 行`,
    refused: (name) => line`${said(name)} 没读成`,
    why: refusals,
    asks: (name) => line`${said(name)}：有地方要问你`,
    ready: (name, rows) =>
      rows === 0
        ? line`${said(name)}：没有新内容`
        : line`${said(name)}：有 ${figure(f, rows)} 行可以保存`,
    counts: (added, changed, same, rejected) =>
      line`新增 ${figure(f, added)}，有变化 ${figure(f, changed)}，相同 ${figure(f, same)}，不收 ${figure(f, rejected)}`,
    notStored: () => line`现在还没有保存。`,
    asLastTime: () => line`按上次的列读的。`,
    metric: () => line`计入`,
    role: (role) => line`${roles[role]}`,
    column: (letters, heading) =>
      heading === "" ? line`${letters} 列` : line`${letters} 列 ${said(heading)}`,
    unit: (unit) => line`数字乘以 ${unit}`,
    rejectedTitle: () => line`不收的行`,
    rejected: (row, why, column) => line`第 ${String(row)} 行：${said(reasons(why, column))}`,
    moreRejected: (rows) => line`还有 ${figure(f, rows)} 行`,
    sumsTitle: () => line`赢单，按负责人`,
    sum: (owner, rows, value, unit) =>
      line`${said(owner)}：${f.amount(value, unit)}，${figure(f, rows)} 行`,
    unknownOwner: () => line`还不知道是谁`,
    moreSums: (owners) => line`还有 ${figure(f, owners)} 位`,
    firstRows: () => line`前几行`,
    cell: (content) => line`${said(content)}`,
    askHeader: () => line`没找到表头。把“日期、负责人、金额”这样的列名放在同一行，再发一次。`,
    askMetric: () => line`这些数字计入哪个指标？`,
    askColumn: (role) => line`哪一列是${roles[role]}？`,
    askDates: () => line`5/1 是 5 月 1 日，还是 1 月 5 日？`,
    askDecimal: () => line`1,234 是一千多，还是一点二？`,
    askWon: () => line`哪些状态算赢单？`,
    answer: () => line`去选`,
    store: () => line`保存`,
    storeGood: (rows) => line`保存没问题的 ${figure(f, rows)} 行`,
    change: () => line`改列`,
    asBig5: () => line`是乱码？按 Big5 读`,
    leave: () => line`不保存`,
    left: (name) => line`${said(name)} 没有保存`,
    stored: (name, rows) => line`${said(name)}：保存了 ${figure(f, rows)} 行`,
    storedMore: () => line`现在看业绩就能看到这些数字。`,
    unmatched: () => line`有的负责人还不知道是谁：管理员发${typed("未匹配")}来确认。`,
  },
});
