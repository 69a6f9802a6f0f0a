// Example views of a dropped file, with everything in them that a file may bring.
import type { Sample } from "#src/bot/declare/practice";
import type { NumberMessages } from "../messages/en.ts";
import { fileCard, type Reader } from "./file-card.ts";
import type { Drop, DropId, Found, Report, ShownTable } from "./model.ts";

const table: ShownTable = {
  encoding: "gb18030",
  sheet: null,
  heading: ["订单号", "日期", "负责人", "金额 <b>", "备注", "区域", "产品"],
  columns: { id: 0, day: 1, owner: 2, amount: 3 },
  dates: "ymd",
  decimal: ".",
  first: [1, 2, 3, 4, 5].map((line) => ({
    line: line + 1,
    cells: [`SK${String(line)}`, "2026/11/3", "李雷 <!channel>", "12.5", "*加急*", "华东", "A|B"],
  })),
  unit: "10000",
  metric: "",
  asLastTime: true,
  fingerprint: "",
};
const rejected = Array.from({ length: 10 }, (_, i) => ({
  line: i + 40,
  why: { why: "amount", column: 3, said: "二十箱 _x_ @everyone" } as const,
}));
const report: Report = {
  table,
  counts: { new: 1200, changed: 3, same: 40, rejected: 25 },
  rejected,
  sums: Array.from({ length: 10 }, (_, i) => ({
    said: `李雷 ${String(i)} *x*`,
    isKnown: i % 3 !== 0,
    currency: "CNY",
    rows: 12,
    value: "1234567.89",
  })),
  moreSums: 4,
};

const drop = (found: Found | null, state: Drop["state"] = "waits") => ({
  id: "00000000-0000-7000-8000-000000000009" as DropId,
  way: "in" as const,
  name: "十一月 <!channel>.csv",
  state,
  said: {},
  found,
  readRows: 40_000,
});
const reader: Reader = { metrics: [], locale: "zh" };

export const fileSamples: readonly Sample<NumberMessages>[] = [
  { name: "a file being read", view: (t) => fileCard(drop(null, "work"), reader, t) },
  {
    name: "a file that does not tell everything",
    view: (t) =>
      fileCard(
        drop({
          end: "asks",
          asks: [
            { asks: "metric" },
            { asks: "column", role: "owner", among: [] },
            { asks: "dates" },
            { asks: "decimal" },
            { asks: "won", words: ["已签"] },
          ],
          table,
        }),
        reader,
        t,
      ),
  },
  {
    name: "what would come of a file",
    view: (t) => fileCard(drop({ end: "read", ...report }), reader, t),
  },
  {
    name: "a file is stored",
    view: (t) => fileCard(drop({ end: "stored", ...report }, "ended"), reader, t),
  },
  {
    name: "a file that may not be read here",
    view: (t) =>
      fileCard(drop({ end: "refused", why: { problem: "no scope" } }, "ended"), reader, t),
  },
  {
    name: "figures in a file",
    view: (t) =>
      fileCard({ ...drop({ end: "exported", rows: 1450 }, "ended"), way: "out" }, reader, t),
  },
];
