// Files as offices have them: what they are written in, what separates them, and what is refused before it costs anything.
import { deflateRawSync } from "node:zlib";
import { writeXlsx } from "hucre";
import { describe, expect, it } from "vitest";
import { tables } from "#adapters/files/index";
import { TableRefused, type GivenFile, type TableHints } from "#src/ports/tables";

const limits = { bytes: 20 * 1024 * 1024, rows: 100_000 };

/** In pieces so small that no character is safe from being cut. */
const fileOf = (bytes: Uint8Array, piece = 7, name = "file"): GivenFile => ({
  name,
  bytes: bytes.length,
  async *open() {
    for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece);
  },
});
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const bytesOf = (...bytes: readonly number[]): Uint8Array => Uint8Array.from(bytes);
const joined = (...parts: readonly Uint8Array[]): Uint8Array => Buffer.concat(parts);

async function read(bytes: Uint8Array, hints: TableHints = {}) {
  const table = await tables.open(fileOf(bytes), limits, hints);
  const rows = [];
  for await (const row of table.rows()) rows.push(row);
  return { table, rows, cells: rows.map((each) => each.cells) };
}
const why = (bytes: Uint8Array, hints: TableHints = {}) =>
  read(bytes, hints).then(
    () => null,
    (error: unknown) => {
      if (error instanceof TableRefused) return error.why;
      throw error;
    },
  );

describe("a text file", () => {
  const said = "姓名,金额\n林晓,12.5\n";
  // 姓名,金额 / 林晓,12.5 in GB18030 and Big5.
  const gb = joined(
    bytesOf(0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0xbd, 0xf0, 0xb6, 0xee, 0x0a),
    bytesOf(0xc1, 0xd6, 0xcf, 0xfe),
    utf8(",12.5\n"),
  );
  it.each([
    ["UTF-8", utf8(said), "utf-8"],
    ["UTF-8 with its mark", joined(bytesOf(0xef, 0xbb, 0xbf), utf8(said)), "utf-8"],
    ["UTF-16 with its mark", joined(bytesOf(0xff, 0xfe), Buffer.from(said, "utf16le")), "utf-16le"],
    [
      "UTF-16, big end first",
      joined(bytesOf(0xfe, 0xff), Buffer.from(said, "utf16le").swap16()),
      "utf-16be",
    ],
    ["GB18030", gb, "gb18030"],
  ])("in %s is read as it was written", async (_name, bytes, encoding) => {
    const { table, cells } = await read(bytes);
    expect(table.encoding).toBe(encoding);
    expect(cells.filter((each) => each.length > 1)).toEqual([
      ["姓名", "金额"],
      ["林晓", "12.5"],
    ]);
  });

  it("of a western Excel keeps its euro sign, which Node 20's decoder loses", async () => {
    const { table, cells } = await read(
      joined(utf8("Name;Betrag\nJ"), bytesOf(0xf6), utf8("rg;5 "), bytesOf(0x80), utf8("\n")),
    );
    expect(table.encoding).toBe("windows-1252");
    expect(cells[1]).toEqual(["Jörg", "5 €"]);
  });

  it("is read in another encoding where somebody says so", async () => {
    const { cells } = await read(joined(bytesOf(0xa9, 0x6d, 0xa6, 0x57), utf8(",1\n")), {
      encoding: "big5",
    });
    expect(cells[0]).toEqual(["姓名", "1"]);
  });

  it.each([
    ["semicolons", "a;b;c\n1,5;2;3\n4,5;5;6\n", ["1,5", "2", "3"]],
    ["tabs", "a\tb\tc\n1,5\t2\t3\n", ["1,5", "2", "3"]],
    ["its own line", "sep=|\na|b|c\n1,5|2|3\n", ["1,5", "2", "3"]],
    ["commas between quotes", 'a,b,c\n"1,5","x ""y""",3\n', ["1,5", 'x "y"', "3"]],
  ])("separated by %s has the cells somebody sees", async (_name, text, second) => {
    expect((await read(utf8(text))).cells[1]).toEqual(second);
  });

  it("names a row by the line it begins on, quoted line breaks counted", async () => {
    const { rows } = await read(utf8('a,b\n"one\ntwo\r\nthree",2\n3,4\n'));
    expect(rows.map((each) => each.line)).toEqual([1, 2, 5]);
  });

  it.each([
    ["nothing in it", utf8(""), { problem: "empty" }],
    ["something that is no text", bytesOf(1, 0, 2, 0, 0, 3, 4, 0, 5), { problem: "no table" }],
    [
      "a cell far out on the right",
      utf8(`a,b\n${",".repeat(300)}x\n`),
      { problem: "too many columns", most: 256, line: 2 },
    ],
    [
      "a quote that never ends",
      utf8(`a,b\n"${"x".repeat(50_000)}`),
      { problem: "broken", line: 2 },
    ],
    [
      "a quote in front of all the rest of a long file",
      utf8(`a,b\n"${"林晓,12.5\n".repeat(250_000)}`),
      { problem: "broken", line: 2 },
    ],
  ])("with %s is refused by name", async (_name, bytes, problem) => {
    expect(await why(bytes)).toEqual(problem);
  });

  it("that is too big or too long is refused before it is read", async () => {
    await expect(tables.open(fileOf(utf8("a,b\n")), { ...limits, bytes: 2 })).rejects.toMatchObject(
      { why: { problem: "too big", most: 2 } },
    );
    const long = await tables.open(fileOf(utf8("a,b\n1,2\n3,4\n")), { ...limits, rows: 2 });
    await expect(
      (async () => {
        for await (const row of long.rows()) expect(row.cells).toHaveLength(2);
      })(),
    ).rejects.toMatchObject({ why: { problem: "too many rows", most: 2 } });
  });
});

