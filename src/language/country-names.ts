// Countries by name, in both languages, and from a name back to its code.
import { countryCodes, isCountry, zonesOf } from "#src/calendar/countries";
import { isHolidayRegion } from "#src/calendar/holidays";
import { findZone } from "#src/calendar/zones";
import type { Locale } from "./text.ts";

/** Hong Kong rather than "Hong Kong SAR China"; all others in full. */
const shortened = new Set(["HK", "MO"]);
const short = {
  en: new Intl.DisplayNames("en", { type: "region", style: "short", fallback: "code" }),
  zh: new Intl.DisplayNames("zh", { type: "region", style: "short", fallback: "code" }),
};
const full = {
  en: new Intl.DisplayNames("en", { type: "region", fallback: "code" }),
  zh: new Intl.DisplayNames("zh", { type: "region", fallback: "code" }),
};

/** "Poland", "波兰"; with a region its code is said with it: "Germany (DE-BY)". */
export function countryName(code: string, locale: Locale): string {
  const country = code.slice(0, 2);
  const name = (shortened.has(country) ? short : full)[locale].of(country) ?? code;
  return code.length > 2 ? `${name} (${code})` : name;
}

const also: Readonly<Record<string, string>> = {
  usa: "US",
  america: "US",
  england: "GB",
  "great britain": "GB",
  "united kingdom": "GB",
  uae: "AE",
  emirates: "AE",
  阿联酋: "AE",
  沙特: "SA",
  holland: "NL",
  "czech republic": "CZ",
  korea: "KR",
  中国大陆: "CN",
  "mainland china": "CN",
};
let byName: ReadonlyMap<string, string> | undefined;

/** Reads "Germany", "德国", "DE", or a region by its code: "DE-BY". Null when unknown. */
export function findCountry(text: string): string | null {
  const asked = text.normalize("NFKC").trim().replace(/\s+/g, " ");
  const code = (/\(([A-Za-z]{2}-[A-Za-z0-9]{1,3})\)$/.exec(asked)?.[1] ?? asked).toUpperCase();
  if (isCountry(code) || isHolidayRegion(code)) return code;
  byName ??= new Map([
    ...Object.entries(also),
    ...countryCodes.flatMap((each) =>
      [full.en, full.zh, short.en, short.zh].map((language): [string, string] => [
        (language.of(each) ?? each).toLowerCase(),
        each,
      ]),
    ),
  ]);
  return byName.get(asked.toLowerCase()) ?? null;
}

/** The zone of a city, of an offset, or of a country that has only one. Null when unknown. */
export function findPlaceZone(text: string): string | null {
  const known = findZone(text);
  if (known !== null) return known;
  const [only, ...more] = zonesOf(findCountry(text)?.slice(0, 2) ?? "");
  return more.length === 0 ? (only ?? null) : null;
}
