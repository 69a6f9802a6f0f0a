// One amount's body at one place of a line: digits or Chinese numerals, multipliers, then what it is an amount of.
import { numeralCharacters, readChineseNumber, readChineseWhole } from "./chinese.ts";
import type { FigureHabits } from "./figure-habits.ts";
import { readDigits, type Digits } from "./grouped-digits.ts";
import {
  counterPattern,
  currencyOf,
  exponentOf,
  lookalike,
  multiplier,
  notAnAmount,
  powerOfTen,
  suffixPattern,
  unclearPower,
  type CurrencyWord,
} from "./words.ts";
import { decimal, type Decimal } from "../decimal.ts";

export interface Body extends Digits {
  end: number;
  /** Only Chinese characters: the caller must be stricter about what stands around it. */
  chinese?: { run: string; counted: boolean };
  currency?: CurrencyWord;
  percent?: true;
  points?: true;
  counter?: string;
}
/** Not readable exactly; `end` is where to look on. */
export interface Refused {
  refused: true;
  end: number;
  /** A date, a time, a length: nothing that could be logged. */
  measure?: true;
}

// All sticky: they look at one place only, so a line is read once whatever it holds.
// A half sign, ½, arrives as 1⁄2.
/** 4'500 whole, as it is grouped in Switzerland. */
const blob =
  /[0-9]{1,3}(?:'[0-9]{3})+(?:\.[0-9]+)?(?![0-9'.,:/-]*[0-9'])|[0-9](?:[0-9.,:/~\u2044-]*[0-9])?/y;
// 1 000 000 with spaces: perhaps one number, perhaps three.
/** 2 0000: no figure of its own begins with noughts. */
const zerosApart = /(?: 0[0-9]{2,})+(?![0-9.,:/-])/y;
const spacedThousands = /(?: [0-9]{3})+(?:[.,][0-9]+)?(?=$|[\s.,;!?)€$£¥₹])/y;
const chineseRun = new RegExp(
  `[${numeralCharacters}]+(?:点[〇零一二三四五六七八九]+(?:万亿|万|亿)?)?`,
  "y",
);
/** 3万5, 3w5: 35,000, as it is spoken. 3万5单 may be two figures. */
const oneDigitMore = /[1-9](?=$|[\s,;:!?)，。；、]| ?元)/y;
const nextPart = /([0-9]+)(千万|百万|万|千|百)?/y;
const percentSign = / ?(?:%|(?:percent|per cent|pct)(?![a-z]))/iy;
const pointSign = / ?(?:个?百分点|(?:percentage points?|ppt?s?)(?![a-z0-9]))/iy;
const tenths =
  /成(?![功交都本员长为立果绩熟就单人型品效批套份像亲心])([1-9一二三四五六七八九半])?/y;
const currencySuffix = new RegExp(suffixPattern, "iuy");
const counterWord = new RegExp(` ?(${counterPattern})`, "y");
const latinOrDigit = /[\p{Script=Latin}0-9]/u;
const han = /\p{Script=Han}/u;

export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** Reads the body that begins at `at` (a digit, 百分之 or a Chinese numeral). Positions are in `text`. */
export function scanBody(text: string, at: number, habits: FigureHabits): Body | Refused {
  if (text.startsWith("百分之", at)) return scanPercentOf(text, at, habits);
  const run = matchAt(chineseRun, text, at);
  return run === null ? scanDigits(text, at, habits) : scanChinese(text, at, run[0]);
}

/** Behind the multiplier and the currency of a figure that was not read. */
export function afterUnit(text: string, at: number): number {
  const power = matchAt(multiplier, text, at)?.[0] ?? "";
  const end =
    latinOrDigit.test(power) && latinOrDigit.test(text[at + power.length] ?? "")
      ? at
      : at + power.length;
  const currency = matchAt(currencySuffix, text, end)?.[0] ?? "";
  return currencyOf(currency) === undefined ? end : end + currency.length;
}

const refuse = (end: number): Refused => ({ refused: true, end });

function scanPercentOf(text: string, at: number, habits: FigureHabits): Body | Refused {
  const from = at + "百分之".length;
  if (text[from] === "百") return { value: decimal("100"), end: from + 1, percent: true };
  const digits = matchAt(blob, text, from)?.[0];
  const run = digits ?? matchAt(chineseRun, text, from)?.[0];
  if (run === undefined) return refuse(from);
  const value =
    digits === undefined ? readChineseNumber(run) : (readDigits(digits, habits)?.value ?? null);
  return value === null
    ? refuse(from + run.length)
    : { value, end: from + run.length, percent: true };
}

function scanDigits(text: string, at: number, habits: FigureHabits): Body | Refused {
  const number = matchAt(blob, text, at)?.[0] ?? "";
  const digits = readDigits(number, habits);
  const end = at + number.length;
  if (digits === null) return refuse(end);
  if (matchAt(lookalike, text, end) !== null) return refuse(end + 1);
  const thousands = number.length <= 3 ? matchAt(spacedThousands, text, end) : null;
  if (thousands !== null) return scanSpaced(text, at, end + thousands[0].length, habits);
  const broken = matchAt(zerosApart, text, end);
  if (broken !== null) return refuse(end + broken[0].length);
  const unclear = matchAt(unclearPower, text, end);
  if (unclear !== null) return refuse(end + unclear[0].length);
  const multiplied = scanMultiplier(text, { ...digits, end }, number);
  if ("refused" in multiplied) return multiplied;
  const plain = multiplied.end === end;
  if (plain && matchAt(tenths, text, end) === null && matchAt(notAnAmount, text, end) !== null)
    return { refused: true, end, measure: true };
  if (plain && digits.onlyBeforePower) return refuse(end);
  const next = text[multiplied.end] ?? "";
  // 12万万, 3十, 20三: more number follows than can be read.
  if (next !== "" && (numeralCharacters.includes(next) || /[0-9]/.test(next)))
    return refuse(multiplied.end + 1);
  return withSuffix(text, multiplied, plain);
}

