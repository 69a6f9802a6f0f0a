// What is in both, and what is only in one: an entry and a fact are one thing where their amounts are the same and their days are near.
import { daysBetween, type LocalDate } from "#src/calendar/local-date";
import type { Decimal } from "#src/language/decimal";

export interface Dated {
  readonly on: LocalDate;
  readonly value: Decimal;
}

/** A sale is typed in on the day it is won or in the days after; so far apart the two are still one. */
const nearDays = 7;

export interface Matched<A extends Dated, B extends Dated> {
  readonly both: readonly (readonly [A, B])[];
  readonly onlyFirst: readonly A[];
  readonly onlySecond: readonly B[];
}

/** Each is one at most once; of several the nearest day is taken, oldest first. */
export function matched<A extends Dated, B extends Dated>(
  first: readonly A[],
  second: readonly B[],
): Matched<A, B> {
  const left = new Map<string, B[]>();
  for (const each of inOrder(second)) {
    const key = each.value.toString();
    left.set(key, [...(left.get(key) ?? []), each]);
  }
  const both: (readonly [A, B])[] = [];
  const onlyFirst: A[] = [];
  for (const each of inOrder(first)) {
    const same = left.get(each.value.toString()) ?? [];
    const nearest = same
      .map((other) => ({ other, apart: Math.abs(daysBetween(each.on, other.on)) }))
      .filter(({ apart }) => apart <= nearDays)
      .toSorted((a, b) => a.apart - b.apart)[0]?.other;
    if (nearest === undefined) onlyFirst.push(each);
    else {
      both.push([each, nearest]);
      same.splice(same.indexOf(nearest), 1);
    }
  }
  return { both, onlyFirst, onlySecond: [...left.values()].flat() };
}

const inOrder = <T extends Dated>(all: readonly T[]): T[] =>
  all.toSorted((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)));
