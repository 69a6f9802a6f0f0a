// Names made comparable: case, accents, special letters and traditional characters folded away, each place still known in the text.
import { foldTraditional } from "#src/language/fold-traditional";

/** A folded text; `starts[i]` is where the folded code unit i stands in the text, and `starts[length]` where the text ends. */
export interface FoldedText {
  readonly folded: string;
  readonly starts: readonly number[];
}

/** What no decomposition takes apart: letters with a stroke and ligatures. */
const letters: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ð: "d",
  đ: "d",
  þ: "th",
  ł: "l",
  ı: "i",
  ħ: "h",
};

/** One character as names are compared. */
function foldCharacter(character: string): string {
  const lower = foldTraditional(character.toLowerCase());
  const plain = letters[lower];
  if (plain !== undefined) return plain;
  if (lower === "’" || lower === "‘") return "'";
  // Hangul and Kana keep their marks: there a mark makes another letter.
  if (!/\p{Script=Latin}|\p{M}/u.test(lower)) return lower;
  return lower.normalize("NFD").replace(/\p{M}+/gu, "");
}

export const foldName = (text: string): string => Array.from(text, foldCharacter).join("");

export function foldText(text: string): FoldedText {
  let folded = "";
  const starts: number[] = [];
  let at = 0;
  for (const character of text) {
    const plain = foldCharacter(character);
    for (let unit = 0; unit < plain.length; unit++) starts.push(at);
    folded += plain;
    at += character.length;
  }
  starts.push(at);
  return { folded, starts };
}

/** How the German letters are written where there is no key for them: Müller is Mueller as well as Muller. */
export const spelledOut = (text: string): string =>
  text
    .toLowerCase()
    .normalize("NFC")
    .replaceAll("ä", "ae")
    .replaceAll("ö", "oe")
    .replaceAll("ü", "ue");
