// Text with a separator: comma, semicolon, tab or whatever its own `sep=` line says. Papa Parse reads it, a piece at a time and no further than its rows are taken.
import Papa from "papaparse";
import {
  TableRefused,
  type Encoding,
  type GivenFile,
  type Table,
  type TableLimits,
  type TableRow,
} from "#src/ports/tables";
import { encodingOf, textOf } from "./decode.ts";
import { mostCharacters, mostColumns, mostRowCharacters } from "./limits.ts";

const separators = [",", ";", "\t", "|", "，", "；"] as const;
const sampleCharacters = 64 * 1024;
const ownLine = /^"?sep=(.)"?\r?\n/u;
const breaks = /\r\n|\r|\n/gu;

const lineBreaks = ["\r\n", "\n", "\r"] as const;
type LineBreak = (typeof lineBreaks)[number];

interface Shape {
  readonly separator: string;
  readonly lineBreak: LineBreak;
  /** Characters in front of the table: the line `sep=`. */
  readonly skip: number;
}

async function shapeOf(file: GivenFile, encoding: Encoding): Promise<Shape> {
  let sample = "";
  for await (const piece of textOf(file, encoding)) {
    sample += piece;
    if (sample.length >= sampleCharacters) break;
  }
  const own = ownLine.exec(sample);
  const separator = own?.[1] ?? separatorIn(sample);
  const { meta } = Papa.parse<string[]>(sample, { delimiter: separator, preview: 60 });
  return {
    separator,
    lineBreak: lineBreaks.find((each) => each === meta.linebreak) ?? "\n",
    skip: own?.[0].length ?? 0,
  };
}

/** That by which most lines have the same number of cells, more than one; a comma where nothing separates. */
function separatorIn(sample: string): string {
  let best = { separator: ",", lines: 0, cells: 0 };
  for (const separator of separators) {
    const { data } = Papa.parse<string[]>(sample, {
      delimiter: separator,
      preview: 60,
      skipEmptyLines: true,
    });
    const counts = new Map<number, number>();
    for (const { length } of data)
      if (length > 1) counts.set(length, (counts.get(length) ?? 0) + 1);
    for (const [cells, lines] of counts)
      if (lines > best.lines || (lines === best.lines && cells > best.cells))
        best = { separator, lines, cells };
  }
  return best.separator;
}

export async function openDelimited(
  file: GivenFile,
  limits: TableLimits,
  wanted: Encoding | undefined,
): Promise<Table> {
  const encoding = wanted ?? (await encodingOf(file));
  const shape = await shapeOf(file, encoding);
  return {
    kind: "text",
    encoding,
    sheet: null,
    sheets: [],
    rows: () => rowsOf(file, encoding, shape, limits),
  };
}

/** What Papa Parse reads in one go, while everybody else waits. */
const pieceCharacters = 8 * 1024;

/** Rows as far as they are whole; read on only when those were taken. */
async function* rowsIn(
  text: AsyncIterable<string>,
  { separator, lineBreak, skip }: Shape,
): AsyncGenerator<readonly string[] | "too long"> {
  const parser = new Papa.Parser({ delimiter: separator, newline: lineBreak });
  let left = skip;
  let coming = "";
  let held = "";
  for await (const piece of text) {
    coming += piece.slice(left);
    left = Math.max(0, left - piece.length);
    // Behind a quote that is still open all is read from that quote again: the longer it is open the more comes with it.
    while (coming.length >= Math.max(pieceCharacters, held.length)) {
      const size = Math.max(pieceCharacters, held.length);
      held += coming.slice(0, size);
      coming = coming.slice(size);
      const { data, meta }: Papa.ParseResult<string[]> = parser.parse(held, 0, true);
      yield* data;
      held = held.slice(meta.cursor);
      if (held.length > mostRowCharacters) yield "too long";
    }
  }
  const { data }: Papa.ParseResult<string[]> = parser.parse(held + coming, 0, false);
  // Behind the last line break there is no row.
  const last = data.at(-1);
  yield* last?.length === 1 && last[0] === "" ? data.slice(0, -1) : data;
}

async function* rowsOf(
  file: GivenFile,
  encoding: Encoding,
  shape: Shape,
  limits: TableLimits,
): AsyncGenerator<TableRow> {
  let line = shape.skip === 0 ? 1 : 2;
  let rows = 0;
  for await (const cells of rowsIn(textOf(file, encoding), shape)) {
    const at = line;
    line += 1;
    if (cells === "too long") throw new TableRefused({ problem: "broken", line: at });
    for (const cell of cells) {
      if (cell.length > mostCharacters) throw new TableRefused({ problem: "broken", line: at });
      line += cell.match(breaks)?.length ?? 0;
    }
    if (cells.length > mostColumns && cells.slice(mostColumns).some((each) => each.trim() !== ""))
      throw new TableRefused({ problem: "too many columns", most: mostColumns, line: at });
    if (++rows > limits.rows)
      throw new TableRefused({ problem: "too many rows", most: limits.rows });
    yield { line: at, cells: cells.slice(0, mostColumns) };
  }
}
