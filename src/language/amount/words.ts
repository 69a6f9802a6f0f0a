// The words of amounts: currencies, multipliers, counters, and the words that only look like them.
import { decimal, type Decimal } from "../decimal.ts";
import { moneySigns } from "./money-signs.ts";

export const currencies = [
  "CNY",
  "USD",
  "EUR",
  "SGD",
  "HKD",
  "GBP",
  "JPY",
  "AUD",
  "CAD",
  "NZD",
  "TWD",
  "CHF",
  "INR",
  "KRW",
  "THB",
  "MYR",
  "IDR",
  "VND",
  "PHP",
  "AED",
  "SAR",
  "BRL",
  "MXN",
  "SEK",
  "NOK",
  "DKK",
  "PLN",
  "ZAR",
] as const;
export type Currency = (typeof currencies)[number];

/** A bare ¥ says CNY or JPY. */
export type CurrencyWord = Currency | "yen";

function isCurrency(code: string): code is Currency {
  return (currencies as readonly string[]).includes(code);
}

const named: ReadonlyArray<readonly [string, Currency]> = [
  ["人民币", "CNY"],
  ["rmb", "CNY"],
  ["yuan", "CNY"],
  ["renminbi", "CNY"],
  ["块钱", "CNY"],
  ["块", "CNY"],
  ["元", "CNY"],
  ["美元", "USD"],
  ["美金", "USD"],
  ["美刀", "USD"],
  ["欧元", "EUR"],
  ["euros", "EUR"],
  ["euro", "EUR"],
  ["新加坡元", "SGD"],
  ["新元", "SGD"],
  ["新币", "SGD"],
  ["坡币", "SGD"],
  ["港币", "HKD"],
  ["港元", "HKD"],
  ["英镑", "GBP"],
  ["日元", "JPY"],
  ["日圆", "JPY"],
  ["円", "JPY"],
  ["澳元", "AUD"],
  ["澳币", "AUD"],
  ["加元", "CAD"],
  ["加币", "CAD"],
  ["新台币", "TWD"],
  ["台币", "TWD"],
  ["韩元", "KRW"],
  ["泰铢", "THB"],
  ["卢比", "INR"],
  ["瑞郎", "CHF"],
  ["马币", "MYR"],
  ["令吉", "MYR"],
];

const byWord = new Map<string, CurrencyWord>([
  ["¥", "yen"],
  ["￥", "yen"],
]);
for (const code of currencies) byWord.set(code.toLowerCase(), code);
for (const [word, code] of named) byWord.set(word, code);
for (const [sign, code] of moneySigns) if (isCurrency(code)) byWord.set(sign.toLowerCase(), code);

/** The currency a sign, code or word stands for. */
export function currencyOf(word: string): CurrencyWord | undefined {
  return byWord.get(word.trim().toLowerCase());
}

function alternatives(words: readonly string[]): string {
  return [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[$.]/g, "\\$&"))
    .join("|");
}
const signWords = [...moneySigns.map(([sign]) => sign), "¥", "￥"];
const codes = [...currencies, "RMB"];
const latinNames = ["yuan", "renminbi", "euros", "euro"];
const chineseNames = named.map(([word]) => word).filter((word) => /[^a-z]/.test(word));

/** Before the digits: a sign or a code, a space allowed. */
export const prefixPattern = `(?:${alternatives([...signWords, ...codes, "人民币"])}) ?`;
/** After the digits: Chinese names, codes and signs. 元旦 is New Year's Day. */
export const suffixPattern =
  ` ?(?:(?:${alternatives(chineseNames)})(?![旦宵])|(?:${alternatives([...codes, ...latinNames])})(?![a-z0-9])` +
  `|(?:${alternatives(signWords.filter((sign) => !/[a-z]/i.test(sign)))})(?! ?[0-9]))`;

const powers: ReadonlyArray<readonly [string, number]> = [
  ["万亿", 12],
  ["个亿", 8],
  ["千亿", 11],
  ["百亿", 10],
  ["十亿", 9],
  ["亿", 8],
  ["千万", 7],
  ["百万", 6],
  ["十万", 5],
  ["万", 4],
  ["千", 3],
  ["百", 2],
  ["thousand", 3],
  ["million", 6],
  ["billion", 9],
  ["mio", 6],
  ["mn", 6],
  ["bn", 9],
  ["k", 3],
  ["w", 4],
  ["m", 6],
  ["b", 9],
];
const exponents = new Map(powers);

