// The third stage: which figures are results, which are left out and why, and where only the writer can say.
import { entryIn } from "#src/language/lookup";
import { isRead, sumsInto, type Item, type ReadItem } from "./items.ts";
import { preposition } from "./line-words.ts";
import { neighbours, type Neighbours } from "./bind/bind-figures.ts";
import type { Span, WhyAsked, WhyLeftOut } from "./reading.ts";

export interface Left {
  readonly item: Item;
  readonly why: WhyLeftOut;
}

/** One way to take a line's figures. */
export interface Draft {
  readonly entries: readonly ReadItem[];
  readonly left: readonly Left[];
}

/** What only the writer can say: the ways in which a draft may be taken. */
export interface Doubt {
  readonly why: WhyAsked;
  readonly ways: (draft: Draft) => readonly Draft[];
}

export interface Chosen extends Draft {
  readonly doubts: readonly Doubt[];
}

export interface Marks {
  readonly bare: string;
  /** Whether each amount has a day, a person or a goal of its own: then they are several entries. */
  readonly eachItsOwn: (items: readonly ReadItem[]) => boolean;
  /** All of "between 5k and 6k"; null where two figures are no range. */
  readonly rangeOf: (first: Item, second: Item) => Span | null;
}

export function choose(items: readonly Item[], marks: Marks): Chosen {
  const beside = new Map(items.map((item) => [item, neighbours(marks.bare, item)]));
  const read = items.filter(isRead);
  const results = read.filter(({ role }) => role === "result");
  const { own, more, left } = ownAmounts(items, results, beside, marks);
  const entries = [...results, ...own].toSorted(byPlace);
  const planned = read.filter(({ role }) => role === "plan");
  const sums = read.filter(({ role }) => role === "sum" || role === "part-sum");
  const setting = sums.filter((sum) => !entries.some((each) => sameThing(each, sum)));
  const base: Draft = {
    entries: [...entries, ...setting].toSorted(byPlace),
    left: [
      ...left,
      ...leave(planned, "plan"),
      ...leave(
        sums.filter((each) => !setting.includes(each)),
        "sum",
      ),
      ...leave(
        items.filter(({ role }) => role === "aside"),
        "aside",
      ),
    ],
  };
  if (base.entries.length === 0 && planned.length > 0) return onlyPlanned(base, planned);
  if (base.entries.length === 0) return unsure(base, items) ?? { ...base, doubts: [] };
  return { ...base, doubts: doubtsOf(base, more, setting, marks) };
}

const byPlace = (a: Item, b: Item): number => a.start - b.start;

const leave = (items: readonly Item[], why: WhyLeftOut): readonly Left[] =>
  items.map((item) => ({ item, why }));

/** Whether a sum so far is of what this entry adds to. */
const sameThing = (entry: Item, sum: Item): boolean =>
  entry.metric === null || sum.metric === null || entry.metric.id === sum.metric.id;

function onlyPlanned(base: Draft, planned: readonly ReadItem[]): Chosen {
  const all: Draft = { entries: planned, left: base.left.filter(({ why }) => why !== "plan") };
  return { ...base, doubts: [{ why: "plan", ways: () => [all] }, ...figureDoubts(planned)] };
}

/** Nothing but rough figures, or but parts of something (定金, contract worth): they may be meant. */
function unsure({ left }: Draft, items: readonly Item[]): Chosen | null {
  const rough = items.flatMap((item): ReadItem[] =>
    item.about ? [{ ...item, readings: [item.about], role: "result" }] : [],
  );
  const one = (item: ReadItem): Draft => ({
    entries: [item],
    left: left.filter((each) => each.item.start !== item.start),
  });
  if (rough.length > 0) {
    const starts = new Set(rough.map(({ start }) => start));
    const all = { entries: rough, left: left.filter(({ item }) => !starts.has(item.start)) };
    return { ...all, entries: [], doubts: [{ why: "about", ways: () => [all] }] };
  }
  const parts = items.filter(isRead).filter(({ role }) => role === "note");
  if (parts.length === 0) return null;
  const why = parts.length === 1 ? "part" : "several";
  return { entries: [], left, doubts: [{ why, ways: () => parts.map(one) }] };
}

