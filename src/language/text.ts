// Text as people type it, made comparable; and text cut for the eye, by what a reader counts as one character.

export type Locale = "zh" | "en";
export const locales: readonly Locale[] = ["zh", "en"];

/** The language a line is written in, as far as its letters tell; null for signs and figures, and for a goal's number. */
export function localeOfWords(text: string): Locale | null {
  if (/\p{Script=Han}/u.test(text)) return "zh";
  return /\p{Script=Latin}{2}/u.test(text) ? "en" : null;
}

// Soft hyphen, zero-width and bidi controls, byte order mark, and other unseen characters. ZWJ only outside emoji.
const invisible =
  /[\u00AD\u061C\u180E\u200B\u200C\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF]|(?![\t-\r\u0085])\p{Cc}/gu;
const strayJoiner =
  /(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F])\u200D|\u200D(?!\p{Extended_Pictographic})/gu;
const lineBreak = /\r\n?|[\v\f\u0085\u2028\u2029]/g;
const singleQuote = /[\u2018\u2019\u201A\u201B\u2032\u00B4\u02BC]/g;
const doubleQuote = /[\u201C-\u201F\u2033]/g;
// Phones turn -- into an em dash; Chinese keyboards type two of them.
const longDash = /[\u2014\u2015]+/g;
const shortDash = /[\u2010-\u2013\u2212\uFE63\uFF0D]/g;
const spaces = /[\t \u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]+/g;
// No script stacks so many marks on one letter, and sorting them takes the square of their number: https://unicode.org/reports/tr15/#Stream_Safe_Text_Format
const heapedMarks = /(\p{M}{30})\p{M}+/gu;

/** A line is read up to so many characters. */
export const longestLine = 5000;
/** Code units of any text that is read or kept: an emoji takes up to 15, so a text of few characters may still be very long. */
const longestUnits = 2 * longestLine;
const unitsOfCharacter = 16;

/** Half characters and NUL, which no database keeps, become the replacement character. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}|\0/gu, "\uFFFD");
}

/**
 * What the readers read: NFKC (＃ ＠ ＋ ， full-width digits), straight quotes, one kind of dash, no unseen characters,
 * runs of spaces made one, lines trimmed. Newlines and case stay. Idempotent.
 */
export function normalise(text: string): string {
  const seen = text.replace(invisible, "").replace(strayJoiner, "").replace(lineBreak, "\n");
  // Twice: NFKC would take apart what is a quote here (″ ´), and makes new ones of others (‴ ŉ).
  const plain = straightened(straightened(seen).replace(heapedMarks, "$1").normalize("NFKC"));
  return plain
    .replace(heapedMarks, "$1")
    .replace(spaces, " ")
    .replace(/ ?\n ?/g, "\n")
    .trim();
}

/** What the readers read of one line; null where it is too long for them, before that or after: ﷺ alone becomes 18 letters. */
export function readable(typed: string): string | null {
  if (isLonger(typed, longestLine)) return null;
  const spoken = normalise(wellFormed(typed));
  return spoken.length > longestUnits ? null : withoutMarkup(spoken);
}

