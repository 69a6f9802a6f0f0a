// JSON in which every number stays the text it was sent as: ids beyond 2^53 and amounts lose nothing on the way through a double.

/** Throws SyntaxError for what is no JSON. */
export const exactJson = (text: string): unknown => JSON.parse(numbersAsText(text));

const quote = 0x22;
const backslash = 0x5c;

const beginsNumber = (code: number): boolean => code === 0x2d || (code >= 0x30 && code <= 0x39);

/** Digits, sign, point and exponent: what may stand in a number. */
const continuesNumber = (code: number): boolean =>
  beginsNumber(code) || code === 0x2b || code === 0x2e || code === 0x45 || code === 0x65;

function numbersAsText(text: string): string {
  const parts: string[] = [];
  let kept = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === quote) {
      at = endOfText(text, at);
    } else if (beginsNumber(code)) {
      let end = at + 1;
      while (end < text.length && continuesNumber(text.charCodeAt(end))) end += 1;
      parts.push(text.slice(kept, at), '"', text.slice(at, end), '"');
      kept = end;
      at = end - 1;
    }
  }
  parts.push(text.slice(kept));
  return parts.join("");
}

/** Where the quote stands that closes the text begun at `from`. */
function endOfText(text: string, from: number): number {
  let at = from + 1;
  while (at < text.length && text.charCodeAt(at) !== quote)
    at += text.charCodeAt(at) === backslash ? 2 : 1;
  return at;
}
