// Numbers written in Chinese characters, read strictly: 两千三百, 三万五, 一亿零二十, 三点五万. What is not grammatical is refused.
import { decimal, type Decimal } from "../decimal.ts";

const digits: Record<string, bigint> = {
  零: 0n,
  〇: 0n,
  一: 1n,
  二: 2n,
  两: 2n,
  三: 3n,
  四: 4n,
  五: 5n,
  六: 6n,
  七: 7n,
  八: 8n,
  九: 9n,
};
const units: Record<string, bigint> = { 十: 10n, 百: 100n, 千: 1000n };
const zeroMark = /^[零〇]/;

/** Every character a Chinese number may hold (点 apart), for building patterns. */
export const numeralCharacters = "〇零一二两三四五六七八九十百千万亿";

/** Reads a whole number such as 两千三百 or 三万五 (35,000). Null when it is not one. */
export function readChineseWhole(text: string): bigint | null {
  if (text.length === 0 || text.length > 40) return null;
  return largeNumber(text);
}

/** Reads a whole or decimal number: also 三点五 and 三点五万. Null when it is not one. */
export function readChineseNumber(text: string): Decimal | null {
  const point = text.indexOf("点");
  if (point < 0) {
    const whole = readChineseWhole(text);
    return whole === null ? null : decimal(whole);
  }
  const whole = readChineseWhole(text.slice(0, point));
  const match = /^([〇零一二三四五六七八九]{1,20})(万亿|万|亿)?$/.exec(text.slice(point + 1));
  if (whole === null || match === null) return null;
  const fraction = Array.from(match[1] ?? "", (character) => digits[character]).join("");
  const power = { 万: "10000", 亿: "100000000", 万亿: "1000000000000" }[match[2] ?? ""] ?? "1";
  return decimal(`${whole}.${fraction}`).times(power);
}

// 亿 first, then 万, then the four places below.
function largeNumber(text: string): bigint | null {
  const cut = text.lastIndexOf("亿");
  if (cut < 0) return tenThousands(text);
  const head = tenThousands(text.slice(0, cut));
  return joined(head, text.slice(cut + 1), 100_000_000n, tenThousands);
}

function tenThousands(text: string): bigint | null {
  const cut = text.indexOf("万");
  if (cut < 0) return section(text);
  const head = section(text.slice(0, cut));
  return joined(head, text.slice(cut + 1), 10_000n, section);
}

// What follows a 万 or an 亿: nothing, 零 and something smaller, a full number, or one digit of the next place (三万五).
function joined(
  head: bigint | null,
  tail: string,
  unit: bigint,
  read: (text: string) => bigint | null,
): bigint | null {
  if (head === null || head === 0n) return null;
  if (tail === "") return head * unit;
  const afterZero = zeroMark.test(tail);
  const rest = read(afterZero ? tail.slice(1) : tail);
  if (rest === null || rest === 0n) return null;
  if (!afterZero && tail.length === 1)
    return tail === "十" ? null : head * unit + (rest * unit) / 10n;
  return head * unit + rest;
}

/** 十 alone is one ten, at the beginning or behind a 零. */
const isBareTen = (character: string, at: number, gap: boolean): boolean =>
  character === "十" && (at === 0 || gap);

/** What a last digit counts: ones, or the place below the last one said. */
const placeBelow = (last: bigint, gap: boolean): bigint =>
  last === 10_000n || last === 10n || gap ? 1n : last / 10n;

// Below ten thousand: 千 百 十 in falling order, 零 over a gap, and a last digit that is of the next place (两千三 is 2300).
function section(text: string): bigint | null {
  if (text === "零" || text === "〇") return 0n;
  let total = 0n;
  let last = 10_000n;
  let gap = false;
  let at = 0;
  while (at < text.length) {
    const character = text[at] ?? "";
    if (zeroMark.test(character)) {
      if (gap || at === 0) return null;
      gap = true;
      at += 1;
      continue;
    }
    const bareTen = isBareTen(character, at, gap);
    const digit = bareTen ? 1n : digits[character];
    if (digit === undefined) return null;
    if (!bareTen) at += 1;
    const unit = units[text[at] ?? ""];
    if (unit === undefined) {
      if (at !== text.length) return null;
      return total + digit * placeBelow(last, gap);
    }
    if (unit >= last || (character === "两" && unit === 10n)) return null;
    total += digit * unit;
    last = unit;
    gap = false;
    at += 1;
  }
  return gap || total === 0n ? null : total;
}

/** As figures are written on receipts: 叁万伍仟. Names hold some of these (陆家嘴), so that only a digit with its unit counts. */
const onReceipts = /(?:[壹贰叁肆伍陆柒捌玖]?[拾佰仟]零?|[壹贰叁肆伍陆柒捌玖](?=[拾佰仟万亿]))+/gu;
const plainNumerals = new Map(
  Array.from("壹一贰二叁三肆四伍五陆六柒七捌八玖九拾十佰百仟千".matchAll(/(.)(.)/gu), ([pair]) => [
    pair.charAt(0),
    pair.charAt(1),
  ]),
);

/** Receipts' numerals as plain ones, one for one. Text without traditional characters. */
export const foldReceipts = (text: string): string =>
  text.replace(onReceipts, (numeral) =>
    Array.from(numeral, (each) => plainNumerals.get(each) ?? each).join(""),
  );
