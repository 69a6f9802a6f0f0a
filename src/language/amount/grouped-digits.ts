// Digits with what groups them: 1,234.50 and 1'234.50 everywhere; 1.234,50 and 2,50,000 where they are written so.
import { decimal, type Decimal } from "../decimal.ts";
import type { FigureHabits } from "./figure-habits.ts";

export interface Digits {
  readonly value: Decimal;
  /** 12.500 read with a dot that groups: 12,500. */
  readonly ifGrouped?: Decimal;
  /** 12,5: read only before a multiplier, 12,5k. */
  readonly onlyBeforePower?: true;
  /** 2,50,000: a figure only in rupees, or where lakhs are counted. */
  readonly inLakhs?: true;
}

const strict = /^(?:[1-9][0-9]{0,2}(?:,[0-9]{3})+|0|[1-9][0-9]*)(?:\.[0-9]+)?$/;
const oneDot = /^[1-9][0-9]{0,2}\.[0-9]{3}$/;
const dotsAndComma = /^[1-9][0-9]{0,2}(?:\.[0-9]{3})+,[0-9]{1,2}$/;
const dots = /^[1-9][0-9]{0,2}(?:\.[0-9]{3}){2,}$/;
const shortComma = /^(?:0|[1-9][0-9]{0,3}),[0-9]{1,2}$/;
const lakhs = /^[1-9][0-9]?(?:,[0-9]{2})+,[0-9]{3}(?:\.[0-9]{1,2})?$/;
const apostrophes = /^[1-9][0-9]{0,2}(?:'[0-9]{3})+(?:\.[0-9]{1,2})?$/;
const longest = 40;

const withComma = (text: string): Decimal => decimal(text.replaceAll(".", "").replace(",", "."));

/** Null where nobody could say which figure these digits are. */
export function readDigits(text: string, { decimalComma }: FigureHabits): Digits | null {
  if (text.length > longest) return null;
  if (strict.test(text)) {
    const value = decimal(text.replaceAll(",", ""));
    return oneDot.test(text) ? { value, ifGrouped: decimal(text.replace(".", "")) } : { value };
  }
  if (apostrophes.test(text)) return { value: decimal(text.replaceAll("'", "")) };
  if (lakhs.test(text)) return { value: decimal(text.replaceAll(",", "")), inLakhs: true };
  if (!decimalComma) return null;
  if (dotsAndComma.test(text) || dots.test(text)) return { value: withComma(text) };
  return shortComma.test(text) ? { value: withComma(text), onlyBeforePower: true } : null;
}
