// How much of anything this surface shows. What is beyond is counted, never cut in silence.
import { graphemesOf } from "#src/language/text";

export const limits = {
  /** Graphemes of one line of a card. */
  text: 3_000,
  /** Graphemes of a title, a chip, a button, a label. */
  label: 200,
  rows: 50,
  tableRows: 100,
  /** One is chosen among them. */
  charts: 6,
  buttons: 12,
  options: 500,
  /** Graphemes a person may type in one message. */
  said: 10_000,
  bodyBytes: 64 * 1024,
  /** A file, and what a form adds to it. */
  fileBytes: 20 * 1024 * 1024,
  /** Files held until they are fetched, which is at once. */
  filesHeld: 6,
  /** Messages shown when a chat is opened, and sent again when a page comes back. */
  messages: 60,
  /** Pages that are kept up to date: of one person, and in all. */
  pages: { ofOne: 8, inAll: 300 },
} as const;

/** What a reader sees as the characters of a short text. */
export const charactersOf = (text: string): string[] =>
  Array.from(graphemesOf(text), ({ segment }) => segment);

/** The first `most` of a list, and how many were left out. */
export function shortenList<T>(
  list: readonly T[],
  most: number,
): { readonly shown: readonly T[]; readonly left: number } {
  return { shown: list.slice(0, most), left: Math.max(0, list.length - most) };
}
