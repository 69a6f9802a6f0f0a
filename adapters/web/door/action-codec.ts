// Where a button stands on a message's cards, as a short path, and the button that stands there. A browser names the
// path only; what is done is read from what was stored.
import { createHash } from "node:crypto";
import { z } from "zod";
import type { BoundAction } from "#src/view/action";
import type { Button, Card } from "#src/view/card";

/** `card-button`, or `card-element-row-button` for a button inside a row. */
export const buttonPath = z.string().regex(/^\d{1,3}-\d{1,3}(-\d{1,3}-\d{1,3})?$/);

export const cardButton = (card: number, button: number): string => `${card}-${button}`;
export const rowButton = (card: number, element: number, row: number, button: number): string =>
  `${card}-${element}-${row}-${button}`;

export function buttonAt(cards: readonly Card[], path: string): Button | null {
  const [card = -1, second = -1, row, button = -1] = path.split("-").map(Number);
  if (row === undefined) return cards[card]?.buttons[second] ?? null;
  const element = cards[card]?.body[second];
  return element?.element === "rows" ? (element.rows[row]?.buttons?.[button] ?? null) : null;
}

/** Tells whether the button at a place is still the one that was seen there. */
export function printOf(act: BoundAction): string {
  return createHash("sha256")
    .update(JSON.stringify([act.name, act.version, act.payload]))
    .digest("base64url")
    .slice(0, 16);
}
