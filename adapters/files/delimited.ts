// Text with a separator: comma, semicolon, tab or whatever its own `sep=` line says. Papa Parse reads it, a piece at a time.
import { Readable } from "node:stream";
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
import { mostCharacters, mostColumns } from "./limits.ts";

const separators = [",", ";", "\t", "|", "，", "；"] as const;
const sampleCharacters = 64 * 1024;
const ownLine = /^"?sep=(.)"?\r?\n/u;
const breaks = /\r\n|\r|\n/gu;

interface Shape {
  readonly separator: string;
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
  if (own?.[1] !== undefined) return { separator: own[1], skip: own[0].length };
  return { separator: separatorIn(sample), skip: 0 };
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

async function* without(pieces: AsyncIterable<string>, count: number): AsyncGenerator<string> {
  let left = count;
  for await (const piece of pieces) {
    if (left < piece.length) yield piece.slice(left);
    left = Math.max(0, left - piece.length);
  }
}

async function* rowsOf(
  file: GivenFile,
  encoding: Encoding,
  { separator, skip }: Shape,
  limits: TableLimits,
): AsyncGenerator<TableRow> {
  const source = Readable.from(without(textOf(file, encoding), skip));
  const parser = Papa.parse(Papa.NODE_STREAM_INPUT, { delimiter: separator });
  // What goes wrong with the file goes wrong for whoever reads its rows.
  source.once("error", (error) => parser.destroy(error));
  source.pipe(parser);
  let line = skip === 0 ? 1 : 2;
  let rows = 0;
  try {
    for await (const read of parser) {
      const cells = read as string[];
      const at = line;
      line += 1;
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
  } finally {
    source.destroy();
  }
}
