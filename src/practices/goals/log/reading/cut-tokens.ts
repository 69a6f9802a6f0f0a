// The first stage: the people, goals, ratios, words, days and figures of a line, each at its place and none over another.
import { captured } from "#src/language/lookup";
import { findFigures, type Figure } from "#src/language/amount/amount";
import { findCounts } from "#src/language/amount/english-counts";
import { findDays, type DayMention } from "#src/language/dates/find-days";
import { codePattern } from "#src/bot/declare/arguments";
import type { Person } from "#src/people/person";
import { readRatio, type SaidRatio } from "../parse/parse-ratio.ts";
import { nameAtEnd, nameAtStart } from "../parse/match-metric.ts";
import { findFactors, type FactorToken } from "./doubts/find-factors.ts";
import { findBareNames, findNamed, type NamedToken } from "./find-people.ts";
import { idioms, periodAhead, planAhead, sumAhead, sumBehind, targetAhead } from "./line-words.ts";
import type { LineReader, Span } from "./reading.ts";

export interface GoalToken extends Span {
  readonly number: number;
}

/** A word that says what the figure beside it is. */
export interface WordToken extends Span {
  readonly says: "sum" | "plan" | "target";
  /** A sum of a week, a month: maybe not of the goal's whole time. */
  readonly ofPart: boolean;
  /** It stands behind its figure: 52k so far. */
  readonly behind: boolean;
}

/** 20/30 right behind a metric that is counted: done and planned. */
export interface DoneOfToken extends Span {
  /** What stands behind the 20. */
  readonly planned: Span;
}

export interface Tokens {
  readonly text: string;
  readonly people: readonly NamedToken[];
  readonly unknownPerson: { readonly name: string; readonly people: readonly Person[] } | null;
  readonly goals: readonly GoalToken[];
  /** What numbers the points of a list within the line. */
  readonly points: readonly Span[];
  readonly ratios: readonly SaidRatio[];
  readonly dones: readonly DoneOfToken[];
  readonly words: readonly WordToken[];
  /** Words that make a figure something to be worked out. */
  readonly factors: readonly FactorToken[];
  readonly days: readonly DayMention[];
  readonly figures: readonly Figure[];
  /** Where a + between two figures stands. */
  readonly plus: readonly number[];
  /** The line with everything blanked that was taken before figures were looked for. */
  readonly bare: string;
}

/** As many ratios as a line may hold. */
const mostRatios = 50;

/** What most people log, 5, 12,000, €12k: a figure and nothing else. */
const bareFigure = /^[+-]?\p{Sc}?\d[\d,]{0,14}[kw万]?$/iu;

export function cutTokens(text: string, reader: LineReader): Tokens {
  if (bareFigure.test(text))
    return { ...nothing, text, bare: text, figures: findFigures(text, reader.habits) };
  const named = findNamed(text, reader.directory);
  let bare = blank(text, named.people);
  const goals = Array.from(bare.matchAll(codePattern("G", "giu")), (match) => ({
    number: Number(match[1]),
    ...spanOf(match),
  }));
  bare = blank(bare, goals);
  const points = numbersOfPoints(bare);
  bare = blank(bare, points);
  const ratios = ratiosOf(bare, reader);
  bare = blank(bare, ratios);
  bare = blank(bare, Array.from(bare.matchAll(idioms), spanOf));
  const dones = donesOf(bare, reader);
  bare = blank(
    bare,
    dones.map(({ planned }) => planned),
  );
  const factors = findFactors(bare, reader.metrics);
  bare = blank(bare, factors);
  const words = wordsOf(bare, reader);
  bare = blank(bare, words);
  const firstFigure = bare.search(/[\d一二两三四五六七八九十]/u);
  const plus = Array.from(bare.matchAll(joining)).flatMap(({ index, 0: { length } }) =>
    firstFigure >= 0 && index > firstFigure ? [index + length - 1] : [],
  );
  bare = blank(
    bare,
    plus.map((at) => ({ start: at, end: at + 1 })),
  );
  for (const at of plus) bare = `${bare.slice(0, at)}|${bare.slice(at + 1)}`;
  const { days, without } = daysOf(bare, reader);
  bare = without;
  const bareNames = named.people.length === 0 ? findBareNames(bare, reader.colleagues) : [];
  bare = blank(bare, bareNames);
  return {
    text,
    people: [...named.people, ...bareNames],
    unknownPerson: named.unknown,
    goals,
    points,
    ratios,
    dones,
    words,
    factors,
    days,
    figures: figuresOf(bare, reader),
    plus,
    bare,
  };
}