describe("a workbook", () => {
  const workbook = (rows: Parameters<typeof writeXlsx>[0]["sheets"]) => writeXlsx({ sheets: rows });

  it("is read from the first sheet that is seen and holds a table; hidden ones are not named", async () => {
    const { table, rows } = await read(
      await workbook([
        {
          name: "密",
          hidden: true,
          rows: [
            ["x", "y"],
            ["1", "2"],
          ],
        },
        { name: "封面", rows: [["十月业绩"]] },
        {
          name: "数据",
          rows: [
            ["日期", "金额"],
            [new Date(Date.UTC(2026, 0, 5)), 12.5],
            [null, null],
            [46_027, "(300)"],
          ],
        },
      ]),
    );
    expect(table.sheet).toBe("数据");
    expect(table.sheets).toEqual(["封面", "数据"]);
    expect(rows).toEqual([
      { line: 1, cells: ["日期", "金额"] },
      { line: 2, cells: [{ day: "2026-01-05" }, 12.5] },
      { line: 4, cells: [46_027, "(300)"] },
    ]);
  });

  it("is read from another sheet where somebody names it, and says which there are", async () => {
    const bytes = await workbook([
      {
        name: "A",
        rows: [
          ["a", "b"],
          ["1", "2"],
        ],
      },
      {
        name: "B",
        rows: [
          ["c", "d"],
          ["3", "4"],
        ],
      },
    ]);
    expect((await read(bytes, { sheet: "B" })).cells[1]).toEqual(["3", "4"]);
    expect(await why(bytes, { sheet: "C" })).toEqual({
      problem: "no such sheet",
      sheets: ["A", "B"],
    });
  });

  it("that would unpack to too much is refused by what it says itself", async () => {
    expect(await why(bombOf("xl/sharedStrings.xml", 200 * 1024 * 1024))).toMatchObject({
      problem: "unpacks to too much",
    });
  });

  it("with a password, of old Excel, or broken, is refused by name", async () => {
    const container = (more: Uint8Array) =>
      joined(bytesOf(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), more);
    expect(await why(container(Buffer.from("EncryptedPackage", "utf16le")))).toEqual({
      problem: "locked",
    });
    expect(await why(container(utf8("Workbook")))).toEqual({ problem: "old workbook" });
    const whole = await workbook([{ name: "A", rows: [["a", "b"]] }]);
    expect(await why(whole.subarray(0, whole.length - 40))).toEqual({
      problem: "broken",
      line: null,
    });
  });
});

/** A zip of one part of blanks, a thousand times smaller than what it says it is. */
function bombOf(name: string, size: number): Uint8Array {
  const packed = deflateRawSync(Buffer.alloc(1024));
  const called = utf8(name);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(called.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt32LE(packed.length, 20);
  entry.writeUInt32LE(size, 24);
  entry.writeUInt16LE(called.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(30 + called.length + packed.length, 16);
  return joined(local, called, packed, entry, called, end);
}

describe("a page named .xls", () => {
  it("is read from its largest table, a cell over several columns counted as so many", async () => {
    const { table, cells } = await read(
      utf8(
        `<html><head><meta charset="utf-8"></head><table><tr><td>x</table><table><tr><th colspan=2>十月<th>金额<tr><td>林晓<td>0012<td>1,234.50 &yen;</table>`,
      ),
    );
    expect(table.kind).toBe("page");
    expect(cells).toEqual([
      ["十月", "", "金额"],
      ["林晓", "0012", "1,234.50 ¥"],
    ]);
  });
  it("without a table is refused", async () => {
    expect(await why(utf8("<html><body>Please sign in</body></html>"))).toEqual({
      problem: "no table",
    });
  });
});

it("lets everybody else have their turn while it is read, however long it is", async () => {
  const table = await tables.open(fileOf(utf8("林晓,12.5\n".repeat(2_000)), 1024 * 1024), limits);
  let turns = 0;
  let ended = false;
  const look = (): void => {
    turns += 1;
    if (!ended) setImmediate(look);
  };
  setImmediate(look);
  let rows = 0;
  for await (const row of table.rows()) rows += row.cells.length > 1 ? 1 : 0;
  ended = true;
  expect(rows).toBe(2_000);
  expect(turns).toBeGreaterThan(50);
});
