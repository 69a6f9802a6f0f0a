// Dates as people type them, in a line or alone. Our own words first, chrono-node second; a day that does not exist never rolls over.
import { isLocalDate, type LocalDate } from "#src/calendar/local-date";
import { findWithChrono } from "./chrono.ts";
import { englishRules } from "./english.ts";
import { festivalRules } from "./festivals.ts";
import { figureRules } from "./figures.ts";
import type { Around, PhraseContext, ProblemKind, Reading, Rule } from "./rule.ts";
import { chineseRules } from "./chinese.ts";
import { normalise } from "../text.ts";
export type { Around } from "./rule.ts";

export interface DateProblem {
  kind: ProblemKind;
  /** The words it is about, as typed. */
  text: string;
}
interface Span {
  start: number;
  /** Exclusive. */
  end: number;
}
export type FoundDate = ({ date: LocalDate } & Span) | ({ problem: DateProblem } & Span);

const rules: readonly Rule[] = [...chineseRules, ...englishRules, ...figureRules, ...festivalRules];
const han = /\p{Script=Han}/u;
// Every phrase holds a figure, a Chinese word of time or an English one: most lines end here.
const promising =
  /[0-9日天周月年季期拜前到至晚早]|day\b|\b(?:by|before|until|till|on|last|mon|tues?|wed|thu(?:rs?)?|fri|sat|sun|eo[dwmqy]|cob|tmrw?|tomorrow|tonight|end|ago|in|within|from|start|beginning)\b/i;

// What most people log (5, 12000, 12k): a figure this short is no date, and no rule need look at it.
const bareFigure = /^\d{1,5}k?$/i;

/** A line read for dates is a message, not a document. */
export const longestLine = 5000;

/**
 * The first date phrase of a normalised line, with its connective (by 12-31, until Friday, 12月31日前, 10天内) so that a caller can
 * cut it out. A phrase that is meant as a date and is none comes back as a problem; null when there is none. Never throws.
 */
export function findDate(text: string, around: Around): FoundDate | null {
  if (text.length > longestLine || !promising.test(text) || bareFigure.test(text)) return null;
  const chinese = han.test(text);
  const rejected: Span[] = [];
  let best: FoundDate | null = null;
  for (const rule of rules) {
    const found = firstOf(
      rule,
      text,
      { ...around, linked: false, after: "", chinese },
      best,
      rejected,
    );
    if (found !== null) best = found;
  }
  if (best !== null) return best;
  const found = findWithChrono(text, around);
  return found !== null &&
    rejected.every(({ start, end }) => found.end <= start || end <= found.start)
    ? found
    : null;
}

// The rule's first believable phrase, if it begins before the best one so far, or with it and is longer.
function firstOf(
  rule: Rule,
  text: string,
  context: PhraseContext,
  best: FoundDate | null,
  rejected: Span[],
): FoundDate | null {
  for (const { start, end, reading } of phrases(rule, text, context)) {
    const first = best === null || start < best.start || (start === best.start && end > best.end);
    if (!first) return null;
    if (reading !== null) return described(reading, text, start, end);
    rejected.push({ start, end });
  }
  return null;
}

/** What a rule finds, with what it makes of it: null where the words are no date after all. */
function* phrases(
  { find, ...rule }: Rule,
  text: string,
  context: PhraseContext,
): Generator<Span & { reading: Reading }> {
  find.lastIndex = 0;
  for (let match = find.exec(text); match !== null; match = find.exec(text)) {
    const start = match.index;
    const end = start + match[0].length;
    const groups = match.groups ?? {};
    const linked = groups["lead"] !== undefined || groups["trail"] !== undefined;
    const reading = rule.read(groups, { ...context, linked, after: text.slice(end, end + 8) });
    const next = reading === null ? start + 1 : end;
    yield { start, end, reading };
    find.lastIndex = next;
  }
}

export type FoundPhrase = Span &
  ({ reads: "day"; date: LocalDate } | { reads: "ambiguous" | "does-not-exist" });

/** All that these rules find in a normalised line, in no order; two may stand over one another. */
export function phrasesIn(
  text: string,
  around: Around,
  among: readonly Rule[] = rules,
): FoundPhrase[] {
  const chinese = han.test(text);
  const found: FoundPhrase[] = [];
  for (const each of among)
    for (const { start, end, reading } of phrases(each, text, {
      ...around,
      linked: false,
      after: "",
      chinese,
    })) {
      if (reading === null) continue;
      if (isLocalDate(reading)) found.push({ reads: "day", date: reading, start, end });
      else found.push({ reads: reading, start, end });
    }
  return found;
}

function described(
  reading: Exclude<Reading, null>,
  text: string,
  start: number,
  end: number,
): FoundDate {
  if (isLocalDate(reading)) return { date: reading, start, end };
  return { problem: { kind: reading, text: text.slice(start, end) }, start, end };
}

const connective =
  /^(?:到|至|从|在|于|截至|截止|until|till?|by|to|through|thru|before|on|from|due)\s*|(?<!\s)\s*(?:之?前|为止|止)$/giu;

/** A phrase without its connectives, for quoting: what is wrong with "到11月31日" is 11月31日. */
export const bareDate = (phrase: string): string =>
  phrase.trim().replace(connective, "").trim() || phrase.trim();

/** Reads a text that must be a date and nothing else; a connective or a time of day may stand with it. Never throws. */
export function readDate(
  text: string,
  around: Around,
): { date: LocalDate } | { problem: DateProblem } {
  const line = text.length > 200 ? "" : normalise(text);
  const context: PhraseContext = { ...around, linked: true, after: "", chinese: han.test(line) };
  let problem: DateProblem = { kind: "not-a-date", text };
  for (const rule of rules) {
    const match = rule.whole.exec(line);
    const reading = match === null ? null : rule.read(match.groups ?? {}, context);
    if (reading === null) continue;
    if (isLocalDate(reading)) return { date: reading };
    if (problem.kind === "not-a-date") problem = { kind: reading, text };
  }
  if (problem.kind !== "not-a-date") return { problem };
  const found = findWithChrono(line, around);
  return found !== null && found.start === 0 && found.end === line.length
    ? { date: found.date }
    : { problem };
}
