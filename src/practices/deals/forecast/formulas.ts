// What deals say of a goal: pure formulas on exact decimals. Source: design/domain.md 2.4. Always parts, never one figure alone.
import { addMonths, type LocalDate } from "#src/calendar/local-date";
import { inPeriod, periodOf, type Period } from "#src/calendar/periods";
import { decimal, roundTo, sum, zero, type Decimal } from "#src/language/decimal";
import type { ClosedDeal, Deal } from "../model.ts";

/** Closed deals without which a win rate is chance, and what is taken instead: the third behind "three times the gap". */
export const fewestClosed = 10;
export const assumedRate = decimal("1").div("3");

/** Four quarters that are over, and what of this one is. */
export const trailingYear = (today: LocalDate): { from: LocalDate; to: LocalDate } => ({
  from: addMonths(periodOf("quarter", today).start, -12),
  to: today,
});

export interface WinRate {
  /** won / (won + lost). */
  readonly byCount: Decimal;
  /** The same by amounts in one currency; null where none of them has one. */
  readonly byValue: Decimal | null;
  readonly closed: number;
  /** Too few closed for a rate of their own. */
  readonly assumed: boolean;
  /** Of one that was won; null where none has an amount. */
  readonly averageWon: Decimal | null;
}

export function winRateOf(closed: readonly ClosedDeal[], currency: string): WinRate {
  const won = closed.filter((each) => each.outcome === "won");
  const amounts = (deals: readonly ClosedDeal[]): readonly Decimal[] =>
    deals.flatMap((each) =>
      each.amount === null || each.currency !== currency ? [] : [each.amount],
    );
  const wonAmounts = amounts(won);
  const wonValue = sum(wonAmounts);
  const value = sum(amounts(closed));
  const assumed = closed.length < fewestClosed;
  return {
    byCount: assumed ? assumedRate : shareOf(won.length, closed.length),
    byValue: assumed || value.lte(zero) ? null : wonValue.div(value),
    closed: closed.length,
    assumed,
    averageWon: wonAmounts.length === 0 ? null : wonValue.div(String(wonAmounts.length)),
  };
}

const shareOf = (part: number, whole: number): Decimal =>
  decimal(String(part)).div(String(Math.max(1, whole)));

export interface Pipeline {
  /** Those that are to close in the period from today on, with an amount in that currency. */
  readonly deals: readonly Deal[];
  readonly value: Decimal;
  /** Each by how likely it is. */
  readonly weighted: Decimal;
  /** Left out, and said to be: no amount; close day passed; another currency; no close day at all. */
  readonly noAmount: number;
  readonly overdue: number;
  readonly otherCurrency: number;
  readonly noDay: number;
  /** Whether any was weighed by the win rate, since neither it nor its stage has a probability. */
  readonly byRate: boolean;
}

/** A deal's own probability; else that of others in its stage; else null. */
export function likelihood(deal: Deal, all: readonly Deal[]): Decimal | null {
  if (deal.probability !== null) return deal.probability.div("100");
  const inStage = all.flatMap((each) =>
    each.source === deal.source && each.stage === deal.stage && each.probability !== null
      ? [each.probability]
      : [],
  );
  return inStage.length === 0 ? null : sum(inStage).div(String(inStage.length)).div("100");
}

/** `open`: everything open of whoever works on it. */
export function pipelineOf(
  open: readonly Deal[],
  currency: string,
  period: Pick<Period, "start" | "end">,
  today: LocalDate,
  { byCount }: Pick<WinRate, "byCount">,
): Pipeline {
  const isIn = (on: LocalDate) => inPeriod({ ...period, kind: "custom" }, on);
  const ahead = open.filter(({ closeOn }) => closeOn !== null && closeOn >= today && isIn(closeOn));
  const own = ahead.filter((each) => each.currency === currency);
  const deals = own.filter((each) => each.amount !== null);
  const weighed = deals.map((deal) => ({ deal, likely: likelihood(deal, open) }));
  return {
    deals,
    value: sum(deals.map((each) => each.amount ?? zero)),
    weighted: sum(
      weighed.map(({ deal, likely }) => (deal.amount ?? zero).times(likely ?? byCount)),
    ),
    noAmount: own.length - deals.length,
    overdue: open.filter(({ closeOn }) => closeOn !== null && closeOn < today).length,
    otherCurrency: ahead.length - own.length,
    noDay: open.filter(({ closeOn }) => closeOn === null).length,
    byRate: weighed.some(({ likely }) => likely === null),
  };
}

export type Coverage =
  | { readonly reached: true }
  | {
      readonly reached: false;
      readonly gap: Decimal;
      /** open pipeline / gap. */
      readonly times: Decimal;
      /** gap / win rate; null where nothing was ever won. */
      readonly pipelineNeeded: Decimal | null;
      /** gap / average won deal, rounded up; null where none was won. */
      readonly dealsNeeded: Decimal | null;
    };

export function coverageOf(
  goal: { readonly actual: Decimal; readonly target: Decimal },
  pipeline: Pick<Pipeline, "value">,
  rate: Pick<WinRate, "byCount" | "averageWon">,
): Coverage {
  const gap = goal.target.minus(goal.actual);
  if (gap.lte(zero)) return { reached: true };
  return {
    reached: false,
    gap,
    times: pipeline.value.div(gap),
    pipelineNeeded: rate.byCount.lte(zero) ? null : gap.div(rate.byCount),
    dealsNeeded:
      rate.averageWon === null || rate.averageWon.lte(zero)
        ? null
        : roundTo(gap.div(rate.averageWon), 0, "up"),
  };
}

/** Where the goal may end: nothing more comes in, each comes in as likely as it is, all of it comes in. */
export interface DealRange {
  readonly low: Decimal;
  readonly likely: Decimal;
  readonly high: Decimal;
}

export const rangeOf = (
  actual: Decimal,
  { weighted, value }: Pick<Pipeline, "weighted" | "value">,
): DealRange => ({ low: actual, likely: actual.plus(weighted), high: actual.plus(value) });
