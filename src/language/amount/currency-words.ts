// The words, signs and codes of currencies beside a figure. What names a currency that nobody can be sure of says so.
import { moneySigns } from "./money-signs.ts";

/** ISO 4217, those in use. */
export const currencies: readonly string[] = (
  "CNY USD EUR SGD HKD GBP JPY AUD CAD NZD TWD CHF INR KRW THB MYR IDR VND PHP AED SAR BRL MXN SEK NOK DKK PLN ZAR " +
  "AFN ALL AMD AOA ARS AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BSD BTN BWP BYN BZD CDF CLP COP CRC CUP CVE CZK DJF " +
  "DOP DZD EGP ERN ETB FJD FKP GEL GHS GIP GMD GNF GTQ GYD HNL HTG HUF ILS IQD IRR ISK JMD JOD KES KGS KHR KMF KPW KWD " +
  "KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MZN NAD NGN NIO NPR OMR PAB PEN PGK PKR " +
  "PYG QAR RON RSD RUB RWF SBD SCR SDG SHP SLE SOS SRD SSP STN SVC SYP SZL TJS TMT TND TOP TRY TTD TZS UAH UGX UYU UZS " +
  "VES VUV WST XAF XCD XOF XPF YER ZMW ZWG"
).split(" ");
/** ISO 4217, one of `currencies`. */
export type Currency = string;

/** A code; "yen" for a bare ¥, CNY or JPY; "unknown" for a word that may be of several (kr, pesos). */
export type CurrencyWord = Currency;

const isCode = new Set(currencies);
/** Codes that are English words too: meant as a currency only in capitals. */
const alsoWords = new Set("ALL TOP TRY CUP PEN MAD COP MOP BOB GEL RON SOS BAM STN".split(" "));

const words: Readonly<Record<string, string>> = {
  CNY: "人民币 rmb yuan renminbi 块钱 块 元",
  USD: "美元 美金 美刀 刀 dollars dollar bucks buck",
  EUR: "欧元 欧 euros euro",
  GBP: "英镑 镑 pounds pound quid sterling",
  JPY: "日元 日圆 日币 円 yen",
  SGD: "新加坡元 新元 新币 坡币",
  HKD: "港币 港元 港纸",
  AUD: "澳元 澳币",
  CAD: "加元 加币",
  NZD: "纽币 新西兰元",
  TWD: "新台币 台币",
  KRW: "韩元 韩币 원",
  THB: "泰铢 baht บาท",
  INR: "卢比 rupees rupee rs. rs",
  CHF: "瑞郎 瑞士法郎 francs franc sfr. sfr",
  MYR: "马币 令吉 ringgit",
  IDR: "印尼盾 rupiah rp. rp",
  VND: "越南盾 đồng dong",
  PHP: "菲律宾比索",
  RUB: "卢布 rubles ruble roubles rouble",
  TRY: "里拉 lira",
  BRL: "雷亚尔 reais",
  PLN: "兹罗提 złoty zloty zlotys zł",
  CZK: "kč",
  HUF: "forint forints",
  AED: "迪拉姆 dirhams dirham",
  SAR: "里亚尔 riyals riyal",
  ZAR: "兰特 rand",
  MOP: "澳门元 葡币",
  unknown: "kr pesos peso dinars dinar crowns kroner kronor rials",
};
/** One character that begins many other words: a currency only where no other character follows, or one that begins none of them. */
const short = new Set(["刀", "欧", "镑", "块"]);

const named = Object.entries(words).flatMap(([code, list]) =>
  list.split(" ").map((word) => [word, code] as const),
);
const byWord = new Map<string, CurrencyWord>([
  ["¥", "yen"],
  ["￥", "yen"],
  ...named,
  ...moneySigns.map(([sign, code]) => [sign.toLowerCase(), code] as const),
]);

/** The currency a sign, code or word stands for. */
export function currencyOf(typed: string): CurrencyWord | undefined {
  const word = typed.trim();
  const known = byWord.get(word.toLowerCase());
  if (known !== undefined) return known;
  const code = word.toUpperCase();
  return isCode.has(code) && (word === code || !alsoWords.has(code)) ? code : undefined;
}

export function alternatives(list: readonly string[]): string {
  return list
    .toSorted((a, b) => b.length - a.length)
    .map((word) => word.replace(/[$.]/g, "\\$&"))
    .join("|");
}

const signs = [...moneySigns.map(([sign]) => sign), "¥", "￥"];
const startsInLetters = (sign: string): boolean => /^[a-z]/i.test(sign);
const isLatin = (word: string): boolean => /^\p{Script=Latin}/u.test(word);
const latin = named.map(([word]) => word).filter(isLatin);
const others = named.map(([word]) => word).filter((word) => !isLatin(word));
const prefixes = ["人民币", "港币", "美金", "美元", "rs.", "rs", "rp.", "rp", "rmb", "sfr.", "sfr"];

/** Before the digits: a sign, a word or any three letters, which `currencyOf` knows or not; a space allowed. */
export const prefixPattern = `(?:${alternatives(signs.filter((sign) => !startsInLetters(sign)))}|(?<![a-z])(?:${alternatives([...signs.filter(startsInLetters), ...prefixes])}|[a-z]{3})) ?`;
/** After the digits: names, signs and any three letters. 元旦 is New Year's Day, 欧莱雅 a customer. */
export const suffixPattern =
  ` ?(?:(?:${alternatives(others.filter((word) => !short.has(word)))})(?![旦宵])` +
  `|(?:${[...short].join("|")})(?:(?![\\u4e00-\\u9fff])|(?=[给的到从付已入在]))` +
  `|(?:${alternatives(latin)}|[a-z]{3})(?![\\p{Script=Latin}0-9])` +
  `|(?:${alternatives(signs.filter((sign) => !/[a-z]/i.test(sign)))})(?! ?[0-9]))`;
