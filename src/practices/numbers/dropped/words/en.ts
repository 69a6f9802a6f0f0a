// What is said of a dropped file in English.
import type { Formatter } from "#src/language/format";
import { decimal, type Decimal } from "#src/language/decimal";
import type { Unit } from "#src/language/units";
import { line, said, typed, type Line } from "#src/view/line";
import type { ColumnRole } from "../../import/columns.ts";
import type { Rejected } from "../../import/import-table.ts";
import type { DropRefusal } from "../model.ts";

const megabytes = (bytes: number): string => String(Math.floor(bytes / 1024 / 1024));
export const figure = (f: Formatter, count: number): string => f.number(decimal(String(count)));
const counted = (f: Formatter, count: number, one: string): string =>
  `${figure(f, count)} ${one}${count === 1 ? "" : "s"}`;

const roles: Readonly<Record<ColumnRole, string>> = {
  id: "number of the order or deal",
  day: "date",
  owner: "owner's name",
  email: "owner's e-mail",
  mobile: "owner's mobile",
  number: "owner's employee number",
  amount: "amount",
  currency: "currency",
  outcome: "status",
  credit: "share in %",
};

const at = (column: string | null): string => (column === null ? "" : ` in column ${column}`);

function refusals(why: DropRefusal): Line {
  switch (why.problem) {
    case "empty":
      return line`There is nothing in the file. Save it again and drop it here.`;
    case "too big":
      return line`That is more than ${megabytes(why.most)} MB. Split the file, or ask whoever runs the bot to bring it in.`;
    case "unpacks to too much":
      return line`The workbook unpacks to more than ${megabytes(why.most)} MB. Save it as CSV and drop that.`;
    case "too many columns":
      return line`Row ${String(why.line)} has more than ${String(why.most)} columns: clear what stands far out on the right.`;
    case "too many rows":
      return line`There are more than ${String(why.most)} rows. Split the file.`;
    case "locked":
      return line`The workbook has a password. Save it without one and drop it again.`;
    case "old workbook":
      return line`This is an old Excel file. Save it as .xlsx or CSV and drop it again.`;
    case "no table":
      return line`I find no table in it. Drop a CSV or an Excel file with headings.`;
    case "broken":
      return why.line === null
        ? line`The file cannot be read: it is damaged. Save it again and drop it.`
        : line`Line ${String(why.line)} cannot be read: a quotation mark may be missing.`;
    case "no such sheet":
      return line`That sheet is not in it. There are: ${said(why.sheets.join(", "))}.`;
    case "no scope":
      return line`I may not read files here yet. An admin has to allow it for the app (${typed("npm run doctor")} says how); on the web page it works at once.`;
    case "gone":
      return line`The file is not there any more. Drop it again.`;
    case "no metric":
      return line`Nothing is counted here yet. An admin makes a metric with ${typed("setup")}.`;
    case "deals":
      return line`This is a list of deals: it has a stage and a close day. As figures it would count what is not won yet. Whoever runs the bot brings it in with ${typed("npm run import -- FILE --deals")}; then ${typed("deals")} shows it.`;
    case "failed":
      return line`I tried several times and could not read it. Save it as CSV and drop that.`;
  }
}

function reasons({ why, ...more }: Rejected, column: string | null): string {
  const quoted = "said" in more ? more.said : "";
  switch (why) {
    case "no day":
      return `no date${at(column)}`;
    case "no amount":
      return `no amount${at(column)}`;
    case "no owner":
      return `no owner${at(column)}`;
    case "not stored so exactly":
      return `too many digits${at(column)}`;
    case "day":
      return `“${quoted}”${at(column)} is no date`;
    case "amount":
      return `“${quoted}”${at(column)} is no amount`;
    case "currency":
      return `“${quoted}”${at(column)} is no currency`;
    case "credit":
      return `“${quoted}”${at(column)}: shares are at most 100 % together`;
    case "twice":
      return `“${quoted}”${at(column)} stands there twice`;
    case "not yours":
      return `“${quoted}”${at(column)} is nobody whose numbers you may bring`;
    case "no money":
      return `“${quoted}”${at(column)}: this is not counted in money`;
  }
}

/** The form of the columns. */
const asked = () => ({
  formTitle: (): Line => line`Which column is what?`,
  formSave: (): Line => line`Read it so`,
  formSees: (): Line => line`Remembered for files with the same headings`,
  none: (): Line => line`not in this file`,
  dates: (): Line => line`Dates`,
  dateOrder: (order: "ymd" | "dmy" | "mdy"): Line =>
    line`${{ ymd: "year first, as in 2026/5/1", dmy: "day first, as in 31/12/2026", mdy: "month first, as in 12/31/2026" }[order]}`,
  decimals: (): Line => line`Decimal mark`,
  decimalMark: (mark: "." | ","): Line => line`${mark === "." ? "1,234.50" : "1.234,50"}`,
  won: (): Line => line`Means won`,
  needsOwner: (): Line => line`Choose a column that says who it belongs to.`,
  needsMetric: (): Line => line`Choose what the figures count as.`,
  needsIt: (): Line => line`Choose a column.`,
});

