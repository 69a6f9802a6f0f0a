// What npm run import prints: for people in English, for machines as JSON.
import { toText, type Decimal } from "#src/language/decimal";
import {
  columnLetters,
  type ImportEnd,
  type ImportQuestion,
  type ImportRow,
  type OwnerSum,
  type Rejected,
  type Survey,
} from "#src/practices/numbers/api";
import type { Metric } from "#src/practices/setup/api";
import type { Table, TableProblem } from "#src/ports/tables";
import type { ImportAsked } from "./import-asked.ts";

export interface RowForMachines {
  readonly line: number;
  readonly status: ImportRow["as"];
  readonly reason: string | null;
  readonly id: string | null;
  readonly owner: string | null;
  readonly ownerState: "known" | "unmatched" | null;
  readonly date: string | null;
  /** In the currency's smallest part, where it is money. */
  readonly amountMinor: string | null;
  readonly amount: string | null;
  readonly currency: string | null;
  readonly outcome: string | null;
}

/** How many decimals a currency's smallest part has: 2 for CNY, 0 for JPY (ISO 4217, as the runtime knows it). */
const decimalsOf = (currency: string): number =>
  new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions()
    .maximumFractionDigits ?? 2;

/** In the currency's smallest part; null where it is no money. */
export const minorOf = (value: Decimal, currency: string | null): string | null =>
  currency === null ? null : value.times(`1${"0".repeat(decimalsOf(currency))}`).toFixed(0);

export function rowForMachines({ line, as, fact, person, rejected }: ImportRow): RowForMachines {
  return {
    line,
    status: as,
    reason: rejected && reasonSays(rejected),
    id: fact?.externalId ?? null,
    owner: fact?.owner.said ?? null,
    ownerState: fact && (person === null ? "unmatched" : "known"),
    date: fact?.on ?? null,
    amountMinor: fact && minorOf(fact.value, fact.currency),
    amount: fact && toText(fact.value),
    currency: fact?.currency ?? null,
    outcome: fact?.outcome ?? null,
  };
}

const megabytes = (bytes: number): string => `${Math.floor(bytes / 1024 / 1024)} MB`;

export function refusedSays(why: TableProblem): string {
  switch (why.problem) {
    case "empty":
      return "The file is empty.";
    case "too big":
      return `The file is too big: ${megabytes(why.most)} at most.`;
    case "unpacks to too much":
      return `The workbook would unpack to more than ${megabytes(why.most)}. Save it as CSV.`;
    case "too many columns":
      return `Line ${why.line} has more than ${why.most} columns: there may be something far out on the right.`;
    case "too many rows":
      return `The file has more than ${why.most} rows. Split it.`;
    case "locked":
      return "The workbook has a password. Save it without one.";
    case "old workbook":
      return "This is an old Excel file (.xls). Save it as .xlsx or CSV.";
    case "no table":
      return "There is no table in this file.";
    case "broken":
      return why.line === null
        ? "The file is damaged, or in another encoding: try --encoding gb18030, big5 or utf-8."
        : `Line ${why.line} cannot be read: a quotation mark may be missing.`;
    case "no such sheet":
      return `There is no such sheet. There are: ${why.sheets.join(", ")}.`;
  }
}

export const letter = (column: number | null): string =>
  column === null ? "" : ` in column ${columnLetters(column)}`;

export function reasonSays(rejected: Rejected): string {
  const at = letter(rejected.column);
  switch (rejected.why) {
    case "no day":
      return `no date${at}`;
    case "no amount":
      return `no amount${at}`;
    case "no owner":
      return `no owner${at}`;
    case "not stored so exactly":
      return `more than 18 digits or 6 decimals${at}`;
    case "day":
      return `“${rejected.said}”${at} is no date`;
    case "amount":
      return `“${rejected.said}”${at} is no amount`;
    case "currency":
      return `“${rejected.said}”${at} is no currency`;
    case "credit":
      return `“${rejected.said}”${at}: shares are 0 to 100 % together`;
    case "twice":
      return `“${rejected.said}”${at} is in line ${rejected.before} already`;
    case "not yours":
      return `“${rejected.said}”${at} is somebody else`;
    case "no money":
      return `“${rejected.said}”${at}: this metric is not money`;
  }
}

