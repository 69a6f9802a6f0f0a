// Giving a goal out: by weights, and how far the parts exceed the whole. Source: design/domain.md 2.6.
import { zip } from "#src/language/lists";
import { decimal, roundTo, sum, zero, type Decimal } from "#src/language/decimal";

/** Σ parts / whole - 1; negative: not fully assigned (2.6). */
export const overAssignment = (whole: Decimal, parts: readonly Decimal[]): Decimal =>
  sum(parts).div(whole).minus("1");

export type Assignment = "short" | "whole" | "high" | "extreme";

/** Over-assignment as a class (2.6): below the whole, up to 20 % beyond it, up to 50 %, and more. */
export function assignmentOf(over: Decimal): Assignment {
  if (over.lt(zero)) return "short";
  if (over.lte("0.2")) return "whole";
  return over.lte("0.5") ? "high" : "extreme";
}

/** What can be given out at all: more than nothing, and at most four times the whole; beyond that it is a slip. */
export const mayGiveOut = (over: Decimal): boolean => over.gt("-1") && over.lte("3");

/** What the parts come to together: of a target in whole units whole units, so that nobody is to make a third of a visit. */
export function givenOut(target: Decimal, over: Decimal): Decimal {
  const exact = target.times(over.plus("1"));
  return roundTo(target, 0).eq(target) ? roundTo(exact, 0) : exact;
}

/** Shares in per cent that say the whole but for a rounded decimal (33.3% three times) are the whole; beyond it as a share. */
export function beyondWhole(percent: Decimal): Decimal {
  const over = percent.div("100").minus("1");
  return over.abs().lte("0.001") ? zero : over;
}

/**
 * Splits `total` by weights in whole units of `step`: floors first, then the remainder to the largest fractions
 * (Hamilton), ties in the given order. The parts always add up to the total. Source: domain.md 2.6.
 */
export function split(
  total: Decimal,
  weights: readonly Decimal[],
  step: Decimal = decimal("1"),
): Decimal[] {
  const all = sum(weights);
  if (all.lte(zero)) throw new RangeError("weights must add up to more than nothing");
  const steps = total.div(step);
  const exact = weights.map((weight) => steps.times(weight).div(all));
  const floors = exact.map((each) => roundTo(each, 0, "down"));
  let missing = steps.minus(sum(floors));
  const parts = zip(exact, floors).map(([each, floor], i) => ({
    i,
    units: floor,
    fraction: each.minus(floor),
  }));
  for (const part of parts.toSorted((a, b) => b.fraction.cmp(a.fraction) || a.i - b.i)) {
    if (missing.lt("1")) break;
    part.units = part.units.plus("1");
    missing = missing.minus("1");
  }
  // A total that is no whole number of steps leaves a crumb; the first with any weight carries it, so that nothing is lost.
  const first = weights.findIndex((weight) => weight.gt(zero));
  return parts.map(({ i, units }) => (i === first ? units.plus(missing) : units).times(step));
}