/** Figures as a file. */
const exported = (f: Formatter) => ({
  collecting: (): Line => line`Collecting your figures …`,
  exported: (rows: number): Line => line`Your figures are in the file: ${counted(f, rows, "row")}`,
  exportedMore: (): Line =>
    line`Everything you may see here, what was reported and what was imported.`,
  notExported: (why: "no scope" | "not now" | "too much"): Line =>
    ({
      "no scope": line`I may not put files here yet. An admin has to allow it for the app (${typed("npm run doctor")} says how); on the web page it works at once.`,
      "not now": line`The file could not be put here. Try again in a moment.`,
      "too much": line`That is more than one file holds. Ask whoever runs the bot for ${typed("npm run export")}.`,
    })[why],
  exportUnderWay: (): Line => line`Your figures are being collected already.`,
  helpExport: () => ({
    does: line`Get all figures you may see as a file`,
    usage: "export",
    example: "export",
  }),
});

export const droppedEn = (f: Formatter) => ({
  file: {
    ...exported(f),
    ...asked(),
    dropInOwnChat: (): Line => line`Files are read in our own chat only. Drop it there.`,
    notATable: (name: string): Line =>
      line`${said(name)} is no table I can read. Drop a .csv, .tsv, .txt or .xlsx file.`,
    underWay: (name: string): Line =>
      line`${said(name)} is being read already, or waits for your answer above.`,
    over: (): Line => line`That file is settled. Drop it again to start over.`,
    reading: (name: string): Line => line`Reading ${said(name)} …`,
    storing: (name: string): Line => line`Storing ${said(name)} …`,
    rowsSoFar: (rows: number): Line => line`${counted(f, rows, "row")} so far`,
    refused: (name: string): Line => line`${said(name)} was not read`,
    why: refusals,
    asks: (name: string): Line => line`${said(name)} needs a word from you`,
    ready: (name: string, rows: number): Line =>
      rows === 0
        ? line`${said(name)}: nothing new in it`
        : line`${said(name)}: ${counted(f, rows, "row")} to store`,
    counts: (added: number, changed: number, same: number, rejected: number): Line =>
      line`${figure(f, added)} new, ${figure(f, changed)} changed, ${figure(f, same)} the same, ${figure(f, rejected)} rejected`,
    notStored: (): Line => line`Nothing is stored yet.`,
    asLastTime: (): Line => line`Read as last time.`,
    metric: (): Line => line`Counts as`,
    role: (role: ColumnRole): Line => line`${sentence(roles[role])}`,
    column: (letters: string, heading: string): Line =>
      heading === "" ? line`${letters}` : line`${letters} ${said(heading)}`,
    unit: (unit: string): Line => line`Figures times ${unit}`,
    rejectedTitle: (): Line => line`Rejected`,
    rejected: (row: number, why: Rejected, column: string | null): Line =>
      line`Line ${String(row)}: ${said(reasons(why, column))}`,
    moreRejected: (rows: number): Line => line`and ${counted(f, rows, "more row")}`,
    sumsTitle: (): Line => line`Won, by owner`,
    sum: (owner: string, rows: number, value: Decimal, unit: Unit): Line =>
      line`${said(owner)}: ${f.amount(value, unit)}, ${counted(f, rows, "row")}`,
    unknownOwner: (): Line => line`not known here yet`,
    moreSums: (owners: number): Line => line`and ${counted(f, owners, "more owner")}`,
    firstRows: (): Line => line`First rows`,
    cell: (content: string): Line => line`${said(content)}`,
    askHeader: (): Line =>
      line`Which row holds the headings? Put headings such as date, owner and amount in one row and drop it again.`,
    askMetric: (): Line => line`What do these figures count as?`,
    askColumn: (role: ColumnRole): Line => line`Which column is the ${roles[role]}?`,
    askDates: (): Line => line`Is 5/1 the fifth of January, or the first of May?`,
    askDecimal: (): Line => line`Is 1,234 more than a thousand, or one and a bit?`,
    askWon: (): Line => line`Which status means won?`,
    answer: (): Line => line`Say it`,
    store: (): Line => line`Store`,
    storeGood: (rows: number): Line =>
      line`Store the ${figure(f, rows)} good ${rows === 1 ? "row" : "rows"}`,
    change: (): Line => line`Change columns`,
    asBig5: (): Line => line`Looks garbled? Read as Big5`,
    leave: (): Line => line`Don't store`,
    left: (name: string): Line => line`${said(name)} was not stored`,
    stored: (name: string, rows: number): Line =>
      line`${said(name)}: ${counted(f, rows, "row")} stored`,
    storedMore: (): Line => line`Whoever looks at numbers sees them from now on.`,
    unmatched: (): Line =>
      line`Some owners are not known here yet: an admin says who they are with ${typed("unmatched")}.`,
  },
});

const sentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