/** 1）电话15 2）回款2万: what numbers the points of a list, counted from one. */
function numbersOfPoints(bare: string): readonly Span[] {
  const found = Array.from(bare.matchAll(/(?<![\d\p{L}.,])(\d)[.)、](?= ?\p{L})/gu));
  const counts =
    found.length > 1 && found.every((match, i) => captured(match, 1) === String(i + 1));
  return counts ? found.map(spanOf) : [];
}

const nothing: Omit<Tokens, "text" | "bare" | "figures"> = {
  people: [],
  unknownPerson: null,
  goals: [],
  points: [],
  ratios: [],
  dones: [],
  words: [],
  factors: [],
  days: [],
  plus: [],
};

/** Those in words too, where a metric that is counted stands right behind: twenty calls. */
function figuresOf(bare: string, { habits, metrics }: LineReader): readonly Figure[] {
  const figures = findFigures(bare, habits);
  const counted = metrics.filter(({ unit }) => unit.kind === "count");
  const inWords = findCounts(bare).filter(
    ({ start, end }) =>
      nameAtStart(bare.slice(end), counted) !== null &&
      !notCounted.test(bare.slice(Math.max(0, start - 12), start)),
  );
  if (inWords.length === 0) return figures;
  return [
    ...figures,
    ...inWords.map(({ value, start, end }): Figure => ({
      is: "amount",
      start,
      end,
      readings: [{ value }],
    })),
  ].toSorted((a, b) => a.start - b.start);
}

/** The two calls, my first three calls, in one call: said of calls that are known. */
const notCounted =
  /(?<![\p{L}])(?:the|these|those|my|our|your|first|last|next|of|in|per|from|with|and|to) $/iu;

/** Blanks as long as what stood there, so that a place stays its place. */
export function blank(text: string, spans: readonly Span[]): string {
  if (spans.length === 0) return text;
  const pieces: string[] = [];
  let from = 0;
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    if (start < from) continue;
    pieces.push(text.slice(from, start), " ".repeat(end - start));
    from = end;
  }
  return [...pieces, text.slice(from)].join("");
}

const spanOf = ({ index, 0: words }: RegExpExecArray): Span => ({
  start: index,
  end: index + words.length,
});

/** The + of 3万+2万 and €12k + €3k. */
const joining = /(?<=[\p{L}\p{N}%€$£¥)]) ?\+(?= ?(?:[\d€$£¥₹]|[A-Z]{1,3}[$¥] ?\d))/gu;

function ratiosOf(bare: string, { metrics, ofRatio }: LineReader): readonly SaidRatio[] {
  const found: SaidRatio[] = [];
  let rest = bare;
  while (found.length < mostRatios) {
    const ratio = readRatio(rest, metrics, ofRatio);
    if (!ratio) return found;
    found.push(ratio);
    rest = blank(rest, [ratio]);
  }
  return found;
}

/** 20/30 and 20 of 30 behind a metric that is counted: the 20 stays, the planned 30 is blanked. */
const doneOf =
  /(?<![\d.,/:-])(\d{1,9})( ?\/ ?| (?:out )?of (?:the )?)(\d{1,9})(?![\d/:.,-]|[万千百亿wkm%])/giu;

/** 7 of my 10 calls. */
const doneAhead =
  /(?<![\d.,/:-])(\d{1,9})( (?:out )?of (?:my |our |the |these )?)(\d{1,9})(?= \p{L})/giu;

function donesOf(bare: string, { metrics }: LineReader): readonly DoneOfToken[] {
  const counted = metrics.filter(({ unit }) => unit.kind !== "percent");
  const ahead = Array.from(bare.matchAll(doneAhead)).filter(({ index, 0: words }) =>
    nameAtStart(bare.slice(index + words.length), counted),
  );
  const behind = Array.from(bare.matchAll(doneOf)).filter(({ index }) => {
    const named = nameAtEnd(bare.slice(0, index), counted);
    // The calls of "12 calls 15/20" are the 12's.
    return named && !/\d ?$/.test(bare.slice(0, named.at));
  });
  return [...ahead, ...behind].map((match) => {
    const span = spanOf(match);
    return { ...span, planned: { start: span.start + captured(match, 1).length, end: span.end } };
  });
}

