// What a line says about a goal: what is named, how much, which way, and where it starts.
import {
  findAmounts,
  readAmount,
  type Amount,
  type FoundAmount,
} from "#src/language/amount/amount";
import { zero, type Decimal } from "#src/language/decimal";
import { foldCase, shorten } from "#src/language/text";
import type { Unit } from "#src/language/units";
import { isCurrencyCode, metricNames, type Metric } from "#src/practices/setup/api";
import type { Direction } from "../model.ts";

export interface ReadGoal {
  readonly title: string;
  readonly metric: Metric | null;
  readonly unit: Unit;
  readonly target: Decimal;
  readonly direction: Direction;
  readonly reason: string | null;
  /** Where it starts; nothing unless it was said. */
  readonly baseline: Decimal;
  /** Three capitals beside an amount of money that are no currency: to be refused, never guessed. */
  readonly unknownCurrency: string | null;
}

/** The currency somebody counts a metric in, or money without a metric. */
export type Money = (metric: Metric | null) => string;

interface Asked {
  readonly title: string;
  readonly found: FoundAmount | null;
  readonly start: Decimal | null;
  readonly direction: Direction;
}

/** `回款 100万`, `reduce complaints to 5 because ...`, `complaints from 20 to 5`. */
export function readGoal(line: string, metrics: readonly Metric[], money: Money): ReadGoal {
  const because = /(?:\bbecause\b|因为|为了)\s*(?:[:：]\s*)?(.+)$/iu.exec(line);
  const what = because ? line.slice(0, because.index) : line;
  const {
    title: words,
    found,
    start,
    direction,
  } = readWay(what) ?? readLimit(what) ?? readWords(what);
  const typed = found ? what.slice(found.start, found.end) : "";
  const code = found ? codeBeside(what, found) : null;
  const metric = metricIn(words, metrics);
  const unit = unitOf(found?.amount ?? null, typed, metric, money);
  const named = unit.kind === "money" && code !== null;
  return {
    title: named ? tidy(words.replace(code, " ")) : words,
    metric,
    unit: named && isCurrencyCode(code) ? { kind: "money", currency: code } : unit,
    target: found?.amount.value ?? zero,
    direction,
    reason: because?.[1] === undefined ? null : shorten(because[1].trim(), 500),
    baseline: start ?? zero,
    unknownCurrency: named && !isCurrencyCode(code) ? code : null,
  };
}

const fromTo =
  /(?:\bfrom\s+|[从由]\s*)(?<from>[^\s,，;；][^,，;；]{0,39}?)\s*(?:(?:\b(?:down|up)\s+)?\bto\b|(?:下降|上升|提高|提升|增加|降低|减少|[降减升涨增])?[到至])\s*(?<to>.+)/iu;

/** From one value to another: downwards when the second is less (2.2); the same twice is no way at all. */
function readWay(what: string): Asked | null {
  const way = fromTo.exec(what);
  const from = readAmount(way?.groups?.["from"] ?? "");
  const after = way?.groups?.["to"] ?? "";
  const to = findAmounts(after)[0];
  if (!way || !from || to?.start !== 0) return null;
  const at = way.index + way[0].length - after.length;
  const direction = to.amount.value.lt(from.value) ? "down" : "up";
  return {
    title: tidy(
      `${what.slice(0, way.index)} ${after.slice(to.end)}${what.slice(way.index + way[0].length)}`,
    ),
    found: { amount: to.amount, start: at, end: at + to.end },
    start: from.value,
    direction,
  };
}

const atMost = String.raw`\b(?:at most|no more than|not more than|(?:keep |stay )?(?:under|below)|up to)\b|不超过|不高于|不多于|控制在|低于|少于|小于|最多|[<≤]=?`;
const atLeast = String.raw`\b(?:at least|no less than|not less than|(?:keep |stay )?(?:over|above))\b|不低于|不少于|不小于|至少|高于|[>≥]=?`;
const holding = /(?:\b(?:keep|stay|remain|hold|maintain)\b|保持|维持|稳定)/iu;
const limit = new RegExp(
  `(?:(?<most>${atMost})|(?<least>${atLeast})|(?<held>(?:保持|维持|稳定)在))\\s*(?<figure>[-+]?[^\\s,，;；]{1,30}?)(?<behind>以内|以下|之内|以上|及以上)?(?<unit> ?(?:小时|分钟|hours?|hrs?|minutes?|mins?|days?|天))?(?=$|[\\s,，;；。])`,
  "iu",
);

