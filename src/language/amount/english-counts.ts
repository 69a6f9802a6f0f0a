// Counts in English words: twenty, thirty-five, a dozen, two hundred. Exact ones only: a couple and a few are none.
import { decimal, type Decimal } from "../decimal.ts";

const small = (
  "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen " +
  "sixteen seventeen eighteen nineteen"
).split(" ");
const tens = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const large: Readonly<Record<string, number>> = { dozen: 12, hundred: 100 };

const unit = `(?<unit>${small.slice(0, 9).join("|")})`;
const counts = new RegExp(
  `(?<![\\p{L}\\d'-])(?:(?<ten>${tens.join("|")})(?:[- ]${unit})?|(?:(?<many>an?|${small.join("|")}) )?(?<large>dozen|hundred)|(?<small>${small.join("|")}))(?![\\p{L}\\d'-])`,
  "giu",
);

export interface FoundCount {
  readonly value: Decimal;
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
}

/** Every count in words of a normalised line. */
export const findCounts = (text: string): readonly FoundCount[] =>
  Array.from(text.matchAll(counts), ({ 0: words, index, groups = {} }) => ({
    value: decimal(BigInt(valueOf(groups))),
    start: index,
    end: index + words.length,
  }));

function valueOf(groups: Readonly<Record<string, string | undefined>>): number {
  const word = (name: string): string => groups[name]?.toLowerCase() ?? "";
  const ones = (typed: string): number => small.indexOf(typed) + 1;
  if (groups["ten"] !== undefined) return (tens.indexOf(word("ten")) + 2) * 10 + ones(word("unit"));
  if (groups["large"] === undefined) return ones(word("small"));
  return Math.max(1, ones(word("many"))) * (large[word("large")] ?? 1);
}