const signBefore = /\p{Sc} ?$/u;

/** 3 500 €: one figure only with its currency beside it, where figures are grouped so; else perhaps two. */
function scanSpaced(text: string, at: number, end: number, habits: FigureHabits): Body | Refused {
  const digits = readDigits(text.slice(at, end).replaceAll(" ", "").replace(",", "."), habits);
  const suffix = matchAt(currencySuffix, text, end)?.[0] ?? "";
  const isMoney = currencyOf(suffix) !== undefined || signBefore.test(text.slice(0, at));
  if (!habits.decimalComma || digits === null || !isMoney) return refuse(end);
  return withSuffix(text, { value: digits.value, end }, true);
}

// 万, k, million; then smaller parts: 12万3千, 1亿2000万.
function scanMultiplier(text: string, plain: Body, number: string): Body | Refused {
  const match = matchAt(multiplier, text, plain.end);
  const word = match?.[1];
  if (match === null || word === undefined) return plain;
  const end = plain.end + match[0].length;
  const latin = latinOrDigit.test(word);
  const next = text[end] ?? "";
  const spoken = asSpoken(text, plain, word, end);
  if (spoken !== null) return spoken;
  if (latin && latinOrDigit.test(next)) return match[0].startsWith(" ") ? plain : refuse(end);
  // "20 m" may be metres, "20 b" a list: a loose letter multiplies only where it can mean nothing else.
  if (/^ [mb]$/i.test(match[0])) return refuse(end);
  const spaced = match[0].startsWith(" ") && !latin;
  // "12 万科" or "12 万": with a space before 万, a glued word after it leaves two readings.
  if (
    spaced &&
    han.test(next) &&
    matchAt(currencySuffix, text, end) === null &&
    matchAt(counterWord, text, end) === null
  )
    return refuse(end);
  const exponent = exponentOf(word);
  const value = plain.value.times(powerOfTen(exponent));
  if (latin || !/[0-9]/.test(next)) return { value, end };
  return number.includes(".") ? refuse(end) : scanParts(text, { value, end }, exponent);
}

/** 3万5, 3w5; but 3.5万5 is none. */
function asSpoken(text: string, { value }: Body, word: string, end: number): Body | null {
  const more = exponentOf(word) === 4 ? matchAt(oneDigitMore, text, end) : null;
  if (more === null || toWhole(value) === null) return null;
  return { value: value.times("10000").plus(decimal(`${more[0]}000`)), end: end + 1 };
}

function scanParts(text: string, head: Body, exponent: number): Body | Refused {
  let { value, end } = head;
  let above = exponent;
  for (
    let match = matchAt(nextPart, text, end);
    match !== null;
    match = matchAt(nextPart, text, end)
  ) {
    const [whole, digits = "", word] = match;
    end += whole.length;
    const below = word === undefined ? 0 : exponentOf(word);
    // 12万3千: the part must fit under the unit above. A bare end must fill all its places: 12万3456, never 12万34.
    const fits =
      word === undefined
        ? digits.length === above
        : below < above && digits.length + below <= above && !digits.startsWith("0");
    if (!fits) return refuse(end);
    value = value.plus(decimal(digits).times(powerOfTen(below)));
    above = below;
    if (word === undefined) break;
  }
  return { value, end };
}

function scanChinese(text: string, at: number, run: string): Body | Refused {
  const end = at + run.length;
  const value = readChineseNumber(run);
  if (value === null || /[0-9]/.test(text[end] ?? "")) return refuse(end);
  const body = withSuffix(text, { value, end }, readChineseWhole(run) !== null);
  if ("refused" in body) return body;
  return { ...body, chinese: { run, counted: body.end > end } };
}

// What it is an amount of: per cent, points, tenths (only after a plain number), a currency, or a counter.
function withSuffix(text: string, body: Body, plain: boolean): Body | Refused {
  const percent = plain ? matchAt(percentSign, text, body.end) : null;
  if (percent !== null) return { ...body, end: body.end + percent[0].length, percent: true };
  const points = plain ? matchAt(pointSign, text, body.end) : null;
  if (points !== null) return { ...body, end: body.end + points[0].length, points: true };
  const share = plain ? matchAt(tenths, text, body.end) : null;
  if (share !== null) return inTenths(body, share);
  const currency = matchAt(currencySuffix, text, body.end);
  const code = currency === null ? undefined : currencyOf(currency[0]);
  if (currency !== null && code !== undefined)
    return { ...body, end: body.end + currency[0].length, currency: code };
  const counter = matchAt(counterWord, text, body.end);
  if (counter?.[1] !== undefined)
    return { ...body, end: body.end + counter[0].length, counter: counter[1] };
  return body;
}

function halfOrDigit(extra: string | undefined): string {
  if (extra === undefined) return "0";
  if (extra === "半") return "5";
  return /[0-9]/.test(extra) ? extra : String(readChineseWhole(extra));
}

// 三成 is 30 %, 三成五 is 35 %, ten tenths at most.
function inTenths(body: Body, match: RegExpExecArray): Body | Refused {
  const end = body.end + match[0].length;
  const extra = halfOrDigit(match[1]);
  if (body.value.gt("10") || (match[1] !== undefined && toWhole(body.value) === null))
    return refuse(end);
  return { ...body, value: body.value.times("10").plus(extra), end, percent: true };
}

function toWhole(value: Decimal): Decimal | null {
  return value.eq(value.round(0, 0)) ? value : null;
}
