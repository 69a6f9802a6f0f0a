// What a zone says about where somebody works: whose holidays count and what a bare amount of money means. Only a first guess,
// which settings and setup show; a zone of no country (UTC) leaves it open.
import { zoneCountries } from "./data/zone-countries.ts";

interface Country {
  readonly code: string;
  /** ISO 4217; null where it has none. */
  readonly currency: string | null;
  /** IANA names, the one most people live in not always first. */
  readonly zones: readonly string[];
}

const countries: ReadonlyMap<string, Country> = new Map(
  zoneCountries
    .trim()
    .split("\n")
    .map((row) => {
      const [code = "", currency = "-", ...areas] = row.split(" ");
      const zones = areas.flatMap((area) => {
        const slash = area.indexOf("/");
        return area
          .slice(slash + 1)
          .split(",")
          .map((place) => `${area.slice(0, slash)}/${place}`);
      });
      return [code, { code, currency: currency === "-" ? null : currency, zones }];
    }),
);

/** ISO's own codes for "not known": while nobody said where an organisation is, nothing is taken for it. */
export const unknownCountry = "ZZ";
export const unknownCurrency = "XXX";

/** ISO 3166 codes, of two letters. */
export const countryCodes: readonly string[] = [...countries.keys()];
export const isCountry = (code: string): boolean => countries.has(code);

export const currencyOf = (country: string): string | null =>
  countries.get(country.slice(0, 2))?.currency ?? null;

export const zonesOf = (country: string): readonly string[] => countries.get(country)?.zones ?? [];

const byZone: ReadonlyMap<string, string> = new Map(
  Array.from(countries.values()).flatMap(({ code, zones }) =>
    zones.map((zone): [string, string] => [zone, code]),
  ),
);
let byCanonical: ReadonlyMap<string, string> | undefined;

/** An older name of a zone (Asia/Calcutta, US/Eastern) is in no table of places: this Node says which zone it is. */
function aliased(zone: string): string | undefined {
  byCanonical ??= new Map(Array.from(byZone, ([name, code]) => [canonical(name) ?? name, code]));
  return byCanonical.get(canonical(zone) ?? zone);
}

function canonical(zone: string): string | null {
  try {
    return new Intl.DateTimeFormat("en-US", { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}

/** ISO 3166 country and ISO 4217 currency; null where the zone does not say. */
export function countryOf(
  zone: string,
): { readonly country: string; readonly currency: string } | null {
  const country = byZone.get(zone) ?? aliased(zone);
  const currency = country === undefined ? null : currencyOf(country);
  return country !== undefined && currency !== null ? { country, currency } : null;
}