/** A limit (2.2): at or under a figure, or at or above it. What only names a least sum to reach (至少100万) goes up as usual. */
function readLimit(what: string): Asked | null {
  const found = limit.exec(what);
  const { most, held, figure = "", behind = "", unit = "" } = found?.groups ?? {};
  const amount = readAmount(figure);
  if (!found || !amount) return null;
  const under = most !== undefined || /[内下]$/.test(behind);
  const hold = held !== undefined || holding.test(what) || amount.percent === true;
  const least: Direction = hold ? "floor" : "up";
  const at = found.index + found[0].indexOf(figure);
  const words =
    `${what.slice(0, found.index)} ${what.slice(found.index + found[0].length)}`.replace(
      holding,
      " ",
    );
  const title = tidy(words);
  return {
    title: unit === "" ? title : `${title} (${unit.trim()})`,
    found: { amount, start: at, end: at + figure.length },
    start: null,
    direction: under ? "keep" : least,
  };
}

function readWords(what: string): Asked {
  const amounts = findAmounts(what);
  const [first = null] = amounts;
  const found = amounts.at(-1) ?? null;
  const down = /(?:\bdown to\b|\breduce\b|\bcut\b|降到|减到|降低)/iu.test(what);
  const words = amounts
    .toReversed()
    .reduce((text, each) => `${text.slice(0, each.start)} ${text.slice(each.end)}`, what);
  const way: Direction = down ? "down" : "up";
  const direction: Direction = found === null ? "milestones" : way;
  const start =
    direction === "down" && first !== null && first !== found ? first.amount.value : null;
  return { title: tidy(words), found, start, direction };
}

const tidy = (words: string): string =>
  shorten(
    words
      .replace(/(?:\bdown to\b|\bto\s*$|\bat most\b|\bunder\b|降到|减到|不超过|控制在)/giu, " ")
      .replace(/\s+/g, " ")
      .replace(/^[\s,，]+|(?<![\s,，])[\s,，]+$/gu, ""),
    200,
  );

const metricIn = (title: string, metrics: readonly Metric[]): Metric | null =>
  metrics.find((each) =>
    metricNames(each).some((name) => foldCase(title).includes(foldCase(name))),
  ) ?? null;

function unitOf(amount: Amount | null, typed: string, metric: Metric | null, money: Money): Unit {
  if (amount?.percent) return { kind: "percent" };
  if (amount?.currency) return { kind: "money", currency: amount.currency };
  // A bare ¥ is yuan or yen: whichever of them this person counts in, and yuan where neither.
  if (amount?.yen) return { kind: "money", currency: money(metric) === "JPY" ? "JPY" : "CNY" };
  if (metric)
    return metric.unit.kind === "money" ? { kind: "money", currency: money(metric) } : metric.unit;
  return /[万亿wk]/iu.test(typed) ? { kind: "money", currency: money(null) } : { kind: "count" };
}

/** Figures of the trade that are written like a currency. */
const figures = /^(?:ARR|MRR|NRR|GRR|GMV|ACV|TCV|LTV|CLV|AOV|KPI|CRM|ERP|POC|VIP|KOL)$/;

/** Three capitals right beside the amount, where a currency stands: XYZ 100k, 100k XYZ. */
function codeBeside(text: string, { amount, start, end }: FoundAmount): string | null {
  if (amount.currency || amount.yen || amount.percent || amount.counter) return null;
  const code =
    /(?<![A-Za-z])([A-Z]{3}) ?$/.exec(text.slice(0, start))?.[1] ??
    /^ ?([A-Z]{3})(?![A-Za-z])/.exec(text.slice(end))?.[1];
  return code === undefined || figures.test(code) ? null : code;
}
