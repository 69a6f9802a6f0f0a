// How figures are grouped where somebody lives: 12.500 is twelve and a half here and twelve thousand five hundred there.

export interface FigureHabits {
  /** 1.234,56: the dot groups, the comma begins the decimals. */
  readonly decimalComma: boolean;
  /** 2,50,000. */
  readonly lakhs: boolean;
}

export const plainHabits: FigureHabits = { decimalComma: false, lakhs: false };

const commaCountries = new Set(
  (
    "AD AL AM AO AR AT AZ BA BE BG BO BR BY CL CO CR CU CY CZ DE DK DZ EC EE ES FI FO FR GE GL GR HR HU ID IS IT KG KZ " +
    "LT LU LV MA MC MD ME MK MZ NL NO PE PL PT PY RO RS RU SE SI SK TN TR UA UY UZ VE VN XK ZA"
  ).split(" "),
);
const lakhCountries = new Set(["IN", "PK", "BD", "NP", "LK"]);

/** Of an ISO country. */
export const habitsIn = (country: string): FigureHabits => ({
  decimalComma: commaCountries.has(country),
  lakhs: lakhCountries.has(country),
});

/** Currencies written with a decimal comma by most who use them: €12.500 is unclear whoever writes it. */
const commaCurrencies = new Set(
  "EUR BRL IDR VND TRY PLN CZK DKK NOK SEK ARS CLP COP HUF".split(" "),
);
export const groupsWithDots = (currency: string | undefined): boolean =>
  currency !== undefined && commaCurrencies.has(currency);