export function questionSays(question: ImportQuestion<string>): string {
  switch (question.asks) {
    case "header":
      return "No row of headings was found: say which with --header-row 3, and --map amount=C --map day=A --map owner=B.";
    case "column":
      return `Which column is the ${question.role}? Say it with --map ${question.role}=C${question.among.length > 0 ? ` (it may be ${question.among.map(columnLetters).join(" or ")})` : ""}.`;
    case "dates":
      return "The file does not tell whether 5/1 is 5 January or 1 May: say --dates dmy or --dates mdy.";
    case "decimal":
      return "The file does not tell whether 1,234 is a thousand or one and a bit: say --decimal . or --decimal ,";
    case "won":
      return `Which of these mean won? Say it with --won, once each: ${question.words.join(", ")}.`;
  }
}

interface Said {
  readonly asked: ImportAsked;
  readonly table: Table;
  readonly metric: Metric;
  readonly ended: Exclude<ImportEnd, { readonly end: "busy" }>;
  readonly listed: readonly ImportRow[];
  readonly rows: readonly RowForMachines[];
}

const sumForMachines = (each: OwnerSum) => ({
  owner: each.said,
  ownerState: each.person === null ? "unmatched" : "known",
  rows: each.rows,
  amount: toText(each.value),
  currency: each.currency,
});

export function importSays(said: Said): string {
  const { asked, table, metric, ended, listed, rows } = said;
  if (asked.json)
    return JSON.stringify(
      ended.end === "asks"
        ? { rows: [], counts: null, sums: [], asked: ended.asks }
        : {
            rows,
            counts: ended.counts,
            sums: ended.sums.map(sumForMachines),
            stored: ended.stored,
            asked: [],
          },
    );
  const survey = ended.survey;
  const lines = survey === null ? [] : [aboutTable(table, survey, metric), ...firstRows(survey)];
  if (ended.end === "asks")
    return [...lines, ...ended.asks.map((each) => questionSays(each))].join("\n");
  const { counts } = ended;
  lines.push(
    `${counts.new} new, ${counts.changed} changed, ${counts.same} the same, ${counts.rejected} rejected.`,
    ...listed.map(
      (each) => `  line ${each.line}: ${each.rejected ? reasonSays(each.rejected) : ""}`,
    ),
  );
  if (counts.rejected > listed.length) lines.push(`  and ${counts.rejected - listed.length} more.`);
  lines.push(
    ...ended.sums.map(
      (each) =>
        `  ${each.said}: ${each.rows} ${each.rows === 1 ? "row" : "rows"}, ${toText(each.value)}${each.currency === null ? "" : ` ${each.currency}`}${each.person === null ? " (nobody of ours is known under this name yet)" : ""}`,
    ),
    howItEnded(asked, ended),
  );
  return lines.join("\n");
}

export function howItEnded(
  asked: Pick<ImportAsked, "apply">,
  { stored, counts }: Pick<Extract<ImportEnd, { readonly end: "read" }>, "stored" | "counts">,
): string {
  const good = counts.new + counts.changed;
  const counted = (what: string): string => `${good} ${what}${good === 1 ? "" : "s"}`;
  if (stored) return `Stored: ${counted("row")}.`;
  if (asked.apply)
    return `Nothing was stored, since rows were rejected. Mend them, or store the ${counted("good row")} with --skip-rejected.`;
  return "Nothing was stored: this was a dry run. Store it with --apply.";
}

export function aboutTable(
  table: Table,
  survey: Pick<Survey, "headerLine" | "unit">,
  { nameEn }: Pick<Metric, "nameEn">,
): string {
  const kind = {
    text: table.encoding ?? "text",
    workbook: `sheet “${table.sheet}”`,
    page: "a web page",
  };
  const unit = toText(survey.unit) === "1" ? "" : `, figures times ${toText(survey.unit)}`;
  return `${nameEn}: ${kind[table.kind]}, headings in line ${survey.headerLine}${unit}.`;
}

const cellSays = (cell: Survey["heading"][number]): string => {
  if (cell === null) return "";
  return typeof cell === "object" ? cell.day : String(cell);
};

export const firstRows = ({
  heading,
  columns,
  first,
}: Pick<Survey<string>, "heading" | "columns" | "first">): string[] => [
  `  ${Object.entries(columns)
    .flatMap(([role, column]) => (column === undefined ? [] : [[role, column] as const]))
    .map(([role, column]) => `${role} = ${cellSays(heading[column] ?? null)}`)
    .join(", ")}`,
  ...first.map(({ line, cells }) => `  ${line} | ${cells.map(cellSays).join(" | ")}`),
];
