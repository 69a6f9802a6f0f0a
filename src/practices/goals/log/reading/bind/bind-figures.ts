// The second stage: to every figure its metric, and the word that says what it is.
import type { Amount, Figure } from "#src/language/amount/amount";
import { bindMetrics, type Naming } from "./bind-metrics.ts";
import {
  asideAhead,
  joiner,
  partAhead,
  partBehind,
  planBehind,
  targetBehind,
} from "../line-words.ts";
import type { Span } from "../reading.ts";
import type { Tokens, WordToken } from "../cut-tokens.ts";

/** What a figure is by the words beside it. `spare`: nothing says so. */
export type Role =
  | "result"
  | "sum"
  | "part-sum"
  | "plan"
  | "target"
  | "note"
  | "unknown"
  | "aside"
  | "unread"
  | "spare";

export interface BoundFigure extends Span {
  readonly figure: Figure;
  readonly readings: readonly Amount[];
  readonly naming: Naming | null;
  readonly role: Role;
  /** What is cut out of the note with it: its metric. */
  readonly span: Span;
  /** The word that says what it is, wherever in its clause that stands. */
  readonly word: Span | null;
  /** Which clause of the line it stands in. */
  readonly clause: number;
  /** How it is written: with a currency, as a large sum, counted, or bare. */
  readonly weight: number;
}

/** Where one clause ends: a mark, or a word that joins. */
const clauseEnds =
  /[,，、;；。\n()]| (?:and|und|plus|then) |(?<=[\s\p{Script=Han}])(?:和|另外|还有)/giu;

export function bind(
  tokens: Tokens,
  metrics: Parameters<typeof bindMetrics>[2],
): readonly BoundFigure[] {
  const figures = tokens.figures.filter(({ is }) => is === "amount" || is === "inexact");
  const namings = bindMetrics(tokens.bare, figures, metrics);
  const inside = bracketed(tokens.bare);
  const ends = Array.from(
    blankFigures(tokens.bare, figures).matchAll(clauseEnds),
    ({ index }) => index,
  );
  let clause = 0;
  return figures.map((figure, i) => {
    while ((ends[clause] ?? Infinity) < figure.start) clause += 1;
    const naming = namings[i] ?? null;
    const from = Math.min(figure.start, naming?.start ?? figure.start);
    const to = Math.max(figure.end, naming?.end ?? figure.end);
    const around: Around = {
      before: figures[i - 1]?.end ?? 0,
      after: figures[i + 1]?.start ?? tokens.text.length,
      span: { start: from, end: to },
      clauseStart: ends[clause - 1] ?? 0,
      bracket: ownDayIn(inside(figure.start), tokens.days) ? null : inside(figure.start),
    };
    const { role, span, word = null } = roleOf(figure, naming, tokens, around);
    return {
      figure,
      readings: figure.readings,
      naming,
      role,
      span,
      word,
      clause,
      start: figure.start,
      end: figure.end,
      weight: weightOf(figure, tokens.text),
    };
  });
}

/** 收了仁济8万尾款: a part of something, but it came. */
const came =
  /[收到付](?:了|到|回)[^,，。;；]*$|(?<![a-z])(?:received|collected|got|paid)(?![a-z])[^,.;]*$/iu;

/** How far from a figure a word may stand that says what it is. */
const nearby = 60;

const blankFigures = (bare: string, figures: readonly Figure[]): string => {
  let text = bare;
  if (!/\d,\d/.test(bare)) return text;
  for (const { start, end } of figures)
    text = text.slice(0, start) + "0".repeat(end - start) + text.slice(end);
  return text;
};

function bracketed(text: string): (at: number) => Span | null {
  const spans: Span[] = [];
  let open = -1;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (sign === "(" || sign === "[") open = at;
    else if ((sign === ")" || sign === "]") && open >= 0) {
      spans.push({ start: open, end: at });
      open = -1;
    }
  }
  let last = 0;
  return (at) => {
    while ((spans[last]?.end ?? at) < at) last += 1;
    const span = spans[last];
    return span !== undefined && span.start < at && at < span.end ? span : null;
  };
}

const ownDayIn = (bracket: Span | null, days: Tokens["days"]): boolean =>
  bracket !== null && days.some(({ start, end }) => start >= bracket.start && end <= bracket.end);