function doubtsOf(
  base: Draft,
  more: readonly ReadItem[],
  setting: readonly ReadItem[],
  marks: Marks,
): readonly Doubt[] {
  const all = [...base.entries, ...more].toSorted(byPlace);
  const [first, second, ...others] = all;
  const range = first && second && others.length === 0 ? marks.rangeOf(first, second) : null;
  if (range)
    return [
      {
        why: "figure",
        ways: (draft) => all.map((each) => ({ ...draft, entries: [{ ...each, span: range }] })),
      },
    ];
  const several: Doubt = {
    why: "several",
    ways: (draft) => [
      { ...draft, entries: all },
      ...(all.length === 2 ? all.map((each) => ({ ...draft, entries: [each] })) : [draft]),
    ],
  };
  const sums = setting
    .filter(({ role }) => role === "part-sum")
    .map(({ start }): Doubt => ({
      why: "sum",
      ways: (draft) => [draft, changed(draft, start, (each) => ({ ...each, total: false }))],
    }));
  return [...(more.length > 0 ? [several] : []), ...figureDoubts(all), ...sums];
}

/** Figures that may each be one or another (12.000) are all read alike: whoever writes one so writes the others so. */
function figureDoubts(items: readonly ReadItem[]): readonly Doubt[] {
  const most = Math.max(0, ...items.map(({ readings }) => readings.length));
  if (most < 2) return [];
  const readAs = (item: ReadItem, nth: number): ReadItem => {
    const reading = item.readings[Math.min(nth, item.readings.length - 1)];
    return reading ? { ...item, readings: [reading] } : item;
  };
  return [
    {
      why: items.every(differInSign) ? "sign" : "figure",
      ways: ({ entries, left }) =>
        entries.some(({ readings }) => readings.length > 1)
          ? Array.from({ length: most }, (_, nth) => ({
              entries: entries.map((each) => readAs(each, nth)),
              left,
            }))
          : [{ entries, left }],
    },
  ];
}

/** (€500): taken off, or a bracket. */
const differInSign = ({ readings: [first, ...others] }: ReadItem): boolean =>
  others.every(({ value }) => value.abs().eq(first.value.abs()));

/** The draft with the entry that begins there changed. */
export const changed = (
  draft: Draft,
  start: number,
  change: (entry: ReadItem) => ReadItem,
): Draft => ({
  ...draft,
  entries: draft.entries.map((each) => (each.start === start ? change(each) : each)),
});

interface Own {
  /** The verb's own amount, or amounts where each is marked as one. */
  readonly own: readonly ReadItem[];
  /** As good as the first: only the writer can say. */
  readonly more: readonly ReadItem[];
  readonly left: readonly Left[];
}

const asMoney = 2;

function ownAmounts(
  items: readonly Item[],
  results: readonly ReadItem[],
  beside: ReadonlyMap<Item, Neighbours>,
  marks: Marks,
): Own {
  const unread = items.filter(({ role }) => role === "unread");
  const spare = items
    .filter(isRead)
    .filter((item) => item.role === "spare" && !isShare(item, items));
  const best = Math.max(0, ...spare.map(({ weight }) => weight));
  const lost = Math.max(
    -1,
    ...unread.filter((each) => !isHedged(each, beside)).map((each) => each.weight),
  );
  const left: Left[] = leave(
    unread.filter((each) => !isHedged(each, beside)),
    "unread",
  ).slice();
  if (marks.eachItsOwn([...results, ...spare].toSorted(byPlace)))
    return { own: spare, more: [], left };
  if (best >= asMoney) {
    const money = spare.filter(
      (item) => item.weight >= asMoney && !(item.weight < best && isName(marks.bare, item)),
    );
    const besides = spare.filter(
      (item) => !money.includes(item) && item.weight < asMoney && !isCountOf(item, money),
    );
    const own = sumsInto(results, money) ? [] : money.slice(0, 1);
    const more = [...money.slice(own.length), ...besides.filter((each) => isAlone(each, beside))];
    return { own, more, left: [...left, ...unknowns(besides, results, beside, marks.bare)] };
  }
  if (results.length > 0)
    return {
      own: [],
      more: spare.filter((each) => isAlone(each, beside)),
      left: [...left, ...unknowns(spare, results, beside, marks.bare)],
    };
  // Nothing of a better figure is guessed at from what stands beside it.
  if (lost >= 0 && spare.length > 0) return { own: [], more: [], left };
  const first = spare.find((each) => entryIn(beside, each).ahead === "") ?? spare[0];
  const more = spare.filter((each) => each !== first && isAlone(each, beside));
  return { own: first ? [first] : [], more, left };
}