/** No figure follows: "€2k next week", 10万 下周. */
const aheadOnly = /^[^\d一二两三四五六七八九十百千]*$/u;

function wordsOf(bare: string, { metrics }: LineReader): readonly WordToken[] {
  const found: WordToken[] = [];
  const add = (pattern: RegExp, says: WordToken["says"], behind = false): void => {
    for (const match of bare.matchAll(pattern)) {
      const { period, span, until } = match.groups ?? {};
      const at = spanOf(match);
      const isBehind = behind || (says === "plan" && aheadOnly.test(bare.slice(at.end)));
      found.push({
        says,
        behind: isBehind,
        ofPart: (period ?? span ?? until) !== undefined,
        ...at,
      });
    }
  };
  add(sumBehind, "sum", true);
  add(sumAhead, "sum");
  for (const match of bare.matchAll(periodAhead)) {
    const at = spanOf(match);
    const rest = bare.slice(at.end);
    // 本周电话60, this week 60 calls: a week's figure, or what is new?
    if (/^ ?\p{Sc}?\d/u.test(rest) || nameAtStart(rest.replace(/\d[^]*$/u, ""), metrics))
      found.push({ says: "sum", behind: false, ofPart: true, ...at });
  }
  add(planAhead, "plan");
  add(targetAhead, "target");
  return apart(found);
}

function apart<T extends Span>(all: readonly T[]): readonly T[] {
  const chosen: T[] = [];
  for (const each of all.toSorted((a, b) => a.start - b.start || b.end - a.end))
    if (each.start >= (chosen.at(-1)?.end ?? 0)) chosen.push(each);
  return chosen;
}

/** Every phrase of a day holds one of these; most lines hold none. */
const dayish =
  /[日天周月年季期拜号晚节庆旦]|\d ?[./-] ?\d|\d(?:st|nd|rd|th)(?![a-z])|(?<![a-z])(?:mon|tue|wed|thu|fri|sat|sun|jan|feb|m[aä]r|apr|may|mai|jun|jul|aug|sep|o[ck]t|nov|de[cz]|to(?:day|m|nig)|tmr|yest|gest|heut|morg|vorg|days?|weeks?|months?|quarters?|years?|hal|eo[dwmqy]|cob|end|ago|last|next|this|past|prev|kw|cw|q[1-4]|h[12]|fy|in|im|ende|within|from|since|start|begin|a |the )/iu;

/** Same as yesterday, 比昨天: a day that something is compared with. */
const compared =
  /(?<![a-z])(?:as|than|like|vs\.?|versus|(?:compared )?(?:to|with)) $|[比较跟同]$/iu;

/** What is no day after all stays: an amount that looks like one (10.11), a month that is a word of the note. */
function daysOf(
  bare: string,
  { today, habits, metrics }: LineReader,
): { readonly days: readonly DayMention[]; readonly without: string } {
  if (!dayish.test(bare)) return { days: [], without: bare };
  const found = findDays(bare, { today, lean: "past" }).filter(
    ({ start }) => !compared.test(bare.slice(Math.max(0, start - 16), start)),
  );
  // 三月回款5万 is of March, 三月新签 a word of a note.
  const certain = found.filter(
    ({ doubtful, reads, end }) =>
      !doubtful ||
      (reads === "span" && nameAtStart(bare.slice(end).replace(/\d[^]*$/u, ""), metrics)),
  );
  const doubtful = found.filter(
    (each) => !certain.includes(each) && /\d/.test(bare.slice(each.start, each.end)),
  );
  const without = blank(bare, certain);
  if (doubtful.length === 0) return { days: certain, without };
  const rest = blank(without, doubtful);
  // Beside an amount it is a day; alone it is the amount.
  return findFigures(rest, habits).some(({ readings }) => readings.length > 0)
    ? { days: [...certain, ...doubtful].toSorted((a, b) => a.start - b.start), without: rest }
    : { days: certain, without };
}
