// What a line says about a goal: what is named, how much, which way, and where it starts.
import { findAmounts, readAmount, type Amount, type FoundAmount } from "#src/language/amount";
import { zero, type Decimal } from "#src/language/decimal";
import { foldCase } from "#src/language/text";
import type { Unit } from "#src/language/units";
import { isCurrencyCode, metricNames, type Metric } from "#src/practices/setup/api";
import type { Direction } from "./model.ts";

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

interface Asked {
  readonly title: string;
  readonly found: FoundAmount | null;
  readonly start: Decimal | null;
  readonly direction: Direction;
}

/** `回款 100万`, `reduce complaints to 5 because ...`, `complaints from 20 to 5`. */
export function readGoal(line: string, metrics: readonly Metric[], currency: string): ReadGoal {
  const because = /(?:\bbecause\b|因为|为了)\s*[:：]?\s*(.+)$/iu.exec(line);
  const what = because ? line.slice(0, because.index) : line;
  const { title: words, found, start, direction } = readWay(what) ?? readWords(what);
  const typed = found ? what.slice(found.start, found.end) : "";
  const code = found ? codeBeside(what, found) : null;
  const metric = metricIn(words, metrics);
  const unit = unitOf(found?.amount ?? null, typed, metric, currency);
  const named = unit.kind === "money" && code !== null;
  return {
    title: named ? tidy(words.replace(code, " ")) : words,
    metric,
    unit: named && isCurrencyCode(code) ? { kind: "money", currency: code } : unit,
    target: found?.amount.value ?? zero,
    direction,
    reason: because?.[1]?.trim().slice(0, 500) ?? null,
    baseline: start ?? zero,
    unknownCurrency: named && !isCurrencyCode(code) ? code : null,
  };
}

const fromTo = /(?:\bfrom\s+|[从由]\s*)(?<from>[^,，;；]{1,40}?)\s*(?:(?:\b(?:down|up)\s+)?\bto\b|(?:下降|上升|提高|提升|增加|降低|减少|[降减升涨增])?[到至])\s*(?<to>.+)$/iu;

/** From one value to another: downwards when the second is less (2.2); the same twice is no way at all. */
function readWay(what: string): Asked | null {
  const way = fromTo.exec(what);
  const from = readAmount(way?.groups?.["from"] ?? "");
  const after = way?.groups?.["to"] ?? "";
  const to = findAmounts(after)[0];
  if (!way || !from || to?.start !== 0) return null;
  const at = way.index + way[0].length - after.length;
  const direction = to.amount.value.lt(from.value) ? "down" : "up";
  return { title: tidy(`${what.slice(0, way.index)} ${after.slice(to.end)}`), found: { amount: to.amount, start: at, end: at + to.end }, start: from.value, direction };
}

function readWords(what: string): Asked {
  const amounts = findAmounts(what);
  const found = amounts.at(-1) ?? null;
  const down = /(?:\bdown to\b|\breduce\b|\bcut\b|降到|减到|降低)/iu.test(what);
  const keep = /(?:\bat most\b|\bunder\b|\bkeep below\b|不超过|控制在)/iu.test(what);
  const words = amounts.toReversed().reduce((text, each) => `${text.slice(0, each.start)} ${text.slice(each.end)}`, what);
  const direction: Direction = found === null ? "milestones" : keep ? "keep" : down ? "down" : "up";
  const start = direction === "down" && amounts.length > 1 ? amounts[0]!.amount.value : null;
  return { title: tidy(words), found, start, direction };
}

const tidy = (words: string): string =>
  words
    .replace(/(?:\bdown to\b|\bto\s*$|\bat most\b|\bunder\b|降到|减到|不超过|控制在)/giu, " ")
    .replace(/\s+/g, " ")
    .replace(/^[\s,，]+|[\s,，]+$/gu, "")
    .slice(0, 200);

const metricIn = (title: string, metrics: readonly Metric[]): Metric | null => metrics.find((each) => metricNames(each).some((name) => foldCase(title).includes(foldCase(name)))) ?? null;

function unitOf(amount: Amount | null, typed: string, metric: Metric | null, currency: string): Unit {
  if (amount?.percent) return { kind: "percent" };
  if (amount?.currency) return { kind: "money", currency: amount.currency };
  if (metric) return metric.unit;
  return amount?.yen || /[万亿wk]/iu.test(typed) ? { kind: "money", currency } : { kind: "count" };
}

/** Figures of the trade that are written like a currency. */
const figures = /^(?:ARR|MRR|NRR|GRR|GMV|ACV|TCV|LTV|CLV|AOV|KPI|CRM|ERP|POC|VIP|KOL)$/;

/** Three capitals right beside the amount, where a currency stands: XYZ 100k, 100k XYZ. */
function codeBeside(text: string, { amount, start, end }: FoundAmount): string | null {
  if (amount.currency || amount.yen || amount.percent || amount.counter) return null;
  const code = /(?<![A-Za-z])([A-Z]{3}) ?$/.exec(text.slice(0, start))?.[1] ?? /^ ?([A-Z]{3})(?![A-Za-z])/.exec(text.slice(end))?.[1];
  return code === undefined || figures.test(code) ? null : code;
}
