// The sign a currency carries for a reader: shared by writing amounts and, turned round, by reading them.
import type { Locale } from "../text.ts";

/** Signs that mean one currency, longest first where one begins another. A bare ¥ is not among them: CNY or JPY. */
export const moneySigns: ReadonlyArray<readonly [sign: string, currency: string]> = [
  ["US$", "USD"],
  ["SG$", "SGD"],
  ["HK$", "HKD"],
  ["AU$", "AUD"],
  ["CA$", "CAD"],
  ["NZ$", "NZD"],
  ["NT$", "TWD"],
  ["MX$", "MXN"],
  ["CN¥", "CNY"],
  ["JP¥", "JPY"],
  ["S$", "SGD"],
  ["A$", "AUD"],
  ["C$", "CAD"],
  ["R$", "BRL"],
  ["RM", "MYR"],
  ["$", "USD"],
  ["€", "EUR"],
  ["£", "GBP"],
  ["₹", "INR"],
  ["₩", "KRW"],
  ["฿", "THB"],
  ["₫", "VND"],
  ["₱", "PHP"],
];

// Of two signs the shorter, which stands later, is the one written.
const signs: ReadonlyMap<string, string> = new Map(
  moneySigns.map(([sign, currency]) => [currency, sign]),
);

/**
 * What to put before the digits. Bare ¥ is the organisation's own currency when that is JPY, else CNY; CNY carries no sign in
 * Chinese when it is the organisation's own. A currency without a sign of its own is named: "CHF 12k".
 */
export function signOf(currency: string, reader: { locale: Locale; currency: string }): string {
  const own = currency === reader.currency;
  if (currency === "CNY") {
    if (own && reader.locale === "zh") return "";
    return reader.currency === "JPY" ? "CN¥" : "¥";
  }
  if (currency === "JPY") return own ? "¥" : "JP¥";
  return signs.get(currency) ?? `${currency}\u00A0`;
}
