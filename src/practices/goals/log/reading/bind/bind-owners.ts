// Whose each figure is, where a line names several people or several goals: the one it stands beside.
import { isAtLeastOne } from "#src/language/lists";
import type { Span } from "../reading.ts";

/** For each figure the one it stands beside; null where the line does not say which. */
export function pairUp<Owner extends Span>(
  figures: readonly Span[],
  owners: readonly Owner[],
): readonly Owner[] | null {
  if (!isAtLeastOne(owners) || !isAtLeastOne(figures)) return null;
  const namedFirst = owners[0].start < figures[0].start;
  const found = figures.map((figure) =>
    namedFirst
      ? owners.findLast(({ start }) => start < figure.start)
      : owners.find(({ start }) => start >= figure.end),
  );
  const all = found.filter((each) => each !== undefined);
  return all.length === figures.length && new Set(all).size === owners.length ? all : null;
}
