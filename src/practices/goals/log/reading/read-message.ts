// Several lines of one's own: each is an entry of its own; a day, a metric or words on a line of their own go to those beside it.
import { mostWays } from "./account.ts";
import { mostFigures, readLine } from "./read-line.ts";
import { tableTotal } from "./line-words.ts";
import { nameAtEnd } from "../parse/match-metric.ts";
import { findDays } from "#src/language/dates/find-days";
import type { LineReader, LineReading, ReadEntry, Way, WhyAsked } from "./reading.ts";

/** The lines of a message, without what numbers them. */
export const linesOf = (text: string): readonly string[] =>
  text
    .split("\n")
    .map((each) => each.replace(/^(?:(?:[-*•·]|\d{1,3}[.)])\s+|\d{1,3}、\s*)/u, "").trim())
    .filter((each) => each !== "");

/** A verb before a later line of the message: log €3k Beta. */
const verb = /^(?:(?:log|add)\s+|报数?(?![销告价名表警备废])\s*)/iu;

/** What a line without figures says to those behind it. */
interface Heading {
  readonly on: ReadEntry["on"];
  readonly metric: ReadEntry["metric"];
}

export function readMessage(text: string, reader: LineReader): LineReading {
  const lines = linesOf(text);
  const [only, ...others] = lines;
  if (only === undefined || others.length === 0) return readLine(only ?? "", reader);
  return joined(lines, reader);
}

function joined(lines: readonly string[], reader: LineReader): LineReading {
  const read: AskedLine[] = [];
  let heading: Heading = { on: null, metric: null };
  /** A day that no later line had: of the entries before it. */
  let behind: ReadEntry["on"] = null;
  let loose: string[] = [];
  for (const [i, line] of lines.entries()) {
    const words = i === 0 ? line : line.replace(verb, "");
    const reading = readLine(words, reader);
    if (reading.is !== "asked" && reading.is !== "clear") return reading;
    const [ways, why] =
      reading.is === "asked"
        ? ([reading.ways, reading.why] as const)
        : ([[reading.way], null] as const);
    const [way] = ways;
    if (why === null && way && isTableTotal(words, way, read)) {
      read.push({
        why: null,
        ways: [{ entries: [], leftOut: [{ why: "table", text: words, entry: null }] }],
      });
      continue;
    }
    if (why === null && way?.entries.length === 0 && way.leftOut.length === 0) {
      const found = headingOf(words, reader);
      const last = read.findLast(hasEntries);
      if (found) {
        heading = { ...heading, ...found };
        behind = found.on ?? behind;
      } else if (last) read.splice(read.indexOf(last), 1, noted(last, words));
      else loose = [...loose, words];
      continue;
    }
    const ahead = loose;
    behind = null;
    read.push({ why, ways: ways.map((each) => withAhead(under(each, heading), ahead)) });
    loose = [];
  }
  const dated = behind === null ? read : read.map((each) => onDay(each, behind));
  return together(dated, lines);
}

const onDay = (line: AskedLine, on: ReadEntry["on"]): AskedLine => ({
  ...line,
  ways: line.ways.map((way) => under(way, { on, metric: null })),
});

/** A line, and the ways to understand it. */
interface AskedLine {
  readonly why: WhyAsked | null;
  readonly ways: readonly Way[];
}

const hasEntries = ({ ways }: AskedLine): boolean => ways.some(({ entries }) => entries.length > 0);

const isTableTotal = (words: string, { entries }: Way, before: readonly AskedLine[]): boolean =>
  entries.length > 0 && tableTotal.test(words) && before.some(hasEntries);

/** Words on a line of their own are the note of the entry before. */
const noted = (line: AskedLine, words: string): AskedLine => ({
  ...line,
  ways: line.ways.map(({ entries, leftOut }) => ({
    leftOut,
    entries: entries.map((each, i) =>
      i === entries.length - 1 ? { ...each, note: [...each.note, words] } : each,
    ),
  })),
});

const withAhead = ({ entries, leftOut }: Way, ahead: readonly string[]): Way => ({
  leftOut,
  entries: entries.map((each, i) => (i === 0 ? { ...each, note: [...ahead, ...each.note] } : each)),
});

/** Lines whose figures are in doubt alike (12.000, refunds) are all read the same way; other doubts go with each other. */
function together(read: readonly AskedLine[], lines: readonly string[]): LineReading {
  const whys = [...new Set(read.flatMap(({ why }) => (why ? [why] : [])))];
  const counts = new Set(read.flatMap(({ why, ways }) => (why ? [ways.length] : [])));
  const [count = 1] = counts;
  const alike =
    counts.size <= 1 &&
    (whys.every((why) => why === "figure") || whys.every((why) => why === "sign"));
  const all = alike
    ? Array.from({ length: count }, (_, i) =>
        joinedWay(read.map(({ ways }) => ways[Math.min(i, ways.length - 1)])),
      )
    : product(read);
  const [way = nothingRead] = all;
  if (way.entries.length > mostFigures) return { is: "too-many" };
  const [why, ...more] = whys;
  if (why === undefined) return { is: "clear", way };
  if (all.length > mostWays) return { is: "tangled", figures: lines };
  return { is: "asked", why: more.length > 0 ? "mixed" : why, ways: all };
}

const nothingRead: Way = { entries: [], leftOut: [] };

const product = (read: readonly AskedLine[]): readonly Way[] =>
  read.reduce<readonly Way[]>(
    (all, { ways }) =>
      all.length > mostWays
        ? all
        : all.flatMap((before) => ways.map((each) => joinedWay([before, each]))),
    [nothingRead],
  );

const joinedWay = (ways: readonly (Way | undefined)[]): Way => ({
  entries: ways.flatMap((each) => each?.entries ?? []),
  leftOut: ways.flatMap((each) => each?.leftOut ?? []),
});

const dayLabel = /^(?:日期|时间|哪天|date|day|when|on) ?[:：]? ?/iu;

function headingOf(said: string, { metrics, today }: LineReader): Partial<Heading> | null {
  const words = said.replace(dayLabel, "");
  const [day, ...more] = findDays(words, { today, lean: "past" });
  if (
    day?.reads === "day" &&
    more.length === 0 &&
    words.slice(day.end).replace(/[\s:：,，]/gu, "") === "" &&
    day.start === 0
  )
    return { on: day.date };
  const named = nameAtEnd(words, metrics);
  return named?.at === 0 ? { metric: named.metric } : null;
}

const under = ({ entries, leftOut }: Way, { on, metric }: Heading): Way => ({
  entries: entries.map((each) => ({ ...each, on: each.on ?? on, metric: each.metric ?? metric })),
  leftOut,
});
