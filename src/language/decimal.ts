// Exact numbers. Every amount in Pacer is a Decimal: big.js in strict mode, so a JavaScript number never gets in.
import Big from "big.js";
import { z } from "zod";

export type Decimal = Big;

// A constructor of our own: settings here touch nobody else's Big.
const Exact = Big();
Exact.strict = true;
Exact.DP = 20;
Exact.RM = 1;
// Never exponent notation, whatever prints the value (JSON included).
Exact.PE = 1_000_000;
Exact.NE = -1_000_000;

const decimalPattern = /^-?\d{1,64}(?:\.\d{1,64})?$/;
const storedPattern = /^-?(?:0|[1-9]\d{0,17})(?:\.\d{1,6})?$/;

export type Rounding = "down" | "half-up" | "half-even" | "up";
const roundingModes = { down: 0, "half-up": 1, "half-even": 2, up: 3 } as const;

/** True for plain decimal text such as "-12.50": ASCII digits, no exponent, no grouping, no plus sign. */
export function isDecimalText(text: string): boolean {
  return decimalPattern.test(text);
}

/** Reads plain decimal text ("12.5") or a bigint. Throws RangeError on anything else, exponents included. */
export function decimal(text: string | bigint): Decimal {
  const plain = typeof text === "bigint" ? text.toString() : text;
  if (typeof plain !== "string" || !isDecimalText(plain))
    throw new RangeError(`not a decimal number: ${String(plain).slice(0, 40)}`);
  const value = new Exact(plain);
  return value.s < 0 && value.eq("0") ? new Exact("0") : value;
}

export const zero: Decimal = decimal("0");

/** What is stored and sent: at most 18 integer digits and 6 decimals, no leading zeros. Parses into a Decimal. */
export const decimalText = z
  .string()
  .regex(storedPattern, "not a decimal amount")
  .transform(decimal);

/** Does the value fit what we store: 18 integer digits, 6 decimals? */
export function fitsStore(value: Decimal): boolean {
  return storedPattern.test(toText(value));
}

/** Canonical plain text: no exponent, no trailing zeros, no "-0". */
export function toText(value: Decimal): string {
  return value.eq("0") ? "0" : value.toFixed();
}

/** Exact sum; zero for an empty list. */
export function sum(values: Iterable<Decimal>): Decimal {
  let total = zero;
  for (const value of values) total = total.plus(value);
  return total;
}

/** The smallest of at least one value. */
export function min(first: Decimal, ...others: Decimal[]): Decimal {
  return others.reduce((least, value) => (value.lt(least) ? value : least), first);
}

/** The largest of at least one value. */
export function max(first: Decimal, ...others: Decimal[]): Decimal {
  return others.reduce((most, value) => (value.gt(most) ? value : most), first);
}

/** Rounds to `places` decimals (negative: tens, hundreds). "half-up" and "up" go away from zero, "down" towards it. */
export function roundTo(value: Decimal, places: number, mode: Rounding = "half-up"): Decimal {
  const rounded = value.round(places, roundingModes[mode]);
  return rounded.eq("0") ? zero : rounded;
}
