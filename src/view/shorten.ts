// Shortening of a line that a surface has no room for: how much room there is each adapter says, how it is cut is the same everywhere.
import { graphemesOf } from "#src/language/text";
import type { Line, Piece } from "./line.ts";

export interface Cut {
  readonly line: Line;
  /** How many characters, as a reader counts them, were left out. */
  readonly left: number;
}

/** The line within `most` of what `sizeOf` counts, or without it within so many graphemes. Never cut inside a mention or an emoji. */
export function shortenLine(line: Line, most: number, sizeOf?: (text: string) => number): Cut {
  let room = most;
  let left = 0;
  const take = (text: string): string => {
    // A grapheme has at least one unit, so most lines need no counting.
    const size = sizeOf === undefined ? text.length : sizeOf(text);
    if (size <= room && left === 0) {
      room -= size;
      return text;
    }
    let kept = "";
    for (const { segment } of graphemesOf(text)) {
      const need = sizeOf === undefined ? 1 : sizeOf(segment);
      if (left === 0 && need <= room) {
        kept += segment;
        room -= need;
      } else left += 1;
    }
    return kept;
  };
  const shorten = (piece: Piece): Piece => {
    if (typeof piece === "string") return take(piece);
    if ("said" in piece) return { said: take(piece.said) };
    if ("typed" in piece) return { typed: take(piece.typed) };
    if ("bold" in piece) return { bold: piece.bold.map(shorten) };
    return { ...piece, name: take(piece.name) };
  };
  return { line: line.map(shorten), left };
}
