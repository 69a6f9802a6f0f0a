// What a zone says about where somebody works: whose holidays count and what a bare amount of money means. Only a first guess,
// which setup asks about; zones that are not here leave it open.
import { entryOf } from "#src/language/lookup";

const byZone: Readonly<Record<string, readonly [country: string, currency: string]>> = {
  "Asia/Shanghai": ["CN", "CNY"],
  "Asia/Hong_Kong": ["HK", "HKD"],
  "Asia/Taipei": ["TW", "TWD"],
  "Asia/Singapore": ["SG", "SGD"],
  "Asia/Tokyo": ["JP", "JPY"],
  "Asia/Seoul": ["KR", "KRW"],
  "Asia/Kolkata": ["IN", "INR"],
  "Europe/London": ["GB", "GBP"],
  "Europe/Dublin": ["IE", "EUR"],
  "Europe/Paris": ["FR", "EUR"],
  "Europe/Berlin": ["DE", "EUR"],
  "Europe/Madrid": ["ES", "EUR"],
  "Europe/Rome": ["IT", "EUR"],
  "Europe/Amsterdam": ["NL", "EUR"],
  "Europe/Zurich": ["CH", "CHF"],
  "Europe/Vienna": ["AT", "EUR"],
  "Europe/Stockholm": ["SE", "SEK"],
  "America/New_York": ["US", "USD"],
  "America/Chicago": ["US", "USD"],
  "America/Denver": ["US", "USD"],
  "America/Los_Angeles": ["US", "USD"],
  "America/Toronto": ["CA", "CAD"],
  "Australia/Sydney": ["AU", "AUD"],
};

/** ISO 3166 country and ISO 4217 currency; null where the zone does not say. */
export function countryOf(
  zone: string,
): { readonly country: string; readonly currency: string } | null {
  const found = entryOf(byZone, zone);
  return found ? { country: found[0], currency: found[1] } : null;
}
