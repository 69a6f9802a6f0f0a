// The direction of reading: words from right to left, and characters that turn it, are kept from turning what stands around them.

/** Turns the direction by itself: embeddings, overrides, isolates. */
const controls = /[\u202A-\u202E\u2066-\u2069]/g;
/** Hebrew, Arabic and their neighbours, their marks, and the controls. Nothing of ours is written in any of them. */
const turning =
  /[\u0590-\u08FF\u200E\u200F\u202A-\u202E\u2066-\u2069\uFB1D-\uFDFF\uFE70-\uFEFE\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;
const isolate = /\u2068[^\u202A-\u202E\u2066-\u2069\p{Cc}\p{Zp}]*\u2069/gu;
/** Each ends a paragraph, or may. */
const breaks = /\r\n?|(?![\t\n])[\p{Cc}\p{Zp}]/gu;

/**
 * The text as it may stand within a sentence of ours: between U+2068 and U+2069, without controls of its own, since one too many would end
 * the isolate. A paragraph ends every isolate, so that the last one has its own; those between stand alone on their lines. What is
 * isolated already stays as it is. https://www.unicode.org/reports/tr9/#Explicit_Directional_Isolates
 */
export function isolated(text: string): string {
  if (!turning.test(text) || !turning.test(text.replace(isolate, ""))) return text;
  const [first = "", ...others] = text.replace(controls, "").replace(breaks, "\n").split("\n");
  const last = others.pop();
  const shown = [`\u2068${first}\u2069`, ...others];
  return (last === undefined ? shown : [...shown, `\u2068${last}\u2069`]).join("\n");
}

/** Of a text that was cut: an isolate that lost its end gets it back. */
export const closed = (text: string): string =>
  text.lastIndexOf("\u2068") > text.lastIndexOf("\u2069") ? `${text}\u2069` : text;
