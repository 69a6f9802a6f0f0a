// What a list is known to hold, said as a type: at least one, exactly one, as many as another has.
import type { Locale } from "./text.ts";

export type AtLeastOne<T> = readonly [T, ...T[]];

export const isAtLeastOne = <T>(list: readonly T[]): list is AtLeastOne<T> => list.length > 0;

export const lastOf = <T>(list: AtLeastOne<T>): T => list.at(-1) ?? list[0];

/** The only one of a list; null where there is none, or another. */
export function onlyOne<T>(list: readonly T[]): T | null {
  const [first, ...others] = list;
  return first === undefined || others.length > 0 ? null : first;
}

/** Each with its counterpart in a list made from this one, or counted to be as long. Throws RangeError where the lengths differ. */
export function zip<A, B>(list: readonly A[], other: readonly B[]): readonly (readonly [A, B])[] {
  if (list.length !== other.length)
    throw new RangeError(`${list.length} and ${other.length} do not go together`);
  return other.map((each, i) => [list[i] as A, each] as const);
}

/** What stands before the i-th of so many names in a sentence: 、 in Chinese; in English a comma, and "and" before the last. */
export function beforeName(i: number, count: number, locale: Locale): string {
  if (i === 0) return "";
  if (locale === "zh") return "、";
  return i === count - 1 ? " and " : ", ";
}
