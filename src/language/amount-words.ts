// The words of amounts: currencies, multipliers, counters, and the words that only look like them.

export const currencies = [
  "CNY", "USD", "EUR", "SGD", "HKD", "GBP", "JPY", "AUD", "CAD", "NZD", "TWD", "CHF", "INR", "KRW",
  "THB", "MYR", "IDR", "VND", "PHP", "AED", "SAR", "BRL", "MXN", "SEK", "NOK", "DKK", "PLN", "ZAR",
] as const;
export type Currency = (typeof currencies)[number];