/** A percentage beside an amount is a share of something. */
const isShare = (item: Item, items: readonly Item[]): boolean =>
  item.readings[0]?.percent === true &&
  items.some((each) => {
    const [amount] = each.readings;
    return each !== item && amount !== undefined && !amount.percent;
  });

/** about 2万, 约2万: the words of a note. */
const isHedged = (item: Item, beside: ReadonlyMap<Item, Neighbours>): boolean =>
  item.about !== undefined || beside.get(item)?.ahead !== "";

/** 两笔 3万 2万: how many follow. */
const isCountOf = ({ readings: [amount], start }: ReadItem, money: readonly ReadItem[]): boolean =>
  money.length > 1 &&
  amount?.counter !== undefined &&
  amount.value.eq(String(money.length)) &&
  money.every((each) => each.start > start);

/** 3M, 58同城. */
function isName(bare: string, { start, end, weight }: Item): boolean {
  const typed = bare.slice(start, end);
  return /^\d{1,2}M$/.test(typed) || (weight < asMoney && /^\p{Script=Han}/u.test(bare.slice(end)));
}

const isYear = ({ weight, readings: [amount] }: Item): boolean =>
  weight === 0 && amount !== undefined && amount.value.gte("1990") && amount.value.lte("2099");
const isReference = (item: Item): boolean => item.readings[0]?.value.gte("10000000") ?? false;

/** Neither a word nor anything else takes it. */
function isAlone(item: Item, beside: ReadonlyMap<Item, Neighbours>): boolean {
  const { ahead, behind } = entryIn(beside, item);
  return ahead === "" && behind === "" && !isYear(item) && !isReference(item);
}

/** meetings 3 beside calls 20: taken with its word, and said. Where no metric is named, it is a note. */
function unknowns(
  spare: readonly Item[],
  results: readonly Item[],
  beside: ReadonlyMap<Item, Neighbours>,
  bare: string,
): readonly Left[] {
  if (results.length === 0) return [];
  const taken = results.map(({ span }) => span);
  return spare.flatMap((item): readonly Left[] => {
    if (item.weight > 1 || isReference(item)) return [];
    const named =
      item.weight === 1
        ? counted(item, bare, taken)
        : withWord(item, entryIn(beside, item), taken, startsClause(bare, item));
    if (named === null) return [];
    taken.push(named.span);
    return [{ item: named, why: "unknown" }];
  });
}

const startsClause = (bare: string, { start }: Span): boolean =>
  /[,，、;；。]\s*$/u.test(bare.slice(Math.max(0, start - 3), start));

/** 约了3家: a counted figure with the verb before it. */
function counted(item: Item, bare: string, taken: readonly Span[]): Item | null {
  const from = Math.max(0, ...taken.map(({ end }) => end).filter((end) => end <= item.start));
  const words = /\p{Script=Han}{0,5}[了过到成出]$/u.exec(bare.slice(from, item.start))?.[0] ?? "";
  return words === ""
    ? null
    : { ...item, span: { start: item.start - words.length, end: item.end } };
}

/** meetings 3 with its word; 3 meetings where the word before is another figure's or names nothing. Null where no word names it. */
function withWord(
  item: Item,
  { ahead, aheadAt, behind, behindAt }: Neighbours,
  taken: readonly Span[],
  leads: boolean,
): Item | null {
  const end = behindAt + behind.length;
  const isFree = (from: number, to: number): boolean =>
    !taken.some((each) => each.start < to && each.end > from);
  const canBehind = behind !== "" && isFree(behindAt, end);
  const isNamed = ahead !== "" && isFree(aheadAt, item.start);
  if (isNamed && !(canBehind && preposition.test(ahead)))
    return { ...item, span: { start: aheadAt, end: item.span.end } };
  return canBehind && (isNamed || ahead !== "" || leads)
    ? { ...item, span: { start: isNamed ? aheadAt : item.span.start, end } }
    : null;
}
