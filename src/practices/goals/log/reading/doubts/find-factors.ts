// Words that make a figure something to be worked out: 40% of €10k, half of, twice, 2x, per hour for 4 hours, 两单各, 打八折.
import { decimal, type Decimal } from "#src/language/decimal";
import { findCounts } from "#src/language/amount/english-counts";
import { readChineseWhole } from "#src/language/amount/chinese";
import type { Metric } from "#src/practices/setup/api";
import { nameAtStart } from "../../parse/match-metric.ts";
import type { Span } from "../reading.ts";

export interface FactorToken extends Span {
  /** How many times the figure; null where the line does not say. */
  readonly times: Decimal | null;
  /** Where its figure stands; "somewhere before" with other words between. */
  readonly figure: "behind" | "before" | "somewhere before";
  /** As likely the figure of all together: 3 deals worth €30k. */
  readonly perhapsAll: boolean;
}

type Groups = Readonly<Record<string, string | undefined>>;
interface Kind {
  readonly words: RegExp;
  readonly figure: FactorToken["figure"];
  readonly times: (groups: Groups) => Decimal | null;
  readonly perhapsAll?: true;
}

const figureEn = "(?=(?:[\\p{Sc}]|[A-Z]{1,3}[$¥]|[A-Z]{3} )?\\d)(?!(?:19|20)\\d\\d(?![\\d.,]))";
const figureZh = "(?= ?\\p{Sc}?[\\d一二两三四五六七八九十百千])";
const manyEn = "\\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve";
const manyZh = "\\d{1,3}|[两二三四五六七八九十]{1,3}";
const article = "(?:the |an? |our |their |my )?";
const once =
  "month|mo|week|wk|day|hour|hr|h|year|yr|quarter|user|seat|head|person|unit|customer|client|deal|licen[cs]e|rep|piece|visit|team";
const span =
  "months?|weeks?|days?|hours?|hrs?|years?|quarters?|users?|seats?|people|persons?|heads?|units?|customers?|clients?|deals?|licen[cs]es?|reps?|pieces?";

/** 1.5, 12, twelve, 十二, 两. */
function many(text: string | undefined): Decimal | null {
  if (text === undefined) return null;
  if (/^\d+(?:\.\d+)?$/.test(text)) return decimal(text);
  const [count] = findCounts(text);
  if (count) return count.value;
  const whole = readChineseWhole(text);
  return whole === null ? null : decimal(whole);
}

const percent = (text: string | undefined): Decimal | null =>
  many(text)?.div(decimal("100")) ?? null;

const parts: Readonly<Record<string, readonly [string, string]>> = {
  half: ["1", "2"],
  third: ["1", "3"],
  quarter: ["1", "4"],
  "two thirds": ["2", "3"],
  "three quarters": ["3", "4"],
  double: ["2", "1"],
  twice: ["2", "1"],
  triple: ["3", "1"],
  一半: ["1", "2"],
  对折: ["1", "2"],
  半价: ["1", "2"],
  三分之一: ["1", "3"],
  三分之二: ["2", "3"],
  四分之一: ["1", "4"],
  四分之三: ["3", "4"],
  翻倍: ["2", "1"],
  翻番: ["2", "1"],
  双倍: ["2", "1"],
};
function part(text: string | undefined): Decimal | null {
  const [top, bottom] = parts[(text ?? "").toLowerCase().replaceAll("-", " ")] ?? [];
  return top === undefined || bottom === undefined ? null : decimal(top).div(decimal(bottom));
}

