// What every part of a card is drawn with, and the few blocks it is made of.
import type { Json } from "#src/view/action";
import { unbrokenLine, type Line } from "#src/view/line";
import type { Block } from "./fit.ts";
import { limits } from "./limits.ts";
import { withChannels, type RichPiece, type Tongue } from "./line.ts";

/** What every part is given; `print` names this very rendering, so that a press on it is known from one on the next. */
export interface Drawing extends Tongue {
  readonly rows: number;
  readonly textMost: number;
  /** Whether the buttons of a row are gathered in a menu beside it, which takes no block of its own. */
  readonly compact: boolean;
  /** How many of Slack's own charts there are so far; null where it takes none of its own charts and tables. */
  readonly natives: { charts: number } | null;
  /** Puts something aside and returns its name. */
  readonly keep: (what: Json) => string;
  /** A path such as 0.2: where a button stands. */
  readonly path: string;
}

export const soft = (
  lines: readonly Line[],
  tongue: Tongue,
  most: number = limits.text,
): Block => ({
  type: "context",
  elements: lines
    .slice(0, limits.contextElements)
    .map((each) => withChannels(unbrokenLine(each), most, tongue)),
});
export const rich = (elements: readonly unknown[]): Block => ({ type: "rich_text", elements });
export const section = (elements: readonly RichPiece[]): unknown => ({
  type: "rich_text_section",
  elements,
});

export function inChunks<T>(list: readonly T[], most: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / most) }, (_, i) =>
    list.slice(i * most, (i + 1) * most),
  );
}