/** Words that begin like a multiplier and are a name or a measure: 12万达 may be 12 万达, so it is refused. */
const lookalikes =
  "万科|万达|万象|万豪|万华|万宝|万国|万向|万和|万圣|万一|万能|百度|百胜|百事|百货|百丽|百威|百联|百家|百年|百姓|百分|千禧|千岛|千寻|千克|千瓦|千米|千图|千牛|亿达|亿联|亿滋|亿利";
export const lookalike = new RegExp(` ?(?:${lookalikes})`, "y");
export const multiplier = new RegExp(` ?(?:(${alternatives(powers.map(([word]) => word))}))`, "iy");

/** Ten to how many a multiplier word means. */
export function exponentOf(word: string): number {
  return exponents.get(word.toLowerCase()) ?? 0;
}
export function powerOfTen(exponent: number): Decimal {
  return decimal(10n ** BigInt(exponent));
}

/** Counters after a number, each with what would make another word of it (个月, 单位, 通话). */
const counters = [
  "个(?![亿万千百十]|月|人|性|百分点|点|小时|钟|工作日|自然日|星期|礼拜|季|别|体)",
  "单(?!位|价|元|品|独|纯|据|子)",
  "通(?!知|过|用|话|常|讯|勤|信|道)",
  "家(?!庭|具|居|电|长|乐|里|属)",
  "次(?!日|要|月|级|年)",
  "件",
  "台(?!湾|州|北|积|风|账)",
  "套(?!餐|路|现)",
  "份(?!额)",
  "笔(?!记|试)",
  "条(?!件|款|例)",
  "场(?!地|景|馆|所)",
  "位(?!置|于)",
  "人(?!民|员|数|力|工|事|才|均|次|份)",
  "人次",
  "户(?!外|型|口)",
  "张(?!江|总|家)",
  "组(?!织|长|合)",
  "项(?!目)",
  "名(?!单|片|额|称)",
  "箱",
  "吨",
  "辆",
  "份",
];
export const counterPattern = `(?:${counters.join("|")})`;

/** After a plain number: what makes it a date, a time, a length of time, an ordinal or a measure, not an amount. */
export const notAnAmount = new RegExp(
  " ?(?:年|月|日(?!报)|号|天|周(?![一二三四五六日天])|个月|个工作日|工作日|个自然日|个小时|个钟|个星期|个礼拜|个季|个点|星期|礼拜|季|小时|时|点|分钟|秒|岁|折|楼|层|室|期|届|版|页|倍|后|前|之前|以前|内|度|级|对|比|强|路|" +
    "(?:(?:working|business|calendar|more) )?(?:days?|weeks?|months?|quarters?|years?|hours?|hrs?|minutes?|mins?|seconds?|am|pm|o'clock)(?![a-z])|" +
    "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec|january|february|march|april|june|july|august|september|october|november|december)(?![a-z]))",
  "iy",
);

/** Before a number: what makes it inexact, an ordinal, or part of a date. 签约12万 is a signing, not "about". */
export const spoilsBefore = new RegExp(
  "(?:第|大约|大概|将近|接近|差不多|超过|不到|不足|至少|最多|最少|逾|超|(?<![合签预续违订履邀特节缔毁赴失公条契制简])约|(?<![最附靠邻亲])近|" +
    "\\b(?:about|around|approx\\.?|approximately|nearly|almost|roughly|circa|ca\\.|over|more than|less than|at least|at most|up to)|" +
    "\\b(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec|january|february|march|april|june|july|august|september|october|november|december)\\.?|\\b[qh][1-4]|[0-9]对|(?<!-)[-+]) ?$",
  "i",
);
/** by 12.31, 到12.31: after these words a month and a day, not twelve and a bit. */
export const dueBefore =
  /(?:\b(?:by|before|until|till?|on|due|since|from)(?: the)?|截止到|截止|截至|到|至) ?$/i;
export const monthDotDay = /^(?:0?[1-9]|1[0-2])\.(?:0?[1-9]|[12][0-9]|3[01])$/;
export const spoilsAfter = /(?: ?(?:多|余|左右|上下|以上|以下|以内|出头|起)|\+|~)/y;
