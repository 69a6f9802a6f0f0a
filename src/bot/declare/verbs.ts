// The command line: which verb a line starts with, in either language, and which one was probably meant.
// A Chinese verb needs no space behind it; the longest verb wins ("goal split" before "goal").
import type { Both } from "#src/language/catalogue";
import { editDistance } from "#src/language/edit-distance";
import { foldCase } from "#src/language/text";
import type { Line } from "#src/view/line";

export interface CommandHelp {
  readonly does: Line;
  /** The form of the command, e.g. `log <amount> [date] [G7] [note]`. */
  readonly usage: string;
  readonly example: string;
}

/** Words of one verb: the first is the one shown, the rest are understood too. */
export type VerbWords = Both<readonly [string, ...string[]]>;

export interface Verbal {
  readonly words: VerbWords;
}

export interface Recognised<C> {
  readonly command: C;
  /** The verb as typed. */
  readonly word: string;
  readonly rest: string;
  /** No space stood between the verb and the rest, so it may be an ordinary word (报告写好了). */
  readonly glued: boolean;
}

export interface Words<C> {
  recognise(line: string): Recognised<C> | null;
  /** The nearest verb when the line starts with a slip of one; null when nothing is near. */
  nearest(line: string, among?: (command: C) => boolean): Recognised<C> | null;
}

interface Entry<C> {
  readonly word: string;
  readonly command: C;
}

export function createWords<C extends Verbal>(commands: readonly C[]): Words<C> {
  const entries: Entry<C>[] = commands.flatMap((command) =>
    [...command.words.en, ...command.words.zh].map((word) => ({ word: foldCase(word), command })),
  );
  entries.sort((a, b) => b.word.length - a.word.length);
  return {
    recognise(line) {
      const text = line.replace(/^\/+(?=\S)/, "");
      const folded = foldCase(text);
      for (const { word, command } of entries) {
        const follows = folded.startsWith(word) ? boundary(word, folded.slice(word.length)) : null;
        if (follows)
          return {
            command,
            word: text.slice(0, word.length),
            rest: text.slice(word.length).trim(),
            glued: follows === "glued",
          };
      }
      return null;
    },
    nearest(line, among = () => true) {
      const text = line.replace(/^\/+(?=\S)/, "");
      const folded = foldCase(text);
      let best: (Recognised<C> & { distance: number }) | null = null;
      for (const { word, command } of entries.filter((each) => among(each.command))) {
        for (const length of headLengths(word, folded)) {
          const head = folded.slice(0, length);
          // A figure is never a slip of a letter: 累计12 is no 累计报2.
          if (digitsOf(head) !== digitsOf(word)) continue;
          const distance = editDistance(word, head);
          if (
            distance > 0 &&
            distance <= tolerance(word) &&
            distance < (best?.distance ?? Number.POSITIVE_INFINITY)
          ) {
            best = { command, word, rest: text.slice(length).trim(), glued: false, distance };
          }
        }
      }
      return best;
    },
  };
}

/** 报12,34 is meant as a figure though it cannot be read: that is said, rather than what one can type. */
export const startsWithFigure = (rest: string): boolean => /^[=:+-]?\s*[￥¥$€£]?\d/.test(rest);

/** "goal nwe revenue" is a slip of "goal new" before it is a "goal" without its number. */
export const slipsFrom = (word: string, near: Pick<Recognised<unknown>, "word"> | null): boolean =>
  near?.word.startsWith(`${foldCase(word)} `) === true;

function boundary(word: string, after: string): "spaced" | "glued" | null {
  // +100k is an amount and not a +1.
  if (/\d$/.test(word) && /^\d/.test(after)) return null;
  if (after === "" || /^[\s,，。.!！?？:：]/u.test(after)) return "spaced";
  const han = /\p{Script=Han}$/u.test(word);
  if (han || /^[\d=+\-#@￥¥$€£\p{Script=Han}]/u.test(after) || /[^\p{L}\p{N}]$/u.test(word))
    return "glued";
  return null;
}

const digitsOf = (text: string): string => text.replace(/\D/g, "");

/** How many slips a verb may have and still be meant; short words are too near to each other. */
function tolerance(word: string): number {
  if (/\p{Script=Han}/u.test(word)) return word.length >= 3 ? 1 : 0;
  if (word.length <= 2) return 0;
  return word.length <= 4 ? 1 : 2;
}

/** Ends of the line's first words that are about as long as the verb. */
function headLengths(word: string, line: string): number[] {
  if (/\p{Script=Han}/u.test(word)) return [word.length].filter((length) => length <= line.length);
  const ends = [...line.slice(0, word.length + 3).matchAll(/\s|$/g)].map((match) => match.index);
  return ends.filter(
    (end) => end > 0 && Math.abs(end - word.length) <= 2 && /^(\s|$)/.test(line.slice(end)),
  );
}