/** With a currency 3, as a large sum 2, counted 1, bare 0. What has eight digits and nothing between them is a number of something. */
function weightOf({ start, end, readings }: Figure, text: string): number {
  const [amount] = readings;
  const typed = text.slice(start, end);
  if (amount === undefined) return /[\p{Sc}万亿]|[kmw]$/iu.test(typed) ? 2 : 0;
  if (amount.currency || amount.yen) return 3;
  if (amount.counter !== undefined) return 1;
  if (/\p{L}/u.test(typed)) return 2;
  return /\d{8}|^(?:199|20\d)\d$/.test(typed) || amount.value.abs().lt("1000") ? 0 : 2;
}

interface Around {
  /** Where the figure before ends and the one behind begins. */
  readonly before: number;
  readonly after: number;
  readonly span: Span;
  readonly clauseStart: number;
  /** Null where it stands in none, or in one with a day of its own: (yesterday 12). */
  readonly bracket: Span | null;
}

function roleOf(
  figure: Figure,
  naming: Naming | null,
  tokens: Tokens,
  around: Around,
): { role: Role; span: Span; word?: Span } {
  const { span } = around;
  if (figure.is === "inexact") return { role: "unread", span };
  const head = tokens.bare.slice(Math.max(around.before, span.start - nearby), span.start);
  const tail = tokens.bare.slice(span.end, Math.min(around.after, span.end + nearby));
  const word = wordAhead(tokens.words, around);
  if (word) return { role: roleSaid(word), span, word };
  const behind = wordBehind(tail);
  if (behind)
    return { role: behind.role, span: { start: span.start, end: span.end + behind.length } };
  const aside = asideAhead.exec(head);
  if (naming)
    return aside
      ? { role: "aside", span: { start: span.start - aside[0].trimStart().length, end: span.end } }
      : { role: "result", span };
  const inBrackets = around.bracket !== null || tokens.text[figure.start] === "(";
  const own =
    partAhead.test(head) ||
    (partBehind.test(tokens.bare.slice(span.end, span.end + nearby)) && !came.test(head)) ||
    aside !== null;
  return { role: own || (inBrackets && around.before > 0) ? "note" : "spare", span };
}

function roleSaid({ says, ofPart }: WordToken): Role {
  if (says === "sum") return ofPart ? "part-sum" : "sum";
  return says;
}

/** The nearest word of its clause that stands before the figure, with no other figure between; or the one right behind it. */
function wordAhead(words: readonly WordToken[], around: Around): WordToken | null {
  const { span } = around;
  const behind = words.find((word) => word.behind && word.start >= span.end);
  if (behind && behind.start <= span.end + 1) return behind;
  const from = Math.max(around.before, around.clauseStart);
  const ahead = words.findLast((word) => !word.behind && word.end <= span.end);
  return ahead && ahead.start >= from ? ahead : null;
}

function wordBehind(tail: string): { readonly role: Role; readonly length: number } | null {
  const plan = planBehind.exec(tail);
  if (plan) return { role: "plan", length: plan[0].length };
  const target = targetBehind.exec(tail);
  return target && { role: "target", length: target[0].length };
}

export interface Neighbours {
  readonly ahead: string;
  readonly aheadAt: number;
  readonly behind: string;
  readonly behindAt: number;
}

/** The word right before and right behind a figure; "" where a mark or another figure stands there. */
export function neighbours(bare: string, { start, end }: Span): Neighbours {
  const from = Math.max(0, start - nearby);
  const head = bare.slice(from, start);
  const tail = bare.slice(end, end + nearby);
  const found = /(?<![\p{L}\p{N}])(\p{L}[\p{L}\p{M}\p{N}'.&-]*)[:：=#]? ?$/u.exec(head);
  const ahead = found?.[1] ?? "";
  const behind = /^( ?)(\p{L}[\p{L}\p{M}\p{N}'.&-]*)/u.exec(tail);
  return {
    ahead: joiner.test(ahead) ? "" : ahead,
    aheadAt: from + (found?.index ?? head.length),
    behind: joiner.test(behind?.[2] ?? "") ? "" : (behind?.[2] ?? ""),
    behindAt: end + (behind?.[1]?.length ?? 0),
  };
}
