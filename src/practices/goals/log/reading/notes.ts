// The note of each entry: what is left of the line where the entry stood, in pieces, as it was read.
import { joiner } from "./line-words.ts";
import type { Span } from "./reading.ts";

/** What is a note is read between the marks that only separated it from what was taken out. */
const edges = /^[\s,，、;；:：|=+]+|[\s,，、;；:：|=]+$|[。!]+\s*$|\s(?:and|und|plus)\s*$/giu;

/** A word alone that only led to what was taken out behind it: "5k to G7". */
const dangling = /^(?:for|to|on|from|of|at|in|by)$/iu;

/** Words that only say that something was done, which its entry says: 打了, 3家客户, I made. */
const saysNothing =
  /^(?:我?(?:今天)?(?:又|一共|共)?(?:打|跑|做|完成|拜访|联系)(?:了|过|完|出)*|(?:个|家|位|名|通)?(?:客户|电话)|(?:i|we|(?:i ?|we ?)?(?:have |'ve |just )*(?:made|did|done))|(?:customers?|clients?|people|times?))$/iu;

/**
 * What stands behind an entry up to the next is its note, what stands before the first is the first one's. `taken` is everything
 * that was understood; `entries` where each entry begins.
 */
export function notesOf(
  text: string,
  taken: readonly Span[],
  entries: readonly Span[],
): readonly (readonly string[])[] {
  const notes: string[][] = entries.map(() => []);
  const [first] = notes;
  if (first === undefined) return notes;
  let from = 0;
  const add = (start: number, end: number): void => {
    const piece = text.slice(start, end).replace(edges, "").replace(edges, "").trim();
    if (
      piece === "" ||
      joiner.test(piece) ||
      saysNothing.test(piece) ||
      (start > 0 && dangling.test(piece)) ||
      !/[\p{L}\p{N}\p{Sc}\p{Extended_Pictographic}]/u.test(piece)
    )
      return;
    const at = entries.findLastIndex((entry) => entry.start <= start);
    (notes[at] ?? first).push(piece);
  };
  for (const { start, end } of taken.toSorted((a, b) => a.start - b.start)) {
    if (start > from) add(from, start);
    from = Math.max(from, end);
  }
  add(from, text.length);
  return notes;
}
