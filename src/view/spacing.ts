// The space between Chinese and what stands beside it in other letters or in digits: one rule for every sentence, whatever
// is put into it. What belongs to a figure (12万, 11月24日) is one text already and stays closed.

const han = /^\p{Script=Han}$/u;
/** What begins or ends a word that is not Chinese: a letter, a digit, a sign of money, a mention. */
const foreign =
  /^(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}])[\p{L}\p{Nd}\p{Sc}@#+%]$/u;

/** What has to stand between two texts that meet: a space or nothing. */
export function gapBetween(before: string, after: string): "" | " " {
  const last = Array.from(before.slice(-2)).at(-1) ?? "";
  const first = Array.from(after.slice(0, 2)).at(0) ?? "";
  // A year, a month or a day is one with its figure.
  if (/\d/u.test(last) && /[年月日]/u.test(first)) return "";
  const meet = (han.test(last) && foreign.test(first)) || (foreign.test(last) && han.test(first));
  return meet ? " " : "";
}

/**
 * No line ends between a figure and what it counts: the space there holds, and before Chinese, where there is none, a word joiner does.
 * For sentences of ours only; what people typed stays as it is.
 */
export const unbroken = (text: string): string =>
  text
    .replace(/(?<![\p{L}\d])(\d[\d.,]*) (?=\p{L})/gu, "$1\u00A0")
    .replace(/(\d)(?=\p{Script=Han})/gu, "$1\u2060");

/** Tagged template for sentences that are plain text: values are set apart by the rule. */
export function spaced(
  strings: TemplateStringsArray,
  ...values: readonly (string | number)[]
): string {
  return strings
    .flatMap((text, i) => (i < values.length ? [text, String(values[i])] : [text]))
    .reduce((before, after) => before + gapBetween(before, after) + after, "");
}
