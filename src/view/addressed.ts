// Whom and what cards name that a platform can make something of: people a post is addressed to, places that can be opened.
import type { Card } from "./card.ts";
import type { Mention, PlaceLink } from "./line.ts";

/** In the order in which they are read, each person once; not in lists and tables, where names only tell who it is. */
export function mentionsIn(cards: readonly Card[]): readonly Mention[] {
  const found = new Map<string, Mention>();
  for (const piece of piecesIn(cards, new Set(["rows"])))
    if ("person" in piece && !found.has(piece.person)) found.set(piece.person, piece);
  return [...found.values()];
}

export const placesIn = (cards: readonly Card[]): readonly string[] => [
  ...new Set(
    piecesIn(cards, new Set()).flatMap((piece) => ("place" in piece ? [piece.place] : [])),
  ),
];

/** Cards are plain data: lines are found wherever they stand, what buttons carry is none. */
function piecesIn(value: unknown, without: ReadonlySet<string>): readonly (Mention | PlaceLink)[] {
  if (Array.isArray(value)) return value.flatMap((each) => piecesIn(each, without));
  if (typeof value !== "object" || value === null) return [];
  if (isNamed(value)) return [value];
  return Object.entries(value).flatMap(([key, each]) =>
    key === "act" || without.has(key) ? [] : piecesIn(each, without),
  );
}

const isNamed = (value: object): value is Mention | PlaceLink =>
  "name" in value &&
  typeof value.name === "string" &&
  (("person" in value && typeof value.person === "string") ||
    ("place" in value && typeof value.place === "string"));