const fenced = /^```[a-z]*\s*\n?([^`]*?)\s*```$/iu;
const quoted = /^(?:> ?)+(?=[\p{L}*_`~"])/gmu;
const marked =
  /^(\*{1,3}|_{1,2}|~{1,2}|`{1,3}|")(?=[\p{L}\p{N}*_~`@#])([^\n]*?[^\s*_~`"])\1(?![\p{L}\p{N}])/gmu;
const mostNested = 3;

/** What stands in bold, italics, code or quotes at the beginning of a line is read as if it did not: *log 1k*, > log 1k. */
function withoutMarkup(text: string): string {
  if (!/^[*_~`">]/mu.test(text)) return text;
  let plain = text.replace(fenced, "$1").replace(quoted, "");
  for (let n = 0; n < mostNested; n += 1) plain = plain.replace(marked, "$2");
  return plain;
}

/** Just enough of a text that is too long to tell that it is: refused again, and in the same words, whenever it is read. */
export const refusable = (text: string): string =>
  text.length > longestUnits ? text.slice(0, longestUnits + 1) : text;

function straightened(text: string): string {
  return text
    .replace(singleQuote, "'")
    .replace(doubleQuote, '"')
    .replace(longDash, "--")
    .replace(shortDash, "-");
}

/**
 * The stretch of what was typed that reads as `read` once normalised: people's own words, when they are shown again, keep their
 * quotes, dashes and full-width signs. Spaces and dashes do not decide. Where no stretch does, `read` itself.
 */
export const asTyped = (typed: string, read: string): string => typedStretches(typed)(read);

/** `asTyped` for several stretches of one text, which is looked at once. */
export function typedStretches(typed: string): (read: string) => string {
  let parts: readonly Stretch[] | null = null;
  const whole = wellFormed(typed);
  return (read) => {
    const wanted = loose(read);
    if (wanted === "") return read;
    parts ??= stretchesOf(whole);
    return stretch(whole, parts, wanted) ?? read;
  };
}

interface Stretch {
  readonly index: number;
  readonly end: number;
  readonly reads: string;
}

function stretchesOf(whole: string): readonly Stretch[] {
  const reading = new Map<string, string>();
  return Array.from(graphemesOf(whole), ({ segment, index }) => {
    const reads = reading.get(segment) ?? loose(normalise(segment));
    reading.set(segment, reads);
    return { index, end: index + segment.length, reads };
  });
}

function stretch(whole: string, parts: readonly Stretch[], wanted: string): string | null {
  const at = parts
    .map((each) => each.reads)
    .join("")
    .lastIndexOf(wanted);
  if (at < 0) return null;
  let start: number | null = null;
  let seen = 0;
  for (const { index, end, reads } of parts) {
    if (reads !== "" && seen === at) start = index;
    seen += reads.length;
    if (start !== null && seen >= at + wanted.length)
      return seen === at + wanted.length ? whole.slice(start, end) : null;
  }
  return null;
}

const loose = (text: string): string => text.replace(/[\s-]/gu, "");

/** Lower case for comparing. Length is kept, so a position in the folded text is one in the original. */
export function foldCase(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  return Array.from(text, (character) => {
    const folded = character.toLowerCase();
    return folded.length === character.length ? folded : character;
  }).join("");
}

const segmenter = new Intl.Segmenter("und", { granularity: "grapheme" });
/** A step of the segmenter costs as much as the whole text is long, so it is given a slice at a time. */
const sliceUnits = 256;

/** The characters of a text, as a reader counts them. Whoever has seen enough may stop. */
export function* graphemesOf(
  text: string,
): Generator<{ readonly segment: string; readonly index: number }> {
  for (let from = 0, units = sliceUnits; from < text.length;) {
    const cut = Math.min(from + units, text.length);
    const end = /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(cut - 1, cut + 1))
      ? cut + 1
      : cut;
    let next = from;
    for (const { segment, index } of segmenter.segment(text.slice(from, end))) {
      next = from + index;
      // The last one may go on behind the slice: the next slice begins with it.
      if (next + segment.length === end && end < text.length) break;
      yield { segment, index: next };
      next = end;
    }
    units = next === from ? 2 * units : sliceUnits;
    from = next;
  }
}

/** How many characters a reader sees: an emoji family or a letter with its accents is one. */
export function countGraphemes(text: string): number {
  let count = 0;
  for (const _ of graphemesOf(text)) count += 1;
  return count;
}

/** Whether a text has more than `most` graphemes, or more code units than any so few need. Looks no further than it must. */
export function isLonger(text: string, most: number): boolean {
  if (text.length <= most) return false;
  if (text.length > Math.min(longestUnits, unitsOfCharacter * most)) return true;
  let count = 0;
  for (const _ of graphemesOf(text)) if ((count += 1) > most) return true;
  return false;
}

/** At most `most` code units, for what travels on a button; cut between graphemes, with an ellipsis. */
export function fitting(text: string, most: number): string {
  if (text.length <= most) return text;
  let end = 0;
  for (const { index, segment } of graphemesOf(text)) {
    if (index + segment.length > most - 1) break;
    end = index + segment.length;
  }
  return `${text.slice(0, end).trimEnd()}…`;
}

/** At most `max` graphemes, the ellipsis among them; never cuts inside one. */
export function shorten(text: string, max: number): string {
  if (text.length <= max) return text;
  if (max < 1) return "";
  let count = 0;
  let cut = 0;
  for (const { index } of graphemesOf(text)) {
    if (count === max - 1) cut = index;
    count += 1;
    if (count > max) return `${text.slice(0, cut).trimEnd()}…`;
  }
  return text;
}

/** A figure that is no formula, though it begins like one. */
const plainNumber = /^-?\d+(?:\.\d+)?$/u;

/** A cell of a CSV file. A program takes what begins so for a formula, also where quotation marks stand around it. */
export function cellOf(text: string): string {
  const safe = /^[=+\-@\t\r]/u.test(text) && !plainNumber.test(text) ? `'${text}` : text;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export const rowOfCells = (cells: readonly string[]): string =>
  `${cells.map(cellOf).join(",")}\r\n`;

/** In front of a file: by it office programs know that it is UTF-8. */
export const csvMark = "\uFEFF";