const english: readonly Kind[] = [
  {
    words: new RegExp(
      `(?<![\\d.,])(?<pct>\\d{1,3}(?:\\.\\d+)?) ?(?:%|percent|per cent|pct) (?:share |cut )?of ${article}${figureEn}`,
      "giu",
    ),
    figure: "behind",
    times: ({ pct }) => percent(pct),
  },
  {
    words: new RegExp(
      `(?<!(?:first|second|last|next|this|other|1st|2nd|former) )(?<![\\p{L}\\d-])(?:(?:an?|one|the) )?(?<part>half|third|quarter|two[- ]thirds|three[- ]quarters) of ${article}${figureEn}`,
      "giu",
    ),
    figure: "behind",
    times: (groups) => part(groups["part"]),
  },
  {
    words: new RegExp(`(?<![\\p{L}\\d-])(?<part>twice|double|triple) ${figureEn}`, "giu"),
    figure: "behind",
    times: (groups) => part(groups["part"]),
  },
  {
    words: new RegExp(`(?<![\\p{L}\\d.,/×*:-])(?<count>\\d{1,3}) ?[x×*] ?${figureEn}`, "giu"),
    figure: "behind",
    times: ({ count }) => many(count),
  },
  {
    words: new RegExp(
      `(?<![\\p{L}\\d.,/×*:$€£¥-])(?<count>${manyEn}) (?<what>\\p{L}{3,}(?: \\p{L}{3,})?) (?:at|of|à|@|for) (?=\\p{Sc} ?\\d|\\d+(?:[.,]\\d+)?k)`,
      "giu",
    ),
    figure: "behind",
    times: ({ count }) => many(count),
  },
  {
    words: new RegExp(
      `(?<![\\p{L}\\d.,/×*:$€£¥-])(?<count>${manyEn}) (?<what>\\p{L}{3,}(?: \\p{L}{3,})?) worth (?=\\p{Sc} ?\\d|\\d+(?:[.,]\\d+)?k)`,
      "giu",
    ),
    figure: "behind",
    times: ({ count }) => many(count),
    perhapsAll: true,
  },
  {
    words: new RegExp(
      `(?<=[\\p{L}\\d] ?)[x×*] ?(?<count>\\d{1,3})(?![\\d\\p{L}.,%])|(?<![\\p{L}\\d])(?<!\\p{L}{2}(?:ed|ing) )(?<times>${manyEn}) times(?![\\p{L}])`,
      "giu",
    ),
    figure: "before",
    times: ({ count, times }) => many(count ?? times),
  },
  {
    words: new RegExp(
      `(?:(?<![\\p{L}])(?:per|an?|every|each) (?:${once})|/ ?(?:${once})|(?<![\\p{L}])(?:monthly|weekly|daily|hourly|yearly|annually))(?![\\p{L}\\d])(?:,? (?:for|over|x|times) (?:the (?:next|last|past) )?(?<count>${manyEn}) (?:${span})(?![\\p{L}]))?`,
      "giu",
    ),
    figure: "before",
    times: ({ count }) => many(count),
  },
  {
    words: new RegExp(
      `(?<![\\p{L}\\d.,/×*:$€£¥-])(?<count>${manyEn}) (?<what>\\p{L}{3,}(?: \\p{L}{3,})?)(?:,| (?:at|for))? (?=\\p{Sc}? ?\\d[\\d.,]*[km]? (?:each|apiece)(?!\\p{L}))`,
      "giu",
    ),
    figure: "behind",
    times: ({ count }) => many(count),
  },
  {
    words: /(?<![\p{L}])(?:each|apiece)(?![\p{L}])/giu,
    figure: "somewhere before",
    times: () => null,
  },
  {
    words: /(?<![\p{L}])(?<part>twice)(?=[\s.!]*$)/giu,
    figure: "somewhere before",
    times: (groups) => part(groups["part"]),
  },
  {
    words:
      /(?:(?<![\p{L}])(?:minus|less)|-) ?(?<off>\d{1,2}(?:\.\d+)?) ?% ?(?:discount|off|rebate|reduction|commission|fees?)?(?![\p{L}\d])/giu,
    figure: "somewhere before",
    times: ({ off }) => decimal("1").minus(percent(off) ?? "0"),
  },
];

const gotEn =
  "got|get|received?|collected|paid|took|deposit|down ?payment|up ?front|prepaid|prepayment|our (?:share|part|cut)|instal?ment|commission";
/** A share of the figure before: we got 30%, 30% upfront. */
const sharesEn: readonly Kind[] = [
  {
    words: new RegExp(
      `(?<![\\p{L}])(?:${gotEn})(?: (?:is|of|was|only|just|so far|about))*:? ?(?<pct>\\d{1,3}(?:\\.\\d+)?) ?(?:%|percent(?![\\p{L}]))(?! (?:of|off|more|less|discount))`,
      "giu",
    ),
    figure: "somewhere before",
    times: ({ pct }) => percent(pct),
    perhapsAll: true,
  },
  {
    words: new RegExp(
      `(?<![\\d.,])(?<pct>\\d{1,3}(?:\\.\\d+)?) ?(?:%|percent) (?:(?:was|is|of it|now|already|has been) )*(?:${gotEn}|is ours|for us|to us)(?![\\p{L}])`,
      "giu",
    ),
    figure: "somewhere before",
    times: ({ pct }) => percent(pct),
    perhapsAll: true,
  },
];

const thingZh = "(?:笔|单|家|个|位|人|台|套|件|次|份|张)?(?:客户|订单|合同|单子|医院)?";
const gotZh =
  "首付款?|首期款?|首款|预付款?|定金|订金|先付|先收|先到|已付|已收|已到|收到|收了|到了|付了|到账|实收|实到|我们?占|占|分成|分得|分到|提成|进度款";
