// A web page named .xls: what many systems export as "Excel" is a table in HTML. Its largest table is read, its cells as text.
import { parse, type HTMLElement } from "node-html-parser";
import {
  TableRefused,
  type GivenFile,
  type Table,
  type TableLimits,
  type TableRow,
} from "#src/ports/tables";
import { encodingOf, textOf } from "./decode.ts";
import { mostColumns, mostPageBytes } from "./limits.ts";

const spanOf = (cell: HTMLElement): number =>
  Math.min(mostColumns, Math.max(1, Number.parseInt(cell.getAttribute("colspan") ?? "1", 10) || 1));

const cellsOf = (row: HTMLElement): string[] =>
  row
    .querySelectorAll("td, th")
    .flatMap((cell) => [cell.text.trim(), ...Array.from({ length: spanOf(cell) - 1 }, () => "")]);

export async function openPage(file: GivenFile, limits: TableLimits): Promise<Table> {
  if (file.bytes > mostPageBytes)
    throw new TableRefused({ problem: "too big", most: mostPageBytes });
  const encoding = await encodingOf(file);
  let html = "";
  for await (const piece of textOf(file, encoding)) html += piece;
  const tables = parse(html).querySelectorAll("table");
  const rows = tables
    .map((table) => table.querySelectorAll("tr"))
    .reduce<HTMLElement[]>((most, each) => (each.length > most.length ? each : most), []);
  if (rows.length === 0) throw new TableRefused({ problem: "no table" });
  if (rows.length > limits.rows)
    throw new TableRefused({ problem: "too many rows", most: limits.rows });
  return {
    kind: "page",
    encoding,
    sheet: null,
    sheets: [],
    async *rows() {
      for (const [i, row] of rows.entries()) {
        const cells = cellsOf(row);
        if (cells.length > mostColumns)
          throw new TableRefused({ problem: "too many columns", most: mostColumns, line: i + 1 });
        yield { line: i + 1, cells } satisfies TableRow;
      }
    },
  };
}
