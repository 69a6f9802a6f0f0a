// Amounts as people type them: 12万, S$12k, 30%, 两千三百. What cannot be read exactly is refused, never guessed.
import { foldReceipts, numeralCharacters } from "./chinese.ts";
import { groupsWithDots, plainHabits, type FigureHabits } from "./figure-habits.ts";
import { foldTraditional } from "../fold-traditional.ts";
import { afterUnit, matchAt, scanBody, type Body, type Refused } from "./scan.ts";
import {
  currencyOf,
  dueBefore,
  monthDotDay,
  prefixPattern,
  roughlyAfter,
  roughlyBefore,
  spoilsAfter,
  spoilsBefore,
  type Currency,
  type CurrencyWord,
} from "./words.ts";
import { fitsStore, zero, type Decimal } from "../decimal.ts";
import { normalise } from "../text.ts";
export { currencies, type Currency } from "./words.ts";
export { habitsIn, type FigureHabits } from "./figure-habits.ts";

export interface Amount {
  value: Decimal;
  /** Named in the text; otherwise the metric's own. */
  currency?: Currency;
  /** A bare ¥: CNY or JPY, the caller takes the organisation's currency. */
  yen?: true;
  /** 30%, 3成, 百分之三十: the value is 30. */
  percent?: true;
  /** Percentage points: 5个百分点, 5 pp. */
  points?: true;
  /** 单 个 通 家 次 and the like. */
  counter?: string;
}
/** A figure of a line: what it says, or each of the things it may say; none where nobody could tell. */
export interface Figure {
  readonly start: number;
  readonly end: number;
  readonly readings: readonly Amount[];
  /** About 6k, 五千左右: the figure that is not said exactly. The words that say so belong to it. */
  readonly about?: Amount;
  /** Why there is no reading: part of a word or a code, a date or a length of time, or not exact. */
  readonly is: "amount" | "code" | "measure" | "inexact";
}

const signWord = "[+-]|负|(?<![a-z])(?:minus|negative) ";
const beginning = `(${signWord})?(${prefixPattern})?([+-]?)(?=[0-9]|百分之|[${numeralCharacters}])`;
const anywhere = new RegExp(beginning, "gi");
const here = new RegExp(beginning, "iy");
const addresses = /(?:https?:\/\/|www\.)\S+/gi;
const longest = 80;

/** What stands before the digits. Three letters that are no currency belong to the line, not to the figure. */
interface Opening {
  readonly start: number;
  readonly bodyAt: number;
  readonly sign: string;
  readonly prefix: CurrencyWord | undefined;
  readonly inner: string;
  readonly typed: string;
}

function openingOf(match: RegExpExecArray): Opening {
  const [typed, sign = "", prefix, inner = ""] = match;
  const bodyAt = match.index + typed.length;
  const currency = prefix === undefined ? undefined : currencyOf(prefix);
  if (prefix === undefined || currency !== undefined)
    return { start: match.index, bodyAt, sign: sign.trim(), prefix: currency, inner, typed };
  return {
    start: bodyAt - inner.length,
    bodyAt,
    sign: inner,
    prefix: undefined,
    inner: "",
    typed: inner,
  };
}

/**
 * Reads a text that is one amount and nothing else, normalised or not. Null when it holds more, or cannot be read exactly:
 * 1,23, 1.2.3, 12万万, 约12万, 十几万, 12-13万, 1e5, more than 18 integer digits or 6 decimals.
 */
export function readAmount(typed: string, habits: FigureHabits = plainHabits): Amount | null {
  if (typed.length > longest) return null;
  const line = foldReceipts(foldTraditional(normalise(typed)));
  const match = matchAt(here, line, 0);
  if (match === null) return null;
  const opening = openingOf(match);
  if (opening.start !== 0) return null;
  const body = scanBody(line, opening.bodyAt, habits);
  if ("refused" in body || body.end !== line.length) return null;
  const amount = amountOf(opening, body, habits);
  return amount && otherReading(line, opening, body, amount, habits) === null ? amount : null;
}

export interface FoundAmount {
  amount: Amount;
  /** Where it begins in the text, sign and currency included. */
  start: number;
  /** Where it ends, exclusive; currency and counter included. */
  end: number;
}

/**
 * The amounts of a normalised line, left to right. Left out: dates, times and spans (12-31, 3pm, 10天内), codes and digits
 * inside words (G7, #7, Q4, B2B), ordinals (第3次), ranges and estimates (12-13万, 约12万, 20+), web addresses.
 *
 * A number in Chinese characters alone counts only if it holds 百 千 万 or 亿 after a digit, or is followed by 成, a currency or a
 * counter, or is 百分之…; and nothing but a space, a mark or the end follows. So 三里屯, 千岛湖, 万科 and 一个电话 stay words.
 */
