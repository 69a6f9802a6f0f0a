// Ratios: how "3/10" is read in a line, and how parts add up.
import { captured } from "#src/language/lookup";
import { decimal, sum, zero, type Decimal } from "#src/language/decimal";
import type { Metric } from "#src/practices/setup/api";
import { percentOf, type GoalProgress, type RatioStanding } from "../../model.ts";
import { nameAtEnd, nameAtStart, totalAtEnd } from "./match-metric.ts";

/** "3 of 10" in a line, with the metric it was said for. */
export interface SaidRatio {
  readonly metric: Metric | null;
  readonly num: Decimal;
  readonly den: Decimal;
  readonly total: boolean;
  readonly start: number;
  readonly end: number;
}

const figure = "(\\d{1,12}(?:\\.\\d{1,6})?)";
const parts = new RegExp(
  `(?<![\\d.,/:-])${figure} ?(?:\\/|(?:out )?of(?![a-z])|比) ?${figure}(?![\\d/:-]|[.,]\\d|[wkm万千亿%])`,
  "giu",
);

/**
 * 3/10, 3 of 10, 3 out of 10 beside the name of a metric in per cent; without a name only where the goal is known to be one
 * (`ofRatio`), since elsewhere 3/10 is a day in March or October.
 */
export function readRatio(
  text: string,
  metrics: readonly Metric[],
  ofRatio: boolean,
): SaidRatio | null {
  const ratios = metrics.filter((each) => each.unit.kind === "percent");
  for (const match of text.matchAll(parts)) {
    const [start, end] = [match.index, match.index + match[0].length];
    const total = totalAtEnd(text.slice(0, start));
    const ahead = nameAtEnd(text.slice(0, total ?? start), ratios);
    const behind = ahead ? null : nameAtStart(text.slice(end), ratios);
    if (!ahead && !behind && !ofRatio) continue;
    const from = ahead?.at ?? total ?? start;
    return {
      metric: (ahead ?? behind)?.metric ?? null,
      num: decimal(captured(match, 1)),
      den: decimal(captured(match, 2)),
      total: total !== null || totalAtEnd(text.slice(0, from)) !== null,
      start: from,
      end: end + (behind?.at ?? 0),
    };
  }
  return null;
}

/** The whole text as "3/10"; null when it is anything else. */
export function readOnlyRatio(text: string): RatioStanding | null {
  const found = readRatio(text.trim(), [], true);
  return found && found.start === 0 && found.end === text.trim().length
    ? { num: found.num, den: found.den }
    : null;
}

/** Σ numerators by Σ denominators (2.6), never the mean of percentages; null when nothing was counted. */
export function sumRatios(ratios: readonly (RatioStanding | null)[]): RatioStanding | null {
  const known = ratios.filter((each) => each !== null);
  const total = {
    num: sum(known.map((each) => each.num)),
    den: sum(known.map((each) => each.den)),
  };
  return total.den.gt(zero) ? total : null;
}

/**
 * A team's goal stands where its parts stand together (2.6): sums added, facts counted once at the part they were logged to. In
 * per cent only what was counted adds up; bare percentages of several people say nothing together.
 */
export function rollUp<Whole extends Pick<GoalProgress, "unit" | "actual" | "ratio">>(
  whole: Whole,
  among: readonly Pick<GoalProgress, "actual" | "ratio">[],
): Whole {
  if (whole.unit.kind !== "percent")
    return { ...whole, actual: sum(among.map((each) => each.actual)).plus(whole.actual) };
  const ratio = sumRatios([whole.ratio, ...among.map((each) => each.ratio)]);
  return ratio ? { ...whole, ratio, actual: percentOf(ratio) } : whole;
}
