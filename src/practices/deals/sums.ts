// Deals added up: each currency by itself, and what has no amount counted beside.
import { sum, zero, type Decimal } from "#src/language/decimal";
import type { Deal } from "./model.ts";

export interface CurrencySum {
  readonly currency: string;
  readonly value: Decimal;
}

export interface DealSum {
  readonly deals: number;
  readonly noAmount: number;
  /** Of those with an amount, in the order in which the currencies come. */
  readonly values: readonly CurrencySum[];
}

export function sumOf(deals: readonly Deal[]): DealSum {
  const values = new Map<string, Decimal>();
  for (const { amount, currency } of deals)
    if (amount !== null) values.set(currency, sum([values.get(currency) ?? zero, amount]));
  return {
    deals: deals.length,
    noAmount: deals.filter(({ amount }) => amount === null).length,
    values: [...values].map(([currency, value]) => ({ currency, value })),
  };
}

export interface StageSum extends DealSum {
  readonly stage: string;
}

/** Stage by stage: as likely as their deals are where sources say that, else by name. */
export function byStage(deals: readonly Deal[]): readonly StageSum[] {
  const stages = new Map<string, readonly Deal[]>();
  for (const deal of deals) stages.set(deal.stage, [...(stages.get(deal.stage) ?? []), deal]);
  const likely = (own: readonly Deal[]): number =>
    Math.max(-1, ...own.map(({ probability }) => Number(probability?.toFixed(2) ?? -1)));
  return [...stages]
    .toSorted(([a, x], [b, y]) => likely(x) - likely(y) || (a < b ? -1 : 1))
    .map(([stage, own]) => ({ stage, ...sumOf(own) }));
}
