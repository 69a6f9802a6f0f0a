// What a line holds to be stored or not: its figures and ratios in order, those joined by + as one.
import { isAtLeastOne, type AtLeastOne } from "#src/language/lists";
import type { Amount } from "#src/language/amount/amount";
import type { Decimal } from "#src/language/decimal";
import type { Metric } from "#src/practices/setup/api";
import { bind, type BoundFigure, type Role } from "./bind/bind-figures.ts";
import type { Tokens } from "./cut-tokens.ts";
import type { LineReader, Span } from "./reading.ts";

export interface Item extends Span {
  /** Cut out of the note with it: its metric. */
  readonly span: Span;
  /** The word that says what it is: 累计, expected. */
  readonly word?: Span | null;
  readonly clause: number;
  readonly readings: readonly Amount[];
  /** Said only roughly: about 6k. */
  readonly about?: Amount;
  readonly of?: Decimal;
  readonly metric: Metric | null;
  readonly total: boolean;
  readonly role: Role;
  /** Of a currency 3, a large sum 2, counted 1, bare 0. */
  readonly weight: number;
  /** Added up from several: shown in the note as it was written. */
  readonly summed?: true;
}

/** One whose figure could be read. */
export interface ReadItem extends Item {
  readonly readings: AtLeastOne<Amount>;
}

export const isRead = (item: Item): item is ReadItem => isAtLeastOne(item.readings);

export interface WrongSum {
  readonly span: Span;
  readonly sum: Amount;
}

export function itemsOf(
  tokens: Tokens,
  reader: LineReader,
): { readonly items: readonly Item[]; readonly wrongSum: WrongSum | null } {
  const bound = bind(tokens, reader.metrics).map(itemOf);
  const { items, wrongSum } = addedUp(bound, tokens);
  const ratios = tokens.ratios.map((ratio): Item => ({
    start: ratio.start,
    end: ratio.end,
    span: ratio,
    clause: items.findLast(({ start }) => start < ratio.start)?.clause ?? 0,
    readings: [{ value: ratio.num }],
    of: ratio.den,
    metric: ratio.metric,
    total: ratio.total,
    role: "result",
    weight: 0,
  }));
  return {
    items: [...inherited(items, tokens), ...ratios].toSorted((a, b) => a.start - b.start),
    wrongSum,
  };
}

const itemOf = (bound: BoundFigure): Item => ({
  start: bound.start,
  end: bound.end,
  span: bound.span,
  word: bound.word,
  clause: bound.clause,
  readings: bound.readings,
  ...(bound.figure.about && { about: bound.figure.about }),
  metric: bound.naming?.metric ?? null,
  total: bound.role === "sum" || bound.role === "part-sum",
  role: bound.role,
  weight: bound.weight,
});

/** 3万+2万 is 5万, and where =5万 stands behind it, it has to be. */
function addedUp(
  items: readonly Item[],
  { plus, text }: Tokens,
): { readonly items: readonly Item[]; readonly wrongSum: WrongSum | null } {
  if (plus.length === 0) return { items, wrongSum: null };
  const made: Item[] = [];
  let wrongSum: WrongSum | null = null;
  for (const item of items) {
    const last = made.at(-1);
    const between = last ? text.slice(last.end, item.start) : "";
    const sum = last && /^ ?\+ ?$/.test(between) ? summed(last, item) : null;
    if (last && sum) made.splice(-1, 1, sum);
    else if (last?.summed && /^ ?= ?$/.test(between) && last.readings[0] && item.readings[0]) {
      if (!last.readings[0].value.eq(item.readings[0].value))
        wrongSum = { span: { start: last.start, end: item.end }, sum: last.readings[0] };
      made.splice(-1, 1, { ...last, end: item.end, span: { ...last.span, end: item.span.end } });
    } else made.push(item);
  }
  return { items: made, wrongSum };
}

function summed(a: Item, b: Item): Item | null {
  const [first, second] = [a.readings[0], b.readings[0]];
  if (!first || !second || a.readings.length > 1 || b.readings.length > 1) return null;
  const clash =
    (second.currency !== undefined && second.currency !== first.currency) ||
    first.percent !== second.percent ||
    (a.metric !== null && b.metric !== null && a.metric !== b.metric);
  if (clash) return null;
  return {
    ...a,
    end: b.end,
    span: { start: a.span.start, end: b.span.end },
    readings: [{ ...first, value: first.value.plus(second.value) }],
    metric: a.metric ?? b.metric,
    role: a.role === "spare" ? b.role : a.role,
    weight: Math.max(a.weight, b.weight),
    summed: true,
  };
}

/** calls 20 yesterday 15 today 10, anna 12 calls, ben 15: with only a day or a name between them, the later figures are of the same metric. */
function inherited(items: readonly Item[], { bare, days, people }: Tokens): readonly Item[] {
  if (days.length === 0 && people.length < 2) return items;
  const made: Item[] = [];
  for (const item of items) {
    const last = made.at(-1);
    const alone =
      item.role === "spare" &&
      last?.role === "result" &&
      /^(?:[\s,，、;；:：|(]|and|&|和)*$/iu.test(bare.slice(last.span.end, item.start)) &&
      (isBetween(days, last, item) || (item.weight < 2 && isBetween(people, last, item)));
    made.push(alone ? { ...item, role: "result", metric: last.metric } : item);
  }
  return made;
}

const isBetween = (spans: readonly Span[], last: Item, item: Item): boolean =>
  spans.some(({ start, end }) => start >= last.span.end && end <= item.start);

/** Whether an amount of money without a name would be a second one beside a result in money. */
export const sumsInto = (results: readonly Item[], money: readonly Item[]): boolean =>
  money.length > 0 && results.some(({ metric, of }) => metric?.unit.kind === "money" && !of);
