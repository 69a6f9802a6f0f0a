// Which entry is meant by "the 1k", "Acme", "G2" or "20 calls".
import { findAmounts } from "#src/language/amount/amount";
import { normalise } from "#src/language/text";
import { foldName } from "#src/people/name-folding";
import type { KnownEntry } from "../model.ts";

/** Words that only lead to the entry, or mean the last one. */
const filler =
  /^(?:the|my|last|latest|that|this|it|one|entry|log|please|of|for|上一[笔条个]|最后一[笔条个]|刚才的?|刚刚的?|最近一[笔条]|这[笔条个]|那[笔条个]|的|一下|吧|了)(?=$|[\s\d\p{Script=Han}€$£¥])\s*/iu;

export function wordsOfEntry(which: string): string {
  let words = normalise(which).replace(/[\s,.!?。，！？]+$/u, "");
  for (let before = ""; before !== words;) {
    before = words;
    words = words.replace(filler, "").trim();
  }
  return words.replace(/(?:那|这)?[笔条](?:记录)?$/u, "").trim();
}

const code = /#?g(\d{1,9})(?![\d\p{L}])/iu;

/** Whether everything the words say holds for the entry: its goal's number, its amount, and words of its note or goal. */
export function isMeant(
  words: string,
  entry: Pick<KnownEntry, "value" | "goalNumber" | "goalTitle" | "note">,
): boolean {
  const number = code.exec(words);
  if (number && Number(number[1]) !== entry.goalNumber) return false;
  const without = words.replace(code, " ");
  const amounts = findAmounts(without);
  const about = foldName(`${entry.goalTitle} ${entry.note}`);
  const isIts = ({ amount }: (typeof amounts)[number]): boolean => amount.value.eq(entry.value);
  const rest = amounts
    .toReversed()
    .reduce((text, { start, end }) => `${text.slice(0, start)} ${text.slice(end)}`, without);
  // A figure of the note counts as well: undo PO 4711.
  const figuresHold = amounts.every(
    (each) => isIts(each) || about.includes(foldName(without.slice(each.start, each.end))),
  );
  return (
    figuresHold &&
    foldName(rest)
      .split(/\s+/u)
      .every((word) => about.includes(word))
  );
}
