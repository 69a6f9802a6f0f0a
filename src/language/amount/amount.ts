// Amounts as people type them: 12万, S$12k, 30%, 两千三百. What cannot be read exactly is refused, never guessed.
import { numeralCharacters } from "./chinese.ts";
import { matchAt, scanBody, type Body } from "./scan.ts";
import {
  currencyOf,
  dueBefore,
  monthDotDay,
  prefixPattern,
  spoilsAfter,
  spoilsBefore,
  type Currency,
  type CurrencyWord,
} from "./words.ts";
import { fitsStore, zero, type Decimal } from "../decimal.ts";
import { normalise } from "../text.ts";
export { currencies, type Currency } from "./words.ts";

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
export interface FoundAmount {
  amount: Amount;
  /** Where it begins in the text, sign and currency included. */
  start: number;
  /** Where it ends, exclusive; currency and counter included. */
  end: number;
}

const beginning = `([+-]?)(${prefixPattern})?([+-]?)(?=[0-9]|百分之|[${numeralCharacters}])`;
const anywhere = new RegExp(beginning, "gi");
const here = new RegExp(beginning, "iy");
const addresses = /(?:https?:\/\/|www\.)\S+/gi;
const longest = 80;

/**
 * Reads a text that is one amount and nothing else, normalised or not. Null when it holds more, or cannot be read exactly:
 * 1,23, 1.2.3, 12万万, 约12万, 十几万, 12-13万, 1e5, more than 18 integer digits or 6 decimals.
 */
export function readAmount(text: string): Amount | null {
  if (text.length > longest) return null;
  const line = normalise(text);
  const match = matchAt(here, line, 0);
  if (match === null) return null;
  const body = scanBody(line, match[0].length);
  return "refused" in body || body.end !== line.length ? null : amountOf(match, body);
}

/**
 * The amounts of a normalised line, left to right. Left out: dates, times and spans (12-31, 3pm, 10天内), codes and digits
 * inside words (G7, #7, Q4, B2B), ordinals (第3次), ranges and estimates (12-13万, 约12万, 20+), web addresses.
 *
 * A number in Chinese characters alone counts only if it holds 百 千 万 or 亿 after a digit, or is followed by 成, a currency or a
 * counter, or is 百分之…; and nothing but a space, a mark or the end follows. So 三里屯, 千岛湖, 万科 and 一个电话 stay words.
 */
export function findAmounts(text: string): FoundAmount[] {
  const found: FoundAmount[] = [];
  const links = Array.from(
    text.matchAll(addresses),
    (match) => [match.index, match.index + match[0].length] as const,
  );
  let lastEnd = -1;
  anywhere.lastIndex = 0;
  for (let match = anywhere.exec(text); match !== null; match = anywhere.exec(text)) {
    const start = match.index;
    const link = links.find(([from, to]) => from <= start && start < to);
    const body =
      link === undefined
        ? scanBody(text, start + match[0].length)
        : { refused: true as const, end: link[1] };
    anywhere.lastIndex = Math.max(body.end, start + match[0].length + 1);
    const glued = isGlued(text, start, match[0]);
    const range = isRange(text, lastEnd, start, match[1] ?? "");
    if (range && found.at(-1)?.end === lastEnd) found.pop();
    // G7到80%: a code is not the beginning of a range.
    lastEnd = glued ? -1 : body.end;
    if ("refused" in body || glued || range || !stands(text, start, body)) continue;
    const amount = amountOf(match, body);
    if (amount !== null) found.push({ amount, start, end: body.end });
  }
  return found;
}

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

function amountOf(match: RegExpExecArray, body: Body): Amount | null {
  const [, outer = "", prefix, inner = ""] = match;
  const currency = agreed(prefix === undefined ? undefined : currencyOf(prefix), body.currency);
  if (currency === "clash" || (outer !== "" && inner !== "")) return null;
  if (currency !== undefined && (body.percent || body.points || body.counter !== undefined))
    return null;
  const negative = (outer === "-" || inner === "-") && !body.value.eq("0");
  const value = negative ? zero.minus(body.value) : body.value;
  if (!fitsStore(value)) return null;
  return {
    value,
    ...(currency === "yen" ? { yen: true } : currency !== undefined && { currency }),
    ...(body.percent && { percent: true }),
    ...(body.points && { points: true }),
    ...(body.counter !== undefined && { counter: body.counter }),
  };
}

// ¥12万元 and S$12k SGD say one thing twice; $12元 says two.
function agreed(
  before: CurrencyWord | undefined,
  after: CurrencyWord | undefined,
): CurrencyWord | "clash" | undefined {
  if (before === undefined || after === undefined || before === after) return before ?? after;
  const pair = [before, after];
  if (pair.includes("yen")) return pair.find((word) => word === "CNY" || word === "JPY") ?? "clash";
  return "clash";
}
