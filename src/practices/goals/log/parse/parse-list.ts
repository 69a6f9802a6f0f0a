// A pasted list, "name amount [metric] [date]" a line: reading it, without knowing any goal yet.
import { onlyOne, zip } from "#src/language/lists";
import { findAmounts, findFigures } from "#src/language/amount/amount";
import { findDays } from "#src/language/dates/find-days";
import { foldCase } from "#src/language/text";
import type { Person } from "#src/people/person";
import { metricNames, type Metric } from "#src/practices/setup/api";
import { readLine } from "../reading/read-line.ts";
import { linesOf } from "../reading/read-message.ts";
import { tableTotal } from "../reading/line-words.ts";
import type { LineReader, LineReading, ReadEntry } from "../reading/reading.ts";
import { nameAt } from "./match-person.ts";

export interface ListLine {
  /** The words that stand for a person, as typed. */
  readonly name: string;
  readonly people: readonly Person[];
  readonly read: LineReading;
}

export interface PastedList {
  readonly lines: readonly ListLine[];
  /** Its heading and the row of its sum, as typed: looked at, and not stored. */
  readonly sums: readonly string[];
}

/** The lines of a list; null when these lines are something else, such as several metrics of one's own or a note. */
export function readList(text: string, reader: LineReader): PastedList | null {
  const all = linesOf(text);
  const [first, ...others] = all;
  if (first === undefined || others.length === 0) return null;
  const heading = headingOf(first, reader);
  const sums = all.filter((line) => tableTotal.test(line));
  const rows = all.slice(heading ? 1 : 0).filter((line) => !tableTotal.test(line));
  const lines = rows.map((line) => readListLine(line, heading, reader));
  const names = reader.metrics.flatMap(metricNames).map(foldCase);
  const startsNamed = (line: string): boolean =>
    /^[@\p{L}]/u.test(line) &&
    findAmounts(line).length > 0 &&
    !names.some((name) => foldCase(line).startsWith(name));
  return lines.some((each) => each.people.length > 0) || rows.every(startsNamed)
    ? { lines, sums }
    : null;
}

function readListLine(line: string, heading: Heading | null, reader: LineReader): ListLine {
  const from = line.startsWith("@") ? 1 : 0;
  const { people, end } = nameAt(line, from, reader.directory);
  const rest = line
    .slice(end)
    .replace(/^\s*[:：,，、;；=]\s*/u, " ")
    .trim();
  const read = readLine(heading ? underMetrics(rest, heading, reader) : rest, {
    ...reader,
    ofRatio: false,
    directory: [],
    colleagues: [],
  });
  return {
    name: line.slice(from, end),
    people,
    read: heading && read.is === "clear" ? headed(read, heading) : read,
  };
}

interface Heading {
  /** Of the columns, in order. */
  readonly metrics: readonly Metric[];
  readonly on: ReadEntry["on"];
}

const columns =
  /姓名|名字|销售|人员|同事|金额|业绩|日期|备注|(?<![a-z])(?:name|rep|sales|amount|date|note|figure)(?![a-z])/iu;

/** The first line, where it holds no figure and names columns, metrics or a day. */
function headingOf(line: string, { metrics, today }: LineReader): Heading | null {
  const day = findDays(line, { today, lean: "past" }).find(({ doubtful }) => !doubtful);
  const on = day?.reads === "day" ? day.date : null;
  const bare = day ? `${line.slice(0, day.start)} ${line.slice(day.end)}` : line;
  if (/\d/.test(bare) || /\d ?\/ ?\d/.test(line) || findAmounts(bare).length > 0) return null;
  const folded = foldCase(bare);
  const places = metrics.flatMap((metric) => {
    const at = metricNames(metric)
      .map((name) => folded.indexOf(foldCase(name)))
      .filter((each) => each >= 0);
    return at.length > 0 ? [{ metric, at: Math.min(...at) }] : [];
  });
  const named = places.toSorted((a, b) => a.at - b.at).map(({ metric }) => metric);
  return named.length > 0 || columns.test(bare) || (on !== null && bare.trim() === "")
    ? { metrics: named, on }
    : null;
}

/** A row of as many figures as its heading has metrics, each with its own. */
function underMetrics(rest: string, { metrics }: Heading, { habits }: LineReader): string {
  const figures = findFigures(rest, habits).filter(({ readings }) => readings.length > 0);
  if (metrics.length < 2 || figures.length !== metrics.length) return rest;
  let from = 0;
  const pieces = zip(figures, metrics).map(([{ start, end }, metric]) => {
    const piece = `${rest.slice(from, start)} ${metric.nameEn} ${rest.slice(start, end)}`;
    from = end;
    return piece;
  });
  return `${pieces.join(" ")}${rest.slice(from)}`.trim();
}

/** A row below a heading of one metric or of a day. */
const headed = (
  { way }: Extract<LineReading, { is: "clear" }>,
  { metrics, on }: Heading,
): LineReading => ({
  is: "clear",
  way: {
    ...way,
    entries: way.entries.map((each) => ({
      ...each,
      on: each.on ?? on,
      metric: each.metric ?? onlyOne(metrics),
    })),
  },
});
