// Several lines of one's own: each is an entry of its own; a day, a metric or words on a line of their own go to those beside it.
import { mostFigures, readLine } from "./read-line.ts";
import { tableTotal } from "./line-words.ts";
import { nameAtEnd } from "../parse/match-metric.ts";
import { findDays } from "#src/language/dates/find-days";
import type { LineReader, LineReading, LeftOut, ReadEntry, Way } from "./reading.ts";

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
  const entries: ReadEntry[] = [];
  const leftOut: LeftOut[] = [];
  let asked: {
    readonly why: Extract<LineReading, { is: "asked" }>["why"];
    readonly ways: readonly Way[];
    readonly at: number;
  } | null = null;
  let heading: Heading = { on: null, metric: null };
  let loose: string[] = [];
  for (const [i, line] of lines.entries()) {
    const words = i === 0 ? line : line.replace(verb, "");
    const reading = readLine(words, reader);
    if (reading.is === "asked") {
      if (asked) return tangled(lines);
      asked = {
        why: reading.why,
        ways: reading.ways.map((way) => under(way, heading)),
        at: entries.length,
      };
      continue;
    }
    if (reading.is !== "clear") return reading;
    const { way } = reading;
    if (way.entries.length > 0 && tableTotal.test(words) && entries.length > 0) {
      leftOut.push({ why: "table", text: words, entry: null });
      continue;
    }
    if (way.entries.length === 0 && way.leftOut.length === 0) {
      const found = headingOf(words, reader);
      if (found) heading = { ...heading, ...found };
      else if (entries.length > 0) append(entries, words);
      else loose = [...loose, words];
      continue;
    }
    const { entries: own, leftOut: left } = under(way, heading);
    entries.push(
      ...own.map((each, n) => (n === 0 ? { ...each, note: [...loose, ...each.note] } : each)),
    );
    leftOut.push(...left);
    loose = [];
  }
  if (entries.length > mostFigures) return { is: "too-many" };
  if (!asked) return { is: "clear", way: { entries, leftOut } };
  const { why, ways, at } = asked;
  return {
    is: "asked",
    why,
    ways: ways.map((way) => ({
      entries: [...entries.slice(0, at), ...way.entries, ...entries.slice(at)],
      leftOut: [...leftOut, ...way.leftOut],
    })),
  };
}

/** Words on a line of their own are the note of the entry before. */
function append(entries: ReadEntry[], words: string): void {
  const last = entries.at(-1);
  if (last) entries.splice(-1, 1, { ...last, note: [...last.note, words] });
}

function headingOf(words: string, { metrics, today }: LineReader): Partial<Heading> | null {
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

const tangled = (lines: readonly string[]): LineReading => ({ is: "tangled", figures: lines });