/** A share of the figure before: 首付30%, 先收三成. */
const sharesZh: readonly Kind[] = [
  {
    words: new RegExp(
      `(?:${gotZh})(?:了|是|为|约|比例)? ?(?:(?<pct>\\d{1,3}(?:\\.\\d+)?) ?%|百分之(?<of>${manyZh})|(?<tenths>[一二三四五六七八九]|\\d)成|(?<part>一半|三分之一|三分之二))`,
      "gu",
    ),
    figure: "somewhere before",
    times: ({ pct, of, tenths, part: said }) =>
      percent(pct ?? of) ?? many(tenths)?.div(decimal("10")) ?? part(said),
    perhapsAll: true,
  },
];

const chinese: readonly Kind[] = [
  {
    words: new RegExp(
      `(?:(?<count>${manyZh})${thingZh}[,，]?)?各(?:是|为|签|收|回款)?了?${figureZh}`,
      "gu",
    ),
    figure: "behind",
    times: ({ count }) => many(count),
  },
  {
    words: new RegExp(
      `(?:(?<count>${manyZh})(?<unit>[台套件家单个笔次位人份张])\\p{Script=Han}{0,4}[,，、 ]*每\\k<unit>|每(?:天|日|周|个?月|季度?|年|个?小时|人|家|单|个|笔|次|台|套|件|位|份|张|个?客户)|平均|人均)(?:是|为)?${figureZh}`,
      "gu",
    ),
    figure: "behind",
    times: ({ count }) => many(count),
  },
  {
    words:
      /的 ?(?:(?<pct>\d{1,3}(?:\.\d+)?) ?%|(?<tenths>[一二三四五六七八九]|\d)成|(?<part>一半|三分之一|三分之二|四分之一|四分之三))/gu,
    figure: "before",
    times: ({ pct, tenths, part: said }) =>
      percent(pct) ?? many(tenths)?.div(decimal("10")) ?? part(said),
  },
  {
    words: /(?:打|按)?(?:(?<folds>[一二三四五六七八九]{1,2}|\d(?:\.\d)?)折|(?<part>对折|半价))/gu,
    figure: "somewhere before",
    times: ({ folds, part: said }) => foldsOf(folds) ?? part(said),
  },
  {
    words: /(?<part>翻倍|翻番|双倍)|乘以? ?(?<count>\d{1,3})(?!\d)/gu,
    figure: "before",
    times: ({ count, part: said }) => many(count) ?? part(said),
  },
];

/** 八折 is 0.8 and 八五折 0.85. */
function foldsOf(text: string | undefined): Decimal | null {
  if (text === undefined) return null;
  if (/^\d/.test(text)) return decimal(text).div(decimal("10"));
  const digits = Array.from(text, (each) => String(readChineseWhole(each) ?? "")).join("");
  return decimal(`0.${digits}`);
}

const promisingEn =
  /%|×|\*|\/|(?<![a-z])(?:x|of|half|twice|double|triple|times|at|worth|for|per|an?|every|each|apiece|\w+ly)(?![a-z])|\dx/iu;
const promisingShare = /%|percent|成|百分之|一半|三分之/iu;
const promisingZh = /[各每均的折倍番乘]|半价/u;

/** Every such word of a normalised line, none over another. `metrics`: 20 calls for €5k are two results. */
export function findFactors(text: string, metrics: readonly Metric[]): readonly FactorToken[] {
  const kinds = [
    ...(promisingEn.test(text) ? english : []),
    ...(promisingZh.test(text) ? chinese : []),
    ...(promisingShare.test(text) ? [...sharesEn, ...sharesZh] : []),
  ];
  const found = kinds.flatMap(({ words, figure, times, perhapsAll }) =>
    Array.from(text.matchAll(words)).flatMap(({ 0: all, index, groups = {} }): FactorToken[] => {
      const { what } = groups;
      if (what !== undefined && nameAtStart(` ${what}`, metrics)) return [];
      const start = index + all.length - all.trimStart().length;
      const end = index + all.trimEnd().length;
      return [{ times: times(groups), figure, perhapsAll: perhapsAll ?? false, start, end }];
    }),
  );
  const chosen: FactorToken[] = [];
  for (const each of found.toSorted((a, b) => a.start - b.start || b.end - a.end))
    if (each.start >= (chosen.at(-1)?.end ?? 0)) chosen.push(each);
  return chosen;
}
