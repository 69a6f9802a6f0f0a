// STUB (being written): amounts as people type them.
import type { Decimal } from "./decimal.ts";
import type { Currency } from "./amount-words.ts";
export type { Currency } from "./amount-words.ts";

export interface Amount {
  value: Decimal;
  currency?: Currency;
  /** A bare ¥: CNY or JPY; the caller takes the organisation's currency. */
  yen?: true;
  /** 30% is value 30. */
  percent?: true;
  /** Percentage points: 5个百分点, 5 pp. */
  points?: true;
  /** 单 个 通 家 次 ... */
  counter?: string;
}
export interface FoundAmount { amount: Amount; start: number; end: number }
export function readAmount(_text: string): Amount | null { return null; }
export function findAmounts(_text: string): FoundAmount[] { return []; }