export const findAmounts = (text: string): FoundAmount[] =>
  findFigures(text).flatMap(({ readings, start, end }) =>
    readings[0] === undefined ? [] : [{ amount: readings[0], start, end }],
  );

/** Every figure of a normalised line, left to right, those that cannot be read among them. */
export function findFigures(typed: string, habits: FigureHabits = plainHabits): Figure[] {
  const text = foldReceipts(foldTraditional(typed));
  const found: Figure[] = [];
  const links = Array.from(
    text.matchAll(addresses),
    (match) => [match.index, match.index + match[0].length] as const,
  );
  let lastEnd = -1;
  anywhere.lastIndex = 0;
  for (let match = anywhere.exec(text); match !== null; match = anywhere.exec(text)) {
    const opening = openingOf(match);
    const { start, bodyAt } = opening;
    const link = links.find(([from, to]) => from <= bodyAt && bodyAt < to);
    const body: Body | Refused =
      link === undefined ? scanBody(text, bodyAt, habits) : { refused: true, end: link[1] };
    anywhere.lastIndex = Math.max(body.end, bodyAt + 1);
    const glued = link !== undefined || isGlued(text, start, opening.typed);
    const range = isRange(text, lastEnd, start, opening.sign);
    const last = found.at(-1);
    if (range && last?.end === lastEnd)
      found.splice(-1, 1, { ...last, readings: [], is: "inexact" });
    // G7到80%: a code is not the beginning of a range.
    lastEnd = glued ? -1 : body.end;
    const figure = glued
      ? figureOf("code", start, body)
      : standingFigure(text, opening, range ? { refused: true, end: body.end } : body, habits);
    if (figure !== null) found.push(figure);
  }
  return found;
}

const figureOf = (is: Figure["is"], start: number, { end }: { end: number }): Figure => ({
  is,
  start,
  end,
  readings: [],
});

/** What cannot be read is left with all that belongs to it: of 12-13万 the 万 too. */
const unread = (text: string, start: number, { end }: { end: number }): Figure =>
  figureOf("inexact", start, { end: afterUnit(text, end) });

/** Null for a Chinese numeral that is part of a word. */
function standingFigure(
  text: string,
  opening: Opening,
  body: Body | Refused,
  habits: FigureHabits,
): Figure | null {
  const { start } = opening;
  if ("refused" in body) {
    if (!/[0-9]/.test(text.slice(start, body.end))) return null;
    return body.measure ? figureOf("measure", start, body) : unread(text, start, body);
  }
  if (!stands(text, start, body)) {
    const rough = roughly(text, opening, body, habits);
    if (rough !== null) return rough;
    if (body.chinese) return null;
    return joinsWord(text, body) ? figureOf("code", start, body) : unread(text, start, body);
  }
  const amount = amountOf(opening, body, habits);
  if (amount === null) return unread(text, start, body);
  const other = otherReading(text, opening, body, amount, habits);
  return other === null
    ? { is: "amount", start, end: body.end, readings: [amount] }
    : { is: "amount", start: other.start, end: other.end, readings: [other.amount, amount] };
}

/** What is said only roughly, with the words that say so. */
function roughly(text: string, opening: Opening, body: Body, habits: FigureHabits): Figure | null {
  const { start } = opening;
  const before = roughlyBefore.exec(text.slice(Math.max(0, start - 20), start))?.[0] ?? "";
  const after = matchAt(roughlyAfter, text, body.end)?.[0] ?? "";
  const lead = text[start - before.length - 1] ?? "";
  if (before === "" && after === "") return null;
  if (body.chinese !== undefined && !standsInChinese(before === "" ? lead : "", body.chinese))
    return null;
  const next = text[body.end + after.length] ?? "";
  if (next !== "" && !cjk.test(next) && gluedAfter.test(next)) return null;
  const about = amountOf(opening, body, habits);
  return (
    about && {
      is: "inexact",
      start: start - before.length,
      end: body.end + after.length,
      readings: [],
      about,
    }
  );
}

const trailingMinus = /-(?=$|[\s,;)])(?! ?\d)/y;

/** What a figure may say as well: 12.500 where dots group; (500) and 500- where books are kept. */
function otherReading(
  text: string,
  { start, bodyAt }: Opening,
  body: Body,
  amount: Amount,
  { decimalComma }: FigureHabits,
): (Pick<Figure, "start" | "end"> & { readonly amount: Amount }) | null {
  if (body.percent) return null;
  const { end, ifGrouped } = body;
  const thousands =
    decimalComma ||
    groupsWithDots(amount.currency) ||
    /^\d+\.000(?!\d)/.test(text.slice(bodyAt, end));
  if (ifGrouped !== undefined && thousands)
    return { start, end, amount: { ...amount, value: signed(ifGrouped, amount) } };
  if (amount.value.lte("0")) return null;
  const taken = { ...amount, value: zero.minus(amount.value) };
  if (text[start - 1] === "(" && text[end] === ")")
    return { start: start - 1, end: end + 1, amount: taken };
  return matchAt(trailingMinus, text, end) === null ? null : { start, end: end + 1, amount: taken };
}

