// Figures, days, headings and rows as offices have them in their files.
import { describe, expect, it } from "vitest";
import { tables } from "#adapters/files/index";
import { toText } from "#src/language/decimal";
import { proposeColumns, unitIn } from "#src/practices/numbers/import/columns";
import {
  dateOrderIn,
  decimalMarkIn,
  readDay,
  readFigure,
  type DateOrder,
  type DecimalMark,
} from "#src/practices/numbers/import/figures";
import { readRows, ownerKey } from "#src/practices/numbers/import/read-rows";
import { columnLetters } from "#src/practices/numbers/import/rows";
import {
  isSurvey,
  surveyTable,
  type ImportHints,
} from "#src/practices/numbers/import/survey-table";
import type { Cell } from "#src/ports/tables";

describe("a figure in a cell", () => {
  it.each<[Cell, DecimalMark, string | null]>([
    ["1,234.50", ".", "1234.5"],
    ["1.234,50", ",", "1234.5"],
    ["1 234,50", ",", "1234.5"],
    ["1\u00a0234", ".", "1234"],
    ["12.5万", ".", "125000"],
    ["￥1,200", ".", "1200"],
    ["¥ 88", ".", "88"],
    ["(300)", ".", "-300"],
    ["（1,300.5）", ".", "-1300.5"],
    ["300-", ".", "-300"],
    ["-300", ".", "-300"],
    ["'0012", ".", "12"],
    ["12%", ".", "12"],
    [12.5, ".", "12.5"],
    [0.1 + 0.2, ".", "0.3"],
    [1e21, ".", null],
    ["", ".", null],
    ["n/a", ".", null],
    ["12 or 13", ".", null],
    ["(-5)", ".", null],
    ["=1+1", ".", null],
    [null, ".", null],
  ])("%j with %s is %s", (cell, mark, value) => {
    const read = readFigure(cell, mark);
    expect(read && toText(read.value)).toBe(value);
  });
  it.each<[string, string | null]>([
    ["$5", "USD"],
    ["5 €", "EUR"],
    ["HKD 5", "HKD"],
    ["5", null],
  ])("%s names its currency", (cell, currency) => {
    expect(readFigure(cell, ".")?.currency).toBe(currency);
  });
  it.each<[readonly Cell[], DecimalMark | null | "unclear"]>([
    [["1.234,50", "5"], ","],
    [["1,234.50", "1,234"], "."],
    [["12,5"], ","],
    [["1.234.567"], ","],
    [["1,234", "2,000"], "unclear"],
    [["1.234"], "unclear"],
    [["12", "300"], null],
    [["1.5", "1,5"], "unclear"],
    [[1.5, 2], null],
  ])("%j together show the mark %s", (cells, mark) => {
    expect(decimalMarkIn(cells)).toBe(mark);
  });
});

describe("a day in a cell", () => {
  it.each<[Cell, DateOrder, string | null]>([
    ["2026-01-05", "ymd", "2026-01-05"],
    ["2026/1/5", "ymd", "2026-01-05"],
    ["2026.1.5", "ymd", "2026-01-05"],
    ["2026年1月5日", "ymd", "2026-01-05"],
    ["20260105", "ymd", "2026-01-05"],
    ["2026-01-05 23:59:01", "ymd", "2026-01-05"],
    ["5/1/2026", "dmy", "2026-01-05"],
    ["1/5/26", "mdy", "2026-01-05"],
    ["05.01.2026", "dmy", "2026-01-05"],
    ["5/1/2026", "ymd", null],
    ["31/2/2026", "dmy", null],
    [46_027, "ymd", "2026-01-05"],
    [46_027.75, "ymd", "2026-01-05"],
    ["46027", "ymd", "2026-01-05"],
    [12, "ymd", null],
    ["soon", "ymd", null],
    [null, "ymd", null],
  ])("%j as %s is %s", (cell, order, day) => {
    expect(readDay(cell, order)).toBe(day);
  });
  it.each<[readonly Cell[], DateOrder | null | "unclear"]>([
    [["5/1/2026", "13/1/2026"], "dmy"],
    [["5/1/2026", "1/13/2026"], "mdy"],
    [["5/1/2026"], "unclear"],
    [["13/1/2026", "1/13/2026"], "unclear"],
    [["2026-01-05"], null],
  ])("%j together show %s", (cells, order) => {
    expect(dateOrderIn(cells)).toBe(order);
  });
});

describe("headings", () => {
  it.each<[readonly string[], Record<string, number>]>([
    [
      ["订单编号", "成交日期", "负责人", "金额（万元）", "状态"],
      { id: 0, day: 1, owner: 2, amount: 3, outcome: 4 },
    ],
    [
      ["Deal ID", "Close Date", "Owner Email", "Amount (USD)", "Currency"],
      { id: 0, day: 1, email: 2, amount: 3, currency: 4 },
    ],
    [["姓名", "工號", "回款金額", "回款日期"], { owner: 0, number: 1, amount: 2, day: 3 }],
    [["Sales", "Owner", "Date"], { amount: 0, owner: 1, day: 2 }],
  ])("%j are known", (heading, columns) => {
    expect(proposeColumns(heading).columns).toEqual(columns);
  });
  it("of one name are asked about", () => {
    expect(proposeColumns(["日期", "负责人", "金额", "金额"]).unclear.get("amount")).toEqual([
      2, 3,
    ]);
  });
  it.each([
    ["单位：万元", "10000"],
    ["金额（万元）", "10000"],
    ["金额(千元)", "1000"],
    ["Amount (k)", "1000"],
    ["Unit: in thousands", "1000"],
    ["in millions", "1000000"],
    ["万科销售额", null],
    ["金额", null],
    ["Amount (USD)", null],
  ])("%s says the unit %s", (text, factor) => {
    expect(unitIn(text)).toBe(factor);
  });
  it("are named by letters as Excel counts", () => {
    expect([0, 25, 26, 27, 701, 702].map(columnLetters)).toEqual([
      "A",
      "Z",
      "AA",
      "AB",
      "ZZ",
      "AAA",
    ]);
  });
});

