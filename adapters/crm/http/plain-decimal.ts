// Amounts as CRMs write them, as exact plain decimal text.

const written = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d{1,3}))?$/;
/** More digits than anything that is sold has; a longer exponent is a mistake, not an amount. */
const mostDigits = 40;

/** "1.2E3" -> "1200", "100.010" -> "100.01"; null for what is no number. */
export function plainDecimal(text: string): string | null {
  const match = written.exec(text.trim());
  if (match === null) return null;
  const [, sign = "", whole = "", fraction = "", exponent = "0"] = match;
  const point = whole.length + Number(exponent);
  const digits = whole + fraction;
  if (digits.length > mostDigits || Math.abs(point) > mostDigits) return null;
  const padded = digits
    .padEnd(Math.max(point, 0), "0")
    .padStart(digits.length - Math.min(point, 0), "0");
  const split = Math.max(point, 0);
  const before = padded.slice(0, split).replace(/^0+(?=\d)/, "") || "0";
  const after = padded.slice(split).replace(/0+$/, "");
  const plain = after === "" ? before : `${before}.${after}`;
  return plain === "0" ? "0" : `${sign}${plain}`;
}
