// Which three letters are a currency: those of ISO 4217 that the platform knows.

const known: ReadonlySet<string> = new Set(Intl.supportedValuesOf("currency"));

export const isCurrencyCode = (code: string): boolean => known.has(code);
