// A pasted list, "name amount [metric] [date]" a line: reading it, without knowing any goal yet.
import { code, person, rest, type Argument, type Reading } from "#src/bot/declare/arguments";
import { findAmounts } from "#src/language/amount/amount";
import { foldCase } from "#src/language/text";
import type { Person } from "#src/people/person";
import { metricNames } from "#src/practices/setup/api";
import { nameAt } from "./match-person.ts";
import { readLine, type DatedLine, type LineReader } from "./parse-line.ts";

export interface ListLine {
  /** The words that stand for a person, as typed. */
  readonly name: string;
  readonly people: readonly Person[];
  /** The 7 of G7, when the line names a goal. */
  readonly goal: number | null;
  readonly read: DatedLine;
}

/** Several lines at once, untouched: whether they are a list is known only with names and metrics at hand. */
export function severalLines(): Argument<string | null> {
  return {
    namesPeople: false,
    mayHold: (text) => text.includes("\n"),
    read: (reading) => {
      const text = reading.rest.trim();
      if (linesOf(text).length < 2) return null;
      reading.rest = "";
      return text;
    },
  };
}

const linesOf = (text: string): string[] =>
  text
    .split("\n")
    .map((each) => each.replace(/^(?:[-*•·]|\d{1,3}[.)、])\s+/u, "").trim())
    .filter((each) => each !== "");

/** The lines of a list; null when these lines are something else, such as several metrics of one's own or a note. */
export function readList(
  text: string,
  directory: readonly Person[],
  reader: Omit<LineReader, "ofRatio">,
  whole: Pick<Reading, "t">,
): readonly ListLine[] | null {
  const lines = linesOf(text);
  const read = lines.map((line) => readListLine(line, directory, reader, whole));
  const names = reader.metrics.flatMap(metricNames).map(foldCase);
  const startsNamed = (line: string): boolean =>
    /^[@\p{L}]/u.test(line) &&
    findAmounts(line).length > 0 &&
    !names.some((name) => foldCase(line).startsWith(name));
  return read.some((each) => each.people.length > 0) || lines.every(startsNamed) ? read : null;
}

function readListLine(
  line: string,
  directory: readonly Person[],
  reader: Omit<LineReader, "ofRatio">,
  { t }: Pick<Reading, "t">,
): ListLine {
  const from = line.startsWith("@") ? 1 : 0;
  const { people, end } = nameAt(line, from, directory);
  const reading: Reading = {
    rest: line.slice(end).replace(/^\s*[:：,，、;；=]\s*/u, " "),
    whole: line,
    typed: line,
    today: reader.today,
    directory,
    t,
  };
  const goal = code("G").read(reading);
  return {
    name: line.slice(from, end),
    people,
    goal,
    read: readLine(reading.rest.trim(), { ...reader, ofRatio: false }),
  };
}

/** The lines as one, for whoever wrote a log over several lines. */
export function inOneLine(
  text: string,
  directory: readonly Person[],
  { today }: Pick<Reading, "today">,
  { t }: Pick<Reading, "t">,
): { goal: number | null; who: Person | null; line: string } {
  const line = text.replace(/(?<!\s)\s*\n\s*/g, " ");
  const reading: Reading = { rest: line, whole: line, typed: line, today, directory, t };
  return { goal: code("G").read(reading), who: person().read(reading), line: rest().read(reading) };
}
