// The words of amounts: multipliers, counters, and the words that only look like them.
import { decimal, type Decimal } from "../decimal.ts";
import { alternatives } from "./currency-words.ts";

export { currencies, currencyOf, prefixPattern, suffixPattern } from "./currency-words.ts";
export type { Currency, CurrencyWord } from "./currency-words.ts";

/** Short forms of every market; what is thousand here and million there is not among them (`unclearPower`). */
const powersByExponent: Readonly<Record<number, string>> = {
  2: "百",
  3: "千 thousand thousands k tsd tsd. tausend tys tys. tis tis. mille mila duizend ribu rb grand 천 พัน nghìn ngàn",
  4: "万 w 만 หมื่น",
  5: "十万 lakh lakhs lac lacs แสน",
  6: "百万 million millions mio mio. mn m mln mln. millionen milioni millones milhões miljoen miljoner juta jt triệu ล้าน",
  7: "千万 crore crores",
  8: "亿 个亿 억",
  9: "十亿 billion billions bn b mrd mrd. mld mld. milliarden miliar",
  10: "百亿",
  11: "千亿",
  12: "万亿",
};
const powers = Object.entries(powersByExponent).flatMap(([exponent, words]) =>
  words.split(" ").map((word) => [word, Number(exponent)] as const),
);
/** Thousand in one language, million in another, or a measure: a figure before it is refused. */
export const unclearPower = / ?(?:mil|mill|mm|cr|tr)\.?(?![\p{L}\p{N}])/iuy;
const exponents = new Map(powers);

/** Words that begin like a multiplier and are a name or a measure: 12万达 may be 12 万达, so it is refused. */
const lookalikes =
  "万科|万达|万象|万豪|万华|万宝|万国|万向|万和(?! ?[\\d一二两三四五六七八九十])|万圣|万一|万能|百度|百胜|百事|百货|百丽|百威|百联|百家|百年|百姓|百分|千禧|千岛|千寻|千克|千瓦|千米|千图|千牛|亿达|亿联|亿滋|亿利";
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
  "单(?!号|位|价|元|品|独|纯|据|子)",
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
  " ?(?:年|月|日(?!报)|号|天|周(?![一二三四五六日天])|个月|个工作日|工作日|个自然日|个小时|个钟|个星期|个礼拜|个季|个点|星期|礼拜|季|小时|时|点|分钟|秒|岁|折|楼|层|室|期|届|版|页|倍|后|前|之前|以前|内|度|级|对|比(?![昨前上去今同预计])|强|路|" +
    "(?:(?:working|business|calendar|more) )?(?:days?|weeks?|months?|quarters?|years?|hours?|hrs?|minutes?|mins?|seconds?|am|pm|o'clock)(?![a-z])|" +
    "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec|january|february|march|april|june|july|august|september|october|november|december)(?![a-z]))",
  "iy",
);

/** Before a number: what makes it inexact, an ordinal, or part of a date. 签约12万 is a signing, not "about". */
export const spoilsBefore = new RegExp(
  "(?:第|大约|大概|将近|接近|差不多|超过|不到|不足|至少|最多|最少|逾|超|(?<![合签预续违订履邀特节缔毁赴失公条契制简])约|(?<![最附靠邻亲])近|" +
    "\\b(?:about|around|approx\\.?|approximately|nearly|almost|roughly|circa|ca\\.|over|more than|less than|at least|at most|up to)|" +
    "\\b(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec|january|february|march|april|june|july|august|september|october|november|december)\\.?|\\b[qh][1-4]|[0-9]对|(?<!-)[-+]|(?<![-=])[<>≥≤]=?) ?$",
  "i",
);
/** Not exact, though the figure is plain: asked about, where nothing else is said. */
export const roughlyBefore =
  /(?:大约|大概|差不多|(?<![合签预续违订履邀特节缔毁赴失公条契制简])约|(?<![a-z])(?:about|around|approx\.?|approximately|roughly|circa|ca\.)|(?<![-=])[<>≥≤]=?) ?$/iu;
export const roughlyAfter = / ?(?:左右|上下|(?:or so|ish)(?![a-z]))/iuy;
/** by 12.31, 到12.31: after these words a month and a day, not twelve and a bit. */
export const dueBefore =
  /(?:\b(?:by|before|until|till?|on|due|since|from)(?: the)?|截止到|截止|截至|到|至) ?$/i;
export const monthDotDay = /^(?:0?[1-9]|1[0-2])\.(?:0?[1-9]|[12][0-9]|3[01])$/;
export const spoilsAfter =
  /(?: ?(?:多|余|左右|上下|以上|以下|以内|出头|起|(?:or so|ish)(?![a-z]))|\+|~)/y;
