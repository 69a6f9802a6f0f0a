// How much of anything this surface shows. What is beyond is counted, never cut in silence.
import { graphemesOf } from "#src/language/text";
import type { Line, Piece } from "#src/view/line";

export const limits = {
  /** Graphemes of one line of a card. */
  text: 3_000,
  /** Graphemes of a title, a chip, a button, a label. */
  label: 200,
  rows: 50,
  tableRows: 100,
  buttons: 12,
  options: 500,
  /** Graphemes a person may type in one message. */
  said: 10_000,
  bodyBytes: 64 * 1024,
  /** Messages shown when a chat is opened, and sent again when a page comes back. */
  messages: 60,
  /** Pages that are kept up to date: of one person, and in all. */
  pages: { ofOne: 8, inAll: 300 },
} as const;

/** What a reader sees as the characters of a short text. */
export const charactersOf = (text: string): string[] =>
  Array.from(graphemesOf(text), ({ segment }) => segment);

/** The line within `most` graphemes, and how many were left out. */
export function shortenLine(
  line: Line,
  most: number,
): { readonly line: Line; readonly left: number } {
  let room = most;
  let left = 0;
  const take = (text: string): string => {
    // A grapheme has at least one unit, so most lines need no counting.
    if (text.length <= room) {
      room -= text.length;
      return text;
    }
    let kept = "";
    for (const { segment } of graphemesOf(text)) {
      if (room > 0) {
        kept += segment;
        room -= 1;
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

/** The first `most` of a list, and how many were left out. */
export function shortenList<T>(
  list: readonly T[],
  most: number,
): { readonly shown: readonly T[]; readonly left: number } {
  return { shown: list.slice(0, most), left: Math.max(0, list.length - most) };
}