describe("an owner", () => {
  it.each([
    ["email", " Anna@Example.com ", "anna@example.com"],
    ["email", "anna", ""],
    ["mobile", "138 0013 8000", "+8613800138000"],
    ["mobile", "+86-13800138000", "+8613800138000"],
    ["mobile", "0086 13800138000", "+8613800138000"],
    ["mobile", "12", ""],
    ["number", " A007 ", "a007"],
    ["owner", "Anna  Lee", "anna lee"],
  ] as const)("by %s %j is compared as %j", (by, said, key) => {
    expect(ownerKey(by, said)).toBe(key);
  });
});

async function imported(text: string, hints: ImportHints = {}) {
  const bytes = new TextEncoder().encode(text);
  const table = await tables.open(
    {
      name: "x.csv",
      bytes: bytes.length,
      open: async function* () {
        yield bytes;
      },
    },
    { bytes: 1e6, rows: 1e4 },
  );
  const survey = await surveyTable(table, hints);
  if (!isSurvey(survey)) return { asks: [survey], rows: [] };
  const rows = [];
  for await (const row of readRows(table, survey, hints))
    rows.push(
      "problem" in row
        ? `${row.line} ${row.problem.why}${"said" in row.problem ? ` ${columnLetters(row.problem.column)} ${row.problem.said}` : ""}`
        : `${row.line} ${row.fact.day} ${toText(row.fact.value)}${row.fact.currency ?? ""} ${row.fact.owner.key} ${row.fact.outcome}${row.fact.credit ? ` ${toText(row.fact.credit)}%` : ""}`,
    );
  return { asks: survey.asks, rows };
}

describe("a whole table", () => {
  it("with a title, a unit, blank and ragged lines, totals and headings that come again", async () => {
    expect(
      await imported(
        [
          "华东区十月回款,,,",
          "单位：万元,,,",
          "日期,负责人,回款金额,币种",
          "2026/10/8,林晓,12.5,",
          ",,,",
          '2026/10/9,王磊,"(3)",USD',
          "2026/10/10,林晓",
          "日期,负责人,回款金额,币种",
          "2026/10/11,,5,",
          "2026/13/1,林晓,5,",
          "2026/10/12,林晓,五六万,",
          "2026/10/12,林晓,5,XXQ",
          "合计,,9.5,",
        ].join("\n"),
      ),
    ).toEqual({
      asks: [],
      rows: [
        "4 2026-10-08 125000 owner:林晓 won",
        "6 2026-10-09 -30000USD owner:王磊 won",
        "7 no amount",
        "9 no owner",
        "10 day A 2026/13/1",
        "11 amount C 五六万",
        "12 currency D XXQ",
      ],
    });
  });

  it("with states and shares counts what is won, and a share as it is", async () => {
    const text =
      "id,date,email,amount,status,share\n1,2026-10-08,a@x.cn,100,Closed Won,0.6\n1,2026-10-08,b@x.cn,100,Closed Won,40%\n2,2026-10-08,a@x.cn,50,negotiating,\n3,2026-10-08,a@x.cn,50,Closed Lost,120\n";
    expect((await imported(text)).rows).toEqual([
      "2 2026-10-08 100 email:a@x.cn won 60%",
      "3 2026-10-08 100 email:b@x.cn won 40%",
      "4 2026-10-08 50 email:a@x.cn open 100%",
      "5 credit F 120",
    ]);
  });

  it.each<[string, string, readonly string[]]>([
    ["which figure is the month", "date,owner,amount\n5/1/2026,a,1\n", ["dates"]],
    ["which mark is the decimal one", 'date,owner,amount\n2026-01-05,a,"1,234"\n', ["decimal"]],
    ["who owns it", "date,amount\n2026-01-05,1\n", ["column"]],
    ["what is won", "date,owner,amount,status\n2026-01-05,a,1,步骤三\n", ["won"]],
    ["where the headings are", "a,b\n1,2\n", ["header"]],
  ])("that does not tell %s is asked", async (_name, text, asks) => {
    expect((await imported(text)).asks.map((each) => each.asks)).toEqual(asks);
  });

  it("is read as somebody says, where it does not tell", async () => {
    expect(
      (
        await imported('date,owner,amount,status\n5/1/2026,a,"1,234",步骤三\n', {
          dates: "dmy",
          decimal: ".",
          won: ["步骤三"],
        })
      ).rows,
    ).toEqual(["2 2026-01-05 1234 owner:a won"]);
  });
});