const signed = (value: Decimal, like: Amount): Decimal =>
  like.value.lt("0") ? zero.minus(value) : value;

// 12万-13万, 12~13万, 12到13万: neither end of a range is an amount.
function isRange(text: string, lastEnd: number, start: number, sign: string): boolean {
  if (lastEnd < 0) return false;
  if (start === lastEnd) return sign === "-";
  return start - lastEnd <= 4 && /^ ?(?:-|~|到|至|to) ?$/.test(text.slice(lastEnd, start));
}

const letterBefore = /[\p{L}\p{N}_#@&.'/\\*^%$€£¥×÷~<>≈+-]/u;
const cjk = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const gluedAfter = /[\p{L}\p{N}\p{M}_@#%^*×÷']/u;
const joinedAfter = /[.-][A-Za-z0-9]|\/[0-9$€£¥]/y;
const ordinalBefore = /[第几数好周期拜初]/;
const pickedBefore = /[上下这那同每另某任头前后]/;
const onlyBefore = /[有再又唯之是了过就老小]/;
const holdsPower = /[百千万亿]/;

// Part of a word or a code: G7, room101, #7, v2. A currency sign may follow a letter (calls€20).
function isGlued(text: string, start: number, opening: string): boolean {
  const before = start === 0 ? "" : (text[start - 1] ?? "");
  if (before === "" || cjk.test(before) || !letterBefore.test(before)) return false;
  return !(/^[$€£¥￥₹₩฿₫₱]/.test(opening) && /[a-z]/i.test(before));
}

const joinsWord = (text: string, body: Body): boolean =>
  /[\p{L}\p{M}_@#'\-.]/u.test(text[body.end] ?? "");

// Does it stand on its own in the line, or is it part of a word, a date or an estimate?
function stands(text: string, start: number, body: Body): boolean {
  const before = start === 0 ? "" : (text[start - 1] ?? "");
  const lead = text.slice(Math.max(0, start - 20), start);
  if (
    spoilsBefore.test(lead) ||
    (monthDotDay.test(text.slice(start, body.end)) && dueBefore.test(lead))
  )
    return false;
  const after = text[body.end] ?? "";
  if (after !== "" && !cjk.test(after) && gluedAfter.test(after)) return false;
  if (
    matchAt(joinedAfter, text, body.end) !== null ||
    matchAt(spoilsAfter, text, body.end) !== null
  )
    return false;
  return body.chinese === undefined || (standsInChinese(before, body.chinese) && !cjk.test(after));
}

function standsInChinese(
  before: string,
  { run, counted }: { run: string; counted: boolean },
): boolean {
  if (!counted && !holdsPower.test(run)) return false;
  if (ordinalBefore.test(before)) return false;
  if (run.length > 1) return true;
  return !pickedBefore.test(before) && !(run === "一" && onlyBefore.test(before));
}

const isNegative = ({ sign, inner }: Opening): boolean =>
  (sign !== "" && sign !== "+") || inner === "-";

const negated = (value: Decimal): Decimal => (value.eq("0") ? value : zero.minus(value));

const inCurrency = (currency: CurrencyWord | undefined): Pick<Amount, "currency" | "yen"> => {
  if (currency === undefined) return {};
  return currency === "yen" ? { yen: true } : { currency };
};

function amountOf(opening: Opening, body: Body, habits: FigureHabits): Amount | null {
  const { sign, prefix, inner } = opening;
  const currency = agreed(prefix, body.currency);
  if (currency === "clash" || currency === "unknown" || (sign !== "" && inner !== "")) return null;
  if (currency !== undefined && (body.percent || body.points || body.counter !== undefined))
    return null;
  if (body.inLakhs && !habits.lakhs && currency !== "INR") return null;
  const value = isNegative(opening) ? negated(body.value) : body.value;
  if (!fitsStore(value)) return null;
  return {
    value,
    ...inCurrency(currency),
    ...(body.percent && { percent: true }),
    ...(body.points && { points: true }),
    ...(body.counter !== undefined && { counter: body.counter }),
  };
}

// ¥12万元 and S$12k SGD say one thing twice; $12元 says two.
function agreed(
  before: CurrencyWord | undefined,
  after: CurrencyWord | undefined,
): CurrencyWord | undefined {
  if (before === undefined || after === undefined || before === after) return before ?? after;
  const pair = [before, after];
  if (pair.includes("yen")) return pair.find((word) => word === "CNY" || word === "JPY") ?? "clash";
  return "clash";
}
