// What somebody is given of what is kept about them: a letter, all of it as JSON, and a table each as office programs open it.
import { csvMark, rowOfCells, type Locale } from "#src/language/text";
import type { ZipEntry } from "#src/ports/archive";
import type { GivenTable } from "../model.ts";

const letters: Readonly<Record<Locale, (day: string) => readonly string[]>> = {
  zh: (day) => [
    `这是领跑在 ${day} 存有的、和你有关的全部数据。`,
    "",
    "data.json 是全部内容，给程序用；csv 文件夹里每类一个表格，可以用 Excel 或 WPS 打开。",
    "时间是世界标准时间（UTC）。别人的编号保留编号，不写名字。",
    "发到聊天里的消息在聊天平台上，不在这里；公司的备份按备份的期限过期。",
  ],
  en: (day) => [
    `Everything Pacer keeps about you, as of ${day}.`,
    "",
    "data.json has all of it, for programs. The folder csv has one table for each kind, for Excel and the like.",
    "Times are UTC. Other people stand here by their ids, not by name.",
    "What was posted in the chat is kept by your chat platform and is not in here. Backups expire when your company's backups do.",
  ],
};

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const csvPath = ({ topic, table }: GivenTable): string => `csv/${topic}/${table}.csv`;

const textIn = (value: unknown): string => {
  if (value === null || value === undefined) return "";
  return typeof value === "string" ? value : JSON.stringify(value);
};

export function filesOf(
  tables: readonly GivenTable[],
  { locale, day }: { readonly locale: Locale; readonly day: string },
): readonly ZipEntry[] {
  const filled = tables.filter(({ rows }) => rows.length > 0);
  const topics: Record<string, Record<string, readonly object[]>> = {};
  for (const { topic, table, columns, rows } of filled)
    (topics[topic] ??= {})[table] = rows.map((row) =>
      Object.fromEntries(columns.map((column, i) => [column, row[i]])),
    );
  return [
    {
      name: locale === "zh" ? "说明.txt" : "README.txt",
      bytes: [utf8(`${letters[locale](day).join("\r\n")}\r\n`)],
    },
    {
      name: "data.json",
      bytes: [utf8(`${JSON.stringify({ asOf: day, data: topics }, null, 1)}\n`)],
    },
    ...filled.map((each) => ({ name: csvPath(each), bytes: [utf8(csvOf(each))] })),
  ];
}

const csvOf = ({ columns, rows }: GivenTable): string =>
  [csvMark, rowOfCells(columns), ...rows.map((row) => rowOfCells(row.map(textIn)))].join("");
