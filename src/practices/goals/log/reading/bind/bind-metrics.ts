// Which figure each metric's name belongs to: a name between two figures goes to the one that leaves fewest figures without a name.
import type { Amount, Figure } from "#src/language/amount/amount";
import type { Metric } from "#src/practices/setup/api";
import { nameAtEnd, nameAtStart } from "../../parse/match-metric.ts";
import type { Span } from "../reading.ts";

/** The metric of a figure, and where its name stands. */
export interface Naming extends Span {
  readonly metric: Metric;
}

interface Choice {
  readonly score: number;
  readonly namings: readonly (Naming | null)[];
}

/** For each figure its metric; null where none is named beside it. `bare` has everything else that was understood blanked. */
export function bindMetrics(
  bare: string,
  figures: readonly Figure[],
  metrics: readonly Metric[],
): readonly (Naming | null)[] {
  if (metrics.length === 0) return figures.map(() => null);
  const around = figures.map((figure, i) => {
    const { start, end, readings, about } = figure;
    const before = figures[i - 1]?.end ?? 0;
    const after = figures[i + 1]?.start ?? bare.length;
    const readable = readings[0] ?? about;
    return {
      figure,
      readable,
      ahead: readable ? aheadOf(bare, before, start, metrics) : null,
      behind: readable ? behindOf(bare, end, after, metrics, readable) : null,
    };
  });
  const figuresLead = leads(bare, figures);
  // Per figure two standings: whether the name behind it was taken by it, or is free for the next.
  let free: Choice = { score: 0, namings: [] };
  let taken: Choice | null = null;
  for (const [i, { figure, readable, ahead, behind }] of around.entries()) {
    const before = around[i - 1]?.behind ?? null;
    const clashes = ahead !== null && before !== null && overlaps(ahead, before);
    const best: Choice = better(free, taken);
    const none = extended(best, 0, null);
    const byAhead =
      ahead && readable
        ? extended(
            better(free, clashes ? null : taken),
            worth(ahead, readable) + (figuresLead ? -1 : 1) - apart(bare, figure),
            ahead,
          )
        : null;
    const next: Choice = byAhead ? better(byAhead, none) : none;
    taken = behind && readable ? extended(best, worth(behind, readable), behind) : null;
    free = next;
  }
  return better(free, taken).namings;
}

/** 12个电话 周二15个: a name with a day between it and the figure is rather that of the figure it touches. */
const apart = (bare: string, { start }: Span): number =>
  / {2}$/.test(bare.slice(0, start)) ? 2 : 0;

/** "5 calls 3 meetings 2 emails": every figure is said before its word. */
function leads(bare: string, figures: readonly Figure[]): boolean {
  const [first, ...others] = figures;
  const last = others.at(-1);
  if (!first || !last || /\p{L}/u.test(bare.slice(0, first.start))) return false;
  return /^ ?\p{L}/u.test(bare.slice(last.end));
}

const extended = ({ score, namings }: Choice, more: number, naming: Naming | null): Choice => ({
  score: score + more,
  namings: [...namings, naming],
});

/** The first where both are alike. */
const better = (first: Choice, second: Choice | null): Choice =>
  second !== null && second.score > first.score ? second : first;

const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** A name counts much, one whose unit is the figure's a little more. */
const worth = ({ metric }: Naming, amount: Amount): number => (fitsKind(amount, metric) ? 12 : 10);

export function fitsKind(amount: Amount, { unit }: Metric): boolean {
  if (amount.percent || amount.points) return unit.kind === "percent";
  if (amount.currency || amount.yen) return unit.kind === "money";
  return amount.counter === undefined || unit.kind === "count";
}

function aheadOf(
  bare: string,
  from: number,
  to: number,
  metrics: readonly Metric[],
): Naming | null {
  const head = bare.slice(from, to);
  const named = nameAtEnd(head, metrics);
  return named && { metric: named.metric, start: from + named.at, end: to };
}

function behindOf(
  bare: string,
  from: number,
  to: number,
  metrics: readonly Metric[],
  amount: Amount,
): Naming | null {
  const named = nameAtStart(bare.slice(from, to), metrics);
  return named && fitsKind(amount, named.metric)
    ? { metric: named.metric, start: from, end: from + named.at }
    : null;
}
